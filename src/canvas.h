/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A grid of cells that one screen is drawn on, the areas of it that may be touched, and the words of it for
 * whoever cannot see it. Coordinates count cells from the top left. Areas that a caller gives are as for a left-to-right language; on a mirrored
 * canvas they land on the other side.
 */
#ifndef CANVAS_H
#define CANVAS_H

#include "action.h"
#include "text.h"
#include "theme.h"

#include <stdio.h>

struct area {
	int x, y, width, height;
};

struct cell {
	struct glyph glyph; /* base 0: the right half of a wide glyph */
	enum style style;
	uint32_t letter; /* the letter of several cells that begins here; 0: none */
};

/* An area that may be touched. */
struct target {
	struct area area; /* as it is on the screen */
	struct action action;
	bool plain; /* a tap anywhere: no button, so never in focus */
};

/* Where letters that reach into the next cell may have left something behind. */
enum traces { TRACES_NONE, TRACES_SLIDE, TRACES_SCREEN };

enum align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

struct canvas {
	int width, height;
	struct cell *cells; /* width × height, row after row */
	struct target *targets;
	size_t target_count, target_capacity;
	char *words; /* lines as in spoken.h, to be read aloud; NULL: nothing was ever said */
	size_t words_length;
	struct text_mode mode; /* right_to_left mirrors */
	int focus; /* the button that has it, counted among the buttons; -1: none */
	int buttons; /* how many buttons were drawn so far */
	int page_count; /* pages of this screen, or parts of this slide; at least 1 */
	int page; /* the one that was drawn, from 0 */
	bool animated; /* it has a heart, whose size changes with time */
	int slide_top, slide_rows; /* where a slide is; 0 rows: none is */
	/* Both are 0 on a right screen. */
	int clipped; /* how many glyphs fell outside or did not fit */
	int overdrawn; /* how many glyphs were drawn over */
};

/* All zeros is a canvas of no size. Sizes below 1 become 1. */
void canvas_resize(struct canvas *canvas, int width, int height);
void canvas_finish(struct canvas *canvas);
/* Empties it: all cells are spaces of STYLE_TEXT, no targets, no words. */
void canvas_clear(struct canvas *canvas, struct text_mode mode, int focus);

/* The area where it lands on the screen. */
struct area canvas_place(const struct canvas *canvas, struct area area);
void canvas_fill(struct canvas *canvas, struct area area, enum style style);
/* Empties the area again, also of wide glyphs that are only half in it. What may be touched stays. */
void canvas_erase(struct canvas *canvas, struct area area);
/* A frame of light lines with round corners; the inside is filled with `style`. */
void canvas_box(struct canvas *canvas, struct area area, enum style style, enum style edge);
/* One glyph of width 1 at a place on the screen, not mirrored. */
void canvas_put(struct canvas *canvas, int x, int y, uint32_t character, enum style style);
/* Notes that a letter of several cells begins at a place on the screen. */
void canvas_note_letter(struct canvas *canvas, int x, int y, uint32_t character);
/* A line of text in the area's first row. */
void canvas_line(struct canvas *canvas, struct area area, enum style style, enum align align,
	const struct line *line);
/* A text wrapped into the area; returns its rows. What does not fit counts as clipped. */
int canvas_text(struct canvas *canvas, struct area area, enum style style, enum align align,
	const char *text);

/* Makes the area a button; true when it has the focus. */
bool canvas_button(struct canvas *canvas, struct area area, struct action action);
/* Makes the area answer a tap without being a button. */
void canvas_tap(struct canvas *canvas, struct area area, struct action action);
/* The target at a place on the screen, or NULL; the one drawn last wins. */
const struct target *canvas_target_at(const struct canvas *canvas, int x, int y);
/* The n-th button, or NULL. */
const struct target *canvas_nth_button(const struct canvas *canvas, int n);
/* The button next to the one in focus, in the direction (dx, dy); -1 when there is none. */
int canvas_neighbour(const struct canvas *canvas, int focus, int dx, int dy);

/* Adds a text to what is read aloud, unless it repeats the one before it; or puts it in front of all. */
void canvas_say(struct canvas *canvas, const char *text);
void canvas_say_first(struct canvas *canvas, const char *text);

/* Rows of text without trailing spaces. */
void canvas_print_text(const struct canvas *canvas, FILE *stream);
/* The same in the colours of the theme, as 24-bit SGR sequences (ISO 8613-6). */
void canvas_print_ansi(const struct canvas *canvas, const struct theme *theme, FILE *stream);

#endif
