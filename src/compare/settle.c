/*
 * The walk finds differences where the alignment has gaps; a reader sees them
 * where they stand.
 */
#include "config.h"

#include "compare/settle.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/fine.h"
#include "compare/number.h"

/* Does the transcript have the very same paragraph? */
static bool
stands_there(const struct context *context, struct span span)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	size_t i;

	for (i = 0; i < doc->nparagraph; i++)
		if (!doc->paragraphs[i].nword && edit_same_bytes(context,
		    (struct span[]){ span, doc->paragraphs[i].span }))
			return true;
	return false;
}

/* "###", "* * *": paragraphs without words before and behind the body. */
static void
add_wordless(const struct context *context, struct edit_list *out)
{
	const struct document *doc = context->doc[REPRINT];
	size_t first = 0, last = doc->nparagraph, i;

	while (first < doc->nparagraph && !context->body[first])
		first++;
	while (last > first && !context->body[last - 1])
		last--;
	for (i = 0; i < doc->nparagraph; i++) {
		struct edit edit = { .shape = EDIT_APPARATUS,
			.part = PART_PARAGRAPHS, .has = { true, false } };

		if (doc->paragraphs[i].nword || first == doc->nparagraph ||
		    (i >= first && i < last))
			continue;
		edit.span[REPRINT] = doc->paragraphs[i].span;
		if (stands_there(context, edit.span[REPRINT]))
			continue;
		*ARRAY_ADD(out->edit, out->n, out->cap) = edit;
	}
}

/* The figure that a span of digits is a part of: "31,800", "12.5". */
static struct span
whole_figure(const struct document *doc, struct span span)
{
	const char *text = doc->text;

	while (span.start > 1 && (isdigit((unsigned char)
		text[span.start - 1]) || (strchr(".,", text[span.start - 1]) &&
		isdigit((unsigned char)text[span.start - 2]))))
		span.start--;
	if (span.start == 1 && isdigit((unsigned char)text[0]))
		span.start = 0;
	while (span.end < doc->ntext && (isdigit((unsigned char)
		text[span.end]) || (span.end + 1 < doc->ntext &&
		strchr(".,", text[span.end]) && text[span.end] &&
		isdigit((unsigned char)text[span.end + 1]))))
		span.end++;
	return span;
}

static bool
is_figure(const struct document *doc, struct span span)
{
	uint32_t i;

	for (i = span.start; i < span.end; i++)
		if (!isdigit((unsigned char)doc->text[i]))
			return false;
	return span.start < span.end;
}

/* A changed figure is shown whole, and once. */
static void
grow_figures(const struct context *context, struct edit_list *list)
{
	size_t i, kept = 0;

	for (i = 0; i < list->n; i++) {
		struct edit *edit = &list->edit[i];
		struct edit *last = kept ? &list->edit[kept - 1] : NULL;
		int side;

		if (edit->shape == EDIT_TEXT &&
		    is_figure(context->doc[0], edit->span[0]) &&
		    is_figure(context->doc[1], edit->span[1])) {
			for (side = 0; side < 2; side++)
				edit->span[side] = whole_figure(
					context->doc[side],
					edit->span[side]);
			if (last && last->span[0].start ==
			    edit->span[0].start && last->span[0].end ==
			    edit->span[0].end)
				continue;
		}
		list->edit[kept++] = *edit;
	}
	list->n = kept;
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
			joined.damage = edit_damage(context, &joined, REPRINT);
			if (joined.damage.steps == last->damage.steps) {
				*last = joined;
				continue;
			}
		}
		list->edit[kept++] = *it;
	}
	list->n = kept;
}

/* ---- numbers ---- */

/* Edits, and bytes of a side, that one number may take. */
#define NUMBER_EDITS 5
#define NUMBER_BYTES 80

static bool
may_be_number(const struct edit *edit)
{
	return (edit->shape == EDIT_TEXT || edit->shape == EDIT_SPACE ||
		((edit->shape == EDIT_OMISSION ||
		  edit->shape == EDIT_INSERTION) &&
		 edit->part == PART_WITHIN)) && edit->has[0] &&
		edit->has[1] && !edit->damage.steps && !edit->reverse.steps;
}

