/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mark is drawn pixel by pixel, half a cell each; bars use the blocks of an eighth.
 */
#include "plot.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { HUNDRED = 100, EIGHTHS = 8, FULL_BLOCK = 0x2588, MIDDLE_DOT = 0xB7 };

/* A mark, lit or not: columns wide, pixels high; the next one starts `across` columns or `down` pixels on. */
struct mark {
	int width, height, across, down;
	const char *lit[6], *unlit[6];
};

/* Whole hearts, and outlines or dots of them. No two of them share a cell. The smallest is a character. */
static const struct mark marks[] = {
	{ 7, 6, 8, 8, { " ## ## ", "#######", "#######", " ##### ", "  ###  ", "   #   " },
		{ " ## ## ", "#  #  #", "#     #", " #   # ", "  # #  ", "   #   " } },
	{ 5, 5, 6, 6, { " # # ", "#####", "#####", " ### ", "  #  " },
		{ " # # ", "# # #", "#   #", " # # ", "  #  " } },
	{ 3, 4, 4, 5, { "# #", "###", "###", " # " }, { "   ", " # ", " # ", "   " } },
	{ 1, 2, 2, 2, { "" }, { "" } },
};
static const struct mark *const smallest = &marks[sizeof marks / sizeof *marks - 1];

/* The hundred in rows of so many. */
struct layout {
	const struct mark *mark;
	int per_row;
};

static struct size layout_size(struct layout layout)
{
	int rows = HUNDRED / layout.per_row;
	return (struct size){ (layout.per_row - 1) * layout.mark->across + layout.mark->width,
		((rows - 1) * layout.mark->down + layout.mark->height + 1) / 2 };
}

/* The largest marks that fit, rather in a square; mark NULL when not even the smallest do. */
static struct layout lay_share(struct size room)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		for (int per_row = 10; per_row <= 20; per_row += 10) {
			struct layout layout = { &marks[i], per_row };
			struct size size = layout_size(layout);
			if (size.width <= room.width && size.height <= room.height)
				return layout;
		}
	return (struct layout){ 0 };
}

struct size plot_share_size(struct size room)
{
	struct layout layout = lay_share(room);
	return layout.mark ? layout_size(layout) : (struct size){ 0 };
}

static bool has_ink(const struct mark *mark, const char *const *rows, int x, int y)
{
	return y >= 0 && y < mark->height && rows[y][x] == '#';
}

/* Draws one mark whose upper left is at that column and pixel. */
static void draw_mark(
	struct canvas *canvas, const struct mark *mark, struct area at, int pixel, bool lit)
{
	enum { HEART = 0x2665 };
	enum style style = lit ? STYLE_HEART : STYLE_UNLIT;
	at.width = mark->width;
	int x = canvas_place(canvas, at).x;
	if (mark == smallest) {
		canvas_put(canvas, x, at.y + pixel / 2, lit ? HEART : MIDDLE_DOT, style);
		return;
	}
	const char *const *rows = lit ? mark->lit : mark->unlit;
	for (int row = pixel / 2; row <= (pixel + mark->height - 1) / 2; row++)
		for (int column = 0; column < mark->width; column++)
			art_put(canvas, x + column, at.y + row,
				(struct halves){ has_ink(mark, rows, column, 2 * row - pixel),
					has_ink(mark, rows, column, 2 * row + 1 - pixel) },
				style);
}

void plot_share(struct canvas *canvas, struct area area, double share)
{
	struct layout layout = lay_share((struct size){ area.width, area.height });
	int lit = (int)lround(share * HUNDRED);
	for (int i = 0; layout.mark && i < HUNDRED; i++) {
		struct area at = { area.x + i % layout.per_row * layout.mark->across, area.y, 1,
			1 };
		draw_mark(canvas, layout.mark, at, i / layout.per_row * layout.mark->down, i < lit);
	}
}

/* One cell of a bar with so many of its eighths filled, from where reading starts. The blocks are of the left
   side only: for the right side, the rest of the cell is drawn, in the colour of the ground. */
static void put_eighths(struct canvas *canvas, int x, int y, int eighths)
{
	enum { BEHIND_LEFT_BLOCKS = 0x2590 };
	bool mirrored = canvas->mode.right_to_left;
	if (eighths == 0)
		canvas_put(canvas, x, y, MIDDLE_DOT, STYLE_UNLIT);
	else if (eighths == EIGHTHS)
		canvas_put(canvas, x, y, FULL_BLOCK, STYLE_HEART);
	else
		canvas_put(canvas, x, y,
			(uint32_t)(BEHIND_LEFT_BLOCKS - (mirrored ? EIGHTHS - eighths : eighths)),
			mirrored ? STYLE_HEART_CUT : STYLE_HEART);
}

