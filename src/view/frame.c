/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every screen has: the top bar with Close, the bottom bar with the ways out, and the help line.
 */
#include "view/parts.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void string_add(struct string *string, const char *format, ...)
{
	va_list arguments, again;
	va_start(arguments, format);
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length >= 0) {
		string->text = memory_resize(string->text, string->length + (size_t)length + 1, 1);
		vsnprintf(string->text + string->length, (size_t)length + 1, format, again);
		string->length += (size_t)length;
	}
	va_end(again);
}

void string_join(struct string *string, const char *text)
{
	if (!*text)
		return;
	if (string->length)
		/* TRANSLATORS: stands between short remarks on one line, such as "free · 24 hours a day". */
		string_add(string, "%s", C_("between remarks", " · "));
	string_add(string, "%s", text);
}

const char *content_words(const struct scene *scene, struct words words)
{
	return words_translated(words, scene->world->campaign->domain);
}

const char *channel_words(const struct scene *scene, struct words words)
{
	return words_translated(words, scene->world->channels->domain);
}

/* Up to two emergency numbers: "Immediate danger: 17 or 112". */
static void add_emergency(struct string *string, const struct channel **list, size_t count)
{
	char first[TEXT_ISOLATED], second[TEXT_ISOLATED];
	const char *numbers[2] = { NULL, NULL };
	int found = 0;
	for (size_t i = 0; i < count && found < 2; i++)
		if (list[i]->kind == CHANNEL_EMERGENCY && list[i]->phone &&
			(found == 0 || strcmp(list[i]->phone, numbers[0]) != 0))
			numbers[found++] = list[i]->phone;
	if (found == 0)
		/* TRANSLATORS: in the help line, where the kiosk knows no emergency number. */
		string_add(string, "%s", _("Immediate danger: ask the staff here"));
	else if (found == 1)
		/* TRANSLATORS: in the help line at the bottom of every screen; %s is a telephone number. */
		string_add(string, _("Immediate danger: %s"), text_isolated(first, numbers[0]));
	else
		/* TRANSLATORS: in the help line; two telephone numbers that serve equally. */
		string_add(string, _("Immediate danger: %s or %s"),
			text_isolated(first, numbers[0]), text_isolated(second, numbers[1]));
}

/* The line for whoever needs help: of the trafficking hotline, or else of the first for victims. */
static const struct channel *hotline(const struct channel **list, size_t count)
{
	for (int kind = CHANNEL_TRAFFICKING; kind <= CHANNEL_CHILD; kind++)
		for (size_t i = 0; i < count; i++)
			if ((int)list[i]->kind == kind && list[i]->phone)
				return list[i];
	return NULL;
}

static void add_hotline(struct string *string, const struct channel *channel, bool remarks)
{
	char number[TEXT_ISOLATED];
	/* TRANSLATORS: in the help line; %s is the telephone number of a hotline. */
	string_add(string, _("Help: %s"), text_isolated(number, channel->phone));
	if (remarks && channel->free == ANSWER_YES)
		/* TRANSLATORS: a call or message costs nothing; a short remark beside a number. */
		string_join(string, C_("cost", "free"));
	if (remarks && channel->hours.always)
		/* TRANSLATORS: a hotline answers day and night; a short remark beside a number. */
		string_join(string, _("24 hours a day"));
}

struct help_line {
	struct string emergency, hotline;
	enum letters letters;
};

static int text_rows(const struct scene *scene, const char *text, int width)
{
	struct paragraph paragraph = text_wrap(text ? text : "", width, scene->canvas->mode);
	int rows = (int)paragraph.line_count;
	paragraph_finish(&paragraph);
	return rows;
}

static bool on_one_row(const struct help_line *line, int width)
{
	int second = line->hotline.text ? label_width(line->hotline.text, line->letters) + 3 : 0;
	return label_width(line->emergency.text, line->letters) + second <= width;
}

/* Large letters where both parts fit on one line of them. */
static void choose_letters(const struct scene *scene, struct help_line *line)
{
	line->letters = bar_letters(scene);
	if (!line->letters)
		return;
	const char *hotline = line->hotline.text ? line->hotline.text : "";
	if (!letters_have(line->letters, line->emergency.text) ||
		!letters_have(line->letters, hotline) ||
		!on_one_row(line, scene->canvas->width - 2))
		line->letters = LETTERS_NONE;
}

