/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line becomes a grid of pixels, and that becomes cells.
 */
#include "letters.h"

#include "memory.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static int advance_small(uint32_t character);
static int advance_medium(uint32_t character);
static int advance_large(uint32_t character);

/* How a face is drawn: a cell is two pixels high, and one or two wide. */
static const struct {
	int face, across, scale; /* across: pixels in a cell's width */
	int gap, space; /* between letters and words, in pixels of the face */
	int columns;
	int (*advance)(uint32_t character);
} sizes[] = {
	[LETTERS_SMALL] = { 0, 2, 1, 1, 2, 2, advance_small },
	[LETTERS_MEDIUM] = { 1, 1, 1, 1, 3, 7, advance_medium },
	[LETTERS_LARGE] = { 1, 1, 2, 1, 3, 14, advance_large },
};

static const struct letter *letter_of(enum letters letters, uint32_t character)
{
	const struct letter_face *face = &letter_faces[sizes[letters].face];
	size_t first = 0, end = face->count;
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		if (face->letters[middle].character == character)
			return &face->letters[middle];
		if (face->letters[middle].character < character)
			first = middle + 1;
		else
			end = middle;
	}
	return NULL;
}

static int advance(enum letters letters, uint32_t character)
{
	const struct letter *letter = letter_of(letters, character);
	return ((letter ? letter->width : sizes[letters].space) + sizes[letters].gap) *
		sizes[letters].scale;
}

static int advance_small(uint32_t character)
{
	return advance(LETTERS_SMALL, character);
}

static int advance_medium(uint32_t character)
{
	return advance(LETTERS_MEDIUM, character);
}

static int advance_large(uint32_t character)
{
	return advance(LETTERS_LARGE, character);
}

int letters_rows(enum letters letters)
{
	return letters == LETTERS_NONE
		? 1
		: (letter_faces[sizes[letters].face].height * sizes[letters].scale + 1) / 2;
}

int letters_columns(enum letters letters)
{
	return letters == LETTERS_NONE ? 1 : sizes[letters].columns;
}

bool letters_have(enum letters letters, const char *text)
{
	if (letters == LETTERS_NONE)
		return true;
	struct paragraph line = text_wrap(text, INT_MAX / 4, (struct text_mode){ 0 });
	bool all = true;
	for (size_t i = 0; i < line.line_count; i++)
		for (size_t j = 0; j < line.lines[i].count; j++) {
			const struct glyph *glyph = &line.lines[i].glyphs[j];
			all = all && !glyph->marks[0] &&
				(glyph->base == ' ' || letter_of(letters, glyph->base));
		}
	paragraph_finish(&line);
	return all;
}

struct paragraph letters_wrap(
	enum letters letters, const char *text, int columns, struct text_mode mode)
{
	if (letters == LETTERS_NONE)
		return text_wrap(text, columns, mode);
	int last_gap = sizes[letters].gap * sizes[letters].scale;
	mode.advance = sizes[letters].advance;
	return text_wrap(text, columns * sizes[letters].across + last_gap, mode);
}

static int pixels(enum letters letters, const struct line *line)
{
	return line->width ? line->width - sizes[letters].gap * sizes[letters].scale : 0;
}

int letters_width(enum letters letters, const struct line *line)
{
	if (letters == LETTERS_NONE)
		return line->width;
	return (pixels(letters, line) + sizes[letters].across - 1) / sizes[letters].across;
}

/* A line of text as pixels. */
struct grid {
	bool *ink;
	int width, height;
};

static void paint(struct grid *grid, enum letters letters, const struct letter *letter, int left)
{
	int scale = sizes[letters].scale;
	for (int y = 0; y < letter_faces[sizes[letters].face].height * scale; y++)
		for (int x = 0; x < letter->width * scale; x++)
			if (letter->rows[y / scale] >> (15 - x / scale) & 1)
				grid->ink[y * grid->width + left + x] = true;
}

/* The block that has the four pixels of a cell: upper left, upper right, lower left, lower right. */
static uint32_t block_of(const struct grid *grid, int x, int y, int across)
{
	static const uint16_t blocks[16] = { ' ', 0x2598, 0x259D, 0x2580, 0x2596, 0x258C, 0x259E,
		0x259B, 0x2597, 0x259A, 0x2590, 0x259C, 0x2584, 0x2599, 0x259F, 0x2588 };
	unsigned index = 0;
	for (int i = 0; i < 4; i++) {
		int column = x * across + (across == 2 ? i % 2 : 0), row = 2 * y + i / 2;
		if (column < grid->width && row < grid->height)
			index |= (unsigned)grid->ink[row * grid->width + column] << i;
	}
	return blocks[index];
}

void letters_line(
	struct canvas *canvas, struct area area, struct writing writing, const struct line *line)
{
	enum letters letters = writing.letters;
	if (letters == LETTERS_NONE) {
		canvas_line(canvas, area, writing.style, writing.align, line);
		return;
	}
	int across = sizes[letters].across, rows = letters_rows(letters);
	struct grid grid = { .width = line->width + 1, .height = rows * 2 };
	int room = area.width - letters_width(letters, line), pixel = 0;
	area.x += writing.align == ALIGN_START	? 0
		: writing.align == ALIGN_CENTRE ? room / 2
						: room;
	area.width = letters_width(letters, line);
	int left = canvas_place(canvas, area).x;
	grid.ink = memory_resize(NULL, (size_t)grid.width * (size_t)grid.height, sizeof *grid.ink);
	memset(grid.ink, 0, (size_t)grid.width * (size_t)grid.height * sizeof *grid.ink);
	for (size_t i = 0; i < line->count; i++) {
		const struct letter *letter = letter_of(letters, line->glyphs[i].base);
		if (letter)
			paint(&grid, letters, letter, pixel);
		pixel += line->glyphs[i].width;
	}
	for (int y = 0; y < rows; y++)
		for (int x = 0; x < area.width; x++) {
			uint32_t block = block_of(&grid, x, y, across);
			if (block != ' ')
				canvas_put(canvas, left + x, area.y + y, block, writing.style);
		}
	pixel = 0;
	for (size_t i = 0; i < line->count; i++) {
		canvas_note_letter(canvas, left + pixel / across, area.y, line->glyphs[i].base);
		pixel += line->glyphs[i].width;
	}
	free(grid.ink);
}

int letters_text(struct canvas *canvas, struct area area, struct writing writing, const char *text)
{
	struct paragraph paragraph = letters_wrap(writing.letters, text, area.width, canvas->mode);
	int rows = letters_rows(writing.letters), count = (int)paragraph.line_count;
	for (int i = 0; i < count; i++) {
		if ((i + 1) * rows > area.height) {
			canvas->clipped++;
			break;
		}
		letters_line(canvas, (struct area){ area.x, area.y + i * rows, area.width, rows },
			writing, &paragraph.lines[i]);
	}
	paragraph_finish(&paragraph);
	return count * rows;
}
