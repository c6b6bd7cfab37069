/*
 * Numbers are spelt out and compared, never parsed: what ICU's parser takes for
 * a number is more than what is one, and it knows no compounds without their
 * soft hyphens.  A language takes some milliseconds to start (Russian, with its
 * fifty rule sets, more than ten), and is left until a difference calls for it.
 */
#include "config.h"

#include "compare/spellout.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uclean.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/glyph.h"

#define SET_NAMES 4096			/* UTF-16 units of all */
#define SPELT 512			/* UTF-16 units of a number */

struct spelt {
	char *letters;
	size_t n;
	double value;
};

static struct language {
	const char *locale;
	bool cyrillic;
	UNumberFormat *format;
	struct spelt *spelt;		/* short numbers, by letters */
	size_t nspelt, cap;
} languages[] = {
	{ .locale = "es" }, { .locale = "fr" }, { .locale = "de" },
	{ .locale = "it" }, { .locale = "pt" }, { .locale = "nl" },
	{ .locale = "pl" }, { .locale = "ru", .cyrillic = true }
};

enum { LANGUAGES = sizeof(languages) / sizeof(*languages) };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* ---- spelling out ---- */

static bool
open_language(struct language *language)
{
	UErrorCode status = U_ZERO_ERROR;

	if (!language->format)
		language->format = unum_open(UNUM_SPELLOUT, NULL, 0,
			language->locale, NULL, &status);
	return language->format && !U_FAILURE(status);
}

/* The letters of the number as the rules in force spell it; those of its last
 * word begin at *last. */
static void
spell(const struct language *language, double value, struct buffer *out,
	size_t *last)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[SPELT];
	char text[SPELT * 3];
	int32_t n, length = 0;
	const char *p = text;
	unsigned i, count, len;

	out->len = *last = 0;
	n = unum_formatDouble(language->format, value, units, SPELT, NULL,
		&status);
	u_strToUTF8(text, sizeof(text), &length, units, n, &status);
	if (U_FAILURE(status))
		return;
	for (; p < text + length; p += len) {
		uint32_t folded[GLYPH_FOLD_MAX];
		uint32_t code = utf8_decode(p, text + length, &len);

		if (code == ' ')
			*last = out->len;
		if (glyph_class(code) != GLYPH_WORD)
			continue;
		count = glyph_fold(code, folded);
		for (i = 0; i < count; i++)
			buffer_put_code(out, folded[i]);
	}
}

typedef bool visitor(struct language *language, void *data);

/* Calls the visitor with each rule set in force, until it returns true. */
static bool
each_set(struct language *language, visitor *visit, void *data)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar names[SET_NAMES];
	int32_t n, start = 0, end;

	n = unum_getTextAttribute(language->format, UNUM_PUBLIC_RULESETS,
		names, SET_NAMES, &status);
	if (U_FAILURE(status))
		return false;
	for (; start < n; start = end + 1) {
		for (end = start; end < n && names[end] != ';'; )
			end++;
		unum_setTextAttribute(language->format, UNUM_DEFAULT_RULESET,
			names + start, end - start, &status);
		if (!U_FAILURE(status) && visit(language, data))
			return true;
		status = U_ZERO_ERROR;
	}
	return false;
}

/* Is it the language asked for, if any is, and can the word be of it? */
static bool
may_be_in(const struct language *language, const char *wanted,
	const char *letters, size_t n)
{
	return n && (!wanted || !strcmp(language->locale, wanted)) &&
		language->cyrillic ==
		(((unsigned char)*letters & 0xfc) == 0xd0);
}

/* ---- one number ---- */

struct wanted {
	const char *letters;
	size_t n;
	double value;
	struct buffer spelt;
};

static bool
is_wanted(struct language *language, void *data)
{
	struct wanted *wanted = data;
	size_t last;

	spell(language, wanted->value, &wanted->spelt, &last);
	return wanted->spelt.len == wanted->n &&
		!memcmp(wanted->spelt.data, wanted->letters, wanted->n);
}

bool
spellout_is(const char *language, const char *letters, size_t n, double value)
{
	struct wanted wanted = { letters, n, value, BUFFER_INIT };
	bool found = false;
	int i;

	pthread_mutex_lock(&lock);
	for (i = 0; i < LANGUAGES && !found; i++)
		found = may_be_in(&languages[i], language, letters, n) &&
			open_language(&languages[i]) &&
			each_set(&languages[i], is_wanted, &wanted);
	pthread_mutex_unlock(&lock);
	buffer_release(&wanted.spelt);
	return found;
}

