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
#include "compare/label.h"
#include "compare/order.h"
#include "compare/passage.h"
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

static void
add_edit(struct walker *walk, struct edit edit)
{
	edit.has[0] = edit.has[1] = true;
	*ARRAY_ADD(walk->out->edit, walk->out->n, walk->out->cap) = edit;
}

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

static bool
same_bytes(const struct context *context, const struct span span[2])
{
	return span_length(span[0]) == span_length(span[1]) &&
		!memcmp(context->doc[0]->text + span[0].start,
			context->doc[1]->text + span[1].start,
			span_length(span[0]));
}

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
	if (!same_bytes(context, edit.span) &&
	    !in_label(context->doc[0], word[0]) &&
	    !in_label(context->doc[1], word[1]))
		add_edit(walk, edit);
}

/* ---- small differences ---- */

/* A stretch of pairs that are not alike. */
struct group {
	size_t from, to;		/* of the pairs */
};

struct fine {
	struct walker *walk;
	struct token_list list[2];
	struct token_pair_list pairs;
	struct span span[2];
	bool wall_before, wall_after;	/* words stand there on one side */
};

static const struct token *
token_at(const struct fine *fine, size_t pair, int side)
{
	size_t at = fine->pairs.pair[pair].at[side];

	return at == NO_TOKEN ? NULL : &fine->list[side].token[at];
}

/* Where the side stands behind the pairs before this one. */
static uint32_t
offset_before(const struct fine *fine, size_t pair, int side)
{
	while (pair-- > 0) {
		const struct token *token = token_at(fine, pair, side);

		if (token)
			return token->end;
	}
	return fine->list[side].n ? fine->list[side].token[0].start :
		fine->span[side].start;
}

static bool
is_blank(const struct token *token)
{
	return !token || token->type == TOKEN_SPACE ||
		token->type == TOKEN_BREAK;
}

static bool
group_has(const struct fine *fine, struct group group, int side,
	enum token_type type)
{
	size_t i;

	for (i = group.from; i < group.to; i++) {
		const struct token *token = token_at(fine, i, side);

		if (token && token->type == type)
			return true;
	}
	return false;
}

static struct edit
group_edit(const struct fine *fine, struct group group)
{
	struct edit edit = { .shape = EDIT_TEXT };
	int side;
	size_t i;

	for (side = 0; side < 2; side++) {
		struct span *span = &edit.span[side];
		struct span *words = &edit.words[side];
		bool any = false;

		for (i = group.from; i < group.to; i++) {
			const struct token *token = token_at(fine, i, side);

			if (!token)
				continue;
			if (!any)
				span->start = token->start;
			span->end = token->end;
			any = true;
			if (token->type != TOKEN_WORD)
				continue;
			if (words->start == words->end)
				words->start = token->value;
			words->end = token->value + 1;
		}
		if (!any)
			span->start = span->end = offset_before(fine,
				group.from, side);
	}
	return edit;
}

/* Blanks at the ends of a group say nothing. */
static struct group
trim_blanks(const struct fine *fine, struct group group)
{
	while (group.from < group.to && is_blank(token_at(fine, group.from,
			0)) && is_blank(token_at(fine, group.from, 1)))
		group.from++;
	while (group.to > group.from && is_blank(token_at(fine, group.to - 1,
			0)) && is_blank(token_at(fine, group.to - 1, 1)))
		group.to--;
	return group;
}

/* The damage that leads from the other side to this one. */
static struct damage
damage_to(const struct context *context, const struct edit *edit,
	enum side side)
{
	return damage_explain(context->forensics, context->doc[!side]->text +
		edit->span[!side].start, span_length(edit->span[!side]),
		context->doc[side]->text + edit->span[side].start,
		span_length(edit->span[side]));
}

static void
explain(const struct context *context, struct edit *edit)
{
	edit->damage = damage_to(context, edit, REPRINT);
	/* an odd sort of blank that is missing is typography */
	if (edit->shape == EDIT_SPACE && edit->damage.steps == DAMAGE_LOST)
		edit->damage.steps = DAMAGE_NONE;
	if (!edit->damage.steps)
		edit->reverse = damage_to(context, edit, TRANSCRIPT);
}

