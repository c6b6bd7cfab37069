/*
 * Damage undone: what the transcript has, put in the place of what was proved
 * to be damage, and nothing else touched.
 */
#ifndef VERBATIM_COMPARE_REPAIR_H
#define VERBATIM_COMPARE_REPAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "compare/comparison.h"

struct mend {
	const struct finding *finding;
	struct span text[2];		/* only what changes; bytes of text */
};

/* By place in the reprint; the mends do not overlap. */
struct repair {
	const struct comparison *comparison;	/* borrowed */
	struct mend *mend;
	size_t n, cap;
};

/* Can a kind of finding be repaired at all? */
bool
repair_knows(const struct kind *kind);

/*
 * Finds what can be repaired.  only: kinds, with NULL at the end, or NULL for
 * all; what is likely to be damage, and not proved, is taken where its kind is
 * named.  except: for each byte of the transcript's text, and for its end,
 * whether what is there is not to be put in; or NULL.
 */
void
repair_find(const struct comparison *cmp, const struct kind *const *only,
	const bool *except, struct repair *out);

void
repair_release(struct repair *repair);

/*
 * Appends the repaired file, in the reprint's encoding or (to_utf8) in UTF-8.
 * -1 with err set where the encoding lacks a character that is to be put in.
 */
int
repair_write(const struct repair *repair, bool to_utf8, struct buffer *out,
	struct error *err);

#endif
