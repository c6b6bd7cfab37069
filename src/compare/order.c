/* Only near neighbours are joined: further away it is a passage that moved. */
#include "config.h"

#include "compare/order.h"

#include <string.h>

/* Aligned words that may stand between the two places. */
#define WORDS_BETWEEN 4

/* Words that are moved together. */
#define MOVED_WORDS 8

/* The same words, in whatever order: "and candor" for "candor and". */
static bool
same_words(const struct context *context, const struct edit *inserted,
	const struct edit *omitted)
{
	struct span a = inserted->words[REPRINT];
	struct span b = omitted->words[TRANSCRIPT];
	uint32_t i, k, n = span_length(a), used = 0;

	if (n != span_length(b) || !n || n > MOVED_WORDS)
		return false;
	for (i = 0; i < n; i++) {
		for (k = 0; k < n; k++)
			if (!(used >> k & 1) &&
			    context->doc[0]->words[a.start + i].key ==
			    context->doc[1]->words[b.start + k].key)
				break;
		if (k == n)
			return false;
		used |= 1u << k;
	}
	return true;
}

/* The span over both places, in each document. */
static struct edit
join(const struct edit *first, const struct edit *second)
{
	struct edit edit = *first;
	int side;

	edit.shape = EDIT_ORDER;
	for (side = 0; side < 2; side++) {
		if (second->span[side].end > edit.span[side].end)
			edit.span[side].end = second->span[side].end;
		if (second->span[side].start < edit.span[side].start)
			edit.span[side].start = second->span[side].start;
	}
	return edit;
}

/* The words over both places. */
static void
set_words(const struct context *context, struct edit *edit)
{
	int side;

	for (side = 0; side < 2; side++) {
		const struct document *doc = context->doc[side];
		struct span *span = &edit->span[side];
		struct span words = {
			(uint32_t)document_word_at(doc, span->start),
			(uint32_t)document_word_at(doc, span->end)
		};

		edit->words[side] = words;
		if (words.start >= words.end)
			continue;
		/* the place of the missing word may include a blank */
		span->start = doc->words[words.start].start;
		if (span->end > doc->words[words.end - 1].end)
			span->end = doc->words[words.end - 1].end;
	}
}

static bool
close_by(const struct context *context, const struct edit *a,
	const struct edit *b)
{
	const struct document *doc = context->doc[REPRINT];
	size_t from = document_word_at(doc, a->span[REPRINT].end);
	size_t to = document_word_at(doc, b->span[REPRINT].start);

	return to >= from && to - from <= WORDS_BETWEEN;
}

/* "B and A" for "A and B": each stands where the other should. */
static bool
is_exchange(const struct context *context, const struct edit *a,
	const struct edit *b)
{
	return a->shape == EDIT_TEXT && b->shape == EDIT_TEXT &&
		same_words(context, a, b) && same_words(context, b, a);
}

void
order_find(const struct context *context, struct edit_list *out, size_t from)
{
	size_t i, kept = from;

	for (i = from; i < out->n; i++) {
		struct edit *a = kept > from ? &out->edit[kept - 1] : NULL;
		struct edit *b = &out->edit[i];
		bool joined = a && (is_exchange(context, a, b) ||
			(a->shape == EDIT_OMISSION &&
			b->shape == EDIT_INSERTION &&
			same_words(context, b, a)) ||
			(a->shape == EDIT_INSERTION &&
			 b->shape == EDIT_OMISSION &&
			 same_words(context, a, b))) &&
			close_by(context, a, b);

		if (joined) {
			*a = join(a, b);
			set_words(context, a);
		} else {
			out->edit[kept++] = *b;
		}
	}
	out->n = kept;
}
