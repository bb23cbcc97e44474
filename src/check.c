/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws every screen in every language at every size that matters, and looks at every translated text.
 */
#include "check.h"

#include "language.h"
#include "languages.h"
#include "memory.h"
#include "numbers.h"
#include "preview.h"
#include "speech.h"
#include "view/view.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_CONFIRMATION_DAYS = 180 };

/* One language being checked. */
struct tongue {
	const char *tag, *domain;
	struct problems *problems;
};

static void check_words(const struct tongue *tongue, struct words words)
{
	struct place place = { .file = tongue->tag };
	if (!words.text)
		return;
	language_use(tongue->tag);
	const char *translated = words_looked_up(words, tongue->domain);
	language_use(language_of_user());
	size_t offset = 0;
	uint32_t code = 0;
	if (translated == words.text)
		problems_add(tongue->problems, SEVERITY_WARNING, place,
			/* TRANSLATORS: check found a text without translation; %s is the English text. */
			_("not translated: \"%s\""), words.text);
	else if (!numbers_agree(words.text, translated))
		problems_add(tongue->problems, SEVERITY_ERROR, place,
			/* TRANSLATORS: check found a translation that changes a number; both texts follow. */
			_("the numbers differ: \"%s\" is translated as \"%s\""), words.text,
			translated);
	else if (text_check(translated, strlen(translated), &offset, &code) != TEXT_SOUND)
		problems_add(tongue->problems, SEVERITY_ERROR, place,
			/* TRANSLATORS: check found a character that no terminal can show; %04X is its number in
			   Unicode, %s the English text. */
			_("character U+%04X in the translation of \"%s\" cannot be shown"),
			(unsigned)code, words.text);
}

static void check_campaign(const struct tongue *tongue, const struct campaign *campaign)
{
	for (size_t i = 0; i < campaign->source_count; i++)
		check_words(tongue, campaign->sources[i].name);
	for (size_t i = 0; i < campaign->slide_count; i++) {
		const struct slide *slide = &campaign->slides[i];
		check_words(tongue, slide->title);
		check_words(tongue, slide->text);
		check_words(tongue, slide->hidden);
		check_words(tongue, slide->from.label);
		check_words(tongue, slide->to.label);
		for (size_t j = 0; j < slide->part_count; j++) {
			check_words(tongue, slide->parts[j].heading);
			check_words(tongue, slide->parts[j].text);
		}
	}
	for (size_t i = 0; i < campaign->page_count; i++) {
		const struct page *page = &campaign->pages[i];
		check_words(tongue, page->title);
		for (size_t j = 0; j < page->section_count; j++) {
			check_words(tongue, page->sections[j].heading);
			for (size_t k = 0; k < page->sections[j].item_count; k++)
				check_words(tongue, page->sections[j].items[k].text);
		}
	}
}

static void check_channels(const struct tongue *tongue, const struct channels *channels)
{
	for (size_t i = 0; i < channels->country_count; i++) {
		const struct country *country = &channels->countries[i];
		check_words(tongue, country->name);
		for (size_t j = 0; j < country->channel_count; j++) {
			check_words(tongue, country->channels[j].area);
			check_words(tongue, country->channels[j].audience);
		}
	}
}

static void check_translations(const struct world *world, struct problems *problems)
{
	for (size_t i = 0; i < world->settings->language_count; i++) {
		const char *tag = world->settings->languages[i];
		struct tongue tongue = { tag, world->campaign->domain, problems };
		if (strcmp(tag, "en") == 0)
			continue;
		if (!language_available(tag)) {
			problems_add(problems, SEVERITY_ERROR, (struct place){ .file = tag }, "%s",
				/* TRANSLATORS: check found no file with the translations of a language. */
				_("there is no catalogue for this language; it would show in "
				  "English"));
			continue;
		}
		check_campaign(&tongue, world->campaign);
		tongue.domain = world->channels->domain;
		check_channels(&tongue, world->channels);
	}
}

