/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * json-c's values with the way to them.
 */
#include "load/json.h"

#include "load/json-scan.h"
#include "text.h"
#include "words.h"

#include <json-c/json.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Nobody reads more problems; and finding the place of each takes time in a large file. */
enum { POINTER_LENGTH = 1024, MESSAGE_LENGTH = 2048 };

bool json_open(struct reader *reader, const struct document *document, struct problems *problems)
{
	*reader = (struct reader){ .document = document, .problems = problems };
	if (!json_scan(document->name, document->text, document->length, problems))
		return false;
	struct json_tokener *tokener = json_tokener_new_ex(JSON_DEEPEST + 1);
	if (tokener) {
		/* json_scan was stricter. JSON_TOKENER_STRICT of json-c 0.18 (Debian 13) refuses every
		   letter that is not ASCII. */
		json_tokener_set_flags(tokener, JSON_TOKENER_VALIDATE_UTF8);
		reader->root = json_tokener_parse_ex(
			tokener, document->text, (int)document->length + 1);
		bool good = json_tokener_get_error(tokener) == json_tokener_success;
		json_tokener_free(tokener);
		if (good)
			return true;
	}
	problems_add(problems, SEVERITY_ERROR, (struct place){ .file = document->name }, "%s",
		_("not enough memory"));
	return false;
}

void json_close(struct reader *reader)
{
	json_object_put(reader->root);
	reader->root = NULL;
}

struct node json_root(const struct reader *reader)
{
	return (struct node){ .reader = reader, .value = reader->root };
}

/* The steps from the root; returns how many. */
static size_t steps_to(const struct node *node, struct json_step steps[JSON_DEEPEST + 2])
{
	size_t count = 0;
	for (const struct node *at = node; at->parent; at = at->parent)
		count++;
	size_t i = count;
	for (const struct node *at = node; at->parent; at = at->parent)
		steps[--i] = (struct json_step){ at->key, at->index };
	return count;
}

static void write_pointer(const struct json_step *steps, size_t count, char pointer[POINTER_LENGTH])
{
	FILE *stream = fmemopen(pointer, POINTER_LENGTH, "w");
	if (!stream)
		return;
	for (size_t i = 0; i < count; i++) {
		putc('/', stream);
		if (!steps[i].key)
			fprintf(stream, "%zu", steps[i].index);
		for (const char *c = steps[i].key; c && *c; c++)
			if (*c == '~' || *c == '/')
				fputs(*c == '~' ? "~0" : "~1", stream);
			else
				putc(*c, stream);
	}
	fclose(stream);
	pointer[POINTER_LENGTH - 1] = '\0';
}

/* What is said, of what, and how gravely; key: the message is about that key of the node. */
struct report {
	const struct node *node;
	const char *key;
	enum severity severity;
};

/* Text of the file within a message: what would move the cursor or turn the line is shown as "?". */
static void make_harmless(char *text)
{
	size_t offset = 0;
	uint32_t code = 0;
	while (text_check(text, strlen(text), &offset, &code) != TEXT_SOUND) {
		size_t size = 1;
		while (((unsigned char)text[offset + size] & 0xC0) == 0x80)
			size++;
		text[offset] = '?';
		memmove(text + offset + 1, text + offset + size, strlen(text + offset + size) + 1);
	}
}

__attribute__((format(printf, 2, 0))) static void add(
	struct report report, const char *format, va_list arguments)
{
	struct json_step steps[JSON_DEEPEST + 2];
	char pointer[POINTER_LENGTH] = "", message[MESSAGE_LENGTH];
	const struct document *document = report.node->reader->document;
	struct problems *problems = report.node->reader->problems;
	if (json_is_full(problems, document->name))
		return;
	size_t count = steps_to(report.node, steps);
	struct place place = { .file = document->name, .pointer = pointer };
	write_pointer(steps, count, pointer);
	if (report.key)
		steps[count++] = (struct json_step){ .key = report.key };
	json_locate(document->text, (struct json_path){ steps, count, report.key != NULL },
		&place.line, &place.column);
	vsnprintf(message, sizeof message, format, arguments);
	make_harmless(pointer);
	make_harmless(message);
	problems_add(problems, report.severity, place, "%s", message);
}

