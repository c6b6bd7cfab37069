/*
 * Which pairs to compare, one an entry:
 *
 *	reprint TAB transcript			a line each, or
 *	{"reprint": "…", "transcript": "…"}	a line each, or
 *	reprint NUL transcript NUL …		on standard input alone
 *
 * What stands first tells which: a NUL among the first bytes of standard input,
 * or a brace as the first that is not blank.  Lines may end with CR LF; those
 * that are blank are no entries.  Names are as open() takes them.
 *
 * It is read through twice, to count and to be read, and never kept: memory is
 * that of one entry.  What is no regular file is copied to a temporary one.
 */
#ifndef VERBATIM_MANIFEST_H
#define VERBATIM_MANIFEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"
#include "text/span.h"

enum manifest_form { MANIFEST_TABS, MANIFEST_JSON, MANIFEST_NULS };

/* An entry as it stands there.  Starts zeroed; entry_release() ends it. */
struct entry {
	enum manifest_form form;
	uint64_t number;		/* of the pair, from 1 */
	uint64_t line;			/* from 1 */
	bool too_long;
	struct buffer raw;
};

void
entry_release(struct entry *entry);

/* The names in an entry.  Starts zeroed; pair_names_release() ends it. */
struct pair {
	char *path[2];			/* by enum side */
};

/* -1 with err set, and names that are NULL, where the entry is no pair. */
int
pair_parse(struct pair *pair, const struct entry *entry, struct error *err);

void
pair_names_release(struct pair *pair);

struct manifest;

/*
 * Opens the manifest ("-": standard input) and counts its entries.  NULL with
 * err set where it cannot be read or has none, or what is no file is larger
 * than max bytes (0: 1 GiB).
 */
struct manifest *
manifest_open(const char *path, size_t max, struct error *err);

void
manifest_free(struct manifest *manifest);

/*
 * Leaves all but the part-th of n equal parts out (1 <= part <= n).  Parts are
 * whole stretches, so that what comes of them is put together by putting one
 * behind the other.
 */
void
manifest_take_part(struct manifest *manifest, unsigned part, unsigned n);

/* The entries that are left to be read. */
uint64_t
manifest_left(const struct manifest *manifest);

/* Fills the entry in with the next; false where there is none. */
bool
manifest_next(struct manifest *manifest, struct entry *entry);

/* Has the entry that was read last come again, once; it is zeroed. */
void
manifest_put_back(struct manifest *manifest, struct entry *entry);

#endif
