/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The screen that nobody is touching: one slide, the ways in, the languages, the help line. The bars take
 * what they need; the slide is drawn as richly as the rest allows.
 */
#include "view/parts.h"

#include "languages.h"

#include <stdlib.h>
#include <string.h>

enum { PICTURE_GAP = 3, LEAST_TEXT = 30, ROOMY_HEIGHT = 9 };

static void add_page_button(
	struct bar *bar, const struct scene *scene, const char *id, const char *short_label)
{
	const struct page *page = campaign_page(scene->world->campaign, id);
	if (page)
		bar_add(bar,
			(struct button){ action_make(ACTION_PAGE, id),
				.label = content_words(scene, page->title),
				.short_label = short_label });
}

/* The four main buttons; wide screens have room for more. */
static struct bar main_bar(const struct scene *scene)
{
	struct bar bar = { 0 };
	bar_add(&bar,
		(struct button){ action_make(ACTION_HELP, NULL),
			/* TRANSLATORS: a big button: whom to call. */
			.label = _("Find help"),
			/* TRANSLATORS: "Find help" for narrow screens. At most 8 columns. */
			.short_label = C_("short", "Help") });
	bar_add(&bar,
		(struct button){ action_make(ACTION_REPORT, NULL),
			/* TRANSLATORS: a big button: how and where to report a suspicion. */
			.label = _("Report a suspicion"),
			/* TRANSLATORS: "Report a suspicion" for narrow screens. At most 8 columns. */
			.short_label = C_("short", "Report") });
	/* TRANSLATORS: "Recognise the signs" for narrow screens. At most 8 columns. */
	add_page_button(&bar, scene, "signs", C_("short", "Signs"));
	if (scene->canvas->width >= 110) {
		add_page_button(&bar, scene, "online", NULL);
		add_page_button(&bar, scene, "facts", NULL);
	}
	/* TRANSLATORS: "The Blue Heart" for narrow screens: words of at most 8 columns. */
	add_page_button(&bar, scene, "heart", C_("short", "Blue Heart"));
	if (scene->canvas->width >= 110)
		add_page_button(&bar, scene, "take-part", NULL);
	bar_lay(&bar, scene->canvas->width, bar_rows_allowed(scene->canvas),
		bar_least_height(scene->canvas));
	return bar;
}

static struct button language_button(const struct scene *scene, const char *tag)
{
	const struct language *language = languages_find(tag);
	return (struct button){ action_make(ACTION_LANGUAGE, tag),
		.label = language ? language->autonym : tag,
		.current = strcmp(tag, scene->session->language) == 0 };
}

/* The i-th of the languages that are shown: in their order, but the current one is always among them. */
static const char *shown_language(const struct scene *scene, int i, int shown)
{
	const struct settings *settings = scene->world->settings;
	for (size_t j = (size_t)shown; i == shown - 1 && j < settings->language_count; j++)
		if (strcmp(settings->languages[j], scene->session->language) == 0)
			return settings->languages[j];
	return settings->languages[i];
}

static bool is_shown(const struct scene *scene, const char *tag, int shown)
{
	for (int i = 0; i < shown; i++)
		if (strcmp(shown_language(scene, i, shown), tag) == 0)
			return true;
	return false;
}

/* The signs of the languages that have no button, so that who reads one of them knows where to touch. */
static void add_signs(struct string *signs, const struct scene *scene, int shown)
{
	enum { WIDEST = 12 };
	const struct settings *settings = scene->world->settings;
	for (size_t i = 0; i < settings->language_count; i++) {
		const struct language *language = languages_find(settings->languages[i]);
		if (!language || is_shown(scene, language->tag, shown))
			continue;
		if (signs->text &&
			text_width(signs->text) + text_width(language->sign) > WIDEST - 3) {
			string_add(signs, " …");
			return;
		}
		string_add(signs, "%s%s", signs->text ? " " : "", language->sign);
	}
}

