/*
 * What JSON reports say of a finding is said here once.
 *
 * jansson prints whatever is no control of ASCII as it is.  A terminal obeys
 * others too, and who runs a job obeys what looks like a command of its own
 * anywhere on a line, so these are written as numbers: to who parses it that
 * is the same text.
 */
#include "config.h"

#include "report/value.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "report/escape.h"

#define ID_SIZE 17
#define PLANE 0x10000u

const char *const value_sides[] = { "reprint", "transcript" };

static void
put_number(struct buffer *out, uint32_t code)
{
	if (code < PLANE) {
		buffer_printf(out, "\\u%04X", (unsigned)code);
		return;
	}
	code -= PLANE;
	buffer_printf(out, "\\u%04X\\u%04X", 0xD800 + (unsigned)(code >> 10),
		0xDC00 + (unsigned)(code & 0x3FF));
}

/* Appends JSON, in which only strings can have what is written otherwise. */
static void
put_safe(struct buffer *out, const char *text)
{
	const char *p = text, *end = text + strlen(text);

	while (p < end) {
		const char *plain = p;
		unsigned len = 0;
		uint32_t code = 0;

		for (; p < end; p += len) {
			code = utf8_decode(p, end, &len);
			if (code >= 0x7F ? escape_is_shapeless(code) :
			    code == '#' && escape_is_command(p, end))
				break;
		}
		buffer_add(out, plain, (size_t)(p - plain));
		if (p < end)
			put_number(out, code);
		p += p < end ? len : 0;
	}
}

void
value_dump(struct buffer *out, json_t *value)
{
	char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY |
		JSON_REAL_PRECISION(6));

	put_safe(out, text);
	free(text);
	json_decref(value);
}

/* Documents are UTF-8; the name of a file may be anything. */
json_t *
value_text(const char *text, size_t n)
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

json_t *
value_string(const char *text)
{
	return text ? value_text(text, strlen(text)) : json_null();
}

json_t *
value_span(const struct document *doc, struct span span)
{
	struct span source = document_source(doc, span);

	return json_pack("{s:I,s:I}", "start", (json_int_t)source.start,
		"end", (json_int_t)source.end);
}

json_t *
value_place(const struct document *doc, struct span span)
{
	struct place place = document_place(doc, span);
	json_t *value = value_span(doc, span);

	json_object_set_new(value, "line", json_integer(place.line));
	json_object_set_new(value, "column", json_integer(place.column));
	json_object_set_new(value, "text",
		value_text(doc->text + span.start, span_length(span)));
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
				value_string(strings[i].text));
	if (explanation->layers)
		json_object_set_new(value, "layers",
			json_integer(explanation->layers));
	return value;
}

json_t *
value_id(uint64_t id)
{
	char text[ID_SIZE];

	snprintf(text, sizeof(text), "%016" PRIx64, id);
	return json_string(text);
}

json_t *
value_decision(const struct decision *decision)
{
	char time[TIME_SIZE];

	time_write(decision->time, time);
	return json_pack("{s:s,s:o,s:s,s:o}",
		"verdict", verdicts[decision->verdict].name,
		"reviewer", value_string(decision->reviewer),
		"time", time,
		"note", value_string(decision->note));
}

json_t *
value_finding(const struct review *review, const struct finding *finding)
{
	const struct comparison *cmp = review->comparison;
	const struct decision *decision = review_decision(review, finding);
	json_t *value = json_object();
	int side;

	json_object_set_new(value, "id", value_id(finding->id));
	json_object_set_new(value, "kind", json_string(finding->kind->name));
	json_object_set_new(value, "severity",
		json_string(severity_names[finding->severity]));
	for (side = REPRINT; side <= TRANSCRIPT; side++)
		json_object_set_new(value, value_sides[side],
			finding->has[side] && !(side == TRANSCRIPT &&
				cmp->relation == ALONE) ?
			value_place(cmp->doc[side], finding->span[side]) :
			json_null());
	json_object_set_new(value, "message", value_string(finding->message));
	json_object_set_new(value, "explanation",
		explanation_value(&finding->explanation));
	if (review_known(review, finding))
		json_object_set_new(value, "known",
			json_string(review_known(review, finding)));
	if (review->baseline)
		json_object_set_new(value, "baseline", json_boolean(
			review_in_baseline(review, finding)));
	json_object_set_new(value, "verdict",
		json_string(verdicts[decision ? decision->verdict :
			OPEN].name));
	if (decision)
		json_object_set_new(value, "decision",
			value_decision(decision));
	return value;
}
