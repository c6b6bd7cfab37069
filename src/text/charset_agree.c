/*
 * A document in an unknown charset says the same as the transcript, nearly
 * everywhere.  So each candidate's decoding is cut into runs of three
 * characters around every character beyond ASCII, and those that the
 * transcript has too are counted: as they are, and folded (marks and letters
 * without what typists leave out), because one of the two may be plain ASCII.
 *
 * Where nothing is shared, or there is no transcript, text that has only a few
 * such characters is nearly always Western, and the question is which of
 * Windows, Macintosh and DOS wrote it: the one under which apostrophes stand
 * between letters and letters stand in words.
 */
#include "config.h"

#include "text/charset.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/document.h"
#include "text/glyph.h"

#define SAMPLE 65536		/* bytes of the document that are tried */
#define WITNESS 2097152		/* bytes of the transcript that are looked at */
#define NEIGHBOUR 32		/* bytes at most of a word beside */
#define CHANCE 2		/* points that one accident may give */

/* In order of how common they are: the first of equals is taken. */
static const char *const candidates[] = {
	"windows-1252", "UTF-8", "windows-1251", "windows-1250", "KOI8-R",
	"windows-1253", "windows-1254", "windows-1255", "windows-1256",
	"windows-1257", "windows-1258", "ISO-8859-2", "ISO-8859-5",
	"ISO-8859-7", "ISO-8859-8", "ISO-8859-15", "windows-874", "macintosh",
	"IBM866", "IBM437", "IBM850", "GB18030", "Big5", "Shift_JIS",
	"EUC-JP", "EUC-KR", NULL
};

static const char *const western[] = {
	"windows-1252", "macintosh", "IBM850", "IBM437", NULL
};

/* ---- sets of runs ---- */

struct run_set {
	uint64_t *slot;			/* 0: free */
	size_t nslot, nused;
};

/* Three characters of 21 bits; kind tells exact from folded. */
static uint64_t
run_key(const uint32_t run[3], unsigned kind)
{
	return (uint64_t)run[0] << 43 ^ (uint64_t)run[1] << 22 ^
		(uint64_t)run[2] << 1 ^ kind;
}

static size_t
run_slot(const struct run_set *set, uint64_t key)
{
	size_t at = (size_t)(key * 0x9E3779B97F4A7C15u >> 20) &
		(set->nslot - 1);

	while (set->slot[at] && set->slot[at] != key)
		at = (at + 1) & (set->nslot - 1);
	return at;
}

static void
run_set_grow(struct run_set *set)
{
	struct run_set old = *set;
	size_t i;

	set->nslot = old.nslot ? old.nslot * 2 : 4096;
	set->slot = memory_alloc(set->nslot, sizeof(*set->slot));
	for (i = 0; i < old.nslot; i++)
		if (old.slot[i])
			set->slot[run_slot(set, old.slot[i])] = old.slot[i];
	free(old.slot);
}

static void
run_set_add(struct run_set *set, uint64_t key)
{
	size_t at;

	if (set->nused * 2 >= set->nslot)
		run_set_grow(set);
	at = run_slot(set, key);
	set->nused += !set->slot[at];
	set->slot[at] = key;
}

static bool
run_set_has(const struct run_set *set, uint64_t key)
{
	return set->nslot && set->slot[run_slot(set, key)];
}

/* ---- runs of a text ---- */

enum { EXACT, FOLDED };

/* The last three characters of a text being read, as such or folded. */
struct window {
	unsigned kind;
	uint32_t code[3];
	bool telling[3];		/* beyond ASCII as it stood */
};

/* A mark as a typewriter has it. */
static uint32_t
plain_mark(uint32_t code)
{
	switch (u_charType((UChar32)code)) {
	case U_SPACE_SEPARATOR:
		return ' ';
	case U_CONTROL_CHAR:
		return code < 0x80 ? ' ' : code;
	case U_DASH_PUNCTUATION:
		return '-';
	case U_INITIAL_PUNCTUATION:
	case U_FINAL_PUNCTUATION:
		return '\'';
	default:
		return code == '"' ? '\'' : code;
	}
}

