/*
 * A chunk is cut further at the words of the sound side, for where there are no
 * blanks a chunk is a sentence.  How many damaged characters a sound one takes
 * is one of three things: one, one for each byte of its UTF-8, or two where it
 * is not ASCII, as in the charsets of East Asia.
 */
#include "config.h"

#include "compare/chunks.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/fine.h"
#include "text/glyph.h"

/* Share of the chunks that differ that may stay unexplained, as a divisor. */
#define UNEXPLAINED 8

struct chunk_list {
	struct span *chunk;
	size_t n, cap;
};

static bool
is_blank(uint32_t code)
{
	return code == ' ' || (code >= '\t' && code <= '\r') ||
		code == 0x3000;
}

static void
cut_chunks(const struct document *doc, struct span span,
	struct chunk_list *out)
{
	const char *end = doc->text + span.end;
	uint32_t at = span.start, start = at;
	unsigned len;

	for (; at < span.end; at += len) {
		uint32_t code = utf8_decode(doc->text + at, end, &len);

		if (!is_blank(code))
			continue;
		if (at > start)
			*ARRAY_ADD(out->chunk, out->n, out->cap) =
				(struct span){ start, at };
		start = at + len;
	}
	if (span.end > start)
		*ARRAY_ADD(out->chunk, out->n, out->cap) =
			(struct span){ start, span.end };
}

/* Damaged characters that stand for a sound one. */
enum measure { ONE, BYTES, TWO, NMEASURE };

static unsigned
width(enum measure measure, uint32_t code, unsigned len)
{
	return measure == ONE || code < 0x80 ? 1 : measure == BYTES ? len : 2;
}

static size_t
measure_text(const struct document *doc, struct span span,
	enum measure measure)
{
	const char *p = doc->text + span.start, *end = doc->text + span.end;
	size_t n = 0;
	unsigned len;

	for (; p < end; p += len) {
		uint32_t code = utf8_decode(p, end, &len);

		n += width(measure, code, len);
	}
	return n;
}

static uint32_t
skip_codes(const struct document *doc, uint32_t at, uint32_t end, unsigned n)
{
	unsigned len;

	for (; n && at < end; n--) {
		utf8_decode(doc->text + at, doc->text + end, &len);
		at += len;
	}
	return at;
}

struct chunks {
	const struct context *context;
	struct edit_list found;
	size_t differ, explained;
};

static void
compare_part(struct chunks *all, const struct span span[2])
{
	struct edit edit = { .shape = EDIT_TEXT };
	int side;

	edit.span[0] = span[0];
	edit.span[1] = span[1];
	if (edit_same_bytes(all->context, span))
		return;
	for (side = 0; side < 2; side++) {
		const struct document *doc = all->context->doc[side];

		edit.words[side] = (struct span){
			(uint32_t)document_word_at(doc, span[side].start),
			(uint32_t)document_word_at(doc, span[side].end) };
	}
	edit.damage = edit_damage(all->context, &edit, REPRINT);
	all->differ++;
	all->explained += damage_is_sure(&edit.damage);
	edit_add(&all->found, edit);
}

/* Cuts both where the sound side's words begin and end. */
static void
compare_parts(struct chunks *all, const struct span span[2],
	enum measure measure)
{
	const struct document *sound = all->context->doc[TRANSCRIPT];
	const struct document *damaged = all->context->doc[REPRINT];
	const char *end = sound->text + span[1].end;
	struct span part[2] = { { span[0].start, span[0].start },
		{ span[1].start, span[1].start } };
	int class = -1;

	while (part[1].end < span[1].end) {
		unsigned len;
		uint32_t code = utf8_decode(sound->text + part[1].end, end,
			&len);
		int next = glyph_class(code) == GLYPH_WORD ||
			glyph_class(code) == GLYPH_IDEOGRAPH;

		if (class >= 0 && next != class) {
			compare_part(all, part);
			part[0].start = part[0].end;
			part[1].start = part[1].end;
		}
		class = next;
		part[0].end = skip_codes(damaged, part[0].end, span[0].end,
			width(measure, code, len));
		part[1].end += len;
	}
	part[0].end = span[0].end;
	compare_part(all, part);
}

static void
compare_chunk(struct chunks *all, const struct span span[2])
{
	const struct document *const *doc = all->context->doc;
	size_t n = utf8_count(doc[0]->text + span[0].start,
		span_length(span[0]));
	int measure;

	for (measure = ONE; measure < NMEASURE; measure++)
		if (measure_text(doc[1], span[1], (enum measure)measure) == n)
			break;
	if (measure < NMEASURE)
		compare_parts(all, span, (enum measure)measure);
	else
		compare_part(all, span);
}

bool
chunks_compare(const struct context *context, const struct span span[2],
	struct edit_list *out)
{
	struct chunks all = { .context = context };
	struct chunk_list list[2] = { { 0 }, { 0 } };
	size_t i;
	bool believed;
	int side;

	for (side = 0; side < 2; side++)
		cut_chunks(context->doc[side], span[side], &list[side]);
	for (i = 0; list[0].n == list[1].n && i < list[0].n; i++)
		compare_chunk(&all, (struct span[]){ list[0].chunk[i],
			list[1].chunk[i] });
	believed = all.explained && all.explained >=
		all.differ - all.differ / UNEXPLAINED;
	for (i = 0; believed && i < all.found.n; i++)
		edit_add(out, all.found.edit[i]);
	free(list[0].chunk);
	free(list[1].chunk);
	free(all.found.edit);
	return believed;
}
