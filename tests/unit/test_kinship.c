/* Which text is near another. */
#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "compare/kinship.h"
#include "text/fold.h"

static struct keys *keys;

static struct document *
text(const char *words)
{
	struct error err;
	struct document *doc = document_from_bytes("a.txt", words,
		strlen(words), NULL, keys, &err);

	cr_assert(doc);
	return doc;
}

static size_t
shared(const char *a, const char *b)
{
	struct document *doc, *other;
	struct kinship *kinship;
	size_t n;

	keys = keys_new();
	doc = text(a);
	other = text(b);
	kinship = kinship_new(doc);
	n = kinship_shared(kinship, other);
	cr_assert_eq(kinship_shared(kinship, other), n);
	kinship_free(kinship);
	document_free(doc);
	document_free(other);
	keys_free(keys);
	return n;
}

Test(kinship, a_text_shares_all_with_itself)
{
	cr_assert_eq(shared("one two three four five",
		"one two three four five"), 3);
}

Test(kinship, a_word_that_differs_breaks_three_sequences)
{
	cr_assert_eq(shared("one two three four five six seven",
		"one two three other five six seven"), 2);
}

Test(kinship, what_comes_again_counts_once)
{
	cr_assert_eq(shared("a b c a b c", "a b c a b c a b c"), 3);
}

Test(kinship, less_than_three_words_share_nothing)
{
	cr_assert_eq(shared("one two", "one two three"), 0);
	cr_assert_eq(shared("one two three", "one two"), 0);
	cr_assert_eq(shared("", ""), 0);
}

Test(kinship, words_in_errors_weigh_more_than_how_many_errors)
{
	struct distance near = { .related = true, .nword = 3,
		.count = { [ERROR] = 3 } };
	struct distance far = { .related = true, .nword = 9,
		.count = { [ERROR] = 1 } };
	struct distance none = { .related = false };

	cr_assert_lt(distance_compare(&near, &far), 0);
	cr_assert_gt(distance_compare(&far, &near), 0);
	cr_assert_lt(distance_compare(&far, &none), 0);
	cr_assert_eq(distance_compare(&near, &near), 0);
}
