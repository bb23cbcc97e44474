/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which screen, and the question that lies over it when nobody has touched it for a while.
 */
#include "view/view.h"

#include "languages.h"
#include "view/parts.h"

#include <stdlib.h>
#include <string.h>

struct text_mode view_mode(const struct world *world, const char *language)
{
	const struct language *known = languages_find(language);
	return (struct text_mode){
		.right_to_left = known && known->right_to_left,
		.terminal_reorders = world->terminal_reorders,
	};
}

static void draw_screen(const struct scene *scene)
{
	switch (scene->session->here.screen) {
	case SCREEN_ATTRACT:
		attract_draw(scene);
		break;
	case SCREEN_HELP:
		help_draw(scene);
		break;
	case SCREEN_CHANNEL:
		channel_draw(scene);
		break;
	case SCREEN_COUNTRIES:
		countries_draw(scene);
		break;
	case SCREEN_REPORT:
		report_draw(scene);
		break;
	case SCREEN_PAGE:
		page_draw(scene);
		break;
	case SCREEN_LANGUAGES:
		languages_draw(scene);
		break;
	}
}

static struct bar question_bar(const struct scene *scene, int width)
{
	struct bar bar = { 0 };
	bar_add(&bar,
		(struct button){ action_make(ACTION_CONTINUE, NULL),
			/* TRANSLATORS: a big button: stay on this screen. At most 13 columns. */
			.label = _("Continue") });
	bar_add(&bar,
		(struct button){ action_make(ACTION_MORE_TIME, NULL),
			/* TRANSLATORS: a big button: stay, and be asked three times later from now on. */
			.label = _("I need more time"),
			/* TRANSLATORS: "I need more time" for narrow screens. At most 13 columns. */
			.short_label = C_("short", "More time") });
	bar_lay(&bar, scene, width, 1);
	return bar;
}

static struct string seconds_words(const struct scene *scene)
{
	struct string seconds = { 0 };
	int left = session_seconds_left(scene->session, scene->world, scene->now_ms);
	string_add(&seconds,
		/* TRANSLATORS: nobody touched the screen for a while; below "Still there?". At most 34
		   columns. */
		dngettext(WORDS_DOMAIN, "This screen clears in %d second.",
			"This screen clears in %d seconds.", (unsigned long)left),
		left);
	return seconds;
}

/* The words of the question and its button, in a box where there is height for its edges. In large type they are in
   large letters, if these have room for all of it. */
static void draw_question_box(const struct scene *scene, struct area box)
{
	enum { LEAST_BOXED = 7, GAPS = 3, PADDING = 2 };
	struct canvas *canvas = scene->canvas;
	/* TRANSLATORS: a question to whoever stands at the screen. */
	const char *question = _("Still there?");
	struct string seconds = seconds_words(scene);
	int width = box.width - 2; /* of the words */
	struct bar bar = question_bar(scene, box.width - 2 * PADDING);
	bool boxed = box.height >= LEAST_BOXED;
	int room = box.height - 2 * boxed - bar_rows(&bar), rows[2] = { 1, 1 };
	enum letters letters = scene->session->large ? LETTERS_SMALL : LETTERS_NONE;
	if (letters_have(letters, question) && letters_have(letters, seconds.text)) {
		rows[0] = label_rows(question, width, letters);
		rows[1] = label_rows(seconds.text, width, letters);
	}
	if (rows[0] == 1 || rows[0] + rows[1] > room) {
		letters = LETTERS_NONE;
		rows[0] = 1;
		rows[1] = label_rows(seconds.text, width, letters);
	}
	int spare = room - rows[0] - rows[1], gap = spare >= GAPS;
	if (boxed)
		canvas_box(canvas, box, STYLE_CARD, STYLE_CARD_EDGE);
	bar_draw(&bar, canvas, box.x + PADDING, box.y + box.height - bar_rows(&bar) - boxed - gap);
	struct area line = { box.x + 1, box.y + boxed + (spare > 0), width, rows[0] };
	if (spare >= 0) {
		letters_text(canvas, line, (struct writing){ letters, STYLE_DIGITS, ALIGN_CENTRE },
			question);
		line.y += rows[0] + gap;
	}
	line.height = rows[1];
	letters_text(
		canvas, line, (struct writing){ letters, STYLE_CARD, ALIGN_CENTRE }, seconds.text);
	free(seconds.text);
}

/* The question takes the place of the screen, of which only Close and the help line stay. Any other touch
   answers it. */
static void draw_question(const struct scene *scene)
{
	struct canvas *canvas = scene->canvas;
	int scale = scene->session->large ? 2 : 1, highest = 14 * scale, widest = 60 * scale;
	int page_count = canvas->page_count, page = canvas->page;
	canvas_clear(canvas, canvas->mode, -1);
	top_draw(scene, _("BLUE HEART"));
	help_line_draw(scene);
	int top = frame_area(scene).y, bottom = canvas->height - help_line_rows(scene);
	int width = canvas->width < widest + 4 ? canvas->width - 4 : widest;
	int height = bottom - top > highest ? highest : bottom - top;
	struct area box = { (canvas->width - width) / 2, top + (bottom - top - height) / 2, width,
		height };
	draw_question_box(scene, box);
	for (size_t i = 0; i < canvas->target_count; i++)
		if (canvas->targets[i].action.kind != ACTION_CLOSE &&
			canvas->targets[i].action.kind != ACTION_MORE_TIME &&
			!canvas->targets[i].plain)
			canvas->targets[i].action = action_make(ACTION_CONTINUE, NULL);
	canvas->page_count = page_count;
	canvas->page = page;
}

void view_draw(struct canvas *canvas, const struct world *world, const struct session *session,
	int64_t now_ms)
{
	struct scene scene = { canvas, world, session, now_ms };
	canvas_clear(
		canvas, view_mode(world, session->language), session->asking ? -1 : session->focus);
	if (canvas->width < VIEW_MINIMUM_WIDTH || canvas->height < VIEW_MINIMUM_HEIGHT) {
		small_draw(&scene);
		return;
	}
	draw_screen(&scene);
	if (session->asking)
		draw_question(&scene);
}

enum traces view_traces(const struct session *before, const struct session *now)
{
	bool slides = before->here.screen == SCREEN_ATTRACT && now->here.screen == SCREEN_ATTRACT;
	const struct language *language = languages_find(now->language);
	if (strcmp(before->language, now->language) != 0)
		return TRACES_SCREEN;
	if (!slides)
		return memcmp(&before->here, &now->here, sizeof now->here) != 0 ? TRACES_SCREEN
										: TRACES_NONE;
	bool another = before->slide_ms != now->slide_ms || before->arriving;
	bool reaching = language && language->right_to_left;
	return reaching && another && !now->arriving ? TRACES_SLIDE : TRACES_NONE;
}
