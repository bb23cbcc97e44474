/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading aloud: runs a command that speaks, one at a time. It is started without a shell, in a session of its own
 * without the terminal, and gets the text as its standard input, from memory: neither the disk nor the list of
 * processes has it. It is ended with SIGKILL at once, its whole process group: it has nothing to put in order, silence
 * is immediate, and no second deadline is needed for one that does not listen. The only file that starts processes.
 */
#ifndef SPEECH_H
#define SPEECH_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { SPEECH_MOST_MS = 120000 }; /* nothing speaks longer */

/* All zeros is silence. */
struct speech {
	pid_t pid; /* of the process that speaks, and of its group; 0: none */
	int64_t end_ms; /* when it is ended, should it still speak */
	bool failed; /* the last command could not be started, or ended by itself saying that it failed */
};

/* Whether there is such a program: a path, or a name that one of PATH's folders has. */
bool speech_is_there(const char *program);
/* Starts the command (NULL-terminated), in whose arguments "{language}" becomes the language of a tag such as "zh_CN",
   as BCP 47 writes it: "zh". What spoke before ends. Times are as in terminal_now. */
void speech_start(struct speech *speech, const char *const *command, const char *language,
	const char *text, int64_t end_ms);
/* Silence at once. */
void speech_stop(struct speech *speech);
/* Whether it still speaks; ends it when its time is over, and clears up after those that have ended. Call it after
   every wait: it never waits itself. */
bool speech_goes_on(struct speech *speech, int64_t now_ms);

#endif
