#include "config.h"

#include "review/judged.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

#include "desk.h"
#include "fixture.h"
#include "review/baseline.h"
#include "review/equivalent.h"

/* 0 quotes, 1 colour, 2 wrong word, 3 quotes again, 4 a footer, 5 a label */
static void
paper(struct fixture *fixture)
{
	struct span nowhere = { 0, 0 };

	fixture_init(fixture, "ANN: \"One\" colour has seven \"One\" sides.\n\n"
		"More from us: boats\n\nTHE CHAIR: We go on.\n",
		"ANN: “One” color has eight “One” sides.\n\n"
		"BOB COLE: We go on.\n");
	fixture_words(fixture, "typography.quotes", "\"One\"", "“One”");
	fixture_words(fixture, "wording.spelling", "colour", "color");
	fixture_words(fixture, "wording.substitution", "seven", "eight");
	fixture_finding(fixture, "typography.quotes",
		fixture_span(fixture, REPRINT, "\"One\" sides"),
		fixture_span(fixture, TRANSCRIPT, "“One” sides"));
	fixture->comparison.findings[3].span[REPRINT].end -= 6;
	fixture->comparison.findings[3].span[TRANSCRIPT].end -= 6;
	fixture_finding(fixture, "insertion.paragraph", fixture_span(fixture,
		REPRINT, "More from us: boats"), nowhere)->has[TRANSCRIPT] =
		false;
	fixture_words(fixture, "attribution.speaker", "THE CHAIR", "BOB COLE");
	fixture_end(fixture);
	cr_assert_eq(fixture->comparison.nfinding, 6);
}

static struct judged *
judge(struct fixture *fixture)
{
	struct review *review = &fixture->review;
	struct error err;
	struct judged *judged = judged_new(&review->gate,
		&fixture->comparison, &err);

	cr_assert(judged, "%s", err.text);
	review->judged = judged;
	review->comparison = &judged->comparison;
	return judged;
}

static void
set(struct fixture *fixture, int (*take)(struct gate *gate, const char *value,
	struct error *err), const char *value)
{
	struct error err;

	cr_assert_eq(take(&fixture->review.gate, value, &err), 0, "%s",
		err.text);
}

/* "01245": the findings that are reported, as they are numbered above. */
static const char *
reported(const struct judged *judged)
{
	static char out[16];
	size_t i;

	for (i = 0; i < judged->comparison.nfinding; i++)
		out[i] = (char)('0' + (judged->comparison.findings[i].id -
			0x1000));
	out[i] = '\0';
	return out;
}

Test(judged, nothing_that_is_asked_for_changes_nothing)
{
	struct fixture fixture;
	struct judged *judged;
	size_t i;

	paper(&fixture);
	judged = judge(&fixture);
	cr_assert_str_eq(reported(judged), "012345");
	cr_assert_eq(judged->nignored, 0);
	for (i = 0; i < 6; i++) {
		cr_assert_null(judged->known[i]);
		cr_assert_eq(memcmp(&judged->comparison.findings[i],
			&fixture.comparison.findings[i],
			sizeof(struct finding)), 0);
	}
	cr_assert_eq(memcmp(judged->comparison.patterns,
		fixture.comparison.patterns, judged->comparison.npattern *
		sizeof(struct pattern)), 0);
	cr_assert_eq(review_whole(&fixture.review), &fixture.comparison);
	judged_free(judged);
	fixture_release(&fixture);
}

Test(judged, what_is_ignored_stands_behind_what_counts)
{
	struct fixture fixture;
	const struct finding *ignored;
	struct judged *judged;
	const struct pattern *pattern;

	paper(&fixture);
	set(&fixture, gate_ignore, "typography,wording.substitution");
	judged = judge(&fixture);
	cr_assert_str_eq(reported(judged), "145");
	cr_assert_eq(review_ignored(&fixture.review, &ignored), 3);
	cr_assert_eq(ignored, &judged->comparison.findings[3]);
	cr_assert_eq(ignored[0].id, 0x1000);
	/* the number of a pattern is what it was */
	pattern = &judged->comparison.patterns[ignored[0].pattern];
	cr_assert_eq(pattern->nfinding, 0);
	cr_assert_eq(pattern->first, 3);
	pattern = &judged->comparison.patterns[
		judged->comparison.findings[0].pattern];
	cr_assert_eq(pattern->nfinding, 1);
	cr_assert_eq(pattern->first, 0);
	cr_assert_eq(fixture.comparison.nfinding, 6);
	judged_free(judged);
	fixture_release(&fixture);
}

