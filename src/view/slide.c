/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One slide: its words, as richly as the room allows, and its plot, or the heart, beside or above them.
 */
#include "view/parts.h"

#include "plot.h"

#include <stdlib.h>

enum { PICTURE_GAP = 3, LEAST_PICTURE = 6, ROOMY_HEIGHT = 9 };

/* "162 → 128", or the other way round where one reads from right to left. */
static void flow_counts(const struct slide *slide, bool right_to_left, struct string *number)
{
	count_words(number, right_to_left ? slide->to.count : slide->from.count);
	string_add(number, right_to_left ? " ← " : " → ");
	count_words(number, right_to_left ? slide->from.count : slide->to.count);
}

static void percent_words(struct string *string, double share)
{
	/* TRANSLATORS: a percentage; in French with a no-break space before the sign. */
	string_add(string, C_("percentage", "%d%%"), (int)(share * 100 + 0.5));
}

static void point_words(struct string *string, const struct slide *slide, size_t index)
{
	if (slide->counts)
		count_words(string, (long long)slide->points[index].value);
	else
		percent_words(string, slide->points[index].value);
}

/* From the first value to the last, in the order of reading. */
static void trend_ends(const struct slide *slide, bool right_to_left, struct string *number)
{
	size_t last = slide->point_count - 1;
	point_words(number, slide, right_to_left ? last : 0);
	string_add(number, right_to_left ? " ← " : " → ");
	point_words(number, slide, right_to_left ? 0 : last);
}