/* As many languages as fit, the rest behind a last button. */
static struct bar language_bar(const struct scene *scene, struct string *more)
{
	int all = (int)scene->world->settings->language_count;
	int rows = bar_rows_allowed(scene->canvas), least = bar_least_height(scene->canvas);
	int room = scene->canvas->width / BUTTON_WIDTH * rows;
	for (int shown = all < BAR_BUTTONS ? all : BAR_BUTTONS - 1; shown > 0; shown--) {
		struct bar bar = { 0 };
		for (int i = 0; i < shown; i++)
			bar_add(&bar, language_button(scene, shown_language(scene, i, shown)));
		free(more->text);
		*more = (struct string){ 0 };
		if (shown < all) {
			add_signs(more, scene, shown);
			bar_add(&bar,
				(struct button){
					action_make(ACTION_LANGUAGES, NULL), .label = more->text });
		}
		bool fits = bar_lay(&bar, scene->canvas->width, rows, least);
		if (shown == 1 || (bar.count <= room && fits && !bar.compact))
			return bar;
	}
	return (struct bar){ 0 };
}

/* "162 → 128", or the other way round where one reads from right to left. */
static void flow_counts(const struct slide *slide, bool right_to_left, struct string *number)
{
	count_words(number, right_to_left ? slide->to.count : slide->from.count);
	string_add(number, right_to_left ? " ← " : " → ");
	count_words(number, right_to_left ? slide->from.count : slide->to.count);
}

/* The number that a slide is about, as the current language writes it. */
static void slide_number(const struct slide *slide, bool right_to_left, struct string *number)
{
	switch (slide->kind) {
	case SLIDE_SHARE:
		if (slide->about)
			string_add(number, "≈ ");
		/* TRANSLATORS: a percentage; in French with a no-break space before the sign. */
		string_add(number, C_("percentage", "%d%%"), (int)(slide->value * 100 + 0.5));
		break;
	case SLIDE_FIGURE:
		count_words(number, (long long)slide->value);
		if (slide->more_than)
			string_add(number, "+");
		break;
	case SLIDE_FLOW:
		flow_counts(slide, right_to_left, number);
		break;
	case SLIDE_MESSAGE:
	case SLIDE_DEFINITION:
	case SLIDE_ACT:
		break;
	}
}

void count_words(struct string *string, long long count)
{
	if (count >= 1000) {
		count_words(string, count / 1000);
		/* TRANSLATORS: the sign between thousands, such as in 200,000; in French a no-break space. */
		string_add(string, "%s%03lld", C_("thousands", ","), count % 1000);
	} else {
		string_add(string, "%lld", count);
	}
}

static void add_flow_labels(struct flow *flow, const struct scene *scene, const struct slide *slide)
{
	char from[32], to[32];
	snprintf(from, sizeof from, "%lld", slide->from.count);
	snprintf(to, sizeof to, "%lld", slide->to.count);
	flow_item(flow, from, content_words(scene, slide->from.label));
	flow_item(flow, to, content_words(scene, slide->to.label));
}

/* How a slide's number is drawn: in big digits, or at the start of its text. The last way has no gaps. */
enum { NUMBER_IN_TEXT = -1, NUMBER_IN_TIGHT_TEXT = -2 };

static void add_number(
	struct flow *flow, const struct scene *scene, const struct slide *slide, int largest)
{
	struct string number = { 0 };
	slide_number(slide, flow->mode.right_to_left, &number);
	if (number.text && largest >= 0) {
		flow_figure(flow, number.text, (enum digits)largest);
		flow_gap(flow);
	}
	if (slide->kind == SLIDE_FLOW)
		add_flow_labels(flow, scene, slide);
	if (number.text && largest < 0 && slide->kind != SLIDE_FLOW) {
		string_add(&number, " %s", content_words(scene, slide->text));
		flow_text(flow, STYLE_STRONG, number.text);
	} else if (slide->text.text) {
		flow_text(flow, STYLE_TEXT, content_words(scene, slide->text));
	}
	free(number.text);
}

