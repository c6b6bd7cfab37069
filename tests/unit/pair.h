/*
 * Two texts taken through the stages of a comparison, as far as a test wants.
 *
 * Both are read as plain text unless a format is given.  One call that opens a
 * pair, then one pair_release().
 */
#ifndef VERBATIM_TESTS_PAIR_H
#define VERBATIM_TESTS_PAIR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "compare/align.h"
#include "compare/change.h"
#include "compare/comparison.h"
#include "text/document.h"
#include "text/fold.h"

struct pair {
	struct keys *keys;
	struct document *doc[2];
	/* of pair_align() and on */
	struct alignment alignment;
	struct arena arena;
	struct usage *usage;
	struct context context;
	struct edit_list edits;		/* of pair_change() */
	struct comparison *cmp;		/* of pair_compare() */
};

/* The documents; what a NULL stands for is empty. */
void
pair_read(struct pair *pair, const char *reprint, const char *transcript);

/* The same for texts with NULs in them. */
void
pair_read_bytes(struct pair *pair, const char *reprint, size_t nreprint,
	const char *transcript, size_t ntranscript);

/* The documents, aligned, and a context. */
void
pair_align(struct pair *pair, const char *reprint, const char *transcript);

/* The same, and the edits. */
void
pair_change(struct pair *pair, const char *reprint, const char *transcript);

/* The documents and their comparison. */
void
pair_compare(struct pair *pair, const char *reprint, const char *transcript);

/* Goes on from pair_read(). */
void
pair_make_alignment(struct pair *pair);

void
pair_make_edits(struct pair *pair);

void
pair_make_comparison(struct pair *pair);

void
pair_release(struct pair *pair);

/* ---- questions that many tests ask ---- */

/* How many findings are of the kind ("omission.words"), or of the family
 * ("omission"); of all kinds for NULL. */
size_t
pair_count(const struct pair *pair, const char *kind);

/* The first finding of the kind or family, or NULL. */
const struct finding *
pair_find(const struct pair *pair, const char *kind);

/* Does the finding say these bytes on the side?  NULL: it has no place. */
bool
finding_says(const struct pair *pair, const struct finding *finding,
	enum side side, const char *text);

/* All kinds of the findings in order: "omission.words typography.dash"; valid
 * until the next call. */
const char *
pair_kinds(const struct pair *pair);

/* How many edits have the shape. */
size_t
pair_shapes(const struct pair *pair, enum edit_shape shape);

/* The same for an edit and a side. */
bool
edit_says(const struct pair *pair, const struct edit *edit, enum side side,
	const char *text);

#endif
