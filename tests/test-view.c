/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that the screens put together: opening hours and counts; and those that are read aloud. What a slide shows
 * while it comes in.
 */
#include "fixture.h"

#include "language.h"
#include "languages.h"
#include "motion.h"
#include "preview.h"
#include "spoken.h"
#include "view/parts.h"

#include <stdlib.h>
#include <string.h>

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

/* A slide in a language at a size: at the time that counts, and whole. */
struct coming {
	struct world world;
	struct session session;
	struct canvas canvas, whole;
	const struct language *language;
};

static void draw_coming(struct coming *coming, struct size size, int64_t now_ms)
{
	canvas_resize(&coming->canvas, size.width, size.height);
	canvas_resize(&coming->whole, size.width, size.height);
	coming->session.arriving = true;
	view_draw(&coming->canvas, &coming->world, &coming->session, now_ms);
	coming->session.arriving = false;
	view_draw(&coming->whole, &coming->world, &coming->session, now_ms);
}

static bool same_cell(const struct coming *coming, int x, int y)
{
	int place = y * coming->canvas.width + x;
	return memcmp(&coming->canvas.cells[place], &coming->whole.cells[place],
		       sizeof *coming->canvas.cells) == 0;
}

static bool is_empty(const struct canvas *canvas, int x, int y)
{
	return canvas->cells[y * canvas->width + x].glyph.base == ' ';
}

static bool is_digit(const struct coming *coming, int x, int y)
{
	uint32_t character = coming->whole.cells[y * coming->whole.width + x].glyph.base;
	return character >= '0' && character <= '9';
}

/* How many cells lack what they will show; they are within the slide. In their rows, everything from the first
   of them on in the direction of reading is empty. No number lacks a part, nor has a big one begun to. */
static int missing_cells(const struct coming *coming)
{
	const struct canvas *canvas = &coming->canvas;
	const struct area *slide = &canvas->targets[0].area;
	bool mirrored = coming->language->right_to_left;
	int missing = 0;
	for (int y = 0; y < canvas->height; y++) {
		bool met = false;
		for (int i = 0; i < canvas->width; i++) {
			int x = mirrored ? canvas->width - 1 - i : i;
			bool within = x >= slide->x && x < slide->x + slide->width &&
				y >= slide->y && y < slide->y + slide->height;
			bool same = same_cell(coming, x, y);
			const struct cell *cell = &canvas->cells[y * canvas->width + x];
			assert_true(cell->glyph.width < 2 || !cell[1].glyph.base);
			int before = mirrored ? x + 1 : x - 1;
			assert_false(!same && !met && is_digit(coming, x, y) &&
				is_digit(coming, before, y));
			uint32_t whole = coming->whole.cells[y * canvas->width + x].glyph.base;
			assert_false(!same && whole >= 0x2580 && whole <= 0x259F);
			met = met || !same;
			missing += !same;
			assert_true(same || within);
			assert_true(!met || !within || is_empty(canvas, x, y));
		}
	}
	return missing;
}

static void check_targets(const struct coming *coming)
{
	assert_int_equal(coming->canvas.target_count, coming->whole.target_count);
	assert_int_equal(coming->canvas.targets[0].action.kind, ACTION_NEXT_SLIDE);
	for (size_t i = 0; i < coming->canvas.target_count; i++) {
		assert_memory_equal(&coming->canvas.targets[i].area, &coming->whole.targets[i].area,
			sizeof(struct area));
		assert_int_equal(coming->canvas.targets[i].action.kind,
			coming->whole.targets[i].action.kind);
	}
}

static void check_frames(struct coming *coming, struct size size)
{
	int before = 1 << 30;
	for (int64_t ms = 0; ms <= MOTION_WIPE_MS; ms += MOTION_FRAME_MS) {
		draw_coming(coming, size, ms);
		assert_int_equal(coming->canvas.clipped, 0);
		assert_int_equal(coming->canvas.overdrawn, 0);
		check_targets(coming);
		int missing = missing_cells(coming);
		assert_true(missing < before || missing == 0);
		if (ms == MOTION_WIPE_MS)
			assert_int_equal(missing, 0);
		else if (ms == 0 && size.width > 40 && size.width < 100)
			assert_true(missing > 0); /* words may be short, or all in large letters */
		before = missing;
	}
}

/* In the direction of reading, in the slide alone, and everything can be touched from the first frame on. */
static void slides_come_in_from_their_start(void **state)
{
	(void)state;
	static const char *const tags[] = { "fr", "ar", "zh_CN" };
	static const struct size sizes[] = { { 40, 12 }, { 50, 15 }, { 80, 24 }, { 45, 40 },
		{ 120, 40 }, { 200, 60 } };
	struct coming coming = { .world = fixture_world() };
	session_start(&coming.session, &coming.world, 0);
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		coming.language = languages_find(tags[i]);
		language_use(tags[i]);
		snprintf(coming.session.language, sizeof coming.session.language, "%s", tags[i]);
		for (size_t j = 0; j < coming.world.campaign->slide_count; j++) {
			snprintf(coming.session.slide, sizeof coming.session.slide, "%s",
				coming.world.campaign->slides[j].id);
			for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++)
				check_frames(&coming, sizes[k]);
		}
	}
	language_use("en");
	canvas_finish(&coming.canvas);
	canvas_finish(&coming.whole);
	fixture_free(&coming.world);
}

