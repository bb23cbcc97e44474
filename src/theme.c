/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The themes, and the arithmetic of contrast.
 */
#include "theme.h"

#include <math.h>
#include <string.h>

/* Blues of one family; the only other hue is the warm one of the focus. Of 16 and 8 colours few pairs have 7:1
   both on xterm and on the Linux console: black with cyan, white or yellow, and on blue a white that is bright
   or bold. So with 8 colours buttons are filled and the choice that holds is not. */
enum hue {
	NIGHT,
	SNOW,
	MIST,
	SKY,
	SLATE,
	AMBER,
	DUSK,
	HARBOUR,
	AZURE,
	ON_AZURE,
	NIGHT_BUTTON,
	BLACK_BUTTON,
	PAPER,
	INK,
	STEEL,
	NAVY,
	HAZE,
	PALE,
	CORNFLOWER,
	PAPER_BUTTON,
	BLACK,
	WHITE,
	GLOW,
	ASH,
};

/* clang-format off */
static const struct colour hues[] = {
	/*                     RGB  256  16  8 */
	[NIGHT]         = { 0x0A1628, 233,  0, 0 },
	[SNOW]          = { 0xF2F7FD, 255, 15, 7 },
	[MIST]          = { 0xBBCBE0, 146,  7, 7 },
	[SKY]           = { 0x5BB8F5,  75, 14, 6 },
	[SLATE]         = { 0x97A5B9, 248,  7, 7 },
	[AMBER]         = { 0xFFD166, 221, 11, 7 },
	[DUSK]          = { 0x1A3A62,  17,  4, 4 },
	[HARBOUR]       = { 0x0E4C8C,  18,  4, 4 },
	[AZURE]         = { 0x1757A2,  24,  4, 0 },
	[ON_AZURE]      = { 0xFFFFFF, 231, 14, 6 },
	[NIGHT_BUTTON]  = { 0x0A1628, 233,  0, 4 },
	[BLACK_BUTTON]  = { 0x000000,  16,  0, 4 },
	[PAPER]         = { 0xF4F8FD, 255, 15, 7 },
	[INK]           = { 0x0B1B33, 233,  0, 0 },
	[STEEL]         = { 0x34475F, 237,  0, 0 },
	[NAVY]          = { 0x0B4A93,  18,  4, 0 },
	[HAZE]          = { 0x45566C, 239,  0, 0 },
	[PALE]          = { 0xBBD3EE, 153,  7, 6 },
	[CORNFLOWER]    = { 0x7DB2EE, 111,  6, 7 },
	[PAPER_BUTTON]  = { 0xF4F8FD, 255, 15, 6 },
	[BLACK]         = { 0x000000,  16,  0, 0 },
	[WHITE]         = { 0xFFFFFF, 231, 15, 7 },
	[GLOW]          = { 0x8FD3FF, 117, 14, 6 },
	[ASH]           = { 0xB8B8B8, 250,  7, 7 },
};

struct row {
	enum hue foreground, background;
	bool bold, reversed;
};

enum { LIGHT_TEXT = false, BOLD = true, PLAIN = false, REVERSED = true };

