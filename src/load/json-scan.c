/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A recursive-descent reader, never deeper than JSON_DEEPEST. Reading strictly and finding a place are
 * the same walk: the second time with a target and without anything to complain about.
 */
#include "load/json-scan.h"

#include "memory.h"
#include "words.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct scanner {
	const char *name, *text, *at, *end;
	struct problems *problems;
	bool failed;
	int depth;
	const struct json_step *steps; /* of the value looked for; NULL: none */
	size_t step_count;
	bool at_key;
	const char *found;
};

/* A key of the object that is being read. */
struct key {
	char *text;
	const char *at;
};

struct keys {
	struct key *items;
	size_t count, capacity;
};

static void count_lines(const char *text, const char *at, int *line, int *column)
{
	*line = 1;
	*column = 1;
	for (; text < at; text++) {
		if (*text == '\n') {
			++*line;
			*column = 1;
		} else if (((unsigned char)*text & 0xC0) != 0x80) {
			++*column;
		}
	}
}

static struct place place_at(const struct scanner *scanner, const char *at)
{
	struct place place = { .file = scanner->name };
	count_lines(scanner->text, at, &place.line, &place.column);
	return place;
}

static bool fail_at(struct scanner *scanner, const char *at, const char *what)
{
	if (!scanner->failed)
		problems_add(scanner->problems, SEVERITY_ERROR, place_at(scanner, at), "%s", what);
	scanner->failed = true;
	return false;
}

static bool fail(struct scanner *scanner, const char *what)
{
	return fail_at(scanner, scanner->at, what);
}

static void skip_space(struct scanner *scanner)
{
	while (scanner->at < scanner->end && strchr(" \t\r\n", *scanner->at) && *scanner->at)
		scanner->at++;
}

static bool is_next(const struct scanner *scanner, char character)
{
	return scanner->at < scanner->end && *scanner->at == character;
}

/* Bytes of the UTF-8 character at `at`, 0 when it is not one (RFC 3629). */
static int utf8_length(const char *at, const char *end)
{
	const unsigned char *b = (const unsigned char *)at;
	size_t left = (size_t)(end - at);
	if (b[0] < 0x80)
		return 1;
	int length = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
	if (b[0] < 0xC2 || b[0] > 0xF4 || left < (size_t)length)
		return 0;
	for (int i = 1; i < length; i++)
		if ((b[i] & 0xC0) != 0x80)
			return 0;
	bool overlong = (b[0] == 0xE0 && b[1] < 0xA0) || (b[0] == 0xF0 && b[1] < 0x90);
	bool outside = (b[0] == 0xED && b[1] > 0x9F) || (b[0] == 0xF4 && b[1] > 0x8F);
	return overlong || outside ? 0 : length;
}

static bool read_hex(const char *at, const char *end, uint32_t *value)
{
	*value = 0;
	if (end - at < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		if (!isxdigit((unsigned char)at[i]))
			return false;
		int digit = at[i] <= '9' ? at[i] - '0' : (at[i] | 32) - 'a' + 10;
		*value = *value * 16 + (uint32_t)digit;
	}
	return true;
}

static size_t encode(uint32_t c, char *to)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	for (size_t i = length - 1; i > 0; i--, c >>= 6)
		to[i] = (char)(0x80 | (c & 0x3F));
	to[0] = (char)(lead[length] | c);
	return length;
}

/* \uXXXX, or two of them for one character; writes its UTF-8. */
static bool read_unicode_escape(struct scanner *scanner, char **to)
{
	uint32_t c, low;
	const char *start = scanner->at - 2;
	if (!read_hex(scanner->at, scanner->end, &c))
		/* TRANSLATORS: a mistake in a JSON file. */
		return fail_at(scanner, start, _("\"\\u\" needs four hexadecimal digits after it"));
	scanner->at += 4;
	if (c == 0)
		/* TRANSLATORS: a mistake in a JSON file. */
		return fail_at(scanner, start, _("the character \"\\u0000\" is not allowed"));
	if (c >= 0xD800 && c < 0xDC00 && scanner->end - scanner->at >= 6 &&
		scanner->at[0] == '\\' && scanner->at[1] == 'u' &&
		read_hex(scanner->at + 2, scanner->end, &low) && low >= 0xDC00 && low < 0xE000) {
		scanner->at += 6;
		c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
	} else if (c >= 0xD800 && c < 0xE000) {
		/* TRANSLATORS: a mistake in a JSON file: one half of a character written in two halves. */
		return fail_at(scanner, start, _("this is only one half of a character"));
	}
	*to += encode(c, *to);
	return true;
}

