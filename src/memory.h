/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory. An arena holds everything that was loaded from one file and dies in one call; running out of
 * memory there is a failure that the caller survives. memory_resize and memory_copy are for everything
 * else: they end the program, after the terminal was restored.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stddef.h>

struct arena_block;

/* All zeros is an empty arena. After a failed allocation `failed` stays set until arena_finish. */
struct arena {
	struct arena_block *blocks;
	bool failed;
};

/* Zeroed memory for `count` objects of `size` bytes, aligned for any type. NULL when there is none. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* A NUL-terminated copy of `length` bytes. NULL when there is no memory. */
char *arena_copy(struct arena *arena, const char *text, size_t length);
/* Frees all at once and makes the arena empty again. */
void arena_finish(struct arena *arena);

/* What to do before the program ends for want of memory; main restores the terminal here. */
void memory_on_failure(void (*restore)(void));
/* realloc(3) for `count` objects of `size` bytes; never NULL. count must not be 0. The caller frees. */
void *memory_resize(void *old, size_t count, size_t size);
/* A NUL-terminated copy of `length` bytes; never NULL. The caller frees. */
char *memory_copy(const char *text, size_t length);

#endif
