/*
 * The reprint's paragraphs are walked in order.  Each change of the paragraph
 * opposite, or of the block, begins a new piece; what the transcript alone has
 * is put in before the first piece of the main block that lies behind it.
 */
#include "config.h"

#include "compare/piece.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/passage.h"

struct pieces {
	const struct context *context;
	struct piece *piece;
	size_t n, cap;
	size_t next;			/* paragraph of the transcript, the
					   first not yet passed */
	bool *covered;			/* paragraphs of the transcript */
};

/* A run of aligned words within one paragraph on each side. */
struct stretch {
	uint32_t first[2], last[2];
	uint32_t nmate, block;
};

static uint32_t
paragraph_of(const struct document *doc, uint32_t word)
{
	return (uint32_t)document_paragraph_at(doc, doc->words[word].start);
}

static void
add_piece(struct pieces *all, struct piece piece)
{
	*ARRAY_ADD(all->piece, all->n, all->cap) = piece;
}

static void
add_paragraph(struct pieces *all, enum side side, size_t para)
{
	struct piece piece = { .relation = side == REPRINT ? REPRINT_ONLY :
		TRANSCRIPT_ONLY };

	piece.has[side] = true;
	piece.paragraph[side] = (uint32_t)para;
	piece.span[side] = all->context->doc[side]->paragraphs[para].span;
	add_piece(all, piece);
}

static void
pass_transcript(struct pieces *all, size_t upto)
{
	for (; all->next < upto; all->next++)
		if (!all->covered[all->next])
			add_paragraph(all, TRANSCRIPT, all->next);
}

static void
add_stretch(struct pieces *all, const struct stretch *it)
{
	struct piece piece = { .has = { true, true } };
	uint32_t nword = 0;
	int side;

	for (side = 0; side < 2; side++) {
		piece.paragraph[side] = paragraph_of(all->context->doc[side],
			it->first[side]);
		piece.span[side] = passage_span(all->context->doc[side],
			(struct span){ it->first[side], it->last[side] + 1 });
		nword += it->last[side] + 1 - it->first[side];
	}
	piece.similarity = (float)(2.0 * it->nmate / nword);
	piece.relation = all->context->alignment->blocks[it->block].relation;
	if (!it->block)
		pass_transcript(all, piece.paragraph[TRANSCRIPT]);
	add_piece(all, piece);
}

/*
 * A paragraph without a word, a row of dashes say, has nothing to align.  It
 * stands opposite the one without a word that follows where the last piece
 * came from, unless the text goes on within what is there already.
 */
static bool
add_wordless(struct pieces *all, size_t index)
{
	const struct document *const *doc = all->context->doc;
	const struct piece *last = all->n ? &all->piece[all->n - 1] : NULL;
	struct piece piece = { .has = { true, true }, .similarity = 1 };
	const uint32_t next = doc[REPRINT]->paragraphs[index].word;
	size_t opposite;
	uint32_t mate;

	if (!last || (last->relation != EQUAL && last->relation != CHANGED))
		return false;
	opposite = last->paragraph[TRANSCRIPT] + (size_t)1;
	if (opposite >= doc[TRANSCRIPT]->nparagraph ||
	    doc[TRANSCRIPT]->paragraphs[opposite].nword)
		return false;
	mate = next < doc[REPRINT]->nword ?
		all->context->alignment->mate[REPRINT][next] : NO_WORD;
	if (mate != NO_WORD && paragraph_of(doc[TRANSCRIPT], mate) < opposite)
		return false;
	piece.paragraph[REPRINT] = (uint32_t)index;
	piece.paragraph[TRANSCRIPT] = (uint32_t)opposite;
	piece.span[REPRINT] = doc[REPRINT]->paragraphs[index].span;
	piece.span[TRANSCRIPT] = doc[TRANSCRIPT]->paragraphs[opposite].span;
	piece.relation = CHANGED;
	pass_transcript(all, opposite);
	all->covered[opposite] = true;
	add_piece(all, piece);
	return true;
}

static bool
is_in(const struct paragraph *para, uint32_t word)
{
	return word >= para->word && word < para->word + para->nword;
}

/* The aligned words of one paragraph of the reprint. */
static void
add_stretches(struct pieces *all, size_t index)
{
	const struct alignment *al = all->context->alignment;
	const struct paragraph *para =
		&all->context->doc[REPRINT]->paragraphs[index];
	const struct document *other = all->context->doc[TRANSCRIPT];
	const struct paragraph *opposite = NULL;
	struct stretch it = { .nmate = 0 };
	uint32_t i;

	for (i = para->word; i < para->word + para->nword; i++) {
		uint32_t mate = al->mate[REPRINT][i];
		uint32_t block = al->block_of[REPRINT][i];

		if (mate == NO_WORD)
			continue;
		if (it.nmate && (block != it.block ||
		    !is_in(opposite, mate))) {
			add_stretch(all, &it);
			it.nmate = 0;
		}
		if (!it.nmate) {
			opposite = &other->paragraphs[
				paragraph_of(other, mate)];
			it.first[REPRINT] = i;
			it.first[TRANSCRIPT] = mate;
			it.block = block;
		}
		it.last[REPRINT] = i;
		it.last[TRANSCRIPT] = mate;
		it.nmate++;
	}
	if (it.nmate)
		add_stretch(all, &it);
	else if (para->nword || !add_wordless(all, index))
		add_paragraph(all, REPRINT, index);
}

