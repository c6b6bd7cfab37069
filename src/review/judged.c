/*
 * The one place that knows what rules of a project do.  None of them takes a
 * finding away without a trace: it becomes a note that says why, or is counted
 * among the ignored.
 */
#include "config.h"

#include "review/judged.h"

#include <stdlib.h>
#include <string.h>

#include "compare/rule.h"
#include "review/equivalent.h"
#include "review/passage_rule.h"

struct judge {
	const struct gate *gate;
	const struct comparison *cmp;
	struct equivalents *equivalents;
	bool *furniture;		/* paragraphs of the reprint */
	bool *ignored[2];		/* of each */
};

/* ---- places ---- */

static int
mark_all(const struct gate_values *patterns, const struct document *doc,
	bool *marks, struct error *err)
{
	unsigned i;
	int rc = 0;

	for (i = 0; i < patterns->n && !rc; i++) {
		struct passage_rule *rule = passage_rule_new(
			patterns->value[i], err);

		rc = rule ? passage_rule_mark(rule, doc, marks, err) : -1;
		passage_rule_free(rule);
	}
	return rc;
}

/* Has the finding text on that side, all of it in paragraphs with a mark? */
static bool
is_within(const struct comparison *cmp, const struct finding *finding,
	enum side side, const bool *marks)
{
	const struct document *doc = cmp->doc[side];
	struct span span = finding->span[side];
	size_t i, first;

	if (!finding->has[side] || !span_length(span))
		return false;
	first = document_paragraph_at(doc, span.start);
	for (i = first; i < doc->nparagraph &&
	    doc->paragraphs[i].span.start < span.end; i++)
		if (!marks[i])
			return false;
	return i > first;
}

static bool
has_text(const struct finding *finding, enum side side)
{
	return finding->has[side] && span_length(finding->span[side]);
}

static struct gate_part
reading(const struct judge *judge, const struct finding *finding,
	enum side side)
{
	return (struct gate_part){ judge->cmp->doc[side]->text +
		finding->span[side].start, has_text(finding, side) ?
		span_length(finding->span[side]) : 0 };
}

/* ---- one finding ---- */

static const char *
why_known(const struct judge *judge, const struct finding *finding)
{
	struct gate_part text[] = { reading(judge, finding, REPRINT),
		reading(judge, finding, TRANSCRIPT) };

	if (!text[TRANSCRIPT].n)
		return is_within(judge->cmp, finding, REPRINT,
			judge->furniture) ? "known furniture" : NULL;
	if (!text[REPRINT].n)
		return NULL;
	if (kind_family(finding->kind) == &family_attribution &&
	    alias_explains(&judge->gate->aliases, text[REPRINT],
	    text[TRANSCRIPT]))
		return "an alias of the speaker";
	return equivalents_explain(judge->equivalents, text[REPRINT],
		text[TRANSCRIPT]) ? "equivalent words" : NULL;
}

static bool
is_ignored(const struct judge *judge, const struct finding *finding)
{
	return kind_set_has(&judge->gate->ignored, finding->kind) ||
		is_within(judge->cmp, finding, REPRINT,
			judge->ignored[REPRINT]) ||
		is_within(judge->cmp, finding, TRANSCRIPT,
			judge->ignored[TRANSCRIPT]);
}

/* "Another word; equivalent words." */
static const char *
with_reason(const char *message, const char *known, struct arena *arena)
{
	size_t n = strlen(message);

	if (n && message[n - 1] == '.')
		n--;
	return arena_printf(arena, "%.*s; %s.", (int)n, message, known);
}

/* A repetition left out is a note, however its kind is weighed. */
static void
weigh(const struct judge *judge, struct finding *finding, const char *known,
	struct arena *arena)
{
	unsigned asked = judge->gate->severity[kind_index(finding->kind)];

	if (asked && !finding->explanation.light)
		finding->severity = (enum severity)(asked - 1);
	if (!known)
		return;
	finding->severity = NOTE;
	finding->message = with_reason(finding->message, known, arena);
}

/* ---- all findings ---- */

