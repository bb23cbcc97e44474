/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands, the event loop, exit status, and every message to stderr.
 */
#include "check.h"
#include "content.h"
#include "input.h"
#include "language.h"
#include "memory.h"
#include "options.h"
#include "preview.h"
#include "problem.h"
#include "session.h"
#include "speech.h"
#include "terminal.h"
#include "version.h"
#include "view/view.h"
#include "watch.h"
#include "words.h"

#include <limits.h>
#include <malloc.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_PROBLEMS = 1, EXIT_USAGE = 2, SETTLE_MS = 200, LONGEST_LOG = 64 * 1024 };

/* What the program has to say while the screen is the same terminal as stderr; shown at the end. */
static char *held_log;
static size_t held_length;

/* Writes to stderr what it takes at once: nobody who reads the log too slowly holds the kiosk up. */
static void log_text(const char *text)
{
	for (size_t left = strlen(text); left > 0;) {
		struct pollfd polled = { .fd = STDERR_FILENO, .events = POLLOUT };
		if (poll(&polled, 1, 0) <= 0 || !(polled.revents & POLLOUT))
			return;
		ssize_t written = write(STDERR_FILENO, text, left < PIPE_BUF ? left : PIPE_BUF);
		if (written <= 0)
			return;
		text += written;
		left -= (size_t)written;
	}
}

static void say(const struct problems *problems)
{
	char *text = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&text, &length);
	if (!stream)
		return;
	problems_print(problems, stream);
	fclose(stream);
	if (!isatty(STDERR_FILENO)) {
		log_text(text);
	} else if (length && length < LONGEST_LOG) {
		size_t kept = held_length + length > LONGEST_LOG ? 0 : held_length;
		held_log = memory_resize(held_log, kept + length + 1, 1);
		memcpy(held_log + kept, text, length + 1);
		held_length = kept + length;
	}
	free(text);
}

static void flush_log(void)
{
	if (held_log)
		fputs(held_log, stderr);
	free(held_log);
	held_log = NULL;
	held_length = 0;
}

/* The local time, known only when something has set this machine's clock. */
static struct moment local_moment(const struct settings *settings)
{
	struct timex clock_state = { 0 };
	time_t now = time(NULL);
	struct tm local;
	struct moment moment = { 0 };
	if (!localtime_r(&now, &local))
		return moment;
	moment.date = (struct date){ local.tm_year + 1900, local.tm_mon + 1, local.tm_mday };
	moment.minute = local.tm_hour * 60 + local.tm_min;
	moment.known = settings->clock == CLOCK_ON || adjtimex(&clock_state) != TIME_ERROR;
	return moment;
}

static struct world world_of(const struct content *content)
{
	struct world world = { .campaign = content->campaign,
		.channels = content->channels,
		.settings = content->settings,
		.now = local_moment(content->settings),
		.terminal_reorders = terminal_reorders(content->settings->bidi),
		.kiosk = content->options->kiosk,
		.still = terminal_has_few_colours() };
	return world;
}

static bool watch_content(struct watch *watch, const struct content *content)
{
	const char *settings = content_settings_path(content), *folder = content_folder(content);
	char campaign[PATH_MAX], channels[PATH_MAX];
	const char *paths[] = { settings ? settings : CONTENT_SYSTEM_SETTINGS, campaign, channels };
	bool fit = folder &&
		snprintf(campaign, sizeof campaign, "%s/campaign.json", folder) < PATH_MAX &&
		snprintf(channels, sizeof channels, "%s/channels.json", folder) < PATH_MAX;
	return watch_files(watch, paths, fit ? 3 : 1);
}

/* One run of the kiosk: what the loop holds. */
struct kiosk {
	struct content content;
	struct world world;
	struct session session, shown; /* as it is, and as it was when it was drawn last */
	struct input input;
	struct canvas canvas;
	struct watch watch;
	struct speech speech;
	bool has_complained; /* of a command that does not speak */
	int64_t reload_ms; /* when files that changed are read again; 0: nothing changed */
};

static void reload(struct kiosk *kiosk, int64_t now_ms)
{
	struct problems problems = { 0 };
	language_use(language_of_user());
	bool changed = content_reload(&kiosk->content, &problems);
	say(&problems);
	problems_finish(&problems);
	/* Files may have changed in a folder that came up between reading them and watching it. */
	kiosk->reload_ms = watch_content(&kiosk->watch, &kiosk->content) ? now_ms + SETTLE_MS : 0;
	if (!changed)
		return;
	terminal_theme(kiosk->content.settings);
	kiosk->world = world_of(&kiosk->content);
	session_reload(&kiosk->session, &kiosk->world, now_ms);
	malloc_trim(0);
}

