/*
 * Damage that shows by itself is undone one character at a time, at the place
 * where it stands: documents are damaged here and sound there, so nothing is
 * decided for the whole.
 */
#include "config.h"

#include "text/glyph.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/utf8.h"
#include "text/codec.h"
#include "text/entity.h"

/* Three passes of a wrong charset are seen in the wild; more is noise. */
#define LAYERS 3

/* windows-1252 of 0x80 to 0x9F (WHATWG Encoding, index windows-1252); the five
 * holes pass as C1 controls. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178
};

/* The byte that windows-1252 or Latin-1 would have read as this, or -1. */
static int
misread_byte(uint32_t code)
{
	int i;

	if (code < 0x100)
		return code < 0x80 ? -1 : (int)code;
	for (i = 0; i < 32; i++)
		if (windows_1252[i] == code)
			return 0x80 + i;
	return -1;
}

/* Blocks that true text hardly has, but that accented capitals followed by a
 * closing quotation mark or a no-break space would give: IPA, braille. */
static bool
unlikely(uint32_t code)
{
	return (code >= 0x250 && code <= 0x2AF) ||
		(code >= 0x2800 && code <= 0x28FF);
}

static unsigned
sequence_length(int lead)
{
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* Reads one character through `layers` wrong decodings in the charset (NULL:
 * windows-1252 or Latin-1); length 0: there is none. */
static struct glyph
read_layer(const char *p, const char *end, unsigned layers,
	const struct codec *read)
{
	struct glyph glyph = { 0, 0, layers > 0 };
	struct glyph part;
	char bytes[UTF8_MAX];
	unsigned i, n = 1, length;

	if (!layers) {
		glyph.code = utf8_decode(p, end, &length);
		glyph.length = length;
		return glyph;
	}
	for (i = 0; i < n; i++) {
		int byte;

		if (p == end || !(*p & 0x80))
			return (struct glyph){ 0 };
		part = read_layer(p, end, layers - 1, read);
		byte = !part.length ? -1 : read ?
			codec_byte(read, part.code) : misread_byte(part.code);
		if (byte < 0)
			return (struct glyph){ 0 };
		if (!i)
			n = sequence_length(byte);
		if (!n)
			return (struct glyph){ 0 };
		bytes[i] = (char)byte;
		glyph.length += part.length;
		p += part.length;
	}
	glyph.code = utf8_decode(bytes, bytes + n, &length);
	if (length != n || glyph.code == CODE_REPLACEMENT ||
	    unlikely(glyph.code))
		return (struct glyph){ 0 };
	return glyph;
}

static int
hex_value(int c)
{
	return isdigit(c) ? c - '0' : tolower(c) - 'a' + 10;
}

/* A byte written as =E2, %E2 or \xE2: its value, or -1. */
static int
escaped_byte(const char *p, const char *end, const char *intro)
{
	size_t n = strlen(intro);

	if ((size_t)(end - p) < n + 2 || memcmp(p, intro, n) ||
	    !isxdigit((unsigned char)p[n]) ||
	    !isxdigit((unsigned char)p[n + 1]))
		return -1;
	return hex_value((unsigned char)p[n]) << 4 |
		hex_value((unsigned char)p[n + 1]);
}

/* A byte in octal, \342. */
static int
octal_byte(const char *p, const char *end)
{
	int value = 0, i;

	if (end - p < 4 || *p != '\\')
		return -1;
	for (i = 1; i < 4; i++) {
		if (p[i] < '0' || p[i] > '7')
			return -1;
		value = value * 8 + p[i] - '0';
	}
	return value < 0x100 ? value : -1;
}

static int
octal_or_hex_byte(const char *p, const char *end, const char *intro)
{
	return intro ? escaped_byte(p, end, intro) : octal_byte(p, end);
}

/* Escaped bytes of 0x80 and above that are UTF-8, or one of windows-1252.
 * intro == NULL: octal. */
static struct glyph
read_escaped(const char *p, const char *end, const char *intro)
{
	struct glyph glyph = { 0, 0, true };
	uint32_t step = intro ? (uint32_t)strlen(intro) + 2 : 4;
	char bytes[UTF8_MAX];
	unsigned i, n, length;
	int lead = octal_or_hex_byte(p, end, intro);

	if (lead < 0x80)
		return (struct glyph){ 0 };
	n = sequence_length(lead);
	for (i = 0; i < n && p + i * step < end; i++) {
		int byte = octal_or_hex_byte(p + i * step, end, intro);

		if (byte < 0)
			break;
		bytes[i] = (char)byte;
	}
	if (n && i == n) {
		glyph.code = utf8_decode(bytes, bytes + n, &length);
		glyph.length = n * step;
		if (length == n && glyph.code != CODE_REPLACEMENT)
			return glyph;
	}
	glyph.code = lead < 0xA0 ? windows_1252[lead - 0x80] : (uint32_t)lead;
	glyph.length = step;
	return glyph;
}

/* \u2019 and \\u2019, \xE2\x80\x99, \342\200\231, RTF's \'92. */
static struct glyph
read_backslash(const char *p, const char *end)
{
	struct glyph glyph = { 0, 0, true };
	const char *q = p + 1;
	int i;

	if (q < end && *q == '\\')
		q++;
	if (end - q < 5 || *q != 'u') {
		glyph = read_escaped(p, end, "\\x");
		if (!glyph.length)
			glyph = read_escaped(p, end, "\\'");
		return glyph.length ? glyph : read_escaped(p, end, NULL);
	}
	for (i = 1; i <= 4; i++) {
		if (!isxdigit((unsigned char)q[i]))
			return (struct glyph){ 0 };
		glyph.code = glyph.code << 4 |
			(uint32_t)hex_value((unsigned char)q[i]);
	}
	if (glyph.code < 0x80 || (glyph.code & 0xF800) == 0xD800)
		return (struct glyph){ 0 };
	glyph.length = (uint32_t)(q + 5 - p);
	return glyph;
}

/* &rsquo;, and &amp;rsquo; where the ampersand was escaped again. */
static struct glyph
read_entity(const char *p, const char *end)
{
	struct glyph glyph = { 0, 0, true };
	uint32_t code[2], amp = 0, length;
	char once[ENTITY_MAX + 1];

	while (end - (p + amp) > 5 && !memcmp(p + amp + 1, "amp;", 4) &&
	       amp < 12)
		amp += 4;
	if (amp) {
		size_t n = (size_t)(end - (p + amp));

		/* as it was before the ampersand became &amp; */
		if (n > ENTITY_MAX)
			n = ENTITY_MAX;
		memcpy(once, p + amp, n);
		once[0] = '&';
		if (entity_read(once, once + n, code, &length) == 1) {
			glyph.code = code[0];
			glyph.length = amp + length;
			return glyph;
		}
	}
	if (entity_read(p, end, code, &length) != 1)
		return (struct glyph){ 0 };
	glyph.code = code[0];
	glyph.length = length;
	return glyph;
}

static struct glyph
read_ascii(const char *p, const char *end)
{
	switch (*p) {
	case '&':
		return read_entity(p, end);
	case '=':
		return read_escaped(p, end, "=");
	case '%':
		return read_escaped(p, end, "%");
	case '\\':
		return read_backslash(p, end);
	}
	return (struct glyph){ 0 };
}

/* The deepest reading that makes sense. */
static struct glyph
read_through(const char *p, const char *end, const struct codec *read)
{
	struct glyph best = read_layer(p, end, 0, read), deeper;
	unsigned layers;

	for (layers = 1; layers <= LAYERS; layers++) {
		deeper = read_layer(p, end, layers, read);
		if (!deeper.length)
			break;
		best = deeper;
	}
	return best;
}

struct glyph
glyph_read(const char *p, const char *end)
{
	struct glyph best;

	if (!(*p & 0x80)) {
		best = read_ascii(p, end);
		if (!best.length)
			best = (struct glyph){ (unsigned char)*p, 1, false };
	} else {
		best = read_through(p, end, NULL);
	}
	if (best.code >= 0x80 && best.code < 0xA0) {
		best.code = windows_1252[best.code - 0x80];
		best.repaired = true;
	}
	return best;
}

struct glyph
glyph_read_under(const char *p, const char *end, const struct regime *regime)
{
	struct glyph glyph;
	int byte;

	if (!regime || !(*p & 0x80))
		return glyph_read(p, end);
	if (!regime->written) {
		glyph = read_through(p, end, regime->read);
		return glyph.repaired ? glyph : glyph_read(p, end);
	}
	glyph = read_layer(p, end, 0, NULL);
	byte = codec_byte(regime->read, glyph.code);
	if (byte >= 0) {
		glyph.code = codec_char(regime->written,
			(unsigned char)byte);
		glyph.repaired = true;
	}
	return glyph;
}

/* Fewer characters beyond ASCII may be anything. */
#define REGIME_LEAST 6
/* Characters that are looked at; a paragraph is of one sort. */
#define REGIME_SAMPLE 400
/* Share of them that must make sense. */
#define REGIME_SHARE 0.85

/* How many characters beyond ASCII there are, and how many of them are part of
 * a sequence that the charset makes UTF-8 of. */
static size_t
count_repaired(const char *text, size_t n, const struct codec *read,
	size_t *all)
{
	const char *p = text, *end = text + n;
	size_t repaired = 0;

	*all = 0;
	while (*all < REGIME_SAMPLE) {
		struct glyph glyph;
		size_t codes;

		p = utf8_skip_ascii(p, end);
		if (p == end)
			break;
		glyph = read_through(p, end, read);
		codes = utf8_count(p, glyph.length);
		*all += codes;
		if (glyph.repaired)
			repaired += codes;
		p += glyph.length;
	}
	return repaired;
}

bool
glyph_find_regime(const char *text, size_t n, struct regime *found)
{
	const struct codec *const *codec;
	size_t all, most = count_repaired(text, n, NULL, &all);
	bool better = false;

	/* what glyph_read() makes most of needs no other */
	if (all < REGIME_LEAST || most * 2 > all)
		return false;
	for (codec = codecs; *codec && !(*codec)->multibyte; codec++) {
		size_t repaired = count_repaired(text, n, *codec, &all);

		if (repaired > most && (double)repaired >=
		    REGIME_SHARE * (double)all) {
			most = repaired;
			*found = (struct regime){ NULL, *codec };
			better = true;
		}
	}
	return better;
}

static bool
is_joiner(uint32_t code)
{
	static const uint32_t joiners[] = {
		'\'', '?', '_', '`', 0xB4, 0x2BC, 0x2018, 0x2019, 0x201B,
		0x2032, 0x25A1, 0xFF07, CODE_REPLACEMENT
	};
	size_t i;

	for (i = 0; i < sizeof(joiners) / sizeof(*joiners); i++)
		if (joiners[i] == code)
			return true;
	return false;
}

/* Scripts that are written without blanks between words. */
static bool
is_ideograph(uint32_t code)
{
	return u_hasBinaryProperty((UChar32)code, UCHAR_IDEOGRAPHIC) ||
		(code >= 0x3040 && code <= 0x30FF) ||
		u_getIntPropertyValue((UChar32)code, UCHAR_LINE_BREAK) ==
			U_LB_COMPLEX_CONTEXT;
}

static enum glyph_class
classify(uint32_t code)
{
	UChar32 c = (UChar32)code;
	uint32_t mask = U_GET_GC_MASK(c);

	if (is_joiner(code))
		return GLYPH_JOINER;
	if (u_isUWhiteSpace(c))
		return GLYPH_SPACE;
	if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		return GLYPH_INVISIBLE;
	if (mask & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK))
		return is_ideograph(code) ? GLYPH_IDEOGRAPH : GLYPH_WORD;
	return GLYPH_MARK;
}

