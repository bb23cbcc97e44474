/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * campaign.json.
 */
#include "load/load.h"

#include "load/parts.h"
#include "numbers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SLIDES = 200, MOST_PAGES = 100, MOST_LINKS = 4, PARTS = 3 };

static const long long most_count = 999999999999;

static void read_part(struct campaign *campaign, const struct node *node, struct part *part)
{
	static const char *const keys[] = { "heading", "text", NULL };
	struct node member;
	if (!json_keys(node, keys))
		return;
	if (json_required(node, "heading", &member))
		part->heading = part_words(
			&campaign->arena, node, "heading", "slide", TITLE_LENGTH);
	if (json_required(node, "text", &member))
		part->text = part_words(&campaign->arena, node, "text", "slide", TEXT_LENGTH);
}

static void read_parts(struct campaign *campaign, const struct node *node, struct slide *slide)
{
	struct node list;
	if (!json_required(node, "parts", &list))
		return;
	size_t count = json_list(&list, PARTS);
	if (count > PARTS)
		json_problem(&list,
			/* TRANSLATORS: a mistake in campaign.json. */
			_("a definition has %d parts: the act, the means and the purpose"), PARTS);
	slide->parts = arena_array(&campaign->arena, count, sizeof *slide->parts);
	for (size_t i = 0; slide->parts && i < count; i++) {
		struct node item = json_item(&list, i);
		read_part(campaign, &item, &slide->parts[slide->part_count++]);
	}
}

static void read_quantity(struct campaign *campaign, const struct node *node,
	const char *const keys[2], struct quantity *quantity)
{
	struct node member;
	if (json_required(node, keys[0], &member))
		json_whole(&member, 1, most_count, &quantity->count);
	if (json_required(node, keys[1], &member))
		quantity->label = part_words(
			&campaign->arena, node, keys[1], "slide", TITLE_LENGTH);
}

static void read_number(const struct node *node, struct slide *slide)
{
	struct node member;
	long long count = 0;
	if (slide->kind == SLIDE_SHARE && json_required(node, "value", &member))
		json_number(&member, 0, 1, &slide->value);
	bool counted = slide->kind == SLIDE_FIGURE || slide->kind == SLIDE_ICEBERG;
	if (counted && json_required(node, "value", &member) &&
		json_whole(&member, 1, most_count, &count))
		slide->value = (double)count;
	if (json_optional(node, "about", &member))
		json_boolean(&member, &slide->about);
	if (json_optional(node, "more_than", &member))
		json_boolean(&member, &slide->more_than);
}

static void read_point(const struct node *node, const struct slide *slide, struct point *point)
{
	static const char *const keys[] = { "year", "value", NULL };
	struct node member;
	long long year = 0, count = 0;
	if (!json_keys(node, keys))
		return;
	if (json_required(node, "year", &member) && json_whole(&member, 1000, 9999, &year))
		point->year = (int)year;
	if (!json_required(node, "value", &member))
		return;
	if (!slide->counts)
		json_number(&member, 0, 1, &point->value);
	else if (json_whole(&member, 0, most_count, &count))
		point->value = (double)count;
}

static void check_years(const struct node *list, const struct slide *slide)
{
	for (size_t i = 1; i < slide->point_count; i++) {
		struct node item = json_item(list, i), year;
		if (slide->points[i].year <= slide->points[i - 1].year && slide->points[i].year &&
			json_optional(&item, "year", &year))
			json_problem(&year, "%s",
				/* TRANSLATORS: a mistake in campaign.json: the points of a trend are not in order. */
				_("the years of a trend go up from one point to the next"));
	}
}

static void read_points(struct campaign *campaign, const struct node *node, struct slide *slide)
{
	static const char *const units[] = { "percent", "count", NULL };
	struct node member;
	int unit = 0;
	if (json_required(node, "unit", &member) && json_word(&member, units, &unit))
		slide->counts = unit == 1;
	if (!json_required(node, "points", &member))
		return;
	size_t count = json_list(&member, 2);
	if (count > MOST_POINTS)
		json_problem(&member,
			/* TRANSLATORS: a mistake in campaign.json. */
			_("a trend has at most %d points"), MOST_POINTS);
	slide->points = arena_array(&campaign->arena, count, sizeof *slide->points);
	for (size_t i = 0; slide->points && i < count && i < MOST_POINTS; i++) {
		struct node item = json_item(&member, i);
		read_point(&item, slide, &slide->points[slide->point_count++]);
	}
	check_years(&member, slide);
}

