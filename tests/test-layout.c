/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Flows at every size: no row is lost, none is drawn twice, nothing is cut.
 */
#include "fixture.h"

#include "layout.h"

#include <stdlib.h>
#include <string.h>

enum { CARDS = 5 };

/* Texts whose words are all different, so that each can be looked for. */
static void fill(struct flow *flow)
{
	flow_heading(flow, "Alpha");
	flow_text(flow, STYLE_TEXT,
		"Bravo charlie delta echo foxtrot golf hotel india juliett kilo lima");
	flow_item(flow, "•",
		"Mike november oscar papa quebec romeo sierra tango uniform victor whiskey");
	flow_gap(flow);
	for (int i = 0; i < CARDS; i++) {
		char word[16];
		snprintf(word, sizeof word, "card%d", i);
		flow_card_begin(flow, action_make(ACTION_CHANNEL, word), word, "116 006");
		flow_number(flow, "17", DIGITS_SMALL);
		flow_text(flow, STYLE_CARD, "Xray yankee zulu");
		flow_card_end(flow, NULL);
	}
	flow_button(flow, action_make(ACTION_HOME, NULL), "Finish");
}

/* The words of all pages, one after another; the caller frees. */
static char *draw_all(int width, int height, int *pages)
{
	struct flow flow = { 0 };
	struct canvas canvas = { 0 };
	char *all = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&all, &length);
	fill(&flow);
	*pages = flow_lay(&flow, (struct size){ width, height }, 34);
	canvas_resize(&canvas, width, height);
	for (int page = 0; page < *pages; page++) {
		canvas_clear(&canvas, (struct text_mode){ 0 }, -1);
		flow_draw(&flow, &canvas, (struct area){ 0, 0, width, height }, page);
		assert_int_equal(canvas.clipped, 0);
		canvas_print_text(&canvas, stream);
		for (int i = 0; i < canvas.buttons; i++)
			assert_true(canvas_nth_button(&canvas, i)->area.height >= 3);
	}
	fclose(stream);
	canvas_finish(&canvas);
	flow_finish(&flow);
	return all;
}

static int times(const char *text, const char *word)
{
	int count = 0;
	for (const char *at = text; (at = strstr(at, word)); at += strlen(word))
		count++;
	return count;
}

static void loses_nothing(void **state)
{
	(void)state;
	static const struct {
		const char *word;
		int times;
	} words[] = { { "Alpha", 1 }, { "Bravo", 1 }, { "lima", 1 }, { "Mike", 1 },
		{ "whiskey", 1 }, { "card0", 1 }, { "card4", 1 }, { "116 006", CARDS },
		{ "yankee", CARDS }, { "Finish", 1 } };
	for (int width = 24; width <= 200; width += 7)
		for (int height = 4; height <= 60; height += 3) {
			int pages = 0;
			char *all = draw_all(width, height, &pages);
			for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
				if (times(all, words[i].word) != words[i].times)
					print_error(
						"%dx%d: %s\n%s", width, height, words[i].word, all);
				assert_int_equal(times(all, words[i].word), words[i].times);
			}
			free(all);
		}
}

static void uses_the_room(void **state)
{
	(void)state;
	int pages = 0;
	free(draw_all(200, 60, &pages));
	assert_int_equal(pages, 1);
	free(draw_all(40, 5, &pages));
	assert_true(pages > 5);
}

/* Every touchable piece of a split card does what the card does. */
static void splits_cards_that_are_too_tall(void **state)
{
	(void)state;
	struct flow flow = { 0 };
	struct canvas canvas = { 0 };
	fill(&flow);
	int pages = flow_lay(&flow, (struct size){ 40, 4 }, 34);
	canvas_resize(&canvas, 40, 4);
	int pieces = 0;
	for (int page = 0; page < pages; page++) {
		canvas_clear(&canvas, (struct text_mode){ 0 }, -1);
		flow_draw(&flow, &canvas, (struct area){ 0, 0, 40, 4 }, page);
		for (int i = 0; i < canvas.buttons; i++)
			pieces += canvas_nth_button(&canvas, i)->action.kind == ACTION_CHANNEL;
	}
	assert_true(pieces > CARDS);
	canvas_finish(&canvas);
	flow_finish(&flow);
}

/* Digits are as large as they can be on one line, or else on several, and no group is parted. */
static void breaks_numbers(void **state)
{
	(void)state;
	static const struct row {
		const char *number;
		struct size room;
		int count;
		const char *lines[DIGIT_LINES];
	} rows[] = {
		{ "17", { 20, 10 }, 1, { "17" } },
		{ "116 006", { 60, 10 }, 1, { "116 006" } },
		{ "01 44 52 88 90", { 20, 20 }, 3, { "01 44", "52 88", "90" } },
		{ "01 44 52 88 90", { 41, 12 }, 2, { "01 44 52 88", "90" } },
		{ "+33180523376", { 20, 20 }, 0, { 0 } },
		{ "116 006", { 5, 20 }, 0, { 0 } },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct digit_lines lines;
		bool fit = art_digits_fit(rows[i].number, rows[i].room, DIGITS_MEDIUM, &lines);
		assert_int_equal(fit ? lines.count : 0, rows[i].count);
		for (int j = 0; j < rows[i].count; j++) {
			assert_int_equal(lines.lines[j].length, strlen(rows[i].lines[j]));
			assert_memory_equal(
				lines.lines[j].text, rows[i].lines[j], lines.lines[j].length);
		}
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(loses_nothing),
		cmocka_unit_test(uses_the_room),
		cmocka_unit_test(breaks_numbers),
		cmocka_unit_test(splits_cards_that_are_too_tall),
	};
	return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
