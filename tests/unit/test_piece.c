#include "config.h"

#include "compare/piece.h"

#include <criterion/criterion.h>
#include <string.h>

#include "pair.h"
#include "prose.h"
#include "spoil.h"

static bool
is_blank(const struct document *doc, uint32_t from, uint32_t to)
{
	for (; from < to; from++)
		if (!strchr(" \n\r\t*", doc->text[from]))
			return false;
	return true;
}

/* What holds for the pieces of any two texts. */
static void
assert_pieces(const struct comparison *cmp)
{
	size_t i;
	int side;

	for (i = 0; i < cmp->npiece; i++) {
		const struct piece *it = &cmp->pieces[i];

		cr_assert(it->has[0] || it->has[1]);
		cr_assert_eq(it->relation == REPRINT_ONLY, !it->has[1]);
		cr_assert_eq(it->relation == TRANSCRIPT_ONLY, !it->has[0]);
		cr_assert(it->similarity >= 0 && it->similarity <= 1);
		cr_assert(it->relation != EQUAL || it->similarity == 1);
		for (side = 0; side < 2; side++) {
			const struct paragraph *para;

			if (!it->has[side])
				continue;
			cr_assert_lt(it->paragraph[side],
				cmp->doc[side]->nparagraph);
			para = &cmp->doc[side]->paragraphs[
				it->paragraph[side]];
			cr_assert(para->span.start <= it->span[side].start &&
				it->span[side].end <= para->span.end);
			cr_assert(it->tile[side].start <=
				it->span[side].start &&
				it->span[side].end <= it->tile[side].end);
		}
	}
}

/* Each paragraph of the side is in a piece; the tiles of the reprint leave no
 * hole and do not overlap. */
static void
assert_all_there(const struct comparison *cmp)
{
	uint32_t at = 0;
	size_t i, k;
	int side;

	for (side = 0; side < 2; side++)
		for (k = 0; k < cmp->doc[side]->nparagraph; k++) {
			for (i = 0; i < cmp->npiece; i++)
				if (cmp->pieces[i].has[side] &&
				    cmp->pieces[i].paragraph[side] == k)
					break;
			cr_assert_lt(i, cmp->npiece, "side %d: %zu", side, k);
		}
	for (i = 0; i < cmp->npiece; i++) {
		const struct piece *it = &cmp->pieces[i];

		if (!it->has[REPRINT])
			continue;
		cr_assert(at <= it->span[REPRINT].start, "%zu", i);
		cr_assert(at == it->tile[REPRINT].start ||
			is_blank(cmp->doc[0], at, it->tile[REPRINT].start),
			"a hole before %u", it->tile[REPRINT].start);
		at = it->tile[REPRINT].end;
	}
}

/* The relations of the pieces, a letter each. */
static void
assert_relations(const struct comparison *cmp, const char *relations)
{
	static const char letters[] = "=~mdrt";
	char got[200];
	size_t i;

	for (i = 0; i < cmp->npiece && i < 199; i++)
		got[i] = letters[cmp->pieces[i].relation];
	got[i] = '\0';
	cr_assert_str_eq(got, relations);
}

static void
compare_texts(struct pair *pair, struct buffer *reprint,
	struct buffer *transcript, const char *relations)
{
	pair_compare(pair, reprint->data, transcript->data);
	buffer_release(reprint);
	buffer_release(transcript);
	assert_pieces(pair->cmp);
	assert_all_there(pair->cmp);
	assert_relations(pair->cmp, relations);
}

Test(piece, a_text_against_itself_is_equal_paragraph_for_paragraph)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	struct pair pair;
	size_t i;

	prose_add(&a, 0, 12);
	prose_add(&b, 0, 12);
	compare_texts(&pair, &a, &b, "============");
	for (i = 0; i < 12; i++) {
		cr_assert_eq(pair.cmp->pieces[i].paragraph[0], i);
		cr_assert_eq(pair.cmp->pieces[i].paragraph[1], i);
	}
	pair_release(&pair);
}

