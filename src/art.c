/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures of half blocks: a cell is two square pixels, one above the other.
 */
#include "art.h"

#include <math.h>
#include <string.h>

enum { UPPER_HALF = 0x2580, LOWER_HALF = 0x2584, FULL_BLOCK = 0x2588, SPACE_WIDTH = 3 };

void art_put(struct canvas *canvas, int x, int y, struct halves halves, enum style style)
{
	if (halves.upper || halves.lower)
		canvas_put(canvas, x, y,
			!halves.lower		? UPPER_HALF
				: !halves.upper ? LOWER_HALF
						: FULL_BLOCK,
			style);
}

/* Shapes by rows of pixels: "#" is ink. The small face is 5 pixels high, the bold one 8. */
struct shape {
	uint32_t character;
	const char *rows[8];
};

static const struct shape small_face[] = {
	{ '0', { "###", "# #", "# #", "# #", "###" } },
	{ '1', { " # ", "## ", " # ", " # ", "###" } },
	{ '2', { "###", "  #", "###", "#  ", "###" } },
	{ '3', { "###", "  #", " ##", "  #", "###" } },
	{ '4', { "# #", "# #", "###", "  #", "  #" } },
	{ '5', { "###", "#  ", "###", "  #", "###" } },
	{ '6', { "###", "#  ", "###", "# #", "###" } },
	{ '7', { "###", "  #", "  #", " # ", " # " } },
	{ '8', { "###", "# #", "###", "# #", "###" } },
	{ '9', { "###", "# #", "###", "  #", "###" } },
	{ '+', { "   ", " # ", "###", " # ", "   " } },
	{ '-', { "  ", "  ", "##", "  ", "  " } },
	{ '(', { " #", "# ", "# ", "# ", " #" } },
	{ ')', { "# ", " #", " #", " #", "# " } },
	{ '.', { " ", " ", " ", " ", "#" } },
	{ ',', { "  ", "  ", "  ", " #", "# " } },
	{ '%', { "#  #", "  # ", " ## ", " #  ", "#  #" } },
	{ 0x2248, { " # #", "# # ", "    ", " # #", "# # " } },
	{ 0x2190, { "  #  ", " #   ", "#####", " #   ", "  #  " } },
	{ 0x2192, { "  #  ", "   # ", "#####", "   # ", "  #  " } },
};

static const struct shape bold_face[] = {
	{ '0', { " #### ", "##  ##", "##  ##", "##  ##", "##  ##", "##  ##", "##  ##", " #### " } },
	{ '1', { "  ##  ", " ###  ", "####  ", "  ##  ", "  ##  ", "  ##  ", "  ##  ", "######" } },
	{ '2', { " #### ", "##  ##", "    ##", "   ## ", "  ##  ", " ##   ", "##    ", "######" } },
	{ '3', { " #### ", "##  ##", "    ##", "  ### ", "    ##", "    ##", "##  ##", " #### " } },
	{ '4', { "   ## ", "  ### ", " #### ", "## ## ", "## ## ", "######", "   ## ", "   ## " } },
	{ '5', { "######", "##    ", "##### ", "    ##", "    ##", "    ##", "##  ##", " #### " } },
	{ '6', { " #### ", "##  ##", "##    ", "##### ", "##  ##", "##  ##", "##  ##", " #### " } },
	{ '7', { "######", "    ##", "    ##", "   ## ", "  ##  ", "  ##  ", " ##   ", " ##   " } },
	{ '8', { " #### ", "##  ##", "##  ##", " #### ", "##  ##", "##  ##", "##  ##", " #### " } },
	{ '9', { " #### ", "##  ##", "##  ##", "##  ##", " #####", "    ##", "##  ##", " #### " } },
	{ '+', { "      ", "  ##  ", "  ##  ", "######", "######", "  ##  ", "  ##  ", "      " } },
	{ '-', { "    ", "    ", "    ", "####", "####", "    ", "    ", "    " } },
	{ '(', { "  ##", " ## ", "##  ", "##  ", "##  ", "##  ", " ## ", "  ##" } },
	{ ')', { "##  ", " ## ", "  ##", "  ##", "  ##", "  ##", " ## ", "##  " } },
	{ '.', { "  ", "  ", "  ", "  ", "  ", "  ", "##", "##" } },
	{ ',', { "   ", "   ", "   ", "   ", "   ", " ##", " ##", "## " } },
	{ '%',
		{ " ##   ##", "#  # ## ", "#  ###  ", " ## ##  ", "  ## ## ", "  ###  #",
			" ## #  #", "##   ## " } },
	{ 0x2248,
		{ "       ", " ##   #", "# ## ##", "#   ## ", " ##   #", "# ## ##", "#   ## ",
			"       " } },
	{ 0x2190,
		{ "         ", "  ##     ", " ##      ", "#########", "#########", " ##      ",
			"  ##     ", "         " } },
	{ 0x2192,
		{ "         ", "     ##  ", "      ## ", "#########", "#########", "      ## ",
			"     ##  ", "         " } },
};

struct face {
	const struct shape *shapes;
	size_t count;
	int height, scale;
};

static struct face face_of(enum digits digits)
{
	if (digits == DIGITS_SMALL)
		return (struct face){ small_face, sizeof small_face / sizeof *small_face, 5, 1 };
	return (struct face){ bold_face, sizeof bold_face / sizeof *bold_face, 8, (int)digits };
}

