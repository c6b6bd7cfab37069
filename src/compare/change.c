/*
 * The aligned words are walked in order; between each two of them lies a gap,
 * mostly a blank, on both sides.  Equal bytes are passed at once.  What is not
 * equal is set opposite token by token if it is small, and reported as
 * passages if it is not.
 */
#include "config.h"

#include "compare/change.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/correction.h"
#include "compare/fine.h"
#include "compare/hidden.h"
#include "compare/label.h"
#include "compare/one_sided.h"
#include "compare/order.h"
#include "compare/passage.h"
#include "compare/settle.h"
#include "compare/token.h"
#include "text/glyph.h"

struct walker {
	const struct context *context;
	struct edit_list *out;
	uint32_t block;
};

/* The place between two aligned words, or before the first or behind the last
 * (then edge is set). */
struct place_between {
	struct span words[2];		/* that have no match */
	struct span span[2];		/* bytes */
	bool at_start, at_end;
};

static const struct paragraph *
paragraph_of(const struct document *doc, uint32_t word)
{
	return &doc->paragraphs[document_paragraph_at(doc,
		doc->words[word].start)];
}

static bool
in_label(const struct document *doc, uint32_t word)
{
	const struct paragraph *para = paragraph_of(doc, word);

	return word < para->word + para->nlabel;
}

/* ---- words ---- */

static void
compare_words(struct walker *walk, const uint32_t word[2])
{
	const struct context *context = walk->context;
	struct edit edit = { .shape = EDIT_WORD };
	int side;

	for (side = 0; side < 2; side++) {
		const struct word *it = &context->doc[side]->words[word[side]];

		edit.span[side] = (struct span){ it->start, it->end };
		edit.words[side] = (struct span){ word[side], word[side] + 1 };
	}
	if (!edit_same_bytes(context, edit.span) &&
	    !in_label(context->doc[0], word[0]) &&
	    !in_label(context->doc[1], word[1]))
		edit_add(walk->out, edit);
}

/* ---- the walk ---- */

/* Words of another block (moved there) are not missing. */
static bool
is_foreign(const struct walker *walk, int side, uint32_t word)
{
	const struct alignment *al = walk->context->alignment;

	return al->block_of[side][word] != walk->block ||
		al->mate[side][word] != NO_WORD ||
		walk->context->hidden[side][word];
}

/* A word of a label whose paragraph is there: compared as a label. */
static bool
is_label_of_kept(const struct walker *walk, int side, uint32_t word)
{
	const struct alignment *al = walk->context->alignment;
	const struct paragraph *para = paragraph_of(walk->context->doc[side],
		word);
	uint32_t i;

	if (word >= para->word + para->nlabel)
		return false;
	for (i = para->word; i < para->word + para->nword; i++)
		if (al->mate[side][i] != NO_WORD)
			return true;
	return false;
}

static void
emit_intervals(struct walker *walk, const struct place_between *between,
	enum side side)
{
	struct gap gap = { { 0, 0 }, between->span[!side].start,
		between->at_start, between->at_end };
	uint32_t i, start = between->words[side].start;

	for (i = start; i <= between->words[side].end; i++) {
		if (i < between->words[side].end &&
		    !is_foreign(walk, side, i) &&
		    !is_label_of_kept(walk, side, i))
			continue;
		gap.words = (struct span){ start, i };
		if (start < i && side == REPRINT)
			passage_inserted(walk->context, &gap, walk->out);
		else if (start < i)
			passage_omitted(walk->context, &gap, walk->out);
		start = i + 1;
	}
}

/* The first (or last) foreign word of the place on a side; its end (or start)
 * where there is none. */
static uint32_t
foreign_word(const struct walker *walk, const struct place_between *between,
	int side, bool last)
{
	struct span words = between->words[side];
	uint32_t i;

	for (i = 0; i < span_length(words); i++) {
		uint32_t at = last ? words.end - 1 - i : words.start + i;

		if (is_foreign(walk, side, at))
			return at;
	}
	return last ? words.start : words.end;
}

static bool
any_foreign(const struct walker *walk, const struct place_between *between)
{
	return foreign_word(walk, between, 0, false) <
		between->words[0].end ||
		foreign_word(walk, between, 1, false) < between->words[1].end;
}

static void
compare_one_sided(struct walker *walk, const struct place_between *between,
	enum side has)
{
	if (!one_sided_compare(walk->context, between->span,
			between->words[has], has, walk->out))
		emit_intervals(walk, between, has);
}

/* More words than this on a side are passages, not a wording. */
#define WORDING_MOST 40

/* Nor are words against a multiple of them. */
#define WORDING_RATIO 4