enum glyph_class
glyph_class(uint32_t code)
{
	if (code < 0x80) {
		if (isalnum((int)code))
			return GLYPH_WORD;
		if (code == ' ' || (code >= '\t' && code <= '\r'))
			return GLYPH_SPACE;
		if (code < 0x20)	/* the low byte of a quote or dash */
			return GLYPH_JOINER;
		return is_joiner(code) ? GLYPH_JOINER : GLYPH_MARK;
	}
	return classify(code);
}

/* Letters that no decomposition takes apart but that are commonly written with
 * others. */
static const char *
plain_letters(uint32_t code)
{
	switch (code) {
	case 0xDF: case 0x1E9E:	return "ss";
	case 0xC6: case 0xE6:	return "ae";
	case 0x152: case 0x153:	return "oe";
	case 0xD8: case 0xF8:	return "o";
	case 0x110: case 0x111:	return "d";
	case 0x141: case 0x142:	return "l";
	case 0x131:		return "i";
	}
	return NULL;
}

unsigned
glyph_fold(uint32_t code, uint32_t folded[GLYPH_FOLD_MAX])
{
	UErrorCode status = U_ZERO_ERROR;
	UChar units[GLYPH_FOLD_MAX * 2];
	int32_t i = 0, n;
	unsigned count = 0;

	if (code < 0x80) {
		folded[0] = (uint32_t)tolower((int)code);
		return 1;
	}
	n = unorm2_getDecomposition(unorm2_getNFKDInstance(&status),
		(UChar32)code, units, GLYPH_FOLD_MAX * 2, &status);
	if (U_FAILURE(status) || n < 0) {
		n = 0;
		U16_APPEND_UNSAFE(units, n, (UChar32)code);
	}
	while (i < n) {
		const char *letters;
		UChar32 c;

		U16_NEXT(units, i, n, c);
		letters = plain_letters((uint32_t)c);
		if (letters)
			while (*letters && count < GLYPH_FOLD_MAX)
				folded[count++] = (unsigned char)*letters++;
		else if (u_charType(c) != U_NON_SPACING_MARK &&
			 count < GLYPH_FOLD_MAX)
			folded[count++] = (uint32_t)u_foldCase(c,
				U_FOLD_CASE_DEFAULT);
	}
	return count;
}