static void
note_covered(struct pieces *all)
{
	const struct document *doc = all->context->doc[TRANSCRIPT];
	size_t i;
	uint32_t k;

	for (i = 0; i < doc->nparagraph; i++) {
		const struct paragraph *para = &doc->paragraphs[i];

		for (k = 0; k < para->nword && !all->covered[i]; k++)
			all->covered[i] = all->context->alignment->mate[
				TRANSCRIPT][para->word + k] != NO_WORD;
	}
}

/* By place in one document; the other copy of a passage stands for itself. */
static int
by_reprint(const void *a, const void *b)
{
	const struct piece *const *x = a, *const *y = b;
	uint32_t p = (*x)->span[REPRINT].start, q = (*y)->span[REPRINT].start;

	return (p > q) - (p < q);
}

static int
by_transcript(const void *a, const void *b)
{
	const struct piece *const *x = a, *const *y = b;
	uint32_t p = (*x)->span[TRANSCRIPT].start;
	uint32_t q = (*y)->span[TRANSCRIPT].start;

	return (p > q) - (p < q);
}

/* The side's pieces in the order of its text; the caller frees them. */
static struct piece **
sort_pieces(struct piece *pieces, size_t n, enum side side, size_t *count)
{
	struct piece **order = memory_alloc(n, sizeof(*order));
	size_t i;

	*count = 0;
	for (i = 0; i < n; i++)
		if (pieces[i].has[side] && (side == REPRINT ||
		    pieces[i].relation != DUPLICATED))
			order[(*count)++] = &pieces[i];
	qsort(order, *count, sizeof(*order), side == REPRINT ? by_reprint :
		by_transcript);
	return order;
}

/* The piece of a stretch in its own place. */
static bool
is_settled(const struct piece *piece)
{
	return piece->relation == EQUAL || piece->relation == CHANGED;
}

static uint32_t
trim_end(const struct document *doc, uint32_t start, uint32_t end)
{
	while (end > start && utf8_is_white((unsigned char)
	    doc->text[end - 1]))
		end--;
	return end;
}

/*
 * What of a paragraph is in none of its pieces, because the other side does not
 * have it, goes with the piece before it, or with the one behind where there is
 * none: what belongs to a paragraph is shown with it.
 */
static void
close_gap(const struct document *doc, struct piece *left, struct piece *right,
	enum side side)
{
	const struct piece *any = left ? left : right;
	struct span para = doc->paragraphs[any->paragraph[side]].span;
	uint32_t from = left ? left->span[side].end : para.start;
	uint32_t to = right ? right->span[side].start : para.end;

	if (trim_end(doc, from, to) <= from)
		return;
	if (left && is_settled(left))
		left->span[side].end = trim_end(doc, from, to);
	else if (right && is_settled(right))
		right->span[side].start = from;
}

static void
close_gaps(const struct document *doc, struct piece *pieces, size_t n,
	enum side side)
{
	size_t count, i;
	struct piece **order = sort_pieces(pieces, n, side, &count);

	for (i = 0; i <= count; i++) {
		struct piece *left = i ? order[i - 1] : NULL;
		struct piece *right = i < count ? order[i] : NULL;

		if (left && right &&
		    left->paragraph[side] == right->paragraph[side]) {
			close_gap(doc, left, right, side);
			continue;
		}
		if (left)
			close_gap(doc, left, NULL, side);
		if (right)
			close_gap(doc, NULL, right, side);
	}
	free(order);
}

static void
set_tiles(struct piece *pieces, size_t n, enum side side)
{
	size_t count, i;
	struct piece **order = sort_pieces(pieces, n, side, &count);

	for (i = 0; i < n; i++)
		pieces[i].tile[side] = pieces[i].span[side];
	for (i = 0; i + 1 < count; i++) {
		uint32_t next = order[i + 1]->span[side].start;

		if (next > order[i]->tile[side].end)
			order[i]->tile[side].end = next;
	}
	free(order);
}

/* Are the texts of the piece the same to the byte? */
static bool
is_equal(const struct context *context, const struct piece *piece)
{
	uint32_t n = span_length(piece->span[0]);

	return n == span_length(piece->span[1]) &&
		!memcmp(context->doc[0]->text + piece->span[0].start,
			context->doc[1]->text + piece->span[1].start, n);
}

struct piece *
pieces_find(const struct context *context, size_t *n)
{
	const struct document *const *doc = context->doc;
	struct pieces all = { .context = context };
	struct piece *copy;
	size_t i;

	all.covered = memory_alloc(doc[TRANSCRIPT]->nparagraph,
		sizeof(*all.covered));
	note_covered(&all);
	for (i = 0; i < doc[REPRINT]->nparagraph; i++)
		add_stretches(&all, i);
	pass_transcript(&all, doc[TRANSCRIPT]->nparagraph);
	copy = arena_alloc(context->arena, all.n, sizeof(*copy));
	if (all.n)
		memcpy(copy, all.piece, all.n * sizeof(*copy));
	*n = all.n;
	close_gaps(doc[REPRINT], copy, all.n, REPRINT);
	close_gaps(doc[TRANSCRIPT], copy, all.n, TRANSCRIPT);
	for (i = 0; i < all.n; i++)
		if (is_settled(&copy[i]))
			copy[i].relation = is_equal(context, &copy[i]) ?
				EQUAL : CHANGED;
	set_tiles(copy, all.n, REPRINT);
	set_tiles(copy, all.n, TRANSCRIPT);
	free(all.piece);
	free(all.covered);
	return copy;
}
