/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text of the screen as a speech program is to get it: in logical order, without what only its drawing needs, and
 * numbers to dial digit by digit, so that nobody hears "a hundred and sixteen thousand and six".
 */
#ifndef SPOKEN_H
#define SPOKEN_H

/* A line with its "\n", which ends like a sentence so that the speaker pauses; "" for a text that says nothing. A
   number to dial is what text_isolated has wrapped and holds no letter and no colon. The caller frees. */
char *spoken_line(const char *text);

#endif
