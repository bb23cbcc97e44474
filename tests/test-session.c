/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The visitor's way through the kiosk, by touch and key, with time as a number.
 */
#include "fixture.h"

#include "input.h"
#include "preview.h"
#include "view/view.h"

#include <string.h>

struct kiosk {
	struct world world;
	struct session session;
	struct input input;
	struct canvas canvas;
	int64_t now_ms;
};

static void draw(struct kiosk *kiosk)
{
	view_draw(&kiosk->canvas, &kiosk->world, &kiosk->session, kiosk->now_ms);
	session_drawn(&kiosk->session, kiosk->canvas.page_count, kiosk->canvas.animated);
}

static int start(void **state)
{
	static struct kiosk kiosk;
	kiosk = (struct kiosk){ .world = fixture_world(), .now_ms = 1000 };
	canvas_resize(&kiosk.canvas, 80, 24);
	session_start(&kiosk.session, &kiosk.world, kiosk.now_ms);
	draw(&kiosk);
	*state = &kiosk;
	return 0;
}

static int stop(void **state)
{
	struct kiosk *kiosk = *state;
	canvas_finish(&kiosk->canvas);
	fixture_free(&kiosk->world);
	return 0;
}

/* Taps the middle of the target with that action. */
static void tap(struct kiosk *kiosk, enum action_kind kind, const char *id)
{
	for (size_t i = 0; i < kiosk->canvas.target_count; i++) {
		const struct target *target = &kiosk->canvas.targets[i];
		if (target->action.kind != kind || (id && strcmp(target->action.id, id) != 0))
			continue;
		struct touch_event event = { TOUCH_TAP, target->area.x + target->area.width / 2,
			target->area.y + target->area.height / 2, kiosk->now_ms };
		input_touch(&kiosk->input, &kiosk->session, &kiosk->world, &kiosk->canvas, event);
		draw(kiosk);
		return;
	}
	fail_msg("nothing on the screen does action %d \"%s\"", (int)kind, id ? id : "");
}

static void press(struct kiosk *kiosk, uint32_t key)
{
	input_key(&kiosk->session, &kiosk->world, &kiosk->canvas, key, kiosk->now_ms);
	draw(kiosk);
}

/* Lets time pass as the loop does: from deadline to deadline. Returns how often it woke. */
static int wait_ms(struct kiosk *kiosk, int64_t ms)
{
	int64_t end = kiosk->now_ms + ms;
	int wakes = 0;
	for (;;) {
		int64_t deadline = session_deadline(&kiosk->session, &kiosk->world, kiosk->now_ms);
		assert_true(deadline > kiosk->now_ms || wakes == 0);
		if (deadline > end)
			break;
		kiosk->now_ms = deadline;
		session_tick(&kiosk->session, &kiosk->world, kiosk->now_ms);
		draw(kiosk);
		wakes++;
	}
	kiosk->now_ms = end;
	return wakes;
}

static void assert_fresh(const struct kiosk *kiosk)
{
	struct session fresh;
	session_start(&fresh, &kiosk->world, kiosk->session.touched_ms);
	fresh.page_count = kiosk->session.page_count;
	fresh.animated = kiosk->session.animated;
	assert_memory_equal(&kiosk->session, &fresh, sizeof fresh);
}

static void a_visit_ends_by_itself(void **state)
{
	struct kiosk *kiosk = *state;
	tap(kiosk, ACTION_LANGUAGE, "ar");
	assert_string_equal(kiosk->session.language, "ar");
	tap(kiosk, ACTION_HELP, NULL);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	tap(kiosk, ACTION_CHANNEL, "fr-police-17");
	assert_int_equal(kiosk->session.here.screen, SCREEN_CHANNEL);
	wait_ms(kiosk, 59999);
	assert_false(kiosk->session.asking);
	wait_ms(kiosk, 1);
	assert_true(kiosk->session.asking);
	wait_ms(kiosk, 19999);
	assert_int_equal(kiosk->session.here.screen, SCREEN_CHANNEL);
	wait_ms(kiosk, 1);
	assert_int_equal(kiosk->session.here.screen, SCREEN_ATTRACT);
	assert_string_equal(kiosk->session.language, "fr");
	assert_string_equal(kiosk->session.slide, kiosk->world.campaign->slides[0].id);
	assert_fresh(kiosk);
}

