/*
 * libgit2 takes the file apart, but opens whatever file an include names, has
 * no switch against that, and tells no lines.  So the bytes are looked at
 * first: a header of an include is refused wherever a header could begin, in
 * doubt too often.  (Who exchanges the file before libgit2 opens it can make it
 * open another, but nothing of that is taken.)  The lines of the entries are
 * found by walking along the file beside the list, which has its order.
 */
#include "config.h"

#include "base/config_file.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <git2.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/libgit2.h"

#define SIZE_MOST (1 << 20)		/* bytes */
#define READ_STEP 16384

static int
cannot_read(const char *path, const char *why, struct error *err)
{
	return error_set(err, "Cannot read %s: %s.", path, why);
}

/* A device has no settings: /dev/null is as good as no file. */
static int
read_bytes(int fd, const char *path, struct buffer *bytes, struct error *err)
{
	struct stat stat_of;
	ssize_t n = 1;

	if (fstat(fd, &stat_of))
		return cannot_read(path, strerror(errno), err);
	if (S_ISDIR(stat_of.st_mode))
		return cannot_read(path, strerror(EISDIR), err);
	if (S_ISCHR(stat_of.st_mode))
		return 0;
	if (!S_ISREG(stat_of.st_mode))
		return cannot_read(path, "It is no regular file", err);
	while (n > 0 && bytes->len <= SIZE_MOST) {
		n = read(fd, buffer_reserve(bytes, READ_STEP), READ_STEP);
		if (n > 0)
			bytes->len += (size_t)n;
	}
	if (n < 0)
		return cannot_read(path, strerror(errno), err);
	if (n > 0)
		return cannot_read(path, "It is larger than 1 MB", err);
	buffer_add(bytes, "", 0);
	if (memchr(bytes->data, '\0', bytes->len))
		return cannot_read(path, "It is no text", err);
	return 0;
}

static bool
is_comment(const char *line)
{
	line += strspn(line, " \t");
	return *line == '#' || *line == ';';
}

static const char *
next_line(const char *line)
{
	const char *end = strchr(line, '\n');

	return end ? end + 1 : NULL;
}

/* Outside of comments, "[include" is refused even within a value. */
static int
refuse_includes(const char *path, const char *text, struct error *err)
{
	static const char header[] = "[include";
	unsigned number = 1;
	const char *p;

	for (; text; text = next_line(text), number++) {
		if (is_comment(text))
			continue;
		for (p = text; *p && *p != '\n'; p++)
			if (!strncasecmp(p, header, strlen(header)))
				return error_set(err, "%s:%u: A "
					"configuration file cannot include "
					"others.", path, number);
	}
	return 0;
}

static int
not_the_syntax(const char *path, unsigned line, const char *why, size_t n,
	struct error *err)
{
	return error_set(err, "%s:%u: This is not in the syntax of git-config "
		"(%.*s).", path, line, (int)n, why);
}

/* The line of the first escape that git does not know; 0: there is none. */
static unsigned
find_bad_escape(const char *text)
{
	unsigned number = 1;
	const char *p;

	for (; text; text = next_line(text), number++) {
		if (is_comment(text))
			continue;
		for (p = text; *p && *p != '\n'; p++) {
			if (*p != '\\')
				continue;
			if (!*++p || *p == '\n')
				break;
			if (!strchr("ntb\"\\\r", *p))
				return number;
		}
	}
	return 0;
}

/*
 * "failed to parse config file: REASON (in PATH:LINE, column N)"; that of an
 * escape has no place.
 */
static int
cannot_parse(const char *path, const char *text, struct error *err)
{
	static const char before[] = "failed to parse config file: ";
	const git_error *error = git_error_last();
	const char *why = error ? error->message : "libgit2 gave up";
	const char *in, *colon = NULL;
	unsigned line = 0;

	if (!strncmp(why, before, strlen(before)))
		why += strlen(before);
	in = strstr(why, " (in ");
	if (in)
		colon = strrchr(in, ':');
	if (colon)
		return not_the_syntax(path, (unsigned)atoi(colon + 1), why,
			(size_t)(in - why), err);
	if (!strncmp(why, "invalid escape", strlen("invalid escape")))
		line = find_bad_escape(text);
	if (line)
		return not_the_syntax(path, line, why, strlen(why), err);
	return cannot_read(path, why, err);
}

