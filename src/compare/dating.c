/*
 * A date without its year is one of several.  What is said must hold for the
 * nearest to the dateline and not be taken back by the next nearest.
 */
#include "config.h"

#include "compare/dating.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "compare/calendar.h"
#include "compare/date.h"

/* More words than this on a side are no slip in a date. */
#define WORDS_MOST 8

/* Days from the dateline beyond which no date is meant where one is near. */
#define FAR_MOST 45

/* How a reading stands to the calendar. */
enum standing {
	DISAGREES,
	AGREES_FAR,			/* with the second nearest date */
	AGREES
};

struct judged {
	enum standing standing;
	bool clear;			/* the nearest is by far the nearest */
	bool exists;			/* there is such a day */
	bool has_month;			/* in the reading itself */
	struct date date;		/* the one that decides */
};

/* ---- the dates that it may be ---- */

struct candidates {
	struct date near[2];		/* day 0: none */
	long distance[2];
};

static void
add_candidate(struct candidates *list, const struct date *date, long distance)
{
	int at = 1;

	if (distance >= list->distance[1])
		return;
	if (distance < list->distance[0]) {
		list->near[1] = list->near[0];
		list->distance[1] = list->distance[0];
		at = 0;
	}
	list->near[at] = *date;
	list->distance[at] = distance;
}

static bool
is_day(const struct date *date)
{
	return date->day <= calendar_month_days(date->year, date->month) &&
		date->year >= DATE_YEAR_FIRST && date->year <= DATE_YEAR_LAST;
}

/* The date with the year, or the year and the month, of some months from the
 * dateline's. */
static struct date
completed(const struct date *date, const struct date *from, int months)
{
	struct date full = *date;
	int month = from->year * 12 + from->month - 1 + months;

	if (!date->year)
		full.year = month / 12;
	if (!date->month)
		full.month = month % 12 + 1;
	return full;
}

static void
find_candidates(const struct date *date, const struct date *from,
	struct candidates *list)
{
	int step = date->month ? 12 : 1, i;
	long home = calendar_number(from->year, from->month, from->day);

	for (i = -2 * step; i <= 2 * step; i += step) {
		struct date full = completed(date, from, i);
		long distance;

		if (!is_day(&full))
			continue;
		distance = labs(calendar_number(full.year, full.month,
			full.day) - home);
		add_candidate(list, &full, distance);
		if (date->year && date->month)
			return;
	}
}

/* ---- one reading ---- */

static bool
agrees(const struct date *date, int weekday)
{
	return date->day && calendar_weekday(date->year, date->month,
		date->day) == weekday;
}

/* 31 November, or 29 February of a year without it */
static bool
is_impossible(const struct date *date)
{
	return date->month && date->day > calendar_month_days(date->year ?
		date->year : 2000, date->month);
}

static bool
is_full(const struct date *date)
{
	return date->year && date->month;
}

/* False where the date cannot be told: no year, and no dateline. */
static bool
judge(const struct date *date, const struct date *from, struct judged *out)
{
	struct candidates list = { .distance = { LONG_MAX, LONG_MAX } };

	memset(out, 0, sizeof(*out));
	out->date = *date;
	out->clear = true;
	out->has_month = date->month;
	if (is_impossible(date))
		return true;
	if (!from->year && !is_full(date))
		return false;
	find_candidates(date, from->year ? from : date, &list);
	if (!list.near[0].day)
		return false;
	out->exists = true;
	out->clear = list.distance[0] < list.distance[1] / 2;
	if (out->clear && list.distance[1] > FAR_MOST)
		list.near[1].day = 0;
	out->date = list.near[0];
	if (agrees(&list.near[0], date->weekday)) {
		out->standing = AGREES;
	} else if (agrees(&list.near[1], date->weekday)) {
		out->standing = AGREES_FAR;
		out->date = list.near[1];
	}
	return true;
}

/* ---- both ---- */

/* May anything be said?  Not where a reading fits a date, but one that is not
 * the nearest, and the other fits one too; nor where neither fits and it is not
 * plain which date is meant. */
static bool
is_settled(const struct judged judged[2])
{
	int side;

	for (side = 0; side < 2; side++) {
		const struct judged *it = &judged[side];

		if (it->standing == AGREES_FAR &&
		    judged[!side].standing != DISAGREES)
			return false;
		if (it->standing == DISAGREES &&
		    judged[!side].standing == DISAGREES &&
		    (!it->clear || !it->has_month))
			return false;
	}
	return true;
}

static bool
same_day(const struct date *a, const struct date *b)
{
	return a->year == b->year && a->month == b->month && a->day == b->day;
}

