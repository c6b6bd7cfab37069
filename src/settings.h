/*
 * What the configuration files set: the user's file first, then the project's,
 * each in its own order.
 *
 * A setting is a name and a value; assignment.h says what they mean.
 */
#ifndef VERBATIM_SETTINGS_H
#define VERBATIM_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/memory.h"

enum settings_file { USERS_FILE, PROJECTS_FILE, SETTINGS_FILES };

struct setting {
	const char *section;		/* "report" */
	const char *name;		/* "fail-on" */
	const char *value;		/* "error"; a name that stands alone
					   is "true" */
	const char *origin;		/* "FILE:LINE" */
	enum settings_file file;
};

struct setting_list {
	struct setting *setting;
	size_t n, cap;
};

struct settings {
	struct arena arena;		/* of all strings */
	struct setting_list all;
	const char *path[SETTINGS_FILES];	/* that were looked for; NULL:
					   none */
	bool found[SETTINGS_FILES];
};

/* Which files to read. */
struct settings_wish {
	bool none;			/* none at all */
	const char *file;		/* this one alone; or NULL */
	const char *document;		/* whose project counts */
};

void
settings_init(struct settings *settings);

/*
 * Reads the files.  One that is named must be there; of those that are looked
 * for, none need be.
 */
int
settings_load(struct settings *settings, const struct settings_wish *wish,
	struct error *err);

void
settings_release(struct settings *settings);

#endif
