/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the kiosk's languages, and the names of those that hotlines speak.
 */
#include "languages.h"

#include "words.h"

#include <string.h>

const struct language languages[] = {
	{ "fr", "Français", "Fr", false },
	{ "en", "English", "En", false },
	{ "es", "Español", "Es", false },
	{ "ar", "العربية", "ع", true },
	{ "zh_CN", "中文", "中", false },
	{ "ru", "Русский", "Ру", false },
};
const size_t language_count = sizeof languages / sizeof *languages;

const struct language *languages_find(const char *tag)
{
	for (size_t i = 0; i < language_count; i++)
		if (strcmp(languages[i].tag, tag) == 0)
			return &languages[i];
	return NULL;
}

const char *languages_name(const char *tag)
{
	static const struct name {
		const char *tag, *name;
	} names[] = {
		/* TRANSLATORS: languages that a hotline speaks, in a list such as "French, English".
		   Write them as your language writes them within a sentence. */
		{ "am", N_("Amharic") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "ar", N_("Arabic") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "bzs", N_("Brazilian sign language") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "de", N_("German") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "el", N_("Greek") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "en", N_("English") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "es", N_("Spanish") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "fr", N_("French") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "it", N_("Italian") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "om", N_("Oromo") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "pl", N_("Polish") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "pt", N_("Portuguese") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "ro", N_("Romanian") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "ru", N_("Russian") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "sq", N_("Albanian") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "ti", N_("Tigrinya") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "uk", N_("Ukrainian") },
		/* TRANSLATORS: a language, in a list of those that a hotline speaks. */
		{ "zh", N_("Chinese") },
		/* TRANSLATORS: ends the list of languages that a hotline speaks. */
		{ "*", N_("other languages through interpreters") },
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(names[i].tag, tag) == 0)
			return _(names[i].name);
	return NULL;
}
