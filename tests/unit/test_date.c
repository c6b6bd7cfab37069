#include "config.h"

#include "compare/date.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "compare/calendar.h"
#include "pair.h"

/* "Fri 2015-12-18", with 0 for what is not given; "" for no date. */
static const char *
said(bool found, const struct date *date)
{
	static char text[40];

	snprintf(text, sizeof(text), "%.3s%s%d-%d-%d", date->weekday ==
		NO_WEEKDAY ? "" : calendar_day_name(date->weekday),
		date->weekday == NO_WEEKDAY ? "" : " ", date->year,
		date->month, date->day);
	return found ? text : "";
}

/* The date around the word in brackets, or the place where they are empty. */
static const char *
around(const char *text)
{
	size_t open = strcspn(text, "<"), close = strcspn(text, ">") - 1;
	const char *result;
	char plain[200];
	struct pair pair;
	struct date date;
	struct span words;
	bool found;

	snprintf(plain, sizeof(plain), "%.*s%.*s%s", (int)open, text,
		(int)(close - open), text + open + 1, text + close + 2);
	pair_read(&pair, plain, "");
	words.start = (uint32_t)document_word_at(pair.doc[0], (uint32_t)open);
	words.end = (uint32_t)document_word_at(pair.doc[0], (uint32_t)close);
	found = date_around(pair.doc[0], pair.keys, words, &date);
	result = said(found, &date);
	pair_release(&pair);
	return result;
}

Test(date, a_weekday_has_its_date_beside_it)
{
	static const char *const rows[][2] = {
		{ "on <Friday>, 18 December 2015, we", "Fri 2015-12-18" },
		{ "on Friday, <18> December 2015, we", "Fri 2015-12-18" },
		{ "on Friday, December <18th>, 2015", "Fri 2015-12-18" },
		{ "on Friday, December 18, <2015>", "Fri 2015-12-18" },
		{ "on <Friday> the 18th of December", "Fri 0-12-18" },
		{ "on <Friday> the 18th we", "Fri 0-0-18" },
		{ "on <Friday> the 18th we 18 December 2014", "Fri 0-0-18" },
		{ "on <Friday>, 18.12.2015", "Fri 2015-12-18" },
		{ "on <Friday> (12/18/2015)", "Fri 2015-12-18" },
		{ "on December 18, a <Friday>, 2 of", "Fri 0-12-18" },
		{ "18 декабря (<пятница>), 19 человек", "Fri 0-12-18" },
		{ "в <пятницу> 18-го мы", "Fri 0-0-18" },
		{ "le <vendredi> 18 décembre, nous", "Fri 0-12-18" },
		{ "vendredi <1er> mai", "Fri 0-5-1" },
		{ "el viernes, 18 de <diciembre> de 2015", "Fri 2015-12-18" },
		{ "am <Freitag>, den 18. Dezember", "Fri 0-12-18" },
		{ "on <Friday> the twenty-first of May", "Fri 0-5-21" },
		{ "on <Friday> the eighteenth, and", "Fri 0-0-18" },
		{ "Monday the 14th to <Friday> the 18th", "Fri 0-0-18" },
		{ "<Monday> the 14th to Friday the 18th", "Mon 0-0-14" },
		{ "on Friday <>18 December", "Fri 0-12-18" },
		{ "on Fri, <Dec>. 18", "0-12-18" },
		{ "by <30> November", "0-11-30" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_str_eq(around(rows[i][0]), rows[i][1], "%s is %s",
			rows[i][0], around(rows[i][0]));
}

Test(date, what_may_be_something_else_is_no_date)
{
	static const char *const rows[] = {
		"on <Friday> 18 people came", "on <Friday> the 18 people came",
		"on <Friday> we came, all 18 of us", "on <Friday> at 9 a.m.",
		"<Friday> 9am to noon", "on <Friday>, 9:30 sharp",
		"on <Friday> the second ship came", "<Friday>. The 18th came",
		"<Friday> the 45th", "<18> people", "the <18th> century",
		"on <Friday> and 18 December", "on <friday> the 18th",
		"<Friday>", "from <9> to 5", "<>",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_str_eq(around(rows[i]), "", "%s is %s", rows[i],
			around(rows[i]));
}

static const char *
dateline(const char *text)
{
	const char *result;
	struct pair pair;
	struct date date;
	bool found;

	pair_read(&pair, text, "");
	found = date_of_document(pair.doc[0], pair.keys, &date);
	date.weekday = NO_WEEKDAY;
	result = said(found, &date);
	pair_release(&pair);
	return result;
}

Test(date, a_document_has_its_own)
{
	static const char *const rows[][2] = {
		{ "Remarks\n\nDecember 15, 2015\n\nMOSS: Yes.", "2015-12-15" },
		{ "HARBOR TOWN, Dec. 15, 2015\n\nYes.", "2015-12-15" },
		{ "HARBOR TOWN (AP), 15 December 2015 — The minister said on "
		  "Tuesday that the harbor will stay open until the ice has "
		  "gone, whatever it takes, and that the islands will pay.",
		  "2015-12-15" },
		{ "Remarks\n15.12.2015 14:30\n\nYes.", "2015-12-15" },
		{ "Remarks\n\n2015-12-15\n\nYes.", "2015-12-15" },
		{ "Remarks\n\n12/15/2015\n\nYes.", "2015-12-15" },
		{ "15 декабря 2015 года\n\nДа.", "2015-12-15" },
		{ "Le Havre, le 15 décembre 2015\n\nOui.", "2015-12-15" },
		{ "Palma, 15 de diciembre de 2015\n\nSí.", "2015-12-15" },
		{ "A word on May 8, 1945, and after\n\nDecember 15, 2015\n\n"
		  "Yes.", "2015-12-15" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_str_eq(dateline(rows[i][0]), rows[i][1], "%s is %s",
			rows[i][0], dateline(rows[i][0]));
}

Test(date, a_date_that_is_spoken_of_is_no_dateline)
{
	static const char *const rows[] = {
		"", "MOSS: It was December 15, 2015.", "It began in 2015.",
		"It all began here on December 7, 1941.", "12/11/2015",
		"On December 7, 1941, a day that all of us remember, the "
		"harbor was still open, and the ships lay in it as they had "
		"lain all year, and nobody thought of the ice.",
		"December 15, 2015\n\nDecember 16, 2015\n\nYes.",
		"December 15, 1015", "February 30, 2015",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_str_eq(dateline(rows[i]), "", "%s is %s", rows[i],
			dateline(rows[i]));
}