/* Whether the slide's own values hold the figure. A percentage is rounded as the screen rounds it. */
static bool has_figure(const struct slide *slide, const struct figure *figure)
{
	double values[MOST_POINTS + 3] = { slide->value, (double)slide->from.count,
		(double)slide->to.count };
	bool percents = slide->kind == SLIDE_SHARE ||
		(slide->kind == SLIDE_TREND && !slide->counts);
	for (size_t i = 0; i < slide->point_count && i < MOST_POINTS; i++)
		values[3 + i] = slide->points[i].value;
	if (figure->percent != percents)
		return false;
	for (size_t i = 0; i < sizeof values / sizeof *values; i++)
		if (percents ? fabs(figure->value - values[i] * 100) <= 0.5
			     : figure->value == values[i])
			return true;
	return false;
}

/* A plotted slide says no other figure than the one that it draws. */
static void check_figures(
	const struct node *node, const char *key, struct words words, const struct slide *slide)
{
	struct node member;
	struct figure figure;
	for (const char *at = words.text; at && (at = numbers_next_figure(at, &figure));)
		if (!has_figure(slide, &figure) && json_optional(node, key, &member))
			json_problem(&member,
				/* TRANSLATORS: a mistake in campaign.json: a slide's text and its values disagree. */
				_("\"%s\" is not the figure that this slide draws"), figure.text);
}

static void read_day(const struct node *node, const char *key, struct date *date)
{
	struct node member;
	if (!json_optional(node, key, &member))
		return;
	const char *text = json_text(&member, NULL);
	if (text && !date_read_day(text, date))
		json_problem(&member,
			/* TRANSLATORS: a mistake in campaign.json. */
			_("\"%s\" is no day, written like 07-30 or 2026-07-30"), text);
}

static bool read_slide_hours(const char *text, struct slide *slide)
{
	const char *at = text;
	if (!date_read_time(&at, &slide->first_minute) || *at != '-')
		return false;
	at++;
	if (!date_read_time(&at, &slide->last_minute))
		return false;
	return *at == '\0' && slide->first_minute < 1440 &&
		slide->first_minute != slide->last_minute;
}

static void read_times(const struct node *node, struct slide *slide)
{
	struct node member;
	long long seconds = 0;
	if (json_optional(node, "seconds", &member) && json_whole(&member, 5, 120, &seconds))
		slide->seconds = (int)seconds;
	read_day(node, "from", &slide->first_day);
	read_day(node, "until", &slide->last_day);
	if (slide->first_day.year && slide->last_day.year &&
		json_optional(node, "until", &member) &&
		date_days_between(slide->first_day, slide->last_day) < 0)
		/* TRANSLATORS: a mistake in campaign.json: a slide ends before it begins. */
		json_problem(&member, "%s", _("this is before the day of \"from\""));
	if (!json_optional(node, "hours", &member))
		return;
	const char *text = json_text(&member, NULL);
	if (text && !read_slide_hours(text, slide))
		json_problem(&member,
			/* TRANSLATORS: a mistake in campaign.json. */
			_("\"%s\" are no hours, written like 06:00-22:00"), text);
}

static bool read_kind(const struct node *node, struct slide *slide)
{
	static const char *const kinds[] = { "message", "share", "figure", "flow", "definition",
		"act", "trend", "iceberg", NULL };
	struct node member;
	int kind = 0;
	if (!json_required(node, "kind", &member) || !json_word(&member, kinds, &kind))
		return false;
	slide->kind = (enum slide_kind)kind;
	return true;
}

