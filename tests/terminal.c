/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * terminal PROGRAM DATA: the real program in a terminal made of forkpty(3) and libvterm. It waits for what
 * it expects to see; it never sleeps for luck.
 */
#include "fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <vterm.h>

enum { PATIENCE_MS = 20000, RAW_LENGTH = 1 << 22, ARGUMENTS = 16 };

static const char *program, *data, *term = "xterm-256color";

struct terminal {
	pid_t pid;
	int master, slave; /* the slave stays open here, to look at its modes */
	int width, height;
	VTerm *vterm;
	VTermScreen *screen;
	char *raw; /* all bytes that the program has written */
	size_t raw_length;
	struct termios before;
	char top[64], folder[80]; /* of this run's own files, and of the content among them */
};

static int64_t now_ms(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void path_in(const struct terminal *terminal, const char *name, char path[512])
{
	snprintf(path, 512, "%s/%s", terminal->folder, name);
}

static void write_file(
	const struct terminal *terminal, const char *name, const char *text, size_t length)
{
	char path[512], temporary[512];
	path_in(terminal, name, path);
	path_in(terminal, "half-written", temporary);
	FILE *file = fopen(temporary, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(rename(temporary, path), 0);
}

static char *read_whole(const char *path)
{
	char *text = calloc(1, LOAD_LARGEST);
	FILE *file = fopen(path, "r");
	if (file) {
		size_t length = fread(text, 1, LOAD_LARGEST - 1, file);
		text[length] = '\0';
		fclose(file);
	}
	return text;
}

static void copy_data(const struct terminal *terminal, const char *name)
{
	char path[512];
	snprintf(path, sizeof path, "%s/%s", data, name);
	char *text = read_whole(path);
	assert_true(*text);
	write_file(terminal, name, text, strlen(text));
	free(text);
}

static void run_program(struct terminal *terminal, const char *const *options)
{
	char log[512];
	const char *arguments[ARGUMENTS] = { program };
	for (size_t i = 0; options[i] && i + 2 < ARGUMENTS; i++)
		arguments[i + 1] = options[i];
	snprintf(log, sizeof log, "%s/log", terminal->top);
	int file = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	dup2(file, STDERR_FILENO);
	setenv("TERM", term, 1);
	setenv("LC_ALL", "de_DE.UTF-8", 1); /* must not matter */
	setenv("LANGUAGE", "it:pl", 1);
	setenv("LINES", "7", 1);
	setenv("COLUMNS", "300", 1);
	execv(program, (char *const *)arguments);
	_exit(127);
}

static void open_terminal(
	struct terminal *terminal, int width, int height, const char *const *options)
{
	struct winsize size = { .ws_col = (unsigned short)width, .ws_row = (unsigned short)height };
	terminal->width = width;
	terminal->height = height;
	assert_int_equal(openpty(&terminal->master, &terminal->slave, NULL, NULL, &size), 0);
	tcgetattr(terminal->slave, &terminal->before);
	terminal->vterm = vterm_new(height, width);
	vterm_set_utf8(terminal->vterm, 1);
	terminal->screen = vterm_obtain_screen(terminal->vterm);
	vterm_screen_enable_altscreen(terminal->screen, 1);
	vterm_screen_reset(terminal->screen, 1);
	terminal->raw = calloc(1, RAW_LENGTH);
	terminal->pid = fork();
	assert_true(terminal->pid >= 0);
	if (terminal->pid == 0) {
		close(terminal->master);
		login_tty(terminal->slave);
		run_program(terminal, options);
	}
}

/* Feeds what the program writes; false when it wrote nothing in that time. */
static bool pump(struct terminal *terminal, int64_t ms)
{
	char buffer[65536];
	struct pollfd polled = { .fd = terminal->master, .events = POLLIN };
	if (poll(&polled, 1, (int)ms) <= 0 || !(polled.revents & POLLIN))
		return false;
	ssize_t length = read(terminal->master, buffer, sizeof buffer);
	if (length <= 0)
		return false;
	if (terminal->raw_length + (size_t)length < RAW_LENGTH) {
		memcpy(terminal->raw + terminal->raw_length, buffer, (size_t)length);
		terminal->raw_length += (size_t)length;
	}
	vterm_input_write(terminal->vterm, buffer, (size_t)length);
	return true;
}

/* Where the text stands, in cells; false when it does not. */
static bool find(struct terminal *terminal, const char *text, int *x, int *y)
{
	for (*y = 0; *y < terminal->height; ++*y) {
		char row[8192];
		int columns[8192];
		size_t length = 0;
		for (int column = 0; column < terminal->width; column++) {
			VTermScreenCell cell;
			vterm_screen_get_cell(terminal->screen, (VTermPos){ *y, column }, &cell);
			if (cell.chars[0] == (uint32_t)-1)
				continue;
			for (int i = 0; i == 0 || (i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]);
				i++) {
				columns[length] = column;
				size_t bytes = text_encode(
					row + length, cell.chars[i] ? cell.chars[i] : ' ');
				for (size_t j = 0; j < bytes; j++)
					columns[length + j] = column;
				length += bytes;
			}
		}
		row[length] = '\0';
		const char *found = strstr(row, text);
		if (found) {
			*x = columns[found - row];
			return true;
		}
	}
	return false;
}

static void print_screen(struct terminal *terminal)
{
	for (int y = 0; y < terminal->height; y++) {
		for (int x = 0; x < terminal->width; x++) {
			VTermScreenCell cell;
			char bytes[TEXT_ENCODED];
			vterm_screen_get_cell(terminal->screen, (VTermPos){ y, x }, &cell);
			if (cell.chars[0] != (uint32_t)-1)
				fwrite(bytes, 1,
					text_encode(bytes, cell.chars[0] ? cell.chars[0] : ' '),
					stderr);
		}
		fputc('\n', stderr);
	}
}

/* Between two frames, when what is seen is what the program drew and can be touched there. */
static bool is_whole(const struct terminal *terminal)
{
	static const char end[] = "\033[?2026l";
	size_t length = sizeof end - 1;
	return terminal->raw_length >= length &&
		memcmp(terminal->raw + terminal->raw_length - length, end, length) == 0;
}

static void expect(struct terminal *terminal, const char *text)
{
	int x, y;
	int64_t end = now_ms() + PATIENCE_MS;
	while (!is_whole(terminal) || !find(terminal, text, &x, &y)) {
		int64_t left = end - now_ms();
		if (left <= 0) {
			print_screen(terminal);
			fail_msg("\"%s\" never came", text);
		}
		pump(terminal, left < 200 ? left : 200);
	}
}

static void send(struct terminal *terminal, const char *bytes)
{
	assert_int_equal(write(terminal->master, bytes, strlen(bytes)), strlen(bytes));
}

/* A tap on a text, press and release in one write, as touch screens send it. */
static void touch(struct terminal *terminal, const char *text)
{
	int x, y;
	char bytes[64];
	expect(terminal, text);
	assert_true(find(terminal, text, &x, &y));
	snprintf(bytes, sizeof bytes, "\033[<0;%d;%dM\033[<0;%d;%dm", x + 1, y + 1, x + 1, y + 1);
	send(terminal, bytes);
}

static void resize(struct terminal *terminal, int width, int height)
{
	struct winsize size = { .ws_col = (unsigned short)width, .ws_row = (unsigned short)height };
	terminal->width = width;
	terminal->height = height;
	vterm_set_size(terminal->vterm, height, width);
	assert_int_equal(ioctl(terminal->master, TIOCSWINSZ, &size), 0);
	kill(terminal->pid, SIGWINCH);
}

/* Waits for the program to end, and returns its status as waitpid(2) gives it. */
static int finish(struct terminal *terminal)
{
	int status = 0;
	int64_t end = now_ms() + PATIENCE_MS;
	while (waitpid(terminal->pid, &status, WNOHANG) == 0) {
		pump(terminal, 20);
		if (now_ms() > end) {
			kill(terminal->pid, SIGKILL);
			fail_msg("the program did not end");
		}
	}
	terminal->pid = 0;
	while (pump(terminal, 0))
		;
	return status;
}

static void assert_restored(struct terminal *terminal)
{
	struct termios after;
	tcgetattr(terminal->slave, &after);
	assert_int_equal(after.c_iflag, terminal->before.c_iflag);
	assert_int_equal(after.c_oflag, terminal->before.c_oflag);
	assert_int_equal(after.c_lflag, terminal->before.c_lflag);
	assert_memory_equal(after.c_cc, terminal->before.c_cc, sizeof after.c_cc);
	static const char *const endings[] = { "\033[?1049l", "\033[?1006;1000l", "\033[?25h",
		"\033[8h" };
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		bool found = false;
		size_t length = strlen(endings[i]);
		size_t from = terminal->raw_length > 600 ? terminal->raw_length - 600 : 0;
		for (size_t at = from; at + length <= terminal->raw_length; at++)
			found = found || memcmp(terminal->raw + at, endings[i], length) == 0;
		if (!found)
			fail_msg("ending %zu was not written", i);
	}
}