static void
emit_words(struct fine *fine, const struct edit *edit, enum side side)
{
	struct gap gap = { edit->words[side], edit->span[!side].start, false,
		false };

	if (side == REPRINT)
		passage_inserted(fine->walk->context, &gap, fine->walk->out);
	else
		passage_omitted(fine->walk->context, &gap, fine->walk->out);
}

static bool
has_words(const struct edit *edit, int side)
{
	return edit->words[side].start < edit->words[side].end;
}

/* The class of a pair within a group: words apart from marks. */
static bool
is_word_pair(const struct fine *fine, size_t pair)
{
	const struct token *a = token_at(fine, pair, 0);
	const struct token *b = token_at(fine, pair, 1);

	return (a && a->type == TOKEN_WORD) || (b && b->type == TOKEN_WORD);
}

static void
emit_group(struct fine *fine, struct group group);

/* A group of words and marks that no damage explains as a whole. */
static void
emit_by_class(struct fine *fine, struct group group)
{
	size_t i, from = group.from;

	for (i = from + 1; i <= group.to; i++) {
		if (i < group.to && (is_word_pair(fine, i) ==
		    is_word_pair(fine, from) ||
		    (is_blank(token_at(fine, i, 0)) &&
		     is_blank(token_at(fine, i, 1)))))
			continue;
		emit_group(fine, (struct group){ from, i });
		from = i;
	}
}

/* Shorter ends are inflections. */
#define GLUED_LETTERS 3

/*
 * "dasreally" for "das": words put in without a blank.  Leaves of the edit what
 * was put in, if that begins with a word known from elsewhere.
 */
static bool
cut_glued(const struct context *context, struct edit *edit)
{
	const struct word *first = &context->doc[REPRINT]->words[
		edit->words[REPRINT].start];
	const struct word *last = &context->doc[REPRINT]->words[
		edit->words[REPRINT].end - 1];
	const char *glued, *kept;
	size_t nglued, nkept;
	uint32_t cut;

	if (!has_words(edit, REPRINT) || edit->words[TRANSCRIPT].end !=
	    edit->words[TRANSCRIPT].start + 1)
		return false;
	glued = keys_text(context->keys, first->key, &nglued);
	kept = keys_text(context->keys, context->doc[TRANSCRIPT]->words[
		edit->words[TRANSCRIPT].start].key, &nkept);
	if (nkept < GLUED_LETTERS || nglued < nkept + GLUED_LETTERS ||
	    memcmp(glued, kept, nkept) || keys_find(context->keys,
		glued + nkept, nglued - nkept) == NO_KEY)
		return false;
	cut = edit->span[TRANSCRIPT].end - edit->span[TRANSCRIPT].start;
	if (edit->span[REPRINT].start != first->start ||
	    first->start + cut >= first->end)
		return false;
	edit->shape = EDIT_INSERTION;
	edit->part = PART_WITHIN;
	edit->span[REPRINT] = (struct span){ first->start + cut, last->end };
	edit->span[TRANSCRIPT].start = edit->span[TRANSCRIPT].end;
	return true;
}

static bool
any_joined(const struct fine *fine, struct group group)
{
	size_t i;

	for (i = group.from; i < group.to; i++)
		if (fine->pairs.pair[i].joined)
			return true;
	return false;
}

