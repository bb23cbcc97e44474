/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every file of tests/content: the good ones load without a word, the bad ones are refused with exactly the
 * messages beside them. UPDATE=1 writes the messages anew. Then: places, hours, order, rubbish, no memory.
 */
#include "fixture.h"

#include "load/json-scan.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_LENGTH = 1024, VARIANTS = 2000 };

static const char *root(void)
{
	const char *source_root = getenv("SOURCE_ROOT");
	assert_non_null(source_root);
	return source_root;
}

/* Loads by the name of the file; true when it was taken. */
static bool load(const struct document *document, struct problems *problems)
{
	if (strncmp(document->name, "campaign", 8) == 0) {
		struct campaign *campaign = load_campaign(document, problems);
		campaign_free(campaign);
		return campaign != NULL;
	}
	if (strncmp(document->name, "channels", 8) == 0) {
		struct channels *channels = load_channels(document, problems);
		channels_free(channels);
		return channels != NULL;
	}
	assert_int_equal(strncmp(document->name, "kiosk", 5), 0);
	struct settings *settings = load_settings(document, problems);
	settings_free(settings);
	return settings != NULL;
}

static char *messages(const struct problems *problems)
{
	char *text = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&text, &length);
	problems_print(problems, stream);
	fclose(stream);
	return text;
}

static bool load_path(const char *path, char **said)
{
	struct document document;
	struct problems problems = { 0 };
	assert_true(load_file(path, &document, &problems));
	document.name = strrchr(path, '/') + 1;
	bool taken = load(&document, &problems);
	*said = messages(&problems);
	document_finish(&document);
	problems_finish(&problems);
	return taken;
}

static void compare_messages(const char *path, const char *said)
{
	char expected_path[PATH_LENGTH + 16];
	struct document expected;
	struct problems problems = { 0 };
	snprintf(expected_path, sizeof expected_path, "%.*s.problems", (int)(strlen(path) - 5),
		path);
	if (getenv("UPDATE")) {
		FILE *file = fopen(expected_path, "w");
		assert_non_null(file);
		fputs(said, file);
		fclose(file);
	}
	if (!load_file(expected_path, &expected, &problems))
		fail_msg("%s is missing; it would say:\n%s", expected_path, said);
	if (strcmp(expected.text, said) != 0)
		print_error("%s\n", path);
	assert_string_equal(said, expected.text);
	document_finish(&expected);
}

/* Calls for every .json file of a folder; returns how many there are. */
static int each_file(const char *folder, void (*visit)(const char *path))
{
	char path[PATH_LENGTH];
	int count = 0;
	snprintf(path, sizeof path, "%s/tests/content/%s", root(), folder);
	DIR *directory = opendir(path);
	assert_non_null(directory);
	for (struct dirent *entry; (entry = readdir(directory));) {
		size_t length = strlen(entry->d_name);
		if (length < 5 || strcmp(entry->d_name + length - 5, ".json") != 0)
			continue;
		snprintf(
			path, sizeof path, "%s/tests/content/%s/%s", root(), folder, entry->d_name);
		visit(path);
		count++;
	}
	closedir(directory);
	return count;
}

static void refuse(const char *path)
{
	char *said;
	if (load_path(path, &said))
		fail_msg("%s was taken", path);
	assert_true(*said);
	compare_messages(path, said);
	free(said);
}

static void take(const char *path)
{
	char *said;
	if (!load_path(path, &said))
		fail_msg("%s was refused:\n%s", path, said);
	assert_string_equal(said, "");
	free(said);
}

static void refuses_the_bad(void **state)
{
	(void)state;
	assert_true(each_file("bad", refuse) >= 60);
}

static void takes_the_good(void **state)
{
	(void)state;
	assert_true(each_file("good", take) >= 3);
}

static void takes_what_is_built_in(void **state)
{
	(void)state;
	struct world world = fixture_world();
	struct problems problems = { 0 };
	load_compare(&load_builtin_settings, world.settings, world.channels, &problems);
	assert_int_equal(problems.count, 0);
	fixture_free(&world);
}