/* One screen after another is drawn at one size in one language. */
struct fit {
	struct world world;
	struct canvas canvas;
	const char *tag;
	struct problems *problems;
};

static void check_screen(const char *name, void *data)
{
	struct fit *fit = data;
	struct session session;
	if (!preview_session(&session, &fit->world, name))
		return;
	snprintf(session.language, sizeof session.language, "%s", fit->tag);
	int pages = 1;
	for (int page = 0; page < pages; page++) {
		session.here.page = page;
		language_use(fit->tag);
		view_draw(&fit->canvas, &fit->world, &session, 0);
		language_use(language_of_user());
		pages = fit->canvas.page_count;
		if (fit->canvas.clipped || fit->canvas.overdrawn)
			problems_add(fit->problems, SEVERITY_WARNING,
				(struct place){ .file = fit->tag },
				/* TRANSLATORS: check found a screen on which a text is too long: its name, page,
				   columns and rows. */
				_("screen %s, page %d, at %dx%d: something does not fit"), name,
				page + 1, fit->canvas.width, fit->canvas.height);
	}
}

static void check_fit(const struct world *world, struct problems *problems)
{
	static const struct size {
		int width, height;
	} sizes[] = { { 40, 12 }, { 50, 15 }, { 80, 24 }, { 45, 40 }, { 120, 40 }, { 200, 60 } };
	struct fit fit = { .world = *world, .problems = problems };
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (size_t j = 0; j < world->settings->language_count; j++) {
			fit.tag = world->settings->languages[j];
			canvas_resize(&fit.canvas, sizes[i].width, sizes[i].height);
			preview_each(world, check_screen, &fit);
		}
	canvas_finish(&fit.canvas);
}

static void check_confirmed(const struct world *world, struct problems *problems)
{
	const char *code = world->settings->country;
	size_t count = channels_in(world->channels, world->settings, code, NULL, 0);
	const struct channel **list = memory_resize(NULL, count + 1, sizeof *list);
	channels_in(world->channels, world->settings, code, list, count);
	unsigned long never = 0;
	for (size_t i = 0; i < count; i++) {
		const struct date *date = settings_confirmed(world->settings, list[i]->id);
		never += date == NULL;
		long days = date && world->now.known ? date_days_between(*date, world->now.date)
						     : 0;
		if (days > LONGEST_CONFIRMATION_DAYS)
			problems_add(problems, SEVERITY_WARNING, (struct place){ .file = code },
				/* TRANSLATORS: check lists a channel (its id) whose last call is long ago. */
				_("%s was last confirmed %ld days ago; ring it again"), list[i]->id,
				days);
	}
	if (never)
		problems_add(problems, SEVERITY_NOTE, (struct place){ .file = code },
			dngettext(WORDS_DOMAIN,
				/* TRANSLATORS: check says how many channels of the country nobody has rung yet. */
				"%lu channel of this country was never confirmed by a call:",
				"%lu channels of this country were never confirmed by a call:",
				never),
			never);
	for (size_t i = 0; i < count; i++)
		if (!settings_confirmed(world->settings, list[i]->id))
			problems_add(problems, SEVERITY_NOTE, (struct place){ .file = code },
				"  %s · %s", list[i]->id, list[i]->name);
	free(list);
}

static void check_speech(const struct world *world, struct problems *problems)
{
	const char *const *speech = world->settings->speech;
	if (speech && !speech_is_there(speech[0]))
		problems_add(problems, SEVERITY_WARNING, (struct place){ .file = "speech" },
			/* TRANSLATORS: check found no program of that name; the settings' key "speech" names it. */
			_("there is no program \"%s\"; nothing would be read aloud"), speech[0]);
}

void check_world(const struct world *world, struct problems *problems)
{
	language_check(problems);
	check_translations(world, problems);
	check_fit(world, problems);
	check_confirmed(world, problems);
	check_speech(world, problems);
}
