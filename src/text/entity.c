/*
 * The names are an HTML parser's business, so one is asked, with nothing but
 * the reference to parse.  Numbers are read here: gumbo 0.10 lets
 * &#4294967361; wrap around to "A".
 */
#include "config.h"

#include "text/entity.h"

#include <ctype.h>
#include <gumbo.h>
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

static unsigned
read_number(const char *p, uint32_t n, uint32_t code[2])
{
	bool hex = n && (*p == 'x' || *p == 'X');
	uint32_t value = 0;
	uint32_t i;

	for (i = hex; i < n; i++) {
		int c = tolower((unsigned char)p[i]);

		if (!(hex ? isxdigit(c) : isdigit(c)))
			return 0;
		value = value * (hex ? 16 : 10) +
			(uint32_t)(isdigit(c) ? c - '0' : c - 'a' + 10);
		if (value > 0x10FFFF)
			return 0;
	}
	if (n == hex || !value || (value >= 0xD800 && value <= 0xDFFF))
		return 0;
	code[0] = value;
	return 1;
}

static const char *
first_text(const GumboNode *node)
{
	unsigned i;

	if (node->type == GUMBO_NODE_TEXT)
		return node->v.text.text;
	if (node->type != GUMBO_NODE_ELEMENT)
		return NULL;
	for (i = 0; i < node->v.element.children.length; i++) {
		const char *text =
			first_text(node->v.element.children.data[i]);

		if (text)
			return text;
	}
	return NULL;
}

static unsigned
read_name(const char *p, uint32_t length, uint32_t code[2])
{
	GumboOptions options = kGumboDefaultOptions;
	GumboOutput *parsed;
	const char *text;
	unsigned n = 0;

	options.max_errors = 0;
	parsed = gumbo_parse_with_options(&options, p, length);
	text = first_text(parsed->root);
	/* what is no reference stays as it was; "&amp;" does not */
	if (text && (*text != '&' || !text[1])) {
		const char *end = text + strlen(text);

		while (text < end && n < 2) {
			unsigned len;

			code[n++] = utf8_decode(text, end, &len);
			text += len;
		}
		if (text < end)
			n = 0;
	}
	gumbo_destroy_output(&options, parsed);
	return n;
}

/* Longest of the names that browsers know without a semicolon: "&thetasym" has
 * none, "&frac12" and "&middot" have. */
#define BARE_MOST 8

/* "&eacutet": a letter whose semicolon was lost, and what follows it. */
static unsigned
read_bare_name(const char *p, const char *end, uint32_t code[2],
	uint32_t *length)
{
	uint32_t n;

	if (end - p > BARE_MOST)
		end = p + BARE_MOST;
	for (n = (uint32_t)(end - p); n > 3; n--) {
		if (read_name(p, n, code) != 1 || code[0] < 0xA0)
			continue;
		*length = n;
		return 1;
	}
	return 0;
}

unsigned
entity_read(const char *p, const char *end, uint32_t code[2], uint32_t *length)
{
	const char *q = p + 1;

	if (end - p < 4 || *p != '&')
		return 0;
	if (end - p > ENTITY_MAX)
		end = p + ENTITY_MAX;
	while (q < end && (isalnum((unsigned char)*q) || (*q == '#' &&
		q == p + 1)))
		q++;
	if (q == end || *q != ';')
		return p[1] == '#' ? 0 : read_bare_name(p, q, code, length);
	*length = (uint32_t)(q + 1 - p);
	if (p[1] == '#')
		return read_number(p + 2, *length - 3, code);
	return read_name(p, *length, code);
}
