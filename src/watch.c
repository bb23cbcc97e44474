/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * inotify(7).
 */
#include "watch.h"

#include <libgen.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { COMES_OR_GOES = IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE };

void watch_open(struct watch *watch)
{
	*watch = (struct watch){ .descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC) };
}

void watch_close(struct watch *watch)
{
	if (watch->descriptor >= 0)
		close(watch->descriptor);
	*watch = (struct watch){ .descriptor = -1 };
}

static int add(const struct watch *watch, const char *folder, uint32_t events)
{
	return inotify_add_watch(watch->descriptor, folder, events | IN_MASK_ADD | IN_ONLYDIR);
}

/* Watches the nearest folder above the path that is there. */
static void add_above(const struct watch *watch, struct watched *watched, const char *path)
{
	char below[PATH_MAX], above[PATH_MAX];
	snprintf(below, sizeof below, "%s", path);
	for (;;) {
		char last[PATH_MAX];
		memcpy(last, below, sizeof last);
		snprintf(watched->name, sizeof watched->name, "%.*s", NAME_MAX, basename(last));
		memcpy(last, below, sizeof last);
		snprintf(above, sizeof above, "%s", dirname(last));
		watched->above = add(watch, above, COMES_OR_GOES);
		if (watched->above >= 0 || strcmp(above, below) == 0)
			return;
		memcpy(below, above, sizeof below);
	}
}

static bool is_watched(const struct watch *watch, int number)
{
	for (int i = 0; i < watch->count; i++)
		if (watch->folders[i].folder == number)
			return true;
	return false;
}

static bool is_wanted(const struct watch *watch, int number)
{
	for (int i = 0; i < watch->count; i++)
		if (watch->folders[i].folder == number || watch->folders[i].above == number)
			return true;
	return false;
}

bool watch_folders(struct watch *watch, const char *const folders[WATCHED_FOLDERS])
{
	struct watch before = *watch;
	bool is_new = false;
	watch->count = 0;
	for (int i = 0; i < WATCHED_FOLDERS && watch->descriptor >= 0; i++) {
		struct watched *watched = &watch->folders[watch->count];
		if (!folders[i])
			continue;
		watched->folder = add(watch, folders[i],
			COMES_OR_GOES | IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF);
		add_above(watch, watched, folders[i]);
		watch->count++;
		is_new = is_new || (watched->folder >= 0 && !is_watched(&before, watched->folder));
	}
	for (int i = 0; i < before.count; i++) {
		int numbers[] = { before.folders[i].folder, before.folders[i].above };
		for (int j = 0; j < 2; j++)
			if (numbers[j] >= 0 && !is_wanted(watch, numbers[j]))
				inotify_rm_watch(watch->descriptor, numbers[j]);
	}
	return is_new;
}

static bool is_json(const char *name)
{
	const char *dot = strrchr(name, '.');
	return dot && strcmp(dot, ".json") == 0;
}

static bool concerns(const struct inotify_event *event, const struct watched *watched)
{
	const char *name = event->len ? event->name : "";
	if (event->wd == watched->folder && (!*name || event->mask & IN_ISDIR || is_json(name)))
		return true;
	return event->wd == watched->above && strcmp(name, watched->name) == 0;
}

bool watch_read(const struct watch *watch)
{
	alignas(struct inotify_event) char buffer[4096];
	bool changed = false;
	ssize_t length;
	while ((length = read(watch->descriptor, buffer, sizeof buffer)) > 0)
		for (char *at = buffer; at < buffer + length;) {
			const struct inotify_event *event = (const struct inotify_event *)at;
			changed = changed || event->mask & IN_Q_OVERFLOW;
			for (int i = 0; i < watch->count; i++)
				changed = changed || concerns(event, &watch->folders[i]);
			at += sizeof *event + event->len;
		}
	return changed;
}
