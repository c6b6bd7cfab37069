/*
 * Aligned words leave small places between them.  They are set opposite token
 * by token, and what is not alike is gathered into the smallest groups that
 * make sense alone: a word for a word, a mark for a mark, a damaged chunk.
 */
#include "config.h"

#include "compare/fine.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/passage.h"

void
edit_add(struct edit_list *list, struct edit edit)
{
	edit.has[0] = edit.has[1] = true;
	*ARRAY_ADD(list->edit, list->n, list->cap) = edit;
}

bool
edit_same_bytes(const struct context *context, const struct span span[2])
{
	return span_length(span[0]) == span_length(span[1]) &&
		!memcmp(context->doc[0]->text + span[0].start,
			context->doc[1]->text + span[1].start,
			span_length(span[0]));
}

const struct token *
fine_token(const struct fine *fine, size_t pair, int side)
{
	size_t at = fine->pairs.pair[pair].at[side];

	return at == NO_TOKEN ? NULL : &fine->list[side].token[at];
}

/* Where the side stands behind the pairs before this one. */
uint32_t
fine_offset(const struct fine *fine, size_t pair, int side)
{
	while (pair-- > 0) {
		const struct token *token = fine_token(fine, pair, side);

		if (token)
			return token->end;
	}
	return fine->list[side].n ? fine->list[side].token[0].start :
		fine->span[side].start;
}

bool
token_is_blank(const struct token *token)
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
		const struct token *token = fine_token(fine, i, side);

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
			const struct token *token = fine_token(fine, i, side);

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
			span->start = span->end = fine_offset(fine,
				group.from, side);
	}
	return edit;
}

static bool
pair_is_blank(const struct fine *fine, size_t pair)
{
	return token_is_blank(fine_token(fine, pair, 0)) &&
		token_is_blank(fine_token(fine, pair, 1));
}

/* Blanks at the ends of a group say nothing. */
static struct group
trim_blanks(const struct fine *fine, struct group group)
{
	while (group.from < group.to && pair_is_blank(fine, group.from))
		group.from++;
	while (group.to > group.from && pair_is_blank(fine, group.to - 1))
		group.to--;
	return group;
}

/* The damage that leads from the other side to this one. */
struct damage
edit_damage(const struct context *context, const struct edit *edit,
	enum side side)
{
	return damage_explain(context->forensics, context->doc[!side]->text +
		edit->span[!side].start, span_length(edit->span[!side]),
		context->doc[side]->text + edit->span[side].start,
		span_length(edit->span[side]));
}

static unsigned
oddness(const struct context *context, const struct edit *edit,
	enum side side)
{
	return text_oddness(context->doc[side]->text + edit->span[side].start,
		span_length(edit->span[side]));
}

/*
 * Two charsets can be told apart, not which of two texts is sound; that the
 * texts themselves must show.
 */
void
edit_explain(const struct context *context, struct edit *edit)
{
	struct forensics *forensics = context->forensics;
	bool reversed = oddness(context, edit, TRANSCRIPT) >
		oddness(context, edit, REPRINT);

	forensics_mute(forensics, reversed);
	edit->damage = edit_damage(context, edit, REPRINT);
	if (reversed && (edit->damage.steps & DAMAGE_MOJIBAKE))
		edit->damage.steps = DAMAGE_NONE;
	/* an odd sort of blank that is missing is typography */
	if (edit->shape == EDIT_SPACE && edit->damage.steps == DAMAGE_LOST)
		edit->damage.steps = DAMAGE_NONE;
	forensics_mute(forensics, !reversed);
	if (!edit->damage.steps && oddness(context, edit, REPRINT) <=
	    oddness(context, edit, TRANSCRIPT))
		edit->reverse = edit_damage(context, edit, TRANSCRIPT);
	forensics_mute(forensics, false);
}