static void any_touch_gives_the_whole_time_again(void **state)
{
	struct kiosk *kiosk = *state;
	tap(kiosk, ACTION_HELP, NULL);
	wait_ms(kiosk, 70000);
	assert_true(kiosk->session.asking);
	tap(kiosk, ACTION_CONTINUE, NULL);
	assert_false(kiosk->session.asking);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	wait_ms(kiosk, 59999);
	assert_false(kiosk->session.asking);
	wait_ms(kiosk, 1);
	press(kiosk, KEY_ARROW_DOWN); /* a key answers as well, and does nothing else */
	assert_false(kiosk->session.asking);
	assert_int_equal(kiosk->session.focus, -1);
}

static void more_time_is_three_times_as_long(void **state)
{
	struct kiosk *kiosk = *state;
	tap(kiosk, ACTION_HELP, NULL);
	wait_ms(kiosk, 60000);
	assert_true(kiosk->session.asking);
	tap(kiosk, ACTION_MORE_TIME, NULL);
	assert_false(kiosk->session.asking);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	wait_ms(kiosk, 179999);
	assert_false(kiosk->session.asking);
	wait_ms(kiosk, 1);
	assert_true(kiosk->session.asking);
	wait_ms(kiosk, 59999);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	wait_ms(kiosk, 1);
	assert_fresh(kiosk); /* the next visitor is asked as usual */
	tap(kiosk, ACTION_HELP, NULL);
	wait_ms(kiosk, 60000);
	press(kiosk, 't');
	assert_false(kiosk->session.asking);
	wait_ms(kiosk, 179999);
	assert_false(kiosk->session.asking);
}

/* The key and the button switch large type on every screen; it ends with the visit. */
static void large_type_lasts_a_visit(void **state)
{
	struct kiosk *kiosk = *state;
	press(kiosk, '+');
	assert_true(kiosk->session.large);
	tap(kiosk, ACTION_HELP, NULL);
	assert_true(kiosk->session.large);
	tap(kiosk, ACTION_NEXT_PAGE, NULL);
	tap(kiosk, ACTION_LARGE, NULL);
	assert_false(kiosk->session.large);
	assert_int_equal(kiosk->session.here.page, 0);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	press(kiosk, '+');
	press(kiosk, KEY_ESCAPE);
	assert_fresh(kiosk);
	tap(kiosk, ACTION_HELP, NULL);
	press(kiosk, '+');
	wait_ms(kiosk, 80000);
	assert_fresh(kiosk);
}

static void open_channel(struct kiosk *kiosk)
{
	press(kiosk, KEY_TO_HOME);
	tap(kiosk, ACTION_HELP, NULL);
	tap(kiosk, ACTION_CHANNEL, "fr-112");
}

/* Hiding leaves the visitor at the channel; it ends wherever one goes from there. */
static void hides_a_channel(void **state)
{
	struct kiosk *kiosk = *state;
	tap(kiosk, ACTION_HELP, NULL);
	tap(kiosk, ACTION_NEXT_PAGE, NULL);
	press(kiosk, 'h');
	assert_false(kiosk->session.hidden); /* there is nothing to hide */
	assert_int_equal(kiosk->session.here.page, 1);
	open_channel(kiosk);
	press(kiosk, 'h');
	assert_true(kiosk->session.hidden);
	assert_int_equal(kiosk->session.here.screen, SCREEN_CHANNEL);
	tap(kiosk, ACTION_HIDE, NULL);
	assert_false(kiosk->session.hidden);
	static const enum action_kind ways[] = { ACTION_BACK, ACTION_HOME, ACTION_HELP };
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		open_channel(kiosk);
		tap(kiosk, ACTION_HIDE, NULL);
		assert_true(kiosk->session.hidden);
		tap(kiosk, ways[i], NULL);
		assert_false(kiosk->session.hidden);
	}
	open_channel(kiosk);
	tap(kiosk, ACTION_HIDE, NULL);
	press(kiosk, KEY_ESCAPE);
	assert_fresh(kiosk);
}

