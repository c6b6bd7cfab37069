/*
 * The names beside the file are fixed, PATH.lock and PATH.new, so that what a
 * killed program leaves is taken up by the next one and does not pile up.
 * PATH.new belongs to who has the lock.
 */
#include "config.h"

#include "review/locked_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"

#define LINKS_MOST 16
#define BYTES_MOST (256 << 20)		/* what no review comes near to */
#define READ_SIZE 65536
#define WAIT_NANOSECONDS 2000000
#define WAITS_MOST 15000		/* of them: 30 seconds */

static char *
copy_of(const char *text, size_t n)
{
	char *copy = memory_alloc(n + 1, 1);

	memcpy(copy, text, n);
	return copy;
}

static char *
joined(const char *text, const char *suffix)
{
	struct buffer name = BUFFER_INIT;

	buffer_puts(&name, text);
	buffer_puts(&name, suffix);
	return name.data;
}

static int
cannot(const char *what, const char *path, struct error *err)
{
	return error_set(err, "Cannot %s %s: %s.", what, path,
		strerror(errno));
}

/* ---- reading ---- */

static struct stamp
stamp_of(const struct stat *stat_of)
{
	struct stamp stamp;

	memset(&stamp, 0, sizeof(stamp));
	stamp.dev = stat_of->st_dev;
	stamp.ino = stat_of->st_ino;
	stamp.size = stat_of->st_size;
	stamp.changed = stat_of->st_mtim;
	return stamp;
}

static bool
same_stamp(const struct stamp *a, const struct stamp *b)
{
	return a->dev == b->dev && a->ino == b->ino && a->size == b->size &&
		a->changed.tv_sec == b->changed.tv_sec &&
		a->changed.tv_nsec == b->changed.tv_nsec;
}

static int
read_all(int fd, const char *path, struct buffer *out, struct error *err)
{
	ssize_t n;

	do {
		n = read(fd, buffer_reserve(out, READ_SIZE), READ_SIZE);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return cannot("read", path, err);
		out->len += (size_t)n;
		if (out->len > BYTES_MOST)
			return error_set(err, "%s is too large for a review "
				"file.", path);
	} while (n);
	return 0;
}

/* What is no regular file might make open() wait, so that is looked at first
 * and then not opened for good. */
int
file_read(const char *path, struct buffer *out, struct stamp *stamp,
	struct error *err)
{
	struct stat stat_of;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	int rc;

	memset(stamp, 0, sizeof(*stamp));
	if (fd < 0)
		return errno == ENOENT ? 0 : cannot("read", path, err);
	if (fstat(fd, &stat_of))
		rc = cannot("read", path, err);
	else if (!S_ISREG(stat_of.st_mode))
		rc = error_set(err, "%s is no file that could hold a review.",
			path);
	else
		rc = read_all(fd, path, out, err);
	if (!rc)
		*stamp = stamp_of(&stat_of);
	close(fd);
	return rc;
}

bool
file_is_still(const char *path, const struct stamp *stamp)
{
	struct stamp now = { 0 };
	struct stat stat_of;

	if (!stat(path, &stat_of))
		now = stamp_of(&stat_of);
	return same_stamp(&now, stamp);
}

/* ---- the lock ---- */

/* Where the folder of the path ends: behind its last slash. */
static size_t
folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

/* What the path points to; it itself where it is no link.  The file need not
 * be there. */
static char *
follow(const char *path)
{
	char *now = copy_of(path, strlen(path));
	char target[PATH_MAX];
	int i;

	for (i = 0; i < LINKS_MOST; i++) {
		ssize_t n = readlink(now, target, sizeof(target) - 1);
		size_t folder = folder_length(now);
		struct buffer next = BUFFER_INIT;

		if (n < 0)
			break;
		if (*target != '/')
			buffer_add(&next, now, folder);
		buffer_add(&next, target, (size_t)n);
		free(now);
		now = next.data;
	}
	return now;
}

/* Has the lock been taken away by who had it before? */
static bool
is_stale(const struct locked_file *file)
{
	struct stat ours, theirs;

	return fstat(file->lock, &ours) || stat(file->lock_path, &theirs) ||
		ours.st_dev != theirs.st_dev || ours.st_ino != theirs.st_ino;
}