void json_problem(const struct node *node, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add((struct report){ node, NULL, SEVERITY_ERROR }, format, arguments);
	va_end(arguments);
}

void json_warning(const struct node *node, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add((struct report){ node, NULL, SEVERITY_WARNING }, format, arguments);
	va_end(arguments);
}

void json_key_problem(const struct node *object, const char *key, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	add((struct report){ object, key, SEVERITY_ERROR }, format, arguments);
	va_end(arguments);
}

int json_line(const struct node *node)
{
	struct json_step steps[JSON_DEEPEST + 2];
	int line = 0, column = 0;
	size_t count = steps_to(node, steps);
	if (json_is_full(node->reader->problems, node->reader->document->name))
		return 0; /* nobody will read it */
	json_locate(node->reader->document->text, (struct json_path){ steps, count, false }, &line,
		&column);
	return line;
}

const char *json_nearest(const char *word, const char *const *words)
{
	const char *best = NULL;
	size_t best_distance = 3;
	for (; *words; words++) {
		size_t distance = text_distance(word, *words);
		if (distance < best_distance && distance * 2 < strlen(*words)) {
			best = *words;
			best_distance = distance;
		}
	}
	return best;
}

static const char *type_words(enum json_type type)
{
	switch (type) {
	case json_type_null:
		/* TRANSLATORS: a kind of value in a JSON file; null stays as it is. */
		return _("nothing (null)");
	case json_type_boolean:
		/* TRANSLATORS: a kind of value in a JSON file; true and false stay as they are. */
		return _("true or false");
	case json_type_double:
		/* TRANSLATORS: a kind of value in a JSON file: a number with a decimal point. */
		return _("a number with a decimal point");
	case json_type_int:
		/* TRANSLATORS: a kind of value in a JSON file. */
		return _("a whole number");
	case json_type_object:
		/* TRANSLATORS: a kind of value in a JSON file. */
		return _("an object in { }");
	case json_type_array:
		/* TRANSLATORS: a kind of value in a JSON file. */
		return _("a list in [ ]");
	case json_type_string:
		/* TRANSLATORS: a kind of value in a JSON file. */
		return _("a text in double quotes");
	}
	return "";
}

static bool has_type(const struct node *node, enum json_type type)
{
	enum json_type found = json_object_get_type(node->value);
	if (found == type)
		return true;
	json_problem(node,
		/* TRANSLATORS: a mistake in a JSON file; both are kinds of values, such as "a whole number". */
		_("here is %s, but %s is expected"), type_words(found), type_words(type));
	return false;
}

bool json_is_object(const struct node *node)
{
	return has_type(node, json_type_object);
}

bool json_keys(const struct node *node, const char *const *keys)
{
	struct node member;
	if (!json_is_object(node))
		return false;
	for (void *cursor = NULL; json_next(node, &cursor, &member);) {
		bool known = false;
		for (const char *const *at = keys; *at && !known; at++)
			known = strcmp(*at, member.key) == 0;
		const char *nearest = known ? NULL : json_nearest(member.key, keys);
		if (nearest)
			json_key_problem(node, member.key,
				/* TRANSLATORS: a mistake in a JSON file: a key that is not known. */
				_("there is no key \"%s\" here; did you mean \"%s\"?"), member.key,
				nearest);
		else if (!known)
			json_key_problem(node, member.key,
				/* TRANSLATORS: a mistake in a JSON file: a key that is not known. */
				_("there is no key \"%s\" here"), member.key);
	}
	return true;
}

