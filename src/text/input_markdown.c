/*
 * The parser hands out pieces of the source by pointer, so most of the map is
 * free.  What it makes up itself (line breaks, NULs) is looked for in the
 * source behind the last piece.
 *
 * Indented code is switched off: transcripts set the first line of a paragraph
 * in by five blanks, and nobody indents code in news.  So are tags that no
 * browser knows: "<Applause.>" is a stage note.
 */
#include "config.h"

#include "text/input.h"

#include <ctype.h>
#include <md4c.h>
#include <string.h>
#include <strings.h>

#include "text/html_tree.h"

#define SNIFFED 262144			/* bytes that tell enough */
#define LONGEST_LINK 2048

struct reader {
	const char *decoded;
	size_t n;
	struct extract *out;
	uint32_t at;			/* source read so far */
	unsigned images;		/* nested, being read */
	bool in_html;			/* in an HTML block, at html */
	struct span html;
	bool tag;			/* the last inline HTML is markup */
	struct html_references references;
};

/* ---- pieces of text ---- */

static bool
is_newline(char c)
{
	return c == '\n' || c == '\r';
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The line end that comes next in the source ends a line, or is a blank. */
static void
take_break(struct reader *in, bool hard)
{
	uint32_t start = in->at, end, n = (uint32_t)in->n;

	while (start < n && !is_newline(in->decoded[start]))
		start++;
	end = start;
	while (start > in->at && (is_blank(in->decoded[start - 1]) ||
		in->decoded[start - 1] == '\\'))
		start--;
	if (end < n)
		end += in->decoded[end] == '\r' && end + 1 < n &&
			in->decoded[end + 1] == '\n' ? 2 : 1;
	while (end < n && is_blank(in->decoded[end]))
		end++;
	if (hard)
		extract_end_line(in->out, start, end - start);
	else
		extract_add_as(in->out, " ", 1, start, end - start);
	in->at = end;
}

static void
take_nul(struct reader *in)
{
	const char *nul = memchr(in->decoded + in->at, 0, in->n - in->at);

	if (!nul)
		return;
	in->at = (uint32_t)(nul - in->decoded);
	extract_add(in->out, in->decoded, in->at, 1);
	in->at++;
}

static void
take_entity(struct reader *in, uint32_t offset, uint32_t size)
{
	const char *p = in->decoded + offset;
	const struct html_reference *ref =
		html_reference_find(&in->references, p, p + size);

	if (ref->length == size)
		extract_add_as(in->out, ref->text, ref->ntext, offset, size);
	else
		extract_add(in->out, in->decoded, offset, size);
}

/* Is it the start of a tag of HTML, a comment or the like? */
static bool
is_markup(const char *p, const char *end)
{
	const char *name;

	if (end - p < 3 || *p != '<')
		return false;
	p += p[1] == '/' ? 2 : 1;
	name = p;
	while (p < end && isalnum((unsigned char)*p))
		p++;
	return p == name || gumbo_tagn_enum(name, (unsigned)(p - name)) !=
		GUMBO_TAG_UNKNOWN;
}

static bool
is_line_break(const char *p, uint32_t size)
{
	return size >= 4 && !strncasecmp(p, "<br", 3) &&
		!isalnum((unsigned char)p[3]);
}

/* <s> and </s>: a struck reading is one that the transcript takes back, and
 * must not be read on as if it were not. */
static bool
strikes(const char *p, uint32_t size)
{
	static const char *const tags[] = { "<s>", "</s>", "<del>", "</del>",
		"<strike>", "</strike>", NULL };
	int i;

	for (i = 0; tags[i]; i++)
		if (size == strlen(tags[i]) && !strncasecmp(p, tags[i], size))
			return true;
	return false;
}

static void
take_html(struct reader *in, uint32_t offset, uint32_t size)
{
	const char *p = in->decoded + offset;

	if (in->in_html) {
		if (in->html.start == in->html.end)
			in->html.start = offset;
		in->html.end = offset + size;
		return;
	}
	if (*p == '<')
		in->tag = is_markup(p, p + size) && !strikes(p, size);
	if (!in->tag)
		extract_add(in->out, in->decoded, offset, size);
	else if (is_line_break(p, size))
		extract_end_line(in->out, offset, size);
}

/* Where the piece is in the source; false where it is the parser's own. */
static bool
find_piece(const struct reader *in, const char *text, size_t size,
	uint32_t *offset)
{
	uintptr_t first = (uintptr_t)in->decoded, piece = (uintptr_t)text;

	if (piece < first || piece - first > in->n ||
	    in->n - (piece - first) < size)
		return false;
	*offset = (uint32_t)(piece - first);
	return true;
}

static int
take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
	struct reader *in = data;
	uint32_t offset;

	if (in->images) {
		if (find_piece(in, text, size, &offset))
			in->at = offset + size;
		return 0;
	}
	if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
		take_break(in, type == MD_TEXT_BR);
	} else if (type == MD_TEXT_NULLCHAR) {
		take_nul(in);
	} else if (find_piece(in, text, size, &offset)) {
		if (type == MD_TEXT_ENTITY)
			take_entity(in, offset, size);
		else if (type == MD_TEXT_HTML)
			take_html(in, offset, size);
		else
			extract_add(in->out, in->decoded, offset, size);
		in->at = offset + size;
	} else if (*text == '\n' && type == MD_TEXT_CODE) {
		take_break(in, true);
	}
	return 0;
}