static void
emit_group(struct fine *fine, struct group group)
{
	const struct context *context = fine->walk->context;
	struct edit edit;
	bool words, marks;

	group = trim_blanks(fine, group);
	if (group.from == group.to)
		return;
	edit = group_edit(fine, group);
	explain(context, &edit);
	words = has_words(&edit, 0) || has_words(&edit, 1);
	marks = group_has(fine, group, 0, TOKEN_MARK) ||
		group_has(fine, group, 1, TOKEN_MARK);
	if (edit.damage.steps || edit.reverse.steps ||
	    cut_glued(fine->walk->context, &edit))
		add_edit(fine->walk, edit);
	else if (words && marks && has_words(&edit, 0) ==
		 has_words(&edit, 1) && !any_joined(fine, group))
		emit_by_class(fine, group);
	else if (has_words(&edit, 0) && !has_words(&edit, 1))
		emit_words(fine, &edit, REPRINT);
	else if (has_words(&edit, 1) && !has_words(&edit, 0))
		emit_words(fine, &edit, TRANSCRIPT);
	else
		add_edit(fine->walk, edit);
}

/* A blank or break opposite another. */
static void
emit_blank(struct fine *fine, size_t pair)
{
	const struct token *token[2] = { token_at(fine, pair, 0),
		token_at(fine, pair, 1) };
	struct edit edit = { .shape = EDIT_SPACE };
	int side;

	for (side = 0; side < 2; side++) {
		uint32_t at = offset_before(fine, pair, side);

		edit.span[side] = token[side] ? (struct span){
			token[side]->start, token[side]->end } :
			(struct span){ at, at };
		if (token[side] && token[side]->type == TOKEN_BREAK)
			edit.shape = side ? EDIT_MERGE : EDIT_SPLIT;
	}
	add_edit(fine->walk, edit);
}

/* The end of a line, which is the typesetter's. */
static bool
wrapped(const struct document *doc, struct span span)
{
	return memchr(doc->text + span.start, '\n', span_length(span)) !=
		NULL;
}

/* Tokens that mean the same but are written with other bytes. */
static void
emit_alike(struct fine *fine, size_t pair, bool beside_edit)
{
	const struct context *context = fine->walk->context;
	struct edit edit = group_edit(fine, (struct group){ pair, pair + 1 });
	const struct token *token = token_at(fine, pair, 0);

	if (token->type == TOKEN_BREAK || same_bytes(context, edit.span))
		return;
	if (token->type == TOKEN_SPACE) {
		edit.shape = EDIT_SPACE;
		explain(context, &edit);
		if (!edit.damage.steps && (beside_edit ||
		    (wrapped(context->doc[0], edit.span[0]) ||
		     wrapped(context->doc[1], edit.span[1]))))
			return;
	} else if (token->type == TOKEN_WORD) {
		edit.shape = EDIT_WORD;
	}
	add_edit(fine->walk, edit);
}

/* Two words that are much alike are a finding of their own. */
#define MUCH_ALIKE 0.5

static bool
stands_alone(const struct fine *fine, size_t pair)
{
	const struct context *context = fine->walk->context;
	const struct token *a = token_at(fine, pair, 0);
	const struct token *b = token_at(fine, pair, 1);

	return a && b && a->type == TOKEN_WORD && b->type == TOKEN_WORD &&
		!fine->pairs.pair[pair].joined &&
		words_similarity(context->keys,
			context->doc[0]->words[a->value].key,
			context->doc[1]->words[b->value].key) >= MUCH_ALIKE;
}

static bool
blank_between_words(const struct fine *fine, size_t pair)
{
	const struct token *a = token_at(fine, pair, 0);
	const struct token *b = token_at(fine, pair, 1);

	return a && b && a->type == TOKEN_SPACE && b->type == TOKEN_SPACE &&
		pair > 0 && pair + 1 < fine->pairs.n &&
		is_word_pair(fine, pair - 1) && is_word_pair(fine, pair + 1) &&
		!fine->pairs.pair[pair - 1].alike &&
		!fine->pairs.pair[pair + 1].alike &&
		!stands_alone(fine, pair - 1) && !stands_alone(fine, pair + 1);
}

static bool
is_break_pair(const struct fine *fine, size_t pair)
{
	const struct token *a = token_at(fine, pair, 0);
	const struct token *b = token_at(fine, pair, 1);

	return is_blank(a) && is_blank(b) &&
		((a && a->type == TOKEN_BREAK) ||
		 (b && b->type == TOKEN_BREAK));
}

