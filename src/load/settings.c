/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * kiosk.json.
 */
#include "load/load.h"

#include "languages.h"
#include "load/parts.h"
#include "theme.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LANGUAGES = 16, PATH_LENGTH = 1000, MOST_KNOWN = 64, MOST_ARGUMENTS = 32 };

static const char *const default_languages[] = { "fr", "en", "es", "ar", "zh_CN", "ru" };

static void read_country(struct settings *settings, const struct node *root)
{
	struct node member;
	if (!json_optional(root, "country", &member))
		return;
	const char *text = json_text(&member, NULL);
	if (!text)
		return;
	if (part_is_country(&member, text))
		settings->country = arena_copy(&settings->arena, text, 2);
}

static void read_language(struct settings *settings, const struct node *item)
{
	const char *tags[MOST_KNOWN + 1] = { NULL };
	int index = 0;
	for (size_t i = 0; i < language_count && i < MOST_KNOWN; i++)
		tags[i] = languages[i].tag;
	if (!json_word(item, tags, &index))
		return;
	if (!part_is_repeated(item, tags[index], settings->languages, settings->language_count))
		settings->languages[settings->language_count++] = tags[index];
}

static void read_languages(struct settings *settings, const struct node *root)
{
	struct node list;
	size_t count = sizeof default_languages / sizeof *default_languages;
	settings->languages = arena_array(
		&settings->arena, MOST_LANGUAGES, sizeof *settings->languages);
	if (!settings->languages)
		return;
	if (!json_optional(root, "languages", &list)) {
		memcpy(settings->languages, default_languages, sizeof default_languages);
		settings->language_count = count;
		return;
	}
	count = part_count(&list, MOST_LANGUAGES);
	for (size_t i = 0; i < count; i++) {
		struct node item = json_item(&list, i);
		read_language(settings, &item);
	}
}

static void read_content(struct settings *settings, const struct node *root)
{
	struct node member;
	if (!json_optional(root, "content", &member))
		return;
	settings->content = part_text(&settings->arena, &member, PATH_LENGTH);
	if (settings->content && settings->content[0] != '/')
		json_problem(&member,
			/* TRANSLATORS: a mistake in kiosk.json: a folder must be given from the root. */
			_("the folder \"%s\" is to begin with \"/\""), settings->content);
}

static int read_word(
	const struct node *root, const char *key, const char *const *words, int otherwise)
{
	struct node member;
	if (json_optional(root, key, &member))
		json_word(&member, words, &otherwise);
	return otherwise;
}

static int read_seconds(
	const struct node *root, const char *key, const int limits[2], int otherwise)
{
	struct node member;
	long long seconds = otherwise;
	if (json_optional(root, key, &member))
		json_whole(&member, limits[0], limits[1], &seconds);
	return (int)seconds;
}

static bool read_colour(const struct node *node, uint32_t *rgb)
{
	size_t length = 0;
	const char *text = json_text(node, &length);
	if (!text)
		return false;
	if (length == 7 && text[0] == '#' && strspn(text + 1, "0123456789abcdefABCDEF") == 6) {
		*rgb = (uint32_t)strtoul(text + 1, NULL, 16);
		return true;
	}
	/* TRANSLATORS: a mistake in kiosk.json: a colour, as in HTML: red, green, blue. */
	json_problem(node, _("\"%s\" is no colour, written like #0A1628"), text);
	return false;
}

static void check_contrast(const struct settings *settings, const struct node members[ROLE_COUNT])
{
	for (int i = 0; i < THEME_PAIRS; i++) {
		enum role ink = theme_pairs[i].ink, ground = theme_pairs[i].ground;
		if (!members[ink].value || !members[ground].value)
			continue;
		double contrast = theme_contrast(settings->palette[ink], settings->palette[ground]);
		if (contrast < THEME_LEAST_CONTRAST)
			json_problem(&members[ink],
				/* TRANSLATORS: a mistake in kiosk.json: two colours are too much alike. %s is the
				   name of the other one, as in kiosk.json; the numbers are ratios of contrast. */
				_("the contrast with \"%s\" is %.1f:1; it must be at least %d:1"),
				members[ground].key, floor(contrast * 10) / 10,
				THEME_LEAST_CONTRAST);
	}
}

static void read_palette(struct settings *settings, const struct node *root)
{
	static const char *const roles[] = { "ground", "text", "accent", "bar", "on_bar", NULL };
	struct node palette, theme, members[ROLE_COUNT] = { 0 };
	if (!json_optional(root, "palette", &palette)) {
		if (settings->theme == THEME_CUSTOM && json_optional(root, "theme", &theme))
			json_problem(&theme,
				/* TRANSLATORS: a mistake in kiosk.json; what is quoted stays as it is. */
				_("the theme \"custom\" needs the key \"palette\""));
		return;
	}
	if (!json_keys(&palette, roles))
		return;
	for (int i = 0; i < ROLE_COUNT; i++)
		if (!json_required(&palette, roles[i], &members[i]) ||
			!read_colour(&members[i], &settings->palette[i]))
			members[i].value = NULL;
	check_contrast(settings, members);
}

