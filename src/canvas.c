/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawing on the grid: everything is clipped here, and what was clipped is counted.
 */
#include "canvas.h"

#include "memory.h"
#include "spoken.h"

#include <stdlib.h>
#include <string.h>

void canvas_resize(struct canvas *canvas, int width, int height)
{
	canvas->width = width < 1 ? 1 : width;
	canvas->height = height < 1 ? 1 : height;
	canvas->cells = memory_resize(canvas->cells, (size_t)canvas->width * (size_t)canvas->height,
		sizeof *canvas->cells);
	canvas_clear(canvas, (struct text_mode){ 0 }, -1);
}

void canvas_finish(struct canvas *canvas)
{
	free(canvas->cells);
	free(canvas->targets);
	free(canvas->words);
	*canvas = (struct canvas){ 0 };
}

enum { HORIZONTAL = 0x2500 };

static const struct cell blank = { .glyph = { .base = ' ', .width = 1 }, .style = STYLE_TEXT };

void canvas_clear(struct canvas *canvas, struct text_mode mode, int focus)
{
	for (int i = 0; i < canvas->width * canvas->height; i++)
		canvas->cells[i] = blank;
	canvas->target_count = 0;
	canvas->words_length = 0;
	if (canvas->words)
		canvas->words[0] = '\0';
	canvas->mode = mode;
	canvas->focus = focus;
	canvas->buttons = 0;
	canvas->page_count = 1;
	canvas->page = 0;
	canvas->animated = false;
	canvas->slide_top = canvas->slide_rows = 0;
	canvas->clipped = 0;
	canvas->overdrawn = 0;
}

struct area canvas_place(const struct canvas *canvas, struct area area)
{
	if (canvas->mode.right_to_left)
		area.x = canvas->width - area.x - area.width;
	return area;
}

static struct cell *cell_at(struct canvas *canvas, int x, int y)
{
	if (x < 0 || y < 0 || x >= canvas->width || y >= canvas->height) {
		canvas->clipped++;
		return NULL;
	}
	return &canvas->cells[y * canvas->width + x];
}

/* What may be drawn over: nothing, or the upper or lower edge of a box, which can carry a title. */
static bool is_ground(const struct cell *cell)
{
	return cell->glyph.base == ' ' || cell->glyph.base == HORIZONTAL;
}

static void put_glyph(struct canvas *canvas, int x, int y, const struct cell *cell)
{
	struct cell *first = cell_at(canvas, x, y);
	struct cell *second = cell->glyph.width == 2 ? cell_at(canvas, x + 1, y) : first;
	if (!first || !second)
		return;
	canvas->overdrawn += !is_ground(first) || !is_ground(second);
	*first = *cell;
	if (second != first)
		*second = (struct cell){ .style = cell->style };
}

void canvas_put(struct canvas *canvas, int x, int y, uint32_t character, enum style style)
{
	put_glyph(canvas, x, y,
		&(struct cell){ .glyph = { .base = character, .width = 1 }, .style = style });
}

void canvas_note_letter(struct canvas *canvas, int x, int y, uint32_t character)
{
	struct cell *cell = cell_at(canvas, x, y);
	if (cell)
		cell->letter = character;
}

static void fill_placed(struct canvas *canvas, struct area area, enum style style)
{
	for (int y = area.y; y < area.y + area.height; y++)
		for (int x = area.x; x < area.x + area.width; x++)
			canvas_put(canvas, x, y, ' ', style);
}

void canvas_fill(struct canvas *canvas, struct area area, enum style style)
{
	fill_placed(canvas, canvas_place(canvas, area), style);
}

static void erase_cell(struct canvas *canvas, int x, int y)
{
	struct cell *cell = cell_at(canvas, x, y);
	if (!cell)
		return;
	if (!cell->glyph.base)
		cell[-1] = blank;
	if (cell->glyph.width == 2)
		cell[1] = blank;
	*cell = blank;
}

void canvas_erase(struct canvas *canvas, struct area area)
{
	area = canvas_place(canvas, area);
	for (int y = area.y; y < area.y + area.height; y++)
		for (int x = area.x; x < area.x + area.width; x++)
			erase_cell(canvas, x, y);
}

