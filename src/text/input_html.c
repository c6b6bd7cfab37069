/*
 * A browser's parser builds the tree, as pages are hardly ever well-formed;
 * the text itself is read from the source beneath each text node, because only
 * there it is known what stood for what.  No attempt is made to find the
 * article by its looks: what the page says of itself (nav, aside, footer,
 * article, main) is believed unless that would leave out most of the words, and
 * the rest is left to the alignment.
 */
#include "config.h"

#include "text/input.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "text/html_tree.h"

#define MAX_DEPTH 1000		/* of elements */
#define SNIFFED 65536		/* bytes that tell enough */

/* What an element is to the text. */
enum role {
	INLINE,
	BLOCK,
	PREFORMATTED,		/* a block whose line breaks are kept */
	LINE_BREAK,
	UNSEEN,			/* no browser shows it */
	MENU,			/* never a part of the article */
	FURNITURE		/* not a part of it, where that is believable */
};

static const unsigned char roles[GUMBO_TAG_LAST + 1] = {
	[GUMBO_TAG_ADDRESS] = BLOCK, [GUMBO_TAG_ARTICLE] = BLOCK,
	[GUMBO_TAG_BLOCKQUOTE] = BLOCK, [GUMBO_TAG_BODY] = BLOCK,
	[GUMBO_TAG_CAPTION] = BLOCK, [GUMBO_TAG_CENTER] = BLOCK,
	[GUMBO_TAG_DD] = BLOCK, [GUMBO_TAG_DETAILS] = BLOCK,
	[GUMBO_TAG_DIR] = BLOCK, [GUMBO_TAG_DIV] = BLOCK,
	[GUMBO_TAG_DL] = BLOCK, [GUMBO_TAG_DT] = BLOCK,
	[GUMBO_TAG_FIELDSET] = BLOCK, [GUMBO_TAG_FIGCAPTION] = BLOCK,
	[GUMBO_TAG_FIGURE] = BLOCK, [GUMBO_TAG_H1] = BLOCK,
	[GUMBO_TAG_H2] = BLOCK, [GUMBO_TAG_H3] = BLOCK,
	[GUMBO_TAG_H4] = BLOCK, [GUMBO_TAG_H5] = BLOCK,
	[GUMBO_TAG_H6] = BLOCK, [GUMBO_TAG_HEADER] = BLOCK,
	[GUMBO_TAG_HGROUP] = BLOCK, [GUMBO_TAG_HR] = BLOCK,
	[GUMBO_TAG_LEGEND] = BLOCK, [GUMBO_TAG_LI] = BLOCK,
	[GUMBO_TAG_MAIN] = BLOCK, [GUMBO_TAG_MENU] = BLOCK,
	[GUMBO_TAG_OL] = BLOCK, [GUMBO_TAG_P] = BLOCK,
	[GUMBO_TAG_SECTION] = BLOCK, [GUMBO_TAG_SUMMARY] = BLOCK,
	[GUMBO_TAG_TABLE] = BLOCK, [GUMBO_TAG_TD] = BLOCK,
	[GUMBO_TAG_TH] = BLOCK, [GUMBO_TAG_TR] = BLOCK,
	[GUMBO_TAG_UL] = BLOCK,

	[GUMBO_TAG_LISTING] = PREFORMATTED, [GUMBO_TAG_PRE] = PREFORMATTED,
	[GUMBO_TAG_PLAINTEXT] = PREFORMATTED, [GUMBO_TAG_XMP] = PREFORMATTED,

	[GUMBO_TAG_BR] = LINE_BREAK,

	[GUMBO_TAG_HEAD] = UNSEEN, [GUMBO_TAG_IFRAME] = UNSEEN,
	[GUMBO_TAG_MATH] = UNSEEN, [GUMBO_TAG_NOEMBED] = UNSEEN,
	[GUMBO_TAG_NOFRAMES] = UNSEEN, [GUMBO_TAG_NOSCRIPT] = UNSEEN,
	[GUMBO_TAG_OBJECT] = UNSEEN, [GUMBO_TAG_SCRIPT] = UNSEEN,
	[GUMBO_TAG_STYLE] = UNSEEN, [GUMBO_TAG_SVG] = UNSEEN,
	[GUMBO_TAG_TEMPLATE] = UNSEEN, [GUMBO_TAG_TITLE] = UNSEEN,
	[GUMBO_TAG_AUDIO] = UNSEEN, [GUMBO_TAG_VIDEO] = UNSEEN,
	[GUMBO_TAG_CANVAS] = UNSEEN, [GUMBO_TAG_DATALIST] = UNSEEN,

	[GUMBO_TAG_BUTTON] = MENU, [GUMBO_TAG_FOOTER] = MENU,
	[GUMBO_TAG_NAV] = MENU, [GUMBO_TAG_SELECT] = MENU,
	[GUMBO_TAG_TEXTAREA] = MENU,

	[GUMBO_TAG_ASIDE] = FURNITURE, [GUMBO_TAG_FORM] = FURNITURE,
};

