/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Problems: located messages about content, settings and catalogues. They are collected, so that an
 * author sees all of them at once. A problem prints as
 *     campaign.json:41:18: /slides/3/source: no source is called "glotip-2042"
 */
#ifndef PROBLEM_H
#define PROBLEM_H

#include <stddef.h>
#include <stdio.h>

enum severity {
	SEVERITY_ERROR, /* the file is refused */
	SEVERITY_WARNING, /* the file is used, but something on the screen suffers */
	SEVERITY_NOTE, /* worth knowing; does not count against the content */
};

/* Where a problem is. Borrowed for the call; what is NULL or 0 is left out of the message. */
struct place {
	const char *file; /* as the user named it */
	int line, column; /* from 1; columns count characters, not bytes */
	const char *pointer; /* JSON Pointer, RFC 6901; "" is the whole document */
};

struct problem {
	enum severity severity;
	char *message; /* with its place in front, without an end of line; owned */
};

/* All zeros is an empty list. */
struct problems {
	struct problem *items;
	size_t count, capacity;
	size_t counts[SEVERITY_NOTE + 1]; /* how many of each severity */
};

void problems_add(struct problems *problems, enum severity severity, struct place place,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Writes one line a problem. Warnings and notes begin by saying so. */
void problems_print(const struct problems *problems, FILE *stream);
void problems_finish(struct problems *problems);

#endif
