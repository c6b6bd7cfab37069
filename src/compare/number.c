/*
 * Digits are the same in all languages.  English number words, the most
 * frequent, are a table; those of other languages are asked of spellout.h where
 * the text is not English.
 */
#include "config.h"

#include "compare/number.h"

#include <ctype.h>
#include <string.h>

#include "compare/language.h"
#include "compare/spellout.h"

struct named {
	const char *word;
	double value;
};

/* Cardinals and ordinals share their values; "hundred" and up multiply. */
static const struct named named[] = {
	{ "zero", 0 }, { "one", 1 }, { "two", 2 }, { "three", 3 },
	{ "four", 4 }, { "five", 5 }, { "six", 6 }, { "seven", 7 },
	{ "eight", 8 }, { "nine", 9 }, { "ten", 10 }, { "eleven", 11 },
	{ "twelve", 12 }, { "thirteen", 13 }, { "fourteen", 14 },
	{ "fifteen", 15 }, { "sixteen", 16 }, { "seventeen", 17 },
	{ "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 },
	{ "thirty", 30 }, { "forty", 40 }, { "fifty", 50 }, { "sixty", 60 },
	{ "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
	{ "first", 1 }, { "second", 2 }, { "third", 3 }, { "fourth", 4 },
	{ "fifth", 5 }, { "sixth", 6 }, { "seventh", 7 }, { "eighth", 8 },
	{ "ninth", 9 }, { "tenth", 10 }, { "eleventh", 11 },
	{ "twelfth", 12 }, { "thirteenth", 13 }, { "fourteenth", 14 },
	{ "fifteenth", 15 }, { "sixteenth", 16 }, { "seventeenth", 17 },
	{ "eighteenth", 18 }, { "nineteenth", 19 }, { "twentieth", 20 },
	{ "thirtieth", 30 },
	{ "hundred", 100 }, { "thousand", 1e3 }, { "million", 1e6 },
	{ "billion", 1e9 }, { "trillion", 1e12 },
	{ NULL, 0 }
};

static bool
named_value(const char *word, size_t n, double *value)
{
	const struct named *it;

	for (it = named; it->word; it++)
		if (*it->word == *word && strlen(it->word) == n &&
		    !memcmp(it->word, word, n)) {
			*value = it->value;
			return true;
		}
	return false;
}

static bool
is_word(const char *word, size_t n, const char *list)
{
	size_t length;

	for (; *list; list += length + 1) {
		length = strlen(list);
		if (n == length && !memcmp(list, word, n))
			return true;
	}
	return false;
}

/* "31", "18th", "1er"; the number of digits, 0 where it is no figure. */
static size_t
digits_value(const char *word, size_t n, double *value)
{
	size_t i;

	*value = 0;
	for (i = 0; i < n && isdigit((unsigned char)word[i]); i++)
		*value = *value * 10 + (word[i] - '0');
	if (i == n || (i && is_word(word + i, n - i,
			"th\0st\0nd\0rd\0er\0re\0e\0eme\0")))
		return i;
	return 0;
}

bool
number_word(const struct keys *keys, uint32_t key)
{
	size_t n, i;
	const char *word = keys_text(keys, key, &n);
	double value;

	for (i = 0; i < n; i++)
		if (isdigit((unsigned char)word[i]))
			return true;
	return named_value(word, n, &value);
}

struct sum {
	double total, group;
	bool any;
};

static void
sum_named(struct sum *sum, double value)
{
	if (value == 100) {
		sum->group = (sum->group ? sum->group : 1) * 100;
	} else if (value >= 1000) {
		sum->total += (sum->group ? sum->group : 1) * value;
		sum->group = 0;
	} else {
		sum->group += value;
	}
	sum->any = true;
}

/* "31,800": three more digits behind a comma. */
static bool
continues(const struct document *doc, uint32_t word, size_t digits)
{
	const struct word *it = &doc->words[word];

	return digits == 3 && it->start == it[-1].end + 1 &&
		doc->text[it[-1].end] == ',';
}

bool
number_value(const struct document *doc, const struct keys *keys,
	struct span words, double *value)
{
	struct sum sum = { 0, 0, false };
	uint32_t i;

	for (i = words.start; i < words.end; i++) {
		size_t n, digits;
		const char *word = keys_text(keys, doc->words[i].key, &n);
		double part;

		digits = digits_value(word, n, &part);
		if (digits && sum.any && i > words.start &&
		    continues(doc, i, digits))
			sum.group = sum.group * 1000 + part;
		else if (digits && sum.any)
			return false;
		else if (digits)
			sum.group = part;
		else if (named_value(word, n, &part))
			sum_named(&sum, part);
		else if (!sum.any || !is_word(word, n,
				"and\0percent\0per\0cent\0"))
			return false;
		sum.any = true;
	}
	*value = sum.total + sum.group;
	return sum.any;
}

/* ---- with what is counted ---- */

static const struct unit {
	enum { NO_UNIT, PERCENT, DOLLAR, EURO, POUND } unit;
	const char *sign;		/* before or behind the number */
	const char *words;		/* behind it, folded, without blanks */
} units[] = {
	{ PERCENT, "%", "percent\0pourcent\0porciento\0percento\0porcento\0"
	  "prozent\0procent\0процент\0процента\0процентов\0" },
	{ DOLLAR, "$", "dollar\0dollars\0" },
	{ EURO, "€", "euro\0euros\0" },
	{ POUND, "£", "pound\0pounds\0" }
};

enum { UNITS = sizeof(units) / sizeof(*units) };

#define LETTERS 256

/* A number and its unit, as its letters and, if it is figures or English, its
 * value. */
struct quantity {
	int unit;
	bool known, figures;
	double value;
	char letters[LETTERS];
	size_t n;
};

static bool
add_letters(const struct document *doc, const struct keys *keys,
	struct span words, struct quantity *out)
{
	uint32_t i;

	out->n = 0;
	for (i = words.start; i < words.end; i++) {
		size_t n;
		const char *word = keys_text(keys, doc->words[i].key, &n);

		if (out->n + n > LETTERS)
			return false;
		memcpy(out->letters + out->n, word, n);
		out->n += n;
	}
	return true;
}

bool
number_percent(const struct document *doc, const struct keys *keys,
	struct span words)
{
	struct quantity letters;

	return span_length(words) <= 2 && add_letters(doc, keys, words,
			&letters) &&
		is_word(letters.letters, letters.n, units[0].words);
}

/* The words without those of the unit, one or two. */
static struct span
take_unit(const struct document *doc, const struct keys *keys,
	struct span words, struct quantity *out)
{
	uint32_t n;
	int i;

	for (n = 1; n <= 2 && n < span_length(words); n++) {
		struct span last = { words.end - n, words.end };

		if (!add_letters(doc, keys, last, out))
			continue;
		for (i = 0; i < UNITS; i++)
			if (is_word(out->letters, out->n, units[i].words)) {
				out->unit = units[i].unit;
				words.end = last.start;
				return words;
			}
	}
	return words;
}

/* The sign of a unit among the marks of the span, before the first word or
 * behind the last. */
static void
take_sign(const struct document *doc, struct span span, struct span words,
	struct quantity *out)
{
	const char *text = doc->text;
	const char *first = text + doc->words[words.start].start;
	const char *last = text + doc->words[words.end - 1].end;
	int i;

	for (i = 0; i < UNITS; i++) {
		size_t n = strlen(units[i].sign);

		if ((text + span.start + n <= first &&
		     !memcmp(first - n, units[i].sign, n)) ||
		    (last + n <= text + span.end &&
		     !memcmp(text + span.end - n, units[i].sign, n)))
			out->unit = units[i].unit;
	}
}

/* Nothing, or the sign of a unit? */
static bool
is_sign(const char *text, size_t n)
{
	int i;

	while (n && *text == ' ')
		text++, n--;
	for (i = 0; n && i < UNITS; i++)
		if (n == strlen(units[i].sign) &&
		    !memcmp(text, units[i].sign, n))
			return true;
	return !n;
}

bool
number_fills(const struct document *doc, struct span span, struct span words)
{
	const char *text = doc->text;
	uint32_t i, at;

	for (i = words.start; i + 1 < words.end; i++)
		for (at = doc->words[i].end; at < doc->words[i + 1].start; at++)
			if (!text[at] || !strchr(" ,-", text[at]))
				return false;
	at = doc->words[words.end - 1].end;
	return is_sign(text + span.start, doc->words[words.start].start -
			span.start) && is_sign(text + at, span.end - at);
}

static bool
read_quantity(const struct document *doc, const struct keys *keys,
	struct span span, struct span words, struct quantity *out)
{
	size_t i;

	memset(out, 0, sizeof(*out));
	if (words.start == words.end)
		return false;
	take_sign(doc, span, words, out);
	words = take_unit(doc, keys, words, out);
	if (!add_letters(doc, keys, words, out))
		return false;
	for (i = 0; i < out->n; i++)
		out->figures |= isdigit((unsigned char)out->letters[i]) != 0;
	out->known = number_value(doc, keys, words, &out->value);
	return true;
}

/* In other words than English: the value wanted, or what else they say. */
static bool
value_of_words(const struct document *doc, const struct keys *keys,
	uint32_t word, double wanted, struct quantity *spelt)
{
	const char *language;

	if (language_is_english(doc, keys, word))
		return false;
	language = language_guess(doc, keys, word);
	spelt->value = wanted;
	return spellout_is(language, spelt->letters, spelt->n, wanted) ||
		spellout_value(language, spelt->letters, spelt->n,
			&spelt->value);
}

enum numbers
number_compare(const struct document *const doc[2], const struct keys *keys,
	const struct span span[2], const struct span words[2])
{
	struct quantity it[2], *spelt;
	int side;

	for (side = 0; side < 2; side++)
		if (!read_quantity(doc[side], keys, span[side], words[side],
				&it[side]))
			return NUMBERS_NONE;
	if (!it[0].known && !it[1].known)
		return NUMBERS_NONE;
	spelt = it[0].known ? &it[1] : &it[0];
	if (!spelt->known) {
		if (spelt->figures || !value_of_words(doc[spelt - it], keys,
				words[spelt - it].start,
				it[spelt == it].value, spelt))
			return NUMBERS_NONE;
	}
	if (it[0].unit != it[1].unit)
		return NUMBERS_NONE;
	return it[0].value == it[1].value ? NUMBERS_SAME : NUMBERS_DIFFER;
}
