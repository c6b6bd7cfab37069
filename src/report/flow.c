/*
 * The one place that breaks lines, for the text report and for the columns of
 * the side-by-side view, so that both fill their width alike.  It works in one
 * pass: what is shown goes into one string, and of the line being filled only
 * its start and the last chance to break it are remembered.  Runs are cut out
 * when all is in, because until then a line's end is not known.
 */
#include "config.h"

#include "report/flow.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* From here on in shown, the ink is another. */
struct flow_change {
	struct point start;
	struct ink ink;
	bool spelt;
};

/* A line, from start to stop in shown. */
struct flow_cut {
	struct point start, stop;
	uint32_t source;
};

void
flow_init(struct flow *flow, unsigned width, unsigned escape)
{
	memset(flow, 0, sizeof(*flow));
	flow->width = flow->first_width = width;
	flow->escape = escape;
	flow_reset(flow);
}

void
flow_release(struct flow *flow)
{
	buffer_release(&flow->shown);
	free(flow->run);
	free(flow->line);
	free(flow->change);
	free(flow->cut);
}

void
flow_reset(struct flow *flow)
{
	flow->shown.len = 0;
	flow->nrun = flow->nline = flow->nchange = flow->ncut = 0;
	flow->cell = 0;
	memset(&flow->now, 0, sizeof(flow->now));
	flow->now.source = NO_SOURCE;
	flow->chance.can = false;
	flow->last = WRAP_LETTER;
	flow->blank = false;
}

static struct point
here(const struct flow *flow)
{
	struct point point = { (uint32_t)flow->shown.len, flow->cell };

	return point;
}

/* Cells that the line being filled has so far. */
static unsigned
filled(const struct flow *flow)
{
	return flow->cell - flow->now.start.cell;
}

static bool
fits(const struct flow *flow, unsigned cells)
{
	return filled(flow) + cells <=
		(flow->ncut ? flow->width : flow->first_width);
}

static void
set_change(struct flow *flow, struct ink ink, bool spelt)
{
	struct flow_change change = { here(flow), ink, spelt };

	if (flow->nchange &&
	    flow->change[flow->nchange - 1].start.byte == change.start.byte)
		flow->nchange--;
	*ARRAY_ADD(flow->change, flow->nchange, flow->change_cap) = change;
}

static void
set_ink(struct flow *flow, struct ink ink)
{
	set_change(flow, ink, false);
}

/* Ends the line at stop, but for blanks, and begins the next at start. */
static void
cut(struct flow *flow, struct point stop, struct point start,
	uint32_t source)
{
	struct flow_cut line = { flow->now.start, stop, flow->now.source };

	while (line.stop.byte > line.start.byte &&
	    flow->shown.data[line.stop.byte - 1] == ' ') {
		line.stop.byte--;
		line.stop.cell--;
	}
	*ARRAY_ADD(flow->cut, flow->ncut, flow->cut_cap) = line;
	flow->chance.can = false;
	flow->now.start = start;
	flow->now.source = source;
}

/* The line may end at stop and the next begin here. */
static void
set_chance(struct flow *flow, struct point stop, uint32_t source)
{
	flow->chance.can = true;
	flow->chance.stop = stop;
	flow->chance.start = here(flow);
	flow->chance.source = source;
}

/* Breaks the line where cells more would not fit. */
static void
make_room(struct flow *flow, unsigned cells, uint32_t source)
{
	if (flow->chance.can && !fits(flow, cells))
		cut(flow, flow->chance.stop, flow->chance.start,
			flow->chance.source);
	if (filled(flow) && !fits(flow, cells))
		cut(flow, here(flow), here(flow), source);
}

static bool
may_part(enum wrap left, enum wrap right)
{
	return (left == WRAP_IDEOGRAPH && right != WRAP_CLOSE) ||
		(right == WRAP_IDEOGRAPH && left != WRAP_OPEN);
}

static void
add_shape(struct flow *flow, const char *text, size_t n, unsigned cells,
	uint32_t source)
{
	make_room(flow, cells, source);
	if (flow->now.source == NO_SOURCE)
		flow->now.source = source;
	buffer_add(&flow->shown, text, n);
	flow->cell += cells;
	flow->blank = false;
}

static void
add_blank(struct flow *flow, uint32_t next)
{
	struct point stop = here(flow);

	if (!filled(flow) || flow->blank)
		return;
	buffer_putc(&flow->shown, ' ');
	flow->cell++;
	flow->blank = true;
	flow->last = WRAP_LETTER;
	set_chance(flow, stop, next);
}

static void
add_pilcrow(struct flow *flow, uint32_t source, uint32_t next)
{
	bool ascii = flow->escape & ESCAPE_ASCII;

	add_blank(flow, source);
	add_shape(flow, ascii ? "/" : "¶", ascii ? 1 : 2, 1, source);
	add_blank(flow, next);
}

static uint32_t
advance(uint32_t source, ptrdiff_t n)
{
	return source == NO_SOURCE ? NO_SOURCE : source + (uint32_t)n;
}

