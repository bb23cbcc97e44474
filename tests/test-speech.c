/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Commands that do as they like: what they get, and that each of them ends.
 */
#include "fixture.h"

#include "speech.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 20000, LONG_MS = 3600000 };

static struct speech speech;
static char folder[64];

static int64_t now_ms(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void path_in(const char *name, char path[128])
{
	snprintf(path, 128, "%s/%s", folder, name);
}

static int start(void **state)
{
	(void)state;
	speech = (struct speech){ 0 };
	snprintf(folder, sizeof folder, "/tmp/blueheart-speech-XXXXXX");
	assert_non_null(mkdtemp(folder));
	return 0;
}

static int stop(void **state)
{
	(void)state;
	char path[128];
	speech_stop(&speech);
	path_in("said", path);
	unlink(path);
	path_in("said-", path);
	unlink(path);
	rmdir(folder);
	return 0;
}

/* Has a shell command speak; it finds the path of a file for what it has to tell in $0. */
static void speak(const char *script, const char *text, int64_t end_ms)
{
	char path[128];
	path_in("said", path);
	const char *const command[] = { "sh", "-c", script, path, NULL };
	speech_start(&speech, command, "fr", text, end_ms);
}

static void rest(void)
{
	poll(NULL, 0, 5);
}

static void wait_for_silence(void)
{
	for (int64_t end = now_ms() + PATIENCE_MS; speech_goes_on(&speech, 0); rest())
		assert_true(now_ms() < end);
}

/* What the command has written, once it is there; the next call reuses the buffer. */
static const char *said(void)
{
	static char text[4096];
	char path[128];
	path_in("said", path);
	for (int64_t end = now_ms() + PATIENCE_MS;; rest()) {
		FILE *file = fopen(path, "r");
		if (file) {
			text[fread(text, 1, sizeof text - 1, file)] = '\0';
			fclose(file);
			unlink(path);
			return text;
		}
		assert_true(now_ms() < end);
	}
}

static void assert_gone(pid_t pid)
{
	for (int64_t end = now_ms() + PATIENCE_MS; fixture_runs(pid); rest())
		assert_true(now_ms() < end);
}

static void gets_text_and_language(void **state)
{
	(void)state;
	static const struct row {
		const char *language, *expected;
	} rows[] = { { "fr", "[fr] [--voice=fr] [fr-fr] [$(false);] [{lang}] [été]" },
		{ "zh_CN", "[zh] [--voice=zh] [zh-zh] [$(false);] [{lang}] [été]" } };
	static const char script[] = "printf '[%s] ' \"$@\" >\"$0\"-; "
				     "printf '[%s]' \"$(cat)\" >>\"$0\"-; mv \"$0\"- \"$0\"";
	char path[128];
	path_in("said", path);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *const command[] = { "sh", "-c", script, path, "{language}",
			"--voice={language}", "{language}-{language}", "$(false);", "{lang}",
			NULL };
		speech_start(&speech, command, rows[i].language, "été", LONG_MS);
		assert_string_equal(said(), rows[i].expected);
		wait_for_silence();
		assert_false(speech.failed);
	}
}

/* A long text does not wait for the command to read it. */
static void waits_for_nobody(void **state)
{
	(void)state;
	size_t length = 4 << 20;
	char *text = calloc(1, length + 1);
	memset(text, 'x', length);
	speak("exec sleep 1000", text, LONG_MS);
	assert_true(speech_goes_on(&speech, 0));
	speech_stop(&speech);
	speak("wc -c >\"$0\"-; mv \"$0\"- \"$0\"", text, LONG_MS);
	assert_int_equal(strtol(said(), NULL, 10), length);
	free(text);
}

/* Nothing of the kiosk reaches the command: descriptors, signals, terminal; nor does its output reach the kiosk. */
static void inherits_nothing(void **state)
{
	(void)state;
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	sigset_t all, before;
	int open_file = fcntl(STDIN_FILENO, F_DUPFD, 77); /* without FD_CLOEXEC */
	assert_int_equal(open_file, 77);
	for (int number = SIGHUP; number < SIGCHLD; number++)
		sigaction(number, &ignore, NULL);
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	/* The shell itself has opened 3 to list the folder. */
	speak("cd /proc/$$/fd && echo * $(readlink 1 2) $(cut -d' ' -f7 /proc/self/stat) >\"$0\"-; "
	      "mv \"$0\"- \"$0\"",
		"", LONG_MS);
	assert_string_equal(said(), "0 1 2 3 /dev/null /dev/null 0\n");
	char output[128];
	snprintf(output, sizeof output, "of=%s/said", folder);
	const char *const command[] = { "dd", "if=/proc/self/status", output, NULL };
	speech_start(&speech, command, "fr", "", LONG_MS);
	wait_for_silence();
	const char *got = said();
	sigprocmask(SIG_SETMASK, &before, NULL);
	for (int number = SIGHUP; number < SIGCHLD; number++)
		signal(number, SIG_DFL);
	close(open_file);
	assert_non_null(strstr(got, "\nSigBlk:\t0000000000000000\nSigIgn:\t0000000000000000\n"));
}

