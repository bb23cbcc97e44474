/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ncursesw, signals and the wait. Signals only write a byte to a pipe that the wait reads.
 */
#define NCURSES_WIDECHAR 1
#include "terminal.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <time.h>
#include <unistd.h>

enum {
	ESCAPE_DELAY_MS = 25,
	FIRST_OWN_COLOUR = 200,
	DIRECT_COLOURS = 1 << 24,
	FULL_BLOCK = 0x2588
};

static bool is_open;
static SCREEN *screen;
static int signal_pipe[2] = { -1, -1 };
static enum colours depth;
static attr_t attributes[STYLE_COUNT];

static void on_signal(int number)
{
	int saved = errno;
	char byte = (char)number;
	ssize_t written = write(signal_pipe[1], &byte, 1);
	(void)written; /* a full pipe already wakes the loop */
	errno = saved;
}

static void handle(int number, void (*handler)(int))
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

static bool open_pipe(void)
{
	if (pipe(signal_pipe) != 0)
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK);
		fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
	}
	return true;
}

static void take_signals(bool kiosk)
{
	static const int never[] = { SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGUSR1, SIGUSR2,
		SIGALRM };
	static const int leaves[] = { SIGINT, SIGQUIT, SIGHUP };
	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		handle(never[i], SIG_IGN);
	for (size_t i = 0; i < sizeof leaves / sizeof *leaves; i++)
		handle(leaves[i], kiosk ? SIG_IGN : on_signal);
	handle(SIGTERM, on_signal);
	handle(SIGWINCH, on_signal);
	handle(SIGCONT, on_signal);
}

static enum colours find_depth(enum colours asked)
{
	const char *no_color = getenv("NO_COLOR");
	if ((no_color && *no_color) || !has_colors())
		return COLOURS_MONO;
	if (asked != COLOURS_AUTO)
		return asked;
	if (COLORS >= DIRECT_COLOURS || (COLORS >= 256 && can_change_color()))
		return COLOURS_TRUE;
	return COLORS >= 256   ? COLOURS_256
		: COLORS >= 16 ? COLOURS_16
		: COLORS >= 8  ? COLOURS_8
			       : COLOURS_MONO;
}

/* The number that curses gives a colour; exact ones are defined as they come up. */
static int colour_number(struct colour colour)
{
	static uint32_t defined[256 - FIRST_OWN_COLOUR];
	static int count;
	if (depth == COLOURS_8)
		return colour.of_8;
	if (depth == COLOURS_16)
		return COLORS >= 16 ? colour.of_16 : colour.of_8;
	if (depth == COLOURS_TRUE && COLORS >= DIRECT_COLOURS)
		return (int)colour.rgb;
	if (depth == COLOURS_256 || !can_change_color() || COLORS < 256)
		return COLORS >= 256 ? colour.of_256 : colour.of_8;
	for (int i = 0; i < count; i++)
		if (defined[i] == colour.rgb)
			return FIRST_OWN_COLOUR + i;
	if (count == 256 - FIRST_OWN_COLOUR)
		return colour.of_256;
	short part[3];
	for (int i = 0; i < 3; i++)
		part[i] = (short)((colour.rgb >> (16 - 8 * i) & 255) * 1000 / 255);
	defined[count] = colour.rgb;
	init_color((short)(FIRST_OWN_COLOUR + count), part[0], part[1], part[2]);
	return FIRST_OWN_COLOUR + count++;
}

void terminal_theme(const struct settings *settings)
{
	depth = find_depth(settings->colours);
	for (int style = 0; style < STYLE_COUNT; style++) {
		struct look look = theme_look(settings->theme, (enum style)style);
		bool few = depth == COLOURS_8 || depth == COLOURS_16;
		/* Bold black is grey on terminals that brighten bold. */
		bool bold = look.bold && !(few && look.foreground.of_8 == 0);
		attributes[style] = bold ? A_BOLD : 0;
		if (depth == COLOURS_MONO)
			attributes[style] |= look.reversed ? A_REVERSE : 0;
		else
			init_extended_pair(style + 1, colour_number(look.foreground),
				colour_number(look.background));
	}
	clearok(curscr, TRUE);
}