/* White space on both sides, where one chunk of text ends and another begins. */
static bool
parts_chunks(const struct fine *fine, size_t pair)
{
	const struct token *a = token_at(fine, pair, 0);
	const struct token *b = token_at(fine, pair, 1);

	return a && b && is_blank(a) && is_blank(b);
}

/* Damage that shows, not the mere lack of something. */
#define VISIBLE_DAMAGE (DAMAGE_MOJIBAKE | DAMAGE_HALF | DAMAGE_ENTITY | \
	DAMAGE_ESCAPE | DAMAGE_REPLACED)

/* Adds one edit for the whole group if damage explains it so. */
static bool
emit_damaged(struct fine *fine, struct group group)
{
	struct edit edit = group_edit(fine, group);

	edit.damage = damage_to(fine->walk->context, &edit, REPRINT);
	if (!(edit.damage.steps & VISIBLE_DAMAGE) || !span_length(edit.span[0]))
		return false;
	add_edit(fine->walk, edit);
	return true;
}

/*
 * Damage does not stop at the bounds of words and marks: the whole of a chunk,
 * or of what is not alike in it, may be one damaged place.
 */
static bool
emit_damaged_chunk(struct fine *fine, struct group chunk)
{
	struct group core = chunk;

	while (core.from < core.to && fine->pairs.pair[core.from].alike)
		core.from++;
	while (core.to > core.from && fine->pairs.pair[core.to - 1].alike)
		core.to--;
	if (core.to == core.from || chunk.to - chunk.from < 2)
		return false;
	return emit_damaged(fine, core) || emit_damaged(fine, chunk);
}

static void
emit_chunk(struct fine *fine, struct group chunk)
{
	size_t i, from = chunk.from;

	if (emit_damaged_chunk(fine, chunk))
		return;
	for (i = from; i < chunk.to; i++) {
		bool alike = fine->pairs.pair[i].alike;
		bool beside = (i ? !fine->pairs.pair[i - 1].alike :
			fine->wall_before) || (i + 1 < fine->pairs.n ?
			!fine->pairs.pair[i + 1].alike : fine->wall_after);

		if (alike && blank_between_words(fine, i))
			continue;
		if (!alike && !stands_alone(fine, i) &&
		    !is_break_pair(fine, i))
			continue;
		emit_group(fine, (struct group){ from, i });
		from = i + 1;
		if (alike)
			emit_alike(fine, i, beside);
		else if (is_break_pair(fine, i))
			emit_blank(fine, i);
		else
			emit_group(fine, (struct group){ i, i + 1 });
	}
	emit_group(fine, (struct group){ from, i });
}

static bool
differs(const struct fine *fine, size_t pair)
{
	return pair < fine->pairs.n && !fine->pairs.pair[pair].alike &&
		!is_break_pair(fine, pair);
}

/*
 * White space of other bytes beside what differs may be a part of the damage: a
 * no-break space became a mark or a letter and a blank.  Returns the pairs that
 * damage explains together with the one at `pair`, or an empty group.
 */
static struct group
damaged_with_blank(struct fine *fine, size_t pair, size_t from)
{
	struct group before = { pair, pair + 1 }, after = before;
	struct edit blank = group_edit(fine, before);

	if (same_bytes(fine->walk->context, blank.span))
		return (struct group){ pair, pair };
	while (before.from > from && differs(fine, before.from - 1))
		before.from--;
	if (before.from < pair && emit_damaged(fine, before))
		return before;
	while (differs(fine, after.to))
		after.to++;
	if (after.to > pair + 1 && emit_damaged(fine, after))
		return after;
	return (struct group){ pair, pair };
}

/* Chunk by chunk; a wording of several words, "so called" for "as known", is
 * one. */
