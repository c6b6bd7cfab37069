/*
 * Where a report goes.  A file gets it whole or not at all: it is written
 * beside, and renamed when all of it is on disk.
 */
#include "config.h"

#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "interrupt.h"

#define WIDTH_DEFAULT 100
#define WIDTH_LEAST 40

static unsigned
width_for(const struct options *options, const char *path)
{
	struct winsize size;

	if (options->width)
		return options->width;
	if (path || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_col)
		return WIDTH_DEFAULT;
	return size.ws_col < WIDTH_LEAST ? WIDTH_LEAST : size.ws_col;
}

unsigned
output_width(const struct options *options)
{
	return width_for(options, options->output);
}

bool
output_ascii(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8");
}

/* NO_COLOR: see no-color.org. */
static bool
colour_for(const struct options *options, const char *path)
{
	const char *no_color = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (options->colour != COLOUR_AUTO)
		return options->colour == COLOUR_ALWAYS;
	return !path && isatty(STDOUT_FILENO) && !(no_color && *no_color) &&
		term && strcmp(term, "dumb");
}

bool
output_colour(const struct options *options)
{
	return colour_for(options, options->output);
}

void
output_report(const struct options *options, const struct output *output,
	const struct review *review, struct buffer *out)
{
	const struct report_format *format = output->format;
	struct report_options wanted = {
		.colour = colour_for(options, output->path),
		.theme = &options->palette,
		.ascii = output_ascii(),
		.verbose = options->verbose,
		.most = options->max_findings,
		.width = width_for(options, output->path) };

	if (!options->width && format->widest && wanted.width > format->widest)
		wanted.width = format->widest;
	if (format->write)
		format->write(review, &wanted, out);
}

static int
cannot_write(const char *name, struct error *err)
{
	return error_set(err, "Cannot write %s: %s.", name, strerror(errno));
}

static int
write_to(FILE *file, const char *name, const struct buffer *text,
	struct error *err)
{
	errno = 0;
	if (text->len)
		fwrite(text->data, 1, text->len, file);
	if (!fflush(file) && !ferror(file))
		return 0;
	err->text[0] = '\0';
	if (errno == EPIPE)
		return -1;
	return cannot_write(name, err);
}

/* A device or a pipe: there is nothing beside which to write. */
static int
write_through(const char *path, const struct buffer *text, struct error *err)
{
	FILE *file = fopen(path, "w");
	int rc;

	if (!file)
		return cannot_write(path, err);
	rc = write_to(file, path, text, err);
	if (fclose(file) && !rc)
		rc = cannot_write(path, err);
	return rc;
}

static mode_t
mode_for(const char *path)
{
	struct stat stat_of;
	mode_t mask;

	if (!stat(path, &stat_of))
		return stat_of.st_mode & 07777;
	mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

static int
write_beside(const char *path, const char *temporary, FILE *file,
	const struct buffer *text, struct error *err)
{
	int rc = write_to(file, path, text, err);

	if (!rc && (fchmod(fileno(file), mode_for(path)) ||
	    fsync(fileno(file))))
		rc = cannot_write(path, err);
	if (fclose(file) && !rc)
		rc = cannot_write(path, err);
	if (!rc && rename(temporary, path))
		rc = error_set(err, "Cannot replace %s: %s.", path,
			strerror(errno));
	if (rc)
		unlink(temporary);
	return rc;
}

/* Not to be interrupted between its name and its being there. */
static FILE *
open_temporary(struct buffer *name)
{
	sigset_t set, old;
	FILE *file = NULL;
	int fd;

	interrupt_signals(&set);
	sigprocmask(SIG_BLOCK, &set, &old);
	fd = mkstemp(name->data);
	if (fd >= 0) {
		interrupt_removes(name->data);
		file = fdopen(fd, "w");
	}
	sigprocmask(SIG_SETMASK, &old, NULL);
	return file;
}

static int
replace(const char *path, const struct buffer *text, struct error *err)
{
	struct buffer temporary = BUFFER_INIT;
	FILE *file;
	int rc;

	buffer_printf(&temporary, "%s.XXXXXX", path);
	file = open_temporary(&temporary);
	if (file)
		rc = write_beside(path, temporary.data, file, text, err);
	else
		rc = cannot_write(path, err);
	interrupt_removes(NULL);
	buffer_release(&temporary);
	return rc;
}

/* Names of one file may differ in more ways than can be compared. */
static bool
is_same(const char *output, const char *path)
{
	struct stat ours, theirs;
	int rc = strcmp(path, "-") ? stat(path, &theirs) :
		fstat(STDIN_FILENO, &theirs);

	return !rc && !stat(output, &ours) && S_ISREG(ours.st_mode) &&
		ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

static int
spares(const char *output, const char *path, struct error *err)
{
	if (!output || !strcmp(output, "-") || !is_same(output, path))
		return 0;
	return error_set(err, "%s is read here, so it is not written over; "
		"give --output another name.", output);
}

int
output_spares(const struct options *options, const char *path,
	struct error *err)
{
	unsigned i;

	if (spares(options->output, path, err))
		return -1;
	for (i = 0; i < options->noutput; i++)
		if (spares(options->outputs[i].path, path, err))
			return -1;
	return 0;
}

int
output_spares_operands(const struct options *options, struct error *err)
{
	int i;

	for (i = 0; i < options->noperand; i++)
		if (output_spares(options, options->operands[i], err))
			return -1;
	return 0;
}

int
output_write(const char *path, const struct buffer *text, struct error *err)
{
	struct stat stat_of;
	char *target;
	int rc;

	if (!path || !strcmp(path, "-"))
		return write_to(stdout, "standard output", text, err);
	if (!stat(path, &stat_of) && !S_ISREG(stat_of.st_mode))
		return write_through(path, text, err);
	target = realpath(path, NULL);
	rc = replace(target ? target : path, text, err);
	free(target);
	return rc;
}
