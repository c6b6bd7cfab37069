/* Normalisation is ICU's; what is left is told apart letter by letter. */
#include "config.h"

#include "compare/text_diff.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"
#include "text/glyph.h"

#define MOST 256		/* UTF-16 units */

struct units {
	UChar unit[MOST];
	int32_t n;
	bool fits;
};

static void
to_units(const char *text, size_t n, struct units *out)
{
	UErrorCode status = U_ZERO_ERROR;

	out->n = 0;
	out->fits = n < MOST;
	if (!out->fits)
		return;
	u_strFromUTF8WithSub(out->unit, MOST, &out->n, text, (int32_t)n,
		0xFFFD, NULL, &status);
	out->fits = !U_FAILURE(status);
}

static void
normalize(const UNormalizer2 *form, const struct units *in, struct units *out)
{
	UErrorCode status = U_ZERO_ERROR;

	out->n = unorm2_normalize(form, in->unit, in->n, out->unit, MOST,
		&status);
	out->fits = in->fits && !U_FAILURE(status);
}

static bool
same_units(const struct units *a, const struct units *b)
{
	return a->fits && b->fits && a->n == b->n &&
		!memcmp(a->unit, b->unit, (size_t)a->n * sizeof(UChar));
}

static bool
is_quote(uint32_t code)
{
	switch (code) {
	case '\'': case '"': case '`': case 0xB4: case 0xAB: case 0xBB:
	case 0x2BC: case 0x2032: case 0x2033: case 0x2039: case 0x203A:
	case 0xFF07: case 0xFF02: case 0x300C: case 0x300D:
		return true;
	}
	return code >= 0x2018 && code <= 0x201F;
}

static bool
is_dash(uint32_t code)
{
	return code == '-' || (code >= 0x2010 && code <= 0x2015) ||
		code == 0x2212 || code == 0xAD;
}

/* How two letters with one folded form differ. */
static unsigned
letter_difference(uint32_t a, uint32_t b)
{
	uint32_t x[GLYPH_FOLD_MAX], y[GLYPH_FOLD_MAX];
	unsigned nx = glyph_fold(a, x), ny = glyph_fold(b, y);
	UChar32 fa = u_foldCase((UChar32)a, U_FOLD_CASE_DEFAULT);
	UChar32 fb = u_foldCase((UChar32)b, U_FOLD_CASE_DEFAULT);

	if (fa == fb)
		return DIFFERS_CASE;
	if (nx != ny || memcmp(x, y, nx * sizeof(*x)))
		return DIFFERS_OTHER;
	return (b >= 0x80 && a < 0x80 ? DIFFERS_ACCENT_LOST :
		DIFFERS_ACCENT_ADDED) |
		(u_isUUppercase((UChar32)a) != u_isUUppercase((UChar32)b) ?
			DIFFERS_CASE : 0);
}

static unsigned
walk(const struct units *a, const struct units *b)
{
	int32_t i = 0, j = 0;
	unsigned found = 0;

	while (i < a->n || j < b->n) {
		UChar32 x = 0, y = 0;
		int32_t next_i = i, next_j = j;

		if (i < a->n)
			U16_NEXT(a->unit, next_i, a->n, x);
		if (j < b->n)
			U16_NEXT(b->unit, next_j, b->n, y);
		if (x == y) {
			i = next_i, j = next_j;
		} else if (x && glyph_class((uint32_t)x) == GLYPH_INVISIBLE) {
			found |= DIFFERS_INVISIBLE;
			i = next_i;
		} else if (y && glyph_class((uint32_t)y) == GLYPH_INVISIBLE) {
			found |= DIFFERS_OTHER;
			j = next_j;
		} else if (is_quote((uint32_t)x) && is_quote((uint32_t)y)) {
			found |= DIFFERS_QUOTES;
			i = next_i, j = next_j;
		} else if (x && is_quote((uint32_t)x)) {
			found |= DIFFERS_APOSTROPHE;
			i = next_i;
		} else if (y && is_quote((uint32_t)y)) {
			found |= DIFFERS_APOSTROPHE;
			j = next_j;
		} else if (!x || !y) {
			return found | DIFFERS_OTHER;
		} else {
			found |= letter_difference((uint32_t)x, (uint32_t)y);
			i = next_i, j = next_j;
		}
	}
	return found;
}

unsigned
text_differences(const char *a, size_t na, const char *b, size_t nb)
{
	UErrorCode status = U_ZERO_ERROR;
	struct units x, y, nx, ny, kx, ky;

	if (na == nb && !memcmp(a, b, na))
		return 0;
	to_units(a, na, &x);
	to_units(b, nb, &y);
	normalize(unorm2_getNFCInstance(&status), &x, &nx);
	normalize(unorm2_getNFCInstance(&status), &y, &ny);
	if (same_units(&nx, &ny))
		return DIFFERS_NORMALIZATION;
	normalize(unorm2_getNFKCInstance(&status), &x, &kx);
	normalize(unorm2_getNFKCInstance(&status), &y, &ky);
	if (U_FAILURE(status) || !nx.fits || !ny.fits)
		return DIFFERS_OTHER;
	if (same_units(&kx, &ky))
		return DIFFERS_LIGATURE;
	return walk(&nx, &ny);
}

static enum mark_class
class_of(uint32_t code)
{
	if (is_quote(code))
		return MARK_QUOTE;
	if (is_dash(code))
		return MARK_DASH;
	if (code == '.' || code == 0x2026)
		return MARK_ELLIPSIS;
	return code < 0x80 && code && strchr("*_#~>|\\", (int)code) ?
		MARK_MARKUP : MARK_OTHER;
}

enum mark_class
text_mark_class(const char *text, size_t n)
{
	const char *p = text, *end = text + n;
	enum mark_class class = MARK_NONE;
	unsigned len, dots = 0;

	for (; p < end; p += len) {
		uint32_t code = utf8_decode(p, end, &len);

		if (glyph_class(code) == GLYPH_SPACE)
			continue;
		dots += code == 0x2026 ? 3 : code == '.';
		if (class != MARK_NONE && class != class_of(code))
			return MARK_OTHER;
		class = class_of(code);
	}
	return class == MARK_ELLIPSIS && dots < 2 ? MARK_OTHER : class;
}
