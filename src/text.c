/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From UTF-8 to glyphs in visual order. A text is decoded and cleaned, FriBidi finds levels and joins
 * Arabic, the lines are filled in logical order, and each line is then reordered on its own.
 */
#include "text.h"

#include "memory.h"

#include <fribidi.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

enum {
	NO_BREAK_SPACE = 0xA0,
	NARROW_NO_BREAK_SPACE = 0x202F,
	ZERO_WIDTH_SPACE = 0x200B,
	ZERO_WIDTH_NON_JOINER = 0x200C,
	LEFT_TO_RIGHT_ISOLATE = 0x2066,
	FIRST_STRONG_ISOLATE = 0x2068,
	POP_ISOLATE = 0x2069,
	LIGATURE_FILL = 0xFEFF,
};

static bool is_control(ucs4_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

static bool is_bidi_control(ucs4_t c)
{
	return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
		(c >= 0x2066 && c <= 0x2069);
}

static bool is_mark(ucs4_t c)
{
	return uc_is_general_category(c, UC_NON_SPACING_MARK) ||
		uc_is_general_category(c, UC_ENCLOSING_MARK);
}

static bool is_showable(ucs4_t c)
{
	if (c == ZERO_WIDTH_SPACE || c == ZERO_WIDTH_NON_JOINER)
		return true;
	if (uc_is_general_category(c, UC_UNASSIGNED) || uc_is_general_category(c, UC_PRIVATE_USE) ||
		uc_is_general_category(c, UC_SURROGATE) || uc_is_general_category(c, UC_FORMAT))
		return false;
	bool selector = (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0100;
	/* Circled numbers and hexagrams, about whose width libunistring and wcwidth(3) differ. */
	bool disputed = (c >= 0x3248 && c <= 0x324F) || (c >= 0x4DC0 && c <= 0x4DFF);
	return !selector && !disputed && uc_width((ucs4_t)c, "UTF-8") >= 0;
}

static enum text_fault check_character(ucs4_t c, int *marks)
{
	if (is_control(c))
		return TEXT_CONTROL;
	if (is_bidi_control(c))
		return TEXT_BIDI;
	if (!is_showable(c))
		return TEXT_UNSHOWABLE;
	*marks = is_mark(c) ? *marks + 1 : 0;
	return *marks > GLYPH_MARKS ? TEXT_MARKS : TEXT_SOUND;
}

enum text_fault text_check(const char *text, size_t length, size_t *offset, uint32_t *code)
{
	const uint8_t *bytes = (const uint8_t *)text;
	int marks = GLYPH_MARKS; /* a text does not begin with a mark */
	for (size_t i = 0; i < length;) {
		ucs4_t c = 0;
		int size = u8_mbtoucr(&c, bytes + i, length - i);
		*offset = i;
		*code = size < 0 ? bytes[i] : c;
		if (size <= 0)
			return TEXT_NOT_UTF8;
		enum text_fault fault = check_character(c, &marks);
		if (fault != TEXT_SOUND)
			return fault;
		i += (size_t)size;
	}
	return TEXT_SOUND;
}

enum { BREAK_INSIDE = 'i' }; /* see keep_isolates */

/* A decoded stretch without "\n": one entry a character, in logical order, after shaping. */
struct stretch {
	uint32_t *characters;
	char *breaks; /* what may happen before the character: UC_BREAK_…, or BREAK_INSIDE */
	FriBidiLevel *levels;
	FriBidiCharType *types;
	int *widths; /* of the whole glyph at its base; -1 for what belongs to the glyph before it */
	size_t count;
	FriBidiParType direction;
};

static void *new_array(size_t count, size_t size)
{
	void *array = memory_resize(NULL, count ? count : 1, size);
	memset(array, 0, count * size);
	return array;
}

static void stretch_finish(struct stretch *stretch)
{
	free(stretch->characters);
	free(stretch->breaks);
	free(stretch->levels);
	free(stretch->types);
	free(stretch->widths);
}

static bool is_kept(ucs4_t c)
{
	return (is_showable(c) && !is_control(c) && !is_bidi_control(c)) ||
		c == LEFT_TO_RIGHT_ISOLATE || c == FIRST_STRONG_ISOLATE || c == POP_ISOLATE;
}

static void decode(struct stretch *stretch, const char *text, size_t length)
{
	const uint8_t *bytes = (const uint8_t *)text;
	stretch->characters = new_array(length, sizeof *stretch->characters);
	for (size_t i = 0; i < length;) {
		ucs4_t c = 0;
		int size = u8_mbtouc(&c, bytes + i, length - i);
		if (is_kept(c))
			stretch->characters[stretch->count++] = c;
		i += size > 0 ? (size_t)size : 1;
	}
}

/* A text without any right-to-left letter, such as one that was not translated, is read from the left. */
static FriBidiParType direction_of(const struct stretch *stretch, struct text_mode mode)
{
	for (size_t i = 0; mode.right_to_left && i < stretch->count; i++)
		if (FRIBIDI_IS_LETTER(stretch->types[i]) && FRIBIDI_IS_RTL(stretch->types[i]))
			return FRIBIDI_PAR_RTL;
	return FRIBIDI_PAR_LTR;
}

/* UAX #9 levels, and Arabic letters replaced by their joined forms. */
static void shape(struct stretch *stretch, struct text_mode mode)
{
	FriBidiStrIndex count = (FriBidiStrIndex)stretch->count;
	FriBidiBracketType *brackets = new_array(stretch->count, sizeof *brackets);
	FriBidiJoiningType *joining = new_array(stretch->count, sizeof *joining);
	fribidi_get_bidi_types(stretch->characters, count, stretch->types);
	fribidi_get_bracket_types(stretch->characters, count, stretch->types, brackets);
	stretch->direction = direction_of(stretch, mode);
	if (!fribidi_get_par_embedding_levels_ex(
		    stretch->types, brackets, count, &stretch->direction, stretch->levels))
		memset(stretch->levels, 0, stretch->count * sizeof *stretch->levels);
	if (!mode.terminal_reorders) {
		fribidi_get_joining_types(stretch->characters, count, joining);
		fribidi_join_arabic(stretch->types, count, stretch->levels, joining);
		fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, stretch->levels, count,
			joining, stretch->characters);
	}
	free(brackets);
	free(joining);
}

static bool is_invisible(ucs4_t c)
{
	return c == ZERO_WIDTH_SPACE || c == ZERO_WIDTH_NON_JOINER || c == LIGATURE_FILL ||
		is_bidi_control(c);
}

static void measure(struct stretch *stretch, struct text_mode mode)
{
	bool has_base = false;
	for (size_t i = 0; i < stretch->count; i++) {
		ucs4_t c = stretch->characters[i];
		int width = is_invisible(c) ? 0 : uc_width(c, "UTF-8");
		bool belongs = is_invisible(c) || (width == 0 && has_base);
		width = mode.advance ? mode.advance(c) : width > 0 ? width : 1;
		stretch->widths[i] = belongs ? -1 : width;
		has_base = has_base || !belongs;
	}
}

/* A number or an address stays on one line if it can: between the marks of text_isolated a line is broken
   only when it begins with them and is still too short. */
static void keep_isolates(struct stretch *stretch)
{
	bool inside = false;
	for (size_t i = 0; i < stretch->count; i++) {
		bool possible = inside && stretch->breaks[i] == UC_BREAK_POSSIBLE;
		if (possible && stretch->characters[i - 1] == LEFT_TO_RIGHT_ISOLATE) {
			stretch->breaks[i - 1] =
				UC_BREAK_POSSIBLE; /* the mark goes with what follows */
			stretch->breaks[i] = UC_BREAK_PROHIBITED;
		} else if (possible) {
			stretch->breaks[i] = BREAK_INSIDE;
		}
		if (stretch->characters[i] == LEFT_TO_RIGHT_ISOLATE)
			inside = true;
		else if (stretch->characters[i] == POP_ISOLATE)
			inside = false;
	}
}

static struct stretch stretch_new(const char *text, size_t length, struct text_mode mode)
{
	struct stretch stretch = { 0 };
	decode(&stretch, text, length);
	stretch.breaks = new_array(stretch.count, sizeof *stretch.breaks);
	stretch.levels = new_array(stretch.count, sizeof *stretch.levels);
	stretch.types = new_array(stretch.count, sizeof *stretch.types);
	stretch.widths = new_array(stretch.count, sizeof *stretch.widths);
	if (stretch.count) {
		u32_possible_linebreaks(stretch.characters, stretch.count, "UTF-8", stretch.breaks);
		keep_isolates(&stretch);
		shape(&stretch, mode);
	}
	measure(&stretch, mode);
	return stretch;
}

static void add_mark(struct glyph *glyph, uint32_t mark)
{
	for (int i = 0; i < GLYPH_MARKS; i++)
		if (!glyph->marks[i]) {
			glyph->marks[i] = mark;
			return;
		}
}

static struct glyph glyph_at(const struct stretch *stretch, size_t i, bool keep_controls)
{
	uint32_t base = stretch->characters[i];
	bool spaces = base == NO_BREAK_SPACE || base == NARROW_NO_BREAK_SPACE;
	struct glyph glyph = { .width = stretch->widths[i] };
	glyph.base = (spaces && !keep_controls) || uc_width(base, "UTF-8") <= 0 ? ' ' : base;
	for (i++; i < stretch->count && stretch->widths[i] < 0; i++)
		if (keep_controls ? stretch->characters[i] != LIGATURE_FILL
				  : !is_invisible(stretch->characters[i]))
			add_mark(&glyph, stretch->characters[i]);
	return glyph;
}

/* Appends the characters from … until as one line, reordered. */
static void add_line(struct paragraph *paragraph, const struct stretch *stretch, size_t range[2],
	bool terminal_reorders)
{
	size_t from = range[0], until = range[1];
	while (until > from && stretch->characters[until - 1] == ' ')
		until--;
	size_t count = until - from;
	FriBidiStrIndex *order = new_array(count, sizeof *order);
	FriBidiLevel *levels = new_array(count, sizeof *levels);
	for (size_t i = 0; i < count; i++) {
		order[i] = (FriBidiStrIndex)i;
		levels[i] = stretch->levels[from + i];
	}
	if (count && !terminal_reorders &&
		!fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, stretch->types + from,
			(FriBidiStrIndex)count, 0, stretch->direction, levels, NULL, order))
		abort(); /* it fails only on arguments that it does not know */
	paragraph->lines = memory_resize(
		paragraph->lines, paragraph->line_count + 1, sizeof *paragraph->lines);
	struct line *line = &paragraph->lines[paragraph->line_count++];
	*line = (struct line){ .glyphs = new_array(count, sizeof *line->glyphs) };
	for (size_t i = 0; i < count; i++) {
		size_t at = from + (size_t)order[i];
		if (stretch->widths[at] < 0)
			continue;
		line->glyphs[line->count] = glyph_at(stretch, at, terminal_reorders);
		line->width += line->glyphs[line->count++].width;
	}
	if (line->width > paragraph->width)
		paragraph->width = line->width;
	free(order);
	free(levels);
}

