/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells when files of content or settings may have changed: inotify on their folders, so that editors
 * that rename, folders that are swapped and files that come later are all noticed.
 */
#ifndef WATCH_H
#define WATCH_H

#include <stdbool.h>

/* A descriptor to poll, or -1 when the system offers none. */
int watch_open(void);
/* Watches the folder, and the one that holds it. May be called again after a change. */
void watch_folder(int watch, const char *folder);
/* Reads what has happened; true when something did that concerns a .json file or a folder. */
bool watch_read(int watch);

#endif
