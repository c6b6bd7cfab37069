#include "config.h"

#include "compare/calendar.h"

#include <criterion/criterion.h>

#include "pair.h"

Test(calendar, days_have_names_in_many_languages)
{
	static const struct {
		const char *text;
		int day;		/* -1: none */
	} rows[] = {
		{ "Friday", 5 }, { "SUNDAY", 0 }, { "friday", -1 },
		{ "Fridays", -1 }, { "day", -1 }, { "31", -1 },
		{ "vendredi", 5 }, { "Freitag", 5 }, { "freitag", -1 },
		{ "viernes", 5 }, { "miércoles", 3 }, { "venerdì", 5 },
		{ "sexta-feira", 5 }, { "sexta", -1 }, { "vrijdag", 5 },
		{ "piątek", 5 }, { "środę", 3 },
		{ "пятница", 5 }, { "пятницу", 5 }, { "Среду", 3 },
		{ "воскресенья", 0 }, { "среди", -1 }, { "средства", -1 },
		{ "", -1 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct calendar_name name = { .index = -1 };
		struct pair pair;

		pair_read(&pair, rows[i].text, "");
		if (!pair.doc[0]->nword || !calendar_day(pair.doc[0],
				pair.keys, 0, &name))
			name.index = -1;
		cr_assert_eq(name.index, rows[i].day, "%s is %d",
			rows[i].text, name.index);
		pair_release(&pair);
	}
}

Test(calendar, months_have_names_in_the_languages_asked_for)
{
	static const struct {
		const char *text, *day;
		int month;		/* 0: none */
	} rows[] = {
		{ "December", "Friday", 12 }, { "may", "Friday", 0 },
		{ "May", "Friday", 5 }, { "Dec", "Friday", 12 },
		{ "Sept", "Friday", 9 }, { "mai", "Friday", 0 },
		{ "mai", "vendredi", 5 }, { "décembre", "vendredi", 12 },
		{ "December", "vendredi", 0 }, { "декабря", "пятница", 12 },
		{ "Декабрь", "пятница", 12 }, { "мая", "среда", 5 },
		{ "März", "Freitag", 3 }, { "grudnia", "piątek", 12 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct calendar_name day, month = { .index = 0 };
		struct pair pair;

		pair_read(&pair, rows[i].day, rows[i].text);
		cr_assert(calendar_day(pair.doc[0], pair.keys, 0, &day));
		if (!calendar_month(pair.doc[1], pair.keys, 0, day.languages,
				&month))
			month.index = 0;
		cr_assert_eq(month.index, rows[i].month, "%s is %d",
			rows[i].text, month.index);
		pair_release(&pair);
	}
}

Test(calendar, two_days_or_two_months_of_one_language_are_of_one_sort)
{
	static const struct {
		const char *a, *b;
		bool same;
	} rows[] = {
		{ "Monday", "Friday", true }, { "May", "june", true },
		{ "Monday", "June", false }, { "Monday", "mundane", false },
		{ "lundi", "mardi", true }, { "lundi", "Friday", false },
		{ "mayo", "junio", true }, { "среду", "четверг", true },
		{ "марта", "апреля", true }, { "mar", "Jan", false },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;

		pair_read(&pair, rows[i].a, rows[i].b);
		cr_assert_eq(calendar_same_sort(pair.keys,
			pair.doc[0]->words[0].key, pair.doc[1]->words[0].key,
			ALL_LANGUAGES), rows[i].same, "%s, %s", rows[i].a,
			rows[i].b);
		pair_release(&pair);
	}
}

Test(calendar, days_are_counted_as_the_calendar_does)
{
	cr_assert_eq(calendar_number(1970, 1, 1), 0);
	cr_assert_eq(calendar_number(1969, 12, 31), -1);
	cr_assert_eq(calendar_number(2000, 3, 1) -
		calendar_number(2000, 2, 28), 2);
	cr_assert_eq(calendar_number(2100, 3, 1) -
		calendar_number(2100, 2, 28), 1);
	cr_assert_eq(calendar_weekday(1970, 1, 1), 4);
	cr_assert_eq(calendar_weekday(2015, 12, 18), 5);
	cr_assert_eq(calendar_weekday(1941, 12, 7), 0);
	cr_assert_eq(calendar_weekday(2000, 2, 29), 2);
	cr_assert_eq(calendar_month_days(2000, 2), 29);
	cr_assert_eq(calendar_month_days(1900, 2), 28);
	cr_assert_eq(calendar_month_days(2015, 11), 30);
	cr_assert_str_eq(calendar_day_name(5), "Friday");
	cr_assert_str_eq(calendar_month_name(12), "December");
}