static bool read_escape(struct scanner *scanner, char **to)
{
	static const char from[] = "\"\\/bfnrt", meaning[] = "\"\\/\b\f\n\r\t";
	char c = '\0';
	if (scanner->at + 1 < scanner->end)
		c = scanner->at[1];
	const char *known = c ? strchr(from, c) : NULL;
	scanner->at += 2;
	if (c == 'u')
		return read_unicode_escape(scanner, to);
	if (!known)
		return fail_at(scanner, scanner->at - 2,
			/* TRANSLATORS: a mistake in a JSON file. */
			_("a backslash is followed by one of \" \\ / b f n r t u"));
	*(*to)++ = meaning[known - from];
	return true;
}

/* One character of a string, decoded to *to. */
static bool read_character(struct scanner *scanner, char **to)
{
	if (*scanner->at == '\\')
		return read_escape(scanner, to);
	if ((unsigned char)*scanner->at < 0x20)
		return fail(scanner,
			/* TRANSLATORS: a mistake in a JSON file. */
			_("a text ends on the line where it begins, and holds no control "
			  "characters; is its closing quote missing?"));
	int length = utf8_length(scanner->at, scanner->end);
	if (length == 0)
		/* TRANSLATORS: a mistake in a JSON file; UTF-8 is the name of an encoding. */
		return fail(scanner, _("this is not UTF-8; save the file as UTF-8"));
	memcpy(*to, scanner->at, (size_t)length);
	*to += length;
	scanner->at += length;
	return true;
}

/* A string, decoded; the caller frees. NULL after a failure. */
static char *read_string(struct scanner *scanner)
{
	const char *start = scanner->at++;
	const char *close = scanner->at;
	while (close < scanner->end && *close != '"' && *close != '\n')
		close += *close == '\\' && close + 1 < scanner->end ? 2 : 1;
	char *decoded = memory_resize(NULL, (size_t)(close - start) + 8, 1), *to = decoded;
	while (scanner->at < scanner->end && *scanner->at != '"')
		if (!read_character(scanner, &to)) {
			free(decoded);
			return NULL;
		}
	*to = '\0';
	if (scanner->at < scanner->end) {
		scanner->at++;
		return decoded;
	}
	/* TRANSLATORS: a mistake in a JSON file. */
	fail_at(scanner, start, _("the closing quote of this text is missing"));
	free(decoded);
	return NULL;
}

static size_t skip_digits(struct scanner *scanner)
{
	const char *start = scanner->at;
	while (scanner->at < scanner->end && isdigit((unsigned char)*scanner->at))
		scanner->at++;
	return (size_t)(scanner->at - start);
}

static bool read_number(struct scanner *scanner)
{
	const char *start = scanner->at;
	if (*scanner->at == '-')
		scanner->at++;
	bool zero = is_next(scanner, '0');
	size_t digits = skip_digits(scanner);
	bool good = digits > 0 && (!zero || digits == 1);
	if (is_next(scanner, '.')) {
		scanner->at++;
		good = skip_digits(scanner) > 0 && good;
	}
	if (is_next(scanner, 'e') || is_next(scanner, 'E')) {
		scanner->at++;
		if (is_next(scanner, '+') || is_next(scanner, '-'))
			scanner->at++;
		good = skip_digits(scanner) > 0 && good;
	}
	return good ||
		fail_at(scanner, start,
			/* TRANSLATORS: a mistake in a JSON file. */
			_("this number is not written as JSON writes numbers"));
}