/* Opens the lock and tries to have it: 1 where it was in vain for now. */
static int
try_lock(struct locked_file *file, struct error *err)
{
	file->lock = open(file->lock_path, O_RDONLY | O_CREAT | O_CLOEXEC |
		O_NOFOLLOW | O_NONBLOCK, 0666);
	if (file->lock < 0)
		return cannot("write", file->lock_path, err);
	if (!flock(file->lock, LOCK_EX | LOCK_NB)) {
		if (!is_stale(file))
			return 0;
	} else if (errno != EWOULDBLOCK && errno != EINTR) {
		cannot("lock", file->lock_path, err);
		close(file->lock);
		return -1;
	}
	close(file->lock);
	return 1;
}

static int
wait_for_lock(struct locked_file *file, struct error *err)
{
	const struct timespec pause = { 0, WAIT_NANOSECONDS };
	int i, rc;

	for (i = 0; i < WAITS_MOST; i++) {
		rc = try_lock(file, err);
		if (rc <= 0)
			return rc;
		nanosleep(&pause, NULL);
	}
	return error_set(err, "Another program does not let go of %s.",
		file->lock_path);
}

/* A file that is not to be written is refused here: to rename something over
 * it would not ask. */
static int
check_writable(const char *path, struct error *err)
{
	struct stat stat_of;

	if (stat(path, &stat_of))
		return 0;
	if (!(stat_of.st_mode & 0222)) {
		errno = EACCES;
		return cannot("write", path, err);
	}
	return access(path, W_OK) ? cannot("write", path, err) : 0;
}

int
locked_file_take(struct locked_file *file, const char *path,
	struct error *err)
{
	file->path = follow(path);
	file->lock_path = joined(file->path, ".lock");
	if (!check_writable(file->path, err) && !wait_for_lock(file, err))
		return 0;
	free(file->lock_path);
	free(file->path);
	return -1;
}

void
locked_file_release(struct locked_file *file)
{
	unlink(file->lock_path);
	close(file->lock);
	free(file->lock_path);
	free(file->path);
}

/* ---- writing ---- */

static int
write_all(int fd, const char *path, const struct buffer *text,
	struct error *err)
{
	size_t done = 0;

	while (done < text->len) {
		ssize_t n = write(fd, text->data + done, text->len - done);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return cannot("write", path, err);
		done += (size_t)n;
	}
	return 0;
}

static int
keep_mode(int fd, const char *path, struct error *err)
{
	struct stat stat_of;

	if (stat(path, &stat_of) || !fchmod(fd, stat_of.st_mode & 07777))
		return 0;
	return cannot("write", path, err);
}

static int
write_new(const char *new_path, const struct locked_file *file,
	const struct buffer *text, struct error *err)
{
	int fd, rc;

	unlink(new_path);
	fd = open(new_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return cannot("write", new_path, err);
	rc = write_all(fd, file->path, text, err);
	if (!rc)
		rc = keep_mode(fd, file->path, err);
	if (!rc && fsync(fd))
		rc = cannot("write", file->path, err);
	if (close(fd) && !rc)
		rc = cannot("write", file->path, err);
	return rc;
}

/* Not every file system can sync a folder. */
static int
sync_folder(const char *path, struct error *err)
{
	size_t n = folder_length(path);
	char *folder = n ? copy_of(path, n) : copy_of(".", 1);
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int rc = 0;

	if (fd >= 0 && fsync(fd) && errno != EINVAL && errno != ENOTSUP)
		rc = cannot("write", folder, err);
	if (fd >= 0)
		close(fd);
	free(folder);
	return rc;
}

int
locked_file_replace(struct locked_file *file, const struct buffer *text,
	struct stamp *stamp, struct error *err)
{
	char *new_path = joined(file->path, ".new");
	struct stat stat_of;
	int rc = write_new(new_path, file, text, err);

	if (!rc && rename(new_path, file->path))
		rc = cannot("replace", file->path, err);
	if (rc)
		unlink(new_path);
	else
		rc = sync_folder(file->path, err);
	memset(stamp, 0, sizeof(*stamp));
	if (!rc && !stat(file->path, &stat_of))
		*stamp = stamp_of(&stat_of);
	free(new_path);
	return rc;
}
