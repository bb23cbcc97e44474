/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Screens that are a grid of buttons: countries and languages.
 */
#include "view/parts.h"

#include "languages.h"

#include <stdlib.h>
#include <string.h>

enum { WIDEST_CHOICE = 28, EDGES = 4, HIGHEST_CHOICE = 5 };

struct grid {
	int columns, rows; /* of a page */
	int width, height; /* of a button */
	int gap, row_gap; /* columns and rows between buttons */
	enum letters letters;
	int pages;
};

/* Where buttons may be: a row apart from those of the bars. */
static struct area grid_area(const struct scene *scene)
{
	struct area area = frame_area(scene);
	bool narrow = scene->canvas->height < 30; /* else there is an empty row */
	int apart = narrow ? rows_apart(scene->canvas) : 0;
	return (struct area){ area.x, area.y + apart, area.width, area.height - 2 * apart };
}

/* The grid with that many columns; 0 pages when some label does not fit on two lines of a button. */
static struct grid grid_of(const struct scene *scene, const struct button *buttons, int count,
	int columns, enum letters letters)
{
	struct area area = grid_area(scene);
	struct grid grid = { .columns = columns, .letters = letters };
	grid.gap = columns * (BUTTON_WIDTH + 1) - 1 <= area.width;
	grid.row_gap = rows_apart(scene->canvas);
	grid.width = (area.width + grid.gap) / columns - grid.gap;
	int widest = WIDEST_CHOICE * letters_columns(letters);
	grid.width = grid.width > widest ? widest : grid.width;
	grid.height = bar_least_height(scene->canvas);
	int line = letters_rows(letters), lines = line;
	for (int i = 0; i < count; i++) {
		int own = label_width(buttons[i].label, letters) > grid.width - EDGES ? 2 * line
										      : line;
		lines = own > lines ? own : lines;
		if (!label_fits(buttons[i].label, grid.width - EDGES, 2 * line, letters))
			return grid;
	}
	if (grid.height - 2 < lines)
		grid.height = lines + 2;
	if (grid.width < BUTTON_WIDTH || grid.height > area.height)
		return grid;
	grid.rows = (area.height + grid.row_gap) / (grid.height + grid.row_gap);
	grid.pages = (count + columns * grid.rows - 1) / (columns * grid.rows);
	return grid;
}

/* In large type, the letters that all labels have. */
static enum letters grid_letters(const struct scene *scene, const struct button *buttons, int count)
{
	enum letters letters = scene->session->large ? LETTERS_SMALL : LETTERS_NONE;
	for (int i = 0; i < count && letters; i++)
		letters = letters_have(letters, buttons[i].label) ? letters : LETTERS_NONE;
	return letters;
}

/* The grid with the fewest pages, and of those the one with the fewest columns. */
static struct grid best_grid(
	const struct scene *scene, const struct button *buttons, int count, enum letters letters)
{
	struct grid best = grid_of(scene, buttons, count, 1, letters);
	for (int columns = 2; columns <= scene->canvas->width / BUTTON_WIDTH; columns++) {
		struct grid grid = grid_of(scene, buttons, count, columns, letters);
		if (grid.pages > 0 && (grid.pages < best.pages || best.pages == 0))
			best = grid;
	}
	return best;
}

/* A single page that leaves room has fewer rows, with higher buttons. */
static struct grid lay_grid(const struct scene *scene, const struct button *buttons, int count)
{
	struct area area = grid_area(scene);
	enum letters letters = grid_letters(scene, buttons, count);
	struct grid best = best_grid(scene, buttons, count, letters);
	if (best.pages == 0 && letters)
		best = best_grid(scene, buttons, count, LETTERS_NONE);
	if (best.pages == 0) /* a name longer than any is: check warns of it */
		return (struct grid){ .columns = 1,
			.rows = 1,
			.width = area.width,
			.height = area.height,
			.pages = count };
	if (best.pages > 1)
		return best;
	best.rows = (count + best.columns - 1) / best.columns;
	if (best.rows * (HIGHEST_CHOICE + best.row_gap) <= area.height + best.row_gap &&
		best.height < HIGHEST_CHOICE)
		best.height = HIGHEST_CHOICE;
	return best;
}

/* One button a cell, in pages, in reading order. */
static void draw_grid(const struct scene *scene, const struct button *buttons, int count)
{
	struct canvas *canvas = scene->canvas;
	struct area area = grid_area(scene);
	struct grid grid = lay_grid(scene, buttons, count);
	canvas->page_count = grid.pages;
	int page = scene->session->here.page, own = grid.columns * grid.rows;
	canvas->page = page < canvas->page_count ? page : canvas->page_count - 1;
	int across = grid.width + grid.gap, down = grid.height + grid.row_gap;
	area.x += (area.width - grid.columns * across + grid.gap) / 2;
	if (grid.pages == 1)
		area_lower(&area, grid.rows * down - grid.row_gap);
	for (int i = 0; i < own && canvas->page * own + i < count; i++) {
		struct area place = { area.x + i % grid.columns * across,
			area.y + i / grid.columns * down, grid.width, grid.height };
		button_draw(canvas, place, &buttons[canvas->page * own + i], grid.letters, false);
		canvas_say(canvas, buttons[canvas->page * own + i].label);
	}
}

struct choice {
	const struct country *country;
	struct country_words words;
};

static int compare_choices(const void *a, const void *b)
{
	const struct choice *first = a, *second = b;
	return text_compare(first->words.key, second->words.key);
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
					country_words(scene, &channels->countries[i]) };
		qsort(choices + sorted, count - sorted, sizeof *choices, compare_choices);
		sorted = count;
	}
	const char *here = scene->world->settings->country;
	for (size_t i = 0; i < count; i++)
		buttons[i] = (struct button){ action_make(ACTION_HELP, choices[i].country->code),
			.label = choices[i].words.name,
			.current = strcmp(choices[i].country->code, here) == 0 };
	draw_grid(scene, buttons, (int)count);
	/* TRANSLATORS: title of the list of countries. At most 24 columns. */
	frame_draw(scene, _("Choose a country"));
	for (size_t i = 0; i < count; i++)
		country_words_finish(&choices[i].words);
	free(choices);
	free(buttons);
}

void languages_draw(const struct scene *scene)
{
	const struct settings *settings = scene->world->settings;
	struct extras extras = frame_left(scene);
	struct button *buttons = memory_resize(
		NULL, settings->language_count + MOST_EXTRAS, sizeof *buttons);
	int count = 0;
	for (size_t i = 0; i < settings->language_count; i++) {
		const struct language *language = languages_find(settings->languages[i]);
		if (language)
			buttons[count++] = (struct button){ action_make(
								    ACTION_LANGUAGE, language->tag),
				.label = language->autonym,
				.current = strcmp(language->tag, scene->session->language) == 0 };
	}
	for (int i = 0; i < extras.count; i++)
		buttons[count++] = extras.buttons[i];
	draw_grid(scene, buttons, count);
	/* TRANSLATORS: title of the list of languages. At most 24 columns. */
	frame_draw(scene, _("Choose a language"));
	free(buttons);
}
