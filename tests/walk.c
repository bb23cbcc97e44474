/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * walk 80x24 [large]: at that size, in large type if asked for, in every language, goes breadth-first from attract through everything that
 * can be touched. Every screen that preview names must be met, every page of it; on each, nothing is cut
 * or overlaps, buttons are large enough, all text of the content is there, and every number is right.
 */
#include "fixture.h"

#include "input.h"
#include "language.h"
#include "languages.h"
#include "memory.h"
#include "preview.h"
#include "view/view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uninorm.h>
#include <unistr.h>

enum { MOST_BUTTONS = 100, MOST_SPOTS = 20000, MOST_CHARACTERS = 0x30000 };

static int width, height;
static bool large;
static struct world world;
static struct canvas canvas;
static int failures;

#define FAIL(...)                                                                                  \
	do {                                                                                       \
		if (failures++ < 20)                                                               \
			print_error(__VA_ARGS__);                                                  \
	} while (0)

/* What was met, and what is still to be visited. */
struct walk {
	struct session sessions[MOST_SPOTS];
	int count;
	const char *tag;
};

static bool same_place(const struct session *a, const struct session *b)
{
	return a->here.screen == b->here.screen && a->here.page == b->here.page &&
		strcmp(a->here.id, b->here.id) == 0 && a->hidden == b->hidden &&
		a->asking == b->asking &&
		(a->here.screen != SCREEN_ATTRACT || strcmp(a->slide, b->slide) == 0);
}

static void meet(struct walk *walk, const struct session *session)
{
	for (int i = 0; i < walk->count; i++)
		if (same_place(&walk->sessions[i], session))
			return;
	if (walk->count < MOST_SPOTS)
		walk->sessions[walk->count++] = *session;
	else
		FAIL("more places than the walk can hold\n");
}

static void describe(const char *tag, const struct session *session, char where[128])
{
	snprintf(where, 128, "%s %dx%d screen %d %s page %d", tag, width, height,
		(int)session->here.screen,
		session->here.screen == SCREEN_ATTRACT ? session->slide : session->here.id,
		session->here.page + 1);
}

static bool overlap(struct area a, struct area b)
{
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
		b.y < a.y + a.height;
}

/* The area and the cells around it that no other button may take: a column on either side, where four buttons
   have the width for it, and a row above and below, where there is height. */
static struct area grown(const struct area *area)
{
	int columns = width >= 43, rows = height >= 24;
	return (struct area){ area->x - columns, area->y - rows, area->width + 2 * columns,
		area->height + 2 * rows };
}

static void check_buttons(const char *where)
{
	for (int i = 0; i < canvas.buttons; i++) {
		const struct area *area = &canvas_nth_button(&canvas, i)->area;
		if (area->width < 10 || area->height < 3)
			FAIL("%s: button %d is %dx%d\n", where, i, area->width, area->height);
		if (area->x < 0 || area->y < 0 || area->x + area->width > width ||
			area->y + area->height > height)
			FAIL("%s: button %d leaves the screen\n", where, i);
		for (int j = 0; j < i; j++)
			if (overlap(grown(area), canvas_nth_button(&canvas, j)->area))
				FAIL("%s: buttons %d and %d are not apart\n", where, i, j);
	}
}

/* Help is one touch away and its numbers are there without any. */
static void check_help(const char *where)
{
	bool touchable = false;
	for (size_t i = 0; i < canvas.target_count; i++)
		touchable = touchable || canvas.targets[i].action.kind == ACTION_HELP;
	if (!touchable)
		FAIL("%s: no touch leads to help\n", where);
	if (!fixture_shows(&canvas, "17") || !fixture_shows(&canvas, "112") ||
		!fixture_shows(&canvas, "116 006"))
		FAIL("%s: the help line lacks a number\n", where);
}

/* Listen is on every screen with a frame, where the kiosk can speak and the screen is no small panel. */
static void check_listen(const struct session *session, const char *where)
{
	int found = 0;
	for (size_t i = 0; i < canvas.target_count; i++)
		found += canvas.targets[i].action.kind == ACTION_SPEAK;
	bool expected = world.settings->speech && (width >= 60 || height >= 36) &&
		session->here.screen != SCREEN_ATTRACT;
	if (found != expected)
		FAIL("%s: %d buttons Listen\n", where, found);
}

