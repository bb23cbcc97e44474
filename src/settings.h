/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The settings of one kiosk (kiosk.json). Read-only once loaded (load.h); all of it lives in `arena`.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "date.h"
#include "memory.h"

#include <stddef.h>
#include <stdint.h>

enum theme_name { THEME_DARK, THEME_LIGHT, THEME_HIGH_CONTRAST, THEME_CUSTOM };
/* The colours that the theme "custom" is made of. */
enum role {
	ROLE_GROUND,
	ROLE_TEXT,
	ROLE_ACCENT, /* the heart, edges; with the ground: small buttons, the choice that holds */
	ROLE_BAR, /* the ground of the help line */
	ROLE_ON_BAR,
};
enum { ROLE_COUNT = ROLE_ON_BAR + 1 };
enum colours { COLOURS_AUTO, COLOURS_TRUE, COLOURS_256, COLOURS_16, COLOURS_8, COLOURS_MONO };
enum clock_setting { CLOCK_AUTO, CLOCK_ON, CLOCK_OFF };
enum bidi { BIDI_AUTO, BIDI_APP, BIDI_TERMINAL };

/* A channel that the people who run the kiosk have rung, and the day of that call. */
struct confirmation {
	const char *channel;
	struct date date;
};

struct settings {
	struct arena arena;
	const char *country; /* ISO 3166-1 alpha-2 */
	const char **languages; /* tags as in languages.h; the first is the default */
	size_t language_count;
	const char *
		content; /* folder of campaign.json and channels.json; NULL: the built-in content */
	enum theme_name theme;
	uint32_t palette[ROLE_COUNT]; /* 0xRRGGBB; all zeros without one */
	enum colours colours;
	bool motion;
	enum clock_setting clock;
	enum bidi bidi;
	int slide_seconds, idle_seconds, warning_seconds;
	/* The command that reads aloud, and its arguments, NULL-terminated: see speech.h. NULL: there is none. */
	const char **speech;
	struct confirmation *confirmed;
	size_t confirmed_count;
};

/* The day on which the channel was confirmed, or NULL. */
const struct date *settings_confirmed(const struct settings *settings, const char *channel);
/* Accepts NULL. */
void settings_free(struct settings *settings);

#endif
