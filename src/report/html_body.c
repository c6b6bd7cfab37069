/*
 * A row is a piece: the same text on both sides, level with each other, and
 * beside it what was found there.  What is alike, and what one side alone has,
 * is folded; a browser opens a fold where a link leads into it.
 */
#include "config.h"

#include "report/html.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/language.h"
#include "report/decided.h"
#include "report/excerpt.h"
#include "report/html_text.h"
#include "report/marks.h"
#include "report/paint.h"
#include "report/phrase.h"

#define ALIKE_LEAST 2			/* pieces that are worth a fold */
#define QUOTE_CELLS 72
#define SPEAKERS_MOST 3

static const char *const side_classes[] = { "reprint", "transcript" };

struct body {
	struct html *html;
	const char *lang[2];
	const char *speaker;		/* last named, or "" */
	struct marks marks;
};

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

/* As BCP 47 has it, "" where it is not known. */
static const char *
language_of(const struct comparison *cmp, enum side side)
{
	const struct document *doc = cmp->doc[side];
	uint32_t middle = (uint32_t)(doc->nword / 2);
	const char *guess;

	if (!doc->nword)
		return "";
	if (language_is_english(doc, cmp->keys, middle))
		return "en";
	guess = language_guess(doc, cmp->keys, middle);
	return guess ? guess : "";
}

static const char *
speaker_of(const struct comparison *cmp, const struct piece *piece)
{
	enum side side = piece->has[TRANSCRIPT] ? TRANSCRIPT : REPRINT;
	const struct document *doc = cmp->doc[side];
	uint32_t speaker = doc->paragraphs[piece->paragraph[side]].speaker;

	return speaker == NO_SPEAKER ? "" : doc->speakers[speaker].name;
}

static void
put_speaker(struct body *body, const struct piece *piece)
{
	const char *name = speaker_of(body->html->comparison, piece);
	struct buffer *out = body->html->out;

	if (*name && strcmp(name, body->speaker)) {
		buffer_puts(out, "<h3 class=\"who\" dir=\"auto\">");
		html_text(out, name, strlen(name));
		buffer_puts(out, "</h3>\n");
	}
	body->speaker = name;
}

static uint32_t
line_of(const struct comparison *cmp, enum side side, uint32_t at)
{
	struct span span = { at, at };

	return document_place(cmp->doc[side], span).line;
}

/* Of a piece that stands elsewhere: what it is, and where its like stands. */
static void
put_elsewhere(struct body *body, const struct piece *piece, enum side side)
{
	struct html *html = body->html;
	uint32_t base;

	marks_find(html->layout, piece, side, &body->marks);
	base = body->marks.base;
	buffer_puts(html->out, "<span class=\"elsewhere\"");
	if (base != NO_FINDING && html_meet(html, base))
		html_put_id(html, base);
	buffer_puts(html->out, ">");
	if (side == REPRINT)
		html_own(html->out, relation_names[piece->relation]);
	else
		buffer_printf(html->out, "from line %u", (unsigned)line_of(
			html->comparison, side, piece->span[side].start));
	if (base != NO_FINDING)
		html_put_number(html, base, side == REPRINT);
	buffer_puts(html->out, "</span> ");
}

static void
put_side(struct body *body, const struct piece *piece, enum side side)
{
	struct html *html = body->html;

	buffer_printf(html->out, "<div class=\"cell %s", side_classes[side]);
	if (!piece->has[side]) {
		buffer_puts(html->out, " none\"></div>\n");
		return;
	}
	buffer_printf(html->out, "\"><span class=\"line\">"
		"<span class=\"hidden\">%s line </span>%u</span>"
		"<p lang=\"%s\" dir=\"auto\">", side_classes[side],
		(unsigned)line_of(html->comparison, side,
			piece->span[side].start), body->lang[side]);
	if (piece_is_displaced(piece))
		put_elsewhere(body, piece, side);
	html_cell(html, piece, side);
	buffer_puts(html->out, "</p></div>\n");
}

/* Is it told by itself, with its number? */
static bool
is_told(const struct html *html, const struct finding *finding)
{
	return finding->severity > NOTE ||
		review_decision(html->review, finding);
}

