/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wrapping, widths, visual order and what is refused.
 */
#include "fixture.h"

#include "numbers.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static char *shown(const char *text, int width, bool right_to_left)
{
	char *result = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&result, &length);
	struct paragraph paragraph = text_wrap(
		text, width, (struct text_mode){ .right_to_left = right_to_left });
	for (size_t i = 0; i < paragraph.line_count; i++) {
		for (size_t j = 0; j < paragraph.lines[i].count; j++) {
			const struct glyph *glyph = &paragraph.lines[i].glyphs[j];
			char bytes[TEXT_ENCODED];
			fwrite(bytes, 1, text_encode(bytes, glyph->base), stream);
			for (int k = 0; k < GLYPH_MARKS && glyph->marks[k]; k++)
				fwrite(bytes, 1, text_encode(bytes, glyph->marks[k]), stream);
		}
		if (i + 1 < paragraph.line_count)
			putc('|', stream);
	}
	fclose(stream);
	paragraph_finish(&paragraph);
	return result;
}

static void wraps_and_orders(void **state)
{
	(void)state;
	static const struct row {
		const char *text;
		int width;
		bool right_to_left;
		const char *expected;
	} rows[] = {
		{ "one two three", 7, false, "one two|three" },
		{ "one two three", 80, false, "one two three" },
		{ "incomprehensibilities", 8, false, "incompre|hensibil|ities" },
		{ "a\nb", 10, false, "a|b" },
		{ "Danger\u00A0: 17", 8, false, "Danger :|17" },
		{ "Danger : 17", 7, false, "Danger|: 17" },
		{ "人口贩运是犯罪", 6, false, "人口贩|运是犯|罪" },
		{ "e\u0301te\u0301", 2, false, "e\u0301t|e\u0301" },
		/* Arabic is joined and runs from right to left; numbers keep their order. */
		{ "سلام", 20, true, "\uFEE1\uFEFC\uFEB3" },
		{ "\u2066116\u00A0006\u2069 \u05D0", 20, true, "\u05D0 116 006" },
		{ "\u05D0 \u2066+33\u00A01\u00A042\u2069", 20, true, "+33 1 42 \u05D0" },
		{ "\u05D0\u05D1 \u05D2\u05D3", 3, true, "\u05D1\u05D0|\u05D3\u05D2" },
		{ "\u20681000 jours (SP)\u2069 · \u05D0", 20, true, "\u05D0 · 1000 jours (SP)" },
		/* An address is not broken while a line of its own has room for it. */
		{ "Web: \u2066a-b.org/c-d\u2069", 12, false, "Web:|a-b.org/c-d" },
		{ "Web: \u2066a-b.org/c-d\u2069", 9, false, "Web:|a-b.org/|c-d" },
		{ "网址：\u2066a-b.org/c-d\u2069", 12, false, "网址：|a-b.org/c-d" },
		{ "In danger: 17 or 112.", 30, true, "In danger: 17 or 112." },
		/* What would change the order or the terminal never comes through. */
		{ "a\u202Eb\033[31mc", 20, false, "ab[31mc" },
		{ "", 20, false, "" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char *got = shown(rows[i].text, rows[i].width, rows[i].right_to_left);
		if (strcmp(got, rows[i].expected) != 0)
			print_error("row %zu: \"%s\" in %d\n", i, rows[i].text, rows[i].width);
		assert_string_equal(got, rows[i].expected);
		free(got);
	}
}

static void measures(void **state)
{
	(void)state;
	static const struct row {
		const char *text;
		int width, widest_word;
	} rows[] = {
		{ "Français", 8, 8 },
		{ "中文", 4, 2 },
		{ "one two three", 13, 5 },
		{ "e\u0301", 1, 1 },
		{ "Cœur bleu", 9, 4 },
		{ "", 0, 0 },
		{ "a\u00A0b c", 5, 3 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(text_width(rows[i].text), rows[i].width);
		assert_int_equal(text_widest_word(rows[i].text), rows[i].widest_word);
	}
}

static void refuses(void **state)
{
	(void)state;
	static const struct row {
		const char *text;
		enum text_fault fault;
		size_t offset;
		uint32_t code;
	} rows[] = {
		{ "plain", TEXT_SOUND, 0, 0 },
		{ "a\033[2J", TEXT_CONTROL, 1, 0x1B },
		{ "a\xC2\x9B", TEXT_CONTROL, 1, 0x9B },
		{ "ab\u202E", TEXT_BIDI, 2, 0x202E },
		{ "\u2066x", TEXT_BIDI, 0, 0x2066 },
		{ "a\xFF", TEXT_NOT_UTF8, 1, 0xFF },
		{ "a\xC3", TEXT_NOT_UTF8, 1, 0xC3 },
		{ "soft\u00ADhyphen", TEXT_UNSHOWABLE, 4, 0xAD },
		{ "heart\u2764\uFE0F", TEXT_UNSHOWABLE, 8, 0xFE0F },
		{ "\uE000", TEXT_UNSHOWABLE, 0, 0xE000 },
		{ "\u4DC0", TEXT_UNSHOWABLE, 0, 0x4DC0 },
		{ "\u0301a", TEXT_MARKS, 0, 0x301 },
		{ "a\u0301\u0301\u0301\u0301", TEXT_SOUND, 0, 0 },
		{ "a\u0301\u0301\u0301\u0301\u0301", TEXT_MARKS, 9, 0x301 },
		{ "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", TEXT_SOUND, 0, 0 },
		{ "line\u2028break", TEXT_CONTROL, 4, 0x2028 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t offset = 0;
		uint32_t code = 0;
		enum text_fault fault = text_check(
			rows[i].text, strlen(rows[i].text), &offset, &code);
		if (fault != rows[i].fault)
			print_error("row %zu\n", i);
		assert_int_equal(fault, rows[i].fault);
		if (fault != TEXT_SOUND) {
			assert_int_equal(offset, rows[i].offset);
			assert_int_equal(code, rows[i].code);
		}
	}
}

static void compares_numbers(void **state)
{
	(void)state;
	static const struct row {
		const char *text, *translation;
		bool agree;
	} rows[] = {
		{ "no number", "kein Wort", true },
		{ "26% of 200,000", "26 % de 200\u202F000", true },
		{ "200,000", "200.000", true },
		{ "200,000", "20,000", false },
		{ "in 2022, 162", "162 in 2022", true },
		{ "call", "call 999", false },
		{ "call", "call ٩٩٩", false },
		{ "call", "call ９９９", false },
		{ "2022", "٢٠٢٢", true },
		{ "30 July", "7月30日", true },
		{ "30 July", "17月30日", false },
		{ "30 July", "0月30日", false },
		{ "12 12", "12", false },
		{ "24 hours", "24小时", true },
		{ "1.5", "1,5", true },
		{ "", "", true },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (numbers_agree(rows[i].text, rows[i].translation) != rows[i].agree)
			print_error("row %zu\n", i);
		assert_int_equal(numbers_agree(rows[i].text, rows[i].translation), rows[i].agree);
	}
}

static void finds_distance_and_order(void **state)
{
	(void)state;
	assert_int_equal(text_distance("source", "sorce"), 1);
	assert_int_equal(text_distance("glotip-2042", "glotip-2024"), 2);
	assert_int_equal(text_distance("", "abc"), 3);
	assert_true(text_compare("Égypte", "Espagne") < 0);
	assert_true(text_compare("espagne", "Égypte") > 0);
	assert_int_equal(text_compare("Chine", "Chine"), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(wraps_and_orders),
		cmocka_unit_test(measures),
		cmocka_unit_test(refuses),
		cmocka_unit_test(compares_numbers),
		cmocka_unit_test(finds_distance_and_order),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
