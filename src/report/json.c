/*
 * The contract with other programs: names and meanings stay as they are.
 *
 * The frame is printed by hand and each item dumped by jansson as soon as it
 * is made, so that a report of a million findings takes the memory of one; an
 * item a line makes two reports easy to compare.  Spans are in bytes of the
 * file as it was given.
 */
#include "config.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "compare/ledger.h"
#include "report/certificate.h"
#include "report/formats.h"
#include "text/input.h"

#define VERSION_OF_FORMAT 1
#define ID_SIZE 17

static const char *const side_names[] = { "reprint", "transcript" };

/* One that does not fail, as everywhere in the program. */
static void *
allocate(size_t n)
{
	return memory_alloc(n, 1);
}

/* Appends the value on a line of its own and gives it back. */
static void
dump(struct buffer *out, json_t *value)
{
	char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY |
		JSON_REAL_PRECISION(6));

	buffer_puts(out, text);
	free(text);
	json_decref(value);
}

/* Items of an array, one a line. */
static void
dump_item(struct buffer *out, size_t index, json_t *value)
{
	buffer_puts(out, index ? ",\n" : "\n");
	dump(out, value);
}

static void
dump_member(struct buffer *out, const char *name, json_t *value)
{
	buffer_printf(out, ",\n\"%s\":", name);
	dump(out, value);
}

/* Documents are UTF-8; the name of a file may be anything. */
static json_t *
text_value(const char *text, size_t n)
{
	json_t *value = json_stringn(text, n);
	struct buffer sound = BUFFER_INIT;
	const char *p = text, *end = text + n;

	if (value)
		return value;
	while (p < end) {
		unsigned len;

		buffer_put_code(&sound, utf8_decode(p, end, &len));
		p += len;
	}
	value = json_stringn(sound.data, sound.len);
	buffer_release(&sound);
	return value;
}

static json_t *
string_value(const char *text)
{
	return text ? text_value(text, strlen(text)) : json_null();
}

static json_t *
span_value(const struct document *doc, struct span span)
{
	struct span source = document_source(doc, span);

	return json_pack("{s:I,s:I}", "start", (json_int_t)source.start,
		"end", (json_int_t)source.end);
}

static json_t *
paragraph_value(const struct document *doc, const struct paragraph *paragraph,
	bool body)
{
	json_t *value = span_value(doc, paragraph->span);
	const char *speaker = paragraph->speaker == NO_SPEAKER ? NULL :
		doc->speakers[paragraph->speaker].name;

	json_object_set_new(value, "line", json_integer(
		document_place(doc, paragraph->span).line));
	json_object_set_new(value, "speaker", string_value(speaker));
	json_object_set_new(value, "role",
		json_string(body ? "body" : "apparatus"));
	return value;
}

static void
put_document(struct buffer *out, const struct comparison *cmp, enum side side)
{
	const struct document *doc = cmp->doc[side];
	char sum[SHA256_HEX];
	size_t i;

	buffer_printf(out, ",\n\"%s\":{\"path\":", side_names[side]);
	dump(out, string_value(doc->name));
	dump_member(out, "encoding", string_value(doc->encoding));
	dump_member(out, "media_type", string_value(doc->format->media_type));
	dump_member(out, "bytes", json_integer((json_int_t)doc->nbyte));
	sha256_hex(doc->bytes, doc->nbyte, sum);
	dump_member(out, "sha256", json_string(sum));
	dump_member(out, "words", json_integer((json_int_t)doc->nword));
	dump_member(out, "extracted", json_boolean(doc->extracted));
	buffer_puts(out, ",\n\"paragraphs\":[");
	for (i = 0; i < doc->nparagraph; i++)
		dump_item(out, i, paragraph_value(doc, &doc->paragraphs[i],
			side == TRANSCRIPT || cmp->body[i]));
	buffer_puts(out, "]}");
}

static json_t *
piece_value(const struct comparison *cmp, const struct piece *piece)
{
	json_t *value = json_object();
	int side;

	json_object_set_new(value, "relation",
		json_string(relation_names[piece->relation]));
	for (side = REPRINT; side <= TRANSCRIPT; side++)
		json_object_set_new(value, side_names[side],
			piece->has[side] ?
			span_value(cmp->doc[side], piece->tile[side]) :
			json_null());
	json_object_set_new(value, "similarity", json_real(
		(int)(piece->similarity * 1000 + 0.5) / 1000.0));
	return value;
}

