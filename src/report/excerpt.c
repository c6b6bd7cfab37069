/*
 * An excerpt is cut at words, within the paragraph (or the two, where what
 * differs is the break between them).  It is a window of the reprint's text
 * into which the differences are set, the wanted one and its neighbours.
 */
#include "config.h"

#include "report/excerpt.h"

#include <string.h>

#include "base/utf8.h"

#define READING_CELLS 60
#define NEIGHBOUR_CELLS 30
#define NEIGHBOURS_MOST 2		/* on either side: more is a thicket */

struct window {
	const struct comparison *cmp;
	const struct document *doc;
	enum side side;			/* whose text it is */
	struct span text;
	struct span bounds;		/* that it may not leave */
};

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
static const struct ink faint = { STYLE_FAINT, NO_FINDING, false };

static bool
is_white(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* White space that would not be seen. */
static void
add_white(struct flow *flow, struct ink ink, const char *text, size_t n)
{
	const char *p = text, *end = text + n;

	if (memchr(text, '\n', n) || memchr(text, '\r', n)) {
		flow_mark(flow, ink, "¶");
		return;
	}
	while (p < end) {
		unsigned len;

		utf8_decode(p, end, &len);
		if (*p == ' ')
			flow_mark(flow, ink, "␣");
		else
			flow_exact(flow, ink, p, len, NO_SOURCE);
		p += len;
	}
}

/* The first words that fit into so many cells, at least one. */
static size_t
head_length(const char *text, size_t n, unsigned cells)
{
	const char *p = text, *end = text + n, *stop = NULL;
	unsigned filled = 0;

	while (p < end && (filled <= cells || !stop)) {
		struct shape shape;

		if (is_white(*p) && p > text)
			stop = p;
		p = escape_next(p, end, 0, &shape);
		filled += shape.cells;
		if (filled > 2 * cells && !stop)
			stop = p;
	}
	return (size_t)((stop ? stop : end) - text);
}

/* Where the last words begin that fit into so many cells. */
static size_t
tail_start(const char *text, size_t n, unsigned cells)
{
	const char *p = text + n, *start = NULL;
	unsigned filled = 0;

	while (p > text && (filled < cells || !start)) {
		p = utf8_back(text, p);
		if (is_white(*p))
			start = p + 1;
		if (filled++ > 2 * cells && !start)
			start = p;
	}
	return (size_t)((start ? start : text) - text);
}

void
excerpt_reading(struct flow *flow, struct ink ink, const char *text, size_t n,
	unsigned cells)
{
	const char *end = text + n;
	size_t head, tail;

	if (escape_is_blank(text, n)) {
		add_white(flow, ink, text, n);
		return;
	}
	while (is_white(*text))
		text++;
	while (is_white(end[-1]))
		end--;
	n = (size_t)(end - text);
	if (n <= cells || escape_cells(text, n, flow->escape) <= cells) {
		flow_text(flow, ink, text, n, NO_SOURCE);
		return;
	}
	head = head_length(text, n, cells * 2 / 3);
	tail = head + tail_start(text + head, n - head, cells / 3);
	flow_text(flow, ink, text, head, NO_SOURCE);
	flow_words(flow, ink, " … ");
	flow_text(flow, ink, text + tail, n - tail, NO_SOURCE);
}

/* The text in which the finding is to be shown: that of the reprint, if the
 * finding has a place there. */
static struct window
window_of(const struct comparison *cmp, const struct finding *finding)
{
	struct window window = { .cmp = cmp,
		.side = finding->has[REPRINT] ? REPRINT : TRANSCRIPT };
	const struct paragraph *paragraph, *first, *last;
	struct span span = finding->span[window.side];
	size_t at;

	window.doc = cmp->doc[window.side];
	window.text = window.bounds = span;
	at = document_paragraph_at(window.doc, span.start);
	if (!window.doc->nparagraph)
		return window;
	first = window.doc->paragraphs;
	last = first + window.doc->nparagraph - 1;
	paragraph = at < window.doc->nparagraph ? first + at : last;
	if (paragraph->span.start > span.start && paragraph > first)
		window.bounds.start = paragraph[-1].span.start;
	else if (paragraph->span.start < span.start)
		window.bounds.start = paragraph->span.start;
	while (paragraph < last && paragraph->span.end < span.end)
		paragraph++;
	if (paragraph->span.end > span.end)
		window.bounds.end = paragraph->span.end;
	return window;
}

/* Moves the start back by so many characters, then on to the start of a
 * word. */
static void
widen_left(struct window *window, unsigned cells)
{
	const char *text = window->doc->text;
	const char *low = text + window->bounds.start;
	const char *p = text + window->text.start, *edge = p;

	for (; p > low && cells; cells--)
		p = utf8_back(low, p);
	if (p > low)
		while (p < edge && !is_white(p[-1]))
			p++;
	window->text.start = (uint32_t)(p - text);
}

static void
widen_right(struct window *window, unsigned cells)
{
	const char *text = window->doc->text;
	const char *high = text + window->bounds.end;
	const char *p = text + window->text.end, *edge = p;
	unsigned len;

	for (; p < high && cells; cells--, p += len)
		utf8_decode(p, high, &len);
	if (p < high)
		while (p > edge && !is_white(*p))
			p--;
	window->text.end = (uint32_t)(p - text);
}

/* Words that are missing are set off by blanks, marks are not. */
static bool
is_set_off(const struct comparison *cmp, const struct finding *finding)
{
	const struct document *doc = cmp->doc[TRANSCRIPT];
	struct span span = finding->span[TRANSCRIPT];

	return !span_length(finding->span[REPRINT]) &&
		finding->has[TRANSCRIPT] &&
		document_word_at(doc, span.start) <
		document_word_at(doc, span.end);
}

static bool
starts_word(const struct document *doc, uint32_t at)
{
	size_t word = document_word_at(doc, at);

	return word < doc->nword && doc->words[word].start == at;
}

static bool
has_text(const struct finding *finding, enum side side)
{
	return finding->has[side] && span_length(finding->span[side]);
}

static void
add_readings(struct flow *flow, const struct comparison *cmp,
	const struct finding *finding, unsigned cells)
{
	static const struct ink ink[] = {
		[REPRINT] = { STYLE_REPRINT, NO_FINDING, false },
		[TRANSCRIPT] = { STYLE_TRANSCRIPT, NO_FINDING, false }
	};
	int side;

	if (is_set_off(cmp, finding))
		flow_words(flow, plain, " ");
	flow_mark(flow, faint, "[");
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		if (side == TRANSCRIPT)
			flow_mark(flow, faint, has_text(finding, REPRINT) ?
				" ←" : "←");
		if (!has_text(finding, side))
			continue;
		if (side == TRANSCRIPT)
			flow_mark(flow, faint, " ");
		excerpt_reading(flow, ink[side], cmp->doc[side]->text +
			finding->span[side].start,
			span_length(finding->span[side]), cells);
	}
	flow_mark(flow, faint, "]");
	if (is_set_off(cmp, finding) && finding->has[REPRINT] &&
	    starts_word(cmp->doc[REPRINT], finding->span[REPRINT].end))
		flow_words(flow, plain, " ");
}

