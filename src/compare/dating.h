/* What the calendar says of a difference about a date. */
#ifndef VERBATIM_COMPARE_DATING_H
#define VERBATIM_COMPARE_DATING_H

#include "compare/change.h"

/*
 * "18 December 2015 was a Friday: the transcript agrees with the calendar, the
 * reprint does not": where the edit touches a day of the week with its date, or
 * a date that there is not, and the two readings are not the same.  The year,
 * and the month where there is none, is the one that puts the date nearest to
 * the dateline of the transcript, else to that of the reprint.
 *
 * NULL where there is nothing to be said for sure.  Lives as long as the
 * context's arena.
 */
const char *
dating_judge(const struct context *context, const struct edit *edit);

#endif