static void
emit_pairs(struct fine *fine)
{
	size_t i, from = 0, n;
	struct group damaged;

	for (i = 0; i < fine->pairs.n; i++) {
		if (!parts_chunks(fine, i) || blank_between_words(fine, i))
			continue;
		n = fine->walk->out->n;
		damaged = damaged_with_blank(fine, i, from);
		if (damaged.from < damaged.to) {
			/* what came before it goes before it */
			struct edit edit = fine->walk->out->edit[n];

			fine->walk->out->n = n;
			emit_chunk(fine, (struct group){ from,
				damaged.from });
			add_edit(fine->walk, edit);
			from = damaged.to;
			i = damaged.to - 1;
			continue;
		}
		emit_chunk(fine, (struct group){ from, i });
		emit_chunk(fine, (struct group){ i, i + 1 });
		from = i + 1;
	}
	emit_chunk(fine, (struct group){ from, fine->pairs.n });
}

static bool
small_enough(const struct fine *fine)
{
	return fine->list[0].n * fine->list[1].n <= TOKEN_PAIRS_MOST;
}

static void
fine_init(struct fine *fine, struct walker *walk, const struct span span[2])
{
	int side;

	memset(fine, 0, sizeof(*fine));
	fine->walk = walk;
	for (side = 0; side < 2; side++) {
		fine->span[side] = span[side];
		tokens_cut(walk->context->doc[side], span[side],
			&fine->list[side]);
	}
}

static void
fine_release(struct fine *fine)
{
	free(fine->list[0].token);
	free(fine->list[1].token);
	free(fine->pairs.pair);
}

/* ---- words on one side ---- */

/* "...", "…", "[...]": [from, to) of the tokens; empty where there is none. */
static struct group
find_ellipsis(const struct token_list *list)
{
	struct group found = { 0, 0 };
	size_t i, dots = 0;

	for (i = 0; i < list->n; i++) {
		const struct token *token = &list->token[i];

		if (token->type == TOKEN_MARK && token->value == 0x2026)
			dots = 3;
		else if (token->type == TOKEN_MARK && token->value == '.')
			dots++;
		else
			dots = 0;
		if (dots >= 3) {
			found.to = i + 1;
			found.from = token->value == '.' ? i + 1 - dots : i;
		}
	}
	if (found.to && found.from && found.to < list->n &&
	    (list->token[found.from - 1].value == '[' ||
	     list->token[found.from - 1].value == '(')) {
		found.from--;
		found.to++;
	}
	return found;
}

/*
 * The side without words is set opposite what surrounds the words on the other;
 * they are left whole, so that an omission is never split by a comma in it.
 */
struct one_sided {
	struct fine fine;
	enum side has;			/* the side with the words */
	size_t wall;			/* tokens of it before the words */
	struct span words;
	struct span sign;		/* ellipsis on the other side, bytes */
};

static void
take_words(struct one_sided *one)
{
	struct token_list *list = &one->fine.list[one->has];
	size_t first = list->n, last = 0, i;

	for (i = 0; i < list->n; i++) {
		if (list->token[i].type != TOKEN_WORD ||
		    list->token[i].value < one->words.start ||
		    list->token[i].value >= one->words.end)
			continue;
		if (first == list->n)
			first = i;
		last = i + 1;
	}
	if (first == list->n) {
		one->wall = list->n;
		return;
	}
	memmove(list->token + first, list->token + last,
		(list->n - last) * sizeof(*list->token));
	list->n -= last - first;
	one->wall = first;
}

static void
take_sign(struct one_sided *one)
{
	struct token_list *list = &one->fine.list[!one->has];
	struct group sign = find_ellipsis(list);
	struct group theirs = find_ellipsis(&one->fine.list[one->has]);

	if (sign.from == sign.to || theirs.from < theirs.to)
		return;
	one->sign.start = list->token[sign.from].start;
	one->sign.end = list->token[sign.to - 1].end;
	memmove(list->token + sign.from, list->token + sign.to,
		(list->n - sign.to) * sizeof(*list->token));
	list->n -= sign.to - sign.from;
}

