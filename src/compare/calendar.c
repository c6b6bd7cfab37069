/*
 * ICU has the names, with their accents and as they stand alone or in a date.
 * A language takes a third of a millisecond to read, so each waits for a word
 * that could be of it.
 */
#include "config.h"

#include "compare/calendar.h"

#include <pthread.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uclean.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "compare/words.h"
#include "text/glyph.h"

enum script { LATIN, CYRILLIC, OTHER_SCRIPT };

/* Endings of days in the cases that a date puts them in. */
static const char russian[] = "а\0у\0ы\0е\0я\0ю\0ой\0ом\0ем\0";
static const char polish[] = "a\0e\0y\0u\0";

static const struct language {
	const char *locale;
	enum script script;
	bool capitals;			/* names begin with one */
	const char *endings;		/* of declined days, or NULL */
} languages[] = {
	{ "en", LATIN, true, NULL }, { "en_GB", LATIN, true, NULL },
	{ "de", LATIN, true, NULL },
	{ "fr", LATIN, false, NULL }, { "es", LATIN, false, NULL },
	{ "it", LATIN, false, NULL }, { "pt", LATIN, false, NULL },
	{ "nl", LATIN, false, NULL }, { "pl", LATIN, false, polish },
	{ "ru", CYRILLIC, false, russian }
};

enum { LANGUAGES = sizeof(languages) / sizeof(*languages), NAMES = 48 };

/* A name, folded.  Of "terca-feira" the first word is `n` bytes. */
struct entry {
	char text[48];
	size_t n;
	enum calendar sort;
	int index;
	bool abbreviated;
};

static struct {
	bool read;
	int n;
	struct entry entry[NAMES];
} names[LANGUAGES];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* ---- reading them ---- */

static const struct symbols {
	UDateFormatSymbolType type;
	enum calendar sort;
	int first, base;		/* ICU's index of the first, ours */
	bool abbreviated;
} symbols[] = {
	{ UDAT_WEEKDAYS, CALENDAR_DAY, 1, 0, false },
	{ UDAT_MONTHS, CALENDAR_MONTH, 0, 1, false },
	{ UDAT_STANDALONE_MONTHS, CALENDAR_MONTH, 0, 1, false },
	{ UDAT_SHORT_MONTHS, CALENDAR_MONTH, 0, 1, true }
};

static void
fold_name(const char *text, int32_t length, struct entry *entry)
{
	const char *p = text, *end = text + length;
	struct buffer folded = BUFFER_INIT;
	unsigned i, n, len;

	for (; p < end; p += len) {
		uint32_t code[GLYPH_FOLD_MAX];

		n = glyph_fold(utf8_decode(p, end, &len), code);
		for (i = 0; i < n; i++)
			if (code[i] != '.')
				buffer_put_code(&folded, code[i]);
	}
	buffer_putc(&folded, '\0');
	if (folded.len <= sizeof(entry->text))
		memcpy(entry->text, folded.data, folded.len);
	entry->n = strcspn(entry->text, "-");
	buffer_release(&folded);
}

static void
add_name(int language, const UDateFormat *format, const struct symbols *row,
	int i)
{
	struct entry entry = { .sort = row->sort, .index = row->base + i,
		.abbreviated = row->abbreviated };
	UErrorCode status = U_ZERO_ERROR;
	UChar units[48];
	char text[160];
	int32_t n, length;

	n = udat_getSymbols(format, row->type, row->first + i, units, 48,
		&status);
	u_strToUTF8(text, sizeof(text), &length, units, n, &status);
	if (U_FAILURE(status))
		return;
	fold_name(text, length, &entry);
	for (i = 0; i < names[language].n; i++)
		if (!strcmp(names[language].entry[i].text, entry.text))
			return;
	if (entry.n > 1 && names[language].n < NAMES)
		names[language].entry[names[language].n++] = entry;
}

static void
read_names(int language)
{
	static const UChar pattern[] = { 'd', 0 };
	static const UChar zone[] = { 'U', 'T', 'C', 0 };
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format;
	size_t row;
	int i;

	names[language].read = true;
	format = udat_open(UDAT_PATTERN, UDAT_PATTERN,
		languages[language].locale, zone, -1, pattern, -1, &status);
	if (U_FAILURE(status))
		return;
	for (row = 0; row < sizeof(symbols) / sizeof(*symbols); row++)
		for (i = 0; i < (symbols[row].sort == CALENDAR_DAY ? 7 : 12);
		     i++)
			add_name(language, format, &symbols[row], i);
	udat_close(format);
}

void
calendar_release(void)
{
	bool any = false;
	int i;

	for (i = 0; i < LANGUAGES; i++)
		any |= names[i].read;
	memset(names, 0, sizeof(names));
	if (any)
		u_cleanup();
}

/* ---- asking for one ---- */

static enum script
script_of(const char *word, size_t n)
{
	unsigned length;
	uint32_t code = n ? utf8_decode(word, word + n, &length) : 0;

	if (code >= 'a' && code <= 'z')
		return LATIN;
	return code >= 0x400 && code < 0x500 ? CYRILLIC : OTHER_SCRIPT;
}

/* "пятницу" for "пятница": the same but for what follows the stem. */
static bool
is_declined(const struct entry *entry, const char *word, size_t n,
	const char *endings)
{
	const char *end = entry->text + entry->n;
	size_t stem = entry->n, length;

	if (endings == russian && strstr("аеья", utf8_back(entry->text, end)))
		stem = (size_t)(utf8_back(entry->text, end) - entry->text);
	else if (end[-1] == 'a')
		stem--;
	if (n < stem || memcmp(word, entry->text, stem))
		return false;
	for (; *endings; endings += length + 1) {
		length = strlen(endings);
		if (n == stem + length && !memcmp(word + stem, endings, length))
			return true;
	}
	return false;
}

