/* A changed manifest shows in the first line that differs; one that only went
 * on behind what is done is none, and neither is a file that is complete. */
#include "config.h"

#include "batch_resume.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

struct resume {
	const char *path;
	FILE *file;
	struct entry entry, last;	/* the last that is done */
	char *line, *last_line;
	size_t cap, last_cap;
	size_t nlast;			/* bytes of last_line */
	bool is_compared;		/* the last */
	off_t end;			/* of what is done */
};

static FILE *
open_file(const char *path, struct error *err)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	struct stat stat_of;
	FILE *file;

	if (fd < 0 || fstat(fd, &stat_of))
		error_set(err, "Cannot open %s: %s.", path, strerror(errno));
	else if (!S_ISREG(stat_of.st_mode))
		error_set(err, "Cannot continue %s: it is no regular file.",
			path);
	else if (flock(fd, LOCK_EX | LOCK_NB) && errno == EWOULDBLOCK)
		error_set(err, "Cannot continue %s: another process does.",
			path);
	else if (!(file = fdopen(fd, "r+")))
		error_set(err, "Cannot open %s: %s.", path, strerror(errno));
	else
		return file;
	if (fd >= 0)
		close(fd);
	return NULL;
}

/* Does the line, or what there is of it, begin as the entry's has to? */
static bool
is_of_entry(const char *line, size_t n, const struct entry *entry)
{
	struct buffer begin = BUFFER_INIT;
	bool is;

	batch_line_begin(entry, &begin);
	is = !memcmp(line, begin.data, n < begin.len ? n : begin.len);
	buffer_release(&begin);
	return is;
}

static int
refuse(const struct resume *resume, struct error *err)
{
	return error_set(err, "Cannot continue %s: it has a line for pair "
		"%llu that is none of it; the manifest has changed, or is "
		"another.", resume->path,
		(unsigned long long)resume->entry.number);
}

static void
keep_last(struct resume *resume, size_t n)
{
	struct entry entry = resume->last;
	char *line = resume->last_line;
	size_t cap = resume->last_cap;

	resume->last = resume->entry;
	resume->entry = entry;
	resume->last_line = resume->line;
	resume->last_cap = resume->cap;
	resume->nlast = n;
	resume->line = line;
	resume->cap = cap;
	resume->end += (off_t)n;
}

/* Takes a line of n bytes, which may break off; 0 to go on, 1 at the end. */
static int
take_line(struct resume *resume, size_t n, struct manifest *manifest,
	struct batch_tally *tally, struct error *err)
{
	struct batch_facts facts;

	if (!manifest_next(manifest, &resume->entry))
		return error_set(err, "Cannot continue %s: it has more lines "
			"than the manifest has pairs.", resume->path);
	if (!is_of_entry(resume->line, n, &resume->entry))
		return refuse(resume, err);
	if (resume->line[n - 1] != '\n') {
		manifest_put_back(manifest, &resume->entry);
		return 1;
	}
	if (!batch_facts_read(&facts, resume->line, n))
		return refuse(resume, err);
	resume->is_compared = facts.is_compared;
	batch_tally_add(tally, &facts);
	keep_last(resume, n);
	return 0;
}

static int
take_lines(struct resume *resume, struct manifest *manifest,
	struct batch_tally *tally, struct error *err)
{
	ssize_t n;
	int rc = 0;

	errno = 0;
	while (!rc && (n = getline(&resume->line, &resume->cap,
	    resume->file)) > 0)
		rc = take_line(resume, (size_t)n, manifest, tally, err);
	if (rc >= 0 && ferror(resume->file))
		return error_set(err, "Cannot read %s: %s.", resume->path,
			strerror(errno));
	return rc < 0 ? -1 : 0;
}

/* A file that could not be read then may be there by now. */
static int
check_last(const struct resume *resume, const struct options *options,
	struct error *err)
{
	struct buffer line = BUFFER_INIT;
	int rc = 0;

	if (!resume->is_compared)
		return 0;
	batch_line_make(options, &resume->last, &line);
	if (line.len != resume->nlast ||
	    memcmp(line.data, resume->last_line, line.len))
		rc = error_set(err, "Cannot continue %s: pair %llu now gives "
			"another line, by other options, other files or "
			"another version of verbatim.", resume->path,
			(unsigned long long)resume->last.number);
	buffer_release(&line);
	return rc;
}

static int
drop_rest(const struct resume *resume, struct error *err)
{
	if (!ftruncate(fileno(resume->file), resume->end) &&
	    !fseeko(resume->file, resume->end, SEEK_SET))
		return 0;
	return error_set(err, "Cannot write %s: %s.", resume->path,
		strerror(errno));
}

FILE *
batch_resume(const struct options *options, struct manifest *manifest,
	struct batch_tally *tally, struct error *err)
{
	struct resume resume = { .path = options->resume };
	int rc = -1;

	resume.file = open_file(options->resume, err);
	if (resume.file)
		rc = take_lines(&resume, manifest, tally, err);
	if (!rc && manifest_left(manifest))
		rc = check_last(&resume, options, err);
	if (!rc)
		rc = drop_rest(&resume, err);
	entry_release(&resume.entry);
	entry_release(&resume.last);
	free(resume.line);
	free(resume.last_line);
	if (!rc)
		return resume.file;
	if (resume.file)
		fclose(resume.file);
	return NULL;
}