static void draw(struct kiosk *kiosk, int64_t now_ms)
{
	int width = 0, height = 0;
	terminal_size(&width, &height);
	if (width != kiosk->canvas.width || height != kiosk->canvas.height)
		canvas_resize(&kiosk->canvas, width, height);
	kiosk->world.now = local_moment(kiosk->content.settings);
	language_use(kiosk->session.language);
	view_draw(&kiosk->canvas, &kiosk->world, &kiosk->session, now_ms);
	session_drawn(&kiosk->session, kiosk->canvas.page_count, kiosk->canvas.animated);
	terminal_show(&kiosk->canvas, view_traces(&kiosk->shown, &kiosk->session));
	kiosk->shown = kiosk->session;
}

static int64_t next_deadline(const struct kiosk *kiosk, int64_t now_ms)
{
	int64_t deadline = session_deadline(&kiosk->session, &kiosk->world, now_ms);
	if (kiosk->speech.pid && kiosk->speech.end_ms < deadline)
		deadline = kiosk->speech.end_ms;
	return kiosk->reload_ms && kiosk->reload_ms < deadline ? kiosk->reload_ms : deadline;
}

/* Once only, and nothing of what was to be heard: the log is not about visitors. */
static void complain_of_speech(struct kiosk *kiosk)
{
	struct problems problems = { 0 };
	kiosk->has_complained = true;
	language_use(language_of_user());
	problems_add(&problems, SEVERITY_WARNING, (struct place){ .file = "speech" }, "%s",
		/* TRANSLATORS: in the log: the command in kiosk.json that reads the screen aloud does not work. */
		_("the command is missing or has failed"));
	say(&problems);
	problems_finish(&problems);
}

/* Reads aloud what was drawn last, or no more, as the session has it. */
static void follow_speech(struct kiosk *kiosk, int64_t now_ms)
{
	const char *words = kiosk->canvas.words;
	if (!kiosk->session.speaking)
		speech_stop(&kiosk->speech);
	else if (!kiosk->speech.pid)
		speech_start(&kiosk->speech, kiosk->content.settings->speech,
			kiosk->session.language, words ? words : "", now_ms + SPEECH_MOST_MS);
	if (kiosk->speech.failed && !kiosk->has_complained)
		complain_of_speech(kiosk);
}

/* False when the program is to end; the status says how. */
static bool take_event(struct kiosk *kiosk, struct event event, int *status)
{
	int64_t now_ms = terminal_now();
	kiosk->session.speaking = speech_goes_on(&kiosk->speech, now_ms);
	switch (event.kind) {
	case EVENT_KEY:
		input_key(&kiosk->session, &kiosk->world, &kiosk->canvas, event.key, now_ms);
		break;
	case EVENT_TOUCH:
		input_touch(&kiosk->input, &kiosk->session, &kiosk->world, &kiosk->canvas,
			(struct touch_event){ event.touch, event.x, event.y, now_ms });
		break;
	case EVENT_FILES:
		if (watch_read(&kiosk->watch))
			kiosk->reload_ms = now_ms + SETTLE_MS;
		break;
	case EVENT_TIME:
	case EVENT_RESIZE:
		break;
	case EVENT_GONE:
		*status = EXIT_PROBLEMS;
		return false;
	case EVENT_STOP:
		return false;
	}
	if (kiosk->reload_ms && now_ms >= kiosk->reload_ms)
		reload(kiosk, now_ms);
	session_tick(&kiosk->session, &kiosk->world, now_ms);
	follow_speech(kiosk, now_ms);
	return !kiosk->session.quit;
}

static int run(const struct options *options)
{
	struct kiosk kiosk = { 0 };
	struct problems problems = { 0 };
	int status = EXIT_SUCCESS;
	bool ready = terminal_signals(options->kiosk);
	kiosk.content.options = options;
	watch_open(&kiosk.watch);
	watch_content(&kiosk.watch, &kiosk.content);
	bool loaded = content_open(&kiosk.content, options, &problems);
	say(&problems);
	problems_finish(&problems);
	if (!ready || !loaded || !terminal_open(kiosk.content.settings)) {
		flush_log();
		fprintf(stderr, "blueheart-kiosk: %s\n",
			/* TRANSLATORS: the program was started where there is no screen to draw on. */
			loaded ? _("this needs a terminal that can place the cursor") :
			       /* TRANSLATORS: the program could not start. */
				_("not enough memory"));
		content_close(&kiosk.content);
		return EXIT_PROBLEMS;
	}
	memory_on_failure(terminal_close);
	if (watch_content(&kiosk.watch, &kiosk.content))
		kiosk.reload_ms = terminal_now() + SETTLE_MS;
	kiosk.world = world_of(&kiosk.content);
	session_start(&kiosk.session, &kiosk.world, terminal_now());
	struct event event;
	do {
		int64_t now_ms = terminal_now();
		draw(&kiosk, now_ms);
		event = terminal_wait(next_deadline(&kiosk, now_ms), kiosk.watch.descriptor);
	} while (take_event(&kiosk, event, &status));
	speech_stop(&kiosk.speech);
	terminal_close();
	flush_log();
	canvas_finish(&kiosk.canvas);
	content_close(&kiosk.content);
	watch_close(&kiosk.watch);
	return status;
}

