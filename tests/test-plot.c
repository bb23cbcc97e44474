/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plots say what their numbers say, in both directions and at every size: counted on the canvas.
 */
#include "fixture.h"

#include "plot.h"

#include <math.h>

enum { VALUES = 1000, EIGHTHS = 8 };

static struct canvas canvas;

static void start(int width, int height, bool right_to_left)
{
	canvas_resize(&canvas, width, height);
	canvas_clear(&canvas, (struct text_mode){ .right_to_left = right_to_left }, -1);
}

static void assert_clean(void)
{
	assert_int_equal(canvas.clipped, 0);
	assert_int_equal(canvas.overdrawn, 0);
}

static const struct cell *cell_at(int x, int y)
{
	return &canvas.cells[y * canvas.width + x];
}

/* Cells of the style that are not empty. */
static int count_cells(enum style style)
{
	int count = 0;
	for (int i = 0; i < canvas.width * canvas.height; i++)
		count += canvas.cells[i].style == style && canvas.cells[i].glyph.base != ' ';
	return count;
}

static int cells_of_share(struct size size, bool right_to_left, double share)
{
	start(size.width, size.height, right_to_left);
	plot_share(&canvas, (struct area){ 0, 0, size.width, size.height }, share);
	assert_clean();
	return count_cells(STYLE_HEART);
}

/* A room for each size of marks. */
static const struct size rooms[] = { { 39, 5 }, { 19, 10 }, { 39, 25 }, { 79, 12 }, { 59, 30 },
	{ 119, 15 }, { 79, 39 }, { 159, 20 } };

static void lights_marks(void **state)
{
	(void)state;
	for (size_t r = 0; r < sizeof rooms / sizeof *rooms; r++)
		for (int mirrored = 0; mirrored < 2; mirrored++) {
			struct size size = plot_share_size(rooms[r]);
			assert_in_range(size.width, 1, rooms[r].width);
			assert_in_range(size.height, 1, rooms[r].height);
			int whole = cells_of_share(size, mirrored, 1);
			assert_int_equal(whole % 100, 0);
			for (int i = 0; i <= VALUES; i++) {
				double share = (double)i / VALUES;
				int lit = cells_of_share(size, mirrored, share);
				assert_int_equal(lit, lround(share * 100) * (whole / 100));
			}
		}
	assert_int_equal(plot_share_size((struct size){ 38, 5 }).width, 0);
	assert_int_equal(plot_share_size((struct size){ 18, 9 }).width, 0);
}

/* The first marks in the order of reading are the lit ones. */
static void lights_from_the_start(void **state)
{
	(void)state;
	cells_of_share((struct size){ 19, 10 }, false, 0.15);
	assert_int_equal(cell_at(0, 0)->style, STYLE_HEART);
	assert_int_equal(cell_at(8, 1)->style, STYLE_HEART);
	assert_int_equal(cell_at(10, 1)->style, STYLE_UNLIT);
	cells_of_share((struct size){ 19, 10 }, true, 0.15);
	assert_int_equal(cell_at(18, 0)->style, STYLE_HEART);
	assert_int_equal(cell_at(10, 1)->style, STYLE_HEART);
	assert_int_equal(cell_at(8, 1)->style, STYLE_UNLIT);
}

/* Eighths of the cell that are in the colour of the heart, which must lie on the side where reading starts. */
static int eighths_of(const struct cell *cell, bool right_to_left)
{
	uint32_t base = cell->glyph.base;
	if (cell->style == STYLE_UNLIT)
		return 0;
	if (base == 0x2588 && cell->style == STYLE_HEART)
		return EIGHTHS;
	assert_in_range(base, 0x2589, 0x258F);
	assert_int_equal(cell->style, right_to_left ? STYLE_HEART_CUT : STYLE_HEART);
	int left = (int)(0x2590 - base);
	return right_to_left ? EIGHTHS - left : left;
}

static void assert_bar(int width, bool right_to_left, double share)
{
	start(width, 2, right_to_left);
	plot_bar(&canvas, (struct area){ 0, 0, width, 2 }, share);
	assert_clean();
	int sum = 0, before = EIGHTHS;
	for (int i = 0; i < width; i++) {
		int x = right_to_left ? width - 1 - i : i;
		int own = eighths_of(cell_at(x, 0), right_to_left);
		assert_int_equal(eighths_of(cell_at(x, 1), right_to_left), own);
		assert_true(own == 0 || before == EIGHTHS); /* one piece, without a gap */
		sum += own;
		before = own;
	}
	assert_int_equal(sum, lround(share * width * EIGHTHS));
}

