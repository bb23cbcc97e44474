/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ncursesw, signals and the wait. Signals only write a byte to a pipe that the wait reads. What comes from the
 * terminal is cut into whole sequences (sequence.h); those that curses knows reach it through a second pipe,
 * as its mouse decoder would wait for the rest of a broken report, and all else with it.
 */
#define NCURSES_WIDECHAR 1
#include "terminal.h"

#include "sequence.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum {
	ESCAPE_DELAY_MS = 25,
	SECONDS_TO_STOP = 3,
	FIRST_OWN_COLOUR = 8, /* 8 to 15 have the shortest sequences that bold does not change */
	OWN_COLOURS = 64,
	DIRECT_COLOURS = 1 << 24,
	FULL_BLOCK = 0x2588
};

static bool is_open;
static SCREEN *screen;
static FILE *input_stream; /* the reading end of input_pipe, for curses */
static int signal_pipe[2] = { -1, -1 }, input_pipe[2] = { -1, -1 };
static struct termios modes_before;
static volatile sig_atomic_t stopping;
static enum colours depth;
static attr_t attributes[STYLE_COUNT];
static bool on_ground[STYLE_COUNT]; /* the style's empty cells look as those of STYLE_TEXT */

/* Colours of the terminal's palette that were defined, from FIRST_OWN_COLOUR on. */
static struct {
	uint32_t rgb[OWN_COLOURS];
	int count;
} own;

/* Bytes of the terminal that are no whole sequence yet, and when the last of them came. */
static struct {
	char bytes[SEQUENCE_LONGEST];
	size_t length;
	int64_t since_ms;
	bool in_background; /* the terminal is another program's, until SIGCONT */
} pending;

static void on_signal(int number)
{
	int saved = errno;
	char byte = (char)number;
	ssize_t written = write(signal_pipe[1], &byte, 1);
	(void)written; /* a full pipe already wakes the loop */
	if (number != SIGWINCH && number != SIGCONT && !stopping) {
		stopping = 1;
		alarm(SECONDS_TO_STOP);
	}
	errno = saved;
}

/* The loop has not ended: the terminal takes no more output, so that not even a farewell can be written. */
static void on_alarm(int number)
{
	(void)number;
	if (!stopping)
		return;
	if (is_open)
		tcsetattr(STDOUT_FILENO, TCSANOW, &modes_before);
	_exit(0);
}

static void handle(int number, void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

static bool open_pipe(int ends[2])
{
	if (pipe(ends) != 0)
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(ends[i], F_SETFL, O_NONBLOCK);
		fcntl(ends[i], F_SETFD, FD_CLOEXEC);
	}
	return true;
}

/* Signals that tell of a fault in the program, or that belong to the system. */
static bool is_left_alone(int number)
{
	static const int alone[] = { SIGKILL, SIGSTOP, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT,
		SIGTRAP, SIGSYS, SIGCHLD };
	for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
		if (alone[i] == number)
			return true;
	return false;
}

bool terminal_signals(bool kiosk)
{
	static const int never[] = { SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE };
	static const int leaves[] = { SIGINT, SIGQUIT, SIGHUP };
	if (!open_pipe(signal_pipe))
		return false;
	for (int number = 1; kiosk && number <= SIGRTMAX; number++)
		if (!is_left_alone(number))
			handle(number, SIG_IGN);
	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		handle(never[i], SIG_IGN);
	for (size_t i = 0; i < sizeof leaves / sizeof *leaves; i++)
		handle(leaves[i], kiosk ? SIG_IGN : on_signal);
	handle(SIGTERM, on_signal);
	handle(SIGALRM, on_alarm);
	handle(SIGWINCH, on_signal);
	handle(SIGCONT, on_signal);
	return true;
}

static void write_raw(const char *sequence)
{
	ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
	(void)written; /* a terminal that is gone is noticed by the wait */
}

/* terminfo has a string that this terminal understands. */
static bool is_capability(const char *string)
{
	return string && (intptr_t)string != -1;
}

static enum colours find_depth(enum colours asked)
{
	const char *no_color = getenv("NO_COLOR");
	if ((no_color && *no_color) || !has_colors())
		return COLOURS_MONO;
	bool any = COLORS >= DIRECT_COLOURS || (COLORS >= 256 && can_change_color());
	enum colours most = any ? COLOURS_TRUE
		: COLORS >= 256 ? COLOURS_256
		: COLORS >= 16	? COLOURS_16
		: COLORS >= 8	? COLOURS_8
				: COLOURS_MONO;
	return asked > most ? asked : most; /* fewer, when asked for; never more than it has */
}

