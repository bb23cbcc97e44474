/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One locale_t a language. Its LC_MESSAGES is the system's C.UTF-8 under the language's own name, found
 * through a directory of links: gettext takes the catalogue's name from the locale's name, and glibc
 * ignores LANGUAGE in C.UTF-8 since 2.39.
 */
#include "language.h"

#include "catalogue.h"
#include "languages.h"
#include "words.h"

#include <libgen.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_LANGUAGES = 64 };

static locale_t base_locale, locales[MOST_LANGUAGES];
static char user_languages[256];

/* Reads the environment before anything of it is taken away. */
static void remember_user(void)
{
	static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value && strcmp(value, "C") != 0 && strcmp(value, "C.UTF-8") != 0) {
			snprintf(user_languages, sizeof user_languages, "%s", value);
			return;
		}
	}
}

/* The first of the places that exists, or the last. */
static void find_directory(char found[PATH_MAX], const char *const *places)
{
	char program[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
	program[length < 0 ? 0 : length] = '\0';
	const char *folder = dirname(program);
	for (; *places; places++) {
		int written = **places == '/' ? snprintf(found, PATH_MAX, "%s", *places)
					      : snprintf(found, PATH_MAX, "%s/%s", folder, *places);
		if (written < PATH_MAX && access(found, R_OK | X_OK) == 0)
			return;
	}
}

static locale_t open_locale(const char *tag)
{
	char name[32];
	snprintf(name, sizeof name, "%s.UTF-8", tag);
	locale_t copy = duplocale(base_locale);
	if (!copy)
		return NULL;
	locale_t locale = newlocale(LC_MESSAGES_MASK, name, copy);
	if (!locale)
		freelocale(copy);
	return locale;
}

/* Whether the catalogue that answers in the locale says it is of that language. */
static bool answers(locale_t locale, const char *tag)
{
	char wanted[48];
	uselocale(locale);
	static const char empty[] = "";
	const char *header = dgettext(WORDS_DOMAIN, empty); /* the catalogue's own header */
	snprintf(wanted, sizeof wanted, "Language: %s\n", tag);
	return strstr(header, wanted) != NULL;
}

/* Looks something up in each language, so that gettext has read all that the domain has. */
static void read_all(const char *domain)
{
	static const char empty[] = "";
	locale_t before = uselocale((locale_t)0);
	for (size_t i = 0; i < MOST_LANGUAGES; i++)
		if (locales[i]) {
			uselocale(locales[i]);
			dgettext(domain, empty);
		}
	uselocale(before);
}

/* Translations whose placeholders differ from those of their texts. */
static struct {
	char tag[12], text[96];
} mismatches[16];
static size_t mismatch_count;

static void note_mismatch(const char *tag, const char *text)
{
	if (mismatch_count == sizeof mismatches / sizeof *mismatches)
		return;
	snprintf(mismatches[mismatch_count].tag, sizeof mismatches[0].tag, "%s", tag);
	snprintf(mismatches[mismatch_count++].text, sizeof mismatches[0].text, "%s", text);
}

void language_check(struct problems *problems)
{
	for (size_t i = 0; i < mismatch_count; i++)
		problems_add(problems, SEVERITY_ERROR, (struct place){ .file = mismatches[i].tag },
			/* TRANSLATORS: check found a translation that cannot be used; %s is the English text, and
			   what it calls placeholders are words such as %d in it. */
			_("the placeholders differ in the translation of \"%s\""),
			mismatches[i].text);
}

/* problems may be NULL. */
static void take_catalogues(const char *domain, const char *folder, struct problems *problems)
{
	struct catalogues copies;
	bool copied = catalogues_open(&copies, domain);
	for (size_t i = 0; copied && i < language_count; i++) {
		const char *tag = languages[i].tag;
		if (catalogues_copy(&copies, folder, tag, note_mismatch) != CATALOGUE_DAMAGED ||
			!problems)
			continue;
		problems_add(problems, SEVERITY_WARNING, (struct place){ .file = folder },
			/* TRANSLATORS: a file of translations cannot be used; the first %s is the language's
			   tag, the second the file's name without its ending. */
			_("the catalogue %s/LC_MESSAGES/%s.mo is damaged and left out; make it "
			  "anew with "
			  "msgfmt"),
			tag, domain);
	}
	bindtextdomain(domain, copied ? copies.path : folder);
	bind_textdomain_codeset(domain, "UTF-8");
	read_all(domain);
	if (copied)
		catalogues_close(&copies);
}

bool language_start(void)
{
	static const char *const catalogue_places[] = { "po", "../po", "../share/locale",
		LOCALE_DIRECTORY, NULL };
	static const char *const link_places[] = { "languages", "../languages",
		"../share/blueheart-kiosk/languages", LINKS_DIRECTORY, NULL };
	char catalogues[PATH_MAX], links[PATH_MAX];
	remember_user();
	unsetenv("LANGUAGE");
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return false;
	base_locale = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
	if (!base_locale)
		return false;
	find_directory(catalogues, catalogue_places);
	find_directory(links, link_places);
	setenv("LOCPATH", links, 1);
	for (size_t i = 0; i < language_count && i < MOST_LANGUAGES; i++)
		if (strcmp(languages[i].tag, "en") != 0)
			locales[i] = open_locale(languages[i].tag);
	unsetenv("LOCPATH");
	take_catalogues(WORDS_DOMAIN, catalogues, NULL);
	for (size_t i = 0; i < language_count && i < MOST_LANGUAGES; i++)
		if (locales[i] && !answers(locales[i], languages[i].tag)) {
			uselocale(base_locale);
			freelocale(locales[i]);
			locales[i] = NULL;
		}
	uselocale(base_locale);
	return true;
}

void language_bind(const char *domain, const char *folder, struct problems *problems)
{
	enum { MOST_BOUND = 8 };
	static char bound[MOST_BOUND][PATH_MAX];
	static size_t count;
	char path[PATH_MAX], both[PATH_MAX];
	if (snprintf(path, sizeof path, "%s/locale", folder) >= (int)sizeof path ||
		snprintf(both, sizeof both, "%s:%s", domain, path) >= (int)sizeof both)
		return;
	for (size_t i = 0; i < count && i < MOST_BOUND; i++)
		if (strcmp(bound[i], both) == 0)
			return;
	memcpy(bound[count++ % MOST_BOUND], both, sizeof both);
	take_catalogues(domain, path, problems);
}

static locale_t locale_of(const char *tag)
{
	for (size_t i = 0; i < language_count && i < MOST_LANGUAGES; i++)
		if (strcmp(languages[i].tag, tag) == 0)
			return locales[i];
	return NULL;
}

void language_use(const char *tag)
{
	locale_t locale = locale_of(tag);
	uselocale(locale ? locale : base_locale);
}

bool language_available(const char *tag)
{
	return strcmp(tag, "en") == 0 || locale_of(tag);
}

const char *language_of_user(void)
{
	for (const char *at = user_languages; *at; at += strspn(at, ":")) {
		size_t length = strcspn(at, ":"), name = strcspn(at, ":.@"),
		       language = strcspn(at, ":.@_");
		for (size_t i = 0; i < language_count; i++) {
			const char *tag = languages[i].tag;
			bool exact = strlen(tag) == name && strncmp(tag, at, name) == 0;
			if (exact || (strlen(tag) == language && strncmp(tag, at, language) == 0))
				return tag;
		}
		at += length;
	}
	return "en";
}