static int check(const struct options *options)
{
	struct content content;
	struct problems problems = { 0 };
	if (content_open(&content, options, &problems) && !problems.counts[SEVERITY_ERROR]) {
		struct world world = world_of(&content);
		check_world(&world, &problems);
	}
	language_use(language_of_user());
	problems_print(&problems, stdout);
	size_t found = problems.counts[SEVERITY_ERROR] + problems.counts[SEVERITY_WARNING];
	if (found)
		/* TRANSLATORS: the last line of check. */
		printf(dngettext(WORDS_DOMAIN, "%zu problem found", "%zu problems found", found),
			found);
	else
		/* TRANSLATORS: the last line of check. */
		fputs(_("no problems found"), stdout);
	putchar('\n');
	problems_finish(&problems);
	content_close(&content);
	return found ? EXIT_PROBLEMS : EXIT_SUCCESS;
}

static void print_name(const char *name, void *data)
{
	fprintf(data, "%s\n", name);
}

static int draw_preview(const struct options *options, const struct world *world)
{
	struct session session;
	struct canvas canvas = { 0 };
	if (!preview_session(&session, world, options->screen)) {
		fprintf(stderr,
			/* TRANSLATORS: preview was asked for a screen that does not exist; %s is its name. */
			_("blueheart-kiosk: there is no screen \"%s\"; --list names them all"),
			options->screen);
		fputc('\n', stderr);
		return EXIT_USAGE;
	}
	bool numbers = strcmp(options->screen, "numbers") == 0;
	session.large = options->large;
	session.here.page = options->page - 1;
	language_use(session.language);
	canvas_resize(&canvas, numbers ? VIEW_MINIMUM_WIDTH - 1 : options->width, options->height);
	view_draw(&canvas, world, &session, 0);
	struct theme theme = theme_of(world->settings);
	if (options->ansi)
		canvas_print_ansi(&canvas, &theme, stdout);
	else
		canvas_print_text(&canvas, stdout);
	canvas_finish(&canvas);
	return EXIT_SUCCESS;
}

static int preview(const struct options *options)
{
	struct content content;
	struct problems problems = { 0 };
	int status = EXIT_PROBLEMS;
	if (content_open(&content, options, &problems)) {
		struct world world = world_of(&content);
		world.now = (struct moment){ 0 };
		world.still = true;
		status = EXIT_SUCCESS;
		problems_print(&problems, stderr);
		if (options->list)
			preview_each(&world, print_name, stdout);
		else
			status = draw_preview(options, &world);
	}
	problems_finish(&problems);
	content_close(&content);
	return status;
}

static int carry_out(const struct options *options)
{
	switch (options->command) {
	case COMMAND_RUN:
		return run(options);
	case COMMAND_CHECK:
		return check(options);
	case COMMAND_PREVIEW:
		return preview(options);
	case COMMAND_HELP:
		options_help(stdout);
		return EXIT_SUCCESS;
	case COMMAND_VERSION:
		puts("blueheart-kiosk " VERSION);
		return EXIT_SUCCESS;
	}
	return EXIT_USAGE;
}

int main(int count, char **arguments)
{
	struct options options;
	if (!language_start()) {
		fputs("blueheart-kiosk: this system has no C.UTF-8 locale\n", stderr);
		return EXIT_PROBLEMS;
	}
	language_use(language_of_user());
	if (!options_read(&options, count, arguments))
		return EXIT_USAGE;
	int status = carry_out(&options);
	if ((fflush(stdout) != 0 || ferror(stdout)) && status == EXIT_SUCCESS) {
		/* TRANSLATORS: the result of a command could not be written, such as to a full disk. */
		fprintf(stderr, "blueheart-kiosk: %s\n", _("the output could not be written"));
		return EXIT_PROBLEMS;
	}
	return status;
}
