/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flow of headings, texts and cards becomes columns and pages of rows at the size there is. Nothing is
 * ever cut: what does not fit goes to the next column or page, and a card or text taller than a page goes
 * on there.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "art.h"
#include "canvas.h"
#include "letters.h"

enum { TEXT_COLUMN = 60 }; /* text is never wider, in letters */

struct flow_block;
struct flow_row;

/* All zeros is an empty flow. It owns copies of all texts; the caller finishes it. */
struct flow {
	struct flow_block *blocks;
	size_t block_count, block_capacity;
	struct flow_row *rows;
	size_t row_count, row_capacity;
	struct text_mode mode;
	/* How texts are written from now on: in letters of several rows, or, where a text has characters that these
	   do not have, bold and with space between its lines. */
	enum letters letters;
	bool apart; /* what can be touched is a row apart from other such things, those around the flow too */
	int card; /* the card that is being filled; 0: none */
	int card_count;
	int columns, column_width, column_height; /* as laid out */
	int pages;
	int used_height; /* rows of the tallest column */
};

void flow_text(struct flow *flow, enum style style, const char *text);
/* Stays with what comes next. */
void flow_heading(struct flow *flow, const char *text);
/* A text with a marker ("•", "1.") before it. */
void flow_item(struct flow *flow, const char *marker, const char *text);
/* A blank row; none at the top of a column. */
void flow_gap(struct flow *flow);
/* A number in big digits, as large as the column allows up to `largest`; as plain text where none fits. */
void flow_number(struct flow *flow, const char *number, enum digits largest);
/* The same for a number that is not to be dialled: it is read aloud as a whole. */
void flow_figure(struct flow *flow, const char *number, enum digits largest);
/* A bar over the width of the column, filled by the share (plot.h). */
void flow_bar(struct flow *flow, double share);
/* Everything between begin and end lies on one card, which answers a touch. Its upper edge carries the
   label, and the number, which may be NULL, at its far end; its lower edge the foot, which may be NULL.
   What does not fit on an edge gets rows of its own. */
void flow_card_begin(
	struct flow *flow, struct action action, const char *label, const char *number);
void flow_card_end(struct flow *flow, const char *foot);
/* A button of its own. */
void flow_button(struct flow *flow, struct action action, const char *label);

/* Lays it out in columns of at least `narrowest` and at most TEXT_COLUMN letters, in as few as fit on one
   page, else in as many as there is room for. Returns the number of pages. */
int flow_lay(struct flow *flow, struct size room, int narrowest);
/* The widest that a column of it can be. */
int flow_widest(const struct flow *flow);
/* Draws one page, centred in the area, leaves the cards' targets, and says the page's blocks, each whole. */
void flow_draw(const struct flow *flow, struct canvas *canvas, struct area area, int page);
void flow_finish(struct flow *flow);

#endif
