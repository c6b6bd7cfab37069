#include "config.h"

#include "report/report.h"

#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "desk.h"
#include "fixture.h"
#include "report/html_text.h"

static const char transcript[] =
	"SECRETARY REED: The talks went well – we all know that – and the "
	"harbour is open. The boats will leave in the morning.\n"
	"\n"
	"SECRETARY REED: Nobody pays for it twice.\n"
	"\n"
	"SECRETARY REED: I can tell you that much.\n"
	"\n"
	"QUESTION: Who pays for it, and from which of the two funds? It was "
	"all in the budget that the house has passed this spring, I think.\n";

static const char reprint[] =
	"SECRETARY REED: The talks went well \"\" we all know that \"\" and "
	"the harbor is open. The boats will leave in the evening.\n"
	"\n"
	"SECRETARY REED: Nobody pays for it twice.\n"
	"\n"
	"SECRETARY REED: I can tell you that much.\n";

static void
print(const struct fixture *fixture, bool verbose, struct buffer *out)
{
	struct report_options options = { .verbose = verbose };

	out->len = 0;
	report_format_find("html")->write(&fixture->review, &options, out);
}

static void
assert_has(const struct buffer *out, const char *words)
{
	cr_assert(strstr(out->data, words), "no “%s” in:\n%s", words,
		out->data);
}

static void
assert_lacks(const struct buffer *out, const char *words)
{
	cr_assert(!strstr(out->data, words), "“%s” in:\n%s", words, out->data);
}

static size_t
count(const struct buffer *out, const char *words)
{
	const char *p = out->data;
	size_t n = 0;

	for (; (p = strstr(p, words)); p++)
		n++;
	return n;
}

/* Two mangled dashes, a spelling, a wrong word, two paragraphs alike, and the
 * last left out. */
static void
excerpt(struct fixture *fixture)
{
	struct span dash, quotes;
	int i;

	fixture_init(fixture, reprint, transcript);
	fixture->comparison.relation = EXCERPT;
	fixture_piece(fixture, CHANGED, "SECRETARY REED: The talks went well "
		"\"\" we all know that \"\" and the harbor is open. The boats "
		"will leave in the evening.", "SECRETARY REED: The talks went "
		"well – we all know that – and the harbour is open. The boats "
		"will leave in the morning.");
	fixture_piece(fixture, EQUAL, "SECRETARY REED: Nobody pays for it "
		"twice.", "SECRETARY REED: Nobody pays for it twice.");
	fixture_piece(fixture, EQUAL, "SECRETARY REED: I can tell you that "
		"much.", "SECRETARY REED: I can tell you that much.");
	fixture_piece(fixture, TRANSCRIPT_ONLY, NULL, "QUESTION: Who pays for "
		"it, and from which of the two funds? It was all in the budget "
		"that the house has passed this spring, I think.");
	for (i = 0; i < 2; i++) {
		quotes = fixture_span(fixture, REPRINT, i ? "\"\" and" :
			"\"\" we");
		dash = fixture_span(fixture, TRANSCRIPT, i ? "– and" : "– we");
		quotes.end = quotes.start + 2;
		dash.end = dash.start + 3;
		fixture_finding(fixture, "encoding.mangled", quotes, dash);
	}
	fixture_words(fixture, "wording.spelling", "harbor", "harbour");
	fixture_words(fixture, "typography.quotes", "open", "open");
	fixture_words(fixture, "wording.substitution", "evening", "morning");
	fixture_finding(fixture, "truncation.tail",
		fixture_behind(fixture, REPRINT, "that much."),
		fixture_span(fixture, TRANSCRIPT, strstr(transcript,
			"QUESTION")));
	fixture_end(fixture);
}

static void
id_of(const struct fixture *fixture, size_t finding, const char *before,
	char text[64])
{
	snprintf(text, 64, "%s%016" PRIx64 "\"", before,
		fixture->comparison.findings[finding].id);
}

Test(report_html, what_could_be_markup_is_none)
{
	struct buffer out = BUFFER_INIT;

	html_text(&out, "<b a='\"'>&amp;", 14);
	cr_expect_str_eq(out.data,
		"&lt;b a=&#39;&quot;&#39;&gt;&amp;amp;");
	buffer_release(&out);
}

Test(report_html, what_does_not_show_is_a_box_with_a_name)
{
	struct buffer out = BUFFER_INIT;

	html_text(&out, "a\xE2\x80\x8B" "b\x1B<", 6);
	cr_expect_str_eq(out.data, "a<abbr class=\"box\" title=\"ZERO WIDTH "
		"SPACE\">U+200B</abbr>b<abbr class=\"box\" "
		"title=\"control-001B\">U+001B</abbr>");
	buffer_release(&out);
}

Test(report_html, a_byte_that_is_no_text_is_a_box)
{
	struct buffer out = BUFFER_INIT;

	html_exact(&out, "\xFF", 1);
	cr_expect_str_eq(out.data, "<abbr class=\"box\" title=\"a byte that is "
		"not UTF-8\">0xFF</abbr>");
	buffer_release(&out);
}

Test(report_html, there_is_no_box_within_an_attribute)
{
	struct buffer out = BUFFER_INIT;

	html_attribute(&out, "\"\xE2\x80\xAE>", 5);
	cr_expect_str_eq(out.data, "&quot;&lt;U+202E&gt;&gt;");
	buffer_release(&out);
}