static bool
window_push(struct window *window, uint32_t code, bool telling)
{
	if (code == window->code[2] && (code == ' ' || code == '-'))
		return false;
	memmove(window->code, window->code + 1, 2 * sizeof(uint32_t));
	memmove(window->telling, window->telling + 1, 2 * sizeof(bool));
	window->code[2] = code;
	window->telling[2] = telling;
	return window->code[0] != 0;
}

/* What a pass over a text does with the runs that it finds. */
struct reading {
	struct run_set *set;
	bool collect;			/* else: compare */
	size_t ntelling, score;
};

static void
note_run(struct reading *reading, const struct window *window)
{
	uint64_t key = run_key(window->code, window->kind);

	if (!reading->collect) {
		if (window->telling[1] && run_set_has(reading->set, key) &&
		    (window->kind == EXACT ||
		     (!window->telling[0] && !window->telling[2])))
			reading->score += 2;
	} else if (window->telling[1] || window->kind == FOLDED) {
		run_set_add(reading->set, key);
	}
}

static void
push_folded(struct reading *reading, struct window *window, uint32_t code)
{
	uint32_t folded[GLYPH_FOLD_MAX];
	unsigned i, n = glyph_fold(plain_mark(code), folded);

	for (i = 0; i < n; i++)
		if (window_push(window, folded[i], code >= 0x80))
			note_run(reading, window);
}

static void
read_runs(struct reading *reading, const char *text, size_t n)
{
	struct window exact = { .kind = EXACT }, folded = { .kind = FOLDED };
	const char *p = text, *end = text + n;

	while (p < end) {
		unsigned len;
		uint32_t code = utf8_decode(p, end, &len);
		uint32_t alone[3] = { 0, code, 0 };

		p += len;
		if (code < 0x80 && isspace((int)code))
			code = ' ';
		if (window_push(&exact, code, code >= 0x80))
			note_run(reading, &exact);
		push_folded(reading, &folded, code);
		if (code < 0x80 || code == CODE_REPLACEMENT)
			continue;
		reading->ntelling++;
		if (reading->collect)
			run_set_add(reading->set, run_key(alone, EXACT));
		else if (run_set_has(reading->set, run_key(alone, EXACT)))
			reading->score++;
	}
}

/* ---- what is natural in Western text ---- */

static bool
is_lower(uint32_t code)
{
	return u_isULowercase((UChar32)code);
}

static bool
is_letter(uint32_t code)
{
	return u_isUAlphabetic((UChar32)code);
}

/* Would a Western typist set this character between these two? */
static bool
natural(uint32_t before, uint32_t code, uint32_t after)
{
	switch (code) {
	case 0x2018:
	case 0x201C:
		return !is_letter(before) && !u_isUWhiteSpace((UChar32)after);
	case 0x201D:
		return !u_isUWhiteSpace((UChar32)before) && !is_letter(after);
	case 0x2019:
		return is_letter(before) || u_ispunct((UChar32)before) ||
			is_letter(after);
	case 0xA0:
	case 0xAB:
	case 0xBB:
	case 0xA9:
	case 0xAE:
	case 0xB0:
	case 0xA3:
	case 0x20AC:
	case 0x2013:
	case 0x2014:
	case 0x2022:
	case 0x2026:
		return true;
	case 0xA1:
	case 0xBF:
		return !is_letter(before) && is_letter(after);
	}
	if (!is_letter(code))
		return false;
	if (is_lower(code))
		return is_letter(before) || is_letter(after) ||
			(before == ' ' && after == ' ');
	return !is_lower(before) &&
		(is_letter(after) || is_letter(before) || after == '\'' ||
		after == 0x2019);
}

