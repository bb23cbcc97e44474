/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The screen that nobody is touching: one slide, the ways in, the languages, the help line. The bars take
 * what they need; the slide is drawn as richly as the rest allows.
 */
#include "view/parts.h"

#include "languages.h"

#include <stdlib.h>
#include <string.h>

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
	bar_lay(&bar, scene, scene->canvas->width, bar_rows_allowed(scene->canvas));
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
	int rows = bar_rows_allowed(scene->canvas);
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
		bool fits = bar_lay(&bar, scene, scene->canvas->width, rows);
		if (shown == 1 || (bar.count <= room && fits && !bar.compact))
			return bar;
	}
	return (struct bar){ 0 };
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

/* The letters of the first row: those of the bars, if the name of the campaign has them. */
static enum letters head_letters(const struct scene *scene)
{
	enum letters letters = bar_letters(scene);
	return letters && letters_have(letters, _("BLUE HEART")) ? letters : LETTERS_NONE;
}

static void draw_head(const struct scene *scene, enum letters letters)
{
	struct canvas *canvas = scene->canvas;
	int rows = letters_rows(letters);
	struct area area = { 1, 0, canvas->width - 2, rows }, heart = { 1, 0, 2 * rows, rows };
	if (letters)
		art_heart(canvas, heart, 1);
	else
		canvas_put(canvas, canvas_place(canvas, (struct area){ 1, 0, 1, 1 }).x, 0, 0x2665,
			STYLE_HEART);
	area.x += heart.width;
	area.width -= heart.width;
	/* TRANSLATORS: the name of the campaign, at the top of the first screen. */
	const char *name = _("BLUE HEART");
	/* TRANSLATORS: the call of the campaign, at the top of the first screen. */
	const char *call = _("Together against trafficking in persons");
	int own = label_width(name, letters), room = area.width - own - 2;
	letters_text(canvas, area, (struct writing){ letters, STYLE_TITLE, ALIGN_START }, name);
	canvas_say(canvas, name);
	if (shows_clock(scene->world)) {
		char time[16], isolated[TEXT_ISOLATED];
		snprintf(time, sizeof time, "%02d:%02d", scene->world->now.minute / 60,
			scene->world->now.minute % 60);
		text_isolated(isolated, time);
		letters_text(canvas, area, (struct writing){ letters, STYLE_TITLE, ALIGN_END },
			isolated);
		room -= label_width(isolated, letters) + 2;
	}
	area.x += own + 2;
	area.width = room;
	if (letters && !letters_have(letters, call))
		letters = LETTERS_NONE;
	if (label_width(call, letters) <= room)
		letters_text(
			canvas, area, (struct writing){ letters, STYLE_MUTED, ALIGN_CENTRE }, call);
}

void attract_draw(const struct scene *scene)
{
	struct canvas *canvas = scene->canvas;
	const struct slide *slide = campaign_slide(scene->world->campaign, scene->session->slide);
	struct string more = { 0 };
	struct bar main = main_bar(scene), tongues = language_bar(scene, &more);
	int help = help_line_rows(scene), bottom = canvas->height - help;
	enum letters letters = head_letters(scene);
	draw_head(scene, letters);
	bottom -= bar_rows(&tongues);
	int tongues_y = bottom;
	bottom -= bar_rows(&main) + rows_apart(canvas);
	bool dots = bottom >= 10;
	int margin = canvas->width >= 60 ? 3 : 1, top = bottom >= 10 ? 2 : 1;
	top += letters_rows(letters) - 1;
	struct area area = { margin, top, canvas->width - 2 * margin, bottom - dots - top };
	if (slide && area.height > 0)
		slide_draw(scene, slide, area);
	if (dots)
		draw_dots(scene, bottom - 1);
	bar_draw(&main, canvas, 0, bottom);
	bar_draw(&tongues, canvas, 0, tongues_y);
	help_line_draw(scene);
	free(more.text);
}