static bool
is_wording(const struct place_between *between)
{
	uint32_t a = span_length(between->words[0]);
	uint32_t b = span_length(between->words[1]);

	return a <= WORDING_MOST && b <= WORDING_MOST &&
		a <= b * WORDING_RATIO + 2 && b <= a * WORDING_RATIO + 2;
}

static bool
compare_fine(struct walker *walk, const struct place_between *between)
{
	struct fine fine;
	bool small;

	fine_init(&fine, walk->context, between->span, walk->out);
	small = is_wording(between) && fine_is_small(&fine);
	if (small) {
		tokens_pair(walk->context, fine.list, &fine.pairs);
		fine_emit(&fine);
	}
	fine_release(&fine);
	return small;
}

/*
 * What is left, on each side, of the paragraph that the aligned words before
 * (or behind) stand in, as a place of its own; false where a side has nothing
 * left.  Takes it off the place.
 */
static bool
peel(const struct walker *walk, struct place_between *between, bool head,
	struct place_between *part)
{
	int side;

	*part = *between;
	for (side = 0; side < 2; side++) {
		const struct document *doc = walk->context->doc[side];
		struct span words = between->words[side];
		const struct paragraph *para = words.start == words.end ?
			NULL : paragraph_of(doc, head ? words.start :
				words.end - 1);
		struct span *own = &part->words[side];

		if (!para)
			return false;
		if (head && words.start > para->word) {
			own->end = para->word + para->nword;
			if (own->end > words.end)
				return false;
			part->span[side].end = para->span.end;
		} else if (!head && words.end < para->word + para->nword) {
			own->start = para->word + para->nlabel;
			if (own->start < words.start)
				return false;
			part->span[side].start = paragraph_label_end(doc,
				para);
		} else {
			return false;
		}
	}
	return true;
}

static void
take_off(struct place_between *between, const struct place_between *part,
	bool head)
{
	int side;

	for (side = 0; side < 2; side++)
		if (head) {
			between->words[side].start = part->words[side].end;
			between->span[side].start = part->span[side].end;
		} else {
			between->words[side].end = part->words[side].start;
			between->span[side].end = part->span[side].start;
		}
}

/*
 * Words on both sides.  Where they are too many to be a wording, the ends of
 * the paragraphs that have aligned words may still be one.
 */
static void
compare_both(struct walker *walk, struct place_between between)
{
	struct place_between part, last;
	bool head, tail = false;

	if (!between.at_start && !between.at_end &&
	    compare_fine(walk, &between))
		return;
	head = !between.at_start && peel(walk, &between, true, &part) &&
		is_wording(&part) && compare_fine(walk, &part);
	if (head)
		take_off(&between, &part, true);
	tail = !between.at_end && peel(walk, &between, false, &last) &&
		is_wording(&last);
	if (tail)
		take_off(&between, &last, false);
	emit_intervals(walk, &between, REPRINT);
	emit_intervals(walk, &between, TRANSCRIPT);
	if (tail)
		compare_fine(walk, &last);
}

static void
compare_between(struct walker *walk, const struct place_between *between);

/*
 * Passages that stand elsewhere lie in the place: what is before them goes with
 * the aligned words before, the rest is passages.
 */
static void
compare_around_foreign(struct walker *walk,
	const struct place_between *between)
{
	struct place_between before = *between, rest = *between;
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = walk->context->doc[side];
		uint32_t first = foreign_word(walk, between, side, false);
		uint32_t last = between->words[side].start;

		before.words[side].end = first;
		rest.words[side].start = first;
		last = first > last ? first - 1 : last - 1;
		before.span[side].end = passage_span(doc, (struct span){
			last, last + 1 }).end;
		if (before.span[side].end < before.span[side].start)
			before.span[side].end = before.span[side].start;
		rest.span[side].start = before.span[side].end;
	}
	compare_between(walk, &before);
	emit_intervals(walk, &rest, REPRINT);
	emit_intervals(walk, &rest, TRANSCRIPT);
}

static bool
any_damaged_paragraph(struct walker *walk,
	const struct place_between *between)
{
	return span_length(between->words[TRANSCRIPT]) >= 2 &&
		hidden_compare(walk->context, between->span, walk->out);
}

static void
compare_between(struct walker *walk, const struct place_between *between)
{
	bool words[2] = {
		between->words[0].start < between->words[0].end,
		between->words[1].start < between->words[1].end
	};

	if (!words[0] && !words[1] &&
	    edit_same_bytes(walk->context, between->span))
		return;
	if (any_damaged_paragraph(walk, between)) {
		emit_intervals(walk, between, REPRINT);
		emit_intervals(walk, between, TRANSCRIPT);
	} else if (any_foreign(walk, between)) {
		compare_around_foreign(walk, between);
	} else if (words[0] != words[1] && one_sided_sign(walk->context,
			between->span, between->words, walk->out)) {
		return;
	} else if (words[0] != words[1]) {
		compare_one_sided(walk, between, words[1] ? TRANSCRIPT :
			REPRINT);
	} else {
		compare_both(walk, *between);
	}
}