static void visit(struct walk *walk, int index)
{
	char where[128];
	language_use(walk->tag);
	view_draw(&canvas, &world, &walk->sessions[index], 0);
	session_drawn(&walk->sessions[index], canvas.page_count, canvas.animated);
	describe(walk->tag, &walk->sessions[index], where);
	if (canvas.clipped || canvas.overdrawn)
		FAIL("%s: %d glyphs cut, %d drawn over\n", where, canvas.clipped, canvas.overdrawn);
	check_buttons(where);
	check_help(where);
	check_listen(&walk->sessions[index], where);
	for (size_t i = 0; i < canvas.target_count; i++) {
		struct session next = walk->sessions[index];
		struct action action = canvas.targets[i].action;
		session_act(&next, &world, action, 0);
		if (action.kind == ACTION_LANGUAGE || action.kind == ACTION_CLOSE)
			snprintf(next.language, sizeof next.language, "%s", walk->tag);
		next.large = large;
		meet(walk, &next);
	}
}

/* How often each character was drawn, or is to be; compatibility forms folded (Arabic shapes). */
static void count_characters(const char *text, int *counts, int step)
{
	size_t length = 0;
	uint32_t *characters = NULL;
	uint8_t *normal = u8_normalize(
		UNINORM_NFKD, (const uint8_t *)text, strlen(text), NULL, &length);
	characters = u8_to_u32(normal, length, NULL, &length);
	for (size_t i = 0; i < length; i++)
		if (characters[i] > ' ' && characters[i] < MOST_CHARACTERS &&
			characters[i] != 0x200B && characters[i] != 0x200C &&
			characters[i] != 0x2069 && characters[i] != 0x2066)
			counts[characters[i]] += step;
	free(normal);
	free(characters);
}

static void expect_words(struct words words, const char *domain, int *counts)
{
	if (words.text)
		count_characters(words_translated(words, domain), counts, -1);
}

static void expect_page(const struct page *page, int *counts)
{
	const char *domain = world.campaign->domain;
	expect_words(page->title, domain, counts);
	for (size_t i = 0; i < page->section_count; i++) {
		expect_words(page->sections[i].heading, domain, counts);
		for (size_t j = 0; j < page->sections[i].item_count; j++)
			expect_words(page->sections[i].items[j].text, domain, counts);
	}
	for (size_t i = 0; i < page->link_count; i++)
		expect_words(page->links[i]->title, domain, counts);
}

static void expect_slide(const struct slide *slide, int *counts)
{
	const char *domain = world.campaign->domain;
	expect_words(slide->title, domain, counts);
	expect_words(slide->text, domain, counts);
	expect_words(slide->hidden, domain, counts);
	expect_words(slide->from.label, domain, counts);
	expect_words(slide->to.label, domain, counts);
	for (size_t i = 0; i < slide->part_count; i++) {
		expect_words(slide->parts[i].heading, domain, counts);
		expect_words(slide->parts[i].text, domain, counts);
	}
	if (slide->source)
		expect_words(slide->source->name, domain, counts);
}

/* A card says less where there is little height, or large type; the channel's own screen never does. */
static bool says_more(void)
{
	return height >= VIEW_ROOMY_HEIGHT && !large;
}

static void expect_channel(const struct channel *channel, bool card, int *counts)
{
	count_characters(channel->name, counts, -1);
	expect_words(channel->area, world.channels->domain, counts);
	if (!card || says_more())
		expect_words(channel->audience, world.channels->domain, counts);
}

static void expect_screen(const char *name, int *counts)
{
	const char *id = strchr(name, '/');
	if (strncmp(name, "page/", 5) == 0)
		expect_page(campaign_page(world.campaign, id + 1), counts);
	else if (strncmp(name, "slide/", 6) == 0)
		expect_slide(campaign_slide(world.campaign, id + 1), counts);
	else if (strcmp(name, "report") == 0)
		expect_page(campaign_page(world.campaign, "report"), counts);
	else if (strncmp(name, "channel/", 8) == 0)
		expect_channel(channels_find(world.channels, id + 1), false, counts);
	if (strncmp(name, "help/", 5) != 0)
		return;
	const struct channel *list[64];
	size_t count = channels_in(world.channels, world.settings, id + 1, list, 64);
	for (size_t i = 0; i < count && i < 64; i++)
		expect_channel(list[i], true, counts);
}

