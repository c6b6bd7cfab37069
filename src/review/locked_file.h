/*
 * A file that several programs write, whole, one after the other.
 *
 * Who wants to write takes the lock, reads what is there now, and puts
 * something new in its place: beside it, synced, renamed, and the folder
 * synced.  Whoever reads sees the old or the new, never a part.  A symbolic
 * link stays one, and the file's mode stays as it was.
 */
#ifndef VERBATIM_REVIEW_LOCKED_FILE_H
#define VERBATIM_REVIEW_LOCKED_FILE_H

#include <stdbool.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/error.h"

/* Which version of a file it was; all zero: it was not there. */
struct stamp {
	dev_t dev;
	ino_t ino;
	off_t size;
	struct timespec changed;
};

/* Appends what is in the file, nothing where it is not there. */
int
file_read(const char *path, struct buffer *out, struct stamp *stamp,
	struct error *err);

/* Is it still the version that was read? */
bool
file_is_still(const char *path, const struct stamp *stamp);

struct locked_file {
	char *path;			/* the file's, all links followed */
	char *lock_path;
	int lock;			/* descriptor */
};

/*
 * Waits for the lock, half a minute at most.  The lock is flock() on PATH.lock,
 * which is there only while somebody writes: its holder takes it away, and who
 * has waited for it looks whether it is still there.
 */
int
locked_file_take(struct locked_file *file, const char *path,
	struct error *err);

void
locked_file_release(struct locked_file *file);

/* At 0 the text is on disk; at -1 the file is as it was. */
int
locked_file_replace(struct locked_file *file, const struct buffer *text,
	struct stamp *stamp, struct error *err);

#endif
