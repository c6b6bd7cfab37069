/* Counting first costs a second pass and gives what a shard and a progress bar
 * need; of a manifest that grows meanwhile, what was counted is read. */
#include "config.h"

#include "manifest.h"

#include <errno.h>
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/jansson.h"
#include "base/memory.h"

#define ENTRY_MOST 65536	/* bytes: two names in JSON, all escaped */
#define SNIFFED (2 * (PATH_MAX + 1))	/* a pair ends within these */
#define COPIED_MOST ((size_t)1 << 30)	/* bytes, unless something is said */
#define BOM "\xef\xbb\xbf"

static const char *const side_names[] = { "reprint", "transcript" };

struct manifest {
	FILE *file;
	enum manifest_form form;
	off_t start;			/* behind a byte order mark */
	uint64_t number, line;		/* of the entry read last */
	uint64_t end;			/* the last number that counts */
	struct entry back;		/* that was put back */
	bool has_back;
};

/* ---- one entry ---- */

void
entry_release(struct entry *entry)
{
	buffer_release(&entry->raw);
}

void
pair_names_release(struct pair *pair)
{
	free(pair->path[REPRINT]);
	free(pair->path[TRANSCRIPT]);
	pair->path[REPRINT] = pair->path[TRANSCRIPT] = NULL;
}

static bool
take_names(struct pair *pair, const char *const name[2], const size_t n[2])
{
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++)
		if (!n[side] || memchr(name[side], '\0', n[side]))
			return false;
	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		pair->path[side] = memory_alloc(n[side] + 1, 1);
		memcpy(pair->path[side], name[side], n[side]);
	}
	return true;
}

/* The two sides of the only separator that there is. */
static bool
parse_fields(struct pair *pair, const struct buffer *raw, char separator)
{
	const char *at = raw->len ? memchr(raw->data, separator, raw->len) :
		NULL;
	size_t n = at ? (size_t)(at - raw->data) : 0;

	if (!at || memchr(at + 1, separator, raw->len - n - 1))
		return false;
	return take_names(pair, (const char *[]){ raw->data, at + 1 },
		(size_t[]){ n, raw->len - n - 1 });
}

static bool
parse_json(struct pair *pair, const struct buffer *raw)
{
	json_t *value = json_loadb(raw->data, raw->len,
		JSON_REJECT_DUPLICATES, NULL);
	const char *name[2];
	size_t n[2];
	bool good = true;
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		json_t *string = json_object_get(value, side_names[side]);

		name[side] = json_string_value(string);
		n[side] = json_string_length(string);
		good = good && name[side];
	}
	good = good && take_names(pair, name, n);
	json_decref(value);
	return good;
}

static const struct {
	const char *what;		/* is counted */
	const char *wanted;
} forms[] = {
	[MANIFEST_TABS] = { "Line", "two names with a tab between" },
	[MANIFEST_JSON] = { "Line",
		"{\"reprint\": \"NAME\", \"transcript\": \"NAME\"}" },
	[MANIFEST_NULS] = { "Pair", "two names with a NUL behind each" }
};

int
pair_parse(struct pair *pair, const struct entry *entry, struct error *err)
{
	bool good = !entry->too_long;

	jansson_start();
	if (good && entry->form == MANIFEST_JSON)
		good = parse_json(pair, &entry->raw);
	else if (good)
		good = parse_fields(pair, &entry->raw,
			entry->form == MANIFEST_TABS ? '\t' : '\0');
	if (good)
		return 0;
	return error_set(err, "%s %llu of the manifest is no pair: it has to "
		"be %s, of %d bytes at most.", forms[entry->form].what,
		(unsigned long long)entry->line, forms[entry->form].wanted,
		ENTRY_MOST);
}

/* ---- reading ---- */

static void
put(struct entry *entry, int c)
{
	if (entry->raw.len < ENTRY_MOST)
		buffer_putc(&entry->raw, (char)c);
	else
		entry->too_long = true;
}

/* Up to a separator, which is taken and not put; false at the end. */
static bool
read_upto(FILE *file, int separator, struct entry *entry)
{
	int c = getc_unlocked(file);

	if (c == EOF)
		return false;
	for (; c != EOF && c != separator; c = getc_unlocked(file))
		put(entry, c);
	return true;
}

static bool
is_blank(const struct entry *entry)
{
	static const char blanks[] = " \t\r";
	size_t i;

	for (i = 0; i < entry->raw.len; i++)
		if (!entry->raw.data[i] || !strchr(blanks, entry->raw.data[i]))
			return false;
	return !entry->too_long;
}

static bool
read_line(struct manifest *manifest, struct entry *entry)
{
	struct buffer *raw = &entry->raw;

	do {
		raw->len = 0;
		entry->too_long = false;
		if (!read_upto(manifest->file, '\n', entry))
			return false;
		manifest->line++;
	} while (is_blank(entry));
	if (raw->len && raw->data[raw->len - 1] == '\r')
		raw->data[--raw->len] = '\0';
	return true;
}

/* A last name without another is an entry, though no pair. */
static bool
read_names(struct manifest *manifest, struct entry *entry)
{
	entry->raw.len = 0;
	entry->too_long = false;
	if (!read_upto(manifest->file, '\0', entry))
		return false;
	put(entry, '\0');
	if (!read_upto(manifest->file, '\0', entry))
		entry->raw.len--;
	manifest->line++;
	return true;
}