bool json_optional(const struct node *object, const char *key, struct node *member)
{
	struct json_object *value = NULL;
	if (!json_object_is_type(object->value, json_type_object) ||
		!json_object_object_get_ex(object->value, key, &value))
		return false;
	*member = (struct node){
		.reader = object->reader, .parent = object, .key = key, .value = value
	};
	return true;
}

bool json_required(const struct node *object, const char *key, struct node *member)
{
	if (json_optional(object, key, member))
		return true;
	/* TRANSLATORS: a mistake in a JSON file; %s is the name of a key. */
	json_problem(object, _("the key \"%s\" is missing"), key);
	return false;
}

bool json_next(const struct node *object, void **cursor, struct node *member)
{
	struct lh_entry *last = *cursor;
	struct lh_entry *entry = last ? last->next : json_object_get_object(object->value)->head;
	*cursor = entry;
	if (entry)
		*member = (struct node){ .reader = object->reader,
			.parent = object,
			.key = lh_entry_k(entry),
			.value = (struct json_object *)lh_entry_v(entry) };
	return entry != NULL;
}

size_t json_list(const struct node *node, size_t least)
{
	if (!has_type(node, json_type_array))
		return 0;
	size_t count = json_object_array_length(node->value);
	if (count < least)
		json_problem(node,
			dngettext(WORDS_DOMAIN,
				/* TRANSLATORS: a mistake in a JSON file: a list is too short. */
				"this list needs at least %zu entry",
				"this list needs at least %zu entries", (unsigned long)least),
			least);
	return count;
}

struct node json_item(const struct node *list, size_t index)
{
	return (struct node){ .reader = list->reader,
		.parent = list,
		.index = index,
		.value = json_object_array_get_idx(list->value, index) };
}

const char *json_text(const struct node *node, size_t *length)
{
	if (!has_type(node, json_type_string))
		return NULL;
	if (length)
		*length = (size_t)json_object_get_string_len(node->value);
	return json_object_get_string(node->value);
}

bool json_whole(const struct node *node, long long least, long long most, long long *value)
{
	if (!has_type(node, json_type_int))
		return false;
	int64_t found = json_object_get_int64(node->value);
	if (found < least || found > most) {
		/* TRANSLATORS: a mistake in a JSON file: a number outside its limits. */
		json_problem(node, _("this is a whole number from %lld to %lld"), least, most);
		return false;
	}
	*value = found;
	return true;
}

bool json_number(const struct node *node, double least, double most, double *value)
{
	if (json_object_get_type(node->value) != json_type_int && !has_type(node, json_type_double))
		return false;
	*value = json_object_get_double(node->value);
	if (*value >= least && *value <= most)
		return true;
	/* TRANSLATORS: a mistake in a JSON file: a number outside its limits. */
	json_problem(node, _("this is a number from %g to %g"), least, most);
	return false;
}

bool json_boolean(const struct node *node, bool *value)
{
	if (!has_type(node, json_type_boolean))
		return false;
	*value = json_object_get_boolean(node->value);
	return true;
}

static void report_unknown_word(const struct node *node, const char *text, const char *const *words)
{
	char list[256] = "";
	for (int i = 0; words[i]; i++) {
		size_t used = strlen(list);
		snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", words[i]);
	}
	const char *nearest = json_nearest(text, words);
	if (nearest)
		json_problem(node,
			/* TRANSLATORS: a mistake in a JSON file: a word that is not known, and the one meant. */
			_("\"%s\" is not known here; did you mean \"%s\"?"), text, nearest);
	else
		/* TRANSLATORS: a mistake in a JSON file: %s lists the words that are known. */
		json_problem(node, _("\"%s\" is not known here; it is one of: %s"), text, list);
}

bool json_word(const struct node *node, const char *const *words, int *index)
{
	const char *text = json_text(node, NULL);
	if (!text)
		return false;
	for (int i = 0; words[i]; i++)
		if (strcmp(words[i], text) == 0) {
			*index = i;
			return true;
		}
	report_unknown_word(node, text, words);
	return false;
}
