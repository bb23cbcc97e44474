/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the command line with getopt_long(3).
 */
#include "options.h"

#include "languages.h"
#include "words.h"

#include <ctype.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPTION_PAGE = 256,
	OPTION_LIST,
	OPTION_FORMAT,
	OPTION_SIZE,
	OPTION_KIOSK,
	OPTION_LARGE,
	LARGEST_SIDE = 1000
};

static const struct option long_options[] = {
	{ "content", required_argument, NULL, 'c' },
	{ "config", required_argument, NULL, 'f' },
	{ "language", required_argument, NULL, 'l' },
	{ "country", required_argument, NULL, 'C' },
	{ "kiosk", no_argument, NULL, OPTION_KIOSK },
	{ "list", no_argument, NULL, OPTION_LIST },
	{ "size", required_argument, NULL, OPTION_SIZE },
	{ "format", required_argument, NULL, OPTION_FORMAT },
	{ "page", required_argument, NULL, OPTION_PAGE },
	{ "large", no_argument, NULL, OPTION_LARGE },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ NULL, 0, NULL, 0 },
};

static bool complain(const char *what, const char *value)
{
	fprintf(stderr, "blueheart-kiosk: ");
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	fprintf(stderr, what, value);
#pragma GCC diagnostic pop
	/* TRANSLATORS: follows a message about wrong use of the command. */
	fprintf(stderr, "\n%s\n", _("See blueheart-kiosk --help."));
	return false;
}

static bool read_number(const char *text, char **end, int *number)
{
	if (!isdigit((unsigned char)*text))
		return false;
	long value = strtol(text, end, 10);
	*number = (int)value;
	return value >= 1 && value <= LARGEST_SIDE;
}

static bool read_size(struct options *options, const char *text)
{
	char *end = NULL;
	if (!read_number(text, &end, &options->width) || *end != 'x' ||
		!read_number(end + 1, &end, &options->height) || *end)
		/* TRANSLATORS: a message about wrong use of the command; %s is what was given. */
		return complain(_("a size is written 80x24, not \"%s\""), text);
	return true;
}

static bool read_option(struct options *options, int option, const char *value)
{
	char *end = NULL;
	switch (option) {
	case 'c':
		options->content = value;
		return true;
	case 'f':
		options->config = value;
		return true;
	case 'l':
		options->language = value;
		if (!languages_find(value))
			return complain(
				/* TRANSLATORS: a message about wrong use of the command; %s is what was given. */
				_("there is no language \"%s\"; its tag is such as fr or zh_CN"),
				value);
		return true;
	case 'C':
		options->country = value;
		if (strlen(value) != 2 || !isupper((unsigned char)value[0]) ||
			!isupper((unsigned char)value[1]))
			return complain(
				/* TRANSLATORS: a message about wrong use of the command; %s is what was given. */
				_("a country has two capital letters, such as FR, not \"%s\""),
				value);
		return true;
	case OPTION_KIOSK:
		options->kiosk = true;
		return true;
	case OPTION_LIST:
		options->list = true;
		return true;
	case OPTION_LARGE:
		options->large = true;
		return true;
	case OPTION_SIZE:
		return read_size(options, value);
	case OPTION_FORMAT:
		options->ansi = strcmp(value, "ansi") == 0;
		if (!options->ansi && strcmp(value, "text") != 0)
			/* TRANSLATORS: a message about wrong use of the command; %s is what was given. */
			return complain(_("the format is text or ansi, not \"%s\""), value);
		return true;
	case OPTION_PAGE:
		if (!read_number(value, &end, &options->page) || *end)
			/* TRANSLATORS: a message about wrong use of the command; %s is what was given. */
			return complain(_("a page is a number from 1 up, not \"%s\""), value);
		return true;
	case 'h':
		options->command = COMMAND_HELP;
		return true;
	case 'V':
		options->command = COMMAND_VERSION;
		return true;
	default:
		/* TRANSLATORS: follows getopt's own message about wrong use of the command. */
		fprintf(stderr, "%s\n", _("See blueheart-kiosk --help."));
		return false;
	}
}

static bool read_words(struct options *options, int count, char **words)
{
	static const char *const commands[] = { "run", "check", "preview" };
	int used = 0;
	for (size_t i = 0; count > 0 && i < sizeof commands / sizeof *commands; i++)
		if (strcmp(words[0], commands[i]) == 0) {
			options->command = (enum command)i;
			used = 1;
		}
	if (options->command == COMMAND_PREVIEW && used < count)
		options->screen = words[used++];
	if (used < count)
		/* TRANSLATORS: a message about wrong use of the command; %s is what was given. */
		return complain(_("\"%s\" is not expected here"), words[used]);
	if (options->command == COMMAND_PREVIEW && !options->screen && !options->list)
		/* TRANSLATORS: a message about wrong use of the command; %s is "preview". */
		return complain(_("%s needs the name of a screen, or --list"), "preview");
	return true;
}

bool options_read(struct options *options, int count, char **arguments)
{
	*options = (struct options){ .command = COMMAND_RUN, .width = 80, .height = 24, .page = 1 };
	int option;
	while ((option = getopt_long(count, arguments, "hV", long_options, NULL)) != -1) {
		if (!read_option(options, option, optarg))
			return false;
		if (options->command != COMMAND_RUN)
			return true;
	}
	return read_words(options, count - optind, arguments + optind);
}

void options_help(FILE *stream)
{
	/* TRANSLATORS: printed by --help. Keep the words in capitals in step with the lines below, keep names
	   of commands and options as they are, and keep the columns. */
	fputs(_("Usage:\n"
		"  blueheart-kiosk [run] [--kiosk] [OPTIONS]   show the campaign, full screen\n"
		"  blueheart-kiosk check [OPTIONS]             list all problems of the content\n"
		"  blueheart-kiosk preview SCREEN [OPTIONS]    print one screen\n"
		"  blueheart-kiosk preview --list              list the names of all screens\n"
		"  blueheart-kiosk --help | --version\n"),
		stream);
	/* TRANSLATORS: printed by --help; see the note before. */
	fputs(_("\nOptions:\n"
		"  --content DIR     folder of campaign.json and channels.json\n"
		"  --config FILE     settings; else /etc/blueheart-kiosk/kiosk.json, if it is "
		"there\n"
		"  --language TAG    default language, such as fr, ar or zh_CN\n"
		"  --country CC      country of the kiosk, such as FR\n"
		"  --kiosk           nothing at the keyboard ends the program\n"),
		stream);
	/* TRANSLATORS: printed by --help; see the note before. */
	fputs(_("\nOptions of preview:\n"
		"  --size 80x24      columns and rows\n"
		"  --page N          of a screen that has several\n"
		"  --large           in large type\n"
		"  --format text|ansi\n"),
		stream);
}