/* Puts the findings that count in their order, and then those that do not. */
static void
judge_findings(const struct judge *judge, struct judged *judged)
{
	const struct comparison *cmp = judge->cmp;
	struct finding *findings = judged->comparison.findings;
	bool *ignored = memory_alloc(cmp->nfinding, sizeof(*ignored));
	size_t i, n = 0;
	int pass;

	for (i = 0; i < cmp->nfinding; i++) {
		ignored[i] = is_ignored(judge, &cmp->findings[i]);
		judged->nignored += ignored[i];
	}
	for (pass = 0; pass < 2; pass++)
		for (i = 0; i < cmp->nfinding; i++) {
			if (ignored[i] != pass)
				continue;
			findings[n] = cmp->findings[i];
			judged->known[n] = why_known(judge, &findings[n]);
			weigh(judge, &findings[n], judged->known[n],
				&judged->arena);
			n++;
		}
	judged->comparison.nfinding -= judged->nignored;
	free(ignored);
}

static void
count_patterns(struct judged *judged)
{
	struct comparison *cmp = &judged->comparison;
	size_t i;

	for (i = 0; i < cmp->npattern; i++)
		cmp->patterns[i].nfinding = 0;
	for (i = cmp->nfinding + judged->nignored; i-- > 0;) {
		uint32_t pattern = cmp->findings[i].pattern;

		if (pattern == NO_PATTERN)
			continue;
		cmp->patterns[pattern].first = (uint32_t)i;
		cmp->patterns[pattern].nfinding += i < cmp->nfinding;
	}
}

static int
find_goals(const struct judge *judge, struct judged *judged,
	struct error *err)
{
	const struct gate_values *values = &judge->gate->coverage;
	unsigned i, j;

	for (i = 0; i < values->n; i++) {
		for (j = i + 1; j < values->n; j++)
			if (goal_is_repeated(values->value[i],
			    values->value[j]))
				break;
		if (j == values->n && goal_find(ARRAY_ADD(judged->goals,
		    judged->ngoal, judged->goal_cap), values->value[i],
		    judge->gate, judge->cmp, err))
			return -1;
	}
	return 0;
}

/* ---- making ---- */

static int
judge_init(struct judge *judge, const struct gate *gate,
	const struct comparison *cmp, struct error *err)
{
	int side, rc;

	*judge = (struct judge){ .gate = gate, .cmp = cmp,
		.equivalents = equivalents_new(&gate->equivalents,
			EQUIVALENT_SEPARATOR),
		.furniture = memory_alloc(cmp->doc[REPRINT]->nparagraph,
			sizeof(bool)) };
	rc = mark_all(&gate->furniture, cmp->doc[REPRINT], judge->furniture,
		err);
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		judge->ignored[side] = memory_alloc(
			cmp->doc[side]->nparagraph, sizeof(bool));
		if (!rc)
			rc = mark_all(&gate->ignored_passages, cmp->doc[side],
				judge->ignored[side], err);
	}
	return rc;
}

static void
judge_release(struct judge *judge)
{
	equivalents_free(judge->equivalents);
	free(judge->furniture);
	free(judge->ignored[REPRINT]);
	free(judge->ignored[TRANSCRIPT]);
}

static struct judged *
copy(const struct comparison *cmp)
{
	struct judged *judged = memory_alloc(1, sizeof(*judged));

	arena_init(&judged->arena);
	judged->whole = cmp;
	judged->comparison = *cmp;
	judged->comparison.findings = memory_alloc(cmp->nfinding,
		sizeof(*cmp->findings));
	judged->comparison.patterns = memory_alloc(cmp->npattern,
		sizeof(*cmp->patterns));
	if (cmp->npattern)
		memcpy(judged->comparison.patterns, cmp->patterns,
			cmp->npattern * sizeof(*cmp->patterns));
	judged->known = memory_alloc(cmp->nfinding, sizeof(*judged->known));
	return judged;
}

struct judged *
judged_new(const struct gate *gate, const struct comparison *cmp,
	struct error *err)
{
	struct judged *judged = copy(cmp);
	struct judge judge;
	int rc = judge_init(&judge, gate, cmp, err);

	if (!rc) {
		judge_findings(&judge, judged);
		count_patterns(judged);
		rc = find_goals(&judge, judged, err);
	}
	judge_release(&judge);
	if (!rc)
		return judged;
	judged_free(judged);
	return NULL;
}

void
judged_free(struct judged *judged)
{
	if (!judged)
		return;
	free(judged->comparison.findings);
	free(judged->comparison.patterns);
	free(judged->known);
	free(judged->goals);
	arena_release(&judged->arena);
	free(judged);
}
