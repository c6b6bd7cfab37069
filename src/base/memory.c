/*
 * Objects of one lifetime are cut from blocks: a document of a page costs two
 * or three calls of malloc, and there is no list of things to free to get
 * wrong.  A large object has a block of its own, put behind the current one so
 * that the room left there is still used.
 */
#include "config.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_SIZE 65536

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	max_align_t data[];
};

static void
out_of_memory(void)
{
	static const char text[] = "verbatim: There is not enough memory.\n";

	if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(2);
	_exit(2);
}

static size_t
product(size_t n, size_t size)
{
	if (size && n > SIZE_MAX / 2 / size)
		out_of_memory();
	return n * size;
}

void *
memory_alloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size);

	if (!p)
		out_of_memory();
	return p;
}

void *
memory_resize(void *old, size_t n, size_t size)
{
	size_t bytes = product(n, size);
	void *p = realloc(old, bytes ? bytes : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *
array_grow(void *array, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return array;
	*cap = *cap < 16 ? 16 : *cap + *cap / 2;
	return memory_resize(array, *cap, size);
}

void
arena_init(struct arena *arena)
{
	arena->block = NULL;
}

void
arena_release(struct arena *arena)
{
	while (arena->block) {
		struct arena_block *next = arena->block->next;

		free(arena->block);
		arena->block = next;
	}
}

static struct arena_block *
block_new(size_t size)
{
	struct arena_block *block =
		memory_alloc(1, sizeof(*block) + size);

	block->size = size;
	return block;
}

void *
arena_alloc(struct arena *arena, size_t n, size_t size)
{
	size_t align = sizeof(max_align_t);
	size_t bytes = (product(n, size) + align - 1) / align * align;
	struct arena_block *block = arena->block;
	void *p;

	if (!block || block->size - block->used < bytes) {
		bool large = bytes > BLOCK_SIZE / 4;

		block = block_new(large ? bytes : BLOCK_SIZE);
		if (large && arena->block) {
			block->next = arena->block->next;
			arena->block->next = block;
		} else {
			block->next = arena->block;
			arena->block = block;
		}
	}
	p = (char *)block->data + block->used;
	block->used += bytes;
	return p;
}

char *
arena_copy(struct arena *arena, const char *text, size_t n)
{
	char *copy = arena_alloc(arena, n + 1, 1);

	if (n)
		memcpy(copy, text, n);
	return copy;
}

char *
arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	char *text;
	int n;

	va_start(args, format);
	n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = arena_alloc(arena, (size_t)n + 1, 1);
	va_start(args, format);
	vsnprintf(text, (size_t)n + 1, format, args);
	va_end(args);
	return text;
}
