/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the whole screen for a session on a canvas, and says where it may be touched.
 */
#ifndef VIEW_H
#define VIEW_H

#include "canvas.h"
#include "session.h"

enum { VIEW_MINIMUM_WIDTH = 40, VIEW_MINIMUM_HEIGHT = 12 }; /* below: the help numbers alone */
enum { VIEW_ROOMY_HEIGHT = 18 }; /* below: cards say only what must be known to choose one */

/* The canvas has its size already; everything else on it is replaced. The current language must be the
   session's. Call session_drawn with what it found. */
void view_draw(struct canvas *canvas, const struct world *world, const struct session *session,
	int64_t now_ms);
/* The paragraph's direction, and who orders it, for a language. */
struct text_mode view_mode(const struct world *world, const char *language);
/* Where letters of what was drawn before may have left traces around those drawn now (terminal_show): on another
   screen, in another language, and in a slide of a right-to-left language when it has come in. */
enum traces view_traces(const struct session *before, const struct session *now);

#endif