/* The number that a slide is about, as the current language writes it. */
static void slide_number(const struct slide *slide, bool right_to_left, struct string *number)
{
	switch (slide->kind) {
	case SLIDE_SHARE:
		if (slide->about)
			string_add(number, "≈ ");
		percent_words(number, slide->value);
		break;
	case SLIDE_FIGURE:
	case SLIDE_ICEBERG:
		count_words(number, (long long)slide->value);
		if (slide->more_than)
			string_add(number, "+");
		break;
	case SLIDE_FLOW:
		flow_counts(slide, right_to_left, number);
		break;
	case SLIDE_TREND:
		trend_ends(slide, right_to_left, number);
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

/* How a slide's number is drawn: in big digits, or at the start of its text. The last way has no gaps. */
enum { NUMBER_IN_TEXT = -1, NUMBER_IN_TIGHT_TEXT = -2 };

/* How richly the words are laid out. */
struct wealth {
	enum letters title, text;
	int largest; /* digits, or one of the two above */
	bool bar; /* a share has a bar, for want of its picture */
};

/* Adds what comes next in those letters, if they have its characters; else plainly. */
static void write_in(struct flow *flow, enum letters letters, const char *text)
{
	flow->letters = letters && letters_have(letters, text) ? letters : LETTERS_NONE;
}

static void add_text(struct flow *flow, enum letters letters, enum style style, const char *text)
{
	write_in(flow, letters, text);
	flow_text(flow, style, text);
	flow->letters = LETTERS_NONE;
}

static void add_item(struct flow *flow, enum letters letters, const char *marker, const char *text)
{
	write_in(flow, letters, text);
	flow_item(flow, marker, text);
	flow->letters = LETTERS_NONE;
}

static void add_flow_labels(struct flow *flow, const struct scene *scene, const struct slide *slide,
	enum letters letters)
{
	const struct quantity *ends[] = { &slide->from, &slide->to };
	for (size_t i = 0; i < 2; i++) {
		char count[32];
		snprintf(count, sizeof count, "%lld", ends[i]->count);
		add_item(flow, letters, count, content_words(scene, ends[i]->label));
	}
}

static void add_points(struct flow *flow, const struct slide *slide, enum letters letters)
{
	for (size_t i = 0; i < slide->point_count; i++) {
		char year[16];
		struct string value = { 0 };
		snprintf(year, sizeof year, "%d", slide->points[i].year);
		point_words(&value, slide, i);
		add_item(flow, letters, year, value.text);
		free(value.text);
	}
}

static void add_number(struct flow *flow, const struct scene *scene, const struct slide *slide,
	struct wealth wealth)
{
	struct string number = { 0 };
	slide_number(slide, flow->mode.right_to_left, &number);
	if (number.text && wealth.largest >= 0) {
		flow_figure(flow, number.text, (enum digits)wealth.largest);
		if (slide->kind != SLIDE_SHARE || !wealth.bar)
			flow_gap(flow);
	}
	if (slide->kind == SLIDE_FLOW)
		add_flow_labels(flow, scene, slide, wealth.text);
	add_points(flow, slide, wealth.text);
	bool listed = slide->kind == SLIDE_FLOW || slide->kind == SLIDE_TREND;
	if (slide->kind == SLIDE_SHARE && wealth.bar)
		flow_bar(flow, slide->value);
	if (number.text && wealth.largest < 0 && !listed) {
		string_add(&number, " %s", content_words(scene, slide->text));
		flow_text(flow, STYLE_STRONG, number.text);
	} else if (slide->text.text) {
		add_text(flow, wealth.text, STYLE_TEXT, content_words(scene, slide->text));
	}
	if (slide->hidden.text)
		add_text(flow, wealth.text, STYLE_TEXT, content_words(scene, slide->hidden));
	free(number.text);
}

/* The words of a slide, with its number above them. */
static void add_slide(struct flow *flow, const struct scene *scene, const struct slide *slide,
	struct wealth wealth)
{
	bool roomy = wealth.largest > NUMBER_IN_TIGHT_TEXT;
	if (slide->title.text) {
		const char *title = content_words(scene, slide->title);
		write_in(flow, wealth.title, title);
		flow_heading(flow, title);
		flow->letters = LETTERS_NONE;
		if (roomy && slide->part_count == 0)
			flow_gap(flow);
	}
	add_number(flow, scene, slide, wealth);
	for (size_t i = 0; i < slide->part_count; i++) {
		write_in(flow, wealth.text, content_words(scene, slide->parts[i].heading));
		flow_heading(flow, content_words(scene, slide->parts[i].heading));
		add_text(flow, wealth.text, STYLE_TEXT, content_words(scene, slide->parts[i].text));
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

/* From the richest to the poorest. */
static const struct wealth wealths[] = {
	{ LETTERS_LARGE, LETTERS_MEDIUM, DIGITS_GIANT, true },
	{ LETTERS_MEDIUM, LETTERS_MEDIUM, DIGITS_GIANT, true },
	{ LETTERS_LARGE, LETTERS_SMALL, DIGITS_GIANT, true },
	{ LETTERS_MEDIUM, LETTERS_SMALL, DIGITS_GIANT, true },
	{ LETTERS_MEDIUM, LETTERS_SMALL, DIGITS_HUGE, true },
	{ LETTERS_SMALL, LETTERS_SMALL, DIGITS_LARGE, true },
	{ LETTERS_SMALL, LETTERS_SMALL, DIGITS_MEDIUM, true },
	{ LETTERS_MEDIUM, LETTERS_NONE, DIGITS_GIANT, true },
	{ LETTERS_SMALL, LETTERS_NONE, DIGITS_HUGE, true },
	{ LETTERS_SMALL, LETTERS_NONE, DIGITS_LARGE, true },
	{ LETTERS_NONE, LETTERS_NONE, DIGITS_MEDIUM, true },
	{ LETTERS_NONE, LETTERS_NONE, DIGITS_SMALL, true },
	{ LETTERS_NONE, LETTERS_NONE, NUMBER_IN_TEXT, true },
	{ LETTERS_NONE, LETTERS_NONE, NUMBER_IN_TIGHT_TEXT, false },
};

/* Takes the first way in which all fits on one page, or else the last. Columns are as wide as their letters ask
   for. */
static void lay_slide(struct flow *flow, const struct scene *scene, const struct slide *slide,
	struct size room, bool pictured)
{
	const char *sample = content_words(scene, slide->text.text ? slide->text : slide->title);
	for (size_t i = 0; i < sizeof wealths / sizeof *wealths; i++) {
		struct wealth wealth = wealths[i];
		wealth.bar = wealth.bar && !pictured;
		if (wealth.text && !letters_have(wealth.text, sample))
			wealth.text = LETTERS_NONE;
		flow_finish(flow);
		flow->mode = scene->canvas->mode;
		flow->column_height = room.height;
		add_slide(flow, scene, slide, wealth);
		flow->letters = wealth.text;
		if (flow_lay(flow, room, room.width) == 1)
			return;
	}
}

/* The character in a column of the words, counted from where reading starts. */
static uint32_t character_at(const struct canvas *canvas, int column, int y)
{
	int x = canvas_place(canvas, (struct area){ column, y, 1, 1 }).x;
	return canvas->cells[y * canvas->width + x].glyph.base;
}

/* What numbers are made of: digits, and what stands between their groups. */
static bool is_of_number(uint32_t character)
{
	return (character >= '0' && character <= '9') || character == ',' || character == '.' ||
		character == 0xA0 || character == 0x202F || character == 0x66C;
}

static bool has_big_digits(const struct canvas *canvas, struct area row)
{
	for (int column = row.x; column < row.x + row.width; column++) {
		uint32_t character = character_at(canvas, column, row.y);
		if (character >= 0x2580 && character <= 0x259F)
			return true;
	}
	return false;
}

/* While a slide's words are being revealed, the end of each row is still empty. Numbers are there as a whole
   or not at all: big ones from the start. */
static void hide_rest(const struct scene *scene, struct area area)
{
	struct canvas *canvas = scene->canvas;
	int shown = (int)(area.width * session_reveal(scene->session, scene->now_ms));
	for (int y = area.y; shown < area.width && y < area.y + area.height; y++) {
		struct area row = { area.x, y, area.width, 1 };
		if (has_big_digits(canvas, row))
			continue;
		int end = shown;
		while (end > 0 && is_of_number(character_at(canvas, area.x + end - 1, y)))
			end--;
		row.x += end;
		row.width -= end;
		canvas_erase(canvas, row);
	}
}

/* The part of the area in whose middle something of that size stands. */
static struct area middle_of(struct area area, struct size size)
{
	return (struct area){ area.x + (area.width - size.width) / 2,
		area.y + (area.height - size.height) / 2, size.width, size.height };
}

/* The largest part of the room that is so many times as wide as it is high, in cells. */
static struct size in_proportion(struct size room, int times)
{
	if (room.width > room.height * times)
		room.width = room.height * times;
	else
		room.height = room.width / times;
	return room;
}

/* The values of a trend, for its plot; false where it has no room. */
static bool draw_trend(const struct scene *scene, const struct slide *slide, struct area area)
{
	struct string words[MOST_POINTS] = { 0 };
	const char *labels[MOST_POINTS];
	size_t count = slide->point_count;
	for (size_t i = 0; i < count; i++) {
		point_words(&words[i], slide, i);
		labels[i] = words[i].text;
	}
	struct size room = in_proportion((struct size){ area.width, area.height }, 2);
	struct size size = plot_trend_size(room, labels, count);
	if (size.width)
		plot_trend(scene->canvas, middle_of(area, size), slide->points, labels, count);
	for (size_t i = 0; i < count; i++)
		free(words[i].text);
	return size.width > 0;
}

/* Draws the slide's plot; false where it has none, or no room for it. */
static bool draw_plot(const struct scene *scene, const struct slide *slide, struct area area)
{
	struct size room = { area.width, area.height }, size;
	switch (slide->kind) {
	case SLIDE_SHARE:
		size = plot_share_size(room);
		if (size.width)
			plot_share(scene->canvas, middle_of(area, size), slide->value);
		return size.width > 0;
	case SLIDE_FLOW:
		size = plot_flow_size(room, slide->from.count, slide->to.count);
		if (size.width)
			plot_flow(scene->canvas, middle_of(area, size), slide->from.count,
				slide->to.count);
		return size.width > 0;
	case SLIDE_TREND:
		return draw_trend(scene, slide, area);
	case SLIDE_ICEBERG:
		plot_iceberg(scene->canvas, middle_of(area, in_proportion(room, 2)));
		return true;
	case SLIDE_MESSAGE:
	case SLIDE_FIGURE:
	case SLIDE_DEFINITION:
	case SLIDE_ACT:
		break;
	}
	return false;
}

/* The plot of the slide, or else the heart. */
static void draw_picture(const struct scene *scene, const struct slide *slide, struct area area)
{
	if (draw_plot(scene, slide, area))
		return;
	scene->canvas->animated = true;
	art_heart(scene->canvas, area, session_swell(scene->session, scene->world, scene->now_ms));
}

void slide_draw(const struct scene *scene, const struct slide *slide, struct area area)
{
	struct canvas *canvas = scene->canvas;
	struct flow flow = { 0 };
	canvas->slide_top = area.y;
	canvas->slide_rows = area.height;
	canvas_tap(canvas, area, action_make(ACTION_NEXT_SLIDE, NULL));
	struct area picture = { area.x, area.y, area.height * 2 + 5, area.height };
	bool beside = area.height >= ROOMY_HEIGHT && area.width >= 64;
	bool above = !beside && area.height >= 20;
	if (picture.width > area.width * 2 / 5)
		picture.width = area.width * 2 / 5;
	if (beside) {
		area.x += picture.width + PICTURE_GAP;
		area.width -= picture.width + PICTURE_GAP;
	} else if (above) {
		picture = (struct area){ area.x, area.y + 1, area.width, LEAST_PICTURE };
		area.height -= picture.height + 2;
	}
	lay_slide(&flow, scene, slide, (struct size){ area.width, area.height }, beside || above);
	if (above) { /* the picture takes what the words leave, up to a half */
		int spare = flow.pages == 1 ? area.height - flow.used_height : 0;
		int most = (area.height + LEAST_PICTURE) / 2 - LEAST_PICTURE;
		picture.height += spare < most ? spare : most;
		area.y += picture.height + 2;
		area.height -= picture.height - LEAST_PICTURE;
	}
	if (beside) { /* picture and words stand together in the middle */
		int spare = area.width - flow.column_width;
		picture.x += spare / 2;
		area.x += spare / 2;
		area.width = flow.column_width;
	}
	if (beside || above)
		draw_picture(scene, slide, picture);
	canvas->page_count = flow.pages;
	int page = scene->session->here.page;
	canvas->page = page < flow.pages ? page : flow.pages - 1;
	struct area words = area;
	if (flow.pages == 1)
		words.y += (area.height - flow.used_height) / 2;
	flow_draw(&flow, canvas, words, canvas->page);
	flow_finish(&flow);
	hide_rest(scene, area);
}
