/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * inotify(7).
 */
#include "watch.h"

#include <libgen.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
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

static void copy_name(char name[NAME_MAX + 1], const char *path)
{
	char copy[PATH_MAX];
	snprintf(copy, sizeof copy, "%s", path);
	snprintf(name, NAME_MAX + 1, "%.*s", NAME_MAX, basename(copy));
}

static void parent_of(char parent[PATH_MAX], const char *path)
{
	char copy[PATH_MAX];
	snprintf(copy, sizeof copy, "%s", path);
	snprintf(parent, PATH_MAX, "%s", dirname(copy));
}

/* Watches the nearest folder above this one that is there. */
static void add_above(const struct watch *watch, struct watched *watched, const char *folder)
{
	char below[PATH_MAX], above[PATH_MAX];
	snprintf(below, sizeof below, "%s", folder);
	for (;;) {
		copy_name(watched->below, below);
		parent_of(above, below);
		watched->above = add(watch, above, COMES_OR_GOES);
		if (watched->above >= 0 || strcmp(above, below) == 0)
			return;
		memcpy(below, above, sizeof below);
	}
}

static void add_file(struct watch *watch, const char *path)
{
	struct watched *watched = &watch->files[watch->count++];
	char folder[PATH_MAX];
	parent_of(folder, path);
	copy_name(watched->file, path);
	watched->folder = add(
		watch, folder, COMES_OR_GOES | IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF);
	add_above(watch, watched, folder);
}

static bool is_folder_of(const struct watch *watch, int number)
{
	for (int i = 0; i < watch->count; i++)
		if (watch->files[i].folder == number)
			return true;
	return false;
}

static bool is_wanted(const struct watch *watch, int number)
{
	for (int i = 0; i < watch->count; i++)
		if (watch->files[i].above == number)
			return true;
	return is_folder_of(watch, number);
}

static void forget(const struct watch *watch, int number)
{
	if (number >= 0 && !is_wanted(watch, number))
		inotify_rm_watch(watch->descriptor, number);
}

bool watch_files(struct watch *watch, const char *const *paths, size_t count)
{
	struct watch before = *watch;
	bool is_new = false;
	watch->count = 0;
	for (size_t i = 0; i < count && watch->descriptor >= 0; i++) {
		char real[PATH_MAX];
		add_file(watch, paths[i]);
		if (realpath(paths[i], real) && strcmp(real, paths[i]) != 0)
			add_file(watch, real);
	}
	for (int i = 0; i < watch->count; i++)
		is_new = is_new ||
			(watch->files[i].folder >= 0 &&
				!is_folder_of(&before, watch->files[i].folder));
	for (int i = 0; i < before.count; i++) {
		forget(watch, before.files[i].folder);
		forget(watch, before.files[i].above);
	}
	return is_new;
}

static bool concerns(const struct inotify_event *event, const struct watched *watched)
{
	const char *name = event->len ? event->name : "";
	if (event->wd == watched->folder && (!*name || strcmp(name, watched->file) == 0))
		return true;
	return event->wd == watched->above && strcmp(name, watched->below) == 0;
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
				changed = changed || concerns(event, &watch->files[i]);
			at += sizeof *event + event->len;
		}
	return changed;
}
