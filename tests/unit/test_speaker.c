#include "config.h"

#include "text/speaker.h"

#include <criterion/criterion.h>
#include <string.h>

#include "pair.h"
#include "prose.h"

/* The labels of the text's paragraphs, a bar behind each, and nothing for a
 * paragraph without one. */
static void
assert_labels(const char *text, const char *labels)
{
	struct buffer got = BUFFER_INIT;
	struct pair pair;
	const struct document *doc;
	size_t i;

	pair_read(&pair, text, "");
	doc = pair.doc[REPRINT];
	buffer_puts(&got, "");
	for (i = 0; i < doc->nparagraph; i++) {
		const struct paragraph *para = &doc->paragraphs[i];

		buffer_add(&got, doc->text + para->label.start,
			span_length(para->label));
		buffer_putc(&got, '|');
		cr_assert_eq(para->nlabel > 0, span_length(para->label) > 0);
		cr_assert(para->label.start >= para->span.start &&
			para->label.end <= para->span.end);
	}
	cr_assert_str_eq(got.data, labels, "\"%s\" has the labels %s", text,
		got.data);
	pair_release(&pair);
	buffer_release(&got);
}

Test(speaker, a_name_in_capitals_is_a_label)
{
	assert_labels("SECRETARY HOLM: Good morning.", "SECRETARY HOLM|");
	assert_labels("ANNA HOLM: Good morning.", "ANNA HOLM|");
	assert_labels("O'BRANDT-LIND: Good morning.", "O'BRANDT-LIND|");
	assert_labels("THE PRESIDENT: Good morning.", "THE PRESIDENT|");
	assert_labels("ХОЛЬМ: Доброе утро.", "ХОЛЬМ|");
	assert_labels("MODERATOR: (Via interpreter) Welcome.", "MODERATOR|");
	assert_labels("MS. HOLM (Norway): Welcome.", "MS. HOLM|");
	assert_labels("U.S. SECRETARY OF STATE ANNA HOLM: Welcome.",
		"U.S. SECRETARY OF STATE ANNA HOLM|");
}

Test(speaker, question_and_answer_are_labels)
{
	assert_labels("Q: Why?\n\nA: Because.", "Q|A|");
	assert_labels("Q. Why?\n\nA. Because.", "Q|A|");
	assert_labels("QUESTION: Why?", "QUESTION|");
}

Test(speaker, a_form_of_address_is_a_label)
{
	assert_labels("Mr. HOLM. I rise.\n\nMr. HOLM. I yield.",
		"Mr. HOLM|Mr. HOLM|");
	assert_labels("Secretary Holm: Good morning.", "Secretary Holm|");
	assert_labels("Ms. Brandt: Good morning.", "Ms. Brandt|");
}

Test(speaker, a_name_is_a_label_where_it_comes_back)
{
	assert_labels("Anna Holm: Yes.\n\nPer Brandt: No.\n\n"
		"Anna Holm: Yes.\n\nPer Brandt: No.",
		"Anna Holm|Per Brandt|Anna Holm|Per Brandt|");
	assert_labels("Anna Holm: Yes.\n\nAnd so it went.", "||");
}

Test(speaker, a_sentence_with_a_colon_has_no_label)
{
	static const char *const rows[] = {
		"And let me be clear: we go.",
		"We need one thing: peace.",
		"He said this: no.",
		"At 10:30 we met.",
		"http://example.org is down.",
		"It was a long and winding road that he had taken from the "
		"coast to the hills: no more.",
		"I rise to speak.",
		": nothing before it",
		"",
		"(Applause.)",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char text[1000];

		/* said four times, it is still no name */
		strcpy(text, rows[i]);
		if (i < 7 && i != 5) {
			int k;

			for (k = 0; k < 3; k++) {
				strcat(text, "\n\n");
				strcat(text, rows[i]);
			}
		}
		if (!*text)
			assert_labels(text, "");
		else if (strstr(text, "\n\n"))
			assert_labels(text, "||||");
		else
			assert_labels(text, "|");
	}
}

Test(speaker, a_name_without_capitals_is_a_label_where_it_comes_back)
{
	assert_labels("王明：你好。\n\n李华：好。\n\n王明：是。\n\n"
		"李华：是。\n\n王明：不。\n\n李华：不。",
		"王明|李华|王明|李华|王明|李华|");
	assert_labels("هولم: نعم.\n\nهولم: نعم.\n\nهولم: لا.",
		"هولم|هولم|هولم|");
}

