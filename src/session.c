/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One state, changed by actions and by time.
 */
#include "session.h"

#include "motion.h"

#include <string.h>

static void copy_id(char *to, const char *from, size_t size)
{
	size_t length = strnlen(from, size - 1);
	memset(to, 0, size); /* so that equal sessions are equal byte by byte */
	memcpy(to, from, length);
}

static const struct slide *first_slide(const struct world *world)
{
	return &world->campaign->slides[0];
}

/* The dated slides of these days come right after the first, neutral one: `index` counts in that order. */
static const struct slide *slide_in_order(const struct world *world, size_t index)
{
	const struct campaign *campaign = world->campaign;
	for (int dated = 1; dated >= 0; dated--) {
		for (size_t i = 1; i < campaign->slide_count; i++) {
			const struct slide *slide = &campaign->slides[i];
			bool has_days = slide->first_day.month || slide->last_day.month;
			if (has_days != (dated == 1) || !campaign_slide_shows(slide, &world->now))
				continue;
			if (index-- == 0)
				return slide;
		}
	}
	return NULL;
}

/* The slide after `id`; the first one after the last. */
static const struct slide *next_slide(const struct world *world, const char *id)
{
	const struct slide *slide;
	if (strcmp(first_slide(world)->id, id) == 0) {
		slide = slide_in_order(world, 0);
		return slide ? slide : first_slide(world);
	}
	for (size_t i = 0; (slide = slide_in_order(world, i)); i++)
		if (strcmp(slide->id, id) == 0) {
			slide = slide_in_order(world, i + 1);
			break;
		}
	return slide ? slide : first_slide(world);
}

static void show_slide(struct session *session, const struct slide *slide, int64_t now_ms)
{
	copy_id(session->slide, slide->id, sizeof session->slide);
	session->slide_ms = now_ms;
	session->arriving = false;
	session->here.page = 0;
}

void session_start(struct session *session, const struct world *world, int64_t now_ms)
{
	memset(session, 0, sizeof *session);
	copy_id(session->language, world->settings->languages[0], sizeof session->language);
	session->focus = -1;
	session->page_count = 1;
	session->touched_ms = now_ms;
	show_slide(session, first_slide(world), now_ms);
}

static void next_language(struct session *session, const struct world *world)
{
	const struct settings *settings = world->settings;
	size_t next = 0;
	for (size_t i = 0; i < settings->language_count; i++)
		if (strcmp(settings->languages[i], session->language) == 0)
			next = (i + 1) % settings->language_count;
	copy_id(session->language, settings->languages[next], sizeof session->language);
}

/* The next part of a slide too long for the screen, or the next slide; after a full round that nobody
   watched by touch, the next language. */
static void advance_slide(struct session *session, const struct world *world, int64_t now_ms)
{
	if (session->here.page + 1 < session->page_count) {
		session->here.page++;
		session->slide_ms = now_ms;
		session->arriving = false;
		return;
	}
	const struct slide *slide = next_slide(world, session->slide);
	if (slide == first_slide(world) && !session->visited)
		next_language(session, world);
	show_slide(session, slide, now_ms);
}

static void go(struct session *session, enum screen_kind screen, const char *id)
{
	struct spot there = { .screen = screen };
	copy_id(there.id, id, sizeof there.id);
	bool same = session->here.screen == screen && strcmp(session->here.id, there.id) == 0;
	if (!same && session->here.screen != SCREEN_ATTRACT) {
		if (session->trail_count == TRAIL_LENGTH) {
			memmove(session->trail, session->trail + 1,
				(TRAIL_LENGTH - 1) * sizeof session->trail[0]);
			session->trail_count--;
		}
		session->trail[session->trail_count++] = session->here;
	}
	session->here = there;
	session->hidden = false;
}

static void go_home(struct session *session, int64_t now_ms)
{
	memset(session->trail, 0, sizeof session->trail);
	session->trail_count = 0;
	session->here = (struct spot){ .screen = SCREEN_ATTRACT };
	session->hidden = false;
	session->slide_ms = now_ms;
	session->arriving = false;
}

static void go_back(struct session *session, int64_t now_ms)
{
	if (session->trail_count == 0) {
		go_home(session, now_ms);
		return;
	}
	session->here = session->trail[--session->trail_count];
	session->hidden = false;
	memset(&session->trail[session->trail_count], 0, sizeof session->trail[0]);
}

