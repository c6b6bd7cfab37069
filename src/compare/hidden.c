/* A paragraph that is damaged throughout has no word left to align. */
#include "config.h"

#include "compare/hidden.h"

#include "compare/chunks.h"

/* What of the paragraph lies in the place. */
static struct span
part_of(const struct document *doc, size_t para, struct span span)
{
	struct span part = doc->paragraphs[para].span;

	if (part.start < span.start)
		part.start = span.start;
	if (part.end > span.end)
		part.end = span.end;
	return part;
}

static void
mark_hidden(const struct context *context, enum side side, struct span span)
{
	const struct document *doc = context->doc[side];
	size_t i = document_word_at(doc, span.start);

	for (; i < doc->nword && doc->words[i].start < span.end; i++)
		context->hidden[side][i] = true;
}

/* Is there anything beyond plain letters, figures and stops? */
static bool
looks_damaged(const struct document *doc, struct span span)
{
	uint32_t i, n = 0;

	for (i = span.start; i < span.end; i++)
		n += (doc->text[i] & 0x80) || doc->text[i] == '?' ||
			doc->text[i] == '_';
	return n * 4 > span_length(span);
}

/* Paragraphs behind the one looked for that are tried as well. */
#define PARAGRAPHS_AHEAD 6

bool
hidden_compare(const struct context *context, const struct span span[2],
	struct edit_list *out)
{
	const struct document *const *doc = context->doc;
	size_t i = document_paragraph_at(doc[0], span[0].start);
	size_t from = document_paragraph_at(doc[1], span[1].start);
	size_t before = out->n;

	if (!looks_damaged(doc[0], span[0]))
		return false;
	for (; i < doc[0]->nparagraph &&
	     doc[0]->paragraphs[i].span.start < span[0].end; i++) {
		struct span part[2] = { part_of(doc[0], i, span[0]) };
		size_t k;

		if (!looks_damaged(doc[0], part[0]))
			continue;
		for (k = from; k < doc[1]->nparagraph &&
		     k < from + PARAGRAPHS_AHEAD &&
		     doc[1]->paragraphs[k].span.start < span[1].end; k++) {
			part[1] = part_of(doc[1], k, span[1]);
			if (!span_length(part[1]) ||
			    !chunks_compare(context, part, out))
				continue;
			mark_hidden(context, REPRINT, part[0]);
			mark_hidden(context, TRANSCRIPT, part[1]);
			from = k + 1;
			break;
		}
	}
	return out->n > before;
}