void canvas_box(struct canvas *canvas, struct area area, enum style style, enum style edge)
{
	area = canvas_place(canvas, area);
	fill_placed(canvas, area, style);
	int right = area.x + area.width - 1, bottom = area.y + area.height - 1;
	for (int x = area.x + 1; x < right; x++) {
		canvas_put(canvas, x, area.y, HORIZONTAL, edge);
		canvas_put(canvas, x, bottom, HORIZONTAL, edge);
	}
	for (int y = area.y + 1; y < bottom; y++) {
		canvas_put(canvas, area.x, y, 0x2502, edge);
		canvas_put(canvas, right, y, 0x2502, edge);
	}
	canvas_put(canvas, area.x, area.y, 0x256D, edge);
	canvas_put(canvas, right, area.y, 0x256E, edge);
	canvas_put(canvas, area.x, bottom, 0x2570, edge);
	canvas_put(canvas, right, bottom, 0x256F, edge);
}

void canvas_line(struct canvas *canvas, struct area area, enum style style, enum align align,
	const struct line *line)
{
	int room = area.width - line->width;
	if (room < 0)
		canvas->clipped++;
	area.x += align == ALIGN_START ? 0 : align == ALIGN_CENTRE ? room / 2 : room;
	area.width = line->width;
	int x = canvas_place(canvas, area).x;
	for (size_t i = 0; i < line->count; i++) {
		put_glyph(canvas, x, area.y,
			&(struct cell){ .glyph = line->glyphs[i], .style = style });
		x += line->glyphs[i].width;
	}
}

int canvas_text(struct canvas *canvas, struct area area, enum style style, enum align align,
	const char *text)
{
	struct paragraph paragraph = text_wrap(text, area.width, canvas->mode);
	int rows = (int)paragraph.line_count;
	for (int i = 0; i < rows; i++) {
		if (i >= area.height) {
			canvas->clipped++;
			break;
		}
		canvas_line(canvas, (struct area){ area.x, area.y + i, area.width, 1 }, style,
			align, &paragraph.lines[i]);
	}
	paragraph_finish(&paragraph);
	return rows;
}

static void add_target(struct canvas *canvas, struct target target)
{
	if (canvas->target_count == canvas->target_capacity) {
		canvas->target_capacity = canvas->target_capacity ? canvas->target_capacity * 2
								  : 16;
		canvas->targets = memory_resize(
			canvas->targets, canvas->target_capacity, sizeof *canvas->targets);
	}
	canvas->targets[canvas->target_count++] = target;
}

bool canvas_button(struct canvas *canvas, struct area area, struct action action)
{
	add_target(canvas, (struct target){ canvas_place(canvas, area), action, .plain = false });
	return canvas->buttons++ == canvas->focus;
}

void canvas_tap(struct canvas *canvas, struct area area, struct action action)
{
	add_target(canvas, (struct target){ canvas_place(canvas, area), action, .plain = true });
}

const struct target *canvas_target_at(const struct canvas *canvas, int x, int y)
{
	for (size_t i = canvas->target_count; i-- > 0;) {
		const struct area *area = &canvas->targets[i].area;
		if (x >= area->x && x < area->x + area->width && y >= area->y &&
			y < area->y + area->height)
			return &canvas->targets[i];
	}
	return NULL;
}

const struct target *canvas_nth_button(const struct canvas *canvas, int n)
{
	for (size_t i = 0; i < canvas->target_count; i++)
		if (!canvas->targets[i].plain && n-- == 0)
			return &canvas->targets[i];
	return NULL;
}

/* How far the centre of b lies from that of a when one moves in the direction: across counts twice. */
static int distance(const struct area *a, const struct area *b, int dx, int dy)
{
	int right = (2 * b->x + b->width) - (2 * a->x + a->width);
	int down = 2 *
		((2 * b->y + b->height) - (2 * a->y + a->height)); /* a cell is twice as high */
	int along = dx ? dx * right : dy * down, across = abs(dx ? down : right);
	bool overlaps = dx ? b->y < a->y + a->height && a->y < b->y + b->height
			   : b->x < a->x + a->width && a->x < b->x + b->width;
	if (along <= 0 || (dx && !overlaps))
		return -1;
	return along + (overlaps ? 0 : 2 * across);
}

