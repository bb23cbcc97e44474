/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The screens about channels: help, report, and one channel as large as it can be.
 */
#include "view/parts.h"

#include "languages.h"
#include "qr.h"

#include <stdlib.h>
#include <string.h>

enum { CARD_COLUMN = 34 };

const struct channel **country_channels(const struct scene *scene, const char *code, size_t *count)
{
	const struct world *world = scene->world;
	size_t capacity = channels_in(world->channels, world->settings, code, NULL, 0);
	const struct channel **list = memory_resize(NULL, capacity + 1, sizeof *list);
	*count = channels_in(world->channels, world->settings, code, list, capacity);
	return list;
}

const char *country_code(const struct scene *scene, const char *id)
{
	return *id ? id : scene->world->settings->country;
}

static void add_line(struct flow *flow, enum style style, const char *format, const char *number)
{
	char isolated[TEXT_ISOLATED];
	struct string line = { 0 };
	if (!number)
		return;
		/* The formats are this file's own, each checked by msgfmt where it is translated. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	string_add(&line, format, text_isolated(isolated, number));
#pragma GCC diagnostic pop
	flow_text(flow, style, line.text);
	free(line.text);
}

/* An address as one types it: browsers put the scheme before it. NULL stays NULL. */
static const char *without_scheme(const char *address)
{
	const char *end = address ? strstr(address, "://") : NULL;
	return end ? end + strlen("://") : address;
}

/* Numbers besides the one that is shown large. */
static void add_messages(struct flow *flow, const struct channel *channel, enum style style)
{
	const char *shown = channel_number(channel);
	if (channel->sms && channel->sms != shown)
		/* TRANSLATORS: on a card; %s is a number for text messages. */
		add_line(flow, style, _("SMS: %s"), channel->sms);
	if (channel->whatsapp && channel->whatsapp != shown)
		/* TRANSLATORS: on a card; %s is a telephone number. */
		add_line(flow, style, _("WhatsApp: %s"), channel->whatsapp);
}

/* A card has room for one address: the form for reports, or else the web page. */
static void add_web(struct flow *flow, const struct channel *channel, enum style style)
{
	/* TRANSLATORS: on a card; %s is the address of a page with a form for reports. */
	add_line(flow, style, _("Report online: %s"), without_scheme(channel->report));
	if (!channel->report)
		/* TRANSLATORS: on a card; %s is the address of a web page. */
		add_line(flow, style, _("Web: %s"), without_scheme(channel->url));
}

static void add_addresses(struct flow *flow, const struct channel *channel, enum style style)
{
	add_messages(flow, channel, style);
	/* TRANSLATORS: on a card; %s is a number to dial from abroad, such as +33180523376. */
	add_line(flow, style, _("From abroad: %s"), channel->international);
	/* TRANSLATORS: on a card; %s is an e-mail address. */
	add_line(flow, style, _("E-mail: %s"), channel->email);
	/* TRANSLATORS: on a card; %s is the address of a page where one can chat. */
	add_line(flow, style, _("Chat: %s"), without_scheme(channel->chat));
	add_web(flow, channel, style);
	if (channel->report && channel->url)
		add_line(flow, style, _("Web: %s"), without_scheme(channel->url));
}

static void add_languages(struct flow *flow, const struct channel *channel, enum style style)
{
	struct string list = { 0 };
	for (size_t i = 0; i < channel->language_count; i++) {
		const char *name = languages_name(channel->languages[i]);
		if (name && list.length)
			/* TRANSLATORS: stands between the items of a list: "French, English". */
			string_add(&list, "%s", C_("between items", ", "));
		if (name)
			string_add(&list, "%s", name);
	}
	struct string line = { 0 };
	if (list.text)
		/* TRANSLATORS: on a card; %s is a list of languages that a hotline speaks. */
		string_add(&line, _("Speaks: %s"), list.text);
	if (line.text)
		flow_text(flow, style, line.text);
	free(list.text);
	free(line.text);
}

static void add_people(struct flow *flow, const struct scene *scene, const struct channel *channel,
	enum style style)
{
	struct string people = { 0 };
	string_join(&people, channel_words(scene, channel->area));
	string_join(&people, channel_words(scene, channel->audience));
	if (people.text)
		flow_text(flow, style, people.text);
	free(people.text);
}

/* A date as precisely as it is known: 2024, 2024-05 or 2024-05-31. Not in the marks of a number to dial. */
static void write_date(char day[64], const struct date *date)
{
	char text[48];
	if (date->day)
		snprintf(text, sizeof text, "%04d-%02d-%02d", date->year, date->month, date->day);
	else if (date->month)
		snprintf(text, sizeof text, "%04d-%02d", date->year, date->month);
	else
		snprintf(text, sizeof text, "%04d", date->year);
	snprintf(day, 64, TEXT_FOREIGN, text);
}

static void add_confirmed(struct flow *flow, const struct scene *scene,
	const struct channel *channel, enum style style)
{
	const struct date *date = settings_confirmed(scene->world->settings, channel->id);
	if (!date)
		return;
	char day[64];
	write_date(day, date);
	struct string line = { 0 };
	/* TRANSLATORS: on a card; %s is the day (2026-11-20) on which the people who run this kiosk rang the
	   number to check it. */
	string_add(&line, _("Confirmed by a call on %s"), day);
	flow_text(flow, style, line.text);
	free(line.text);
}

static void add_foreign(struct flow *flow, enum style style, const char *name)
{
	struct string foreign = { 0 };
	string_add(&foreign, TEXT_FOREIGN, name);
	flow_text(flow, style, foreign.text);
	free(foreign.text);
}

/* What tells the channel from others, for a card of three rows. */
static void add_name(struct flow *flow, const struct scene *scene, const struct channel *channel)
{
	struct string name = { 0 };
	string_add(&name, TEXT_FOREIGN, channel->name);
	string_join(&name, channel_words(scene, channel->area));
	flow_text(flow, STYLE_CARD, name.text);
	free(name.text);
}

static void add_details(struct flow *flow, const struct scene *scene, const struct channel *channel)
{
	add_foreign(flow, STYLE_CARD, channel->name);
	add_people(flow, scene, channel, STYLE_CARD_MUTED);
	add_languages(flow, channel, STYLE_CARD_MUTED);
	add_messages(flow, channel, STYLE_CARD_MUTED);
	add_web(flow, channel, STYLE_CARD_MUTED);
	add_confirmed(flow, scene, channel, STYLE_CARD_MUTED);
}

/* Where there is little height, or large type, a card says what must be known to choose it; a touch shows the rest. */
static void add_card(struct flow *flow, const struct scene *scene, const struct channel *channel)
{
	bool roomy = scene->canvas->height >= VIEW_ROOMY_HEIGHT && !flow->letters;
	const char *number = channel_number(channel);
	struct string remarks = channel_remarks(channel);
	flow_card_begin(
		flow, action_make(ACTION_CHANNEL, channel->id), kind_words(channel->kind), number);
	if (number && roomy && channel->kind <= CHANNEL_CHILD && strlen(number) <= 8)
		flow_number(flow, number, DIGITS_SMALL);
	if (roomy)
		add_details(flow, scene, channel);
	else
		add_name(flow, scene, channel);
	flow_card_end(flow, flow->letters ? NULL : remarks.text);
	free(remarks.text);
}

/* Says plainly what the kiosk does not know about the country. */
static void add_gaps(struct flow *flow, const struct channel **list, size_t count)
{
	bool emergency = false, hotline = false;
	for (size_t i = 0; i < count; i++) {
		emergency = emergency || list[i]->kind == CHANNEL_EMERGENCY;
		hotline = hotline ||
			(list[i]->kind != CHANNEL_EMERGENCY && list[i]->kind != CHANNEL_REPORT);
	}
	if (!emergency)
		flow_text(flow, STYLE_TEXT,
			/* TRANSLATORS: on the help screen of a country without a known emergency number. */
			_("This kiosk knows no emergency number for this country. In danger, ask "
			  "the staff here."));
	if (!hotline)
		flow_text(flow, STYLE_TEXT,
			/* TRANSLATORS: on the help screen of a country without a known hotline. */
			_("This kiosk knows no hotline for this country. The list for the world "
			  "may help."));
	if (!emergency || !hotline)
		flow_gap(flow);
}

static void add_list(
	struct flow *flow, const struct scene *scene, const char *code, bool reports_first)
{
	size_t count = 0;
	const struct channel **list = country_channels(scene, code, &count);
	add_gaps(flow, list, count);
	for (int pass = reports_first ? 0 : 1; pass < 2; pass++)
		for (size_t i = 0; i < count; i++)
			if (!reports_first || (list[i]->kind == CHANNEL_REPORT) == (pass == 0))
				add_card(flow, scene, list[i]);
	free(list);
}

static void add_ways_on(struct flow *flow, const struct scene *scene, const char *code)
{
	const struct page *you = campaign_page(scene->world->campaign, "you");
	/* TRANSLATORS: a button: help in another country. */
	flow_button(flow, action_make(ACTION_COUNTRIES, NULL), _("Another country"));
	if (strcmp(code, "INT") != 0 && channels_country(scene->world->channels, "INT"))
		/* TRANSLATORS: a button: organisations for every country. */
		flow_button(flow, action_make(ACTION_HELP, "INT"), _("For every country"));
	if (you)
		flow_button(
			flow, action_make(ACTION_PAGE, you->id), content_words(scene, you->title));
}

void help_draw(const struct scene *scene)
{
	struct string title = { 0 };
	const char *code = country_code(scene, scene->session->here.id);
	const struct country *country = channels_country(scene->world->channels, code);
	struct country_words words = { 0 };
	if (country)
		words = country_words(scene, country);
	/* TRANSLATORS: title of the help screen; %s is a country: "Help · France". */
	string_add(&title, _("Help · %s"), words.name ? words.name : code);
	if (!frame_title_fits(scene, title.text)) {
		free(title.text);
		title = (struct string){ 0 };
		string_add(&title, "%s", words.name ? words.name : code);
	}
	struct flow flow = flow_begin(scene, title.text);
	flow_title(&flow, scene, title.text);
	add_list(&flow, scene, code, false);
	add_ways_on(&flow, scene, code);
	struct area area = frame_area(scene);
	flow_show(&flow, scene, &area, CARD_COLUMN);
	frame_draw(scene, title.text);
	country_words_finish(&words);
	free(title.text);
	flow_finish(&flow);
}

static void add_steps(struct flow *flow, const struct scene *scene, const struct page *page)
{
	int number = 0;
	for (size_t i = 0; i < page->section_count; i++)
		for (size_t j = 0; j < page->sections[i].item_count; j++) {
			char marker[16];
			snprintf(marker, sizeof marker, "%d", ++number);
			flow_item(flow, marker,
				content_words(scene, page->sections[i].items[j].text));
		}
	flow_gap(flow);
}

void report_draw(const struct scene *scene)
{
	const struct page *page = campaign_page(scene->world->campaign, "report");
	struct flow flow = flow_begin(scene, content_words(scene, page->title));
	flow_title(&flow, scene, content_words(scene, page->title));
	add_steps(&flow, scene, page);
	add_list(&flow, scene, scene->world->settings->country, true);
	for (size_t i = 0; i < page->link_count; i++)
		flow_button(&flow, action_make(ACTION_PAGE, page->links[i]->id),
			content_words(scene, page->links[i]->title));
	flow_button(&flow, action_make(ACTION_COUNTRIES, NULL), _("Another country"));
	struct area area = frame_area(scene);
	flow_show(&flow, scene, &area, CARD_COLUMN);
	frame_draw(scene, content_words(scene, page->title));
	flow_finish(&flow);
}

/* What the QR code of a channel says: a number to ring, from here or from abroad, or an address. */
static void qr_text(const struct scene *scene, const struct channel *channel, struct string *text)
{
	bool here = strcmp(channel->country->code, scene->world->settings->country) == 0 ||
		channel->country_count > 0;
	const char *number = !here && channel->international ? channel->international
							     : channel->phone;
	const char *address = channel_address(channel);
	if (number || channel->sms) {
		string_add(text, number ? "tel:" : "sms:");
		for (const char *c = number ? number : channel->sms; *c; c++)
			if (strchr("+0123456789", *c))
				string_add(text, "%c", *c);
	} else if (address) {
		string_add(text, "%s", address);
	}
}

static void add_sources(struct flow *flow, const struct channel *channel)
{
	flow_gap(flow);
	/* TRANSLATORS: heading of the list of documents in which a number was found. */
	flow_heading(flow, _("Sources"));
	for (size_t i = 0; i < channel->source_count; i++) {
		const struct source *source = channel->sources[i];
		char day[64];
		write_date(day, source->date.year ? &source->date : &source->seen);
		struct string line = { 0 };
		string_add(&line, TEXT_FOREIGN " · %s", source->title, day);
		flow_text(flow, STYLE_MUTED, line.text);
		free(line.text);
	}
}

enum { NO_DIGITS = -1 };

/* Everything about a channel but its sources; `largest` is of its number's digits. */
static void add_channel(
	struct flow *flow, const struct scene *scene, const struct channel *channel, int largest)
{
	const char *number = channel_number(channel);
	struct string remarks = channel_remarks(channel);
	if (largest != NO_DIGITS) {
		flow_number(flow, number, (enum digits)largest);
		flow_gap(flow);
	}
	flow_title(flow, scene, kind_words(channel->kind));
	if (!flow->letters || largest == NO_DIGITS || strchr(number, ' '))
		add_line(flow, STYLE_STRONG, "%s", number); /* digits may stand in several lines */
	add_foreign(flow, STYLE_STRONG, channel->name);
	struct country_words country = country_words(scene, channel->country);
	flow_text(flow, STYLE_TEXT, country.name);
	country_words_finish(&country);
	add_people(flow, scene, channel, STYLE_TEXT);
	if (remarks.text)
		flow_text(flow, STYLE_TEXT, remarks.text);
	free(remarks.text);
	add_languages(flow, channel, STYLE_TEXT);
	add_addresses(flow, channel, STYLE_TEXT);
	add_confirmed(flow, scene, channel, STYLE_TEXT);
}

/* In how many lines the digits of the channel's number can stand there; 0: not at all. */
static int digit_lines(const struct flow *flow, const struct channel *channel, struct area area)
{
	struct digit_lines lines;
	const char *number = channel_number(channel);
	int widest = flow_widest(flow), width = area.width < widest ? area.width : widest;
	struct size room = { width, area.height - 1 };
	return number && art_digits_fit(number, room, DIGITS_GIANT, &lines) ? lines.count : 0;
}

/* Takes the largest digits with which all but the sources stands on one page, or else the largest there
   are. */
static void lay_channel(struct flow *flow, const struct scene *scene, const struct channel *channel,
	struct area area)
{
	struct size room = { area.width, area.height };
	int largest = digit_lines(flow, channel, area) ? DIGITS_GIANT : NO_DIGITS, chosen = largest;
	for (bool fits = false; !fits && largest > NO_DIGITS; largest--) {
		struct flow trial = *flow; /* empty, as it was begun */
		add_channel(&trial, scene, channel, largest);
		fits = flow_lay(&trial, room, room.width) == 1;
		chosen = fits ? largest : chosen;
		flow_finish(&trial);
	}
	add_channel(flow, scene, channel, chosen);
	add_sources(flow, channel);
	flow_lay(flow, room, room.width);
}

/* The number or address as it is, small: nothing else tells what it is. */
static void draw_hidden(const struct scene *scene, const struct channel *channel)
{
	struct canvas *canvas = scene->canvas;
	struct area area = frame_area(scene);
	char isolated[TEXT_ISOLATED];
	const char *number = channel_number(channel);
	const char *shown = number ? number : channel_address(channel);
	area.y += area.height / 3;
	area.height -= area.height / 3;
	if (shown)
		canvas_text(canvas, area, STYLE_TEXT, ALIGN_START, text_isolated(isolated, shown));
	frame_draw(scene, _("BLUE HEART"));
}

void channel_draw(const struct scene *scene)
{
	struct canvas *canvas = scene->canvas;
	const struct channel *channel = channels_find(
		scene->world->channels, scene->session->here.id);
	struct string code = { 0 }, title = { 0 };
	if (scene->session->hidden) {
		draw_hidden(scene, channel);
		return;
	}
	struct country_words country = country_words(scene, channel->country);
	string_add(&title, "%s", kind_words(channel->kind));
	if (canvas->width >= 60)
		string_join(&title, country.name);
	country_words_finish(&country);
	struct flow flow = flow_begin(scene, title.text);
	struct area whole = frame_area(scene), area = whole;
	qr_text(scene, channel, &code);
	struct size size = code_fit(&flow, code.text, whole);
	area = beside_code(&flow, size, whole);
	/* The number in big digits matters more than its QR code. */
	if (digit_lines(&flow, channel, whole) && !digit_lines(&flow, channel, area)) {
		size = (struct size){ 0 };
		area = whole;
	}
	lay_channel(&flow, scene, channel, area);
	canvas->page_count = flow.pages;
	if (flow.pages == 1)
		area_lower(&area, flow.used_height > size.height ? flow.used_height : size.height);
	code_draw(canvas, code.text, size, area);
	int page = scene->session->here.page;
	canvas->page = page < canvas->page_count ? page : canvas->page_count - 1;
	flow_draw(&flow, canvas, area, canvas->page);
	frame_draw(scene, title.text);
	free(title.text);
	free(code.text);
	flow_finish(&flow);
}
