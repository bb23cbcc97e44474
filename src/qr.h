/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * QR codes (ISO/IEC 18004): dark modules on a white ground in every theme, with the quiet zone of four modules that
 * readers need. A module is half a cell, or two cells where there is room.
 */
#ifndef QR_H
#define QR_H

#include "art.h"

enum qr_modules { QR_HALF_CELLS = 1, QR_TWO_CELLS };
/* Cells that the code of `text` takes, quiet zone included; width 0 when it cannot be made. */
struct size qr_size(const char *text, enum qr_modules modules);
/* Draws it over the area, which must have one of these sizes. */
void qr_draw(struct canvas *canvas, struct area area, const char *text);

#endif
