/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libqrencode's modules as cells.
 */
#include "qr.h"

#include <qrencode.h>

enum { QUIET = 4, FULL_BLOCK = 0x2588 };

/* In the smallest code, with the better correction of errors where that makes it no larger. */
static QRcode *encode(const char *text)
{
	QRcode *low = QRcode_encodeString(text, 0, QR_ECLEVEL_L, QR_MODE_8, 1);
	QRcode *medium = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	bool same = low && medium && low->width == medium->width;
	QRcode_free(same ? low : medium);
	return same ? medium : low;
}

struct size qr_size(const char *text, enum qr_modules modules)
{
	QRcode *code = encode(text);
	struct size size = { 0 };
	if (code) {
		int side = code->width + 2 * QUIET;
		size = modules == QR_TWO_CELLS ? (struct size){ 2 * side, side }
					       : (struct size){ side, (side + 1) / 2 };
	}
	QRcode_free(code);
	return size;
}

static bool is_dark(const QRcode *code, int x, int y)
{
	x -= QUIET;
	y -= QUIET;
	return x >= 0 && y >= 0 && x < code->width && y < code->width &&
		code->data[y * code->width + x] & 1;
}

/* One cell with two modules, one above the other. Many a font's half block is a little too short at the outer
   edge of its cell, where a line of the ground then shows. So the glyph is the half whose neighbour beyond that
   edge has the colour of the ground anyhow; where neither has, the line is a light one, which scanners forgive. */
static void put_pair(struct canvas *canvas, const QRcode *code, int x, int y, struct area place)
{
	enum { UPPER_HALF = 0x2580, LOWER_HALF = 0x2584 };
	bool upper = is_dark(code, x, 2 * y), lower = is_dark(code, x, 2 * y + 1);
	uint32_t glyph = upper ? FULL_BLOCK : ' ';
	enum style style = STYLE_QR;
	if (upper != lower) {
		bool above = is_dark(code, x, 2 * y - 1), below = is_dark(code, x, 2 * y + 2);
		/* The dark half as a glyph on white, or the light half as a glyph on black. */
		bool fits_dark = upper ? !above : !below, fits_light = upper ? below : above;
		bool dark_glyph = fits_dark || !fits_light;
		glyph = dark_glyph == upper ? UPPER_HALF : LOWER_HALF;
		style = dark_glyph ? STYLE_QR : STYLE_QR_DARK;
	}
	canvas_put(canvas, place.x + x, place.y + y, glyph, style);
}

void qr_draw(struct canvas *canvas, struct area area, const char *text)
{
	QRcode *code = encode(text);
	if (!code)
		return;
	struct area place = canvas_place(canvas, area);
	bool two_cells = place.width == 2 * (code->width + 2 * QUIET);
	for (int y = 0; y < place.height; y++)
		for (int x = 0; x < place.width; x++)
			if (two_cells)
				canvas_put(canvas, place.x + x, place.y + y,
					is_dark(code, x / 2, y) ? FULL_BLOCK : ' ', STYLE_QR);
			else
				put_pair(canvas, code, x, y, place);
	QRcode_free(code);
}
