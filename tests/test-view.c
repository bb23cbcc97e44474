/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that the screens put together: opening hours and counts.
 */
#include "fixture.h"

#include "language.h"
#include "view/parts.h"

#include <stdlib.h>

#define ISOLATED(times) "\u2066" times "\u2069"

static void says_opening_hours(void **state)
{
	(void)state;
	static const struct row {
		const char *hours, *expected;
	} rows[] = {
		{ "24/7", "24 hours a day" },
		{ "09:00-20:00", "every day " ISOLATED("09:00–20:00") },
		{ "Mo-Fr 09:00-17:00", "Mon–Fri " ISOLATED("09:00–17:00") },
		{ "Sa 10:00-12:00", "Sat " ISOLATED("10:00–12:00") },
		/* Days in between on which nobody answers are not promised. */
		{ "Mo,We,Fr 09:00-12:00", "Mon, Wed, Fri " ISOLATED("09:00–12:00") },
		{ "Mo-We,Fr,Su 09:00-12:00", "Mon–Wed, Fri, Sun " ISOLATED("09:00–12:00") },
		{ "Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-12:00",
			"Mon–Fri " ISOLATED("09:00–12:30") ", " ISOLATED(
				"13:30–17:00") ", Sat " ISOLATED("10:00–12:00") },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct hours hours;
		struct string words = { 0 };
		assert_true(hours_read(rows[i].hours, &hours));
		hours_words(&words, &hours);
		assert_string_equal(words.text, rows[i].expected);
		free(words.text);
	}
}

static void says_counts(void **state)
{
	(void)state;
	static const struct row {
		long long count;
		const char *expected;
	} rows[] = { { 0, "0" }, { 999, "999" }, { 1000, "1,000" }, { 202478, "202,478" },
		{ 50000000, "50,000,000" } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct string words = { 0 };
		count_words(&words, rows[i].count);
		assert_string_equal(words.text, rows[i].expected);
		free(words.text);
	}
}

/* Chinese looks names up by their sound: Albania, then Argentina, not by the number of a character. */
static void sorts_countries_as_the_language_does(void **state)
{
	(void)state;
	struct world world = fixture_world();
	struct session session;
	struct canvas canvas = { 0 };
	session_start(&session, &world, 0);
	session_act(&session, &world, action_make(ACTION_COUNTRIES, NULL), 0);
	language_use("zh_CN");
	canvas_resize(&canvas, 80, 24);
	view_draw(&canvas, &world, &session, 0);
	language_use("en");
	static const char *const codes[] = { "AL", "AR", "IE", "EG" };
	int first = 0;
	while (canvas_nth_button(&canvas, first)->action.kind != ACTION_HELP)
		first++;
	for (int i = 0; i < 4; i++)
		assert_string_equal(canvas_nth_button(&canvas, first + i)->action.id, codes[i]);
	canvas_finish(&canvas);
	fixture_free(&world);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_opening_hours),
		cmocka_unit_test(says_counts),
		cmocka_unit_test(sorts_countries_as_the_language_does),
	};
	if (!language_start())
		return 2;
	language_use("en");
	return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
