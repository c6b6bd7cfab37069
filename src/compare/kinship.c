/*
 * Versions of one text differ by a word here and there, and each such word is
 * in three sequences of three; so the version with most of a reprint's
 * sequences is among the nearest, and that costs a hundredth of a comparison.
 */
#include "config.h"

#include "compare/kinship.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

#define LENGTH 3

struct kinship {
	uint64_t *sequence;		/* sorted, each once */
	size_t n;
	bool *seen;			/* in the other, while it is read */
};

static uint64_t
mix(uint64_t hash)
{
	/* the finaliser of MurmurHash3 */
	hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdu;
	hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53u;
	return hash ^ hash >> 33;
}

static uint64_t
sequence_at(const struct document *doc, size_t word)
{
	uint64_t hash = 0;
	size_t i;

	for (i = 0; i < LENGTH; i++)
		hash = mix(hash + doc->words[word + i].key + 1);
	return hash;
}

static int
by_value(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

struct kinship *
kinship_new(const struct document *doc)
{
	struct kinship *kinship = memory_alloc(1, sizeof(*kinship));
	size_t i, n = doc->nword < LENGTH ? 0 : doc->nword - LENGTH + 1;

	kinship->sequence = memory_alloc(n, sizeof(*kinship->sequence));
	for (i = 0; i < n; i++)
		kinship->sequence[i] = sequence_at(doc, i);
	if (n)
		qsort(kinship->sequence, n, sizeof(*kinship->sequence),
			by_value);
	for (i = 0; i < n; i++)
		if (!i || kinship->sequence[i] != kinship->sequence[i - 1])
			kinship->sequence[kinship->n++] =
				kinship->sequence[i];
	kinship->seen = memory_alloc(kinship->n, sizeof(*kinship->seen));
	return kinship;
}

void
kinship_free(struct kinship *kinship)
{
	free(kinship->sequence);
	free(kinship->seen);
	free(kinship);
}

size_t
kinship_shared(struct kinship *kinship, const struct document *other)
{
	size_t i, shared = 0;

	memset(kinship->seen, 0, kinship->n * sizeof(*kinship->seen));
	for (i = 0; kinship->n && i + LENGTH <= other->nword; i++) {
		uint64_t wanted = sequence_at(other, i);
		const uint64_t *found = bsearch(&wanted, kinship->sequence,
			kinship->n, sizeof(wanted), by_value);

		if (found && !kinship->seen[found - kinship->sequence]) {
			kinship->seen[found - kinship->sequence] = true;
			shared++;
		}
	}
	return shared;
}

/* ---- by what was found ---- */

/* Words of the longer side; what differs by a mark is a word too. */
static size_t
words_of(const struct comparison *cmp, const struct finding *finding)
{
	size_t most = 1;
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		const struct document *doc = cmp->doc[side];
		struct span span = finding->span[side];
		size_t n = finding->has[side] ?
			document_word_at(doc, span.end) -
			document_word_at(doc, span.start) : 0;

		if (n > most)
			most = n;
	}
	return most;
}

struct distance
distance_of(const struct comparison *cmp)
{
	struct distance distance = { .related = cmp->relation != UNRELATED &&
		cmp->relation != SHARED_TEXT && cmp->relation != UNREADABLE };
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];

		distance.count[finding->severity]++;
		if (finding->severity == ERROR)
			distance.nword += words_of(cmp, finding);
	}
	return distance;
}

int
distance_compare(const struct distance *a, const struct distance *b)
{
	int severity;

	if (a->related != b->related)
		return a->related ? -1 : 1;
	if (a->nword != b->nword)
		return a->nword < b->nword ? -1 : 1;
	for (severity = ERROR; severity >= NOTE; severity--)
		if (a->count[severity] != b->count[severity])
			return a->count[severity] < b->count[severity] ?
				-1 : 1;
	return 0;
}
