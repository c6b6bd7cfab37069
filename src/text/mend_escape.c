/*
 * References and escapes are undone as the text is read.  Where the characters
 * they are written with mean something else too (a URL, a sum, a path) they are
 * left alone, unless the document has enough of them to be of that sort.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "text/glyph.h"
#include "text/mend_cell.h"

/* Escapes of one byte, or of a mark, need so many of their kind. */
#define QUOTED_LEAST 2
/* Bytes of a word that are looked at. */
#define WORD_MOST 200
/* A text with so many tags is markup. */
#define TAGS_LEAST 3

struct reader {
	const char *text, *start, *end;	/* of the stretch */
	struct evidence *seen;
};

static struct cell
cell_of(const struct reader *reader, const char *p, uint32_t length,
	uint32_t code, unsigned steps)
{
	return (struct cell){ .code = code, .steps = (uint16_t)steps,
		.start = (uint32_t)(p - reader->text),
		.end = (uint32_t)(p - reader->text) + length };
}

static bool
letter_at(const struct reader *reader, const char *p)
{
	return p >= reader->start && p < reader->end &&
		(isalpha((unsigned char)*p) || *p & 0x80);
}

/* What stands between blanks around p. */
static struct span
word_around(const struct reader *reader, const char *p)
{
	const char *start = p, *end = p;

	while (start > reader->start && p - start < WORD_MOST &&
	       (unsigned char)start[-1] > ' ')
		start--;
	while (end < reader->end && end - p < WORD_MOST &&
	       (unsigned char)*end > ' ')
		end++;
	return (struct span){ (uint32_t)(start - reader->text),
		(uint32_t)(end - reader->text) };
}

/* An address, a path, a query. */
static bool
is_address(const struct reader *reader, struct span word)
{
	const char *p = reader->text + word.start;
	const char *end = reader->text + word.end;

	for (; p < end; p++)
		if (strchr("/@=?#<>{}\\", *p) || (end - p > 4 &&
				!memcmp(p, "www.", 4)))
			return true;
	return false;
}

static bool
is_url(const struct reader *reader, struct span word)
{
	const char *p = reader->text + word.start;
	const char *end = reader->text + word.end;

	for (; p + 3 < end; p++)
		if (!memcmp(p, "://", 3) || !memcmp(p, "www.", 4))
			return true;
	return false;
}

static unsigned
count_percents(const struct reader *reader, struct span word)
{
	const char *p = reader->text + word.start;
	const char *end = reader->text + word.end;
	unsigned n = 0;

	for (; p + 2 < end; p++)
		n += *p == '%' && isxdigit((unsigned char)p[1]) &&
			isxdigit((unsigned char)p[2]);
	return n;
}

static int
hex_byte(const char *p)
{
	static const char digits[] = "0123456789ABCDEF";
	const char *high = strchr(digits, toupper((unsigned char)p[0]));
	const char *low = strchr(digits, toupper((unsigned char)p[1]));

	if (!high || !low || !*high || !*low)
		return -1;
	return (int)((high - digits) << 4 | (low - digits));
}

/* ---- one sort each; length 0: there is none ---- */

/* In markup a reference is in place, unless it is escaped again. */
static struct cell
read_reference(const struct reader *reader, const char *p)
{
	bool markup = reader->seen->complete &&
		reader->seen->tags >= TAGS_LEAST;
	bool again = reader->end - p > 5 && !memcmp(p, "&amp;", 5);
	struct glyph glyph = { 0, 0, false };

	if (!markup || again)
		glyph = glyph_read(p, reader->end);
	if (markup && glyph.length == 5)
		glyph.repaired = false;
	return cell_of(reader, p, glyph.repaired ? glyph.length : 0,
		glyph.code, MEND_ENTITY);
}

/* A byte alone may be one of windows-1252; or of a sum, or the beginning of
 * what an option is set to. */
static bool
is_quoted_byte(const struct reader *reader, const char *p)
{
	if (reader->seen->complete && reader->seen->quoted >= QUOTED_LEAST)
		return true;
	if (!reader->seen->complete && letter_at(reader, p - 1) &&
	    p + 3 < reader->end && islower((unsigned char)p[3]) &&
	    !islower((unsigned char)p[1]) && !islower((unsigned char)p[2]) &&
	    (isdigit((unsigned char)p[1]) || isdigit((unsigned char)p[2])))
		reader->seen->quoted++;
	return false;
}

static struct cell
read_quoted(const struct reader *reader, const char *p)
{
	struct glyph glyph = glyph_read(p, reader->end);
	struct cell none = { 0 };
	int byte;

	if (is_url(reader, word_around(reader, p)))
		return none;
	if (glyph.repaired && glyph.length > 3) {
		if (!reader->seen->complete)
			reader->seen->quoted += 2;
		return cell_of(reader, p, glyph.length, glyph.code,
			MEND_ESCAPE);
	}
	if (glyph.repaired)
		return is_quoted_byte(reader, p) ? cell_of(reader, p, 3,
			glyph.code, MEND_ESCAPE) : none;
	if (!reader->seen->complete || reader->seen->quoted < QUOTED_LEAST ||
	    reader->end - p < 2)
		return none;
	if (p[1] == '\n' || p[1] == '\r') {
		uint32_t length = 2 + (p + 2 < reader->end && p[1] == '\r' &&
			p[2] == '\n');
		struct cell gone = cell_of(reader, p, length, '=',
			MEND_ESCAPE);

		gone.gone = true;
		return gone;
	}
	byte = reader->end - p > 2 ? hex_byte(p + 1) : -1;
	return byte == '=' || byte == ' ' || byte == '\t' ? cell_of(reader, p,
		3, (uint32_t)byte, MEND_ESCAPE) : none;
}

