/*
 * A label is judged by the words behind it: where the first of them is aligned,
 * the label of the reprint there, or the one that still holds, must name the
 * transcript's speaker.
 *
 * Whether two labels name one person is seen in the names, or in the whole
 * document: a label that stands for one other label throughout, and no other
 * label for it, is a renaming ("MODERATOR" for "LEHRER").
 */
#include "config.h"

#include "compare/label.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/text_diff.h"
#include "compare/token.h"
#include "text/speaker.h"

/* Times that a renaming must be seen before it is believed. */
#define RENAMED_TIMES 3
/* Words at the start of a turn of which one must be aligned. */
#define OPENING_WORDS 12

/* Bytes of what a damaged label may have become. */
#define LABEL_MOST 200

/* Where a turn of the transcript opens, and what the reprint has there. */
struct opening {
	const struct paragraph *para[2];
	uint32_t word[2];		/* the first aligned words */
	bool opens;			/* nothing aligned before it in the
					   reprint's paragraph */
};

struct label_walk {
	const struct context *context;
	struct edit_list *out;
	/* speaker of the reprint -> that of the transcript + 1, where one is
	 * a new name for the other; 0: not */
	uint32_t *renamed;
};

static const struct paragraph *
paragraph_of(const struct document *doc, uint32_t word)
{
	return &doc->paragraphs[document_paragraph_at(doc,
		doc->words[word].start)];
}

/* The first words of the side's paragraph that are aligned. */
static bool
find_opening(const struct context *context, enum side side,
	const struct paragraph *para, struct opening *found)
{
	const struct alignment *al = context->alignment;
	uint32_t from = para->word + para->nlabel;
	uint32_t end = para->word + para->nword, i, k;
	const struct paragraph *other;

	if (end > from + OPENING_WORDS)
		end = from + OPENING_WORDS;
	for (i = from; i < end; i++)
		if (al->mate[side][i] != NO_WORD)
			break;
	if (i == end)
		return false;
	found->word[side] = i;
	found->word[!side] = al->mate[side][i];
	found->para[side] = para;
	found->para[!side] = other = paragraph_of(context->doc[!side],
		found->word[!side]);
	found->opens = true;
	for (k = other->word + other->nlabel; k < found->word[!side]; k++)
		if (al->mate[!side][k] != NO_WORD)
			found->opens = false;
	return true;
}

static const char *
label_text(const struct document *doc, const struct paragraph *para,
	size_t *n)
{
	*n = span_length(para->label);
	return doc->text + para->label.start;
}

static bool
same_label(const struct context *context, const struct opening *at)
{
	size_t n[2];
	const char *text[2];
	int side;

	for (side = 0; side < 2; side++)
		text[side] = label_text(context->doc[side], at->para[side],
			&n[side]);
	return n[0] == n[1] && !memcmp(text[0], text[1], n[0]);
}

static bool
same_speaker(const struct label_walk *walk, uint32_t reprint,
	uint32_t transcript)
{
	const struct speaker *a, *b;

	if (reprint == NO_SPEAKER || transcript == NO_SPEAKER)
		return false;
	if (walk->renamed[reprint] == transcript + 1)
		return true;
	a = &walk->context->doc[0]->speakers[reprint];
	b = &walk->context->doc[1]->speakers[transcript];
	return a->key == b->key || speaker_same(a->name, strlen(a->name),
		b->name, strlen(b->name));
}

/* ---- renamings ---- */

/* How often a speaker of the reprint stands for one of the transcript. */
struct tally {
	uint32_t speaker[2];
	uint32_t times;
};

struct tally_list {
	struct tally *tally;
	size_t n, cap;
};

static void
count_label(struct tally_list *list, uint32_t reprint, uint32_t transcript)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (list->tally[i].speaker[0] == reprint &&
		    list->tally[i].speaker[1] == transcript)
			break;
	if (i == list->n)
		*ARRAY_ADD(list->tally, list->n, list->cap) = (struct tally){
			{ reprint, transcript }, 0 };
	list->tally[i].times++;
}

