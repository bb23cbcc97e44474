/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading files, and the parts that the three loaders share.
 */
#include "load/load.h"

#include "load/parts.h"
#include "text.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(int file, char *text, size_t length)
{
	size_t done = 0;
	while (done < length) {
		ssize_t got = read(file, text + done, length - done);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		done += (size_t)got;
	}
	return true;
}

static bool read_open_file(int file, struct document *document, struct problems *problems)
{
	struct stat status;
	struct place place = { .file = document->name };
	if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
		/* TRANSLATORS: what was given as a file is a folder or a device. */
		problems_add(problems, SEVERITY_ERROR, place, "%s", _("this is not a file"));
		return false;
	}
	if (status.st_size > LOAD_LARGEST) {
		problems_add(problems, SEVERITY_ERROR, place,
			/* TRANSLATORS: %d is a number of megabytes. */
			_("the file is larger than %d MB"), LOAD_LARGEST / 1024 / 1024);
		return false;
	}
	size_t length = (size_t)status.st_size, name_size = strlen(document->name) + 1;
	document->owned = calloc(1, length + 1 + name_size);
	if (document->owned && read_all(file, document->owned, length)) {
		document->text = document->owned;
		document->length = length;
		document->name = memcpy(document->owned + length + 1, document->name, name_size);
		return true;
	}
	problems_add(problems, SEVERITY_ERROR, place, "%s",
		/* TRANSLATORS: a file became shorter while it was read, or could not be read. */
		_("the file could not be read to its end"));
	document_finish(document);
	return false;
}

bool load_file(const char *path, struct document *document, struct problems *problems)
{
	*document = (struct document){ .name = path };
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0) {
		problems_add(problems, SEVERITY_ERROR, (struct place){ .file = path },
			/* TRANSLATORS: %s is the reason the system gives, such as "No such file or directory". */
			_("the file cannot be opened: %s"), strerror(errno));
		return false;
	}
	bool good = read_open_file(file, document, problems);
	close(file);
	return good;
}

void document_finish(struct document *document)
{
	free(document->owned);
	*document = (struct document){ 0 };
}

static size_t count_characters(const char *text)
{
	size_t count = 0;
	for (; *text; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

static void report_fault(const struct node *node, enum text_fault fault, uint32_t code)
{
	switch (fault) {
	case TEXT_SOUND:
		break;
	case TEXT_NOT_UTF8:
		json_problem(node, "%s", _("this is not UTF-8; save the file as UTF-8"));
		break;
	case TEXT_CONTROL:
		/* TRANSLATORS: a mistake in a text; %04X is the number of a character in Unicode. */
		json_problem(node, _("character U+%04X is a control character"), (unsigned)code);
		break;
	case TEXT_BIDI:
		json_problem(node,
			/* TRANSLATORS: a mistake in a text; %04X is the number of a character in Unicode. */
			_("character U+%04X sets the direction of text; the program does that "
			  "itself"),
			(unsigned)code);
		break;
	case TEXT_UNSHOWABLE:
		/* TRANSLATORS: a mistake in a text; %04X is the number of a character in Unicode. */
		json_problem(node, _("no terminal can show character U+%04X"), (unsigned)code);
		break;
	case TEXT_MARKS:
		json_problem(node,
			/* TRANSLATORS: a mistake in a text; %04X is the number of a character in Unicode. */
			_("mark U+%04X stands on no letter, or on one with too many marks"),
			(unsigned)code);
		break;
	}
}

/* Reports what spaces are wrong. */
static bool spaces_are_right(const struct node *node, const char *text, size_t length)
{
	if (length == 0)
		/* TRANSLATORS: a mistake in a text. */
		json_problem(node, "%s", _("this text is empty"));
	else if (text[0] == ' ' || text[length - 1] == ' ')
		/* TRANSLATORS: a mistake in a text. */
		json_problem(node, "%s", _("this text begins or ends with a space"));
	else if (strstr(text, "  "))
		/* TRANSLATORS: a mistake in a text. */
		json_problem(node, "%s", _("there are two spaces in a row"));
	else
		return true;
	return false;
}

const char *part_text(struct arena *arena, const struct node *node, size_t most)
{
	size_t length = 0, offset = 0;
	uint32_t code = 0;
	const char *text = json_text(node, &length);
	if (!text)
		return NULL;
	enum text_fault fault = text_check(text, length, &offset, &code);
	report_fault(node, fault, code);
	if (fault != TEXT_SOUND || !spaces_are_right(node, text, length))
		return NULL;
	size_t count = count_characters(text);
	if (count > most) {
		/* TRANSLATORS: a mistake in a text: it is too long. */
		json_problem(node, _("this text has %zu characters; at most %zu are allowed"),
			count, most);
		return NULL;
	}
	return arena_copy(arena, text, length);
}

size_t part_count(const struct node *list, size_t most)
{
	size_t count = json_list(list, 1);
	if (count > most)
		json_problem(list,
			/* TRANSLATORS: a mistake in a JSON file: a list is too long. */
			_("this list has %zu entries; at most %zu are allowed"), count, most);
	return count < most ? count : most;
}

bool part_is_repeated(
	const struct node *item, const char *text, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], text) == 0) {
			/* TRANSLATORS: a mistake in a JSON file. */
			json_problem(item, _("\"%s\" is in this list already"), text);
			return true;
		}
	return false;
}

