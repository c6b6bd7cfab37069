#include "config.h"

#include "review/review.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "desk.h"
#include "fixture.h"
#include "pair.h"

static void
one_of_each(struct fixture *fixture)
{
	fixture_init(fixture, "one two three\n", "one two three\n");
	fixture_words(fixture, "typography.quotes", "one", "one");
	fixture_words(fixture, "wording.spelling", "two", "two");
	fixture_words(fixture, "wording.substitution", "three", "three");
	fixture_end(fixture);
}

Test(review, findings_are_counted_by_severity)
{
	struct fixture fixture;

	one_of_each(&fixture);
	cr_assert_eq(review_count(&fixture.review, NOTE), 1);
	cr_assert_eq(review_count(&fixture.review, WARNING), 1);
	cr_assert_eq(review_count(&fixture.review, ERROR), 1);
	fixture_release(&fixture);
}

Test(review, it_fails_from_the_severity_that_was_asked_for)
{
	struct fixture fixture;
	const struct finding *finding;

	one_of_each(&fixture);
	finding = fixture.comparison.findings;
	fixture.review.gate.fail_on = ERROR;
	cr_assert_not(review_fails(&fixture.review, &finding[0]));
	cr_assert_not(review_fails(&fixture.review, &finding[1]));
	cr_assert(review_fails(&fixture.review, &finding[2]));
	cr_assert_eq(review_status(&fixture.review), 1);
	fixture.review.gate.never_fail = true;
	cr_assert_eq(review_status(&fixture.review), 0);
	fixture_release(&fixture);
}

Test(review, notes_alone_do_not_fail_unless_asked_to)
{
	struct fixture fixture;

	one_of_each(&fixture);
	fixture.comparison.nfinding = 1;
	cr_assert_eq(review_status(&fixture.review), 0);
	fixture.review.gate.fail_on = NOTE;
	cr_assert_eq(review_status(&fixture.review), 1);
	fixture_release(&fixture);
}

Test(review, texts_that_are_no_pair_fail_by_that)
{
	struct fixture fixture;

	one_of_each(&fixture);
	fixture.comparison.nfinding = 0;
	fixture.comparison.relation = UNRELATED;
	cr_assert_eq(review_status(&fixture.review), 1);
	fixture.comparison.relation = UNREADABLE;
	cr_assert_eq(review_status(&fixture.review), 2);
	fixture.review.gate.never_fail = true;
	cr_assert_eq(review_status(&fixture.review), 2);
	fixture_release(&fixture);
}

/* ---- verdicts ---- */

static void
decide(struct review *review, const struct finding *finding,
	enum verdict verdict)
{
	struct arena arena;
	struct decision decision;
	struct error err;

	arena_init(&arena);
	decision = review_decide(review, finding, verdict, "Ann", "because",
		&arena);
	cr_assert_eq(store_add(review->store, &decision, 1, &err), 0, "%s",
		err.text);
	arena_release(&arena);
}

static size_t
count_orphans(const struct review *review)
{
	const struct decision **orphans;
	size_t n = review_orphans(review, &orphans);

	free(orphans);
	return n;
}

Test(review, what_is_accepted_does_not_fail)
{
	struct fixture fixture;
	struct review *review = &fixture.review;
	const struct finding *finding;
	struct desk desk;

	one_of_each(&fixture);
	desk_init(&desk);
	review->store = desk_open(&desk);
	finding = fixture.comparison.findings;
	cr_assert_eq(review_status(review), 1);
	decide(review, &finding[1], ACCEPTED);
	decide(review, &finding[2], REJECTED);
	cr_assert_eq(review_verdict(review, &finding[0]), OPEN);
	cr_assert_null(review_decision(review, &finding[0]));
	cr_assert_eq(review_verdict(review, &finding[1]), ACCEPTED);
	cr_assert_str_eq(review_decision(review, &finding[2])->note,
		"because");
	cr_assert_not(review_fails(review, &finding[1]));
	cr_assert(review_fails(review, &finding[2]));
	cr_assert_eq(review_status(review), 1);
	decide(review, &finding[2], ACCEPTED);
	cr_assert_eq(review_status(review), 0);
	cr_assert_eq(review_count_verdict(review, ACCEPTED), 2);
	cr_assert_eq(review_count_verdict(review, OPEN), 1);
	cr_assert_eq(count_orphans(review), 0);
	store_free(review->store);
	desk_release(&desk);
	fixture_release(&fixture);
}

Test(review, a_verdict_is_never_attached_to_other_words)
{
	struct fixture fixture;
	struct review *review = &fixture.review;
	struct finding *finding;
	struct desk desk;

	one_of_each(&fixture);
	desk_init(&desk);
	review->store = desk_open(&desk);
	finding = fixture.comparison.findings;
	decide(review, &finding[1], ACCEPTED);
	finding[1].span[REPRINT] = finding[2].span[REPRINT];
	cr_assert_eq(review_verdict(review, &finding[1]), OPEN);
	cr_assert_eq(count_orphans(review), 1);
	finding[1].span[REPRINT] = finding[1].span[TRANSCRIPT];
	cr_assert_eq(review_verdict(review, &finding[1]), ACCEPTED);
	finding[1].has[REPRINT] = false;
	cr_assert_eq(review_verdict(review, &finding[1]), OPEN);
	finding[1].has[REPRINT] = true;
	finding[1].kind = finding[2].kind;
	cr_assert_eq(review_verdict(review, &finding[1]), OPEN);
	store_free(review->store);
	desk_release(&desk);
	fixture_release(&fixture);
}

