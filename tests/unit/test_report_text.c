#include "config.h"

#include "report/report.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "report/escape.h"

static const char transcript[] =
	"SECRETARY REED: The talks went well – we all know that – and the "
	"harbour is open. The boats will leave in the morning.\n"
	"\n"
	"QUESTION: Who pays for it, and from which of the two funds?\n"
	"\n"
	"SECRETARY REED: Nobody pays for it twice, I can tell you that "
	"much. It was all in the budget that the house has passed this "
	"spring.\n";

static const char reprint[] =
	"SECRETARY REED: The talks went well \"\" we all know that \"\" and "
	"the harbor is open. The boats will leave in the evening.\n";

static void
print(const struct fixture *fixture, const struct report_options *options,
	struct buffer *out)
{
	out->len = 0;
	report_format_find("text")->write(&fixture->review, options, out);
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

/* Two mangled dashes, a spelling, a wrong word, and the rest left out. */
static void
excerpt(struct fixture *fixture)
{
	struct span dash[2], quotes[2];
	struct finding *finding;
	int i;

	fixture_init(fixture, reprint, transcript);
	fixture->comparison.relation = EXCERPT;
	fixture_piece(fixture, CHANGED, reprint, "SECRETARY REED: The talks "
		"went well – we all know that – and the harbour is open. The "
		"boats will leave in the morning.");
	fixture_piece(fixture, TRANSCRIPT_ONLY, NULL, "QUESTION: Who pays "
		"for it, and from which of the two funds?");
	quotes[0] = fixture_span(fixture, REPRINT, "\"\" we");
	quotes[1] = fixture_span(fixture, REPRINT, "\"\" and");
	dash[0] = fixture_span(fixture, TRANSCRIPT, "– we");
	dash[1] = fixture_span(fixture, TRANSCRIPT, "– and");
	for (i = 0; i < 2; i++) {
		quotes[i].end = quotes[i].start + 2;
		dash[i].end = dash[i].start + 3;
		finding = fixture_finding(fixture, "encoding.mangled",
			quotes[i], dash[i]);
		finding->explanation.chain = "a made-up accident";
		finding->explanation.certainty = "proved";
	}
	fixture_words(fixture, "wording.spelling", "harbor", "harbour");
	fixture_words(fixture, "typography.quotes", "open", "open");
	fixture_finding(fixture, "truncation.tail",
		fixture_behind(fixture, REPRINT, "evening."),
		fixture_span(fixture, TRANSCRIPT, strstr(transcript,
			"QUESTION")));
}

static const struct report_options plain = { .width = 100 };

Test(report_text, the_first_line_is_the_verdict)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	cr_assert(!strncmp(out.data, "EXCERPT, ", 9), "%s", out.data);
	assert_has(&out, "2 places damaged");
	assert_has(&out, "Nothing of substance is changed in what");
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, a_wrong_word_is_of_substance)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	fixture_words(&fixture, "wording.substitution", "evening", "morning");
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	assert_lacks(&out, "Nothing of substance");
	assert_has(&out, "[evening ← morning]");
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, it_says_which_date_the_calendar_supports)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	fixture_words(&fixture, "wording.number", "evening", "morning")->
		explanation.calendar = "that day was a Friday";
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	assert_has(&out, "[evening ← morning]");
	assert_has(&out, "that day was a Friday");
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, the_same_difference_at_two_places_is_one_item)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	const char *first;

	excerpt(&fixture);
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	assert_has(&out, "2 places          – became \"\", line 1 ×2");
	assert_has(&out, "proved: a made-up accident");
	first = strstr(out.data, "encoding.mangled");
	cr_assert(first && !strstr(first + 1, "encoding.mangled"));
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, what_is_left_out_comes_first_with_who_said_it)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	assert_has(&out, "after line 1      38 words, 2 paragraphs: QUESTION "
		"and SECRETARY REED");
	assert_has(&out, "“QUESTION: Who pays");
	cr_assert_lt(strstr(out.data, "LEFT OUT"),
		strstr(out.data, "DAMAGED"));
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, notes_are_counted_and_on_request_listed)
{
	struct report_options verbose = { .width = 100, .verbose = true };
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	assert_has(&out, "NOTES");
	assert_lacks(&out, "typography.quotes");
	print(&fixture, &verbose, &out);
	assert_lacks(&out, "NOTES");
	assert_has(&out, "typography.quotes");
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, the_last_line_says_what_the_status_is_and_why)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	excerpt(&fixture);
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	assert_has(&out, "\n2 errors, 2 warnings, 1 note. 0 reviewed. "
		"Exit status 1: 4 findings fail (--fail-on "
		"warning).\n");
	fixture.review.gate.never_fail = true;
	print(&fixture, &plain, &out);
	assert_has(&out, "Exit status 0 (--fail-on none).\n");
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, verbatim_is_short)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	size_t i, nline = 0;

	fixture_init(&fixture, "We met today.\n", "We met today.\n");
	fixture.comparison.relation = VERBATIM;
	fixture_piece(&fixture, EQUAL, "We met today.", "We met today.");
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	cr_assert(!strncmp(out.data, "VERBATIM: word for word", 23));
	for (i = 0; i < out.len; i++)
		nline += out.data[i] == '\n';
	cr_assert_leq(nline, 6);
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, unreadable_claims_nothing_else)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	fixture_init(&fixture, "", "We met today.\n");
	fixture.comparison.relation = UNREADABLE;
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	cr_assert(!strncmp(out.data, "UNREADABLE: ", 12));
	assert_lacks(&out, "errors");
	cr_assert_eq(review_status(&fixture.review), 2);
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, every_relation_has_a_verdict_for_empty_texts_too)
{
	int relation;

	for (relation = VERBATIM; relation <= UNREADABLE; relation++) {
		struct fixture fixture;
		struct buffer out = BUFFER_INIT;

		fixture_init(&fixture, "", "");
		fixture.comparison.relation =
			(enum document_relation)relation;
		fixture_end(&fixture);
		print(&fixture, &plain, &out);
		cr_assert(out.data[0] >= 'A' && out.data[0] <= 'Z');
		buffer_release(&out);
		fixture_release(&fixture);
	}
}

