/*
 * A report is checked by the very functions that replay it later: each
 * operation is made a JSON value, as it is written, and then carried out.
 */
#include "config.h"

#include "report/certificate.h"

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "base/jansson.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "report/value.h"
#include "text/encoder.h"

#define BY_BYTES "bytes"
#define BY_TEXT "text"
#define BASE64 "base64"

/* ---- writing ---- */

static json_t *
text_value(const struct document *doc, struct span decoded)
{
	return json_stringn(doc->decoded + decoded.start,
		span_length(decoded));
}

static json_t *
rule_value(const struct ledger *ledger, const struct ledger_rule *rule)
{
	const struct document *const *doc = ledger->comparison->doc;

	return json_pack("{s:I,s:o,s:o}", "pattern", (json_int_t)rule->pattern,
		"from", text_value(doc[TRANSCRIPT], rule->text[TRANSCRIPT]),
		"to", text_value(doc[REPRINT], rule->text[REPRINT]));
}

static json_t *
literal_value(const struct document *doc, const struct ledger_op *op)
{
	struct buffer text = BUFFER_INIT;
	json_t *value;

	if (!op->raw)
		return text_value(doc, op->decoded);
	base64_encode(doc->bytes + op->bytes.start, span_length(op->bytes),
		&text);
	value = json_pack("{s:s}", BASE64, text.data);
	buffer_release(&text);
	return value;
}

static json_t *
op_value(const struct ledger *ledger, const struct ledger_op *op)
{
	const char *name = ledger_names[op->type];

	if (op->type == LEDGER_COPY)
		return json_pack("[s,I,I]", name, (json_int_t)op->source.start,
			(json_int_t)op->source.end);
	if (op->type == LEDGER_RULE)
		return json_pack("[s,I,I,I]", name,
			(json_int_t)op->source.start,
			(json_int_t)op->source.end, (json_int_t)op->rule);
	return json_pack("[s,o]", name, literal_value(
		ledger->comparison->doc[REPRINT], op));
}

/* An item of an array, on a line of its own. */
static void
put_item(struct buffer *out, size_t index, json_t *value)
{
	buffer_puts(out, index ? ",\n" : "\n");
	value_dump(out, value);
}

void
certificate_write(const struct ledger *ledger, struct buffer *out)
{
	size_t i;

	jansson_start();
	buffer_printf(out, ",\n\"ledger_spans\":\"%s\",\n\"rules\":[",
		ledger->by_bytes ? BY_BYTES : BY_TEXT);
	for (i = 0; i < ledger->nrule; i++)
		put_item(out, i, rule_value(ledger, &ledger->rule[i]));
	buffer_puts(out, "],\n\"ledger\":[");
	for (i = 0; i < ledger->nop; i++)
		put_item(out, i, op_value(ledger, &ledger->op[i]));
	buffer_putc(out, ']');
}

/* ---- carrying out ---- */

struct replay {
	const struct document *transcript;
	bool by_bytes;
	struct encoder *encoder;	/* of the reprint's charset */
	const json_t *rules;
	struct buffer scratch;
};

/* The stretch of the transcript that items 1 and 2 of the operation name. */
static const char *
stretch_of(const struct replay *replay, const json_t *op, size_t *n)
{
	const struct document *doc = replay->transcript;
	const json_t *from = json_array_get(op, 1), *to = json_array_get(op, 2);
	json_int_t start = json_integer_value(from);
	json_int_t end = json_integer_value(to);
	size_t most = replay->by_bytes ? doc->nbyte : doc->ndecoded;

	if (!json_is_integer(from) || !json_is_integer(to) || start < 0 ||
	    start > end || (json_int_t)most < end)
		return NULL;
	*n = (size_t)(end - start);
	return (replay->by_bytes ? doc->bytes : doc->decoded) + start;
}

static bool
add_text(struct replay *replay, const json_t *text, struct buffer *out)
{
	return json_is_string(text) && encoder_add(replay->encoder,
		json_string_value(text), json_string_length(text), out);
}

static const char *
replay_copy(struct replay *replay, const json_t *op, struct buffer *out)
{
	size_t n;
	const char *bytes = stretch_of(replay, op, &n);

	if (!bytes)
		return "names a stretch that the transcript does not have";
	if (replay->by_bytes)
		buffer_add(out, bytes, n);
	else if (!encoder_add(replay->encoder, bytes, n, out))
		return "copies what the reprint's encoding cannot write";
	return NULL;
}

