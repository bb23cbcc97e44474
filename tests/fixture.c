/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct world fixture_world(void)
{
	struct problems problems = { 0 };
	struct world world = {
		.campaign = load_campaign(&load_builtin_campaign, &problems),
		.channels = load_channels(&load_builtin_channels, &problems),
		.settings = load_settings(&load_builtin_settings, &problems),
	};
	problems_print(&problems, stderr);
	assert_int_equal(problems.count, 0);
	assert_non_null(world.campaign);
	assert_non_null(world.channels);
	assert_non_null(world.settings);
	problems_finish(&problems);
	return world;
}

void fixture_free(struct world *world)
{
	campaign_free((struct campaign *)world->campaign);
	channels_free((struct channels *)world->channels);
	settings_free((struct settings *)world->settings);
}

/* What stands there in letters of several cells, a line for each row in which some begin. */
static void print_letters(const struct canvas *canvas, FILE *stream)
{
	for (int y = 0; y < canvas->height; y++) {
		bool some = false;
		for (int x = 0; x < canvas->width; x++) {
			uint32_t letter = canvas->cells[y * canvas->width + x].letter;
			char bytes[TEXT_ENCODED];
			some = some || letter;
			fwrite(bytes, 1, letter ? text_encode(bytes, letter) : 0, stream);
		}
		if (some)
			putc('\n', stream);
	}
}

char *fixture_text(const struct canvas *canvas)
{
	char *text = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&text, &length);
	assert_non_null(stream);
	canvas_print_text(canvas, stream);
	print_letters(canvas, stream);
	fclose(stream);
	return text;
}

const char *fixture_row(const struct canvas *canvas, int y)
{
	static char row[16384];
	struct canvas one = *canvas;
	one.height = 1;
	one.cells = canvas->cells + y * canvas->width;
	char *text = fixture_text(&one);
	snprintf(row, sizeof row, "%s", text);
	row[strcspn(row, "\n")] = '\0';
	free(text);
	return row;
}

bool fixture_shows(const struct canvas *canvas, const char *number)
{
	size_t length = strlen(number);
	char *text = fixture_text(canvas);
	bool shows = false;
	for (const char *at = text; (at = strstr(at, number)) && !shows; at++)
		shows = (at == text || !isdigit((unsigned char)at[-1])) &&
			!isdigit((unsigned char)at[length]);
	free(text);
	return shows;
}

bool fixture_runs(pid_t pid)
{
	char path[64], name = 0, state = 'Z';
	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	FILE *file = fopen(path, "r");
	if (file) {
		assert_int_equal(fscanf(file, "%*d (%c%*[^)]) %c", &name, &state), 2);
		fclose(file);
	}
	return state != 'Z' && state != 'X';
}
