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

#endif
