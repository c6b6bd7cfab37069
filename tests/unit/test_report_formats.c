/* The formats that other programs read, as far as no parser of theirs is
 * wanted; tests/run-formats has the rest. */
#include "config.h"

#include "report/report.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "desk.h"
#include "fixture.h"
#include "report/brief.h"
#include "report/xml.h"

struct sitting {
	struct fixture fixture;
	struct desk desk;
	struct arena arena;
	struct buffer out;
};

/* "five" was accepted to be "nine"; the other two are open. */
static void
sitting_init(struct sitting *sitting)
{
	struct fixture *fixture = &sitting->fixture;
	struct decision decision;
	struct error err;

	fixture_init(fixture, "Dé: Good. We have nine boats.\n\n[a](b) @all\n",
		"Dé: Good. We have five ships.\n\n{0} <b>\n");
	fixture_piece(fixture, CHANGED, "Dé: Good. We have nine boats.",
		"Dé: Good. We have five ships.");
	fixture_words(fixture, "wording.number", "nine", "five");
	fixture_words(fixture, "wording.substitution", "boats", "ships");
	fixture_words(fixture, "typography.markup", "[a](b) @all",
		"{0} <b>")->message = "Says “[a](b) @all {0}”; 100%, a:b,c.";
	fixture_end(fixture);
	fixture->doc[REPRINT]->name = ".//a, b/100%.txt";
	desk_init(&sitting->desk);
	arena_init(&sitting->arena);
	fixture->review.store = desk_open(&sitting->desk);
	decision = review_decide(&fixture->review,
		&fixture->comparison.findings[0], ACCEPTED, "Ann",
		"# no, ]]> ::x", &sitting->arena);
	cr_assert_eq(store_add(fixture->review.store, &decision, 1, &err), 0);
	memset(&sitting->out, 0, sizeof(sitting->out));
}

static void
sitting_release(struct sitting *sitting)
{
	buffer_release(&sitting->out);
	store_free(sitting->fixture.review.store);
	arena_release(&sitting->arena);
	desk_release(&sitting->desk);
	fixture_release(&sitting->fixture);
}

static const char *
print(struct sitting *sitting, const char *name, bool verbose)
{
	const struct report_options options = { .width = 80,
		.verbose = verbose };
	const struct report_format *format = report_format_find(name);

	sitting->out.len = 0;
	if (format->one.opening)
		buffer_puts(&sitting->out, format->one.opening);
	format->write(&sitting->fixture.review, &options, &sitting->out);
	return sitting->out.data;
}

static void
assert_says(const char *text, const char *part, bool says)
{
	cr_assert_eq(!!strstr(text, part), says, "“%s” in:\n%s", part, text);
}

#define HAS(text, part) assert_says((text), (part), true)
#define LACKS(text, part) assert_says((text), (part), false)

Test(report_formats, jsonl_has_a_finding_a_line_and_a_summary_last)
{
	struct sitting it;
	const char *text, *last;

	sitting_init(&it);
	text = print(&it, "jsonl", false);
	cr_assert_not(strncmp(text, "{\"type\":\"finding\",\"id\":\"", 24));
	last = strstr(text, "\n{\"type\":\"summary\",");
	cr_assert(last);
	HAS(last, "\"findings\":3,\"status\":1,");
	cr_assert_eq(strchr(last + 1, '\n'), text + it.out.len - 1);
	sitting_release(&it);
}

Test(report_formats, github_escapes_and_leaves_notes_and_the_accepted_out)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	text = print(&it, "github", false);
	HAS(text, "::error file=a%2C b/100%25.txt,line=1,endLine=1,col=24,"
		"endColumn=29,title=wording.substitution::Something");
	HAS(text, "title=verbatim::");
	HAS(text, " 1 accepted. 1 note: --verbose lists them.\n");
	LACKS(text, "wording.number");
	LACKS(text, "typography");
	text = print(&it, "github", true);
	HAS(text, "::notice file=a%2C b/100%25.txt,line=3,endLine=3,col=1,"
		"endColumn=12,title=typography.markup::Says “[a](b) @all "
		"{0}”; 100%25, a:b,c.\n");
	sitting_release(&it);
}

Test(report_formats, gitlab_leaves_the_accepted_out)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	text = print(&it, "gitlab", false);
	HAS(text, "\"check_name\":\"wording.substitution\"");
	HAS(text, "\"severity\":\"major\",\"location\":{\"path\":"
		"\"a, b/100%.txt\",\"lines\":{\"begin\":1,\"end\":1}}}");
	LACKS(text, "wording.number");
	sitting_release(&it);
}

Test(report_formats, sarif_encodes_paths_escapes_and_suppresses)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	text = print(&it, "sarif", false);
	HAS(text, "\"uri\":\"a%2C%20b/100%25.txt\"");
	HAS(text, "\"text\":\"Says “\\\\[a\\\\](b) @all {{0}}”; "
		"100%, a:b,c.\"");
	HAS(text, "\"suppressions\":[{\"kind\":\"external\",\"status\":"
		"\"accepted\",\"justification\":\"accepted by Ann, ");
	HAS(text, "\"suppressions\":[],\"properties\":{\"verdict\":\"open\","
		"\"fails\":true}");
	HAS(text, "\"columnKind\":\"unicodeCodePoints\"");
	HAS(text, "\"startLine\":1,\"startColumn\":24,\"endLine\":1,"
		"\"endColumn\":29");
	LACKS(text, "helpUri");
	sitting_release(&it);
}

