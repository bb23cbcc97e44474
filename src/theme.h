/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours, named once. A style is what something is (a title, a button); a theme says which colours it
 * has, and what stands for them where a terminal has fewer. Contrast follows WCAG 2.2, AAA: every ink has 7:1
 * on its ground, lines and pictures too, and the focus 3:1 to what is at rest, in every theme and depth.
 */
#ifndef THEME_H
#define THEME_H

#include "settings.h"

#include <stdbool.h>
#include <stdint.h>

enum style {
	STYLE_TEXT,
	STYLE_MUTED, /* sources, hours, page numbers */
	STYLE_STRONG, /* headings, numbers in running text */
	STYLE_TITLE,
	STYLE_HEART, /* the heart, lit marks, big digits: large, not text */
	STYLE_UNLIT, /* marks that are not lit, lines that only part */
	STYLE_BUTTON,
	STYLE_BUTTON_EDGE,
	STYLE_COMPACT, /* a button that has no room for an edge */
	STYLE_FOCUS, /* the button that Enter would press */
	STYLE_CURRENT, /* the choice that holds now */
	STYLE_CARD,
	STYLE_CARD_MUTED,
	STYLE_CARD_EDGE,
	STYLE_DIGITS, /* big digits on a card */
	STYLE_HELP, /* the help line */
	STYLE_QR, /* black on white, whatever the theme */
	STYLE_QR_DARK, /* white on black, for the same codes */
	STYLE_HEART_CUT, /* the heart's colours the other way round: what is missing from a cell of a bar */
};
enum { STYLE_COUNT = STYLE_HEART_CUT + 1 };

/* One colour: 0xRRGGBB, and its stand-ins among 256, 16 and 8 colours. */
struct colour {
	uint32_t rgb;
	uint8_t of_256, of_16, of_8;
};

struct look {
	struct colour foreground, background;
	bool bold;
	bool reversed; /* on a terminal without colours */
};

struct theme {
	struct look looks[STYLE_COUNT];
};

/* The theme that the settings name; the custom one is made of their palette, in which each pair has enough
   contrast (theme_pairs), and with few colours it is the dark or the light one. */
struct theme theme_of(const struct settings *settings);

/* The pairs of roles that a custom theme puts together, and what they must have. */
struct theme_pair {
	enum role ink, ground;
};
enum { THEME_PAIRS = 3, THEME_LEAST_CONTRAST = 7 };
extern const struct theme_pair theme_pairs[THEME_PAIRS];

/* Whether it is drawn bold: not black among few colours, which turns grey on terminals that brighten bold. */
bool theme_is_bold(struct look look, enum colours depth);
/* The RGB that a colour has at that depth; of_16 and of_8 as on xterm, or on the Linux console. */
uint32_t theme_rgb(struct colour colour, enum colours depth, bool console);
/* WCAG 2.2's contrast ratio of two RGB colours, 1 to 21. */
double theme_contrast(uint32_t a, uint32_t b);

#endif
