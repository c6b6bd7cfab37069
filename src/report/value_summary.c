/* Totals, as JSON reports have them. */
#include "config.h"

#include "report/value.h"

#include <stdlib.h>

/* How many of the findings are of which kind. */
static json_t *
counts_value(const struct finding *findings, size_t n)
{
	json_t *value = json_object();
	size_t i;

	for (i = 0; i < n; i++) {
		const char *kind = findings[i].kind->name;

		json_object_set_new(value, kind, json_integer(1 +
			json_integer_value(json_object_get(value, kind))));
	}
	return value;
}

static json_t *
severities_value(const struct review *review)
{
	json_t *value = json_object();
	int severity;

	for (severity = ERROR; severity >= NOTE; severity--)
		json_object_set_new(value, severity_names[severity],
			json_integer((json_int_t)review_count(review,
				(enum severity)severity)));
	return value;
}

static json_t *
verdicts_value(const struct review *review)
{
	json_t *value = json_object();
	int verdict;

	for (verdict = 0; verdict < VERDICT_COUNT; verdict++)
		json_object_set_new(value, verdicts[verdict].name,
			json_integer((json_int_t)review_count_verdict(review,
				(enum verdict)verdict)));
	return value;
}

static json_t *
coverage_value(const struct comparison *cmp)
{
	const struct document *doc = cmp->doc[TRANSCRIPT];
	const struct coverage *coverage = &cmp->coverage;
	json_t *speakers = json_array();
	size_t i;

	for (i = 0; i < doc->nspeaker; i++)
		json_array_append_new(speakers, json_pack("{s:o,s:I,s:I}",
			"name", value_string(doc->speakers[i].name),
			"words", (json_int_t)doc->speakers[i].nword,
			"covered",
			(json_int_t)coverage->speaker_covered[i]));
	return json_pack("{s:I,s:I,s:o}",
		"transcript_words", (json_int_t)coverage->nword,
		"covered_words", (json_int_t)coverage->ncovered,
		"speakers", speakers);
}

/* Rounded down, so that 1 is all of it. */
static json_t *
shares_value(const struct ledger *ledger)
{
	static const char *const names[LEDGER_TYPES] = {
		[LEDGER_COPY] = "verbatim", [LEDGER_RULE] = "rule",
		[LEDGER_EDIT] = "edit", [LEDGER_OWN] = "own"
	};
	uint64_t all = ledger->comparison->doc[REPRINT]->nbyte;
	json_t *value = json_object();
	int type;

	for (type = 0; type < LEDGER_TYPES; type++)
		json_object_set_new(value, names[type], json_real(all ?
			ledger->nbyte[type] * 1000000 / all / 1e6 : 0.0));
	return value;
}

static json_t *
ignored_value(const struct review *review)
{
	const struct finding *first;
	size_t n = review_ignored(review, &first);

	return counts_value(first, n);
}

static json_t *
baseline_value(const struct review *review)
{
	const struct decision **stale;
	size_t n = review_stale(review, &stale);
	json_t *gone = json_array();
	size_t i;

	for (i = 0; i < n; i++)
		json_array_append_new(gone, value_id(stale[i]->finding));
	free(stale);
	if (review->baseline)
		return json_pack("{s:o,s:I,s:o}",
			"path", value_string(store_path(review->baseline)),
			"findings",
			(json_int_t)review_count_baseline(review),
			"stale", gone);
	json_decref(gone);
	return json_null();
}

static json_t *
gate_value(const struct review *review)
{
	const struct failure *failure;
	json_t *failed = json_array();
	struct arena arena;
	size_t i, n;

	arena_init(&arena);
	n = review_failures(review, &arena, &failure);
	for (i = 0; i < n; i++)
		json_array_append_new(failed, json_pack("{s:s,s:o,s:o}",
			"option", failure[i].option,
			"value", value_string(failure[i].value),
			"reason", value_string(failure[i].reason)));
	arena_release(&arena);
	return json_pack("{s:i,s:o,s:b,s:o}",
		"status", review_status(review),
		"fail_on", value_string(review_fail_on(review)),
		"strict", review->gate.strict, "failed", failed);
}

/* What was left undone because of a limit. */
static json_t *
limits_value(const struct comparison *cmp)
{
	return json_pack("{s:I,s:I}", "gap_words", (json_int_t)cmp->gap_most,
		"gaps_left", (json_int_t)cmp->ngap_left);
}

json_t *
value_summary(const struct review *review, const struct ledger *ledger)
{
	const struct comparison *cmp = review->comparison;

	return json_pack("{s:b,s:o,s:o,s:o,s:o,"
		"s:o,s:I,s:I,s:o,s:o,s:o,s:o,s:o}",
		"verbatim", cmp->relation == VERBATIM,
		"relation", cmp->relation == ALONE ? json_null() :
			json_string(document_relation_names[cmp->relation]),
		"counts", counts_value(cmp->findings, cmp->nfinding),
		"severities", severities_value(review),
		"verdicts", verdicts_value(review),
		"ignored", ignored_value(review),
		"known", (json_int_t)review_count_known(review),
		"weighed", (json_int_t)review_count_weighed(review),
		"baseline", baseline_value(review),
		"gate", gate_value(review),
		"limits", ledger ? limits_value(cmp) : json_null(),
		"coverage", ledger ? coverage_value(cmp) : json_null(),
		"ledger_shares", ledger ? shares_value(ledger) :
			json_null());
}
