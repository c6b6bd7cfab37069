/*
 * One character of UTF-8 in the guise of the two, three or four that a
 * single-byte charset made of its bytes, and in what is left of these after
 * others have had a go at them.
 */
#include "config.h"

#include <string.h>
#include <unicode/uchar.h>

#include "text/codec.h"
#include "text/mend_unit.h"
#include "text/odd.h"

/* What believing in a step costs, in the unit of odd.h. */
#define COST_BLANK 2			/* a no-break space made a blank, … */
#define COST_BLANK_TWICE 6		/* … and one with a blank beside it */
#define COST_CAPITALS 12		/* à before a capital, which À is not */
#define COST_HOLE 8
#define COST_CUT 8
#define COST_CASE 10
#define COST_CONTROL 3			/* that the charset has a character
					   for */
/* It is no chance that so many characters make one, if not all are letters. */
#define GAIN_HOLE 5			/* U+FFFD behind a first byte */
#define GAIN_THREE 20
#define GAIN_FOUR 40
#define GAIN_SURROGATES 60

#define YEN 0xA5

static bool
decode(const int *byte, unsigned n, uint32_t *code)
{
	char bytes[UTF8_MAX];
	unsigned i, length;

	for (i = 0; i < n; i++)
		bytes[i] = (char)byte[i];
	*code = utf8_decode(bytes, bytes + n, &length);
	return length == n && *code != CODE_REPLACEMENT;
}

/* U+FFFD itself went through the charset. */
static bool
is_replacement(const struct sequence *seq)
{
	return seq->length == 3 && seq->byte[0] == 0xEF &&
		seq->byte[1] == 0xBF && seq->byte[2] == 0xBD;
}

/*
 * What may have stood where a byte is lost.  It was one that the charset leaves
 * undefined, so of the few candidates there may be one that is in common use;
 * otherwise it is not known.
 */
static uint32_t
guess(const struct sequence *seq)
{
	static const uint32_t usual[] = { 0x201D, 0xFE0F };
	uint32_t found = CODE_REPLACEMENT, code;
	int byte[UTF8_MAX], trail;
	unsigned i;

	memcpy(byte, seq->byte, sizeof(byte));
	for (trail = 0x80; trail < 0xA0; trail++) {
		if (codec_char(seq->codec, (unsigned char)trail) !=
		    (uint32_t)trail)
			continue;
		byte[seq->hole] = trail;
		if (!decode(byte, seq->length, &code))
			continue;
		for (i = 0; i < sizeof(usual) / sizeof(*usual); i++)
			if (code == usual[i])
				found = code;
	}
	return found;
}

static void
add(struct unit *out, unsigned *n, struct unit unit)
{
	if (*n < UNITS_MOST)
		out[(*n)++] = unit;
}

static bool
is_a_grave(const struct sequence *seq)
{
	return seq->n == 2 && seq->byte[0] == 0xC3 && seq->byte[1] == 0xA0;
}

/* Of é as Ã©, and the like: the commonest of all. */
static bool
is_common(const struct sequence *seq)
{
	return seq->byte[0] <= 0xC3 && sequence_is_western(seq->codec);
}

static int
cost_of(const struct sequence *seq)
{
	int cost = (int)seq->controls * COST_CONTROL;

	if (seq->steps & MEND_BLANKED)
		cost += is_a_grave(seq) ? COST_BLANK_TWICE : COST_BLANK;
	if (seq->hole >= 0)
		return cost + (seq->gap ? -GAIN_HOLE : COST_HOLE);
	if (seq->steps & MEND_CASE)
		return cost + COST_CASE;
	if (seq->plain)
		return cost;
	return cost - (seq->n == 3 ? GAIN_THREE : seq->n == 4 ? GAIN_FOUR : 0);
}

/* Letters follow the case that the whole was set in. */
static uint32_t
in_case(const struct sequence *seq, uint32_t code)
{
	if (seq->lowered && !seq->raised)
		return (uint32_t)u_tolower((UChar32)code);
	if (seq->raised && !seq->lowered)
		return (uint32_t)u_toupper((UChar32)code);
	return code;
}

/* The cell is one of the letters. */
static bool
is_one_of(const struct cell *cell, const struct cell *end, const char *letters)
{
	return cell < end && cell->code && cell->code < 0x80 &&
		strchr(letters, (int)cell->code);
}

/* Where a blank was a part of a letter the word goes on behind it. */
static int
cost_of_blank(const struct sequence *seq, const struct cell *cell,
	const struct cell *end)
{
	const struct cell *next = cell + seq->n;

	if (cell[seq->n - 1].code != ' ' || next >= end ||
	    is_one_of(next, end, " ,.)"))
		return 0;
	return u_islower((UChar32)next->code) || unit_charsets(next, end) ?
		0 : COST_CAPITALS;
}

static void
add_whole(const struct sequence *seq, const struct cell *cell,
	const struct cell *end, struct unit *out, unsigned *n)
{
	struct unit unit = { .ncell = seq->n, .steps = seq->steps,
		.cost = cost_of(seq), .common = is_common(seq),
		.blanked = seq->steps & MEND_BLANKED };

	if ((seq->lowered && seq->raised) || (seq->steps & MEND_CASE &&
	    (seq->steps & MEND_BLANKED || seq->hole >= 0)))
		return;
	if (seq->hole >= 0) {
		unit.code = guess(seq);
		unit.steps |= MEND_MARKED;
	} else if (is_replacement(seq)) {
		unit.code = CODE_REPLACEMENT;
	} else if (!decode(seq->byte, seq->length, &unit.code)) {
		return;
	} else if (unit.code >= 0x80 && unit.code < 0xA0 && seq->steps &
		   MEND_CASE) {
		return;
	}
	unit.plain = seq->plain;
	unit.fancy = seq->n == 2 && cell[1].code == YEN;
	unit.code = in_case(seq, unit.code);
	if (odd_is_letter(unit.code))
		unit.cost += cost_of_blank(seq, cell, end);
	add(out, n, unit);
}