static struct cell
read_percent(const struct reader *reader, const char *p)
{
	struct glyph glyph = glyph_read(p, reader->end);
	struct span word;
	struct cell none = { 0 };
	int byte = reader->end - p > 2 ? hex_byte(p + 1) : -1;

	if (byte < ' ')
		return none;
	word = word_around(reader, p);
	if (is_address(reader, word))
		return none;
	if (glyph.repaired && glyph.length > 3)
		return cell_of(reader, p, glyph.length, glyph.code,
			MEND_ESCAPE);
	if (byte < 0x7F && !isalnum(byte) && letter_at(reader, p + 3) &&
	    count_percents(reader, word) > 1)
		return cell_of(reader, p, 3, (uint32_t)byte, MEND_ESCAPE);
	return none;
}

/* The code unit of \u2019 at p, or 0. */
static uint32_t
read_unit(const struct reader *reader, const char *p)
{
	int high, low;

	if (reader->end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return 0;
	high = hex_byte(p + 2);
	low = hex_byte(p + 4);
	return high < 0 || low < 0 ? 0 : (uint32_t)(high << 8 | low);
}

static struct cell
read_backslash(const struct reader *reader, const char *p)
{
	struct glyph glyph = glyph_read(p, reader->end);
	uint32_t high = read_unit(reader, p), low;
	struct cell none = { 0 };

	if (p > reader->start && p[-1] == '\\')
		return none;
	if ((high & 0xFC00) == 0xD800) {
		low = read_unit(reader, p + 6);
		if ((low & 0xFC00) != 0xDC00)
			return none;
		return cell_of(reader, p, 12, 0x10000 + ((high & 0x3FF) << 10) +
			(low & 0x3FF), MEND_ESCAPE);
	}
	if (high >= ' ' && high < 0x7F && !isalnum((int)high))
		return cell_of(reader, p, 6, high, MEND_ESCAPE);
	/* \x92 alone may be of a program */
	if (!glyph.repaired || glyph.length == 4)
		return none;
	return cell_of(reader, p, glyph.length, glyph.code, MEND_ESCAPE);
}

/* ---- all of them ---- */

static struct cell
read_escape(const struct reader *reader, const char *p)
{
	switch (*p) {
	case '&':
		return read_reference(reader, p);
	case '=':
		return read_quoted(reader, p);
	case '%':
		return read_percent(reader, p);
	case '\\':
		return read_backslash(reader, p);
	}
	return (struct cell){ 0 };
}

/* Scripts that run from the right, or whose letters join or pile up, or that
 * do not part words by blanks, have need of characters that do not show. */
static void
look_at_script(struct evidence *seen, uint32_t code)
{
	UCharDirection direction = u_charDirection((UChar32)code);
	int32_t joining = u_getIntPropertyValue((UChar32)code,
		UCHAR_JOINING_TYPE);

	seen->right_to_left += direction == U_RIGHT_TO_LEFT ||
		direction == U_RIGHT_TO_LEFT_ARABIC;
	if (u_isalpha((UChar32)code))
		seen->shaped += joining == U_JT_DUAL_JOINING ||
			(code >= 0x0900 && code <= 0x109F) ||
			(code >= 0x1780 && code <= 0x17FF);
}

/* <p>, </p>, <a href=…>: of the tags of HTML those that text has. */
static bool
is_tag(const char *p, const char *end)
{
	static const char *const names[] = { "a", "abbr", "b", "blockquote",
		"body", "br", "div", "em", "h1", "h2", "h3", "h4", "head",
		"html", "i", "img", "li", "link", "meta", "ol", "p", "script",
		"span", "strong", "sub", "sup", "table", "td", "th", "tr", "u",
		"ul" };
	const char *name = p + 1 + (p + 1 < end && p[1] == '/');
	size_t i, n = 0;

	while (name + n < end && isalnum((unsigned char)name[n]))
		n++;
	if (name + n >= end || !strchr(" >/\t\r\n", name[n]))
		return false;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strlen(names[i]) == n && !strncasecmp(names[i], name, n))
			return true;
	return false;
}

static void
look_at(const struct reader *reader, const char *p, uint32_t code)
{
	struct evidence *seen = reader->seen;

	if (code == '<')
		seen->tags += is_tag(p, reader->end);
	else if (code >= 0x80 && code < 0xA0)
		seen->controls += code != 0x85;
	else if (code >= 0x80)
		seen->high += code != CODE_REPLACEMENT;
	if (code >= 0x590)
		look_at_script(seen, code);
}

void
mend_read(const char *text, struct span stretch, struct evidence *seen,
	struct cells *out)
{
	struct reader reader = { text, text + stretch.start,
		text + stretch.end, seen };
	const char *p = reader.start;

	while (p < reader.end) {
		struct cell cell = read_escape(&reader, p);

		if (cell.start == cell.end) {
			unsigned length;
			uint32_t code = utf8_decode(p, reader.end, &length);

			cell = cell_of(&reader, p, length, code, 0);
			if (!seen->complete)
				look_at(&reader, p, code);
		}
		p = text + cell.end;
		*ARRAY_ADD(out->cell, out->n, out->cap) = cell;
	}
}
