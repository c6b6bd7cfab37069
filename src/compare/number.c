/*
 * Digits are the same in all languages.  English number words, the most
 * frequent, are a table; those of other languages are asked of ICU, which takes
 * a millisecond a language to start and is left until a word calls for it.
 */
#include "config.h"

#include "compare/number.h"

#include <ctype.h>
#include <pthread.h>
#include <string.h>
#include <unicode/uclean.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "compare/words.h"

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
		if (strlen(it->word) == n && !memcmp(it->word, word, n)) {
			*value = it->value;
			return true;
		}
	return false;
}

/* "31", "18th"; the number of digits, 0 where it is no figure. */
static size_t
digits_value(const char *word, size_t n, double *value)
{
	size_t i;

	*value = 0;
	for (i = 0; i < n && isdigit((unsigned char)word[i]); i++)
		*value = *value * 10 + (word[i] - '0');
	if (i == n || (i && n - i == 2 && (!memcmp(word + i, "th", 2) ||
	    !memcmp(word + i, "st", 2) || !memcmp(word + i, "nd", 2) ||
	    !memcmp(word + i, "rd", 2))))
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

static const char *const languages[] = { "es", "fr", "de", "it", "pt", "ru",
	"nl", "pl", NULL };

enum { LANGUAGES = 8 };

static UNumberFormat *formats[LANGUAGES];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Is the whole word a number in the language? */
static bool
spells_number(const char *word, size_t n, int language)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[64];
	int32_t length = 0, at = 0;

	u_strFromUTF8(units, 64, &length, word, (int32_t)n, &status);
	if (U_FAILURE(status) || length < 2)
		return false;
	if (!formats[language])
		formats[language] = unum_open(UNUM_SPELLOUT, NULL, 0,
			languages[language], NULL, &status);
	if (U_FAILURE(status) || !formats[language])
		return false;
	unum_parseDouble(formats[language], units, length, &at, &status);
	return !U_FAILURE(status) && at == length;
}

/* Russian takes as long to start as all others together. */
static bool
may_be_in(const char *word, size_t n, int language)
{
	bool cyrillic = n && ((unsigned char)*word & 0xfc) == 0xd0;

	return cyrillic == !strcmp(languages[language], "ru");
}

bool
number_words_foreign(const struct keys *keys, uint32_t a, uint32_t b)
{
	size_t na, nb;
	const char *x = keys_text(keys, a, &na);
	const char *y = keys_text(keys, b, &nb);
	bool found = false;
	int i;

	if (words_known(x, na) && words_known(y, nb))
		return false;
	pthread_mutex_lock(&lock);
	for (i = 0; languages[i] && !found; i++)
		found = may_be_in(x, na, i) && spells_number(x, na, i) &&
			spells_number(y, nb, i);
	pthread_mutex_unlock(&lock);
	return found;
}

void
number_release(void)
{
	bool any = false;
	int i;

	for (i = 0; i < LANGUAGES; i++) {
		any |= formats[i] != NULL;
		unum_close(formats[i]);
		formats[i] = NULL;
	}
	if (any)
		u_cleanup();
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