static bool read_word(struct scanner *scanner)
{
	static const char *const words[] = { "true", "false", "null" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t length = strlen(words[i]);
		if ((size_t)(scanner->end - scanner->at) >= length &&
			memcmp(scanner->at, words[i], length) == 0) {
			scanner->at += length;
			return true;
		}
	}
	if (is_next(scanner, '\''))
		/* TRANSLATORS: a mistake in a JSON file. */
		return fail(scanner, _("texts stand in double quotes, not in single ones"));
	if (is_next(scanner, '/'))
		/* TRANSLATORS: a mistake in a JSON file. */
		return fail(scanner, _("JSON has no comments"));
	if (scanner->at == scanner->end)
		/* TRANSLATORS: a mistake in a JSON file. */
		return fail(scanner, _("the file ends too early"));
	if ((unsigned char)*scanner->at >= 0x80 && !utf8_length(scanner->at, scanner->end))
		return fail(scanner, _("this is not UTF-8; save the file as UTF-8"));
	return fail(scanner,
		/* TRANSLATORS: a mistake in a JSON file; true, false, null are written in English. */
		_("here a value is expected: a text in double quotes, a number, true, "
		  "false, null, a list in [ ] or an object in { }"));
}

static bool read_value(struct scanner *scanner, size_t matched);

/* Whether the walk to the value looked for goes on here. */
static bool on_the_way(const struct scanner *scanner, size_t matched, const char *key, size_t index)
{
	if (!scanner->steps || matched == SIZE_MAX || matched >= scanner->step_count)
		return false;
	const struct json_step *step = &scanner->steps[matched];
	return key ? step->key && strcmp(step->key, key) == 0 : !step->key && step->index == index;
}

static void add_key(struct keys *keys, char *text, const char *at)
{
	if (keys->count == keys->capacity) {
		keys->capacity = keys->capacity ? keys->capacity * 2 : 16;
		keys->items = memory_resize(keys->items, keys->capacity, sizeof *keys->items);
	}
	keys->items[keys->count++] = (struct key){ text, at };
}

static int compare_keys(const void *a, const void *b)
{
	const struct key *first = a, *second = b;
	int order = strcmp(first->text, second->text);
	return order ? order : (first->at > second->at) - (first->at < second->at);
}

/* Reports the keys that an object has twice, and frees them all. */
static void finish_keys(struct scanner *scanner, struct keys *keys)
{
	if (keys->count && scanner->problems)
		qsort(keys->items, keys->count, sizeof *keys->items, compare_keys);
	for (size_t i = 1; scanner->problems && i < keys->count; i++) {
		int line, column;
		if (strcmp(keys->items[i - 1].text, keys->items[i].text) != 0)
			continue;
		if (json_is_full(scanner->problems, scanner->name))
			break;
		count_lines(scanner->text, keys->items[i - 1].at, &line, &column);
		problems_add(scanner->problems, SEVERITY_ERROR,
			place_at(scanner, keys->items[i].at),
			/* TRANSLATORS: a mistake in a JSON file: a key stands twice in an object. */
			_("the key \"%s\" is here for the second time; the first is in line %d"),
			keys->items[i].text, line);
	}
	for (size_t i = 0; i < keys->count; i++)
		free(keys->items[i].text);
	free(keys->items);
}

/* `"key": value`. */
static bool read_member(struct scanner *scanner, size_t matched, struct keys *keys)
{
	const char *start = scanner->at;
	if (is_next(scanner, '\''))
		return fail(scanner, _("texts stand in double quotes, not in single ones"));
	if (!is_next(scanner, '"'))
		/* TRANSLATORS: a mistake in a JSON file. */
		return fail(scanner, _("here a key in double quotes is expected"));
	char *key = read_string(scanner);
	if (!key)
		return false;
	add_key(keys, key, start);
	bool mine = on_the_way(scanner, matched, key, 0);
	if (mine && scanner->at_key && matched + 1 == scanner->step_count) {
		scanner->found = start;
		return false;
	}
	skip_space(scanner);
	if (!is_next(scanner, ':'))
		/* TRANSLATORS: a mistake in a JSON file. */
		return fail(scanner, _("here a \":\" is expected after the key"));
	scanner->at++;
	return read_value(scanner, mine ? matched + 1 : SIZE_MAX);
}

