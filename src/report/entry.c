/*
 * Patterns are found by the comparison; here their findings are brought
 * together, in time linear in their number.
 */
#include "config.h"

#include "report/entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/covered.h"
#include "report/phrase.h"

/* Less than this is shown among the words around it. */
#define PASSAGE_WORDS 20
#define PASSAGE_BYTES 40		/* where it is a paragraph of its own */

#define DISPLACED_BYTES 60
#define DISPLACED_WORDS 40

#define HEADING_MISSING "LEFT OUT"

#define ID_DIGITS 16
#define ID_DIGITS_LEAST 8

/* What it takes to part members by verdict. */
struct sorter {
	enum verdict *verdict;		/* on each finding */
	uint32_t *members;		/* those of one pattern */
};

static bool
has_key(const struct document *doc, size_t first, size_t end, uint32_t key)
{
	for (; first < end; first++)
		if (doc->words[first].key == key)
			return true;
	return false;
}

/* Its first words tell, labels among them or not. */
bool
finding_is_displaced(const struct comparison *cmp,
	const struct finding *finding)
{
	size_t first[2], end[2], i, shared = 0;
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		const struct document *doc = cmp->doc[side];
		struct span span = finding->span[side];

		if (!finding->has[side] || span_length(span) < DISPLACED_BYTES)
			return false;
		first[side] = document_word_at(doc, span.start);
		end[side] = document_word_at(doc, span.end);
		if (end[side] > first[side] + DISPLACED_WORDS)
			end[side] = first[side] + DISPLACED_WORDS;
	}
	for (i = first[REPRINT]; i < end[REPRINT]; i++)
		shared += has_key(cmp->doc[TRANSCRIPT], first[TRANSCRIPT],
			end[TRANSCRIPT], cmp->doc[REPRINT]->words[i].key);
	return 2 * shared > end[REPRINT] - first[REPRINT];
}

static bool
is_only(const struct comparison *cmp, const struct finding *finding,
	enum side side)
{
	struct passage passage;

	if (!finding->has[side] || finding_has_words(cmp, finding, !side))
		return false;
	passage = passage_measure(cmp->doc[side], finding->span[side]);
	return passage.nword >= PASSAGE_WORDS || (passage.nparagraph &&
		span_length(finding->span[side]) >= PASSAGE_BYTES);
}

const char *
entry_heading(const struct entry *entry)
{
	if (verdicts[entry->verdict].heading)
		return verdicts[entry->verdict].heading;
	if (entry->only[TRANSCRIPT])
		return HEADING_MISSING;
	return kind_family(entry->finding->kind)->heading;
}

/* Puts each finding where its pattern's members are. */
static void
add_members(const struct comparison *cmp, struct entries *entries)
{
	size_t *next = memory_alloc(cmp->npattern, sizeof(*next));
	size_t i, n = 0;

	entries->members = memory_alloc(cmp->nfinding,
		sizeof(*entries->members));
	for (i = 0; i < cmp->nfinding; i++)
		if (cmp->findings[i].pattern != NO_PATTERN)
			next[cmp->findings[i].pattern]++;
	for (i = 0; i < cmp->npattern; i++) {
		size_t count = next[i];

		next[i] = n;
		n += count;
	}
	for (i = 0; i < cmp->nfinding; i++) {
		uint32_t pattern = cmp->findings[i].pattern;

		entries->members[pattern == NO_PATTERN ? n++ :
			next[pattern]++] = (uint32_t)i;
	}
	free(next);
}

static void
add_entry(const struct comparison *cmp, struct entries *entries,
	size_t member, size_t nmember, enum verdict verdict)
{
	const struct finding *finding =
		&cmp->findings[entries->members[member]];
	struct entry entry = { .finding = finding, .member = member,
		.nmember = nmember,
		.only = { is_only(cmp, finding, REPRINT),
			is_only(cmp, finding, TRANSCRIPT) } };
	size_t i;

	entry.verdict = verdict;
	if (finding->pattern != NO_PATTERN)
		entry.pattern = &cmp->patterns[finding->pattern];
	for (i = member; i < member + nmember; i++) {
		enum severity severity =
			cmp->findings[entries->members[i]].severity;

		if (severity > entry.severity)
			entry.severity = severity;
	}
	*ARRAY_ADD(entries->entry, entries->n, entries->cap) = entry;
}

/* Adds an entry for each verdict on the members [from, to), which have one
 * pattern. */
static void
add_entries(const struct review *review, struct entries *entries,
	size_t from, size_t to, struct sorter *sorter)
{
	size_t i, n = 0, count;
	int verdict;

	memcpy(sorter->members, entries->members + from,
		(to - from) * sizeof(*sorter->members));
	for (verdict = 0; verdict < VERDICT_COUNT; verdict++) {
		for (count = 0, i = 0; i < to - from; i++)
			if (sorter->verdict[sorter->members[i]] ==
			    (enum verdict)verdict)
				entries->members[from + n + count++] =
					sorter->members[i];
		if (count)
			add_entry(review->comparison, entries, from + n,
				count, (enum verdict)verdict);
		n += count;
	}
}

