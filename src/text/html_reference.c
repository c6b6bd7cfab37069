/*
 * Which names there are, and which of them need no semicolon, is the parser's
 * knowledge, so it is asked with nothing but the reference to parse; pages use
 * the same few again and again, and those are remembered.
 */
#include "config.h"

#include "text/html_tree.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

static unsigned
reference_length(const char *p, const char *end)
{
	const char *q = p + 1;

	if (end - p > HTML_REFERENCE_LENGTH)
		end = p + HTML_REFERENCE_LENGTH;
	if (q < end && *q == '#')
		q++;
	while (q < end && isalnum((unsigned char)*q))
		q++;
	if (q < end && *q == ';')
		q++;
	return (unsigned)(q - p);
}

/* Length of a number beyond all characters, or 0: gumbo 0.10 lets one of 33
 * bits wrap around. */
static unsigned
huge_number(const struct html_reference *ref)
{
	const char *p = ref->source + 2;
	bool hex = *p == 'x' || *p == 'X';
	unsigned digits = 0;

	if (ref->source[1] != '#')
		return 0;
	for (p += hex; *p == '0'; p++)
		;
	while (hex ? isxdigit((unsigned char)*p) : isdigit((unsigned char)*p)) {
		p++;
		digits++;
	}
	if (digits <= (hex ? 6 : 7))
		return 0;
	return (unsigned)(p - ref->source) + (*p == ';');
}

static const char *
only_text(const GumboNode *node)
{
	const GumboVector *children = &node->v.element.children;

	if (node->type == GUMBO_NODE_TEXT)
		return node->v.text.text;
	if (node->type != GUMBO_NODE_ELEMENT || !children->length)
		return NULL;
	return only_text(children->data[children->length - 1]);
}

/*
 * Asks the parser.  What follows a reference without semicolon ("&copy2016")
 * comes back as it was, so the end the two have in common is no part of it.
 */
static void
ask_parser(struct html_reference *ref)
{
	char html[HTML_REFERENCE_LENGTH + 8] = "x";
	unsigned n = ref->nsource;
	struct html_tree tree;
	struct error ignored;
	const char *text;
	size_t ntext;

	memcpy(html + 1, ref->source, n);
	if (html_tree_parse(&tree, html, n + 1, &ignored))
		return;
	text = only_text(tree.root);
	if (text && *text == 'x') {
		ntext = strlen(++text);
		while (n && ntext && ref->source[n - 1] == text[ntext - 1]) {
			n--;
			ntext--;
		}
		if (n && ntext <= sizeof(ref->text)) {
			ref->length = n;
			ref->ntext = (unsigned)ntext;
			memcpy(ref->text, text, ntext);
		}
	}
	html_tree_release(&tree);
}

static void
resolve(struct html_reference *ref)
{
	ref->length = huge_number(ref);
	if (ref->length)
		ref->ntext = utf8_encode(CODE_REPLACEMENT, ref->text);
	else
		ask_parser(ref);
}

const struct html_reference *
html_reference_find(struct html_references *refs, const char *p,
	const char *end)
{
	unsigned n = reference_length(p, end), hash = n, i;
	struct html_reference *ref;

	for (i = 0; i < n; i++)
		hash = hash * 31 + (unsigned char)p[i];
	ref = &refs->cache[hash % HTML_REFERENCES];
	if (ref->nsource == n && !memcmp(ref->source, p, n))
		return ref;
	memset(ref, 0, sizeof(*ref));
	ref->nsource = n;
	memcpy(ref->source, p, n);
	if (n > 2)
		resolve(ref);
	return ref;
}
