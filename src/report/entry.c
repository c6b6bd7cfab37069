/*
 * Patterns are found by the comparison; here their findings are brought
 * together, in time linear in their number.
 */
#include "config.h"

#include "report/entry.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/phrase.h"

/* Less than this is shown among the words around it. */
#define PASSAGE_WORDS 20
#define PASSAGE_BYTES 40		/* where it is a paragraph of its own */

bool
finding_has_words(const struct comparison *cmp, const struct finding *finding,
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
	struct passage passage;

	if (!finding->has[side] || finding_has_words(cmp, finding, !side))
		return false;
	passage = passage_measure(cmp->doc[side], finding->span[side]);
	return passage.nword >= PASSAGE_WORDS || (passage.nparagraph &&
		span_length(finding->span[side]) >= PASSAGE_BYTES);
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

static bool
is_cause(const struct cause *cause, const struct finding *finding)
{
	return cause->finding->kind == finding->kind &&
		!strcmp(cause->finding->explanation.chain,
			finding->explanation.chain);
}

/* The cause of the finding, which has a chain; a new one where there is none
 * like it. */
static size_t
cause_of(struct entries *entries, const struct finding *finding)
{
	struct cause cause = { finding, 0, 0 };
	size_t i;

	for (i = 0; i < entries->ncause; i++)
		if (is_cause(&entries->causes[i], finding))
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
		entry->cause = cause_of(entries, entry->finding);
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
	entries->placed = find_placed(cmp);
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
