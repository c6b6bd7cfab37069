/*
 * What is in memory is what is in the file: to add is to read the file, add to
 * that, write it, and only then to take that for what is in memory.
 */
#include "config.h"

#include "review/store.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "review/locked_file.h"
#include "review/store_line.h"

#define HEADER "# verbatim review 1"
#define HEADER_ANY "# verbatim review "
#define MARKER 7			/* characters of git's marks */
#define SUFFIX ".review"

struct record {
	const char *line;		/* as it stands in the file */
	struct decision decision;
};

/* What a file holds. */
struct content {
	struct arena arena;		/* the lines and the strings */
	struct record *record;		/* sorted, each once */
	size_t n, cap;
	struct decision *decisions;	/* of the records */
	size_t nmarker;
	struct stamp stamp;
};

struct store {
	char *path;
	struct content content;
	struct buffer notice;
};

/* ---- content ---- */

static void
content_init(struct content *content)
{
	memset(content, 0, sizeof(*content));
	arena_init(&content->arena);
}

static void
content_release(struct content *content)
{
	free(content->record);
	free(content->decisions);
	arena_release(&content->arena);
}

static int
compare_records(const void *a, const void *b)
{
	const struct record *x = a, *y = b;

	return strcmp(x->line, y->line);
}

/* Sorts the records, and drops what stands twice. */
static void
content_settle(struct content *content)
{
	struct record *record = content->record;
	size_t i, n = 0;

	if (content->n)
		qsort(record, content->n, sizeof(*record), compare_records);
	for (i = 0; i < content->n; i++)
		if (!n || compare_records(&record[n - 1], &record[i]))
			record[n++] = record[i];
	content->n = n;
	free(content->decisions);
	content->decisions = memory_alloc(n, sizeof(*content->decisions));
	for (i = 0; i < n; i++)
		content->decisions[i] = record[i].decision;
}

/* NULL, or what is wrong with the line. */
static const char *
content_add(struct content *content, const char *line, size_t n)
{
	struct record record;
	const char *wrong = store_line_read(line, n, &content->arena,
		&record.decision);

	if (wrong)
		return wrong;
	record.line = arena_copy(&content->arena, line, n);
	*ARRAY_ADD(content->record, content->n, content->cap) = record;
	return NULL;
}

/* "<<<<<<< HEAD", "=======", and so on. */
static bool
is_marker(const char *line, size_t n)
{
	return n >= MARKER && strchr("<|=>", *line) && *line &&
		strspn(line, (char[]){ *line, '\0' }) == MARKER &&
		(n == MARKER || line[MARKER] == ' ');
}

static bool
is_header(const char *line, size_t n)
{
	return n == strlen(HEADER) && !memcmp(line, HEADER, n);
}

static bool
is_any_header(const char *line, size_t n)
{
	return n > strlen(HEADER_ANY) &&
		!memcmp(line, HEADER_ANY, strlen(HEADER_ANY));
}

static const char *
read_line(struct content *content, const char *line, size_t n, bool *begun)
{
	if (n && line[n - 1] == '\r')
		n--;
	if (is_marker(line, n)) {
		content->nmarker++;
	} else if (is_header(line, n)) {
		*begun = true;
	} else if (is_any_header(line, n)) {
		return "names a version that this verbatim does not know";
	} else if (!*begun && n) {
		return "is not '" HEADER "'";
	} else if (n) {
		return content_add(content, line, n);
	}
	return NULL;
}

static int
content_parse(struct content *content, const char *path, const char *text,
	size_t size, struct error *err)
{
	static const char bom[] = "\xEF\xBB\xBF";
	const char *end = text + size, *p = text, *stop;
	bool begun = false;
	size_t line;

	if (size >= 3 && !memcmp(text, bom, 3))
		p += 3;
	for (line = 1; p < end; line++, p = stop + 1) {
		const char *wrong;

		stop = memchr(p, '\n', (size_t)(end - p));
		if (!stop)
			stop = end;
		wrong = read_line(content, p, (size_t)(stop - p), &begun);
		if (wrong)
			return error_set(err, "%s is no review file: line %zu "
				"%s.", path, line, wrong);
	}
	content_settle(content);
	return 0;
}

/* -1: there is nothing to release. */
static int
content_load(struct content *content, const char *path, struct error *err)
{
	struct buffer text = BUFFER_INIT;
	int rc;

	content_init(content);
	rc = file_read(path, &text, &content->stamp, err);
	if (!rc)
		rc = content_parse(content, path, text.len ? text.data : "",
			text.len, err);
	buffer_release(&text);
	if (rc)
		content_release(content);
	return rc;
}

