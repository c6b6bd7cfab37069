/*
 * Each mark has what it costs by itself, behind a letter, before a letter and
 * between two.  The figures are estimates of how rare that is in print, in
 * steps of a tenth, and were checked on text in thirty languages: what counts
 * is that a sound text never gains by being taken for a damaged one.
 */
#include "config.h"

#include "text/odd.h"

#include <stddef.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

struct mark {
	uint32_t first, last;
	uint8_t own, after, before, within;
};

/* By code point.  What is not here is judged by its category. */
static const struct mark marks[] = {
	{ 0x00A0, 0x00A0, 10, 0, 0, 0 },		/* no-break space */
	{ 0x00A1, 0x00A1, 2, 25, 0, 10 },	/* ¡ */
	{ 0x00A2, 0x00A2, 8, 25, 15, 10 },	/* ¢ */
	{ 0x00A3, 0x00A3, 5, 25, 15, 10 },	/* £ */
	{ 0x00A4, 0x00A4, 15, 25, 15, 10 },	/* ¤ */
	{ 0x00A5, 0x00A5, 5, 25, 15, 10 },	/* ¥ */
	{ 0x00A6, 0x00A6, 15, 20, 15, 10 },	/* ¦ */
	{ 0x00A7, 0x00A7, 7, 15, 8, 10 },	/* § */
	{ 0x00A8, 0x00A8, 15, 20, 15, 10 },	/* ¨ */
	{ 0x00A9, 0x00A9, 7, 15, 20, 10 },	/* © */
	{ 0x00AA, 0x00AA, 7, 5, 20, 0 },	/* ª */
	{ 0x00AB, 0x00AB, 2, 2, 0, 20 },	/* « */
	{ 0x00AC, 0x00AC, 15, 20, 15, 10 },	/* ¬ */
	{ 0x00AD, 0x00AD, 20, 0, 0, 0 },	/* soft hyphen */
	{ 0x00AE, 0x00AE, 7, 0, 25, 0 },	/* ® */
	{ 0x00AF, 0x00AF, 15, 20, 15, 10 },	/* ¯ */
	{ 0x00B0, 0x00B0, 4, 15, 5, 10 },	/* ° */
	{ 0x00B1, 0x00B1, 10, 15, 10, 10 },	/* ± */
	{ 0x00B2, 0x00B3, 7, 6, 15, 0 },	/* ² ³ */
	{ 0x00B4, 0x00B4, 8, 8, 8, 4 },		/* ´ */
	{ 0x00B5, 0x00B5, 8, 25, 2, 0 },	/* µ */
	{ 0x00B6, 0x00B6, 8, 15, 8, 10 },	/* ¶ */
	{ 0x00B7, 0x00B7, 4, 3, 3, 0 },		/* · */
	{ 0x00B8, 0x00B8, 15, 20, 15, 10 },	/* ¸ */
	{ 0x00B9, 0x00B9, 8, 8, 15, 0 },	/* ¹ */
	{ 0x00BA, 0x00BA, 7, 5, 20, 0 },	/* º */
	{ 0x00BB, 0x00BB, 2, 0, 2, 20 },	/* » */
	{ 0x00BC, 0x00BE, 7, 25, 10, 0 },	/* ¼ ½ ¾ */
	{ 0x00BF, 0x00BF, 2, 25, 0, 10 },	/* ¿ */
	{ 0x00D7, 0x00D7, 8, 15, 10, 0 },	/* × */
	{ 0x00F7, 0x00F7, 10, 20, 15, 0 },	/* ÷ */
	{ 0x0192, 0x0192, 15, 20, 15, 10 },	/* ƒ */
	{ 0x02B0, 0x02BA, 15, 10, 10, 0 },	/* modifier letters */
	{ 0x02BB, 0x02BC, 2, 0, 0, 0 },		/* ʻ ʼ */
	{ 0x02BD, 0x02FF, 15, 20, 15, 10 },	/* ˆ ˜ and their like */
	{ 0x2000, 0x200A, 6, 0, 0, 0 },		/* spaces */
	{ 0x200B, 0x200F, 20, 0, 0, 0 },	/* zero width, bidi */
	{ 0x2010, 0x2012, 4, 0, 0, 0 },		/* hyphens */
	{ 0x2013, 0x2015, 2, 0, 0, 2 },		/* – — ― */
	{ 0x2018, 0x2018, 2, 4, 0, 12 },	/* ‘ */
	{ 0x2019, 0x2019, 2, 0, 0, 0 },		/* ’ */
	{ 0x201A, 0x201A, 2, 25, 0, 5 },	/* ‚ */
	{ 0x201B, 0x201B, 8, 4, 0, 12 },	/* ‛ */
	{ 0x201C, 0x201C, 2, 3, 0, 25 },	/* “ */
	{ 0x201D, 0x201D, 2, 0, 3, 22 },	/* ” */
	{ 0x201E, 0x201E, 2, 25, 0, 5 },	/* „ */
	{ 0x2020, 0x2021, 10, 5, 20, 10 },	/* † ‡ */
	{ 0x2022, 0x2022, 4, 10, 8, 15 },	/* • */
	{ 0x2026, 0x2026, 2, 0, 4, 3 },		/* … */
	{ 0x2028, 0x202E, 20, 0, 0, 0 },	/* separators, bidi */
	{ 0x202F, 0x202F, 6, 0, 0, 0 },		/* narrow space */
	{ 0x2030, 0x2030, 8, 25, 15, 10 },	/* ‰ */
	{ 0x2032, 0x2033, 4, 0, 5, 5 },		/* ′ ″ */
	{ 0x2039, 0x203A, 3, 2, 2, 20 },	/* ‹ › */
	{ 0x2044, 0x2044, 8, 10, 10, 0 },	/* ⁄ */
	{ 0x2060, 0x206F, 20, 0, 0, 0 },	/* invisible */
	{ 0x20A0, 0x20CF, 5, 25, 15, 10 },	/* € and others */
	{ 0x2116, 0x2116, 4, 10, 5, 10 },	/* № */
	{ 0x2122, 0x2122, 10, 0, 25, 0 },	/* ™ */
	{ 0x2190, 0x23FF, 12, 25, 10, 0 },	/* arrows, mathematics */
	{ 0x2500, 0x25FF, 12, 25, 10, 0 },	/* boxes, blocks, shapes */
	{ 0x2600, 0x27BF, 6, 3, 3, 0 },		/* pictures */
	{ 0x2800, 0x28FF, 12, 5, 5, 0 },	/* braille */
	{ 0xFB00, 0xFB06, 4, 0, 0, 0 },		/* ligatures */
	{ 0xFE0F, 0xFE0F, 2, 20, 0, 0 },	/* picture, not text */
	{ 0xFEFF, 0xFEFF, 20, 0, 0, 0 }		/* byte order mark */
};

