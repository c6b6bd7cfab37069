#include "config.h"

#include "compare/spellout.h"

#include <criterion/criterion.h>
#include <string.h>

Test(spellout, a_number_is_its_words_in_any_form)
{
	static const struct {
		const char *letters;
		double value;
	} rows[] = {
		{ "vingtcinq", 25 }, { "vingtetun", 21 },
		{ "vingtetune", 21 }, { "troiscents", 300 },
		{ "premier", 1 }, { "funfundzwanzig", 25 }, { "zwolf", 12 },
		{ "dreihundert", 300 }, { "achtzehnten", 18 },
		{ "treintaycinco", 35 }, { "dieciseis", 16 },
		{ "trentatre", 33 }, { "vinteecinco", 25 },
		{ "drieentwintig", 23 }, { "milletrecentosette", 1307 },
		{ "двадцатьпять", 25 }, { "двадцатипяти", 25 },
		{ "двадцатьпятого", 25 }, { "две", 2 }, { "двух", 2 },
		{ "двестисорокодин", 241 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t n = strlen(rows[i].letters);

		cr_assert(spellout_is(NULL, rows[i].letters, n, rows[i].value),
			"%s", rows[i].letters);
		cr_assert_not(spellout_is(NULL, rows[i].letters, n,
			rows[i].value + 1), "%s", rows[i].letters);
	}
}

Test(spellout, short_numbers_have_values)
{
	static const struct {
		const char *letters;
		double value;		/* -1: none */
	} rows[] = {
		{ "cinq", 5 }, { "quatrevingtdixneuf", 99 }, { "cien", 100 },
		{ "mille", 1000 }, { "mil", 1000 }, { "millions", 1e6 },
		{ "тысяча", 1000 },
		{ "тысяч", 1000 }, { "duemila", 2000 }, { "сто", 100 },
		{ "триста", 300 }, { "funfzig", 50 }, { "cinquieme", 5 },
		{ "plusieurs", -1 }, { "des", -1 }, { "", -1 },
		{ "навсегда", -1 }, { "y", -1 }, { "virgule", -1 },
		{ "moins", -1 }, { "минус", -1 }, { "和", -1 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		double value = -1;

		if (!spellout_value(NULL, rows[i].letters,
				strlen(rows[i].letters), &value))
			value = -1;
		cr_assert_eq(value, rows[i].value, "%s is %g",
			rows[i].letters, value);
	}
}

static bool
differ(const char *a, const char *b)
{
	return spellout_differ(NULL, a, strlen(a), b, strlen(b));
}

Test(spellout, two_numbers_of_one_language_differ)
{
	cr_assert(differ("dos", "siete"));
	cr_assert(differ("zwolf", "funf"));
	cr_assert(differ("пять", "шесть"));
	cr_assert_not(differ("un", "une"));
	cr_assert_not(differ("два", "двух"));
	cr_assert_not(differ("vingt", "zwolf"));
	cr_assert_not(differ("cinq", "cing"));
	cr_assert(spellout_differ("it", "sei", 3, "due", 3));
	cr_assert_not(spellout_differ("de", "sei", 3, "due", 3));
}
