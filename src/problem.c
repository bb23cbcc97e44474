/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Collects located messages and prints them.
 */
#include "problem.h"

#include "memory.h"
#include "words.h"

#include <stdarg.h>
#include <stdlib.h>

static void print_place(FILE *stream, struct place place)
{
	if (!place.file)
		return;
	fputs(place.file, stream);
	if (place.line > 0)
		fprintf(stream, ":%d", place.line);
	if (place.line > 0 && place.column > 0)
		fprintf(stream, ":%d", place.column);
	fputs(": ", stream);
	if (place.pointer && *place.pointer)
		fprintf(stream, "%s: ", place.pointer);
}

void problems_add(struct problems *problems, enum severity severity, struct place place,
	const char *format, ...)
{
	char *message = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&message, &length);
	if (!stream) {
		problems->counts[severity]++;
		return;
	}
	print_place(stream, place);
	va_list arguments;
	va_start(arguments, format);
	vfprintf(stream, format, arguments);
	va_end(arguments);
	if (fclose(stream) != 0) {
		free(message);
		message = NULL;
	}
	if (problems->count == problems->capacity) {
		problems->capacity = problems->capacity ? problems->capacity * 2 : 8;
		problems->items = memory_resize(
			problems->items, problems->capacity, sizeof *problems->items);
	}
	if (message)
		problems->items[problems->count++] = (struct problem){ severity, message };
	problems->counts[severity]++;
}

void problems_print(const struct problems *problems, FILE *stream)
{
	for (size_t i = 0; i < problems->count; i++) {
		const struct problem *problem = &problems->items[i];
		switch (problem->severity) {
		case SEVERITY_ERROR:
			fprintf(stream, "%s\n", problem->message);
			break;
		case SEVERITY_WARNING:
			/* TRANSLATORS: a problem that "blueheart-kiosk check" prints; %s is the whole message. */
			fprintf(stream, _("warning: %s"), problem->message);
			fputc('\n', stream);
			break;
		case SEVERITY_NOTE:
			/* TRANSLATORS: a remark that "blueheart-kiosk check" prints; %s is the whole message. */
			fprintf(stream, _("note: %s"), problem->message);
			fputc('\n', stream);
			break;
		}
	}
}

void problems_finish(struct problems *problems)
{
	for (size_t i = 0; i < problems->count; i++)
		free(problems->items[i].message);
	free(problems->items);
	*problems = (struct problems){ 0 };
}
