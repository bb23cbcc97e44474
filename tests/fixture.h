/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What several test programs share: the built-in content as a world, and reading a canvas.
 */
#ifndef FIXTURE_H
#define FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "canvas.h"
#include "load/load.h"
#include "session.h"

#include <sys/types.h>

/* The world of the built-in content; fails the test when it cannot be loaded. */
struct world fixture_world(void);
void fixture_free(struct world *world);
/* Row y of the canvas as text, in a buffer that the next call reuses. */
const char *fixture_row(const struct canvas *canvas, int y);
/* The whole canvas as text, then what stands on it in letters of several cells; the caller frees. */
char *fixture_text(const struct canvas *canvas);
/* Whether a row of the canvas holds the number whole: not a part of a longer one. */
bool fixture_shows(const struct canvas *canvas, const char *number);
/* Whether there is such a process. A zombie is gone as well: who reaps it, when its parent has ended, is not ours to
   say. */
bool fixture_runs(pid_t pid);

#endif