struct reader {
	const char *decoded;
	struct extract *out;

	bool space;			/* white space, not yet written */
	uint32_t space_at, space_n;
	unsigned npre;			/* <pre> around */

	bool menus;			/* they are all there is */
	const GumboNode *heavy[MAX_DEPTH + 1];
	unsigned nheavy;		/* with over half of the text */
	size_t total;			/* bytes that are not white space */
	struct {
		const GumboNode *node;
		size_t weight;
	} article, main;		/* the largest of each */
	size_t articles;		/* weight of all, but not of those
					   within one */
	bool too_deep;

	struct html_references references;
};

/* ---- text ---- */

/* White space counts between words only, not at the start of a line. */
static void
write_space(struct reader *in)
{
	struct extract *out = in->out;

	if (in->space && !out->block_ended &&
	    out->text.len > out->line_start)
		extract_add_as(out, " ", 1, in->space_at, in->space_n);
	in->space = false;
}

static void
take(struct reader *in, uint32_t offset, uint32_t n)
{
	write_space(in);
	extract_add(in->out, in->decoded, offset, n);
}

static void
take_as(struct reader *in, const char *text, uint32_t n, uint32_t offset,
	uint32_t old_n)
{
	write_space(in);
	extract_add_as(in->out, text, n, offset, old_n);
}

static void
keep_space(struct reader *in, uint32_t offset, uint32_t end)
{
	while (offset < end) {
		uint32_t n = 1;

		if (in->decoded[offset] == '\r') {
			n += offset + 1 < end &&
				in->decoded[offset + 1] == '\n';
			take_as(in, "\n", 1, offset, n);
		} else {
			take(in, offset, 1);
		}
		offset += n;
	}
}

static void
take_space(struct reader *in, uint32_t offset, uint32_t n)
{
	if (in->npre) {
		keep_space(in, offset, offset + n);
	} else if (!in->space) {
		in->space = true;
		in->space_at = offset;
		in->space_n = n;
	}
}

/* Does a tag or the like begin here, as the tokenizer sees it? */
static bool
opens_tag(const char *p, const char *end)
{
	return end - p > 1 && *p == '<' && (isalpha((unsigned char)p[1]) ||
		p[1] == '/' || p[1] == '!' || p[1] == '?');
}

static const char *
take_reference(struct reader *in, const char *p, const char *end)
{
	uint32_t offset = (uint32_t)(p - in->decoded);
	const struct html_reference *ref =
		html_reference_find(&in->references, p, end);

	if (!ref->length) {
		take(in, offset, 1);
		return p + 1;
	}
	if (ref->ntext == 1 && html_is_space(*ref->text) && !in->npre)
		take_space(in, offset, ref->length);
	else
		take_as(in, ref->text, ref->ntext, offset, ref->length);
	return p + ref->length;
}

/* The source beneath a text node.  A tag in it is one that the parser ignored,
 * such as an end tag of nothing. */
static void
take_source(struct reader *in, const char *p, const char *end)
{
	while (p < end) {
		const char *from = p;

		while (p < end && html_is_space(*p))
			p++;
		if (p > from)
			take_space(in, (uint32_t)(from - in->decoded),
				(uint32_t)(p - from));
		from = p;
		while (p < end && !html_is_space(*p) && *p != '&' &&
			!opens_tag(p, end))
			p++;
		if (p > from)
			take(in, (uint32_t)(from - in->decoded),
				(uint32_t)(p - from));
		if (p < end && *p == '&')
			p = take_reference(in, p, end);
		else if (p < end && *p == '<')
			p = html_skip_tag(p, end);
	}
}

/* ---- which part of the page ---- */

static bool
has_value(const GumboNode *node, const char *name, const char *value)
{
	const GumboAttribute *attribute = gumbo_get_attribute(
		&node->v.element.attributes, name);

	return attribute && (!value || !strcasecmp(attribute->value, value));
}

static enum role
role_of(const struct reader *in, const GumboNode *node)
{
	enum role role = roles[node->v.element.tag];

	if (role == MENU)
		return in->menus ? BLOCK : UNSEEN;
	return role;
}

static size_t
weigh_text(const char *text)
{
	size_t weight = 0;

	for (; *text; text++)
		weight += !html_is_space(*text);
	return weight;
}