static void floods_nothing(void **state)
{
	(void)state;
	speak("yes; yes >&2", "", LONG_MS);
	for (int i = 0; i < 20; i++, rest())
		assert_true(speech_goes_on(&speech, 0));
}

/* All processes of a command that does not listen end, and at once. */
static void ends_the_whole_group(void **state)
{
	(void)state;
	speak("trap '' TERM HUP INT; (sleep 1000) & echo $$ $! >\"$0\"-; mv \"$0\"- \"$0\"; wait",
		"", LONG_MS);
	char *rest_of = NULL;
	pid_t leader = (pid_t)strtol(said(), &rest_of, 10);
	pid_t member = (pid_t)strtol(rest_of, NULL, 10);
	assert_int_equal(leader, speech.pid);
	assert_true(fixture_runs(member));
	speech_stop(&speech);
	assert_false(speech_goes_on(&speech, 0));
	assert_gone(leader);
	assert_gone(member);
	assert_false(speech.failed);
}

static void ends_at_its_limit(void **state)
{
	(void)state;
	speak("trap '' TERM; echo $$ >\"$0\"-; mv \"$0\"- \"$0\"; while :; do sleep 1000; done", "",
		5000);
	pid_t pid = (pid_t)strtol(said(), NULL, 10);
	assert_true(speech_goes_on(&speech, 4999));
	assert_true(fixture_runs(pid));
	assert_false(speech_goes_on(&speech, 5000));
	assert_gone(pid);
}

/* A command that leaves another behind has spoken: nothing goes on unseen. */
static void leaves_nothing_behind(void **state)
{
	(void)state;
	speak("sleep 1000 & echo $! >\"$0\"-; mv \"$0\"- \"$0\"", "", LONG_MS);
	pid_t member = (pid_t)strtol(said(), NULL, 10);
	wait_for_silence();
	assert_gone(member);
}

static void tells_failures(void **state)
{
	(void)state;
	static const struct row {
		const char *command[4];
		bool failed;
	} rows[] = { { { "true" }, false }, { { "false" }, true },
		{ { "/nowhere/blueheart-speech" }, true }, { { "no-such-command-here" }, true },
		{ { "/dev/null" }, true }, { { "sh", "-c", "kill -9 $$" }, true } };
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		speech_start(&speech, rows[i].command, "fr", "text", LONG_MS);
		wait_for_silence();
		if (speech.failed != rows[i].failed)
			fail_msg("row %zu", i);
	}
}

/* A start ends what spoke before. */
static void speaks_once(void **state)
{
	(void)state;
	speak("exec sleep 1000", "", LONG_MS);
	pid_t first = speech.pid;
	speak("exec sleep 1000", "", LONG_MS);
	assert_true(speech_goes_on(&speech, 0));
	assert_gone(first);
	assert_true(speech_goes_on(&speech, 0));
}

/* For check: by the same rules by which it is started. */
static void finds_programs(void **state)
{
	(void)state;
	assert_true(speech_is_there("sh"));
	assert_true(speech_is_there("/bin/sh"));
	assert_false(speech_is_there("no-such-program"));
	assert_false(speech_is_there("/bin/no-such-program"));
	assert_false(speech_is_there("bin/sh"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
	static const struct CMUnitTest tests[] = {
		TEST(gets_text_and_language),
		TEST(waits_for_nobody),
		TEST(inherits_nothing),
		TEST(floods_nothing),
		TEST(ends_the_whole_group),
		TEST(ends_at_its_limit),
		TEST(leaves_nothing_behind),
		TEST(tells_failures),
		TEST(speaks_once),
		TEST(finds_programs),
	};
	return cmocka_run_group_tests_name("speech", tests, NULL, NULL);
}
