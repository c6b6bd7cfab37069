/* A pair is compared and judged as `verbatim report` does it, by the same
 * functions, so that nothing depends on whether it came alone. */
#include "config.h"

#include "batch_line.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/jansson.h"
#include "base/memory.h"
#include "compare/ledger.h"
#include "report/certificate.h"
#include "report/json.h"
#include "reviewed.h"

/* ---- making ---- */

static void
put_names(struct buffer *out, uint64_t number, const struct pair *pair)
{
	buffer_printf(out, "{\"pair\":%llu,\"reprint\":",
		(unsigned long long)number);
	json_put_string(out, pair->path[REPRINT]);
	buffer_puts(out, ",\"transcript\":");
	json_put_string(out, pair->path[TRANSCRIPT]);
	buffer_puts(out, ",\"status\":");
}

static void
put_outcome(struct buffer *out, int status, const struct error *err,
	const struct buffer *summary)
{
	buffer_printf(out, "%d,\"error\":", status);
	json_put_string(out, *err->text ? err->text : NULL);
	buffer_puts(out, ",\"summary\":");
	buffer_puts(out, summary->len ? summary->data : "null");
	buffer_puts(out, "}\n");
}

/* A pipe would be waited for, and a terminal read from. */
static int
check_files(const struct pair *pair, struct error *err)
{
	struct stat stat_of;
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		const char *path = pair->path[side];

		if (!strcmp(path, "-"))
			return error_set(err, "A pair of a batch cannot be "
				"read from standard input.");
		if (!stat(path, &stat_of) && !S_ISREG(stat_of.st_mode))
			return error_set(err, "Cannot read %s: it is no "
				"regular file.", path);
	}
	return 0;
}

/* A summary that the ledger does not vouch for is none. */
static int
sum_up(const struct review *review, struct buffer *summary, struct error *err)
{
	struct ledger *ledger = ledger_new(review_whole(review));
	int status = 2;

	if (!certificate_check(ledger, err)) {
		json_put_summary(summary, review, ledger);
		status = reviewed_status(review, err);
	}
	ledger_free(ledger);
	return status;
}

static int
compare(const struct options *options, const struct pair *pair,
	struct buffer *summary, struct error *err)
{
	struct options own = *options;
	struct reviewed reviewed;
	int status;

	own.operands = (char **)pair->path;
	own.noperand = 2;
	if (check_files(pair, err) || reviewed_open(&reviewed, &own, err))
		return 2;
	status = sum_up(&reviewed.review, summary, err);
	reviewed_release(&reviewed);
	return status;
}

void
batch_line_make(const struct options *options, const struct entry *entry,
	struct buffer *out)
{
	struct pair pair = { { NULL, NULL } };
	struct error err = { "" };
	struct buffer summary = BUFFER_INIT;
	int status = 2;

	if (!pair_parse(&pair, entry, &err))
		status = compare(options, &pair, &summary, &err);
	put_names(out, entry->number, &pair);
	put_outcome(out, status, &err, &summary);
	buffer_release(&summary);
	pair_names_release(&pair);
}

void
batch_line_begin(const struct entry *entry, struct buffer *out)
{
	struct pair pair = { { NULL, NULL } };
	struct buffer summary = BUFFER_INIT;
	struct error err = { "" };
	int rc = pair_parse(&pair, entry, &err);

	put_names(out, entry->number, &pair);
	if (rc)
		put_outcome(out, 2, &err, &summary);
	pair_names_release(&pair);
}

/* ---- reading ---- */

static char *
copy_string(const json_t *object, const char *name)
{
	const json_t *value = json_object_get(object, name);
	size_t n = json_string_length(value);
	char *copy;

	if (!json_is_string(value))
		return NULL;
	copy = memory_alloc(n + 1, 1);
	memcpy(copy, json_string_value(value), n);
	return copy;
}

static uint64_t
count_of(const json_t *summary, const char *severity)
{
	return (uint64_t)json_integer_value(json_object_get(json_object_get(
		summary, "severities"), severity));
}

bool
batch_facts_read(struct batch_facts *facts, const char *line, size_t n)
{
	json_t *value, *status, *pair, *summary;
	bool good;

	jansson_start();
	value = json_loadb(line, n, 0, NULL);
	pair = json_object_get(value, "pair");
	status = json_object_get(value, "status");
	summary = json_object_get(value, "summary");
	good = json_is_integer(pair) && json_is_integer(status) && summary &&
		json_integer_value(status) >= 0 &&
		json_integer_value(status) <= 2;
	if (good)
		*facts = (struct batch_facts){
			.pair = (uint64_t)json_integer_value(pair),
			.status = (int)json_integer_value(status),
			.is_compared = json_is_object(summary),
			.errors = count_of(summary, severity_names[ERROR]),
			.warnings = count_of(summary, severity_names[WARNING]),
			.notes = count_of(summary, severity_names[NOTE]),
			.reprint = copy_string(value, "reprint"),
			.error = copy_string(value, "error") };
	json_decref(value);
	return good;
}

void
batch_facts_release(struct batch_facts *facts)
{
	free(facts->reprint);
	free(facts->error);
}
