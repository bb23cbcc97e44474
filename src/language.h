/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Speaking a language: which of them have a catalogue, and switching while running. Needs no locale but
 * C.UTF-8, and listens to no LANG, LC_ALL or LANGUAGE but in language_of_user.
 */
#ifndef LANGUAGE_H
#define LANGUAGE_H

#include "problem.h"

#include <stdbool.h>

/* Call once, first. Finds the catalogues beside the program, else where it was installed. False when the
   system has no UTF-8 locale at all. */
bool language_start(void);
/* Takes a content folder's own catalogues, FOLDER/locale/TAG/LC_MESSAGES/DOMAIN.mo, once. Damaged ones are left
   out and warned of. */
void language_bind(const char *domain, const char *folder, struct problems *problems);
/* Adds what is wrong with the placeholders of translations; such translations are not used. */
void language_check(struct problems *problems);
/* Makes the language current for all look-ups from now on; English when there is no catalogue. */
void language_use(const char *tag);
/* Whether a catalogue for it was found; always for English. */
bool language_available(const char *tag);
/* The language that the environment of the user asks for, among those of languages.h; else "en". */
const char *language_of_user(void);

#endif
