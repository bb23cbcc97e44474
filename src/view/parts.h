/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of this folder share: the frame, bars of buttons, words about channels, and one drawing
 * function for each screen.
 */
#ifndef VIEW_PARTS_H
#define VIEW_PARTS_H

#include "layout.h"
#include "view/view.h"

/* All that a drawing function needs; borrowed. */
struct scene {
	struct canvas *canvas;
	const struct world *world;
	const struct session *session;
	int64_t now_ms;
};

/* A button of a bar: two labels, of which the bar takes the one that fits. */
struct button {
	struct action action;
	const char *label, *short_label; /* the short one may be NULL */
	bool current, absent; /* the choice that holds; an empty place */
};

enum { BAR_BUTTONS = 32, BUTTON_WIDTH = 10, BUTTON_HEIGHT = 3 };

/* How a bar fills a width: decided once, then drawn. */
struct bar {
	struct button buttons[BAR_BUTTONS];
	int count;
	int widths[BAR_BUTTONS];
	int height; /* of each row */
	int per_row;
	int gap, row_gap; /* columns between buttons, rows between rows of them */
	enum letters letters;
	bool short_labels, compact;
};

void bar_add(struct bar *bar, struct button button);
/* Chooses labels, widths and rows of buttons (at most `rows`) for the width. False when some label would have to be broken within a word or a button would be too narrow:
   it is then as good as it gets. */
bool bar_lay(struct bar *bar, const struct scene *scene, int width, int rows);
/* The letters of bars: large ones on a large screen in large type, and on a very large one that nobody touches. */
enum letters bar_letters(const struct scene *scene);
bool is_vast(const struct canvas *canvas);
/* Empty rows between things to touch: none where there is little height. */
int rows_apart(const struct canvas *canvas);
/* How high buttons are at least on that canvas: higher where many small cells make a large screen. */
int bar_least_height(const struct canvas *canvas);
/* How many rows of buttons a bar may have: a tall, narrow screen has height for two. */
int bar_rows_allowed(const struct canvas *canvas);
int bar_rows(const struct bar *bar); /* rows of cells */
void bar_draw(const struct bar *bar, struct canvas *canvas, int x, int y);
/* Rows of a label in that width, and its columns on one line. */
int label_rows(const char *label, int width, enum letters letters);
int label_width(const char *label, enum letters letters);
/* Whether a button's label fits so many columns and rows without a word broken. */
bool label_fits(const char *label, int width, int rows, enum letters letters);
void button_draw(struct canvas *canvas, struct area area, const struct button *button,
	enum letters letters, bool compact);

/* Ways on that the frame offers where it has room for them. */
enum { MOST_EXTRAS = 4 };
struct extras {
	struct button buttons[MOST_EXTRAS];
	int count;
};
/* Those for which it has none: the list of languages has them then. */
struct extras frame_left(const struct scene *scene);
/* The area between the bars of every screen but attract. */
struct area frame_area(const struct scene *scene);
/* Draws the bars; canvas->page_count must be known. */
void frame_draw(const struct scene *scene, const char *title);
/* Whether there is room for a title so long. */
bool frame_title_fits(const struct scene *scene, const char *title);
/* The upper bar alone: the title, and Close. */
void top_draw(const struct scene *scene, const char *title);
/* The help line: rows that it needs, and drawing it at the bottom. */
int help_line_rows(const struct scene *scene);
void help_line_draw(const struct scene *scene);

/* Moves the area down a little where what is drawn in it, so many rows, leaves much of it empty. */
void area_lower(struct area *area, int used_height);
/* An empty flow for a screen of that title: in large type, when the visitor wants it. Then the title, which the
   frame has in small, is a heading of its own where there is room, for the caller to add. */
struct flow flow_begin(const struct scene *scene, const char *title);
void flow_title(struct flow *flow, const struct scene *scene, const char *title);
/* Lays a flow out in the area, notes its pages, and draws the page of the session. A single page that leaves much of
   the area empty moves it down a little. */
void flow_show(struct flow *flow, const struct scene *scene, struct area *area, int narrowest);

/* The size of the QR code of the text in that area, beside at least a narrow column of text; width 0 where it does not
   fit whole, and for NULL. */
struct size code_fit(const struct flow *flow, const char *text, struct area area);
/* What the code leaves of the area for the text, and drawing the code at its far end. */
struct area beside_code(const struct flow *flow, struct size code, struct area area);
void code_draw(struct canvas *canvas, const char *text, struct size code, struct area beside);

/* A growing text, for lists and sentences; all zeros is empty. The caller frees text. */
struct string {
	char *text;
	size_t length;
};
void string_add(struct string *string, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Adds " · " or what the language uses between short remarks, then the text; nothing for an empty text. */
void string_join(struct string *string, const char *text);

const char *content_words(const struct scene *scene, struct words words);
const char *channel_words(const struct scene *scene, struct words words);
/* What a country is called, and by what it is looked up in a list; the caller frees both texts. A language
   that does not sort by its letters gives a reading behind the name: "丹麦|danmai". */
struct country_words {
	char *name, *key;
};
struct country_words country_words(const struct scene *scene, const struct country *country);
void country_words_finish(struct country_words *words);
const char *kind_words(enum channel_kind kind);
/* When it answers, in words: "24 hours a day", "Mon–Fri 09:00–17:00". */
void hours_words(struct string *string, const struct hours *hours);
/* The first number of a channel that can be dialled or written to, with what to do with it. */
const char *channel_number(const struct channel *channel);
/* The address to open for it: of its form for reports, its page or its chat; NULL for none. */
const char *channel_address(const struct channel *channel);
/* When it answers, what it costs, and how the number shown is used; the caller frees the text. */
struct string channel_remarks(const struct channel *channel);
/* A count with the separators of the current language. */
void count_words(struct string *string, long long count);

/* The channels of a country in their order; the caller frees the list. */
const struct channel **country_channels(const struct scene *scene, const char *code, size_t *count);
const char *country_code(const struct scene *scene, const char *id);

/* The slide in the area, part by part where it has several. */
void slide_draw(const struct scene *scene, const struct slide *slide, struct area area);

void attract_draw(const struct scene *scene);
void help_draw(const struct scene *scene);
void report_draw(const struct scene *scene);
void channel_draw(const struct scene *scene);
void page_draw(const struct scene *scene);
void countries_draw(const struct scene *scene);
void languages_draw(const struct scene *scene);
void small_draw(const struct scene *scene);

#endif
