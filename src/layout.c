/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Blocks are cut into rows for a width, rows are put into columns of a height. Rows that must stay
 * together form a unit; a unit taller than a column is split.
 */
#include "layout.h"

#include "memory.h"
#include "plot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* On the edge of a card, text has a corner, a line and a space at each side. */
enum { GUTTER = 2, CARD_PADDING = 2, EDGE_PADDING = 3, SMALLEST_TARGET = 3 };

enum block_kind {
	BLOCK_TEXT,
	BLOCK_HEADING,
	BLOCK_ITEM,
	BLOCK_GAP,
	BLOCK_NUMBER,
	BLOCK_BAR,
	BLOCK_CARD,
	BLOCK_FOOT,
	BLOCK_BUTTON,
};

struct flow_block {
	enum block_kind kind;
	enum style style;
	enum letters letters;
	char *text, *second; /* second: marker of an item, number of a card, or NULL */
	enum digits largest;
	double share; /* of a bar */
	bool figure; /* a number that is not to be dialled */
	int card; /* from 1; 0: on no card */
	struct action action; /* of its card */
};

enum row_part { ROW_TEXT, ROW_TOP, ROW_BOTTOM, ROW_DIGITS, ROW_BAR };

struct flow_row {
	enum row_part part;
	enum letters letters; /* of text and second; the rows below it that they take are empty */
	struct paragraph text; /* at most one line */
	struct paragraph second; /* at the start for a marker, at the end for a number */
	enum style style;
	enum align align;
	int indent;
	const char *digits; /* a line of a number, on the first of its rows */
	size_t digits_length;
	enum digits size;
	double share;
	int card;
	const struct flow_block *block;
	const struct action *action;
	bool unit_starts; /* what follows until the next such row stays together with it */
	bool continues; /* a part of what stands in the row above, never parted from it */
	bool blank; /* a gap, which no column starts with */
	int column, y; /* where it was put; column counts over all pages */
};

static struct flow_block *add_block(struct flow *flow, enum block_kind kind, enum style style)
{
	if (flow->block_count == flow->block_capacity) {
		flow->block_capacity = flow->block_capacity ? flow->block_capacity * 2 : 32;
		flow->blocks = memory_resize(
			flow->blocks, flow->block_capacity, sizeof *flow->blocks);
	}
	struct flow_block *block = &flow->blocks[flow->block_count];
	*block = (struct flow_block){
		.kind = kind, .style = style, .letters = flow->letters, .card = flow->card
	};
	if (flow->card && flow->block_count)
		block->action = flow->blocks[flow->block_count - 1].action;
	flow->block_count++;
	return block;
}

static char *copy(const char *text)
{
	return memory_copy(text, strlen(text));
}

void flow_text(struct flow *flow, enum style style, const char *text)
{
	add_block(flow, BLOCK_TEXT, style)->text = copy(text);
}

void flow_heading(struct flow *flow, const char *text)
{
	add_block(flow, BLOCK_HEADING, STYLE_STRONG)->text = copy(text);
}

void flow_item(struct flow *flow, const char *marker, const char *text)
{
	struct flow_block *block = add_block(flow, BLOCK_ITEM, STYLE_TEXT);
	block->text = copy(text);
	block->second = copy(marker);
}

void flow_gap(struct flow *flow)
{
	add_block(flow, BLOCK_GAP, STYLE_TEXT);
}

void flow_number(struct flow *flow, const char *number, enum digits largest)
{
	struct flow_block *block = add_block(
		flow, BLOCK_NUMBER, flow->card ? STYLE_DIGITS : STYLE_STRONG);
	block->text = copy(number);
	block->largest = largest;
}

void flow_bar(struct flow *flow, double share)
{
	add_block(flow, BLOCK_BAR, STYLE_HEART)->share = share;
}

