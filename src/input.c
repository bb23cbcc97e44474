/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of keys, and what moves the focus.
 */
#include "input.h"

#include <string.h>

static const struct binding {
	uint32_t key;
	const char *name;
	enum action_kind action;
} bindings[] = {
	{ KEY_ARROW_UP, "Up", ACTION_FOCUS_UP },
	{ KEY_ARROW_DOWN, "Down", ACTION_FOCUS_DOWN },
	{ KEY_ARROW_LEFT, "Left", ACTION_FOCUS_LEFT },
	{ KEY_ARROW_RIGHT, "Right", ACTION_FOCUS_RIGHT },
	{ KEY_TABULATOR, "Tab", ACTION_FOCUS_NEXT },
	{ KEY_BACK_TABULATOR, "BackTab", ACTION_FOCUS_PREVIOUS },
	{ KEY_RETURN, "Enter", ACTION_PRESS },
	{ '\n', "Newline", ACTION_PRESS },
	{ ' ', "Space", ACTION_PRESS },
	{ KEY_ESCAPE, "Escape", ACTION_CLOSE },
	{ '0', "0", ACTION_CLOSE },
	{ KEY_PAGE_UP, "PageUp", ACTION_PREVIOUS_PAGE },
	{ KEY_PAGE_DOWN, "PageDown", ACTION_NEXT_PAGE },
	{ KEY_TO_HOME, "Home", ACTION_HOME },
	{ KEY_ERASE, "Backspace", ACTION_BACK },
	{ 'l', "l", ACTION_LANGUAGES },
	{ 't', "t", ACTION_MORE_TIME },
	{ '+', "+", ACTION_LARGE },
	{ 'h', "h", ACTION_HIDE },
	{ 's', "s", ACTION_SPEAK },
	{ 'q', "q", ACTION_QUIT },
	{ KEY_LEAVE, "Ctrl-C", ACTION_QUIT },
};

uint32_t input_key_named(const char *name)
{
	for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++)
		if (strcmp(bindings[i].name, name) == 0)
			return bindings[i].key;
	return name[0] && !name[1] ? (unsigned char)name[0] : KEY_NOTHING;
}

static struct action action_of(uint32_t key)
{
	if (key >= '1' && key <= '9')
		return action_make(ACTION_PICK, (char[]){ (char)key, '\0' });
	for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++)
		if (bindings[i].key == key)
			return action_make(bindings[i].action, NULL);
	return action_make(ACTION_NONE, NULL);
}

/* The neighbour in a direction; beyond the last one the next in the order of reading, or the one before, so
   that few keys are enough to reach every button. */
static int neighbour(const struct canvas *canvas, int focus, int dx, int dy)
{
	int found = canvas_neighbour(canvas, focus, dx, dy);
	if (found >= 0 || canvas->buttons == 0)
		return found;
	int step = (canvas->mode.right_to_left ? -dx : dx) + dy;
	return (focus + step + canvas->buttons) % canvas->buttons;
}

static void move_focus(struct session *session, const struct canvas *canvas, enum action_kind kind)
{
	int next = session->focus;
	switch ((int)kind) {
	case ACTION_FOCUS_NEXT:
		next = canvas->buttons ? (session->focus + 1) % canvas->buttons : -1;
		break;
	case ACTION_FOCUS_PREVIOUS:
		next = session->focus > 0 ? session->focus - 1 : canvas->buttons - 1;
		break;
	case ACTION_FOCUS_LEFT:
		next = neighbour(canvas, session->focus, -1, 0);
		break;
	case ACTION_FOCUS_RIGHT:
		next = neighbour(canvas, session->focus, 1, 0);
		break;
	case ACTION_FOCUS_UP:
		next = neighbour(canvas, session->focus, 0, -1);
		break;
	case ACTION_FOCUS_DOWN:
		next = neighbour(canvas, session->focus, 0, 1);
		break;
	}
	if (next >= 0)
		session->focus = next;
}

/* What "Still there?" lets through; all else only answers it. */
static bool acts_on_question(enum action_kind kind)
{
	return kind == ACTION_CLOSE || kind == ACTION_MORE_TIME;
}

void input_key(struct session *session, const struct world *world, const struct canvas *canvas,
	uint32_t key, int64_t now_ms)
{
	struct action action = action_of(key);
	if (action.kind == ACTION_NONE || (action.kind == ACTION_SPEAK && !world->settings->speech))
		return;
	bool answered = session_touch(session, now_ms);
	if (answered && !acts_on_question(action.kind) && action.kind != ACTION_QUIT)
		return;
	const struct target *target = NULL;
	if (action.kind == ACTION_PRESS)
		target = canvas_nth_button(canvas, session->focus);
	else if (action.kind == ACTION_PICK)
		target = canvas_nth_button(canvas, action.id[0] - '1');
	else if (action.kind >= ACTION_FOCUS_NEXT && action.kind <= ACTION_FOCUS_DOWN)
		move_focus(session, canvas, action.kind);
	else
		session_act(session, world, action, now_ms);
	if (target)
		session_act(session, world, target->action, now_ms);
}

static bool same_action(const struct action *a, const struct action *b)
{
	return a->kind == b->kind && strcmp(a->id, b->id) == 0;
}

void input_touch(struct input *input, struct session *session, const struct world *world,
	const struct canvas *canvas, struct touch_event event)
{
	const struct target *target = canvas_target_at(canvas, event.x, event.y);
	struct action action = target ? target->action : action_make(ACTION_NONE, NULL);
	struct action pressed = input->pressed;
	input->pressed = action_make(ACTION_NONE, NULL);
	if (event.touch == TOUCH_PRESS) {
		input->pressed = action;
		return;
	}
	bool moved = event.touch == TOUCH_RELEASE && pressed.kind != ACTION_NONE &&
		!same_action(&pressed, &action);
	bool answered = session_touch(session, event.now_ms);
	session->focus = -1;
	if (!moved && (!answered || acts_on_question(action.kind)))
		session_act(session, world, action, event.now_ms);
}
