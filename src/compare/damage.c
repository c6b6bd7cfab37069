/*
 * A walk through both texts at once: where the sound character stands in the
 * damaged text unchanged it is passed, elsewhere each kind of damage says what
 * it may have become.  The cheapest way to the end of both is the explanation.
 */
#include "config.h"

#include "compare/damage.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/glyph.h"

/* What one sound character became: the bytes it takes and what that costs. */
struct outcome {
	enum damage_step step;
	unsigned length;		/* bytes of the damaged text */
	unsigned cost;
	unsigned layers;
	const char *codec;
};

enum { OUTCOMES = 24 };

struct outcomes {
	struct outcome list[OUTCOMES];
	unsigned n;
};

static void
may_be(struct outcomes *out, struct outcome outcome)
{
	if (out->n < OUTCOMES)
		out->list[out->n++] = outcome;
}

static bool
is_placeholder(uint32_t code)
{
	return code == '?' || code == '_' || code == 0x25A1 ||
		code == CODE_REPLACEMENT || code == 0xBF || code == 0x1A;
}

/* The characters that windows-1252 makes of UTF-8; the holes pass as C1. */
static unsigned
misread(uint32_t code, uint32_t out[UTF8_MAX])
{
	static const char lead_utf8[] = "\xC2";
	char bytes[UTF8_MAX];
	unsigned i, n = utf8_encode(code, bytes);

	for (i = 0; i < n; i++) {
		/* a byte as its own UTF-8 is Latin-1; glyphs make marks of C1 */
		char two[2] = { lead_utf8[0], bytes[i] };
		unsigned char byte = (unsigned char)bytes[i];

		if (byte >= 0x80 && byte < 0xA0)
			out[i] = glyph_read(two, two + 2).code;
		else
			out[i] = byte;
	}
	return n;
}

static uint32_t
plain_quote(uint32_t code)
{
	switch (code) {
	case 0x2018: case 0x2019: case 0x201A: case 0x2039: case 0x203A:
		return '\'';
	case 0x201C: case 0x201D: case 0x201E: case 0xAB: case 0xBB:
		return '"';
	}
	return code;
}

/*
 * Mojibake of which a part was lost, straightened or set in the other case
 * afterwards.  At least one character that is not ASCII must be left of it.
 */
static void
may_be_remains(struct outcomes *out, uint32_t code, const char *p,
	const char *end)
{
	uint32_t parts[UTF8_MAX];
	unsigned n = misread(code, parts), i, len;
	const char *q = p;
	bool witness = false;

	for (i = 0; i < n; i++) {
		uint32_t got = q < end ? utf8_decode(q, end, &len) : 0;
		uint32_t part = parts[i];

		if (q == end)
			continue;
		if (got == part || got == plain_quote(part) ||
		    got == (uint32_t)u_toupper((UChar32)part) ||
		    got == (uint32_t)u_tolower((UChar32)part) ||
		    (part == 0xA0 && got == ' ')) {
			witness |= got >= 0x80;
			q += len;
		}
	}
	if (witness)
		may_be(out, (struct outcome){ DAMAGE_MOJIBAKE,
			(unsigned)(q - p), 2, 1, "windows-1252" });
}

static const char *
misread_codec(const char *p, unsigned length)
{
	const char *end = p + length;
	unsigned len;

	for (; p < end; p += len) {
		uint32_t code = utf8_decode(p, end, &len);

		if (code >= 0x80 && code < 0xA0)
			return "ISO-8859-1";
	}
	return "windows-1252";
}

/* Each layer makes two to three bytes of one. */
static unsigned
layers_of(uint32_t code, unsigned length)
{
	char bytes[UTF8_MAX];
	unsigned n = utf8_encode(code, bytes);

	return length > 4 * n ? length > 9 * n ? 3 : 2 : 1;
}

static void
may_be_repaired(struct outcomes *out, uint32_t code, const char *p,
	const char *end)
{
	struct glyph glyph = glyph_read(p, end);
	uint32_t first;
	unsigned len;

	if (!glyph.repaired || glyph.code != code)
		return;
	first = utf8_decode(p, end, &len);
	if (first == '&')
		may_be(out, (struct outcome){ DAMAGE_ENTITY, glyph.length, 1,
			0, NULL });
	else if (first < 0x80)
		may_be(out, (struct outcome){ DAMAGE_ESCAPE, glyph.length, 1,
			0, NULL });
	else if (len == glyph.length)
		may_be(out, (struct outcome){ DAMAGE_CONTROL, glyph.length, 1,
			0, "ISO-8859-1" });
	else
		may_be(out, (struct outcome){ DAMAGE_MOJIBAKE, glyph.length, 1,
			layers_of(code, glyph.length),
			misread_codec(p, glyph.length) });
}

