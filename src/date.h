/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days of the proleptic Gregorian calendar, as content and settings write them (ISO 8601), and hours.
 */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>

/* year 0: every year; month 0 or day 0: not known. All zeros: no date at all. */
struct date {
	int year, month, day;
};

/* A local moment, given to the core by main; minute counts from midnight. known is false on a machine
   whose clock was never set. */
struct moment {
	struct date date;
	int minute;
	bool known;
};

/* Reads "2024", "2024-05" or "2024-05-31". False when it is none of them or no day of the calendar. */
bool date_read(const char *text, struct date *date);
/* Reads "07-30" (every year) or "2026-07-30". */
bool date_read_day(const char *text, struct date *date);
/* Reads a time of day from 00:00 to 24:00 at *at, moves *at behind it, and gives its minute of the day. */
bool date_read_time(const char **at, int *minute);
/* Days from `from` to `to`; both need year, month and day. */
long date_days_between(struct date from, struct date to);
/* Whether `day` (complete) lies in from … until, both included. When both have no year the range may run
   over the end of the year. A missing end (all zeros) is open. */
bool date_in_range(struct date day, struct date from, struct date until);

#endif