int canvas_neighbour(const struct canvas *canvas, int focus, int dx, int dy)
{
	const struct target *from = canvas_nth_button(canvas, focus);
	if (!from)
		return canvas->buttons ? 0 : -1;
	int best = -1, best_distance = 0;
	for (int i = 0; i < canvas->buttons; i++) {
		int d = distance(&from->area, &canvas_nth_button(canvas, i)->area, dx, dy);
		if (d >= 0 && (best < 0 || d < best_distance)) {
			best = i;
			best_distance = d;
		}
	}
	return best;
}

static void put_words(struct canvas *canvas, size_t at, const char *line)
{
	size_t length = strlen(line), rest = canvas->words_length - at;
	canvas->words = memory_resize(canvas->words, canvas->words_length + length + 1, 1);
	memmove(canvas->words + at + length, canvas->words + at, rest);
	memcpy(canvas->words + at, line, length);
	canvas->words_length += length;
	canvas->words[canvas->words_length] = '\0';
}

static bool was_said_last(const struct canvas *canvas, const char *line)
{
	size_t length = strlen(line), all = canvas->words_length;
	return length <= all && memcmp(canvas->words + all - length, line, length) == 0 &&
		(length == all || canvas->words[all - length - 1] == '\n');
}

void canvas_say(struct canvas *canvas, const char *text)
{
	char *line = spoken_line(text);
	if (*line && !was_said_last(canvas, line))
		put_words(canvas, canvas->words_length, line);
	free(line);
}

void canvas_say_first(struct canvas *canvas, const char *text)
{
	char *line = spoken_line(text);
	put_words(canvas, 0, line);
	free(line);
}

static void print_character(uint32_t character, FILE *stream)
{
	char bytes[TEXT_ENCODED];
	fwrite(bytes, 1, text_encode(bytes, character), stream);
}

static void print_glyph(const struct glyph *glyph, FILE *stream)
{
	if (!glyph->base)
		return;
	print_character(glyph->base, stream);
	for (int i = 0; i < GLYPH_MARKS && glyph->marks[i]; i++)
		print_character(glyph->marks[i], stream);
}

void canvas_print_text(const struct canvas *canvas, FILE *stream)
{
	for (int y = 0; y < canvas->height; y++) {
		const struct cell *row = &canvas->cells[y * canvas->width];
		int end = canvas->width;
		while (end > 0 && row[end - 1].glyph.base == ' ' && !row[end - 1].glyph.marks[0])
			end--;
		for (int x = 0; x < end; x++)
			print_glyph(&row[x].glyph, stream);
		putc('\n', stream);
	}
}

static void print_look(struct look look, bool swapped, FILE *stream)
{
	uint32_t f = swapped ? look.background.rgb : look.foreground.rgb;
	uint32_t b = swapped ? look.foreground.rgb : look.background.rgb;
	fprintf(stream, "\033[0;%s38;2;%u;%u;%u;48;2;%u;%u;%um", look.bold ? "1;" : "", f >> 16,
		f >> 8 & 255, f & 255, b >> 16, b >> 8 & 255, b & 255);
}

/* A full block is printed as ground, which has no seams where a font's block is lower than its line. */
static bool is_block(const struct cell *cell)
{
	return cell->glyph.base == 0x2588;
}

void canvas_print_ansi(const struct canvas *canvas, const struct theme *theme, FILE *stream)
{
	for (int y = 0; y < canvas->height; y++) {
		const struct cell *row = &canvas->cells[y * canvas->width];
		for (int x = 0; x < canvas->width; x++) {
			const struct cell *cell = &row[x], *before = x > 0 ? &row[x - 1] : NULL;
			if (!before || cell->style != before->style ||
				is_block(cell) != is_block(before))
				print_look(theme->looks[cell->style], is_block(cell), stream);
			if (is_block(cell))
				putc(' ', stream);
			else
				print_glyph(&cell->glyph, stream);
		}
		fputs("\033[0m\n", stream);
	}
}
