/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking things up in the campaign.
 */
#include "campaign.h"

#include <stdlib.h>
#include <string.h>

const struct page *campaign_page(const struct campaign *campaign, const char *id)
{
	for (size_t i = 0; i < campaign->page_count; i++)
		if (strcmp(campaign->pages[i].id, id) == 0)
			return &campaign->pages[i];
	return NULL;
}

const struct slide *campaign_slide(const struct campaign *campaign, const char *id)
{
	for (size_t i = 0; i < campaign->slide_count; i++)
		if (strcmp(campaign->slides[i].id, id) == 0)
			return &campaign->slides[i];
	return NULL;
}

bool campaign_slide_shows(const struct slide *slide, const struct moment *now)
{
	bool dated = slide->first_day.month || slide->last_day.month;
	bool timed = slide->first_minute != slide->last_minute;
	if (!dated && !timed)
		return true;
	if (!now->known || (dated && !date_in_range(now->date, slide->first_day, slide->last_day)))
		return false;
	if (!timed)
		return true;
	bool after = now->minute >= slide->first_minute, before = now->minute < slide->last_minute;
	return slide->first_minute < slide->last_minute ? after && before : after || before;
}

void campaign_free(struct campaign *campaign)
{
	if (!campaign)
		return;
	arena_finish(&campaign->arena);
	free(campaign);
}