/* The keys of every kind of slide; those that all have are given once, by the macro. */
#define COMMON "id", "kind", "seconds", "from", "until", "hours", "source"
static const char *const slide_keys[][16] = {
	[SLIDE_MESSAGE] = { COMMON, "title", "text" },
	[SLIDE_SHARE] = { COMMON, "value", "about", "text" },
	[SLIDE_FIGURE] = { COMMON, "value", "more_than", "text" },
	[SLIDE_FLOW] = { COMMON, "from_count", "from_label", "to_count", "to_label", "text" },
	[SLIDE_DEFINITION] = { COMMON, "title", "parts" },
	[SLIDE_ACT] = { COMMON, "title", "text" },
	[SLIDE_TREND] = { COMMON, "unit", "points", "text" },
	[SLIDE_ICEBERG] = { COMMON, "value", "more_than", "text", "hidden" },
};
#undef COMMON

static bool has_key(const struct slide *slide, const char *key)
{
	for (const char *const *at = slide_keys[slide->kind]; *at; at++)
		if (strcmp(*at, key) == 0)
			return true;
	return false;
}

static void read_slide_words(
	struct campaign *campaign, const struct node *node, struct slide *slide)
{
	struct node member;
	if (has_key(slide, "title") && json_required(node, "title", &member))
		slide->title = part_words(&campaign->arena, node, "title", "slide", TITLE_LENGTH);
	if (has_key(slide, "text") && json_required(node, "text", &member))
		slide->text = part_words(&campaign->arena, node, "text", "slide", TEXT_LENGTH);
	if (has_key(slide, "hidden") && json_required(node, "hidden", &member))
		slide->hidden = part_words(&campaign->arena, node, "hidden", "slide", TEXT_LENGTH);
}

static void read_slide(struct campaign *campaign, const struct node *node, struct slide *slide)
{
	static const char *const from[] = { "from_count", "from_label" },
				 *const to[] = { "to_count", "to_label" };
	struct node member;
	if (!json_is_object(node))
		return;
	slide->id = part_id(&campaign->arena, node);
	if (!read_kind(node, slide))
		return;
	json_keys(node, slide_keys[slide->kind]);
	read_slide_words(campaign, node, slide);
	read_number(node, slide);
	if (slide->kind == SLIDE_FLOW) {
		read_quantity(campaign, node, from, &slide->from);
		read_quantity(campaign, node, to, &slide->to);
	}
	if (slide->kind == SLIDE_DEFINITION)
		read_parts(campaign, node, slide);
	if (slide->kind == SLIDE_TREND)
		read_points(campaign, node, slide);
	if (slide->kind != SLIDE_MESSAGE && slide->kind != SLIDE_ACT &&
		slide->kind != SLIDE_DEFINITION) {
		check_figures(node, "text", slide->text, slide);
		check_figures(node, "hidden", slide->hidden, slide);
	}
	read_times(node, slide);
	bool opinion = slide->kind == SLIDE_MESSAGE || slide->kind == SLIDE_ACT;
	if (opinion ? json_optional(node, "source", &member)
		    : json_required(node, "source", &member))
		slide->source = part_source(&member, campaign->sources, campaign->source_count);
}

static void check_first_slide(const struct node *node, const struct slide *slide)
{
	struct node member;
	bool dated = json_is_object(node) &&
		(json_optional(node, "from", &member) || json_optional(node, "until", &member) ||
			json_optional(node, "hours", &member));
	if (dated || slide->kind != SLIDE_MESSAGE)
		json_problem(node, "%s",
			/* TRANSLATORS: a mistake in campaign.json: the slide after a visit gives nobody away. */
			_("the first slide is a message without \"from\", \"until\" and \"hours\": "
			  "it follows every visit"));
}

/* What part_twice needs to report an id. */
struct twice {
	const struct node *list;
	const char *(*id_of)(const void *owner, size_t index);
	const void *owner;
};

static void report_twice(size_t first, size_t second, void *data)
{
	const struct twice *twice = data;
	struct node item = json_item(twice->list, second), other = json_item(twice->list, first);
	struct node id;
	if (json_optional(&item, "id", &id))
		/* TRANSLATORS: a mistake in a JSON file: two slides or pages have the same id. */
		json_problem(&id, _("the id \"%s\" is used already in line %d"),
			twice->id_of(twice->owner, second), json_line(&other));
}

