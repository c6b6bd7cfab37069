/*
 * A small walk of its own, over the parts of one character.  Parts may be gone,
 * but something that only a wrong charset makes must be left to see: letters
 * and marks of ASCII prove nothing.
 */
#include "config.h"

#include "compare/remains.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "compare/damage.h"

/* Bytes of the damaged text that one character may have become. */
#define REACH 128

bool
is_placeholder(uint32_t code)
{
	return code == '?' || code == '_' || code == 0x25A1 ||
		code == CODE_REPLACEMENT || code == 0xBF || code == 0x1A;
}

static uint32_t
plain_quote(uint32_t code)
{
	switch (code) {
	case '\'': case 0x2018: case 0x2019: case 0x201A: case 0x201B:
		return '\'';
	case '"': case 0x201C: case 0x201D: case 0x201E: case 0x201F:
		return '"';
	}
	return 0;
}

/* How a part of mojibake may have become what stands there; false: not so. */
static bool
part_became(uint32_t part, uint32_t got, struct outcome *how)
{
	uint32_t quote = plain_quote(part);

	how->cost = 1;
	if (got == part || (got == 0xB5 && part == 0x3BC) ||
	    (got == 0x3BC && part == 0xB5))
		how->steps = 0, how->cost = 0;
	else if (part == 0xA0 && got == ' ')
		how->steps = DAMAGE_BLANKED;
	else if (quote && got == quote)
		how->steps = DAMAGE_STRAIGHT;
	else if (quote && plain_quote(got) == quote)
		how->steps = DAMAGE_EDUCATED;
	else if (got == (uint32_t)u_toupper((UChar32)part) ||
		 got == (uint32_t)u_tolower((UChar32)part))
		how->steps = DAMAGE_CASE;
	else if (part >= 0x80 && is_placeholder(got))
		how->steps = DAMAGE_MARKED, how->cost = 2;
	else
		return false;
	return true;
}

bool
remains_alike(uint32_t part, uint32_t got)
{
	struct outcome how;

	return part_became(part, got, &how) || plain_quote(got);
}

/* What may go without a trace. */
static unsigned
cost_dropped(uint32_t part, unsigned *step)
{
	bool fleeting = (part >= 0x80 && part < 0xA1) || part == 0xAD ||
		part == CODE_REPLACEMENT;

	*step = fleeting ? DAMAGE_STRIPPED : DAMAGE_CUT;
	return fleeting ? 1 : 3;
}

struct reached {
	unsigned cost;			/* + 1; 0: not reached */
	unsigned steps;
	bool witness;			/* something is left to see */
	unsigned seen;			/* parts that are */
};

static void
reach(struct reached *to, const struct reached *from, struct outcome how,
	bool witness)
{
	unsigned cost = from->cost + how.cost;

	if (to->cost && (to->cost < cost || (to->cost == cost &&
	    to->witness >= (from->witness || witness))))
		return;
	*to = *from;
	to->cost = cost;
	to->steps |= how.steps;
	to->witness |= witness;
	to->seen += witness;
}

/*
 * One part of the misread character, from each length reached so far, the
 * longest of which is `top`; returns the longest reached now.  Of next no more
 * than that is set.
 */
static unsigned
pass_part(const struct reached *row, unsigned top, struct reached *next,
	uint32_t part, const char *p, const char *end)
{
	unsigned j, len, step, last = top + UTF8_MAX, furthest = 0;

	if (last > REACH)
		last = REACH;
	memset(next, 0, (last + 1) * sizeof(*next));
	for (j = 0; j <= top && p + j <= end; j++) {
		struct outcome how = { 0, 0, 0 };

		if (!row[j].cost)
			continue;
		how.cost = cost_dropped(part, &step);
		how.steps = step;
		reach(&next[j], &row[j], how, false);
		if (furthest < j)
			furthest = j;
		if (p + j == end)
			continue;
		if (!part_became(part, utf8_decode(p + j, end, &len), &how) ||
		    j + len > REACH)
			continue;
		reach(&next[j + len], &row[j], how, p[j] & 0x80 &&
			!(how.steps & DAMAGE_MARKED));
		furthest = j + len;
	}
	return furthest;
}

/*
 * â€ stands before the third part of every dash and quotation mark, so it was
 * taken for one itself where somebody repaired by hand: — became â€” and that
 * became "".  Returns the longest length reached.
 */
static unsigned
try_half(const uint32_t *part, unsigned n, const char *p, const char *end,
	struct reached *row, unsigned top)
{
	static const struct outcome half = { DAMAGE_HALF, 0, 2 };
	struct outcome how;
	struct reached from = { .cost = 1 };
	unsigned first, second;
	uint32_t got;

	if (n != 3 || part[0] != 0xE2 || part[1] != 0x20AC || p == end)
		return top;
	got = utf8_decode(p, end, &first);
	if (plain_quote(got) != '"' || p + first == end)
		return top;
	if (got != '"')
		from.steps = DAMAGE_EDUCATED;
	got = utf8_decode(p + first, end, &second);
	if (!part_became(part[2], got, &how) &&
	    !(part[2] >= 0x2013 && plain_quote(part[2]) == '"' &&
	      plain_quote(got) == '"'))
		return top;
	how.steps = plain_quote(got) == '"' ? DAMAGE_HALF :
		DAMAGE_HALF | DAMAGE_MOJIBAKE;
	how.cost = half.cost;
	for (; top < first + second; top++)
		memset(&row[top + 1], 0, sizeof(*row));
	reach(&row[first + second], &from, how, true);
	return top;
}

unsigned
remains_find(const struct misreading *misreading, uint32_t code,
	const char *p, const char *end, struct outcome *out, unsigned n)
{
	uint32_t part[MISREAD_MOST];
	unsigned nparts = misread_code(misreading, code, part), i, count = 0;
	unsigned top = 0;
	struct reached rows[2][REACH + UTF8_MAX];
	struct reached *row = rows[0];

	if (!nparts)
		return 0;
	row[0] = (struct reached){ .cost = 1 };
	for (i = 0; i < nparts; i++) {
		struct reached *next = rows[(i + 1) % 2];

		top = pass_part(row, top, next, part[i], p, end);
		row = next;
	}
	/* where parts are gone that do not go by themselves, half of them must
	 * be there, and two at least */
	for (i = 1; i <= top; i++)
		if (row[i].cost && row[i].witness &&
		    (!(row[i].steps & DAMAGE_CUT) || (row[i].seen >= 2 &&
			row[i].seen * 2 >= nparts)))
			row[i].steps |= DAMAGE_MOJIBAKE;
		else
			row[i].cost = 0;
	top = try_half(part, nparts, p, end, row, top);
	for (i = 1; i <= top && count < n; i++)
		if (row[i].cost)
			out[count++] = (struct outcome){ row[i].steps, i,
				row[i].cost };
	return count;
}