static void
add_context(struct flow *flow, const struct window *window, uint32_t start,
	uint32_t end)
{
	if (end > start)
		flow_text(flow, plain, window->doc->text + start, end - start,
			start);
}

/* A neighbour that is worth a mark and small enough for one. */
static bool
is_neighbour(const struct finding *finding)
{
	return finding->severity > NOTE && finding->has[REPRINT] &&
		finding->has[TRANSCRIPT] &&
		span_length(finding->span[REPRINT]) <= NEIGHBOUR_CELLS &&
		span_length(finding->span[TRANSCRIPT]) <= NEIGHBOUR_CELLS;
}

/* Adds a stretch of text, and marks the neighbours in it, which are among the
 * findings [from, until). */
static void
add_stretch(struct flow *flow, const struct window *window,
	struct span stretch, const struct finding *from,
	const struct finding *until)
{
	unsigned n = 0;

	for (; window->side == REPRINT && from < until &&
	    from->span[REPRINT].start <= stretch.end; from++) {
		struct span span = from->span[REPRINT];

		if (!is_neighbour(from) || span.start < stretch.start ||
		    span.end > stretch.end)
			continue;
		if (n++ == NEIGHBOURS_MOST)
			break;
		add_context(flow, window, stretch.start, span.start);
		add_readings(flow, window->cmp, from, NEIGHBOUR_CELLS);
		stretch.start = span.end;
	}
	add_context(flow, window, stretch.start, stretch.end);
}

void
excerpt_add(struct flow *flow, const struct comparison *cmp,
	const struct finding *finding, unsigned cells)
{
	struct window window = window_of(cmp, finding);
	const struct finding *before = finding;
	struct span left, right;
	unsigned n = 0;

	left.end = window.text.start;
	right.start = window.text.end;
	widen_left(&window, cells);
	widen_right(&window, cells);
	left.start = window.text.start;
	right.end = window.text.end;
	while (before > cmp->findings && n < NEIGHBOURS_MOST &&
	    before[-1].span[REPRINT].start >= left.start)
		n += is_neighbour(--before);
	if (left.start > window.bounds.start)
		flow_mark(flow, faint, "…");
	add_stretch(flow, &window, left, before, finding);
	add_readings(flow, cmp, finding, READING_CELLS);
	add_stretch(flow, &window, right, finding + 1,
		cmp->findings + cmp->nfinding);
	if (right.end < window.bounds.end)
		flow_mark(flow, faint, "…");
}