/* The words of a slide, with its number above them. */
static void add_slide(
	struct flow *flow, const struct scene *scene, const struct slide *slide, int largest)
{
	bool roomy = largest > NUMBER_IN_TIGHT_TEXT;
	if (slide->title.text) {
		flow_heading(flow, content_words(scene, slide->title));
		if (roomy && slide->part_count == 0)
			flow_gap(flow);
	}
	add_number(flow, scene, slide, largest);
	for (size_t i = 0; i < slide->part_count; i++) {
		flow_heading(flow, content_words(scene, slide->parts[i].heading));
		flow_text(flow, STYLE_TEXT, content_words(scene, slide->parts[i].text));
	}
	if (slide->source) {
		struct string source = { 0 };
		if (roomy)
			flow_gap(flow);
		string_add(&source, _("Source: %s"), content_words(scene, slide->source->name));
		flow_text(flow, STYLE_MUTED, source.text);
		free(source.text);
	}
}

/* Takes the largest digits with which all fits on one page, or else the number in the text. */
static void lay_slide(
	struct flow *flow, const struct scene *scene, const struct slide *slide, struct size room)
{
	for (int largest = DIGITS_GIANT; largest >= NUMBER_IN_TIGHT_TEXT; largest--) {
		flow_finish(flow);
		flow->mode = scene->canvas->mode;
		flow->column_height = room.height;
		add_slide(flow, scene, slide, largest);
		if (flow_lay(flow, room, TEXT_COLUMN * 2) == 1)
			return;
	}
}

static void draw_words(const struct scene *scene, const struct slide *slide, struct area area)
{
	struct canvas *canvas = scene->canvas;
	struct flow flow = { 0 };
	lay_slide(&flow, scene, slide, (struct size){ area.width, area.height });
	canvas->page_count = flow.pages;
	int page = scene->session->here.page;
	canvas->page = page < flow.pages ? page : flow.pages - 1;
	if (flow.pages == 1)
		area.y += (area.height - flow.used_height) / 2;
	flow_draw(&flow, canvas, area, canvas->page);
	flow_finish(&flow);
}

static double heart_swell(const struct scene *scene)
{
	if (!scene->world->settings->motion)
		return 1;
	return (scene->now_ms - scene->session->slide_ms) / HEART_BEAT_MS % 2 ? 0 : 1;
}

/* Draws the slide's picture in the area: the marks of a share, the heart of every other. */
static void draw_picture(const struct scene *scene, const struct slide *slide, struct area area)
{
	struct size marks = art_marks_size(10);
	if (slide->kind == SLIDE_SHARE && area.width >= marks.width &&
		area.height >= marks.height) {
		area.x += (area.width - marks.width) / 2;
		area.y += (area.height - marks.height) / 2;
		art_marks(scene->canvas, area, 10, slide->value);
		return;
	}
	scene->canvas->animated = scene->world->settings->motion;
	art_heart(scene->canvas, area, heart_swell(scene));
}

static void draw_slide(const struct scene *scene, const struct slide *slide, struct area area)
{
	canvas_tap(scene->canvas, area, action_make(ACTION_NEXT_SLIDE, NULL));
	struct area picture = { area.x, area.y, area.height * 2, area.height };
	if (picture.width > area.width * 2 / 5)
		picture.width = area.width * 2 / 5;
	if (area.height >= ROOMY_HEIGHT && area.width >= 64) {
		area.x += picture.width + PICTURE_GAP;
		area.width -= picture.width + PICTURE_GAP;
		if (area.width > TEXT_COLUMN) {
			int spare = area.width - TEXT_COLUMN;
			picture.x += spare / 2;
			area = (struct area){ area.x + spare / 2, area.y, TEXT_COLUMN,
				area.height };
		}
		draw_picture(scene, slide, picture);
	} else if (area.height >= 20) {
		picture = (struct area){ area.x, area.y + 1, area.width, area.height * 2 / 5 };
		draw_picture(scene, slide, picture);
		area.y += picture.height + 2;
		area.height -= picture.height + 2;
	}
	draw_words(scene, slide, area);
}