Test(report_text, colour_changes_nothing_but_colour)
{
	struct report_options colour = { .width = 100, .colour = true };
	struct fixture fixture;
	struct buffer with = BUFFER_INIT, without = BUFFER_INIT;
	size_t i, n = 0;

	excerpt(&fixture);
	fixture_end(&fixture);
	print(&fixture, &colour, &with);
	print(&fixture, &plain, &without);
	assert_has(&with, "\033[");
	assert_lacks(&without, "\033[");
	for (i = 0; i < with.len; i++) {
		if (with.data[i] == '\033')
			while (with.data[i] != 'm')
				i++;
		else
			with.data[n++] = with.data[i];
	}
	with.data[n] = '\0';
	cr_assert_str_eq(with.data, without.data);
	buffer_release(&with);
	buffer_release(&without);
	fixture_release(&fixture);
}

/* Cells of the widest line. */
static size_t
widest(const struct buffer *out)
{
	const char *p = out->data, *end = p + out->len;
	size_t most = 0;

	while (p < end) {
		const char *stop = memchr(p, '\n', (size_t)(end - p));
		size_t cells = escape_cells(p, (size_t)(stop - p),
			ESCAPE_EXACT);

		most = cells > most ? cells : most;
		p = stop + 1;
	}
	return most;
}

Test(report_text, no_line_is_wider_than_asked_for)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	struct report_options options = { .verbose = true };
	size_t i;

	excerpt(&fixture);
	fixture_words(&fixture, "wording.substitution", "evening", "morning");
	fixture_end(&fixture);
	for (options.width = 40; options.width < 160; options.width++)
		for (i = 0; i < 3; i += 2) {
			out.len = 0;
			report_formats[i].write(&fixture.review, &options,
				&out);
			cr_assert_leq(widest(&out), options.width, "%s at %u",
				report_formats[i].name, options.width);
		}
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, no_control_of_a_document_or_a_name_gets_through)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	size_t i, j;

	fixture_init(&fixture, "The \033]0;x\007 boat \u202E sails.\n",
		"The boat sails.\n");
	fixture.doc[REPRINT]->name = "a\033[2J\nb\xFF";
	fixture_piece(&fixture, CHANGED,
		"The \033]0;x\007 boat \u202E sails.", "The boat sails.");
	fixture_finding(&fixture, "encoding.control",
		fixture_span(&fixture, REPRINT, "\033]0;x\007"),
		fixture_before(&fixture, TRANSCRIPT, "boat"));
	fixture_finding(&fixture, "encoding.invisible",
		fixture_span(&fixture, REPRINT, "\u202E"),
		fixture_before(&fixture, TRANSCRIPT, "sails"));
	fixture_end(&fixture);
	for (j = 0; j < 3; j += 2) {
		out.len = 0;
		report_formats[j].write(&fixture.review, &plain, &out);
		for (i = 0; i < out.len; i++)
			cr_assert(out.data[i] == '\n' ||
				(unsigned char)out.data[i] >= ' ');
		assert_lacks(&out, "\u202E");
		assert_has(&out, "<U+202E>");
		assert_has(&out, "a<U+001B>[2J<U+000A>b<0xFF>");
	}
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, ascii_readers_get_ascii)
{
	struct report_options ascii = { .width = 90, .ascii = true };
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	size_t i, j;

	excerpt(&fixture);
	fixture_end(&fixture);
	for (j = 0; j < 3; j += 2) {
		out.len = 0;
		report_formats[j].write(&fixture.review, &ascii, &out);
		for (i = 0; i < out.len; i++)
			cr_assert_lt((unsigned char)out.data[i], 0x80);
	}
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(report_text, a_long_list_is_cut_short_and_says_so)
{
	struct fixture fixture;
	struct buffer text = BUFFER_INIT, out = BUFFER_INIT;
	struct report_options verbose = { .width = 100, .verbose = true };
	int i;

	for (i = 0; i < 50; i++)
		buffer_printf(&text, "word%dx ", i);
	fixture_init(&fixture, text.data, text.data);
	for (i = 0; i < 50; i++) {
		char word[16];

		snprintf(word, sizeof(word), "word%dx", i);
		fixture_words(&fixture, "wording.name", word, word);
	}
	fixture_end(&fixture);
	print(&fixture, &plain, &out);
	assert_has(&out, "and 20 more, at 20 places: --verbose lists them");
	print(&fixture, &verbose, &out);
	assert_lacks(&out, "--verbose");
	buffer_release(&text);
	buffer_release(&out);
	fixture_release(&fixture);
}