static void finds_places(void **state)
{
	(void)state;
	static const char text[] = "{ \"é\": [1,\n\t{\"k\\u0065y\": true}, 3],\n  \"~/\": \"x\" }";
	static const struct {
		struct json_step steps[3];
		size_t count;
		bool at_key;
		int line, column;
	} rows[] = {
		{ { { NULL, 0 } }, 0, false, 1, 1 },
		{ { { "é", 0 } }, 1, false, 1, 8 },
		{ { { "é", 0 } }, 1, true, 1, 3 },
		{ { { "é", 0 }, { NULL, 1 } }, 2, false, 2, 2 },
		{ { { "é", 0 }, { NULL, 1 }, { "key", 0 } }, 3, false, 2, 15 },
		{ { { "é", 0 }, { NULL, 1 }, { "key", 0 } }, 3, true, 2, 3 },
		{ { { "é", 0 }, { NULL, 2 } }, 2, false, 2, 22 },
		{ { { "~/", 0 } }, 1, false, 3, 9 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int line, column;
		json_locate(text,
			(struct json_path){ rows[i].steps, rows[i].count, rows[i].at_key }, &line,
			&column);
		if (line != rows[i].line || column != rows[i].column)
			print_error("row %zu\n", i);
		assert_int_equal(line, rows[i].line);
		assert_int_equal(column, rows[i].column);
	}
}

static void reads_hours(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool good, always;
		int count, from, until;
		unsigned days;
	} rows[] = {
		{ "24/7", true, true, 0, 0, 0, 0 },
		{ "09:00-20:00", true, false, 1, 540, 1200, 0x7F },
		{ "Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-24:00", true, false, 3, 540, 750, 0x1F },
		{ "Mo,We 09:00-10:00", true, false, 1, 540, 600, 5 },
		{ "", false, false, 0, 0, 0, 0 },
		{ "Mo-Fr", false, false, 0, 0, 0, 0 },
		{ "9:00-17:00", false, false, 0, 0, 0, 0 },
		{ "Fr-Mo 09:00-10:00", false, false, 0, 0, 0, 0 },
		{ "10:00-09:00", false, false, 0, 0, 0, 0 },
		{ "09:60-10:00", false, false, 0, 0, 0, 0 },
		{ "09:00-25:00", false, false, 0, 0, 0, 0 },
		{ "09:00-10:00;", false, false, 0, 0, 0, 0 },
		{ "Xx 09:00-10:00", false, false, 0, 0, 0, 0 },
		{ "01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00", false, false, 0, 0,
			0, 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct hours hours;
		if (hours_read(rows[i].text, &hours) != rows[i].good)
			fail_msg("\"%s\"", rows[i].text);
		if (!rows[i].good)
			continue;
		assert_int_equal(hours.always, rows[i].always);
		assert_int_equal(hours.count, rows[i].count);
		if (rows[i].count) {
			assert_int_equal(hours.spans[0].from, rows[i].from);
			assert_int_equal(hours.spans[0].until, rows[i].until);
			assert_int_equal(hours.spans[0].days, rows[i].days);
		}
	}
}

static void orders_channels(void **state)
{
	(void)state;
	static struct country countries[2];
	static const char *members[] = { "FR" };
	static struct channel own[] = {
		{ .id = "d", .kind = CHANNEL_REPORT, .url = "x", .rank = 0 },
		{ .id = "c",
			.kind = CHANNEL_VICTIMS,
			.phone = "1",
			.confidence = CONFIDENCE_MEDIUM,
			.rank = 1 },
		{ .id = "b",
			.kind = CHANNEL_VICTIMS,
			.phone = "2",
			.confidence = CONFIDENCE_HIGH,
			.rank = 2 },
		{ .id = "a", .kind = CHANNEL_EMERGENCY, .phone = "112", .rank = 3 },
		{ .id = "e",
			.kind = CHANNEL_VICTIMS,
			.phone = "3",
			.confidence = CONFIDENCE_MEDIUM,
			.rank = 4 },
	};
	static struct channel shared[] = {
		{ .id = "x",
			.kind = CHANNEL_EMERGENCY,
			.phone = "1 12",
			.countries = members,
			.country_count = 1 },
		{ .id = "y",
			.kind = CHANNEL_CHILD,
			.phone = "116 000",
			.countries = members,
			.country_count = 1 },
		{ .id = "z", .kind = CHANNEL_CHILD, .phone = "116 111" },
	};
	countries[0] = (struct country){ .code = "FR", .channels = own, .channel_count = 5 };
	countries[1] = (struct country){ .code = "EU", .channels = shared, .channel_count = 3 };
	for (int i = 0; i < 5; i++)
		own[i].country = &countries[0];
	for (int i = 0; i < 3; i++)
		shared[i].country = &countries[1];
	struct channels channels = { .countries = countries, .country_count = 2 };
	struct confirmation confirmed = { "e", { 2026, 11, 20 } };
	struct settings settings = { .confirmed = &confirmed, .confirmed_count = 1 };
	const struct channel *list[8];
	assert_int_equal(channels_in(&channels, &settings, "FR", list, 8), 6);
	static const char *const expected[] = { "a", "e", "b", "c", "y", "d" };
	for (int i = 0; i < 6; i++)
		assert_string_equal(list[i]->id, expected[i]);
	assert_int_equal(channels_in(&channels, &settings, "EU", list, 8), 3);
	assert_int_equal(channels_in(&channels, &settings, "DE", list, 8), 0);
}

/* Broken copies of the built-in documents: each is taken or refused, none hurts. */
/* A hotline's language that the screen could not name is not left out without a word. */
static void warns_of_a_language_without_name(void **state)
{
	(void)state;
	static const char text[] = "{ \"edition\": \"1\", \"sources\": { \"a\": { \"title\": "
				   "\"A\", \"seen\": \"2026-11-23\" } },\n"
				   "\"countries\": { \"FR\": { \"name\": \"France\", \"channels\": "
				   "[ { \"id\": \"b\", \"kind\": \"child\",\n"
				   "\"confidence\": \"high\", \"name\": \"B\", \"phone\": \"17\", "
				   "\"sources\": [\"a\"],\n"
				   "\"languages\": [\"fr\", \"ber\", \"*\"] } ] } } }";
	struct document document = {
		.name = "channels.json", .text = text, .length = sizeof text - 1
	};
	struct problems problems = { 0 };
	assert_true(load(&document, &problems));
	char *said = messages(&problems);
	assert_string_equal(said,
		"warning: channels.json:4:21: /countries/FR/channels/0/languages/1: the screen has "
		"no name for the language \"ber\" and leaves it out\n");
	free(said);
	problems_finish(&problems);
}

static void survives_rubbish(void **state)
{
	(void)state;
	static const struct document *const documents[] = { &load_builtin_campaign,
		&load_builtin_channels, &load_builtin_settings };
	static const char *const names[] = { "campaign.json", "channels.json", "kiosk.json" };
	uint32_t random = 1;
	for (int i = 0; i < VARIANTS; i++) {
		const struct document *whole = documents[i % 3];
		size_t length = whole->length < 6000 ? whole->length : 6000;
		char *text = calloc(1, length + 1);
		memcpy(text, whole->text, length);
		for (int j = 0; j < 1 + i % 4; j++) {
			random = random * 1664525 + 1013904223;
			text[random % length] = (char)(random >> 24);
		}
		random = random * 1664525 + 1013904223;
		if (i % 2)
			length = random % length;
		text[length] = '\0';
		struct document broken = { .name = names[i % 3], .text = text, .length = length };
		struct problems problems = { 0 };
		load(&broken, &problems);
		problems_finish(&problems);
		free(text);
	}
}

/* Fails the n-th allocation of the arena, which links to these instead of the C library's. */
static int allocations_left = -1;
void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);