static const struct shape *shape_of(const struct face *face, uint32_t character)
{
	if (character == 0x66C) /* the Arabic thousands separator */
		character = ',';
	for (size_t i = 0; i < face->count; i++)
		if (face->shapes[i].character == character)
			return &face->shapes[i];
	return NULL;
}

static int shape_width(const struct shape *shape)
{
	return (int)strlen(shape->rows[0]);
}

struct size art_digits_size(const char *number, enum digits digits)
{
	struct face face = face_of(digits);
	struct paragraph paragraph = text_wrap(number, 1000, (struct text_mode){ 0 });
	struct size size = { 0, (face.height * face.scale + 1) / 2 };
	for (size_t i = 0; paragraph.line_count && i < paragraph.lines[0].count; i++) {
		uint32_t character = paragraph.lines[0].glyphs[i].base;
		const struct shape *shape = shape_of(&face, character);
		if (!shape && character != ' ') {
			size.width = 0;
			break;
		}
		size.width += ((shape ? shape_width(shape) : SPACE_WIDTH - 1) + 1) * face.scale;
	}
	size.width -= size.width ? face.scale : 0; /* no gap after the last */
	paragraph_finish(&paragraph);
	return size;
}

static struct size part_size(const char *text, size_t length, enum digits digits)
{
	char part[TEXT_ISOLATED];
	if (length >= sizeof part)
		return (struct size){ 0 };
	memcpy(part, text, length);
	part[length] = '\0';
	return art_digits_size(part, digits);
}

/* How much of the text fits the width, up to its end or a space; 0 when not even its first group does. */
static size_t fitting_length(const char *text, int width, enum digits digits)
{
	size_t fitting = 0;
	for (size_t end = strcspn(text, " ");; end += 1 + strcspn(text + end + 1, " ")) {
		int own = part_size(text, end, digits).width;
		if (own == 0 || own > width)
			return fitting;
		fitting = end;
		if (!text[end])
			return fitting;
	}
}

/* Breaks the number into at most `most` lines of that size, with an empty row between them. */
static bool break_lines(const char *number, struct size room, int most, struct digit_lines *lines)
{
	int height = part_size(number, strcspn(number, " "), lines->size).height;
	for (lines->count = 0; *number; lines->count++) {
		size_t length = fitting_length(number, room.width, lines->size);
		if (length == 0 || lines->count == most ||
			(lines->count + 1) * (height + 1) - 1 > room.height)
			return false;
		lines->lines[lines->count].text = number;
		lines->lines[lines->count].length = length;
		number += length + (number[length] == ' ');
	}
	return lines->count > 0;
}

bool art_digits_fit(
	const char *number, struct size room, enum digits largest, struct digit_lines *lines)
{
	for (int most = 1; most <= DIGIT_LINES; most += DIGIT_LINES - 1)
		for (int size = (int)largest; size >= DIGITS_SMALL; size--) {
			lines->size = (enum digits)size;
			if (break_lines(number, room, most, lines))
				return true;
		}
	return false;
}

static bool has_ink(const struct face *face, const struct shape *shape, int x, int y)
{
	return y < face->height * face->scale &&
		shape->rows[y / face->scale][x / face->scale] == '#';
}

void art_digits(struct canvas *canvas, struct area area, enum style style, const char *number,
	enum digits digits)
{
	struct face face = face_of(digits);
	struct paragraph paragraph = text_wrap(number, 1000, (struct text_mode){ 0 });
	struct size size = art_digits_size(number, digits);
	area.width = size.width;
	int x = canvas_place(canvas, area).x;
	for (size_t i = 0; paragraph.line_count && i < paragraph.lines[0].count; i++) {
		const struct shape *shape = shape_of(&face, paragraph.lines[0].glyphs[i].base);
		int width = (shape ? shape_width(shape) : SPACE_WIDTH - 1) * face.scale;
		for (int row = 0; shape && row < size.height; row++)
			for (int column = 0; column < width; column++)
				art_put(canvas, x + column, area.y + row,
					(struct halves){ has_ink(&face, shape, column, 2 * row),
						has_ink(&face, shape, column, 2 * row + 1) },
					style);
		canvas_note_letter(canvas, x, area.y, paragraph.lines[0].glyphs[i].base);
		x += width + face.scale;
	}
	paragraph_finish(&paragraph);
}

/* Whether a pixel is of the implicit heart (x² + y² − 1)³ − x²y³ ≤ 0. It lies so far right of and below the
   middle of the heart's bounding box, which reaches as far as `size`. One that stands out of the box is left
   out: it would be a lone dot on a lobe or at the tip. */
static bool in_heart(double right, double below, double size)
{
	double x = right / size * 1.14, y = 0.115 - below / size * 1.115, r = x * x + y * y - 1;
	return fabs(below) + 0.5 <= size && r * r * r - x * x * y * y * y <= 0;
}

void art_heart(struct canvas *canvas, struct area area, double swell)
{
	int pixels = area.width < area.height * 2 ? area.width : area.height * 2;
	struct area place = canvas_place(canvas, area);
	double size = (pixels - 1) * (0.965 + 0.035 * swell) / 2;
	double centre_x = place.x + (area.width - 1) / 2.0, centre_y = area.height - 0.5;
	for (int y = 0; y < area.height; y++)
		for (int x = place.x; x < place.x + area.width; x++)
			art_put(canvas, x, place.y + y,
				(struct halves){ in_heart(x - centre_x, 2 * y - centre_y, size),
					in_heart(x - centre_x, 2 * y + 1 - centre_y, size) },
				STYLE_HEART);
}