static const char *
replay_rule(struct replay *replay, const json_t *op, struct buffer *out)
{
	const json_t *index = json_array_get(op, 3);
	const json_t *rule = json_is_integer(index) &&
		json_integer_value(index) >= 0 ? json_array_get(replay->rules,
			(size_t)json_integer_value(index)) : NULL;
	const json_t *from = json_object_get(rule, "from");
	size_t n;
	const char *bytes = stretch_of(replay, op, &n);
	bool sound = json_is_string(from);

	if (!rule)
		return "names a rule that there is not";
	if (!bytes)
		return "names a stretch that the transcript does not have";
	replay->scratch.len = 0;
	if (sound && !replay->by_bytes)
		buffer_add(&replay->scratch, json_string_value(from),
			json_string_length(from));
	else if (sound)
		sound = add_text(replay, from, &replay->scratch);
	if (!sound || replay->scratch.len != n ||
	    (n && memcmp(replay->scratch.data, bytes, n)))
		return "has a rule for other words than the transcript has";
	if (!add_text(replay, json_object_get(rule, "to"), out))
		return "has a rule that the reprint's encoding cannot write";
	return NULL;
}

static const char *
replay_literal(struct replay *replay, const json_t *op, struct buffer *out)
{
	const json_t *literal = json_array_get(op, 1);
	const json_t *base64 = json_object_get(literal, BASE64);

	if (json_is_string(base64) &&
	    base64_decode(json_string_value(base64),
		json_string_length(base64), out))
		return NULL;
	if (add_text(replay, literal, out))
		return NULL;
	return "has text that the reprint's encoding cannot write";
}

static const struct {
	const char *(*run)(struct replay *replay, const json_t *op,
		struct buffer *out);
	size_t size;			/* items, the name among them */
} replays[LEDGER_TYPES] = {
	[LEDGER_COPY] = { replay_copy, 3 },
	[LEDGER_RULE] = { replay_rule, 4 },
	[LEDGER_EDIT] = { replay_literal, 2 },
	[LEDGER_OWN] = { replay_literal, 2 }
};

/* Appends what the operation gives; or says what is wrong with it. */
static const char *
replay_op(struct replay *replay, const json_t *op, struct buffer *out)
{
	const char *name = json_string_value(json_array_get(op, 0));
	int type;

	for (type = 0; name && type < LEDGER_TYPES; type++)
		if (!strcmp(name, ledger_names[type]))
			return json_array_size(op) != replays[type].size ?
				"has too few or too many members" :
				replays[type].run(replay, op, out);
	return "is none that there is";
}

/* ---- the check of a report by itself ---- */

static json_t *
rules_value(const struct ledger *ledger)
{
	json_t *rules = json_array();
	size_t i;

	for (i = 0; i < ledger->nrule; i++)
		json_array_append_new(rules, rule_value(ledger,
			&ledger->rule[i]));
	return rules;
}

static int
check_ops(const struct ledger *ledger, struct replay *replay,
	struct error *err)
{
	const struct document *reprint = ledger->comparison->doc[REPRINT];
	struct buffer out = BUFFER_INIT;
	const char *wrong = NULL;
	size_t i, at = 0;

	for (i = 0; i < ledger->nop && !wrong; i++) {
		json_t *op = op_value(ledger, &ledger->op[i]);

		out.len = 0;
		wrong = replay_op(replay, op, &out);
		json_decref(op);
		if (!wrong && (out.len > reprint->nbyte - at ||
		    memcmp(out.data, reprint->bytes + at, out.len)))
			wrong = "gives other bytes than the reprint's";
		at += out.len;
	}
	if (!wrong && at != reprint->nbyte)
		wrong = "is the last, and more is in the reprint";
	buffer_release(&out);
	if (!wrong)
		return 0;
	return error_set(err, "The report does not account for %s byte by "
		"byte: operation %zu of its ledger %s. This is a fault of "
		"verbatim; please report it.", reprint->name, i, wrong);
}

int
certificate_check(const struct ledger *ledger, struct error *err)
{
	const struct document *const *doc = ledger->comparison->doc;
	struct replay replay = { .transcript = doc[TRANSCRIPT],
		.by_bytes = ledger->by_bytes,
		.encoder = encoder_new(doc[REPRINT]->encoding) };
	json_t *rules;
	int rc;

	jansson_start();
	replay.rules = rules = rules_value(ledger);
	rc = check_ops(ledger, &replay, err);
	json_decref(rules);
	encoder_free(replay.encoder);
	buffer_release(&replay.scratch);
	return rc;
}

/* ---- reading ---- */

/* No file is larger that a report was made of. */
#define FILE_MOST ((json_int_t)1 << 30)

struct certificate {
	const char *name;		/* of the report */
	json_t *report;
	const char *encoding[2], *sum[2];
	json_int_t nbyte[2];
	const json_t *rules, *ledger;
	bool by_bytes;
};

static json_t *
load(FILE *file, const char *name, struct error *err)
{
	json_error_t why;
	json_t *report;

	jansson_start();
	report = json_loadf(file, JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES,
		&why);
	if (!report)
		error_set(err, "%s is no report: line %d: %s.", name, why.line,
			why.text);
	return report;
}

static json_t *
load_path(const char *path, struct error *err)
{
	FILE *file = fopen(path, "r");
	json_t *report;

	if (!file) {
		error_set(err, "Cannot read %s: %s.", path, strerror(errno));
		return NULL;
	}
	report = load(file, path, err);
	fclose(file);
	return report;
}

