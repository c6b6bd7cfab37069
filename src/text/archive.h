/*
 * Documents out of a git repository.
 *
 *	REV:PATH		of the repository that the current folder is in
 *	REPO#REV:PATH		of the one in, or above, the folder REPO
 *
 * REV is whatever git-rev-parse(1) knows: HEAD~2, v1.0, main@{yesterday}.  PATH
 * goes from the top of the repository, or, where it begins with ./ or ../ and
 * no REPO is named, from the current folder.
 *
 * A repository may be a stranger's.  Nothing of it is run, and no configuration
 * is read, neither its own nor the user's: no filters, no hooks, no helpers, no
 * include that leads elsewhere.  What is read is what was committed, byte for
 * byte, and it is data like any file.  That is why the repository's owner is
 * not looked at: git's safe.directory guards what is not done here.  Objects
 * that a partial or shallow clone lacks are not fetched.
 */
#ifndef VERBATIM_TEXT_ARCHIVE_H
#define VERBATIM_TEXT_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"

/* Has the name one of these forms, and is there no file that is called so? */
bool
archive_names(const char *name);

/* Appends the file's bytes; -1 with err set where there is none, or where it is
 * larger than max bytes. */
int
archive_read(const char *name, size_t max, struct buffer *out,
	struct error *err);

#define ARCHIVE_ID 41			/* a SHA-1 in hexadecimal, and a NUL */

/* What a file was from one commit on. */
struct archive_version {
	char commit[ARCHIVE_ID];	/* the first that has it so */
	char blob[ARCHIVE_ID];
	int64_t time;			/* of the author, seconds since 1970 */
	const char *path;		/* at that commit */
	const char *subject;		/* first line of its message */
};

/* All of them, the newest first. */
struct archive_history {
	struct archive *archive;
	const char *name;		/* "HEAD:speech.txt" */
	struct archive_version *version;
	size_t n, cap;
	bool more;			/* there are older ones: it was enough,
					   or the clone has no more */
	struct arena arena;
};

/*
 * The versions of a file in the history of REV, each content once and `most` of
 * them at most, on whatever branch it was merged from, under the names that it
 * had.  The name is REV:PATH, REPO#REV:PATH, or that of a file in a repository,
 * which means HEAD.  -1 with err set where there is no such file.
 */
int
archive_history(struct archive_history *history, const char *name,
	size_t most, struct error *err);

/* Appends the bytes of the i-th version. */
int
archive_history_read(const struct archive_history *history, size_t i,
	size_t max, struct buffer *out, struct error *err);

void
archive_history_release(struct archive_history *history);

#endif
