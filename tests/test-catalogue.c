/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Catalogues cut short and with wrong bytes: each is refused, or gettext can look things up in it.
 */
#define _GNU_SOURCE /* memmem */
#include "fixture.h"

#include "catalogue.h"
#include "formats.h"
#include "language.h"
#include "words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { VARIANTS = 400, MOST_BYTES = 1 << 20 };

static char folder[64], file[PATH_MAX], *whole;
static size_t whole_length;

static int start(void **state)
{
	(void)state;
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/po/fr/LC_MESSAGES/" WORDS_DOMAIN ".mo",
		getenv("BUILD_ROOT"));
	FILE *catalogue = fopen(path, "r");
	assert_non_null(catalogue);
	whole = malloc(MOST_BYTES);
	whole_length = fread(whole, 1, MOST_BYTES, catalogue);
	fclose(catalogue);
	assert_in_range(whole_length, 10000, MOST_BYTES - 1);
	snprintf(folder, sizeof folder, "/tmp/blueheart-catalogue-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/fr", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof path, "%s/fr/LC_MESSAGES", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(file, sizeof file, "%s/fr/LC_MESSAGES/trial.mo", folder);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	char path[PATH_MAX];
	unlink(file);
	snprintf(path, sizeof path, "%s/fr/LC_MESSAGES", folder);
	rmdir(path);
	snprintf(path, sizeof path, "%s/fr", folder);
	rmdir(path);
	free(whole);
	return rmdir(folder);
}

static int told;

static void tell(const char *tag, const char *text)
{
	told += *tag && *text;
}

/* Hands the bytes to gettext as the program does; `found` is what it makes of "Back". */
static enum catalogue take(const char *bytes, size_t length, char found[64])
{
	struct catalogues copies;
	FILE *catalogue = fopen(file, "w");
	assert_non_null(catalogue);
	assert_int_equal(fwrite(bytes, 1, length, catalogue), length);
	fclose(catalogue);
	assert_true(catalogues_open(&copies, "trial"));
	enum catalogue result = catalogues_copy(&copies, folder, "fr", tell);
	if (result == CATALOGUE_SOUND) {
		static const char *const others[] = { "", "Home", "Find help", "nothing" };
		bindtextdomain("trial", copies.path);
		for (size_t i = 0; i < sizeof others / sizeof *others; i++)
			assert_non_null(dgettext("trial", others[i]));
		assert_non_null(dngettext("trial", "This screen clears in %d second.",
			"This screen clears in %d seconds.", 5));
		snprintf(found, 64, "%s", dgettext("trial", "Back"));
	}
	catalogues_close(&copies);
	assert_int_not_equal(access(copies.path, F_OK), 0);
	return result;
}

static void takes_the_sound(void **state)
{
	(void)state;
	char found[64];
	assert_int_equal(take(whole, whole_length, found), CATALOGUE_SOUND);
	assert_string_equal(found, "Retour");
	unlink(file);
	struct catalogues copies;
	assert_true(catalogues_open(&copies, "trial"));
	assert_int_equal(catalogues_copy(&copies, folder, "fr", tell), CATALOGUE_MISSING);
	catalogues_close(&copies);
}

/* A translation that prints another type would end the program; the English text stands for it. */
static void mends_wrong_formats(void **state)
{
	(void)state;
	char found[64], *bytes = malloc(whole_length);
	memcpy(bytes, whole, whole_length);
	char *at = memmem(bytes, whole_length, "Page %d sur %d", strlen("Page %d sur %d"));
	assert_non_null(at);
	at[6] = 's';
	told = 0;
	assert_int_equal(take(bytes, whole_length, found), CATALOGUE_SOUND);
	assert_int_equal(told, 1);
	assert_string_equal(dgettext("trial", "Page %d of %d"), "Page %d of %d");
	assert_string_equal(found, "Retour");
	free(bytes);
}

static void compares_formats(void **state)
{
	(void)state;
	static const struct row {
		const char *format, *translation;
		bool agree;
	} rows[] = {
		{ "plain", "einfach", true },
		{ "%d of %d", "%d sur %d", true },
		{ "%s of %d", "%2$d: %1$s", true },
		{ "%s of %d", "%d: %s", false },
		{ "%d", "%s", false },
		{ "%d", "", false },
		{ "%d", "%d %d", false },
		{ "%zu", "%lu", false },
		{ "U+%04X", "U+%1$04X", true },
		{ "100%%", "%%", true },
		{ "%s", "%s%n", false },
		{ "%s", "%*s", false },
		{ "%s", "%s %", false },
		{ "%s", "%99$s", false },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (formats_agree(rows[i].format, rows[i].translation) != rows[i].agree)
			print_error("row %zu\n", i);
		assert_int_equal(formats_agree(rows[i].format, rows[i].translation), rows[i].agree);
	}
}

static void refuses_the_short(void **state)
{
	(void)state;
	char found[64];
	for (size_t length = 0; length < whole_length - 1; length += 1 + whole_length / VARIANTS)
		assert_int_equal(take(whole, length, found), CATALOGUE_DAMAGED);
}

static void survives_the_wrong(void **state)
{
	(void)state;
	uint32_t random = 1;
	int refused = 0;
	char *bytes = malloc(whole_length), found[64];
	for (int i = 0; i < VARIANTS; i++) {
		memcpy(bytes, whole, whole_length);
		for (int j = 0; j < 1 + i % 3; j++) {
			random = random * 1664525 + 1013904223;
			/* Mostly in the tables at the start. */
			size_t range = i % 4 ? 28 + 511 * 16 : whole_length;
			bytes[(random >> 8) % range] = (char)random;
		}
		refused += take(bytes, whole_length, found) == CATALOGUE_DAMAGED;
	}
	free(bytes);
	assert_true(refused > VARIANTS / 10);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_the_sound),
		cmocka_unit_test(mends_wrong_formats),
		cmocka_unit_test(compares_formats),
		cmocka_unit_test(refuses_the_short),
		cmocka_unit_test(survives_the_wrong),
	};
	if (!language_start())
		return 2;
	language_use("fr");
	return cmocka_run_group_tests_name("catalogue", tests, start, stop);
}
