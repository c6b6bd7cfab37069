/*
 * The contract with other programs: names and meanings stay as they are.
 *
 * The frame is printed by hand and each item dumped by jansson as soon as it
 * is made, so that a report of a million findings takes the memory of one; an
 * item a line makes two reports easy to compare.  Spans are in bytes of the
 * file as it was given.
 */
#include "config.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/jansson.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "compare/ledger.h"
#include "report/certificate.h"
#include "report/formats.h"
#include "report/json.h"
#include "report/value.h"
#include "text/input.h"

#define VERSION_OF_FORMAT 1

/* Items of an array, one a line. */
static void
dump_item(struct buffer *out, size_t index, json_t *value)
{
	buffer_puts(out, index ? ",\n" : "\n");
	value_dump(out, value);
}

static void
dump_member(struct buffer *out, const char *name, json_t *value)
{
	buffer_printf(out, ",\n\"%s\":", name);
	value_dump(out, value);
}

static json_t *
paragraph_value(const struct document *doc, const struct paragraph *paragraph,
	bool body)
{
	json_t *value = value_span(doc, paragraph->span);
	const char *speaker = paragraph->speaker == NO_SPEAKER ? NULL :
		doc->speakers[paragraph->speaker].name;

	json_object_set_new(value, "line", json_integer(
		document_place(doc, paragraph->span).line));
	json_object_set_new(value, "speaker", value_string(speaker));
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

	buffer_printf(out, ",\n\"%s\":{\"path\":", value_sides[side]);
	value_dump(out, value_string(doc->name));
	dump_member(out, "encoding", value_string(doc->encoding));
	dump_member(out, "media_type", value_string(doc->format->media_type));
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
		json_object_set_new(value, value_sides[side],
			piece->has[side] ?
			value_span(cmp->doc[side], piece->tile[side]) :
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

static void
put_findings(struct buffer *out, const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	size_t i;

	buffer_puts(out, ",\n\"findings\":[");
	for (i = 0; i < cmp->nfinding; i++)
		dump_item(out, i, value_finding(review, &cmp->findings[i]));
	buffer_putc(out, ']');
}

static json_t *
orphan_value(const struct decision *orphan)
{
	json_t *value = json_object();
	int side;

	json_object_set_new(value, "id", value_id(orphan->finding));
	json_object_set_new(value, "kind", value_string(orphan->kind));
	for (side = REPRINT; side <= TRANSCRIPT; side++)
		json_object_set_new(value, value_sides[side],
			value_string(orphan->reading[side]));
	json_object_set_new(value, "decision", value_decision(orphan));
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
		"from", value_string(pattern->from),
		"to", value_string(pattern->to),
		"chain", value_string(first->explanation.chain),
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
			value_id(finding->id));
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
		json_t *value = value_span(doc, zone->span);

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

void
json_put_string(struct buffer *out, const char *text)
{
	jansson_start();
	value_dump(out, value_string(text));
}

void
json_put_summary(struct buffer *out, const struct review *review,
	const struct ledger *ledger)
{
	jansson_start();
	value_dump(out, value_summary(review, ledger));
}

void
report_json(const struct review *review, const struct report_options *options,
	struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	struct ledger *ledger = cmp->relation == ALONE ? NULL :
		ledger_new(review_whole(review));

	(void)options;
	jansson_start();
	buffer_printf(out, "{\"format\":\"verbatim-report\",\n\"version\":%d",
		VERSION_OF_FORMAT);
	dump_member(out, "generator", json_pack("{s:s,s:s}",
		"name", "verbatim", "version", PACKAGE_VERSION));
	put_document(out, cmp, REPRINT);
	if (cmp->relation != ALONE)
		put_document(out, cmp, TRANSCRIPT);
	else
		dump_member(out, value_sides[TRANSCRIPT], json_null());
	put_alignment(out, cmp);
	put_findings(out, review);
	put_orphans(out, review);
	put_patterns(out, cmp);
	put_zones(out, cmp);
	if (ledger)
		certificate_write(ledger, out);
	dump_member(out, "summary", value_summary(review, ledger));
	ledger_free(ledger);
	buffer_puts(out, "}\n");
}
