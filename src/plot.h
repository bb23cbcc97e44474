/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plots as cells, each computed from its numbers: marks to the unit, bars to an eighth of a cell. All are
 * mirrored on a mirrored canvas. Areas and rooms are in cells.
 */
#ifndef PLOT_H
#define PLOT_H

#include "art.h"
#include "campaign.h"

/* A hundred hearts in rows, round(share × 100) of them filled, as large as the room allows. The size is theirs;
   width 0 where there is no room. */
struct size plot_share_size(struct size room);
void plot_share(struct canvas *canvas, struct area area, double share);

/* A bar over the whole area, round(share × width × 8) eighths of it filled. */
void plot_bar(struct canvas *canvas, struct area area, double share);

/* Two fields of marks, `from` of them on the side where reading starts and `to` on the other, with an arrow
   between; width 0 where there is no room for so many. */
struct size plot_flow_size(struct size room, long long from, long long to);
void plot_flow(struct canvas *canvas, struct area area, long long from, long long to);

/* A column for each point, the largest as high as there is room for, its value above and its year below.
   The values are written as `labels` says, one for each point. width 0 where the labels have no room. */
struct size plot_trend_size(struct size room, const char *const *labels, size_t count);
void plot_trend(struct canvas *canvas, struct area area, const struct point *points,
	const char *const *labels, size_t count);

/* An iceberg: the tip that is seen, and under the waterline, hatched, what is not. It is no measure of
   either. */
void plot_iceberg(struct canvas *canvas, struct area area);

#endif
