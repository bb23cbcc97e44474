/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of a channel and of a country in a few words.
 */
#include "view/parts.h"

#include <stdlib.h>
#include <string.h>

const char *kind_words(enum channel_kind kind)
{
	switch (kind) {
	case CHANNEL_EMERGENCY:
		/* TRANSLATORS: heading of a card with an emergency number. At most 24 columns. */
		return _("Emergency");
	case CHANNEL_TRAFFICKING:
		/* TRANSLATORS: heading of a card with a hotline against trafficking. At most 24 columns. */
		return _("Trafficking hotline");
	case CHANNEL_VICTIMS:
		/* TRANSLATORS: heading of a card: organisations that help those who suffered a crime. At most
		   24 columns. */
		return _("Help and support");
	case CHANNEL_CHILD:
		/* TRANSLATORS: heading of a card: help for children. At most 24 columns. */
		return _("Children");
	case CHANNEL_REPORT:
		/* TRANSLATORS: heading of a card: where to report a suspicion. At most 24 columns. */
		return _("Report");
	}
	return "";
}

struct country_words country_words(const struct scene *scene, const struct country *country)
{
	const char *text = channel_words(scene, country->name);
	size_t length = strcspn(text, "|");
	const char *key = text[length] ? text + length + 1 : text;
	return (struct country_words){ memory_copy(text, length), memory_copy(key, strlen(key)) };
}

void country_words_finish(struct country_words *words)
{
	free(words->name);
	free(words->key);
}

/* "Mon–Wed, Fri" */
static struct string days_words(unsigned days)
{
	static const char *const names[] = {
		/* TRANSLATORS: days of the week, abbreviated, in opening hours such as "Mon–Fri 09:00–17:00". */
		N_("Mon"),
		/* TRANSLATORS: a day of the week, abbreviated. */
		N_("Tue"),
		/* TRANSLATORS: a day of the week, abbreviated. */
		N_("Wed"),
		/* TRANSLATORS: a day of the week, abbreviated. */
		N_("Thu"),
		/* TRANSLATORS: a day of the week, abbreviated. */
		N_("Fri"),
		/* TRANSLATORS: a day of the week, abbreviated. */
		N_("Sat"),
		/* TRANSLATORS: a day of the week, abbreviated. */
		N_("Sun"),
	};
	struct string words = { 0 };
	for (int first = 0; first < 7; first++) {
		int last = first;
		if (!(days >> first & 1))
			continue;
		while (last < 6 && days >> (last + 1) & 1)
			last++;
		if (words.length)
			string_add(&words, "%s", C_("between items", ", "));
		if (first == last)
			string_add(&words, "%s", _(names[first]));
		else
			/* TRANSLATORS: opening hours, from a day to a day: "Mon–Fri". */
			string_add(&words, C_("days", "%s–%s"), _(names[first]), _(names[last]));
		first = last;
	}
	return words;
}

/* A span of time, and its days unless the span before it has the same. */
static void span_words(struct string *string, const struct span *span, const struct span *before)
{
	char times[32], isolated[TEXT_ISOLATED];
	snprintf(times, sizeof times, "%02d:%02d\xE2\x80\x93%02d:%02d", span->from / 60,
		span->from % 60, span->until / 60, span->until % 60);
	text_isolated(isolated, times);
	if (string->length)
		string_add(string, "%s", C_("between items", ", "));
	if (before && before->days == span->days) {
		string_add(string, "%s", isolated);
		return;
	}
	if (span->days == 0x7F) {
		/* TRANSLATORS: opening hours of every day; %s is such as "09:00–20:00". */
		string_add(string, _("every day %s"), isolated);
		return;
	}
	struct string days = days_words(span->days);
	/* TRANSLATORS: opening hours: the days, then the time: "Mon–Fri 09:00–17:00". */
	string_add(string, C_("hours", "%s %s"), days.text, isolated);
	free(days.text);
}

void hours_words(struct string *string, const struct hours *hours)
{
	if (hours->always)
		string_join(string, _("24 hours a day"));
	struct string spans = { 0 };
	for (int i = 0; i < hours->count; i++)
		span_words(&spans, &hours->spans[i], i > 0 ? &hours->spans[i - 1] : NULL);
	if (spans.text)
		string_join(string, spans.text);
	free(spans.text);
}

const char *channel_number(const struct channel *channel)
{
	return channel->phone ? channel->phone : channel->sms ? channel->sms : channel->whatsapp;
}

const char *channel_address(const struct channel *channel)
{
	return channel->report ? channel->report : channel->url ? channel->url : channel->chat;
}

struct string channel_remarks(const struct channel *channel)
{
	struct string remarks = { 0 };
	hours_words(&remarks, &channel->hours);
	if (channel->free == ANSWER_YES)
		string_join(&remarks, C_("cost", "free"));
	if (channel->free == ANSWER_NO)
		/* TRANSLATORS: a call is charged at the usual rate; a short remark beside a number. */
		string_join(&remarks, C_("cost", "charged as a normal call"));
	if (!channel->phone && channel->sms)
		/* TRANSLATORS: the number shown takes text messages only, no calls. */
		string_join(&remarks, _("by SMS only"));
	if (!channel->phone && !channel->sms && channel->whatsapp)
		/* TRANSLATORS: the number shown is for WhatsApp. */
		string_join(&remarks, _("by WhatsApp"));
	return remarks;
}
