/*
 * It is one function that knows what to write for a character of HTML, and all
 * else comes through it.
 */
#include "config.h"

#include "report/html_text.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "report/escape.h"

#define NAME_SIZE 128
#define ENDLESS (UINT32_MAX / 4)	/* cells of a line */

static void
put_char(struct buffer *out, char c)
{
	switch (c) {
	case '&':
		buffer_puts(out, "&amp;");
		break;
	case '<':
		buffer_puts(out, "&lt;");
		break;
	case '>':
		buffer_puts(out, "&gt;");
		break;
	case '"':
		buffer_puts(out, "&quot;");
		break;
	case '\'':
		buffer_puts(out, "&#39;");
		break;
	default:
		buffer_putc(out, c);
	}
}

static void
put(struct buffer *out, const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		put_char(out, text[i]);
}

/* "ZERO WIDTH SPACE", "control-001B" */
static void
put_name(struct buffer *out, uint32_t code)
{
	char name[NAME_SIZE];
	UErrorCode status = U_ZERO_ERROR;
	int32_t n = u_charName((UChar32)code, U_EXTENDED_CHAR_NAME, name,
		NAME_SIZE, &status);

	if (U_FAILURE(status) || n <= 0)
		buffer_puts(out, "no character");
	else if (name[0] == '<')
		put(out, name + 1, (size_t)n - 2);
	else
		put(out, name, (size_t)n);
}

/* "<U+200B>" or "<0xFF>" as a box with a name. */
static void
put_box(struct buffer *out, const char *spelt, size_t n)
{
	buffer_puts(out, "<abbr class=\"box\" title=\"");
	if (spelt[1] == 'U')
		put_name(out, (uint32_t)strtoul(spelt + 3, NULL, 16));
	else
		buffer_puts(out, "a byte that is not UTF-8");
	buffer_puts(out, "\">");
	put(out, spelt + 1, n - 2);
	buffer_puts(out, "</abbr>");
}

static void
put_text(struct buffer *out, const char *text, size_t n, unsigned flags)
{
	const char *p = text, *end = text + n;

	while (p < end) {
		struct shape shape;

		p = escape_next(p, end, flags, &shape);
		if (shape.spelt)
			put_box(out, shape.text, shape.n);
		else
			put(out, shape.text, shape.n);
	}
}

void
html_text(struct buffer *out, const char *text, size_t n)
{
	put_text(out, text, n, 0);
}

void
html_exact(struct buffer *out, const char *text, size_t n)
{
	put_text(out, text, n, ESCAPE_EXACT);
}

void
html_blank(struct buffer *out, const char *text, size_t n)
{
	const char *p = text, *end = text + n;

	if (memchr(text, '\n', n) || memchr(text, '\r', n)) {
		buffer_puts(out, "¶");
		return;
	}
	while (p < end) {
		unsigned len;

		utf8_decode(p, end, &len);
		if (*p == ' ')
			buffer_puts(out, "␣");
		else
			html_exact(out, p, len);
		p += len;
	}
}

void
html_attribute(struct buffer *out, const char *text, size_t n)
{
	struct buffer shown = BUFFER_INIT;

	escape_add(&shown, text, n, 0);
	put(out, shown.data, shown.len);
	buffer_release(&shown);
}

void
html_own(struct buffer *out, const char *words)
{
	put(out, words, strlen(words));
}

static const char *
tag_of(enum style style)
{
	return style == STYLE_REPRINT ? "ins" :
		style == STYLE_TRANSCRIPT ? "del" : "span";
}

static void
put_opening(struct buffer *out, enum style style)
{
	if (style == STYLE_REPRINT || style == STYLE_TRANSCRIPT)
		buffer_printf(out, "<%s>", tag_of(style));
	else if (style != STYLE_PLAIN)
		buffer_printf(out, "<span class=\"%s\">", styles[style].name);
}

static void
put_closing(struct buffer *out, enum style style)
{
	if (style != STYLE_PLAIN)
		buffer_printf(out, "</%s>", tag_of(style));
}

static void
put_line(struct buffer *out, const struct flow *flow,
	const struct line *line)
{
	const struct text_run *run = flow->run + line->run;
	const struct text_run *end = run + line->nrun;
	enum style style = STYLE_PLAIN;

	for (; run < end; run++) {
		if (run->ink.style != style) {
			put_closing(out, style);
			style = run->ink.style;
			put_opening(out, style);
		}
		if (run->spelt)
			put_box(out, flow->shown.data + run->start, run->n);
		else
			put(out, flow->shown.data + run->start, run->n);
	}
	put_closing(out, style);
}

void
html_flow(struct buffer *out, const struct flow *flow)
{
	size_t i;

	for (i = 0; i < flow->nline; i++) {
		if (i)
			buffer_putc(out, ' ');
		put_line(out, flow, &flow->line[i]);
	}
}

void
html_flow_init(struct flow *flow)
{
	flow_init(flow, ENDLESS, 0);
	flow->parts_spelt = true;
}
