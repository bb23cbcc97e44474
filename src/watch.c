/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * inotify(7).
 */
#include "watch.h"

#include <libgen.h>
#include <limits.h>
#include <stdalign.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

int watch_open(void)
{
	return inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
}

void watch_folder(int watch, const char *folder)
{
	const unsigned events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
		IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF;
	char parent[PATH_MAX];
	if (watch < 0 || snprintf(parent, sizeof parent, "%s", folder) >= (int)sizeof parent)
		return;
	inotify_add_watch(watch, folder, events);
	inotify_add_watch(watch, dirname(parent), events & ~(unsigned)IN_CLOSE_WRITE);
}

static bool concerns(const struct inotify_event *event)
{
	const char *dot = event->len ? strrchr(event->name, '.') : NULL;
	return !event->len ||
		event->mask & (IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW) ||
		(dot && strcmp(dot, ".json") == 0) || event->mask & (IN_MOVED_TO | IN_CREATE);
}

bool watch_read(int watch)
{
	alignas(struct inotify_event) char buffer[4096];
	bool changed = false;
	ssize_t length;
	while ((length = read(watch, buffer, sizeof buffer)) > 0)
		for (char *at = buffer; at < buffer + length;) {
			const struct inotify_event *event = (const struct inotify_event *)at;
			changed = changed || concerns(event);
			at += sizeof *event + event->len;
		}
	return changed;
}
