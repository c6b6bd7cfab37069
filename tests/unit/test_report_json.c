#include "config.h"

#include "report/report.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <locale.h>
#include <string.h>

#include "fixture.h"

static const char reprint[] =
	"By our reporter\n\nMS. VALE: Good evening. We have nine boats.\n";
static const char transcript[] =
	"MS. VALE: Good evening. We have five boats.\n";

static void
print(const struct fixture *fixture, struct buffer *out)
{
	const struct report_options options = { .width = 80 };

	out->len = 0;
	report_format_find("json")->write(&fixture->review, &options, out);
}

static json_t *
parse(const struct fixture *fixture)
{
	struct buffer out = BUFFER_INIT;
	json_error_t error;
	json_t *report;

	print(fixture, &out);
	report = json_loadb(out.data, out.len,
		JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
	cr_assert(report, "line %d: %s", error.line, error.text);
	buffer_release(&out);
	return report;
}

static void
boats(struct fixture *fixture)
{
	struct finding *finding;

	fixture_init(fixture, reprint, transcript);
	fixture_piece(fixture, REPRINT_ONLY, "By our reporter", NULL);
	fixture_piece(fixture, CHANGED,
		"MS. VALE: Good evening. We have nine boats.",
		"MS. VALE: Good evening. We have five boats.");
	fixture->comparison.pieces[1].similarity = 0.8756f;
	finding = fixture_words(fixture, "wording.number", "nine", "five");
	finding->id = 0xABC;
	finding->explanation.restored = "five";
	finding->explanation.calendar = "it was a Friday";
	finding = fixture_finding(fixture, "insertion.apparatus",
		fixture_span(fixture, REPRINT, "By our reporter"),
		(struct span){ 0, 0 });
	finding->has[TRANSCRIPT] = false;
	fixture_end(fixture);
}

static const char *
string_at(const json_t *value, const char *name)
{
	const char *text = json_string_value(json_object_get(value, name));

	return text ? text : "(none)";
}

static json_int_t
integer_at(const json_t *value, const char *name)
{
	return json_integer_value(json_object_get(value, name));
}

Test(report_json, it_says_what_it_is)
{
	struct fixture fixture;
	json_t *report;

	boats(&fixture);
	report = parse(&fixture);
	cr_assert_str_eq(string_at(report, "format"), "verbatim-report");
	cr_assert_eq(integer_at(report, "version"), 1);
	cr_assert_str_eq(string_at(json_object_get(report, "generator"),
		"name"), "verbatim");
	json_decref(report);
	fixture_release(&fixture);
}

Test(report_json, a_finding_has_all_that_is_promised)
{
	struct fixture fixture;
	json_t *report, *finding, *place;

	boats(&fixture);
	report = parse(&fixture);
	finding = json_array_get(json_object_get(report, "findings"), 1);
	cr_assert_str_eq(string_at(finding, "id"), "0000000000000abc");
	cr_assert_str_eq(string_at(finding, "kind"), "wording.number");
	cr_assert_str_eq(string_at(finding, "severity"), "error");
	cr_assert_str_eq(string_at(finding, "verdict"), "open");
	cr_assert_str_eq(string_at(finding, "message"), "Something differs.");
	cr_assert_str_eq(string_at(json_object_get(finding, "explanation"),
		"restored"), "five");
	cr_assert_str_eq(string_at(json_object_get(finding, "explanation"),
		"calendar"), "it was a Friday");
	place = json_object_get(finding, "reprint");
	cr_assert_str_eq(string_at(place, "text"), "nine");
	cr_assert_eq(integer_at(place, "start"), 49);
	cr_assert_eq(integer_at(place, "end"), 53);
	cr_assert_eq(integer_at(place, "line"), 3);
	cr_assert_eq(integer_at(place, "column"), 33);
	json_decref(report);
	fixture_release(&fixture);
}

Test(report_json, a_side_without_a_place_is_null)
{
	struct fixture fixture;
	json_t *report, *finding, *piece;

	boats(&fixture);
	report = parse(&fixture);
	finding = json_array_get(json_object_get(report, "findings"), 0);
	cr_assert(json_is_null(json_object_get(finding, "transcript")));
	piece = json_array_get(json_object_get(report, "alignment"), 0);
	cr_assert(json_is_null(json_object_get(piece, "transcript")));
	cr_assert_str_eq(string_at(piece, "relation"), "reprint-only");
	json_decref(report);
	fixture_release(&fixture);
}

Test(report_json, paragraphs_have_a_speaker_and_a_role)
{
	struct fixture fixture;
	json_t *report, *paragraphs;

	boats(&fixture);
	report = parse(&fixture);
	paragraphs = json_object_get(json_object_get(report, "reprint"),
		"paragraphs");
	cr_assert_eq(json_array_size(paragraphs), 2);
	cr_assert_str_eq(string_at(json_array_get(paragraphs, 0), "role"),
		"apparatus");
	cr_assert(json_is_null(json_object_get(json_array_get(paragraphs, 0),
		"speaker")));
	cr_assert_str_eq(string_at(json_array_get(paragraphs, 1), "role"),
		"body");
	cr_assert_str_eq(string_at(json_array_get(paragraphs, 1), "speaker"),
		"MS. VALE");
	json_decref(report);
	fixture_release(&fixture);
}

Test(report_json, the_summary_counts)
{
	struct fixture fixture;
	json_t *report, *summary;

	boats(&fixture);
	report = parse(&fixture);
	summary = json_object_get(report, "summary");
	cr_assert(json_is_false(json_object_get(summary, "verbatim")));
	cr_assert_str_eq(string_at(summary, "relation"), "reprint");
	cr_assert_eq(integer_at(json_object_get(summary, "counts"),
		"wording.number"), 1);
	cr_assert_eq(integer_at(json_object_get(summary, "severities"),
		"error"), 1);
	cr_assert_eq(integer_at(json_object_get(summary, "severities"),
		"warning"), 0);
	json_decref(report);
	fixture_release(&fixture);
}

Test(report_json, patterns_name_their_findings)
{
	struct fixture fixture;
	json_t *report, *pattern;

	boats(&fixture);
	report = parse(&fixture);
	pattern = json_array_get(json_object_get(report, "patterns"), 1);
	cr_assert_str_eq(string_at(pattern, "from"), "five");
	cr_assert_str_eq(string_at(pattern, "to"), "nine");
	cr_assert_str_eq(json_string_value(json_array_get(json_object_get(
		pattern, "findings"), 0)), "0000000000000abc");
	json_decref(report);
	fixture_release(&fixture);
}

Test(report_json, numbers_are_short_and_never_the_locales)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	setlocale(LC_ALL, "de_DE.UTF-8");
	boats(&fixture);
	print(&fixture, &out);
	cr_assert(strstr(out.data, "\"similarity\":0.876}"));
	setlocale(LC_ALL, "C");
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_json, the_same_input_gives_the_same_bytes)
{
	struct fixture fixture;
	struct buffer one = BUFFER_INIT, two = BUFFER_INIT;

	boats(&fixture);
	print(&fixture, &one);
	print(&fixture, &two);
	cr_assert_str_eq(one.data, two.data);
	buffer_release(&one);
	buffer_release(&two);
	fixture_release(&fixture);
}

