#include "config.h"

#include "compare/order.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"

static const struct edit *
find_order(const struct pair *pair)
{
	size_t i;

	for (i = 0; i < pair->edits.n; i++)
		if (pair->edits.edit[i].shape == EDIT_ORDER)
			return &pair->edits.edit[i];
	return NULL;
}

/* Before and after what changed places there is text enough to align. */
#define BEFORE "We have said before what we have to say on trade, "
#define AFTER " and we will say it again in the spring to all who ask."

Test(order, words_that_changed_places_are_one_edit)
{
	static const char *const rows[][2] = {
		{ "relations our", "our relations" },
		{ "we also must", "we must also" },
		{ "now they know it", "they know it now" },
	};
	size_t i;
	int way;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		for (way = 0; way < 2; way++) {
			struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
			const struct edit *edit;
			struct pair pair;
			int side;

			for (side = 0; side < 2; side++)
				buffer_printf(&text[side], BEFORE "%s" AFTER,
					rows[i][side ^ way]);
			pair_change(&pair, text[0].data, text[1].data);
			edit = find_order(&pair);
			cr_assert(edit, "%s", rows[i][way]);
			cr_assert_eq(pair.edits.n, 1);
			for (side = 0; side < 2; side++) {
				const char *words = rows[i][side ^ way];
				const char *at = strstr(words, "must");

				/* at least the words that moved */
				cr_assert(strstr(words, at ? "also" :
					words) != NULL);
				cr_assert(span_length(edit->span[side]) <=
					strlen(words));
				cr_assert(edit->span[side].start >=
					strlen(BEFORE) &&
					edit->span[side].end <=
					strlen(BEFORE) + strlen(words));
			}
			cr_assert_eq(span_length(edit->words[0]),
				span_length(edit->words[1]));
			cr_assert_gt(span_length(edit->words[0]), 1);
			pair_release(&pair);
			buffer_release(&text[0]);
			buffer_release(&text[1]);
		}
}

Test(order, words_far_from_their_place_are_left_out_and_put_in)
{
	struct pair pair;

	pair_change(&pair, "They gladly" AFTER BEFORE "it goes.",
		"They" AFTER BEFORE "it gladly goes.");
	cr_assert_null(find_order(&pair));
	cr_assert_eq(pair.edits.n, 2);
	cr_assert_eq(pair_shapes(&pair, EDIT_INSERTION), 1);
	cr_assert_eq(pair_shapes(&pair, EDIT_OMISSION), 1);
	pair_release(&pair);
}

Test(order, other_words_are_not_in_another_order)
{
	struct pair pair;

	pair_change(&pair, BEFORE "relations their" AFTER,
		BEFORE "our relations" AFTER);
	cr_assert_null(find_order(&pair));
	pair_release(&pair);
	pair_change(&pair, BEFORE "our relations" AFTER,
		BEFORE "our relations" AFTER);
	cr_assert_eq(pair.edits.n, 0);
	pair_release(&pair);
}

Test(order, edits_before_the_first_are_not_looked_at)
{
	struct pair pair;
	struct edit_list list = { 0 };
	struct edit omitted = { .shape = EDIT_OMISSION,
		.has = { true, true } };
	struct edit inserted = { .shape = EDIT_INSERTION,
		.has = { true, true } };

	pair_align(&pair, "our relations", "relations our");
	omitted.words[TRANSCRIPT] = (struct span){ 1, 2 };
	omitted.span[TRANSCRIPT] = (struct span){ 10, 13 };
	inserted.words[REPRINT] = (struct span){ 0, 1 };
	inserted.span[REPRINT] = (struct span){ 0, 3 };
	*ARRAY_ADD(list.edit, list.n, list.cap) = inserted;
	*ARRAY_ADD(list.edit, list.n, list.cap) = omitted;
	order_find(&pair.context, &list, 1);
	cr_assert_eq(list.n, 2);
	order_find(&pair.context, &list, 2);
	cr_assert_eq(list.n, 2);
	free(list.edit);
	pair_release(&pair);
}