static void close_while_asking(void **state)
{
	struct kiosk *kiosk = *state;
	tap(kiosk, ACTION_HELP, NULL);
	wait_ms(kiosk, 60000);
	assert_true(kiosk->session.asking);
	tap(kiosk, ACTION_CLOSE, NULL);
	assert_fresh(kiosk);
}

static void close_one(const char *name, void *data)
{
	struct kiosk *kiosk = data;
	if (!preview_session(&kiosk->session, &kiosk->world, name) ||
		kiosk->session.here.screen == SCREEN_ATTRACT)
		return;
	snprintf(kiosk->session.language, sizeof kiosk->session.language, "ar");
	kiosk->session.visited = true;
	draw(kiosk);
	tap(kiosk, ACTION_CLOSE, NULL);
	assert_fresh(kiosk);
}

static void close_works_from_every_screen(void **state)
{
	struct kiosk *kiosk = *state;
	preview_each(&kiosk->world, close_one, kiosk);
}

static void escape_and_zero_close(void **state)
{
	struct kiosk *kiosk = *state;
	static const uint32_t keys[] = { KEY_ESCAPE, '0' };
	for (size_t i = 0; i < 2; i++) {
		tap(kiosk, ACTION_LANGUAGE, "ru");
		tap(kiosk, ACTION_REPORT, NULL);
		press(kiosk, keys[i]);
		assert_fresh(kiosk);
	}
}

static void back_goes_where_one_came_from(void **state)
{
	struct kiosk *kiosk = *state;
	tap(kiosk, ACTION_HELP, NULL);
	tap(kiosk, ACTION_CHANNEL, "fr-police-17");
	press(kiosk, 'l');
	tap(kiosk, ACTION_LANGUAGE, "es");
	assert_int_equal(kiosk->session.here.screen, SCREEN_CHANNEL);
	assert_string_equal(kiosk->session.language, "es");
	tap(kiosk, ACTION_BACK, NULL);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	tap(kiosk, ACTION_BACK, NULL);
	assert_int_equal(kiosk->session.here.screen, SCREEN_ATTRACT);
	assert_string_equal(kiosk->session.language, "es");
}

static void keys_do_all_that_touch_does(void **state)
{
	struct kiosk *kiosk = *state;
	press(kiosk, KEY_TABULATOR);
	press(kiosk, KEY_RETURN);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	press(kiosk, KEY_PAGE_DOWN);
	assert_int_equal(kiosk->session.here.page, 1);
	press(kiosk, KEY_PAGE_UP);
	press(kiosk, KEY_PAGE_UP);
	assert_int_equal(kiosk->session.here.page, 0);
	press(kiosk, '1');
	assert_int_equal(kiosk->session.here.screen, SCREEN_CHANNEL);
	press(kiosk, KEY_ERASE);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	press(kiosk, KEY_TO_HOME);
	assert_int_equal(kiosk->session.here.screen, SCREEN_ATTRACT);
}

/* Every button takes the focus by arrows alone. */
static void arrows_reach_every_button(void **state)
{
	struct kiosk *kiosk = *state;
	static const uint32_t arrows[] = { KEY_ARROW_UP, KEY_ARROW_DOWN, KEY_ARROW_LEFT,
		KEY_ARROW_RIGHT };
	tap(kiosk, ACTION_HELP, NULL);
	int buttons = kiosk->canvas.buttons;
	bool reached[64] = { false };
	int queue[64], count = 0;
	assert_in_range(buttons, 2, 64);
	reached[0] = true;
	queue[count++] = 0;
	for (int i = 0; i < count; i++)
		for (size_t j = 0; j < 4; j++) {
			kiosk->session.focus = queue[i];
			press(kiosk, arrows[j]);
			if (!reached[kiosk->session.focus]) {
				reached[kiosk->session.focus] = true;
				queue[count++] = kiosk->session.focus;
			}
		}
	assert_int_equal(count, buttons);
}

