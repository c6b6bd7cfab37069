/*
 * SARIF 2.1.0 (OASIS, 2020), as GitHub's code scanning takes it.  That shows
 * 5,000 results of a run, the weightiest, takes 25,000, and a file of 10 MB;
 * what is over is left out, the lightest first, and the run says so.  Its
 * alerts follow a fingerprint, which it else makes of the line: here it is the
 * finding's id, as one line may have many findings.
 *
 * A kind is a rule.  In messages brackets would make links and braces would
 * name arguments, so both are escaped.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/jansson.h"
#include "base/sha256.h"
#include "report/brief.h"
#include "report/formats.h"
#include "report/phrase.h"
#include "report/value.h"
#include "text/input.h"

#define RESULTS_SHOWN 5000
#define RESULTS_MOST 25000
#define BYTES_MOST (10u * 1000 * 1000)
#define BYTES_OF_END 4096		/* what follows the last result */

static const char *const levels[] = {
	[NOTE] = "note", [WARNING] = "warning", [ERROR] = "error"
};

/* "recommendation" is GitHub's word. */
static const char *const problems[] = {
	[NOTE] = "recommendation", [WARNING] = "warning", [ERROR] = "error"
};

static json_t *
message_value(const struct buffer *text)
{
	struct buffer escaped = BUFFER_INIT;
	json_t *value;
	size_t i;

	for (i = 0; i < text->len; i++) {
		char c = text->data[i];

		if (strchr("[]\\", c))
			buffer_putc(&escaped, '\\');
		if (strchr("{}", c))
			buffer_putc(&escaped, c);
		buffer_putc(&escaped, c);
	}
	value = json_pack("{s:o}", "text",
		value_text(escaped.data, escaped.len));
	buffer_release(&escaped);
	return value;
}

/* ---- the tool ---- */

static json_t *
rule_value(const struct family *family, const struct kind *kind)
{
	json_t *value = json_pack("{s:s,s:s,s:{s:s},s:{s:s},s:{s:s},"
		"s:{s:s},s:{s:[s],s:s,s:s}}",
		"id", kind->name, "name", kind->name,
		"shortDescription", "text", kind->title,
		"fullDescription", "text", kind->help,
		"help", "text", kind->help,
		"defaultConfiguration", "level", levels[kind->severity],
		"properties", "tags", family->name,
		"precision", "high",
		"problem.severity", problems[kind->severity]);

	if (*PACKAGE_URL)
		json_object_set_new(value, "helpUri",
			json_string(PACKAGE_URL));
	return value;
}

static void
put_tool(struct buffer *out)
{
	const struct kind *kind;
	const char *before = "\n";
	size_t i;

	buffer_puts(out, "\"tool\":{\"driver\":{\"name\":\"" PACKAGE_NAME
		"\",\"version\":\"" PACKAGE_VERSION "\",\"rules\":[");
	for (i = 0; families[i]; i++)
		for (kind = families[i]->kinds; kind->name; kind++) {
			buffer_puts(out, before);
			value_dump(out, rule_value(families[i], kind));
			before = ",\n";
		}
	buffer_puts(out, "]}},\n");
}

static size_t
rule_index(const struct kind *wanted)
{
	const struct kind *kind;
	size_t i, n = 0;

	for (i = 0; families[i]; i++)
		for (kind = families[i]->kinds; kind->name; kind++, n++)
			if (kind == wanted)
				return n;
	return 0;
}

/* ---- the files ---- */

/* RFC 3986: all but the unreserved, and slashes, by number. */
static void
add_uri(struct buffer *out, const char *path)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789-._~/";

	while (!strncmp(path, "./", 2))
		for (path += 2; *path == '/';)
			path++;
	if (*path == '/')
		buffer_puts(out, "file://");
	for (; *path; path++)
		if (strchr(plain, *path))
			buffer_putc(out, *path);
		else
			buffer_printf(out, "%%%02X", (unsigned char)*path);
}