/* Where there is little height, the hotline has one row if it can, for its number alone. */
static struct help_line help_line_new(const struct scene *scene)
{
	struct help_line line = { 0 };
	size_t count = 0;
	const struct channel **list = country_channels(
		scene, scene->world->settings->country, &count);
	const struct channel *channel = hotline(list, count);
	add_emergency(&line.emergency, list, count);
	if (channel)
		add_hotline(&line.hotline, channel, true);
	if (channel && scene->canvas->height < VIEW_ROOMY_HEIGHT &&
		text_rows(scene, line.hotline.text, scene->canvas->width - 2) > 1) {
		free(line.hotline.text);
		line.hotline = (struct string){ 0 };
		add_hotline(&line.hotline, channel, false);
	}
	free(list);
	choose_letters(scene, &line);
	return line;
}

static int line_rows(const struct scene *scene, const struct help_line *line)
{
	int width = scene->canvas->width - 2;
	if (line->letters)
		return letters_rows(line->letters);
	if (on_one_row(line, width))
		return 1;
	return text_rows(scene, line->emergency.text, width) +
		text_rows(scene, line->hotline.text, width);
}

int help_line_rows(const struct scene *scene)
{
	struct help_line line = help_line_new(scene);
	int rows = line_rows(scene, &line);
	free(line.emergency.text);
	free(line.hotline.text);
	return rows;
}

void help_line_draw(const struct scene *scene)
{
	struct canvas *canvas = scene->canvas;
	struct help_line line = help_line_new(scene);
	int rows = line_rows(scene, &line);
	bool one_row = on_one_row(&line, canvas->width - 2);
	struct area area = { 0, canvas->height - rows, canvas->width, rows };
	canvas_fill(canvas, area, STYLE_HELP);
	canvas_tap(canvas, area, action_make(ACTION_HELP, NULL));
	area.x = 1;
	area.width -= 2;
	int used = letters_text(canvas, area,
		(struct writing){ line.letters, STYLE_HELP, ALIGN_START }, line.emergency.text);
	area.y += one_row ? 0 : used;
	area.height -= one_row ? 0 : used;
	canvas_say(canvas, line.emergency.text);
	if (line.hotline.text) {
		letters_text(canvas, area,
			(struct writing){
				line.letters, STYLE_HELP, one_row ? ALIGN_END : ALIGN_START },
			line.hotline.text);
		canvas_say(canvas, line.hotline.text);
	}
	free(line.emergency.text);
	free(line.hotline.text);
}

/* The ways on that find a place where there is room: below, or beside Close where the title keeps enough. */
enum { LEAST_TITLE = 17 };

struct bars {
	struct bar top, bottom;
	int top_width;
	struct extras left; /* what has no place in either */
};

static void add_bottom(struct bar *bar, const struct canvas *canvas)
{
	/* TRANSLATORS: a button: to the screen before. At most 8 columns wide. */
	bar_add(bar, (struct button){ action_make(ACTION_BACK, NULL), .label = _("Back") });
	/* TRANSLATORS: a button: to the first screen. At most 8 columns wide. */
	bar_add(bar, (struct button){ action_make(ACTION_HOME, NULL), .label = _("Home") });
	bar_add(bar,
		(struct button){ action_make(ACTION_PREVIOUS_PAGE, NULL),
			.label = canvas->mode.right_to_left ? "▶" : "◀",
			.absent = canvas->page == 0 });
	bar_add(bar,
		(struct button){ action_make(ACTION_NEXT_PAGE, NULL),
			.label = canvas->mode.right_to_left ? "◀" : "▶",
			.absent = canvas->page + 1 >= canvas->page_count });
}

