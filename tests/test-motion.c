/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heart's beat, and how a slide comes in, as functions of time.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "motion.h"

#include <stdbool.h>

enum { BEATS_MS = 3 * MOTION_BEAT_MS };

static void swells_in_small_steps(void **state)
{
	(void)state;
	double before = motion_swell(0);
	assert_true(before == 0);
	for (int64_t ms = 0; ms < BEATS_MS; ms++) {
		double now = motion_swell(ms), step = now - before;
		assert_true(now >= 0 && now <= 1);
		assert_true(step < 0.65 && step > -0.65);
		assert_true(step == 0 || ms % MOTION_FRAME_MS == 0);
		before = now;
	}
	assert_true(motion_swell(-5000) == 0); /* a clock that was set back */
}

/* Two swells a beat, the second smaller, then rest. */
static void beats_like_a_heart(void **state)
{
	(void)state;
	double peaks[3] = { 0 };
	int count = 0, rest_ms = 0;
	for (int64_t ms = 0; ms < MOTION_BEAT_MS; ms += MOTION_FRAME_MS) {
		double now = motion_swell(ms);
		if (now > motion_swell(ms - MOTION_FRAME_MS) &&
			now > motion_swell(ms + MOTION_FRAME_MS) && count < 3)
			peaks[count++] = now;
		rest_ms += now == 0 ? MOTION_FRAME_MS : 0;
	}
	assert_int_equal(count, 2);
	assert_true(peaks[0] == 1 && peaks[1] < 0.9 && peaks[1] > 0.5);
	assert_true(rest_ms * 2 > MOTION_BEAT_MS);
	assert_true(MOTION_BEAT_MS > 1000); /* far below two beats a second */
}

/* WCAG 2.2, 2.3.1: a flash is a pair of opposing changes; at most three in any second. */
static void never_flashes(void **state)
{
	(void)state;
	for (int64_t start = 0; start < MOTION_BEAT_MS; start += 10) {
		int turns = 0;
		bool rising = true;
		for (int64_t ms = start + 1; ms <= start + 1000; ms++) {
			double step = motion_swell(ms) - motion_swell(ms - 1);
			if (step != 0 && (step > 0) != rising) {
				turns++;
				rising = !rising;
			}
		}
		assert_in_range(turns, 0, 6);
	}
}

/* No frame is missed, none is drawn in vain. */
static void knows_the_next_frame(void **state)
{
	(void)state;
	for (int64_t ms = 0; ms < BEATS_MS; ms += 7) {
		int64_t next = motion_next_swell(ms);
		assert_true(next > ms);
		assert_true(motion_swell(next) != motion_swell(ms));
		for (int64_t between = ms; between < next; between++)
			assert_true(motion_swell(between) == motion_swell(ms));
	}
}

/* Its three frames take less than 400 ms. */
static void reveals_in_three_frames(void **state)
{
	(void)state;
	int frames = 1;
	assert_true(motion_reveal(0) > 0 && motion_reveal(-1) == motion_reveal(0));
	for (int64_t ms = 1; ms < 1000; ms++) {
		double step = motion_reveal(ms) - motion_reveal(ms - 1);
		assert_true(step >= 0 && step < 0.4);
		frames += step > 0;
		if (step > 0)
			assert_int_equal(motion_next_reveal(ms - 1), ms);
	}
	assert_int_equal(frames, 3);
	assert_true(MOTION_WIPE_MS < 400 && motion_reveal(MOTION_WIPE_MS) == 1);
	assert_true(motion_next_reveal(MOTION_WIPE_MS) == INT64_MAX);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(swells_in_small_steps),
		cmocka_unit_test(beats_like_a_heart),
		cmocka_unit_test(never_flashes),
		cmocka_unit_test(knows_the_next_frame),
		cmocka_unit_test(reveals_in_three_frames),
	};
	return cmocka_run_group_tests_name("motion", tests, NULL, NULL);
}