/* Behind a label that stands in the running text on one side, as in merged
 * paragraphs, its colon is no mark of its own. */
static void
skip_inline_colon(const struct walker *walk, const uint32_t left[2],
	struct span span[2])
{
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = walk->context->doc[side];
		const struct document *other = walk->context->doc[!side];
		const struct paragraph *para = paragraph_of(doc, left[side]);
		uint32_t n = paragraph_label_end(doc, para) - para->label.end;

		if (left[side] + 1 == para->word + para->nlabel &&
		    !in_label(other, left[!side]) &&
		    n <= span_length(span[!side]) &&
		    !memcmp(other->text + span[!side].start,
			doc->text + para->label.end, n))
			span[!side].start += n;
	}
}

/* The bytes and words between two aligned pairs, labels left out. */
static struct place_between
between(const struct walker *walk, const uint32_t left[2],
	const uint32_t right[2])
{
	struct place_between found = { .at_start = false };
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = walk->context->doc[side];
		const struct paragraph *before = paragraph_of(doc, left[side]);
		const struct paragraph *after = paragraph_of(doc,
			right[side]);
		struct span words = { left[side] + 1, right[side] };
		struct span span = { doc->words[left[side]].end,
			doc->words[right[side]].start };

		if (left[side] < before->word + before->nlabel) {
			span.start = paragraph_label_end(doc, before);
			if (words.start < before->word + before->nlabel)
				words.start = before->word + before->nlabel;
		}
		if (words.end > after->word &&
		    words.end <= after->word + after->nlabel)
			words.end = after->word;
		if (words.start == after->word && after->nlabel &&
		    words.end > after->word + after->nlabel)
			words.start += after->nlabel;
		if (right[side] < after->word + after->nlabel)
			span.end = after->span.start;
		if (words.end < words.start)
			words.end = words.start;
		if (span.end < span.start)
			span.end = span.start;
		found.words[side] = words;
		found.span[side] = span;
	}
	skip_inline_colon(walk, left, found.span);
	return found;
}

/* Is all that lies there one damaged place? */
static bool
compare_damaged(struct walker *walk, const struct place_between *between)
{
	struct fine fine;
	bool found;

	fine_init(&fine, walk->context, between->span, walk->out);
	found = fine_emit_damaged(&fine);
	fine_release(&fine);
	return found;
}

static void
compare_head(struct walker *walk, const uint32_t first[2])
{
	struct place_between found = { .at_start = true };
	struct place_between marks = { .at_start = false };
	bool opens = true;
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = walk->context->doc[side];
		const struct paragraph *para = paragraph_of(doc, first[side]);
		uint32_t start = doc->words[first[side]].start;

		found.words[side].end = first[side];
		/* a label is compared as a label */
		if (first[side] <= para->word + para->nlabel)
			found.words[side].end = para->word;
		if (first[side] <= para->word + para->nlabel)
			start = para->span.start;
		found.span[side] = (struct span){ start, start };
		marks.span[side] = (struct span){
			paragraph_label_end(doc, para),
			doc->words[first[side]].start };
		opens &= first[side] == para->word + para->nlabel;
	}
	compare_both(walk, found);
	if (opens)
		compare_both(walk, marks);
}

static void
compare_tail(struct walker *walk, const uint32_t last[2])
{
	struct place_between found = { .at_end = true };
	struct place_between marks = { .at_end = false };
	bool closes = true;
	uint32_t end[2];
	struct span words;
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = walk->context->doc[side];
		const struct paragraph *para = paragraph_of(doc, last[side]);

		marks.span[side] = (struct span){ doc->words[last[side]].end,
			para->span.end };
		end[side] = para->word + para->nword;
		closes &= last[side] + 1 == para->word + para->nword;
		words = (struct span){ last[side], last[side] + 1 };
		found.words[side] = (struct span){ last[side] + 1,
			(uint32_t)doc->nword };
		found.span[side].start = passage_span(doc, words).end;
		found.span[side].end = found.span[side].start;
	}
	if (closes)
		compare_both(walk, marks);
	else if (compare_damaged(walk, &marks))
		for (side = 0; side < 2; side++)
			found.words[side].start = end[side];
	compare_both(walk, found);
}

/* Two texts that share nothing: all of each is a passage, but for the shortest,
 * which may be one damaged word. */