/* Is there nothing but a blank, or the end, where the no-break space was? */
static bool
ends_blank(const struct sequence *seq, const struct cell *cell,
	const struct cell *end)
{
	return cell + seq->n >= end || cell[seq->n].code == ' ' ||
		cell[seq->n].code == '\n' || cell[seq->n].code == '\r';
}

/* "às", "àquele", "àquilo": Portuguese alone goes on behind an à. */
static bool
goes_on(const struct cell *cell, const struct cell *end)
{
	if (is_one_of(cell, end, "s"))
		return is_one_of(cell + 1, end, " ,.;:!?)\n");
	return is_one_of(cell, end, "q") && is_one_of(cell + 1, end, "u") &&
		is_one_of(cell + 2, end, "ei") && is_one_of(cell + 3, end, "l");
}

/*
 * The last byte was a no-break space, and there was a blank beside it: the two
 * became one, or none at the end of a line.  So it is with "à", which is a word
 * of its own, unless two blanks are left.
 */
static void
add_blanked(const struct sequence *seq, const struct cell *cell,
	const struct cell *end, struct unit *out, unsigned *n)
{
	struct sequence whole = *seq;
	struct unit unit = { .steps = MEND_MOJIBAKE | MEND_BLANKED,
		.cost = COST_BLANK_TWICE, .blanked = true };
	const struct cell *next;

	if (seq->n == seq->length && cell[seq->n - 1].code == ' ')
		whole.n--;
	next = cell + whole.n;
	if (whole.n + 1 != seq->length || seq->hole >= 0 ||
	    seq->steps & MEND_CASE || !ends_blank(&whole, cell, end) ||
	    sequence_blank(seq->codec) < 0 || is_one_of(next + 1, end, " ,.)"))
		return;
	whole.byte[whole.n] = sequence_blank(seq->codec);
	if (!decode(whole.byte, seq->length, &unit.code))
		return;
	unit.ncell = whole.n;
	unit.common = is_common(&whole);
	if (unit.code == 0xE0 && !goes_on(next + 1, end))
		unit.cost = next + 1 < end && u_isupper(
			(UChar32)next[1].code) ? COST_CAPITALS : 0;
	add(out, n, unit);
}

/*
 * â€ whose third is gone, as U+009D is in windows-1252, or was straightened:
 * “ and ” are 0x93 and 0x94, the ends of a dash.
 */
static void
add_half(const struct sequence *seq, const struct cell *cell,
	const struct cell *end, struct unit *out, unsigned *n)
{
	struct unit unit = { .ncell = 2, .cost = COST_CUT - GAIN_THREE,
		.code = 0x201D };

	if (seq->length != 3 || seq->byte[0] != 0xE2 || seq->n < 2 ||
	    seq->byte[1] != 0x80 || seq->steps & MEND_CASE ||
	    cell[1].code == ' ' || (seq->n == 3 && cell[2].code != ' '))
		return;
	unit.steps = MEND_MOJIBAKE | MEND_CUT;
	add(out, n, unit);
	if (cell + 2 < end && cell[2].code == '"') {
		unit.code = 0x2014;
		unit.ncell = 3;
		unit.steps = MEND_MOJIBAKE | MEND_STRAIGHT;
		add(out, n, unit);
	}
}

/* Half a character beyond the basic plane, as CESU-8 has it. */
static uint32_t
surrogate(const struct sequence *seq)
{
	if (seq->n != 3 || seq->hole >= 0 || seq->byte[0] != 0xED ||
	    seq->byte[1] < 0xA0)
		return 0;
	return 0xD000 | (uint32_t)(seq->byte[1] & 0x3F) << 6 |
		(uint32_t)(seq->byte[2] & 0x3F);
}

static void
add_surrogates(const struct sequence *seq, const struct cell *cell,
	const struct cell *end, struct unit *out, unsigned *n)
{
	struct sequence low = { .codec = seq->codec };
	uint32_t high_code = surrogate(seq), low_code;

	if (!high_code || high_code >= 0xDC00 || cell + 6 > end ||
	    !sequence_read(&low, cell + 3, end, false))
		return;
	low_code = surrogate(&low);
	if (low_code < 0xDC00)
		return;
	add(out, n, (struct unit){ .ncell = 6, .steps = seq->steps | low.steps,
		.code = 0x10000 + ((high_code - 0xD800) << 10) +
			(low_code - 0xDC00),
		.cost = -GAIN_SURROGATES });
}

unsigned
unit_find(unsigned codec, const struct cell *cell, const struct cell *end,
	struct unit out[UNITS_MOST])
{
	struct sequence seq = { .codec = codecs[codec] };
	unsigned n = 0;
	int cased;

	for (cased = 0; cased < 2; cased++) {
		if (!sequence_read(&seq, cell, end, cased))
			continue;
		if (seq.n == seq.length)
			add_whole(&seq, cell, end, out, &n);
		if (cased)
			continue;
		add_blanked(&seq, cell, end, out, &n);
		add_half(&seq, cell, end, out, &n);
		add_surrogates(&seq, cell, end, out, &n);
	}
	return n;
}