static bool
is_entry(const struct entry *entry, int language, const char *word, size_t n)
{
	if (n == entry->n && !memcmp(word, entry->text, n))
		return true;
	return languages[language].endings && entry->sort == CALENDAR_DAY &&
		is_declined(entry, word, n, languages[language].endings);
}

static const struct entry *
find_entry(int language, enum calendar sort, const char *word, size_t n)
{
	int i;

	if (!names[language].read)
		read_names(language);
	for (i = 0; i < names[language].n; i++) {
		const struct entry *entry = &names[language].entry[i];

		if (entry->sort == sort && is_entry(entry, language, word, n))
			return entry;
	}
	return NULL;
}

/* What the word is called in each language of the set; `rest` is the word
 * behind it, for "segunda-feira". */
static bool
look_up(enum calendar sort, const char *word, size_t n, const char *rest,
	size_t nrest, uint32_t set, struct calendar_name *name)
{
	enum script script = script_of(word, n);
	int i;

	memset(name, 0, sizeof(*name));
	pthread_mutex_lock(&lock);
	for (i = 0; i < LANGUAGES; i++) {
		const struct entry *entry;

		if (!(set >> i & 1) || languages[i].script != script)
			continue;
		entry = find_entry(i, sort, word, n);
		if (!entry || (name->languages && name->index != entry->index))
			continue;
		if (rest && entry->text[entry->n] &&
		    (strlen(entry->text + entry->n + 1) != nrest ||
		     memcmp(entry->text + entry->n + 1, rest, nrest)))
			continue;
		name->sort = sort;
		name->index = entry->index;
		name->abbreviated = entry->abbreviated &&
			(!name->languages || name->abbreviated);
		name->languages |= (uint32_t)1 << i;
		/* English days are no other language's */
		if (sort == CALENDAR_DAY && name->languages == ENGLISH_ALONE) {
			name->languages |= set & (ENGLISH_ALONE << 1);
			break;
		}
	}
	pthread_mutex_unlock(&lock);
	return name->languages;
}

static uint32_t
uncapitalised(void)
{
	uint32_t set = 0;
	int i;

	for (i = 0; i < LANGUAGES; i++)
		if (!languages[i].capitals)
			set |= (uint32_t)1 << i;
	return set;
}

/* The languages in which the word may be a name, by its first letter. */
static uint32_t
written_in(const struct document *doc, uint32_t word)
{
	uint32_t code = glyph_read(doc->text + doc->words[word].start,
		doc->text + doc->words[word].end).code;

	return u_isUUppercase((UChar32)code) ? ALL_LANGUAGES : uncapitalised();
}

static bool
look_at(const struct document *doc, const struct keys *keys, uint32_t word,
	enum calendar sort, uint32_t set, struct calendar_name *name)
{
	size_t n, nrest = 0;
	const char *text = keys_text(keys, doc->words[word].key, &n);
	const char *rest = "";

	if (word + 1 < doc->nword)
		rest = keys_text(keys, doc->words[word + 1].key, &nrest);
	return look_up(sort, text, n, rest, nrest,
		set & written_in(doc, word), name);
}

bool
calendar_day(const struct document *doc, const struct keys *keys,
	uint32_t word, struct calendar_name *name)
{
	size_t n;
	const char *text = keys_text(keys, doc->words[word].key, &n);

	/* no day's name is an English word, but for the English ones */
	return look_at(doc, keys, word, CALENDAR_DAY,
		words_known(text, n) ? ENGLISH_ALONE : ALL_LANGUAGES, name);
}

bool
calendar_month(const struct document *doc, const struct keys *keys,
	uint32_t word, uint32_t set, struct calendar_name *name)
{
	return look_at(doc, keys, word, CALENDAR_MONTH, set, name);
}

bool
calendar_same_sort(const struct keys *keys, uint32_t a, uint32_t b,
	uint32_t set)
{
	static const enum calendar sorts[] = { CALENDAR_DAY, CALENDAR_MONTH };
	size_t na, nb, i;
	const char *x = keys_text(keys, a, &na);
	const char *y = keys_text(keys, b, &nb);
	struct calendar_name name[2];

	for (i = 0; i < 2; i++)
		if (look_up(sorts[i], x, na, NULL, 0, set, &name[0]) &&
		    look_up(sorts[i], y, nb, NULL, 0, name[0].languages,
			    &name[1]) &&
		    !name[0].abbreviated && !name[1].abbreviated)
			return true;
	return false;
}

/* ---- the calendar ---- */

int
calendar_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };
	bool leap = year % 4 == 0 && (year % 100 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

/* Years begin in March here, so that the leap day is the last of them. */
long
calendar_number(int year, int month, int day)
{
	long y = month <= 2 ? year - 1 : year;
	long days = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;

	return y * 365 + y / 4 - y / 100 + y / 400 + days - 719468;
}

int
calendar_weekday(int year, int month, int day)
{
	return (int)((calendar_number(year, month, day) + 4) % 7 + 7) % 7;
}

const char *
calendar_day_name(int weekday)
{
	static const char *const days[] = { "Sunday", "Monday", "Tuesday",
		"Wednesday", "Thursday", "Friday", "Saturday" };

	return days[weekday];
}

const char *
calendar_month_name(int month)
{
	static const char *const months[] = { "January", "February", "March",
		"April", "May", "June", "July", "August", "September",
		"October", "November", "December" };

	return months[month - 1];
}