static const struct row rows[][STYLE_COUNT] = {
	[THEME_DARK] = {
		[STYLE_TEXT]        = { SNOW,       NIGHT,        LIGHT_TEXT, PLAIN },
		[STYLE_MUTED]       = { MIST,       NIGHT,        LIGHT_TEXT, PLAIN },
		[STYLE_STRONG]      = { SNOW,       NIGHT,        BOLD,       PLAIN },
		[STYLE_TITLE]       = { SNOW,       NIGHT,        BOLD,       PLAIN },
		[STYLE_HEART]       = { SKY,        NIGHT,        LIGHT_TEXT, PLAIN },
		[STYLE_UNLIT]       = { SLATE,      NIGHT,        LIGHT_TEXT, PLAIN },
		[STYLE_BUTTON]      = { SNOW,       NIGHT_BUTTON, BOLD,       PLAIN },
		[STYLE_BUTTON_EDGE] = { SKY,        NIGHT,        LIGHT_TEXT, PLAIN },
		[STYLE_COMPACT]     = { WHITE,      DUSK,         BOLD,       REVERSED },
		[STYLE_FOCUS]       = { INK,        AMBER,        BOLD,       REVERSED },
		[STYLE_CURRENT]     = { ON_AZURE,   AZURE,        BOLD,       REVERSED },
		[STYLE_CARD]        = { SNOW,       NIGHT,        LIGHT_TEXT, PLAIN },
		[STYLE_CARD_MUTED]  = { MIST,       NIGHT,        LIGHT_TEXT, PLAIN },
		[STYLE_CARD_EDGE]   = { SKY,        NIGHT,        LIGHT_TEXT, PLAIN },
		[STYLE_DIGITS]      = { WHITE,      NIGHT,        BOLD,       PLAIN },
		[STYLE_HELP]        = { WHITE,      HARBOUR,      BOLD,       REVERSED },
		[STYLE_QR]          = { BLACK,      WHITE,        LIGHT_TEXT, REVERSED },
		[STYLE_QR_DARK]     = { WHITE,      BLACK,        LIGHT_TEXT, PLAIN },
	},
	[THEME_LIGHT] = {
		[STYLE_TEXT]        = { INK,        PAPER,        LIGHT_TEXT, PLAIN },
		[STYLE_MUTED]       = { STEEL,      PAPER,        LIGHT_TEXT, PLAIN },
		[STYLE_STRONG]      = { INK,        PAPER,        BOLD,       PLAIN },
		[STYLE_TITLE]       = { INK,        PAPER,        BOLD,       PLAIN },
		[STYLE_HEART]       = { NAVY,       PAPER,        LIGHT_TEXT, PLAIN },
		[STYLE_UNLIT]       = { HAZE,       PAPER,        LIGHT_TEXT, PLAIN },
		[STYLE_BUTTON]      = { INK,        PAPER_BUTTON, BOLD,       PLAIN },
		[STYLE_BUTTON_EDGE] = { NAVY,       PAPER,        LIGHT_TEXT, PLAIN },
		[STYLE_COMPACT]     = { INK,        PALE,         BOLD,       REVERSED },
		[STYLE_FOCUS]       = { PAPER,      INK,          BOLD,       REVERSED },
		[STYLE_CURRENT]     = { INK,        CORNFLOWER,   BOLD,       REVERSED },
		[STYLE_CARD]        = { INK,        PAPER,        LIGHT_TEXT, PLAIN },
		[STYLE_CARD_MUTED]  = { STEEL,      PAPER,        LIGHT_TEXT, PLAIN },
		[STYLE_CARD_EDGE]   = { NAVY,       PAPER,        LIGHT_TEXT, PLAIN },
		[STYLE_DIGITS]      = { INK,        PAPER,        BOLD,       PLAIN },
		[STYLE_HELP]        = { WHITE,      HARBOUR,      BOLD,       REVERSED },
		[STYLE_QR]          = { BLACK,      WHITE,        LIGHT_TEXT, REVERSED },
		[STYLE_QR_DARK]     = { WHITE,      BLACK,        LIGHT_TEXT, PLAIN },
	},
	[THEME_HIGH_CONTRAST] = {
		[STYLE_TEXT]        = { WHITE,      BLACK,        BOLD,       PLAIN },
		[STYLE_MUTED]       = { WHITE,      BLACK,        LIGHT_TEXT, PLAIN },
		[STYLE_STRONG]      = { WHITE,      BLACK,        BOLD,       PLAIN },
		[STYLE_TITLE]       = { WHITE,      BLACK,        BOLD,       PLAIN },
		[STYLE_HEART]       = { GLOW,       BLACK,        LIGHT_TEXT, PLAIN },
		[STYLE_UNLIT]       = { ASH,        BLACK,        LIGHT_TEXT, PLAIN },
		[STYLE_BUTTON]      = { WHITE,      BLACK_BUTTON, BOLD,       PLAIN },
		[STYLE_BUTTON_EDGE] = { WHITE,      BLACK,        LIGHT_TEXT, PLAIN },
		[STYLE_COMPACT]     = { WHITE,      DUSK,         BOLD,       REVERSED },
		[STYLE_FOCUS]       = { INK,        AMBER,        BOLD,       REVERSED },
		[STYLE_CURRENT]     = { ON_AZURE,   AZURE,        BOLD,       REVERSED },
		[STYLE_CARD]        = { WHITE,      BLACK,        BOLD,       PLAIN },
		[STYLE_CARD_MUTED]  = { WHITE,      BLACK,        LIGHT_TEXT, PLAIN },
		[STYLE_CARD_EDGE]   = { WHITE,      BLACK,        LIGHT_TEXT, PLAIN },
		[STYLE_DIGITS]      = { WHITE,      BLACK,        BOLD,       PLAIN },
		[STYLE_HELP]        = { WHITE,      HARBOUR,      BOLD,       REVERSED },
		[STYLE_QR]          = { BLACK,      WHITE,        LIGHT_TEXT, REVERSED },
		[STYLE_QR_DARK]     = { WHITE,      BLACK,        LIGHT_TEXT, PLAIN },
	},
};
/* clang-format on */

