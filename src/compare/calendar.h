/* Names of days and months in the languages of transcripts, and the calendar
 * itself. */
#ifndef VERBATIM_COMPARE_CALENDAR_H
#define VERBATIM_COMPARE_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/document.h"
#include "text/fold.h"

enum calendar { CALENDAR_NONE, CALENDAR_DAY, CALENDAR_MONTH };

#define ALL_LANGUAGES UINT32_MAX
#define ENGLISH_ALONE ((uint32_t)1)

struct calendar_name {
	enum calendar sort;
	int index;			/* days from Sunday, 0; months from
					   January, 1 */
	uint32_t languages;		/* a bit for each that has the name */
	bool abbreviated;
};

/*
 * Is the word of the document the name of a day, or that of a month, in a
 * language of the set?  Where a language writes names with a capital, so must
 * the document: "may" is no month.  The names are ICU's, read when the first
 * word asks for them.
 */
bool
calendar_day(const struct document *doc, const struct keys *keys,
	uint32_t word, struct calendar_name *name);

bool
calendar_month(const struct document *doc, const struct keys *keys,
	uint32_t word, uint32_t languages, struct calendar_name *name);

/* Do both words name a day, or both a month, in one language of the set?
 * Capitals do not matter. */
bool
calendar_same_sort(const struct keys *keys, uint32_t a, uint32_t b,
	uint32_t languages);

/* Days of the month; of February 29 where the year is 0, not known. */
int
calendar_month_days(int year, int month);

/* The day's number in the Gregorian calendar, 1 January 1970 being 0. */
long
calendar_number(int year, int month, int day);

/* Days from Sunday. */
int
calendar_weekday(int year, int month, int day);

/* "Friday", "December" */
const char *
calendar_day_name(int weekday);

const char *
calendar_month_name(int month);

/* Gives back the names, at the program's end. */
void
calendar_release(void);

#endif
