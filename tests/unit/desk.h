/* A folder of its own for a test, with a review file that may be in it. */
#ifndef VERBATIM_TESTS_DESK_H
#define VERBATIM_TESTS_DESK_H

#include "review/store.h"

struct desk {
	char folder[64];
	char path[128];			/* of the file */
};

void
desk_init(struct desk *desk);

/* Takes the folder away, and all that is in it. */
void
desk_release(struct desk *desk);

/* Makes the text the whole of the file. */
void
desk_put(const struct desk *desk, const char *text);

/* What is in the file; valid until the next call. */
const char *
desk_get(const struct desk *desk);

/* The store of the file, which must be sound. */
struct store *
desk_open(const struct desk *desk);

#endif