static bool has_written(const struct terminal *terminal, const char *bytes)
{
	size_t length = strlen(bytes);
	for (size_t at = 0; at + length <= terminal->raw_length; at++)
		if (memcmp(terminal->raw + at, bytes, length) == 0)
			return true;
	return false;
}

static int start(void **state)
{
	struct terminal *terminal = calloc(1, sizeof *terminal);
	snprintf(terminal->top, sizeof terminal->top, "/tmp/blueheart-terminal-XXXXXX");
	assert_non_null(mkdtemp(terminal->top));
	snprintf(terminal->folder, sizeof terminal->folder, "%s/content", terminal->top);
	assert_int_equal(mkdir(terminal->folder, 0700), 0);
	copy_data(terminal, "campaign.json");
	copy_data(terminal, "channels.json");
	*state = terminal;
	return 0;
}

static void remove_folder(const char *folder)
{
	static const char *const names[] = { "campaign.json", "channels.json", "kiosk.json",
		"notes.txt", "half-written", "log", "settings.conf", "speak", "speak.said" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char path[512];
		snprintf(path, sizeof path, "%s/%s", folder, names[i]);
		unlink(path);
	}
	rmdir(folder);
}

static int stop(void **state)
{
	struct terminal *terminal = *state;
	if (terminal->pid > 0) {
		kill(terminal->pid, SIGKILL);
		waitpid(terminal->pid, NULL, 0);
	}
	remove_folder(terminal->folder);
	remove_folder(terminal->top);
	if (terminal->vterm)
		vterm_free(terminal->vterm);
	close(terminal->master);
	close(terminal->slave);
	free(terminal->raw);
	free(terminal);
	return 0;
}

