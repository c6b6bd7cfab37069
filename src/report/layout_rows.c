/*
 * The rows are made block by block and forgotten again, so that the first
 * screen of a night of speeches costs no more than that of a page, and a new
 * width costs nothing until something is drawn.
 */
#include "config.h"

#include "report/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/paint.h"
#include "report/phrase.h"

#define SPEAKERS_MOST 3

const char *
layout_speaker(const struct comparison *cmp, size_t index)
{
	const struct piece *piece = &cmp->pieces[index];
	enum side side = piece->has[TRANSCRIPT] ? TRANSCRIPT : REPRINT;
	uint32_t speaker =
		cmp->doc[side]->paragraphs[piece->paragraph[side]].speaker;

	return speaker == NO_SPEAKER ? "" :
		cmp->doc[side]->speakers[speaker].name;
}

/* As the margin has it. */
static const char *
speaker_of(const struct layout *layout, uint32_t index)
{
	return phrase_short_name(layout_speaker(layout->comparison, index),
		LAYOUT_NAME);
}

void
rows_init(struct rows *rows)
{
	memset(rows, 0, sizeof(*rows));
	flow_init(&rows->flow[REPRINT], 0, 0);
	flow_init(&rows->flow[TRANSCRIPT], 0, 0);
	flow_init(&rows->margin, 0, 0);
}

void
rows_release(struct rows *rows)
{
	free(rows->row);
	flow_release(&rows->flow[REPRINT]);
	flow_release(&rows->flow[TRANSCRIPT]);
	flow_release(&rows->margin);
}

static void
reset_flow(struct flow *flow, unsigned width, bool ascii)
{
	flow_reset(flow);
	flow->width = flow->first_width = width;
	flow->escape = ascii ? ESCAPE_ASCII : 0;
}

static void
rows_reset(struct rows *rows, const struct layout *layout)
{
	struct geometry geometry = layout_geometry(layout);
	bool ascii = layout->options.ascii;

	rows->nrow = 0;
	reset_flow(&rows->flow[REPRINT], geometry.column, ascii);
	reset_flow(&rows->flow[TRANSCRIPT], geometry.column, ascii);
	reset_flow(&rows->margin, geometry.margin - 1, ascii);
}

static struct row *
add_row(struct rows *rows, enum row_kind kind, uint32_t piece)
{
	struct row row = { kind, piece, { NO_LINE, NO_LINE }, NO_LINE,
		{ 0, 0 } };
	struct row *added = ARRAY_ADD(rows->row, rows->nrow, rows->cap);

	*added = row;
	return added;
}

/* A blank row between paragraphs: not where either side goes on with one. */
static bool
wants_gap(const struct layout *layout, const struct layout_block *block)
{
	const struct comparison *cmp = layout->comparison;
	const struct piece *piece = &cmp->pieces[block->piece], *before;
	int side;

	if (!block->piece)
		return false;
	before = piece - 1;
	for (side = REPRINT; side <= TRANSCRIPT; side++)
		if (piece->has[side] && before->has[side] &&
		    piece->paragraph[side] == before->paragraph[side])
			return false;
	return true;
}

/* Names the speaker in the margin of the last row. */
static void
add_name(const struct layout *layout, const char *name, struct rows *rows)
{
	struct ink ink = { .style = STYLE_MARGIN, .finding = NO_FINDING };

	if (!*name || !layout_geometry(layout).margin)
		return;
	rows->row[rows->nrow - 1].margin = (uint32_t)rows->margin.ncut;
	flow_fit(&rows->margin, ink, name, strlen(name));
	flow_newline(&rows->margin);
}

/* One side of the piece, or what stands for it in the only column. */
static void
add_column(const struct layout *layout, const struct piece *piece,
	enum side side, struct rows *rows)
{
	struct flow *flow = &rows->flow[side];
	struct ink ink = { .style = STYLE_FOLD, .finding = NO_FINDING };

	if (layout->options.mode == LAYOUT_COLUMNS || piece->has[side]) {
		paint_piece(layout, piece, side, flow);
	} else {
		flow_mark(flow, ink, side == REPRINT ? "−" : "+");
		flow_words(flow, ink, " ");
		paint_piece(layout, piece, !side, flow);
	}
	flow_newline(flow);
}

static void
add_text_rows(const struct layout *layout, uint32_t index, struct rows *rows)
{
	const struct comparison *cmp = layout->comparison;
	const char *name = speaker_of(layout, index);
	size_t first[2], n[2], i;
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		first[side] = rows->flow[side].ncut;
		if (layout->options.mode == LAYOUT_COLUMNS ||
		    side == (int)layout_column_side(layout))
			add_column(layout, &cmp->pieces[index], side, rows);
		n[side] = rows->flow[side].ncut - first[side];
	}
	for (i = 0; i < n[REPRINT] || i < n[TRANSCRIPT]; i++) {
		struct row *row = add_row(rows, ROW_TEXT, index);

		if (!i && strcmp(name, index ? speaker_of(layout, index - 1) :
		    ""))
			add_name(layout, name, rows);
		for (side = REPRINT; side <= TRANSCRIPT; side++)
			if (i < n[side])
				row->line[side] = (uint32_t)(first[side] + i);
	}
}

