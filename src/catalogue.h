/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Catalogues that are safe to hand to gettext. It maps the files that it finds into memory and trusts them:
 * a damaged one, or one that becomes shorter, would end the program. So it is given sound copies of its own,
 * which are gone from the disk before anything else happens.
 */
#ifndef CATALOGUE_H
#define CATALOGUE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

enum catalogue { CATALOGUE_MISSING, CATALOGUE_DAMAGED, CATALOGUE_SOUND };

/* A folder of copies. */
struct catalogues {
	char path[PATH_MAX]; /* what gettext is told */
	const char *domain; /* borrowed */
};

/* Makes an empty folder that only this user can read, in memory if it can. False when no place takes it. */
bool catalogues_open(struct catalogues *catalogues, const char *domain);
/* Copies FOLDER/TAG/LC_MESSAGES/DOMAIN.mo, if it is sound by "The Format of GNU MO Files" of gettext's manual.
   Where the placeholders of a translation are not those of its text, the copy has the text in its place, and
   `tell` is called with it. */
enum catalogue catalogues_copy(const struct catalogues *catalogues, const char *folder,
	const char *tag, void (*tell)(const char *tag, const char *text));
/* Removes the copies; gettext keeps those that it has looked something up in. */
void catalogues_close(const struct catalogues *catalogues);

#endif
