/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cuts what a terminal sends into whole keys and reports, so that nothing that waits for the rest of one
 * ever has to: control sequences (ECMA-48), SS3, mouse reports of xterm (X10 and SGR), UTF-8.
 */
#ifndef SEQUENCE_H
#define SEQUENCE_H

#include <stddef.h>

enum { SEQUENCE_LONGEST = 128 }; /* longer ones are cut: no key sends them */

/* Bytes of the first whole sequence or character; 0 while its end has not come. What cannot become a
   sequence any more is cut where it stops being one. An Escape before anything but [, O and the openers of
   strings stands for itself. */
size_t sequence_length(const char *bytes, size_t length);

#endif