Test(piece, what_only_one_has_stands_where_it_stands)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	struct pair pair;

	prose_add(&a, 0, 3);
	prose_add(&a, 1000, 1001);
	prose_add(&a, 3, 5);
	prose_add(&a, 8, 10);
	prose_add(&b, 0, 12);
	compare_texts(&pair, &a, &b, "===r==ttt==tt");
	pair_release(&pair);
}

Test(piece, a_changed_paragraph_is_less_like_the_other)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	struct pair pair;

	prose_add(&a, 0, 4);
	buffer_puts(&a, " And so they went home again. ");
	prose_sentence(&a, 9000);
	prose_add(&a, 4, 8);
	prose_add(&b, 0, 4);
	buffer_puts(&b, " But then she stayed here. ");
	prose_sentence(&b, 9000);
	prose_add(&b, 4, 8);
	compare_texts(&pair, &a, &b, "===~====");
	cr_assert_gt(pair.cmp->pieces[3].similarity, 0.5);
	pair_release(&pair);
}

Test(piece, a_split_paragraph_is_a_piece_for_each_part)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	struct pair pair;
	const struct piece *part;

	prose_add(&a, 0, 2);
	buffer_puts(&a, "\n\n");
	prose_add(&a, 2, 4);
	prose_add(&b, 0, 2);
	buffer_puts(&b, " ");
	prose_paragraph(&b, 2);
	prose_add(&b, 3, 4);
	compare_texts(&pair, &a, &b, "====");
	part = pair.cmp->pieces;
	cr_assert_eq(part[1].paragraph[TRANSCRIPT], 1);
	cr_assert_eq(part[2].paragraph[TRANSCRIPT], 1);
	cr_assert_leq(part[1].span[TRANSCRIPT].end,
		part[2].span[TRANSCRIPT].start);
	pair_release(&pair);
}

Test(piece, merged_paragraphs_are_a_piece_for_each_part)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	struct pair pair;

	prose_add(&a, 0, 2);
	buffer_puts(&a, " ");
	prose_paragraph(&a, 2);
	prose_add(&a, 3, 4);
	prose_add(&b, 0, 4);
	compare_texts(&pair, &a, &b, "====");
	cr_assert_eq(pair.cmp->pieces[1].paragraph[REPRINT], 1);
	cr_assert_eq(pair.cmp->pieces[2].paragraph[REPRINT], 1);
	pair_release(&pair);
}

Test(piece, what_moved_and_what_is_repeated_is_told)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	struct pair pair;

	prose_add(&a, 5, 6);
	prose_add(&a, 0, 2);
	prose_add(&a, 3, 10);
	prose_add(&a, 2, 3);
	prose_add(&a, 10, 12);
	prose_add(&b, 0, 12);
	compare_texts(&pair, &a, &b, "d=========m==");
	pair_release(&pair);
}

Test(piece, texts_that_share_nothing_are_told_apart)
{
	struct buffer a = BUFFER_INIT, b = BUFFER_INIT;
	struct pair pair;

	prose_add(&a, 0, 3);
	prose_add(&b, 1000, 1002);
	compare_texts(&pair, &a, &b, "rrrtt");
	pair_release(&pair);
}

Test(piece, a_text_without_words_has_its_pieces)
{
	static const char *const rows[][2] = {
		{ "", "" }, { "", "We go." }, { "We go.", "" },
		{ "* * *", "* * *" }, { "* * *\n\nWe go.", "We go." },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;

		pair_compare(&pair, rows[i][0], rows[i][1]);
		assert_pieces(pair.cmp);
		assert_all_there(pair.cmp);
		pair_release(&pair);
	}
}

Test(piece, whatever_was_done_to_a_text_its_pieces_are_there)
{
	uint32_t round;

	for (round = 0; round < 30; round++) {
		struct buffer text = BUFFER_INIT;
		struct buffer spoilt = spoil_speech(round, 20,
			round % 2 ? 15 : 60, round % 3);
		struct pair pair;

		prose_add(&text, 0, 20);
		if (round % 4 < 2)
			pair_compare(&pair, spoilt.data, text.data);
		else
			pair_compare(&pair, text.data, spoilt.data);
		assert_pieces(pair.cmp);
		assert_all_there(pair.cmp);
		pair_release(&pair);
		buffer_release(&text);
		buffer_release(&spoilt);
	}
}