static const char *const no_options[] = { NULL };

static void draws_and_is_touched(void **state)
{
	struct terminal *terminal = *state;
	open_terminal(terminal, 80, 24, no_options);
	expect(terminal, "CŒUR BLEU");
	expect(terminal, "17 ou 112");
	assert_true(has_written(terminal, "\033[?1006;1000h"));
	touch(terminal, "English");
	expect(terminal, "BLUE HEART");
	touch(terminal, "Русский");
	expect(terminal, "СИНЕЕ СЕРДЦЕ");
	touch(terminal, "中文");
	expect(terminal, "蓝心");
	touch(terminal, "Español");
	expect(terminal, "CORAZÓN AZUL");
	/* The Arabic button as it is seen: joined, and from right to left. */
	touch(terminal, "ﺔﻴﺑﺮﻌﻟﺍ");
	expect(terminal, "ﻕﺭﺯﻷﺍ"); /* blue, right to left */
	touch(terminal, "Français");
	touch(terminal, "Trouver");
	expect(terminal, "116 006");
	touch(terminal, "Police secours");
	expect(terminal, "Urgence · France");
	touch(terminal, "▶");
	expect(terminal, "Sources");
	touch(terminal, "Fermer");
	expect(terminal, "CŒUR BLEU");
	send(terminal, "q");
	int status = finish(terminal);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	assert_restored(terminal);
}

static void is_resized(void **state)
{
	static const struct {
		int width, height;
	} sizes[] = { { 120, 40 }, { 40, 12 }, { 39, 11 }, { 10, 3 }, { 2, 2 }, { 1, 1 }, { 3, 40 },
		{ 200, 1 } };
	struct terminal *terminal = *state;
	open_terminal(terminal, 200, 60, no_options);
	expect(terminal, "Français");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		resize(terminal, sizes[i].width, sizes[i].height);
		pump(terminal, 200);
		while (pump(terminal, 20))
			;
		assert_int_equal(kill(terminal->pid, 0), 0);
	}
	resize(terminal, 200, 60);
	expect(terminal, "Français");
	expect(terminal, "Русский");
}

