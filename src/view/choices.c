/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Screens that are a grid of buttons: countries and languages.
 */
#include "view/parts.h"

#include "languages.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_CHOICE = 28 };

/* One button a cell, in pages, in reading order. */
static void draw_grid(const struct scene *scene, const struct button *buttons, int count)
{
	struct canvas *canvas = scene->canvas;
	struct area area = frame_area(scene);
	int widest = BUTTON_WIDTH;
	for (int i = 0; i < count; i++) {
		int width = text_width(buttons[i].label) + 4;
		widest = width > widest ? width : widest;
	}
	int cell = widest > LONGEST_CHOICE ? LONGEST_CHOICE : widest;
	int columns = area.width / cell > 0 ? area.width / cell : 1;
	int height = bar_least_height(canvas);
	height += area.height >= 2 * (height + 1) && widest > cell;
	int rows = area.height / height > 0 ? area.height / height : 1;
	cell = area.width / columns > LONGEST_CHOICE ? LONGEST_CHOICE : area.width / columns;
	canvas->page_count = (count + columns * rows - 1) / (columns * rows);
	int page = scene->session->here.page;
	canvas->page = page < canvas->page_count ? page : canvas->page_count - 1;
	int left = area.x + (area.width - columns * cell) / 2;
	for (int i = 0; i < columns * rows && canvas->page * columns * rows + i < count; i++) {
		struct area place = { left + i % columns * cell, area.y + i / columns * height,
			cell, height };
		button_draw(canvas, place, &buttons[canvas->page * columns * rows + i], false);
	}
}

struct choice {
	const struct country *country;
	const char *name;
};

static int compare_choices(const void *a, const void *b)
{
	const struct choice *first = a, *second = b;
	return text_compare(first->name, second->name);
}

static bool is_region(const struct country *country)
{
	return strcmp(country->code, "EU") == 0 || strcmp(country->code, "INT") == 0;
}

void countries_draw(const struct scene *scene)
{
	const struct channels *channels = scene->world->channels;
	struct choice *choices = memory_resize(NULL, channels->country_count + 1, sizeof *choices);
	struct button *buttons = memory_resize(NULL, channels->country_count + 1, sizeof *buttons);
	size_t sorted = 0, count = 0;
	for (int regions = 0; regions < 2; regions++) {
		for (size_t i = 0; i < channels->country_count; i++)
			if (is_region(&channels->countries[i]) == (regions == 1))
				choices[count++] = (struct choice){ &channels->countries[i],
					channel_words(scene, channels->countries[i].name) };
		qsort(choices + sorted, count - sorted, sizeof *choices, compare_choices);
		sorted = count;
	}
	const char *here = scene->world->settings->country;
	for (size_t i = 0; i < count; i++)
		buttons[i] = (struct button){ action_make(ACTION_HELP, choices[i].country->code),
			.label = choices[i].name,
			.current = strcmp(choices[i].country->code, here) == 0 };
	draw_grid(scene, buttons, (int)count);
	/* TRANSLATORS: title of the list of countries. At most 24 columns. */
	frame_draw(scene, _("Choose a country"));
	free(choices);
	free(buttons);
}

void languages_draw(const struct scene *scene)
{
	const struct settings *settings = scene->world->settings;
	struct button *buttons = memory_resize(NULL, settings->language_count, sizeof *buttons);
	int count = 0;
	for (size_t i = 0; i < settings->language_count; i++) {
		const struct language *language = languages_find(settings->languages[i]);
		if (language)
			buttons[count++] = (struct button){ action_make(
								    ACTION_LANGUAGE, language->tag),
				.label = language->autonym,
				.current = strcmp(language->tag, scene->session->language) == 0 };
	}
	draw_grid(scene, buttons, count);
	/* TRANSLATORS: title of the list of languages. At most 24 columns. */
	frame_draw(scene, _("Choose a language"));
	free(buttons);
}
