/*
 * A file in the syntax of git-config(1), as a list of what it sets.
 *
 * Nothing is known here of what the settings mean.  A file cannot name others
 * to be read with it: what git calls includes is refused before anything is
 * parsed, since a file may come from a stranger.
 */
#ifndef VERBATIM_BASE_CONFIG_FILE_H
#define VERBATIM_BASE_CONFIG_FILE_H

#include <stddef.h>

#include "base/error.h"
#include "base/memory.h"

/* The strings are the arena's that the file was read with. */
struct config_entry {
	const char *section;		/* "report", in lower case; "" before
					   the first header; with a subsection
					   "report.DRAFT" */
	const char *name;		/* "fail-on", in lower case */
	const char *value;		/* NULL: the name stands alone, which
					   git takes for true */
	unsigned line;			/* counted from 1; 0: not found */
};

/* In the order of the file, names that come again too. */
struct config_file {
	struct config_entry *entry;	/* free() gives it back */
	size_t n, cap;
};

/*
 * Reads the file.  1 where there is none, 0 where it was read, -1 with err set
 * where it cannot be read or is malformed; file is empty but for 0.
 */
int
config_file_read(struct config_file *file, const char *path,
	struct arena *arena, struct error *err);

#endif