static void
note_candidate(struct reader *in, const GumboNode *node, size_t weight,
	size_t articles_before)
{
	if (node->v.element.tag == GUMBO_TAG_ARTICLE) {
		in->articles = articles_before + weight;
		if (weight > in->article.weight) {
			in->article.node = node;
			in->article.weight = weight;
		}
	} else if ((node->v.element.tag == GUMBO_TAG_MAIN ||
		has_value(node, "role", "main")) &&
		weight > in->main.weight) {
		in->main.node = node;
		in->main.weight = weight;
	}
}

/*
 * The text of a subtree in bytes.  On the second round, when the total is
 * known, notes the elements that hold over half of it (they are one within the
 * other) and the candidates for the article.
 */
static size_t
weigh(struct reader *in, const GumboNode *node, unsigned depth)
{
	const GumboVector *children = &node->v.element.children;
	size_t weight = 0, articles_before = in->articles;
	unsigned i;

	if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA)
		return weigh_text(node->v.text.text);
	if (node->type != GUMBO_NODE_ELEMENT || role_of(in, node) == UNSEEN)
		return 0;
	if (depth == MAX_DEPTH) {
		in->too_deep = true;
		return 0;
	}
	for (i = 0; i < children->length; i++)
		weight += weigh(in, children->data[i], depth + 1);
	if (in->total) {
		if (weight * 2 > in->total)
			in->heavy[in->nheavy++] = node;
		note_candidate(in, node, weight, articles_before);
	}
	return weight;
}

static bool
is_heavy(const struct reader *in, const GumboNode *node)
{
	unsigned i;

	for (i = 0; i < in->nheavy; i++)
		if (in->heavy[i] == node)
			return true;
	return false;
}

static bool
has_nav(const GumboNode *node, unsigned depth)
{
	const GumboVector *children = &node->v.element.children;
	unsigned i;

	if (node->type != GUMBO_NODE_ELEMENT)
		return false;
	if (node->v.element.tag == GUMBO_TAG_NAV)
		return true;
	for (i = 0; depth && i < children->length; i++)
		if (has_nav(children->data[i], depth - 1))
			return true;
	return false;
}

static bool
is_skipped(const struct reader *in, const GumboNode *node)
{
	enum role role = role_of(in, node);

	if (role == UNSEEN)
		return true;
	if (role != FURNITURE && !has_value(node, "hidden", NULL) &&
	    !has_value(node, "aria-hidden", "true") &&
	    !(node->v.element.tag == GUMBO_TAG_HEADER && has_nav(node, 3)))
		return false;
	return !is_heavy(in, node);
}

static const GumboNode *
choose_root(const struct reader *in, const GumboNode *body)
{
	if (in->article.node && in->article.weight * 10 >= in->total * 4 &&
	    in->article.weight * 10 >= in->articles * 8)
		return in->article.node;
	if (in->main.node && in->main.weight * 10 >= in->total * 4)
		return in->main.node;
	return body;
}

/* ---- the walk ---- */

static void
end_block(struct reader *in)
{
	in->space = false;
	extract_end_block(in->out);
}

static void
take_line_break(struct reader *in, const GumboNode *node)
{
	const GumboStringPiece *tag = &node->v.element.original_tag;
	uint32_t offset = in->out->old_end, n = 0;

	if (tag->data) {
		offset = (uint32_t)(tag->data - in->decoded);
		n = (uint32_t)tag->length;
	}
	if (in->npre) {
		take_as(in, "\n", 1, offset, n);
		return;
	}
	in->space = false;
	extract_end_line(in->out, offset, n);
}

/* What was taken in <pre> is plain text, which has blocks of its own. */
static void
end_preformatted(struct reader *in)
{
	struct extract *out = in->out, found = { .nblock = 0 };
	uint32_t start = out->block_start;
	size_t i;

	if (out->block_ended || start >= out->text.len)
		return;
	input_text_blocks(out->text.data + start, out->text.len - start,
		&found);
	for (i = 0; i < found.nblock; i++)
		*ARRAY_ADD(out->blocks, out->nblock, out->cap) = (struct span){
			start + found.blocks[i].start,
			start + found.blocks[i].end
		};
	if (found.nblock)
		out->block_ended = true;
	else
		out->block_start = (uint32_t)out->text.len;
	extract_release(&found);
}

