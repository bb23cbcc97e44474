/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What terminals send, whole, in pieces and broken.
 */
#include "fixture.h"

#include "sequence.h"

#include <stdlib.h>
#include <string.h>

static const struct row {
	const char *bytes;
	size_t expected;
} rows[] = {
	{ "", 0 },
	{ "a", 1 },
	{ "\x03", 1 },
	{ "é", 2 },
	{ "\xC3", 0 },
	{ "\xC3x", 1 },
	{ "\xE4\xB8", 0 },
	{ "中文", 3 },
	{ "\xFF\xFE", 1 },
	{ "\033", 0 },
	{ "\033\033", 1 },
	{ "\033\033[A", 1 },
	{ "\033q", 1 },
	{ "\033[", 0 },
	{ "\033[A", 3 },
	{ "\033[Ab", 3 },
	{ "\033[1;5", 0 },
	{ "\033[1;5A", 6 },
	{ "\033[15~x", 5 },
	{ "\033[[A", 4 }, /* F1 on the Linux console */
	{ "\033[[", 0 },
	{ "\033O", 0 },
	{ "\033OP", 3 },
	{ "\033O\033", 2 },
	{ "\033[<0;12;3M\033[<0;12;3m", 10 },
	{ "\033[<0;1", 0 },
	{ "\033[<0;1\033[<0;1;1M", 6 }, /* the rest of the first never came */
	{ "\033[M !", 0 },
	{ "\033[M !!", 6 },
	{ "\033[M\033[<0;1;1M", 3 },
	{ "\033[\x01", 2 },
	{ "\033]11;rgb:0/0/0\a", 15 },
	{ "\033]11;rgb:0/0/0\033\\x", 16 },
	{ "\033]11;rgb", 0 },
	{ "\033P\033[A", 2 },
};

static void cuts_sequences(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t length = sequence_length(rows[i].bytes, strlen(rows[i].bytes));
		if (length != rows[i].expected)
			print_error("row %zu\n", i);
		assert_int_equal(length, rows[i].expected);
	}
}

/* Whatever comes, it is cut within the buffer, and enough of it always makes a sequence. */
static void cuts_rubbish(void **state)
{
	(void)state;
	uint32_t random = 1;
	char *bytes = malloc(SEQUENCE_LONGEST);
	for (int i = 0; i < 200000; i++) {
		static const char likely[] = "\033[O<;M0123~\\]P\a";
		for (size_t j = 0; j < SEQUENCE_LONGEST; j++) {
			random = random * 1664525 + 1013904223;
			bytes[j] = random >> 31 ? likely[(random >> 8) % (sizeof likely - 1)]
						: (char)(random >> 16);
		}
		assert_in_range(sequence_length(bytes, SEQUENCE_LONGEST), 1, SEQUENCE_LONGEST);
		size_t length = (random >> 4) % SEQUENCE_LONGEST;
		assert_true(sequence_length(bytes, length) <= length);
	}
	free(bytes);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_sequences),
		cmocka_unit_test(cuts_rubbish),
	};
	return cmocka_run_group_tests_name("sequence", tests, NULL, NULL);
}