static void log_says(struct terminal *terminal, const char *text)
{
	char path[512];
	snprintf(path, sizeof path, "%s/log", terminal->top);
	int64_t end = now_ms() + PATIENCE_MS;
	for (;;) {
		char *log = read_whole(path);
		bool found = strstr(log, text) != NULL;
		if (!found && now_ms() > end)
			fail_msg("\"%s\" is not in the log: %s", text, log);
		free(log);
		if (found)
			return;
		pump(terminal, 50);
	}
}

/* The campaign with another headline on its first page, one that has no translation. */
static char *changed_campaign(const char *title)
{
	char path[512];
	snprintf(path, sizeof path, "%s/campaign.json", data);
	char *text = read_whole(path), *changed = calloc(1, LOAD_LARGEST);
	char *at = strstr(text, "\"Recognise the signs\"");
	assert_non_null(at);
	*at = '\0';
	snprintf(changed, LOAD_LARGEST, "%s\"%s\"%s", text, title,
		at + strlen("\"Recognise the signs\""));
	free(text);
	return changed;
}

static void takes_new_content(void **state)
{
	struct terminal *terminal = *state;
	const char *const options[] = { "--kiosk", "--content", terminal->folder, NULL };
	open_terminal(terminal, 80, 24, options);
	touch(terminal, "Reconnaître");
	expect(terminal, "Reconnaître");
	write_file(terminal, "campaign.json", "{ \"edition\": ", 13);
	log_says(terminal, "campaign.json:1:");
	expect(terminal, "Reconnaître");
	char *changed = changed_campaign("Look twice today");
	write_file(terminal, "campaign.json", changed, strlen(changed));
	expect(terminal, "Look twice today");
	free(changed);
	/* An editor that writes in place, in two halves. */
	changed = changed_campaign("Look three times");
	char path[512];
	path_in(terminal, "campaign.json", path);
	FILE *file = fopen(path, "w");
	fwrite(changed, 1, strlen(changed) / 2, file);
	fflush(file);
	pump(terminal, 300);
	expect(terminal, "Look twice today");
	fwrite(changed + strlen(changed) / 2, 1, strlen(changed) - strlen(changed) / 2, file);
	fclose(file);
	free(changed);
	expect(terminal, "Look three times");
	path_in(terminal, "campaign.json", path);
	unlink(path);
	log_says(terminal, path);
	expect(terminal, "Look three times");
	kill(terminal->pid, SIGTERM);
	int status = finish(terminal);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	assert_restored(terminal);
}

/* The folder is replaced as a whole, as updates do that must be complete or not there at all. */
static void takes_a_new_folder(void **state)
{
	struct terminal *terminal = *state;
	char old[96];
	const char *const options[] = { "--content", terminal->folder, NULL };
	open_terminal(terminal, 80, 24, options);
	touch(terminal, "Reconnaître");
	expect(terminal, "Reconnaître");
	snprintf(old, sizeof old, "%s-old", terminal->folder);
	assert_int_equal(rename(terminal->folder, old), 0);
	log_says(terminal, "campaign.json");
	expect(terminal, "Reconnaître");
	assert_int_equal(mkdir(terminal->folder, 0700), 0);
	copy_data(terminal, "channels.json");
	char *changed = changed_campaign("Look twice today");
	write_file(terminal, "campaign.json", changed, strlen(changed));
	expect(terminal, "Look twice today");
	free(changed);
	changed = changed_campaign("Look three times");
	write_file(terminal, "campaign.json", changed, strlen(changed));
	expect(terminal, "Look three times");
	free(changed);
	remove_folder(old);
}

/* Settings of any name, behind a link. */
static void takes_linked_settings(void **state)
{
	static const char first[] = "{ \"languages\": [\"en\", \"fr\"] }";
	static const char second[] = "{ \"languages\": [\"es\", \"fr\"] }";
	struct terminal *terminal = *state;
	char link[512], target[512];
	snprintf(link, sizeof link, "%s/settings.conf", terminal->top);
	path_in(terminal, "notes.txt", target);
	write_file(terminal, "notes.txt", first, strlen(first));
	assert_int_equal(symlink(target, link), 0);
	const char *const options[] = { "--config", link, NULL };
	open_terminal(terminal, 80, 24, options);
	expect(terminal, "BLUE HEART");
	write_file(terminal, "notes.txt", second, strlen(second));
	expect(terminal, "CORAZÓN AZUL");
	unlink(link);
}

