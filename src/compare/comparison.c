/* The list of stages, and nothing else. */
#include "config.h"

#include "compare/comparison.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/timer.h"
#include "compare/align.h"
#include "compare/change.h"
#include "compare/classify.h"
#include "compare/pattern.h"
#include "compare/piece.h"
#include "compare/relation.h"
#include "compare/usage.h"
#include "compare/zone.h"

const char *const relation_names[] = {
	"equal", "changed", "moved", "duplicated", "reprint-only",
	"transcript-only"
};

const char *const document_relation_names[] = {
	"verbatim", "reprint", "excerpt", "other-version", "shared-text",
	"unrelated", "unreadable", "alone"
};

/* Paragraphs of the reprint that have words of the transcript. */
static bool *
find_body(const struct comparison *cmp, const struct alignment *alignment,
	struct arena *arena)
{
	const struct document *doc = cmp->doc[REPRINT];
	bool *body = arena_alloc(arena, doc->nparagraph, sizeof(*body));
	size_t i;
	uint32_t k;

	for (i = 0; i < doc->nparagraph; i++)
		for (k = 0; k < doc->paragraphs[i].nword && !body[i]; k++)
			body[i] = alignment->mate[REPRINT][
				doc->paragraphs[i].word + k] != NO_WORD;
	return body;
}

static void
keep_findings(struct comparison *cmp, const struct finding_list *list)
{
	cmp->findings = arena_alloc(&cmp->arena, list->n,
		sizeof(*cmp->findings));
	if (list->n)
		memcpy(cmp->findings, list->finding,
			list->n * sizeof(*cmp->findings));
	cmp->nfinding = list->n;
}

/* Of texts that cannot be read nothing is claimed. */
static void
claim_nothing(struct comparison *cmp)
{
	cmp->nfinding = cmp->npattern = cmp->npiece = cmp->nzone = 0;
}

struct comparison *
comparison_new(const struct document *reprint,
	const struct document *transcript, const struct keys *keys)
{
	return comparison_new_within(reprint, transcript, keys, 0);
}

struct comparison *
comparison_new_within(const struct document *reprint,
	const struct document *transcript, const struct keys *keys,
	uint32_t gap_most)
{
	struct comparison *cmp = memory_alloc(1, sizeof(*cmp));
	struct alignment alignment;
	struct usage *usage;
	struct edit_list edits = { 0 };
	struct finding_list findings = { 0 };
	struct context context = { .doc = { reprint, transcript },
		.keys = keys, .alignment = &alignment, .arena = &cmp->arena,
		.forensics = forensics_new() };

	arena_init(&cmp->arena);
	context.hidden[0] = arena_alloc(&cmp->arena, reprint->nword,
		sizeof(bool));
	context.hidden[1] = arena_alloc(&cmp->arena, transcript->nword,
		sizeof(bool));
	cmp->doc[REPRINT] = reprint;
	cmp->doc[TRANSCRIPT] = transcript;
	cmp->keys = keys;
	timer_enter(PHASE_GAPS);
	align(context.doc, keys, gap_most ? gap_most : GAP_MOST, &alignment);
	cmp->gap_most = alignment.gap_most;
	cmp->ngap_left = alignment.ngap_left;
	timer_enter(PHASE_FINDINGS);
	cmp->body = find_body(cmp, &alignment, &cmp->arena);
	context.body = cmp->body;
	cmp->pieces = pieces_find(&context, &cmp->npiece);
	context.usage = usage = usage_new(context.doc, keys);
	changes_find(&context, &edits);
	if (forensics_conclude(context.forensics)) {
		edits.n = 0;
		changes_find(&context, &edits);
	}
	cmp->coverage = coverage_count(&context);
	usage_note_lost(usage, transcript, &edits);
	classify(&context, &edits, &findings);
	cmp->patterns = patterns_find(&context, &findings, &cmp->npattern);
	keep_findings(cmp, &findings);
	cmp->zones = zones_find(&context, cmp, &cmp->nzone);
	relation_judge(&context, cmp);
	if (cmp->relation == UNREADABLE)
		claim_nothing(cmp);
	free(edits.edit);
	free(findings.finding);
	usage_free(usage);
	forensics_free(context.forensics);
	alignment_release(&alignment);
	timer_enter(PHASE_OTHER);
	return cmp;
}

void
comparison_free(struct comparison *cmp)
{
	if (!cmp)
		return;
	arena_release(&cmp->arena);
	free(cmp);
}
