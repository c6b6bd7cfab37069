/* Only near neighbours are joined: further away it is a passage that moved. */
#include "config.h"

#include "compare/order.h"

#include <string.h>

/* Aligned words that may stand between the two places. */
#define WORDS_BETWEEN 4

static bool
same_words(const struct context *context, const struct edit *inserted,
	const struct edit *omitted)
{
	struct span a = inserted->words[REPRINT];
	struct span b = omitted->words[TRANSCRIPT];
	uint32_t i;

	if (span_length(a) != span_length(b) || !span_length(a))
		return false;
	for (i = 0; i < span_length(a); i++)
		if (context->doc[0]->words[a.start + i].key !=
		    context->doc[1]->words[b.start + i].key)
			return false;
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

void
order_find(const struct context *context, struct edit_list *out, size_t from)
{
	size_t i, kept = from;

	for (i = from; i < out->n; i++) {
		struct edit *a = kept > from ? &out->edit[kept - 1] : NULL;
		struct edit *b = &out->edit[i];
		bool joined = a && ((a->shape == EDIT_OMISSION &&
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
