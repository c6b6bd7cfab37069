#include "config.h"

#include "compare/change.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "edits.h"
#include "pair.h"
#include "prose.h"
#include "spoil.h"
#include "text/glyph.h"

static void
assert_spoilt(uint32_t round, unsigned rate, bool moves)
{
	struct buffer text = BUFFER_INIT, spoilt;
	struct pair pair;

	prose_add(&text, 0, 25);
	spoilt = spoil_speech(round, 25, rate, moves);
	if (round % 2)
		pair_change(&pair, spoilt.data, text.data);
	else
		pair_change(&pair, text.data, spoilt.data);
	edits_check(&pair);
	if (!pair_shapes(&pair, EDIT_MOVED))
		edits_check_rest(&pair);
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&spoilt);
}

Test(change, what_the_edits_leave_is_the_same_in_both_texts)
{
	static const unsigned rates[] = { 200, 60, 25, 10 };
	uint32_t round;

	for (round = 0; round < 60; round++)
		assert_spoilt(round, rates[round / 2 % 4], false);
}

Test(change, each_word_is_told_once_where_passages_moved_too)
{
	static const unsigned rates[] = { 300, 100, 20 };
	uint32_t round;

	for (round = 1000; round < 1060; round++)
		assert_spoilt(round, rates[round / 2 % 3], true);
}

Test(change, a_text_against_itself_has_no_edits)
{
	struct buffer text = BUFFER_INIT;
	struct pair pair;
	uint32_t i;

	for (i = 0; i < 40; i++) {
		buffer_puts(&text, i % 3 ? "" : i % 2 ? "HOLM: " : "Q: ");
		prose_paragraph(&text, i);
		buffer_puts(&text, i % 5 ? "\n\n" :
			" (Applause.)\n\n* * *\n\n");
	}
	buffer_puts(&text, "“Don’t” – 31,800… &amp; =E2=80=99 \u00C3\u00A9 "
		"\uFFFD ? \u200B \xC2\x92 漢字");
	pair_change(&pair, text.data, text.data);
	cr_assert_eq(pair.edits.n, 0);
	pair_release(&pair);
	buffer_release(&text);
}

/* Before and behind what is tested there is text enough to align. */
#define BEFORE "We have said before what we have to say on trade, and "
#define AFTER " will be what we say again in the spring to all who ask us."

/* One edit, of this shape, with these readings; the texts are set between
 * BEFORE and AFTER. */
static void
assert_one(const char *a, const char *b, enum edit_shape shape,
	const char *says_a, const char *says_b)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct pair pair;

	buffer_printf(&text[0], BEFORE "%s" AFTER, a);
	buffer_printf(&text[1], BEFORE "%s" AFTER, b);
	pair_change(&pair, text[0].data, text[1].data);
	edits_check(&pair);
	edits_check_rest(&pair);
	cr_assert_eq(pair.edits.n, 1, "%s, %s: %zu edits", a, b,
		pair.edits.n);
	cr_assert_eq(pair.edits.edit[0].shape, shape, "%s, %s: %d", a, b,
		pair.edits.edit[0].shape);
	cr_assert(edit_says(&pair, &pair.edits.edit[0], REPRINT, says_a) &&
		edit_says(&pair, &pair.edits.edit[0], TRANSCRIPT, says_b),
		"%s, %s", a, b);
	pair_release(&pair);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}

Test(change, a_small_difference_is_one_edit_of_its_own)
{
	assert_one("that is it", "That is it", EDIT_WORD, "that", "That");
	assert_one("don't go", "don’t go", EDIT_WORD, "don't", "don’t");
	assert_one("they go now", "they stay now", EDIT_TEXT, "go", "stay");
	assert_one("they go; now", "they go, now", EDIT_TEXT, ";", ",");
	assert_one("they go now", "they go, now", EDIT_TEXT, "", ",");
	assert_one("they, go now", "they go now", EDIT_TEXT, ",", "");
	assert_one("they go -- now", "they go — now", EDIT_TEXT, "--", "—");
	assert_one("they go  now", "they go now", EDIT_SPACE, "  ", " ");
	assert_one("they go\u00A0now", "they go now", EDIT_SPACE, "\u00A0",
		" ");
	assert_one("they go.\n\nNow they", "they go. Now they", EDIT_SPLIT,
		"\n\n", " ");
	assert_one("they go. Now they", "they go.\n\nNow they", EDIT_MERGE,
		" ", "\n\n");
	assert_one("they now", "they go now", EDIT_OMISSION, "", "go");
	assert_one("they go now", "they now", EDIT_INSERTION, "go", "");
	assert_one("50 percent now", "50 per cent now", EDIT_TEXT, "percent",
		"per cent");
	assert_one("all so called now", "all as known now", EDIT_TEXT,
		"so called", "as known");
}