/* A screen is sent whole when it is another, or in another language; a slide only in Arabic, once it is there. */
static void traces_of_letters_are_removed(void **state)
{
	(void)state;
	const struct spot attract = { .screen = SCREEN_ATTRACT };
	const struct spot help = { .screen = SCREEN_HELP };
	const struct spot second = { .screen = SCREEN_HELP, .page = 1 };
	const struct row {
		struct session before, now;
		enum traces traces;
	} rows[] = {
		{ { .here = help, .language = "fr" }, { .here = help, .language = "fr" },
			TRACES_NONE },
		{ { .here = help, .language = "fr" }, { .here = help, .language = "en" },
			TRACES_SCREEN },
		{ { .here = help, .language = "fr" }, { .here = second, .language = "fr" },
			TRACES_SCREEN },
		{ { .here = attract, .language = "fr" }, { .here = help, .language = "fr" },
			TRACES_SCREEN },
		{ { .here = help, .language = "fr" }, { .here = attract, .language = "fr" },
			TRACES_SCREEN },
		{ { .here = attract, .language = "fr" },
			{ .here = attract, .language = "fr", .slide_ms = 12000 }, TRACES_NONE },
		{ { .here = attract, .language = "ar" },
			{ .here = attract, .language = "ar", .slide_ms = 12000 }, TRACES_SLIDE },
		{ { .here = attract, .language = "ar" },
			{ .here = attract, .language = "ar", .slide_ms = 9, .arriving = true },
			TRACES_NONE },
		{ { .here = attract, .language = "ar", .slide_ms = 9, .arriving = true },
			{ .here = attract, .language = "ar", .slide_ms = 9 }, TRACES_SLIDE },
		{ { .here = attract, .language = "ar", .slide_ms = 9 },
			{ .here = attract, .language = "ar", .slide_ms = 9 }, TRACES_NONE },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (view_traces(&rows[i].before, &rows[i].now) != rows[i].traces)
			fail_msg("row %zu", i);
}

static void speaks_lines(void **state)
{
	(void)state;
	static const struct row {
		const char *text, *expected;
	} rows[] = {
		{ "", "" },
		{ "\u2066\u2069", "" },
		{ "Emergency", "Emergency.\n" },
		{ "Look twice!", "Look twice!\n" },
		{ "a · b", "a, b.\n" },
		{ "paral·lel", "paral·lel.\n" },
		{ "\u2068Le\u00A0Nid\u2069\nParis ", "Le Nid Paris.\n" },
		{ ISOLATED("116\u00A0006"), "1 1 6 0 0 6.\n" },
		{ ISOLATED("+33180523376"), "+ 3 3 1 8 0 5 2 3 3 7 6.\n" },
		{ ISOLATED("(0)80-12.34"), "0 8 0 1 2 3 4.\n" },
		{ "Help: " ISOLATED("17") " or " ISOLATED("112"), "Help: 1 7 or 1 1 2.\n" },
		/* Times, addresses and figures are no numbers to dial. */
		{ ISOLATED("09:00–17:00"), "09:00–17:00.\n" },
		{ ISOLATED("17.example.org"), "17.example.org.\n" },
		{ "50\u202F000\u00A0000 people", "50 000 000 people.\n" },
		{ "\u2066"
		  "17",
			"17.\n" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *line = spoken_line(rows[i].text);
		assert_string_equal(line, rows[i].expected);
		free(line);
	}
}

/* The words of a page of a screen at 80x24; the canvas keeps them. */
static const char *words_of(struct canvas *canvas, const struct world *world, const char *name,
	const char *tag, int page)
{
	struct session session;
	assert_true(preview_session(&session, world, name));
	snprintf(session.language, sizeof session.language, "%s", tag);
	session.here.page = page;
	language_use(tag);
	view_draw(canvas, world, &session, 0);
	language_use("en");
	return canvas->words;
}

static void says_what_the_screen_says(void **state)
{
	(void)state;
	static const struct row {
		const char *screen, *language;
		int page;
		const char *expected;
	} rows[] = {
		{ "help", "fr", 0,
			"Aide, France.\nPage 1 sur 4.\n"
			"Urgence.\n1 7.\nPolice secours / Gendarmerie nationale.\n"
			"toute personne en danger immédiat ou témoin d’une infraction.\n"
			"24 h/24, gratuit.\n"
			"Urgence.\n1 1 2.\nNuméro d’urgence européen.\n24 h/24, gratuit.\n"
			"Urgence.\n1 1 4.\nUrgence 114.\n"
			"personnes sourdes ou malentendantes, et toute personne qui ne "
			"peut pas "
			"parler.\n"
			"24 h/24, gratuit, par SMS uniquement.\n"
			"Danger immédiat : 1 7 ou 1 1 2.\nBesoin d’aide : 1 1 6 0 0 6, "
			"gratuit.\n" },
		/* In logical order, each letter as it is written alone. */
		{ "help/FR", "ar", 0, "المساعدة, فرنسا.\nالصفحة 1 من 4.\nالطوارئ.\n1 7.\nPolice" },
		{ "help", "ar", 0, "خطر فوري: 1 7 أو 1 1 2.\nللمساعدة: 1 1 6 0 0 6, مجانا.\n" },
		/* The ways on are buttons in the content; those of the bars are not read. */
		{ "help", "en", 3,
			"Another country.\nFor every country.\nIf it is about "
			"you.\nImmediate" },
		{ "report", "en", 0,
			"Report a suspicion.\nPage 1 of 4.\n1.\nDo not confront anyone, "
			"and do not "
			"show "
			"what you suspect.\n2.\n" },
		{ "languages", "en", 0, "Choose a language.\nFrançais.\nEnglish.\nEspañol.\n" },
		{ "channel/fr-police-17", "fr", 0, "Page 1 sur 2.\n1 7.\nPolice secours" },
		{ "channel/fr-police-17", "fr", 1, "numéros d’urgence, 2026-11-23.\n" },
		{ "slide/detected", "es", 0, "CORAZÓN AZUL.\n200 000+.\n" },
		{ "slide/detected", "fr", 0, "CŒUR BLEU.\n200 000+.\nvictimes" },
		{ "slide/organised-groups", "en", 0, "BLUE HEART.\n74%.\nof traffickers" },
		{ "slide/ask-for-help", "en", 0, "BLUE HEART.\nHelp is there.\n" },
	};
	struct world world = fixture_world();
	struct canvas canvas = { 0 };
	canvas_resize(&canvas, 80, 24);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *words = words_of(
			&canvas, &world, rows[i].screen, rows[i].language, rows[i].page);
		if (!strstr(words, rows[i].expected))
			fail_msg("row %zu says:\n%s", i, words);
	}
	canvas_finish(&canvas);
	fixture_free(&world);
}

/* Nothing is shaped for the eye, and the help line always comes last. */
static void check_words(const char *name, void *data)
{
	static const char *const shown_only[] = { "\u2066", "\u2067", "\u2068", "\u2069", "\u00A0",
		"\u202F", "\xEF\xBA", "\xEF\xBB", "•", "\n\n" };
	struct canvas canvas = { 0 };
	canvas_resize(&canvas, 80, 24);
	for (size_t i = 0; i < language_count; i++) {
		const char *words = words_of(&canvas, data, name, languages[i].tag, 0);
		for (size_t j = 0; j < sizeof shown_only / sizeof *shown_only; j++)
			if (strstr(words, shown_only[j]))
				fail_msg("%s in %s says \"%s\":\n%s", name, languages[i].tag,
					shown_only[j], words);
		const char *number = strstr(words, "1 1 6 0 0 6");
		for (const char *next = number; next; next = strstr(next + 1, "1 1 6 0 0 6"))
			number = next;
		if (strcmp(name, "numbers") != 0 &&
			(!number || strchr(number, '\n') != words + strlen(words) - 1))
			fail_msg("%s in %s does not end in the help line:\n%s", name,
				languages[i].tag, words);
	}
	canvas_finish(&canvas);
}

static void says_nothing_for_the_eye(void **state)
{
	(void)state;
	struct world world = fixture_world();
	preview_each(&world, check_words, &world);
	fixture_free(&world);
}

/* The number, small, and nothing that says whose it is: no code, no large digits, no title. */
static void hides_all_but_the_number(void **state)
{
	(void)state;
	struct world world = fixture_world();
	struct session session;
	struct canvas canvas = { 0 };
	assert_true(preview_session(&session, &world, "channel/fr-116006"));
	canvas_resize(&canvas, 80, 24);
	for (int hidden = 0; hidden < 2; hidden++) {
		session.hidden = hidden;
		view_draw(&canvas, &world, &session, 0);
		char *text = fixture_text(&canvas);
		int codes = 0, blocks = 0;
		for (int i = 0; i < canvas.width * canvas.height; i++) {
			codes += canvas.cells[i].style == STYLE_QR;
			blocks += canvas.cells[i].glyph.base >= 0x2580 &&
				canvas.cells[i].glyph.base <= 0x259F;
		}
		bool named = strstr(text, "France Victimes") || strstr(text, "Help and support");
		assert_true(fixture_shows(&canvas, "116 006"));
		assert_int_equal(codes > 0, !hidden);
		assert_int_equal(blocks > 0, !hidden);
		assert_int_equal(named, !hidden);
		free(text);
	}
	canvas_finish(&canvas);
	fixture_free(&world);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_opening_hours),
		cmocka_unit_test(says_counts),
		cmocka_unit_test(sorts_countries_as_the_language_does),
		cmocka_unit_test(slides_come_in_from_their_start),
		cmocka_unit_test(traces_of_letters_are_removed),
		cmocka_unit_test(speaks_lines),
		cmocka_unit_test(says_what_the_screen_says),
		cmocka_unit_test(says_nothing_for_the_eye),
		cmocka_unit_test(hides_all_but_the_number),
	};
	if (!language_start())
		return 2;
	language_use("en");
	return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
