/*
 * The diff engine: libgit2, and nobody else knows it.
 */
#ifndef VERBATIM_COMPARE_ENGINE_H
#define VERBATIM_COMPARE_ENGINE_H

#include <stddef.h>
#include <stdint.h>

/* n words from at[0] on of the one are the n words from at[1] on of the
 * other. */
struct run {
	uint32_t at[2];
	uint32_t n;
};

/* A growing list of runs; free(list.run) gives it back. */
struct run_list {
	struct run *run;
	size_t n, cap;
};

/* Adds a run; one that continues the last joins it. */
void
run_list_add(struct run_list *list, struct run run);

/*
 * Appends the longest common subsequence of two lists of keys, as runs that
 * count from base[0] and base[1].  Quadratic where the two have little in
 * common, so callers keep them short.  Every run is checked against the keys; a
 * mismatch, like lack of memory, ends the program, for the engine would else
 * call two texts identical.
 */
void
engine_diff(const uint32_t *const key[2], const uint32_t n[2],
	const uint32_t base[2], struct run_list *out);

/* Gives back what the engine keeps. */
void
engine_release(void);

#endif
