#include "config.h"

#include "report/report.h"

#include <string.h>

#include <criterion/criterion.h>

#include "desk.h"
#include "fixture.h"

/* A text of two patterns, and what was decided of it. */
struct sitting {
	struct fixture fixture;
	struct desk desk;
	struct arena arena;
	struct buffer out;
};

static void
sitting_init(struct sitting *sitting)
{
	struct fixture *fixture = &sitting->fixture;

	fixture_init(fixture, "ANN: The red boat and the blue boat have left "
		"for good.\n", "ANN: The green boat and the grey boat had "
		"left for good.\n");
	fixture_piece(fixture, CHANGED, "ANN: The red boat and the blue boat "
		"have left for good.", "ANN: The green boat and the grey boat "
		"had left for good.");
	fixture_words(fixture, "wording.substitution", "red", "green");
	fixture_words(fixture, "wording.substitution", "blue", "grey");
	fixture_words(fixture, "wording.spelling", "have", "had");
	fixture_end(fixture);
	desk_init(&sitting->desk);
	arena_init(&sitting->arena);
	fixture->review.store = desk_open(&sitting->desk);
	memset(&sitting->out, 0, sizeof(sitting->out));
}

static void
sitting_release(struct sitting *sitting)
{
	buffer_release(&sitting->out);
	store_free(sitting->fixture.review.store);
	arena_release(&sitting->arena);
	desk_release(&sitting->desk);
	fixture_release(&sitting->fixture);
}

static void
decide(struct sitting *sitting, size_t index, enum verdict verdict,
	const char *note)
{
	struct review *review = &sitting->fixture.review;
	struct decision decision = review_decide(review,
		&sitting->fixture.comparison.findings[index], verdict,
		"A\x1B[2Jnn", note, &sitting->arena);
	struct error err;

	cr_assert_eq(store_add(review->store, &decision, 1, &err), 0);
}

static const char *
print(struct sitting *sitting, const char *format, bool verbose)
{
	struct report_options options = { .width = 100, .verbose = verbose };

	sitting->out.len = 0;
	report_format_find(format)->write(&sitting->fixture.review, &options,
		&sitting->out);
	return sitting->out.data;
}

#define ASSERT_HAS(text, words) \
	cr_assert(strstr(text, words), "no “%s” in:\n%s", words, text)
#define ASSERT_LACKS(text, words) \
	cr_assert_not(strstr(text, words), "“%s” in:\n%s", words, text)

Test(decided, nothing_is_said_where_nothing_was_decided)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	text = print(&it, "text", false);
	ASSERT_HAS(text, "0 reviewed. Exit status 1");
	ASSERT_LACKS(text, "ACCEPTED");
	ASSERT_LACKS(text, "orphan");
	ASSERT_HAS(print(&it, "json", false), "\"orphans\":[]");
	ASSERT_LACKS(it.out.data, "\"decision\"");
	ASSERT_LACKS(print(&it, "side-by-side", false), "reviewed");
	ASSERT_HAS(print(&it, "corrections", false), "no finding is rejected");
	sitting_release(&it);
}

Test(decided, what_is_accepted_stands_apart)
{
	struct sitting it;
	const char *text, *apart;

	sitting_init(&it);
	decide(&it, 0, ACCEPTED, "agreed by phone");
	text = print(&it, "text", false);
	apart = strstr(text, "\nACCEPTED");
	cr_assert(apart, "%s", text);
	ASSERT_HAS(apart, "ANN: The [red ← green] boat");
	ASSERT_LACKS(apart, "wording.spelling");
	ASSERT_HAS(text, "2 places changed, 1 accepted");
	ASSERT_HAS(text, "accepted by A<U+001B>[2Jnn, 2");
	ASSERT_HAS(text, ": agreed by phone");
	ASSERT_HAS(text, ": 1 accepted. Exit");
	sitting_release(&it);
}

Test(decided, what_is_rejected_stays_where_it_is_and_says_so)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	decide(&it, 1, REJECTED, "");
	text = print(&it, "text", false);
	ASSERT_LACKS(text, "ACCEPTED");
	ASSERT_HAS(text, "rejected by A<U+001B>[2Jnn, 2");
	ASSERT_HAS(text, "1 reviewed in ");
	sitting_release(&it);
}

Test(decided, all_accepted_is_status_0)
{
	struct sitting it;

	sitting_init(&it);
	decide(&it, 0, ACCEPTED, "");
	decide(&it, 1, ACCEPTED, "");
	decide(&it, 2, ACCEPTED, "");
	ASSERT_HAS(print(&it, "text", false), "status 0 (--fail-on");
	ASSERT_HAS(print(&it, "side-by-side", false), "3 accepted.");
	sitting_release(&it);
}

Test(decided, ids_are_told_to_who_asks_for_all)
{
	struct sitting it;

	sitting_init(&it);
	ASSERT_LACKS(print(&it, "text", false), "000000000000100");
	/* ids of the fixture are alike but for the last digit */
	ASSERT_HAS(print(&it, "text", true), "id 0000000000001001");
	sitting_release(&it);
}

Test(decided, orphans_are_counted_and_listed)
{
	struct sitting it;

	sitting_init(&it);
	decide(&it, 2, REJECTED, "gone?");
	it.fixture.comparison.nfinding = 2;
	ASSERT_HAS(print(&it, "text", false), "0 reviewed. 1 orphan. Exit");
	ASSERT_LACKS(it.out.data, "ORPHANS");
	ASSERT_HAS(print(&it, "text", true), "ORPHANS");
	ASSERT_HAS(it.out.data, "[have ← had]");
	ASSERT_HAS(it.out.data, "wording.spelling, rejected by A<U+001B>");
	ASSERT_HAS(print(&it, "json", false), "\"orphans\":[\n{\"id\":"
		"\"0000000000001002\",\"kind\":\"wording.spelling\","
		"\"reprint\":\"have\",\"transcript\":\"had\",\"decision\":"
		"{\"verdict\":\"rejected\"");
	sitting_release(&it);
}

Test(decided, json_has_the_decision)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	decide(&it, 0, SKIPPED, "ask \"Bob\"");
	text = print(&it, "json", false);
	ASSERT_HAS(text, "\"verdict\":\"skipped\",\"decision\":{\"verdict\":"
		"\"skipped\",\"reviewer\":\"A\\u001B[2Jnn\",\"time\":\"");
	ASSERT_HAS(text, "\"note\":\"ask \\\"Bob\\\"\"}");
	ASSERT_HAS(text, "\"verdicts\":{\"open\":2,\"accepted\":0,"
		"\"rejected\":0,\"fixed\":0,\"skipped\":1}");
	sitting_release(&it);
}

Test(decided, corrections_are_what_was_rejected)
{
	struct sitting it;
	const char *text;

	sitting_init(&it);
	decide(&it, 0, REJECTED, "see\x1Bthe tape");
	decide(&it, 1, ACCEPTED, "");
	text = print(&it, "corrections", false);
	ASSERT_HAS(text, "The text of reprint.txt as published differs");
	ASSERT_HAS(text, "Line 1: for “ANN: The red boat and the” read "
		"“ANN: The green boat and the”.\n  Note: see<U+001B>the "
		"tape\n");
	ASSERT_LACKS(text, "grey");
	sitting_release(&it);
}