Test(judged, a_kind_weighs_what_is_asked_for)
{
	struct fixture fixture;
	struct judged *judged;

	paper(&fixture);
	fixture.comparison.findings[2].explanation.light = true;
	fixture.comparison.findings[2].severity = NOTE;
	set(&fixture, gate_weigh, "wording=error");
	set(&fixture, gate_weigh, "typography=warning");
	judged = judge(&fixture);
	cr_assert_eq(judged->comparison.findings[0].severity, WARNING);
	cr_assert_eq(judged->comparison.findings[1].severity, ERROR);
	cr_assert_eq(judged->comparison.findings[2].severity, NOTE);
	cr_assert_eq(fixture.comparison.findings[0].severity, NOTE);
	cr_assert_eq(review_count_weighed(&fixture.review), 3);
	judged_free(judged);
	fixture_release(&fixture);
}

Test(judged, what_a_rule_knows_is_a_note_that_says_so)
{
	struct fixture fixture;
	struct judged *judged;
	const struct finding *finding;
	size_t i;

	paper(&fixture);
	set(&fixture, gate_equate, "color / Colour / kleur");
	set(&fixture, gate_furniture, "More from us*");
	set(&fixture, gate_alias, "COLE = THE CHAIR");
	set(&fixture, gate_weigh, "wording=error");
	judged = judge(&fixture);
	finding = judged->comparison.findings;
	for (i = 0; i < 6; i++)
		cr_assert_eq(judged->known[i] != NULL, i == 1 || i >= 4,
			"%zu", i);
	cr_assert_eq(finding[1].severity, NOTE);
	cr_assert_str_eq(finding[1].message, "Something differs; equivalent "
		"words.");
	cr_assert_str_eq(finding[4].message, "Something differs; known "
		"furniture.");
	cr_assert_str_eq(judged->known[5], "an alias of the speaker");
	cr_assert_eq(review_count_known(&fixture.review), 3);
	/* by its kind it would fail, but it is known */
	set(&fixture, gate_fail_on, "wording");
	cr_assert_not(review_fails(&fixture.review, &finding[1]));
	cr_assert(review_fails(&fixture.review, &finding[2]));
	set(&fixture, gate_fail_on, "note");
	cr_assert(review_fails(&fixture.review, &finding[1]));
	judged_free(judged);
	fixture_release(&fixture);
}

Test(judged, furniture_is_what_the_reprint_alone_has)
{
	struct fixture fixture;
	struct judged *judged;

	paper(&fixture);
	set(&fixture, gate_furniture, "*");
	judged = judge(&fixture);
	cr_assert_eq(review_count_known(&fixture.review), 1);
	cr_assert_not_null(judged->known[4]);
	judged_free(judged);
	fixture_release(&fixture);
}

Test(judged, a_passage_is_ignored_with_all_that_is_found_in_it)
{
	struct fixture fixture;
	struct judged *judged;

	paper(&fixture);
	set(&fixture, gate_ignore_passage, "ANN: *");
	judged = judge(&fixture);
	cr_assert_str_eq(reported(judged), "45");
	cr_assert_eq(judged->nignored, 4);
	judged_free(judged);
	fixture_release(&fixture);
}

Test(judged, a_passage_may_be_known_by_what_the_transcript_has)
{
	struct fixture fixture;
	struct judged *judged;

	paper(&fixture);
	set(&fixture, gate_ignore_passage, "/^BOB COLE:/");
	judged = judge(&fixture);
	cr_assert_str_eq(reported(judged), "01234");
	judged_free(judged);
	fixture_release(&fixture);
}

/* ---- coverage ---- */

static const char *
why_not(struct fixture *fixture, const char *value)
{
	static struct error err;
	struct judged *judged;

	fixture->review.gate.coverage.n = 0;
	set(fixture, gate_cover, value);
	err.text[0] = '\0';
	judged = judged_new(&fixture->review.gate, &fixture->comparison,
		&err);
	judged_free(judged);
	return judged ? NULL : err.text;
}

