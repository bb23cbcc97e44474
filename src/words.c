/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Catalogue look-up with contexts, which glibc's libintl.h leaves to its callers.
 */
#include "words.h"

#include "numbers.h"

#include <stddef.h>

const char *words_in_context(const char *key, unsigned long skip)
{
	const char *found = dgettext(WORDS_DOMAIN, key);
	return found == key ? key + skip : found;
}

/* NULL when the domain has no translation, or an empty one. */
static const char *look_up(struct words words, const char *domain)
{
	const char *found = dgettext(domain, words.key);
	return found != words.key && *found ? found : NULL;
}

const char *words_looked_up(struct words words, const char *domain)
{
	if (!words.text)
		return "";
	const char *found = domain ? look_up(words, domain) : NULL;
	if (!found)
		found = look_up(words, WORDS_DOMAIN);
	return found ? found : words.text;
}

const char *words_translated(struct words words, const char *domain)
{
	const char *found = words_looked_up(words, domain);
	return words.text && !numbers_agree(words.text, found) ? words.text : found;
}