/* A character with an ink set before, in a run of its own. */
static void
add_spelt(struct flow *flow, const struct shape *shape, uint32_t source)
{
	struct ink ink = flow->change[flow->nchange - 1].ink;

	make_room(flow, shape->cells, source);
	set_change(flow, ink, true);
	add_shape(flow, shape->text, shape->n, shape->cells, source);
	set_change(flow, ink, false);
}

static void
add_text(struct flow *flow, unsigned escape, const char *text, size_t n,
	uint32_t source)
{
	const char *p = text, *end = text + n;

	while (p < end) {
		uint32_t at = advance(source, p - text), next;
		struct shape shape;

		p = escape_next(p, end, escape, &shape);
		next = advance(source, p - text);
		if (shape.class == SHAPE_BLANK) {
			add_blank(flow, next);
		} else if (shape.class == SHAPE_PILCROW) {
			add_pilcrow(flow, at, next);
		} else {
			if (may_part(flow->last, shape.wrap))
				set_chance(flow, here(flow), at);
			if (shape.spelt && flow->parts_spelt)
				add_spelt(flow, &shape, at);
			else
				add_shape(flow, shape.text, shape.n,
					shape.cells, at);
			flow->last = shape.wrap;
		}
	}
}

void
flow_text(struct flow *flow, struct ink ink, const char *text, size_t n,
	uint32_t source)
{
	set_ink(flow, ink);
	add_text(flow, flow->escape, text, n, source);
}

void
flow_exact(struct flow *flow, struct ink ink, const char *text, size_t n,
	uint32_t source)
{
	set_ink(flow, ink);
	add_text(flow, flow->escape | ESCAPE_EXACT, text, n, source);
}

static void
add_own(struct flow *flow, const char *own, bool breaks)
{
	struct buffer shown = BUFFER_INIT;
	const char *p, *end;

	escape_own(&shown, own, flow->escape);
	end = shown.data + shown.len;
	for (p = shown.data; p < end;) {
		unsigned len;

		utf8_decode(p, end, &len);
		if (breaks && *p == ' ')
			add_blank(flow, NO_SOURCE);
		else
			add_shape(flow, p, len, 1, NO_SOURCE);
		p += len;
	}
	flow->last = WRAP_LETTER;
	buffer_release(&shown);
}

void
flow_words(struct flow *flow, struct ink ink, const char *words)
{
	set_ink(flow, ink);
	add_own(flow, words, true);
}

void
flow_mark(struct flow *flow, struct ink ink, const char *mark)
{
	set_ink(flow, ink);
	add_own(flow, mark, false);
}

void
flow_fit(struct flow *flow, struct ink ink, const char *text, size_t n)
{
	unsigned ellipsis = flow->escape & ESCAPE_ASCII ? 3 : 1;
	const char *p = text, *end = text + n;

	set_ink(flow, ink);
	while (p < end) {
		struct shape shape;
		const char *next = escape_next(p, end, flow->escape, &shape);
		bool last = next == end;

		if (!fits(flow, shape.cells + (last ? 0 : ellipsis))) {
			flow_mark(flow, ink, "…");
			return;
		}
		add_shape(flow, shape.text, shape.n, shape.cells, NO_SOURCE);
		p = next;
	}
}

void
flow_newline(struct flow *flow)
{
	if (!filled(flow))
		return;
	cut(flow, here(flow), here(flow), NO_SOURCE);
	flow->blank = false;
	flow->last = WRAP_LETTER;
}

/* Adds what of the change's ink, up to stop, stands on the line. */
static void
add_run(struct flow *flow, const struct flow_cut *line,
	const struct flow_change *change, struct point stop)
{
	struct point start = change->start;
	struct text_run run;

	if (start.byte < line->start.byte)
		start = line->start;
	if (stop.byte > line->stop.byte)
		stop = line->stop;
	if (start.byte >= stop.byte)
		return;
	run.ink = change->ink;
	run.spelt = change->spelt;
	run.start = start.byte;
	run.n = stop.byte - start.byte;
	run.cells = stop.cell - start.cell;
	*ARRAY_ADD(flow->run, flow->nrun, flow->run_cap) = run;
}

static struct point
change_stop(const struct flow *flow, size_t i)
{
	return i + 1 < flow->nchange ? flow->change[i + 1].start : here(flow);
}

/* Cuts the runs of the line; *change is the ink that it begins in, or an
 * earlier one. */
static void
add_line(struct flow *flow, const struct flow_cut *from, size_t *change)
{
	struct line line = { (uint32_t)flow->nrun, 0, 0, from->source };

	for (; *change < flow->nchange; ++*change) {
		struct point stop = change_stop(flow, *change);

		add_run(flow, from, &flow->change[*change], stop);
		if (stop.byte >= from->stop.byte)
			break;
	}
	line.nrun = (uint32_t)flow->nrun - line.run;
	line.cells = from->stop.cell - from->start.cell;
	*ARRAY_ADD(flow->line, flow->nline, flow->line_cap) = line;
}

void
flow_end(struct flow *flow)
{
	size_t i, change = 0;

	flow_newline(flow);
	for (i = 0; i < flow->ncut; i++)
		add_line(flow, &flow->cut[i], &change);
}
