/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From keys and touches to actions: one table says which key does what, how scripts write it and which
 * hint the manual gives. What may be touched is asked of the canvas that was drawn last.
 */
#ifndef INPUT_H
#define INPUT_H

#include "canvas.h"
#include "session.h"

/* Keys that are no characters; characters are their own Unicode code points. */
enum key {
	KEY_NOTHING = 0,
	KEY_LEAVE = 0x03, /* Ctrl-C */
	KEY_TABULATOR = 0x09,
	KEY_RETURN = 0x0D,
	KEY_ESCAPE = 0x1B,
	KEY_ARROW_UP = 0x110000,
	KEY_ARROW_DOWN,
	KEY_ARROW_LEFT,
	KEY_ARROW_RIGHT,
	KEY_BACK_TABULATOR,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_TO_HOME,
	KEY_ERASE,
};

enum touch { TOUCH_PRESS, TOUCH_RELEASE, TOUCH_TAP };

/* What the input remembers between a press and its release. All zeros at start. */
struct input {
	struct action pressed;
};

/* The key that scripts call `name` ("Down", "Enter", "x"), or KEY_NOTHING. */
uint32_t input_key_named(const char *name);
/* Carries out what a key asks for, on the canvas that the visitor sees. */
void input_key(struct session *session, const struct world *world, const struct canvas *canvas,
	uint32_t key, int64_t now_ms);
/* The same for a touch. A release acts on the button below it, unless the finger came down on another one;
   where it came down beside all buttons, or the terminal did not tell, it is forgiven. A tap is both in one. */
struct touch_event {
	enum touch touch;
	int x, y;
	int64_t now_ms;
};
void input_touch(struct input *input, struct session *session, const struct world *world,
	const struct canvas *canvas, struct touch_event event);

#endif
