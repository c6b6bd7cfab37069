/*
 * Patterns are found by the comparison; here their findings are brought
 * together, in time linear in their number.
 */
#include "config.h"

#include "report/entry.h"

#include <stdlib.h>

#include "base/memory.h"

#define PASSAGE_BYTES 40

static bool
has_words(const struct comparison *cmp, const struct finding *finding,
	enum side side)
{
	const struct document *doc = cmp->doc[side];

	return finding->has[side] &&
		document_word_at(doc, finding->span[side].start) <
		document_word_at(doc, finding->span[side].end);
}

static bool
is_only(const struct comparison *cmp, const struct finding *finding,
	enum side side)
{
	return finding->has[side] &&
		span_length(finding->span[side]) >= PASSAGE_BYTES &&
		!has_words(cmp, finding, !side);
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
	size_t member, size_t nmember)
{
	const struct finding *finding =
		&cmp->findings[entries->members[member]];
	struct entry entry = { .finding = finding, .member = member,
		.nmember = nmember,
		.only = { is_only(cmp, finding, REPRINT),
			is_only(cmp, finding, TRANSCRIPT) } };
	size_t i;

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

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	bool missing = x->only[TRANSCRIPT];

	if (missing != y->only[TRANSCRIPT])
		return missing ? -1 : 1;
	if (!missing && x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	if (!missing && x->nmember != y->nmember)
		return x->nmember > y->nmember ? -1 : 1;
	return x->finding < y->finding ? -1 : 1;
}

void
entries_make(const struct comparison *cmp, struct entries *entries)
{
	size_t i, j;

	entries->entry = NULL;
	entries->n = entries->cap = 0;
	add_members(cmp, entries);
	for (i = 0; i < cmp->nfinding; i = j) {
		uint32_t pattern =
			cmp->findings[entries->members[i]].pattern;

		for (j = i + 1; j < cmp->nfinding; j++)
			if (pattern == NO_PATTERN || cmp->findings[
			    entries->members[j]].pattern != pattern)
				break;
		add_entry(cmp, entries, i, j - i);
	}
	if (entries->n)
		qsort(entries->entry, entries->n, sizeof(*entries->entry),
			compare_entries);
}

void
entries_release(struct entries *entries)
{
	free(entries->entry);
	free(entries->members);
}