bool part_is_country(const struct node *node, const char *code)
{
	bool good = isupper((unsigned char)code[0]) && isupper((unsigned char)code[1]) &&
		code[2] == '\0';
	if (!good)
		json_problem(node,
			/* TRANSLATORS: a mistake in a JSON file; ISO 3166-1 lists codes of countries. */
			_("\"%s\" is no country of ISO 3166-1, such as FR"), code);
	return good;
}

const char *part_member(
	struct arena *arena, const struct node *object, const char *key, size_t most)
{
	struct node member;
	return json_required(object, key, &member) ? part_text(arena, &member, most) : NULL;
}

const char *part_optional(
	struct arena *arena, const struct node *object, const char *key, size_t most)
{
	struct node member;
	return json_optional(object, key, &member) ? part_text(arena, &member, most) : NULL;
}

struct words part_words(struct arena *arena, const struct node *object, const char *key,
	const char *context, size_t most)
{
	const char *text = part_optional(arena, object, key, most);
	if (!text)
		return (struct words){ 0 };
	size_t size = strlen(context) + 1 + strlen(text) + 1;
	char *whole = arena_array(arena, size, 1);
	if (!whole)
		return (struct words){ 0 };
	snprintf(whole, size, "%s\004%s", context, text);
	return (struct words){ .text = text, .key = whole };
}

bool part_is_id(const struct node *node, const char *text)
{
	bool good = *text != '\0';
	for (const char *c = text; *c; c++)
		good = good &&
			(islower((unsigned char)*c) || isdigit((unsigned char)*c) ||
				(*c == '-' && c > text && c[-1] != '-' && c[1] != '\0'));
	if (!good)
		json_problem(node,
			/* TRANSLATORS: a mistake in a JSON file; an id is the short name of a slide, page … */
			_("an id is made of small letters a-z and digits in groups joined by "
			  "\"-\", not \"%s\""),
			text);
	else if (strlen(text) > ID_LENGTH)
		/* TRANSLATORS: a mistake in a JSON file. */
		json_problem(node, _("an id has at most %d characters"), ID_LENGTH);
	return good && strlen(text) <= ID_LENGTH;
}

const char *part_id(struct arena *arena, const struct node *object)
{
	struct node member;
	if (!json_required(object, "id", &member))
		return NULL;
	const char *text = part_text(arena, &member, TEXT_LENGTH);
	return text && part_is_id(&member, text) ? text : NULL;
}

void part_date(const struct node *object, const char *key, bool whole_day, struct date *date)
{
	struct node member;
	if (!json_optional(object, key, &member))
		return;
	const char *text = json_text(&member, NULL);
	if (!text || (date_read(text, date) && (!whole_day || date->day)))
		return;
	*date = (struct date){ 0 };
	if (whole_day)
		json_problem(&member,
			/* TRANSLATORS: a mistake in a JSON file. */
			_("\"%s\" is no day of the calendar, written like 2026-11-23"), text);
	else
		json_problem(&member,
			/* TRANSLATORS: a mistake in a JSON file. */
			_("\"%s\" is no date, written like 2026, 2026-11 or 2026-11-23"), text);
}

/* Labels of letters, digits and "-" joined by ".", at least two; returns what follows them. */
static const char *skip_host(const char *at)
{
	int labels = 0;
	while (isalnum((unsigned char)*at) || *at == '-') {
		at += strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
		labels++;
		if (*at != '.')
			break;
		at++;
	}
	return labels >= 2 ? at : NULL;
}

static bool is_address(const char *text)
{
	size_t scheme = strncmp(text, "https://", 8) == 0 ? 8
		: strncmp(text, "http://", 7) == 0	  ? 7
							  : 0;
	const char *at = scheme ? skip_host(text + scheme) : NULL;
	if (!at)
		return false;
	if (*at == ':') {
		size_t digits = strspn(++at, "0123456789");
		if (digits < 1 || digits > 5)
			return false;
		at += digits;
	}
	if (*at && !strchr("/?#", *at))
		return false;
	for (; *at; at++)
		if (*at < '!' || *at > '~' || strchr("\"'<>\\", *at))
			return false;
	return true;
}

const char *part_address(struct arena *arena, const struct node *object, const char *key)
{
	struct node member;
	if (!json_optional(object, key, &member))
		return NULL;
	const char *text = part_text(arena, &member, ADDRESS_LENGTH);
	if (text && !is_address(text))
		json_problem(&member,
			/* TRANSLATORS: a mistake in a JSON file. */
			_("\"%s\" is no web address that begins with https:// or http://"), text);
	return text;
}

