/*
 * The side without words is set opposite what surrounds the words on the other;
 * they are left whole, so that an omission is never split by a comma in it.
 */
#include "config.h"

#include "compare/one_sided.h"

#include <string.h>

#include "compare/fine.h"
#include "compare/passage.h"

/* "...", "…", "[...]": [from, to) of the tokens; empty where there is none. */
static struct group
find_ellipsis(const struct token_list *list)
{
	struct group found = { 0, 0 };
	size_t i, dots = 0, first = 0;

	for (i = 0; i < list->n; i++) {
		const struct token *token = &list->token[i];

		if (token->type == TOKEN_MARK && token->value == 0x2026)
			dots = 3;
		else if (token->type == TOKEN_MARK && token->value == '.')
			dots++;
		else if (token->type != TOKEN_SPACE)
			dots = 0;
		if (dots == 1 && token->type == TOKEN_MARK)
			first = i;
		if (dots >= 3 && token->type == TOKEN_MARK) {
			found.to = i + 1;
			found.from = token->value == '.' ? first : i;
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
	/* what fits before the words goes there, so that what was put in takes
	 * its own stop and blank with it */
	for (i = first; i < list->n; i++)
		list->token[i].late = true;
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
		token_is_blank(fine_token(&one->fine, pair, 0));
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
	fine_emit(fine);
	fine->pairs = all;
}

/*
 * Of the marks around the words those belong to their edits (from `from` on)
 * that only their side has; the others have edits of their own.
 */
static void
fit_marks(struct one_sided *one, struct group inner, size_t from)
{
	struct edit_list *out = one->fine.out;
	const struct token *token;
	struct span *first, *last;
	size_t i;

	if (from == out->n)
		return;
	first = &out->edit[from].span[one->has];
	last = &out->edit[out->n - 1].span[one->has];
	for (i = 0; i < one->fine.pairs.n; i++) {
		bool before = one->fine.pairs.pair[i].at[one->has] < one->wall;
		bool own = i >= inner.from && i < inner.to;

		token = fine_token(&one->fine, i, one->has);
		if (!token)
			continue;
		if (own && token->type == TOKEN_MARK) {
			if (before && token->start < first->start)
				first->start = token->start;
			if (!before && token->end > last->end)
				last->end = token->end;
		} else if (!own && before && token->end > first->start) {
			first->start = token->end;
		} else if (!own && !before && token->start < last->end) {
			last->end = token->start;
		}
	}
}

/* Marks that the side without words has where the words stand. */
static void
emit_instead(struct one_sided *one, struct group inner)
{
	size_t i, from = inner.from;

	for (i = inner.from; i <= inner.to; i++) {
		if (i < inner.to &&
		    one->fine.pairs.pair[i].at[one->has] == NO_TOKEN)
			continue;
		if (from < i)
			emit_around(one, (struct group){ from, i });
		from = i + 1;
	}
}

static void
emit_one_sided(struct one_sided *one, struct gap *gap)
{
	const struct context *context = one->fine.context;
	struct edit_list *out = one->fine.out;
	struct group inner;
	size_t n;

	tokens_pair(context, one->fine.list, &one->fine.pairs);
	inner = around_wall(one);
	one->fine.wall_after = true;
	emit_around(one, (struct group){ 0, inner.from });
	one->fine.wall_after = false;
	one->fine.wall_before = true;
	gap->place = fine_offset(&one->fine, inner.from, !one->has);
	n = out->n;
	if (one->has == TRANSCRIPT)
		passage_omitted(context, gap, out);
	else
		passage_inserted(context, gap, out);
	if (one->sign.end && n < out->n)
		out->edit[n].span[!one->has] = one->sign;
	fit_marks(one, inner, n);
	emit_instead(one, inner);
	emit_around(one, (struct group){ inner.to, one->fine.pairs.n });
}

bool
one_sided_compare(const struct context *context, const struct span span[2],
	struct span words, enum side has, struct edit_list *out)
{
	struct one_sided one = { .has = has, .words = words };
	struct gap gap = { words, 0, false, false };
	bool small;

	fine_init(&one.fine, context, span, out);
	if (fine_emit_damaged(&one.fine)) {
		fine_release(&one.fine);
		return true;
	}
	take_words(&one);
	take_sign(&one);
	small = fine_is_small(&one.fine);
	if (small)
		emit_one_sided(&one, &gap);
	fine_release(&one.fine);
	return small;
}

static struct span
trimmed(const struct document *doc, struct span span)
{
	while (span.start < span.end && (doc->text[span.start] == ' ' ||
	       doc->text[span.start] == '\n'))
		span.start++;
	while (span.end > span.start && (doc->text[span.end - 1] == ' ' ||
	       doc->text[span.end - 1] == '\n'))
		span.end--;
	return span;
}

/* "%" opposite "percent": a sign for a word. */
bool
one_sided_sign(const struct context *context, const struct span *span,
	const struct span *words, struct edit_list *out)
{
	struct edit edit = { .shape = EDIT_TEXT };
	bool sign = false;
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = context->doc[side];
		struct span part = trimmed(doc, span[side]);

		while (span_length(part) > 1 && (doc->text[part.end - 1] ==
			'.' || doc->text[part.end - 1] == ','))
			part.end--;
		edit.span[side] = part;
		edit.words[side] = words[side];
		sign |= span_length(part) == 1 &&
			doc->text[part.start] == '%';
		if (span_length(words[side]) > 2)
			return false;
	}
	if (sign)
		edit_add(out, edit);
	return sign;
}