static void
emit_words(struct fine *fine, const struct edit *edit, enum side side)
{
	struct gap gap = { edit->words[side], edit->span[!side].start, false,
		false };

	size_t n = fine->out->n;

	if (side == REPRINT)
		passage_inserted(fine->context, &gap, fine->out);
	else
		passage_omitted(fine->context, &gap, fine->out);
	/* the marks that go with the words, and no others */
	if (n < fine->out->n) {
		fine->out->edit[n].span[side].start = edit->span[side].start;
		fine->out->edit[fine->out->n - 1].span[side].end =
			edit->span[side].end;
	}
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
	const struct token *a = fine_token(fine, pair, 0);
	const struct token *b = fine_token(fine, pair, 1);

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
		    (token_is_blank(fine_token(fine, i, 0)) &&
		     token_is_blank(fine_token(fine, i, 1)))))
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
	const struct word *whole = &context->doc[TRANSCRIPT]->words[
		edit->words[TRANSCRIPT].start];
	const char *glued, *kept;
	size_t nglued, nkept;
	uint32_t cut;

	if (!has_words(edit, REPRINT) || edit->words[TRANSCRIPT].end !=
	    edit->words[TRANSCRIPT].start + 1)
		return false;
	cut = whole->end - whole->start;
	glued = keys_text(context->keys, first->key, &nglued);
	kept = keys_text(context->keys, whole->key, &nkept);
	if (nkept < GLUED_LETTERS || nglued < nkept + GLUED_LETTERS ||
	    memcmp(glued, kept, nkept) || keys_find(context->keys,
		glued + nkept, nglued - nkept) == NO_KEY)
		return false;
	if (edit->span[REPRINT].start != first->start ||
	    edit->span[REPRINT].end != last->end ||
	    edit->span[TRANSCRIPT].start != whole->start ||
	    edit->span[TRANSCRIPT].end != whole->end ||
	    first->start + cut >= first->end ||
	    memcmp(context->doc[REPRINT]->text + first->start,
		context->doc[TRANSCRIPT]->text + whole->start, cut))
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
	const struct context *context = fine->context;
	struct edit edit;
	bool words, marks;

	group = trim_blanks(fine, group);
	if (group.from == group.to)
		return;
	edit = group_edit(fine, group);
	edit_explain(context, &edit);
	words = has_words(&edit, 0) || has_words(&edit, 1);
	marks = group_has(fine, group, 0, TOKEN_MARK) ||
		group_has(fine, group, 1, TOKEN_MARK);
	if (edit.damage.steps || edit.reverse.steps ||
	    cut_glued(fine->context, &edit))
		edit_add(fine->out, edit);
	else if (words && marks && has_words(&edit, 0) ==
		 has_words(&edit, 1) && !any_joined(fine, group))
		emit_by_class(fine, group);
	else if (has_words(&edit, 0) && !has_words(&edit, 1))
		emit_words(fine, &edit, REPRINT);
	else if (has_words(&edit, 1) && !has_words(&edit, 0))
		emit_words(fine, &edit, TRANSCRIPT);
	else
		edit_add(fine->out, edit);
}

/* A blank or break opposite another. */
static void
emit_blank(struct fine *fine, size_t pair)
{
	const struct token *token[2] = { fine_token(fine, pair, 0),
		fine_token(fine, pair, 1) };
	struct edit edit = { .shape = EDIT_SPACE };
	int side;

	for (side = 0; side < 2; side++) {
		uint32_t at = fine_offset(fine, pair, side);

		edit.span[side] = token[side] ? (struct span){
			token[side]->start, token[side]->end } :
			(struct span){ at, at };
		if (token[side] && token[side]->type == TOKEN_BREAK)
			edit.shape = side ? EDIT_MERGE : EDIT_SPLIT;
	}
	edit_add(fine->out, edit);
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
	const struct context *context = fine->context;
	struct edit edit = group_edit(fine, (struct group){ pair, pair + 1 });
	const struct token *token = fine_token(fine, pair, 0);

	if (token->type == TOKEN_BREAK || edit_same_bytes(context, edit.span))
		return;
	if (token->type == TOKEN_SPACE) {
		edit.shape = EDIT_SPACE;
		edit_explain(context, &edit);
		if (!edit.damage.steps && (beside_edit ||
		    (wrapped(context->doc[0], edit.span[0]) ||
		     wrapped(context->doc[1], edit.span[1]))))
			return;
	} else if (token->type == TOKEN_WORD) {
		edit.shape = EDIT_WORD;
	}
	edit_add(fine->out, edit);
}

/* Two words that are much alike are a finding of their own. */
#define MUCH_ALIKE 0.5

static bool
stands_alone(const struct fine *fine, size_t pair)
{
	const struct context *context = fine->context;
	const struct token *a = fine_token(fine, pair, 0);
	const struct token *b = fine_token(fine, pair, 1);

	return a && b && a->type == TOKEN_WORD && b->type == TOKEN_WORD &&
		!fine->pairs.pair[pair].joined &&
		words_similarity(context->keys,
			context->doc[0]->words[a->value].key,
			context->doc[1]->words[b->value].key) >= MUCH_ALIKE;
}