void plot_bar(struct canvas *canvas, struct area area, double share)
{
	int filled = (int)lround(share * area.width * EIGHTHS);
	for (int i = 0; i < area.width; i++) {
		int own = filled - i * EIGHTHS;
		own = own < 0 ? 0 : own > EIGHTHS ? EIGHTHS : own;
		int x = canvas_place(canvas, (struct area){ area.x + i, area.y, 1, 1 }).x;
		for (int y = area.y; y < area.y + area.height; y++)
			put_eighths(canvas, x, y, own);
	}
}

/* How the marks of a field lie: the size of one is `width` columns, the next is `across` columns or `down` rows
   away; and the columns between the fields, for the arrow. */
struct field {
	int width, across, down, arrow;
	uint32_t mark;
	int rows; /* as laid out; 0: it does not fit */
};

static const struct field fields[] = {
	{ 2, 4, 2, 14, FULL_BLOCK, 0 },
	{ 1, 2, 1, 7, 0x2022, 0 },
	{ 1, 1, 1, 4, 0x2022, 0 },
};

/* Columns of cells for a count of marks. */
static int field_width(const struct field *field, long long count)
{
	int columns = (int)((count + field->rows - 1) / field->rows);
	return (columns - 1) * field->across + field->width;
}

static struct size fields_size(const struct field *field, long long from, long long to)
{
	return (struct size){ field_width(field, from) + field->arrow + field_width(field, to),
		(field->rows - 1) * field->down + 1 };
}

/* The largest marks that fit, in fields as nearly square as the room allows. */
static struct field lay_fields(struct size room, long long from, long long to)
{
	long long larger = from > to ? from : to;
	if (larger > (long long)room.width * room.height)
		return (struct field){ 0 };
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		struct field field = fields[i];
		int most = (room.height - 1) / field.down + 1;
		for (field.rows = 1; field.rows <= most; field.rows++) {
			struct size size = fields_size(&field, from, to);
			bool square = field_width(&field, larger) <= 2 * size.height;
			if (size.width <= room.width && (square || field.rows == most))
				return field;
		}
	}
	return (struct field){ 0 };
}

struct size plot_flow_size(struct size room, long long from, long long to)
{
	struct field field = lay_fields(room, from, to);
	return field.rows ? fields_size(&field, from, to) : (struct size){ 0 };
}

/* One field: column by column, each from the top. */
static void draw_field(
	struct canvas *canvas, struct area area, const struct field *field, long long count)
{
	for (int i = 0; i < (int)count; i++) {
		struct area at = { area.x + i / field->rows * field->across,
			area.y + i % field->rows * field->down, field->width, 1 };
		int x = canvas_place(canvas, at).x;
		for (int column = 0; column < field->width; column++)
			canvas_put(canvas, x + column, at.y, field->mark, STYLE_HEART);
	}
}

/* A quarter of what lies between the fields is free on either side of the arrow. */
static void draw_arrow(struct canvas *canvas, struct area area)
{
	enum { LEFT = 0x25C0, RIGHT = 0x25B6, LINE = 0x2500 };
	uint32_t head = canvas->mode.right_to_left ? LEFT : RIGHT;
	for (int i = area.width / 4; i < area.width - area.width / 4; i++) {
		bool last = i + 1 == area.width - area.width / 4;
		struct area at = { area.x + i, area.y, 1, 1 };
		canvas_put(
			canvas, canvas_place(canvas, at).x, at.y, last ? head : LINE, STYLE_MUTED);
	}
}

void plot_flow(struct canvas *canvas, struct area area, long long from, long long to)
{
	struct field field = lay_fields((struct size){ area.width, area.height }, from, to);
	if (field.rows == 0)
		return;
	int height = fields_size(&field, from, to).height;
	draw_field(canvas, area, &field, from);
	area.x += field_width(&field, from);
	draw_arrow(canvas, (struct area){ area.x, area.y + height / 2, field.arrow, 1 });
	area.x += field.arrow;
	draw_field(canvas, area, &field, to);
}

enum { COLUMN_GAP = 2, YEAR_WIDTH = 4, LEAST_BARS = 3 };

/* The width of a column with its label; 0 when there is no room for the labels. */
static int trend_pitch(struct size room, const char *const *labels, size_t count)
{
	int widest = YEAR_WIDTH, pitch = (room.width + COLUMN_GAP) / (int)count;
	for (size_t i = 0; i < count; i++)
		widest = text_width(labels[i]) > widest ? text_width(labels[i]) : widest;
	if (pitch > room.height + COLUMN_GAP)
		pitch = room.height + COLUMN_GAP; /* a bar is never wider than high */
	return pitch - COLUMN_GAP < widest || room.height < LEAST_BARS + 2 ? 0 : pitch;
}