static void nothing_leaves_kiosk_mode(void **state)
{
	static const int signals[] = { SIGINT, SIGQUIT, SIGTSTP, SIGHUP, SIGUSR1, SIGUSR2, SIGPIPE,
		SIGALRM };
	static const char *const keys[] = { "\x03", "\x1A", "\x1C", "\x04", "\x13", "\x11", "q",
		"\033", "\x19", "\033OP", "\033OQ", "\033OR", "\033OS", "\033[15~", "\033[17~",
		"\033[18~", "\033[19~", "\033[20~", "\033[21~", "\033[23~", "\033[24~", "\033[1;5P",
		"\033\x03", "\x18", "\x1D", "\x1E", "\x1F", "\x7F", "\xFF\xFE", "\033[<0;999;999M",
		"\033[<64;1;1M", "\033[200~rm\033[201~", "\033[M !!" };
	struct terminal *terminal = *state;
	const char *const options[] = { "--kiosk", NULL };
	open_terminal(terminal, 80, 24, options);
	expect(terminal, "CŒUR BLEU");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		send(terminal, keys[i]);
		while (pump(terminal, 60))
			;
	}
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		kill(terminal->pid, signals[i]);
	send(terminal, "\033");
	while (pump(terminal, 100))
		;
	touch(terminal, "English");
	expect(terminal, "BLUE HEART");
	kill(terminal->pid, SIGTERM);
	int status = finish(terminal);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	assert_restored(terminal);
}

/* A report whose end never comes holds nothing up: not touches, not signals. */
static void half_a_report_waits_for_nothing(void **state)
{
	static const char *const halves[] = { "\033[<", "\033[<0;1;1", "\033[M", "\033[", "\033O",
		"\xE4\xB8", "\033]11;rgb" };
	static const char *const languages[] = { "English", "Français" };
	static const char *const titles[] = { "BLUE HEART", "CŒUR BLEU" };
	struct terminal *terminal = *state;
	const char *const options[] = { "--kiosk", NULL };
	open_terminal(terminal, 80, 24, options);
	expect(terminal, "CŒUR BLEU");
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
		send(terminal, halves[i]);
		touch(terminal, languages[i % 2]);
		expect(terminal, titles[i % 2]);
	}
	send(terminal, "\033[<0;1");
	kill(terminal->pid, SIGTERM);
	int status = finish(terminal);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	assert_restored(terminal);
}

/* What a terminal answers or reports is neither Escape nor digits. */
static void answers_are_no_keys(void **state)
{
	static const char *const answers[] = { "\033[?62;4c", "\033[1;1R", "\033[I", "\033[O",
		"\033[200~", "\033[201~", "\033P1$r0m\033\\", "\033]11;rgb:0/0/0\a", "\033[2;5~" };
	struct terminal *terminal = *state;
	open_terminal(terminal, 80, 24, no_options);
	touch(terminal, "Trouver");
	expect(terminal, "Aide · France");
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
		send(terminal, answers[i]);
	touch(terminal, "▶");
	expect(terminal, "Page 2 sur");
}