/* The finding that the whole of a span is about, for its ink. */
static struct ink
fold_ink(const struct layout *layout, enum side side, struct span span)
{
	const struct comparison *cmp = layout->comparison;
	struct ink ink = { .style = STYLE_FOLD, .finding = NO_FINDING };
	size_t i = layout_first_touching(layout, side, span.start);

	for (; i < layout->norder[side]; i++) {
		uint32_t index = layout->order[side][i];

		if (cmp->findings[index].span[side].start >= span.end)
			break;
		if (!layout_hides(layout, index) &&
		    spans_overlap(cmp->findings[index].span[side], span)) {
			ink.finding = index;
			break;
		}
	}
	return ink;
}

static void
describe_fold(const struct layout *layout, const struct layout_block *block,
	struct span span, struct buffer *out)
{
	const struct document *doc = layout->comparison->doc[block->side];
	struct buffer names = BUFFER_INIT;

	phrase_passage(out, doc, span);
	if (block->side == TRANSCRIPT) {
		buffer_puts(out, " left out");
		phrase_speakers(&names, doc, span, SPEAKERS_MOST, 0);
		if (names.len)
			buffer_printf(out, ": %s", names.data);
		buffer_release(&names);
	} else {
		buffer_puts(out, " of its own: ");
		buffer_add(out, doc->text + span.start, span_length(span));
	}
}

static void
add_fold_row(const struct layout *layout, const struct layout_block *block,
	struct rows *rows)
{
	const struct piece *first =
		&layout->comparison->pieces[block->piece];
	const struct piece *last = first + block->npiece - 1;
	struct span span = { first->span[block->side].start,
		last->span[block->side].end };
	struct ink ink = fold_ink(layout, block->side, span);
	enum side side = layout->options.mode == LAYOUT_COLUMNS ?
		block->side : layout_column_side(layout);
	struct flow *flow = &rows->flow[side];
	struct buffer text = BUFFER_INIT;
	struct row *row = add_row(rows, ROW_FOLD, block->piece);

	row->line[side] = (uint32_t)flow->ncut;
	describe_fold(layout, block, span, &text);
	flow_mark(flow, ink, block->open ? "▾ " : "▸ ");
	flow_fit(flow, ink, text.data, text.len);
	flow_newline(flow);
	buffer_release(&text);
}

/* Says of a displaced piece what it is, and where its like stands. */
static void
add_displaced_row(const struct layout *layout, uint32_t index,
	struct rows *rows)
{
	const struct comparison *cmp = layout->comparison;
	const struct piece *piece = &cmp->pieces[index];
	struct row *row = add_row(rows, ROW_FOLD, index);
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		struct flow *flow = &rows->flow[side];
		struct ink ink = fold_ink(layout, side, piece->span[side]);
		struct buffer text = BUFFER_INIT;

		if (layout->options.mode != LAYOUT_COLUMNS &&
		    side != (int)layout_column_side(layout))
			continue;
		if (side == REPRINT)
			buffer_puts(&text, relation_names[piece->relation]);
		else
			buffer_printf(&text, "from line %u",
				(unsigned)document_place(cmp->doc[side],
					piece->span[side]).line);
		row->line[side] = (uint32_t)flow->ncut;
		flow_mark(flow, ink, "▾ ");
		flow_fit(flow, ink, text.data, text.len);
		flow_newline(flow);
		buffer_release(&text);
	}
}

/* The document that the side's column shows of the piece. */
static const struct document *
shown_document(const struct layout *layout, uint32_t piece, enum side side)
{
	const struct comparison *cmp = layout->comparison;

	if (!cmp->pieces[piece].has[side])
		side = !side;
	return cmp->doc[side];
}

/* The line of the file that each row begins in, where it is a new one. */
static void
number_rows(const struct layout *layout, struct rows *rows)
{
	uint32_t last[2] = { 0, 0 };
	size_t i;
	int side;

	for (i = 0; i < rows->nrow; i++)
		for (side = REPRINT; side <= TRANSCRIPT; side++) {
			struct row *row = &rows->row[i];
			struct span at;
			uint32_t number;

			if (row->line[side] == NO_LINE)
				continue;
			at.start = at.end = rows->flow[side].line[
				row->line[side]].source;
			if (at.start == NO_SOURCE)
				continue;
			number = document_place(shown_document(layout,
				row->piece, side), at).line;
			if (number != last[side])
				row->number[side] = number;
			last[side] = number;
		}
}

static void
add_block(const struct layout *layout, size_t index, struct rows *rows)
{
	const struct layout_block *block = &layout->blocks[index];
	bool first = block->head != NO_BLOCK && block->head + 1 == index;

	if (!first && wants_gap(layout, block))
		add_row(rows, ROW_GAP, block->piece);
	if (block->folds) {
		add_fold_row(layout, block, rows);
		return;
	}
	if (piece_is_displaced(&layout->comparison->pieces[block->piece]))
		add_displaced_row(layout, block->piece, rows);
	add_text_rows(layout, block->piece, rows);
}

void
layout_rows(const struct layout *layout, size_t block, struct rows *rows)
{
	rows_reset(rows, layout);
	if (!layout_is_folded(layout, block))
		add_block(layout, block, rows);
	flow_end(&rows->flow[REPRINT]);
	flow_end(&rows->flow[TRANSCRIPT]);
	flow_end(&rows->margin);
	if (layout->options.line_numbers)
		number_rows(layout, rows);
}