static int width_between(const struct stretch *stretch, size_t from, size_t until)
{
	int width = 0;
	for (size_t i = from; i < until; i++)
		width += stretch->widths[i] > 0 ? stretch->widths[i] : 0;
	return width;
}

static bool may_break(const struct stretch *stretch, size_t i)
{
	return stretch->breaks[i] == UC_BREAK_POSSIBLE || stretch->breaks[i] == UC_BREAK_MANDATORY;
}

/* Where the line that starts at `from` ends: after the last word that fits, or within a word that is
   wider than a line, between two glyphs. */
static size_t line_end(const struct stretch *stretch, size_t from, int width)
{
	int used = 0;
	size_t last_break = from, last_inside = from;
	for (size_t i = from; i < stretch->count; i++) {
		if (i > from && may_break(stretch, i))
			last_break = i;
		if (i > from && stretch->breaks[i] == BREAK_INSIDE)
			last_inside = i;
		int own = stretch->widths[i] > 0 ? stretch->widths[i] : 0;
		if (used + own > width && stretch->characters[i] != ' ' && i > from)
			return last_break > from     ? last_break
				: last_inside > from ? last_inside
						     : i;
		used += own;
	}
	return stretch->count;
}

struct paragraph text_wrap(const char *text, int width, struct text_mode mode)
{
	struct paragraph paragraph = { 0 };
	if (!*text)
		return paragraph;
	width = width < 2 ? 2 : width;
	for (const char *start = text; start;) {
		const char *end = strchr(start, '\n');
		size_t length = end ? (size_t)(end - start) : strlen(start);
		struct stretch stretch = stretch_new(start, length, mode);
		size_t range[2] = { 0, 0 };
		do {
			range[1] = line_end(&stretch, range[0], width);
			add_line(&paragraph, &stretch, range, mode.terminal_reorders);
			range[0] = range[1];
		} while (range[0] < stretch.count);
		stretch_finish(&stretch);
		start = end ? end + 1 : NULL;
	}
	return paragraph;
}

