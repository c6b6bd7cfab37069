#include "config.h"

#include "report/phrase.h"

#include <criterion/criterion.h>
#include <string.h>

#include "fixture.h"

static const char reprint[] = "We met today.\n";
static const char transcript[] =
	"MR. ASH: We met today in the old mill by the river.\n"
	"\n"
	"MS. ELM: So we did, and so did they.\n"
	"\n"
	"MR. ASH: They did.\n"
	"\n"
	"DR. FIR: Did they?\n"
	"\n"
	"MS. ELM: They did indeed.\n";

static void
assert_said(struct buffer *out, const char *words)
{
	cr_assert_str_eq(out->data, words);
	out->len = 0;
}

Test(phrase, numbers_have_commas)
{
	struct buffer out = BUFFER_INIT;

	phrase_number(&out, 0);
	assert_said(&out, "0");
	phrase_number(&out, 999);
	assert_said(&out, "999");
	phrase_number(&out, 1000);
	assert_said(&out, "1,000");
	phrase_number(&out, 12345678);
	assert_said(&out, "12,345,678");
	buffer_release(&out);
}

Test(phrase, one_is_singular)
{
	struct buffer out = BUFFER_INIT;

	phrase_count(&out, 1, "word");
	assert_said(&out, "1 word");
	phrase_count(&out, 0, "word");
	assert_said(&out, "0 words");
	phrase_count(&out, 2, "word");
	assert_said(&out, "2 words");
	buffer_release(&out);
}

Test(phrase, all_and_nothing_mean_that)
{
	cr_assert_eq(phrase_percent(0, 1000), 0);
	cr_assert_eq(phrase_percent(1, 1000), 1);
	cr_assert_eq(phrase_percent(346, 1000), 35);
	cr_assert_eq(phrase_percent(999, 1000), 99);
	cr_assert_eq(phrase_percent(1000, 1000), 100);
	cr_assert_eq(phrase_percent(0, 0), 100);
}

Test(phrase, a_name_is_shortened_from_its_front)
{
	cr_assert_str_eq(phrase_short_name("SECRETARY REED", 14),
		"SECRETARY REED");
	cr_assert_str_eq(phrase_short_name("SECRETARY REED", 13), "REED");
	cr_assert_str_eq(phrase_short_name("ADMINISTRATOR", 5),
		"ADMINISTRATOR");
}

Test(phrase, a_passage_has_words_and_perhaps_paragraphs)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;

	fixture_init(&fixture, reprint, transcript);
	phrase_passage(&out, fixture.doc[TRANSCRIPT],
		fixture_span(&fixture, TRANSCRIPT, "the old mill"));
	assert_said(&out, "3 words");
	phrase_passage(&out, fixture.doc[TRANSCRIPT],
		fixture_span(&fixture, TRANSCRIPT,
			"MS. ELM: So we did, and so did they.\n\nMR. ASH"));
	assert_said(&out, "11 words, 2 paragraphs");
	buffer_release(&out);
	fixture_release(&fixture);
}

Test(phrase, speakers_are_named_once_in_their_order)
{
	struct fixture fixture;
	struct buffer out = BUFFER_INIT;
	struct span all = { 0, sizeof(transcript) - 1 };

	fixture_init(&fixture, reprint, transcript);
	phrase_speakers(&out, fixture.doc[TRANSCRIPT], all, 5, 0);
	assert_said(&out, "MR. ASH, MS. ELM and DR. FIR");
	phrase_speakers(&out, fixture.doc[TRANSCRIPT], all, 1, 0);
	assert_said(&out, "MR. ASH and 2 others");
	phrase_speakers(&out, fixture.doc[TRANSCRIPT], fixture_span(&fixture,
		TRANSCRIPT, "DR. FIR: Did"), 5, 0);
	assert_said(&out, "DR. FIR");
	buffer_release(&out);
	fixture_release(&fixture);
}
