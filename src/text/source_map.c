/*
 * Runs rather than an entry a byte: English in UTF-16 is one run, a page of
 * HTML one for each stretch between two tags, so that the map of a large
 * document stays small and a look-up is one binary search.
 */
#include "config.h"

#include "text/source_map.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void
source_map_release(struct source_map *map)
{
	free(map->run);
	memset(map, 0, sizeof(*map));
}

/* Does the run go on where a run of the same kind has got to? */
static bool
continues(const struct map_run *last, const struct map_run *run)
{
	uint64_t units;

	if (last->step != run->step || last->old_step != run->old_step)
		return false;
	units = (run->new_start - last->new_start) / last->step;
	return last->new_start + units * last->step == run->new_start &&
		last->old_start + units * last->old_step == run->old_start;
}

void
source_map_add(struct source_map *map, struct map_run run)
{
	/* A run of no bytes has no unit to join. */
	if (map->nrun && map->run[map->nrun - 1].new_start == run.new_start)
		map->nrun--;
	if (map->nrun && continues(&map->run[map->nrun - 1], &run))
		return;
	*ARRAY_ADD(map->run, map->nrun, map->cap) = run;
}

/* The old bytes of the unit that holds the new byte. */
static struct span
unit_at(const struct source_map *map, uint32_t at)
{
	size_t low = 0, high = map->nrun;
	const struct map_run *run;
	struct span old;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (map->run[middle].new_start <= at)
			low = middle;
		else
			high = middle;
	}
	run = &map->run[low];
	old.start = run->old_start;
	if (at > run->new_start)
		old.start += (at - run->new_start) / run->step * run->old_step;
	old.end = old.start + run->old_step;
	return old;
}

struct span
source_map_span(const struct source_map *map, struct span new_span)
{
	struct span old, last;

	if (!map->nrun)
		return new_span;
	if (new_span.start >= new_span.end) {
		old = unit_at(map, new_span.start ? new_span.start - 1 : 0);
		if (new_span.start)
			old.start = old.end;
		else
			old.end = old.start;
		return old;
	}
	old = unit_at(map, new_span.start);
	last = unit_at(map, new_span.end - 1);
	/* An HTML parser may move text, so that its order is not the page's. */
	if (last.end > old.end)
		old.end = last.end;
	return old;
}