/* Whether it is within the part that counts or not. */
static bool
read_entry(struct manifest *manifest, struct entry *entry)
{
	bool any = manifest->form == MANIFEST_NULS ?
		read_names(manifest, entry) : read_line(manifest, entry);

	entry->form = manifest->form;
	entry->number = manifest->number += any;
	entry->line = manifest->line;
	return any;
}

bool
manifest_next(struct manifest *manifest, struct entry *entry)
{
	if (manifest->has_back) {
		entry_release(entry);
		*entry = manifest->back;
		manifest->has_back = false;
		manifest->back.raw = (struct buffer)BUFFER_INIT;
		return true;
	}
	return manifest->number < manifest->end &&
		read_entry(manifest, entry);
}

void
manifest_put_back(struct manifest *manifest, struct entry *entry)
{
	manifest->back = *entry;
	manifest->has_back = true;
	memset(entry, 0, sizeof(*entry));
}

uint64_t
manifest_left(const struct manifest *manifest)
{
	return manifest->end - manifest->number + manifest->has_back;
}

void
manifest_take_part(struct manifest *manifest, unsigned part, unsigned n)
{
	uint64_t all = manifest->end, each = all / n, rest = all % n;
	uint64_t before = part - 1;
	struct entry entry = { .raw = BUFFER_INIT };

	/* the first parts have one of the rest each */
	before = before * each + (before < rest ? before : rest);
	manifest->end = before + each + (part <= rest);
	while (manifest->number < before && read_entry(manifest, &entry))
		continue;
	entry_release(&entry);
}

/* ---- opening ---- */

static int
cannot_read(const char *path, struct error *err)
{
	return error_set(err, "Cannot read the manifest %s: %s.", path,
		strerror(errno));
}

static FILE *
copy(FILE *from, const char *path, size_t max, struct error *err)
{
	FILE *file = tmpfile();
	char bytes[65536];
	size_t n, all = 0;

	if (!file) {
		error_set(err, "Cannot make a temporary file: %s.",
			strerror(errno));
		return NULL;
	}
	while (all <= max && (n = fread(bytes, 1, sizeof(bytes), from))) {
		fwrite(bytes, 1, n, file);
		all += n;
	}
	if (all > max)
		error_set(err, "The manifest %s is larger than %zu bytes, the "
			"most that is read.", path, max);
	else if (ferror(from))
		cannot_read(path, err);
	else if (fflush(file) || ferror(file))
		error_set(err, "Cannot write a temporary file: %s.",
			strerror(errno));
	else
		return file;
	fclose(file);
	return NULL;
}

static bool
is_regular(FILE *file)
{
	struct stat stat_of;

	return !fstat(fileno(file), &stat_of) && S_ISREG(stat_of.st_mode);
}

/* A file that can be read twice, from where it stands now. */
static FILE *
open_file(const char *path, size_t max, struct error *err)
{
	bool is_input = !strcmp(path, "-");
	FILE *file = is_input ? stdin : fopen(path, "re");
	FILE *copied;

	if (!file)
		cannot_read(path, err);
	if (!file || is_regular(file))
		return file;
	copied = copy(file, path, max, err);
	if (!is_input)
		fclose(file);
	return copied;
}

static void
find_form(struct manifest *manifest, bool is_input)
{
	char bytes[SNIFFED];
	size_t i = 0, n = fread(bytes, 1, sizeof(bytes), manifest->file);

	if (n >= strlen(BOM) && !memcmp(bytes, BOM, strlen(BOM)))
		i = strlen(BOM);
	manifest->start += (off_t)i;
	while (i < n && strchr(" \t\r\n", bytes[i]) && bytes[i])
		i++;
	if (is_input && memchr(bytes, '\0', n))
		manifest->form = MANIFEST_NULS;
	else if (i < n && bytes[i] == '{')
		manifest->form = MANIFEST_JSON;
}

static int
count(struct manifest *manifest, const char *path, struct error *err)
{
	struct entry entry = { .raw = BUFFER_INIT };

	errno = 0;
	if (fseeko(manifest->file, manifest->start, SEEK_SET))
		return cannot_read(path, err);
	while (read_entry(manifest, &entry))
		continue;
	entry_release(&entry);
	if (ferror(manifest->file))
		return cannot_read(path, err);
	manifest->end = manifest->number;
	manifest->number = manifest->line = 0;
	if (!manifest->end)
		return error_set(err, "The manifest %s has no pairs.", path);
	return fseeko(manifest->file, manifest->start, SEEK_SET) ?
		cannot_read(path, err) : 0;
}

struct manifest *
manifest_open(const char *path, size_t max, struct error *err)
{
	struct manifest *manifest;
	FILE *file = open_file(path, max ? max : COPIED_MOST, err);

	if (!file)
		return NULL;
	manifest = memory_alloc(1, sizeof(*manifest));
	manifest->file = file;
	if (file != stdin)
		rewind(file);
	manifest->start = ftello(file);
	find_form(manifest, !strcmp(path, "-"));
	if (!count(manifest, path, err))
		return manifest;
	manifest_free(manifest);
	return NULL;
}

void
manifest_free(struct manifest *manifest)
{
	if (!manifest)
		return;
	if (manifest->file != stdin)
		fclose(manifest->file);
	entry_release(&manifest->back);
	free(manifest);
}