/* The number that curses gives a colour; exact ones are defined as they come up. */
static int colour_number(struct colour colour)
{
	if (COLORS >= DIRECT_COLOURS)
		return (int)theme_rgb(colour, depth, false);
	if (depth == COLOURS_8)
		return colour.of_8;
	if (depth == COLOURS_16)
		return colour.of_16;
	if (depth == COLOURS_256)
		return colour.of_256;
	for (int i = 0; i < own.count; i++)
		if (own.rgb[i] == colour.rgb)
			return FIRST_OWN_COLOUR + i;
	if (own.count == OWN_COLOURS)
		return colour.of_256;
	short part[3]; /* in thousandths, rounded up, as the way back is rounded down */
	for (int i = 0; i < 3; i++)
		part[i] = (short)(((colour.rgb >> (16 - 8 * i) & 255) * 1000 + 254) / 255);
	own.rgb[own.count] = colour.rgb;
	init_color((short)(FIRST_OWN_COLOUR + own.count), part[0], part[1], part[2]);
	return FIRST_OWN_COLOUR + own.count++;
}

/* Gives the terminal its own palette back. */
static void forget_own_colours(void)
{
	if (own.count > 0 && is_capability(orig_colors))
		write_raw(orig_colors);
	own.count = 0;
}

/* Each style has a pair of colours, and the same pair swapped. Gives the number of the ground. */
static int define_pairs(int style, struct look look)
{
	int foreground = colour_number(look.foreground);
	int background = colour_number(look.background);
	init_extended_pair(style + 1, foreground, background);
	init_extended_pair(STYLE_COUNT + style + 1, background, foreground);
	return background;
}

void terminal_theme(const struct settings *settings)
{
	struct theme theme = theme_of(settings);
	depth = find_depth(settings->colours);
	if (depth != COLOURS_TRUE)
		forget_own_colours();
	own.count = 0;
	int grounds[STYLE_COUNT] = { 0 };
	for (int style = 0; style < STYLE_COUNT; style++) {
		struct look look = theme.looks[style];
		attributes[style] = theme_is_bold(look, depth) ? A_BOLD : 0;
		if (depth == COLOURS_MONO)
			attributes[style] |= look.reversed ? A_REVERSE : 0;
		else
			grounds[style] = define_pairs(style, look);
		on_ground[style] = grounds[style] == grounds[STYLE_TEXT] && !look.reversed;
	}
	clearok(curscr, TRUE);
}

bool terminal_has_few_colours(void)
{
	return depth == COLOURS_8 || depth == COLOURS_MONO;
}

/* Terminals send arrows in two forms, of which terminfo knows one. */
static void define_keys(void)
{
	static const struct {
		const char *bytes;
		int code;
	} keys[] = { { "\033[A", KEY_UP }, { "\033OA", KEY_UP }, { "\033[B", KEY_DOWN },
		{ "\033OB", KEY_DOWN }, { "\033[C", KEY_RIGHT }, { "\033OC", KEY_RIGHT },
		{ "\033[D", KEY_LEFT }, { "\033OD", KEY_LEFT }, { "\033[H", KEY_HOME },
		{ "\033OH", KEY_HOME }, { "\033[Z", KEY_BTAB } };
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		define_key(keys[i].bytes, keys[i].code);
}

/* The size of the terminal itself, whatever LINES and COLUMNS say. */
static void take_size(void)
{
	struct winsize size;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
		resizeterm(size.ws_row, size.ws_col);
}

static bool open_screen(void)
{
	input_stream = open_pipe(input_pipe) ? fdopen(input_pipe[0], "r") : NULL;
	if (!input_stream)
		return false;
	use_env(FALSE);
	use_tioctl(TRUE);
	screen = newterm(NULL, stdout, input_stream);
	if (!screen)
		return false;
	is_open = true;
	if (is_capability(cursor_address))
		return true;
	terminal_close(); /* it can only write one line after another */
	return false;
}

bool terminal_open(const struct settings *settings)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
		tcgetattr(STDOUT_FILENO, &modes_before) != 0)
		return false;
	write_raw("\033[8l"); /* VTE: leave the order of right-to-left text to us */
	if (!open_screen())
		return false;
	raw();
	noecho();
	nonl();
	typeahead(-1); /* a frame is always shown whole */
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	leaveok(stdscr, TRUE);
	set_escdelay(1); /* what comes through the pipe is whole */
	curs_set(0);
	define_keys();
	mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_CLICKED, NULL);
	mouseinterval(0);
	if (has_colors())
		start_color();
	use_default_colors(); /* what ends each frame is then shorter */
	take_size();
	terminal_theme(settings);
	return true;
}