static json_t *
uri_value(const struct document *doc)
{
	struct buffer uri = BUFFER_INIT;
	json_t *value;

	add_uri(&uri, doc->name);
	value = json_stringn(uri.data, uri.len);
	buffer_release(&uri);
	return value;
}

static json_t *
artifact_value(const struct comparison *cmp, enum side side)
{
	const struct document *doc = cmp->doc[side];
	char sum[SHA256_HEX];

	sha256_hex(doc->bytes, doc->nbyte, sum);
	return json_pack("{s:{s:o},s:s,s:I,s:o,s:[s],s:{s:s}}",
		"location", "uri", uri_value(doc),
		"mimeType", doc->format->media_type,
		"length", (json_int_t)doc->nbyte,
		"encoding", value_string(doc->encoding),
		"roles", side == REPRINT ? "analysisTarget" :
			"referencedOnCommandLine",
		"hashes", "sha-256", sum);
}

static void
put_artifacts(struct buffer *out, const struct comparison *cmp)
{
	buffer_puts(out, "\"artifacts\":[\n");
	value_dump(out, artifact_value(cmp, REPRINT));
	if (cmp->relation != ALONE) {
		buffer_puts(out, ",\n");
		value_dump(out, artifact_value(cmp, TRANSCRIPT));
	}
	buffer_puts(out, "],\n");
}

/* ---- results ---- */

static json_t *
region_value(const struct document *doc, struct span span)
{
	struct place start = document_place(doc, span);
	struct place end = document_place_behind(doc, span);

	return json_pack("{s:I,s:I,s:I,s:I}",
		"startLine", (json_int_t)start.line,
		"startColumn", (json_int_t)start.column,
		"endLine", (json_int_t)end.line,
		"endColumn", (json_int_t)end.column);
}

static json_t *
location_value(const struct comparison *cmp, enum side side, struct span span)
{
	const struct document *doc = cmp->doc[side];

	return json_pack("{s:{s:{s:o,s:i},s:o}}", "physicalLocation",
		"artifactLocation", "uri", uri_value(doc), "index", (int)side,
		"region", region_value(doc, span));
}

/* The transcript's place, where the reprint's is the one that is shown. */
static void
add_related(json_t *result, const struct comparison *cmp,
	const struct finding *finding)
{
	json_t *related;

	if (!finding->has[REPRINT] || !finding->has[TRANSCRIPT] ||
	    cmp->relation == ALONE)
		return;
	related = location_value(cmp, TRANSCRIPT, finding->span[TRANSCRIPT]);
	json_object_set_new(related, "message", json_pack("{s:s}", "text",
		"where the transcript has it"));
	json_object_set_new(result, "relatedLocations",
		json_pack("[o]", related));
}

static json_t *
suppressions_value(const struct decision *passed)
{
	struct buffer text = BUFFER_INIT;
	json_t *value = json_array();

	if (passed) {
		brief_decision(&text, passed);
		json_array_append_new(value, json_pack("{s:s,s:s,s:o}",
			"kind", "external", "status", "accepted",
			"justification", value_text(text.data, text.len)));
	}
	buffer_release(&text);
	return value;
}

static json_t *
fingerprints_value(const struct finding *finding)
{
	json_t *id = value_id(finding->id);
	json_t *line = json_sprintf("%s:1", json_string_value(id));

	return json_pack("{s:o,s:o}", "primaryLocationLineHash", line,
		"verbatimFinding/v1", id);
}

static json_t *
result_value(const struct review *review, const struct finding *finding)
{
	const struct comparison *cmp = review->comparison;
	enum side side = finding->has[REPRINT] ? REPRINT : TRANSCRIPT;
	struct buffer text = BUFFER_INIT;
	json_t *value;

	brief_finding(&text, finding);
	value = json_pack("{s:s,s:I,s:s,s:o,s:[o],s:o,s:o,s:{s:s,s:b}}",
		"ruleId", finding->kind->name,
		"ruleIndex", (json_int_t)rule_index(finding->kind),
		"level", levels[finding->severity],
		"message", message_value(&text),
		"locations", location_value(cmp, side, finding->span[side]),
		"partialFingerprints", fingerprints_value(finding),
		"suppressions", suppressions_value(
			brief_passed(review, finding)),
		"properties",
		"verdict", verdicts[review_verdict(review, finding)].name,
		"fails", review_fails(review, finding));
	add_related(value, cmp, finding);
	buffer_release(&text);
	return value;
}

