/*
 * What recurs is the change, not the word it stands in: "I'm" for "I’m" and
 * "it's" for "it’s" are one pattern, ' for ’.  So what both readings begin and
 * end with is taken off, by whole code points, before they are compared; not so
 * where it is words that changed.
 */
#include "config.h"

#include "compare/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

struct core {
	const struct kind *kind;
	const char *text[2];
	size_t n[2];
	uint32_t finding;
};

static void
trim_common(struct core *core)
{
	const char *end[2];
	int side;

	for (side = 0; side < 2; side++)
		end[side] = core->text[side] + core->n[side];
	while (core->text[0] < end[0] && core->text[1] < end[1]) {
		unsigned len[2];

		if (utf8_decode(core->text[0], end[0], &len[0]) !=
		    utf8_decode(core->text[1], end[1], &len[1]))
			break;
		core->text[0] += len[0];
		core->text[1] += len[1];
	}
	while (core->text[0] < end[0] && core->text[1] < end[1]) {
		const char *last[2];
		size_t n;

		for (side = 0; side < 2; side++)
			last[side] = utf8_back(core->text[side], end[side]);
		n = (size_t)(end[0] - last[0]);
		if (n != (size_t)(end[1] - last[1]) ||
		    memcmp(last[0], last[1], n))
			break;
		end[0] = last[0];
		end[1] = last[1];
	}
	for (side = 0; side < 2; side++)
		core->n[side] = (size_t)(end[side] - core->text[side]);
}

static struct core
core_of(const struct context *context, const struct finding *finding,
	uint32_t index)
{
	struct core core = { finding->kind, { "", "" }, { 0, 0 }, index };
	int side;

	for (side = 0; side < 2; side++) {
		if (!finding->has[side])
			continue;
		core.text[side] = context->doc[side]->text +
			finding->span[side].start;
		core.n[side] = span_length(finding->span[side]);
	}
	if (core.n[0] && core.n[1] && kind_family(finding->kind)->by_glyph)
		trim_common(&core);
	return core;
}

static int
compare_cores(const struct core *x, const struct core *y)
{
	int side, order;

	if (x->kind != y->kind)
		return strcmp(x->kind->name, y->kind->name);
	for (side = 0; side < 2; side++) {
		if (x->n[side] != y->n[side])
			return x->n[side] < y->n[side] ? -1 : 1;
		order = memcmp(x->text[side], y->text[side], x->n[side]);
		if (order)
			return order;
	}
	return 0;
}

static int
by_core(const void *a, const void *b)
{
	const struct core *x = a, *y = b;
	int order = compare_cores(x, y);

	if (order)
		return order;
	return x->finding < y->finding ? -1 : x->finding > y->finding;
}

static int
by_first(const void *a, const void *b)
{
	const struct pattern *x = a, *y = b;

	return x->first < y->first ? -1 : x->first > y->first;
}

/* ---- certainty ---- */

static int
by_chain(const void *a, const void *b)
{
	const struct finding *const *x = a, *const *y = b;

	if ((*x)->kind != (*y)->kind)
		return strcmp((*x)->kind->name, (*y)->kind->name);
	return strcmp((*x)->explanation.chain, (*y)->explanation.chain);
}

/* What one chain of steps explains at many places is no accident at any. */
static void
weigh_proofs(struct finding_list *findings)
{
	struct finding **proved = memory_alloc(findings->n, sizeof(*proved));
	size_t i, k, n = 0;

	for (i = 0; i < findings->n; i++) {
		struct finding *it = &findings->finding[i];

		if (it->explanation.certainty && it->explanation.chain &&
		    !strcmp(it->explanation.certainty, "proved"))
			proved[n++] = it;
	}
	qsort(proved, n, sizeof(*proved), by_chain);
	for (i = 0; i < n; i = k) {
		const char *certainty;
		size_t at;

		for (k = i + 1; k < n && !by_chain(&proved[i], &proved[k]); )
			k++;
		certainty = k - i > 1 ? "proved by many places" :
			"proved by one place";
		for (at = i; at < k; at++)
			proved[at]->explanation.certainty = certainty;
	}
	free(proved);
}

struct pattern *
patterns_find(const struct context *context, struct finding_list *findings,
	size_t *n)
{
	struct core *cores = memory_alloc(findings->n, sizeof(*cores));
	struct pattern *patterns = arena_alloc(context->arena, findings->n,
		sizeof(*patterns));
	uint32_t *pattern_at = memory_alloc(findings->n, sizeof(*pattern_at));
	size_t i;

	*n = 0;
	weigh_proofs(findings);
	for (i = 0; i < findings->n; i++)
		cores[i] = core_of(context, &findings->finding[i],
			(uint32_t)i);
	qsort(cores, findings->n, sizeof(*cores), by_core);
	for (i = 0; i < findings->n; i++) {
		const struct core *core = &cores[i];

		if (!i || compare_cores(core - 1, core))
			patterns[(*n)++] = (struct pattern){ core->kind,
				arena_copy(context->arena, core->text[1],
					core->n[1]),
				arena_copy(context->arena, core->text[0],
					core->n[0]),
				core->finding, 0 };
		patterns[*n - 1].nfinding++;
		/* for now, the first finding names the pattern */
		findings->finding[core->finding].pattern =
			patterns[*n - 1].first;
	}
	qsort(patterns, *n, sizeof(*patterns), by_first);
	for (i = 0; i < *n; i++)
		pattern_at[patterns[i].first] = (uint32_t)i;
	for (i = 0; i < findings->n; i++)
		findings->finding[i].pattern =
			pattern_at[findings->finding[i].pattern];
	free(pattern_at);
	free(cores);
	return patterns;
}
