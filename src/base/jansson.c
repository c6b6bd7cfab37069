/*
 * What jansson keeps for the whole process is set once: its allocator, and the
 * seed of its tables, which it would else choose when two threads ask for it.
 */
#include "config.h"

#include "base/jansson.h"

#include <jansson.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/memory.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *
allocate(size_t n)
{
	return memory_alloc(n, 1);
}

static void
start(void)
{
	json_set_alloc_funcs(allocate, free);
	json_object_seed(0);
}

void
jansson_start(void)
{
	pthread_once(&once, start);
}