static bool
blank_between_words(const struct fine *fine, size_t pair)
{
	const struct token *a = fine_token(fine, pair, 0);
	const struct token *b = fine_token(fine, pair, 1);

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
	const struct token *a = fine_token(fine, pair, 0);
	const struct token *b = fine_token(fine, pair, 1);

	return !fine->pairs.pair[pair].joined && token_is_blank(a) &&
		token_is_blank(b) && ((a && a->type == TOKEN_BREAK) ||
		 (b && b->type == TOKEN_BREAK));
}

/* White space on both sides, where one chunk ends and another begins. */
static bool
parts_chunks(const struct fine *fine, size_t pair)
{
	const struct token *a = fine_token(fine, pair, 0);
	const struct token *b = fine_token(fine, pair, 1);

	return a && b && token_is_blank(a) && token_is_blank(b);
}

/* Damage that shows, not the mere lack of something. */
#define VISIBLE_DAMAGE (DAMAGE_MOJIBAKE | DAMAGE_HALF | DAMAGE_ENTITY | \
	DAMAGE_ESCAPE | DAMAGE_REPLACED)

/* Adds one edit for the whole group if damage explains it so. */
static bool
emit_damaged(struct fine *fine, struct group group)
{
	struct edit edit = group_edit(fine, group);

	edit_explain(fine->context, &edit);
	if (!span_length(edit.span[0]) ||
	    (!(edit.damage.steps & VISIBLE_DAMAGE) &&
	     !damage_is_sure(&edit.reverse)))
		return false;
	edit_add(fine->out, edit);
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

static bool
has_high(const struct document *doc, uint32_t start, uint32_t end)
{
	for (; start < end; start++)
		if (doc->text[start] & 0x80)
			return true;
	return false;
}

/* A blank that is not ASCII, or is another on the other side: it may be a part
 * of the damage beside it. */
static bool
odd_blank(const struct fine *fine, size_t pair)
{
	const struct token *sound;

	if (pair >= fine->pairs.n || !parts_chunks(fine, pair))
		return false;
	sound = fine_token(fine, pair, TRANSCRIPT);
	return has_high(fine->context->doc[TRANSCRIPT], sound->start,
		sound->end) || has_high(fine->context->doc[REPRINT],
		fine_token(fine, pair, REPRINT)->start,
		fine_token(fine, pair, REPRINT)->end);
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

	if (!odd_blank(fine, pair))
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
void
fine_emit(struct fine *fine)
{
	size_t i, from = 0, n;
	struct group damaged;

	for (i = 0; i < fine->pairs.n; i++) {
		if (!parts_chunks(fine, i) || blank_between_words(fine, i))
			continue;
		n = fine->out->n;
		damaged = damaged_with_blank(fine, i, from);
		if (damaged.from < damaged.to) {
			/* what came before it goes before it */
			struct edit edit = fine->out->edit[n];

			fine->out->n = n;
			emit_chunk(fine, (struct group){ from,
				damaged.from });
			edit_add(fine->out, edit);
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

bool
fine_is_small(const struct fine *fine)
{
	return fine->list[0].n * fine->list[1].n <= TOKEN_PAIRS_MOST;
}

void
fine_init(struct fine *fine, const struct context *context,
	const struct span span[2], struct edit_list *out)
{
	int side;

	memset(fine, 0, sizeof(*fine));
	fine->context = context;
	fine->out = out;
	for (side = 0; side < 2; side++) {
		fine->span[side] = span[side];
		tokens_cut(context->doc[side], span[side],
			&fine->list[side]);
	}
}

void
fine_release(struct fine *fine)
{
	free(fine->list[0].token);
	free(fine->list[1].token);
	free(fine->pairs.pair);
}

/* The letters that a wrong charset makes of a dash are words of one side. */
#define DAMAGED_TOKENS 12

bool
fine_emit_damaged(struct fine *fine)
{
	size_t n = fine->list[0].n, i;
	struct group core = { 0, 0 };
	bool found;

	if (n > DAMAGED_TOKENS || fine->list[1].n > DAMAGED_TOKENS)
		return false;
	tokens_pair(fine->context, fine->list, &fine->pairs);
	core.to = fine->pairs.n;
	while (core.from < core.to && fine->pairs.pair[core.from].alike &&
	       !odd_blank(fine, core.from))
		core.from++;
	while (core.to > core.from && fine->pairs.pair[core.to - 1].alike &&
	       !odd_blank(fine, core.to - 1))
		core.to--;
	found = core.from < core.to && emit_damaged(fine, core);
	for (i = 0; found && i < fine->pairs.n; i++)
		if (i < core.from || i >= core.to)
			emit_chunk(fine, (struct group){ i, i + 1 });
	fine->pairs.n = 0;
	return found;
}
