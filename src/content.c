/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding files, loading them, and keeping the last good ones.
 */
#include "content.h"

#include "language.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *content_settings_path(const struct content *content)
{
	if (content->options->config)
		return content->options->config;
	return access(CONTENT_SYSTEM_SETTINGS, F_OK) == 0 ? CONTENT_SYSTEM_SETTINGS : NULL;
}

const char *content_folder(const struct content *content)
{
	if (content->options->content)
		return content->options->content;
	return content->settings ? content->settings->content : NULL;
}

/* Where the options overrule the settings. */
static void overrule(struct settings *settings, const struct options *options)
{
	if (options->country)
		settings->country = options->country;
	if (!options->language)
		return;
	const char **tags = arena_array(
		&settings->arena, settings->language_count + 1, sizeof *tags);
	if (!tags)
		return;
	size_t count = 0;
	tags[count++] = options->language;
	for (size_t i = 0; i < settings->language_count; i++)
		if (strcmp(settings->languages[i], options->language) != 0)
			tags[count++] = settings->languages[i];
	settings->languages = tags;
	settings->language_count = count;
}

static struct settings *read_settings(
	const struct content *content, struct document *document, struct problems *problems)
{
	const char *path = content_settings_path(content);
	struct settings *settings = NULL;
	if (path && load_file(path, document, problems))
		settings = load_settings(document, problems);
	if (!path)
		settings = load_settings(&load_builtin_settings, problems);
	if (settings)
		overrule(settings, content->options);
	return settings;
}

/* Reads one file of the content folder, or the built-in one when there is no folder. */
static bool read_document(
	const char *folder, const char *name, struct document *document, struct problems *problems)
{
	char path[PATH_MAX];
	if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path)
		return false;
	return load_file(path, document, problems);
}

static struct campaign *read_campaign(const char *folder, struct problems *problems)
{
	struct document document = { 0 };
	if (!folder)
		return load_campaign(&load_builtin_campaign, problems);
	struct campaign *campaign = NULL;
	if (read_document(folder, "campaign.json", &document, problems))
		campaign = load_campaign(&document, problems);
	document_finish(&document);
	return campaign;
}

static struct channels *read_channels(const char *folder, struct problems *problems)
{
	struct document document = { 0 };
	if (!folder)
		return load_channels(&load_builtin_channels, problems);
	struct channels *channels = NULL;
	if (read_document(folder, "channels.json", &document, problems))
		channels = load_channels(&document, problems);
	document_finish(&document);
	return channels;
}

bool content_reload(struct content *content, struct problems *problems)
{
	struct document document = { 0 };
	struct settings *settings = read_settings(content, &document, problems);
	bool changed = settings != NULL;
	if (settings) {
		settings_free(content->settings);
		content->settings = settings;
	}
	const char *folder = content_folder(content);
	struct campaign *campaign = read_campaign(folder, problems);
	if (campaign) {
		campaign_free(content->campaign);
		content->campaign = campaign;
		changed = true;
		if (folder && strcmp(campaign->domain, WORDS_DOMAIN) != 0)
			language_bind(campaign->domain, folder, problems);
	}
	struct channels *channels = read_channels(folder, problems);
	if (channels) {
		channels_free(content->channels);
		content->channels = channels;
		changed = true;
		if (folder && strcmp(channels->domain, WORDS_DOMAIN) != 0)
			language_bind(channels->domain, folder, problems);
	}
	if (settings && content->channels)
		load_compare(document.text ? &document : &load_builtin_settings, content->settings,
			content->channels, problems);
	document_finish(&document);
	return changed;
}

bool content_open(struct content *content, const struct options *options, struct problems *problems)
{
	*content = (struct content){ .options = options };
	content_reload(content, problems);
	struct problems ignored = { 0 };
	if (!content->settings) {
		content->settings = load_settings(&load_builtin_settings, &ignored);
		if (content->settings)
			overrule(content->settings, options);
	}
	if (!content->campaign)
		content->campaign = load_campaign(&load_builtin_campaign, &ignored);
	if (!content->channels)
		content->channels = load_channels(&load_builtin_channels, &ignored);
	problems_finish(&ignored);
	return content->settings && content->campaign && content->channels;
}

void content_close(struct content *content)
{
	settings_free(content->settings);
	campaign_free(content->campaign);
	channels_free(content->channels);
	*content = (struct content){ 0 };
}
