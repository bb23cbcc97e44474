/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures made of half blocks: the heart and big digits.
 */
#ifndef ART_H
#define ART_H

#include "canvas.h"

/* A cell as two pixels, one above the other; draws those that have ink, at a place on the screen. */
struct halves {
	bool upper, lower;
};
void art_put(struct canvas *canvas, int x, int y, struct halves halves, enum style style);

/* Sizes of big digits, from 3 rows up. */
enum digits { DIGITS_SMALL, DIGITS_MEDIUM, DIGITS_LARGE, DIGITS_HUGE, DIGITS_GIANT };

struct size {
	int width, height;
};

/* Cells that the number takes at that size. Digits, spaces, "+-().,%", U+2248 (≈), U+2190 and U+2192 (arrows)
   have shapes;
   width 0 means that something in the number has none. */
struct size art_digits_size(const char *number, enum digits digits);
/* A number in up to three lines, broken at its spaces. Borrowed from the number. */
enum { DIGIT_LINES = 3 };
struct digit_lines {
	enum digits size;
	int count;
	struct {
		const char *text;
		size_t length;
	} lines[DIGIT_LINES];
};

/* The largest digits up to `largest` with which the number fits on one line, or else on more; false when none
   do. */
bool art_digits_fit(
	const char *number, struct size room, enum digits largest, struct digit_lines *lines);
/* Draws at the start of the area, and notes where each digit begins. Digits are never mirrored. */
void art_digits(struct canvas *canvas, struct area area, enum style style, const char *number,
	enum digits digits);

/* The heart in the middle of the area, as large as it fits; swell from 0 to 1 lets it beat. */
void art_heart(struct canvas *canvas, struct area area, double swell);

#endif
