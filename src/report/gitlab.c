/*
 * GitLab's code quality report: an array of what is to be looked at.  It knows
 * nothing of what was accepted, so that is left out.  A fingerprint has to be
 * the only one of its kind in a whole pipeline, so the path goes into it.
 */
#include "config.h"

#include "base/jansson.h"
#include "base/sha256.h"
#include "report/brief.h"
#include "report/formats.h"
#include "report/value.h"

static const char *const severities[] = {
	[NOTE] = "info", [WARNING] = "minor", [ERROR] = "major"
};

static json_t *
fingerprint_value(const struct buffer *path, const struct finding *finding)
{
	struct buffer text = BUFFER_INIT;
	char sum[SHA256_HEX];

	buffer_printf(&text, "%016llx ", (unsigned long long)finding->id);
	buffer_add(&text, path->data, path->len);
	sha256_hex(text.data, text.len, sum);
	buffer_release(&text);
	return json_string(sum);
}

static json_t *
issue_value(const struct comparison *cmp, const struct finding *finding)
{
	struct brief_place place = brief_place(cmp, finding);
	struct buffer text = BUFFER_INIT, path = BUFFER_INIT;
	json_t *value;

	brief_finding(&text, finding);
	brief_path(&path, place.doc);
	value = json_pack("{s:o,s:s,s:o,s:s,s:{s:o,s:{s:I,s:I}}}",
		"description", value_text(text.data, text.len),
		"check_name", finding->kind->name,
		"fingerprint", fingerprint_value(&path, finding),
		"severity", severities[finding->severity],
		"location",
		"path", value_text(path.data, path.len),
		"lines",
		"begin", (json_int_t)place.start.line,
		"end", (json_int_t)place.end.line);
	buffer_release(&text);
	buffer_release(&path);
	return value;
}

/* Texts that have nothing to do with each other need not have a finding. */
static json_t *
whole_value(const struct review *review)
{
	const struct document *doc = review->comparison->doc[REPRINT];
	const struct finding nothing = { .id = 0 };
	struct buffer text = BUFFER_INIT, path = BUFFER_INIT;
	json_t *value;

	brief_verdict(&text, review);
	brief_path(&path, doc);
	value = json_pack("{s:o,s:s,s:o,s:s,s:{s:o,s:{s:i}}}",
		"description", value_text(text.data, text.len),
		"check_name", PACKAGE_NAME,
		"fingerprint", fingerprint_value(&path, &nothing),
		"severity", "critical",
		"location",
		"path", value_text(path.data, path.len),
		"lines",
		"begin", 1);
	buffer_release(&text);
	buffer_release(&path);
	return value;
}

static void
put_item(struct buffer *out, json_t *value)
{
	bool first = out->data[out->len - 1] == '[';

	buffer_puts(out, first ? "\n" : ",\n");
	value_dump(out, value);
}

void
report_gitlab(const struct review *review,
	const struct report_options *options, struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	size_t i;

	(void)options;
	jansson_start();
	if (brief_whole_fails(review))
		put_item(out, whole_value(review));
	for (i = 0; i < cmp->nfinding; i++)
		if (!brief_passed(review, &cmp->findings[i]))
			put_item(out, issue_value(cmp, &cmp->findings[i]));
}