static void
put_alignment(struct buffer *out, const struct comparison *cmp)
{
	size_t i;

	buffer_puts(out, ",\n\"alignment\":[");
	for (i = 0; cmp->relation != ALONE && i < cmp->npiece; i++)
		dump_item(out, i, piece_value(cmp, &cmp->pieces[i]));
	buffer_putc(out, ']');
}

static json_t *
place_value(const struct document *doc, struct span span)
{
	struct place place = document_place(doc, span);
	json_t *value = span_value(doc, span);

	json_object_set_new(value, "line", json_integer(place.line));
	json_object_set_new(value, "column", json_integer(place.column));
	json_object_set_new(value, "text",
		text_value(doc->text + span.start, span_length(span)));
	return value;
}

static json_t *
explanation_value(const struct explanation *explanation)
{
	const struct {
		const char *name, *text;
	} strings[] = {
		{ "codec", explanation->codec },
		{ "restored", explanation->restored },
		{ "chain", explanation->chain },
		{ "certainty", explanation->certainty },
		{ "calendar", explanation->calendar }
	};
	json_t *value = json_object();
	size_t i;

	for (i = 0; i < sizeof(strings) / sizeof(strings[0]); i++)
		if (strings[i].text)
			json_object_set_new(value, strings[i].name,
				string_value(strings[i].text));
	if (explanation->layers)
		json_object_set_new(value, "layers",
			json_integer(explanation->layers));
	return value;
}

static json_t *
id_value(uint64_t id)
{
	char text[ID_SIZE];

	snprintf(text, sizeof(text), "%016" PRIx64, id);
	return json_string(text);
}

static json_t *
decision_value(const struct decision *decision)
{
	char time[TIME_SIZE];

	time_write(decision->time, time);
	return json_pack("{s:s,s:o,s:s,s:o}",
		"verdict", verdicts[decision->verdict].name,
		"reviewer", string_value(decision->reviewer),
		"time", time,
		"note", string_value(decision->note));
}

static json_t *
finding_value(const struct review *review, const struct finding *finding)
{
	const struct comparison *cmp = review->comparison;
	const struct decision *decision = review_decision(review, finding);
	json_t *value = json_object();
	int side;

	json_object_set_new(value, "id", id_value(finding->id));
	json_object_set_new(value, "kind", json_string(finding->kind->name));
	json_object_set_new(value, "severity",
		json_string(severity_names[finding->severity]));
	for (side = REPRINT; side <= TRANSCRIPT; side++)
		json_object_set_new(value, side_names[side],
			finding->has[side] && !(side == TRANSCRIPT &&
				cmp->relation == ALONE) ?
			place_value(cmp->doc[side], finding->span[side]) :
			json_null());
	json_object_set_new(value, "message", string_value(finding->message));
	json_object_set_new(value, "explanation",
		explanation_value(&finding->explanation));
	json_object_set_new(value, "verdict",
		json_string(verdicts[decision ? decision->verdict :
			OPEN].name));
	if (decision)
		json_object_set_new(value, "decision",
			decision_value(decision));
	return value;
}

static void
put_findings(struct buffer *out, const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	size_t i;

	buffer_puts(out, ",\n\"findings\":[");
	for (i = 0; i < cmp->nfinding; i++)
		dump_item(out, i, finding_value(review, &cmp->findings[i]));
	buffer_putc(out, ']');
}

static json_t *
orphan_value(const struct decision *orphan)
{
	json_t *value = json_object();
	int side;

	json_object_set_new(value, "id", id_value(orphan->finding));
	json_object_set_new(value, "kind", string_value(orphan->kind));
	for (side = REPRINT; side <= TRANSCRIPT; side++)
		json_object_set_new(value, side_names[side],
			string_value(orphan->reading[side]));
	json_object_set_new(value, "decision", decision_value(orphan));
	return value;
}