/* ---- blocks and spans ---- */

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct reader *in = data;

	(void)detail;
	extract_end_block(in->out);
	in->in_html = type == MD_BLOCK_HTML;
	in->html = (struct span){ 0, 0 };
	return 0;
}

/* Tags that no browser knows and pages that cannot be parsed are text. */
static void
read_html(struct reader *in)
{
	const char *p = in->decoded + in->html.start;
	const char *end = in->decoded + in->html.end;
	struct error ignored;

	while (p < end && isspace((unsigned char)*p))
		p++;
	if (!is_markup(p, end) || input_html_stretch(in->decoded, in->html,
			in->out, &ignored))
		extract_add(in->out, in->decoded, in->html.start,
			span_length(in->html));
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
	struct reader *in = data;

	(void)detail;
	if (type == MD_BLOCK_HTML)
		read_html(in);
	in->in_html = false;
	extract_end_block(in->out);
	return 0;
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct reader *in = data;

	(void)detail;
	in->images += type == MD_SPAN_IMG;
	return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *data)
{
	struct reader *in = data;

	(void)detail;
	in->images -= type == MD_SPAN_IMG;
	return 0;
}

/* ---- the document ---- */

static const char *
line_end(const char *p, const char *end)
{
	while (p < end && !is_newline(*p))
		p++;
	return p;
}

static const char *
next_line(const char *p, const char *end)
{
	p = line_end(p, end);
	if (end - p > 1 && p[0] == '\r' && p[1] == '\n')
		p++;
	return p < end ? p + 1 : end;
}

/* Nothing but the marker is on the line. */
static bool
line_is(const char *p, const char *end, const char *marker)
{
	size_t n = strlen(marker);

	end = line_end(p, end);
	if ((size_t)(end - p) < n || memcmp(p, marker, n))
		return false;
	for (p += n; p < end; p++)
		if (!is_blank(*p))
			return false;
	return true;
}

/* Bytes of the YAML between two lines of dashes that a document opens with. */
static size_t
front_matter(const char *decoded, size_t n)
{
	const char *p = decoded, *end = p + (n < SNIFFED ? n : SNIFFED);
	const char *line;

	if (!line_is(p, end, "---"))
		return 0;
	p = next_line(p, end);
	if (!memchr(p, ':', (size_t)(line_end(p, end) - p)))
		return 0;
	while (p < end) {
		line = p;
		p = next_line(p, end);
		if (line_is(line, end, "---") || line_is(line, end, "..."))
			return (size_t)(p - decoded);
	}
	return 0;
}

static int
extract_markdown(const char *decoded, size_t n, struct extract *out,
	struct error *err)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = take_text
	};
	struct reader in = { .decoded = decoded, .n = n, .out = out };

	in.at = (uint32_t)front_matter(decoded, n);
	if (md_parse(decoded + in.at, (MD_SIZE)(n - in.at), &parser, &in))
		return error_set(err, "its Markdown cannot be parsed.");
	return 0;
}

/* ---- recognising it ---- */

/* Constructs that plain text does not have by chance, and two that it may. */
enum construct {
	HEADING, LINK, AUTOLINK, STRONG, FENCE, REFERENCE, TABLE, FRONT,
	NSTRONG, HARD_BREAK = NSTRONG, QUOTE, NCONSTRUCT
};

static bool
starts_with(const char *p, const char *end, const char *what)
{
	size_t n = strlen(what);

	return (size_t)(end - p) >= n && !memcmp(p, what, n);
}

/* A line of |, - and : that has a bar and three dashes. */
static bool
is_table_rule(const char *p, const char *end)
{
	unsigned bars = 0, dashes = 0;

	for (; p < end; p++) {
		bars += *p == '|';
		dashes += *p == '-';
		if (!strchr("|-: \t", *p) || !*p)
			return false;
	}
	return bars && dashes >= 3;
}

