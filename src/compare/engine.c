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

void
engine_diff(const uint32_t *const key[2], const uint32_t n[2],
	const uint32_t base[2], struct run_list *out)
{
	struct diff diff = { key, n, base, { 0, 0 }, out };
	git_diff_options options;
	char *lines[2];

	if (!n[0] || !n[1])
		return;
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
