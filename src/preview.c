/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The names of the screens, and the sessions that show them.
 */
#include "preview.h"

#include <stdio.h>
#include <string.h>

/* Screens without an id. */
static const struct plain {
	const char *name;
	enum action_kind action;
} plain[] = {
	{ "attract", ACTION_NONE },
	{ "help", ACTION_HELP },
	{ "report", ACTION_REPORT },
	{ "countries", ACTION_COUNTRIES },
	{ "languages", ACTION_LANGUAGES },
};

static void visit_id(
	const char *kind, const char *id, void (*visit)(const char *, void *), void *data)
{
	char name[ID_LENGTH + 16];
	snprintf(name, sizeof name, "%s/%s", kind, id);
	visit(name, data);
}

void preview_each(
	const struct world *world, void (*visit)(const char *name, void *data), void *data)
{
	const struct channels *channels = world->channels;
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		visit(plain[i].name, data);
	visit("still-there", data);
	visit("numbers", data);
	for (size_t i = 0; i < world->campaign->slide_count; i++)
		visit_id("slide", world->campaign->slides[i].id, visit, data);
	for (size_t i = 0; i < world->campaign->page_count; i++)
		visit_id("page", world->campaign->pages[i].id, visit, data);
	for (size_t i = 0; i < channels->country_count; i++)
		visit_id("help", channels->countries[i].code, visit, data);
	for (size_t i = 0; i < channels->country_count; i++)
		for (size_t j = 0; j < channels->countries[i].channel_count; j++)
			visit_id("channel", channels->countries[i].channels[j].id, visit, data);
}

static bool show_by_id(
	struct session *session, const struct world *world, const char *name, const char *id)
{
	size_t kind = (size_t)(id - name);
	struct action action = { 0 };
	if (strlen(id + 1) > ID_LENGTH)
		return false;
	if (strncmp(name, "slide", kind) == 0 && campaign_slide(world->campaign, id + 1)) {
		snprintf(session->slide, sizeof session->slide, "%s", id + 1);
		return true;
	}
	if (strncmp(name, "page", kind) == 0 && campaign_page(world->campaign, id + 1))
		action = action_make(ACTION_PAGE, id + 1);
	else if (strncmp(name, "help", kind) == 0 && channels_country(world->channels, id + 1))
		action = action_make(ACTION_HELP, id + 1);
	else if (strncmp(name, "channel", kind) == 0 && channels_find(world->channels, id + 1))
		action = action_make(ACTION_CHANNEL, id + 1);
	session_act(session, world, action, 0);
	return action.kind != ACTION_NONE;
}

bool preview_session(struct session *session, const struct world *world, const char *name)
{
	session_start(session, world, 0);
	const char *slash = strchr(name, '/');
	if (slash)
		return show_by_id(session, world, name, slash);
	if (strcmp(name, "still-there") == 0) {
		session_act(session, world, action_make(ACTION_HELP, NULL), 0);
		session->visited = session->asking = true;
		session->touched_ms = -(int64_t)world->settings->idle_seconds * 1000;
		return true;
	}
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (strcmp(plain[i].name, name) == 0) {
			session_act(session, world, action_make(plain[i].action, NULL), 0);
			return true;
		}
	return strcmp(name, "numbers") == 0;
}