/* Is the pair more frequent than all others that share a speaker with it? */
static bool
outweighs(const struct tally_list *list, const struct tally *it)
{
	uint32_t others = 0;
	size_t i;

	for (i = 0; i < list->n; i++)
		if (&list->tally[i] != it && (list->tally[i].speaker[0] ==
		    it->speaker[0] || list->tally[i].speaker[1] ==
		    it->speaker[1]))
			others += list->tally[i].times;
	return it->times >= RENAMED_TIMES && it->times > 4 * others;
}

static void
learn_renamings(struct label_walk *walk)
{
	const struct context *context = walk->context;
	const struct document *doc = context->doc[TRANSCRIPT];
	struct tally_list list = { 0 };
	struct opening at;
	size_t i;

	for (i = 0; i < doc->nparagraph; i++)
		if (doc->paragraphs[i].nlabel &&
		    find_opening(context, TRANSCRIPT, &doc->paragraphs[i],
			&at) && at.opens && at.para[REPRINT]->nlabel)
			count_label(&list, at.para[REPRINT]->speaker,
				at.para[TRANSCRIPT]->speaker);
	for (i = 0; i < list.n; i++)
		if (outweighs(&list, &list.tally[i]))
			walk->renamed[list.tally[i].speaker[0]] =
				list.tally[i].speaker[1] + 1;
	free(list.tally);
}

/* ---- edits ---- */

/* The same characters, composed or decomposed, are the same label. */
static bool
composed_otherwise(const struct context *context, const struct edit *edit)
{
	return text_differences(context->doc[0]->text + edit->span[0].start,
		span_length(edit->span[0]),
		context->doc[1]->text + edit->span[1].start,
		span_length(edit->span[1])) == DIFFERS_NORMALIZATION;
}

static void
add_label(struct label_walk *walk, const struct opening *at)
{
	struct edit edit = { .shape = EDIT_LABEL };
	int side;

	for (side = 0; side < 2; side++) {
		const struct paragraph *para = at->para[side];
		uint32_t place = walk->context->doc[side]->words[
			at->word[side]].start;

		edit.has[side] = true;
		edit.span[side] = para->nlabel ? para->label :
			(struct span){ place, place };
		edit.words[side] = (struct span){ para->word,
			para->word + para->nlabel };
	}
	if (at->para[0]->nlabel && at->para[1]->nlabel)
		edit.damage = damage_explain(walk->context->forensics,
			walk->context->doc[1]->text + edit.span[1].start,
			span_length(edit.span[1]),
			walk->context->doc[0]->text + edit.span[0].start,
			span_length(edit.span[0]));
	if (edit.damage.steps & ~(unsigned)DAMAGE_LOST)
		edit.shape = EDIT_TEXT;
	else if (composed_otherwise(walk->context, &edit))
		edit.shape = EDIT_WORD;
	edit.same_person = same_speaker(walk, at->para[0]->speaker,
		at->para[1]->speaker) ||
		speaker_same(walk->context->doc[0]->text + edit.span[0].start,
			span_length(edit.span[0]),
			walk->context->doc[1]->text + edit.span[1].start,
			span_length(edit.span[1]));
	*ARRAY_ADD(walk->out->edit, walk->out->n, walk->out->cap) = edit;
}

/* The words of the side's label stand in the other's running text. */
static bool
label_kept(const struct label_walk *walk, const struct opening *at,
	enum side side)
{
	const struct paragraph *para = at->para[side];
	uint32_t last = para->word + para->nlabel - 1;

	return walk->context->alignment->mate[side][last] != NO_WORD;
}

/* Whose the words seem to be in the reprint, where a turn opens inside a
 * paragraph or without a label. */
static bool
seems_right(const struct label_walk *walk, const struct opening *at)
{
	uint32_t seems = at->para[REPRINT]->speaker;
	uint32_t is = at->para[TRANSCRIPT]->speaker;

	/* nobody's words, as in a speech without labels */
	return seems == NO_SPEAKER || is == NO_SPEAKER ||
		same_speaker(walk, seems, is) ||
		label_kept(walk, at, TRANSCRIPT);
}