struct size plot_trend_size(struct size room, const char *const *labels, size_t count)
{
	int pitch = trend_pitch(room, labels, count);
	return (struct size){ pitch ? pitch * (int)count - COLUMN_GAP : 0, room.height };
}

/* A bar that stands on the area's last row, so many eighths of a cell high. */
static void draw_column(struct canvas *canvas, struct area area, int eighths)
{
	enum { BEFORE_LOWER_BLOCKS = 0x2580 };
	int left = canvas_place(canvas, area).x;
	for (int row = area.y + area.height - 1; eighths > 0; row--, eighths -= EIGHTHS) {
		int own = eighths < EIGHTHS ? eighths : EIGHTHS;
		for (int x = left; x < left + area.width; x++)
			canvas_put(
				canvas, x, row, (uint32_t)(BEFORE_LOWER_BLOCKS + own), STYLE_HEART);
	}
}

void plot_trend(struct canvas *canvas, struct area area, const struct point *points,
	const char *const *labels, size_t count)
{
	int pitch = trend_pitch((struct size){ area.width, area.height }, labels, count);
	int rows = area.height - 2; /* the value above the largest, and the years */
	double largest = 0;
	for (size_t i = 0; i < count; i++)
		largest = points[i].value > largest ? points[i].value : largest;
	for (size_t i = 0; pitch > 0 && i < count; i++) {
		char year[16];
		int eighths = largest > 0 ? (int)lround(points[i].value / largest * rows * EIGHTHS)
					  : 0;
		int used = (eighths + EIGHTHS - 1) / EIGHTHS;
		struct area own = { area.x + (int)i * pitch, area.y + 1, pitch - COLUMN_GAP, rows };
		draw_column(canvas, own, eighths);
		own = (struct area){ own.x, area.y + rows - used, own.width, 1 };
		canvas_text(canvas, own, STYLE_STRONG, ALIGN_CENTRE, labels[i]);
		snprintf(year, sizeof year, "%d", points[i].year);
		own.y = area.y + area.height - 1;
		canvas_text(canvas, own, STYLE_MUTED, ALIGN_CENTRE, year);
	}
}

/* Corners of the iceberg, clockwise: x from −1 to 1, y from 0 at the top to 1; the waterline lies at 0.3. */
static const double iceberg[][2] = { { -0.06, 0 }, { 0.10, 0.10 }, { 0.20, 0.12 }, { 0.42, 0.30 },
	{ 0.78, 0.36 }, { 0.94, 0.52 }, { 0.66, 0.72 }, { 0.36, 0.84 }, { 0.10, 1 },
	{ -0.26, 0.90 }, { -0.70, 0.74 }, { -0.90, 0.50 }, { -0.74, 0.36 }, { -0.46, 0.30 },
	{ -0.30, 0.16 } };

/* Whether the point lies within: an odd number of sides crosses the ray to its right. */
static bool in_iceberg(double x, double y)
{
	bool inside = false;
	size_t count = sizeof iceberg / sizeof *iceberg;
	for (size_t i = 0, j = count - 1; i < count; j = i++) {
		const double *a = iceberg[i], *b = iceberg[j];
		if ((a[1] > y) != (b[1] > y) &&
			x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0])
			inside = !inside;
	}
	return inside;
}

void plot_iceberg(struct canvas *canvas, struct area area)
{
	enum { SHADE = 0x2592, WATER = 0x2500 };
	int water = (int)lround(area.height * 0.3);
	struct area place = canvas_place(canvas, area);
	for (int row = 0; row < area.height; row++)
		for (int column = 0; column < area.width; column++) {
			double x = (column + 0.5) * 2 / area.width - 1, cell = 1.0 / area.height;
			if (canvas->mode.right_to_left)
				x = -x;
			bool upper = in_iceberg(x, (row + 0.25) * cell);
			bool lower = in_iceberg(x, (row + 0.75) * cell);
			if (row < water)
				art_put(canvas, place.x + column, area.y + row,
					(struct halves){ upper, lower }, STYLE_HEART);
			else if (row == water)
				canvas_put(
					canvas, place.x + column, area.y + row, WATER, STYLE_MUTED);
			else if (upper && lower)
				canvas_put(
					canvas, place.x + column, area.y + row, SHADE, STYLE_UNLIT);
		}
}