/* False where the file would grow too large; then nothing is added. */
static bool
put_result(struct buffer *out, const struct review *review,
	const struct finding *finding, size_t nput)
{
	size_t start = out->len;

	buffer_puts(out, nput ? ",\n" : "\n");
	value_dump(out, result_value(review, finding));
	if (out->len + BYTES_OF_END <= BYTES_MOST)
		return true;
	out->len = start;
	return false;
}

/* The weightiest first, and of one weight what was accepted last; how many
 * there are then. */
static size_t
put_results(struct buffer *out, const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	int rank, last = 2 * (ERROR + 1);
	size_t i, n = 0;

	for (rank = 0; rank < last; rank++)
		for (i = 0; i < cmp->nfinding; i++) {
			const struct finding *finding = &cmp->findings[i];

			if (ERROR - (int)finding->severity != rank / 2 ||
			    !!brief_passed(review, finding) != rank % 2)
				continue;
			if (n == RESULTS_MOST ||
			    !put_result(out, review, finding, n))
				return n;
			n++;
		}
	return n;
}

/* ---- the run ---- */

static void
add_notification(json_t *list, const char *level, const struct buffer *text)
{
	json_array_append_new(list, json_pack("{s:s,s:o}", "level", level,
		"message", message_value(text)));
}

static json_t *
notifications_value(const struct review *review, size_t nput)
{
	size_t n = review->comparison->nfinding;
	struct buffer text = BUFFER_INIT;
	json_t *list = json_array();

	brief_verdict(&text, review);
	add_notification(list, brief_whole_fails(review) ? "error" : "note",
		&text);
	text.len = 0;
	phrase_count(&text, nput, "result");
	if (nput < n) {
		buffer_puts(&text, " of ");
		phrase_number(&text, n);
		buffer_puts(&text, " are here, the weightiest; the rest is "
			"more than code scanning takes. The formats json and "
			"jsonl have all.");
		add_notification(list, "warning", &text);
	} else if (nput > RESULTS_SHOWN) {
		buffer_puts(&text, " are here, of which code scanning shows "
			"5,000, the weightiest.");
		add_notification(list, "warning", &text);
	}
	buffer_release(&text);
	return list;
}

/* So that the results of one file do not take the place of another's. */
static void
put_category(struct buffer *out, const struct document *doc)
{
	struct buffer id = BUFFER_INIT;

	buffer_puts(&id, PACKAGE_NAME "/");
	add_uri(&id, doc->name);
	buffer_putc(&id, '/');
	buffer_puts(out, "\"automationDetails\":{\"id\":");
	value_dump(out, json_stringn(id.data, id.len));
	buffer_puts(out, "},\n");
	buffer_release(&id);
}

void
report_sarif(const struct review *review, const struct report_options *options,
	struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	size_t nput;

	(void)options;
	jansson_start();
	buffer_putc(out, '{');
	put_tool(out);
	put_category(out, cmp->doc[REPRINT]);
	buffer_puts(out, "\"columnKind\":\"unicodeCodePoints\",\n");
	put_artifacts(out, cmp);
	buffer_puts(out, "\"results\":[");
	nput = put_results(out, review);
	buffer_puts(out, "],\n\"invocations\":[");
	value_dump(out, json_pack("{s:b,s:i,s:o}", "executionSuccessful",
		review_status(review) != 2, "exitCode", review_status(review),
		"toolExecutionNotifications",
		notifications_value(review, nput)));
	buffer_puts(out, "]}");
}
