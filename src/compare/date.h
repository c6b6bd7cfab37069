/* Dates as a text gives them: a day of the week with its date, a dateline. */
#ifndef VERBATIM_COMPARE_DATE_H
#define VERBATIM_COMPARE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/document.h"
#include "text/fold.h"

/* Years for which all of Europe goes by the Gregorian calendar: Greece was the
 * last to take it up, in 1923. */
#define DATE_YEAR_FIRST 1924
#define DATE_YEAR_LAST 2199

struct date {
	int year, month, day;		/* 0: not given */
	int weekday;			/* days from Sunday; NO_WEEKDAY */
};

#define NO_WEEKDAY (-1)

/*
 * The date at the word: "18 December 2015", "December 18th", "18 de diciembre
 * de 2015", "18.12.2015"; "the 18th" alone where nothing else it can be.
 * Returns the word behind it; `word` itself where there is none.  The weekday
 * is not read.
 */
uint32_t
date_read(const struct document *doc, const struct keys *keys, uint32_t word,
	uint32_t languages, struct date *date);

/*
 * The date that the words [start, end), or the place between two words where
 * they are none, are a part of: with its weekday ("Friday the 18th", "on 18
 * December, a Friday") if it has one, else one with a month.
 */
bool
date_around(const struct document *doc, const struct keys *keys,
	struct span words, struct date *date);

/*
 * The full date in the document's title block or dateline: "MOSCOW, December
 * 15, 2015 –".  False where there is none, or more than one that it could be.
 */
bool
date_of_document(const struct document *doc, const struct keys *keys,
	struct date *date);

#endif
