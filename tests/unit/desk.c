#include "config.h"

#include "desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

void
desk_init(struct desk *desk)
{
	strcpy(desk->folder, "/tmp/verbatim-store-XXXXXX");
	cr_assert(mkdtemp(desk->folder));
	snprintf(desk->path, sizeof(desk->path), "%s/review", desk->folder);
}

void
desk_release(struct desk *desk)
{
	char command[256];

	snprintf(command, sizeof(command), "rm -rf '%s'", desk->folder);
	cr_assert_eq(system(command), 0);
}

void
desk_put(const struct desk *desk, const char *text)
{
	FILE *file = fopen(desk->path, "w");

	cr_assert(file);
	fputs(text, file);
	fclose(file);
}

const char *
desk_get(const struct desk *desk)
{
	static char text[4096];
	FILE *file = fopen(desk->path, "r");
	size_t n;

	cr_assert(file);
	n = fread(text, 1, sizeof(text) - 1, file);
	text[n] = '\0';
	fclose(file);
	return text;
}

struct store *
desk_open(const struct desk *desk)
{
	struct error err;
	struct store *store = store_open(desk->path, &err);

	cr_assert(store, "%s", err.text);
	return store;
}
