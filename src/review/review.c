/*
 * Whether a finding fails is decided here and nowhere else, so that every
 * report and the exit status agree.
 *
 * A finding's id is a hash of what it is about, so a verdict comes back to it
 * by that alone.  What was read is looked at all the same: a verdict on other
 * words would be worse than none.
 */
#include "config.h"

#include "review/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

#define READING_CODES 80
#define READING_HEAD 40			/* and an ellipsis, and the tail */
#define READING_TAIL (READING_CODES - READING_HEAD - 1)
#define ELLIPSIS "…"

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

const struct decision *
review_decision(const struct review *review, const struct finding *finding)
{
	const struct decision *last = review->store ?
		store_last(review->store, finding->id) : NULL;

	return last && is_about(last, review->comparison, finding) ? last :
		NULL;
}

enum verdict
review_verdict(const struct review *review, const struct finding *finding)
{
	const struct decision *decision = review_decision(review, finding);

	return decision ? decision->verdict : OPEN;
}

bool
review_fails(const struct review *review, const struct finding *finding)
{
	return !review->never_fail && finding->severity >= review->fail_on &&
		!verdicts[review_verdict(review, finding)].passes;
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

/* Marks the decisions that are in force on a finding. */
static bool *
find_attached(const struct review *review, const struct decision *decisions,
	size_t n)
{
	const struct comparison *cmp = review->comparison;
	bool *attached = memory_alloc(n, sizeof(*attached));
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct decision *decision = review_decision(review,
			&cmp->findings[i]);

		if (decision)
			attached[decision - decisions] = true;
	}
	return attached;
}

size_t
review_orphans(const struct review *review, const struct decision ***list)
{
	const struct decision *decisions, **orphans = NULL;
	size_t i, n, norphan = 0, cap = 0;
	bool *attached;

	*list = NULL;
	if (!review->store)
		return 0;
	decisions = store_decisions(review->store, &n);
	attached = find_attached(review, decisions, n);
	for (i = 0; i < n; i++) {
		bool last = i + 1 == n ||
			decisions[i + 1].finding != decisions[i].finding;

		if (last && !attached[i] && decisions[i].verdict != OPEN)
			*ARRAY_ADD(orphans, norphan, cap) = &decisions[i];
	}
	free(attached);
	*list = orphans;
	return norphan;
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

/* Texts that have nothing to do with each other fail by that alone: a gate
 * must not pass the wrong file because there was nothing to compare. */
int
review_status(const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	size_t i;

	if (cmp->relation == UNREADABLE)
		return 2;
	if (cmp->relation == UNRELATED && !review->never_fail)
		return 1;
	for (i = 0; i < cmp->nfinding; i++)
		if (review_fails(review, &cmp->findings[i]))
			return 1;
	return 0;
}
