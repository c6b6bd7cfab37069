#include "config.h"

#include "review/review.h"

#include <criterion/criterion.h>

#include "fixture.h"

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
	fixture.review.fail_on = ERROR;
	cr_assert_not(review_fails(&fixture.review, &finding[0]));
	cr_assert_not(review_fails(&fixture.review, &finding[1]));
	cr_assert(review_fails(&fixture.review, &finding[2]));
	cr_assert_eq(review_status(&fixture.review), 1);
	fixture.review.never_fail = true;
	cr_assert_eq(review_status(&fixture.review), 0);
	fixture_release(&fixture);
}

Test(review, notes_alone_do_not_fail_unless_asked_to)
{
	struct fixture fixture;

	one_of_each(&fixture);
	fixture.comparison.nfinding = 1;
	cr_assert_eq(review_status(&fixture.review), 0);
	fixture.review.fail_on = NOTE;
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
	fixture.review.never_fail = true;
	cr_assert_eq(review_status(&fixture.review), 2);
	fixture_release(&fixture);
}