void terminal_close(void)
{
	if (!is_open)
		return;
	is_open = false;
	mousemask(0, NULL);
	erase();
	refresh();
	endwin();
	write_raw("\033[8h");
	own.count = 0; /* endwin has restored the palette */
	delscreen(screen);
	screen = NULL;
	fclose(input_stream);
	input_stream = NULL;
}

void terminal_size(int *width, int *height)
{
	getmaxyx(stdscr, *height, *width);
}

static void show_cell(int x, int y, const struct cell *cell, enum style style)
{
	wchar_t characters[GLYPH_MARKS + 2] = { (wchar_t)cell->glyph.base };
	for (int i = 0; i < GLYPH_MARKS && cell->glyph.marks[i]; i++)
		characters[i + 1] = (wchar_t)cell->glyph.marks[i];
	int pair = depth == COLOURS_MONO ? 0 : (int)style + 1;
	attr_t attribute = attributes[style];
	if (characters[0] == FULL_BLOCK && (depth == COLOURS_TRUE || depth == COLOURS_256)) {
		/* Many a font's block is lower than its line: the ground has no seams. */
		characters[0] = ' ';
		pair += STYLE_COUNT;
	}
	cchar_t complex;
	setcchar(&complex, characters, attribute, (short)pair, NULL);
	mvadd_wch(y, x, &complex);
}

static bool is_empty(const struct cell *cell)
{
	return cell->glyph.base == ' ' && cell->style == STYLE_TEXT;
}

/* Empty cells are shown in the style of their neighbour: they look the same, and the terminal is spared the
   sequences that change colours. */
static void show_row(int y, const struct cell *row, int width)
{
	int first = 0;
	while (first < width - 1 && is_empty(&row[first]))
		first++;
	enum style style = row[first].style;
	for (int x = 0; x < width; x++) {
		if (!is_empty(&row[x]) || !on_ground[style])
			style = row[x].style;
		if (row[x].glyph.base)
			show_cell(x, y, &row[x], style);
	}
}

void terminal_show(const struct canvas *canvas, enum traces traces)
{
	erase();
	for (int y = 0; y < canvas->height; y++)
		show_row(y, canvas->cells + y * canvas->width, canvas->width);
	if (traces == TRACES_SCREEN)
		redrawwin(stdscr);
	else if (traces == TRACES_SLIDE)
		wredrawln(stdscr, canvas->slide_top, canvas->slide_rows);
	wnoutrefresh(stdscr);
	write_raw("\033[?2026h"); /* show the frame as a whole, on terminals that can */
	doupdate();
	write_raw("\033[?2026l");
}

int64_t terminal_now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static uint32_t key_of(wint_t code)
{
	switch (code) {
	case KEY_UP:
		return KEY_ARROW_UP;
	case KEY_DOWN:
		return KEY_ARROW_DOWN;
	case KEY_LEFT:
		return KEY_ARROW_LEFT;
	case KEY_RIGHT:
		return KEY_ARROW_RIGHT;
	case KEY_BTAB:
		return KEY_BACK_TABULATOR;
	case KEY_PPAGE:
		return KEY_PAGE_UP;
	case KEY_NPAGE:
		return KEY_PAGE_DOWN;
	case KEY_HOME:
		return KEY_TO_HOME;
	case KEY_BACKSPACE:
		return KEY_ERASE;
	case KEY_ENTER:
		return KEY_RETURN;
	default:
		return KEY_NOTHING;
	}
}

/* What curses has read: false when it has nothing complete. */
static bool next_input(struct event *event)
{
	wint_t code = 0;
	MEVENT mouse;
	int result = get_wch(&code);
	if (result == ERR)
		return false;
	*event = (struct event){ .kind = EVENT_KEY };
	if (result != KEY_CODE_YES) {
		event->key = code == 127 || code == 8 ? (uint32_t)KEY_ERASE : (uint32_t)code;
		return true;
	}
	if (code != KEY_MOUSE || getmouse(&mouse) != OK) {
		event->key = key_of(code);
		return true;
	}
	*event = (struct event){ .kind = EVENT_TOUCH, .x = mouse.x, .y = mouse.y };
	event->touch = mouse.bstate & BUTTON1_CLICKED ? TOUCH_TAP
		: mouse.bstate & BUTTON1_PRESSED      ? TOUCH_PRESS
						      : TOUCH_RELEASE;
	return true;
}

