/*
 * VERBATIM_CONFIG is there for scripts: a file in the place of the user's, or
 * empty for no file at all, so that nobody's habits get into a result.
 */
#include "config.h"

#include "settings.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/config_file.h"
#include "config_path.h"

void
settings_init(struct settings *settings)
{
	memset(settings, 0, sizeof(*settings));
	arena_init(&settings->arena);
}

static const char *
origin(struct settings *settings, const char *path, unsigned line)
{
	if (!line)
		return path;
	return arena_printf(&settings->arena, "%s:%u", path, line);
}

static void
add(struct settings *settings, enum settings_file file,
	const struct config_entry *entry)
{
	*ARRAY_ADD(settings->all.setting, settings->all.n,
		settings->all.cap) = (struct setting){
		.section = entry->section,
		.name = entry->name,
		.value = entry->value ? entry->value : "true",
		.origin = origin(settings, settings->path[file], entry->line),
		.file = file };
}

static int
load(struct settings *settings, enum settings_file file, bool must_be,
	struct error *err)
{
	const char *path = settings->path[file];
	struct config_file entries;
	size_t i;
	int rc;

	if (!path)
		return 0;
	rc = config_file_read(&entries, path, &settings->arena, err);
	settings->found[file] = !rc;
	if (rc > 0)
		return must_be ? error_set(err, "There is no configuration "
			"file %s.", path) : 0;
	for (i = 0; i < entries.n; i++)
		add(settings, file, &entries.entry[i]);
	free(entries.entry);
	return rc;
}

/* A stranger's link leads to whatever file the reader may read. */
static int
check_project(const struct settings *settings, struct error *err)
{
	const char *path = settings->path[PROJECTS_FILE];
	struct stat stat_of;

	if (path && !lstat(path, &stat_of) && S_ISLNK(stat_of.st_mode))
		return error_set(err, "Cannot read %s: A project file cannot "
			"be a symbolic link.", path);
	return 0;
}

int
settings_load(struct settings *settings, const struct settings_wish *wish,
	struct error *err)
{
	const char *named = getenv("VERBATIM_CONFIG");

	if (wish->none || (!wish->file && named && !*named))
		return 0;
	if (wish->file)
		named = wish->file;
	else
		settings->path[PROJECTS_FILE] = config_path_project(
			&settings->arena, wish->document);
	settings->path[USERS_FILE] = named ? named :
		config_path_user(&settings->arena);
	if (load(settings, USERS_FILE, named, err) ||
	    check_project(settings, err))
		return -1;
	return load(settings, PROJECTS_FILE, false, err);
}

void
settings_release(struct settings *settings)
{
	free(settings->all.setting);
	arena_release(&settings->arena);
	settings_init(settings);
}
