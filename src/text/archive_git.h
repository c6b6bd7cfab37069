/* What the two files that read git repositories share. */
#ifndef VERBATIM_TEXT_ARCHIVE_GIT_H
#define VERBATIM_TEXT_ARCHIVE_GIT_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/error.h"
#include "text/archive_name.h"

struct git_commit;
struct git_oid;
struct git_repository;

/* The repository that the name leads to; NULL with err set. */
struct git_repository *
archive_git_open(const struct archive_name *name, struct error *err);

void
archive_git_close(struct git_repository *repository);

/* The commit that the revision is; NULL with err set. */
struct git_commit *
archive_git_commit(struct git_repository *repository,
	const struct archive_name *name, struct error *err);

/* Appends a blob, of which nobody has made anything else. */
int
archive_git_blob(struct git_repository *repository, const char *name,
	const struct git_oid *id, size_t max, struct buffer *out,
	struct error *err);

/* Says that libgit2 gave up on the name, and why. */
int
archive_git_failed(const char *name, struct error *err);

#endif