void flow_figure(struct flow *flow, const char *number, enum digits largest)
{
	flow_number(flow, number, largest);
	flow->blocks[flow->block_count - 1].figure = true;
}

void flow_card_begin(struct flow *flow, struct action action, const char *label, const char *number)
{
	flow->card = ++flow->card_count;
	struct flow_block *block = add_block(flow, BLOCK_CARD, STYLE_CARD_MUTED);
	block->text = copy(label);
	block->second = number ? copy(number) : NULL;
	block->action = action;
}

void flow_card_end(struct flow *flow, const char *foot)
{
	if (foot)
		add_block(flow, BLOCK_FOOT, STYLE_CARD_MUTED)->text = copy(foot);
	flow->card = 0;
}

void flow_button(struct flow *flow, struct action action, const char *label)
{
	flow_card_begin(flow, action, "", NULL);
	add_block(flow, BLOCK_BUTTON, STYLE_BUTTON)->text = copy(label);
	flow_card_end(flow, NULL);
}

static struct flow_row *add_row(struct flow *flow, const struct flow_block *block)
{
	if (flow->row_count == flow->row_capacity) {
		flow->row_capacity = flow->row_capacity ? flow->row_capacity * 2 : 64;
		flow->rows = memory_resize(flow->rows, flow->row_capacity, sizeof *flow->rows);
	}
	struct flow_row *row = &flow->rows[flow->row_count++];
	*row = (struct flow_row){
		.style = block->style, .card = block->card, .action = &block->action
	};
	row->indent = block->card ? CARD_PADDING : 0;
	return row;
}

static struct paragraph one_line(const struct flow *flow, const char *text)
{
	return text_wrap(text, 1000, flow->mode);
}

/* The letters in which the block's text can be written. */
static enum letters letters_of(const struct flow *flow, const struct flow_block *block)
{
	bool has = block->letters && letters_rows(block->letters) <= flow->column_height &&
		letters_have(block->letters, block->text);
	return has ? block->letters : LETTERS_NONE;
}

/* The row takes the place of so many. */
static void add_continued(struct flow *flow, const struct flow_block *block, int rows)
{
	for (int i = 1; i < rows; i++)
		add_row(flow, block)->continues = true;
}

static void add_wrapped(struct flow *flow, const struct flow_block *block, int width, int indent)
{
	enum letters letters = letters_of(flow, block);
	bool spread = block->letters && !letters;
	int rows = spread ? 2 : letters_rows(letters);
	struct paragraph paragraph = letters_wrap(letters, block->text, width - indent, flow->mode);
	if (paragraph.line_count == 0)
		add_row(flow, block); /* an empty text is an empty row */
	for (size_t i = 0; i < paragraph.line_count; i++) {
		struct flow_row *row = add_row(flow, block);
		row->letters = letters;
		row->style = spread && row->style != STYLE_BUTTON ? STYLE_STRONG : row->style;
		row->indent += indent;
		row->align = block->kind == BLOCK_BUTTON ? ALIGN_CENTRE : ALIGN_START;
		row->text.lines = memory_resize(NULL, 1, sizeof *row->text.lines);
		row->text.lines[0] = paragraph.lines[i];
		row->text.line_count = 1;
		add_continued(flow, block, rows);
	}
	free(paragraph.lines); /* the lines themselves moved to the rows */
}

/* Where no big digits fit, the number is a line of text. */
static void add_plain_number(struct flow *flow, const struct flow_block *block, int width)
{
	char isolated[TEXT_ISOLATED];
	struct flow_block plain = *block;
	plain.text = text_isolated(isolated, block->text);
	size_t first = flow->row_count;
	add_wrapped(flow, &plain, width, 0);
	for (size_t i = first; i < flow->row_count; i++)
		flow->rows[i].action = &block->action;
}

