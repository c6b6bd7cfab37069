/* What the name of a document in a git repository is made of. */
#ifndef VERBATIM_TEXT_ARCHIVE_NAME_H
#define VERBATIM_TEXT_ARCHIVE_NAME_H

#include <stdbool.h>

#include "base/error.h"
#include "base/memory.h"

/* The strings are the arena's. */
struct archive_name {
	const char *whole;		/* as given, for errors */
	const char *folder;		/* where the repository is looked for,
					   "." for the current one */
	bool is_here;			/* no REPO was named */
	const char *revision;
	const char *path;		/* from the top of the repository; "" is
					   that itself */
};

/*
 * Takes "REV:PATH" or "REPO#REV:PATH" apart.  REPO ends at the first #
 * before which there is a folder that exists (a revision may have a # as well),
 * REV at the first colon outside of braces.  False where the name
 * has neither form.
 */
bool
archive_name_split(struct archive_name *parts, const char *name,
	struct arena *arena);

/* The same for any name: one that a file has, or that has neither form, is a
 * file's, of which HEAD is meant. */
void
archive_name_of_file(struct archive_name *parts, const char *name,
	struct arena *arena);

/* Makes a path that goes from the current folder, as a file's does, or one with
 * ./ or ../ before it, one that goes from the top.  -1 with err set where it
 * leads out of the repository. */
int
archive_name_anchor(struct archive_name *parts, struct arena *arena,
	struct error *err);

#endif
