/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers within a text, for making sure that a translation changes none.
 */
#ifndef NUMBERS_H
#define NUMBERS_H

#include <stdbool.h>

/* Whether both texts hold the same numbers, in any order and in the digits of any script. Separators between
   groups of three are left out of account, and so is a month as Chinese names it: "7月" is July. */
bool numbers_agree(const char *text, const char *translation);

/* A figure that a text states: a percentage, or a count that cannot be a year or a day. */
enum { FIGURE_LENGTH = 31 };
struct figure {
	double value;
	bool percent;
	char text[FIGURE_LENGTH + 1]; /* as it stands there, cut when longer */
};
/* Finds the next one in an English text; gives where to go on, or NULL when there is none. */
const char *numbers_next_figure(const char *at, struct figure *figure);

#endif
