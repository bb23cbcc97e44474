/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page of the campaign: short items under headings, each figure with its source beside it.
 */
#include "view/parts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NARROWEST_TEXT = 44 };

/* Up to this many sources are gathered below a section. */
enum { GATHERED = 12 };

struct gathered {
	const struct source *sources[GATHERED];
	size_t count;
};

static void gather(struct gathered *gathered, const struct scene *scene, const struct item *item)
{
	for (size_t i = 0; i < item->source_count; i++) {
		const char *name = content_words(scene, item->sources[i]->name);
		bool known = gathered->count == GATHERED;
		for (size_t j = 0; j < gathered->count; j++)
			known = known ||
				strcmp(content_words(scene, gathered->sources[j]->name), name) == 0;
		if (!known)
			gathered->sources[gathered->count++] = item->sources[i];
	}
}

static void add_sources(
	struct flow *flow, const struct scene *scene, const struct gathered *gathered)
{
	struct string list = { 0 }, line = { 0 };
	for (size_t i = 0; i < gathered->count; i++) {
		if (i > 0)
			/* TRANSLATORS: stands between the sources of a text: "UNODC; IOM". */
			string_add(&list, "%s", C_("between sources", "; "));
		string_add(&list, "%s", content_words(scene, gathered->sources[i]->name));
	}
	if (list.text)
		/* TRANSLATORS: below a text or a figure; %s is who says so: "UNODC, Global Report 2024". */
		string_add(&line, _("Source: %s"), list.text);
	if (line.text)
		flow_text(flow, STYLE_MUTED, line.text);
	free(list.text);
	free(line.text);
}

static bool has_figure(const char *text)
{
	for (; *text; text++)
		if (isdigit((unsigned char)*text))
			return true;
	return false;
}

static void add_section(struct flow *flow, const struct scene *scene, const struct section *section)
{
	struct gathered rest = { 0 };
	if (section->heading.text)
		flow_heading(flow, content_words(scene, section->heading));
	for (size_t i = 0; i < section->item_count; i++) {
		const struct item *item = &section->items[i];
		flow_item(flow, "•", content_words(scene, item->text));
		if (has_figure(item->text.text)) {
			struct gathered own = { 0 };
			gather(&own, scene, item);
			add_sources(flow, scene, &own);
		} else {
			gather(&rest, scene, item);
		}
	}
	add_sources(flow, scene, &rest);
	flow_gap(flow);
}

void page_draw(const struct scene *scene)
{
	const struct page *page = campaign_page(scene->world->campaign, scene->session->here.id);
	struct flow flow = flow_begin(scene, content_words(scene, page->title));
	flow_title(&flow, scene, content_words(scene, page->title));
	for (size_t i = 0; i < page->section_count; i++)
		add_section(&flow, scene, &page->sections[i]);
	for (size_t i = 0; i < page->link_count; i++)
		flow_button(&flow, action_make(ACTION_PAGE, page->links[i]->id),
			content_words(scene, page->links[i]->title));
	struct area whole = frame_area(scene);
	struct size code = code_fit(&flow, page->address, whole);
	struct area area = beside_code(&flow, code, whole);
	int top = area.y;
	flow_show(&flow, scene, &area, NARROWEST_TEXT);
	if (area.y + code.height > whole.y + whole.height)
		area.y = top;
	code_draw(scene->canvas, page->address, code, area);
	frame_draw(scene, content_words(scene, page->title));
	flow_finish(&flow);
}
