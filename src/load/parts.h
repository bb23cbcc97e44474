/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the loaders of the three files share. Every function reports what is wrong with the node and goes
 * on; a result that could not be read stays as it was.
 */
#ifndef LOAD_PARTS_H
#define LOAD_PARTS_H

#include "load/json.h"

enum { TITLE_LENGTH = 80, TEXT_LENGTH = 1000, ADDRESS_LENGTH = 200 }; /* characters */

/* A text that passes text_check, of at most `most` characters; NULL when not. Copied to the arena. */
const char *part_text(struct arena *arena, const struct node *node, size_t most);
/* The required member `key` as a text; or the optional one, NULL when absent. */
const char *part_member(
	struct arena *arena, const struct node *object, const char *key, size_t most);
const char *part_optional(
	struct arena *arena, const struct node *object, const char *key, size_t most);
/* The same as words to be translated; all zeros when absent. */
struct words part_words(struct arena *arena, const struct node *object, const char *key,
	const char *context, size_t most);
/* How many entries of a list to read: all of them, but `most` when there are more, which is reported. */
size_t part_count(const struct node *list, size_t most);
/* Reports an entry that a list of texts holds already. */
bool part_is_repeated(
	const struct node *item, const char *text, const char *const *list, size_t count);
/* Reports a code that is not written as ISO 3166-1 writes one. */
bool part_is_country(const struct node *node, const char *code);
/* An id: lower-case letters and digits in groups joined by "-", at most ID_LENGTH bytes. */
const char *part_id(struct arena *arena, const struct node *object);
bool part_is_id(const struct node *node, const char *text);
/* Reads the member as a date, complete if `whole_day`; absent is fine unless required. */
void part_date(const struct node *object, const char *key, bool whole_day, struct date *date);
/* Reports addresses that are none. */
const char *part_address(struct arena *arena, const struct node *object, const char *key);
/* Checks `edition` and `domain` and `$schema`. */
void part_edition(
	struct arena *arena, const struct node *root, const char **edition, const char **domain);

/* The sources of a file; with_names: each has a short name to be shown. */
struct source *part_sources(
	struct arena *arena, const struct node *root, bool with_names, size_t *count);
/* The source that the node names, or NULL after a report with the nearest one. */
const struct source *part_source(
	const struct node *node, const struct source *sources, size_t count);
/* The list of ids of sources in the member "sources". */
const struct source **part_source_list(struct arena *arena, const struct node *object,
	const struct source *sources, size_t source_count, size_t *count);

/* An id and the place of its owner in a list. */
struct part_id {
	const char *id;
	size_t index;
};
/* Sorts the ids, and calls `twice` for each that equals one before it. */
void part_twice(struct part_id *ids, size_t count,
	void (*twice)(size_t first, size_t second, void *data), void *data);

#endif
