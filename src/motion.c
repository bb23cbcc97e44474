/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The times of what moves.
 */
#include "motion.h"

#include <stddef.h>

/* One beat: a swell, a smaller one, and rest for more than half of the time. Between two points it eases in
   and out. */
static const struct {
	int ms;
	double swell;
} beat[] = { { 0, 0 }, { 300, 1 }, { 450, 0.4 }, { 600, 0.7 }, { 900, 0 }, { MOTION_BEAT_MS, 0 } };

static int64_t frame_start(int64_t since_ms)
{
	return since_ms < 0 ? 0 : since_ms - since_ms % MOTION_FRAME_MS;
}

double motion_swell(int64_t since_ms)
{
	int ms = (int)(frame_start(since_ms) % MOTION_BEAT_MS);
	size_t i = 0;
	while (ms >= beat[i + 1].ms)
		i++;
	double part = (double)(ms - beat[i].ms) / (beat[i + 1].ms - beat[i].ms);
	double eased = part * part * (3 - 2 * part);
	return beat[i].swell + (beat[i + 1].swell - beat[i].swell) * eased;
}

int64_t motion_next_swell(int64_t since_ms)
{
	int64_t next = frame_start(since_ms) + MOTION_FRAME_MS;
	while (motion_swell(next) == motion_swell(next - 1))
		next += MOTION_FRAME_MS;
	return next;
}

double motion_reveal(int64_t since_ms)
{
	int64_t frames = MOTION_WIPE_MS / MOTION_FRAME_MS + 1;
	int64_t shown = frame_start(since_ms) / MOTION_FRAME_MS + 1;
	return shown < frames ? (double)shown / (double)frames : 1;
}

int64_t motion_next_reveal(int64_t since_ms)
{
	return motion_reveal(since_ms) < 1 ? frame_start(since_ms) + MOTION_FRAME_MS : INT64_MAX;
}