static bool
read_file_entry(struct certificate *certificate, enum side side)
{
	static const char *const names[] = { "reprint", "transcript" };
	const json_t *file = json_object_get(certificate->report, names[side]);
	const json_t *size = json_object_get(file, "bytes");

	certificate->encoding[side] = json_string_value(
		json_object_get(file, "encoding"));
	certificate->sum[side] = json_string_value(
		json_object_get(file, "sha256"));
	certificate->nbyte[side] = json_integer_value(size);
	return certificate->encoding[side] && certificate->sum[side] &&
		json_is_integer(size) && certificate->nbyte[side] >= 0 &&
		certificate->nbyte[side] <= FILE_MOST;
}

static int
read_frame(struct certificate *certificate, struct error *err)
{
	const json_t *report = certificate->report;
	const char *format = json_string_value(
		json_object_get(report, "format"));
	const char *spans = json_string_value(
		json_object_get(report, "ledger_spans"));

	if (!format || strcmp(format, "verbatim-report"))
		return error_set(err, "%s is no report of verbatim's.",
			certificate->name);
	if (json_integer_value(json_object_get(report, "version")) != 1)
		return error_set(err, "%s is a report of another version "
			"than this verbatim reads, which is 1.",
			certificate->name);
	certificate->rules = json_object_get(report, "rules");
	certificate->ledger = json_object_get(report, "ledger");
	certificate->by_bytes = spans && !strcmp(spans, BY_BYTES);
	if (!read_file_entry(certificate, REPRINT) ||
	    !read_file_entry(certificate, TRANSCRIPT) ||
	    !json_is_array(certificate->rules) ||
	    !json_is_array(certificate->ledger) ||
	    (!certificate->by_bytes && (!spans || strcmp(spans, BY_TEXT))))
		return error_set(err, "The report %s has no ledger that can "
			"be read.", certificate->name);
	return 0;
}

struct certificate *
certificate_open(const char *path, struct error *err)
{
	struct certificate *certificate =
		memory_alloc(1, sizeof(*certificate));
	bool is_path = strcmp(path, "-");

	certificate->name = is_path ? path : "standard input";
	certificate->report = is_path ? load_path(path, err) :
		load(stdin, certificate->name, err);
	if (certificate->report && !read_frame(certificate, err))
		return certificate;
	certificate_free(certificate);
	return NULL;
}

void
certificate_free(struct certificate *certificate)
{
	if (!certificate)
		return;
	json_decref(certificate->report);
	free(certificate);
}

const char *
certificate_encoding(const struct certificate *certificate)
{
	return certificate->encoding[TRANSCRIPT];
}

static bool
is_file(const struct certificate *certificate, enum side side,
	const char *bytes, size_t n)
{
	char sum[SHA256_HEX];

	if ((json_int_t)n != certificate->nbyte[side])
		return false;
	sha256_hex(bytes, n, sum);
	return !strcmp(sum, certificate->sum[side]);
}

static int
replay_all(const struct certificate *certificate, struct replay *replay,
	struct buffer *out, struct error *err)
{
	size_t i, start = out->len, n = json_array_size(certificate->ledger);

	for (i = 0; i < n; i++) {
		const char *wrong = replay_op(replay,
			json_array_get(certificate->ledger, i), out);

		if (!wrong && (json_int_t)(out->len - start) >
		    certificate->nbyte[REPRINT])
			wrong = "makes it longer than the reprint was";
		if (wrong)
			return error_set(err, "Operation %zu of the ledger "
				"of %s %s.", i + 1, certificate->name, wrong);
	}
	if (!is_file(certificate, REPRINT, out->len > start ? out->data +
	    start : "", out->len - start))
		return error_set(err, "The ledger of %s does not give the "
			"reprint that the report speaks of: its length or "
			"SHA-256 is another.", certificate->name);
	return 0;
}

int
certificate_replay(const struct certificate *certificate,
	const struct document *transcript, struct buffer *out,
	struct error *err)
{
	struct replay replay = { .transcript = transcript,
		.by_bytes = certificate->by_bytes,
		.rules = certificate->rules,
		.encoder = encoder_new(certificate->encoding[REPRINT]) };
	size_t start = out->len;
	int rc = -1;

	if (!is_file(certificate, TRANSCRIPT, transcript->bytes,
	    transcript->nbyte))
		error_set(err, "%s is not the transcript that %s was made "
			"with: its length or SHA-256 is another.",
			transcript->name, certificate->name);
	else if (!replay.encoder)
		error_set(err, "There is no encoding %s, which %s says that "
			"the reprint has.", certificate->encoding[REPRINT],
			certificate->name);
	else
		rc = replay_all(certificate, &replay, out, err);
	if (rc)
		out->len = start;
	encoder_free(replay.encoder);
	buffer_release(&replay.scratch);
	return rc;
}