static const struct mark *
find_mark(uint32_t code)
{
	size_t low = 0, high = sizeof(marks) / sizeof(*marks);

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (code > marks[middle].last)
			low = middle + 1;
		else if (code < marks[middle].first)
			high = middle;
		else
			return &marks[middle];
	}
	return NULL;
}

/* ---- letters ---- */

bool
odd_is_letter(uint32_t code)
{
	if (code < 0x80)
		return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
	return u_isalpha((UChar32)code) && (!find_mark(code) ||
		(code >= 0xFB00 && code <= 0xFB06));
}

static bool
is_upper(uint32_t code)
{
	return code < 0x80 ? code >= 'A' && code <= 'Z' :
		u_isupper((UChar32)code);
}

static bool
is_lower(uint32_t code)
{
	return code < 0x80 ? code >= 'a' && code <= 'z' :
		u_islower((UChar32)code);
}

static int
script_of(uint32_t code)
{
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode script;

	if (code < 0x80)
		return USCRIPT_LATIN;
	script = uscript_getScript((UChar32)code, &status);
	switch (script) {
	case USCRIPT_HIRAGANA:
	case USCRIPT_KATAKANA:
	case USCRIPT_BOPOMOFO:
		return USCRIPT_HAN;
	default:
		return script;
	}
}

/* Is the mark or digit one that goes with the script? */
static bool
is_of_script(uint32_t code, int script)
{
	return uscript_hasScript((UChar32)code, (UScriptCode)script) ||
		(script == USCRIPT_HAN &&
		 (uscript_hasScript((UChar32)code, USCRIPT_HIRAGANA) ||
		  uscript_hasScript((UChar32)code, USCRIPT_BOPOMOFO)));
}

