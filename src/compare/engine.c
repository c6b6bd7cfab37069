/*
 * A word is handed to libgit2 as a line.
 *
 * Measured on 1.5: without GIT_DIFF_MINIMAL a cost ceiling and the dropping of
 * frequent lines lose most of a speech; GIT_DIFF_FORCE_TEXT keeps it from
 * sniffing for binary data; an allocation that fails inside is answered with
 * "no differences", so the allocator it gets does not fail (libgit2.c).
 */
#include "config.h"

#include "compare/engine.h"

#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/libgit2.h"
#include "base/memory.h"

#define LINE 6			/* five digits of base 64 and a newline */

void
run_list_add(struct run_list *list, struct run run)
{
	if (!run.n)
		return;
	if (list->n) {
		struct run *last = &list->run[list->n - 1];

		if (last->at[0] + last->n == run.at[0] &&
		    last->at[1] + last->n == run.at[1]) {
			last->n += run.n;
			return;
		}
	}
	*ARRAY_ADD(list->run, list->n, list->cap) = run;
}

static void
engine_fail(const char *why)
{
	fprintf(stderr, "verbatim: The diff engine failed: %s.\n", why);
	_exit(2);
}

void
engine_release(void)
{
	libgit2_release();
}

static char *
keys_to_lines(const uint32_t *key, uint32_t n)
{
	char *lines = memory_alloc(n, LINE), *p = lines;
	uint32_t i;
	int digit;

	for (i = 0; i < n; i++) {
		for (digit = 0; digit < LINE - 1; digit++)
			*p++ = (char)('0' + (key[i] >> (6 * digit) & 63));
		*p++ = '\n';
	}
	return lines;
}

struct diff {
	const uint32_t *const *key;
	const uint32_t *n;
	const uint32_t *base;
	uint32_t at[2];			/* behind the last hunk */
	struct run_list *out;
};

/* The equal words up to the places where the next hunk starts. */
static void
take_equal(struct diff *diff, const uint32_t upto[2])
{
	uint32_t n = upto[0] - diff->at[0];

	if (upto[0] < diff->at[0] || n != upto[1] - diff->at[1] ||
	    upto[0] > diff->n[0] || upto[1] > diff->n[1] ||
	    memcmp(diff->key[0] + diff->at[0], diff->key[1] + diff->at[1],
		n * sizeof(**diff->key)))
		engine_fail("it called different words equal");
	run_list_add(diff->out, (struct run){
		{ diff->base[0] + diff->at[0], diff->base[1] + diff->at[1] },
		n });
}

static int
on_hunk(const git_diff_delta *delta, const git_diff_hunk *hunk, void *payload)
{
	struct diff *diff = payload;
	/* an empty side names the line before the gap */
	uint32_t start[2] = {
		(uint32_t)hunk->old_start - (hunk->old_lines > 0),
		(uint32_t)hunk->new_start - (hunk->new_lines > 0)
	};

	(void)delta;
	take_equal(diff, start);
	diff->at[0] = start[0] + (uint32_t)hunk->old_lines;
	diff->at[1] = start[1] + (uint32_t)hunk->new_lines;
	return 0;
}

static void
ask_libgit2(const uint32_t *const key[2], const uint32_t n[2],
	const uint32_t base[2], struct run_list *out)
{
	struct diff diff = { key, n, base, { 0, 0 }, out };
	git_diff_options options;
	char *lines[2];

	if (!libgit2_start())
		engine_fail("libgit2 does not start");
	lines[0] = keys_to_lines(key[0], n[0]);
	lines[1] = keys_to_lines(key[1], n[1]);
	git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
	options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_MINIMAL;
	options.context_lines = 0;
	options.interhunk_lines = 0;
	if (git_diff_buffers(lines[0], (size_t)n[0] * LINE, NULL, lines[1],
			(size_t)n[1] * LINE, NULL, &options, NULL, NULL,
			on_hunk, NULL, &diff))
		engine_fail("libgit2 gave up");
	take_equal(&diff, n);
	free(lines[0]);
	free(lines[1]);
}

/* Pairs of words that are looked through before libgit2 is started. */
#define PAIRS_MOST 4096

/* Is there a word that both have, or may there be? */
static bool
may_share(const uint32_t *const key[2], const uint32_t n[2])
{
	uint32_t i, j;

	if ((uint64_t)n[0] * n[1] > PAIRS_MOST)
		return true;
	for (i = 0; i < n[0]; i++)
		for (j = 0; j < n[1]; j++)
			if (key[0][i] == key[1][j])
				return true;
	return false;
}

/*
 * What both begin and end with is equal in any shortest difference, and
 * libgit2 begins with that too.  In most gaps there is nothing left then, and
 * starting it would take longer than all the rest of a page.
 */
void
engine_diff(const uint32_t *const key[2], const uint32_t n[2],
	const uint32_t base[2], struct run_list *out)
{
	uint32_t least = n[0] < n[1] ? n[0] : n[1], head = 0, tail = 0;
	const uint32_t *rest[2];
	uint32_t nrest[2], from[2];
	int side;

	while (head < least && key[0][head] == key[1][head])
		head++;
	while (tail < least - head &&
	       key[0][n[0] - tail - 1] == key[1][n[1] - tail - 1])
		tail++;
	for (side = 0; side < 2; side++) {
		rest[side] = key[side] + head;
		nrest[side] = n[side] - head - tail;
		from[side] = base[side] + head;
	}
	run_list_add(out, (struct run){ { base[0], base[1] }, head });
	if (nrest[0] && nrest[1] && may_share(rest, nrest))
		ask_libgit2(rest, nrest, from, out);
	run_list_add(out, (struct run){
		{ base[0] + n[0] - tail, base[1] + n[1] - tail }, tail });
}
