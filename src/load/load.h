/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading: JSON files become the models of campaign.h, channels.h and settings.h, or problems with their
 * places. A file with one error is refused whole; all its problems are reported at once.
 */
#ifndef LOAD_LOAD_H
#define LOAD_LOAD_H

#include "campaign.h"
#include "channels.h"
#include "problem.h"
#include "settings.h"

/* The bytes of one file. `name` is what messages call it. */
struct document {
	const char *name;
	const char *text; /* NUL-terminated after `length` */
	size_t length;
	char *owned; /* text and name, which document_finish frees; NULL for what is built in */
};

/* Reads a file of at most LOAD_LARGEST bytes. False, and an error in problems, when it cannot be read, is
   no regular file or is larger. The caller finishes the document. */
enum { LOAD_LARGEST = 8 * 1024 * 1024 };
bool load_file(const char *path, struct document *document, struct problems *problems);

/* Frees what load_file read; accepts all zeros. */
void document_finish(struct document *document);

/* NULL when the document has an error, or memory ran out; the problems say which. */
struct campaign *load_campaign(const struct document *document, struct problems *problems);
struct channels *load_channels(const struct document *document, struct problems *problems);
struct settings *load_settings(const struct document *document, struct problems *problems);
/* Warns of a country or confirmations in the settings that the channels do not have. */
void load_compare(const struct document *settings_document, const struct settings *settings,
	const struct channels *channels, struct problems *problems);

/* The documents compiled into the program, checked by its tests. Borrowed. */
extern const struct document load_builtin_campaign, load_builtin_channels, load_builtin_settings;

#endif
