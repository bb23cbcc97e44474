/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * WCAG 2.2: 7:1 for text, 4.5:1 for large digits and marks, 3:1 for lines, in every theme and colour depth.
 */
#include "fixture.h"

static void computes_contrast(void **state)
{
	(void)state;
	assert_true(theme_contrast(0x000000, 0xFFFFFF) > 20.99);
	assert_true(theme_contrast(0xFFFFFF, 0xFFFFFF) < 1.01);
	double grey = theme_contrast(0x767676, 0xFFFFFF); /* the well-known 4.54:1 */
	assert_true(grey > 4.53 && grey < 4.55);
}

static double least(enum style style)
{
	if (style == STYLE_UNLIT)
		return 3;
	if (style == STYLE_HEART || style == STYLE_BUTTON_EDGE || style == STYLE_CARD_EDGE ||
		style == STYLE_HEART_CUT)
		return 4.5;
	return 7;
}

/* High contrast: 7:1 for everything, lines and pictures too, wherever the terminal has the colours for it. */
static void keeps_high_contrast(void **state)
{
	(void)state;
	for (int depth = COLOURS_TRUE; depth <= COLOURS_256; depth++)
		for (int style = 0; style < STYLE_COUNT; style++) {
			struct look look = theme_look(THEME_HIGH_CONTRAST, (enum style)style);
			uint32_t ink = theme_rgb(look.foreground, (enum colours)depth, false);
			uint32_t ground = theme_rgb(look.background, (enum colours)depth, false);
			assert_true(theme_contrast(ink, ground) >= 7);
		}
}

static void keeps_contrast(void **state)
{
	(void)state;
	for (int theme = THEME_DARK; theme <= THEME_HIGH_CONTRAST; theme++)
		for (int depth = COLOURS_TRUE; depth < COLOURS_MONO; depth++)
			for (int console = 0; console < 2; console++)
				for (int style = 0; style < STYLE_COUNT; style++) {
					struct look look = theme_look(
						(enum theme_name)theme, (enum style)style);
					double contrast = theme_contrast(
						theme_rgb(look.foreground, (enum colours)depth,
							console),
						theme_rgb(look.background, (enum colours)depth,
							console));
					bool fewer = depth == COLOURS_16 || depth == COLOURS_8;
					/* The Linux console's dim palette has no second hue at 4.5:1 on white. */
					double wanted = fewer && console &&
							least((enum style)style) < 7
						? 3
						: least((enum style)style);
					if (contrast < wanted)
						print_error("theme %d depth %d console %d style "
							    "%d: %.2f\n",
							theme, depth, console, style, contrast);
					assert_true(contrast >= wanted);
				}
}

static bool differ(struct look a, struct look b, enum colours depth)
{
	return theme_rgb(a.background, depth, false) != theme_rgb(b.background, depth, false) ||
		theme_rgb(a.foreground, depth, false) != theme_rgb(b.foreground, depth, false);
}

/* The focus is told apart from what is at rest: by 3:1 (WCAG 2.2, 2.4.13), and in every depth. */
static void shows_focus(void **state)
{
	(void)state;
	static const enum style others[] = { STYLE_TEXT, STYLE_BUTTON, STYLE_COMPACT, STYLE_CARD,
		STYLE_CURRENT };
	for (int theme = THEME_DARK; theme <= THEME_HIGH_CONTRAST; theme++)
		for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
			struct look focus = theme_look((enum theme_name)theme, STYLE_FOCUS);
			struct look rest = theme_look((enum theme_name)theme, others[i]);
			for (int depth = COLOURS_TRUE; depth < COLOURS_MONO; depth++)
				assert_true(differ(focus, rest, (enum colours)depth));
			double ground = theme_contrast(focus.background.rgb, rest.background.rgb);
			double ink = theme_contrast(focus.foreground.rgb, rest.foreground.rgb);
			if (others[i] != STYLE_CURRENT)
				assert_true(ground >= 3 || ink >= 3 || focus.bold != rest.bold);
		}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(computes_contrast),
		cmocka_unit_test(keeps_contrast),
		cmocka_unit_test(keeps_high_contrast),
		cmocka_unit_test(shows_focus),
	};
	return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