static void choose_language(
	struct session *session, const struct world *world, const char *tag, int64_t now_ms)
{
	for (size_t i = 0; i < world->settings->language_count; i++)
		if (strcmp(world->settings->languages[i], tag) == 0)
			copy_id(session->language, tag, sizeof session->language);
	if (session->here.screen == SCREEN_LANGUAGES)
		go_back(session, now_ms);
}

/* Whether an action may change what is on the screen, so that what is read aloud ends. */
static bool moves_on(enum action_kind kind)
{
	return kind != ACTION_NONE && kind != ACTION_CONTINUE && kind != ACTION_MORE_TIME &&
		kind != ACTION_QUIT;
}

/* The screens that actions of the same name open. */
static const enum screen_kind screens[] = {
	[ACTION_HELP] = SCREEN_HELP,
	[ACTION_CHANNEL] = SCREEN_CHANNEL,
	[ACTION_COUNTRIES] = SCREEN_COUNTRIES,
	[ACTION_REPORT] = SCREEN_REPORT,
	[ACTION_PAGE] = SCREEN_PAGE,
	[ACTION_LANGUAGES] = SCREEN_LANGUAGES,
};

void session_act(
	struct session *session, const struct world *world, struct action action, int64_t now_ms)
{
	bool was_speaking = session->speaking;
	if (action.kind != ACTION_NONE && action.kind != ACTION_SPEAK)
		session->focus = -1;
	session->speaking = was_speaking && !moves_on(action.kind);
	switch (action.kind) {
	case ACTION_HELP:
	case ACTION_CHANNEL:
	case ACTION_COUNTRIES:
	case ACTION_REPORT:
	case ACTION_PAGE:
	case ACTION_LANGUAGES:
		go(session, screens[action.kind], action.id);
		break;
	case ACTION_LANGUAGE:
		choose_language(session, world, action.id, now_ms);
		break;
	case ACTION_NEXT_SLIDE:
		advance_slide(session, world, now_ms);
		break;
	case ACTION_NEXT_PAGE:
		session->here.page += session->here.page + 1 < session->page_count;
		break;
	case ACTION_PREVIOUS_PAGE:
		session->here.page -= session->here.page > 0;
		break;
	case ACTION_BACK:
		go_back(session, now_ms);
		break;
	case ACTION_HOME:
		go_home(session, now_ms);
		break;
	case ACTION_CLOSE:
		session_start(session, world, now_ms);
		break;
	case ACTION_HIDE:
		if (session->here.screen == SCREEN_CHANNEL) {
			session->hidden = !session->hidden;
			session->here.page = 0;
		}
		break;
	case ACTION_LARGE:
		session->large = !session->large;
		session->here.page = 0;
		break;
	case ACTION_MORE_TIME:
		session->patient = true;
		break;
	case ACTION_SPEAK:
		session->speaking = !was_speaking && world->settings->speech;
		break;
	case ACTION_QUIT:
		session->quit = !world->kiosk;
		break;
	case ACTION_NONE:
	case ACTION_CONTINUE:
	case ACTION_FOCUS_NEXT:
	case ACTION_FOCUS_PREVIOUS:
	case ACTION_FOCUS_LEFT:
	case ACTION_FOCUS_RIGHT:
	case ACTION_FOCUS_UP:
	case ACTION_FOCUS_DOWN:
	case ACTION_PRESS:
	case ACTION_PICK:
		break; /* these are about the focus, which input.c moves */
	}
}

bool session_touch(struct session *session, int64_t now_ms)
{
	bool answered = session->asking;
	session->asking = false;
	session->visited = true;
	session->touched_ms = now_ms;
	return answered;
}

static int64_t visit_ms(const struct session *session, int seconds)
{
	return (int64_t)seconds * 1000 * (session->patient ? PATIENCE : 1);
}

static int64_t idle_ms(const struct session *session, const struct world *world)
{
	return visit_ms(session, world->settings->idle_seconds);
}

static int64_t end_ms(const struct session *session, const struct world *world)
{
	return session->touched_ms + idle_ms(session, world) +
		visit_ms(session, world->settings->warning_seconds);
}

static int64_t slide_end_ms(const struct session *session, const struct world *world)
{
	const struct slide *slide = campaign_slide(world->campaign, session->slide);
	int seconds = slide && slide->seconds ? slide->seconds : world->settings->slide_seconds;
	return session->slide_ms + (int64_t)seconds * 1000;
}

bool session_moves(const struct session *session, const struct world *world)
{
	return session->here.screen == SCREEN_ATTRACT && !session->large &&
		world->settings->motion && !world->still;
}