static bool
is_cause(const struct cause *cause, const struct entry *entry)
{
	const struct finding *finding = entry->finding;

	return cause->finding->kind == finding->kind &&
		cause->verdict == entry->verdict &&
		!strcmp(cause->finding->explanation.chain,
			finding->explanation.chain);
}

/* The cause of the entry, which has a chain; a new one where there is none
 * like it. */
static size_t
cause_of(struct entries *entries, const struct entry *entry)
{
	struct cause cause = { entry->finding, entry->verdict, 0, 0 };
	size_t i;

	for (i = 0; i < entries->ncause; i++)
		if (is_cause(&entries->causes[i], entry))
			return i;
	*ARRAY_ADD(entries->causes, entries->ncause, entries->cause_cap) =
		cause;
	return i;
}

static void
find_causes(struct entries *entries)
{
	size_t i;

	entries->causes = NULL;
	entries->ncause = entries->cause_cap = 0;
	for (i = 0; i < entries->n; i++) {
		struct entry *entry = &entries->entry[i];

		entry->cause = NO_CAUSE;
		if (!entry->finding->explanation.chain)
			continue;
		entry->cause = cause_of(entries, entry);
		entries->causes[entry->cause].nentry++;
		entries->causes[entry->cause].nfinding += entry->nmember;
	}
}

static bool *
find_placed(const struct comparison *cmp)
{
	bool *placed = memory_alloc(cmp->doc[REPRINT]->nparagraph,
		sizeof(*placed));
	size_t i;

	for (i = 0; i < cmp->npiece; i++) {
		const struct piece *piece = &cmp->pieces[i];

		if (piece->relation == EQUAL || piece->relation == CHANGED)
			placed[piece->paragraph[REPRINT]] = true;
	}
	return placed;
}

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	bool missing = x->only[TRANSCRIPT];
	bool apart = verdicts[x->verdict].heading;

	if (apart != !!verdicts[y->verdict].heading)
		return apart ? 1 : -1;
	if (missing != y->only[TRANSCRIPT])
		return missing ? -1 : 1;
	if (!missing && x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	if (!missing && x->nmember != y->nmember)
		return x->nmember > y->nmember ? -1 : 1;
	return x->finding < y->finding ? -1 : 1;
}

static int
compare_ids(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* The digits that two neighbours of the sorted ids have alike, at most, and
 * one more. */
static int
count_id_digits(const struct comparison *cmp)
{
	uint64_t *ids = memory_alloc(cmp->nfinding, sizeof(*ids));
	int n = ID_DIGITS_LEAST;
	size_t i;

	for (i = 0; i < cmp->nfinding; i++)
		ids[i] = cmp->findings[i].id;
	if (cmp->nfinding)
		qsort(ids, cmp->nfinding, sizeof(*ids), compare_ids);
	for (i = 1; i < cmp->nfinding; i++)
		while (n < ID_DIGITS && ids[i] >> 4 * (ID_DIGITS - n) ==
		    ids[i - 1] >> 4 * (ID_DIGITS - n))
			n++;
	free(ids);
	return n;
}

static void
make_entries(const struct review *review, struct entries *entries)
{
	const struct comparison *cmp = review->comparison;
	struct sorter sorter = {
		.verdict = memory_alloc(cmp->nfinding,
			sizeof(*sorter.verdict)),
		.members = memory_alloc(cmp->nfinding,
			sizeof(*sorter.members)) };
	size_t i, j;

	for (i = 0; i < cmp->nfinding; i++)
		sorter.verdict[i] = review_verdict(review, &cmp->findings[i]);
	for (i = 0; i < cmp->nfinding; i = j) {
		uint32_t pattern =
			cmp->findings[entries->members[i]].pattern;

		for (j = i + 1; j < cmp->nfinding; j++)
			if (pattern == NO_PATTERN || cmp->findings[
			    entries->members[j]].pattern != pattern)
				break;
		add_entries(review, entries, i, j, &sorter);
	}
	free(sorter.verdict);
	free(sorter.members);
}

void
entries_make(const struct review *review, struct entries *entries)
{
	const struct comparison *cmp = review->comparison;

	entries->entry = NULL;
	entries->n = entries->cap = 0;
	entries->placed = find_placed(cmp);
	entries->id_digits = count_id_digits(cmp);
	add_members(cmp, entries);
	make_entries(review, entries);
	if (entries->n)
		qsort(entries->entry, entries->n, sizeof(*entries->entry),
			compare_entries);
	find_causes(entries);
}

void
entries_release(struct entries *entries)
{
	free(entries->entry);
	free(entries->causes);
	free(entries->members);
	free(entries->placed);
}
