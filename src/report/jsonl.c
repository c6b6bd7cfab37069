/*
 * For programs that read line by line: each finding as the JSON report has it,
 * and last the summary, so that what was cut off can be told from what was
 * not.
 */
#include "config.h"

#include "base/jansson.h"
#include "report/formats.h"
#include "report/value.h"

static json_t *
path_value(const struct comparison *cmp, enum side side)
{
	return cmp->relation == ALONE && side == TRANSCRIPT ? json_null() :
		value_string(cmp->doc[side]->name);
}

static void
put_line(struct buffer *out, const char *type, json_t *value)
{
	json_t *line = json_pack("{s:s}", "type", type);

	json_object_update(line, value);
	json_decref(value);
	value_dump(out, line);
	buffer_putc(out, '\n');
}

static void
put_last(struct buffer *out, const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	struct ledger *ledger = cmp->relation == ALONE ? NULL :
		ledger_new(review_whole(review));
	json_t *value = value_summary(review, ledger);
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++)
		json_object_set_new(value, value_sides[side],
			path_value(cmp, (enum side)side));
	json_object_set_new(value, "findings",
		json_integer((json_int_t)cmp->nfinding));
	json_object_set_new(value, "status",
		json_integer(review_status(review)));
	json_object_set_new(value, "generator", json_pack("{s:s,s:s}",
		"name", PACKAGE_NAME, "version", PACKAGE_VERSION));
	put_line(out, "summary", value);
	ledger_free(ledger);
}

void
report_jsonl(const struct review *review, const struct report_options *options,
	struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	size_t i;

	(void)options;
	jansson_start();
	for (i = 0; i < cmp->nfinding; i++)
		put_line(out, "finding",
			value_finding(review, &cmp->findings[i]));
	put_last(out, review);
}