static void a_slipped_finger_does_nothing(void **state)
{
	struct kiosk *kiosk = *state;
	const struct target *help = canvas_nth_button(&kiosk->canvas, 0);
	const struct target *report = canvas_nth_button(&kiosk->canvas, 1);
	struct touch_event event = { TOUCH_PRESS, help->area.x + 1, help->area.y + 1,
		kiosk->now_ms };
	input_touch(&kiosk->input, &kiosk->session, &kiosk->world, &kiosk->canvas, event);
	event = (struct touch_event){ TOUCH_RELEASE, report->area.x + 1, report->area.y + 1,
		kiosk->now_ms };
	input_touch(&kiosk->input, &kiosk->session, &kiosk->world, &kiosk->canvas, event);
	assert_int_equal(kiosk->session.here.screen, SCREEN_ATTRACT);
	/* One that came down beside all buttons is forgiven: hands shake. */
	event = (struct touch_event){ TOUCH_PRESS, 0, 0, kiosk->now_ms };
	input_touch(&kiosk->input, &kiosk->session, &kiosk->world, &kiosk->canvas, event);
	event = (struct touch_event){ TOUCH_RELEASE, help->area.x + 1, help->area.y + 1,
		kiosk->now_ms };
	input_touch(&kiosk->input, &kiosk->session, &kiosk->world, &kiosk->canvas, event);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
}

static void slides_and_languages_cycle(void **state)
{
	struct kiosk *kiosk = *state;
	char seen[64][ID_LENGTH + 1];
	int count = 0;
	while (strcmp(kiosk->session.language, "fr") == 0 && count < 64) {
		snprintf(seen[count++], sizeof seen[0], "%s", kiosk->session.slide);
		wait_ms(kiosk, 12000);
	}
	/* All but the slide of the World Day, which shows around 30 July only. */
	assert_int_equal(count, kiosk->world.campaign->slide_count - 1);
	assert_string_equal(kiosk->session.language, "en");
	assert_string_equal(kiosk->session.slide, seen[0]);
}

static void the_day_has_its_slide(void **state)
{
	struct kiosk *kiosk = *state;
	kiosk->world.now = (struct moment){ { 2027, 7, 30 }, 600, true };
	wait_ms(kiosk, 12000);
	assert_string_equal(kiosk->session.slide, "world-day");
	kiosk->world.now.known = false;
	wait_ms(kiosk, 12000);
	kiosk->world.now.known = true;
	kiosk->world.now.date = (struct date){ 2027, 9, 1 };
	for (int i = 0; i < 30; i++) {
		wait_ms(kiosk, 12000);
		assert_string_not_equal(kiosk->session.slide, "world-day");
	}
}

static void it_sleeps_between_slides(void **state)
{
	struct kiosk *kiosk = *state;
	((struct settings *)kiosk->world.settings)->motion = false;
	session_start(&kiosk->session, &kiosk->world, kiosk->now_ms);
	draw(kiosk);
	assert_int_equal(wait_ms(kiosk, 60000), 5);
}

/* The loop wakes for the heart only when its size changes: not in the rest of a beat, not without a heart. */
static void it_wakes_for_the_heart(void **state)
{
	struct kiosk *kiosk = *state;
	assert_true(kiosk->session.animated);
	double swell = session_swell(&kiosk->session, &kiosk->world, kiosk->now_ms);
	for (int i = 0; i < 20; i++) {
		kiosk->now_ms = session_deadline(&kiosk->session, &kiosk->world, kiosk->now_ms);
		double next = session_swell(&kiosk->session, &kiosk->world, kiosk->now_ms);
		assert_true(next != swell);
		swell = next;
	}
	session_start(&kiosk->session, &kiosk->world, kiosk->now_ms);
	draw(kiosk);
	assert_in_range(wait_ms(kiosk, 11999), 5 * 4, 5 * 8);
	session_drawn(&kiosk->session, 1, false);
	int64_t since_ms = kiosk->session.slide_ms;
	assert_int_equal(
		session_deadline(&kiosk->session, &kiosk->world, since_ms), since_ms + 12000);
	tap(kiosk, ACTION_HELP, NULL);
	assert_int_equal(wait_ms(kiosk, 59999), 0);
}

