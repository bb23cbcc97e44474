/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The channels: whom to call, write to or visit, by country. Read-only once loaded (load.h); all of it
 * lives in `arena`. Numbers and addresses are data, kept as their sources print them; they are never
 * translated.
 */
#ifndef CHANNELS_H
#define CHANNELS_H

#include "campaign.h"
#include "settings.h"

/* In the order in which the help screen shows them. */
enum channel_kind {
	CHANNEL_EMERGENCY,
	CHANNEL_TRAFFICKING,
	CHANNEL_VICTIMS,
	CHANNEL_CHILD,
	CHANNEL_REPORT,
};
enum { CHANNEL_KINDS = CHANNEL_REPORT + 1 };

enum confidence { CONFIDENCE_HIGH, CONFIDENCE_MEDIUM };
enum answer { ANSWER_UNKNOWN, ANSWER_YES, ANSWER_NO };

/* On the days of `days` (bit 0 is Monday), from … until in minutes of the day; until may be 1440. */
struct span {
	unsigned days;
	int from, until;
};

enum { HOURS_SPANS = 4 };

/* When a channel answers; count 0 and not always: not known. Written in JSON in a small subset of the
   opening_hours of OpenStreetMap: "24/7", "09:00-17:00", "Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-12:00". */
struct hours {
	bool always;
	struct span spans[HOURS_SPANS];
	int count;
};

/* Every pointer may be NULL but id, name and sources: what is not known is absent. */
struct channel {
	const char *id;
	enum channel_kind kind;
	enum confidence confidence;
	const char *name; /* a proper name, never translated */
	const char *phone; /* as it is dialled and written in its country */
	const char *international; /* E.164, with its "+" */
	const char *sms, *whatsapp, *email;
	const char *url, *report, *chat; /* https or http addresses */
	struct hours hours;
	const char **languages; /* ISO 639 tags; "*": any, through interpreters */
	size_t language_count;
	enum answer free;
	struct words area; /* where, when it is not the whole country */
	struct words audience; /* for whom, when it is not everybody */
	const char **countries; /* of a channel of several countries (EU, INT): ISO 3166-1 codes */
	size_t country_count;
	const struct source **sources;
	size_t source_count;
	const struct country *country;
	size_t rank; /* place in the file */
};

struct country {
	const char *code; /* ISO 3166-1 alpha-2, or EU, or INT for the world */
	struct words name;
	struct channel *channels;
	size_t channel_count;
};

struct channels {
	struct arena arena;
	const char *edition;
	const char *domain; /* as in struct campaign */
	struct source *sources;
	size_t source_count;
	struct country *countries;
	size_t country_count;
};

/* NULL when there is no such country or channel. */
const struct country *channels_country(const struct channels *channels, const char *code);
const struct channel *channels_find(const struct channels *channels, const char *id);
/* The channels to show in a country, most urgent kind first; within a kind those that the settings say
   were confirmed, then by confidence, then in the order of the file. Those of several countries (EU, INT)
   come after the country's own, and are left out where the country has the same number in the same kind.
   Returns how many there are; writes at most `capacity` of them. */
size_t channels_in(const struct channels *channels, const struct settings *settings,
	const char *code, const struct channel **list, size_t capacity);
/* Whether a machine can reach it with one of its addresses; a channel without any is refused on load. */
bool channel_reachable(const struct channel *channel);
/* Reads the subset of opening_hours described above. */
bool hours_read(const char *text, struct hours *hours);
/* Accepts NULL. */
void channels_free(struct channels *channels);

#endif
