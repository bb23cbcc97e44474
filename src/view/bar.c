/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bars of buttons: the plan that keeps the longest labels and still breaks no word.
 */
#include "view/parts.h"

#include <assert.h>
#include <string.h>

enum { EDGES = 4, LARGE_WIDTH = 100, LARGE_HEIGHT = 36, LARGE_BUTTON = 5 };

static bool is_large(const struct canvas *canvas)
{
	return canvas->width >= LARGE_WIDTH && canvas->height >= LARGE_HEIGHT;
}

bool is_vast(const struct canvas *canvas)
{
	enum { WIDTH = 160, HEIGHT = 50 };
	return canvas->width >= WIDTH && canvas->height >= HEIGHT;
}

enum letters bar_letters(const struct scene *scene)
{
	bool from_afar = is_vast(scene->canvas) && scene->session->here.screen == SCREEN_ATTRACT;
	bool wanted = from_afar || (is_large(scene->canvas) && scene->session->large);
	return wanted ? LETTERS_SMALL : LETTERS_NONE;
}

int bar_least_height(const struct canvas *canvas)
{
	return is_large(canvas) ? LARGE_BUTTON : BUTTON_HEIGHT;
}

int rows_apart(const struct canvas *canvas)
{
	enum { LEAST_HEIGHT = 24 };
	return canvas->height >= LEAST_HEIGHT;
}

int bar_rows_allowed(const struct canvas *canvas)
{
	return canvas->height >= 36 && canvas->width < 60 ? 2 : 1;
}

void bar_add(struct bar *bar, struct button button)
{
	assert(bar->count < BAR_BUTTONS);
	bar->buttons[bar->count++] = button;
}

static const char *label_of(const struct bar *bar, int i)
{
	const struct button *button = &bar->buttons[i];
	return bar->short_labels && button->short_label ? button->short_label : button->label;
}

int label_rows(const char *label, int width, enum letters letters)
{
	struct paragraph paragraph = letters_wrap(letters, label, width, (struct text_mode){ 0 });
	int rows = (int)paragraph.line_count * letters_rows(letters);
	paragraph_finish(&paragraph);
	return rows;
}

/* Columns of the label on one line. */
int label_width(const char *label, enum letters letters)
{
	struct paragraph paragraph = letters_wrap(letters, label, 1000, (struct text_mode){ 0 });
	int width = paragraph.line_count ? letters_width(letters, &paragraph.lines[0]) : 0;
	paragraph_finish(&paragraph);
	return width;
}

bool label_fits(const char *label, int width, int rows, enum letters letters)
{
	if (letters)
		return letters_rows(letters) <= rows && label_width(label, letters) <= width;
	int own_rows = label_rows(label, width, letters);
	/* Chinese may break anywhere, but a label is a word. */
	bool breaks_well = own_rows == 1 || strchr(label, ' ');
	return breaks_well && own_rows <= rows && text_widest_word(label) <= width;
}

/* Whether each label stays on one line when widths follow the labels. */
static bool lay_by_label(struct bar *bar, int first, int count, int width)
{
	int needed = 0;
	for (int i = first; i < first + count; i++) {
		int own = bar->buttons[i].absent
			? 0
			: label_width(label_of(bar, i), bar->letters) + EDGES;
		bar->widths[i] = own < BUTTON_WIDTH ? BUTTON_WIDTH : own;
		needed += bar->widths[i];
	}
	int left = width - needed;
	if (left < 0)
		return false;
	for (int i = first; i < first + count; i++)
		bar->widths[i] += left * (i - first + 1) / count - left * (i - first) / count;
	return true;
}

static bool lay_equal(struct bar *bar, int first, int count, int width)
{
	bool fits = width / count >= BUTTON_WIDTH;
	int rows = bar->compact ? bar->height : bar->height - 2;
	for (int i = first; i < first + count; i++) {
		bar->widths[i] = width * (i - first + 1) / count - width * (i - first) / count;
		int inner = bar->widths[i] - (bar->compact ? 2 : EDGES);
		if (bar->buttons[i].absent)
			continue;
		fits = fits && label_fits(label_of(bar, i), inner, rows, LETTERS_NONE);
	}
	return fits;
}