static void add_number(struct flow *flow, const struct flow_block *block, int width)
{
	struct digit_lines lines;
	struct size room = { width, flow->column_height - 1 };
	if (!art_digits_fit(block->text, room, block->largest, &lines)) {
		add_plain_number(flow, block, width);
		return;
	}
	int height = art_digits_size("0", lines.size).height + 1; /* and an empty row */
	for (int i = 0; i < lines.count * height - 1; i++) {
		struct flow_row *row = add_row(flow, block);
		row->part = ROW_DIGITS;
		row->digits = i % height == 0 ? lines.lines[i / height].text : NULL;
		row->continues = !row->digits;
		row->digits_length = lines.lines[i / height].length;
		row->size = lines.size;
	}
}

/* In large type a card's number stands beside the label, at its far end, or else below it. The label's rows begin
   with the row `first`. */
static void add_large_number(
	struct flow *flow, const struct flow_block *block, int width, size_t first)
{
	struct flow_row *label = &flow->rows[first];
	struct size size = art_digits_size(block->second, DIGITS_MEDIUM);
	bool one_line = flow->row_count - first == (size_t)size.height;
	if (size.width && one_line && label->text.line_count &&
		letters_width(label->letters, &label->text.lines[0]) + size.width + GUTTER <=
			width) {
		label->digits = block->second;
		label->digits_length = strlen(block->second);
		label->size = DIGITS_MEDIUM;
		return;
	}
	struct digit_lines lines;
	struct flow_block number = *block;
	number.text = block->second;
	number.largest = block->letters == LETTERS_SMALL ? DIGITS_MEDIUM : DIGITS_LARGE;
	number.style = STYLE_DIGITS;
	size_t start = flow->row_count;
	if (art_digits_fit(number.text, (struct size){ width, flow->column_height - 1 },
		    number.largest, &lines) &&
		lines.count == 1)
		add_number(flow, &number, width);
	else
		add_plain_number(flow, &number, width); /* rather than in several lines */
	for (size_t i = start; i < flow->row_count; i++)
		flow->rows[i].action = &block->action;
}

/* Whether a card has edges above and below: in large type, where two lines leave room for them; a button, where
   its label does. */
static bool has_edges(const struct flow *flow, const struct flow_block *block)
{
	if (!block->letters)
		return true;
	const struct flow_block *label = block->kind == BLOCK_CARD ? block + 1 : block;
	int line = letters_rows(block->letters), needed = 2 * line;
	if (label->kind == BLOCK_BUTTON)
		needed = letters_of(flow, label) ? line : 2;
	return flow->column_height >= needed + 2;
}

/* The upper edge of a card with its label and number, or these in rows of their own below it. */
static void add_card_top(struct flow *flow, const struct flow_block *block, int width)
{
	char isolated[TEXT_ISOLATED];
	struct paragraph label = one_line(flow, block->text), number = { 0 };
	if (block->second && !block->letters)
		number = one_line(flow, text_isolated(isolated, block->second));
	struct flow_row *top = has_edges(flow, block) ? add_row(flow, block) : NULL;
	if (top) {
		top->part = ROW_TOP;
		top->indent = EDGE_PADDING;
	}
	bool on_edge = top && !block->letters;
	if (on_edge && label.width + number.width + 3 <= width - 2 * EDGE_PADDING) {
		top->text = label;
		top->second = number;
		return;
	}
	paragraph_finish(&label);
	size_t first = flow->row_count;
	if (*block->text)
		add_wrapped(flow, block, width - 2 * CARD_PADDING, 0);
	if (block->second && block->letters)
		add_large_number(flow, block, width - 2 * CARD_PADDING, first);
	if (number.line_count) {
		struct flow_row *row = add_row(flow, block);
		row->second = number;
		row->align = ALIGN_END;
	}
}

