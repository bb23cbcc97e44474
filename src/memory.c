/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checked allocation, and the arena: a list of blocks, each twice as large as the one before it.
 */
#include "memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	alignas(max_align_t) unsigned char bytes[];
};

static void (*restore_before_exit)(void);

static struct arena_block *block_new(const struct arena *arena, size_t needed)
{
	size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
	if (size > LARGEST_BLOCK)
		size = LARGEST_BLOCK;
	if (size < needed)
		size = needed;
	struct arena_block *block = calloc(1, sizeof *block + size);
	if (block)
		block->size = size;
	return block;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > (SIZE_MAX / 4) / size) {
		arena->failed = true;
		return NULL;
	}
	size_t needed = (count * size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
	if (!arena->blocks || arena->blocks->size - arena->blocks->used < needed) {
		struct arena_block *block = block_new(arena, needed);
		if (!block) {
			arena->failed = true;
			return NULL;
		}
		block->next = arena->blocks;
		arena->blocks = block;
	}
	void *result = arena->blocks->bytes + arena->blocks->used;
	arena->blocks->used += needed;
	return result;
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_array(arena, length + 1, 1);
	if (copy && length)
		memcpy(copy, text, length);
	return copy;
}

void arena_finish(struct arena *arena)
{
	while (arena->blocks) {
		struct arena_block *next = arena->blocks->next;
		free(arena->blocks);
		arena->blocks = next;
	}
	arena->failed = false;
}

void memory_on_failure(void (*restore)(void))
{
	restore_before_exit = restore;
}

static _Noreturn void out_of_memory(void)
{
	if (restore_before_exit)
		restore_before_exit();
	fputs("blueheart-kiosk: out of memory\n", stderr);
	exit(1);
}

void *memory_resize(void *old, size_t count, size_t size)
{
	void *result = reallocarray(old, count, size);
	if (!result)
		out_of_memory();
	return result;
}

char *memory_copy(const char *text, size_t length)
{
	char *copy = memory_resize(NULL, length + 1, 1);
	if (length)
		memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}
