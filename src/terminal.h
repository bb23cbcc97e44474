/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The terminal: opening and restoring it, showing a canvas, waiting for what happens next. The only file
 * that knows curses; there is one terminal, so it keeps its state to itself.
 */
#ifndef TERMINAL_H
#define TERMINAL_H

#include "canvas.h"
#include "input.h"

#include <stdint.h>

enum event_kind {
	EVENT_TIME, /* the deadline has come */
	EVENT_KEY,
	EVENT_TOUCH,
	EVENT_RESIZE,
	EVENT_FILES, /* the watched descriptor has something to read */
	EVENT_STOP, /* a signal asks to end */
	EVENT_GONE, /* nobody is at the other end of the terminal any more */
};

struct event {
	enum event_kind kind;
	uint32_t key; /* as in input.h */
	enum touch touch;
	int x, y;
};

/* Takes the signals over, first of all. In kiosk mode only SIGTERM asks to end. False when the system lacks
   what it needs. */
bool terminal_signals(bool kiosk);
/* Opens the terminal, after terminal_signals; false when there is none or it cannot be used. Call
   terminal_close before the program ends. */
bool terminal_open(const struct settings *settings);
/* Gives the terminal back as it was. May be called twice. */
void terminal_close(void);
/* Takes new settings' theme and colours. */
void terminal_theme(const struct settings *settings);
/* Whether it shows 8 colours or none, since the last terminal_open or terminal_theme. */
bool terminal_has_few_colours(void);
void terminal_size(int *width, int *height);
/* Where there are traces, every cell is sent, also those that have not changed: letters that reach into the next
   cell, as some Arabic ones do, leave them. */
void terminal_show(const struct canvas *canvas, enum traces traces);
/* Waits until the deadline (ms of terminal_now) at the latest. watched may be -1. */
struct event terminal_wait(int64_t deadline_ms, int watched);
/* Milliseconds of the monotonic clock. */
int64_t terminal_now(void);
/* Whether right-to-left text is left to the terminal. */
bool terminal_reorders(enum bidi bidi);

#endif