/* A terminal of few colours, or settings without motion: the heart stands, as large as it fits. */
static void it_can_be_still(void **state)
{
	struct kiosk *kiosk = *state;
	assert_true(session_moves(&kiosk->session, &kiosk->world));
	kiosk->world.still = true;
	assert_false(session_moves(&kiosk->session, &kiosk->world));
	assert_int_equal(wait_ms(kiosk, 60000), 5);
	assert_true(session_swell(&kiosk->session, &kiosk->world, kiosk->now_ms) == 1);
}

/* Only a slide that comes by itself does so in steps, three of them. */
static void a_slide_comes_in_steps(void **state)
{
	struct kiosk *kiosk = *state;
	assert_true(session_reveal(&kiosk->session, kiosk->now_ms) == 1);
	wait_ms(kiosk, 12000);
	double shown = 0;
	int64_t came_ms = kiosk->now_ms;
	session_drawn(&kiosk->session, 1, false); /* no heart, whose frames would count */
	for (int i = 0; i < 3; i++) {
		double more = session_reveal(&kiosk->session, kiosk->now_ms);
		assert_true(more > shown && (more == 1) == (i == 2));
		shown = more;
		if (i == 2)
			break;
		kiosk->now_ms = session_deadline(&kiosk->session, &kiosk->world, kiosk->now_ms);
		session_tick(&kiosk->session, &kiosk->world, kiosk->now_ms);
	}
	assert_in_range(kiosk->now_ms - came_ms, 1, 400);
	assert_false(kiosk->session.arriving);
	assert_int_equal(
		session_deadline(&kiosk->session, &kiosk->world, kiosk->now_ms), came_ms + 12000);
}

/* A touch acts while a slide is coming in, and what it shows is there at once. */
static void a_touch_waits_for_no_slide(void **state)
{
	struct kiosk *kiosk = *state;
	static const struct {
		enum action_kind action;
		const char *id;
	} touches[] = { { ACTION_NEXT_SLIDE, "" }, { ACTION_HELP, "" } };
	for (size_t i = 0; i < sizeof touches / sizeof *touches; i++) {
		wait_ms(kiosk, 12000);
		assert_true(kiosk->session.arriving);
		tap(kiosk, touches[i].action, touches[i].id);
		press(kiosk, KEY_TO_HOME);
		assert_false(kiosk->session.arriving);
	}
	wait_ms(kiosk, 12000);
	char slide[ID_LENGTH + 1];
	snprintf(slide, sizeof slide, "%s", kiosk->session.slide);
	tap(kiosk, ACTION_NEXT_SLIDE, "");
	assert_string_not_equal(kiosk->session.slide, slide);
	assert_true(session_reveal(&kiosk->session, kiosk->now_ms) == 1);
	assert_false(kiosk->session.arriving);
}

/* Whoever closes the kiosk has an ordinary first screen before them, in one frame. */
static void closing_shows_all_at_once(void **state)
{
	struct kiosk *kiosk = *state;
	struct canvas first = { 0 };
	canvas_resize(&first, kiosk->canvas.width, kiosk->canvas.height);
	view_draw(&first, &kiosk->world, &kiosk->session, kiosk->now_ms);
	wait_ms(kiosk, 12000);
	assert_true(kiosk->session.arriving);
	press(kiosk, KEY_ESCAPE);
	assert_fresh(kiosk);
	size_t cells = (size_t)(first.width * first.height);
	assert_memory_equal(kiosk->canvas.cells, first.cells, cells * sizeof *first.cells);
	canvas_finish(&first);
	kiosk->world.still = true;
	wait_ms(kiosk, 12000);
	assert_false(kiosk->session.arriving);
}

static void reloading_keeps_the_place(void **state)
{
	struct kiosk *kiosk = *state;
	tap(kiosk, ACTION_HELP, NULL);
	tap(kiosk, ACTION_CHANNEL, "fr-police-17");
	struct session before = kiosk->session;
	struct world again = fixture_world();
	session_reload(&kiosk->session, &again, kiosk->now_ms);
	assert_memory_equal(&kiosk->session, &before, sizeof before);
	((struct channels *)again.channels)->country_count = 0;
	session_reload(&kiosk->session, &again, kiosk->now_ms);
	assert_int_equal(kiosk->session.here.screen, SCREEN_HELP);
	((struct channels *)again.channels)->country_count = 1;
	fixture_free(&again);
}