/* The lower edge of a card; its last block may be a foot that it carries. */
static void add_card_bottom(struct flow *flow, const struct flow_block *block, int width)
{
	struct paragraph foot = { 0 };
	if (block->kind == BLOCK_FOOT)
		foot = one_line(flow, block->text);
	if (foot.width > width - 2 * EDGE_PADDING || (foot.line_count && block->letters)) {
		paragraph_finish(&foot);
		add_wrapped(flow, block, width - 2 * CARD_PADDING, 0);
	}
	if (!has_edges(flow, block))
		return;
	struct flow_row *bottom = add_row(flow, block);
	bottom->part = ROW_BOTTOM;
	bottom->indent = EDGE_PADDING;
	bottom->text = foot;
}

static void add_content_rows(struct flow *flow, const struct flow_block *block, int width)
{
	size_t first = flow->row_count;
	switch (block->kind) {
	case BLOCK_TEXT:
	case BLOCK_HEADING:
	case BLOCK_BUTTON:
		add_wrapped(flow, block, width, 0);
		break;
	case BLOCK_ITEM: {
		enum letters letters = letters_of(flow, block);
		struct paragraph marker = letters_wrap(letters, block->second, width, flow->mode);
		int indent = letters_width(letters, &marker.lines[0]) + letters_columns(letters);
		add_wrapped(flow, block, width, indent);
		flow->rows[first].second = marker;
		flow->rows[first].align = ALIGN_START;
		break;
	}
	case BLOCK_GAP:
		add_row(flow, block)->blank = true;
		break;
	case BLOCK_NUMBER:
		add_number(flow, block, width);
		break;
	case BLOCK_BAR: {
		struct flow_row *row = add_row(flow, block);
		row->part = ROW_BAR;
		row->share = block->share;
		break;
	}
	case BLOCK_CARD:
	case BLOCK_FOOT:
		break; /* see add_card_top and add_card_bottom */
	}
}

static bool keeps_with_previous(const struct flow *flow, size_t index)
{
	const struct flow_block *block = &flow->blocks[index], *before = block - 1;
	return index > 0 &&
		((block->card && block->card == before->card) || before->kind == BLOCK_HEADING);
}

static void clear_rows(struct flow *flow)
{
	for (size_t i = 0; i < flow->row_count; i++) {
		paragraph_finish(&flow->rows[i].text);
		paragraph_finish(&flow->rows[i].second);
	}
	flow->row_count = 0;
}

static void make_rows(struct flow *flow, int width)
{
	bool starts = true;
	clear_rows(flow);
	for (size_t i = 0; i < flow->block_count; i++) {
		const struct flow_block *block = &flow->blocks[i];
		size_t first = flow->row_count;
		starts = starts || !keeps_with_previous(flow, i);
		bool opens = block->card && (i == 0 || block[-1].card != block->card);
		bool closes = block->card &&
			(i + 1 == flow->block_count || block[1].card != block->card);
		if (opens)
			add_card_top(flow, block, width);
		else
			add_content_rows(flow, block, width - (block->card ? 2 * CARD_PADDING : 0));
		if (closes)
			add_card_bottom(flow, block, width);
		for (size_t j = first; j < flow->row_count; j++)
			flow->rows[j].block = block;
		if (first < flow->row_count) {
			flow->rows[first].unit_starts = starts;
			starts = false;
		}
	}
}

static size_t unit_end(const struct flow *flow, size_t first)
{
	size_t end = first + 1;
	while (end < flow->row_count && !flow->rows[end].unit_starts)
		end++;
	return end;
}

struct cursor {
	int column, y;
};

static void place_rows(struct flow *flow, size_t first, size_t end, struct cursor *cursor)
{
	for (size_t i = first; i < end; i++) {
		flow->rows[i].column = cursor->column;
		flow->rows[i].y = cursor->y++;
	}
	if (cursor->y > flow->used_height)
		flow->used_height = cursor->y;
}

/* A unit taller than a column: whole columns of it. What is left over of a card at the end is never lower
   than a target may be, nor do big digits part from one another. */