static void
talks(struct fixture *fixture)
{
	fixture_init(fixture, "ANN LEE: One two three.\n",
		"ANN LEE: One two three.\n\nBOB LEE: Four five.\n\n"
		"THE CHAIR: Six.\n");
	fixture_piece(fixture, EQUAL, "ANN LEE: One two three.",
		"ANN LEE: One two three.");
	fixture_end(fixture);
}

Test(goal, speakers_are_found_by_any_of_their_names)
{
	struct fixture fixture;

	talks(&fixture);
	cr_assert_null(why_not(&fixture, "ANN LEE=100%"));
	cr_assert_null(why_not(&fixture, "ann=100%"));
	cr_assert(strstr(why_not(&fixture, "LEE=100%"), "may be each of"));
	cr_assert(strstr(why_not(&fixture, "COLE=100%"),
		"it has ANN LEE, BOB LEE, THE CHAIR"));
	set(&fixture, gate_alias, "COLE = THE CHAIR");
	cr_assert_null(why_not(&fixture, "cole=100%"));
	fixture_release(&fixture);
}

Test(goal, each_goal_that_is_missed_is_a_failure)
{
	struct fixture fixture;
	const struct failure *list;
	struct judged *judged;
	struct arena arena;

	talks(&fixture);
	set(&fixture, gate_cover, "BOB=100%");
	set(&fixture, gate_cover, "ANN=100%");
	set(&fixture, gate_cover, "THE CHAIR=0%");
	set(&fixture, gate_cover, "90%");
	set(&fixture, gate_cover, "bob = 50%");
	set(&fixture, gate_fail_on, "none");
	judged = judge(&fixture);
	cr_assert_eq(judged->ngoal, 4);
	arena_init(&arena);
	cr_assert_eq(review_failures(&fixture.review, &arena, &list), 2);
	cr_assert_str_eq(list[0].option, "min-coverage");
	cr_assert_str_eq(list[0].value, "90%");
	cr_assert_str_eq(list[1].value, "bob = 50%");
	cr_assert_str_eq(list[1].reason, "bob: 0% of 2 words are covered");
	cr_assert_eq(review_status(&fixture.review), 1);
	arena_release(&arena);
	judged_free(judged);
	fixture_release(&fixture);
}

Test(goal, a_share_is_rounded_down_and_met_exactly)
{
	struct goal goal = { .share = 9000, .ncovered = 8999, .nword = 10000 };
	struct buffer text = BUFFER_INIT;

	cr_assert_not(goal_is_met(&goal));
	goal_put(&text, &goal);
	cr_assert_str_eq(text.data, "89.99% of 10000 words are covered");
	goal.ncovered = 9000;
	cr_assert(goal_is_met(&goal));
	goal.ncovered = goal.nword = 0;
	cr_assert(goal_is_met(&goal));
	buffer_release(&text);
}

/* ---- equivalent words ---- */

static bool
alike(const char *group, const char *a, const char *b)
{
	struct gate_values values = { { group, "x/y" }, 2 };
	struct equivalents *equivalents = equivalents_new(&values,
		EQUIVALENT_SEPARATOR);
	bool is = equivalents_explain(equivalents,
		(struct gate_part){ a, strlen(a) },
		(struct gate_part){ b, strlen(b) });

	equivalents_free(equivalents);
	return is;
}

Test(equivalent, words_of_a_group_are_alike_in_any_order_and_case)
{
	cr_assert(alike("colour/color", "colour", "color"));
	cr_assert(alike("colour/color", "COLOR", "Colour"));
	cr_assert(alike("a/b/c", "c", "a"));
	cr_assert(alike("per cent/percent/%", "5 per\n cent", "5 percent"));
	cr_assert(alike("straße/strasse", "Straße", "strasse"));
}

Test(equivalent, a_reading_may_have_other_words_too)
{
	cr_assert(alike("colour/color", "the colour, grey", "the color, Grey"));
	cr_assert(alike("colour/color", "colour x", "color y"));
	cr_assert_not(alike("colour/color", "the colour", "a color"));
	cr_assert_not(alike("colour/color", "colour", "color of"));
	cr_assert_not(alike("colour/color", "colours", "color"));
	cr_assert_not(alike("colour/color", "colours", "colors"));
}

Test(equivalent, without_such_a_word_nothing_is_explained)
{
	cr_assert_not(alike("colour/color", "grey", "Grey"));
	cr_assert_not(alike("colour/color", "", "color"));
	cr_assert_not(alike("colour/color", "colour", "colour"));
	cr_assert_not(alike("colour/color", "colour", "x"));
}