static void read_looks(struct settings *settings, const struct node *root)
{
	static const char *const themes[] = { "dark", "light", "high-contrast", "custom", NULL };
	static const char *const colours[] = { "auto", "truecolor", "256", "16", "8", "mono",
		NULL };
	static const char *const clocks[] = { "auto", "on", "off", NULL };
	static const char *const bidis[] = { "auto", "app", "terminal", NULL };
	struct node member;
	settings->theme = (enum theme_name)read_word(root, "theme", themes, THEME_DARK);
	settings->colours = (enum colours)read_word(root, "colours", colours, COLOURS_AUTO);
	settings->clock = (enum clock_setting)read_word(root, "clock", clocks, CLOCK_AUTO);
	settings->bidi = (enum bidi)read_word(root, "bidi", bidis, BIDI_AUTO);
	settings->motion = true;
	if (json_optional(root, "motion", &member))
		json_boolean(&member, &settings->motion);
}

static void read_confirmed(struct settings *settings, const struct node *root)
{
	struct node object, member;
	size_t total = 0;
	if (!json_optional(root, "confirmed", &object) || !json_is_object(&object))
		return;
	for (void *cursor = NULL; json_next(&object, &cursor, &member);)
		total++;
	settings->confirmed = arena_array(&settings->arena, total, sizeof *settings->confirmed);
	for (void *cursor = NULL; settings->confirmed && json_next(&object, &cursor, &member);) {
		struct confirmation *confirmation = &settings->confirmed[settings->confirmed_count];
		if (part_is_id(&member, member.key))
			confirmation->channel = arena_copy(
				&settings->arena, member.key, strlen(member.key));
		part_date(&object, member.key, true, &confirmation->date);
		settings->confirmed_count += confirmation->channel && confirmation->date.day;
	}
}

static void read_speech(struct settings *settings, const struct node *root)
{
	struct node list;
	if (!json_optional(root, "speech", &list))
		return;
	size_t count = part_count(&list, MOST_ARGUMENTS);
	settings->speech = arena_array(&settings->arena, count + 1, sizeof *settings->speech);
	for (size_t i = 0; settings->speech && i < count; i++) {
		struct node item = json_item(&list, i);
		settings->speech[i] = part_text(&settings->arena, &item, TEXT_LENGTH);
	}
}

static void read_settings(struct settings *settings, const struct node *root)
{
	static const char *const keys[] = { "$schema", "country", "languages", "content", "theme",
		"palette", "colours", "motion", "clock", "bidi", "slide_seconds", "idle_seconds",
		"warning_seconds", "speech", "confirmed", NULL };
	static const int slide[] = { 5, 120 }, idle[] = { 10, 600 }, warning[] = { 5, 120 };
	if (!json_keys(root, keys))
		return;
	part_optional(&settings->arena, root, "$schema", TEXT_LENGTH);
	settings->country = "FR";
	read_country(settings, root);
	read_languages(settings, root);
	read_content(settings, root);
	read_looks(settings, root);
	read_palette(settings, root);
	settings->slide_seconds = read_seconds(root, "slide_seconds", slide, 12);
	settings->idle_seconds = read_seconds(root, "idle_seconds", idle, 60);
	settings->warning_seconds = read_seconds(root, "warning_seconds", warning, 20);
	read_speech(settings, root);
	read_confirmed(settings, root);
}

struct settings *load_settings(const struct document *document, struct problems *problems)
{
	struct reader reader;
	size_t before = problems->counts[SEVERITY_ERROR];
	struct settings *settings = calloc(1, sizeof *settings);
	if (settings && json_open(&reader, document, problems)) {
		struct node root = json_root(&reader);
		read_settings(settings, &root);
		json_close(&reader);
	}
	if (!settings || settings->arena.failed)
		problems_add(problems, SEVERITY_ERROR, (struct place){ .file = document->name },
			"%s", _("not enough memory"));
	if (problems->counts[SEVERITY_ERROR] == before)
		return settings;
	settings_free(settings);
	return NULL;
}

void load_compare(const struct document *document, const struct settings *settings,
	const struct channels *channels, struct problems *problems)
{
	struct reader reader;
	struct node member, confirmed;
	if (!json_open(&reader, document, problems))
		return;
	struct node root = json_root(&reader);
	if (!channels_country(channels, settings->country) &&
		json_optional(&root, "country", &member))
		/* TRANSLATORS: the country in kiosk.json has no channels in channels.json. */
		json_warning(&member, _("no channel is known for the country \"%s\""),
			settings->country);
	if (json_optional(&root, "confirmed", &confirmed))
		for (size_t i = 0; i < settings->confirmed_count; i++)
			if (!channels_find(channels, settings->confirmed[i].channel) &&
				json_optional(&confirmed, settings->confirmed[i].channel, &member))
				/* TRANSLATORS: kiosk.json confirms a channel that channels.json does not have. */
				json_warning(&member, _("no channel is called \"%s\""),
					settings->confirmed[i].channel);
	json_close(&reader);
}
