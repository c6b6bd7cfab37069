/*
 * The walk is our own: libgit2's wants all commits before it gives the first,
 * and ends where a shallow clone does.  It goes from the newest commit to the
 * oldest over all parents, and a commit brings a version where the file is in
 * none of its parents as it is there.  So a merge brings one only where it is
 * itself an edit.
 */
#include "config.h"

#include <git2.h>
#include <stdlib.h>
#include <string.h>

#include "text/archive.h"
#include "text/archive_git.h"
#include "text/fold.h"

/* What may have come and gone with a commit, for a rename to be looked for; a
 * stranger's commit may have a tree without end, or files that are. */
#define RENAME_FILES 200
#define RENAME_BYTES ((size_t)1 << 26)
#define RENAME_FOLDERS 2000

/* A commit that is still to be looked at. */
struct step {
	git_commit *commit;
	const char *path;		/* of the file there */
};

struct walk {
	struct archive_history *history;
	git_repository *repository;
	struct keys *commits, *blobs;	/* that were seen */
	struct step *step;		/* a heap, the newest on top */
	size_t nstep, cap;
	size_t most;
};

/* The object, or NULL where the path leads to no file. */
struct found {
	bool is_there;
	git_oid id;
};

struct archive {
	git_repository *repository;
};

/* ---- the heap ---- */

static bool
is_newer(const struct step *a, const struct step *b)
{
	git_time_t x = git_commit_time(a->commit);
	git_time_t y = git_commit_time(b->commit);

	if (x != y)
		return x > y;
	return git_oid_cmp(git_commit_id(a->commit),
		git_commit_id(b->commit)) < 0;
}

static void
swap(struct step *a, struct step *b)
{
	struct step other = *a;

	*a = *b;
	*b = other;
}

static void
push(struct walk *walk, git_commit *commit, const char *path)
{
	size_t i = walk->nstep;

	*ARRAY_ADD(walk->step, walk->nstep, walk->cap) =
		(struct step){ commit, path };
	for (; i && is_newer(&walk->step[i], &walk->step[(i - 1) / 2]);
	     i = (i - 1) / 2)
		swap(&walk->step[i], &walk->step[(i - 1) / 2]);
}

static struct step
pop(struct walk *walk)
{
	struct step first = walk->step[0], *step = walk->step;
	size_t i = 0, child;

	step[0] = step[--walk->nstep];
	while ((child = 2 * i + 1) < walk->nstep) {
		if (child + 1 < walk->nstep &&
		    is_newer(&step[child + 1], &step[child]))
			child++;
		if (!is_newer(&step[child], &step[i]))
			break;
		swap(&step[child], &step[i]);
		i = child;
	}
	return first;
}

/* ---- what was seen ---- */

static bool
is_new(struct keys *seen, const git_oid *id)
{
	size_t n = keys_count(seen);

	return keys_intern(seen, (const char *)id->id, GIT_OID_RAWSZ) == n;
}

/* ---- the file at a commit ---- */

static struct found
find(const git_commit *commit, const char *path)
{
	struct found found = { .is_there = false };
	git_tree *tree;
	git_tree_entry *entry;

	if (git_commit_tree(&tree, commit))
		return found;
	if (!git_tree_entry_bypath(&entry, tree, path)) {
		found.is_there = git_tree_entry_type(entry) == GIT_OBJECT_BLOB
			&& git_tree_entry_filemode(entry) != GIT_FILEMODE_LINK;
		git_oid_cpy(&found.id, git_tree_entry_id(entry));
		git_tree_entry_free(entry);
	}
	git_tree_free(tree);
	return found;
}

static bool
is_same(const struct found *a, const struct found *b)
{
	return a->is_there == b->is_there &&
		(!a->is_there || git_oid_equal(&a->id, &b->id));
}

static const char *
path_before(git_diff *diff, const char *path)
{
	size_t i, n = git_diff_num_deltas(diff);

	for (i = 0; i < n; i++) {
		const git_diff_delta *delta = git_diff_get_delta(diff, i);

		if (delta->status == GIT_DELTA_RENAMED &&
		    !strcmp(delta->new_file.path, path))
			return delta->old_file.path;
	}
	return NULL;
}

static bool
has_end(git_repository *repository, const git_tree *tree,
	const git_tree *other, unsigned *folders);

