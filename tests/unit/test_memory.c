#include "config.h"

#include "base/memory.h"

#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool
is_filled(const unsigned char *p, size_t n, unsigned char with)
{
	return !n || (p[0] == with && !memcmp(p, p + 1, n - 1));
}

Test(memory, an_arena_gives_zeroed_memory_for_any_type)
{
	struct arena arena;
	size_t size;

	arena_init(&arena);
	/* from nothing over many a block to blocks of their own */
	for (size = 0; size < 100000; size = size * 2 + 1) {
		void *p = arena_alloc(&arena, size, 1);

		cr_assert_eq((uintptr_t)p % _Alignof(max_align_t), 0);
		cr_assert(is_filled(p, size, 0));
		memset(p, 0xAA, size);
	}
	arena_release(&arena);
}

Test(memory, objects_of_an_arena_do_not_overlap)
{
	enum { COUNT = 3000 };
	struct arena arena;
	unsigned char *p[COUNT];
	size_t length[COUNT], i;

	arena_init(&arena);
	for (i = 0; i < COUNT; i++) {
		/* now and then one that is too large to share a block */
		length[i] = i % 100 ? i % 70 : 20000 + i * 50;
		p[i] = arena_alloc(&arena, length[i], 1);
		memset(p[i], (int)(i % 251), length[i]);
	}
	for (i = 0; i < COUNT; i++)
		cr_assert(is_filled(p[i], length[i], i % 251));
	arena_release(&arena);
}

Test(memory, an_arena_may_be_released_empty_and_used_again)
{
	struct arena arena;

	arena_init(&arena);
	arena_release(&arena);
	cr_assert_str_eq(arena_copy(&arena, "again", 5), "again");
	arena_release(&arena);
}

Test(memory, a_copy_keeps_inner_nuls_and_ends_with_one)
{
	struct arena arena;
	char *copy;

	arena_init(&arena);
	copy = arena_copy(&arena, "a\0b!", 3);
	cr_assert_eq(memcmp(copy, "a\0b", 4), 0);
	cr_assert_str_eq(arena_copy(&arena, NULL, 0), "");
	arena_release(&arena);
}

Test(memory, a_printed_string_may_be_longer_than_a_block)
{
	struct arena arena;
	char *text;

	arena_init(&arena);
	cr_assert_str_eq(arena_printf(&arena, "%d %s", 3, "words"), "3 words");
	text = arena_printf(&arena, "%0100000d|", 7);
	cr_assert_eq(strlen(text), 100001);
	cr_assert_str_eq(text + 99999, "7|");
	arena_release(&arena);
}

Test(memory, an_array_keeps_its_items_while_it_grows)
{
	uint32_t *item = NULL;
	size_t n = 0, cap = 0, i;

	for (i = 0; i < 10000; i++)
		*ARRAY_ADD(item, n, cap) = (uint32_t)i * 3;
	cr_assert_eq(n, 10000);
	cr_assert_geq(cap, n);
	for (i = 0; i < n; i++)
		cr_assert_eq(item[i], i * 3);
	free(item);
}

Test(memory, an_array_grows_from_any_size)
{
	size_t first;

	for (first = 0; first < 40; first++) {
		size_t cap = first;
		char *array = array_grow(NULL, first, &cap, 1);

		cr_assert_gt(cap, first, "no room in an array of %zu", first);
		free(array);
	}
}

Test(memory, nothing_can_be_allocated_or_resized_to)
{
	void *p = memory_alloc(0, 8);

	cr_assert_not_null(p);
	p = memory_resize(p, 0, 8);
	cr_assert_not_null(p);
	free(p);
}

Test(memory, a_size_that_overflows_ends_the_program, .exit_code = 2)
{
	memory_resize(NULL, SIZE_MAX / 4, 8);
}

/* The sanitizer takes such a request for the bug. */
#ifndef __SANITIZE_ADDRESS__
Test(memory, too_much_for_the_machine_ends_the_program, .exit_code = 2)
{
	memory_alloc(SIZE_MAX / 4, 3);
}
#endif

Test(memory, an_arena_that_overflows_ends_the_program, .exit_code = 2)
{
	struct arena arena;

	arena_init(&arena);
	arena_alloc(&arena, SIZE_MAX, SIZE_MAX);
}