static bool
has_digit(const struct document *doc, struct span span)
{
	uint32_t i;

	for (i = span.start; i < span.end; i++)
		if (isdigit((unsigned char)doc->text[i]))
			return true;
	return false;
}

/* The words of the span, and the span without the blanks around. */
static bool
take_words(const struct document *doc, struct span *span, struct span *words)
{
	words->start = (uint32_t)document_word_at(doc, span->start);
	words->end = (uint32_t)document_word_at(doc, span->end);
	if (words->start == words->end ||
	    doc->words[words->end - 1].end > span->end)
		return false;
	while (doc->text[span->start] == ' ')
		span->start++;
	while (doc->text[span->end - 1] == ' ')
		span->end--;
	return true;
}

/* "40" before ",000" and " thousand". */
static void
take_figure(const struct context *context, struct edit *edit)
{
	const struct word *before[2];
	int side;

	for (side = 0; side < 2; side++) {
		struct span words = edit->words[side];

		if (!words.start)
			return;
		before[side] = &context->doc[side]->words[words.start - 1];
		if (before[side]->end + 1 != before[side][1].start ||
		    !has_digit(context->doc[side], (struct span){
			before[side]->start, before[side]->end }))
			return;
	}
	if (before[0]->key != before[1]->key)
		return;
	for (side = 0; side < 2; side++) {
		edit->words[side].start--;
		edit->span[side].start = before[side]->start;
	}
}

/* The edits as one, if they are one number written in two ways. */
static bool
join_number(const struct context *context, const struct edit *edits, size_t n,
	struct edit *joined)
{
	const struct edit *last = &edits[n - 1];
	int side;

	memset(joined, 0, sizeof(*joined));
	joined->shape = EDIT_TEXT;
	for (side = 0; side < 2; side++) {
		joined->has[side] = true;
		joined->span[side] = (struct span){ edits->span[side].start,
			last->span[side].end };
		if (edits->span[side].start > last->span[side].end ||
		    span_length(joined->span[side]) > NUMBER_BYTES)
			return false;
	}
	if (has_digit(context->doc[0], joined->span[0]) ==
	    has_digit(context->doc[1], joined->span[1]))
		return false;
	for (side = 0; side < 2; side++)
		if (!take_words(context->doc[side], &joined->span[side],
				&joined->words[side]))
			return false;
	take_figure(context, joined);
	for (side = 0; side < 2; side++)
		if (!number_fills(context->doc[side], joined->span[side],
				joined->words[side]))
			return false;
	return number_compare(context->doc, context->keys, joined->span,
		joined->words) != NUMBERS_NONE;
}

/* "25" for "twenty-five", "$3 million" for "three million dollars": one
 * difference, whatever words or marks the two have in common. */
static void
join_numbers(const struct context *context, struct edit_list *list)
{
	size_t i, n, kept = 0;

	for (i = 0; i < list->n; i += n) {
		struct edit joined;

		for (n = 0; n < NUMBER_EDITS && i + n < list->n &&
		     may_be_number(&list->edit[i + n]); )
			n++;
		while (n && !join_number(context, &list->edit[i], n, &joined))
			n--;
		if (!n) {
			joined = list->edit[i];
			n = 1;
		}
		list->edit[kept++] = joined;
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
edits_settle(const struct context *context, struct edit_list *list)
{
	size_t i;

	add_wordless(context, list);
	for (i = 0; i < list->n; i++)
		if (list->edit[i].shape <= EDIT_SPACE &&
		    !list->edit[i].damage.steps &&
		    !list->edit[i].reverse.steps)
			edit_explain(context, &list->edit[i]);
	if (list->n)
		qsort(list->edit, list->n, sizeof(*list->edit), by_place);
	join_damage(context, list);
	join_numbers(context, list);
	grow_figures(context, list);
}
