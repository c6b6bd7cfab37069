/*
 * A repository is opened as if it had no working tree, with a configuration
 * that is empty: what libgit2 would look up there it takes for the default.  A
 * blob is read out of the object database, where no filter has a say.
 */
#include "config.h"

#include "text/archive.h"

#include <git2.h>
#include <git2/sys/repository.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/libgit2.h"
#include "text/archive_git.h"

#define ID_LEAST 4			/* digits that can stand for an id */

bool
archive_names(const char *name)
{
	struct archive_name parts;
	struct stat stat_of;
	struct arena arena;
	bool names;

	if (!strchr(name, ':') || !lstat(name, &stat_of))
		return false;
	arena_init(&arena);
	names = archive_name_split(&parts, name, &arena);
	arena_release(&arena);
	return names;
}

int
archive_git_failed(const char *name, struct error *err)
{
	const git_error *why = git_error_last();

	return error_set(err, "Cannot read %s: libgit2 says: %s.", name,
		why ? why->message : "nothing");
}

/* ---- the repository ---- */

static int
no_repository(const struct archive_name *name, struct error *err)
{
	if (name->is_here)
		return error_set(err, "Cannot read %s: there is no such file, "
			"and no git repository in or above the current "
			"folder.", name->whole);
	return error_set(err, "Cannot read %s: there is no git repository in "
		"or above %s.", name->whole, name->folder);
}

static int
give_empty_configuration(git_repository *repository)
{
	git_config *config;
	int rc = git_config_new(&config);

	if (rc)
		return rc;
	rc = git_repository_set_config(repository, config);
	git_config_free(config);
	return rc;
}

struct git_repository *
archive_git_open(const struct archive_name *name, struct error *err)
{
	git_buf path = { 0 };
	git_repository *repository = NULL;

	if (!libgit2_start()) {
		archive_git_failed(name->whole, err);
		return NULL;
	}
	if (git_repository_discover(&path, name->folder, 0, NULL)) {
		no_repository(name, err);
		return NULL;
	}
	if (git_repository_open_bare(&repository, path.ptr) ||
	    give_empty_configuration(repository)) {
		archive_git_failed(name->whole, err);
		git_repository_free(repository);
		repository = NULL;
	}
	git_buf_dispose(&path);
	return repository;
}

void
archive_git_close(struct git_repository *repository)
{
	git_repository_free(repository);
}

/* ---- what a revision is ---- */

static int
no_revision(const struct archive_name *name, int rc, struct error *err)
{
	const char *hash = strrchr(name->revision, '#');

	if (rc == GIT_EAMBIGUOUS && strlen(name->revision) >= ID_LEAST)
		return error_set(err, "Cannot read %s: several revisions "
			"begin with %s.", name->whole, name->revision);
	if (rc != GIT_ENOTFOUND && rc != GIT_EINVALIDSPEC &&
	    rc != GIT_EAMBIGUOUS)
		return archive_git_failed(name->whole, err);
	if (hash && name->is_here)
		return error_set(err, "Cannot read %s: there is no folder "
			"%.*s, and no revision %s in the repository here.",
			name->whole, (int)(hash - name->revision),
			name->revision, name->revision);
	return error_set(err, "Cannot read %s: there is no revision %s in the "
		"repository%s%s.", name->whole, name->revision,
		name->is_here ? " here" : " ",
		name->is_here ? "" : name->folder);
}

/* The revision as an object of the type; NULL with err set. */
static git_object *
peel(git_repository *repository, const struct archive_name *name,
	git_object_t type, struct error *err)
{
	git_object *given, *wanted = NULL;
	int rc = git_revparse_single(&given, repository, name->revision);

	if (rc) {
		no_revision(name, rc, err);
		return NULL;
	}
	if (git_object_peel(&wanted, given, type))
		error_set(err, "Cannot read %s: %s is no commit.",
			name->whole, name->revision);
	git_object_free(given);
	return wanted;
}

struct git_commit *
archive_git_commit(struct git_repository *repository,
	const struct archive_name *name, struct error *err)
{
	return (git_commit *)peel(repository, name, GIT_OBJECT_COMMIT, err);
}

/* ---- what stands at a path ---- */

int
archive_git_blob(struct git_repository *repository, const char *name,
	const struct git_oid *id, size_t max, struct buffer *out,
	struct error *err)
{
	git_odb *database;
	git_odb_object *object;
	git_object_t type;
	size_t size;
	int rc = -1;

	if (git_repository_odb(&database, repository))
		return archive_git_failed(name, err);
	if (git_odb_read_header(&size, &type, database, id)) {
		archive_git_failed(name, err);
	} else if (size > max) {
		error_set(err, "%s is larger than %zu bytes, the most that is "
			"read.", name, max);
	} else if (git_odb_read(&object, database, id)) {
		archive_git_failed(name, err);
	} else {
		buffer_add(out, git_odb_object_data(object),
			git_odb_object_size(object));
		git_odb_object_free(object);
		rc = 0;
	}
	git_odb_free(database);
	return rc;
}

static int
check_entry(const struct archive_name *name, const git_tree_entry *entry,
	struct error *err)
{
	static const struct {
		git_filemode_t mode;
		const char *what;
	} others[] = {
		{ GIT_FILEMODE_TREE, "a folder" },
		{ GIT_FILEMODE_COMMIT, "a submodule" },
		{ GIT_FILEMODE_LINK, "a symbolic link" }
	};
	size_t i;

	for (i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (git_tree_entry_filemode(entry) == others[i].mode)
			return error_set(err, "Cannot read %s: %s is %s at "
				"%s.", name->whole, name->path, others[i].what,
				name->revision);
	return 0;
}

static int
read_path(git_repository *repository, const struct archive_name *name,
	size_t max, struct buffer *out, struct error *err)
{
	git_object *tree;
	git_tree_entry *entry = NULL;
	int rc;

	if (!*name->path)
		return error_set(err, "Cannot read %s: it is the folder of "
			"all files.", name->whole);
	tree = peel(repository, name, GIT_OBJECT_TREE, err);
	if (!tree)
		return -1;
	rc = git_tree_entry_bypath(&entry, (git_tree *)tree, name->path);
	git_object_free(tree);
	if (rc == GIT_ENOTFOUND)
		return error_set(err, "Cannot read %s: there is no %s at %s.",
			name->whole, name->path, name->revision);
	if (rc)
		return archive_git_failed(name->whole, err);
	rc = check_entry(name, entry, err);
	if (!rc)
		rc = archive_git_blob(repository, name->whole,
			git_tree_entry_id(entry), max, out, err);
	git_tree_entry_free(entry);
	return rc;
}

static int
read_name(const char *name, size_t max, struct arena *arena,
	struct buffer *out, struct error *err)
{
	struct archive_name parts;
	git_repository *repository;
	int rc;

	if (!archive_name_split(&parts, name, arena))
		return error_set(err, "Cannot read %s: there is no such file.",
			name);
	repository = archive_git_open(&parts, err);
	if (!repository)
		return -1;
	rc = archive_name_anchor(&parts, arena, err);
	if (!rc)
		rc = read_path(repository, &parts, max, out, err);
	archive_git_close(repository);
	return rc;
}

int
archive_read(const char *name, size_t max, struct buffer *out,
	struct error *err)
{
	struct arena arena;
	int rc;

	arena_init(&arena);
	rc = read_name(name, max, &arena, out, err);
	arena_release(&arena);
	return rc;
}
