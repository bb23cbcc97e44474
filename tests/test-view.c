/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that the screens put together: opening hours and counts.
 */
#include "fixture.h"

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

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_opening_hours),
		cmocka_unit_test(says_counts),
	};
	return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
