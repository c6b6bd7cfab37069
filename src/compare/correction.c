/*
 * What is struck and what is put for it are words like any others to the
 * alignment; only the marks around them say that they are two readings of one.
 */
#include "config.h"

#include "compare/correction.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Bytes of a struck or corrected reading: more is another sort of markup. */
#define READING 200

struct marks {
	const char *open, *close;
};

static const struct marks strikes[] = {
	{ "<s>", "</s>" }, { "<del>", "</del>" }, { "<strike>", "</strike>" },
	{ "~~", "~~" }, { NULL, NULL }
};

/* The end of what stands between the marks that open at p; NULL: none. */
static const char *
skip_marked(const char *p, const char *end, const struct marks *marks)
{
	size_t n = strlen(marks->open), room;
	const char *close;

	if ((size_t)(end - p) < n || memcmp(p, marks->open, n))
		return NULL;
	room = (size_t)(end - p) - n;
	close = memmem(p + n, room < READING ? room : READING, marks->close,
		strlen(marks->close));
	return close && close > p + n ? close + strlen(marks->close) : NULL;
}

/* The end of the correction that begins at p, or NULL. */
static const char *
skip_correction(const char *p, const char *end)
{
	static const struct marks brackets = { "[", "]" };
	const struct marks *marks;
	const char *after = NULL, *q;

	for (marks = strikes; marks->open && !after; marks++)
		after = skip_marked(p, end, marks);
	if (!after)
		return NULL;
	for (q = after; q < end && *q == ' '; )
		q++;
	q = q < end ? skip_marked(q, end, &brackets) : NULL;
	return q ? q : after;
}

/* The hull of the reprint's words that are aligned with words in the span. */
static bool
find_opposite(const struct context *context, struct span correction,
	struct span *found)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	const struct document *other = context->doc[REPRINT];
	size_t i = document_word_at(doc, correction.start);
	bool any = false;

	for (; i < doc->nword && doc->words[i].start < correction.end; i++) {
		uint32_t mate = context->alignment->mate[TRANSCRIPT][i];

		if (mate == NO_WORD)
			continue;
		if (!any)
			found->start = other->words[mate].start;
		found->end = other->words[mate].end;
		any = true;
	}
	return any;
}

static bool
lies_in(const struct edit *edit, struct span correction)
{
	const struct span *span = &edit->span[TRANSCRIPT];

	return edit->has[TRANSCRIPT] && span->start >= correction.start &&
		span->end <= correction.end && edit->shape <= EDIT_ORDER;
}

/* Takes the edits in the span off the list, and grows the reprint's span over
 * theirs; how many there were. */
static size_t
take_edits(struct edit_list *list, struct span correction, bool any,
	struct span *opposite)
{
	size_t i, kept = 0, taken = 0;

	for (i = 0; i < list->n; i++) {
		const struct edit *edit = &list->edit[i];
		struct span span = edit->span[REPRINT];

		if (!lies_in(edit, correction)) {
			list->edit[kept++] = *edit;
			continue;
		}
		taken++;
		if (!any)
			*opposite = span;
		else if (span.start < span.end && span.start < opposite->start)
			opposite->start = span.start;
		if (any && span.end > opposite->end && span.start < span.end)
			opposite->end = span.end;
		any = true;
	}
	list->n = kept;
	return taken;
}

static void
join(const struct context *context, struct edit_list *list,
	struct span correction)
{
	struct edit edit = { .shape = EDIT_CORRECTION,
		.has = { true, true } };
	struct span opposite = { 0, 0 };
	bool any = find_opposite(context, correction, &opposite);

	if (!take_edits(list, correction, any, &opposite))
		return;
	edit.span[REPRINT] = opposite;
	edit.span[TRANSCRIPT] = correction;
	*ARRAY_ADD(list->edit, list->n, list->cap) = edit;
}

/* The next sign that a correction may begin with, or end. */
static const char *
next_sign(const char *p, const char *end)
{
	while (p < end && *p != '<' && *p != '~')
		p++;
	return p;
}

void
corrections_join(const struct context *context, struct edit_list *list)
{
	const struct document *doc = context->doc[TRANSCRIPT];
	const char *p = doc->text, *end = p + doc->ntext;

	while ((p = next_sign(p, end)) < end) {
		const char *after = skip_correction(p, end);

		if (after) {
			join(context, list, (struct span){
				(uint32_t)(p - doc->text),
				(uint32_t)(after - doc->text) });
			p = after;
		} else {
			p++;
		}
	}
}
