/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fork(2), execvp(3), and the end of both.
 */
#define _GNU_SOURCE /* memfd_create */
#include "speech.h"

#include "memory.h"

#include <assert.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NOT_STARTED = 127 }; /* as shells say it */

static char *with_language(const char *argument, const char *language)
{
	static const char mark[] = "{language}";
	size_t mark_length = sizeof mark - 1, tag_length = strcspn(language, "_-");
	size_t length = strlen(argument);
	char *text = memory_resize(NULL, length + length / mark_length * tag_length + 1, 1),
	     *to = text;
	for (const char *at; (at = strstr(argument, mark)); argument = at + mark_length) {
		to = mempcpy(to, argument, (size_t)(at - argument));
		to = mempcpy(to, language, tag_length);
	}
	memcpy(to, argument, strlen(argument) + 1);
	return text;
}

static char **arguments_new(const char *const *command, const char *language)
{
	size_t count = 1;
	assert(command[0]);
	while (command[count])
		count++;
	char **arguments = memory_resize(NULL, count + 1, sizeof *arguments);
	for (size_t i = 0; i < count; i++)
		arguments[i] = with_language(command[i], language);
	arguments[count] = NULL;
	return arguments;
}

static void arguments_free(char **arguments)
{
	for (size_t i = 0; arguments[i]; i++)
		free(arguments[i]);
	free(arguments);
}

/* A file of that text which has no name; -1 when the system has no room for it. */
static int text_open(const char *text)
{
	int file = memfd_create("speech", MFD_CLOEXEC);
	for (size_t left = strlen(text); file >= 0 && left > 0;) {
		ssize_t written = write(file, text, left);
		if (written <= 0) {
			close(file);
			return -1;
		}
		text += written;
		left -= (size_t)written;
	}
	if (file >= 0)
		lseek(file, 0, SEEK_SET);
	return file;
}

/* The new process becomes the command, with nothing of ours but the text. */
static void become(char **arguments, int file)
{
	struct sigaction usual = { .sa_handler = SIG_DFL };
	sigset_t none;
	setsid();
	prctl(PR_SET_PDEATHSIG, SIGKILL); /* whatever ends the kiosk ends it too */
	for (int number = 1; number <= SIGRTMAX; number++)
		sigaction(number, &usual, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (nothing < 0 || dup2(file, STDIN_FILENO) < 0 || dup2(nothing, STDOUT_FILENO) < 0 ||
		dup2(nothing, STDERR_FILENO) < 0)
		_exit(NOT_STARTED);
	closefrom(STDERR_FILENO + 1);
	execvp(arguments[0], arguments);
	_exit(NOT_STARTED);
}

void speech_start(struct speech *speech, const char *const *command, const char *language,
	const char *text, int64_t end_ms)
{
	speech_stop(speech);
	signal(SIGCHLD, SIG_DFL); /* whoever started the kiosk may have had it ignored */
	char **arguments = arguments_new(command, language);
	int file = text_open(text);
	pid_t pid = file < 0 ? -1 : fork();
	if (pid == 0)
		become(arguments, file);
	speech->failed = pid < 0;
	speech->pid = pid < 0 ? 0 : pid;
	speech->end_ms = end_ms;
	if (file >= 0)
		close(file);
	arguments_free(arguments);
}

void speech_stop(struct speech *speech)
{
	if (!speech->pid)
		return;
	kill(-speech->pid, SIGKILL);
	kill(speech->pid, SIGKILL); /* it may not have come as far as to have a group */
	speech->pid = 0;
}

/* Until a process is reaped nothing else gets its number, so its group can be asked for without danger. */
static void reap(struct speech *speech)
{
	siginfo_t child = { .si_pid = 0 };
	while (waitid(P_ALL, 0, &child, WEXITED | WNOHANG | WNOWAIT) == 0 && child.si_pid) {
		kill(-child.si_pid, SIGKILL); /* what it has left behind */
		waitpid(child.si_pid, NULL, WNOHANG);
		if (child.si_pid == speech->pid) {
			speech->failed = child.si_code != CLD_EXITED || child.si_status != 0;
			speech->pid = 0;
		}
		child = (siginfo_t){ .si_pid = 0 };
	}
}

bool speech_goes_on(struct speech *speech, int64_t now_ms)
{
	if (speech->pid && now_ms >= speech->end_ms)
		speech_stop(speech);
	reap(speech);
	return speech->pid != 0;
}

bool speech_is_there(const char *program)
{
	const char *path = getenv("PATH");
	if (strchr(program, '/') || !path)
		return access(program, X_OK) == 0;
	for (const char *at = path; at;) {
		size_t length = strcspn(at, ":");
		char candidate[PATH_MAX];
		int written = snprintf(candidate, sizeof candidate, "%.*s/%s", (int)length,
			length ? at : ".", program);
		if (written > 0 && written < PATH_MAX && access(candidate, X_OK) == 0)
			return true;
		at = at[length] ? at + length + 1 : NULL;
	}
	return false;
}
