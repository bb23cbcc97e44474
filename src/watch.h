/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells when files of content or settings may have changed: inotify on their folders, so that editors
 * that rename, folders that are swapped and files that come later are all noticed. What happens beside
 * them is not.
 */
#ifndef WATCH_H
#define WATCH_H

#include <limits.h>
#include <stdbool.h>

enum { WATCHED_FOLDERS = 2 };

struct watch {
	int descriptor; /* to poll; -1 when the system offers none */
	struct watched {
		int folder; /* inotify's number of the folder; -1 while it is not there */
		int above; /* of the nearest folder above it that is there */
		char name[NAME_MAX + 1]; /* of the entry in that one which leads to the folder */
	} folders[WATCHED_FOLDERS];
	int count;
};

void watch_open(struct watch *watch);
void watch_close(struct watch *watch);
/* Watches these folders (at most WATCHED_FOLDERS; NULL is left out) and no others. True when one of them
   was not watched before: what happened in it until now was not seen. */
bool watch_folders(struct watch *watch, const char *const folders[WATCHED_FOLDERS]);
/* Reads what has happened; true when something did that concerns a .json file or a folder. */
bool watch_read(const struct watch *watch);

#endif
