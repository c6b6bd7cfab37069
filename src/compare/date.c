/*
 * A date is read only where it cannot well be anything else: next to a day of
 * the week, with a month, or in a line of its own.  "Friday 18 people came" is
 * no date.
 */
#include "config.h"

#include "compare/date.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "compare/calendar.h"
#include "compare/number.h"
#include "text/glyph.h"

/* Words from the place of a difference to the date that it is a part of. */
#define REACH 8
#define SMALL_MOST 2			/* between the parts of a date */
#define TITLE_PARAGRAPHS 12
#define TITLE_WORDS 24
#define TITLE_OTHERS 8			/* in the line of a date */
#define ABBREVIATION_BYTES 8		/* "sept", "нояб" */
#define DATELINE_WORDS 6		/* before the date: "NEW YORK (AP)" */

struct reader {
	const struct document *doc;
	const struct keys *keys;
};

static bool
listed(const char *word, size_t n, const char *list)
{
	size_t length;

	for (; *list; list += length + 1) {
		length = strlen(list);
		if (n == length && !memcmp(list, word, n))
			return true;
	}
	return false;
}

/* Articles before the day: one before an ordinal, others before a figure. */
static const char the[] = "the\0";
static const char articles[] = "den\0der\0dem\0le\0el\0il\0o\0dia\0al\0"
	"lo\0de\0am\0";

/* What else stands between the parts of a date: folded. */
static const char small[] = "of\0a\0an\0de\0del\0di\0do\0du\0au\0um\0uma\0"
	"un\0une\0ein\0van\0em\0on\0";

/* Behind the figure: "18th", "1er", "1º". */
static const char ordinals[] = "th\0st\0nd\0rd\0er\0e\0o\0";

static const char indefinite[] = "a\0an\0un\0une\0um\0uma\0ein\0";

static bool
is_listed(const struct reader *in, uint32_t word, const char *list)
{
	size_t n;
	const char *text = keys_text(in->keys, in->doc->words[word].key, &n);

	return listed(text, n, list);
}

static bool
is_small(const struct reader *in, uint32_t word)
{
	return is_listed(in, word, the) || is_listed(in, word, articles) ||
		is_listed(in, word, small);
}

/* "18. Dezember", "Dec. 18" */
static bool
stop_joins(const struct document *doc, uint32_t word)
{
	const struct word *before = &doc->words[word - 1];

	return isdigit((unsigned char)doc->text[before->end - 1]) ||
		(before->end - before->start <= ABBREVIATION_BYTES &&
		 isdigit((unsigned char)doc->text[before[1].start]));
}

static bool
joins(uint32_t code)
{
	if (code < 0x80)
		return code && strchr(" \t\n\r.,()/-", (int)code);
	return glyph_class(code) == GLYPH_SPACE || code == 0x2013 ||
		code == 0x2014 || code == 0xba || code == 0xaa;
}

/* Does only what can stand in a date lie between the word and the one
 * before? */
static bool
joined(const struct reader *in, uint32_t word)
{
	const char *p, *end;
	unsigned len;

	if (!word || word >= in->doc->nword)
		return false;
	p = in->doc->text + in->doc->words[word - 1].end;
	end = in->doc->text + in->doc->words[word].start;
	if (p < end && *p == '.' && !stop_joins(in->doc, word))
		return false;
	for (; p < end; p += len)
		if (!joins(utf8_decode(p, end, &len)))
			return false;
	return true;
}

/* The word that follows, or the one behind articles and the like. */
static uint32_t
skip_small(const struct reader *in, uint32_t word)
{
	int i;

	for (i = 0; i < SMALL_MOST && joined(in, word) &&
	     is_small(in, word); i++)
		word++;
	return word;
}

/* ---- the parts ---- */

/* The number that so many digits of the word are, with one of the endings; -1
 * for none. */