void paragraph_finish(struct paragraph *paragraph)
{
	for (size_t i = 0; i < paragraph->line_count; i++)
		free(paragraph->lines[i].glyphs);
	free(paragraph->lines);
	*paragraph = (struct paragraph){ 0 };
}

int text_width(const char *text)
{
	struct paragraph paragraph = text_wrap(text, INT_MAX / 4, (struct text_mode){ 0 });
	int width = paragraph.width;
	paragraph_finish(&paragraph);
	return width;
}

int text_widest_word(const char *text)
{
	struct stretch stretch = stretch_new(text, strlen(text), (struct text_mode){ 0 });
	int widest = 0;
	size_t start = 0;
	for (size_t i = 1; i <= stretch.count; i++) {
		if (i < stretch.count && !may_break(&stretch, i) &&
			stretch.characters[i - 1] != '\n')
			continue;
		size_t end = i;
		while (end > start && stretch.characters[end - 1] == ' ')
			end--;
		int width = width_between(&stretch, start, end);
		widest = width > widest ? width : widest;
		start = i;
	}
	stretch_finish(&stretch);
	return widest;
}

char *text_isolated(char buffer[TEXT_ISOLATED], const char *number)
{
	static const char open[] = "\xE2\x81\xA6", close[] = "\xE2\x81\xA9", space[] = "\xC2\xA0";
	size_t length = 0;
	memcpy(buffer, open, 3);
	length = 3;
	for (; *number; number++) {
		if (length + 2 + 3 + 1 > TEXT_ISOLATED) {
			buffer[0] = '\0';
			return buffer;
		}
		if (*number == ' ') {
			memcpy(buffer + length, space, 2);
			length += 2;
		} else {
			buffer[length++] = *number;
		}
	}
	memcpy(buffer + length, close, 4);
	return buffer;
}