Test(change, what_is_left_out_takes_its_own_marks_with_it)
{
	/* with the words, without them, and what they are */
	static const char *const rows[][3] = {
		{ "they go, as ever, there now", "they go there now",
		  ", as ever," },
		{ "they go – never – there now", "they go there now",
		  "– never –" },
		{ "they go (never) – there now", "they go there now",
		  "(never) –" },
		{ "they “said” it and left", "they “said” and left", "it" },
		{ "they went indeed, and now", "they went, and now",
		  "indeed" },
		{ "they stayed. They left! And it", "they stayed. And it",
		  "They left!" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_one(rows[i][1], rows[i][0], EDIT_OMISSION, "",
			rows[i][2]);
		assert_one(rows[i][0], rows[i][1], EDIT_INSERTION,
			rows[i][2], "");
	}
}

Test(change, marks_beside_what_is_left_out_have_edits_of_their_own)
{
	static const char *const rows[][2] = {
		{ "they go on, they stay", "they go – they stay" },
		{ "they stayed, and left", "they stayed there… and left" },
		{ "they stayed. Then", "they stayed there! Then" },
		{ "he said no and left", "he said “no” today and left" },
		{ "we go home They stay", "we go. They stay" },
		{ "the gate now closed", "the gate – closed" },
	};
	size_t i;
	int way;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (way = 0; way < 2; way++) {
			struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
			struct pair pair;
			int side;

			for (side = 0; side < 2; side++)
				buffer_printf(&text[side], BEFORE "%s" AFTER,
					rows[i][side ^ way]);
			pair_change(&pair, text[0].data, text[1].data);
			edits_check(&pair);
			cr_assert_eq(pair.edits.n, 2, "%s: %zu", rows[i][0],
				pair.edits.n);
			pair_release(&pair);
			buffer_release(&text[0]);
			buffer_release(&text[1]);
		}
}

Test(change, a_cut_in_mid_sentence_is_one_edit)
{
	static const char text[] = BEFORE "it" AFTER;
	struct pair pair;
	const struct edit *edit;

	pair_change(&pair, BEFORE "we will be what we say again\n\nThen they "
		"went to the harbour and spoke of trade.",
		BEFORE "we will be what we say again in the spring to all "
		"who ask us.\n\nThen they went to the harbour and spoke of "
		"trade.");
	cr_assert_eq(pair.edits.n, 1);
	edit = &pair.edits.edit[0];
	cr_assert_eq(edit->shape, EDIT_OMISSION);
	cr_assert_eq(edit->part, PART_REST);
	cr_assert(edit_says(&pair, edit, TRANSCRIPT,
		"in the spring to all who ask us."));
	cr_assert_eq(edit->span[REPRINT].start, strlen(BEFORE) +
		strlen("we will be what we say again"));
	pair_release(&pair);
	pair_change(&pair, text, text);
	cr_assert_eq(pair.edits.n, 0);
	pair_release(&pair);
}

/* What swaps places with the sides. */
static enum edit_shape
mirrored(enum edit_shape shape)
{
	switch (shape) {
	case EDIT_OMISSION: return EDIT_INSERTION;
	case EDIT_INSERTION: return EDIT_OMISSION;
	case EDIT_SPLIT: return EDIT_MERGE;
	case EDIT_MERGE: return EDIT_SPLIT;
	default: return shape;
	}
}

Test(change, swapping_the_sides_mirrors_the_edits)
{
	static const char *const rows[][2] = {
		{ "they now", "they go now" }, { "they go", "they stay" },
		{ "they go.\n\nNow they", "they go. Now they" },
		{ "they go, now", "they go – now" },
		{ "they go.", "they go. They do not stay. It is late." },
		{ "they go.", "they go.\n\nThey do not stay. It is late, "
		  "and there is nobody left.\n\nAnd" },
		{ "That is it", "that is it" }, { "a  b", "a b" },
	};
	size_t i, k;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
		struct pair one, other;

		for (k = 0; k < 2; k++)
			buffer_printf(&text[k], BEFORE "%s" AFTER,
				rows[i][k]);
		pair_change(&one, text[0].data, text[1].data);
		pair_change(&other, text[1].data, text[0].data);
		cr_assert_geq(one.edits.n, 1);
		cr_assert_eq(one.edits.n, other.edits.n, "%s", rows[i][1]);
		for (k = 0; k < one.edits.n; k++) {
			const struct edit *a = &one.edits.edit[k];
			const struct edit *b = &other.edits.edit[k];

			cr_assert_eq(a->shape, mirrored(b->shape));
			cr_assert(!memcmp(&a->span[0], &b->span[1],
				sizeof(a->span[0])), "%s", rows[i][1]);
			cr_assert(!memcmp(&a->span[1], &b->span[0],
				sizeof(a->span[1])), "%s", rows[i][1]);
		}
		pair_release(&one);
		pair_release(&other);
		buffer_release(&text[0]);
		buffer_release(&text[1]);
	}
}