static int
figure(const struct reader *in, uint32_t word, size_t most,
	const char *endings)
{
	size_t n, i;
	const char *text = keys_text(in->keys, in->doc->words[word].key, &n);
	int value = 0;

	for (i = 0; i < n && isdigit((unsigned char)text[i]); i++) {
		if (i == most)
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	if (!i || (i < n && !listed(text + i, n - i, endings)))
		return -1;
	return value;
}

/* "18", "18th", "1er", "eighteenth", "twenty-first": behind it, or `word`. */
static uint32_t
read_day(const struct reader *in, uint32_t word, int *day)
{
	uint32_t n;
	double value;

	if (word >= in->doc->nword)
		return word;
	*day = figure(in, word, 2, ordinals);
	if (*day > 0)
		return *day <= 31 ? word + 1 : word;
	for (n = 2; n; n--) {
		if (n == 2 && (!joined(in, word + 1) || !number_word(in->keys,
				in->doc->words[word + 1].key)))
			continue;
		if (number_value(in->doc, in->keys, (struct span){ word,
				word + n }, &value) && value >= 1 &&
		    value <= 31) {
			*day = (int)value;
			return word + n;
		}
	}
	return word;
}

static uint32_t
read_month(const struct reader *in, uint32_t word, uint32_t languages,
	int *month)
{
	struct calendar_name name;

	if (word >= in->doc->nword || !calendar_month(in->doc, in->keys, word,
			languages, &name))
		return word;
	*month = name.index;
	return word + 1;
}

/* The year behind the word before, if one follows. */
static uint32_t
read_year(const struct reader *in, uint32_t word, struct date *date)
{
	uint32_t at = word;
	int year;

	if (joined(in, at) && is_listed(in, at, small))
		at++;
	if (!joined(in, at))
		return word;
	year = figure(in, at, 4, "");
	if (year < 1000)
		return word;
	date->year = year;
	return at + 1;
}

/* ---- the date ---- */

/* One mark, the same, between three figures. */
static bool
same_marks(const struct document *doc, uint32_t word)
{
	const struct word *words = doc->words;
	char mark = doc->text[words[word].end];

	return words[word].end + 1 == words[word + 1].start &&
		words[word + 1].end + 1 == words[word + 2].start &&
		doc->text[words[word + 1].end] == mark && mark &&
		strchr("./-", mark);
}

/* "2015-12-18", "18.12.2015", and "18/12/2015" where the month cannot be the
 * day. */
static uint32_t
read_figures(const struct reader *in, uint32_t word, struct date *date)
{
	int part[3], i;

	if (word + 3 > in->doc->nword || !same_marks(in->doc, word))
		return word;
	for (i = 0; i < 3; i++)
		part[i] = figure(in, word + (uint32_t)i, 4, "");
	if (part[0] >= 1000)
		*date = (struct date){ part[0], part[1], part[2], NO_WEEKDAY };
	else if (part[1] > 12)
		*date = (struct date){ part[2], part[0], part[1], NO_WEEKDAY };
	else if (part[0] > 12 || part[0] == part[1] ||
		 in->doc->text[in->doc->words[word].end] == '.')
		*date = (struct date){ part[2], part[1], part[0], NO_WEEKDAY };
	else
		return word;
	return date->year >= 1000 && date->month >= 1 && date->month <= 12 &&
		date->day >= 1 && date->day <= 31 ? word + 3 : word;
}

/* Does a mark end the clause behind the word? */
static bool
ends_clause(const struct document *doc, uint32_t word)
{
	const char *p = doc->text + doc->words[word].end;
	const char *end = doc->text + doc->ntext;

	return p == end || *p == '\n' || (strchr(",.;!?)", *p) && *p &&
		(p + 1 == end || strchr(" \n)", p[1])));
}

/* Is a day without a month one: "the 18th", or a figure with nothing behind
 * it that could be counted? */
static bool
stands_alone(const struct reader *in, uint32_t word, uint32_t end)
{
	if (ends_clause(in->doc, end - 1))
		return true;
	if (figure(in, word, 2, "") < 0)
		return figure(in, word, 2, ordinals) > 0;
	return (word && joined(in, word) &&
		is_listed(in, word - 1, articles)) ||
		(joined(in, end) && is_listed(in, end, "го\0"));
}

uint32_t
date_read(const struct document *doc, const struct keys *keys, uint32_t word,
	uint32_t languages, struct date *date)
{
	struct reader in = { doc, keys };
	uint32_t at, end;

	memset(date, 0, sizeof(*date));
	date->weekday = NO_WEEKDAY;
	if (word >= doc->nword)
		return word;
	at = read_figures(&in, word, date);
	if (at > word)
		return at;
	memset(date, 0, sizeof(*date));
	date->weekday = NO_WEEKDAY;
	end = read_day(&in, word, &date->day);
	if (end > word) {
		at = joined(&in, end) ? skip_small(&in, end) : end;
		if (joined(&in, at) && read_month(&in, at, languages,
				&date->month) > at)
			return read_year(&in, at + 1, date);
		return stands_alone(&in, word, end) ? end : word;
	}
	at = read_month(&in, word, languages, &date->month);
	if (at == word || !joined(&in, at))
		return word;
	at = skip_small(&in, at);
	end = joined(&in, at) ? read_day(&in, at, &date->day) : at;
	return end > at ? read_year(&in, end, date) : word;
}

/* ---- with its weekday ---- */

/* A part of the text in which a date may stand. */
struct window {
	uint32_t first, end;		/* words */
};

static struct window
window_around(const struct document *doc, struct span words)
{
	size_t n = doc->nparagraph, i = words.start < doc->nword ?
		document_paragraph_at(doc, doc->words[words.start].start) : n;
	struct window window = { words.start, words.end };
	const struct paragraph *para;

	if (i == n)
		return window;
	para = &doc->paragraphs[i];
	window.first = words.start > para->word + REACH ?
		words.start - REACH : para->word;
	window.end = para->word + para->nword;
	if (window.end > words.end + REACH)
		window.end = words.end + REACH;
	return window;
}

/* Has the difference a word in the phrase, or its place in it? */
static bool
touches(struct span words, uint32_t first, uint32_t end)
{
	if (words.start == words.end)
		return words.start >= first && words.start <= end;
	return words.start < end && words.end > first;
}

/* "Friday" said of a date before it: "December 18, a Friday", "18 декабря
 * (пятница)". */
static uint32_t
read_backward(const struct reader *in, struct window window, uint32_t day,
	uint32_t languages, struct date *date)
{
	uint32_t at, end;

	for (at = window.first; at < day; at++) {
		end = date_read(in->doc, in->keys, at, languages, date);
		if (end > at && joined(in, end) && end < day &&
		    is_listed(in, end, indefinite))
			end++;
		if (end > at && end == day && joined(in, day))
			return at;
	}
	return day;
}

static bool
looks_back(const struct reader *in, uint32_t day)
{
	const char *text = in->doc->text;
	uint32_t start = in->doc->words[day].start;

	return day && (is_listed(in, day - 1, indefinite) ||
		(start && text[start - 1] == '('));
}

/* The words of the weekday and its date. */
static bool
read_weekday(const struct reader *in, struct window window, uint32_t day,
	struct span *words, struct date *date)
{
	struct calendar_name name;
	uint32_t at, end;

	if (!calendar_day(in->doc, in->keys, day, &name))
		return false;
	*words = (struct span){ day, day + 1 };
	at = day + 1;
	if (joined(in, at) && is_listed(in, at, "feira\0"))
		at++;
	if (!looks_back(in, day) && joined(in, at)) {
		at = skip_small(in, at);
		end = joined(in, at) ? date_read(in->doc, in->keys, at,
			name.languages, date) : at;
		words->end = end;
		if (end > at) {
			date->weekday = name.index;
			return true;
		}
	}
	words->end = day + 1;
	words->start = read_backward(in, window, day, name.languages, date);
	date->weekday = name.index;
	return words->start < day;
}

/* A day of the month at all?  Nothing else calls for names. */
static bool
has_day(const struct reader *in, struct window window)
{
	uint32_t i;
	int day;

	for (i = window.first; i < window.end; i++)
		if (read_day(in, i, &day) > i)
			return true;
	return false;
}

bool
date_around(const struct document *doc, const struct keys *keys,
	struct span words, struct date *date)
{
	struct reader in = { doc, keys };
	struct window window = window_around(doc, words);
	struct span at;
	uint32_t i;

	if (!has_day(&in, window))
		return false;
	for (i = window.first; i < window.end; i++)
		if (read_weekday(&in, window, i, &at, date) &&
		    touches(words, at.start, at.end))
			return true;
	for (i = window.first; i < window.end; i++) {
		uint32_t end = date_read(doc, keys, i, ALL_LANGUAGES, date);

		if (end > i && date->month && touches(words, i, end))
			return true;
	}
	return false;
}

/* ---- the document's own ---- */

/* The line of the text that the words are in. */
static struct span
line_of(const struct document *doc, struct span words)
{
	struct span line = { doc->words[words.start].start,
		doc->words[words.end - 1].end };

	while (line.start && doc->text[line.start - 1] != '\n')
		line.start--;
	while (line.end < doc->ntext && doc->text[line.end] != '\n')
		line.end++;
	return line;
}

/* "MOSCOW, December 15, 2015 –": a dash, or what else ends a dateline. */
static bool
heads_paragraph(const struct document *doc, const struct paragraph *para,
	struct span words)
{
	const char *p = doc->text + doc->words[words.end - 1].end;
	const char *end = doc->text + para->span.end;
	unsigned len;
	uint32_t code;

	if (words.start - para->word > DATELINE_WORDS)
		return false;
	while (p < end && strchr(" )(.", *p))
		p++;
	code = p < end ? utf8_decode(p, end, &len) : 0;
	return code == 0x2013 || code == 0x2014 || (code == '-' &&
		p + 1 < end && strchr(" -", p[1]));
}

/* Words of its line that are not the date's; UINT32_MAX where it is in running
 * text. */
static uint32_t
others_in_line(const struct document *doc, const struct paragraph *para,
	struct span words)
{
	struct span line = line_of(doc, words);
	uint32_t n = (uint32_t)(document_word_at(doc, line.end) -
		document_word_at(doc, line.start)) - (words.end - words.start);

	if (heads_paragraph(doc, para, words))
		return words.start - para->word;
	if (para->nword > TITLE_WORDS || n > TITLE_OTHERS ||
	    (n > 2 && doc->text[para->span.end - 1] == '.'))
		return UINT32_MAX;
	return n;
}

struct dateline {
	struct date date;
	uint32_t others;
	bool doubtful;
};

static void
consider(struct dateline *best, const struct date *date, uint32_t others)
{
	bool same = date->year == best->date.year &&
		date->month == best->date.month &&
		date->day == best->date.day;

	if (others < best->others) {
		best->date = *date;
		best->others = others;
		best->doubtful = false;
	} else if (others == best->others && others != UINT32_MAX && !same) {
		best->doubtful = true;
	}
}

static bool
is_plausible(const struct date *date)
{
	return date->year >= DATE_YEAR_FIRST && date->year <= DATE_YEAR_LAST &&
		date->month &&
		date->day <= calendar_month_days(date->year, date->month);
}

static void
search_paragraph(const struct document *doc, const struct keys *keys,
	const struct paragraph *para, struct dateline *best)
{
	uint32_t end = para->word + para->nword, i, next;
	struct date date;

	if (para->nword > TITLE_WORDS && end > para->word + DATELINE_WORDS)
		end = para->word + DATELINE_WORDS + 1;
	for (i = para->word; i < end; i = next > i ? next : i + 1) {
		next = date_read(doc, keys, i, ALL_LANGUAGES, &date);
		if (next > i && is_plausible(&date))
			consider(best, &date, others_in_line(doc, para,
				(struct span){ i, next }));
	}
}

bool
date_of_document(const struct document *doc, const struct keys *keys,
	struct date *date)
{
	struct dateline best = { .others = UINT32_MAX };
	size_t i;

	for (i = 0; i < doc->nparagraph && i < TITLE_PARAGRAPHS &&
	     !doc->paragraphs[i].nlabel; i++)
		search_paragraph(doc, keys, &doc->paragraphs[i], &best);
	*date = best.date;
	return best.others != UINT32_MAX && !best.doubtful;
}