/* The numbers that must stand on the pages of a screen, each on one line. */
struct numbers {
	const char *list[256];
	bool seen[256];
	int count;
};

static void expect_numbers(struct numbers *numbers, const struct channel *channel, bool card)
{
	const char *own[] = { channel->phone, channel->sms, channel->whatsapp,
		channel->international };
	size_t first = 0;
	while (first < 2 && !own[first])
		first++;
	size_t end = !card ? 4 : says_more() ? 3 : first + 1;
	for (size_t i = 0; i < end; i++)
		if (own[i] && numbers->count < 256)
			numbers->list[numbers->count++] = own[i];
}

static void screen_numbers(const char *name, struct numbers *numbers)
{
	const struct channel *list[64];
	size_t count = 0;
	if (strncmp(name, "channel/", 8) == 0)
		list[count++] = channels_find(world.channels, name + 8);
	else if (strncmp(name, "help/", 5) == 0)
		count = channels_in(world.channels, world.settings, name + 5, list, 64);
	for (size_t i = 0; i < count && i < 64; i++)
		expect_numbers(numbers, list[i], *name == 'h');
}

/* The question over each page of the help screen. */
static void check_question(const char *tag, struct session session)
{
	char where[128];
	snprintf(session.language, sizeof session.language, "%s", tag);
	int pages = 1;
	for (session.here.page = 0; session.here.page < pages; session.here.page++) {
		view_draw(&canvas, &world, &session, 0);
		pages = canvas.page_count;
		describe(tag, &session, where);
		if (canvas.clipped || !fixture_shows(&canvas, "20"))
			FAIL("%s: the question is cut\n", where);
		check_help(where);
	}
}

/* All pages of one screen: met by the walk, complete, with right numbers. */
static void check_screen(const char *name, void *data)
{
	static int counts[MOST_CHARACTERS];
	struct walk *walk = data;
	struct session session;
	struct numbers numbers = { 0 };
	assert_true(preview_session(&session, &world, name));
	session.large = large;
	if (strcmp(name, "still-there") == 0)
		check_question(walk->tag, session);
	if (strcmp(name, "still-there") == 0 || strcmp(name, "numbers") == 0)
		return;
	snprintf(session.language, sizeof session.language, "%s", walk->tag);
	memset(counts, 0, sizeof counts);
	screen_numbers(name, &numbers);
	int pages = 1;
	for (int page = 0; page < pages; page++) {
		bool met = false;
		session.here.page = page;
		view_draw(&canvas, &world, &session, 0);
		pages = canvas.page_count;
		for (int i = 0; i < walk->count && !met; i++)
			met = same_place(&walk->sessions[i], &session);
		if (!met && strncmp(name, "slide/world-day", 15) != 0)
			FAIL("%s %dx%d: no touch leads to %s, page %d of %d\n", walk->tag, width,
				height, name, page + 1, pages);
		char *text = fixture_text(&canvas);
		count_characters(text, counts, 1);
		free(text);
		for (int i = 0; i < numbers.count; i++)
			numbers.seen[i] = numbers.seen[i] ||
				fixture_shows(&canvas, numbers.list[i]);
	}
	expect_screen(name, counts);
	for (uint32_t c = 0; c < MOST_CHARACTERS; c++)
		if (counts[c] < 0)
			FAIL("%s %dx%d: %s lacks %d of U+%04X\n", walk->tag, width, height, name,
				-counts[c], (unsigned)c);
	for (int i = 0; i < numbers.count; i++)
		if (!numbers.seen[i])
			FAIL("%s %dx%d: %s does not show %s\n", walk->tag, width, height, name,
				numbers.list[i]);
}

/* The slides turn by time, so the walk starts from each of them as well. */
static void start_walk(struct walk *walk)
{
	struct session session;
	session_start(&session, &world, 0);
	snprintf(session.language, sizeof session.language, "%s", walk->tag);
	session.large = large;
	meet(walk, &session);
}

static void walks_everywhere(void **state)
{
	(void)state;
	struct walk *walk = memory_resize(NULL, 1, sizeof *walk);
	for (size_t i = 0; i < language_count; i++) {
		if (!language_available(languages[i].tag)) {
			FAIL("%s has no catalogue\n", languages[i].tag);
			continue;
		}
		walk->count = 0;
		walk->tag = languages[i].tag;
		start_walk(walk);
		for (int next = 0; next < walk->count; next++)
			visit(walk, next);
		preview_each(&world, check_screen, walk);
	}
	free(walk);
	assert_int_equal(failures, 0);
}

