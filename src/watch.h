/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells when files of content or settings may have changed: inotify on their folders, so that editors
 * that rename, folders that are swapped and files that come later are all noticed, and so are files that a
 * link leads to. What happens beside them is not.
 */
#ifndef WATCH_H
#define WATCH_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

enum { WATCH_MOST = 4 }; /* files */

struct watch {
	int descriptor; /* to poll; -1 when the system offers none */
	struct watched {
		int folder; /* inotify's number of the file's folder; -1 while it is not there */
		char file[NAME_MAX + 1]; /* its name in that */
		int above; /* of the nearest folder above it that is there */
		char below[NAME_MAX + 1]; /* the entry in that one which leads to the folder */
	} files[2 * WATCH_MOST]; /* each as it is named, and where a link leads */
	int count;
};

void watch_open(struct watch *watch);
void watch_close(struct watch *watch);
/* Watches these files, at most WATCH_MOST, and no others. True when one of their folders was not watched
   before: what happened in it until now was not seen. */
bool watch_files(struct watch *watch, const char *const *paths, size_t count);
/* Reads what has happened; true when something did that concerns one of the files. */
bool watch_read(const struct watch *watch);

#endif