static struct extras extras_of(const struct scene *scene)
{
	struct extras extras = { 0 };
	bool asking = scene->session->asking;
	if (scene->session->here.screen == SCREEN_CHANNEL)
		extras.buttons[extras.count++] = (struct button){ action_make(ACTION_HIDE, NULL),
			.label = scene->session->hidden
				/* TRANSLATORS: a button: show all about the number again. At most 8 columns wide. */
				? _("Show")
				/* TRANSLATORS: a button: leave only the number on the screen, small, so that
				   nobody around sees what it is. At most 8 columns wide. */
				: _("Hide"),
			.absent = asking };
	extras.buttons[extras.count++] = (struct button){ action_make(ACTION_LANGUAGES, NULL),
		/* TRANSLATORS: a button: choose another language. At most 8 columns wide. */
		.label = _("Languages"), .absent = asking };
	extras.buttons[extras.count++] = (struct button){ action_make(ACTION_LARGE, NULL),
		.label = scene->session->large
			/* TRANSLATORS: a button: the text smaller again, as it was. At most 6 columns wide. */
			? _("A −")
			/* TRANSLATORS: a button: all text in large type. At most 6 columns wide. */
			: _("A +"),
		.absent = asking };
	if (scene->world->settings->speech)
		extras.buttons[extras.count++] = (struct button){ action_make(ACTION_SPEAK, NULL),
			/* TRANSLATORS: a button: reads the screen aloud. At most 8 columns wide. */
			.label = _("Listen"), .absent = asking };
	return extras;
}

/* Below this width there is none to keep four buttons apart. */
enum { LEAST_APART = 4 * (BUTTON_WIDTH + 1) - 1 };

/* The width of the bar beside the title: its labels and a little more where there is width for it. */
static int width_beside_title(const struct bar *bar, const struct scene *scene)
{
	int apart = scene->canvas->width >= LEAST_APART, gaps = apart * (bar->count - 1);
	int width = gaps, most = scene->canvas->width - LEAST_TITLE;
	for (int i = 0; i < bar->count; i++) {
		int own = label_width(bar->buttons[i].label, bar_letters(scene)) + 4;
		width += own < BUTTON_WIDTH ? BUTTON_WIDTH : own;
	}
	width += scene->canvas->width >= 60 ? 4 : 0;
	return width > most ? gaps + bar->count * BUTTON_WIDTH : width;
}

/* Which buttons are where. The order of the top bar is that of reading, Close last. */
static struct bars bars_of(const struct scene *scene)
{
	const struct canvas *canvas = scene->canvas;
	struct bars bars = { 0 };
	struct extras extras = extras_of(scene);
	int rows = bar_rows_allowed(canvas), used = 0;
	add_bottom(&bars.bottom, canvas);
	while (used < extras.count &&
		(bars.bottom.count + rows) / rows * (BUTTON_WIDTH + 1) - 1 <= canvas->width)
		bar_add(&bars.bottom, extras.buttons[used++]);
	int apart = canvas->width >= LEAST_APART, room = canvas->width - LEAST_TITLE + apart;
	while (used < extras.count && (bars.top.count + 2) * (BUTTON_WIDTH + apart) <= room)
		bar_add(&bars.top, extras.buttons[used++]);
	for (; used < extras.count; used++)
		if (extras.buttons[used].action.kind != ACTION_SPEAK) /* it would read that list */
			bars.left.buttons[bars.left.count++] = extras.buttons[used];
	/* TRANSLATORS: a button: clears the screen at once. At most 8 columns wide. */
	bar_add(&bars.top, (struct button){ action_make(ACTION_CLOSE, NULL), .label = _("Close") });
	bars.top_width = width_beside_title(&bars.top, scene);
	bar_lay(&bars.top, scene, bars.top_width, 1);
	bar_lay(&bars.bottom, scene, canvas->width, rows);
	return bars;
}

struct extras frame_left(const struct scene *scene)
{
	return bars_of(scene).left;
}

struct area frame_area(const struct scene *scene)
{
	const struct canvas *canvas = scene->canvas;
	struct bars bars = bars_of(scene);
	int margin = canvas->width >= 60 ? 2 : 1;
	int roomy = canvas->height >= 30; /* an empty row above and below */
	int top = bars.top.height + roomy;
	int height = canvas->height - top - bar_rows(&bars.bottom) - help_line_rows(scene) - roomy;
	return (struct area){ margin, top, canvas->width - 2 * margin, height };
}

