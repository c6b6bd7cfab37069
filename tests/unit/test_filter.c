#include "config.h"

#include "review/filter.h"

#include <string.h>

#include <criterion/criterion.h>

#include "desk.h"
#include "fixture.h"

/* Two patterns and four that stand alone:
 * 0 quotes, 1 case, 2 space, 3 dash, 4 dash, 5 wrong word, 6 put in */
static void
many(struct fixture *fixture)
{
	struct span nowhere = { 0, 0 };

	fixture_init(fixture, "ANN: \"One\" tWo three  four - five - six "
		"seven.\n\nBOB: More from us\n",
		"ANN: “One” Two three four – five – six eight.\n");
	fixture_words(fixture, "typography.quotes", "\"One\"", "“One”");
	fixture_words(fixture, "wording.case", "tWo", "Two");
	fixture_words(fixture, "typography.space", "three  four",
		"three four");
	fixture_words(fixture, "encoding.mangled", "-", "–");
	fixture_finding(fixture, "encoding.mangled",
		fixture_span(fixture, REPRINT, "- six"),
		fixture_span(fixture, TRANSCRIPT, "– six"));
	fixture->comparison.findings[4].span[REPRINT].end -= 4;
	fixture->comparison.findings[4].span[TRANSCRIPT].end -= 4;
	fixture_words(fixture, "wording.substitution", "seven", "eight");
	fixture_finding(fixture, "insertion.apparatus", fixture_span(fixture,
		REPRINT, "More from us"), nowhere)->has[TRANSCRIPT] = false;
	fixture_end(fixture);
	cr_assert_eq(fixture->comparison.nfinding, 7);
}

/* "0123456": those that are shown, one by one and at once. */
static const char *
shown(const struct fixture *fixture, const struct filter *filter)
{
	static char text[16];
	const struct comparison *cmp = &fixture->comparison;
	bool at_once[16];
	size_t i, n = 0, count;

	count = filter_select(filter, &fixture->review, at_once);
	for (i = 0; i < cmp->nfinding; i++) {
		bool alone = filter_shows(filter, &fixture->review,
			&cmp->findings[i]);

		cr_assert_eq(alone, at_once[i], "finding %zu", i);
		if (alone)
			text[n++] = (char)('0' + i);
	}
	text[n] = '\0';
	cr_assert_eq(n, count);
	return text;
}

#define ASSERT_SHOWN(fixture, expected, ...) do { \
	struct filter filter_ = { __VA_ARGS__ }; \
	cr_assert_str_eq(shown(fixture, &filter_), expected); \
} while (0)

Test(filter, one_that_is_zero_shows_everything)
{
	struct fixture fixture;

	many(&fixture);
	ASSERT_SHOWN(&fixture, "0123456", .kind = NULL);
	fixture_release(&fixture);
}

Test(filter, severity_and_kind)
{
	struct fixture fixture;

	many(&fixture);
	ASSERT_SHOWN(&fixture, "345", .least = ERROR);
	ASSERT_SHOWN(&fixture, "02", .kind = "typography");
	ASSERT_SHOWN(&fixture, "1", .kind = "wording.case");
	ASSERT_SHOWN(&fixture, "", .kind = "word");
	fixture_release(&fixture);
}

Test(filter, speaker)
{
	struct fixture fixture;
	const struct comparison *cmp = &fixture.comparison;

	many(&fixture);
	cr_assert_str_eq(finding_speaker(cmp, &cmp->findings[0]), "ANN");
	cr_assert_str_eq(finding_speaker(cmp, &cmp->findings[6]), "BOB");
	ASSERT_SHOWN(&fixture, "012345", .speaker = "ANN");
	ASSERT_SHOWN(&fixture, "6", .speaker = "BOB");
	ASSERT_SHOWN(&fixture, "", .speaker = "EVE");
	fixture_release(&fixture);
}

Test(filter, what_differs_in_one_way_alone_can_be_folded)
{
	struct fixture fixture;

	many(&fixture);
	ASSERT_SHOWN(&fixture, "13456", .fold_typography = true);
	ASSERT_SHOWN(&fixture, "023456", .fold_case = true);
	ASSERT_SHOWN(&fixture, "013456", .fold_spaces = true);
	ASSERT_SHOWN(&fixture, "3456", .fold_typography = true,
		.fold_case = true, .fold_spaces = true);
	fixture_release(&fixture);
}

Test(filter, a_passage_that_was_moved_and_wrapped_is_not_folded)
{
	struct fixture fixture;

	fixture_init(&fixture, "one two three four\n", "one two three\nfour\n");
	fixture_words(&fixture, "structure.moved", "two three four",
		"two three\nfour");
	fixture_end(&fixture);
	ASSERT_SHOWN(&fixture, "0", .fold_spaces = true, .fold_case = true);
	fixture_release(&fixture);
}

Test(filter, what_is_decided)
{
	struct fixture fixture;
	struct review *review = &fixture.review;
	const struct finding *finding;
	struct decision decision[3];
	struct arena arena;
	struct desk desk;
	struct error err;

	many(&fixture);
	desk_init(&desk);
	arena_init(&arena);
	review->store = desk_open(&desk);
	finding = fixture.comparison.findings;
	decision[0] = review_decide(review, &finding[3], ACCEPTED, "", "",
		&arena);
	decision[1] = review_decide(review, &finding[5], SKIPPED, "", "",
		&arena);
	decision[2] = review_decide(review, &finding[4], REJECTED, "", "",
		&arena);
	cr_assert_eq(store_add(review->store, decision, 2, &err), 0);
	ASSERT_SHOWN(&fixture, "35", .decided = DECIDED);
	ASSERT_SHOWN(&fixture, "01246", .decided = UNDECIDED);
	ASSERT_SHOWN(&fixture, "012346", .fold_decided = true);
	cr_assert_eq(store_add(review->store, decision + 2, 1, &err), 0);
	ASSERT_SHOWN(&fixture, "0126", .fold_decided = true);
	store_free(review->store);
	arena_release(&arena);
	desk_release(&desk);
	fixture_release(&fixture);
}
