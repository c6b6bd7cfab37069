/*
 * Only what neither width nor folding touches is made at once: the blocks, and
 * the order of the findings on each side.  The rows are layout_rows.c.
 */
#include "config.h"

#include "report/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/paint.h"
#include "report/phrase.h"

#define MARGIN_FROM 60			/* cells from which there is room */
#define MARGIN_FULL_FROM 96		/* and room for longer names */
#define MARGIN_SHORT 8
#define GUTTER 7
#define FOLD_WORDS 16			/* fewer are shown rather than folded */

/*
 * The order of findings on each side.
 */

struct keyed {
	uint32_t start, end, index;
};

static int
compare_keyed(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return x->index < y->index ? -1 : 1;
}

static void
order_findings(struct layout *layout, enum side side)
{
	const struct comparison *cmp = layout->comparison;
	struct keyed *list = memory_alloc(cmp->nfinding, sizeof(*list));
	size_t i, n = 0;
	uint32_t reach = 0;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];
		struct keyed keyed = { finding->span[side].start,
			finding->span[side].end, (uint32_t)i };

		if (finding->has[side])
			list[n++] = keyed;
	}
	qsort(list, n, sizeof(*list), compare_keyed);
	layout->order[side] = memory_alloc(n, sizeof(uint32_t));
	layout->reach[side] = memory_alloc(n, sizeof(uint32_t));
	layout->norder[side] = n;
	for (i = 0; i < n; i++) {
		if (list[i].end > reach)
			reach = list[i].end;
		layout->order[side][i] = list[i].index;
		layout->reach[side][i] = reach;
	}
	free(list);
}

size_t
layout_first_touching(const struct layout *layout, enum side side,
	uint32_t offset)
{
	size_t low = 0, high = layout->norder[side];

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (layout->reach[side][middle] < offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * Blocks.
 */

/* Does only one side have the piece, and is it none of the speaker's own
 * words put in by the reprint? */
static bool
may_fold(const struct comparison *cmp, const struct piece *piece)
{
	if (piece->has[REPRINT] && piece->has[TRANSCRIPT])
		return false;
	return !piece->has[REPRINT] || !cmp->body[piece->paragraph[REPRINT]];
}

static enum side
only_side(const struct piece *piece)
{
	return piece->has[REPRINT] ? REPRINT : TRANSCRIPT;
}

static size_t
words_of(const struct comparison *cmp, const struct layout_block *block)
{
	size_t i, nword = 0;

	for (i = block->piece; i < block->piece + block->npiece; i++)
		nword += passage_measure(cmp->doc[block->side],
			cmp->pieces[i].span[block->side]).nword;
	return nword;
}

static struct layout_block
block_from(const struct comparison *cmp, size_t first)
{
	const struct piece *piece = &cmp->pieces[first];
	struct layout_block block = { .piece = (uint32_t)first, .npiece = 1,
		.head = NO_BLOCK };
	size_t i;

	if (!may_fold(cmp, piece))
		return block;
	block.side = only_side(piece);
	for (i = first + 1; i < cmp->npiece; i++, block.npiece++)
		if (!may_fold(cmp, &cmp->pieces[i]) ||
		    only_side(&cmp->pieces[i]) != block.side)
			break;
	block.folds = block.npiece > 1 ||
		words_of(cmp, &block) >= FOLD_WORDS;
	return block;
}

static void
make_blocks(struct layout *layout)
{
	const struct comparison *cmp = layout->comparison;
	size_t i, j, cap = 0;

	for (i = 0; i < cmp->npiece;) {
		struct layout_block block = block_from(cmp, i);
		uint32_t head = (uint32_t)layout->nblock;

		*ARRAY_ADD(layout->blocks, layout->nblock, cap) = block;
		for (j = 0; block.folds && j < block.npiece; j++) {
			struct layout_block within = { .npiece = 1,
				.piece = (uint32_t)(i + j), .head = head };

			*ARRAY_ADD(layout->blocks, layout->nblock, cap) =
				within;
		}
		i += block.npiece;
	}
}

size_t
layout_block_of(const struct layout *layout, uint32_t piece)
{
	size_t low = 0, high = layout->nblock;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (layout->blocks[middle].piece <= piece)
			low = middle;
		else
			high = middle;
	}
	return low;
}

bool
layout_is_folded(const struct layout *layout, size_t block)
{
	uint32_t head = layout->blocks[block].head;

	return head != NO_BLOCK && !layout->blocks[head].open;
}

size_t
layout_next(const struct layout *layout, size_t block)
{
	const struct layout_block *it = &layout->blocks[block];

	return block + 1 + (it->folds && !it->open ? it->npiece : 0);
}

size_t
layout_previous(const struct layout *layout, size_t block)
{
	if (!block)
		return 0;
	block--;
	return layout_is_folded(layout, block) ? layout->blocks[block].head :
		block;
}

/*
 * The margin.
 */

static unsigned
widest_name(const struct comparison *cmp)
{
	size_t widest = 0, i;
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++)
		for (i = 0; i < cmp->doc[side]->nspeaker; i++) {
			const char *name = phrase_short_name(
				cmp->doc[side]->speakers[i].name, LAYOUT_NAME);
			size_t cells = escape_cells(name, strlen(name), 0);

			if (cells > widest)
				widest = cells;
		}
	return (unsigned)(widest < LAYOUT_NAME ? widest : LAYOUT_NAME);
}

static unsigned
margin_cells(const struct layout *layout)
{
	unsigned most = layout->options.width < MARGIN_FULL_FROM ?
		MARGIN_SHORT : LAYOUT_NAME;

	return layout->name_cells < most ? layout->name_cells : most;
}

struct geometry
layout_geometry(const struct layout *layout)
{
	const struct layout_options *options = &layout->options;
	struct geometry geometry = { 0, 0, 0 };
	unsigned taken;

	if (layout->name_cells && options->width >= MARGIN_FROM)
		geometry.margin = margin_cells(layout) + 1;
	if (options->line_numbers)
		geometry.gutter = GUTTER;
	if (options->mode == LAYOUT_COLUMNS) {
		taken = geometry.margin + 2 * geometry.gutter + LAYOUT_RULE;
		geometry.column = (options->width - taken) / 2;
	} else {
		geometry.column = options->width - geometry.margin -
			geometry.gutter;
	}
	return geometry;
}

enum side
layout_column_side(const struct layout *layout)
{
	return layout->options.mode == LAYOUT_ONE ? layout->options.side :
		REPRINT;
}

struct layout *
layout_new(const struct review *review, const struct layout_options *options)
{
	struct layout *layout = memory_alloc(1, sizeof(*layout));

	layout->review = review;
	layout->comparison = review->comparison;
	layout->options = *options;
	layout->name_cells = widest_name(review->comparison);
	order_findings(layout, REPRINT);
	order_findings(layout, TRANSCRIPT);
	make_blocks(layout);
	return layout;
}

void
layout_free(struct layout *layout)
{
	int side;

	if (!layout)
		return;
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		free(layout->order[side]);
		free(layout->reach[side]);
	}
	free(layout->blocks);
	free(layout);
}
