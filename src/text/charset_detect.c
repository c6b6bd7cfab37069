/*
 * The list of evidence, strongest first.  Strict UTF-8 is hardly ever wrong,
 * so a document that is nearly UTF-8 stays it and shows its bad bytes; what
 * comes after is judged by agreement with the transcript, because detectors
 * that know only the bytes fail on English with a handful of curly quotes.
 */
#include "config.h"

#include "text/charset.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <unicode/ucsdet.h>

#include "base/utf8.h"

#define DECLARED_WITHIN 1024		/* WHATWG HTML, encoding sniffing */
#define SAMPLE 65536			/* bytes that tell enough */

static const char *
find_mark(const char *bytes, size_t n, size_t *length)
{
	static const char *const charsets[] = {
		"UTF-8", "UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"
	};
	size_t i;

	for (i = 0; i < sizeof(charsets) / sizeof(charsets[0]); i++) {
		*length = charset_bom(charsets[i], bytes, n);
		/* UTF-16 may begin with a NUL, UTF-32 is fours of bytes */
		if (*length && (*length != 4 || n % 4 == 0))
			return charsets[i];
	}
	return NULL;
}

/* ---- what a page says of itself ---- */

static const char *
find_text(const char *p, const char *end, const char *what)
{
	size_t n = strlen(what);

	for (; (size_t)(end - p) >= n; p++)
		if (!strncasecmp(p, what, n))
			return p;
	return NULL;
}

/* The value of attribute=value, with or without quotes. */
static const char *
read_label(const char *p, const char *end, char *label, size_t size)
{
	size_t n = 0;

	while (p < end && isspace((unsigned char)*p))
		p++;
	if (p == end || *p++ != '=')
		return NULL;
	while (p < end && (isspace((unsigned char)*p) || *p == '"' ||
		*p == '\''))
		p++;
	while (p < end && n + 1 < size &&
		(isalnum((unsigned char)*p) || strchr("-_:.()+", *p)) && *p)
		label[n++] = *p++;
	label[n] = '\0';
	return n ? charset_canonical(label) : NULL;
}

static const char *
find_declared(const char *bytes, size_t n)
{
	const char *p = bytes, *end, *at;
	char label[64];

	end = bytes + (n < DECLARED_WITHIN ? n : DECLARED_WITHIN);
	while (p < end && isspace((unsigned char)*p))
		p++;
	if (p == end || *p != '<')
		return NULL;
	if (find_text(p, end, "<?xml") == p) {
		at = find_text(p, end, "encoding");
		if (at && at < find_text(p, end, "?>"))
			return read_label(at + 8, end, label, sizeof(label));
	}
	while ((p = find_text(p, end, "<meta"))) {
		const char *stop = memchr(p, '>', (size_t)(end - p));

		if (!stop)
			return NULL;
		at = find_text(p, stop, "charset");
		if (at)
			return read_label(at + 7, stop, label, sizeof(label));
		p = stop;
	}
	return NULL;
}

/* A declaration that these bytes can be read by to be read at all is no
 * UTF-16, whatever it says; and UTF-8 has its own test. */
static bool
plausible_declared(const char *charset)
{
	return strncmp(charset, "UTF-", 4) != 0;
}

/* ---- UTF-16 and UTF-8 ---- */

/*
 * The blanks and line ends of any text in UTF-16 have a zero for their high
 * byte, so the zeros are all in odd places or all in even ones.  But a few NULs
 * may stand in any text: so most high bytes have to be zero or one other, as
 * they are in alphabets, or many low ones beyond ASCII, as in Chinese.
 */
static const char *
find_utf16(const char *bytes, size_t n, bool utf8)
{
	size_t count[2][256] = { { 0 } }, most = 0, beyond = 0, i;
	bool big;

	if (n > SAMPLE)
		n = SAMPLE;
	for (i = 0; i < n; i++)
		count[i & 1][(unsigned char)bytes[i]]++;
	big = count[0][0] > count[1][0];
	if (count[big][0] * 20 >= count[!big][0] ||
	    count[!big][0] * 200 < n)
		return NULL;
	for (i = 1; i < 256; i++) {
		if (count[!big][i] > most)
			most = count[!big][i];
		beyond += i >> 7 ? count[big][i] : 0;
	}
	if ((count[!big][0] + most) * 4 < n && (utf8 || beyond * 8 < n))
		return NULL;
	return big ? "UTF-16BE" : "UTF-16LE";
}

/*
 * Is it UTF-8 with some bad bytes?  Sequences of three bytes are hardly ever
 * well-formed by chance; those of two often are in EUC-JP and its kind.
 */
static bool
mostly_utf8(const char *bytes, size_t n)
{
	const char *p = bytes, *end = bytes + n;
	size_t twos = 0, longer = 0, bad = 0;

	while (p < end) {
		unsigned len;

		if (!(*p & 0x80)) {
			p++;
			continue;
		}
		if (utf8_decode(p, end, &len) == CODE_REPLACEMENT &&
		    (len < 3 || memcmp(p, "\xEF\xBF\xBD", 3)))
			bad += len == 1;	/* not one cut short */
		else if (len == 2)
			twos++;
		else
			longer++;
		p += len;
	}
	return (longer && longer * 2 >= bad) || twos + longer >= bad * 8;
}

/* ---- ICU's detector ---- */

static const char *
ask_icu(const char *bytes, size_t n)
{
	UErrorCode status = U_ZERO_ERROR;
	UCharsetDetector *detector = ucsdet_open(&status);
	const UCharsetMatch *match;
	const char *name = NULL;

	if (U_FAILURE(status))
		return NULL;
	ucsdet_setText(detector, bytes, (int32_t)(n < SAMPLE ? n : SAMPLE),
		&status);
	match = ucsdet_detect(detector, &status);
	if (U_SUCCESS(status) && match)
		name = ucsdet_getName(match, &status);
	if (U_SUCCESS(status) && name)
		name = charset_canonical(name);
	ucsdet_close(detector);
	return name;
}

const char *
charset_detect(const char *bytes, size_t n, const struct document *witness,
	size_t *bom_length)
{
	const char *found = find_mark(bytes, n, bom_length);
	bool utf8;

	if (found)
		return found;
	*bom_length = 0;
	found = find_declared(bytes, n);
	if (found && plausible_declared(found))
		return found;
	utf8 = utf8_valid_prefix(bytes, n) == n;
	if (memchr(bytes, 0, n) && (found = find_utf16(bytes, n, utf8)))
		return found;
	if (utf8 || mostly_utf8(bytes, n))
		return "UTF-8";
	found = charset_agree(bytes, n, witness);
	if (!found && witness)
		found = charset_agree(bytes, n, NULL);
	if (!found)
		found = ask_icu(bytes, n);
	return found && plausible_declared(found) ? found : "windows-1252";
}
