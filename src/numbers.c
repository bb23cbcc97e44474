/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbers become sorted lists of ASCII digits.
 */
#include "numbers.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NUMBERS = 64, LONGEST_NUMBER = 23 };

struct numbers {
	char digits[MOST_NUMBERS][LONGEST_NUMBER + 1];
	size_t count;
};

/* Whether exactly three digits begin there. */
static bool starts_group(const char *at)
{
	size_t bytes = 0;
	for (int i = 0; i < 3; i++, at += bytes)
		if (text_digit(at, &bytes) < 0)
			return false;
	return text_digit(at, &bytes) < 0;
}

/* Bytes of a separator of thousands before a group of three digits; 0 when there is none. */
static size_t separator(const char *at)
{
	static const char *const separators[] = { ",", ".", "\xC2\xA0", "\xE2\x80\xAF", "\xD9\xAC",
		"'" };
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		size_t length = strlen(separators[i]);
		if (strncmp(at, separators[i], length) == 0 && starts_group(at + length))
			return length;
	}
	return 0;
}

/* Reads a number from its first digit on; gives where it ends. What is too long for one is cut, so that it
   agrees with nothing shorter. */
static const char *read_number(const char *at, char digits[LONGEST_NUMBER + 1])
{
	size_t length = 0, bytes = 0;
	for (;;) {
		int value = text_digit(at, &bytes);
		if (value < 0) {
			bytes = separator(at);
			if (bytes == 0)
				break;
		} else if (length < LONGEST_NUMBER) {
			digits[length++] = (char)('0' + value);
		}
		at += bytes;
	}
	digits[length] = '\0';
	return at;
}

static bool is_month(const char *digits, const char *behind)
{
	bool to_nine = digits[0] >= '1' && !digits[1];
	bool from_ten = digits[0] == '1' && digits[1] >= '0' && digits[1] <= '2' && !digits[2];
	return (to_nine || from_ten) && strncmp(behind, "月", strlen("月")) == 0;
}

static int compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

static struct numbers numbers_of(const char *text)
{
	struct numbers numbers = { 0 };
	size_t bytes = 0;
	for (const char *at = text; *at && numbers.count < MOST_NUMBERS;) {
		if (text_digit(at, &bytes) < 0) {
			at += bytes;
			continue;
		}
		char *digits = numbers.digits[numbers.count];
		at = read_number(at, digits);
		numbers.count += !is_month(digits, at);
	}
	qsort(numbers.digits, numbers.count, sizeof numbers.digits[0], compare);
	return numbers;
}

/* A percent sign, after a space or none; gives where it ends, or NULL. */
static const char *percent_end(const char *at)
{
	static const char *const spaces[] = { "", " ", "\xC2\xA0", "\xE2\x80\xAF" };
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
		size_t length = strlen(spaces[i]);
		if (strncmp(at, spaces[i], length) == 0 && at[length] == '%')
			return at + length + 1;
	}
	return NULL;
}

/* Whole numbers up to this are years, days, ages and the like. */
static const double largest_year = 2100;

const char *numbers_next_figure(const char *at, struct figure *figure)
{
	while (*at) {
		char digits[LONGEST_NUMBER + 1];
		size_t bytes = 0;
		const char *start = at;
		if (text_digit(at, &bytes) < 0) {
			at += bytes;
			continue;
		}
		at = read_number(at, digits);
		bool grouped = strlen(digits) != (size_t)(at - start);
		figure->value = strtod(digits, NULL);
		if (*at == '.' && at[1] >= '0' && at[1] <= '9') {
			char *end = NULL;
			figure->value += strtod(at, &end);
			at = end;
		}
		const char *end = percent_end(at);
		figure->percent = end != NULL;
		at = end ? end : at;
		if (!end && !grouped && figure->value <= largest_year)
			continue;
		size_t length = (size_t)(at - start);
		length = length < FIGURE_LENGTH ? length : FIGURE_LENGTH;
		memcpy(figure->text, start, length);
		figure->text[length] = '\0';
		return at;
	}
	return NULL;
}

bool numbers_agree(const char *text, const char *translation)
{
	struct numbers first = numbers_of(text), second = numbers_of(translation);
	if (first.count != second.count)
		return false;
	for (size_t i = 0; i < first.count; i++)
		if (strcmp(first.digits[i], second.digits[i]) != 0)
			return false;
	return true;
}
