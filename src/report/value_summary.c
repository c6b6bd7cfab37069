/* Totals, as JSON reports have them. */
#include "config.h"

#include "report/value.h"

static json_t *
counts_value(const struct comparison *cmp)
{
	json_t *value = json_object();
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		const char *kind = cmp->findings[i].kind->name;

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

json_t *
value_summary(const struct review *review, const struct ledger *ledger)
{
	const struct comparison *cmp = review->comparison;

	return json_pack("{s:b,s:o,s:o,s:o,s:o,s:o,s:o}",
		"verbatim", cmp->relation == VERBATIM,
		"relation", cmp->relation == ALONE ? json_null() :
			json_string(document_relation_names[cmp->relation]),
		"counts", counts_value(cmp),
		"severities", severities_value(review),
		"verdicts", verdicts_value(review),
		"coverage", ledger ? coverage_value(cmp) : json_null(),
		"ledger_shares", ledger ? shares_value(ledger) :
			json_null());
}
