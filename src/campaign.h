/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The campaign: the slides that cycle when nobody touches the screen, and the pages that a touch opens.
 * Read-only once loaded (load.h); all of it lives in `arena`.
 */
#ifndef CAMPAIGN_H
#define CAMPAIGN_H

#include "date.h"
#include "memory.h"
#include "words.h"

#include <stddef.h>

enum { MOST_POINTS = 8 }; /* of a trend */
enum { ID_LENGTH = 31 }; /* the longest id of a slide, page, channel or source, in bytes */

enum slide_kind {
	SLIDE_MESSAGE, /* title, text */
	SLIDE_SHARE, /* value from 0 to 1, text that completes it: "of traffickers …" */
	SLIDE_FIGURE, /* value, a count; more_than says that it is a lower bound; text */
	SLIDE_FLOW, /* from → to, two counts with a label each; text */
	SLIDE_DEFINITION, /* title, three parts */
	SLIDE_ACT, /* title, text: what anybody can do */
	SLIDE_TREND, /* points, one for each year; counts says whether they are shares or counts; text */
	SLIDE_ICEBERG, /* value, a count of what is seen; more_than; text; hidden: of what is not */
};

/* Where a fact or a number comes from. */
struct source {
	const char *id;
	struct words name; /* short, as the screen shows it: who says so, and where */
	const char *title; /* of the page or document, in its own language */
	const char *url; /* NULL when it has none */
	struct date date; /* of publication; all zeros when the source does not say */
	struct date seen; /* when it was looked up */
};

struct part {
	struct words heading, text;
};

struct quantity {
	long long count;
	struct words label;
};

/* What a trend shows for one year: a share from 0 to 1, or a count. */
struct point {
	int year;
	double value;
};

struct slide {
	const char *id;
	enum slide_kind kind;
	int seconds; /* 0: as the settings say */
	struct words title, text, hidden;
	double value;
	bool more_than, about; /* value is a lower bound; value is approximate */
	struct quantity from, to;
	struct part *parts;
	size_t part_count;
	struct point *points;
	size_t point_count;
	bool counts;
	const struct source *source; /* NULL when the slide states no fact */
	struct date first_day, last_day; /* when it shows; year 0: every year; all zeros: always */
	int first_minute, last_minute; /* of the day; both 0: all day */
};

struct item {
	struct words text;
	const struct source **sources;
	size_t source_count;
};

struct section {
	struct words heading; /* all zeros: none */
	struct item *items;
	size_t item_count;
};

struct page {
	const char *id;
	struct words title;
	const char *address; /* of a web page on the same matter, shown as a QR code; or NULL */
	struct section *sections;
	size_t section_count;
	const struct page **links; /* other pages that it offers as buttons */
	size_t link_count;
};

struct campaign {
	struct arena arena;
	const char *edition;
	const char
		*domain; /* gettext domain of its translations; WORDS_DOMAIN unless it names one */
	struct source *sources;
	size_t source_count;
	struct slide *slides;
	size_t slide_count;
	struct page *pages;
	size_t page_count;
};

/* The page or slide called `id`, or NULL. */
const struct page *campaign_page(const struct campaign *campaign, const char *id);
const struct slide *campaign_slide(const struct campaign *campaign, const char *id);
/* Whether the slide shows at that moment; without a clock, a slide with dates or hours never does. */
bool campaign_slide_shows(const struct slide *slide, const struct moment *now);
/* Accepts NULL. */
void campaign_free(struct campaign *campaign);

#endif
