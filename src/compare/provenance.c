/*
 * One version is in memory at a time, besides the newest and the one that the
 * reprint was made from.
 */
#include "config.h"

#include "compare/provenance.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/covered.h"
#include "text/fold.h"

#define COMPARED_MOST 12
#define MAX_BYTES ((size_t)1 << 30)	/* as for files */

struct search {
	struct provenance *provenance;
	const struct archive_history *history;
	const struct document_options *how;
	struct keys *keys;
};

/* ---- reading ---- */

static struct document *
read_version(const struct search *search, size_t i, struct error *err)
{
	const struct archive_history *history = search->history;
	size_t most = search->how->max_bytes;
	struct buffer bytes = BUFFER_INIT;
	struct document *doc = NULL;

	if (!archive_history_read(history, i, most && most < MAX_BYTES ? most :
	    MAX_BYTES, &bytes, err))
		doc = document_from_bytes(history->version[i].path,
			bytes.len ? bytes.data : "", bytes.len, search->how,
			search->keys, err);
	buffer_release(&bytes);
	return doc;
}

struct document *
provenance_newest(const struct archive_history *history,
	const struct document_options *how, struct keys *keys,
	struct error *err)
{
	struct search search = { NULL, history, how, keys };

	return read_version(&search, 0, err);
}

/* ---- which it was made from ---- */

static void
measure_all(const struct search *search)
{
	struct provenance *provenance = search->provenance;
	struct kinship *kinship = kinship_new(provenance->reprint);
	struct error ignored;
	size_t i;

	for (i = 0; i < search->history->n; i++) {
		struct provenance_version *it = &provenance->version[i];
		struct document *doc = i ? read_version(search, i, &ignored) :
			provenance->newest;

		it->readable = doc;
		if (doc)
			it->shared = kinship_shared(kinship, doc);
		if (i)
			document_free(doc);
	}
	kinship_free(kinship);
}

/* The nearest that was not compared yet, of those that are as near the newest;
 * NO_VERSION where there is none. */
static size_t
next_nearest(const struct provenance *provenance)
{
	size_t i, best = NO_VERSION;

	for (i = 0; i < provenance->history->n; i++) {
		const struct provenance_version *it = &provenance->version[i];

		if (it->readable && !it->compared && (best == NO_VERSION ||
		    it->shared > provenance->version[best].shared))
			best = i;
	}
	return best;
}

static void
judge(struct provenance_version *version, const struct comparison *cmp)
{
	version->compared = true;
	version->distance = distance_of(cmp);
}

static void
compare_version(const struct search *search, size_t i)
{
	struct provenance *provenance = search->provenance;
	struct error ignored;
	struct document *doc = read_version(search, i, &ignored);
	struct comparison *cmp;

	provenance->version[i].readable = doc;
	if (!doc)
		return;
	cmp = comparison_new(provenance->reprint, doc, search->keys);
	judge(&provenance->version[i], cmp);
	comparison_free(cmp);
	document_free(doc);
}

static void
compare_nearest(const struct search *search)
{
	struct provenance *provenance = search->provenance;
	size_t i, n;

	provenance->now = comparison_new(provenance->reprint,
		provenance->newest, search->keys);
	judge(&provenance->version[0], provenance->now);
	for (n = 1; n < COMPARED_MOST; n++) {
		i = next_nearest(provenance);
		if (i == NO_VERSION)
			return;
		compare_version(search, i);
	}
}

static void
choose(struct provenance *provenance)
{
	struct provenance_version *version = provenance->version;
	size_t i, best = 0;

	for (i = 1; i < provenance->history->n; i++)
		if (version[i].compared && distance_compare(
		    &version[i].distance, &version[best].distance) < 0)
			best = i;
	provenance->made_from = version[best].distance.related ? best :
		NO_VERSION;
	for (i = 0; i < provenance->history->n; i++)
		version[i].alike = version[best].distance.related &&
			version[i].compared && !distance_compare(
			&version[i].distance, &version[best].distance);
}

/* ---- what was corrected since ---- */

/* Has the reprint any of these words, or both that stand around the place? */
static bool
touches(const struct document *doc, const bool *printed, struct span span)
{
	size_t i = document_word_at(doc, span.start);
	size_t end = document_word_at(doc, span.end);

	if (i == end)
		return doc->nword && (!i || printed[i - 1]) &&
			(i == doc->nword || printed[i]);
	for (; i < end; i++)
		if (printed[i])
			return true;
	return false;
}

static bool
meets(struct span a, struct span b)
{
	if (a.start == a.end || b.start == b.end)
		return a.start <= b.end && b.start <= a.end;
	return a.start < b.end && b.start < a.end;
}

/* What the reprint has otherwise than the newest where that was changed. */
static const struct finding *
find_standing(const struct comparison *now, const struct finding *change)
{
	size_t i;

	for (i = 0; i < now->nfinding && change->has[TRANSCRIPT]; i++)
		if (now->findings[i].has[TRANSCRIPT] &&
		    meets(now->findings[i].span[TRANSCRIPT],
		    change->span[TRANSCRIPT]))
			return &now->findings[i];
	return NULL;
}

static void
collect(struct provenance *provenance, const struct comparison *then)
{
	const struct comparison *between = provenance->between;
	bool *printed = covered_words(then);
	size_t i;

	for (i = 0; i < between->nfinding; i++) {
		const struct finding *change = &between->findings[i];

		if (change->has[REPRINT] && touches(between->doc[REPRINT],
		    printed, change->span[REPRINT]))
			*ARRAY_ADD(provenance->since, provenance->nsince,
				provenance->since_cap) =
				(struct correction_since){ change,
				find_standing(provenance->now, change) };
	}
	free(printed);
}

static void
look_since(const struct search *search)
{
	struct provenance *provenance = search->provenance;
	struct comparison *then;
	struct error ignored;

	if (provenance->made_from == NO_VERSION || !provenance->made_from)
		return;
	provenance->source = read_version(search, provenance->made_from,
		&ignored);
	if (!provenance->source)
		return;
	then = comparison_new(provenance->reprint, provenance->source,
		search->keys);
	provenance->between = comparison_new(provenance->source,
		provenance->newest, search->keys);
	collect(provenance, then);
	comparison_free(then);
}

/* ---- the whole ---- */

void
provenance_find(struct provenance *provenance,
	const struct archive_history *history,
	const struct document_options *how, struct keys *keys)
{
	struct search search = { provenance, history, how, keys };

	provenance->history = history;
	provenance->version = memory_alloc(history->n,
		sizeof(*provenance->version));
	measure_all(&search);
	compare_nearest(&search);
	choose(provenance);
	look_since(&search);
}

void
provenance_release(struct provenance *provenance)
{
	comparison_free(provenance->now);
	comparison_free(provenance->between);
	document_free(provenance->newest);
	document_free(provenance->source);
	free(provenance->version);
	free(provenance->since);
}