static bool
pair_is_blank(const struct one_sided *one, size_t pair)
{
	return one->fine.pairs.pair[pair].alike &&
		is_blank(token_at(&one->fine, pair, 0));
}

/* A mark before the words that only their side has: "— a word". */
static bool
goes_with_words(const struct one_sided *one, size_t pair)
{
	return pair_is_blank(one, pair) ||
		(one->fine.pairs.pair[pair].at[!one->has] == NO_TOKEN &&
		 one->fine.pairs.pair[pair].at[one->has] < one->wall);
}

/*
 * The pairs before the words and behind them; between them the tokens that go
 * with the words.
 */
static struct group
around_wall(const struct one_sided *one)
{
	const struct token_pair_list *pairs = &one->fine.pairs;
	struct group inner = { 0, pairs->n };
	size_t i;

	for (i = 0; i < pairs->n; i++) {
		const struct token_pair *pair = &pairs->pair[i];

		if (pair->at[one->has] == NO_TOKEN)
			continue;
		if (pair->at[one->has] < one->wall) {
			if (pair->at[!one->has] != NO_TOKEN)
				inner.from = i + 1;
		} else if (pair->at[!one->has] != NO_TOKEN) {
			inner.to = i;
			break;
		}
	}
	while (inner.from && goes_with_words(one, inner.from - 1))
		inner.from--;
	while (inner.from < inner.to && pair_is_blank(one, inner.from))
		inner.from++;
	return inner;
}

static void
emit_around(struct one_sided *one, struct group part)
{
	struct fine *fine = &one->fine;
	struct token_pair_list all = fine->pairs;

	fine->pairs.pair = all.pair + part.from;
	fine->pairs.n = part.to - part.from;
	emit_pairs(fine);
	fine->pairs = all;
}

static void
emit_one_sided(struct one_sided *one, struct gap *gap)
{
	struct walker *walk = one->fine.walk;
	struct group inner;
	size_t n;

	tokens_pair(walk->context, one->fine.list, &one->fine.pairs);
	inner = around_wall(one);
	one->fine.wall_after = true;
	emit_around(one, (struct group){ 0, inner.from });
	one->fine.wall_after = false;
	one->fine.wall_before = true;
	gap->place = offset_before(&one->fine, inner.from, !one->has);
	n = walk->out->n;
	if (one->has == TRANSCRIPT)
		passage_omitted(walk->context, gap, walk->out);
	else
		passage_inserted(walk->context, gap, walk->out);
	if (one->sign.end && n < walk->out->n)
		walk->out->edit[n].span[!one->has] = one->sign;
	emit_around(one, (struct group){ inner.to, one->fine.pairs.n });
}

/* ---- the walk ---- */