static void
add_entry(struct config_file *file, const git_config_entry *entry,
	struct arena *arena)
{
	const char *dot = strrchr(entry->name, '.');
	const char *name = dot ? dot + 1 : entry->name;
	size_t n = dot ? (size_t)(dot - entry->name) : 0;

	*ARRAY_ADD(file->entry, file->n, file->cap) = (struct config_entry){
		.section = arena_copy(arena, entry->name, n),
		.name = arena_copy(arena, name, strlen(name)),
		.value = entry->value ? arena_copy(arena, entry->value,
			strlen(entry->value)) : NULL };
}

static int
add_entries(struct config_file *file, const git_config *config,
	struct arena *arena)
{
	git_config_iterator *iterator;
	git_config_entry *entry;
	int rc;

	if (git_config_iterator_new(&iterator, config))
		return -1;
	while (!(rc = git_config_next(&entry, iterator)))
		if (!entry->include_depth)
			add_entry(file, entry, arena);
	git_config_iterator_free(iterator);
	return rc == GIT_ITEROVER ? 0 : -1;
}

static int
parse(struct config_file *file, const char *path, const char *text,
	struct arena *arena, struct error *err)
{
	git_config *config;
	int rc;

	if (!libgit2_start())
		return cannot_read(path, "libgit2 does not start", err);
	if (git_config_open_ondisk(&config, path))
		return cannot_parse(path, text, err);
	rc = add_entries(file, config, arena);
	if (rc)
		cannot_parse(path, text, err);
	git_config_free(config);
	return rc;
}

/* Does the line set the name?  It may have a header before. */
static bool
line_sets(const char *line, const char *name)
{
	static const char blanks[] = " \t\r\v\f";
	size_t n = strlen(name);
	const char *end;

	if (!strncmp(line, "\xEF\xBB\xBF", 3))
		line += 3;
	line += strspn(line, blanks);
	if (*line == '[') {
		end = line + strcspn(line, "]\n");
		line = *end == ']' ? end + 1 : end;
		line += strspn(line, blanks);
	}
	return !strncasecmp(line, name, n) &&
		!isalnum((unsigned char)line[n]) && line[n] != '-';
}

/* Does the line go on in the next? */
static bool
is_continued(const char *line)
{
	const char *end = line + strcspn(line, "\n"), *p = end;

	if (p > line && p[-1] == '\r')
		end = --p;
	while (p > line && p[-1] == '\\')
		p--;
	return (end - p) % 2 && !is_comment(line);
}

static void
find_lines(struct config_file *file, const char *text)
{
	unsigned number = 1;
	bool goes_on = false;
	size_t i = 0;

	for (; text && i < file->n; text = next_line(text), number++) {
		if (!goes_on && line_sets(text, file->entry[i].name))
			file->entry[i++].line = number;
		goes_on = is_continued(text);
	}
}

static int
read_open(struct config_file *file, int fd, const char *path,
	struct arena *arena, struct error *err)
{
	struct buffer bytes = BUFFER_INIT;
	int rc = read_bytes(fd, path, &bytes, err);

	if (!rc && bytes.len)
		rc = refuse_includes(path, bytes.data, err);
	if (!rc && bytes.len)
		rc = parse(file, path, bytes.data, arena, err);
	if (!rc && bytes.len)
		find_lines(file, bytes.data);
	buffer_release(&bytes);
	return rc;
}

int
config_file_read(struct config_file *file, const char *path,
	struct arena *arena, struct error *err)
{
	int fd, rc;

	memset(file, 0, sizeof(*file));
	/* a pipe in the file's place must not be waited for */
	fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return 1;
	if (fd < 0)
		return cannot_read(path, strerror(errno), err);
	rc = read_open(file, fd, path, arena, err);
	close(fd);
	if (rc) {
		free(file->entry);
		memset(file, 0, sizeof(*file));
	}
	return rc;
}
