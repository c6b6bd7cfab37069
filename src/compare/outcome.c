/* Each sort of damage says what it would have made of the character. */
#include "config.h"

#include "compare/outcome.h"

#include <ctype.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "compare/damage.h"
#include "text/glyph.h"

static void
may_be(struct outcomes *out, struct outcome outcome)
{
	if (out->n < OUTCOMES)
		out->list[out->n++] = outcome;
}

static void
may_be_escaped(struct outcomes *out, uint32_t code, const char *p,
	const char *end)
{
	struct glyph glyph = glyph_read(p, end);
	uint32_t first;
	unsigned len, step;

	if (!glyph.repaired || glyph.code != code)
		return;
	first = utf8_decode(p, end, &len);
	if (first == '&')
		step = DAMAGE_ENTITY;
	else if (first < 0x80)
		step = first == '=' ? DAMAGE_QUOTED_PRINTABLE :
			first == '%' ? DAMAGE_PERCENT : DAMAGE_BACKSLASH;
	else if (len == glyph.length)
		step = DAMAGE_CONTROL;
	else
		return;		/* mojibake is for the hypotheses */
	may_be(out, (struct outcome){ step, glyph.length, 1 });
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
				2 });
	}
}

/* U+2019 cut to its low byte: a control character. */
static void
may_be_low_byte(struct outcomes *out, uint32_t code, const char *p,
	const char *end)
{
	unsigned len;
	uint32_t got = utf8_decode(p, end, &len);

	if (code > 0xFF && got == (code & 0xFF) && (got < 0x20 ||
	    (got >= 0x80 && got < 0xA0)))
		may_be(out, (struct outcome){ DAMAGE_CONTROL, len, 2 });
}

static bool
same_letter(uint32_t a, uint32_t b)
{
	uint32_t x[GLYPH_FOLD_MAX], y[GLYPH_FOLD_MAX];
	unsigned n = glyph_fold(a, x);

	return u_isalpha((UChar32)a) && n &&
		n == glyph_fold(b, y) && !memcmp(x, y, n * sizeof(*x)) &&
		u_isUUppercase((UChar32)a) == u_isUUppercase((UChar32)b);
}

/* "œ" became "oe", "ß" "ss". */
static void
may_be_letters(struct outcomes *out, uint32_t code, const char *p,
	const char *end)
{
	uint32_t folded[GLYPH_FOLD_MAX];
	unsigned n = glyph_fold(code, folded), i;

	if (!u_isalpha((UChar32)code))
		return;
	if (n > 1 && (size_t)(end - p) >= n) {
		for (i = 0; i < n; i++)
			if ((uint32_t)u_tolower(p[i]) != folded[i])
				return;
		may_be(out, (struct outcome){ DAMAGE_ACCENT, n, 3 });
	} else if (p < end && !(*p & 0x80) &&
		   same_letter(code, (unsigned char)*p)) {
		may_be(out, (struct outcome){ DAMAGE_ACCENT, 1, 3 });
	}
}

/* ASCII set in the other case goes with mojibake that was. */
static void
may_be_cased(struct outcomes *out, uint32_t code, const char *p,
	const char *end)
{
	unsigned len;
	uint32_t got = utf8_decode(p, end, &len);

	if (got != code && (got == (uint32_t)u_toupper((UChar32)code) ||
	    got == (uint32_t)u_tolower((UChar32)code)))
		may_be(out, (struct outcome){ DAMAGE_CASE, len, 1 });
}

/* The sound text may have lost the character as well: mojibake with a hole. */
static void
may_be_lost_before(struct outcomes *out, const char *p, const char *end)
{
	unsigned length = 0, n, len;

	for (n = 0; n < 3 && p + length < end; n++) {
		uint32_t code = utf8_decode(p + length, end, &len);

		if (code < 0x80)
			break;
		length += len;
		if (n && is_placeholder(code))
			may_be(out, (struct outcome){ DAMAGE_MOJIBAKE |
				DAMAGE_MARKED, length, 2 });
	}
}

/*
 * The transcript may be set in plain quotes and hyphens where the reprint had
 * curly ones and dashes before they were damaged.
 */
static void
may_be_variant(struct outcomes *out, const struct misreading *misreading,
	uint32_t code, const char *p, const char *end)
{
	static const struct {
		uint32_t plain, set[4];
	} variants[] = {
		{ '\'', { 0x2019, 0x2018, 0x201A, 0 } },
		{ '"', { 0x201C, 0x201D, 0x201E, 0 } },
		{ '-', { 0x2013, 0x2014, 0x2011, 0 } },
		{ ' ', { 0xA0, 0x2009, 0x202F, 0 } }
	};
	unsigned i, k, n;

	for (i = 0; i < sizeof(variants) / sizeof(*variants); i++) {
		if (variants[i].plain != code)
			continue;
		for (k = 0; variants[i].set[k]; k++) {
			n = out->n;
			may_be_escaped(out, variants[i].set[k], p, end);
			if (misreading)
				out->n += remains_find(misreading,
					variants[i].set[k], p, end,
					out->list + out->n, OUTCOMES - out->n);
			for (; n < out->n; n++)
				out->list[n].cost += 2;
		}
	}
}

void
outcomes_find(struct outcomes *out, const struct misreading *misreading,
	uint32_t code, const char *p, const char *end)
{
	unsigned len = 0;

	out->n = 0;
	if (p < end && utf8_decode(p, end, &len) == code)
		may_be(out, (struct outcome){ DAMAGE_NONE, len, 0 });
	if (p < end && misreading && code == CODE_REPLACEMENT)
		may_be_lost_before(out, p, end);
	if (p < end) {
		may_be_placeholder(out, code, p, end);
		may_be_escaped(out, code, p, end);
		may_be_low_byte(out, code, p, end);
		if (misreading) {
			out->n += remains_find(misreading, code, p, end,
				out->list + out->n, OUTCOMES - out->n);
			may_be_cased(out, code, p, end);
		}
	}
	if (code < 0x80) {
		if (p < end && !isalnum((int)code))
			may_be_variant(out, misreading, code, p, end);
		return;
	}
	may_be_letters(out, code, p, end);
	may_be(out, (struct outcome){ DAMAGE_LOST, 0, 6 });
}
