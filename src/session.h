/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the visitor is doing: the screen, the way back, the language, and when to start afresh. No
 * pointers, no clock of its own: time comes in as milliseconds of the monotonic clock. Starting afresh
 * leaves nothing of a visit.
 */
#ifndef SESSION_H
#define SESSION_H

#include "action.h"
#include "campaign.h"
#include "channels.h"
#include "settings.h"

#include <stdint.h>

enum screen_kind {
	SCREEN_ATTRACT,
	SCREEN_HELP, /* id: the country, "" for the kiosk's own */
	SCREEN_CHANNEL, /* id: the channel */
	SCREEN_COUNTRIES,
	SCREEN_REPORT,
	SCREEN_PAGE, /* id: the page */
	SCREEN_LANGUAGES,
};

/* All that a screen shows: read-only to the core, which main replaces when files change. */
struct world {
	const struct campaign *campaign;
	const struct channels *channels;
	const struct settings *settings;
	struct moment now;
	bool terminal_reorders; /* see struct text_mode */
	bool kiosk; /* nothing at the keyboard ends the program */
	bool still; /* the screen shows too few colours for things to move well */
};

enum { TAG_LENGTH = 11, TRAIL_LENGTH = 12, PATIENCE = 3 };

struct spot {
	enum screen_kind screen;
	char id[ID_LENGTH + 1];
	int page; /* from 0 */
};

struct session {
	struct spot here;
	struct spot trail[TRAIL_LENGTH]; /* where Back goes; the last is the nearest */
	int trail_count;
	char language[TAG_LENGTH + 1];
	bool visited; /* somebody has touched something since the start */
	bool asking; /* "Still there?" is on the screen */
	bool patient; /* the visitor has asked for more time */
	bool hidden; /* of this channel only the number shows, small */
	bool large; /* the visitor has asked for large type */
	bool speaking; /* the screen is read aloud; main does it, and notes here when it has ended */
	bool quit;
	int focus; /* the button that has it; -1: none */
	int page_count; /* of what was drawn last */
	bool animated; /* what was drawn last has a heart, which beats if anything moves */
	char slide[ID_LENGTH + 1]; /* the slide that shows, or showed last */
	int64_t slide_ms; /* since when */
	bool arriving; /* it came by itself a moment ago, and is still being revealed */
	int64_t touched_ms; /* when the visitor last did something */
};

/* A session that nobody has touched yet, on the first slide, in the default language. */
void session_start(struct session *session, const struct world *world, int64_t now_ms);
/* Carries an action out. `world` may have changed since the last call. */
void session_act(
	struct session *session, const struct world *world, struct action action, int64_t now_ms);
/* Somebody touched the screen or a key, whatever it meant. True when that only answered "Still there?". */
bool session_touch(struct session *session, int64_t now_ms);
/* Does what is due at now_ms: the next slide, the question, the end of the visit. Who listens is not asked. */
void session_tick(struct session *session, const struct world *world, int64_t now_ms);
/* When session_tick has something to do next, in ms of the same clock. */
int64_t session_deadline(const struct session *session, const struct world *world, int64_t now_ms);
/* Whether anything moves by itself. */
bool session_moves(const struct session *session, const struct world *world);
/* How far the heart has swollen, from 0 to 1; as far as it can where nothing moves. */
double session_swell(const struct session *session, const struct world *world, int64_t now_ms);
/* How much of the slide shows, from its start to 1. */
double session_reveal(const struct session *session, int64_t now_ms);
/* Notes what drawing found: how many pages there are and whether a heart beats. */
void session_drawn(struct session *session, int page_count, bool animated);
/* Content or settings were replaced: stays where it is when that still exists, else goes as near as it can. */
void session_reload(struct session *session, const struct world *world, int64_t now_ms);
/* Whole seconds left before the visit ends, while asking. */
int session_seconds_left(const struct session *session, const struct world *world, int64_t now_ms);

#endif
