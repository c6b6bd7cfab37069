#include "config.h"

#include "compare/dating.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "pair.h"

/* What is said of the first finding; "" for nothing. */
static const char *
judged(const char *dateline, const char *reprint, const char *transcript)
{
	static const char frame[] = "%s\n\nThe harbor was open all winter. "
		"%s The ice is two feet thick at the pier, as it always is.";
	static char said[300];
	const char *result;
	char text[2][600];
	struct pair pair;

	snprintf(text[0], sizeof(text[0]), frame, dateline, reprint);
	snprintf(text[1], sizeof(text[1]), frame, dateline, transcript);
	pair_compare(&pair, text[0], text[1]);
	result = pair.cmp->nfinding ?
		pair.cmp->findings[0].explanation.calendar : NULL;
	snprintf(said, sizeof(said), "%s", result ? result : "");
	pair_release(&pair);
	return said;
}

#define DATELINE "HARBOR TOWN, December 15, 2015"
#define TRANSCRIPT_IS_RIGHT \
	": the transcript agrees with the calendar, the reprint does not"
#define REPRINT_IS_RIGHT \
	": the reprint agrees with the calendar, the transcript does not"

Test(dating, the_calendar_supports_one_reading)
{
	static const char *const rows[][4] = {
		{ "Notes", "It was Thursday, 18 December 2015.",
		  "It was Friday, 18 December 2015.",
		  "18 December 2015 was a Friday" TRANSCRIPT_IS_RIGHT },
		{ "Notes", "It was Friday, 18 December 2015.",
		  "It was Thursday, 18 December 2015.",
		  "18 December 2015 was a Friday" REPRINT_IS_RIGHT },
		{ "Notes", "It was Friday, 19 December 2015.",
		  "It was Friday, 18 December 2015.",
		  "18 December 2015 was a Friday, 19 December 2015 was a "
		  "Saturday" TRANSCRIPT_IS_RIGHT },
		{ DATELINE, "We sail on Monday the 18th, and rest.",
		  "We sail on Friday the 18th, and rest.",
		  "18 December 2015 was a Friday" TRANSCRIPT_IS_RIGHT },
		{ "HARBOR TOWN, December 30, 2015",
		  "We sail on Friday, January 1, and rest.",
		  "We sail on Monday, January 1, and rest.",
		  "1 January 2016 was a Friday" REPRINT_IS_RIGHT },
		{ "HARBOR TOWN, December 3, 2015",
		  "We sailed on Friday the 20th, and rest.",
		  "We sailed on Monday the 20th, and rest.",
		  "20 November 2015 was a Friday" REPRINT_IS_RIGHT },
		{ "Notes", "By 31 November we rest.", "By 30 November we "
		  "rest.", "there is no 31 November" TRANSCRIPT_IS_RIGHT },
		{ "Notes", "By 28 February 2015 we rest.", "By 29 February "
		  "2015 we rest.", "there is no 29 February 2015"
		  REPRINT_IS_RIGHT },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_str_eq(judged(rows[i][0], rows[i][1], rows[i][2]),
			rows[i][3], "%s: %s", rows[i][1],
			judged(rows[i][0], rows[i][1], rows[i][2]));
}

Test(dating, it_may_support_both_or_neither)
{
	cr_assert_str_eq(judged("Notes", "On Saturday, 19 December 2015.",
		"On Friday, 18 December 2015."), "18 December 2015 was a "
		"Friday, 19 December 2015 was a Saturday: both agree with "
		"the calendar");
	cr_assert_str_eq(judged("Notes", "On Monday, 18 December 2015.",
		"On Tuesday, 18 December 2015."), "18 December 2015 was a "
		"Friday: neither agrees with the calendar");
}

Test(dating, nothing_is_guessed)
{
	static const char *const rows[][3] = {
		/* no year */
		{ "Notes", "On Monday, 18 December.",
		  "On Friday, 18 December." },
		/* no month, and neither reading fits one that is near */
		{ DATELINE, "On Monday the 3rd, we sail.",
		  "On Tuesday the 3rd, we sail." },
		/* each fits a month, and neither is much nearer */
		{ "HARBOR TOWN, December 3, 2015", "On Friday the 18th.",
		  "On Wednesday the 18th." },
		/* each fits a month, though one is farther */
		{ DATELINE, "They had said the 20th, a Sunday.",
		  "They had said the 20th, a Friday." },
		/* no date */
		{ DATELINE, "On Monday 18 people came.",
		  "On Friday 18 people came." },
		/* the same date, written otherwise */
		{ DATELINE, "On Friday the eighteenth, we sail.",
		  "On Friday the 18th, we sail." },
		/* the calendar was another one */
		{ "Notes", "On Monday, 7 November 1917.",
		  "On Wednesday, 7 November 1917." },
		/* one of the two has no weekday */
		{ "Notes", "On 18 December 2015 we sail.",
		  "On Friday, 18 December 2015 we sail." },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_str_eq(judged(rows[i][0], rows[i][1], rows[i][2]),
			"", "%s: %s", rows[i][1],
			judged(rows[i][0], rows[i][1], rows[i][2]));
}

Test(dating, the_message_says_it_too)
{
	const struct finding *finding;
	struct pair pair;

	pair_compare(&pair, "The harbor was open until Monday, 18 December "
		"2015, and then it froze.", "The harbor was open until "
		"Friday, 18 December 2015, and then it froze.");
	finding = pair_find(&pair, "wording.number");
	cr_assert(finding);
	cr_assert(strstr(finding->message, "has “Friday”; 18 December 2015 "
		"was a Friday: the transcript agrees"), "%s",
		finding->message);
	pair_release(&pair);
}