static void
add_swallowed(struct label_walk *walk, const struct opening *at)
{
	uint32_t place = walk->context->doc[REPRINT]->words[
		at->word[REPRINT]].start;
	struct edit edit = { .shape = EDIT_SWALLOWED, .has = { true, true } };

	edit.span[REPRINT] = (struct span){ place, place };
	edit.span[TRANSCRIPT] = at->para[TRANSCRIPT]->label;
	edit.words[TRANSCRIPT] = (struct span){ at->para[TRANSCRIPT]->word,
		at->para[TRANSCRIPT]->word + at->para[TRANSCRIPT]->nlabel };
	*ARRAY_ADD(walk->out->edit, walk->out->n, walk->out->cap) = edit;
}

static bool
in_repeat(const struct context *context, uint32_t word)
{
	const struct alignment *al = context->alignment;

	return al->blocks[al->block_of[REPRINT][word]].relation == DUPLICATED;
}

bool
label_is_damaged(const struct context *context, const uint32_t word[2],
	struct edit *edit)
{
	int side;

	*edit = (struct edit){ .shape = EDIT_TEXT, .has = { true, true } };
	for (side = 0; side < 2; side++) {
		const struct document *doc = context->doc[side];
		const struct paragraph *para = paragraph_of(doc, word[side]);

		edit->span[side] = (struct span){ para->span.start,
			doc->words[word[side]].start };
		edit->words[side] = (struct span){ para->word, word[side] };
		if ((side == TRANSCRIPT) != (para->nlabel > 0) ||
		    span_length(edit->span[side]) > LABEL_MOST)
			return false;
	}
	edit->damage = damage_explain(context->forensics,
		context->doc[1]->text + edit->span[1].start,
		span_length(edit->span[1]),
		context->doc[0]->text + edit->span[0].start,
		span_length(edit->span[0]));
	return damage_is_sure(&edit->damage);
}

/* Turns that the transcript opens with a label. */
static void
compare_turns(struct label_walk *walk)
{
	const struct document *doc = walk->context->doc[TRANSCRIPT];
	struct opening at;
	struct edit edit;
	size_t i;

	for (i = 0; i < doc->nparagraph; i++) {
		if (!doc->paragraphs[i].nlabel ||
		    !find_opening(walk->context, TRANSCRIPT,
			&doc->paragraphs[i], &at))
			continue;
		if (at.opens && at.para[REPRINT]->nlabel) {
			if (!same_label(walk->context, &at))
				add_label(walk, &at);
		} else if (!seems_right(walk, &at) &&
			   !label_is_damaged(walk->context, at.word, &edit)) {
			add_swallowed(walk, &at);
		}
	}
}

/* Labels that the reprint adds where the transcript only goes on. */
static void
compare_added(struct label_walk *walk)
{
	const struct document *doc = walk->context->doc[REPRINT];
	struct opening at;
	size_t i;

	for (i = 0; i < doc->nparagraph; i++) {
		if (!doc->paragraphs[i].nlabel ||
		    !find_opening(walk->context, REPRINT, &doc->paragraphs[i],
			&at) || in_repeat(walk->context, at.word[REPRINT]))
			continue;
		if ((at.para[TRANSCRIPT]->nlabel && at.opens) ||
		    at.para[TRANSCRIPT]->speaker == NO_SPEAKER ||
		    label_kept(walk, &at, REPRINT))
			continue;
		/* the words of one turn go on under a label of their own */
		at.para[TRANSCRIPT] = &(struct paragraph){
			.speaker = at.para[TRANSCRIPT]->speaker };
		add_label(walk, &at);
	}
}

void
labels_compare(const struct context *context, struct edit_list *out)
{
	struct label_walk walk = { context, out, NULL };

	walk.renamed = memory_alloc(context->doc[REPRINT]->nspeaker,
		sizeof(*walk.renamed));
	learn_renamings(&walk);
	compare_turns(&walk);
	compare_added(&walk);
	free(walk.renamed);
}
