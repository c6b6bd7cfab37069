/*
 * A finding's id is a hash of what it is about, so a verdict comes back to it
 * by that alone.  What was read is looked at all the same: a verdict on other
 * words would be worse than none.
 */
#include "config.h"

#include "review/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"

#define READING_CODES 80
#define READING_HEAD 40			/* and an ellipsis, and the tail */
#define READING_TAIL (READING_CODES - READING_HEAD - 1)
#define ELLIPSIS "…"

/* ---- what was asked for ---- */

const struct comparison *
review_whole(const struct review *review)
{
	return review->judged ? review->judged->whole : review->comparison;
}

size_t
review_ignored(const struct review *review, const struct finding **first)
{
	const struct comparison *cmp = review->comparison;

	*first = cmp->findings + cmp->nfinding;
	return review->judged ? review->judged->nignored : 0;
}

const char *
review_known(const struct review *review, const struct finding *finding)
{
	return review->judged ? review->judged->known[finding -
		review->comparison->findings] : NULL;
}

size_t
review_count_known(const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++)
		n += review_known(review, &cmp->findings[i]) != NULL;
	return n;
}

size_t
review_count_weighed(const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];
		enum severity own = finding->explanation.light ? NOTE :
			finding->kind->severity;

		n += finding->severity != own &&
			!review_known(review, finding);
	}
	return n;
}

/* ---- readings ---- */

/* Takes a code point, or a run of white space as one blank. */
static uint32_t
next_code(const char **p, const char *end)
{
	unsigned len;
	uint32_t code = utf8_decode(*p, end, &len);

	*p += len;
	if (!utf8_is_white(code))
		return code ? code : CODE_REPLACEMENT;
	while (*p < end && utf8_is_white((unsigned char)**p))
		(*p)++;
	return ' ';
}

/* Where the last n code points begin, folded in the same way. */
static const char *
tail_of(const char *start, const char *end, unsigned n)
{
	while (n-- && end > start) {
		end = utf8_back(start, end);
		if (!utf8_is_white((unsigned char)*end))
			continue;
		while (end > start && utf8_is_white((unsigned char)end[-1]))
			end--;
	}
	return end;
}

static char *
put_codes(char *out, const char *p, const char *end, unsigned n)
{
	while (n-- && p < end)
		out += utf8_encode(next_code(&p, end), out);
	return out;
}

static bool
is_long(const char *p, const char *end)
{
	unsigned n;

	for (n = 0; n < READING_CODES && p < end; n++)
		next_code(&p, end);
	return p < end;
}

bool
review_reading(const struct comparison *cmp, const struct finding *finding,
	enum side side, char reading[READING_SIZE])
{
	const char *start, *end;
	char *out = reading;

	*out = '\0';
	if (!finding->has[side])
		return false;
	start = cmp->doc[side]->text + finding->span[side].start;
	end = cmp->doc[side]->text + finding->span[side].end;
	if (is_long(start, end)) {
		out = put_codes(out, start, end, READING_HEAD);
		memcpy(out, ELLIPSIS, strlen(ELLIPSIS));
		out += strlen(ELLIPSIS);
		start = tail_of(start, end, READING_TAIL);
	}
	out = put_codes(out, start, end, READING_CODES);
	*out = '\0';
	return true;
}

/* ---- verdicts ---- */

static bool
is_about(const struct decision *decision, const struct comparison *cmp,
	const struct finding *finding)
{
	char reading[READING_SIZE];
	int side;

	if (strcmp(decision->kind, finding->kind->name))
		return false;
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		bool has = review_reading(cmp, finding, (enum side)side,
			reading);

		if (has != (decision->reading[side] != NULL) ||
		    (has && strcmp(reading, decision->reading[side])))
			return false;
	}
	return true;
}