int text_digit(const char *at, size_t *bytes)
{
	ucs4_t c = 0;
	int size = u8_mbtouc(&c, (const uint8_t *)at, strnlen(at, 4));
	*bytes = size > 0 ? (size_t)size : 1;
	return uc_decimal_value(c);
}

size_t text_distance(const char *a, const char *b)
{
	enum { LONGEST = 64 };
	size_t row[LONGEST + 1], a_length = strlen(a), b_length = strlen(b);
	if (a_length > LONGEST || b_length > LONGEST)
		return LONGEST;
	for (size_t j = 0; j <= b_length; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t above = row[j], cost = a[i - 1] == b[j - 1] ? 0 : 1;
			size_t best = diagonal + cost;
			best = above + 1 < best ? above + 1 : best;
			best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
			row[j] = best;
			diagonal = above;
		}
	}
	return row[b_length];
}

/* The letters without case and accents. The caller frees; NULL when the text is no UTF-8. */
static uint8_t *sort_key(const char *text, size_t *length)
{
	uint8_t *key = u8_casefold(
		(const uint8_t *)text, strlen(text), NULL, UNINORM_NFD, NULL, length);
	size_t kept = 0;
	for (size_t i = 0; key && i < *length;) {
		ucs4_t c = 0;
		int size = u8_mbtouc(&c, key + i, *length - i);
		if (!is_mark(c)) {
			memmove(key + kept, key + i, (size_t)size);
			kept += (size_t)size;
		}
		i += (size_t)size;
	}
	*length = kept;
	return key;
}

int text_compare(const char *a, const char *b)
{
	size_t a_length = 0, b_length = 0;
	uint8_t *a_key = sort_key(a, &a_length), *b_key = sort_key(b, &b_length);
	int order = a_key && b_key ? u8_cmp2(a_key, a_length, b_key, b_length) : 0;
	free(a_key);
	free(b_key);
	return order ? order : strcmp(a, b);
}

size_t text_encode(char bytes[TEXT_ENCODED], uint32_t character)
{
	int length = u8_uctomb((uint8_t *)bytes, character, TEXT_ENCODED);
	return length > 0 ? (size_t)length : 0;
}