static void
note_line(const char *p, const char *end, unsigned *seen)
{
	const char *q = p, *close;

	while (q < end && q - p < 3 && *q == ' ')
		q++;
	if (q == end)
		return;
	if (*q == '#') {
		const char *text = q;

		while (text < end && *text == '#')
			text++;
		seen[HEADING] += text - q <= 6 && end - text > 1 &&
			*text == ' ';
	}
	seen[FENCE] += starts_with(q, end, "```") ||
		starts_with(q, end, "~~~");
	seen[QUOTE] += starts_with(q, end, "> ");
	seen[TABLE] += is_table_rule(q, end);
	if (*q == '[' && (close = memchr(q, ']', (size_t)(end - q))))
		seen[REFERENCE] += starts_with(close, end, "]: ") &&
			close > q + 1;
}

/* The end of what "**" at p makes strong, as it is set around words; NULL
 * where it does not. */
static const char *
find_strong(const char *line, const char *p, const char *end)
{
	if (end - p < 5 || p[2] == '*' || isspace((unsigned char)p[2]) ||
	    (p > line && isalnum((unsigned char)p[-1])))
		return NULL;
	for (p += 3; end - p >= 2; p++)
		if (p[0] == '*' && p[1] == '*')
			return isspace((unsigned char)p[-1]) || (end - p > 2 &&
				isalnum((unsigned char)p[2])) ? NULL : p + 2;
	return NULL;
}

static bool
is_autolink(const char *p, const char *end)
{
	if (!starts_with(p, end, "<http://") &&
	    !starts_with(p, end, "<https://") &&
	    !starts_with(p, end, "<mailto:"))
		return false;
	if (end - p > LONGEST_LINK)
		end = p + LONGEST_LINK;
	while (p < end && *p != '>' && *p != ' ')
		p++;
	return p < end && *p == '>';
}

/* Is it "](destination)"? */
static bool
is_link(const char *p, const char *end)
{
	if (end - p > LONGEST_LINK)
		end = p + LONGEST_LINK;
	return end - p > 3 && p[1] == '(' && !isspace((unsigned char)p[2]) &&
		memchr(p, ')', (size_t)(end - p));
}

static void
note_inlines(const char *p, const char *end, unsigned *seen)
{
	const char *line = p, *strong;
	bool bracket = false;

	for (; p < end; p++) {
		switch (*p) {
		case '[':
			bracket = true;
			break;
		case ']':
			seen[LINK] += bracket && is_link(p, end);
			bracket = false;
			break;
		case '<':
			seen[AUTOLINK] += is_autolink(p, end);
			break;
		case '*':
			strong = p[1] == '*' ? find_strong(line, p, end) : NULL;
			seen[STRONG] += strong != NULL;
			while (p + 1 < end && p[1] == '*')
				p++;
			if (strong)
				p = strong - 1;
			break;
		}
	}
}

static bool
breaks_hard(const char *p, const char *end, const char *next)
{
	return end - p > 2 && end[-1] == ' ' && end[-2] == ' ' &&
		!isspace((unsigned char)*p) &&
		!isspace((unsigned char)*next);
}

static int
sniff_markdown(const char *decoded, size_t n)
{
	const char *p = decoded, *end = p + (n < SNIFFED ? n : SNIFFED);
	unsigned seen[NCONSTRUCT] = { 0 }, kinds = 0, count = 0, i;

	seen[FRONT] = front_matter(decoded, n) > 0;
	while (p < end) {
		const char *stop = line_end(p, end);
		const char *next = next_line(p, end);

		note_line(p, stop, seen);
		note_inlines(p, stop, seen);
		if (next < end)
			seen[HARD_BREAK] += breaks_hard(p, stop, next);
		p = next;
	}
	for (i = 0; i < NSTRONG; i++) {
		kinds += seen[i] > 0;
		count += seen[i];
	}
	if (kinds >= 2)
		return kinds > 2 || count > 3 ? 90 : 75;
	if (kinds && (count > 2 || seen[HARD_BREAK] > 1 || seen[QUOTE] > 1))
		return 45;
	return 0;
}

const struct input_format input_markdown = {
	.name = "markdown",
	.title = "Markdown",
	.media_type = "text/markdown",
	.help = "Markdown (CommonMark and tables); its markup is no text.",
	.suffixes = (const char *const[]){ ".md", ".markdown", ".mdown",
		".mkd", NULL },
	.sniff = sniff_markdown,
	.line_markup = true,
	.specials = "\\`*_[]<>&~|",
	.extract = extract_markdown
};
