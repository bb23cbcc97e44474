/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The check command: what is wrong with content, translations and fit, before a visitor sees it.
 */
#ifndef CHECK_H
#define CHECK_H

#include "problem.h"
#include "session.h"

/* Adds what is wrong beyond what loading found: texts that are not translated or have other numbers than
   their source, screens on which something does not fit, channels that nobody confirmed (a note) or not for
   half a year. `today` may be unknown. */
void check_world(const struct world *world, struct problems *problems);

#endif
