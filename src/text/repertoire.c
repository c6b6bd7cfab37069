/*
 * Reading the exemplars of some two hundred languages takes a few
 * milliseconds, so it is done when first asked for.
 */
#include "config.h"

#include "text/repertoire.h"

#include <pthread.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

#include "base/memory.h"

/* Beyond are Han, kana and Hangul, where a word does not tell its language. */
#define TABLE_END 0x2000

static struct languages *table;
static USet *known;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
add_language(const USet *letters, unsigned language)
{
	int32_t i, n = uset_getItemCount(letters);

	for (i = 0; i < n; i++) {
		UErrorCode status = U_ZERO_ERROR;
		UChar32 c, first, last;

		/* ranges come first, then strings, which have a length */
		if (uset_getItem(letters, i, &first, &last, NULL, 0, &status))
			break;
		for (c = first; c <= last && c < TABLE_END; c++)
			table[c].bit[language / 64] |=
				(uint64_t)1 << language % 64;
	}
	uset_addAll(known, letters);
}

static void
read_language(const char *name, unsigned language)
{
	UErrorCode status = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(name, &status);
	USet *letters = ulocdata_getExemplarSet(data, NULL, 0,
		ULOCDATA_ES_STANDARD, &status);

	if (!U_FAILURE(status))
		add_language(letters, language);
	uset_close(letters);
	ulocdata_close(data);
}

static void
read_all(void)
{
	int32_t i, n = uloc_countAvailable();
	unsigned language = 0;

	table = memory_alloc(TABLE_END, sizeof(*table));
	known = uset_openEmpty();
	for (i = 0; i < n && language < 64 * LANGUAGES_WORDS; i++)
		if (!strchr(uloc_getAvailable(i), '_'))
			read_language(uloc_getAvailable(i), language++);
	uset_freeze(known);
}

struct languages
repertoire_languages(uint32_t code)
{
	struct languages none = { { 0 } };
	UChar32 lower = u_tolower((UChar32)code);

	pthread_once(&once, read_all);
	return lower < TABLE_END ? table[lower] : none;
}

bool
repertoire_knows(uint32_t code)
{
	pthread_once(&once, read_all);
	return uset_contains(known, u_tolower((UChar32)code));
}

unsigned
languages_count(const struct languages *languages)
{
	unsigned i, n = 0;

	for (i = 0; i < LANGUAGES_WORDS; i++)
		n += (unsigned)__builtin_popcountll(languages->bit[i]);
	return n;
}

bool
languages_meet(struct languages *languages, const struct languages *other)
{
	uint64_t any = 0;
	unsigned i;

	for (i = 0; i < LANGUAGES_WORDS; i++)
		any |= languages->bit[i] &= other->bit[i];
	return any;
}