/* Looks into a folder, beside what the other has under its name. */
static bool
folder_has_end(git_repository *repository, const git_tree_entry *entry,
	const git_tree *other, unsigned *folders)
{
	const git_tree_entry *beside = other ? git_tree_entry_byname(other,
		git_tree_entry_name(entry)) : NULL;
	git_tree *tree, *there = NULL;
	bool has = false;

	if (beside && git_oid_equal(git_tree_entry_id(beside),
	    git_tree_entry_id(entry)))
		return true;
	if (++*folders > RENAME_FOLDERS ||
	    git_tree_lookup(&tree, repository, git_tree_entry_id(entry)))
		return false;
	if (!beside || git_tree_entry_type(beside) != GIT_OBJECT_TREE ||
	    !git_tree_lookup(&there, repository, git_tree_entry_id(beside)))
		has = has_end(repository, tree, there, folders);
	git_tree_free(tree);
	git_tree_free(there);
	return has;
}

/* Are there few folders in the tree that the other, or NULL, has not alike?
 * libgit2 goes through all of them before it says anything. */
static bool
has_end(git_repository *repository, const git_tree *tree,
	const git_tree *other, unsigned *folders)
{
	size_t i, n = git_tree_entrycount(tree);

	for (i = 0; i < n; i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);

		if (git_tree_entry_type(entry) == GIT_OBJECT_TREE &&
		    !folder_has_end(repository, entry, other, folders))
			return false;
	}
	return true;
}

/* For libgit2: stops where there is too much. */
static int
count_file(const git_diff *diff, const git_diff_delta *delta,
	const char *pattern, void *count)
{
	(void)diff;
	(void)delta;
	(void)pattern;
	return ++*(unsigned *)count > RENAME_FILES ? -1 : 0;
}

/* Is there no more to read than is worth it? */
static bool
is_modest(git_repository *repository, const git_diff *diff)
{
	git_odb *database;
	size_t i, n = git_diff_num_deltas(diff), size, sum = 0;
	git_object_t type;

	if (git_repository_odb(&database, repository))
		return false;
	for (i = 0; i < n && sum <= RENAME_BYTES; i++) {
		const git_diff_delta *delta = git_diff_get_delta(diff, i);
		bool is_gone = delta->status == GIT_DELTA_DELETED;

		if (git_odb_read_header(&size, &type, database, is_gone ?
		    &delta->old_file.id : &delta->new_file.id))
			continue;
		sum += size < RENAME_BYTES ? size : RENAME_BYTES + 1;
	}
	git_odb_free(database);
	return sum <= RENAME_BYTES;
}

static git_diff *
diff_of(git_repository *repository, git_tree *old, git_tree *new)
{
	git_diff_options how;
	git_diff *diff = NULL;
	unsigned count = 0, folders = 0;

	if (!has_end(repository, new, old, &folders) ||
	    !has_end(repository, old, new, &folders))
		return NULL;
	if (git_diff_options_init(&how, GIT_DIFF_OPTIONS_VERSION))
		return NULL;
	how.notify_cb = count_file;
	how.payload = &count;
	if (git_diff_tree_to_tree(&diff, repository, old, new, &how))
		return NULL;
	return diff;
}

/* What the file was called in the parent, where it is not under this path;
 * NULL where it was not there at all. */
static const char *
find_renamed(struct walk *walk, const git_commit *commit,
	const git_commit *parent, const char *path)
{
	git_diff_find_options how;
	git_tree *old = NULL, *new = NULL;
	git_diff *diff = NULL;
	const char *before = NULL;

	if (git_diff_find_options_init(&how, GIT_DIFF_FIND_OPTIONS_VERSION))
		return NULL;
	how.flags = GIT_DIFF_FIND_RENAMES;
	how.rename_limit = RENAME_FILES;
	if (!git_commit_tree(&old, parent) && !git_commit_tree(&new, commit))
		diff = diff_of(walk->repository, old, new);
	if (diff && is_modest(walk->repository, diff) &&
	    !git_diff_find_similar(diff, &how))
		before = path_before(diff, path);
	if (before)
		before = arena_copy(&walk->history->arena, before,
			strlen(before));
	git_diff_free(diff);
	git_tree_free(old);
	git_tree_free(new);
	return before;
}

/* ---- the walk ---- */

static const char *
subject_of(struct walk *walk, const git_commit *commit)
{
	const char *message = git_commit_message(commit);

	message = message ? message + strspn(message, "\r\n") : "";
	return arena_copy(&walk->history->arena, message,
		strcspn(message, "\r\n"));
}

