/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reaches a terminal while nobody touches it: the real terminal.c on a pseudo-terminal, with the clock as
 * a number. tests/terminal.c runs the whole program.
 */
#include "fixture.h"

#include "language.h"
#include "terminal.h"
#include "view/view.h"

#include <poll.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MINUTE_MS = 60000, MOST_WAKES = 1000, PATIENCE_MS = 20000 };

static const char end_of_frame[] = "\033[?2026l";
static const size_t empty_frame = sizeof "\033[?2026h" - 1 + sizeof end_of_frame - 1;

struct idle {
	struct world world;
	struct session session, shown;
	struct canvas canvas;
	int master, slave, input, output; /* the latter are this program's own */
	size_t bytes, least_bytes; /* of all frames, and of the smallest */
	int64_t wakes[MOST_WAKES];
	int count;
};

static int start(void **state)
{
	struct winsize size = { .ws_col = 80, .ws_row = 24 };
	struct idle *idle = calloc(1, sizeof *idle);
	*state = idle;
	idle->world = fixture_world();
	canvas_resize(&idle->canvas, size.ws_col, size.ws_row);
	assert_int_equal(openpty(&idle->master, &idle->slave, NULL, NULL, &size), 0);
	fflush(stdout);
	idle->input = dup(STDIN_FILENO);
	idle->output = dup(STDOUT_FILENO);
	dup2(idle->slave, STDIN_FILENO);
	dup2(idle->slave, STDOUT_FILENO);
	return terminal_open(idle->world.settings) ? 0 : -1;
}

static int stop(void **state)
{
	struct idle *idle = *state;
	terminal_close();
	fflush(stdout);
	dup2(idle->input, STDIN_FILENO);
	dup2(idle->output, STDOUT_FILENO);
	close(idle->input);
	close(idle->output);
	close(idle->slave);
	close(idle->master);
	canvas_finish(&idle->canvas);
	fixture_free(&idle->world);
	free(idle);
	return 0;
}

/* Reads what was written, to the end of the frame; returns how many bytes. */
static size_t read_frame(const struct idle *idle)
{
	static char bytes[1 << 20];
	size_t length = 0, end = sizeof end_of_frame - 1;
	while (length < end || memcmp(bytes + length - end, end_of_frame, end) != 0) {
		struct pollfd polled = { .fd = idle->master, .events = POLLIN };
		assert_int_equal(poll(&polled, 1, PATIENCE_MS), 1);
		ssize_t got = read(idle->master, bytes + length, sizeof bytes - length);
		assert_true(got > 0);
		length += (size_t)got;
	}
	return length;
}

/* One turn of the loop, as in main.c; returns when it would wake next. */
static int64_t turn(struct idle *idle, int64_t now_ms)
{
	session_tick(&idle->session, &idle->world, now_ms);
	language_use(idle->session.language);
	view_draw(&idle->canvas, &idle->world, &idle->session, now_ms);
	session_drawn(&idle->session, idle->canvas.page_count, idle->canvas.animated);
	terminal_show(&idle->canvas, view_traces(&idle->shown, &idle->session));
	idle->shown = idle->session;
	size_t bytes = read_frame(idle);
	idle->bytes += bytes;
	idle->least_bytes = bytes < idle->least_bytes ? bytes : idle->least_bytes;
	assert_in_range(idle->count, 0, MOST_WAKES - 1);
	idle->wakes[idle->count++] = now_ms;
	return session_deadline(&idle->session, &idle->world, now_ms);
}

/* A minute from the first frame on. */
static void pass_a_minute(struct idle *idle, const char *tag)
{
	session_start(&idle->session, &idle->world, 0);
	snprintf(idle->session.language, sizeof idle->session.language, "%s", tag);
	memset(&idle->shown, 0, sizeof idle->shown);
	idle->bytes = 0;
	idle->least_bytes = SIZE_MAX;
	idle->count = 0;
	for (int64_t now_ms = 0; now_ms < MINUTE_MS;)
		now_ms = turn(idle, now_ms);
}

static int most_wakes_in_a_second(const struct idle *idle)
{
	int most = 0;
	for (int first = 0, i = 0; i < idle->count; i++) {
		while (idle->wakes[i] - idle->wakes[first] >= 1000)
			first++;
		most = i - first + 1 > most ? i - first + 1 : most;
	}
	return most;
}

static void moves_for_little(void **state)
{
	struct idle *idle = *state;
	static const struct row {
		const char *tag;
		size_t most_bytes;
	} rows[] = { { "fr", 30000 }, { "en", 30000 }, { "es", 30000 }, { "ru", 30000 },
		{ "zh_CN", 30000 }, { "ar", 30000 } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		pass_a_minute(idle, rows[i].tag);
		int most = most_wakes_in_a_second(idle);
		fprintf(stderr, "# %s: %zu bytes, %d wakes in a minute, %d in a second\n",
			rows[i].tag, idle->bytes, idle->count, most);
		assert_in_range(idle->bytes, 1, rows[i].most_bytes);
		assert_in_range(most, 2, 8);
		assert_true(idle->least_bytes > empty_frame); /* none was in vain */
	}
}

static void is_still_between_slides(void **state)
{
	struct idle *idle = *state;
	idle->world.still = true;
	pass_a_minute(idle, "fr");
	fprintf(stderr, "# still: %zu bytes, %d wakes in a minute\n", idle->bytes, idle->count);
	assert_int_equal(idle->count, 5);
	for (int i = 0; i < idle->count; i++)
		assert_int_equal(idle->wakes[i], i * 12000);
}

static void knows_few_colours(void **state)
{
	struct idle *idle = *state;
	struct settings settings = *idle->world.settings;
	static const bool few[] = { [COLOURS_8] = true, [COLOURS_MONO] = true };
	for (int colours = COLOURS_AUTO; colours <= COLOURS_MONO; colours++) {
		settings.colours = (enum colours)colours;
		terminal_theme(&settings);
		assert_int_equal(terminal_has_few_colours(), few[colours]);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
	static const struct CMUnitTest tests[] = {
		TEST(moves_for_little),
		TEST(is_still_between_slides),
		TEST(knows_few_colours),
	};
	setenv("TERM", "xterm-256color", 1);
	unsetenv("NO_COLOR");
	if (!language_start() || !terminal_signals(false))
		return 2;
	return cmocka_run_group_tests_name("frames", tests, NULL, NULL);
}