void *__wrap_calloc(size_t count, size_t size)
{
	if (allocations_left == 0)
		return NULL;
	if (allocations_left > 0)
		allocations_left--;
	return __real_calloc(count, size);
}

static void survives_without_memory(void **state)
{
	(void)state;
	static const struct document *const documents[] = { &load_builtin_campaign,
		&load_builtin_channels, &load_builtin_settings };
	static const char *const names[] = { "campaign", "channels", "kiosk" };
	for (int i = 0; i < 3; i++) {
		bool taken = false;
		for (int allowed = 0; !taken && allowed < 64; allowed++) {
			struct document document = *documents[i];
			struct problems problems = { 0 };
			document.name = names[i];
			allocations_left = allowed;
			taken = load(&document, &problems);
			allocations_left = -1;
			assert_true(taken || problems.counts[SEVERITY_ERROR] > 0);
			problems_finish(&problems);
		}
		assert_true(taken);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(refuses_the_bad),
		cmocka_unit_test(takes_the_good),
		cmocka_unit_test(takes_what_is_built_in),
		cmocka_unit_test(finds_places),
		cmocka_unit_test(reads_hours),
		cmocka_unit_test(orders_channels),
		cmocka_unit_test(warns_of_a_language_without_name),
		cmocka_unit_test(survives_rubbish),
		cmocka_unit_test(survives_without_memory),
	};
	return cmocka_run_group_tests_name("load", tests, NULL, NULL);
}