Test(report_html, white_space_is_made_visible)
{
	struct buffer out = BUFFER_INIT;

	html_blank(&out, "  \xC2\xA0", 4);
	cr_expect_str_eq(out.data, "␣␣<abbr class=\"box\" title=\"NO-BREAK "
		"SPACE\">U+00A0</abbr>");
	out.len = 0;
	html_blank(&out, "\n\n", 2);
	cr_expect_str_eq(out.data, "¶");
	buffer_release(&out);
}

Test(report_html, a_reading_with_a_box_in_it_is_one_element)
{
	struct ink ink = { STYLE_REPRINT, 0, false };
	struct buffer out = BUFFER_INIT;
	struct flow flow;

	html_flow_init(&flow);
	flow_text(&flow, ink, "so\xC2\xAD" "ft", 6, NO_SOURCE);
	flow_end(&flow);
	html_flow(&out, &flow);
	cr_expect_str_eq(out.data, "<ins>so<abbr class=\"box\" title=\"SOFT "
		"HYPHEN\">U+00AD</abbr>ft</ins>");
	flow_release(&flow);
	buffer_release(&out);
}

Test(report_html, the_answer_is_the_heading)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, "<h1><span class=\"warning\">EXCERPT</span>, ");
	cr_expect_eq(count(&out, "<h1>"), 1);
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, each_finding_is_an_anchor_and_a_target)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	char text[64];
	size_t i;

	excerpt(&fixture);
	print(&fixture, false, &out);
	for (i = 0; i < fixture.comparison.nfinding; i++) {
		id_of(&fixture, i, " id=\"f", text);
		cr_expect_eq(count(&out, text), 1, "%s", text);
		id_of(&fixture, i, "href=\"#f", text);
		assert_has(&out, text);
	}
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, a_difference_is_inserted_here_and_deleted_there)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, ">harbor</ins><a class=\"ref warning\"");
	assert_has(&out, "<del class=\"wording warning\">harbour</del>"
		"<span class=\"ref warning\"");
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, a_note_has_no_number)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, ">open</ins>.");
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, what_recurs_is_listed_once_with_its_places)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, "<b>2 places</b> lines <a href=");
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, what_is_alike_is_folded)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, "<details class=\"fold alike\"><summary>"
		"<b>2 paragraphs alike</b>, lines 3–5");
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, what_is_left_out_is_folded_with_its_anchor)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, "<details class=\"fold missing\" id=\"f");
	assert_has(&out, "1 paragraph left out</b>: QUESTION, line 7");
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, verbose_leaves_nothing_folded)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	print(&fixture, true, &out);
	cr_expect_eq(count(&out, "<details"), count(&out, "\" open>") +
		count(&out, "\" open id="));
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, the_words_in_no_piece_are_shown)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	fixture_init(&fixture, "One day.\n", "One day. And another.\n");
	fixture.comparison.relation = EXCERPT;
	fixture_piece(&fixture, EQUAL, "One day.", "One day.");
	fixture_end(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, "dir=\"auto\">And another.</p>");
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, no_word_of_a_speaker_is_markup)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	fixture_init(&fixture, "MR. <IMG SRC=X>: One day.\n\nMR. <IMG SRC=X>: "
		"Two.\n", "MR. <IMG SRC=X>: One day.\n\nMR. <IMG SRC=X>: Two."
		"\n\nMS. VALE: Three.\n");
	fixture.comparison.relation = EXCERPT;
	fixture_piece(&fixture, EQUAL, "MR. <IMG SRC=X>: One day.",
		"MR. <IMG SRC=X>: One day.");
	fixture_end(&fixture);
	print(&fixture, false, &out);
	assert_lacks(&out, "<IMG");
	assert_has(&out, "&lt;IMG SRC=X&gt;");
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, what_was_decided_stands_with_it)
{
	static const struct decision how = { .verdict = ACCEPTED,
		.reviewer = "<i>Ann</i>", .note = "the house & style" };
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	struct decision decision;
	struct arena arena;
	struct error err;
	struct desk desk;

	excerpt(&fixture);
	desk_init(&desk);
	arena_init(&arena);
	fixture.review.store = desk_open(&desk);
	decision = review_decide(&fixture.review,
		&fixture.comparison.findings[2], how.verdict, how.reviewer,
		how.note, &arena);
	cr_assert_eq(store_add(fixture.review.store, &decision, 1, &err), 0);
	print(&fixture, false, &out);
	assert_has(&out, "<span class=\"decision\">accepted by "
		"&lt;i&gt;Ann&lt;/i&gt;, ");
	assert_has(&out, ": the house &amp; style</span>");
	assert_has(&out, ">Accepted</h2>");
	assert_has(&out, "wording warning passes");
	store_free(fixture.review.store);
	arena_release(&arena);
	desk_release(&desk);
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, nothing_is_said_of_what_cannot_be_read)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	fixture_init(&fixture, "A\n", "B\n");
	fixture.comparison.relation = UNREADABLE;
	fixture_end(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, "UNREADABLE");
	assert_lacks(&out, "href=");
	fixture_release(&fixture);
	buffer_release(&out);
}

Test(report_html, nothing_can_run_or_load)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	print(&fixture, false, &out);
	assert_has(&out, "content=\"default-src 'none'; style-src 'sha256-");
	assert_lacks(&out, "<script");
	assert_lacks(&out, "<link");
	assert_lacks(&out, " style=");
	assert_lacks(&out, " src=");
	assert_lacks(&out, "url(");
	assert_lacks(&out, "@import");
	fixture_release(&fixture);
	buffer_release(&out);
}