/* Tries one way to fill the width; the bar's own fields say which. Buttons are a column apart where there is
   width for it. */
static bool try_plan(struct bar *bar, int width, int rows)
{
	bar->per_row = (bar->count + rows - 1) / rows;
	bar->gap = bar->per_row * (BUTTON_WIDTH + 1) - 1 <= width;
	bool fits = true;
	for (int first = 0; first < bar->count; first += bar->per_row) {
		int count = bar->count - first < bar->per_row ? bar->count - first : bar->per_row;
		int own = width - (count - 1) * bar->gap;
		bool by_label = !bar->compact && lay_by_label(bar, first, count, own);
		if (!by_label && bar->letters)
			return false;
		fits = (by_label || lay_equal(bar, first, count, own)) && fits;
	}
	return fits;
}

static bool all_have_letters(const struct bar *bar)
{
	bool all = bar->letters != LETTERS_NONE;
	for (int i = 0; i < bar->count && all; i++)
		all = letters_have(bar->letters, label_of(bar, i));
	return all;
}

bool bar_lay(struct bar *bar, const struct scene *scene, int width, int rows)
{
	static const struct plan {
		bool lettered, short_labels, compact;
		int extra_height;
	} plans[] = {
		{ true, false, false, 0 },
		{ true, true, false, 0 },
		{ false, false, false, 0 },
		{ false, false, false, 1 },
		{ false, true, false, 0 },
		{ false, true, true, 0 },
	};
	int least = bar_least_height(scene->canvas);
	bar->row_gap = rows_apart(scene->canvas);
	for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
		for (int r = 1; r <= rows; r++) {
			bar->short_labels = plans[i].short_labels;
			bar->compact = plans[i].compact;
			bar->letters = plans[i].lettered ? bar_letters(scene) : LETTERS_NONE;
			if (plans[i].lettered && !all_have_letters(bar))
				continue;
			bar->height = plans[i].lettered ? letters_rows(bar->letters) + 2
							: least + plans[i].extra_height;
			if (try_plan(bar, width, r))
				return true;
		}
	return false;
}

int bar_rows(const struct bar *bar)
{
	int rows = bar->count ? (bar->count + bar->per_row - 1) / bar->per_row : 0;
	return rows ? rows * (bar->height + bar->row_gap) - bar->row_gap : 0;
}

void button_draw(struct canvas *canvas, struct area area, const struct button *button,
	enum letters letters, bool compact)
{
	bool focus = canvas_button(canvas, area, button->action);
	enum style style = focus  ? STYLE_FOCUS
		: button->current ? STYLE_CURRENT
		: compact	  ? STYLE_COMPACT
				  : STYLE_BUTTON;
	struct area inner = { area.x + 2, area.y + 1, area.width - 4, area.height - 2 };
	if (compact) {
		/* The last column stays empty, so that neighbours are seen apart. */
		canvas_fill(canvas, (struct area){ area.x, area.y, area.width - 1, area.height },
			style);
		inner = (struct area){ area.x + (area.width > BUTTON_WIDTH), area.y, area.width - 1,
			area.height };
		inner.width -= 2 * (area.width > BUTTON_WIDTH);
	} else {
		canvas_box(canvas, area, style, focus ? style : STYLE_BUTTON_EDGE);
	}
	int rows = label_rows(button->label, inner.width, letters);
	if (rows < inner.height) {
		inner.y += (inner.height - rows) / 2;
		inner.height -= (inner.height - rows) / 2;
	}
	letters_text(
		canvas, inner, (struct writing){ letters, style, ALIGN_CENTRE }, button->label);
}

void bar_draw(const struct bar *bar, struct canvas *canvas, int x, int y)
{
	int left = x;
	for (int i = 0; i < bar->count; i++) {
		if (i > 0 && i % bar->per_row == 0) {
			left = x;
			y += bar->height + bar->row_gap;
		}
		struct button button = bar->buttons[i];
		button.label = label_of(bar, i);
		struct area area = { left, y, bar->widths[i], bar->height };
		if (!button.absent)
			button_draw(canvas, area, &button, bar->letters, bar->compact);
		left += bar->widths[i] + bar->gap;
	}
}
