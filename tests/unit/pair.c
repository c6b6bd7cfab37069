#include "config.h"

#include "pair.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare/damage.h"
#include "compare/engine.h"
#include "compare/usage.h"
#include "text/input.h"

static struct document *
read_bytes(struct pair *pair, enum side side, const char *bytes, size_t n)
{
	static const struct document_options options = {
		.format = &input_text, .encoding = "UTF-8"
	};
	struct error err;
	struct document *doc = document_from_bytes(side == REPRINT ?
		"reprint.txt" : "transcript.txt", bytes, n, &options,
		pair->keys, &err);

	cr_assert(doc, "%s", err.text);
	return doc;
}

void
pair_read_bytes(struct pair *pair, const char *reprint, size_t nreprint,
	const char *transcript, size_t ntranscript)
{
	memset(pair, 0, sizeof(*pair));
	pair->keys = keys_new();
	pair->doc[TRANSCRIPT] = read_bytes(pair, TRANSCRIPT, transcript,
		ntranscript);
	pair->doc[REPRINT] = read_bytes(pair, REPRINT, reprint, nreprint);
}

void
pair_read(struct pair *pair, const char *reprint, const char *transcript)
{
	if (!reprint)
		reprint = "";
	if (!transcript)
		transcript = "";
	pair_read_bytes(pair, reprint, strlen(reprint), transcript,
		strlen(transcript));
}

/* Paragraphs of the reprint that have aligned words. */
static bool *
find_body(struct pair *pair)
{
	const struct document *doc = pair->doc[REPRINT];
	bool *body = arena_alloc(&pair->arena, doc->nparagraph, sizeof(*body));
	size_t i;
	uint32_t k;

	for (i = 0; i < doc->nparagraph; i++)
		for (k = 0; k < doc->paragraphs[i].nword; k++)
			body[i] |= pair->alignment.mate[REPRINT][
				doc->paragraphs[i].word + k] != NO_WORD;
	return body;
}

void
pair_make_alignment(struct pair *pair)
{
	const struct document *const doc[2] = { pair->doc[0], pair->doc[1] };

	int side;

	align(doc, pair->keys, GAP_MOST, &pair->alignment);
	arena_init(&pair->arena);
	pair->usage = usage_new(doc, pair->keys);
	pair->context = (struct context){
		.doc = { doc[0], doc[1] }, .keys = pair->keys,
		.alignment = &pair->alignment, .body = find_body(pair),
		.usage = pair->usage, .forensics = forensics_new(),
		.arena = &pair->arena
	};
	for (side = 0; side < 2; side++)
		pair->context.hidden[side] = arena_alloc(&pair->arena,
			doc[side]->nword, sizeof(bool));
}

void
pair_make_edits(struct pair *pair)
{
	pair_make_alignment(pair);
	changes_find(&pair->context, &pair->edits);
	usage_note_lost(pair->usage, pair->doc[TRANSCRIPT], &pair->edits);
}

void
pair_make_comparison(struct pair *pair)
{
	pair->cmp = comparison_new(pair->doc[REPRINT], pair->doc[TRANSCRIPT],
		pair->keys);
}

void
pair_align(struct pair *pair, const char *reprint, const char *transcript)
{
	pair_read(pair, reprint, transcript);
	pair_make_alignment(pair);
}

void
pair_change(struct pair *pair, const char *reprint, const char *transcript)
{
	pair_read(pair, reprint, transcript);
	pair_make_edits(pair);
}

void
pair_compare(struct pair *pair, const char *reprint, const char *transcript)
{
	pair_read(pair, reprint, transcript);
	pair_make_comparison(pair);
}

void
pair_release(struct pair *pair)
{
	comparison_free(pair->cmp);
	free(pair->edits.edit);
	if (pair->usage) {
		usage_free(pair->usage);
		forensics_free(pair->context.forensics);
		alignment_release(&pair->alignment);
		arena_release(&pair->arena);
	}
	document_free(pair->doc[0]);
	document_free(pair->doc[1]);
	keys_free(pair->keys);
	engine_release();
}

static bool
is_of_kind(const struct finding *finding, const char *kind)
{
	size_t n = kind ? strlen(kind) : 0;
	const char *name = finding->kind->name;

	return !n || (!strncmp(name, kind, n) && (!name[n] || name[n] == '.'));
}

size_t
pair_count(const struct pair *pair, const char *kind)
{
	size_t i, n = 0;

	for (i = 0; i < pair->cmp->nfinding; i++)
		n += is_of_kind(&pair->cmp->findings[i], kind);
	return n;
}

const struct finding *
pair_find(const struct pair *pair, const char *kind)
{
	size_t i;

	for (i = 0; i < pair->cmp->nfinding; i++)
		if (is_of_kind(&pair->cmp->findings[i], kind))
			return &pair->cmp->findings[i];
	return NULL;
}

static bool
span_says(const struct document *doc, struct span span, bool has,
	const char *text)
{
	if (!has || !text)
		return !has && !text;
	return span_length(span) == strlen(text) &&
		!memcmp(doc->text + span.start, text, strlen(text));
}

bool
finding_says(const struct pair *pair, const struct finding *finding,
	enum side side, const char *text)
{
	return finding && span_says(pair->doc[side], finding->span[side],
		finding->has[side], text);
}

const char *
pair_kinds(const struct pair *pair)
{
	static char kinds[1000];
	size_t i, n = 0;

	kinds[0] = '\0';
	for (i = 0; i < pair->cmp->nfinding && n < sizeof(kinds) - 50; i++)
		n += (size_t)sprintf(kinds + n, "%s%s", i ? " " : "",
			pair->cmp->findings[i].kind->name);
	return kinds;
}

size_t
pair_shapes(const struct pair *pair, enum edit_shape shape)
{
	size_t i, n = 0;

	for (i = 0; i < pair->edits.n; i++)
		n += pair->edits.edit[i].shape == shape;
	return n;
}

bool
edit_says(const struct pair *pair, const struct edit *edit, enum side side,
	const char *text)
{
	return span_says(pair->doc[side], edit->span[side], edit->has[side],
		text);
}
