/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text: UTF-8 cut into glyphs, measured in terminal columns, wrapped, and put into visual order. Widths
 * follow wcwidth(3), as ncurses does; line breaks UAX #14; direction UAX #9, Arabic shaping by FriBidi.
 */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What text from outside may not contain. */
enum text_fault {
	TEXT_SOUND,
	TEXT_NOT_UTF8,
	TEXT_CONTROL, /* C0, C1, line and paragraph separators */
	TEXT_BIDI, /* embeddings, overrides, isolates, marks: the program sets direction itself */
	TEXT_UNSHOWABLE, /* no terminal shows it: unassigned, private, format, emoji selectors */
	TEXT_MARKS, /* more combining marks on one letter than a cell holds */
};

/* The first fault of a text; `*offset` is its byte and `*code` its code point. */
enum text_fault text_check(const char *text, size_t length, size_t *offset, uint32_t *code);

enum { GLYPH_MARKS = 4 };

/* What one cell, or two for a wide character, shows: a spacing character and its marks. */
struct glyph {
	uint32_t base;
	uint32_t marks[GLYPH_MARKS]; /* unused ones are 0 */
	int width; /* 1 or 2; or as struct text_mode's advance says */
};

/* How the terminal wants right-to-left text. */
struct text_mode {
	bool right_to_left; /* the paragraph's direction, unless it has no such letter at all */
	bool terminal_reorders; /* leave order and shapes to the terminal */
	/* The width of a character where it is not in columns of the terminal, but in units of the caller's. */
	int (*advance)(uint32_t character);
};

/* One line of a paragraph in the order in which it is shown, left to right. */
struct line {
	struct glyph *glyphs;
	size_t count;
	int width;
};

/* A wrapped text; all zeros is an empty one. */
struct paragraph {
	struct line *lines;
	size_t line_count;
	int width; /* of the widest line */
};

/* Wraps `text` into lines of at most `width` columns (at least 2). "\n" starts a new line. A word wider
   than a line is broken between glyphs; nothing is lost but the spaces at line ends. The caller finishes it. */
struct paragraph text_wrap(const char *text, int width, struct text_mode mode);
void paragraph_finish(struct paragraph *paragraph);

/* Columns of the text on one line. */
int text_width(const char *text);
/* Columns of the widest piece that cannot be broken at a line-break opportunity. */
int text_widest_word(const char *text);

/* The number or address wrapped in U+2066 … U+2069, its spaces made unbreakable, so that it keeps its
   order within right-to-left text and stays on one line. Writes to buffer (NUL-terminated) and returns
   it; a number that does not fit, which no loaded one is, gives "". */
enum { TEXT_ISOLATED = 256 };
char *text_isolated(char buffer[TEXT_ISOLATED], const char *number);

/* A printf format for a text in a language of its own, such as a name: U+2068 … U+2069 keep its order
   (UAX #9). */
#define TEXT_FOREIGN "\xE2\x81\xA8%s\xE2\x81\xA9"

/* The number of single-character edits (Levenshtein) between two short ASCII words. */
size_t text_distance(const char *a, const char *b);
/* The value 0 to 9 of the decimal digit, of any script, that begins there; -1 for another character. *bytes
   is how long the character is. */
int text_digit(const char *at, size_t *bytes);
/* Writes the UTF-8 of a character; returns its bytes, 0 for what is none. */
enum { TEXT_ENCODED = 6 };
size_t text_encode(char bytes[TEXT_ENCODED], uint32_t character);
/* For sorting names as people look them up: case and accents count last. <0, 0, >0 as strcmp(3). */
int text_compare(const char *a, const char *b);

#endif