/* The rest of a list or object after its opening bracket. */
/* TRANSLATORS: a mistake in a JSON file. */
static const char no_brace[] = N_("here a \",\" or the closing \"}\" is expected");
/* TRANSLATORS: a mistake in a JSON file. */
static const char no_bracket[] = N_("here a \",\" or the closing \"]\" is expected");

static bool read_items(struct scanner *scanner, char close, size_t matched, struct keys *keys)
{
	skip_space(scanner);
	if (is_next(scanner, close)) {
		scanner->at++;
		return true;
	}
	for (size_t index = 0;; index++) {
		skip_space(scanner);
		bool mine = close == ']' && on_the_way(scanner, matched, NULL, index);
		bool good = close == '}' ? read_member(scanner, matched, keys)
					 : read_value(scanner, mine ? matched + 1 : SIZE_MAX);
		if (!good)
			return false;
		skip_space(scanner);
		if (is_next(scanner, close)) {
			scanner->at++;
			return true;
		}
		if (!is_next(scanner, ','))
			return fail(scanner,
				scanner->at == scanner->end ? _("the file ends too early")
					: close == '}'	    ? _(no_brace)
							    : _(no_bracket));
		scanner->at++;
		skip_space(scanner);
		if (is_next(scanner, close))
			/* TRANSLATORS: a mistake in a JSON file. */
			return fail(scanner, _("there is a \",\" too many before this"));
	}
}

static bool read_container(struct scanner *scanner, size_t matched)
{
	struct keys keys = { 0 };
	char close = *scanner->at == '{' ? '}' : ']';
	if (++scanner->depth > JSON_DEEPEST)
		/* TRANSLATORS: a mistake in a JSON file: too many lists and objects in one another. */
		return fail(scanner, _("lists and objects are nested too deeply"));
	scanner->at++;
	bool good = read_items(scanner, close, matched, &keys);
	finish_keys(scanner, &keys);
	scanner->depth--;
	return good;
}

/* matched: how many steps lead here; SIZE_MAX when this is not on the way. */
static bool read_value(struct scanner *scanner, size_t matched)
{
	skip_space(scanner);
	if (scanner->steps && matched == scanner->step_count && !scanner->at_key) {
		scanner->found = scanner->at;
		return false; /* json_locate looks no further */
	}
	if (is_next(scanner, '{') || is_next(scanner, '['))
		return read_container(scanner, matched);
	if (is_next(scanner, '"')) {
		char *text = read_string(scanner);
		free(text);
		return text != NULL;
	}
	if (is_next(scanner, '-') ||
		(scanner->at < scanner->end && isdigit((unsigned char)*scanner->at)))
		return read_number(scanner);
	return read_word(scanner);
}

bool json_is_full(struct problems *problems, const char *name)
{
	if (problems->count == JSON_MOST_PROBLEMS)
		problems_add(problems, SEVERITY_ERROR, (struct place){ .file = name },
			/* TRANSLATORS: ends a long list of mistakes in JSON files; %d is how many were told. */
			_("there are more problems; these are the first %d"), JSON_MOST_PROBLEMS);
	return problems->count >= JSON_MOST_PROBLEMS;
}

bool json_scan(const char *name, const char *text, size_t length, struct problems *problems)
{
	struct scanner scanner = {
		.name = name, .text = text, .at = text, .end = text + length, .problems = problems
	};
	if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		/* TRANSLATORS: a mistake in a JSON file; the mark is three invisible bytes at its start. */
		return fail(&scanner, _("the file begins with a byte order mark; save it without"));
	if (read_value(&scanner, SIZE_MAX)) {
		skip_space(&scanner);
		if (scanner.at < scanner.end)
			/* TRANSLATORS: a mistake in a JSON file. */
			fail(&scanner, _("here the file should end"));
	}
	return !scanner.failed;
}

void json_locate(const char *text, struct json_path path, int *line, int *column)
{
	static const struct json_step none;
	struct scanner scanner = { .text = text,
		.at = text,
		.end = text + strlen(text),
		.steps = path.steps ? path.steps : &none,
		.step_count = path.count,
		.at_key = path.at_key };
	read_value(&scanner, 0);
	count_lines(text, scanner.found ? scanner.found : text, line, column);
}
