/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * channels.json.
 */
#include "load/load.h"

#include "languages.h"
#include "load/parts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_LENGTH = 120, PEOPLE_LENGTH = 200, PHONE_LENGTH = 24 };

static bool is_phone(const char *text)
{
	size_t digits = 0;
	if (!isdigit((unsigned char)*text) && *text != '(' && *text != '+')
		return false;
	for (const char *c = text; *c; c++) {
		if (!isdigit((unsigned char)*c) && !strchr(" ().-", *c) &&
			!(*c == '+' && c == text))
			return false;
		digits += isdigit((unsigned char)*c) != 0;
	}
	return digits >= 2 && digits <= 15 && strlen(text) <= PHONE_LENGTH;
}

static bool is_international(const char *text)
{
	size_t digits = strspn(text + (*text == '+'), "0123456789");
	return *text == '+' && digits >= 7 && digits <= 15 && text[1 + digits] == '\0';
}

static bool is_email(const char *text)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	static const char label[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";
	const char *at = strchr(text, '@'), *last = NULL;
	if (!at || at == text ||
		strspn(text,
			"._%+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			"abcdefghijklmnopqrstuvwxyz") != (size_t)(at - text))
		return false;
	for (at++;; at++) {
		size_t length = strspn(at, label);
		if (length == 0)
			return false;
		if (at[length] == '\0')
			return last && strlen(at) >= 2 && strspn(at, letters) == strlen(at);
		if (at[length] != '.')
			return false;
		last = at;
		at += length;
	}
}

static const char *read_number(struct arena *arena, const struct node *object, const char *key)
{
	struct node member;
	if (!json_optional(object, key, &member))
		return NULL;
	const char *text = part_text(arena, &member, TEXT_LENGTH);
	if (text && !is_phone(text))
		json_problem(&member,
			/* TRANSLATORS: a mistake in channels.json. */
			_("\"%s\" is no telephone number: 2 to 15 digits with spaces, \"(\", "
			  "\")\", \".\" or \"-\""),
			text);
	return text;
}

static void read_international(
	struct arena *arena, const struct node *object, struct channel *channel)
{
	struct node member;
	if (!json_optional(object, "international", &member))
		return;
	channel->international = part_text(arena, &member, TEXT_LENGTH);
	if (channel->international && !is_international(channel->international))
		json_problem(&member,
			/* TRANSLATORS: a mistake in channels.json. */
			_("\"%s\" is no international number: \"+\" and 7 to 15 digits"),
			channel->international);
}

static void read_email(struct arena *arena, const struct node *object, struct channel *channel)
{
	struct node member;
	if (!json_optional(object, "email", &member))
		return;
	channel->email = part_text(arena, &member, ADDRESS_LENGTH);
	if (channel->email && !is_email(channel->email))
		/* TRANSLATORS: a mistake in channels.json. */
		json_problem(&member, _("\"%s\" is no e-mail address"), channel->email);
}

static void read_hours(const struct node *object, struct channel *channel)
{
	struct node member;
	if (!json_optional(object, "hours", &member))
		return;
	const char *text = json_text(&member, NULL);
	if (text && !hours_read(text, &channel->hours))
		json_problem(&member,
			/* TRANSLATORS: a mistake in channels.json; the examples stay as they are. */
			_("\"%s\" are no hours, written like 24/7 or Mo-Fr 09:00-17:00; Sa "
			  "10:00-12:00"),
			text);
}

static bool is_language(const char *text, bool last)
{
	size_t length = strlen(text);
	if (strcmp(text, "*") == 0)
		return last;
	return length >= 2 && length <= 3 && strspn(text, "abcdefghijklmnopqrstuvwxyz") == length;
}

/* Copies one entry of a list of short texts unless it is there already. */
static void add_entry(struct arena *arena, const struct node *item, const char *text,
	const char **list, size_t *count)
{
	if (part_is_repeated(item, text, list, *count))
		return;
	const char *copy = arena_copy(arena, text, strlen(text));
	if (copy)
		list[(*count)++] = copy;
}

static void add_language(
	struct arena *arena, const struct node *item, const char *tag, struct channel *channel)
{
	add_entry(arena, item, tag, channel->languages, &channel->language_count);
	if (!languages_name(tag))
		json_warning(item,
			/* TRANSLATORS: about channels.json; %s is the code of a language that a hotline speaks. */
			_("the screen has no name for the language \"%s\" and leaves it out"), tag);
}

static void read_languages(struct arena *arena, const struct node *object, struct channel *channel)
{
	struct node list;
	if (!json_optional(object, "languages", &list))
		return;
	size_t count = json_list(&list, 1);
	channel->languages = arena_array(arena, count, sizeof *channel->languages);
	for (size_t i = 0; channel->languages && i < count; i++) {
		struct node item = json_item(&list, i);
		const char *text = json_text(&item, NULL);
		if (!text)
			continue;
		if (is_language(text, i + 1 == count))
			add_language(arena, &item, text, channel);
		else
			json_problem(&item,
				/* TRANSLATORS: a mistake in channels.json; ISO 639 lists codes of languages. */
				_("\"%s\" is no language of ISO 639, such as fr, nor \"*\" at the "
				  "end of the list"),
				text);
	}
}

static void read_countries(struct arena *arena, const struct node *object, struct channel *channel)
{
	struct node list;
	if (!json_optional(object, "countries", &list))
		return;
	if (strcmp(channel->country->code, "EU") != 0 && strcmp(channel->country->code, "INT") != 0)
		json_key_problem(object, "countries", "%s",
			/* TRANSLATORS: a mistake in channels.json; EU and INT stay as they are. */
			_("only channels of EU and INT have \"countries\""));
	size_t count = json_list(&list, 1);
	channel->countries = arena_array(arena, count, sizeof *channel->countries);
	for (size_t i = 0; channel->countries && i < count; i++) {
		struct node item = json_item(&list, i);
		const char *text = json_text(&item, NULL);
		if (text && part_is_country(&item, text))
			add_entry(arena, &item, text, channel->countries, &channel->country_count);
	}
}

static void read_kind(const struct node *node, struct channel *channel)
{
	static const char *const kinds[] = { "emergency", "trafficking", "victims", "child",
		"report", NULL };
	static const char *const confidences[] = { "high", "medium", NULL };
	struct node member;
	int index = 0;
	bool free = false;
	if (json_required(node, "kind", &member) && json_word(&member, kinds, &index))
		channel->kind = (enum channel_kind)index;
	if (json_required(node, "confidence", &member) && json_word(&member, confidences, &index))
		channel->confidence = (enum confidence)index;
	if (json_optional(node, "free", &member) && json_boolean(&member, &free))
		channel->free = free ? ANSWER_YES : ANSWER_NO;
}

static void read_addresses(struct arena *arena, const struct node *node, struct channel *channel)
{
	channel->phone = read_number(arena, node, "phone");
	channel->sms = read_number(arena, node, "sms");
	channel->whatsapp = read_number(arena, node, "whatsapp");
	read_international(arena, node, channel);
	read_email(arena, node, channel);
	channel->url = part_address(arena, node, "url");
	channel->report = part_address(arena, node, "report");
	channel->chat = part_address(arena, node, "chat");
}

static bool names_an_address(const struct node *node)
{
	static const char *const keys[] = { "phone", "sms", "whatsapp", "email", "url", "report",
		"chat" };
	struct node member;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (json_optional(node, keys[i], &member))
			return true;
	return false;
}

static void read_channel(
	struct channels *channels, const struct node *node, struct channel *channel)
{
	static const char *const keys[] = { "id", "kind", "confidence", "name", "phone",
		"international", "sms", "whatsapp", "email", "url", "report", "chat", "hours",
		"languages", "free", "area", "audience", "countries", "sources", NULL };
	struct arena *arena = &channels->arena;
	struct node member;
	if (!json_keys(node, keys))
		return;
	channel->id = part_id(arena, node);
	channel->name = part_member(arena, node, "name", NAME_LENGTH);
	read_kind(node, channel);
	read_addresses(arena, node, channel);
	read_hours(node, channel);
	read_languages(arena, node, channel);
	read_countries(arena, node, channel);
	channel->area = part_words(arena, node, "area", "channel", PEOPLE_LENGTH);
	channel->audience = part_words(arena, node, "audience", "channel", PEOPLE_LENGTH);
	if (json_required(node, "sources", &member))
		channel->sources = part_source_list(arena, node, channels->sources,
			channels->source_count, &channel->source_count);
	if (!names_an_address(node))
		json_problem(node, "%s",
			/* TRANSLATORS: a mistake in channels.json; the words in quotes are keys. */
			_("nobody can reach this channel: it needs a \"phone\", \"sms\", "
			  "\"whatsapp\", \"email\", "
			  "\"url\", \"report\" or \"chat\""));
}

static void read_country(
	struct channels *channels, const struct node *node, struct country *country)
{
	static const char *const keys[] = { "name", "channels", NULL };
	struct node list;
	country->code = arena_copy(&channels->arena, node->key, strlen(node->key));
	if (strcmp(node->key, "INT") != 0)
		part_is_country(node, node->key);
	if (!country->code || !json_keys(node, keys))
		return;
	if (json_required(node, "name", &list))
		country->name = part_words(&channels->arena, node, "name", "country", TITLE_LENGTH);
	if (!json_required(node, "channels", &list))
		return;
	size_t count = json_list(&list, 0);
	country->channels = arena_array(&channels->arena, count, sizeof *country->channels);
	for (size_t i = 0; country->channels && i < count; i++) {
		struct node item = json_item(&list, i);
		struct channel *channel = &country->channels[country->channel_count++];
		channel->country = country;
		channel->rank = i;
		read_channel(channels, &item, channel);
	}
}

/* A channel's node, for reporting ids that are there twice. */
struct twice {
	const struct node *root;
	const struct channel **all;
};

static bool find_list(
	const struct twice *twice, const struct channel *channel, struct node found[3])
{
	return json_optional(twice->root, "countries", &found[0]) &&
		json_optional(&found[0], channel->country->code, &found[1]) &&
		json_optional(&found[1], "channels", &found[2]);
}

static void report_twice(size_t first, size_t second, void *data)
{
	const struct twice *twice = data;
	const struct channel *one = twice->all[first], *other = twice->all[second];
	struct node ways[2][3], id;
	if (!find_list(twice, one, ways[0]) || !find_list(twice, other, ways[1]))
		return;
	struct node item = json_item(&ways[1][2], other->rank),
		    before = json_item(&ways[0][2], one->rank);
	if (json_optional(&item, "id", &id))
		json_problem(&id, _("the id \"%s\" is used already in line %d"), other->id,
			json_line(&before));
}

static void check_twice(struct channels *channels, const struct node *root)
{
	size_t count = 0, known = 0;
	for (size_t i = 0; i < channels->country_count; i++)
		count += channels->countries[i].channel_count;
	struct part_id *ids = arena_array(&channels->arena, count, sizeof *ids);
	struct twice twice = { root, arena_array(&channels->arena, count, sizeof *twice.all) };
	if (!ids || !twice.all)
		return;
	for (size_t i = 0; i < channels->country_count; i++)
		for (size_t j = 0; j < channels->countries[i].channel_count; j++) {
			const struct channel *channel = &channels->countries[i].channels[j];
			if (!channel->id)
				continue;
			twice.all[known] = channel;
			ids[known] = (struct part_id){ channel->id, known };
			known++;
		}
	part_twice(ids, known, report_twice, &twice);
}

static void read_channels(struct channels *channels, const struct node *root)
{
	static const char *const keys[] = { "$schema", "edition", "domain", "sources", "countries",
		NULL };
	struct node list, member;
	size_t total = 0;
	if (!json_keys(root, keys))
		return;
	part_edition(&channels->arena, root, &channels->edition, &channels->domain);
	channels->sources = part_sources(&channels->arena, root, false, &channels->source_count);
	if (!json_required(root, "countries", &list) || !json_is_object(&list))
		return;
	for (void *cursor = NULL; json_next(&list, &cursor, &member);)
		total++;
	if (total == 0)
		/* TRANSLATORS: a mistake in channels.json. */
		json_problem(&list, "%s", _("there is no country here"));
	channels->countries = arena_array(&channels->arena, total, sizeof *channels->countries);
	if (!channels->countries)
		return;
	for (void *cursor = NULL; json_next(&list, &cursor, &member);)
		read_country(channels, &member, &channels->countries[channels->country_count++]);
	check_twice(channels, root);
}

struct channels *load_channels(const struct document *document, struct problems *problems)
{
	struct reader reader;
	size_t before = problems->counts[SEVERITY_ERROR];
	struct channels *channels = calloc(1, sizeof *channels);
	if (channels && json_open(&reader, document, problems)) {
		struct node root = json_root(&reader);
		read_channels(channels, &root);
		json_close(&reader);
	}
	if (!channels || channels->arena.failed)
		problems_add(problems, SEVERITY_ERROR, (struct place){ .file = document->name },
			"%s", _("not enough memory"));
	if (problems->counts[SEVERITY_ERROR] == before)
		return channels;
	channels_free(channels);
	return NULL;
}