static void
add_version(struct walk *walk, const struct step *step,
	const struct found *found)
{
	struct archive_history *history = walk->history;
	const git_signature *author = git_commit_author(step->commit);
	struct archive_version *version;

	if (!is_new(walk->blobs, &found->id))
		return;
	if (history->n == walk->most) {
		history->more = true;
		return;
	}
	version = ARRAY_ADD(history->version, history->n, history->cap);
	*version = (struct archive_version){ .time = author ?
			author->when.time : git_commit_time(step->commit),
		.path = step->path,
		.subject = subject_of(walk, step->commit) };
	git_oid_tostr(version->commit, ARCHIVE_ID,
		git_commit_id(step->commit));
	git_oid_tostr(version->blob, ARCHIVE_ID, &found->id);
}

/* Goes to the i-th parent; is the file there as it is here? */
static bool
go_up(struct walk *walk, const struct step *step, unsigned i,
	const struct found *here)
{
	const char *path = step->path;
	git_commit *parent;
	struct found there;

	if (git_commit_parent(&parent, step->commit, i)) {
		walk->history->more = true;
		return false;
	}
	there = find(parent, path);
	if (here->is_there && !there.is_there) {
		path = find_renamed(walk, step->commit, parent, path);
		if (path)
			there = find(parent, path);
		else
			path = step->path;
	}
	if (is_new(walk->commits, git_commit_id(parent)))
		push(walk, parent, path);
	else
		git_commit_free(parent);
	return is_same(here, &there);
}

static void
take(struct walk *walk, const struct step *step)
{
	struct found here = find(step->commit, step->path);
	unsigned i, n = git_commit_parentcount(step->commit);
	bool is_old = false;

	for (i = 0; i < n; i++)
		is_old |= go_up(walk, step, i, &here);
	if (here.is_there && !is_old)
		add_version(walk, step, &here);
}

static void
walk_all(struct walk *walk)
{
	while (walk->nstep && !(walk->history->more &&
	    walk->history->n == walk->most)) {
		struct step step = pop(walk);

		take(walk, &step);
		git_commit_free(step.commit);
	}
	while (walk->nstep)
		git_commit_free(walk->step[--walk->nstep].commit);
	free(walk->step);
}

static int
walk_from(struct archive_history *history, const struct archive_name *name,
	size_t most, struct error *err)
{
	struct walk walk = { .history = history, .most = most,
		.repository = history->archive->repository };
	git_commit *commit = archive_git_commit(walk.repository, name, err);

	if (!commit)
		return -1;
	walk.commits = keys_new();
	walk.blobs = keys_new();
	is_new(walk.commits, git_commit_id(commit));
	push(&walk, commit, name->path);
	walk_all(&walk);
	keys_free(walk.commits);
	keys_free(walk.blobs);
	if (history->n)
		return 0;
	return error_set(err, "Cannot read %s: there never was a file %s in "
		"the history of %s.", name->whole, name->path,
		name->revision);
}

int
archive_history(struct archive_history *history, const char *name,
	size_t most, struct error *err)
{
	struct archive_name parts;
	int rc;

	memset(history, 0, sizeof(*history));
	arena_init(&history->arena);
	history->archive = arena_alloc(&history->arena, 1,
		sizeof(*history->archive));
	archive_name_of_file(&parts, name, &history->arena);
	history->archive->repository = archive_git_open(&parts, err);
	rc = history->archive->repository ? 0 : -1;
	if (!rc)
		rc = archive_name_anchor(&parts, &history->arena, err);
	history->name = arena_printf(&history->arena, "%s:%s", parts.revision,
		parts.path);
	if (!rc)
		rc = walk_from(history, &parts, most, err);
	if (rc)
		archive_history_release(history);
	return rc;
}

int
archive_history_read(const struct archive_history *history, size_t i,
	size_t max, struct buffer *out, struct error *err)
{
	const struct archive_version *version = &history->version[i];
	git_oid id;

	if (git_oid_fromstr(&id, version->blob))
		return archive_git_failed(history->name, err);
	return archive_git_blob(history->archive->repository, history->name,
		&id, max, out, err);
}

void
archive_history_release(struct archive_history *history)
{
	archive_git_close(history->archive->repository);
	free(history->version);
	arena_release(&history->arena);
}