/* The numbers of those in the row that are of the i-th one's entry; false where
 * that is not the first of them. */
static bool
put_numbers(struct html *html, size_t i)
{
	uint32_t entry = html->entry_of[html->fresh[i]];
	size_t j;

	for (j = 0; j < i; j++)
		if (html->entry_of[html->fresh[j]] == entry)
			return false;
	buffer_puts(html->out, "<li class=\"");
	html_put_classes(html, &html->comparison->findings[html->fresh[i]]);
	buffer_puts(html->out, "\">");
	for (j = i; j < html->nfresh; j++)
		if (html->entry_of[html->fresh[j]] == entry)
			html_put_number(html, html->fresh[j], false);
	return true;
}

static void
put_told(struct html *html, size_t i)
{
	const struct finding *finding =
		&html->comparison->findings[html->fresh[i]];
	const struct decision *decision = review_decision(html->review,
		finding);
	struct flow flow;

	if (!put_numbers(html, i))
		return;
	html_own(html->out, finding->kind->title);
	if (decision) {
		html_flow_init(&flow);
		decided_add(&flow, plain, decision);
		flow_end(&flow);
		buffer_puts(html->out, "<span class=\"decision\">");
		html_flow(html->out, &flow);
		buffer_puts(html->out, "</span>");
		flow_release(&flow);
	}
	buffer_puts(html->out, "</li>\n");
}

/* The notes of the row that have the kind of the i-th, which is the first. */
static void
put_counted(struct html *html, size_t i)
{
	const struct finding *findings = html->comparison->findings;
	const struct kind *kind = findings[html->fresh[i]].kind;
	size_t j, n = 0;

	for (j = 0; j < html->nfresh; j++) {
		const struct finding *finding = &findings[html->fresh[j]];

		if (is_told(html, finding) || finding->kind != kind)
			continue;
		if (j < i)
			return;
		n++;
	}
	buffer_puts(html->out, "<li class=\"");
	html_put_classes(html, &findings[html->fresh[i]]);
	buffer_puts(html->out, "\">");
	html_own(html->out, kind->title);
	if (n > 1)
		buffer_printf(html->out, " ×%zu", n);
	buffer_puts(html->out, "</li>\n");
}

static void
put_margin(struct html *html)
{
	const struct finding *findings = html->comparison->findings;
	size_t i;

	if (!html->nfresh)
		return;
	buffer_puts(html->out, "<ul class=\"margin\">\n");
	for (i = 0; i < html->nfresh; i++)
		if (is_told(html, &findings[html->fresh[i]]))
			put_told(html, i);
	for (i = 0; i < html->nfresh; i++)
		if (!is_told(html, &findings[html->fresh[i]]))
			put_counted(html, i);
	buffer_puts(html->out, "</ul>\n");
}

static void
begin_row(struct html *html)
{
	html->row++;
	html->nfresh = 0;
}

static void
put_cells(struct body *body, const struct piece *piece)
{
	struct html *html = body->html;

	begin_row(html);
	put_speaker(body, piece);
	buffer_printf(html->out, "<div class=\"row %s\">\n",
		relation_names[piece->relation]);
	put_side(body, piece, REPRINT);
	put_side(body, piece, TRANSCRIPT);
	put_margin(html);
	buffer_puts(html->out, "</div>\n");
}

/* What of the span is within a paragraph: is there any? */
static bool
trim(const struct document *doc, struct span *span)
{
	size_t at = document_paragraph_at(doc, span->start);

	if (at == doc->nparagraph ||
	    doc->paragraphs[at].span.start >= span->end)
		return false;
	if (doc->paragraphs[at].span.start > span->start)
		span->start = doc->paragraphs[at].span.start;
	while (span->start < span->end &&
	    utf8_is_white((unsigned char)doc->text[span->start]))
		span->start++;
	while (span->start < span->end &&
	    utf8_is_white((unsigned char)doc->text[span->end - 1]))
		span->end--;
	return span->start < span->end && !escape_is_blank(
		doc->text + span->start, span_length(*span));
}

