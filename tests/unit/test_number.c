#include "config.h"

#include "compare/number.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "pair.h"

/* The value of the whole text, or NAN where it is no number. */
static double
value_of(const char *text)
{
	struct pair pair;
	double value = NAN;

	pair_read(&pair, text, "");
	if (!number_value(pair.doc[0], pair.keys, (struct span){ 0,
			(uint32_t)pair.doc[0]->nword }, &value))
		value = NAN;
	pair_release(&pair);
	return value;
}

Test(number, figures_and_words_have_values)
{
	static const struct {
		const char *text;
		double value;
	} rows[] = {
		{ "3", 3 }, { "three", 3 }, { "THREE", 3 }, { "0", 0 },
		{ "zero", 0 }, { "007", 7 }, { "18th", 18 },
		{ "1st", 1 }, { "2nd", 2 }, { "3rd", 3 }, { "second", 2 },
		{ "eighteenth", 18 }, { "twenty-one", 21 },
		{ "twenty first", 21 }, { "ninety-ninth", 99 },
		{ "hundred", 100 }, { "a hundred", NAN },
		{ "three hundred and one", 301 },
		{ "two thousand", 2000 }, { "2,000", 2000 },
		{ "31,800", 31800 }, { "1,234,567", 1234567 },
		{ "five hundred thousand", 500000 },
		{ "two million three hundred thousand and six", 2300006 },
		{ "1 million", 1000000 }, { "3 billion", 3e9 },
		{ "50 percent", 50 }, { "50 per cent", 50 }, { "50%", 50 },
		{ "fifty percent", 50 }, { "1999", 1999 },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		double value = value_of(rows[i].text);

		cr_assert(value == rows[i].value || (isnan(value) &&
			isnan(rows[i].value)), "%s is %g", rows[i].text,
			value);
	}
}

Test(number, what_is_not_all_number_has_no_value)
{
	static const char *const rows[] = {
		"", "of", "and", "percent", "three of", "the third",
		"seconds", "ones", "12a", "a12", "12 13", "2015 2016",
		"1, 2", "18th 19th", "th", "3st0", "per cent", "and three"
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert(isnan(value_of(rows[i])), "%s is %g", rows[i],
			value_of(rows[i]));
}

Test(number, ten_sorts_of_writing_are_one_value)
{
	static const char *const same[][3] = {
		{ "21", "twenty-one", "twenty one" },
		{ "300", "three hundred", "3 hundred" },
		{ "15,000", "15000", "fifteen thousand" },
		{ "5th", "fifth", "five" },
		{ "40%", "forty percent", "40 per cent" },
	};
	size_t i;

	for (i = 0; i < sizeof(same) / sizeof(*same); i++) {
		cr_assert_eq(value_of(same[i][0]), value_of(same[i][1]));
		cr_assert_eq(value_of(same[i][0]), value_of(same[i][2]));
	}
}

Test(number, no_figure_is_too_long)
{
	char text[400];
	int i;

	for (i = 0; i < 399; i++)
		text[i] = '9';
	text[399] = '\0';
	cr_assert(value_of(text) > 1e300);
	for (i = 3; i < 399; i += 4)
		text[i] = ',';
	cr_assert(value_of(text) > 1e200);
}

Test(number, a_word_with_digits_or_a_number_word_is_of_numbers)
{
	static const struct {
		const char *word;
		bool number;
	} rows[] = {
		{ "31", true }, { "g20", true }, { "18th", true },
		{ "three", true }, { "third", true }, { "million", true },
		{ "thirst", false }, { "on", false }, { "oneself", false },
		{ "percent", false }, { "", false },
	};
	struct keys *keys = keys_new();
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_eq(number_word(keys, keys_intern(keys, rows[i].word,
			strlen(rows[i].word))), rows[i].number, "%s",
			rows[i].word);
	keys_free(keys);
}

static enum numbers
compare(const char *a, const char *b)
{
	struct pair pair;
	struct span span[2], words[2];
	enum numbers result;
	int side;

	pair_read(&pair, a, b);
	for (side = 0; side < 2; side++) {
		span[side] = (struct span){ 0,
			(uint32_t)pair.doc[side]->ntext };
		words[side] = (struct span){ 0,
			(uint32_t)pair.doc[side]->nword };
	}
	result = number_compare((const struct document *const[]){ pair.doc[0],
		pair.doc[1] }, pair.keys, span, words);
	pair_release(&pair);
	return result;
}

Test(number, one_number_may_be_written_in_many_ways)
{
	static const char *const rows[][2] = {
		{ "25", "twenty-five" }, { "18th", "eighteenth" },
		{ "$3 million", "three million dollars" },
		{ "50%", "fifty percent" }, { "50 %", "50 per cent" },
		{ "€5", "five euros" }, { "25", "vingt-cinq" },
		{ "25", "vingt cinq" }, { "2e", "deuxième" },
		{ "52 %", "cinquante-deux pour cent" },
		{ "300", "trois cents" },
		{ "25", "двадцати пяти" }, { "50%", "пятьдесят процентов" },
		{ "25", "fünfundzwanzig" }, { "35", "treinta y cinco" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		cr_assert_eq(compare(rows[i][0], rows[i][1]), NUMBERS_SAME,
			"%s, %s", rows[i][0], rows[i][1]);
		cr_assert_eq(compare(rows[i][1], rows[i][0]), NUMBERS_SAME,
			"%s, %s", rows[i][1], rows[i][0]);
	}
}

Test(number, another_number_differs_and_what_is_none_does_neither)
{
	cr_assert_eq(compare("26", "twenty-five"), NUMBERS_DIFFER);
	cr_assert_eq(compare("26", "vingt-cinq"), NUMBERS_DIFFER);
	cr_assert_eq(compare("26", "двадцать пять"), NUMBERS_DIFFER);
	cr_assert_eq(compare("$3 million", "three million pounds"),
		NUMBERS_NONE);
	cr_assert_eq(compare("50%", "fifty"), NUMBERS_NONE);
	cr_assert_eq(compare("25", "plusieurs"), NUMBERS_NONE);
	cr_assert_eq(compare("25", "many ships"), NUMBERS_NONE);
	cr_assert_eq(compare("11", "it was once said of him"), NUMBERS_NONE);
	cr_assert_eq(compare("", "five"), NUMBERS_NONE);
}