static void place_tall_unit(struct flow *flow, size_t first, size_t end, struct cursor *cursor)
{
	int height = flow->column_height;
	while (first < end) {
		size_t rows = (size_t)(height - cursor->y);
		if (rows > end - first)
			rows = end - first;
		size_t left = end - first - rows;
		if (flow->rows[first].card && left > 0 && left < SMALLEST_TARGET &&
			rows > SMALLEST_TARGET)
			rows -= rows - (SMALLEST_TARGET - left) >= SMALLEST_TARGET
				? SMALLEST_TARGET - left
				: rows - SMALLEST_TARGET;
		size_t cut = first + rows;
		while (cut < end && cut > first && flow->rows[cut].continues)
			cut--;
		if (cut == first && cursor->y > 0) {
			*cursor = (struct cursor){ cursor->column + 1, 0 };
			continue;
		}
		if (cut == first)
			cut = first + rows;
		place_rows(flow, first, cut, cursor);
		if (flow->rows[first].card && cut - first < SMALLEST_TARGET)
			cursor->y += (int)(SMALLEST_TARGET - (cut - first));
		first = cut;
		if (first < end)
			*cursor = (struct cursor){ cursor->column + 1, 0 };
	}
}

/* Rows that the first piece of a unit too tall for a column needs at least: of a card in large type, half a
   column. */
static int least_piece(const struct flow *flow, size_t first)
{
	const struct flow_row *row = &flow->rows[first];
	int text = letters_rows(row->letters);
	if (row->card && flow->letters && flow->column_height / 2 > text)
		text = flow->column_height / 2;
	return text > SMALLEST_TARGET ? text : SMALLEST_TARGET;
}

/* Whether the unit can only be touched as a whole, so that what is around it must leave a row free. */
static bool is_close(const struct flow *flow, size_t first, size_t end)
{
	return flow->apart && flow->rows[first].card &&
		(flow->rows[end - 1].style == STYLE_BUTTON || end - first < SMALLEST_TARGET + 2);
}

/* Puts all rows, with that many empty ones between cards; returns the number of columns used. */
static int place_all(struct flow *flow, int card_gap)
{
	struct cursor cursor = { 0, 0 };
	int height = flow->column_height;
	bool close_before = false;
	flow->used_height = 0;
	for (size_t first = 0; first < flow->row_count;) {
		size_t end = unit_end(flow, first);
		int rows = (int)(end - first);
		bool close = is_close(flow, first, end);
		if (cursor.y > 0 && flow->rows[first].card && flow->rows[first - 1].card)
			cursor.y += close || close_before ? 1 : card_gap;
		if (cursor.y > 0 &&
			(rows > height ? height - cursor.y < least_piece(flow, first)
				       : cursor.y + rows + close > height))
			cursor = (struct cursor){ cursor.column + 1, 0 };
		if (cursor.y == 0 && close && rows + 2 <= height)
			cursor.y = 1;
		close_before = close;
		if (cursor.y == 0 && flow->rows[first].blank) {
			flow->rows[first].column = -1;
			first = end;
			continue;
		}
		if (rows > height)
			place_tall_unit(flow, first, end, &cursor);
		else
			place_rows(flow, first, end, &cursor);
		first = end;
	}
	return cursor.y > 0 ? cursor.column + 1 : cursor.column > 0 ? cursor.column : 1;
}

static int pages_of(const struct flow *flow, int columns)
{
	return (columns + flow->columns - 1) / flow->columns;
}

int flow_widest(const struct flow *flow)
{
	return TEXT_COLUMN * letters_columns(flow->letters);
}

