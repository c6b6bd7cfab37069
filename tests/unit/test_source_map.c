#include "config.h"

#include "text/source_map.h"

#include <criterion/criterion.h>

static void
assert_span(const struct source_map *map, uint32_t start, uint32_t end,
	uint32_t old_start, uint32_t old_end)
{
	struct span old = source_map_span(map, (struct span){ start, end });

	cr_assert(old.start == old_start && old.end == old_end,
		"[%u, %u) stands for [%u, %u), not [%u, %u)", start, end,
		old.start, old.end, old_start, old_end);
}

/* "A&eacute;–B", where the entity became two bytes of UTF-8. */
static struct source_map
entity_map(void)
{
	struct source_map map = { NULL, 0, 0 };

	source_map_add(&map, (struct map_run){ 0, 0, 1, 1 });
	source_map_add(&map, (struct map_run){ 1, 1, 2, 8 });
	source_map_add(&map, (struct map_run){ 3, 9, 1, 1 });
	return map;
}

Test(source_map, without_runs_it_is_the_identity)
{
	struct source_map map = { NULL, 0, 0 };

	assert_span(&map, 0, 0, 0, 0);
	assert_span(&map, 3, 9, 3, 9);
	assert_span(&map, 7, 7, 7, 7);
	source_map_release(&map);
}

Test(source_map, a_span_leads_to_the_bytes_it_was_made_of)
{
	struct source_map map = entity_map();

	assert_span(&map, 0, 1, 0, 1);
	assert_span(&map, 1, 3, 1, 9);
	assert_span(&map, 0, 3, 0, 9);
	assert_span(&map, 3, 6, 9, 12);
	assert_span(&map, 0, 7, 0, 13);
	source_map_release(&map);
}

Test(source_map, half_a_unit_leads_to_the_whole_of_it)
{
	struct source_map map = entity_map();

	assert_span(&map, 1, 2, 1, 9);
	assert_span(&map, 2, 3, 1, 9);
	assert_span(&map, 2, 4, 1, 10);
	source_map_release(&map);
}

Test(source_map, an_empty_span_stands_after_the_unit_before_it)
{
	struct source_map map = entity_map();

	assert_span(&map, 0, 0, 0, 0);
	assert_span(&map, 1, 1, 1, 1);
	assert_span(&map, 3, 3, 9, 9);
	assert_span(&map, 4, 4, 10, 10);
	source_map_release(&map);
}

Test(source_map, units_of_two_bytes_are_told_apart)
{
	/* "Az" in UTF-16 behind a byte order mark */
	struct source_map map = { NULL, 0, 0 };

	source_map_add(&map, (struct map_run){ 0, 2, 1, 2 });
	source_map_add(&map, (struct map_run){ 1, 4, 1, 2 });
	assert_span(&map, 0, 0, 2, 2);
	assert_span(&map, 0, 1, 2, 4);
	assert_span(&map, 1, 2, 4, 6);
	assert_span(&map, 0, 2, 2, 6);
	assert_span(&map, 1, 1, 4, 4);
	source_map_release(&map);
}

Test(source_map, what_continues_the_last_run_joins_it)
{
	struct source_map map = { NULL, 0, 0 };
	uint32_t i;

	for (i = 0; i < 1000; i++)
		source_map_add(&map, (struct map_run){ i, 10 + 2 * i, 1, 2 });
	cr_assert_eq(map.nrun, 1);
	assert_span(&map, 500, 502, 1010, 1014);
	source_map_release(&map);
}

Test(source_map, a_gap_in_the_old_text_starts_a_run)
{
	/* "<b>one</b> <i>two</i>" */
	struct source_map map = { NULL, 0, 0 };

	source_map_add(&map, (struct map_run){ 0, 3, 1, 1 });
	source_map_add(&map, (struct map_run){ 3, 10, 1, 1 });
	source_map_add(&map, (struct map_run){ 4, 14, 1, 1 });
	cr_assert_eq(map.nrun, 3);
	assert_span(&map, 0, 3, 3, 6);
	assert_span(&map, 4, 7, 14, 17);
	assert_span(&map, 0, 7, 3, 17);
	/* between the words the markup is on neither side */
	assert_span(&map, 3, 3, 6, 6);
	assert_span(&map, 4, 4, 11, 11);
	source_map_release(&map);
}

Test(source_map, many_runs_are_found_each)
{
	struct source_map map = { NULL, 0, 0 };
	uint32_t i;

	/* a dash of three bytes for one byte of windows-1252, then a blank */
	for (i = 0; i < 5000; i++) {
		source_map_add(&map, (struct map_run){ 4 * i, 2 * i, 3, 1 });
		source_map_add(&map,
			(struct map_run){ 4 * i + 3, 2 * i + 1, 1, 1 });
	}
	for (i = 0; i < 5000; i++) {
		assert_span(&map, 4 * i, 4 * i + 3, 2 * i, 2 * i + 1);
		assert_span(&map, 4 * i + 3, 4 * i + 4, 2 * i + 1, 2 * i + 2);
	}
	source_map_release(&map);
}