Test(report_formats, sarif_has_what_weighs_first)
{
	struct sitting it;
	const char *text, *error, *accepted, *note;

	sitting_init(&it);
	text = print(&it, "sarif", false);
	error = strstr(text, "\"ruleId\":\"wording.substitution\"");
	accepted = strstr(text, "\"ruleId\":\"wording.number\"");
	note = strstr(text, "\"ruleId\":\"typography.markup\"");
	cr_assert(error && error < accepted && accepted < note);
	sitting_release(&it);
}

Test(report_formats, junit_fails_skips_and_passes)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	text = print(&it, "junit", false);
	HAS(text, "<testsuite name=\"a, b/100%.txt\" tests=\"4\" "
		"failures=\"1\" errors=\"0\" skipped=\"1\">");
	HAS(text, "<skipped message=\"accepted by Ann, ");
	HAS(text, "# no, ]]&#62; &#60;U+003A&#62;:x\"/>");
	HAS(text, "<failure type=\"wording.substitution\" message=\"");
	HAS(text, "<system-out>Says “[a](b) @all {0}”; 100%");
	sitting_release(&it);
}

Test(report_formats, rdjsonl_counts_bytes)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	text = print(&it, "rdjsonl", false);
	HAS(text, "\"range\":{\"start\":{\"line\":1,\"column\":25},"
		"\"end\":{\"line\":1,\"column\":30}}");
	HAS(text, "\"severity\":\"INFO\"");
	LACKS(text, "wording.number");
	sitting_release(&it);
}

Test(report_formats, tap_plans_skips_and_escapes)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	text = print(&it, "tap", false);
	cr_assert_not(strncmp(text, "TAP version 14\n1..4\nok 1 - ", 27));
	HAS(text, "\nok 2 - wording.number a, b/100%.txt:1:19 # SKIP accepted "
		"by Ann, ");
	HAS(text, ": \\# no, ]]> <U+003A>:x\n");
	HAS(text, "\nnot ok 3 - wording.substitution a, b/100%.txt:1:24\n"
		"  ---\n  message: \"Something");
	HAS(text, "\nok 4 - typography.markup ");
	sitting_release(&it);
}

Test(report_formats, markdown_sets_what_documents_say_as_code)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	text = print(&it, "markdown", true);
	cr_assert_not(strncmp(text, "### ", 4));
	HAS(text, "` a, b/100%.txt ` against ` transcript.txt `\n");
	HAS(text, "[nine ← five] [boats ← ships].");
	HAS(text, "<details><summary>Changed: 1 place</summary>");
	HAS(text, "<details><summary>Accepted: 1 place</summary>");
	HAS(text, "[[a](b) @all ← {0} <b>] `");
	sitting_release(&it);
}

static size_t
count_parts(const char *text, const char *part)
{
	size_t n = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		n++;
	return n;
}

#define MANY 3000

/* A document whose words nobody has twice. */
static void
fill(struct buffer *text, const char *sign)
{
	int i;

	for (i = 0; i < MANY; i++)
		buffer_printf(text, "Line %d has \U0001F642%s%d.\n\n", i, sign,
			i);
}

Test(report_formats, markdown_leaves_out_what_a_comment_has_no_room_for)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct buffer out = BUFFER_INIT;
	const struct report_options options = { .width = 80 };
	struct fixture fixture;
	char words[2][32];
	int i;

	fill(&text[REPRINT], "boats");
	fill(&text[TRANSCRIPT], "ships");
	fixture_init(&fixture, text[REPRINT].data, text[TRANSCRIPT].data);
	for (i = 0; i < MANY; i++) {
		snprintf(words[REPRINT], sizeof(words[0]), "boats%d.", i);
		snprintf(words[TRANSCRIPT], sizeof(words[0]), "ships%d.", i);
		fixture_words(&fixture, "wording.substitution",
			words[REPRINT], words[TRANSCRIPT]);
	}
	fixture_end(&fixture);
	report_format_find("markdown")->write(&fixture.review, &options, &out);
	cr_assert_lt(utf8_count(out.data, out.len), 65536);
	cr_assert_gt(out.len, 50000);
	HAS(out.data, "left out: a comment has room for 65,536 characters.");
	cr_assert_eq(count_parts(out.data, "<details>"),
		count_parts(out.data, "</details>"));
	buffer_release(&text[REPRINT]);
	buffer_release(&text[TRANSCRIPT]);
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_formats, xml_has_no_mark_of_its_own_left)
{
	struct buffer out = BUFFER_INIT;
	const char text[] = "a<b>&\"'é]]>";

	xml_add(&out, text, strlen(text));
	cr_assert_str_eq(out.data, "a&#60;b&#62;&#38;&#34;&#39;é]]&#62;");
	buffer_release(&out);
}

Test(report_formats, a_brief_place_ends_behind_its_last_character)
{
	struct fixture fixture;
	struct brief_place place;

	fixture_init(&fixture, "One é\ntwo.\n", "One é\nsix.\n");
	fixture_words(&fixture, "wording.substitution", "é\ntwo", "é\nsix");
	place = brief_place(&fixture.comparison,
		&fixture.comparison.findings[0]);
	cr_assert_eq(place.start.line, 1);
	cr_assert_eq(place.start.column, 5);
	cr_assert_eq(place.end.line, 2);
	cr_assert_eq(place.end.column, 4);
	fixture_release(&fixture);
}
