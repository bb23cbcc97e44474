/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the text of a screen to a line that is spoken.
 */
#include "spoken.h"

#include "memory.h"

#include <stdbool.h>
#include <string.h>

/* What stands on the screen, and what is spoken in its place: no marks of direction, ordinary spaces, since a number
   such as "50 000" falls apart at others, and a pause for a dot that would be read as a word. */
static const struct sign {
	const char *shown, *spoken;
} signs[] = {
	{ "\u2066", "" },
	{ "\u2067", "" },
	{ "\u2068", "" },
	{ "\u2069", "" },
	{ "\u00A0", " " },
	{ "\u202F", " " },
	{ "\n", " " },
	{ " · ", ", " },
};

/* Bytes of the number to dial that begins there, with its marks; 0 where there is none. */
static size_t number_length(const char *text)
{
	static const char open[] = "\u2066", close[] = "\u2069";
	if (strncmp(text, open, strlen(open)) != 0)
		return 0;
	size_t length = strlen(open) + strspn(text + strlen(open), "+0123456789 ().-\u00A0");
	return strncmp(text + length, close, strlen(close)) == 0 ? length + strlen(close) : 0;
}

/* "+ 3 3 1"; returns where it ends. */
static char *add_digits(char *to, const char *number, size_t length)
{
	bool first = true;
	for (size_t i = 0; i < length; i++)
		if (strchr("+0123456789", number[i])) {
			if (!first)
				*to++ = ' ';
			*to++ = number[i];
			first = false;
		}
	return to;
}

/* Copies one character, or what is spoken for it; returns where the text goes on. */
static const char *add_sign(char **to, const char *text)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t shown = strlen(signs[i].shown), spoken = strlen(signs[i].spoken);
		if (strncmp(text, signs[i].shown, shown) == 0) {
			memcpy(*to, signs[i].spoken, spoken);
			*to += spoken;
			return text + shown;
		}
	}
	*(*to)++ = *text;
	return text + 1;
}

char *spoken_line(const char *text)
{
	char *line = memory_resize(NULL, 2 * strlen(text) + sizeof ".\n", 1), *to = line;
	while (*text) {
		size_t length = number_length(text);
		to = add_digits(to, text, length);
		text = length ? text + length : add_sign(&to, text);
	}
	while (to > line && to[-1] == ' ')
		to--;
	if (to > line && !strchr(".!?:;,", to[-1]))
		*to++ = '.';
	if (to > line)
		*to++ = '\n';
	*to = '\0';
	return line;
}
