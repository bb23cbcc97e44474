/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line.
 */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

enum command { COMMAND_RUN, COMMAND_CHECK, COMMAND_PREVIEW, COMMAND_HELP, COMMAND_VERSION };

/* Strings are borrowed from argv; NULL is what was not given. */
struct options {
	enum command command;
	const char *content, *config, *language, *country;
	bool kiosk;
	/* of preview */
	const char *screen;
	bool list, ansi, large;
	int width, height, page;
};

/* False after a message on stderr: wrong usage. */
bool options_read(struct options *options, int count, char **arguments);
void options_help(FILE *stream);

#endif
