#include "config.h"

#include "compare/relation.h"

#include <criterion/criterion.h>
#include <string.h>

#include "pair.h"
#include "prose.h"

static void
assert_relation(struct buffer *reprint, struct buffer *transcript,
	enum document_relation relation)
{
	struct pair pair;

	buffer_puts(reprint, "");
	buffer_puts(transcript, "");
	pair_compare(&pair, reprint->data, transcript->data);
	cr_assert_eq(pair.cmp->relation, relation, "%s, not %s",
		document_relation_names[pair.cmp->relation],
		document_relation_names[relation]);
	pair_release(&pair);
	buffer_release(reprint);
	buffer_release(transcript);
}

/* Paragraphs [from, to), each with `what` behind its first word. */
static void
add_with(struct buffer *out, uint32_t from, uint32_t to, const char *what)
{
	for (; from < to; from++) {
		struct buffer text = BUFFER_INIT;
		size_t first;

		prose_paragraph(&text, from);
		first = strcspn(text.data, " ");
		if (out->len)
			buffer_puts(out, "\n\n");
		buffer_add(out, text.data, first);
		buffer_puts(out, what);
		buffer_add(out, text.data + first, text.len - first);
		buffer_release(&text);
	}
}

Test(relation, a_text_against_itself_is_verbatim)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;

	prose_add(&a, 0, 30);
	prose_add(&b, 0, 30);
	assert_relation(&a, &b, VERBATIM);
	buffer_puts(&a, "Hello.");
	buffer_puts(&b, "Hello.");
	assert_relation(&a, &b, VERBATIM);
	assert_relation(&a, &b, VERBATIM);
}

Test(relation, notes_do_not_make_it_less_than_verbatim)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;

	add_with(&a, 0, 30, " -- ");
	add_with(&b, 0, 30, " – ");
	assert_relation(&a, &b, VERBATIM);
}

Test(relation, an_error_makes_it_a_reprint)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;

	prose_add(&a, 0, 30);
	prose_add(&b, 0, 30);
	buffer_puts(&a, " We went home.");
	buffer_puts(&b, " They went home.");
	assert_relation(&a, &b, WHOLE_REPRINT);
	add_with(&a, 0, 30, " \u00E2\u20AC\u201C ");
	add_with(&b, 0, 30, " – ");
	assert_relation(&a, &b, WHOLE_REPRINT);
}

Test(relation, a_part_of_a_text_is_an_excerpt)
{
	static const uint32_t rows[][2] = { { 0, 5 }, { 10, 15 }, { 25, 30 },
		{ 0, 20 } };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buffer a = BUFFER_INIT, b = BUFFER_INIT;

		prose_add(&a, rows[i][0], rows[i][1]);
		prose_add(&b, 0, 30);
		assert_relation(&a, &b, EXCERPT);
	}
}

Test(relation, edits_throughout_make_another_version)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	uint32_t i;

	/* a word in each sentence is another */
	for (i = 0; i < 150; i++) {
		buffer_puts(&a, i ? i % 5 ? " " : "\n\n" : "");
		buffer_puts(&b, i ? i % 5 ? " " : "\n\n" : "");
		buffer_puts(&a, "Indeed they whisper ");
		buffer_puts(&b, "Indeed they applaud ");
		prose_sentence(&a, i);
		prose_sentence(&b, i);
	}
	assert_relation(&a, &b, OTHER_VERSION);
}

Test(relation, a_stock_passage_in_two_texts_is_shared)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;

	prose_add(&a, 0, 24);
	prose_add(&a, 500, 504);
	prose_add(&b, 1000, 1024);
	prose_add(&b, 500, 504);
	assert_relation(&a, &b, SHARED_TEXT);
}

Test(relation, texts_that_share_nothing_are_unrelated)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;

	prose_add(&a, 0, 30);
	prose_add(&b, 1000, 1030);
	assert_relation(&a, &b, UNRELATED);
	prose_add(&a, 0, 30);
	assert_relation(&a, &b, UNRELATED);
	prose_add(&b, 0, 30);
	assert_relation(&a, &b, UNRELATED);
}

Test(relation, what_is_no_text_cannot_be_read)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	uint64_t state = 41;
	struct pair pair;
	int side, i;

	for (side = 0; side < 2; side++) {
		struct buffer *junk = side ? &b : &a;

		for (i = 0; i < 3000; i++)
			buffer_put_code(junk, prose_random(&state, 3) ?
				0xE000 + prose_random(&state, 1000) : ' ');
		prose_add(side ? &a : &b, 0, 30);
		pair_compare(&pair, a.data, b.data);
		cr_assert_eq(pair.cmp->relation, UNREADABLE);
		cr_assert_eq((int)pair.cmp->unreadable, side);
		/* then nothing else is claimed */
		cr_assert_eq(pair.cmp->nfinding, 0);
		cr_assert_eq(pair.cmp->npattern, 0);
		pair_release(&pair);
		buffer_release(&a);
		buffer_release(&b);
	}
}

Test(relation, coverage_counts_the_words_of_each_speaker)
{
	static const char *const labels[] = { "HOLM: ", "BRANDT: ", "" };
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	const struct coverage *coverage;
	const struct document *doc;
	struct pair pair;
	uint32_t i, all = 0;

	/* of Brandt's turns the half is left out */
	for (i = 0; i < 36; i++) {
		buffer_puts(&b, labels[i % 3]);
		prose_paragraph(&b, i);
		buffer_puts(&b, "\n\n");
		if (i % 6 == 1 || i % 6 == 2)
			continue;
		buffer_puts(&a, labels[i % 3]);
		prose_paragraph(&a, i);
		buffer_puts(&a, "\n\n");
	}
	pair_compare(&pair, a.data, b.data);
	coverage = &pair.cmp->coverage;
	doc = pair.doc[TRANSCRIPT];
	cr_assert_eq(doc->nspeaker, 2);
	cr_assert_eq(coverage->nword, doc->nword - 24);
	cr_assert_eq(coverage->speaker_covered[0], doc->speakers[0].nword);
	cr_assert_lt(coverage->speaker_covered[1], doc->speakers[1].nword);
	for (i = 0; i < doc->nspeaker; i++)
		all += coverage->speaker_covered[i];
	cr_assert_eq(all, coverage->ncovered);
	pair_release(&pair);
	buffer_release(&a);
	buffer_release(&b);
}

Test(relation, nothing_is_covered_by_nothing)
{
	struct pair pair;

	pair_compare(&pair, "", "We go. They stay.");
	cr_assert_eq(pair.cmp->coverage.nword, 4);
	cr_assert_eq(pair.cmp->coverage.ncovered, 0);
	pair_release(&pair);
	pair_compare(&pair, "We go. They stay.", "We go. They stay.");
	cr_assert_eq(pair.cmp->coverage.ncovered, 4);
	pair_release(&pair);
}

Test(relation, texts_without_words_are_not_the_same_for_that)
{
	static const struct {
		const char *reprint, *transcript;
		bool same;
	} rows[] = {
		{ "", "", true }, { "", " \n\n", true },
		{ "– – –\n", "– –\n–", true },
		{ "“–“–“–“–", "(*)(*)(*)", false }
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;

		pair_compare(&pair, rows[i].reprint, rows[i].transcript);
		cr_assert(rows[i].same ? pair.cmp->relation == VERBATIM :
			pair.cmp->relation != VERBATIM || pair.cmp->nfinding,
			"%s", rows[i].reprint);
		pair_release(&pair);
	}
}