/* Whatever country a kiosk stands in: its own numbers are on every screen, and nothing is cut. */
static void check_country(const char *tag, const char *code, const char *name)
{
	const struct channel *list[64];
	char where[128];
	struct session session;
	if (!preview_session(&session, &world, name))
		return;
	session.large = large;
	snprintf(session.language, sizeof session.language, "%s", tag);
	snprintf(where, sizeof where, "%s %dx%d %s in %s", tag, width, height, name, code);
	language_use(tag);
	view_draw(&canvas, &world, &session, 0);
	if (canvas.clipped || canvas.overdrawn)
		FAIL("%s: %d glyphs cut, %d drawn over\n", where, canvas.clipped, canvas.overdrawn);
	check_buttons(where);
	size_t count = channels_in(world.channels, world.settings, code, list, 64);
	for (size_t i = 0, emergency = 0; i < count && i < 64; i++)
		if (list[i]->kind == CHANNEL_EMERGENCY && list[i]->phone && emergency++ < 2 &&
			!fixture_shows(&canvas, list[i]->phone))
			FAIL("%s: %s is not shown\n", where, list[i]->phone);
}

static void stands_in_every_country(void **state)
{
	(void)state;
	static const char *const names[] = { "attract", "help", "report", "still-there",
		"languages" };
	struct settings *settings = (struct settings *)world.settings;
	const char *before = settings->country;
	for (size_t i = 0; i < world.channels->country_count; i++) {
		settings->country = world.channels->countries[i].code;
		for (size_t j = 0; j < language_count; j++)
			for (size_t k = 0; k < sizeof names / sizeof *names; k++)
				check_country(languages[j].tag, settings->country, names[k]);
	}
	settings->country = before;
	assert_int_equal(failures, 0);
}

/* Places that a set of keys leads to, and the actions that it carries out. */
struct search {
	struct walk walk;
	const uint32_t *keys; /* ends in KEY_NOTHING */
	bool done[ACTION_QUIT + 1];
};

/* Presses a key of the set with that button in focus: gives the button that has it then, or notes where it led. */
static int press(struct search *search, const struct session *session, int focus, uint32_t key)
{
	struct session next = *session;
	next.focus = focus;
	const struct target *target = canvas_nth_button(&canvas, focus);
	if (key == KEY_RETURN && target)
		search->done[target->action.kind] = true;
	input_key(&next, &world, &canvas, key, 0);
	snprintf(next.language, sizeof next.language, "%s", search->walk.tag);
	next.large = large;
	meet(&search->walk, &next);
	return next.focus;
}

/* All that the keys do on one screen, from no focus at all. */
static void search_screen(struct search *search, int index)
{
	char where[128];
	bool reached[MOST_BUTTONS + 1] = { true }; /* by focus + 1 */
	int queue[MOST_BUTTONS + 1] = { -1 }, count = 1;
	struct session session = search->walk.sessions[index];
	session.focus = -1;
	view_draw(&canvas, &world, &session, 0);
	session_drawn(&session, canvas.page_count, canvas.animated);
	describe(search->walk.tag, &session, where);
	for (int i = 0; i < count; i++)
		for (const uint32_t *key = search->keys; *key; key++) {
			int focus = press(search, &session, queue[i], *key);
			if (focus >= 0 && focus < MOST_BUTTONS && !reached[focus + 1]) {
				reached[focus + 1] = true;
				queue[count++] = focus;
			}
		}
	/* While it asks, keys but Enter only answer. */
	if (count != canvas.buttons + 1 && !session.asking)
		FAIL("%s: %d of %d buttons are reached by the keys\n", where, count - 1,
			canvas.buttons);
}

/* Every place that a touch leads to is reached, but the slides, which come by themselves. */
static void compare_searches(const struct walk *touched, const struct search *search)
{
	for (int i = 0; i < touched->count; i++) {
		char where[128];
		bool met = touched->sessions[i].here.screen == SCREEN_ATTRACT;
		for (int j = 0; j < search->walk.count && !met; j++)
			met = same_place(&touched->sessions[i], &search->walk.sessions[j]);
		describe(touched->tag, &touched->sessions[i], where);
		if (!met)
			FAIL("%s: no key leads there\n", where);
	}
}