int flow_lay(struct flow *flow, struct size room, int narrowest)
{
	int scale = letters_columns(flow->letters);
	int most = (room.width + GUTTER) / (narrowest * scale + GUTTER);
	most = most < 1 ? 1 : most;
	flow->column_height = room.height < 1 ? 1 : room.height;
	for (flow->columns = 1; flow->columns <= most; flow->columns++) {
		int width = (room.width + GUTTER) / flow->columns - GUTTER;
		flow->column_width = width > flow_widest(flow) ? flow_widest(flow) : width;
		make_rows(flow, flow->column_width);
		flow->pages = pages_of(flow, place_all(flow, 0));
		if (pages_of(flow, place_all(flow, 1)) > flow->pages)
			place_all(flow, 0);
		if (flow->pages <= 1 || flow->columns == most)
			break;
	}
	return flow->pages;
}

/* A piece of text on the upper edge, with a space before and after it. */
static void draw_on_edge(struct canvas *canvas, struct area area, enum style style,
	enum align align, const struct line *line)
{
	struct area ground = { area.x, area.y, line->width + 2, 1 };
	ground.x += align == ALIGN_START ? -1 : area.width - line->width - 1;
	canvas_fill(canvas, ground, style);
	canvas_line(canvas, area, style, align, line);
}

static void draw_card_edge(const struct flow_row *row, struct canvas *canvas, struct area area)
{
	struct area inner = { area.x + row->indent, area.y, area.width - 2 * row->indent, 1 };
	if (row->text.line_count)
		draw_on_edge(canvas, inner, STYLE_CARD_MUTED, ALIGN_START, &row->text.lines[0]);
	if (row->second.line_count)
		draw_on_edge(canvas, inner, STYLE_DIGITS, ALIGN_END, &row->second.lines[0]);
}

static void draw_line(struct canvas *canvas, struct area area, const struct flow_row *row,
	enum style style, const struct line *line)
{
	letters_line(canvas, area, (struct writing){ row->letters, style, row->align }, line);
}

static void draw_row(const struct flow_row *row, struct canvas *canvas, struct area area)
{
	struct area inner = { area.x + row->indent, area.y,
		area.width - row->indent - (row->card ? CARD_PADDING : 0), 1 };
	if (row->part == ROW_BAR)
		plot_bar(canvas, inner, row->share);
	if (row->digits) {
		char line[TEXT_ISOLATED];
		snprintf(line, sizeof line, "%.*s", (int)row->digits_length, row->digits);
		struct area digits = inner;
		if (row->text.line_count) { /* beside a label */
			int own = art_digits_size(line, row->size).width;
			digits.x += inner.width - own;
		}
		art_digits(canvas, digits, row->text.line_count ? STYLE_DIGITS : row->style, line,
			row->size);
	}
	if (row->text.line_count)
		draw_line(canvas, inner, row, row->style, &row->text.lines[0]);
	if (!row->second.line_count)
		return;
	bool marker = row->align == ALIGN_START;
	if (marker) {
		int own = letters_width(row->letters, &row->second.lines[0]);
		inner.x -= own + letters_columns(row->letters);
		inner.width = own;
	}
	draw_line(canvas, inner, row, marker ? STYLE_HEART : STYLE_DIGITS, &row->second.lines[0]);
}

/* Which of a card's edges a piece of it has. */
struct edges {
	enum style style;
	bool top, bottom;
};

/* A piece of a card that goes on in another column: open above, below or both. */
static void draw_open_card(
	struct canvas *canvas, struct area area, enum style ground, struct edges edges)
{
	enum { SIDE = 0x2502, LINE = 0x2500 };
	struct area place = canvas_place(canvas, area);
	int right = place.x + place.width - 1;
	canvas_fill(canvas, area, ground);
	for (int i = 0; i < area.height; i++) {
		bool top = edges.top && i == 0, bottom = edges.bottom && i == area.height - 1;
		int y = place.y + i;
		for (int x = place.x + 1; (top || bottom) && x < right; x++)
			canvas_put(canvas, x, y, LINE, edges.style);
		canvas_put(canvas, place.x, y, top ? 0x256D : bottom ? 0x2570 : SIDE, edges.style);
		canvas_put(canvas, right, y, top ? 0x256E : bottom ? 0x256F : SIDE, edges.style);
	}
}

