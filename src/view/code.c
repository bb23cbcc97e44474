/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A QR code at the far end of a text: as large as the room allows, whole or not at all.
 */
#include "view/parts.h"

#include "qr.h"

enum { GAP = 2, LEAST_TEXT = 36 };

struct size code_fit(const struct flow *flow, const char *text, struct area area)
{
	int scale = flow->letters == LETTERS_MEDIUM ? 2 : 1;
	for (int modules = QR_TWO_CELLS; text && modules >= QR_HALF_CELLS; modules--) {
		struct size size = qr_size(text, (enum qr_modules)modules);
		int least = modules == QR_TWO_CELLS ? TEXT_COLUMN : LEAST_TEXT;
		if (size.width && size.height <= area.height &&
			size.width + GAP + least * scale <= area.width)
			return size;
	}
	return (struct size){ 0 };
}

struct area beside_code(const struct flow *flow, struct size code, struct area area)
{
	if (code.width == 0)
		return area;
	int most = flow_widest(flow) + GAP + code.width;
	int used = area.width < most ? area.width : most;
	area.x += (area.width - used) / 2;
	area.width = used - code.width - GAP;
	return area;
}

void code_draw(struct canvas *canvas, const char *text, struct size code, struct area beside)
{
	struct area area = { beside.x + beside.width + GAP, beside.y, code.width, code.height };
	if (code.width)
		qr_draw(canvas, area, text);
}
