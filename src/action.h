/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a touch or a key can ask for. Drawing leaves actions on the canvas, input.c makes them from keys,
 * session.c carries them out.
 */
#ifndef ACTION_H
#define ACTION_H

#include "campaign.h"

enum action_kind {
	ACTION_NONE,
	ACTION_HELP, /* id: a country, or "" for the kiosk's own */
	ACTION_CHANNEL, /* id: a channel */
	ACTION_COUNTRIES,
	ACTION_REPORT,
	ACTION_PAGE, /* id: a page */
	ACTION_LANGUAGES,
	ACTION_LANGUAGE, /* id: a language's tag */
	ACTION_NEXT_SLIDE,
	ACTION_NEXT_PAGE,
	ACTION_PREVIOUS_PAGE,
	ACTION_BACK,
	ACTION_HOME,
	ACTION_CLOSE,
	ACTION_CONTINUE,
	ACTION_HIDE, /* the channel's number alone, small; or all again */
	ACTION_LARGE, /* large type, or no more of it */
	ACTION_MORE_TIME, /* and three times as long for the rest of the visit */
	ACTION_SPEAK, /* reads the screen aloud, or no more */
	/* These come from keys only. */
	ACTION_FOCUS_NEXT,
	ACTION_FOCUS_PREVIOUS,
	ACTION_FOCUS_LEFT,
	ACTION_FOCUS_RIGHT,
	ACTION_FOCUS_UP,
	ACTION_FOCUS_DOWN,
	ACTION_PRESS, /* what has the focus */
	ACTION_PICK, /* the n-th button: id is its digit */
	ACTION_QUIT,
};

struct action {
	enum action_kind kind;
	char id[ID_LENGTH + 1];
};

/* id may be NULL; it is one of loaded content, so it fits. */
struct action action_make(enum action_kind kind, const char *id);

#endif