Test(report_json, a_finding_is_a_line)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	const char *line;

	boats(&fixture);
	print(&fixture, &out);
	line = strstr(out.data, "\n{\"id\":\"0000000000000abc\"");
	cr_assert(line);
	cr_assert(strstr(line + 1, "\"verdict\":\"open\"") <
		strchr(line + 1, '\n'));
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_json, spans_are_in_bytes_of_the_file)
{
	/* UTF-16, little-endian, with a byte order mark: "a é b" */
	static const char bytes[] = "\xFF\xFE" "a\0 \0\xE9\0 \0b\0";
	struct fixture fixture;
	struct error err;
	json_t *report, *place;

	fixture_init(&fixture, "a e b\n", "a e b\n");
	document_free(fixture.doc[REPRINT]);
	fixture.doc[REPRINT] = document_from_bytes("wide.txt", bytes,
		sizeof(bytes) - 1, NULL, fixture.keys, &err);
	cr_assert(fixture.doc[REPRINT]);
	fixture.comparison.doc[REPRINT] = fixture.doc[REPRINT];
	fixture_words(&fixture, "wording.spelling", "é", "e");
	fixture_end(&fixture);
	report = parse(&fixture);
	place = json_object_get(json_array_get(json_object_get(report,
		"findings"), 0), "reprint");
	cr_assert_eq(integer_at(place, "start"), 6);
	cr_assert_eq(integer_at(place, "end"), 8);
	cr_assert_eq(integer_at(place, "column"), 3);
	cr_assert_str_eq(string_at(place, "text"), "é");
	json_decref(report);
	fixture_release(&fixture);
}

Test(report_json, a_nul_survives_and_a_name_may_be_any_bytes)
{
	static const char bytes[] = "a \0b c\n";
	const struct document_options utf8 = { .encoding = "UTF-8" };
	struct fixture fixture;
	struct error err;
	json_t *report, *text;

	fixture_init(&fixture, "a b c\n", "a b c\n");
	document_free(fixture.doc[REPRINT]);
	fixture.doc[REPRINT] = document_from_bytes("x\xFFy", bytes,
		sizeof(bytes) - 1, &utf8, fixture.keys, &err);
	cr_assert(fixture.doc[REPRINT]);
	fixture.comparison.doc[REPRINT] = fixture.doc[REPRINT];
	fixture_finding(&fixture, "encoding.control",
		(struct span){ 2, 4 }, (struct span){ 2, 3 });
	fixture_end(&fixture);
	report = parse(&fixture);
	text = json_object_get(json_object_get(json_array_get(
		json_object_get(report, "findings"), 0), "reprint"), "text");
	cr_assert_eq(json_string_length(text), 2);
	cr_assert(!memcmp(json_string_value(text), "\0b", 2));
	cr_assert_str_eq(string_at(json_object_get(report, "reprint"),
		"path"), "x\uFFFDy");
	json_decref(report);
	fixture_release(&fixture);
}
