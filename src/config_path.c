/*
 * A project file is found as git finds .git, and with the same caution: what a
 * stranger left in /tmp must not speak for a document that lies there
 * (CVE-2022-24765 was that).
 */
#include "config.h"

#include "config_path.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/archive.h"

/* A relative path is invalid, says the specification, and ignored. */
static const char *
absolute(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value == '/' ? value : NULL;
}

const char *
config_path_user(struct arena *arena)
{
	const char *base = absolute("XDG_CONFIG_HOME");
	const char *home = absolute("HOME");

	if (base)
		return arena_printf(arena, "%s/verbatim/config", base);
	if (home)
		return arena_printf(arena, "%s/.config/verbatim/config", home);
	return NULL;
}

/* The folder that the document stands in, without symbolic links; free() gives
 * it back. */
static char *
folder_of(const char *document)
{
	const char *slash = strrchr(document, '/');
	struct stat stat_of;
	char *folder, *real;

	if (!strcmp(document, "-") || archive_names(document))
		return realpath(".", NULL);
	if (!stat(document, &stat_of) && S_ISDIR(stat_of.st_mode))
		return realpath(document, NULL);
	if (!slash)
		return realpath(".", NULL);
	folder = strndup(document, (size_t)(slash - document) + 1);
	real = folder ? realpath(folder, NULL) : NULL;
	free(folder);
	return real;
}

/* Only a file of one's own counts where everybody could leave one. */
static bool
is_vouched_for(const struct stat *folder, const struct stat *file)
{
	return !(folder->st_mode & S_IWOTH) || file->st_uid == geteuid();
}

/* From a folder up, in place, as long as it is one file system and not home. */
static const char *
search(struct arena *arena, char *folder, const char *home)
{
	struct stat first, here, file;

	if (stat(folder, &first))
		return NULL;
	while (!stat(folder, &here) && here.st_dev == first.st_dev &&
	    !(home && !strcmp(folder, home))) {
		const char *path = arena_printf(arena, "%s/" PROJECT_FILE,
			strcmp(folder, "/") ? folder : "");
		char *slash = strrchr(folder, '/');

		if (!lstat(path, &file) && is_vouched_for(&here, &file))
			return path;
		if (!strcmp(folder, "/"))
			return NULL;
		slash[slash == folder] = '\0';
	}
	return NULL;
}

const char *
config_path_project(struct arena *arena, const char *document)
{
	const char *variable = absolute("HOME"), *path = NULL;
	char *home = variable ? realpath(variable, NULL) : NULL;
	char *folder = folder_of(document);

	if (folder)
		path = search(arena, folder, home);
	free(folder);
	free(home);
	return path;
}