static void write_raw(const char *sequence)
{
	ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
	(void)written; /* a terminal that is gone is noticed by the wait */
}

bool terminal_open(const struct settings *settings, bool kiosk)
{
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !open_pipe())
		return false;
	write_raw("\033[8l"); /* VTE: leave the order of right-to-left text to us */
	screen = newterm(NULL, stdout, stdin);
	if (!screen)
		return false;
	is_open = true;
	take_signals(kiosk);
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	leaveok(stdscr, TRUE);
	set_escdelay(ESCAPE_DELAY_MS);
	curs_set(0);
	mousemask(BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON1_CLICKED, NULL);
	mouseinterval(0);
	if (has_colors())
		start_color();
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
	delscreen(screen);
	screen = NULL;
}

void terminal_size(int *width, int *height)
{
	getmaxyx(stdscr, *height, *width);
}

static void show_cell(int x, int y, const struct cell *cell)
{
	wchar_t characters[GLYPH_MARKS + 2] = { (wchar_t)cell->glyph.base };
	for (int i = 0; i < GLYPH_MARKS && cell->glyph.marks[i]; i++)
		characters[i + 1] = (wchar_t)cell->glyph.marks[i];
	int pair = depth == COLOURS_MONO ? 0 : (int)cell->style + 1;
	attr_t attribute = attributes[cell->style];
	if (characters[0] == FULL_BLOCK && (depth == COLOURS_TRUE || depth == COLOURS_256)) {
		/* Many a font's block is lower than its line: the ground has no seams. */
		characters[0] = ' ';
		attribute |= A_REVERSE;
	}
	cchar_t complex;
	setcchar(&complex, characters, attribute, (short)pair, NULL);
	mvadd_wch(y, x, &complex);
}

void terminal_show(const struct canvas *canvas)
{
	erase();
	for (int y = 0; y < canvas->height; y++)
		for (int x = 0; x < canvas->width; x++)
			if (canvas->cells[y * canvas->width + x].glyph.base)
				show_cell(x, y, &canvas->cells[y * canvas->width + x]);
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

static void take_size(void)
{
	struct winsize size;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
		resizeterm(size.ws_row, size.ws_col);
}

static bool next_signal(struct event *event)
{
	char number;
	if (read(signal_pipe[0], &number, 1) != 1)
		return false;
	if (number == SIGWINCH || number == SIGCONT) {
		if (number == SIGCONT)
			clearok(curscr, TRUE);
		take_size();
		*event = (struct event){ .kind = EVENT_RESIZE };
	} else {
		*event = (struct event){ .kind = EVENT_STOP };
	}
	return true;
}

static bool nobody_there(short happened)
{
	int waiting = 0;
	if (happened & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	return happened & POLLIN && (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0);
}

struct event terminal_wait(int64_t deadline_ms, int watched)
{
	struct event event = { .kind = EVENT_TIME };
	for (;;) {
		if (next_signal(&event) || next_input(&event))
			return event;
		struct pollfd polled[] = { { .fd = signal_pipe[0], .events = POLLIN },
			{ .fd = STDIN_FILENO, .events = POLLIN },
			{ .fd = watched, .events = POLLIN } };
		int64_t left = deadline_ms - terminal_now();
		int ready = poll(polled, 3, left < 0 ? 0 : left > 3600000 ? 3600000 : (int)left);
		if (ready < 0 && errno != EINTR)
			return (struct event){ .kind = EVENT_GONE };
		if (ready == 0)
			return (struct event){ .kind = EVENT_TIME };
		if (ready > 0 && polled[2].revents)
			return (struct event){ .kind = EVENT_FILES };
		if (ready > 0 && polled[1].revents && nobody_there(polled[1].revents))
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
