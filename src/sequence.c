/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One look at the bytes from their start; no state.
 */
#include "sequence.h"

#include <stdbool.h>
#include <string.h>

enum { ESCAPE = 0x1B, BELL = 0x07 };

static bool is_between(char byte, unsigned char first, unsigned char last)
{
	return (unsigned char)byte >= first && (unsigned char)byte <= last;
}

static size_t utf8_length(const char *bytes, size_t length)
{
	size_t needed = is_between(*bytes, 0xC2, 0xDF) ? 2
		: is_between(*bytes, 0xE0, 0xEF)       ? 3
		: is_between(*bytes, 0xF0, 0xF4)       ? 4
						       : 1;
	for (size_t i = 1; i < needed; i++) {
		if (i == length)
			return 0;
		if (!is_between(bytes[i], 0x80, 0xBF))
			return i;
	}
	return needed;
}

/* ESC [, parameters, a final byte. X10's mouse report and the function keys of the Linux console have more
   behind what looks like the end. */
static size_t control_length(const char *bytes, size_t length)
{
	enum { X10_REPORT = 6, CONSOLE_KEY = 4 };
	if (length < 3)
		return 0;
	if (bytes[2] == 'M') {
		for (size_t i = 3; i < X10_REPORT; i++)
			if (i == length || (unsigned char)bytes[i] < ' ')
				return i == length ? 0 : i;
		return X10_REPORT;
	}
	if (bytes[2] == '[')
		return length < CONSOLE_KEY ? 0 : CONSOLE_KEY;
	for (size_t i = 2; i < length && i < SEQUENCE_LONGEST; i++) {
		if (is_between(bytes[i], 0x40, 0x7E))
			return i + 1;
		if (!is_between(bytes[i], 0x20, 0x3F))
			return i;
	}
	return length < SEQUENCE_LONGEST ? 0 : SEQUENCE_LONGEST;
}

/* A report that ends in BEL or ESC \. */
static size_t string_length(const char *bytes, size_t length)
{
	for (size_t i = 2; i < length && i < SEQUENCE_LONGEST; i++) {
		if (bytes[i] == BELL)
			return i + 1;
		if (bytes[i] == ESCAPE && i + 1 < length)
			return bytes[i + 1] == '\\' ? i + 2 : i;
	}
	return length < SEQUENCE_LONGEST ? 0 : SEQUENCE_LONGEST;
}

size_t sequence_length(const char *bytes, size_t length)
{
	if (length == 0)
		return 0;
	if (*bytes != ESCAPE)
		return utf8_length(bytes, length);
	if (length == 1)
		return 0;
	if (bytes[1] == '[')
		return control_length(bytes, length);
	if (bytes[1] == 'O')
		return length < 3 ? 0 : is_between(bytes[2], 0x20, 0x7E) ? 3 : 2;
	return bytes[1] && strchr("PX]^_", bytes[1]) ? string_length(bytes, length) : 1;
}
