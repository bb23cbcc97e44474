/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What moves by itself, as functions of the time since a slide came. All of it goes by frames of
 * MOTION_FRAME_MS, whenever exactly the loop draws. WCAG 2.2, 2.3.1: a beat swells twice, so that nothing
 * changes to and fro more than three times in a second.
 */
#ifndef MOTION_H
#define MOTION_H

#include <stdint.h>

enum { MOTION_FRAME_MS = 150, MOTION_BEAT_MS = 2400, MOTION_WIPE_MS = 300 };

/* How far the heart has swollen, from 0 (at rest) to 1. */
double motion_swell(int64_t since_ms);
/* When, after since_ms, the heart has another size than in the frame before. */
int64_t motion_next_swell(int64_t since_ms);
/* How much of a slide that comes in shows, from its start: all of it, 1, after MOTION_WIPE_MS. */
double motion_reveal(int64_t since_ms);
/* When, after since_ms, more of it shows; INT64_MAX when all of it does. */
int64_t motion_next_reveal(int64_t since_ms);

#endif
