/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What json-c leaves undone: a strict reading of RFC 8259 that says where a mistake is, and the place of
 * any value of a sound document. Columns count characters, from 1.
 */
#ifndef LOAD_JSON_SCAN_H
#define LOAD_JSON_SCAN_H

#include "problem.h"

#include <stdbool.h>
#include <stddef.h>

enum {
	JSON_DEEPEST = 32, /* objects and lists within one another */
	JSON_MOST_PROBLEMS = 200, /* of one load; finding the place of each takes time */
};

/* Whether no more problems are taken; the last one that was says so. */
bool json_is_full(struct problems *problems, const char *name);

/* Reports the first mistake of form, and every repeated key up to it. True when the form is right, even
   if keys are repeated. The text is NUL-terminated after its length. */
bool json_scan(const char *name, const char *text, size_t length, struct problems *problems);

/* One step on the way to a value: a key, or an index into a list when key is NULL. */
struct json_step {
	const char *key; /* decoded */
	size_t index;
};

/* The steps from a document to a value in it. */
struct json_path {
	const struct json_step *steps;
	size_t count;
	bool at_key; /* meant is the key of the last step, not its value */
};

/* Finds what the path leads to in a text that json_scan found sound. Writes line and column. */
void json_locate(const char *text, struct json_path path, int *line, int *column);

#endif
