/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A screen too small for anything else: the help numbers alone, each whole or not at all.
 */
#include "view/parts.h"

#include <stdlib.h>
#include <string.h>

void small_draw(const struct scene *scene)
{
	struct canvas *canvas = scene->canvas;
	size_t count = 0;
	const struct channel **list = country_channels(
		scene, scene->world->settings->country, &count);
	int y = 0;
	for (size_t i = 0; i < count && y < canvas->height; i++) {
		char isolated[TEXT_ISOLATED];
		struct string line = { 0 };
		const char *number = list[i]->phone;
		if (!number || list[i]->kind == CHANNEL_REPORT)
			continue;
		string_add(&line, "%s", text_isolated(isolated, number));
		struct area area = { 0, y, canvas->width, 1 };
		int own = text_width(line.text), kind = text_width(kind_words(list[i]->kind));
		if (own <= canvas->width) {
			canvas_say(canvas, kind_words(list[i]->kind));
			canvas_say(canvas, line.text);
			canvas_text(canvas, area, STYLE_STRONG, ALIGN_START, line.text);
			area.x += own + 2;
			area.width -= own + 2;
			if (own + 2 + kind <= canvas->width)
				canvas_text(canvas, area, STYLE_MUTED, ALIGN_START,
					kind_words(list[i]->kind));
			y++;
		}
		free(line.text);
	}
	free(list);
}