static void
may_be_placeholder(struct outcomes *out, uint32_t code, const char *p,
	const char *end)
{
	char bytes[UTF8_MAX];
	unsigned most = utf8_encode(code, bytes), n, len, length = 0;
	uint32_t first = utf8_decode(p, end, &len);

	if (!is_placeholder(first) || (code < 0x80 && (first < 0x80 ||
	    !strchr("'\"-", (int)code))))
		return;
	/* one for the character, or one for each of its bytes */
	for (n = 1; n <= most && p < end; n++, p += len) {
		if (utf8_decode(p, end, &len) != first)
			break;
		length += len;
		if (n == 1 || n == most)
			may_be(out, (struct outcome){ DAMAGE_REPLACED, length,
				2, 0, NULL });
	}
}

static bool
same_letter(uint32_t a, uint32_t b)
{
	uint32_t x[GLYPH_FOLD_MAX], y[GLYPH_FOLD_MAX];
	unsigned n = glyph_fold(a, x);

	return u_isalpha((UChar32)a) && n && n == glyph_fold(b, y) && !memcmp(x, y, n * sizeof(*x)) &&
		u_isUUppercase((UChar32)a) == u_isUUppercase((UChar32)b);
}

/* All that a sound character may have become at p. */
static void
find_outcomes(struct outcomes *out, uint32_t code, const char *p,
	const char *end)
{
	unsigned len = 0;
	uint32_t got = p < end ? utf8_decode(p, end, &len) : 0;

	out->n = 0;
	if (p < end && got == code)
		may_be(out, (struct outcome){ DAMAGE_NONE, len, 0, 0, NULL });
	if (p < end) {
		may_be_placeholder(out, code, p, end);
		may_be_repaired(out, code, p, end);
	}
	if (code < 0x80)
		return;
	if (p < end) {
		may_be_remains(out, code, p, end);
		if (got < 0x80 && same_letter(code, got))
			may_be(out, (struct outcome){ DAMAGE_ACCENT, len, 3, 0,
				NULL });
	}
	may_be(out, (struct outcome){ DAMAGE_LOST, 0, 6, 0, NULL });
}

struct state {
	unsigned cost;			/* + 1; 0: not reached */
	unsigned steps, lost, layers;
	const char *codec;
};

static void
reach(struct state *state, const struct state *from,
	const struct outcome *outcome)
{
	unsigned cost = from->cost + outcome->cost;

	if (state->cost && state->cost <= cost)
		return;
	*state = *from;
	state->cost = cost;
	state->steps |= (unsigned)outcome->step;
	state->lost += outcome->step == DAMAGE_LOST;
	if (outcome->codec) {
		state->codec = outcome->codec;
		state->layers = outcome->layers;
	}
}

/* Invisible characters that only the damaged text has cost one each. */
static void
pass_invisible(struct state *row, const char *damaged, size_t n)
{
	static const struct outcome seen = { DAMAGE_INVISIBLE, 0, 1, 0, NULL };
	const char *end = damaged + n;
	unsigned len;
	size_t j;

	for (j = 0; j < n; j += len) {
		uint32_t code = utf8_decode(damaged + j, end, &len);

		if (row[j].cost && glyph_class(code) == GLYPH_INVISIBLE)
			reach(&row[j + len], &row[j], &seen);
	}
}

struct damage
damage_explain(const char *sound, size_t nsound, const char *damaged,
	size_t ndamaged)
{
	struct state *row, *next;
	struct damage found = { 0, NULL, 0 };
	const char *p = sound, *end = sound + nsound;
	size_t j, count = 0;

	if (nsound > DAMAGE_MOST || ndamaged > DAMAGE_MOST)
		return found;
	row = memory_alloc(ndamaged + 1, sizeof(*row));
	next = memory_alloc(ndamaged + 1, sizeof(*next));
	row[0].cost = 1;
	pass_invisible(row, damaged, ndamaged);
	for (; p < end; count++) {
		unsigned len, k;
		uint32_t code = utf8_decode(p, end, &len);
		struct outcomes outcomes;
		struct state *swap = row;

		memset(next, 0, (ndamaged + 1) * sizeof(*next));
		for (j = 0; j <= ndamaged; j++) {
			if (!row[j].cost)
				continue;
			find_outcomes(&outcomes, code, damaged + j,
				damaged + ndamaged);
			for (k = 0; k < outcomes.n; k++)
				reach(&next[j + outcomes.list[k].length],
					&row[j], &outcomes.list[k]);
		}
		pass_invisible(next, damaged, ndamaged);
		row = next;
		next = swap;
		p += len;
	}
	/* A word of which most is gone is not a damaged word. */
	if (row[ndamaged].cost && (row[ndamaged].lost * 2 <= count ||
	    count <= 2)) {
		found.steps = row[ndamaged].steps;
		found.codec = row[ndamaged].codec;
		found.layers = row[ndamaged].layers;
	}
	free(row);
	free(next);
	return found;
}