static void
put_orphans(struct buffer *out, const struct review *review)
{
	const struct decision **orphans;
	size_t i, n = review_orphans(review, &orphans);

	buffer_puts(out, ",\n\"orphans\":[");
	for (i = 0; i < n; i++)
		dump_item(out, i, orphan_value(orphans[i]));
	buffer_putc(out, ']');
	free(orphans);
}

static json_t *
pattern_value(const struct comparison *cmp, const struct pattern *pattern)
{
	const struct finding *first = &cmp->findings[pattern->first];

	return json_pack("{s:I,s:s,s:o,s:o,s:o,s:[]}",
		"id", (json_int_t)(pattern - cmp->patterns),
		"kind", pattern->kind->name,
		"from", string_value(pattern->from),
		"to", string_value(pattern->to),
		"chain", string_value(first->explanation.chain),
		"findings");
}

static void
put_patterns(struct buffer *out, const struct comparison *cmp)
{
	json_t **values = memory_alloc(cmp->npattern, sizeof(json_t *));
	size_t i;

	for (i = 0; i < cmp->npattern; i++)
		values[i] = pattern_value(cmp, &cmp->patterns[i]);
	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];

		if (finding->pattern == NO_PATTERN)
			continue;
		json_array_append_new(json_object_get(
			values[finding->pattern], "findings"),
			id_value(finding->id));
	}
	buffer_puts(out, ",\n\"patterns\":[");
	for (i = 0; i < cmp->npattern; i++)
		dump_item(out, i, values[i]);
	buffer_putc(out, ']');
	free(values);
}

static void
put_zones(struct buffer *out, const struct comparison *cmp)
{
	const struct document *doc = cmp->doc[REPRINT];
	size_t i;

	buffer_puts(out, ",\n\"zones\":[");
	for (i = 0; i < cmp->nzone; i++) {
		const struct zone *zone = &cmp->zones[i];
		struct span end = { zone->span.end, zone->span.end };
		json_t *value = span_value(doc, zone->span);

		json_object_set_new(value, "line", json_integer(
			document_place(doc, zone->span).line));
		json_object_set_new(value, "end_line", json_integer(
			document_place(doc, end).line));
		json_object_set_new(value, "sort", json_string(zone->sort));
		json_object_set_new(value, "marks",
			json_integer(zone->nmark));
		dump_item(out, i, value);
	}
	buffer_putc(out, ']');
}

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
			"name", string_value(doc->speakers[i].name),
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

static void
put_summary(struct buffer *out, const struct review *review,
	const struct ledger *ledger)
{
	const struct comparison *cmp = review->comparison;

	dump_member(out, "summary", json_pack("{s:b,s:o,s:o,s:o,s:o,s:o,s:o}",
		"verbatim", cmp->relation == VERBATIM,
		"relation", cmp->relation == ALONE ? json_null() :
			json_string(document_relation_names[cmp->relation]),
		"counts", counts_value(cmp),
		"severities", severities_value(review),
		"verdicts", verdicts_value(review),
		"coverage", ledger ? coverage_value(cmp) : json_null(),
		"ledger_shares", ledger ? shares_value(ledger) :
			json_null()));
}

void
report_json(const struct review *review, const struct report_options *options,
	struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	struct ledger *ledger = cmp->relation == ALONE ? NULL :
		ledger_new(cmp);

	(void)options;
	json_set_alloc_funcs(allocate, free);
	buffer_printf(out, "{\"format\":\"verbatim-report\",\n\"version\":%d",
		VERSION_OF_FORMAT);
	dump_member(out, "generator", json_pack("{s:s,s:s}",
		"name", "verbatim", "version", PACKAGE_VERSION));
	put_document(out, cmp, REPRINT);
	if (cmp->relation != ALONE)
		put_document(out, cmp, TRANSCRIPT);
	else
		dump_member(out, side_names[TRANSCRIPT], json_null());
	put_alignment(out, cmp);
	put_findings(out, review);
	put_orphans(out, review);
	put_patterns(out, cmp);
	put_zones(out, cmp);
	if (ledger)
		certificate_write(ledger, out);
	put_summary(out, review, ledger);
	ledger_free(ledger);
	buffer_puts(out, "}\n");
}