/* Letters of two scripts side by side. */
static unsigned
cost_of_mixing(int a, int b)
{
	static const int beside_latin[] = { USCRIPT_GREEK, USCRIPT_HAN,
		USCRIPT_HANGUL, USCRIPT_THAI, USCRIPT_LAO, USCRIPT_KHMER,
		USCRIPT_MYANMAR };
	int other = a == USCRIPT_LATIN ? b : a;
	unsigned i;

	if (a == b || a <= USCRIPT_INHERITED || b <= USCRIPT_INHERITED)
		return 0;
	if ((a == USCRIPT_HAN && b == USCRIPT_HANGUL) ||
	    (b == USCRIPT_HAN && a == USCRIPT_HANGUL))
		return 5;
	if (a == USCRIPT_LATIN || b == USCRIPT_LATIN)
		for (i = 0; i < sizeof(beside_latin) / sizeof(int); i++)
			if (other == beside_latin[i])
				return i ? 20 : 4;
	return 40;
}

/* A word of another script than the one before it; Greek letters are signs
 * too. */
static unsigned
cost_of_turning(int a, int b)
{
	if (a == b)
		return 0;
	return a == USCRIPT_GREEK && b == USCRIPT_LATIN ? 3 : 10;
}

/* A letter that no living language writes is in no living text. */
static unsigned
cost_of_rarity(uint32_t code, int script, const struct languages *languages)
{
	unsigned n = languages_count(languages);

	if (script == USCRIPT_HAN)
		return repertoire_knows(code) ? 2 : 14;
	if (!n && !repertoire_knows(code))
		return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC ?
			80 : 40;
	if (script != USCRIPT_LATIN)
		return 2;
	return n < 3 ? 6 : n < 10 ? 4 : 3;
}

static unsigned
cost_of_case(const struct odd *odd, uint32_t code)
{
	if (is_upper(code) && is_lower(odd->last))
		return 20;
	if (is_lower(code) && is_upper(odd->last) && is_upper(odd->before))
		return 15;
	return 0;
}

static unsigned
add_letter(struct odd *odd, uint32_t code)
{
	int script = script_of(code);
	unsigned cost = 0;
	struct languages languages;

	if (!odd->length) {
		odd->edge = odd->last;
		if (odd->script >= 0)
			cost += cost_of_turning(odd->script, script);
	} else {
		cost += cost_of_mixing(odd->script, script) +
			cost_of_case(odd, code);
	}
	odd->script = script;
	if (code < 0x80) {
		odd->length++;
		return cost;
	}
	languages = repertoire_languages(code);
	cost += cost_of_rarity(code, script, &languages);
	if (!odd->length || !languages_count(&odd->languages))
		odd->languages = languages;
	else if (languages_count(&languages) &&
		 !languages_meet(&odd->languages, &languages)) {
		odd->languages = languages;
		cost += 25;
	}
	odd->length++;
	return cost;
}

/* ---- the ends of words ---- */

static bool
is_blank(uint32_t code)
{
	return code <= ' ' || code == 0xA0 || u_isUWhiteSpace((UChar32)code);
}

/* Few letters are words of their own. */
static unsigned
cost_of_loneliness(const struct odd *odd, uint32_t next)
{
	uint32_t code = odd->last;
	bool latin = odd->script == USCRIPT_LATIN;

	if (odd->length != 1 || next == '\'' || next == 0x2019 || next == '.')
		return 0;
	if (is_upper(code) && code >= 0x80)
		return latin ? 12 : 3;
	if (odd->edge == '\'' || odd->edge == 0x2019)
		return 0;
	if (code < 0x80)
		return strchr("aeiouyAEIOUY", (int)code) ? 0 : 3;
	if (is_lower(code))
		return code == 0xE0 ? 0 : 3;
	return odd->script == USCRIPT_HAN ? 0 : 3;
}

/* ---- marks ---- */

static const struct mark none = { 0, 0, 0, 0, 0, 0 };

/* Codes that text does not have, and those that are judged by category. */
static struct mark
judge_by_category(uint32_t code)
{
	struct mark mark = none;
	int8_t type = u_charType((UChar32)code);

	switch (type) {
	case U_CONTROL_CHAR:
		mark.own = code == 0x85 ? 40 : 60;
		break;
	case U_UNASSIGNED:
	case U_SURROGATE:
		mark.own = 80;
		break;
	case U_PRIVATE_USE_CHAR:
		mark.own = 60;
		break;
	case U_FORMAT_CHAR:
		mark.own = 20;
		break;
	case U_OTHER_SYMBOL:
		mark = u_hasBinaryProperty((UChar32)code, UCHAR_EMOJI) ?
			(struct mark){ 0, 0, 6, 3, 3, 0 } :
			(struct mark){ 0, 0, 15, 25, 15, 0 };
		break;
	case U_MATH_SYMBOL:
	case U_MODIFIER_SYMBOL:
	case U_OTHER_NUMBER:
		mark = (struct mark){ 0, 0, 12, 20, 10, 0 };
		break;
	default:
		mark.own = 4;
	}
	if (code == 0xFFFD)
		mark.own = 25;
	return mark;
}