static void
walk(struct reader *in, const GumboNode *node)
{
	const GumboStringPiece *source = &node->v.text.original_text;
	const GumboVector *children = &node->v.element.children;
	enum role role;
	unsigned i;

	if (node->type != GUMBO_NODE_ELEMENT) {
		if (node->type != GUMBO_NODE_COMMENT &&
		    node->type != GUMBO_NODE_TEMPLATE && source->data)
			take_source(in, source->data,
				source->data + source->length);
		return;
	}
	if (is_skipped(in, node))
		return;
	role = role_of(in, node);
	if (role == LINE_BREAK)
		take_line_break(in, node);
	if (role == LINE_BREAK || role == INLINE) {
		for (i = 0; i < children->length; i++)
			walk(in, children->data[i]);
		return;
	}
	end_block(in);
	in->npre += role == PREFORMATTED;
	for (i = 0; i < children->length; i++)
		walk(in, children->data[i]);
	if (role == PREFORMATTED && !--in->npre)
		end_preformatted(in);
	end_block(in);
}

static const GumboNode *
find_body(const GumboNode *html)
{
	const GumboVector *children = &html->v.element.children;
	unsigned i;

	for (i = 0; i < children->length; i++) {
		const GumboNode *child = children->data[i];

		if (child->type == GUMBO_NODE_ELEMENT &&
		    child->v.element.tag == GUMBO_TAG_BODY)
			return child;
	}
	return html;
}

/* ---- the document ---- */

static int
read_tree(const char *decoded, const GumboNode *html, struct extract *out,
	struct error *err)
{
	struct reader *in = memory_alloc(1, sizeof(*in));
	const GumboNode *body = find_body(html);
	bool too_deep;

	in->decoded = decoded;
	in->out = out;
	in->total = weigh(in, body, 0);
	in->menus = !in->total;
	if (in->menus)
		in->total = weigh(in, body, 0);
	if (in->total)
		weigh(in, body, 0);
	too_deep = in->too_deep;
	if (!too_deep)
		walk(in, choose_root(in, body));
	free(in);
	return too_deep ? error_set(err, "its HTML is nested more than %d "
		"elements deep.", MAX_DEPTH) : 0;
}

int
input_html_stretch(const char *decoded, struct span stretch,
	struct extract *out, struct error *err)
{
	struct html_tree tree;
	int rc = html_tree_parse(&tree, decoded + stretch.start,
		span_length(stretch), err);

	if (rc)
		return rc;
	rc = read_tree(decoded, tree.root, out, err);
	html_tree_release(&tree);
	return rc;
}

static int
extract_html(const char *decoded, size_t n, struct extract *out,
	struct error *err)
{
	return input_html_stretch(decoded, (struct span){ 0, (uint32_t)n },
		out, err);
}

/* ---- recognising it ---- */

/* What follows white space, comments and an XML declaration. */
static const char *
skip_preamble(const char *p, const char *end)
{
	for (;;) {
		while (p < end && html_is_space(*p))
			p++;
		if (end - p > 4 && !memcmp(p, "<!--", 4))
			p = html_skip_comment(p + 4, end);
		else if (end - p > 5 && !memcmp(p, "<?xml", 5))
			p = html_skip_tag(p, end);
		else
			return p;
	}
}

static bool
begins(const char *p, const char *end, const char *what)
{
	size_t n = strlen(what);

	return (size_t)(end - p) > n && !strncasecmp(p, what, n);
}

/* A tag of HTML at p, and not the "<title=" or "<Applause.>" of a plain text:
 * its role, or -1. */
static int
tag_at(const char *p, const char *end)
{
	GumboTag tag;

	p++;
	if (p < end && *p == '/')
		p++;
	tag = html_read_tag(&p, end);
	if (tag == GUMBO_TAG_UNKNOWN || p == end ||
	    (!html_is_space(*p) && *p != '>' && *p != '/'))
		return -1;
	return roles[tag];
}

static int
sniff_html(const char *decoded, size_t n)
{
	const char *end = decoded + (n < SNIFFED ? n : SNIFFED);
	const char *first = skip_preamble(decoded, end), *p = first;
	unsigned blocks = 0, ends = 0;

	if (begins(first, end, "<!doctype html") ||
	    begins(first, end, "<html"))
		return 95;
	for (; p < end && (p = memchr(p, '<', (size_t)(end - p))); p++) {
		int role = tag_at(p, end);

		blocks += role == BLOCK || role == LINE_BREAK;
		ends += role == BLOCK && p + 1 < end && p[1] == '/';
	}
	if (first < end && *first == '<' && tag_at(first, end) >= 0 && ends)
		return 85;
	return ends > 2 && blocks > 5 ? 50 : 0;
}

const struct input_format input_html = {
	.name = "html",
	.title = "HTML",
	.media_type = "text/html",
	.help = "HTML pages; the article, without navigation.",
	.suffixes = (const char *const[]){ ".html", ".htm", ".xhtml", NULL },
	.specials = "&<>",
	.sniff = sniff_html,
	.extract = extract_html
};