static void
compare_strangers(struct walker *walk)
{
	const struct context *context = walk->context;
	struct place_between found = { .at_start = true };
	int side;

	for (side = 0; side < 2; side++)
		found.words[side].end = (uint32_t)context->doc[side]->nword;
	if (is_wording(&found)) {
		found.span[0].end = (uint32_t)context->doc[0]->ntext;
		found.span[1].end = (uint32_t)context->doc[1]->ntext;
		if (compare_fine(walk, &found))
			return;
	}
	emit_intervals(walk, &found, REPRINT);
	emit_intervals(walk, &found, TRANSCRIPT);
}

/* Takes a label that damage hides off the place before the words. */
static void
take_damaged_label(struct walker *walk, const uint32_t right[2],
	struct place_between *between)
{
	const struct document *doc = walk->context->doc[REPRINT];
	const struct paragraph *para = paragraph_of(doc, right[REPRINT]);
	struct edit edit;

	if (between->span[REPRINT].start > para->span.start ||
	    between->words[REPRINT].end <= para->word ||
	    !label_is_damaged(walk->context, right, &edit))
		return;
	edit_add(walk->out, edit);
	between->words[REPRINT].end = para->word;
	between->span[REPRINT].end = para->span.start;
	between->span[TRANSCRIPT].end = edit.span[TRANSCRIPT].start;
	if (between->words[REPRINT].start > para->word)
		between->words[REPRINT].start = para->word;
}

/* Are the words next to each other on both sides, with the same bytes up to
 * the end of the right ones?  Of nearly all there is nothing to say. */
static bool
goes_on(const struct walker *walk, const uint32_t left[2],
	const uint32_t right[2])
{
	const struct document *const *doc = walk->context->doc;
	struct span span[2];
	int side;

	for (side = 0; side < 2; side++) {
		if (right[side] != left[side] + 1)
			return false;
		span[side].start = doc[side]->words[left[side]].end;
		span[side].end = doc[side]->words[right[side]].end;
	}
	return edit_same_bytes(walk->context, span) &&
		!memchr(doc[0]->text + span[0].start, '\n',
			span_length(span[0]));
}

static void
walk_block(struct walker *walk)
{
	const struct alignment *al = walk->context->alignment;
	const struct block *block = &al->blocks[walk->block];
	uint32_t left[2] = { 0, 0 }, right[2];
	bool any = false;

	for (right[0] = block->range.start[0]; right[0] < block->range.end[0];
	     right[0]++) {
		struct place_between found;

		right[1] = al->mate[0][right[0]];
		if (right[1] == NO_WORD ||
		    al->block_of[0][right[0]] != walk->block)
			continue;
		if (any && goes_on(walk, left, right)) {
			memcpy(left, right, sizeof(left));
			continue;
		}
		if (any) {
			found = between(walk, left, right);
			take_damaged_label(walk, right, &found);
			compare_between(walk, &found);
		} else if (!walk->block) {
			compare_head(walk, right);
		}
		compare_words(walk, right);
		memcpy(left, right, sizeof(left));
		any = true;
	}
	if (any && !walk->block)
		compare_tail(walk, left);
	else if (!any && !walk->block)
		compare_strangers(walk);
}

/* A passage that stands elsewhere, or again; whole paragraphs where it is
 * nearly that. */
static void
add_block(struct walker *walk)
{
	const struct context *context = walk->context;
	const struct block *block =
		&context->alignment->blocks[walk->block];
	struct edit edit = { .shape = block->relation == MOVED ? EDIT_MOVED :
		EDIT_DUPLICATED };
	/* words at the ends of what is repeated have edits of their own */
	uint32_t loose = block->relation == MOVED ? 2 : 0;
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = context->doc[side];
		struct span words = { block->range.start[side],
			block->range.end[side] };
		const struct paragraph *first = paragraph_of(doc,
			words.start);
		const struct paragraph *last = paragraph_of(doc,
			words.end - 1);

		edit.words[side] = words;
		edit.span[side] = passage_span(doc, words);
		if (words.start - first->word <= first->nlabel + loose)
			edit.span[side].start = first->span.start;
		if (side == REPRINT && last->word + last->nword -
		    words.end <= loose)
			edit.span[side].end = last->span.end;
	}
	edit_add(walk->out, edit);
}

void
changes_find(const struct context *context, struct edit_list *out)
{
	struct walker walk = { context, out, 0 };
	int side;

	for (side = 0; side < 2; side++)
		if (context->doc[side]->nword)
			memset(context->hidden[side], 0,
				context->doc[side]->nword);
	for (; walk.block < context->alignment->nblock; walk.block++) {
		size_t from = out->n;

		if (walk.block)
			add_block(&walk);
		if (context->alignment->blocks[walk.block].relation !=
		    DUPLICATED)
			walk_block(&walk);
		order_find(context, out, from);
	}
	labels_compare(context, out);
	corrections_join(context, out);
	edits_settle(context, out);
}
