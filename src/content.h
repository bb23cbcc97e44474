/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The three files a kiosk runs on, wherever they come from: each is taken from where the options or the
 * settings say, or else from what is built in. On a change all are read again; a bad file leaves the last
 * good one in place.
 */
#ifndef CONTENT_H
#define CONTENT_H

#include "load/load.h"
#include "options.h"
#include "session.h"

#define CONTENT_SYSTEM_SETTINGS "/etc/blueheart-kiosk/kiosk.json"

struct content {
	const struct options *options;
	struct campaign *campaign;
	struct channels *channels;
	struct settings *settings;
};

/* Loads everything. Whatever is refused is told in the problems, and the built-in file takes its place;
   false only when not even that can be loaded. */
bool content_open(
	struct content *content, const struct options *options, struct problems *problems);
/* Reads all files again. True when anything was taken over; what is refused stays as it was. */
bool content_reload(struct content *content, struct problems *problems);
/* The folders whose files matter; NULL where a file is built in. Borrowed until the next reload. */
const char *content_folder(const struct content *content);
const char *content_settings_path(const struct content *content);
void content_close(struct content *content);

#endif