/* SIGTERM ends it even while the terminal takes no output. */
static void stops_while_nobody_reads(void **state)
{
	struct terminal *terminal = *state;
	const char *const options[] = { "--kiosk", NULL };
	open_terminal(terminal, 200, 60, options);
	expect(terminal, "Français");
	for (int i = 0; i < 200; i++) {
		struct winsize size = { .ws_col = (unsigned short)(150 + i % 2 * 50),
			.ws_row = 60 };
		assert_int_equal(ioctl(terminal->master, TIOCSWINSZ, &size), 0);
		struct timespec moment = { .tv_nsec = 2000000 };
		nanosleep(&moment, NULL);
	}
	kill(terminal->pid, SIGTERM);
	int status = 0;
	int64_t end = now_ms() + PATIENCE_MS;
	while (waitpid(terminal->pid, &status, WNOHANG) == 0) {
		struct pollfd none = { .fd = -1 };
		poll(&none, 1, 20);
		assert_true(now_ms() < end);
	}
	terminal->pid = 0;
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static VTermScreenCell cell_of(struct terminal *terminal, const char *text)
{
	int x, y;
	VTermScreenCell cell;
	expect(terminal, text);
	assert_true(find(terminal, text, &x, &y));
	vterm_screen_get_cell(terminal->screen, (VTermPos){ y, x }, &cell);
	return cell;
}

/* https://no-color.org: no colour, but the visitor still sees what is chosen and where the focus is. */
static void honours_no_color(void **state)
{
	struct terminal *terminal = *state;
	setenv("NO_COLOR", "1", 1);
	open_terminal(terminal, 80, 24, no_options);
	unsetenv("NO_COLOR");
	assert_true(cell_of(terminal, "Français").attrs.reverse);
	assert_false(cell_of(terminal, "English").attrs.reverse);
	static const char *const colours[] = { "38;5;", "48;5;", "38;2;", "48;2;", "\033]4;",
		"\033[91m", "\033[100m" };
	for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
		assert_false(has_written(terminal, colours[i]));
}

/* Bold black would be grey on a terminal that has 8 colours, whatever the settings promise. */
static void asks_for_no_more_colours_than_there_are(void **state)
{
	static const char settings[] = "{ \"colours\": \"256\", \"motion\": false }";
	struct terminal *terminal = *state;
	char path[512];
	write_file(terminal, "kiosk.json", settings, strlen(settings));
	path_in(terminal, "kiosk.json", path);
	const char *const options[] = { "--config", path, NULL };
	term = "xterm";
	open_terminal(terminal, 80, 24, options);
	term = "xterm-256color";
	assert_true(cell_of(terminal, "Trouver").attrs.bold);
	send(terminal, "\t");
	while (cell_of(terminal, "Trouver").bg.indexed.idx != 7)
		assert_true(pump(terminal, PATIENCE_MS));
	assert_false(cell_of(terminal, "Trouver").attrs.bold);
}

/* Colours of the kiosk's own, exact ones too, while it runs, and as often as they change. */
static void takes_new_colours(void **state)
{
	struct terminal *terminal = *state;
	char path[512], settings[512], written[64];
	path_in(terminal, "kiosk.json", path);
	const char *const options[] = { "--config", path, NULL };
	for (int i = 0; i < 20; i++) {
		snprintf(settings, sizeof settings,
			"{ \"motion\": false, \"theme\": \"custom\", \"palette\": { \"ground\": "
			"\"#FFFF%02X\", \"text\": \"#0000%02X\", \"accent\": \"#4400%02X\", "
			"\"bar\": \"#0044%02X\", \"on_bar\": \"#FF%02XFF\" } }",
			255 - i, i, i, i, 255 - i);
		write_file(terminal, "kiosk.json", settings, strlen(settings));
		if (i == 0)
			open_terminal(terminal, 80, 24, options);
		expect(terminal, "CŒUR BLEU");
		snprintf(written, sizeof written, ";rgb:00/00/%02X\033", i);
		for (int64_t end = now_ms() + PATIENCE_MS; !has_written(terminal, written);) {
			assert_true(now_ms() < end);
			pump(terminal, 200);
		}
	}
}

static long wake_ups(const struct terminal *terminal)
{
	char path[64];
	long count = -1;
	snprintf(path, sizeof path, "/proc/%d/status", (int)terminal->pid);
	char *text = read_whole(path), *at = strstr(text, "\nvoluntary_ctxt_switches:");
	if (at)
		count = strtol(at + strlen("\nvoluntary_ctxt_switches:"), NULL, 10);
	free(text);
	return count;
}

/* With motion off it wakes when the slide changes, and at no other time. */
static void sleeps_between_slides(void **state)
{
	static const char settings[] = "{ \"motion\": false, \"slide_seconds\": 12 }";
	struct terminal *terminal = *state;
	char path[512];
	write_file(terminal, "kiosk.json", settings, strlen(settings));
	path_in(terminal, "kiosk.json", path);
	const char *const options[] = { "--config", path, NULL };
	open_terminal(terminal, 80, 24, options);
	expect(terminal, "CŒUR BLEU");
	while (pump(terminal, 500))
		;
	long before = wake_ups(terminal);
	assert_true(before >= 0);
	int frames = 0;
	for (int64_t end = now_ms() + 60000; now_ms() < end;) {
		int64_t left = end - now_ms();
		if (pump(terminal, left)) {
			frames++;
			while (pump(terminal, 100))
				;
		}
	}
	long woken = wake_ups(terminal) - before;
	print_message("# %ld wake-ups and %d frames in a minute\n", woken, frames);
	assert_in_range(frames, 4, 6);
	/* A write to a full terminal may block once more for each frame. */
	assert_true(woken >= frames && woken <= 2 * frames + 2);
}

/* Settings with a command that tells what it got, listens to no signal and never ends; and one of its processes, which
   the shell command `tells`. */
static void write_speech(struct terminal *terminal, const char *tells, char settings_path[512])
{
	static const char format[] = "#!/bin/sh\n"
				     "trap '' TERM HUP INT QUIT\n"
				     "(%s; cut -d' ' -f7 /proc/$$/stat) >\"$0-\"\n"
				     "printf '[%%s]' \"$@\" >>\"$0-\"\n"
				     "cat >>\"$0-\"\n"
				     "mv \"$0-\" \"$0.said\"\n"
				     "exec sleep 1000\n";
	char path[512], settings[1024], script[512];
	snprintf(script, sizeof script, format, tells);
	write_file(terminal, "speak", script, strlen(script));
	path_in(terminal, "speak", path);
	assert_int_equal(chmod(path, 0700), 0);
	snprintf(settings, sizeof settings,
		"{ \"languages\": [\"en\", \"zh_CN\", \"fr\"],"
		" \"speech\": [\"%s\", \"{language}\", \"$(touch x);\", \"a b\"] }",
		path);
	write_file(terminal, "kiosk.json", settings, strlen(settings));
	path_in(terminal, "kiosk.json", settings_path);
}

/* Waits until the command has told that it heard the text, in that language; returns its process. */
static pid_t hear(struct terminal *terminal, const char *language, const char *text)
{
	char path[512], start[64];
	path_in(terminal, "speak.said", path);
	for (int64_t end = now_ms() + PATIENCE_MS; access(path, R_OK) != 0; pump(terminal, 20))
		assert_true(now_ms() < end);
	char *said = read_whole(path), *rest = NULL;
	unlink(path);
	pid_t pid = (pid_t)strtol(said, &rest, 10);
	/* It has no terminal. */
	snprintf(start, sizeof start, "\n0\n[%s][$(touch x);][a b]", language);
	if (strncmp(rest, start, strlen(start)) != 0 || !strstr(rest, text))
		fail_msg("\"%s\" in %s was not spoken: %s", text, language, said);
	free(said);
	assert_true(fixture_runs(pid));
	return pid;
}

static void expect_silence(struct terminal *terminal, pid_t pid)
{
	for (int64_t end = now_ms() + PATIENCE_MS; fixture_runs(pid); pump(terminal, 20))
		assert_true(now_ms() < end);
}

/* Opens a kiosk whose command for speech ends in that script. */
static void open_speaking(struct terminal *terminal, const char *script)
{
	char path[512];
	write_speech(terminal, script, path);
	const char *const options[] = { "--kiosk", "--config", path, NULL };
	open_terminal(terminal, 80, 24, options);
	expect(terminal, "BLUE HEART");
}

/* A command that obeys nothing reads aloud what is on the screen, until whatever comes next. */
static void reads_aloud(void **state)
{
	struct terminal *terminal = *state;
	open_speaking(terminal, "sleep 1000 & echo $!");
	send(terminal, "s");
	pid_t pid = hear(terminal, "en", "Immediate danger: 1 7 or 1 1 2.\nHelp: 1 1 6 0 0 6");
	send(terminal, "s");
	expect_silence(terminal, pid);
	touch(terminal, "Find help");
	touch(terminal, "Listen");
	pid = hear(terminal, "en", "Help, France.\nPage 1 of 4.\nEmergency.\n1 7.\n");
	send(terminal, "\t");
	touch(terminal, "▶");
	expect(terminal, "Page 2 of");
	expect_silence(terminal, pid);
	touch(terminal, "Listen");
	pid = hear(terminal, "en", "Page 2 of 4.\n");
	send(terminal, "\033");
	expect(terminal, "BLUE HEART");
	expect_silence(terminal, pid);
	touch(terminal, "中文");
	expect(terminal, "蓝心");
	send(terminal, "s");
	pid = hear(terminal, "zh", "1 1 6 0 0 6");
	kill(terminal->pid, SIGTERM);
	int status = finish(terminal);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	assert_restored(terminal);
	expect_silence(terminal, pid);
}

/* Whatever way the program ends, no voice outlives it. */
static void falls_silent_with_the_program(void **state)
{
	struct terminal *terminal = *state;
	open_speaking(terminal, "echo $$");
	send(terminal, "s");
	pid_t pid = hear(terminal, "en", "1 1 6 0 0 6");
	kill(pid, SIGKILL); /* what has ended by itself is heard again at one press */
	expect_silence(terminal, pid);
	send(terminal, "s");
	pid = hear(terminal, "en", "1 1 6 0 0 6");
	kill(terminal->pid, SIGKILL);
	finish(terminal);
	expect_silence(terminal, pid);
}

static void survives_a_missing_command(void **state)
{
	static const char settings[] =
		"{ \"languages\": [\"en\"], \"speech\": [\"no-such-command-here\"] }";
	struct terminal *terminal = *state;
	char path[512];
	write_file(terminal, "kiosk.json", settings, strlen(settings));
	path_in(terminal, "kiosk.json", path);
	const char *const options[] = { "--config", path, NULL };
	open_terminal(terminal, 80, 24, options);
	touch(terminal, "Find help");
	for (int i = 0; i < 5; i++) {
		touch(terminal, "Listen");
		while (pump(terminal, 100))
			;
		touch(terminal, "▶");
		expect(terminal, "Page 2 of");
		touch(terminal, "◀");
		expect(terminal, "Page 1 of");
	}
	log_says(terminal, "speech: the command");
	snprintf(path, sizeof path, "%s/log", terminal->top);
	char *log = read_whole(path);
	assert_null(strstr(strstr(log, "speech:") + 1, "speech:"));
	free(log);
}

static void is_silent_by_default(void **state)
{
	struct terminal *terminal = *state;
	int x, y;
	open_terminal(terminal, 80, 24, no_options);
	touch(terminal, "English");
	expect(terminal, "BLUE HEART");
	send(terminal, "s");
	touch(terminal, "Find help");
	expect(terminal, "Help · France");
	assert_false(find(terminal, "Listen", &x, &y));
	char path[64];
	snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)terminal->pid,
		(int)terminal->pid);
	char *children = read_whole(path);
	assert_string_equal(children, "");
	free(children);
}

