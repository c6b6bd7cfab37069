/*
 * The rules are tables; here is the one loop that reads them, and what every
 * finding gets whatever its kind: a sentence and an identity.
 */
#include "config.h"

#include "compare/classify.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "compare/dating.h"
#include "compare/rule.h"
#include "text/glyph.h"

/* Code points of a reading that a message quotes. */
#define QUOTED 60

static const struct kind *
kind_of(const struct context *context, const struct edit *edit,
	struct explanation *why)
{
	const struct family *const *family;
	const struct kind *kind;

	for (family = families; *family; family++)
		for (kind = (*family)->kinds; kind->name; kind++) {
			memset(why, 0, sizeof(*why));
			if (kind->explains(context, edit, why))
				return kind;
		}
	return NULL;
}

/* ---- the sentence ---- */

void
finding_quote(struct buffer *out, const char *text, size_t n)
{
	const char *p = text, *end = text + n;
	unsigned count = 0, len;
	bool space = false;

	buffer_puts(out, "“");
	for (; p < end && count < QUOTED; p += len) {
		uint32_t code = utf8_decode(p, end, &len);

		if (glyph_class(code) == GLYPH_SPACE && code < 0x80) {
			space = true;
			continue;
		}
		if (space)
			buffer_putc(out, ' ');
		space = false;
		buffer_put_code(out, code);
		count++;
	}
	buffer_puts(out, p < end ? "…”" : "”");
}

static const char *
message(const struct context *context, const struct finding *finding)
{
	struct buffer text = BUFFER_INIT;
	size_t n[2] = { 0, 0 };
	const char *reading[2] = { "", "" };
	char *copy;
	int side;

	for (side = 0; side < 2; side++) {
		if (!finding->has[side])
			continue;
		n[side] = span_length(finding->span[side]);
		reading[side] = context->doc[side]->text +
			finding->span[side].start;
	}
	buffer_puts(&text, finding->kind->title);
	if (n[0] || n[1]) {
		buffer_puts(&text, ": ");
		finding_quote(&text, n[0] ? reading[0] : reading[1],
			n[0] ? n[0] : n[1]);
	}
	if (n[0] && n[1]) {
		buffer_puts(&text, " where the transcript has ");
		finding_quote(&text, reading[1], n[1]);
	}
	if (finding->explanation.calendar)
		buffer_printf(&text, "; %s", finding->explanation.calendar);
	buffer_putc(&text, '.');
	copy = arena_copy(context->arena, text.data, text.len);
	buffer_release(&text);
	return copy;
}

/* ---- identity ---- */

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t
hash_add(uint64_t hash, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;

	while (n--)
		hash = (hash ^ *p++) * 1099511628211u;
	return hash;
}

/* Words around the place that its identity rests on.  The transcript stays as
 * it is, so many of its words can be taken; those of the reprint may change
 * tomorrow. */
static const size_t neighbours[] = { [REPRINT] = 3, [TRANSCRIPT] = 12 };

/* Where lines are broken does not matter. */
static uint64_t
hash_text(uint64_t hash, const char *text, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		bool white = utf8_is_white((unsigned char)text[i]);

		if (!white || i + 1 == n ||
		    !utf8_is_white((unsigned char)text[i + 1]))
			hash = hash_add(hash, white ? " " : &text[i], 1);
	}
	return hash_add(hash, "", 1);
}

static uint64_t
hash_neighbours(const struct context *context, uint64_t hash, enum side side,
	struct span span)
{
	const struct document *doc = context->doc[side];
	size_t most = neighbours[side];
	size_t at = document_word_at(doc, span.start);
	size_t end = document_word_at(doc, span.end);
	size_t i, n;

	for (i = at > most ? at - most : 0; i < at; i++) {
		const char *word = keys_text(context->keys,
			doc->words[i].key, &n);

		hash = hash_add(hash, word, n);
	}
	for (i = end; i < doc->nword && i < end + most; i++) {
		const char *word = keys_text(context->keys,
			doc->words[i].key, &n);

		hash = hash_add(hash, word, n);
	}
	return hash;
}

static uint64_t
identity(const struct context *context, const struct finding *finding)
{
	uint64_t hash = 14695981039346656037u;
	int side;

	hash = hash_add(hash, finding->kind->name,
		strlen(finding->kind->name) + 1);
	for (side = 0; side < 2; side++) {
		if (!finding->has[side])
			continue;
		hash = hash_text(hash, context->doc[side]->text +
			finding->span[side].start,
			span_length(finding->span[side]));
		/* the transcript is what stays as it is */
		if (side == TRANSCRIPT || !finding->has[TRANSCRIPT])
			hash = hash_neighbours(context, hash, side,
				finding->span[side]);
	}
	return hash;
}

static int
by_id(const void *a, const void *b)
{
	const struct finding *const *x = a, *const *y = b;

	if ((*x)->id != (*y)->id)
		return (*x)->id < (*y)->id ? -1 : 1;
	return *x < *y ? -1 : *x > *y;
}

/* The second of two alike gets a number of its own, and so on. */
static void
tell_apart(struct finding_list *list)
{
	struct finding **sorted = memory_alloc(list->n, sizeof(*sorted));
	size_t i;
	uint64_t nth = 0, last = 0;

	for (i = 0; i < list->n; i++)
		sorted[i] = &list->finding[i];
	qsort(sorted, list->n, sizeof(*sorted), by_id);
	for (i = 0; i < list->n; i++) {
		nth = i && sorted[i]->id == last ? nth + 1 : 0;
		last = sorted[i]->id;
		if (nth)
			sorted[i]->id = hash_add(last, &nth, sizeof(nth));
	}
	free(sorted);
}

void
findings_identify(const struct context *context, struct finding_list *list)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		list->finding[i].id = identity(context, &list->finding[i]);
	tell_apart(list);
}

void
classify(const struct context *context, const struct edit_list *edits,
	struct finding_list *out)
{
	size_t i;

	for (i = 0; i < edits->n; i++) {
		const struct edit *edit = &edits->edit[i];
		struct finding finding = { .pattern = NO_PATTERN };

		finding.kind = kind_of(context, edit, &finding.explanation);
		if (!finding.kind)
			continue;
		finding.severity = finding.explanation.light ? NOTE :
			finding.kind->severity;
		finding.explanation.calendar = dating_judge(context, edit);
		memcpy(finding.span, edit->span, sizeof(finding.span));
		memcpy(finding.has, edit->has, sizeof(finding.has));
		finding.message = message(context, &finding);
		*ARRAY_ADD(out->finding, out->n, out->cap) = finding;
	}
	findings_identify(context, out);
}
