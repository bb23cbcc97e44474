/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The placeholders of printf formats, for making sure that a translated one takes what the original takes.
 */
#ifndef FORMATS_H
#define FORMATS_H

#include <stdbool.h>

/* Whether every argument that the translation prints is one of the original's, and of the same type.
   Understands numbered ones (%2$s); "*" and %n are never safe. */
bool formats_safe(const char *format, const char *translation);
/* And none of the original's is missing. */
bool formats_agree(const char *format, const char *translation);

#endif