static bool next_signal(struct event *event)
{
	char number;
	if (read(signal_pipe[0], &number, 1) != 1)
		return false;
	if (number == SIGWINCH || number == SIGCONT) {
		if (number == SIGCONT)
			clearok(curscr, TRUE);
		pending.in_background = pending.in_background && number != SIGCONT;
		take_size();
		*event = (struct event){ .kind = EVENT_RESIZE };
	} else {
		*event = (struct event){ .kind = EVENT_STOP };
	}
	return true;
}

/* Whether curses makes a key or a touch of it. What it does not know, such as an answer of the terminal,
   would come through as an Escape with letters and digits after it; a mouse report without its end as worse. */
static bool is_known(const char *sequence, size_t length)
{
	char text[SEQUENCE_LONGEST + 1], last = sequence[length - 1];
	if (length == 1)
		return (unsigned char)*sequence < 0x80; /* no other character is a key of ours */
	size_t start = is_capability(key_mouse) ? strlen(key_mouse) : 0;
	if (start > 0 && length >= start && memcmp(sequence, key_mouse, start) == 0)
		return sequence[start - 1] == '<' ? last == 'M' || last == 'm'
						  : length == start + 3;
	memcpy(text, sequence, length);
	text[length] = '\0';
	return key_defined(text) > 0;
}

static void pass_on(size_t length)
{
	if (is_known(pending.bytes, length)) {
		ssize_t written = write(input_pipe[1], pending.bytes, length);
		(void)written; /* keys beyond what the pipe holds are lost */
	}
	pending.length -= length;
	memmove(pending.bytes, pending.bytes + length, pending.length);
}

/* Reads what the terminal sent; false when nobody is there any more. */
static bool read_input(void)
{
	ssize_t got = read(STDIN_FILENO, pending.bytes + pending.length,
		sizeof pending.bytes - pending.length);
	if (got < 0 && errno == EIO && tcgetpgrp(STDIN_FILENO) != getpgrp()) {
		pending.in_background = true;
		return true;
	}
	if (got <= 0)
		return got < 0 && (errno == EINTR || errno == EAGAIN);
	pending.length += (size_t)got;
	pending.since_ms = terminal_now();
	for (size_t length; (length = sequence_length(pending.bytes, pending.length)) > 0;)
		pass_on(length);
	return true;
}

/* The rest of a sequence has not come: an Escape stands for itself, all else is dropped. */
static void give_up_pending(void)
{
	if (pending.length == 1 && *pending.bytes == '\033')
		pass_on(1);
	pending.length = 0;
}

/* Waits for one of the descriptors; 0 when the time is up first. */
static int wait_until(struct pollfd *polled, nfds_t count, int64_t deadline_ms)
{
	int64_t left = deadline_ms - terminal_now();
	return poll(polled, count, left < 0 ? 0 : left > 3600000 ? 3600000 : (int)left);
}

struct event terminal_wait(int64_t deadline_ms, int watched)
{
	struct event event = { .kind = EVENT_TIME };
	for (;;) {
		if (next_signal(&event) || next_input(&event))
			return event;
		int64_t given_up_ms = pending.since_ms + ESCAPE_DELAY_MS;
		bool half = pending.length > 0 && given_up_ms < deadline_ms;
		struct pollfd polled[] = { { .fd = signal_pipe[0], .events = POLLIN },
			{ .fd = pending.in_background ? -1 : STDIN_FILENO, .events = POLLIN },
			{ .fd = watched, .events = POLLIN } };
		int ready = wait_until(polled, 3, half ? given_up_ms : deadline_ms);
		if (ready < 0 && errno != EINTR)
			return (struct event){ .kind = EVENT_GONE };
		if (ready == 0 && !half)
			return (struct event){ .kind = EVENT_TIME };
		if (ready == 0)
			give_up_pending();
		if (ready > 0 && polled[2].revents)
			return (struct event){ .kind = EVENT_FILES };
		if (ready > 0 && polled[1].revents &&
			(polled[1].revents & ~POLLIN || !read_input()))
			return (struct event){ .kind = EVENT_GONE };
	}
}

bool terminal_reorders(enum bidi bidi)
{
	switch (bidi) {
	case BIDI_APP:
		return false;
	case BIDI_TERMINAL:
		return true;
	case BIDI_AUTO:
		break;
	}
	return getenv("KONSOLE_VERSION") != NULL; /* Konsole always reorders */
}