static bool is_domain(const char *text)
{
	if (!isalnum((unsigned char)*text) || strlen(text) > 63)
		return false;
	for (; *text; text++)
		if (!isalnum((unsigned char)*text) && !strchr("._-", *text))
			return false;
	return true;
}

void part_edition(
	struct arena *arena, const struct node *root, const char **edition, const char **domain)
{
	struct node member;
	part_optional(arena, root, "$schema", TEXT_LENGTH);
	*edition = part_member(arena, root, "edition", TITLE_LENGTH);
	*domain = WORDS_DOMAIN;
	if (!json_optional(root, "domain", &member))
		return;
	const char *text = part_text(arena, &member, TEXT_LENGTH);
	if (text && is_domain(text))
		*domain = text;
	else if (text)
		json_problem(&member,
			/* TRANSLATORS: a mistake in a JSON file; a domain is the name of a file of translations. */
			_("a domain is made of letters, digits, \".\", \"_\" and \"-\", not "
			  "\"%s\""),
			text);
}

static void read_source(
	struct arena *arena, const struct node *node, bool with_names, struct source *source)
{
	static const char *const keys[] = { "title", "url", "date", "seen", "name", NULL };
	static const char *const keys_without[] = { "title", "url", "date", "seen", NULL };
	struct node member;
	if (part_is_id(node, node->key))
		source->id = arena_copy(arena, node->key, strlen(node->key));
	if (!json_keys(node, with_names ? keys : keys_without))
		return;
	if (with_names && json_required(node, "name", &member))
		source->name = part_words(arena, node, "name", "source", TITLE_LENGTH);
	source->title = part_member(arena, node, "title", 300);
	source->url = part_address(arena, node, "url");
	part_date(node, "date", false, &source->date);
	if (json_required(node, "seen", &member))
		part_date(node, "seen", true, &source->seen);
}

struct source *part_sources(
	struct arena *arena, const struct node *root, bool with_names, size_t *count)
{
	struct node list, member;
	size_t total = 0;
	*count = 0;
	if (!json_required(root, "sources", &list) || !json_is_object(&list))
		return NULL;
	for (void *cursor = NULL; json_next(&list, &cursor, &member);)
		total++;
	struct source *sources = arena_array(arena, total, sizeof *sources);
	if (!sources)
		return NULL;
	for (void *cursor = NULL; json_next(&list, &cursor, &member);)
		read_source(arena, &member, with_names, &sources[(*count)++]);
	return sources;
}

static void report_unknown_source(
	const struct node *node, const char *id, const struct source *sources, size_t count)
{
	const char **ids = calloc(count + 1, sizeof *ids);
	size_t known = 0;
	for (size_t i = 0; ids && i < count; i++)
		if (sources[i].id)
			ids[known++] = sources[i].id;
	const char *nearest = ids ? json_nearest(id, ids) : NULL;
	if (nearest)
		json_problem(node,
			/* TRANSLATORS: a mistake in a JSON file: the id of a source that does not exist. */
			_("no source is called \"%s\"; did you mean \"%s\"?"), id, nearest);
	else
		/* TRANSLATORS: a mistake in a JSON file: the id of a source that does not exist. */
		json_problem(node, _("no source is called \"%s\""), id);
	free(ids);
}

const struct source *part_source(
	const struct node *node, const struct source *sources, size_t count)
{
	const char *id = json_text(node, NULL);
	if (!id)
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (sources[i].id && strcmp(sources[i].id, id) == 0)
			return &sources[i];
	report_unknown_source(node, id, sources, count);
	return NULL;
}

const struct source **part_source_list(struct arena *arena, const struct node *object,
	const struct source *sources, size_t source_count, size_t *count)
{
	struct node list;
	*count = 0;
	if (!json_optional(object, "sources", &list))
		return NULL;
	size_t total = json_list(&list, 1);
	const struct source **result = arena_array(arena, total, sizeof *result);
	for (size_t i = 0; result && i < total; i++) {
		struct node item = json_item(&list, i);
		const struct source *source = part_source(&item, sources, source_count);
		for (size_t j = 0; source && j < *count; j++)
			if (result[j] == source)
				json_problem(&item,
					/* TRANSLATORS: a mistake in a JSON file: a list has the same entry twice. */
					_("\"%s\" is in this list already"), source->id);
		if (source)
			result[(*count)++] = source;
	}
	return result;
}

static int compare_ids(const void *a, const void *b)
{
	const struct part_id *first = a, *second = b;
	int order = strcmp(first->id, second->id);
	return order ? order : (first->index > second->index) - (first->index < second->index);
}

void part_twice(struct part_id *ids, size_t count,
	void (*twice)(size_t first, size_t second, void *data), void *data)
{
	if (count)
		qsort(ids, count, sizeof *ids, compare_ids);
	for (size_t first = 0, i = 1; i < count; i++) {
		if (strcmp(ids[first].id, ids[i].id) == 0)
			twice(ids[first].index, ids[i].index, data);
		else
			first = i;
	}
}