Test(speaker, a_turn_goes_on_until_the_next_label)
{
	struct pair pair;
	const struct document *doc;

	pair_read(&pair, "An introduction.\n\nHOLM: One.\n\nTwo.\n\n"
		"BRANDT: Three.\n\nHOLM: Four.\n\nFive.", "");
	doc = pair.doc[REPRINT];
	cr_assert_eq(doc->nspeaker, 2);
	cr_assert_str_eq(doc->speakers[0].name, "HOLM");
	cr_assert_str_eq(doc->speakers[1].name, "BRANDT");
	cr_assert_eq(doc->paragraphs[0].speaker, NO_SPEAKER);
	cr_assert_eq(doc->paragraphs[1].speaker, 0);
	cr_assert_eq(doc->paragraphs[2].speaker, 0);
	cr_assert_eq(doc->paragraphs[3].speaker, 1);
	cr_assert_eq(doc->paragraphs[4].speaker, 0);
	cr_assert_eq(doc->paragraphs[5].speaker, 0);
	pair_release(&pair);
}

Test(speaker, what_speakers_say_adds_up_to_what_is_said)
{
	static const char *const labels[] = { "ANNA HOLM: ", "", "Q: ", "",
		"PER BRANDT: ", "HOLM: " };
	struct buffer text = BUFFER_INIT;
	struct pair pair;
	const struct document *doc;
	uint32_t i, said = 0, counted = 0;

	for (i = 0; i < 60; i++) {
		buffer_puts(&text, labels[i % 6]);
		prose_paragraph(&text, i);
		buffer_puts(&text, "\n\n");
	}
	pair_read(&pair, text.data, "");
	doc = pair.doc[REPRINT];
	cr_assert_eq(doc->nspeaker, 3);
	for (i = 0; i < doc->nparagraph; i++)
		said += doc->paragraphs[i].nword - doc->paragraphs[i].nlabel;
	for (i = 0; i < doc->nspeaker; i++)
		counted += doc->speakers[i].nword;
	cr_assert_eq(said, counted);
	pair_release(&pair);
	buffer_release(&text);
}

Test(speaker, a_part_of_a_name_means_the_one_who_has_it)
{
	struct pair pair;
	const struct document *doc;

	pair_read(&pair, "SECRETARY ANNA HOLM: One.\n\nPER BRANDT: Two.\n\n"
		"SECRETARY HOLM: Three.\n\nMR. BRANDT: Four.", "");
	doc = pair.doc[REPRINT];
	cr_assert_eq(doc->nspeaker, 2);
	cr_assert_eq(doc->paragraphs[2].speaker, doc->paragraphs[0].speaker);
	cr_assert_eq(doc->paragraphs[3].speaker, doc->paragraphs[1].speaker);
	pair_release(&pair);
}

static bool
same(const char *a, const char *b)
{
	bool one = speaker_same(a, strlen(a), b, strlen(b));
	bool other = speaker_same(b, strlen(b), a, strlen(a));

	cr_assert_eq(one, other, "%s, %s", a, b);
	return one;
}

Test(speaker, titles_and_case_do_not_make_another_person)
{
	static const char *const rows[][2] = {
		{ "SECRETARY HOLM", "U.S. SECRETARY OF STATE ANNA HOLM" },
		{ "SECRETARY HOLM", "Secretary Holm" },
		{ "Holm", "Anna Holm" }, { "MS. HOLM", "Holm" },
		{ "PRESIDENT", "THE PRESIDENT" },
		{ "HÅKAN HOLM", "Hakan Holm" }, { "Q", "Q" },
		{ "HOLM", "\u00A0HOLM " }, { "O’BRANDT", "O'Brandt" },
		{ "VICE PRESIDENT", "THE VICE PRESIDENT" }, { "", "" },
		{ "王明", "王明" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert(same(rows[i][0], rows[i][1]), "%s is not %s",
			rows[i][0], rows[i][1]);
}

Test(speaker, other_names_are_other_persons)
{
	static const char *const rows[][2] = {
		{ "SECRETARY HOLM", "SECRETARY BRANDT" },
		{ "ANNA HOLM", "PER HOLM" }, { "Q", "A" }, { "HOLM", "" },
		{ "PRESIDENT", "VICE PRESIDENT" },
		{ "THE MINISTER", "THE DEPUTY MINISTER" },
		{ "SECRETARY", "MODERATOR" }, { "王明", "李华" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert(!same(rows[i][0], rows[i][1]), "%s is %s",
			rows[i][0], rows[i][1]);
}

Test(speaker, a_label_may_be_as_odd_as_it_likes)
{
	static const char *const rows[] = {
		"A", ":", "::", "Q:", "Q", "Q ", "(", "():", "HOLM:", "HOLM",
		"HOLM (", "HOLM (:", "\u0301:", "\u0301\u0301 \u0301:",
		"&amp;:", "=E2=80=99:", "<THE PRESIDENT:>", "U.S.:", "U.:",
		"Q\u00A0\u00A0", "MR.", "Mr. ", "...:", "\xC2\xAD:",
		"一二三四五六七八九十一二:",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;

		pair_read(&pair, rows[i], "HOLM: Yes.");
		same(rows[i], "HOLM");
		same(rows[i], rows[i]);
		pair_release(&pair);
	}
}