/* What the side has before or behind the piece's text that is in no other. */
static bool
has_rest(const struct body *body, const struct piece *piece, enum side side,
	bool behind, struct span *rest)
{
	struct span span = piece->span[side], tile = piece->tile[side];

	if (!piece->has[side])
		return false;
	rest->start = behind ? span.end : tile.start;
	rest->end = behind ? tile.end : span.start;
	return rest->start < rest->end &&
		trim(body->html->comparison->doc[side], rest);
}

/* As a row of its own, so that no word of a text is left out. */
static void
put_rest(struct body *body, const struct piece *piece, enum side side,
	bool behind)
{
	struct piece rest = { .relation = side == REPRINT ? REPRINT_ONLY :
		TRANSCRIPT_ONLY };

	if (!has_rest(body, piece, side, behind, &rest.span[side]))
		return;
	rest.has[side] = true;
	rest.paragraph[side] = (uint32_t)document_paragraph_at(
		body->html->comparison->doc[side], rest.span[side].start);
	put_cells(body, &rest);
}

/* What the side has behind all pieces. */
static void
put_end(struct body *body, enum side side)
{
	const struct comparison *cmp = body->html->comparison;
	struct piece last = { .relation = EQUAL };
	size_t i;

	last.has[side] = true;
	for (i = 0; i < cmp->npiece; i++)
		if (cmp->pieces[i].has[side] &&
		    cmp->pieces[i].tile[side].end > last.span[side].end)
			last.span[side].end = cmp->pieces[i].tile[side].end;
	last.tile[side].end = (uint32_t)cmp->doc[side]->ntext;
	put_rest(body, &last, side, true);
}

static void
put_row(struct body *body, const struct piece *piece)
{
	put_rest(body, piece, REPRINT, false);
	put_rest(body, piece, TRANSCRIPT, false);
	put_cells(body, piece);
	put_rest(body, piece, REPRINT, true);
	put_rest(body, piece, TRANSCRIPT, true);
}

/*
 * Folds.
 */

static struct span
run_span(const struct comparison *cmp, size_t first, size_t n,
	enum side side)
{
	struct span span = { cmp->pieces[first].span[side].start,
		cmp->pieces[first + n - 1].span[side].end };

	return span;
}

static void
put_quote(struct body *body, enum side side, struct span span)
{
	const struct document *doc = body->html->comparison->doc[side];
	struct buffer *out = body->html->out;
	struct flow flow;

	html_flow_init(&flow);
	excerpt_reading(&flow, plain, doc->text + span.start,
		span_length(span), QUOTE_CELLS);
	flow_end(&flow);
	buffer_printf(out, " <q class=\"quote\" lang=\"%s\" dir=\"auto\">",
		body->lang[side]);
	html_flow(out, &flow);
	buffer_puts(out, "</q>");
	flow_release(&flow);
}

static void
put_lines(struct html *html, enum side side, struct span span)
{
	uint32_t first = line_of(html->comparison, side, span.start);
	uint32_t last = line_of(html->comparison, side,
		span.end > span.start ? span.end - 1 : span.end);

	buffer_printf(html->out, first < last ? "lines %u–%u" : "line %u",
		(unsigned)first, (unsigned)last);
}

static void
put_rows(struct body *body, size_t first, size_t n)
{
	size_t i;

	body->speaker = "";
	for (i = first; i < first + n; i++)
		put_row(body, &body->html->comparison->pieces[i]);
	body->speaker = "";
}

static void
begin_fold(struct html *html, const char *class)
{
	begin_row(html);
	buffer_printf(html->out, "<details class=\"fold %s\"%s", class,
		html->verbose ? " open" : "");
}

/* Pieces without a difference. */
static void
put_alike(struct body *body, size_t first, size_t n)
{
	struct html *html = body->html;
	struct span span = run_span(html->comparison, first, n, REPRINT);

	begin_fold(html, "alike");
	buffer_puts(html->out, "><summary><b>");
	phrase_count(html->out, n, "paragraph");
	buffer_puts(html->out, " alike</b>, ");
	put_lines(html, REPRINT, span);
	put_quote(body, REPRINT, span);
	buffer_puts(html->out, "</summary>\n");
	put_rows(body, first, n);
	buffer_puts(html->out, "</details>\n");
}