static void
read_natural(struct reading *reading, const char *text, size_t n)
{
	const char *p = text, *end = text + n;
	uint32_t before = ' ', code = ' ';

	while (p <= end) {
		unsigned len = 1;
		uint32_t after = p < end ? utf8_decode(p, end, &len) : ' ';

		if (after < 0x80 && isspace((int)after))
			after = ' ';
		if (code >= 0x80) {
			reading->ntelling++;
			reading->score += natural(before, code, after);
		}
		before = code;
		code = after;
		p += len;
	}
}

/* ---- the choice ---- */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/*
 * The words that have bytes beyond ASCII, each with a neighbour on both sides.
 * No charset among the candidates has a blank within a character.
 */
static void
take_sample(const char *bytes, size_t n, struct buffer *sample)
{
	size_t at = 0, taken = 0;

	while (sample->len < SAMPLE) {
		size_t from, to, blanks = 0;

		while (at < n && !(bytes[at] & 0x80))
			at++;
		if (at == n)
			return;
		for (from = at; from > taken && at - from < NEIGHBOUR; from--)
			if (is_blank(bytes[from - 1]) && blanks++)
				break;
		blanks = 0;
		for (to = at; to < n && to - at < 8 * NEIGHBOUR; to++)
			if (is_blank(bytes[to]) && blanks++)
				break;
		if (from > taken)
			buffer_putc(sample, ' ');
		buffer_add(sample, bytes + from, to - from);
		at = taken = to;
	}
}

static void
read_sample(const char *charset, const struct buffer *sample,
	void (*read)(struct reading *, const char *, size_t),
	struct reading *reading)
{
	struct buffer text = BUFFER_INIT;
	struct source_map map = { NULL, 0, 0 };
	struct error ignored;
	size_t nbad = 0;
	int same = charset_decode(charset, sample->data, sample->len, 0,
		&text, &map, &nbad, &ignored);

	reading->ntelling = reading->score = 0;
	if (same > 0)
		read(reading, sample->data, sample->len);
	else if (!same)
		read(reading, text.data, text.len);
	reading->ntelling += nbad;
	buffer_release(&text);
	source_map_release(&map);
}

static const char *
best_agreement(const struct buffer *sample, const struct document *witness)
{
	struct run_set set = { NULL, 0, 0 };
	struct reading reading = { .set = &set, .collect = true };
	const char *best = NULL;
	size_t i, most = 0;

	read_runs(&reading, witness->decoded, witness->ndecoded < WITNESS ?
		witness->ndecoded : WITNESS);
	reading.collect = false;
	for (i = 0; candidates[i]; i++) {
		read_sample(candidates[i], sample, read_runs, &reading);
		if (reading.score > most + CHANCE &&
		    reading.score >= reading.ntelling) {
			most = reading.score;
			best = candidates[i];
		}
	}
	free(set.slot);
	return best;
}

static const char *
most_natural(const struct buffer *sample)
{
	struct reading reading = { .set = NULL };
	const char *best = NULL;
	size_t i, most = 0;

	for (i = 0; western[i]; i++) {
		read_sample(western[i], sample, read_natural, &reading);
		if (reading.score > most &&
		    reading.score * 10 >= reading.ntelling * 9) {
			most = reading.score;
			best = western[i];
		}
	}
	return best;
}

const char *
charset_agree(const char *bytes, size_t n, const struct document *witness)
{
	struct buffer sample = BUFFER_INIT;
	const char *found = NULL;
	size_t i, nhigh = 0;

	take_sample(bytes, n, &sample);
	if (!sample.len)
		return NULL;
	if (witness) {
		found = best_agreement(&sample, witness);
	} else {
		for (i = 0; i < n; i++)
			nhigh += (unsigned char)bytes[i] >> 7;
		if (nhigh <= n / 20)
			found = most_natural(&sample);
	}
	buffer_release(&sample);
	return found;
}
