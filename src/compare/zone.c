/*
 * Each mark votes for a sort.  A single straight apostrophe among a hundred
 * curly ones is a slip, not a zone: the cheapest division is looked for, in
 * which a vote against costs one and a change of zone costs several (Viterbi
 * 1967).
 */
#include "config.h"

#include "compare/zone.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* Votes that a change of zone must be worth. */
#define CHANGE 4
/* Sorts that are told apart; zones of one document that are believed. */
#define SORTS 6
#define ZONES_MOST 8

struct vote {
	uint32_t offset;		/* bytes of the reprint's text */
	unsigned sort;
};

struct votes {
	struct vote *vote;
	size_t n, cap;
	const char *name[SORTS];
	unsigned nsort;
};

struct zones {
	struct zone *zone;
	size_t n, cap;
};

static void
add_vote(struct votes *votes, uint32_t offset, const char *name)
{
	unsigned i;

	for (i = 0; i < votes->nsort; i++)
		if (!strcmp(votes->name[i], name))
			break;
	if (i == SORTS)
		return;
	if (i == votes->nsort)
		votes->name[votes->nsort++] = name;
	*ARRAY_ADD(votes->vote, votes->n, votes->cap) = (struct vote){
		offset, i };
}

/* Fills sorts[] with the zone's sort of each vote. */
static void
divide(const struct votes *votes, unsigned char *sorts)
{
	unsigned char (*from)[SORTS] = memory_alloc(votes->n, sizeof(*from));
	uint32_t cost[SORTS] = { 0 };
	unsigned best = 0, s;
	size_t i;

	for (i = 0; i < votes->n; i++) {
		for (best = s = 0; s < votes->nsort; s++)
			if (cost[s] < cost[best])
				best = s;
		for (s = 0; s < votes->nsort; s++) {
			bool change = cost[best] + CHANGE < cost[s];

			from[i][s] = (unsigned char)(change ? best : s);
		}
		for (s = 0; s < votes->nsort; s++) {
			uint32_t before = from[i][s] == s ? cost[s] :
				cost[best] + CHANGE;

			if (from[i][s] == s || s != best)
				cost[s] = before + (votes->vote[i].sort != s);
		}
	}
	for (best = s = 0; s < votes->nsort; s++)
		if (cost[s] < cost[best])
			best = s;
	for (i = votes->n; i-- > 0; ) {
		sorts[i] = (unsigned char)best;
		best = from[i][best];
	}
	free(from);
}

static void
add_zones(const struct votes *votes, struct zones *out)
{
	unsigned char *sorts = memory_alloc(votes->n, 1);
	size_t i, first = out->n;

	if (votes->nsort > 1)
		divide(votes, sorts);
	for (i = 0; i < votes->n; i++) {
		uint32_t at = votes->vote[i].offset;

		if (!i || sorts[i] != sorts[i - 1])
			*ARRAY_ADD(out->zone, out->n, out->cap) =
				(struct zone){ { at, at },
					votes->name[sorts[i]], 0 };
		out->zone[out->n - 1].span.end = at;
		out->zone[out->n - 1].nmark++;
	}
	/* one zone is none; very many are a mixture */
	if (out->n - first < 2 || out->n - first > ZONES_MOST)
		out->n = first;
	free(sorts);
}

/* ---- quotation marks ---- */

static const char *
quote_sort(uint32_t code)
{
	if (code == '\'' || code == '"')
		return "straight quotes";
	if ((code >= 0x2018 && code <= 0x201A) ||
	    (code >= 0x201C && code <= 0x201E))
		return "curly quotes";
	if (code == 0xAB || code == 0xBB)
		return "guillemets";
	return NULL;
}

static void
vote_quotes(const struct context *context, struct votes *votes)
{
	const struct document *doc = context->doc[REPRINT];
	size_t i;

	for (i = 0; i < doc->nparagraph; i++) {
		struct span span = doc->paragraphs[i].span;
		const char *p = doc->text + span.start;
		const char *end = doc->text + span.end;
		unsigned len;

		for (; context->body[i] && p < end; p += len) {
			const char *sort = NULL;

			len = 1;
			if (*p & 0x80 || *p == '\'' || *p == '"')
				sort = quote_sort(utf8_decode(p, end, &len));
			if (sort)
				add_vote(votes, (uint32_t)(p - doc->text),
					sort);
		}
	}
}

/* ---- damage ---- */

/* Characters beyond ASCII between two offsets are votes for sound text. */
static void
vote_sound(const struct context *context, struct span span,
	struct votes *votes)
{
	const struct document *doc = context->doc[REPRINT];
	const char *p = doc->text + span.start, *end = doc->text + span.end;
	unsigned len;

	for (p = utf8_skip_ascii(p, end); p < end;
	     p = utf8_skip_ascii(p + len, end)) {
		size_t para;

		utf8_decode(p, end, &len);
		para = document_paragraph_at(doc, (uint32_t)(p - doc->text));
		if (para < doc->nparagraph && context->body[para])
			add_vote(votes, (uint32_t)(p - doc->text), "sound");
	}
}

static void
vote_damage(const struct context *context,
	const struct comparison *comparison, struct votes *votes)
{
	struct span sound = { 0, 0 };
	size_t i;

	for (i = 0; i < comparison->nfinding; i++) {
		const struct finding *it = &comparison->findings[i];

		if (!it->has[REPRINT] || !it->explanation.chain ||
		    !it->explanation.certainty)
			continue;
		sound.end = it->span[REPRINT].start;
		if (sound.end > sound.start)
			vote_sound(context, sound, votes);
		add_vote(votes, it->span[REPRINT].start,
			it->explanation.chain);
		if (it->span[REPRINT].end > sound.start)
			sound.start = it->span[REPRINT].end;
	}
	sound.end = (uint32_t)context->doc[REPRINT]->ntext;
	if (votes->n && sound.end > sound.start)
		vote_sound(context, sound, votes);
}

struct zone *
zones_find(const struct context *context, const struct comparison *comparison,
	size_t *n)
{
	struct votes quotes = { 0 }, damage = { 0 };
	struct zones all = { 0 };
	struct zone *copy;

	vote_quotes(context, &quotes);
	add_zones(&quotes, &all);
	vote_damage(context, comparison, &damage);
	add_zones(&damage, &all);
	copy = arena_alloc(context->arena, all.n, sizeof(*copy));
	if (all.n)
		memcpy(copy, all.zone, all.n * sizeof(*copy));
	*n = all.n;
	free(quotes.vote);
	free(damage.vote);
	free(all.zone);
	return copy;
}