enum { BESIDE_TITLE = 4 }; /* the heart before it, and the columns around */

bool frame_title_fits(const struct scene *scene, const char *title)
{
	struct bars bars = bars_of(scene);
	int width = scene->canvas->width - bars.top_width - BESIDE_TITLE;
	return text_rows(scene, title, width) <= bars.top.height;
}

/* The title, and below it which page this is; on the same lines where that is all the room there is. */
static void draw_title(const struct scene *scene, int width, int top, const char *title)
{
	struct canvas *canvas = scene->canvas;
	struct area heart = { 1, 0, 1, 1 }, area = { 3, 0, width - BESIDE_TITLE, top };
	struct string text = { 0 }, pages = { 0 };
	string_add(&text, "%s", title);
	if (canvas->page_count > 1)
		/* TRANSLATORS: below the title of a screen: page 2 of 5. */
		string_add(&pages, _("Page %d of %d"), canvas->page + 1, canvas->page_count);
	if (pages.text)
		canvas_say_first(canvas, pages.text);
	canvas_say_first(canvas, title);
	int rows = text_rows(scene, text.text, area.width);
	bool below = pages.text && rows < top;
	if (below && text_width(pages.text) > area.width) {
		free(pages.text);
		pages = (struct string){ 0 };
		string_add(&pages, "%d/%d", canvas->page + 1, canvas->page_count);
	}
	if (pages.text && !below) {
		string_add(&text, " %d/%d", canvas->page + 1, canvas->page_count);
		rows = text_rows(scene, text.text, area.width);
	}
	if (rows > top) { /* a title says more than the number of a page */
		text.text[strlen(title)] = '\0';
		rows = text_rows(scene, text.text, area.width);
	}
	area.y = (top - rows - below + 1) / 2;
	canvas_put(canvas, canvas_place(canvas, heart).x, area.y, 0x2665, STYLE_HEART);
	area.height = rows;
	canvas_text(canvas, area, STYLE_TITLE, ALIGN_START, text.text);
	area.y += rows;
	area.height = 1;
	if (below)
		canvas_text(canvas, area, STYLE_MUTED, ALIGN_START, pages.text);
	free(text.text);
	free(pages.text);
}

void top_draw(const struct scene *scene, const char *title)
{
	struct bars bars = bars_of(scene);
	int left = scene->canvas->width - bars.top_width;
	draw_title(scene, left, bars.top.height, title);
	bar_draw(&bars.top, scene->canvas, left, 0);
}

void frame_draw(const struct scene *scene, const char *title)
{
	struct canvas *canvas = scene->canvas;
	struct bars bars = bars_of(scene);
	bar_draw(&bars.bottom, canvas, 0,
		canvas->height - help_line_rows(scene) - bar_rows(&bars.bottom));
	top_draw(scene, title); /* last, so that no early digit key closes */
	help_line_draw(scene);
}

void area_lower(struct area *area, int used_height)
{
	if (used_height < area->height)
		area->y += (area->height - used_height) / 3;
}

struct flow flow_begin(const struct scene *scene, const char *title)
{
	struct flow flow = { .mode = scene->canvas->mode, .apart = rows_apart(scene->canvas) };
	if (!scene->session->large)
		return flow;
	bool vast = is_vast(scene->canvas) && letters_have(LETTERS_MEDIUM, title);
	flow.letters = vast ? LETTERS_MEDIUM : LETTERS_SMALL;
	return flow;
}

void flow_title(struct flow *flow, const struct scene *scene, const char *title)
{
	enum { LEAST_LINES = 6 };
	if (flow->letters && frame_area(scene).height >= LEAST_LINES * letters_rows(flow->letters))
		flow_heading(flow, title);
}

void flow_show(struct flow *flow, const struct scene *scene, struct area *area, int narrowest)
{
	struct canvas *canvas = scene->canvas;
	canvas->page_count = flow_lay(flow, (struct size){ area->width, area->height }, narrowest);
	if (flow->pages == 1)
		area_lower(area, flow->used_height);
	int page = scene->session->here.page;
	canvas->page = page < canvas->page_count ? page : canvas->page_count - 1;
	flow_draw(flow, canvas, *area, canvas->page);
}