static struct mark
mark_of(uint32_t code)
{
	const struct mark *mark;

	if (code < 0x80)
		return code < ' ' && !strchr("\t\n\v\f\r", (int)code) ?
			(struct mark){ 0, 0, 60, 0, 0, 0 } : none;
	mark = find_mark(code);
	return mark ? *mark : judge_by_category(code);
}

/* Marks that stand among words, rather than for things. */
static bool
is_punctuation(uint32_t code)
{
	return code < 0x80 || (code >= 0x2010 && code <= 0x201F) ||
		code == 0x2026 || code == 0xAB || code == 0xBB ||
		code == 0xA1 || code == 0xBF || code == 0xA0 ||
		u_ispunct((UChar32)code);
}

/* Digits and punctuation of one script among words of another. */
static unsigned
cost_of_strangeness(const struct odd *odd, uint32_t code)
{
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode scripts[1];

	if (code < 0x0300 || odd->script < 0 || (code >= 0x2000 &&
	    code < 0x2E00))
		return 0;
	/* accents, which other scripts have their own of */
	if (code < 0x0370)
		return odd->script == USCRIPT_ARABIC ||
			odd->script == USCRIPT_HEBREW ||
			odd->script == USCRIPT_THAI ? 30 : 0;
	if (uscript_getScriptExtensions((UChar32)code, scripts, 1, &status) ==
	    1 && !U_FAILURE(status) && scripts[0] <= USCRIPT_INHERITED)
		return 0;
	return is_of_script(code, odd->script) ? 0 : 30;
}

static bool
is_drawing(uint32_t code)
{
	return code >= 0x2500 && code <= 0x25FF;
}

static unsigned
add_mark(struct odd *odd, uint32_t code)
{
	struct mark mark = mark_of(code);
	unsigned cost = mark.own;

	cost += cost_of_loneliness(odd, code) + cost_of_strangeness(odd, code);
	if (odd_is_letter(odd->last))
		return cost + mark.after;
	if (is_blank(odd->last) && (code == 0x2019 || code == 0x201D))
		return cost + 3;
	if (is_blank(odd->last) && mark.own >= 7 && !mark.after)
		return cost + 10;
	if (!is_punctuation(code) && !is_drawing(code) && code != odd->last &&
	    odd->last >= 0x80 && !is_punctuation(odd->last) &&
	    mark.own < 20 && mark.after >= 5)
		cost += 8;
	return cost;
}

/* A letter behind a mark. */
static unsigned
cost_of_joining(const struct odd *odd, uint32_t code)
{
	struct mark mark = mark_of(odd->last);

	if (u_isdigit((UChar32)odd->last))
		return code < 0x80 ? 0 : 5;
	return mark.before + (odd_is_letter(odd->before) ? mark.within : 0);
}

/* Combining characters go with letters. */
static unsigned
add_combining(const struct odd *odd, uint32_t code)
{
	int script = script_of(code);

	if (!odd_is_letter(odd->last) && !(U_GET_GC_MASK((UChar32)odd->last) &
	    U_GC_M_MASK))
		return 20;
	if (script <= USCRIPT_INHERITED)
		return 5 + cost_of_strangeness(odd, code);
	return cost_of_mixing(script_of(odd->last), script) +
		(repertoire_knows(code) ? 1 : 8);
}

void
odd_start(struct odd *odd)
{
	memset(odd, 0, sizeof(*odd));
	odd->last = odd->before = odd->edge = '\n';
	odd->script = -1;
}

unsigned
odd_add(struct odd *odd, uint32_t code)
{
	unsigned cost = 0;

	if (odd_is_letter(code)) {
		if (!odd->length)
			cost = cost_of_joining(odd, code);
		cost += add_letter(odd, code);
	} else if (U_GET_GC_MASK((UChar32)code) & U_GC_M_MASK &&
		   !find_mark(code)) {
		/* the word goes on */
		return add_combining(odd, code);
	} else {
		cost = add_mark(odd, code);
		if (u_isdigit((UChar32)code) && odd->last >= 0x80 &&
		    odd_is_letter(odd->last))
			cost += 5;
		odd->length = 0;
	}
	odd->before = odd->last;
	odd->last = code;
	return cost;
}
