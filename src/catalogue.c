/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checking GNU MO files, and a folder of them for a moment.
 */
#include "catalogue.h"

#include "formats.h"
#include "languages.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LARGEST = 16 * 1024 * 1024, LONGEST_HEADER = 4096, FIELDS = 7 };

/* The file's head: numbers of 32 bits in the order of this machine, which msgfmt writes. */
struct head {
	uint32_t magic, revision, count, originals, translations, hash_size, hash;
};

static uint32_t word_at(const char *bytes, size_t offset)
{
	uint32_t word;
	memcpy(&word, bytes + offset, sizeof word);
	return word;
}

static bool is_within(uint32_t offset, uint64_t count, size_t size, size_t length)
{
	return offset % 4 == 0 && offset <= length && count * size <= length - offset;
}

/* Whether each of the strings of a table lies in the file, with a NUL behind it. */
static bool strings_are_sound(const char *bytes, size_t length, uint32_t table, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		uint64_t size = word_at(bytes, table + (size_t)i * 8);
		uint64_t offset = word_at(bytes, table + (size_t)i * 8 + 4);
		if (offset + size >= length || bytes[offset + size] != '\0')
			return false;
	}
	return true;
}

static bool hash_is_sound(const char *bytes, const struct head *head)
{
	for (uint32_t i = 0; i < head->hash_size; i++)
		if (word_at(bytes, head->hash + (size_t)i * 4) > head->count)
			return false;
	return true;
}

static bool is_sound(const char *bytes, size_t length)
{
	static const uint32_t magic = 0x950412DE;
	struct head head;
	if (length < FIELDS * sizeof(uint32_t))
		return false;
	memcpy(&head, bytes, sizeof head);
	if (head.magic != magic || head.revision != 0 || head.count == 0 ||
		!is_within(head.originals, head.count, 8, length) ||
		!is_within(head.translations, head.count, 8, length) ||
		!is_within(head.hash, head.hash_size, 4, length))
		return false;
	return word_at(bytes, head.translations) <= LONGEST_HEADER && hash_is_sound(bytes, &head) &&
		strings_are_sound(bytes, length, head.originals, head.count) &&
		strings_are_sound(bytes, length, head.translations, head.count);
}

/* Texts of content are never formats, and a "%" in them is one. */
static bool may_be_format(const char *key)
{
	static const char *const contents[] = { "slide", "page", "source", "channel", "country" };
	const char *end = strchr(key, '\004');
	for (size_t i = 0; end && i < sizeof contents / sizeof *contents; i++)
		if (strncmp(key, contents[i], (size_t)(end - key)) == 0)
			return false;
	return *key && strchr(key, '%');
}

/* A plural form may leave the number out ("one second"), any other translation nothing. */
static bool all_agree(const char *original, size_t length, const char *translation, size_t size)
{
	const char *plural = original + strlen(original) + 1;
	if (plural >= original + length)
		return formats_agree(original, translation);
	for (const char *form = translation; form <= translation + size; form += strlen(form) + 1)
		if (!formats_safe(plural, form))
			return false;
	return true;
}

/* Puts the original in the place of each translation with other placeholders. */
static void mend_formats(char *bytes, const char *tag, void (*tell)(const char *, const char *))
{
	struct head head;
	memcpy(&head, bytes, sizeof head);
	for (uint32_t i = 0; i < head.count; i++) {
		size_t from = head.originals + (size_t)i * 8,
		       to = head.translations + (size_t)i * 8;
		uint32_t length = word_at(bytes, from), offset = word_at(bytes, from + 4);
		const char *key = bytes + offset, *context = strchr(key, '\004');
		uint32_t skip = context ? (uint32_t)(context + 1 - key) : 0;
		if (!may_be_format(key) ||
			all_agree(key + skip, length - skip, bytes + word_at(bytes, to + 4),
				word_at(bytes, to)))
			continue;
		uint32_t pair[2] = { length - skip, offset + skip };
		memcpy(bytes + to, pair, sizeof pair);
		tell(tag, key + skip);
	}
}

/* The whole file; the caller frees. NULL when it is not there, no file, or too large. */
static char *read_file(const char *path, size_t *length)
{
	struct stat status;
	if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > LARGEST)
		return NULL;
	FILE *file = fopen(path, "re");
	char *bytes = file ? malloc((size_t)status.st_size + 1) : NULL;
	if (bytes)
		*length = fread(bytes, 1, (size_t)status.st_size, file);
	if (file)
		fclose(file);
	return bytes;
}

static bool write_file(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wxe");
	if (!file)
		return false;
	bool good = fwrite(bytes, 1, length, file) == length;
	return fclose(file) == 0 && good;
}

bool catalogues_open(struct catalogues *catalogues, const char *domain)
{
	static const char *const places[] = { "/dev/shm", "/run", "/tmp", "/var/tmp" };
	catalogues->domain = domain;
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		snprintf(catalogues->path, sizeof catalogues->path, "%s/blueheart-kiosk-XXXXXX",
			places[i]);
		if (mkdtemp(catalogues->path))
			return true;
	}
	return false;
}

/* PATH/TAG/LC_MESSAGES/DOMAIN.mo, or without a domain its folder. */
static bool join(char joined[PATH_MAX], const char *path, const char *tag, const char *domain)
{
	int length = domain
		? snprintf(joined, PATH_MAX, "%s/%s/LC_MESSAGES/%s.mo", path, tag, domain)
		: snprintf(joined, PATH_MAX, "%s/%s/LC_MESSAGES", path, tag);
	return length < PATH_MAX;
}

enum catalogue catalogues_copy(const struct catalogues *catalogues, const char *folder,
	const char *tag, void (*tell)(const char *tag, const char *text))
{
	char from[PATH_MAX], to[PATH_MAX], inner[PATH_MAX], outer[PATH_MAX];
	size_t length = 0;
	if (!join(from, folder, tag, catalogues->domain) || access(from, F_OK) != 0)
		return CATALOGUE_MISSING;
	char *bytes = read_file(from, &length);
	bool good = bytes && is_sound(bytes, length);
	if (good)
		mend_formats(bytes, tag, tell);
	good = good && join(inner, catalogues->path, tag, NULL) &&
		join(to, catalogues->path, tag, catalogues->domain) &&
		snprintf(outer, sizeof outer, "%s/%s", catalogues->path, tag) < PATH_MAX;
	good = good && mkdir(outer, 0700) == 0 && mkdir(inner, 0700) == 0 &&
		write_file(to, bytes, length);
	free(bytes);
	return good ? CATALOGUE_SOUND : CATALOGUE_DAMAGED;
}

void catalogues_close(const struct catalogues *catalogues)
{
	char path[PATH_MAX];
	for (size_t i = 0; i < language_count; i++) {
		const char *tag = languages[i].tag;
		if (join(path, catalogues->path, tag, catalogues->domain))
			unlink(path);
		if (join(path, catalogues->path, tag, NULL))
			rmdir(path);
		if (snprintf(path, sizeof path, "%s/%s", catalogues->path, tag) < PATH_MAX)
			rmdir(path);
	}
	rmdir(catalogues->path);
}
