/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that people read, and how they are translated with gettext: _() for the program's own, C_() for
 * those that need a context, struct words for text that came from a content file. All of them answer in
 * the language that language.c has made current, and in English when there is none.
 */
#ifndef WORDS_H
#define WORDS_H

#include <libintl.h>

#define WORDS_DOMAIN "blueheart-kiosk"

#define _(text) dgettext(WORDS_DOMAIN, text)
#define N_(text) text
#define C_(context, text) words_in_context(context "\004" text, sizeof(context))

/* A text of a content file. `key` is gettext's: the context, U+0004, the text. All zeros: no text. */
struct words {
	const char *text;
	const char *key;
};

/* Looks `key` up; when it is not translated, the result is what follows its first `skip` bytes. */
const char *words_in_context(const char *key, unsigned long skip) __attribute__((format_arg(1)));
/* The translation of a content text, from `domain` first, else from the program's own catalogue. One that
   changes a number is not taken: the English text stands. Borrowed; valid while the language stays. "" for no
   text. */
const char *words_translated(struct words words, const char *domain);
/* The same, whatever the catalogue has done to numbers. */
const char *words_looked_up(struct words words, const char *domain);

#endif
