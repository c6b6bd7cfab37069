/*
 * From the text we work on back to the bytes we were given.
 *
 * Decoding and extraction each make a new text out of an old one.  The map
 * says for every byte of the new text which bytes of the old one it stands
 * for.  It is a list of runs: within a run, unit after unit of `step` new bytes
 * stands for `old_step` old ones (ASCII in UTF-16: 1 and 2; an entity
 * &rsquo;: 3 and 7).  A map without runs is the identity.
 */
#ifndef VERBATIM_TEXT_SOURCE_MAP_H
#define VERBATIM_TEXT_SOURCE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "text/span.h"

struct map_run {
	uint32_t new_start, old_start;
	uint32_t step, old_step;	/* bytes a unit, step > 0 */
};

struct source_map {
	struct map_run *run;		/* sorted by new_start */
	size_t nrun, cap;
};

void
source_map_release(struct source_map *map);

/*
 * Says that the bytes [new_start, new_start + n) are units of step bytes, each
 * standing for old_step bytes from old_start on.  Calls come in order of
 * new_start and leave no hole; a call that continues the last run joins it.
 */
void
source_map_add(struct source_map *map, struct map_run run);

/*
 * The old bytes that a new span stands for: from the start of the unit that
 * holds its first byte to the end of the one that holds its last.  An empty
 * span gives the empty span at the end of the unit before it (at the start of
 * the unit at it where it is 0).
 */
struct span
source_map_span(const struct source_map *map, struct span new_span);

#endif
