/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Visits as scripts: tests/screens/NAME.script is played, and what its "show" lines show must be
 * NAME.screen. All is in English, whatever language is chosen, so that no translation changes them. UPDATE=1 writes those anew, for you to review. A script has a command a line:
 *
 *     size 80x24       the screen; first of all
 *     day 2027-07-30   the clock is right and says so; else it is not known
 *     touch 12,40      a tap on a cell, counted from 0
 *     touch Help       a tap on the first place where this text is seen
 *     press Down       a key, by its name in the table of input.c
 *     wait 60s         time passes
 *     show             print the screen
 *
 * Below each row of a printed screen stand the letters of its styles, where any but plain text is used.
 */
#include "fixture.h"

#include "input.h"
#include "view/view.h"

#include <glob.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

struct visit {
	struct world world;
	struct session session;
	struct input input;
	struct canvas canvas;
	int64_t now_ms;
	FILE *screens;
};

static void draw(struct visit *visit)
{
	view_draw(&visit->canvas, &visit->world, &visit->session, visit->now_ms);
	session_drawn(&visit->session, visit->canvas.page_count, visit->canvas.animated);
}

static void print_styles(const struct visit *visit, int y)
{
	static const char letters[STYLE_COUNT + 1] = " msthubeoFCcd-DHQqx";
	const struct cell *row = visit->canvas.cells + y * visit->canvas.width;
	int last = visit->canvas.width;
	while (last > 0 && letters[row[last - 1].style] == ' ')
		last--;
	for (int x = 0; x < last; x++)
		putc(letters[row[x].style], visit->screens);
	if (last)
		putc('\n', visit->screens);
}

static void show(const struct visit *visit)
{
	fprintf(visit->screens, "== %dx%d, %s\n", visit->canvas.width, visit->canvas.height,
		visit->session.language);
	for (int y = 0; y < visit->canvas.height; y++) {
		fprintf(visit->screens, "%s\n", fixture_row(&visit->canvas, y));
		print_styles(visit, y);
	}
}

static void find_text(const struct canvas *canvas, const char *text, int *x, int *y)
{
	for (*y = 0; *y < canvas->height; ++*y) {
		const char *row = fixture_row(canvas, *y), *found = strstr(row, text);
		if (!found)
			continue;
		char before[4096];
		snprintf(before, sizeof before, "%.*s.", (int)(found - row), row);
		*x = text_width(before) - 1; /* spaces at the end would not count */
		return;
	}
	char *all = fixture_text(canvas);
	fail_msg("\"%s\" is not on the screen:\n%s", text, all);
}

static void touch(struct visit *visit, const char *where)
{
	int x = 0, y = 0;
	char end;
	if (sscanf(where, "%d,%d%c", &x, &y, &end) != 2)
		find_text(&visit->canvas, where, &x, &y);
	input_touch(&visit->input, &visit->session, &visit->world, &visit->canvas,
		(struct touch_event){ TOUCH_TAP, x, y, visit->now_ms });
}

static void wait_seconds(struct visit *visit, int seconds)
{
	int64_t end = visit->now_ms + (int64_t)seconds * 1000, due;
	while ((due = session_deadline(&visit->session, &visit->world, visit->now_ms)) <= end) {
		visit->now_ms = due;
		session_tick(&visit->session, &visit->world, due);
		draw(visit);
	}
	visit->now_ms = end;
}

static void play(struct visit *visit, const char *command)
{
	const char *space = strchr(command, ' '), *rest = space ? space + 1 : "";
	int a = 0, b = 0;
	uint32_t key;
	if (sscanf(command, "size %dx%d", &a, &b) == 2) {
		canvas_resize(&visit->canvas, a, b);
	} else if (strncmp(command, "day ", 4) == 0) {
		assert_true(date_read(rest, &visit->world.now.date));
		visit->world.now.known = true;
	} else if (strncmp(command, "touch ", 6) == 0) {
		touch(visit, rest);
	} else if (strncmp(command, "press ", 6) == 0) {
		key = input_key_named(rest);
		assert_int_not_equal(key, KEY_NOTHING);
		input_key(&visit->session, &visit->world, &visit->canvas, key, visit->now_ms);
	} else if (sscanf(command, "wait %ds", &a) == 1) {
		wait_seconds(visit, a);
	} else if (strcmp(command, "show") == 0) {
		show(visit);
	} else if (*command && *command != '#') {
		fail_msg("what is \"%s\"?", command);
	}
	draw(visit);
}

/* Plays the script; the caller frees the screens that it showed. */
static char *play_script(const char *path)
{
	char line[256], *screens = NULL;
	size_t length = 0;
	struct visit visit = { .world = fixture_world(), .now_ms = 1000 };
	FILE *script = fopen(path, "r");
	assert_non_null(script);
	visit.screens = open_memstream(&screens, &length);
	canvas_resize(&visit.canvas, 80, 24);
	session_start(&visit.session, &visit.world, visit.now_ms);
	while (fgets(line, sizeof line, script)) {
		line[strcspn(line, "\n")] = '\0';
		play(&visit, line);
	}
	fclose(script);
	fclose(visit.screens);
	canvas_finish(&visit.canvas);
	fixture_free(&visit.world);
	return screens;
}

static char *read_file(const char *path)
{
	char *text = NULL;
	size_t length = 0;
	FILE *file = fopen(path, "r");
	if (file && getdelim(&text, &length, '\0', file) < 0)
		text[0] = '\0';
	if (file)
		fclose(file);
	return text;
}

static void print_difference(const char *expected, const char *got)
{
	int line = 1;
	while (*expected && *expected == *got) {
		line += *expected == '\n';
		expected++;
		got++;
	}
	print_error("line %d differs; expected from there:\n%.400s\ngot:\n%.400s\n", line, expected,
		got);
}

static void shows_what_it_should(void **state)
{
	(void)state;
	glob_t found;
	char pattern[4096];
	int failed = 0;
	snprintf(pattern, sizeof pattern, "%s/tests/screens/*.script", getenv("SOURCE_ROOT"));
	assert_int_equal(glob(pattern, 0, NULL, &found), 0);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		char path[4096];
		size_t stem = strlen(found.gl_pathv[i]) - strlen(".script");
		snprintf(path, sizeof path, "%.*s.screen", (int)stem, found.gl_pathv[i]);
		char *got = play_script(found.gl_pathv[i]);
		if (getenv("UPDATE")) {
			FILE *file = fopen(path, "w");
			assert_non_null(file);
			fputs(got, file);
			fclose(file);
		}
		char *expected = read_file(path);
		if (!expected || strcmp(expected, got) != 0) {
			failed++;
			print_error("%s\n", path);
			print_difference(expected ? expected : "", got);
		}
		free(expected);
		free(got);
	}
	globfree(&found);
	assert_int_equal(failed, 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(shows_what_it_should) };
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 2;
	return cmocka_run_group_tests_name("screens", tests, NULL, NULL);
}
