/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which channels a country has, in which order, and the hours they keep.
 */
#include "channels.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const struct country *channels_country(const struct channels *channels, const char *code)
{
	for (size_t i = 0; i < channels->country_count; i++)
		if (strcmp(channels->countries[i].code, code) == 0)
			return &channels->countries[i];
	return NULL;
}

const struct channel *channels_find(const struct channels *channels, const char *id)
{
	for (size_t i = 0; i < channels->country_count; i++)
		for (size_t j = 0; j < channels->countries[i].channel_count; j++)
			if (strcmp(channels->countries[i].channels[j].id, id) == 0)
				return &channels->countries[i].channels[j];
	return NULL;
}

bool channel_reachable(const struct channel *channel)
{
	return channel->phone || channel->sms || channel->whatsapp || channel->email ||
		channel->url || channel->report || channel->chat;
}

static bool serves(const struct channel *channel, const char *code)
{
	for (size_t i = 0; i < channel->country_count; i++)
		if (strcmp(channel->countries[i], code) == 0)
			return true;
	return false;
}

/* Whether two numbers have the same digits; a missing one equals none. */
static bool same_digits(const char *a, const char *b)
{
	if (!a || !b)
		return false;
	for (;; a++, b++) {
		while (*a && !isdigit((unsigned char)*a))
			a++;
		while (*b && !isdigit((unsigned char)*b))
			b++;
		if (*a != *b || !*a)
			return *a == *b;
	}
}

static bool has_same(const struct country *country, const struct channel *channel)
{
	for (size_t i = 0; country && i < country->channel_count; i++) {
		const struct channel *own = &country->channels[i];
		if (own->kind == channel->kind &&
			(same_digits(own->phone, channel->phone) ||
				same_digits(own->sms, channel->sms)))
			return true;
	}
	return false;
}

/* Whether `a` stands before `b`: kind, confirmed by a call, the country's own, confidence, place in the file. */
static bool is_before(
	const struct settings *settings, const struct channel *a, const struct channel *b)
{
	bool a_confirmed = settings_confirmed(settings, a->id) != NULL;
	bool b_confirmed = settings_confirmed(settings, b->id) != NULL;
	bool a_shared = a->country_count > 0, b_shared = b->country_count > 0;
	if (a->kind != b->kind)
		return a->kind < b->kind;
	if (a_confirmed != b_confirmed)
		return a_confirmed;
	if (a_shared != b_shared)
		return b_shared;
	if (a->confidence != b->confidence)
		return a->confidence < b->confidence;
	return a->rank < b->rank;
}

static void insert(const struct settings *settings, const struct channel *channel,
	const struct channel **list, size_t count)
{
	for (; count > 0 && is_before(settings, channel, list[count - 1]); count--)
		list[count] = list[count - 1];
	list[count] = channel;
}

size_t channels_in(const struct channels *channels, const struct settings *settings,
	const char *code, const struct channel **list, size_t capacity)
{
	const struct country *country = channels_country(channels, code);
	size_t count = 0;
	for (size_t i = 0; i < channels->country_count; i++)
		for (size_t j = 0; j < channels->countries[i].channel_count; j++) {
			const struct channel *channel = &channels->countries[i].channels[j];
			bool own = channel->country == country;
			if (!own && (!serves(channel, code) || has_same(country, channel)))
				continue;
			if (count < capacity)
				insert(settings, channel, list, count);
			count++;
		}
	return count;
}

static bool read_day(const char **at, int *day)
{
	static const char names[] = "MoTuWeThFrSaSu";
	for (*day = 0; *day < 7; ++*day)
		if (strncmp(*at, names + 2 * *day, 2) == 0) {
			*at += 2;
			return true;
		}
	return false;
}

/* "Mo-Fr,Su " */
static bool read_days(const char **at, unsigned *days)
{
	*days = 0;
	for (;; ++*at) {
		int first, last;
		if (!read_day(at, &first))
			return false;
		last = first;
		if (**at == '-') {
			++*at;
			if (!read_day(at, &last) || last <= first)
				return false;
		}
		for (int day = first; day <= last; day++)
			*days |= 1u << day;
		if (**at != ',')
			break;
	}
	return *(*at)++ == ' ';
}

/* "09:00-12:30,13:30-17:00" on those days. */
static bool read_spans(const char **at, unsigned days, struct hours *hours)
{
	for (;; ++*at) {
		struct span span = { .days = days };
		if (!date_read_time(at, &span.from) || *(*at)++ != '-' ||
			!date_read_time(at, &span.until) || span.from >= span.until ||
			hours->count == HOURS_SPANS)
			return false;
		hours->spans[hours->count++] = span;
		if (**at != ',')
			return true;
	}
}

bool hours_read(const char *text, struct hours *hours)
{
	*hours = (struct hours){ .always = strcmp(text, "24/7") == 0 };
	if (hours->always)
		return true;
	for (;;) {
		unsigned days = 0x7F;
		if ((!isdigit((unsigned char)*text) && !read_days(&text, &days)) ||
			!read_spans(&text, days, hours))
			return false;
		if (*text == '\0')
			return true;
		if (strncmp(text, "; ", 2) != 0)
			return false;
		text += 2;
	}
}

void channels_free(struct channels *channels)
{
	if (!channels)
		return;
	arena_finish(&channels->arena);
	free(channels);
}