static void check_twice(struct campaign *campaign, struct twice *twice, size_t count)
{
	struct part_id *ids = arena_array(&campaign->arena, count, sizeof *ids);
	size_t known = 0;
	for (size_t i = 0; ids && i < count; i++)
		if (twice->id_of(twice->owner, i))
			ids[known++] = (struct part_id){ twice->id_of(twice->owner, i), i };
	if (ids)
		part_twice(ids, known, report_twice, twice);
}

static const char *slide_id(const void *owner, size_t index)
{
	return ((const struct slide *)owner)[index].id;
}

static const char *page_id(const void *owner, size_t index)
{
	return ((const struct page *)owner)[index].id;
}

static void read_slides(struct campaign *campaign, const struct node *root)
{
	struct node list;
	if (!json_required(root, "slides", &list))
		return;
	size_t count = part_count(&list, MOST_SLIDES);
	campaign->slides = arena_array(&campaign->arena, count, sizeof *campaign->slides);
	if (!campaign->slides)
		return;
	for (size_t i = 0; i < count; i++) {
		struct node item = json_item(&list, i);
		struct slide *slide = &campaign->slides[campaign->slide_count++];
		read_slide(campaign, &item, slide);
		if (i == 0)
			check_first_slide(&item, slide);
	}
	struct twice twice = { &list, slide_id, campaign->slides };
	check_twice(campaign, &twice, campaign->slide_count);
}

static void read_item(struct campaign *campaign, const struct node *node, struct item *item)
{
	static const char *const keys[] = { "text", "sources", NULL };
	struct node member;
	if (!json_keys(node, keys))
		return;
	if (json_required(node, "text", &member))
		item->text = part_words(&campaign->arena, node, "text", "page", TEXT_LENGTH);
	item->sources = part_source_list(&campaign->arena, node, campaign->sources,
		campaign->source_count, &item->source_count);
}

static void read_section(
	struct campaign *campaign, const struct node *node, struct section *section)
{
	static const char *const keys[] = { "heading", "items", NULL };
	struct node list;
	if (!json_keys(node, keys))
		return;
	section->heading = part_words(&campaign->arena, node, "heading", "page", TITLE_LENGTH);
	if (!json_required(node, "items", &list))
		return;
	size_t count = json_list(&list, 1);
	section->items = arena_array(&campaign->arena, count, sizeof *section->items);
	for (size_t i = 0; section->items && i < count; i++) {
		struct node item = json_item(&list, i);
		read_item(campaign, &item, &section->items[section->item_count++]);
	}
}

static void read_page(struct campaign *campaign, const struct node *node, struct page *page)
{
	static const char *const keys[] = { "id", "title", "address", "sections", "links", NULL };
	struct node list;
	if (!json_keys(node, keys))
		return;
	page->id = part_id(&campaign->arena, node);
	if (json_required(node, "title", &list))
		page->title = part_words(&campaign->arena, node, "title", "page", TITLE_LENGTH);
	page->address = part_address(&campaign->arena, node, "address");
	if (!json_required(node, "sections", &list))
		return;
	size_t count = json_list(&list, 1);
	page->sections = arena_array(&campaign->arena, count, sizeof *page->sections);
	for (size_t i = 0; page->sections && i < count; i++) {
		struct node item = json_item(&list, i);
		read_section(campaign, &item, &page->sections[page->section_count++]);
	}
}

static const struct page *find_page(const struct campaign *campaign, const char *id)
{
	for (size_t i = 0; i < campaign->page_count; i++)
		if (campaign->pages[i].id && strcmp(campaign->pages[i].id, id) == 0)
			return &campaign->pages[i];
	return NULL;
}