/* ---- baseline ---- */

static void
write_baseline(struct fixture *fixture, const struct desk *desk)
{
	struct buffer text = BUFFER_INIT;

	baseline_write(&fixture->review, &text);
	desk_put(desk, text.data);
	buffer_release(&text);
}

Test(baseline, what_is_in_it_does_not_fail)
{
	struct fixture fixture;
	struct review *review = &fixture.review;
	const struct finding *finding = NULL;
	struct store *baseline;
	struct desk desk;

	paper(&fixture);
	desk_init(&desk);
	write_baseline(&fixture, &desk);
	cr_assert_eq(review_status(review), 1);
	review->baseline = baseline = desk_open(&desk);
	finding = fixture.comparison.findings;
	cr_assert_eq(review_count_baseline(review), 4);
	cr_assert_not(review_in_baseline(review, &finding[0]));
	cr_assert(review_in_baseline(review, &finding[1]));
	cr_assert_eq(review_status(review), 0);
	review->gate.strict = true;
	cr_assert_eq(review_status(review), 1);
	review->gate.strict = false;
	/* other words, though the id is the same */
	fixture.comparison.findings[1].span[REPRINT].end--;
	cr_assert_eq(review_status(review), 1);
	store_free(baseline);
	desk_release(&desk);
	fixture_release(&fixture);
}

Test(baseline, what_is_gone_is_stale_and_fails_if_it_is_to)
{
	struct fixture fixture;
	struct review *review = &fixture.review;
	const struct decision **stale;
	const struct failure *list;
	struct store *baseline;
	struct arena arena;
	struct desk desk;

	paper(&fixture);
	desk_init(&desk);
	arena_init(&arena);
	write_baseline(&fixture, &desk);
	review->baseline = baseline = desk_open(&desk);
	fixture.comparison.nfinding--;
	cr_assert_eq(review_stale(review, &stale), 1);
	cr_assert_str_eq(stale[0]->kind, "attribution.speaker");
	free(stale);
	cr_assert_eq(review_orphans(review, &stale), 0);
	cr_assert_eq(review_status(review), 0);
	review->gate.strict = review->gate.never_fail = true;
	cr_assert_eq(review_failures(review, &arena, &list), 1);
	cr_assert_str_eq(list[0].option, "strict");
	cr_assert_null(list[0].value);
	arena_release(&arena);
	store_free(baseline);
	desk_release(&desk);
	fixture_release(&fixture);
}

Test(baseline, the_same_findings_give_the_same_bytes)
{
	struct fixture fixture;
	struct buffer first = BUFFER_INIT, second = BUFFER_INIT;
	struct desk desk;

	paper(&fixture);
	desk_init(&desk);
	baseline_write(&fixture.review, &first);
	desk_put(&desk, first.data);
	fixture.review.baseline = desk_open(&desk);
	baseline_write(&fixture.review, &second);
	cr_assert_str_eq(first.data, second.data);
	cr_assert(strstr(first.data, "\t1970-01-01T00:00:00.000Z\taccepted\t-"
		"\twording.spelling\tcolor\tcolour\t-\n"), "%s", first.data);
	store_free((struct store *)fixture.review.baseline);
	buffer_release(&first);
	buffer_release(&second);
	desk_release(&desk);
	fixture_release(&fixture);
}

Test(baseline, it_is_not_written_over_anything_else)
{
	struct error err;
	struct desk desk;

	desk_init(&desk);
	cr_assert_eq(baseline_may_be_written(desk.path, &err), 0);
	desk_put(&desk, "ANN: Words.\n");
	cr_assert_eq(baseline_may_be_written(desk.path, &err), -1);
	desk_put(&desk, "# verbatim review 1\n0123456789abcdef\t"
		"2026-01-01T00:00:00.000Z\taccepted\tAnn\twording.name\ta\tb"
		"\t-\n");
	cr_assert_eq(baseline_may_be_written(desk.path, &err), -1);
	cr_assert(strstr(err.text, "verdicts of a reviewer"));
	desk_put(&desk, "# verbatim review 1\n");
	cr_assert_eq(baseline_may_be_written(desk.path, &err), 0);
	desk_release(&desk);
}