static const char *speech[] = { "true", NULL };

static bool is_fresh(const struct kiosk *kiosk)
{
	return !kiosk->session.visited && !kiosk->session.speaking;
}

static void says_nothing_unless_set(void **state)
{
	struct kiosk *kiosk = *state;
	press(kiosk, 's');
	assert_true(is_fresh(kiosk));
	session_act(&kiosk->session, &kiosk->world, action_make(ACTION_SPEAK, NULL), kiosk->now_ms);
	assert_true(is_fresh(kiosk));
}

/* What the visitor does next, and whether what is read aloud goes on. */
static void whatever_moves_on_ends_speech(void **state)
{
	static const struct row {
		uint32_t key;
		bool goes_on;
	} rows[] = { { 's', false }, { KEY_PAGE_DOWN, false }, { KEY_ESCAPE, false },
		{ '1', false }, { 'l', false }, { KEY_ERASE, false }, { KEY_TO_HOME, false },
		{ 't', true }, { KEY_TABULATOR, true }, { 'x', true } };
	struct kiosk *kiosk = *state;
	((struct settings *)kiosk->world.settings)->speech = speech;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		press(kiosk, KEY_ESCAPE);
		tap(kiosk, ACTION_HELP, NULL);
		tap(kiosk, ACTION_SPEAK, NULL);
		assert_true(kiosk->session.speaking);
		press(kiosk, rows[i].key);
		if (kiosk->session.speaking != rows[i].goes_on)
			fail_msg("row %zu", i);
	}
	press(kiosk, KEY_ESCAPE);
	press(kiosk, 's');
	assert_true(kiosk->session.speaking);
	tap(kiosk, ACTION_LANGUAGE, "ar");
	assert_false(kiosk->session.speaking);
	press(kiosk, 's');
	session_reload(&kiosk->session, &kiosk->world, kiosk->now_ms);
	assert_false(kiosk->session.speaking);
}

static void listening_keeps_focus_and_time(void **state)
{
	struct kiosk *kiosk = *state;
	((struct settings *)kiosk->world.settings)->speech = speech;
	tap(kiosk, ACTION_HELP, NULL);
	press(kiosk, KEY_TABULATOR);
	press(kiosk, 's');
	assert_int_equal(kiosk->session.focus, 0);
	wait_ms(kiosk, 100000);
	assert_false(kiosk->session.asking);
	assert_true(kiosk->session.speaking);
	kiosk->session.speaking = false; /* as main notes it */
	wait_ms(kiosk, 20000);
	assert_true(kiosk->session.asking);
	press(kiosk, 's'); /* only answers */
	assert_false(kiosk->session.asking || kiosk->session.speaking);
	wait_ms(kiosk, 80000);
	assert_fresh(kiosk);
	press(kiosk, 's');
	wait_ms(kiosk, 200000);
	assert_true(kiosk->session.speaking && kiosk->session.visited);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
	static const struct CMUnitTest tests[] = {
		TEST(a_visit_ends_by_itself),
		TEST(any_touch_gives_the_whole_time_again),
		TEST(more_time_is_three_times_as_long),
		TEST(large_type_lasts_a_visit),
		TEST(hides_a_channel),
		TEST(close_while_asking),
		TEST(close_works_from_every_screen),
		TEST(escape_and_zero_close),
		TEST(back_goes_where_one_came_from),
		TEST(keys_do_all_that_touch_does),
		TEST(arrows_reach_every_button),
		TEST(a_slipped_finger_does_nothing),
		TEST(slides_and_languages_cycle),
		TEST(the_day_has_its_slide),
		TEST(it_sleeps_between_slides),
		TEST(it_wakes_for_the_heart),
		TEST(it_can_be_still),
		TEST(a_slide_comes_in_steps),
		TEST(a_touch_waits_for_no_slide),
		TEST(closing_shows_all_at_once),
		TEST(reloading_keeps_the_place),
		TEST(says_nothing_unless_set),
		TEST(whatever_moves_on_ends_speech),
		TEST(listening_keeps_focus_and_time),
	};
	return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}