static void report_unknown_page(
	const struct campaign *campaign, const struct node *node, const char *id)
{
	const char *ids[MOST_PAGES + 1] = { NULL };
	size_t known = 0;
	for (size_t i = 0; i < campaign->page_count; i++)
		if (campaign->pages[i].id)
			ids[known++] = campaign->pages[i].id;
	const char *nearest = json_nearest(id, ids);
	if (nearest)
		json_problem(node,
			/* TRANSLATORS: a mistake in campaign.json: the id of a page that does not exist. */
			_("no page is called \"%s\"; did you mean \"%s\"?"), id, nearest);
	else
		/* TRANSLATORS: a mistake in campaign.json: the id of a page that does not exist. */
		json_problem(node, _("no page is called \"%s\""), id);
}

static void read_link(struct campaign *campaign, const struct node *node, struct page *page)
{
	const char *id = json_text(node, NULL);
	const struct page *link = id ? find_page(campaign, id) : NULL;
	if (!id)
		return;
	if (!link)
		report_unknown_page(campaign, node, id);
	else if (link == page)
		/* TRANSLATORS: a mistake in campaign.json. */
		json_problem(node, "%s", _("a page does not link to itself"));
	for (size_t i = 0; link && i < page->link_count; i++)
		if (page->links[i] == link)
			json_problem(node, _("\"%s\" is in this list already"), id);
	if (link)
		page->links[page->link_count++] = link;
}

static void read_links(struct campaign *campaign, const struct node *node, struct page *page)
{
	struct node list;
	if (!json_is_object(node) || !json_optional(node, "links", &list))
		return;
	size_t count = part_count(&list, MOST_LINKS);
	page->links = arena_array(&campaign->arena, count, sizeof *page->links);
	for (size_t i = 0; page->links && i < count; i++) {
		struct node item = json_item(&list, i);
		read_link(campaign, &item, page);
	}
}

/* The screens have buttons to these. */
static void check_needed(const struct campaign *campaign, const struct node *list)
{
	static const char *const needed[] = { "report", "signs", "you", "online", "facts",
		"heart" };
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (!find_page(campaign, needed[i]))
			/* TRANSLATORS: a mistake in campaign.json: the id of a page that must exist. */
			json_problem(list, _("the page \"%s\" is missing"), needed[i]);
}

static void read_pages(struct campaign *campaign, const struct node *root)
{
	struct node list;
	if (!json_required(root, "pages", &list))
		return;
	size_t count = part_count(&list, MOST_PAGES);
	campaign->pages = arena_array(&campaign->arena, count, sizeof *campaign->pages);
	if (!campaign->pages)
		return;
	for (size_t i = 0; i < count; i++) {
		struct node item = json_item(&list, i);
		read_page(campaign, &item, &campaign->pages[campaign->page_count++]);
	}
	for (size_t i = 0; i < campaign->page_count; i++) {
		struct node item = json_item(&list, i);
		if (campaign->pages[i].id || campaign->pages[i].title.text)
			read_links(campaign, &item, &campaign->pages[i]);
	}
	struct twice twice = { &list, page_id, campaign->pages };
	check_twice(campaign, &twice, campaign->page_count);
	if (count)
		check_needed(campaign, &list);
}

static void read_campaign(struct campaign *campaign, const struct node *root)
{
	static const char *const keys[] = { "$schema", "edition", "domain", "sources", "slides",
		"pages", NULL };
	if (!json_keys(root, keys))
		return;
	part_edition(&campaign->arena, root, &campaign->edition, &campaign->domain);
	campaign->sources = part_sources(&campaign->arena, root, true, &campaign->source_count);
	read_slides(campaign, root);
	read_pages(campaign, root);
}

struct campaign *load_campaign(const struct document *document, struct problems *problems)
{
	struct reader reader;
	size_t before = problems->counts[SEVERITY_ERROR];
	struct campaign *campaign = calloc(1, sizeof *campaign);
	if (campaign && json_open(&reader, document, problems)) {
		struct node root = json_root(&reader);
		read_campaign(campaign, &root);
		json_close(&reader);
	}
	if (!campaign || campaign->arena.failed)
		problems_add(problems, SEVERITY_ERROR, (struct place){ .file = document->name },
			"%s", _("not enough memory"));
	if (problems->counts[SEVERITY_ERROR] == before)
		return campaign;
	campaign_free(campaign);
	return NULL;
}
