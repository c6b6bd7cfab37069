#include "config.h"

#include "compare/usage.h"

#include <criterion/criterion.h>
#include <string.h>

#include "pair.h"

static bool
is_name(const char *reprint, const char *transcript, const char *word)
{
	struct pair pair;
	uint32_t key;
	bool name;

	pair_align(&pair, reprint, transcript);
	key = keys_find(pair.keys, word, strlen(word));
	cr_assert_neq(key, NO_KEY, "%s", word);
	name = usage_is_name(pair.usage, key);
	pair_release(&pair);
	return name;
}

Test(usage, a_capital_within_a_sentence_makes_a_name)
{
	cr_assert(is_name("We met Holm there.", "", "holm"));
	cr_assert(is_name("", "We met Holm there.", "holm"));
	cr_assert(is_name("We met \"Holm\" there.", "", "holm"));
	cr_assert(is_name("Мы видели Хольма там.", "", "хольма"));
}

Test(usage, a_capital_at_the_start_of_a_sentence_does_not)
{
	cr_assert_not(is_name("We go. Then we met.", "", "then"));
	cr_assert_not(is_name("We go! Then we met.", "", "then"));
	cr_assert_not(is_name("We go.\n\nThen we met", "", "then"));
	cr_assert_not(is_name("We go.\n\nThen we met", "", "we"));
}

Test(usage, a_word_that_is_also_written_small_is_no_name)
{
	cr_assert_not(is_name("We met the Minister.", "A minister came.",
		"minister"));
	cr_assert_not(is_name("A minister came.", "We met the Minister.",
		"minister"));
	cr_assert_not(is_name("We met the Minister; a minister came.", "",
		"minister"));
}

Test(usage, one_capital_letter_is_no_name)
{
	cr_assert_not(is_name("That is what I said.", "", "i"));
}

Test(usage, what_has_no_case_is_no_name)
{
	cr_assert_not(is_name("We met 31 men, 漢 and هولم.", "", "31"));
	cr_assert_not(is_name("We met 31 men, 漢 and هولم.", "", "漢"));
	cr_assert_not(is_name("We met 31 men, 漢 and هولم.", "", "هولم"));
}

Test(usage, a_word_is_counted_in_both_texts)
{
	struct pair pair;

	pair_align(&pair, "We go and we stay.", "WE go. They stay.");
	cr_assert_eq(usage_count(pair.usage, keys_find(pair.keys, "we", 2)),
		3);
	cr_assert_eq(usage_count(pair.usage, keys_find(pair.keys, "and", 3)),
		1);
	cr_assert_eq(usage_count(pair.usage, keys_find(pair.keys, "stay", 4)),
		2);
	pair_release(&pair);
}

/* Are the transcript's dashes lost throughout at the n-th of them? */
static bool
lost_at(const char *reprint, const char *transcript, int nth)
{
	struct pair pair;
	const char *at = transcript - 1;
	bool lost;

	pair_change(&pair, reprint, transcript);
	while (nth-- >= 0)
		at = strstr(at + 1, "–");
	lost = usage_lost_throughout(pair.usage, 0x2013,
		(uint32_t)(at - transcript));
	pair_release(&pair);
	return lost;
}

static const char dashes[] = "We go – they said – in the spring – or in the "
	"summer – or later on – or never at all.";

Test(usage, a_mark_that_is_gone_everywhere_was_lost)
{
	int i;

	for (i = 0; i < 5; i++)
		cr_assert(lost_at("We go  they said  in the spring  or in the "
			"summer  or later on  or never at all.", dashes, i));
}

Test(usage, a_mark_that_is_gone_once_was_struck)
{
	int i;

	for (i = 0; i < 5; i++)
		cr_assert_not(lost_at("We go – they said – in the spring or "
			"in the summer – or later on – or never at all.",
			dashes, i));
}

Test(usage, without_edits_nothing_is_lost)
{
	struct pair pair;

	pair_change(&pair, dashes, dashes);
	cr_assert_not(usage_lost_throughout(pair.usage, 0x2013, 6));
	cr_assert_not(usage_lost_throughout(pair.usage, 0x2014, 0));
	pair_release(&pair);
}
