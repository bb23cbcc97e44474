/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * WCAG 2.2, AAA, in every theme and colour depth: 7:1 for every ink, the focus told by 3:1 from what is at rest.
 */
#include "fixture.h"

enum { CUSTOM_PALETTES = 400 };

struct screen {
	const char *name; /* of its theme */
	struct theme theme;
	enum colours depth;
	bool console;
};

struct pair {
	uint32_t ink, ground;
};

static void computes_contrast(void **state)
{
	(void)state;
	assert_true(theme_contrast(0x000000, 0xFFFFFF) > 20.99);
	assert_true(theme_contrast(0xFFFFFF, 0xFFFFFF) < 1.01);
	double grey = theme_contrast(0x767676, 0xFFFFFF); /* the well-known 4.54:1 */
	assert_true(grey > 4.53 && grey < 4.55);
}

/* Calls for every colour depth, on xterm and on the Linux console. */
static void each_depth(const struct settings *settings, const char *name,
	void (*visit)(const struct screen *screen))
{
	struct screen screen = { .name = name, .theme = theme_of(settings) };
	for (int depth = COLOURS_TRUE; depth < COLOURS_MONO; depth++)
		for (int console = 0; console < 2; console++) {
			screen.depth = (enum colours)depth;
			screen.console = console;
			visit(&screen);
		}
}

static void each_screen(void (*visit)(const struct screen *screen))
{
	static const char *const names[] = { "dark", "light", "high contrast" };
	for (int theme = THEME_DARK; theme <= THEME_HIGH_CONTRAST; theme++) {
		struct settings settings = { .theme = (enum theme_name)theme };
		each_depth(&settings, names[theme], visit);
	}
}

static struct pair pair_of(const struct screen *screen, enum style style)
{
	struct look look = screen->theme.looks[style];
	return (struct pair){ theme_rgb(look.foreground, screen->depth, screen->console),
		theme_rgb(look.background, screen->depth, screen->console) };
}

/* The same where bold is bright: always on the Linux console, on some others. */
static struct pair bright_pair_of(const struct screen *screen, enum style style)
{
	struct look look = screen->theme.looks[style];
	struct pair pair = pair_of(screen, style);
	bool bold = theme_is_bold(look, screen->depth);
	look.foreground.of_16 |= 8;
	look.foreground.of_8 |= 8;
	if (bold)
		pair.ink = theme_rgb(look.foreground, screen->depth, screen->console);
	return pair;
}

static void has_contrast(const struct screen *screen)
{
	for (int style = 0; style < STYLE_COUNT; style++) {
		struct pair plain = pair_of(screen, (enum style)style);
		struct pair bright = bright_pair_of(screen, (enum style)style);
		double contrast = theme_contrast(bright.ink, bright.ground);
		if (!screen->console && theme_contrast(plain.ink, plain.ground) < contrast)
			contrast = theme_contrast(plain.ink, plain.ground);
		if (contrast < 7)
			fail_msg("%s: depth %d console %d style %d: %.2f", screen->name,
				screen->depth, screen->console, style, contrast);
	}
}

static void keeps_contrast(void **state)
{
	(void)state;
	each_screen(has_contrast);
}

static double change(struct pair a, struct pair b)
{
	double ink = theme_contrast(a.ink, b.ink), ground = theme_contrast(a.ground, b.ground);
	return ink > ground ? ink : ground;
}

/* The focus is told by 3:1 (2.4.13) from all that a button can be at rest. */
static void has_focus(const struct screen *screen)
{
	static const enum style rest[] = { STYLE_TEXT, STYLE_BUTTON, STYLE_BUTTON_EDGE,
		STYLE_COMPACT, STYLE_CARD, STYLE_CARD_MUTED, STYLE_CARD_EDGE, STYLE_DIGITS,
		STYLE_CURRENT };
	struct pair focus = pair_of(screen, STYLE_FOCUS);
	for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
		double found = change(focus, pair_of(screen, rest[i]));
		if (found < 3)
			fail_msg("%s: depth %d console %d style %d: %.2f", screen->name,
				screen->depth, screen->console, rest[i], found);
	}
}

static void shows_focus(void **state)
{
	(void)state;
	each_screen(has_focus);
}

static void has_choice(const struct screen *screen)
{
	struct pair current = pair_of(screen, STYLE_CURRENT);
	assert_true(change(current, pair_of(screen, STYLE_BUTTON)) > 1.2);
	assert_true(change(current, pair_of(screen, STYLE_COMPACT)) > 1.2);
}

static void shows_the_choice_that_holds(void **state)
{
	(void)state;
	each_screen(has_choice);
}

static bool is_allowed(const uint32_t palette[ROLE_COUNT])
{
	for (int i = 0; i < THEME_PAIRS; i++)
		if (theme_contrast(palette[theme_pairs[i].ink], palette[theme_pairs[i].ground]) <
			THEME_LEAST_CONTRAST)
			return false;
	return true;
}

static void has_one_ground(const struct screen *screen)
{
	static const enum style page[] = { STYLE_MUTED, STYLE_STRONG, STYLE_TITLE, STYLE_HEART,
		STYLE_UNLIT, STYLE_BUTTON_EDGE, STYLE_CARD, STYLE_CARD_EDGE, STYLE_DIGITS };
	for (size_t i = 0; i < sizeof page / sizeof *page; i++)
		assert_int_equal(
			pair_of(screen, page[i]).ground, pair_of(screen, STYLE_TEXT).ground);
}

/* Whatever palette the loader lets pass, at every depth. Half of them have hardly enough contrast. */
static void holds_for_custom_palettes(void **state)
{
	(void)state;
	struct settings settings = { .theme = THEME_CUSTOM };
	uint32_t *palette = settings.palette, random = 1;
	for (int found = 0; found < CUSTOM_PALETTES;) {
		for (int role = 0; role < ROLE_COUNT; role++) {
			random = random * 1664525 + 1013904223;
			palette[role] = random >> 8;
		}
		bool scarce = theme_contrast(palette[ROLE_TEXT], palette[ROLE_GROUND]) < 7.5;
		if (!is_allowed(palette) || (found % 2 && !scarce))
			continue;
		char name[64];
		snprintf(name, sizeof name, "%06X %06X %06X %06X %06X", palette[0], palette[1],
			palette[2], palette[3], palette[4]);
		each_depth(&settings, name, has_contrast);
		each_depth(&settings, name, has_focus);
		each_depth(&settings, name, has_one_ground);
		found++;
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(computes_contrast),
		cmocka_unit_test(keeps_contrast),
		cmocka_unit_test(shows_focus),
		cmocka_unit_test(shows_the_choice_that_holds),
		cmocka_unit_test(holds_for_custom_palettes),
	};
	return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