/* A custom theme's colours: the roles of its palette, and some more. */
enum { TINT = ROLE_COUNT, CHOSEN, ON_CHOSEN, QR_BLACK, QR_WHITE, CUSTOM_COUNT };

/* clang-format off */
static const struct {
	uint8_t foreground, background;
} custom[STYLE_COUNT] = {
	[STYLE_TEXT]        = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_MUTED]       = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_STRONG]      = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_TITLE]       = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_HEART]       = { ROLE_ACCENT, ROLE_GROUND },
	[STYLE_UNLIT]       = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_BUTTON]      = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_BUTTON_EDGE] = { ROLE_ACCENT, ROLE_GROUND },
	[STYLE_COMPACT]     = { ROLE_TEXT,   TINT },
	[STYLE_FOCUS]       = { ROLE_GROUND, ROLE_TEXT },
	[STYLE_CURRENT]     = { ON_CHOSEN,   CHOSEN },
	[STYLE_CARD]        = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_CARD_MUTED]  = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_CARD_EDGE]   = { ROLE_ACCENT, ROLE_GROUND },
	[STYLE_DIGITS]      = { ROLE_TEXT,   ROLE_GROUND },
	[STYLE_HELP]        = { ROLE_ON_BAR, ROLE_BAR },
	[STYLE_QR]          = { QR_BLACK,    QR_WHITE },
	[STYLE_QR_DARK]     = { QR_WHITE,    QR_BLACK },
};
/* clang-format on */

const struct theme_pair theme_pairs[THEME_PAIRS] = { { ROLE_TEXT, ROLE_GROUND },
	{ ROLE_ACCENT, ROLE_GROUND }, { ROLE_ON_BAR, ROLE_BAR } };

bool theme_is_bold(struct look look, enum colours depth)
{
	bool black = (depth == COLOURS_16 && look.foreground.of_16 == 0) ||
		(depth == COLOURS_8 && look.foreground.of_8 == 0);
	return look.bold && !black;
}

static uint32_t rgb_of_256(uint8_t index)
{
	static const uint8_t steps[] = { 0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF };
	if (index >= 232) {
		uint32_t grey = 8 + 10 * (uint32_t)(index - 232);
		return grey << 16 | grey << 8 | grey;
	}
	unsigned cube = index - 16u;
	return (uint32_t)steps[cube / 36] << 16 | (uint32_t)steps[cube / 6 % 6] << 8 |
		steps[cube % 6];
}

static uint32_t rgb_of_16(uint8_t index, bool console)
{
	static const uint32_t xterm[16] = { 0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE,
		0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF,
		0xFF00FF, 0x00FFFF, 0xFFFFFF };
	static const uint32_t linux_console[16] = { 0x000000, 0xAA0000, 0x00AA00, 0xAA5500,
		0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555, 0xFF5555, 0x55FF55, 0xFFFF55,
		0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF };
	return console ? linux_console[index & 15] : xterm[index & 15];
}

uint32_t theme_rgb(struct colour colour, enum colours depth, bool console)
{
	switch (depth) {
	case COLOURS_AUTO:
	case COLOURS_TRUE:
		return colour.rgb;
	case COLOURS_256:
		return rgb_of_256(colour.of_256);
	case COLOURS_16:
		return rgb_of_16(colour.of_16, console);
	case COLOURS_8:
		return rgb_of_16(colour.of_8, console);
	case COLOURS_MONO:
		break;
	}
	return 0;
}