/* The decision of the store that is in force on the finding. */
static const struct decision *
decision_in(const struct store *store, const struct comparison *cmp,
	const struct finding *finding)
{
	const struct decision *last = store ?
		store_last(store, finding->id) : NULL;

	return last && is_about(last, cmp, finding) ? last : NULL;
}

const struct decision *
review_decision(const struct review *review, const struct finding *finding)
{
	return decision_in(review->store, review->comparison, finding);
}

enum verdict
review_verdict(const struct review *review, const struct finding *finding)
{
	const struct decision *decision = review_decision(review, finding);

	return decision ? decision->verdict : OPEN;
}

static const struct decision *
if_passing(const struct decision *decision)
{
	return decision && verdicts[decision->verdict].passes ? decision :
		NULL;
}

const struct decision *
review_passed(const struct review *review, const struct finding *finding)
{
	const struct decision *own = if_passing(review_decision(review,
		finding));

	if (review->gate.strict)
		return NULL;
	return own ? own : if_passing(decision_in(review->baseline,
		review->comparison, finding));
}

bool
review_in_baseline(const struct review *review, const struct finding *finding)
{
	return if_passing(decision_in(review->baseline, review->comparison,
		finding)) != NULL;
}

size_t
review_count_baseline(const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++)
		n += review_in_baseline(review, &cmp->findings[i]);
	return n;
}

size_t
review_count(const struct review *review, enum severity severity)
{
	const struct comparison *cmp = review->comparison;
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++)
		n += cmp->findings[i].severity == severity;
	return n;
}

size_t
review_count_verdict(const struct review *review, enum verdict verdict)
{
	const struct comparison *cmp = review->comparison;
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++)
		n += review_verdict(review, &cmp->findings[i]) == verdict;
	return n;
}

/* Marks the decisions that are in force on a finding, be it ignored. */
static bool *
find_attached(const struct review *review, const struct store *store,
	const struct decision *decisions, size_t n)
{
	const struct comparison *cmp = review_whole(review);
	bool *attached = memory_alloc(n, sizeof(*attached));
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct decision *decision = decision_in(store, cmp,
			&cmp->findings[i]);

		if (decision)
			attached[decision - decisions] = true;
	}
	return attached;
}

/* The last decisions of the store whose finding is gone: all but what was
 * opened again, or those alone that let it pass. */
static size_t
find_gone(const struct review *review, const struct store *store,
	bool passing, const struct decision ***list)
{
	const struct decision *decisions, **gone = NULL;
	size_t i, n, ngone = 0, cap = 0;
	bool *attached;

	*list = NULL;
	if (!store)
		return 0;
	decisions = store_decisions(store, &n);
	attached = find_attached(review, store, decisions, n);
	for (i = 0; i < n; i++) {
		bool last = i + 1 == n ||
			decisions[i + 1].finding != decisions[i].finding;

		if (last && !attached[i] && (passing ?
		    verdicts[decisions[i].verdict].passes :
		    decisions[i].verdict != OPEN))
			*ARRAY_ADD(gone, ngone, cap) = &decisions[i];
	}
	free(attached);
	*list = gone;
	return ngone;
}

size_t
review_orphans(const struct review *review, const struct decision ***list)
{
	return find_gone(review, review->store, false, list);
}

size_t
review_stale(const struct review *review, const struct decision ***list)
{
	return find_gone(review, review->baseline, true, list);
}

struct decision
review_decide(const struct review *review, const struct finding *finding,
	enum verdict verdict, const char *reviewer, const char *note,
	struct arena *arena)
{
	struct decision decision = { .finding = finding->id,
		.verdict = verdict,
		.kind = finding->kind->name,
		.reviewer = arena_copy(arena, reviewer, strlen(reviewer)),
		.note = arena_copy(arena, note, strlen(note)) };
	char reading[READING_SIZE];
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++)
		if (review_reading(review->comparison, finding,
		    (enum side)side, reading))
			decision.reading[side] = arena_copy(arena, reading,
				strlen(reading));
	return decision;
}