/* A slide that comes by itself is wiped in, unless nothing moves. */
static void tick_slide(struct session *session, const struct world *world, int64_t now_ms)
{
	bool next = now_ms >= slide_end_ms(session, world);
	if (next)
		advance_slide(session, world, now_ms);
	session->arriving = (next || session->arriving) && session_moves(session, world) &&
		motion_reveal(now_ms - session->slide_ms) < 1;
}

void session_tick(struct session *session, const struct world *world, int64_t now_ms)
{
	if (session->speaking && now_ms >= session->touched_ms + idle_ms(session, world))
		session->touched_ms = now_ms;
	if (session->visited && now_ms >= end_ms(session, world)) {
		session_start(session, world, now_ms);
		return;
	}
	if (session->here.screen != SCREEN_ATTRACT)
		session->asking = session->asking ||
			now_ms >= session->touched_ms + idle_ms(session, world);
	else
		tick_slide(session, world, now_ms);
}

double session_swell(const struct session *session, const struct world *world, int64_t now_ms)
{
	return session_moves(session, world) ? motion_swell(now_ms - session->slide_ms) : 1;
}

double session_reveal(const struct session *session, int64_t now_ms)
{
	return session->arriving ? motion_reveal(now_ms - session->slide_ms) : 1;
}

/* When something that moves is to be drawn again. */
static int64_t next_frame_ms(
	const struct session *session, const struct world *world, int64_t now_ms)
{
	int64_t since_ms = now_ms - session->slide_ms, next = INT64_MAX;
	if (!session_moves(session, world))
		return INT64_MAX;
	if (session->animated)
		next = motion_next_swell(since_ms);
	if (session->arriving && motion_next_reveal(since_ms) < next)
		next = motion_next_reveal(since_ms);
	return next < INT64_MAX ? session->slide_ms + next : next;
}

int64_t session_deadline(const struct session *session, const struct world *world, int64_t now_ms)
{
	if (session->asking) {
		int64_t left = end_ms(session, world) - now_ms;
		return left <= 0 ? now_ms : now_ms + (left - 1) % 1000 + 1;
	}
	int64_t deadline = session->touched_ms + idle_ms(session, world);
	if (session->here.screen == SCREEN_ATTRACT) {
		deadline = slide_end_ms(session, world);
		if (session->visited && end_ms(session, world) < deadline)
			deadline = end_ms(session, world);
	}
	int64_t frame = next_frame_ms(session, world, now_ms);
	return frame < deadline ? frame : deadline;
}

void session_drawn(struct session *session, int page_count, bool animated)
{
	session->page_count = page_count;
	session->animated = animated;
	if (session->here.page >= page_count)
		session->here.page = page_count - 1;
}

static bool exists(const struct spot *spot, const struct world *world)
{
	switch (spot->screen) {
	case SCREEN_CHANNEL:
		return channels_find(world->channels, spot->id) != NULL;
	case SCREEN_PAGE:
		return campaign_page(world->campaign, spot->id) != NULL;
	case SCREEN_HELP:
		return !*spot->id || channels_country(world->channels, spot->id);
	case SCREEN_ATTRACT:
	case SCREEN_COUNTRIES:
	case SCREEN_REPORT:
	case SCREEN_LANGUAGES:
		return true;
	}
	return false;
}

void session_reload(struct session *session, const struct world *world, int64_t now_ms)
{
	int kept = 0;
	session->speaking = false;
	for (int i = 0; i < session->trail_count; i++)
		if (exists(&session->trail[i], world))
			session->trail[kept++] = session->trail[i];
	memset(session->trail + kept, 0, (size_t)(TRAIL_LENGTH - kept) * sizeof session->trail[0]);
	session->trail_count = kept;
	if (!exists(&session->here, world))
		go_back(session, now_ms);
	if (!campaign_slide(world->campaign, session->slide))
		show_slide(session, first_slide(world), now_ms);
	bool spoken = false;
	for (size_t i = 0; i < world->settings->language_count; i++)
		spoken = spoken || strcmp(world->settings->languages[i], session->language) == 0;
	if (!spoken || !session->visited)
		copy_id(session->language, world->settings->languages[0], sizeof session->language);
}

int session_seconds_left(const struct session *session, const struct world *world, int64_t now_ms)
{
	int64_t left = (end_ms(session, world) - now_ms + 999) / 1000;
	return left < 0 ? 0 : (int)left;
}
