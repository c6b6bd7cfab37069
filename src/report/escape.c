/*
 * One place decides what is safe to show, so that no report has a way around
 * it.  Cells come from ICU's tables rather than from wcwidth(), which knows
 * only the locale it is called in: a report is the same everywhere.  What
 * terminals disagree about (joiners, variation selectors) is spelt out and
 * thus has a width that all agree on.
 */
#include "config.h"

#include "report/escape.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <unicode/uchar.h>

#include "base/utf8.h"

#define MASK(type) (1u << (type))
#define MARKS (MASK(U_NON_SPACING_MARK) | MASK(U_ENCLOSING_MARK))
#define SHAPELESS (MASK(U_CONTROL_CHAR) | MASK(U_FORMAT_CHAR) | \
	MASK(U_LINE_SEPARATOR) | MASK(U_PARAGRAPH_SEPARATOR) | \
	MASK(U_PRIVATE_USE_CHAR) | MASK(U_UNASSIGNED) | MASK(U_SURROGATE))

static const struct {
	const char *own, *ascii;
} furniture[] = {
	{ "…", "..." }, { "“", "\"" }, { "”", "\"" }, { "’", "'" },
	{ "–", "-" }, { "←", "<-" }, { "×", "x" }, { "·", ";" },
	{ "¶", "/" }, { "␣", "_" }, { "▸", ">" }, { "▾", "v" }, { "│", "|" },
	{ "─", "-" }, { "┼", "+" }, { "┴", "+" }, { "▐", "{" }, { "▌", "}" },
	{ "█", "#" }, { "▓", "#" }, { "▒", "+" }, { "░", "." }
};

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool
escape_is_shapeless(uint32_t code)
{
	return MASK(u_charType((UChar32)code)) & SHAPELESS ||
		u_hasBinaryProperty((UChar32)code,
			UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool
escape_is_command(const char *p, const char *end)
{
	static const char *const commands[] = { "::", "##[", "##vso[",
		"##teamcity[" };
	size_t i;

	for (i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		size_t n = strlen(commands[i]);

		if ((size_t)(end - p) >= n && !strncasecmp(p, commands[i], n))
			return true;
	}
	return false;
}

/* Sits on the character before it: a mark, or the later letters of a Hangul
 * syllable. */
static bool
is_extending(uint32_t code)
{
	int type;

	if (code < 0x300)
		return false;
	if (MASK(u_charType((UChar32)code)) &
	    (MARKS | MASK(U_COMBINING_SPACING_MARK)))
		return !escape_is_shapeless(code);
	type = u_getIntPropertyValue((UChar32)code,
		UCHAR_HANGUL_SYLLABLE_TYPE);
	return type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO;
}

static unsigned
code_cells(uint32_t code)
{
	int width;

	if (code < 0x300)
		return 1;
	if (is_extending(code))
		return u_charType((UChar32)code) == U_COMBINING_SPACING_MARK;
	width = u_getIntPropertyValue((UChar32)code,
		UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

static enum wrap
code_wrap(uint32_t code)
{
	if (code < 0x80) {
		if (strchr("([{", (int)code))
			return WRAP_OPEN;
		return strchr(",.;:!?)]}'\"%", (int)code) ? WRAP_CLOSE :
			WRAP_LETTER;
	}
	switch (u_getIntPropertyValue((UChar32)code, UCHAR_LINE_BREAK)) {
	case U_LB_OPEN_PUNCTUATION:
		return WRAP_OPEN;
	case U_LB_CLOSE_PUNCTUATION:
	case U_LB_CLOSE_PARENTHESIS:
	case U_LB_EXCLAMATION:
	case U_LB_INFIX_NUMERIC:
	case U_LB_NONSTARTER:
	case U_LB_QUOTATION:
		return WRAP_CLOSE;
	case U_LB_IDEOGRAPHIC:
	case U_LB_CONDITIONAL_JAPANESE_STARTER:
	case U_LB_H2:
	case U_LB_H3:
		return WRAP_IDEOGRAPH;
	default:
		return WRAP_LETTER;
	}
}

static void
spell(struct shape *shape, const char *format, uint32_t code)
{
	shape->n = (unsigned)snprintf(shape->text, SHAPE_MAX, format,
		(unsigned)code);
	shape->cells = shape->n;
	shape->wrap = WRAP_LETTER;
	shape->spelt = true;
}

static const char *
fold_blanks(const char *p, const char *end, unsigned flags,
	struct shape *shape)
{
	unsigned nbreak = 0;

	for (; p < end && is_blank(*p); p++)
		nbreak += *p == '\n' || (*p == '\r' &&
			(p + 1 == end || p[1] != '\n'));
	shape->class = nbreak > 1 ? SHAPE_PILCROW : SHAPE_BLANK;
	strcpy(shape->text, nbreak < 2 ? " " :
		flags & ESCAPE_ASCII ? " / " : " ¶ ");
	shape->n = (unsigned)strlen(shape->text);
	shape->cells = nbreak > 1 ? 3 : 1;
	return p;
}

static const char *
add_marks(const char *p, const char *end, struct shape *shape)
{
	while (p < end && (unsigned char)*p >= 0x80) {
		unsigned len;
		uint32_t code = utf8_decode(p, end, &len);

		if (!is_extending(code) || shape->n + len > SHAPE_MAX)
			break;
		memcpy(shape->text + shape->n, p, len);
		shape->n += len;
		shape->cells += code_cells(code);
		p += len;
	}
	return p;
}

/* U+FFFD that stands in the text, not for bytes that are none. */
static bool
is_ill_formed(const char *p, unsigned len, uint32_t code)
{
	return code == CODE_REPLACEMENT &&
		(len != 3 || memcmp(p, "\xEF\xBF\xBD", 3));
}

static const char *
take_shape(const char *p, const char *end, unsigned flags,
	struct shape *shape)
{
	unsigned len;
	uint32_t code = utf8_decode(p, end, &len);

	if (is_ill_formed(p, len, code)) {
		spell(shape, "<0x%02X>", (unsigned char)*p);
		return p + 1;
	}
	if ((code >= 0x80 && flags & ESCAPE_ASCII) ||
	    escape_is_shapeless(code) || is_extending(code) ||
	    (flags & ESCAPE_EXACT && code != ' ' &&
	    u_charType((UChar32)code) == U_SPACE_SEPARATOR)) {
		spell(shape, "<U+%04X>", code);
		return p + len;
	}
	memcpy(shape->text, p, len);
	shape->n = len;
	shape->cells = code_cells(code);
	shape->wrap = code_wrap(code);
	if (flags & ESCAPE_ASCII)
		return p + len;
	return add_marks(p + len, end, shape);
}

const char *
escape_next(const char *p, const char *end, unsigned flags,
	struct shape *shape)
{
	bool plain_next = p + 1 == end || (unsigned char)p[1] < 0x80;

	shape->class = SHAPE_CHARACTER;
	shape->wrap = WRAP_LETTER;
	shape->spelt = false;
	if (is_blank(*p) && !(flags & ESCAPE_EXACT))
		return fold_blanks(p, end, flags, shape);
	if ((*p == '#' || *p == ':') && escape_is_command(p, end)) {
		spell(shape, "<U+%04X>", (unsigned char)*p);
		return p + 1;
	}
	if (*p >= ' ' && *p < 0x7F && plain_next) {
		shape->text[0] = *p;
		shape->n = 1;
		shape->cells = 1;
		shape->wrap = code_wrap((unsigned char)*p);
		return p + 1;
	}
	return take_shape(p, end, flags, shape);
}

void
escape_add(struct buffer *out, const char *text, size_t n, unsigned flags)
{
	const char *p = text, *end = text + n;

	while (p < end) {
		struct shape shape;

		p = escape_next(p, end, flags, &shape);
		buffer_add(out, shape.text, shape.n);
	}
}

size_t
escape_cells(const char *text, size_t n, unsigned flags)
{
	const char *p = text, *end = text + n;
	size_t cells = 0;

	while (p < end) {
		struct shape shape;

		p = escape_next(p, end, flags, &shape);
		cells += shape.cells;
	}
	return cells;
}

bool
escape_is_blank(const char *text, size_t n)
{
	const char *p = text, *end = text + n;

	while (p < end) {
		unsigned len;

		if (!u_isUWhiteSpace((UChar32)utf8_decode(p, end, &len)))
			return false;
		p += len;
	}
	return n > 0;
}

static const char *
ascii_of(const char *own, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof(furniture) / sizeof(furniture[0]); i++)
		if (!strncmp(furniture[i].own, own, n))
			return furniture[i].ascii;
	return "?";
}

void
escape_own(struct buffer *out, const char *words, unsigned flags)
{
	const char *p = words, *end = words + strlen(words);

	while (p < end) {
		unsigned len;
		uint32_t code = utf8_decode(p, end, &len);

		if (code >= 0x80 && flags & ESCAPE_ASCII)
			buffer_puts(out, ascii_of(p, len));
		else
			buffer_add(out, p, len);
		p += len;
	}
}

/* ---- lines ---- */

/* A line that begins with digits, two dots and a digit is a plan of TAP. */
static bool
is_plan(const char *line)
{
	size_t n = strspn(line, "0123456789");

	return n && !strncmp(line + n, "..", 2);
}

/* "ok" and "not ok", but not "okra". */
static bool
is_test(const char *line)
{
	line += strncmp(line, "not ", 4) ? 0 : 4;
	return !strncmp(line, "ok", 2) && (unsigned char)line[2] < 0x80 &&
		!isalnum((unsigned char)line[2]) && line[2] != '_';
}

/* A line of TAP, or one by which Buildkite makes groups. */
static bool
is_told(const char *line)
{
	static const char *const heads[] = { "Bail out!", "TAP version",
		"pragma ", "--- ", "+++ ", "~~~ ", "^^^ " };
	size_t i;

	for (i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (!strncasecmp(line, heads[i], strlen(heads[i])))
			return true;
	return is_plan(line) || is_test(line);
}

/* Puts the text in the place of n bytes. */
static void
replace(struct buffer *out, size_t at, size_t n, const char *text)
{
	size_t len = strlen(text), rest = out->len - at - n;

	buffer_reserve(out, len);
	memmove(out->data + at + len, out->data + at + n, rest);
	memcpy(out->data + at, text, len);
	out->len += len - n;
	out->data[out->len] = '\0';
}

/* A blank keeps a line from being one of TAP, but not from being obeyed. */
void
escape_line(struct buffer *out, size_t start)
{
	size_t at = start;

	if (out->len == start)
		return;
	while (out->data[at] == ' ')
		at++;
	if (!strncmp(out->data + at, "::", 2))
		replace(out, at, 1, "<U+003A>");
	for (; at < out->len; at++)
		if (out->data[at] == '#' && escape_is_command(out->data + at,
		    out->data + out->len))
			replace(out, at, 1, "<U+0023>");
	if (is_told(out->data + start))
		replace(out, start, 0, " ");
}
