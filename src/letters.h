/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters several rows high, drawn as quadrants and half blocks, for Latin, Greek and Cyrillic. Their shapes are
 * those of the "fixed" fonts of the X Window System (public domain), which tools/embed-letters.py reads at build.
 */
#ifndef LETTERS_H
#define LETTERS_H

#include "canvas.h"

/* By the rows of a line: 4, 7 and 13; the small ones are narrow. None are plain text of one row, which all functions
   take as well. */
enum letters { LETTERS_NONE, LETTERS_SMALL, LETTERS_MEDIUM, LETTERS_LARGE };

/* Rows of cells that a line takes. */
int letters_rows(enum letters letters);
/* Columns of cells that a letter takes on average: how much wider than plain text one line is. */
int letters_columns(enum letters letters);
/* Whether every character of the text has a shape. */
bool letters_have(enum letters letters, const char *text);

/* The text in lines of at most that many columns of cells, as text_wrap makes them, but the widths of its lines
   and glyphs are in pixels. The caller finishes it. */
struct paragraph letters_wrap(
	enum letters letters, const char *text, int columns, struct text_mode mode);
/* Columns of cells that a line of such a paragraph takes. */
int letters_width(enum letters letters, const struct line *line);
/* Draws one such line in the first rows of the area. Each cell in which a letter begins notes it. */
struct writing {
	enum letters letters;
	enum style style;
	enum align align;
};
void letters_line(
	struct canvas *canvas, struct area area, struct writing writing, const struct line *line);

/* A text wrapped into the area, in letters or, for LETTERS_NONE, plain; returns its rows. What does not fit counts
   as clipped. */
int letters_text(struct canvas *canvas, struct area area, struct writing writing, const char *text);

/* The shapes, by code point: rows of pixels, the leftmost in the highest bit. */
enum { LETTER_ROWS = 13 };
struct letter {
	uint16_t character;
	uint8_t width; /* in pixels, without a gap */
	uint16_t rows[LETTER_ROWS];
};
struct letter_face {
	const struct letter *letters;
	size_t count;
	int height; /* in pixels */
};
extern const struct letter_face letter_faces[]; /* the narrow one, the bold one */

#endif
