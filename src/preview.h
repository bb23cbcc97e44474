/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Screens by name: what preview prints, what check draws and what tests go through.
 */
#ifndef PREVIEW_H
#define PREVIEW_H

#include "session.h"

/* Calls `visit` for the name of every screen: "attract", "slide/ID", "help", "help/CC", "channel/ID" … */
void preview_each(
	const struct world *world, void (*visit)(const char *name, void *data), void *data);
/* A session that shows the screen called `name`. False when there is none. */
bool preview_session(struct session *session, const struct world *world, const char *name);

#endif