static double luminance(uint32_t rgb)
{
	static const double weights[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;
	for (int i = 0; i < 3; i++) {
		double c = (double)(rgb >> (16 - 8 * i) & 0xFF) / 255;
		sum += weights[i] * (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
	}
	return sum;
}

double theme_contrast(uint32_t a, uint32_t b)
{
	double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
	return first > second ? first / second : second / first;
}

/* Some sixteenths of b in a. */
static uint32_t mix(uint32_t a, uint32_t b, uint32_t sixteenths)
{
	uint32_t mixed = 0;
	for (unsigned shift = 0; shift < 24; shift += 8)
		mixed |= ((a >> shift & 255) * (16 - sixteenths) +
				 (b >> shift & 255) * sixteenths) /
				16
			<< shift;
	return mixed;
}

/* How many sixteenths of the accent the ground can take before the text has too little contrast; eight at most. */
static uint32_t find_share(const uint32_t palette[ROLE_COUNT])
{
	uint32_t share = 8;
	while (share > 0 &&
		theme_contrast(palette[ROLE_TEXT],
			mix(palette[ROLE_GROUND], palette[ROLE_ACCENT], share)) <
			THEME_LEAST_CONTRAST)
		share--;
	return share;
}

static uint32_t distance(uint32_t a, uint32_t b)
{
	uint32_t sum = 0;
	for (unsigned shift = 0; shift < 24; shift += 8) {
		int difference = (int)(a >> shift & 255) - (int)(b >> shift & 255);
		sum += (uint32_t)(difference * difference);
	}
	return sum;
}

/* The nearest of the 256 colours that has enough contrast to the other one. */
static uint8_t nearest_256(uint32_t rgb, uint32_t other)
{
	uint8_t best = 0;
	for (int i = 16; i < 256; i++) {
		uint32_t candidate = rgb_of_256((uint8_t)i);
		bool nearer = !best || distance(rgb, candidate) < distance(rgb, rgb_of_256(best));
		if (nearer && theme_contrast(candidate, other) >= THEME_LEAST_CONTRAST)
			best = (uint8_t)i;
	}
	return best;
}

/* Puts the colours into a look; the ground's stand-in leaves room for an ink. */
static void paint(struct look *look, uint32_t ink, uint32_t ground)
{
	bool light = luminance(ground) > luminance(ink);
	look->foreground.rgb = ink;
	look->background.rgb = ground;
	look->background.of_256 = nearest_256(ground, light ? 0x000000 : 0xFFFFFF);
	look->foreground.of_256 = nearest_256(ink, rgb_of_256(look->background.of_256));
}

/* Makes the dark or the light theme one of the palette's colours. */
static void paint_all(struct theme *theme, const uint32_t palette[ROLE_COUNT])
{
	uint32_t ground = palette[ROLE_GROUND], accent = palette[ROLE_ACCENT];
	uint32_t share = find_share(palette);
	uint32_t colours[CUSTOM_COUNT] = {
		[TINT] = mix(ground, accent, share / 2),
		[CHOSEN] = mix(ground, accent, share),
		[ON_CHOSEN] = share ? palette[ROLE_TEXT] : accent,
		[QR_WHITE] = 0xFFFFFF,
	};
	memcpy(colours, palette, ROLE_COUNT * sizeof *palette);
	for (int style = 0; style < STYLE_COUNT; style++)
		paint(&theme->looks[style], colours[custom[style].foreground],
			colours[custom[style].background]);
}

struct theme theme_of(const struct settings *settings)
{
	struct theme theme;
	const uint32_t *palette = settings->palette;
	bool light = luminance(palette[ROLE_GROUND]) > luminance(palette[ROLE_TEXT]);
	bool is_custom = settings->theme == THEME_CUSTOM;
	enum theme_name name = !is_custom ? settings->theme : light ? THEME_LIGHT : THEME_DARK;
	for (int style = 0; style < STYLE_COUNT; style++) {
		const struct row *row = &rows[name][style];
		theme.looks[style] = (struct look){ hues[row->foreground], hues[row->background],
			row->bold, row->reversed };
	}
	if (is_custom)
		paint_all(&theme, palette);
	struct look heart = theme.looks[STYLE_HEART];
	theme.looks[STYLE_HEART_CUT] = (struct look){
		.foreground = heart.background, .background = heart.foreground, .reversed = true
	};
	return theme;
}
