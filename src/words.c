/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Catalogue look-up with contexts, which glibc's libintl.h leaves to its callers.
 */
#include "words.h"

#include <string.h>

const char *words_in_context(const char *key, unsigned long skip)
{
	const char *found = dgettext(WORDS_DOMAIN, key);
	return found == key ? key + skip : found;
}

const char *words_translated(struct words words, const char *domain)
{
	if (!words.text)
		return "";
	if (domain && strcmp(domain, WORDS_DOMAIN) != 0) {
		const char *found = dgettext(domain, words.key);
		if (found != words.key)
			return found;
	}
	const char *found = dgettext(WORDS_DOMAIN, words.key);
	return found == words.key ? words.text : found;
}