/* Where a card answers a touch: within its edges, if it is high enough, so that neighbours are a row apart. */
static struct area target_of(struct area card, bool is_button)
{
	if (is_button || card.height < SMALLEST_TARGET + 2)
		return card;
	return (struct area){ card.x, card.y + 1, card.width, card.height - 2 };
}

/* The ground and the edges of one piece of a card, which may go on in another column. */
static void draw_card(
	const struct flow *flow, struct canvas *canvas, struct area area, size_t range[2])
{
	const struct flow_row *first = &flow->rows[range[0]], *last = &flow->rows[range[1] - 1];
	bool is_button = last->style == STYLE_BUTTON;
	bool focus = canvas_button(canvas, target_of(area, is_button), *first->action);
	enum style ground = is_button ? STYLE_BUTTON : STYLE_CARD;
	enum style edge = focus ? STYLE_FOCUS : is_button ? STYLE_BUTTON_EDGE : STYLE_CARD_EDGE;
	bool top = first->part == ROW_TOP, bottom = last->part == ROW_BOTTOM;
	if (top && bottom) {
		canvas_box(canvas, area, ground, edge);
		return;
	}
	draw_open_card(canvas, area, ground, (struct edges){ edge, top, bottom });
}

/* Says a block with its number, and with its marker unless that is but a dot. */
static void say_block(const struct flow_block *block, struct canvas *canvas)
{
	char isolated[TEXT_ISOLATED];
	if (block->kind == BLOCK_ITEM && strcmp(block->second, "•") != 0)
		canvas_say(canvas, block->second);
	if (block->kind == BLOCK_NUMBER && !block->figure)
		canvas_say(canvas, text_isolated(isolated, block->text));
	else if (block->text)
		canvas_say(canvas, block->text);
	if (block->kind == BLOCK_CARD && block->second)
		canvas_say(canvas, text_isolated(isolated, block->second));
}

static int page_of(const struct flow *flow, const struct flow_row *row)
{
	return row->column < 0 ? -1 : row->column / flow->columns;
}

void flow_draw(const struct flow *flow, struct canvas *canvas, struct area area, int page)
{
	int used = flow->columns * (flow->column_width + GUTTER) - GUTTER;
	int left = area.x + (area.width - used) / 2;
	for (size_t i = 0; i < flow->row_count; i++) {
		const struct flow_row *row = &flow->rows[i];
		if (page_of(flow, row) != page)
			continue;
		if (i == 0 || row[-1].block != row->block || page_of(flow, &row[-1]) != page)
			say_block(row->block, canvas);
		struct area place = { left +
				row->column % flow->columns * (flow->column_width + GUTTER),
			area.y + row->y, flow->column_width, 1 };
		bool starts = row->card &&
			(i == 0 || row[-1].card != row->card || row[-1].column != row->column);
		if (starts) {
			size_t range[2] = { i, i + 1 };
			while (range[1] < flow->row_count &&
				flow->rows[range[1]].card == row->card &&
				flow->rows[range[1]].column == row->column)
				range[1]++;
			struct area card = place;
			card.height = (int)(range[1] - range[0]);
			if (card.height < SMALLEST_TARGET)
				card.height = SMALLEST_TARGET;
			draw_card(flow, canvas, card, range);
		}
		if (row->part == ROW_TOP || row->part == ROW_BOTTOM)
			draw_card_edge(row, canvas, place);
		else
			draw_row(row, canvas, place);
	}
}

void flow_finish(struct flow *flow)
{
	clear_rows(flow);
	free(flow->rows);
	for (size_t i = 0; i < flow->block_count; i++) {
		free(flow->blocks[i].text);
		free(flow->blocks[i].second);
	}
	free(flow->blocks);
	*flow = (struct flow){ 0 };
}
