/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters of several rows: their shapes, where they stand, and what they have no shapes for.
 */
#include "fixture.h"

#include "letters.h"

#include <string.h>

static struct canvas canvas;

static void write_line(enum letters letters, struct area area, enum align align, const char *text)
{
	struct paragraph paragraph = letters_wrap(letters, text, area.width, canvas.mode);
	assert_int_equal(paragraph.line_count, 1);
	letters_line(
		&canvas, area, (struct writing){ letters, STYLE_TEXT, align }, &paragraph.lines[0]);
	paragraph_finish(&paragraph);
}

static void start(int width, int height, bool right_to_left)
{
	canvas_resize(&canvas, width, height);
	canvas_clear(&canvas, (struct text_mode){ .right_to_left = right_to_left }, -1);
}

static void draws_shapes(void **state)
{
	(void)state;
	start(20, 4, false);
	write_line(LETTERS_SMALL, (struct area){ 0, 0, 20, 4 }, ALIGN_START, "Aé 17");
	assert_string_equal(fixture_row(&canvas, 0), "▗▖ ▞   ▖▗▄▖");
	assert_string_equal(fixture_row(&canvas, 1), "▌▐ ▄  ▝▌ ▗▘");
	assert_int_equal(canvas.clipped, 0);
	assert_true(fixture_shows(&canvas, "17"));
}

/* Each size is at least twice as high as a row, and letters of the next are larger. */
static void has_sizes(void **state)
{
	(void)state;
	int before = 1;
	for (int size = LETTERS_SMALL; size <= LETTERS_LARGE; size++) {
		int rows = letters_rows((enum letters)size);
		assert_true(rows >= 2 * before || rows > before + 2);
		before = rows;
	}
	assert_int_equal(letters_rows(LETTERS_SMALL), 4);
	assert_int_equal(letters_rows(LETTERS_LARGE), 13);
}

static void has_alphabets(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789",
		"ÀÂÄÇÉÈÊËÎÏÔŒÙÛÜŸ àâäçéèêëîïôœùûüÿ ñÑ¡¿ åøæÅØÆ šžčćđŠŽČĆĐ ąęłńśźż ăîșțâ ğışİ ő ű ğ",
		"АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя іїєґІЇЄҐ",
		"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρσςτυφχψω άέήίόύώΆΈΉΊΌΎΏϊϋΐΰ",
		".,;:!?…·•-–—’‘“”«»()[]/+−=%&@#*№€ \u00A0\u202F",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(letters_have(LETTERS_SMALL, texts[i]));
		assert_true(letters_have(LETTERS_MEDIUM, texts[i]));
	}
	static const char *const others[] = { "العربية", "中文", "हिन्दी", "e\u0301" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(letters_have(LETTERS_SMALL, others[i]));
}

/* Lines are as wide as they say, and never wider than the room. */
static void wraps(void **state)
{
	(void)state;
	static const char text[] = "Call, and say what you saw and where: 116\u00A0006.";
	for (int size = LETTERS_SMALL; size <= LETTERS_LARGE; size++)
		for (int width = 30; width < 200; width += 17) {
			enum letters letters = (enum letters)size;
			struct paragraph paragraph = letters_wrap(
				letters, text, width, (struct text_mode){ 0 });
			assert_true(paragraph.line_count >= 1);
			for (size_t i = 0; i < paragraph.line_count; i++)
				assert_in_range(
					letters_width(letters, &paragraph.lines[i]), 1, width);
			int rows = (int)paragraph.line_count * letters_rows(letters);
			start(width, rows, false);
			struct area all = { 0, 0, width, rows };
			assert_int_equal(
				letters_text(&canvas, all,
					(struct writing){ letters, STYLE_TEXT, ALIGN_START }, text),
				rows);
			assert_int_equal(canvas.clipped, 0);
			assert_int_equal(canvas.overdrawn, 0);
			all.height--;
			start(width, rows, false);
			letters_text(&canvas, all,
				(struct writing){ letters, STYLE_TEXT, ALIGN_START }, text);
			assert_true(canvas.clipped > 0);
			paragraph_finish(&paragraph);
		}
}

/* At the start on a mirrored canvas is at its right, but the letters are not mirrored. */
static void aligns(void **state)
{
	(void)state;
	static const struct {
		bool right_to_left;
		enum align align;
		const char *first_row;
	} cases[] = {
		{ false, ALIGN_START, "▖   ▄▄" },
		{ false, ALIGN_END, "              ▖   ▄▄" },
		{ true, ALIGN_START, "              ▖   ▄▄" },
		{ true, ALIGN_END, "▖   ▄▄" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		start(20, 4, cases[i].right_to_left);
		write_line(LETTERS_SMALL, (struct area){ 0, 0, 20, 4 }, cases[i].align, "L 7");
		assert_string_equal(fixture_row(&canvas, 0), cases[i].first_row);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(draws_shapes),
		cmocka_unit_test(has_sizes),
		cmocka_unit_test(has_alphabets),
		cmocka_unit_test(wraps),
		cmocka_unit_test(aligns),
	};
	int failed = cmocka_run_group_tests_name("letters", tests, NULL, NULL);
	canvas_finish(&canvas);
	return failed;
}
