/* What a reviewer is called and what is noted is text that nobody vouches for,
 * so it goes through the flow like a document's. */
#include "config.h"

#include "report/decided.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "report/phrase.h"

#define DAY 10				/* characters of a time */
#define ID_DIGITS 16

void
decided_id(struct buffer *out, uint64_t id, int digits)
{
	buffer_printf(out, "%0*" PRIx64, digits,
		id >> 4 * (ID_DIGITS - digits));
}

static void
add_text(struct flow *flow, struct ink ink, const char *text)
{
	flow_text(flow, ink, text, strlen(text), NO_SOURCE);
}

void
decided_add(struct flow *flow, struct ink ink,
	const struct decision *decision)
{
	char time[TIME_SIZE];

	flow_words(flow, ink, verdicts[decision->verdict].name);
	if (!decision->time && !*decision->reviewer)
		flow_words(flow, ink, " in the baseline");
	if (*decision->reviewer) {
		flow_words(flow, ink, " by ");
		add_text(flow, ink, decision->reviewer);
	}
	if (decision->time) {
		time_write(decision->time, time);
		time[DAY] = '\0';
		flow_words(flow, ink, ", ");
		flow_words(flow, ink, time);
	}
	if (*decision->note) {
		flow_words(flow, ink, ": ");
		add_text(flow, ink, decision->note);
	}
}

bool
decided_alike(const struct decision *a, const struct decision *b)
{
	char time[2][TIME_SIZE];

	if (!a || !b || a->verdict != b->verdict ||
	    strcmp(a->reviewer, b->reviewer) || strcmp(a->note, b->note))
		return false;
	time_write(a->time, time[0]);
	time_write(b->time, time[1]);
	return !memcmp(time[0], time[1], DAY);
}

/* ": 3 accepted, 2 rejected" */
static void
add_counts(struct buffer *text, const struct review *review)
{
	const char *before = ": ";
	int verdict;

	for (verdict = OPEN + 1; verdict < VERDICT_COUNT; verdict++) {
		size_t n = review_count_verdict(review, (enum verdict)verdict);

		if (!n)
			continue;
		buffer_puts(text, before);
		phrase_number(text, n);
		buffer_printf(text, " %s", verdicts[verdict].name);
		before = ", ";
	}
}

static void
add_orphans(struct flow *flow, struct ink ink, const struct review *review)
{
	const struct decision **orphans;
	size_t n = review_orphans(review, &orphans);
	struct buffer text = BUFFER_INIT;

	free(orphans);
	if (!n)
		return;
	phrase_count(&text, n, "orphan");
	buffer_puts(&text, ". ");
	flow_words(flow, ink, text.data);
	buffer_release(&text);
}

static void
add_count(struct buffer *text, size_t n, const char *what)
{
	if (!n)
		return;
	phrase_number(text, n);
	buffer_puts(text, what);
}

static void
add_gaps(struct buffer *out, const struct comparison *cmp)
{
	if (!cmp->ngap_left)
		return;
	phrase_count(out, cmp->ngap_left, "gap");
	buffer_puts(out, " of more than ");
	phrase_count(out, cmp->gap_most, "word");
	buffer_puts(out, " not searched for single words (--max-gap). ");
}

void
decided_left_out(struct buffer *out, const struct review *review)
{
	const struct finding *first;

	add_count(out, review_ignored(review, &first), " ignored. ");
	add_count(out, review_count_known(review), " known to the project. ");
	add_count(out, review_count_weighed(review), " weighed otherwise. ");
	add_gaps(out, review->comparison);
}

static void
add_left_out(struct flow *flow, struct ink ink, const struct review *review)
{
	struct buffer text = BUFFER_INIT;

	decided_left_out(&text, review);
	if (text.len)
		flow_words(flow, ink, text.data);
	buffer_release(&text);
}

/* "12 in the baseline FILE, 1 stale. " */
static void
add_baseline(struct flow *flow, struct ink ink, const struct review *review)
{
	const struct decision **stale;
	size_t nstale = review_stale(review, &stale);
	struct buffer text = BUFFER_INIT;

	free(stale);
	if (!review->baseline)
		return;
	phrase_number(&text, review_count_baseline(review));
	buffer_puts(&text, " in the baseline ");
	flow_words(flow, ink, text.data);
	add_text(flow, ink, store_path(review->baseline));
	text.len = 0;
	if (nstale) {
		buffer_puts(&text, ", ");
		phrase_number(&text, nstale);
		buffer_puts(&text, " stale");
	}
	buffer_puts(&text, ". ");
	flow_words(flow, ink, text.data);
	buffer_release(&text);
}

void
decided_tail(struct flow *flow, struct ink ink, const struct review *review)
{
	size_t n = review->comparison->nfinding -
		review_count_verdict(review, OPEN);
	struct buffer text = BUFFER_INIT;
	const char *notice = review->store ? store_notice(review->store) :
		NULL;

	add_left_out(flow, ink, review);
	phrase_number(&text, n);
	buffer_puts(&text, " reviewed");
	flow_words(flow, ink, text.data);
	if (n) {
		flow_words(flow, ink, " in ");
		add_text(flow, ink, store_path(review->store));
	}
	text.len = 0;
	add_counts(&text, review);
	buffer_puts(&text, ". ");
	flow_words(flow, ink, text.data);
	add_orphans(flow, ink, review);
	add_baseline(flow, ink, review);
	if (notice) {
		add_text(flow, ink, notice);
		flow_words(flow, ink, " ");
	}
	buffer_release(&text);
}

/* "2 findings fail (--fail-on error); KERRY: 64% of 50 words are covered …",
 * in which a name may be anybody's. */
static void
add_failure(struct flow *flow, struct ink ink, const struct failure *failure)
{
	struct buffer text = BUFFER_INIT;

	buffer_printf(&text, "%s (--%s", failure->reason, failure->option);
	if (failure->value)
		buffer_printf(&text, " %s", failure->value);
	buffer_putc(&text, ')');
	flow_text(flow, ink, text.data, text.len, NO_SOURCE);
	buffer_release(&text);
}

void
decided_status(struct flow *flow, struct ink ink, const struct review *review)
{
	const struct failure *failure;
	struct buffer text = BUFFER_INIT;
	struct arena arena;
	size_t i, n;

	arena_init(&arena);
	n = review_failures(review, &arena, &failure);
	buffer_printf(&text, "Exit status %d", review_status(review));
	if (!n)
		buffer_printf(&text, " (--fail-on %s)",
			review_fail_on(review));
	flow_words(flow, ink, text.data);
	for (i = 0; i < n; i++) {
		flow_words(flow, ink, i ? "; " : ": ");
		add_failure(flow, ink, &failure[i]);
	}
	flow_words(flow, ink, ".");
	buffer_release(&text);
	arena_release(&arena);
}