Test(review, what_was_opened_again_is_no_orphan)
{
	struct fixture fixture;
	struct review *review = &fixture.review;
	struct desk desk;

	one_of_each(&fixture);
	desk_init(&desk);
	review->store = desk_open(&desk);
	decide(review, &fixture.comparison.findings[2], REJECTED);
	fixture.comparison.nfinding = 2;
	cr_assert_eq(count_orphans(review), 1);
	fixture.comparison.nfinding = 3;
	decide(review, &fixture.comparison.findings[2], OPEN);
	fixture.comparison.nfinding = 2;
	cr_assert_eq(count_orphans(review), 0);
	store_free(review->store);
	desk_release(&desk);
	fixture_release(&fixture);
}

Test(review, a_long_reading_is_kept_by_its_ends)
{
	static const char words[] = "one  two\nthree four five six seven "
		"eight nine ten eleven twelve thirteen fourteen fifteen "
		"sixteen seventeen";
	struct fixture fixture;
	const struct finding *finding;
	char reading[READING_SIZE];

	fixture_init(&fixture, words, words);
	finding = fixture_words(&fixture, "wording.substitution", words,
		"two\nthree");
	cr_assert(review_reading(&fixture.comparison, finding, REPRINT,
		reading));
	cr_assert_str_eq(reading, "one two three four five six seven eight "
		"…teen fourteen fifteen sixteen seventeen");
	cr_assert(review_reading(&fixture.comparison, finding, TRANSCRIPT,
		reading));
	cr_assert_str_eq(reading, "two three");
	fixture_release(&fixture);
}

/* ---- identity ---- */

static const char transcript[] =
	"REED: The talks went well this morning, and I want to thank all who "
	"came for the candour with which they spoke about the harbour.\n"
	"\n"
	"REED: We shall open the northern harbour on the fourth of May, and "
	"the boats will leave from there in the evening of that day.\n";

static const char reprint[] =
	"REED: The talks went well this morning, and I want to thank all who "
	"came for the candour with which they spoke about the harbour.\n"
	"\n"
	"REED: We shall open the southern harbour on the fourth of May, and "
	"the boats will leave from there in the evening of that day.\n";

/* Accepts the finding of the two texts above, then looks for the verdict with
 * another reprint: what it is there. */
static enum verdict
verdict_after(const char *edited, size_t *norphan)
{
	struct desk desk;
	struct pair pair;
	struct review review = { .gate = { .fail_on = WARNING } };
	enum verdict verdict = OPEN;
	size_t i;

	desk_init(&desk);
	pair_compare(&pair, reprint, transcript);
	review.comparison = pair.cmp;
	review.store = desk_open(&desk);
	cr_assert_eq(pair.cmp->nfinding, 1);
	decide(&review, pair.cmp->findings, ACCEPTED);
	pair_release(&pair);
	pair_compare(&pair, edited, transcript);
	review.comparison = pair.cmp;
	for (i = 0; i < pair.cmp->nfinding && verdict == OPEN; i++)
		verdict = review_verdict(&review, &pair.cmp->findings[i]);
	*norphan = count_orphans(&review);
	pair_release(&pair);
	store_free(review.store);
	desk_release(&desk);
	return verdict;
}

Test(review, a_verdict_survives_an_edit_elsewhere)
{
	size_t norphan;

	cr_assert_eq(verdict_after("From our correspondent\n\n"
		"REED: The talks went badly this morning, and I want to "
		"thank all who came for the candour with which they spoke "
		"about the harbour.\n\n"
		"REED: We shall open the southern harbour on the fifth of "
		"May, and the boats will leave from there in the evening of "
		"that day.\n", &norphan), ACCEPTED);
	cr_assert_eq(norphan, 0);
}

Test(review, a_verdict_survives_other_line_ends)
{
	size_t norphan;

	cr_assert_eq(verdict_after(
		"REED: The talks went well this morning, and I want\n"
		"to thank all who came for the candour with which\n"
		"they spoke about the harbour.\n\n"
		"REED: We shall open the\nsouthern harbour on the\n"
		"fourth of May, and the boats\nwill leave from there\n"
		"in the evening of that day.\n", &norphan), ACCEPTED);
	cr_assert_eq(norphan, 0);
}

Test(review, a_verdict_does_not_survive_another_reading)
{
	size_t norphan;

	cr_assert_eq(verdict_after(
		"REED: The talks went well this morning, and I want to thank "
		"all who came for the candour with which they spoke about "
		"the harbour.\n\n"
		"REED: We shall open the eastern harbour on the fourth of "
		"May, and the boats will leave from there in the evening of "
		"that day.\n", &norphan), OPEN);
	cr_assert_eq(norphan, 1);
}

Test(review, a_verdict_whose_finding_is_corrected_is_an_orphan)
{
	size_t norphan;

	cr_assert_eq(verdict_after(transcript, &norphan), OPEN);
	cr_assert_eq(norphan, 1);
}

Test(review, an_identity_does_not_see_where_a_reading_is_wrapped)
{
	static const char said[] = "REED: We shall open the harbour on the "
		"fourth of May.\n";
	struct pair one, two;

	pair_compare(&one, "REED: We shall open the harbour, as I have always "
		"told you all, on the fourth of May.\n", said);
	pair_compare(&two, "REED: We shall open the harbour, as I have\n"
		"always told you all, on the fourth of May.\n", said);
	cr_assert_eq(one.cmp->nfinding, 1, "%s", pair_kinds(&one));
	cr_assert_eq(two.cmp->nfinding, 1, "%s", pair_kinds(&two));
	cr_assert_eq(one.cmp->findings->id, two.cmp->findings->id);
	pair_release(&one);
	pair_release(&two);
}
