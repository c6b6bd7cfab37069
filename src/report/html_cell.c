/*
 * Findings nest, and so do elements: a finding that leaves the one it began in
 * is cut there, as in report/paint.c.
 */
#include "config.h"

#include "report/html.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/html_text.h"
#include "report/marks.h"

struct cell {
	struct html *html;
	const struct document *doc;
	enum side side;
	struct span text;
	struct marks marks;
	struct mark *stack;
	size_t depth, stack_cap;
};

static const char *const tags[] = { [REPRINT] = "ins", [TRANSCRIPT] = "del" };

/* Adds [*at, end) of the text. */
static void
put_to(struct cell *cell, uint32_t *at, uint32_t end)
{
	const char *text = cell->doc->text + *at;
	struct buffer *out = cell->html->out;

	if (*at >= end)
		return;
	if (cell->depth && escape_is_blank(text, end - *at))
		html_blank(out, text, end - *at);
	else
		html_text(out, text, end - *at);
	*at = end;
}

/* A link on one side only, or who goes by the tabulator meets each twice. */
static void
put_number(struct cell *cell, uint32_t finding)
{
	html_put_number(cell->html, finding, cell->side == REPRINT ||
		!cell->html->comparison->findings[finding].has[REPRINT]);
}

static void
put_closing(struct cell *cell, uint32_t *at, uint32_t until)
{
	while (cell->depth) {
		struct mark top = cell->stack[cell->depth - 1];

		if (top.span.end > until)
			return;
		put_to(cell, at, top.span.end);
		buffer_printf(cell->html->out, "</%s>", tags[cell->side]);
		put_number(cell, top.finding);
		cell->depth--;
	}
}

/* Shape: a place where something is missing, or the whole of the piece. */
static const char *
shape_class(const struct cell *cell, struct span span)
{
	if (span.start == span.end)
		return " gap";
	return span.start == cell->text.start && span.end == cell->text.end ?
		" whole" : "";
}

/* The tag of a mark, with an anchor and an explanation where the finding is
 * first seen. */
static void
put_tag(struct cell *cell, struct mark mark)
{
	struct html *html = cell->html;
	const struct finding *finding =
		&html->comparison->findings[mark.finding];
	bool fresh = html_meet(html, mark.finding);

	buffer_printf(html->out, "<%s class=\"", tags[cell->side]);
	html_put_classes(html, finding);
	buffer_printf(html->out, "%s\"", shape_class(cell, mark.span));
	if (fresh) {
		html_put_id(html, mark.finding);
		buffer_puts(html->out, " title=\"");
		html_attribute(html->out, finding->message,
			strlen(finding->message));
		buffer_putc(html->out, '"');
	}
	buffer_putc(html->out, '>');
}

static void
put_opening(struct cell *cell, struct mark mark)
{
	struct mark *top = cell->depth ? &cell->stack[cell->depth - 1] : NULL;

	if (top && mark.span.end > top->span.end)
		mark.span.end = top->span.end;
	put_tag(cell, mark);
	*ARRAY_ADD(cell->stack, cell->depth, cell->stack_cap) = mark;
}

/* The paragraph was broken before the piece, and on this side alone. */
static void
put_break(struct cell *cell)
{
	struct mark mark = { cell->text, cell->marks.broken };

	if (mark.finding == NO_FINDING)
		return;
	mark.span.end = mark.span.start + 1;
	put_tag(cell, mark);
	buffer_printf(cell->html->out, "¶</%s>", tags[cell->side]);
	put_number(cell, mark.finding);
	buffer_putc(cell->html->out, ' ');
}

static void
put_text(struct cell *cell)
{
	uint32_t at = cell->text.start;
	size_t i;

	for (i = 0; i < cell->marks.n; i++) {
		struct mark mark = cell->marks.mark[i];

		put_closing(cell, &at, mark.span.start);
		put_to(cell, &at, mark.span.start);
		put_opening(cell, mark);
	}
	put_closing(cell, &at, cell->text.end);
	put_to(cell, &at, cell->text.end);
}

void
html_cell(struct html *html, const struct piece *piece, enum side side)
{
	struct cell cell = { .html = html, .side = side,
		.doc = html->comparison->doc[side],
		.text = piece->span[side] };

	marks_find(html->layout, piece, side, &cell.marks);
	put_break(&cell);
	put_text(&cell);
	marks_release(&cell.marks);
	free(cell.stack);
}
