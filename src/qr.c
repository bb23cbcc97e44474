/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libqrencode's modules as cells.
 */
#include "qr.h"

#include <qrencode.h>

enum { QUIET = 4 };

static QRcode *encode(const char *text)
{
	return QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
}

struct size qr_size(const char *text)
{
	QRcode *code = encode(text);
	struct size size = { 0 };
	if (code) {
		int modules = code->width + 2 * QUIET;
		size = (struct size){ modules, (modules + 1) / 2 };
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

void qr_draw(struct canvas *canvas, struct area area, const char *text)
{
	enum { UPPER_HALF = 0x2580, LOWER_HALF = 0x2584, FULL_BLOCK = 0x2588 };
	QRcode *code = encode(text);
	if (!code)
		return;
	struct area place = canvas_place(canvas, area);
	for (int y = 0; y < place.height; y++)
		for (int x = 0; x < place.width; x++) {
			bool upper = is_dark(code, x, 2 * y), lower = is_dark(code, x, 2 * y + 1);
			uint32_t block = upper && lower ? FULL_BLOCK
				: upper			? UPPER_HALF
							: LOWER_HALF;
			canvas_put(canvas, place.x + x, place.y + y, upper || lower ? block : ' ',
				STYLE_QR);
		}
	QRcode_free(code);
}
