/*
 * Memory that is given back all at once, and arrays that grow.
 *
 * Nothing here returns NULL: when memory runs out the program says so on
 * standard error and ends with status 2.  What an editor decided is on disk by
 * then, so nothing is lost.
 */
#ifndef VERBATIM_BASE_MEMORY_H
#define VERBATIM_BASE_MEMORY_H

#include <stddef.h>

/*
 * An arena owns many small objects of one lifetime.  Embed it, init it, and
 * release it; the objects need no freeing of their own.
 */
struct arena {
	struct arena_block *block;
};

void
arena_init(struct arena *arena);

void
arena_release(struct arena *arena);

/* Zeroed memory for n objects of size bytes, aligned for any type. */
void *
arena_alloc(struct arena *arena, size_t n, size_t size);

/* A NUL-terminated copy of the n bytes at text (which may contain NULs). */
char *
arena_copy(struct arena *arena, const char *text, size_t n);

char *
arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* malloc, calloc and realloc that do not fail; free() is the other half. */
void *
memory_alloc(size_t n, size_t size);

void *
memory_resize(void *old, size_t n, size_t size);

/*
 * Makes room for one more item at the end of an array that holds n: returns
 * the array, perhaps moved, with *cap items of room.  See ARRAY_ADD.
 */
void *
array_grow(void *array, size_t n, size_t *cap, size_t size);

/* The address of a new last item: *ARRAY_ADD(word, nword, cap) = w; */
#define ARRAY_ADD(array, n, cap) \
	((array) = array_grow((array), (n), &(cap), sizeof(*(array))), \
	 &(array)[(n)++])

#endif
