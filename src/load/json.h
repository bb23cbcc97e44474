/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a JSON document value by value. A node knows where it is, so that whatever is wrong with it is
 * reported with its line, column and JSON Pointer (RFC 6901); every getter reports a wrong type or range
 * by itself and goes on. json.c is the only file that knows json-c.
 */
#ifndef LOAD_JSON_H
#define LOAD_JSON_H

#include "load/load.h"

#include <stdbool.h>
#include <stddef.h>

struct json_object;

struct reader {
	const struct document *document;
	struct problems *problems;
	struct json_object *root;
};

/* A value and the way to it; lives on the stack of whoever reads. */
struct node {
	const struct reader *reader;
	const struct node *parent;
	const char *key; /* NULL in a list */
	size_t index;
	struct json_object *value;
};

/* Parses; false when the form is wrong or memory ran out, which is reported. */
bool json_open(struct reader *reader, const struct document *document, struct problems *problems);
void json_close(struct reader *reader);
struct node json_root(const struct reader *reader);

/* Adds an error, or a warning, about the value. */
void json_problem(const struct node *node, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void json_warning(const struct node *node, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Adds an error about a key of an object, placed at the key. */
void json_key_problem(const struct node *object, const char *key, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* The line where the value is. */
int json_line(const struct node *node);

/* Whether it is an object; reports it when not. */
bool json_is_object(const struct node *node);
/* The same, and reports the keys that are not among `keys` (NULL-terminated) with the nearest known one. */
bool json_keys(const struct node *node, const char *const *keys);
/* The member; false when there is none. */
bool json_optional(const struct node *object, const char *key, struct node *member);
/* The same, and reports that it is missing. */
bool json_required(const struct node *object, const char *key, struct node *member);
/* The members of an object in the order of the file: *cursor is NULL at first; false after the last. */
bool json_next(const struct node *object, void **cursor, struct node *member);
/* The items of a list of at least `least`; 0 and a report when it is no list, a report when too short. */
size_t json_list(const struct node *node, size_t least);
struct node json_item(const struct node *list, size_t index);

/* The text, borrowed until json_close; NULL and a report when it is none. length may be NULL. */
const char *json_text(const struct node *node, size_t *length);
bool json_whole(const struct node *node, long long least, long long most, long long *value);
bool json_number(const struct node *node, double least, double most, double *value);
bool json_boolean(const struct node *node, bool *value);
/* The index of the text among `words` (NULL-terminated). */
bool json_word(const struct node *node, const char *const *words, int *index);

/* The nearest of the words (NULL-terminated), or NULL when none is near enough to be meant. */
const char *json_nearest(const char *word, const char *const *words);

#endif
