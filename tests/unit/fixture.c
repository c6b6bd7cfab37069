/* Places are given as words to be found, so that a test reads as what it is
 * about and not as a list of numbers. */
#include "config.h"

#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "base/memory.h"

void
fixture_init(struct fixture *fixture, const char *reprint,
	const char *transcript)
{
	struct comparison *cmp = &fixture->comparison;
	const char *text[] = { reprint, transcript };
	static const char *const names[] = { "reprint.txt", "transcript.txt" };
	struct error err;
	int side;

	memset(fixture, 0, sizeof(*fixture));
	fixture->keys = keys_new();
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		fixture->doc[side] = document_from_bytes(names[side],
			text[side], strlen(text[side]), NULL, fixture->keys,
			&err);
		cr_assert(fixture->doc[side], "%s", err.text);
		cmp->doc[side] = fixture->doc[side];
	}
	arena_init(&cmp->arena);
	cmp->keys = fixture->keys;
	cmp->relation = WHOLE_REPRINT;
	cmp->body = arena_alloc(&cmp->arena,
		fixture->doc[REPRINT]->nparagraph + 1, sizeof(*cmp->body));
	cmp->coverage.speaker_covered = arena_alloc(&cmp->arena,
		fixture->doc[TRANSCRIPT]->nspeaker + 1,
		sizeof(*cmp->coverage.speaker_covered));
	fixture->review.comparison = cmp;
	fixture->review.gate.fail_on = WARNING;
}

void
fixture_release(struct fixture *fixture)
{
	free(fixture->comparison.pieces);
	free(fixture->comparison.findings);
	free(fixture->comparison.patterns);
	arena_release(&fixture->comparison.arena);
	document_free(fixture->doc[REPRINT]);
	document_free(fixture->doc[TRANSCRIPT]);
	keys_free(fixture->keys);
}

struct span
fixture_span(const struct fixture *fixture, enum side side,
	const char *words)
{
	const struct document *doc = fixture->doc[side];
	const char *at = memmem(doc->text, doc->ntext, words, strlen(words));
	struct span span;

	cr_assert(at, "“%s” is not in the text", words);
	span.start = (uint32_t)(at - doc->text);
	span.end = span.start + (uint32_t)strlen(words);
	return span;
}

struct span
fixture_before(const struct fixture *fixture, enum side side,
	const char *words)
{
	struct span span = fixture_span(fixture, side, words);

	span.end = span.start;
	return span;
}

struct span
fixture_behind(const struct fixture *fixture, enum side side,
	const char *words)
{
	struct span span = fixture_span(fixture, side, words);

	span.start = span.end;
	return span;
}

void
fixture_piece(struct fixture *fixture, enum relation relation,
	const char *reprint, const char *transcript)
{
	struct comparison *cmp = &fixture->comparison;
	const char *words[] = { reprint, transcript };
	struct piece piece = { .relation = relation,
		.similarity = relation == EQUAL };
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		if (!words[side])
			continue;
		piece.has[side] = true;
		piece.span[side] = fixture_span(fixture, side, words[side]);
		piece.tile[side] = piece.span[side];
		piece.paragraph[side] = (uint32_t)document_paragraph_at(
			fixture->doc[side], piece.span[side].start);
	}
	if (reprint && transcript)
		cmp->body[piece.paragraph[REPRINT]] = true;
	*ARRAY_ADD(cmp->pieces, cmp->npiece, fixture->piece_cap) = piece;
}

struct finding *
fixture_finding(struct fixture *fixture, const char *kind,
	struct span reprint, struct span transcript)
{
	struct comparison *cmp = &fixture->comparison;
	struct finding finding = { .kind = kind_find(kind),
		.span = { reprint, transcript }, .has = { true, true },
		.message = "Something differs.", .pattern = NO_PATTERN };

	cr_assert(finding.kind, "there is no kind %s", kind);
	finding.severity = finding.kind->severity;
	finding.id = 0x1000 + cmp->nfinding;
	*ARRAY_ADD(cmp->findings, cmp->nfinding, fixture->finding_cap) =
		finding;
	return &cmp->findings[cmp->nfinding - 1];
}

struct finding *
fixture_words(struct fixture *fixture, const char *kind, const char *reprint,
	const char *transcript)
{
	return fixture_finding(fixture, kind,
		fixture_span(fixture, REPRINT, reprint),
		fixture_span(fixture, TRANSCRIPT, transcript));
}

static int
compare_findings(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;

	if (x->span[REPRINT].start != y->span[REPRINT].start)
		return x->span[REPRINT].start < y->span[REPRINT].start ?
			-1 : 1;
	return x->span[TRANSCRIPT].start < y->span[TRANSCRIPT].start ? -1 : 1;
}

static const char *
reading(struct fixture *fixture, const struct finding *finding,
	enum side side)
{
	struct span span = finding->span[side];

	return arena_copy(&fixture->comparison.arena,
		fixture->doc[side]->text + span.start,
		finding->has[side] ? span_length(span) : 0);
}

static void
add_to_pattern(struct fixture *fixture, size_t index)
{
	struct comparison *cmp = &fixture->comparison;
	struct finding *finding = &cmp->findings[index];
	struct pattern pattern = { .kind = finding->kind,
		.from = reading(fixture, finding, TRANSCRIPT),
		.to = reading(fixture, finding, REPRINT),
		.first = (uint32_t)index };
	size_t i;

	for (i = 0; i < cmp->npattern; i++)
		if (cmp->patterns[i].kind == pattern.kind &&
		    !strcmp(cmp->patterns[i].from, pattern.from) &&
		    !strcmp(cmp->patterns[i].to, pattern.to))
			break;
	if (i == cmp->npattern)
		*ARRAY_ADD(cmp->patterns, cmp->npattern,
			fixture->pattern_cap) = pattern;
	cmp->patterns[i].nfinding++;
	finding->pattern = (uint32_t)i;
}

static void
count_covered(struct fixture *fixture)
{
	struct comparison *cmp = &fixture->comparison;
	const struct document *doc = fixture->doc[TRANSCRIPT];
	size_t i;

	cmp->coverage.nword = (uint32_t)doc->nword;
	for (i = 0; i < cmp->npiece; i++) {
		const struct piece *piece = &cmp->pieces[i];
		const struct paragraph *paragraph;

		if (!piece->has[REPRINT] || !piece->has[TRANSCRIPT] ||
		    piece->relation == DUPLICATED)
			continue;
		paragraph = &doc->paragraphs[piece->paragraph[TRANSCRIPT]];
		cmp->coverage.ncovered += paragraph->nword;
		if (paragraph->speaker != NO_SPEAKER)
			cmp->coverage.speaker_covered[paragraph->speaker] +=
				paragraph->nword - paragraph->nlabel;
	}
}

void
fixture_end(struct fixture *fixture)
{
	struct comparison *cmp = &fixture->comparison;
	size_t i;

	if (cmp->nfinding)
		qsort(cmp->findings, cmp->nfinding, sizeof(*cmp->findings),
			compare_findings);
	for (i = 0; i < cmp->nfinding; i++)
		add_to_pattern(fixture, i);
	count_covered(fixture);
}