/* The index behind the last decision on findings up to this one. */
static size_t
content_end(const struct content *content, uint64_t finding)
{
	size_t from = 0, to = content->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (content->decisions[middle].finding <= finding)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static const struct decision *
content_last(const struct content *content, uint64_t finding)
{
	size_t end = content_end(content, finding);

	return end && content->decisions[end - 1].finding == finding ?
		&content->decisions[end - 1] : NULL;
}

static void
content_write(const struct content *content, struct buffer *out)
{
	size_t i;

	buffer_puts(out, HEADER "\n");
	for (i = 0; i < content->n; i++) {
		buffer_puts(out, content->record[i].line);
		buffer_putc(out, '\n');
	}
}

/* ---- adding ---- */

static int64_t
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_REALTIME, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Later than all that has been decided on the finding, whatever the clock of
 * who decided it said; `before` are those added with it. */
static int64_t
time_for(const struct content *content, const struct decision *decision,
	const struct decision *before, size_t nbefore, int64_t time)
{
	const struct decision *last = content_last(content,
		decision->finding);

	if (last && last->time >= time)
		time = last->time + 1;
	while (nbefore--)
		if (before[nbefore].finding == decision->finding &&
		    before[nbefore].time >= time)
			time = before[nbefore].time + 1;
	return time;
}

static void
add_dated(struct content *content, const struct decision *dated, size_t n)
{
	struct buffer line = BUFFER_INIT;
	size_t i;

	for (i = 0; i < n; i++) {
		line.len = 0;
		store_line_write(&line, &dated[i]);
		content_add(content, line.data, line.len);
	}
	content_settle(content);
	buffer_release(&line);
}

static void
add_all(struct content *content, const struct decision *decisions, size_t n)
{
	struct decision *dated = memory_alloc(n, sizeof(*dated));
	int64_t time = now();
	size_t i;

	for (i = 0; i < n; i++) {
		dated[i] = decisions[i];
		dated[i].time = time_for(content, &decisions[i], dated, i,
			time);
	}
	add_dated(content, dated, n);
	free(dated);
}

static void
adopt(struct store *store, struct content *content)
{
	content_release(&store->content);
	store->content = *content;
}

static int
add_locked(struct store *store, struct locked_file *file,
	const struct decision *decisions, size_t n, struct error *err)
{
	struct content content;
	struct buffer text = BUFFER_INIT;
	int rc;

	if (content_load(&content, file->path, err))
		return -1;
	add_all(&content, decisions, n);
	content_write(&content, &text);
	rc = locked_file_replace(file, &text, &content.stamp, err);
	content.nmarker = 0;
	if (rc)
		content_release(&content);
	else
		adopt(store, &content);
	buffer_release(&text);
	return rc;
}

int
store_add(struct store *store, const struct decision *decisions, size_t n,
	struct error *err)
{
	struct locked_file file;
	int rc;

	if (!n)
		return 0;
	if (locked_file_take(&file, store->path, err))
		return -1;
	rc = add_locked(store, &file, decisions, n, err);
	locked_file_release(&file);
	return rc;
}

void
store_write(const struct decision *decisions, size_t n, struct buffer *out)
{
	struct content content;

	content_init(&content);
	add_dated(&content, decisions, n);
	content_write(&content, out);
	content_release(&content);
}

/* ---- the rest ---- */

char *
store_path_beside(const char *reprint)
{
	struct buffer path = BUFFER_INIT;

	if (!strcmp(reprint, "-"))
		return NULL;
	buffer_puts(&path, reprint);
	buffer_puts(&path, SUFFIX);
	return path.data;
}

struct store *
store_open(const char *path, struct error *err)
{
	struct content content;
	struct store *store;

	if (content_load(&content, path, err))
		return NULL;
	store = memory_alloc(1, sizeof(*store));
	store->content = content;
	store->path = memory_alloc(strlen(path) + 1, 1);
	memcpy(store->path, path, strlen(path));
	return store;
}

void
store_free(struct store *store)
{
	if (!store)
		return;
	content_release(&store->content);
	buffer_release(&store->notice);
	free(store->path);
	free(store);
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

bool
store_exists(const struct store *store)
{
	return store->content.stamp.ino != 0;
}

const char *
store_notice(struct store *store)
{
	if (!store->content.nmarker)
		return NULL;
	store->notice.len = 0;
	buffer_printf(&store->notice, "%s has %zu lines that git put around a "
		"conflict; the verdicts of both sides count.", store->path,
		store->content.nmarker);
	return store->notice.data;
}

const struct decision *
store_decisions(const struct store *store, size_t *n)
{
	*n = store->content.n;
	return store->content.decisions;
}

const struct decision *
store_last(const struct store *store, uint64_t finding)
{
	return content_last(&store->content, finding);
}

int
store_reload(struct store *store, struct error *err)
{
	struct content content;

	if (file_is_still(store->path, &store->content.stamp))
		return 0;
	if (content_load(&content, store->path, err))
		return -1;
	adopt(store, &content);
	return 1;
}