static void
put_date(struct buffer *out, const struct date *date)
{
	buffer_printf(out, "%d %s", date->day,
		calendar_month_name(date->month));
	if (date->year)
		buffer_printf(out, " %d", date->year);
}

static void
put_fact(struct buffer *out, const struct judged *judged)
{
	if (!judged->exists)
		buffer_puts(out, "there is no ");
	put_date(out, &judged->date);
	if (judged->exists)
		buffer_printf(out, " was a %s", calendar_day_name(
			calendar_weekday(judged->date.year,
				judged->date.month, judged->date.day)));
}

static void
put_verdict(struct buffer *out, bool reprint, bool transcript)
{
	if (reprint == transcript)
		buffer_printf(out, ": %s with the calendar", reprint ?
			"both agree" : "neither agrees");
	else
		buffer_printf(out, ": the %s agrees with the calendar, the %s "
			"does not", reprint ? "reprint" : "transcript",
			reprint ? "transcript" : "reprint");
}

static const char *
sentence(const struct context *context, const struct judged judged[2])
{
	struct buffer text = BUFFER_INIT;
	char *copy;

	put_fact(&text, &judged[TRANSCRIPT]);
	if (!same_day(&judged[0].date, &judged[1].date)) {
		buffer_puts(&text, ", ");
		put_fact(&text, &judged[REPRINT]);
	}
	put_verdict(&text, judged[REPRINT].standing != DISAGREES,
		judged[TRANSCRIPT].standing != DISAGREES);
	copy = arena_copy(context->arena, text.data, text.len);
	buffer_release(&text);
	return copy;
}

static bool
same_reading(const struct date *a, const struct date *b)
{
	return same_day(a, b) && a->weekday == b->weekday;
}

/* Could it be a part of a date at all? */
static bool
is_small_edit(const struct edit *edit)
{
	int side;

	if (edit->shape != EDIT_TEXT && edit->shape != EDIT_OMISSION &&
	    edit->shape != EDIT_INSERTION)
		return false;
	for (side = 0; side < 2; side++)
		if (edit->words[side].end - edit->words[side].start >
		    WORDS_MOST)
			return false;
	return edit->words[0].end > edit->words[0].start ||
		edit->words[1].end > edit->words[1].start;
}

/* Only where a reading needs it, since it must be searched for. */
static struct date
dateline(const struct context *context, const struct date date[2])
{
	struct date from = { 0 };

	if (is_full(&date[0]) && is_full(&date[1]))
		return from;
	if (date_of_document(context->doc[TRANSCRIPT], context->keys, &from) ||
	    date_of_document(context->doc[REPRINT], context->keys, &from))
		return from;
	return (struct date){ 0 };
}

/* Two dates without a weekday, one of which there is not. */
static const char *
judge_existence(const struct context *context, const struct date date[2])
{
	int side = is_impossible(&date[REPRINT]) ? REPRINT : TRANSCRIPT;
	struct buffer text = BUFFER_INIT;
	char *copy;

	if (is_impossible(&date[REPRINT]) == is_impossible(&date[TRANSCRIPT]))
		return NULL;
	buffer_puts(&text, "there is no ");
	put_date(&text, &date[side]);
	put_verdict(&text, side == TRANSCRIPT, side == REPRINT);
	copy = arena_copy(context->arena, text.data, text.len);
	buffer_release(&text);
	return copy;
}

static const char *
judge_weekdays(const struct context *context, const struct date date[2])
{
	struct date from = dateline(context, date);
	struct judged judged[2];
	int side;

	for (side = 0; side < 2; side++)
		if (!judge(&date[side], &from, &judged[side]))
			return NULL;
	return is_settled(judged) ? sentence(context, judged) : NULL;
}

/* The edit's words, or where they would stand. */
static struct span
words_of(const struct context *context, const struct edit *edit,
	enum side side)
{
	struct span words = edit->words[side];

	if (words.start == words.end)
		words.start = words.end = (uint32_t)document_word_at(
			context->doc[side], edit->span[side].start);
	return words;
}

const char *
dating_judge(const struct context *context, const struct edit *edit)
{
	struct date date[2];
	int side, weekdays = 0;

	if (!is_small_edit(edit))
		return NULL;
	for (side = 0; side < 2; side++) {
		if (!edit->has[side] || !date_around(context->doc[side],
				context->keys, words_of(context, edit, side),
				&date[side]))
			return NULL;
		weekdays += date[side].weekday != NO_WEEKDAY;
	}
	if (same_reading(&date[0], &date[1]) || weekdays == 1)
		return NULL;
	return weekdays ? judge_weekdays(context, date) :
		judge_existence(context, date);
}