static void ends_when_the_terminal_is_gone(void **state)
{
	struct terminal *terminal = *state;
	const char *const options[] = { "--kiosk", NULL };
	open_terminal(terminal, 80, 24, options);
	expect(terminal, "CŒUR BLEU");
	close(terminal->slave);
	close(terminal->master);
	terminal->master = terminal->slave = open("/dev/null", O_RDWR);
	int status = finish(terminal);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
}

int main(int count, char **arguments)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
	static const struct CMUnitTest tests[] = {
		TEST(draws_and_is_touched),
		TEST(is_resized),
		TEST(takes_new_content),
		TEST(takes_a_new_folder),
		TEST(takes_linked_settings),
		TEST(nothing_leaves_kiosk_mode),
		TEST(half_a_report_waits_for_nothing),
		TEST(answers_are_no_keys),
		TEST(stops_while_nobody_reads),
		TEST(honours_no_color),
		TEST(asks_for_no_more_colours_than_there_are),
		TEST(takes_new_colours),
		TEST(reads_aloud),
		TEST(falls_silent_with_the_program),
		TEST(survives_a_missing_command),
		TEST(is_silent_by_default),
		TEST(ends_when_the_terminal_is_gone),
	};
	static const struct CMUnitTest slow[] = { TEST(sleeps_between_slides) };
	if (count < 3)
		return 2;
	program = arguments[1];
	data = arguments[2];
	if (count > 3)
		return cmocka_run_group_tests_name("terminal-idle", slow, NULL, NULL);
	return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