/* The finding that all of the span is about. */
static uint32_t
whole_finding(const struct html *html, enum side side, struct span span)
{
	const struct layout *layout = html->layout;
	size_t i = layout_first_touching(layout, side, span.start);

	for (; i < layout->norder[side]; i++) {
		uint32_t index = layout->order[side][i];
		struct span it = html->comparison->findings[index].span[side];

		if (it.start > span.start)
			break;
		if (it.end >= span.end)
			return index;
	}
	return NO_FINDING;
}

/* "1,823 words, 22 paragraphs left out: MODERATOR, QUESTION" */
static void
put_what(struct html *html, enum side side, struct span span)
{
	const struct document *doc = html->comparison->doc[side];
	struct buffer names = BUFFER_INIT;

	buffer_puts(html->out, "<b>");
	phrase_passage(html->out, doc, span);
	buffer_puts(html->out, side == TRANSCRIPT ? " left out</b>" :
		" of its own</b>");
	if (side == TRANSCRIPT)
		phrase_speakers(&names, doc, span, SPEAKERS_MOST, 0);
	if (names.len) {
		buffer_puts(html->out, ": ");
		html_text(html->out, names.data, names.len);
	}
	buffer_puts(html->out, ", ");
	put_lines(html, side, span);
	buffer_release(&names);
}

/* Pieces that one side alone has. */
static void
put_only(struct body *body, const struct layout_block *block)
{
	struct html *html = body->html;
	struct span span = run_span(html->comparison, block->piece,
		block->npiece, block->side);
	uint32_t finding = whole_finding(html, block->side, span);

	begin_fold(html, block->side == REPRINT ? "own" : "missing");
	if (finding != NO_FINDING && html_meet(html, finding))
		html_put_id(html, finding);
	buffer_puts(html->out, "><summary>");
	if (finding != NO_FINDING)
		html_put_number(html, finding, false);
	put_what(html, block->side, span);
	put_quote(body, block->side, span);
	buffer_puts(html->out, "</summary>\n");
	put_margin(html);
	put_rows(body, block->piece, block->npiece);
	buffer_puts(html->out, "</details>\n");
}

static bool
is_alike(struct body *body, size_t index)
{
	const struct layout *layout = body->html->layout;
	const struct piece *piece = &layout->comparison->pieces[index];
	struct span rest;
	int side;

	if (piece->relation != EQUAL)
		return false;
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		if (has_rest(body, piece, (enum side)side, false, &rest) ||
		    has_rest(body, piece, (enum side)side, true, &rest))
			return false;
		marks_find(layout, piece, (enum side)side, &body->marks);
		if (body->marks.n || body->marks.broken != NO_FINDING)
			return false;
	}
	return true;
}

/* Puts the pieces from `first` on that are alike, or that one. */
static size_t
put_from(struct body *body, size_t first)
{
	const struct comparison *cmp = body->html->comparison;
	size_t n = 0;

	while (first + n < cmp->npiece && is_alike(body, first + n))
		n++;
	if (n >= ALIKE_LEAST) {
		put_alike(body, first, n);
		return n;
	}
	put_row(body, &cmp->pieces[first]);
	return 1;
}

void
html_body(struct html *html)
{
	const struct layout *layout = html->layout;
	const struct comparison *cmp = html->comparison;
	struct body body = { .html = html, .speaker = "",
		.lang = { language_of(cmp, REPRINT),
			language_of(cmp, TRANSCRIPT) } };
	size_t i;

	for (i = 0; i < cmp->npiece;) {
		const struct layout_block *block = &layout->blocks[
			layout_block_of(layout, (uint32_t)i)];

		if (block->head != NO_BLOCK)
			block = &layout->blocks[block->head];
		if (block->folds) {
			put_only(&body, block);
			i += block->npiece;
		} else {
			i += put_from(&body, i);
		}
	}
	put_end(&body, REPRINT);
	put_end(&body, TRANSCRIPT);
	marks_release(&body.marks);
}
