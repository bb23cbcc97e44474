/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The languages that the program can speak: a table, nothing more. Switching is language.c's.
 */
#ifndef LANGUAGES_H
#define LANGUAGES_H

#include <stdbool.h>
#include <stddef.h>

struct language {
	const char *tag; /* name of its catalogue, as gettext writes it: "zh_CN" */
	const char *autonym; /* its own name for itself */
	const char *
		sign; /* one or two letters by which its readers know it, where the name has no room */
	bool right_to_left;
};

extern const struct language languages[];
extern const size_t language_count;

/* The language with that tag, or NULL. */
const struct language *languages_find(const char *tag);
/* Its name in the current language, for the languages that a hotline speaks: an ISO 639 tag. NULL when
   the program has no name for it. */
const char *languages_name(const char *tag);

#endif