static void search_with(const struct walk *touched, struct search *search, const uint32_t *keys)
{
	static const enum action_kind wanted[] = { ACTION_HELP, ACTION_CHANNEL, ACTION_COUNTRIES,
		ACTION_REPORT, ACTION_PAGE, ACTION_LANGUAGES, ACTION_LANGUAGE, ACTION_BACK,
		ACTION_HOME, ACTION_CLOSE, ACTION_HIDE, ACTION_LARGE, ACTION_SPEAK };
	*search = (struct search){ .keys = keys, .walk.tag = touched->tag };
	start_walk(&search->walk);
	for (int next = 0; next < search->walk.count; next++)
		search_screen(search, next);
	compare_searches(touched, search);
	bool small = width < 60 && height < 36; /* there Listen has no button */
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (!search->done[wanted[i]] && !(small && wanted[i] == ACTION_SPEAK))
			FAIL("%s %dx%d: no key does action %d\n", touched->tag, width, height,
				(int)wanted[i]);
}

/* With a keyboard's keys, and with those of a keypad that has but five. */
static void keys_reach_everything(void **state)
{
	(void)state;
	static const uint32_t keyboard[] = { KEY_TABULATOR, KEY_ARROW_UP, KEY_ARROW_DOWN,
		KEY_ARROW_LEFT, KEY_ARROW_RIGHT, KEY_RETURN, KEY_ESCAPE, KEY_NOTHING };
	static const uint32_t keypad[] = { KEY_ARROW_UP, KEY_ARROW_DOWN, KEY_ARROW_RIGHT,
		KEY_RETURN, KEY_TO_HOME, KEY_NOTHING };
	static const char *const tags[] = { "fr", "ar" };
	static const char *speech[] = { "true", NULL };
	struct settings *settings = (struct settings *)world.settings;
	struct walk *touched = memory_resize(NULL, 1, sizeof *touched);
	struct search *search = memory_resize(NULL, 1, sizeof *search);
	settings->speech = speech;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		touched->count = 0;
		touched->tag = tags[i];
		start_walk(touched);
		for (int next = 0; next < touched->count; next++)
			visit(touched, next);
		search_with(touched, search, keyboard);
		search_with(touched, search, keypad);
	}
	settings->speech = NULL;
	free(touched);
	free(search);
	assert_int_equal(failures, 0);
}

/* All of it once more, with the button that reads aloud. */
static void walks_while_it_can_speak(void **state)
{
	static const char *speech[] = { "true", NULL };
	struct settings *settings = (struct settings *)world.settings;
	settings->speech = speech;
	walks_everywhere(state);
	settings->speech = NULL;
}

/* Below the smallest size the numbers alone are shown, never a cut one. */
static void shows_numbers_when_small(void **state)
{
	(void)state;
	struct session session;
	struct canvas small = { 0 };
	session_start(&session, &world, 0);
	for (int w = 1; w < 60; w++)
		for (int h = 1; h < 16; h++) {
			canvas_resize(&small, w, h);
			view_draw(&small, &world, &session, 0);
			assert_int_equal(small.clipped, 0);
			if (w >= 3 && h >= 2 && (w < VIEW_MINIMUM_WIDTH || h < VIEW_MINIMUM_HEIGHT))
				assert_true(fixture_shows(&small, "17") &&
					fixture_shows(&small, "112"));
		}
	canvas_finish(&small);
}

int main(int count, char **arguments)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(walks_everywhere),
		cmocka_unit_test(stands_in_every_country),
		cmocka_unit_test(walks_while_it_can_speak),
		cmocka_unit_test(keys_reach_everything),
		cmocka_unit_test(shows_numbers_when_small),
	};
	if (count < 2 || sscanf(arguments[1], "%dx%d", &width, &height) != 2 || !language_start())
		return 2;
	large = count > 2 && strcmp(arguments[2], "large") == 0;
	world = fixture_world();
	canvas_resize(&canvas, width, height);
	int failed = cmocka_run_group_tests_name(arguments[1], tests, NULL, NULL);
	canvas_finish(&canvas);
	fixture_free(&world);
	return failed;
}