/* ---- the short ones ---- */

/* The number; of one of several words the last, which is `power`: "one
 * thousand", but also "thousand". */
static void
add_short(struct language *language, double value, double power,
	struct buffer *spelt)
{
	size_t last;
	struct spelt *it;

	spell(language, value, spelt, &last);
	if (power == 1)
		last = 0;
	if (spelt->len == last)
		return;
	it = ARRAY_ADD(language->spelt, language->nspelt, language->cap);
	it->n = spelt->len - last;
	it->letters = memory_alloc(it->n, 1);
	memcpy(it->letters, spelt->data + last, it->n);
	it->value = last ? power : value;
}

static bool
add_set(struct language *language, void *data)
{
	static const int times[] = { 1, 2, 5 };
	double power;
	int i;

	for (i = 0; i <= 100; i++)
		add_short(language, i, 1, data);
	for (i = 200; i < 1000; i += 100)
		add_short(language, i, 1, data);
	for (power = 1e3; power <= 1e9; power *= 1e3)
		for (i = 0; i < 3; i++)
			add_short(language, times[i] * power, power, data);
	return false;
}

static int
compare_letters(const struct spelt *x, const struct spelt *y)
{
	size_t n = x->n < y->n ? x->n : y->n;
	int order = memcmp(x->letters, y->letters, n);

	return order ? order : (x->n > y->n) - (x->n < y->n);
}

/* Of equals the smallest first. */
static int
by_letters(const void *a, const void *b)
{
	const struct spelt *x = a, *y = b;
	int order = compare_letters(x, y);

	return order ? order : (x->value > y->value) - (x->value < y->value);
}

static void
read_shorts(struct language *language)
{
	struct buffer spelt = BUFFER_INIT;
	size_t i, kept = 0;

	if (language->nspelt || !open_language(language))
		return;
	each_set(language, add_set, &spelt);
	buffer_release(&spelt);
	if (language->nspelt)
		qsort(language->spelt, language->nspelt,
			sizeof(*language->spelt), by_letters);
	for (i = 0; i < language->nspelt; i++)
		if (kept && !compare_letters(&language->spelt[kept - 1],
				&language->spelt[i]))
			free(language->spelt[i].letters);
		else
			language->spelt[kept++] = language->spelt[i];
	language->nspelt = kept;
}

static int
by_letters_alone(const void *a, const void *b)
{
	return compare_letters(a, b);
}

static const struct spelt *
find_short(struct language *language, const char *letters, size_t n)
{
	struct spelt key = { (char *)letters, n, 0 };

	read_shorts(language);
	if (!language->nspelt)
		return NULL;
	return bsearch(&key, language->spelt, language->nspelt,
		sizeof(*language->spelt), by_letters_alone);
}

bool
spellout_value(const char *language, const char *letters, size_t n,
	double *value)
{
	const struct spelt *found = NULL;
	int i;

	pthread_mutex_lock(&lock);
	for (i = 0; i < LANGUAGES && !found; i++)
		if (may_be_in(&languages[i], language, letters, n))
			found = find_short(&languages[i], letters, n);
	if (found)
		*value = found->value;
	pthread_mutex_unlock(&lock);
	return found;
}

bool
spellout_differ(const char *language, const char *a, size_t na,
	const char *b, size_t nb)
{
	const struct spelt *x = NULL, *y = NULL;
	int i;

	pthread_mutex_lock(&lock);
	for (i = 0; i < LANGUAGES && !(x && y); i++) {
		x = may_be_in(&languages[i], language, a, na) ?
			find_short(&languages[i], a, na) : NULL;
		y = x ? find_short(&languages[i], b, nb) : NULL;
	}
	pthread_mutex_unlock(&lock);
	return x && y && x->value != y->value;
}

void
spellout_release(void)
{
	bool any = false;
	size_t k;
	int i;

	for (i = 0; i < LANGUAGES; i++) {
		struct language *it = &languages[i];

		any |= it->format != NULL;
		unum_close(it->format);
		for (k = 0; k < it->nspelt; k++)
			free(it->spelt[k].letters);
		free(it->spelt);
		it->format = NULL;
		it->spelt = NULL;
		it->nspelt = it->cap = 0;
	}
	if (any)
		u_cleanup();
}
