/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A format becomes the list of its arguments' types.
 */
#include "formats.h"

#include <ctype.h>
#include <string.h>

enum { MOST_ARGUMENTS = 9, LONGEST_TYPE = 3 };

/* types[i] is such as "s", "d" or "zu"; "" for an argument that is not printed. */
struct arguments {
	char types[MOST_ARGUMENTS][LONGEST_TYPE + 1];
	int next;
	bool bad;
};

static void add(struct arguments *arguments, int place, const char *type, size_t length)
{
	int index = place > 0 ? place - 1 : arguments->next++;
	if (index >= MOST_ARGUMENTS || length > LONGEST_TYPE) {
		arguments->bad = true;
		return;
	}
	char *known = arguments->types[index];
	char own[LONGEST_TYPE + 1] = "";
	memcpy(own, type, length);
	if (own[length - 1] == 'i')
		own[length - 1] = 'd';
	arguments->bad = arguments->bad || own[length - 1] == 'n' ||
		(*known && strcmp(known, own) != 0);
	memcpy(known, own, sizeof own);
}

static const char *skip_digits(const char *at, int *value)
{
	for (*value = 0; isdigit((unsigned char)*at) && *value < 1000; at++)
		*value = *value * 10 + (*at - '0');
	return at;
}

/* Reads what follows a "%"; gives where it ends. */
static const char *read_one(const char *at, struct arguments *arguments)
{
	int place = 0, width = 0;
	const char *after = skip_digits(at, &place);
	if (*after == '$')
		at = after + 1;
	else
		place = 0;
	at += strspn(at, "-+#0");
	at = skip_digits(at, &width);
	if (*at == '.')
		at = skip_digits(at + 1, &width);
	size_t length = strspn(at, "hlLqjzt");
	if (*at == '*' || !at[length])
		arguments->bad = true;
	if (*at == '*' || *at == '%' || !at[length])
		return *at ? at + 1 : at;
	if (!strchr("diouxXcsfeEgGaApn", at[length]))
		arguments->bad = true;
	else
		add(arguments, place, at, length + 1);
	return at + length + 1;
}

static struct arguments arguments_of(const char *format)
{
	struct arguments arguments = { 0 };
	for (const char *at = strchr(format, '%'); at; at = strchr(at, '%'))
		at = read_one(at + 1, &arguments);
	return arguments;
}

bool formats_safe(const char *format, const char *translation)
{
	struct arguments first = arguments_of(format), second = arguments_of(translation);
	bool safe = !first.bad && !second.bad;
	for (size_t i = 0; i < MOST_ARGUMENTS; i++)
		safe = safe && (!*second.types[i] || strcmp(first.types[i], second.types[i]) == 0);
	return safe;
}

bool formats_agree(const char *format, const char *translation)
{
	return formats_safe(format, translation) && formats_safe(translation, format);
}
