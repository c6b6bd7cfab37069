/*
 * An allocation that fails inside libgit2 is taken for an answer ("no
 * differences"), so it is given an allocator that does not fail.  No user's git
 * configuration has a say in a comparison.
 */
#include "config.h"

#include "base/libgit2.h"

#include <git2.h>
#include <git2/sys/alloc.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void *
library_alloc(size_t n, const char *file, int line)
{
	(void)file;
	(void)line;
	return memory_alloc(n, 1);
}

static void *
library_realloc(void *old, size_t n, const char *file, int line)
{
	(void)file;
	(void)line;
	return memory_resize(old, n, 1);
}

#ifdef HAVE_GIT_ALLOCATOR_GCALLOC
static void *
library_calloc(size_t n, size_t size, const char *file, int line)
{
	(void)file;
	(void)line;
	return memory_alloc(n, size);
}

static void *
library_realloc_array(void *old, size_t n, size_t size, const char *file,
	int line)
{
	(void)file;
	(void)line;
	return memory_resize(old, n, size);
}

static char *
library_substrdup(const char *text, size_t n, const char *file, int line)
{
	char *copy = library_alloc(n + 1, file, line);

	memcpy(copy, text, n);
	return copy;
}

static char *
library_strndup(const char *text, size_t n, const char *file, int line)
{
	return library_substrdup(text, strnlen(text, n), file, line);
}

static char *
library_strdup(const char *text, const char *file, int line)
{
	return library_substrdup(text, strlen(text), file, line);
}
#endif

static git_allocator allocator = {
	.gmalloc = library_alloc,
	.grealloc = library_realloc,
	.gfree = free,
#ifdef HAVE_GIT_ALLOCATOR_GCALLOC
	.gcalloc = library_calloc,
	.gstrdup = library_strdup,
	.gstrndup = library_strndup,
	.gsubstrdup = library_substrdup,
	.greallocarray = library_realloc_array,
	.gmallocarray = library_calloc,
#endif
};

static bool started;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static bool
start(void)
{
	int level;

	git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator);
	for (level = GIT_CONFIG_LEVEL_PROGRAMDATA;
	     level <= GIT_CONFIG_LEVEL_GLOBAL; level++)
		git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
	return git_libgit2_init() >= 0;
}

bool
libgit2_start(void)
{
	bool is_up;

	pthread_mutex_lock(&lock);
	if (!started)
		started = start();
	is_up = started;
	pthread_mutex_unlock(&lock);
	return is_up;
}

void
libgit2_release(void)
{
	if (started)
		git_libgit2_shutdown();
	started = false;
}