static void fills_bars(void **state)
{
	(void)state;
	for (int width = 1; width <= 60; width += 7)
		for (int i = 0; i <= VALUES; i++)
			for (int mirrored = 0; mirrored < 2; mirrored++)
				assert_bar(width, mirrored, (double)i / VALUES);
}

/* How many marks of each field: those left of the arrow's middle and those right of it. */
static void count_fields(int fields[2], int cells_a_mark)
{
	int middle = -1;
	for (int i = 0; i < canvas.width * canvas.height && middle < 0; i++)
		if (canvas.cells[i].style == STYLE_MUTED && canvas.cells[i].glyph.base != ' ')
			middle = i % canvas.width;
	fields[0] = fields[1] = 0;
	for (int i = 0; i < canvas.width * canvas.height; i++)
		if (canvas.cells[i].style == STYLE_HEART && canvas.cells[i].glyph.base != ' ')
			fields[i % canvas.width > middle]++;
	fields[0] /= cells_a_mark;
	fields[1] /= cells_a_mark;
}

static void draws_flows(void **state)
{
	(void)state;
	static const struct {
		struct size room;
		int cells;
	} cases[] = { { { 28, 13 }, 1 }, { { 60, 14 }, 1 }, { { 80, 44 }, 2 } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (int mirrored = 0; mirrored < 2; mirrored++) {
			struct size size = plot_flow_size(cases[i].room, 162, 128);
			int fields[2];
			assert_in_range(size.width, 1, cases[i].room.width);
			assert_in_range(size.height, 1, cases[i].room.height);
			start(size.width, size.height, mirrored);
			plot_flow(
				&canvas, (struct area){ 0, 0, size.width, size.height }, 162, 128);
			assert_clean();
			count_fields(fields, cases[i].cells);
			assert_int_equal(fields[mirrored], 162);
			assert_int_equal(fields[!mirrored], 128);
		}
	assert_int_equal(plot_flow_size((struct size){ 80, 44 }, 200000, 1).width, 0);
	assert_int_equal(plot_flow_size((struct size){ 10, 5 }, 162, 128).width, 0);
}

/* Eighths of the column that begins in that column of cells. */
static int height_at(int x)
{
	int sum = 0;
	for (int y = 0; y < canvas.height; y++)
		if (cell_at(x, y)->style == STYLE_HEART && cell_at(x, y)->glyph.base != ' ')
			sum += (int)(cell_at(x, y)->glyph.base - 0x2580);
	return sum;
}

static void draws_trends(void **state)
{
	(void)state;
	static const char *const labels[] = { "first", "last" };
	struct size size = plot_trend_size((struct size){ 28, 13 }, labels, 2);
	assert_in_range(size.width, 1, 28);
	for (int i = 0; i <= VALUES; i++)
		for (int mirrored = 0; mirrored < 2; mirrored++) {
			struct point points[] = { { 2016, (double)i / VALUES }, { 2022, 1 } };
			start(size.width, size.height, mirrored);
			plot_trend(&canvas, (struct area){ 0, 0, size.width, size.height }, points,
				labels, 2);
			assert_clean();
			int first = mirrored ? size.width - 1 : 0;
			assert_int_equal(height_at(first), lround(points[0].value * 11 * EIGHTHS));
			assert_int_equal(height_at(size.width - 1 - first), 11 * EIGHTHS);
			assert_true(
				fixture_shows(&canvas, "first") && fixture_shows(&canvas, "2022"));
		}
	assert_int_equal(plot_trend_size((struct size){ 11, 13 }, labels, 2).width, 0);
}

static void draws_icebergs(void **state)
{
	(void)state;
	for (int width = 1; width <= 80; width += 13)
		for (int height = 1; height <= 40; height += 13)
			for (int mirrored = 0; mirrored < 2; mirrored++) {
				start(width, height, mirrored);
				plot_iceberg(&canvas, (struct area){ 0, 0, width, height });
				assert_clean();
			}
	start(28, 13, false);
	plot_iceberg(&canvas, (struct area){ 0, 0, 28, 13 });
	int seen = count_cells(STYLE_HEART), hidden = count_cells(STYLE_UNLIT);
	assert_true(seen > 0 && hidden > 2 * seen);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(lights_marks),
		cmocka_unit_test(lights_from_the_start),
		cmocka_unit_test(fills_bars),
		cmocka_unit_test(draws_flows),
		cmocka_unit_test(draws_trends),
		cmocka_unit_test(draws_icebergs),
	};
	int failed = cmocka_run_group_tests_name("plot", tests, NULL, NULL);
	canvas_finish(&canvas);
	return failed;
}