/* Words of another block (moved there) are not missing. */
static bool
is_foreign(const struct walker *walk, int side, uint32_t word)
{
	const struct alignment *al = walk->context->alignment;

	return al->block_of[side][word] != walk->block ||
		al->mate[side][word] != NO_WORD;
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

/* The letters that a wrong charset makes of a dash are words of one side. */
#define DAMAGED_TOKENS 12

static bool
emit_damaged_whole(struct fine *fine)
{
	size_t n = fine->list[0].n, i;
	struct group core = { 0, 0 };
	bool found;

	if (n > DAMAGED_TOKENS || fine->list[1].n > DAMAGED_TOKENS)
		return false;
	tokens_pair(fine->walk->context, fine->list, &fine->pairs);
	core.to = fine->pairs.n;
	while (core.from < core.to && fine->pairs.pair[core.from].alike)
		core.from++;
	while (core.to > core.from && fine->pairs.pair[core.to - 1].alike)
		core.to--;
	found = core.from < core.to && emit_damaged(fine, core);
	for (i = 0; found && i < fine->pairs.n; i++)
		if (i < core.from || i >= core.to)
			emit_chunk(fine, (struct group){ i, i + 1 });
	fine->pairs.n = 0;
	return found;
}

static void
compare_one_sided(struct walker *walk, const struct place_between *between,
	enum side has)
{
	struct one_sided one = { .has = has, .words = between->words[has] };
	struct gap gap = { between->words[has], 0, false, false };

	fine_init(&one.fine, walk, between->span);
	if (emit_damaged_whole(&one.fine)) {
		fine_release(&one.fine);
		return;
	}
	take_words(&one);
	take_sign(&one);
	if (small_enough(&one.fine))
		emit_one_sided(&one, &gap);
	else
		emit_intervals(walk, between, has);
	fine_release(&one.fine);
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

	fine_init(&fine, walk, between->span);
	small = is_wording(between) && small_enough(&fine);
	if (small) {
		tokens_pair(walk->context, fine.list, &fine.pairs);
		emit_pairs(&fine);
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

static void
compare_between(struct walker *walk, const struct place_between *between)
{
	bool words[2] = {
		between->words[0].start < between->words[0].end,
		between->words[1].start < between->words[1].end
	};

	if (!words[0] && !words[1] && same_bytes(walk->context, between->span))
		return;
	if (any_foreign(walk, between)) {
		compare_around_foreign(walk, between);
	} else if (words[0] != words[1]) {
		compare_one_sided(walk, between, words[1] ? TRANSCRIPT :
			REPRINT);
	} else {
		compare_both(walk, *between);
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
		if (right[side] < after->word + after->nlabel)
			span.end = after->span.start;
		if (words.end < words.start)
			words.end = words.start;
		if (span.end < span.start)
			span.end = span.start;
		found.words[side] = words;
		found.span[side] = span;
	}
	return found;
}

/* Is all that lies there one damaged place? */
static bool
compare_damaged(struct walker *walk, const struct place_between *between)
{
	struct fine fine;
	bool found;

	fine_init(&fine, walk, between->span);
	found = emit_damaged_whole(&fine);
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
		if (any) {
			found = between(walk, left, right);
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
		if (words.start - first->word <= first->nlabel + 2)
			edit.span[side].start = first->span.start;
		if (side == REPRINT && last->word + last->nword -
		    words.end <= 2)
			edit.span[side].end = last->span.end;
	}
	add_edit(walk, edit);
}

/* Damaged words that touch on both sides are one place: ideographs, a word and
 * the mark behind it. */
static void
join_damage(const struct context *context, struct edit_list *list)
{
	size_t i, kept = 0;

	for (i = 0; i < list->n; i++) {
		struct edit *last = kept ? &list->edit[kept - 1] : NULL;
		struct edit *it = &list->edit[i], joined;
		int side;

		if (last && last->shape <= EDIT_TEXT && it->shape ==
		    EDIT_WORD && it->damage.steps &&
		    last->damage.steps == it->damage.steps &&
		    last->span[0].end == it->span[0].start &&
		    last->span[1].end == it->span[1].start) {
			joined = *last;
			for (side = 0; side < 2; side++) {
				joined.span[side].end = it->span[side].end;
				joined.words[side].end = it->words[side].end;
			}
			joined.damage = damage_to(context, &joined, REPRINT);
			if (joined.damage.steps == last->damage.steps) {
				*last = joined;
				continue;
			}
		}
		list->edit[kept++] = *it;
	}
	list->n = kept;
}

static int
by_place(const void *a, const void *b)
{
	const struct edit *x = a, *y = b;
	int side;

	for (side = 0; side < 2; side++)
		if (x->span[side].start != y->span[side].start)
			return x->span[side].start < y->span[side].start ?
				-1 : 1;
	return (x->shape > y->shape) - (x->shape < y->shape);
}

void
changes_find(const struct context *context, struct edit_list *out)
{
	struct walker walk = { context, out, 0 };
	size_t i;

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
	for (i = 0; i < out->n; i++)
		if (out->edit[i].shape <= EDIT_SPACE &&
		    !out->edit[i].damage.steps && !out->edit[i].reverse.steps)
			explain(context, &out->edit[i]);
	qsort(out->edit, out->n, sizeof(*out->edit), by_place);
	join_damage(context, out);
}