static int slide_place(const struct scene *scene, int *count)
{
	const struct campaign *campaign = scene->world->campaign;
	int place = 0;
	*count = 0;
	for (size_t i = 0; i < campaign->slide_count; i++) {
		if (strcmp(campaign->slides[i].id, scene->session->slide) == 0)
			place = *count;
		*count += campaign_slide_shows(&campaign->slides[i], &scene->world->now);
	}
	return place;
}

static void draw_dots(const struct scene *scene, int y)
{
	struct canvas *canvas = scene->canvas;
	int count = 0, place = slide_place(scene, &count);
	if (count * 2 - 1 > canvas->width - 4)
		return;
	int left = (canvas->width - (count * 2 - 1)) / 2;
	for (int i = 0; i < count; i++) {
		struct area dot = { left + 2 * i, y, 1, 1 };
		canvas_put(canvas, canvas_place(canvas, dot).x, y, i == place ? 0x25CF : 0xB7,
			i == place ? STYLE_HEART : STYLE_UNLIT);
	}
}

static bool shows_clock(const struct world *world)
{
	return world->settings->clock == CLOCK_ON ||
		(world->settings->clock == CLOCK_AUTO && world->now.known);
}

static void draw_head(const struct scene *scene)
{
	struct canvas *canvas = scene->canvas;
	struct area area = { 1, 0, canvas->width - 2, 1 };
	canvas_put(canvas, canvas_place(canvas, (struct area){ 1, 0, 1, 1 }).x, 0, 0x2665,
		STYLE_HEART);
	area.x += 2;
	area.width -= 2;
	/* TRANSLATORS: the name of the campaign, at the top of the first screen. */
	const char *name = _("BLUE HEART");
	/* TRANSLATORS: the call of the campaign, at the top of the first screen. */
	const char *call = _("Together against trafficking in persons");
	int room = area.width - text_width(name) - 2;
	canvas_text(canvas, area, STYLE_TITLE, ALIGN_START, name);
	canvas_say(canvas, name);
	if (shows_clock(scene->world)) {
		char time[16], isolated[TEXT_ISOLATED];
		snprintf(time, sizeof time, "%02d:%02d", scene->world->now.minute / 60,
			scene->world->now.minute % 60);
		canvas_text(canvas, area, STYLE_TITLE, ALIGN_END, text_isolated(isolated, time));
		room -= 7;
	}
	area.x += text_width(name) + 2;
	area.width = room;
	if (text_width(call) <= room)
		canvas_text(canvas, area, STYLE_MUTED, ALIGN_CENTRE, call);
}

void attract_draw(const struct scene *scene)
{
	struct canvas *canvas = scene->canvas;
	const struct slide *slide = campaign_slide(scene->world->campaign, scene->session->slide);
	struct string more = { 0 };
	struct bar main = main_bar(scene), tongues = language_bar(scene, &more);
	int help = help_line_rows(scene), bottom = canvas->height - help;
	draw_head(scene);
	bottom -= bar_rows(&tongues);
	int tongues_y = bottom;
	bottom -= bar_rows(&main);
	bool dots = bottom >= 10;
	int margin = canvas->width >= 60 ? 3 : 1, top = bottom >= 10 ? 2 : 1;
	struct area area = { margin, top, canvas->width - 2 * margin, bottom - dots - top };
	if (slide && area.height > 0)
		draw_slide(scene, slide, area);
	if (dots)
		draw_dots(scene, bottom - 1);
	bar_draw(&main, canvas, 0, bottom);
	bar_draw(&tongues, canvas, 0, tongues_y);
	help_line_draw(scene);
	free(more.text);
}
