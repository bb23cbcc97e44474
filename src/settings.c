/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking things up in the settings.
 */
#include "settings.h"

#include <stdlib.h>
#include <string.h>

const struct date *settings_confirmed(const struct settings *settings, const char *channel)
{
	for (size_t i = 0; i < settings->confirmed_count; i++)
		if (strcmp(settings->confirmed[i].channel, channel) == 0)
			return &settings->confirmed[i].date;
	return NULL;
}

void settings_free(struct settings *settings)
{
	if (!settings)
		return;
	arena_finish(&settings->arena);
	free(settings);
}
