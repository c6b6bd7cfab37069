/*
 * A path from the current folder is put behind the way from the top of the
 * working tree to that folder, as text: what it names need not be there any
 * more.
 */
#include "config.h"

#include "text/archive_name.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"

static bool
is_folder(const char *path)
{
	struct stat stat_of;

	return !stat(path, &stat_of) && S_ISDIR(stat_of.st_mode);
}

static bool
is_there(const char *path)
{
	struct stat stat_of;

	return !lstat(path, &stat_of);
}

/* The length of REPO; 0 where there is none. */
static size_t
find_folder(const char *name, struct arena *arena)
{
	const char *hash = strchr(name, '#');

	for (; hash; hash = strchr(hash + 1, '#')) {
		size_t n = (size_t)(hash - name);

		if (n && is_folder(arena_copy(arena, name, n)))
			return n;
	}
	return 0;
}

/* HEAD^{/fix: it}:path has its second colon in mind. */
static const char *
find_colon(const char *text)
{
	int depth = 0;

	for (; *text; text++) {
		if (*text == '{')
			depth++;
		else if (*text == '}' && depth)
			depth--;
		else if (*text == ':' && !depth)
			return text;
	}
	return NULL;
}

bool
archive_name_split(struct archive_name *parts, const char *name,
	struct arena *arena)
{
	size_t n;
	const char *revision, *colon;

	if (!strchr(name, ':'))
		return false;
	n = find_folder(name, arena);
	revision = n ? name + n + 1 : name;
	colon = find_colon(revision);
	if (!colon || colon == revision)
		return false;
	*parts = (struct archive_name){ .whole = name,
		.folder = n ? arena_copy(arena, name, n) : ".",
		.is_here = !n,
		.revision = arena_copy(arena, revision,
			(size_t)(colon - revision)),
		.path = arena_copy(arena, colon + 1, strlen(colon + 1)) };
	return true;
}

/* The folder need not be there any more; then it is that of the repository
 * here. */
void
archive_name_of_file(struct archive_name *parts, const char *name,
	struct arena *arena)
{
	const char *slash = strrchr(name, '/');
	const char *folder = !slash ? "." : slash == name ? "/" :
		arena_copy(arena, name, (size_t)(slash - name));

	if (!is_there(name) && archive_name_split(parts, name, arena))
		return;
	*parts = (struct archive_name){ .whole = name, .folder = ".",
		.is_here = true, .revision = "HEAD",
		.path = arena_printf(arena, "./%s", name) };
	if (!is_folder(folder))
		return;
	parts->folder = folder;
	parts->path = arena_printf(arena, "./%s", slash ? slash + 1 : name);
}

/* ---- from the current folder to the top ---- */

static bool
has_git(const char *folder)
{
	struct buffer path = BUFFER_INIT;
	struct stat stat_of;
	bool has;

	buffer_printf(&path, "%s/.git", folder);
	has = !lstat(path.data, &stat_of);
	buffer_release(&path);
	return has;
}

/* The way from the top of the working tree to the folder, with a slash at its
 * end; "" at the top, and in a repository without a working tree. */
static const char *
way_to(const char *folder, struct arena *arena)
{
	char *real = realpath(folder, NULL), *slash;
	const char *way = "", *whole;

	if (!real)
		return way;
	whole = arena_printf(arena, "%s/", real);
	while (!has_git(real) && (slash = strrchr(real, '/')) != NULL)
		*slash = '\0';
	if (*real)
		way = whole + strlen(real) + 1;
	free(real);
	return way;
}

/* Takes out what goes nowhere; false where the way leads out at the top. */
static bool
straighten(char *path)
{
	char *from = path, *to = path;

	while (*from) {
		size_t n = strcspn(from, "/");
		bool is_up = n == 2 && !strncmp(from, "..", 2);

		if (is_up && to == path)
			return false;
		if (is_up) {
			to--;
			while (to > path && to[-1] != '/')
				to--;
		} else if (n && !(n == 1 && *from == '.')) {
			memmove(to, from, n);
			to += n;
			*to++ = '/';
		}
		from += n + (from[n] == '/');
	}
	if (to > path)
		to--;
	*to = '\0';
	return true;
}

int
archive_name_anchor(struct archive_name *parts, struct arena *arena,
	struct error *err)
{
	const char *path = parts->path;
	bool is_relative = !strcmp(path, ".") || !strcmp(path, "..") ||
		!strncmp(path, "./", 2) || !strncmp(path, "../", 3);
	char *copy;

	if (!is_relative)
		return 0;
	copy = arena_printf(arena, "%s%s", way_to(parts->folder, arena), path);
	if (!straighten(copy))
		return error_set(err, "Cannot read %s: it leads out of the "
			"repository.", parts->whole);
	parts->path = copy;
	return 0;
}