Test(change, an_omission_of_any_length_is_one_edit)
{
	static const uint32_t lengths[] = { 1, 2, 3, 10, 200 };
	size_t i;
	int side;

	for (i = 0; i < sizeof(lengths) / sizeof(*lengths); i++)
		for (side = 0; side < 2; side++) {
			struct buffer all = BUFFER_INIT, less = BUFFER_INIT;
			struct pair pair;
			size_t n;

			prose_add(&all, 0, 30 + lengths[i]);
			prose_add(&less, 0, 15);
			prose_add(&less, 15 + lengths[i], 30 + lengths[i]);
			pair_change(&pair, side ? less.data : all.data,
				side ? all.data : less.data);
			edits_check(&pair);
			n = pair_shapes(&pair, side ? EDIT_OMISSION :
				EDIT_INSERTION);
			/* of what is put in, each paragraph is one */
			cr_assert_eq(n, side ? 1 : lengths[i]);
			cr_assert_eq(pair.edits.n, n);
			cr_assert_eq(pair.edits.edit[0].part,
				PART_PARAGRAPHS);
			pair_release(&pair);
			buffer_release(&all);
			buffer_release(&less);
		}
}

Test(change, a_passage_that_moved_is_one_edit_and_no_omission)
{
	struct buffer text = BUFFER_INIT, moved = BUFFER_INIT;
	struct pair pair;

	prose_add(&text, 0, 30);
	prose_add(&moved, 0, 8);
	prose_add(&moved, 9, 20);
	prose_add(&moved, 8, 9);
	prose_add(&moved, 20, 30);
	pair_change(&pair, moved.data, text.data);
	cr_assert_eq(pair.edits.n, 1);
	cr_assert_eq(pair.edits.edit[0].shape, EDIT_MOVED);
	cr_assert_eq(span_length(pair.edits.edit[0].span[0]),
		span_length(pair.edits.edit[0].span[1]));
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&moved);
}

Test(change, a_teaser_is_one_edit)
{
	struct buffer text = BUFFER_INIT, reprint = BUFFER_INIT;
	struct pair pair;

	prose_add(&text, 0, 30);
	prose_add(&reprint, 3, 4);
	prose_add(&reprint, 0, 30);
	pair_change(&pair, reprint.data, text.data);
	cr_assert_eq(pair.edits.n, 1);
	cr_assert_eq(pair.edits.edit[0].shape, EDIT_DUPLICATED);
	cr_assert_eq(pair.edits.edit[0].span[REPRINT].start, 0);
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&reprint);
}

Test(change, words_changed_at_the_ends_of_a_teaser_are_told_once)
{
	static const char *const rows[] = { "And", "And so", "And so it" };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buffer text = BUFFER_INIT, reprint = BUFFER_INIT;
		struct pair pair;

		prose_add(&text, 0, 30);
		buffer_printf(&reprint, "%s ", rows[i]);
		prose_paragraph(&reprint, 3);
		buffer_printf(&reprint, " %s.\n\n", rows[i]);
		prose_add(&reprint, 0, 30);
		pair_change(&pair, reprint.data, text.data);
		edits_check(&pair);
		edits_check_rest(&pair);
		cr_assert_eq(pair_shapes(&pair, EDIT_DUPLICATED), 1);
		pair_release(&pair);
		buffer_release(&text);
		buffer_release(&reprint);
	}
}

Test(change, a_word_glued_to_another_is_put_in)
{
	struct pair pair;

	assert_one("the tradewhat now", "the trade now", EDIT_INSERTION,
		"what", "");
	/* not where the rest of it is not what it was */
	assert_one("the caféwhat now", "the cafe now", EDIT_TEXT, "caféwhat",
		"cafe");
	assert_one("the tradewhat now", "the Trade now", EDIT_TEXT,
		"tradewhat", "Trade");
	/* a mark behind it is another */
	pair_change(&pair, BEFORE "the tradewhat! now" AFTER,
		BEFORE "the trade now" AFTER);
	edits_check(&pair);
	cr_assert_eq(pair.edits.n, 2);
	cr_assert(edit_says(&pair, &pair.edits.edit[0], REPRINT, "what"));
	cr_assert(edit_says(&pair, &pair.edits.edit[1], REPRINT, "!"));
	pair_release(&pair);
}

Test(change, two_texts_that_share_nothing_are_passages)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct pair pair;
	size_t i;
	int side;

	prose_add(&text[0], 0, 5);
	prose_add(&text[1], 1000, 1005);
	pair_change(&pair, text[0].data, text[1].data);
	edits_check(&pair);
	edits_check_rest(&pair);
	for (i = 0; i < pair.edits.n; i++)
		for (side = 0; side < 2; side++)
			cr_assert(!pair.edits.edit[i].has[side] ||
				pair.edits.edit[i].span[side].end <=
				text[side].len);
	pair_release(&pair);
	/* and one without words has none */
	pair_change(&pair, "", text[0].data);
	edits_check_rest(&pair);
	pair_release(&pair);
	pair_change(&pair, text[0].data, "— * —");
	edits_check_rest(&pair);
	pair_release(&pair);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}
