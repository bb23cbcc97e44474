/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * QR codes (ISO/IEC 18004) of half blocks: dark modules on a white ground in every theme, with the quiet
 * zone of four modules that readers need.
 */
#ifndef QR_H
#define QR_H

#include "art.h"

/* Cells that the code of `text` takes, quiet zone included; width 0 when it cannot be made. */
struct size qr_size(const char *text);
/* Draws it at the start of the area, which must have that size. */
void qr_draw(struct canvas *canvas, struct area area, const char *text);

#endif
