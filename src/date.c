/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and comparing calendar days.
 */
#include "date.h"

#include <ctype.h>
#include <stddef.h>

static bool read_digits(const char **text, int count, int *value)
{
	*value = 0;
	for (int i = 0; i < count; i++, (*text)++) {
		if (!isdigit((unsigned char)**text))
			return false;
		*value = *value * 10 + (**text - '0');
	}
	return true;
}

static int days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

static bool is_possible(const struct date *date)
{
	if (date->month < 1 || date->month > 12 || date->day < 1)
		return false;
	int year = date->year ? date->year : 2000; /* every year: the 29th of February is a day */
	return date->day <= days_in_month(year, date->month);
}

bool date_read(const char *text, struct date *date)
{
	struct date result = { 0 };
	if (!read_digits(&text, 4, &result.year) || result.year < 1)
		return false;
	if (*text == '-') {
		text++;
		if (!read_digits(&text, 2, &result.month) || result.month < 1 || result.month > 12)
			return false;
		if (*text == '-') {
			text++;
			if (!read_digits(&text, 2, &result.day) || !is_possible(&result))
				return false;
		}
	}
	*date = result;
	return *text == '\0';
}

bool date_read_day(const char *text, struct date *date)
{
	struct date result = { 0 };
	const char *rest = text;
	if (read_digits(&rest, 2, &result.month) && *rest == '-') {
		rest++;
		if (!read_digits(&rest, 2, &result.day) || *rest != '\0' || !is_possible(&result))
			return false;
		*date = result;
		return true;
	}
	return date_read(text, date) && date->day != 0;
}

/* Days since 1 March of the year 0. */
static long day_number(struct date date)
{
	long year = date.month <= 2 ? date.year - 1 : date.year;
	long month = (date.month + 9) % 12;
	return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day -
		1;
}

bool date_read_time(const char **at, int *minute)
{
	int hour = 0, minutes = 0;
	if (!read_digits(at, 2, &hour) || *(*at)++ != ':' || !read_digits(at, 2, &minutes))
		return false;
	*minute = hour * 60 + minutes;
	return minutes < 60 && *minute <= 24 * 60;
}

long date_days_between(struct date from, struct date to)
{
	return day_number(to) - day_number(from);
}

static int compare(struct date a, struct date b, bool years)
{
	if (years && a.year != b.year)
		return a.year - b.year;
	return a.month != b.month ? a.month - b.month : a.day - b.day;
}

bool date_in_range(struct date day, struct date from, struct date until)
{
	bool after = from.month == 0 || compare(day, from, from.year != 0) >= 0;
	bool before = until.month == 0 || compare(day, until, until.year != 0) <= 0;
	bool wraps = from.month && until.month && !from.year && !until.year &&
		compare(from, until, false) > 0;
	return wraps ? after || before : after && before;
}
