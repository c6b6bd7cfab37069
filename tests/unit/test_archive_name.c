/* What a name is made of. */
#include "config.h"

#include <criterion/criterion.h>

#include "text/archive_name.h"

static struct arena arena;
static struct archive_name parts;

static void
start(void)
{
	arena_init(&arena);
}

static void
end(void)
{
	arena_release(&arena);
}

TestSuite(archive_name, .init = start, .fini = end);

Test(archive_name, a_revision_ends_at_the_first_colon)
{
	cr_assert(archive_name_split(&parts, "v1:a/b:c.txt", &arena));
	cr_assert_str_eq(parts.folder, ".");
	cr_assert(parts.is_here);
	cr_assert_str_eq(parts.revision, "v1");
	cr_assert_str_eq(parts.path, "a/b:c.txt");
}

Test(archive_name, a_colon_in_braces_is_part_of_the_revision)
{
	cr_assert(archive_name_split(&parts, "HEAD^{/fix: it}:a", &arena));
	cr_assert_str_eq(parts.revision, "HEAD^{/fix: it}");
	cr_assert_str_eq(parts.path, "a");
}

Test(archive_name, a_folder_that_exists_is_a_repository)
{
	cr_assert(archive_name_split(&parts, "/#v1:a", &arena));
	cr_assert_str_eq(parts.folder, "/");
	cr_assert(!parts.is_here);
	cr_assert_str_eq(parts.revision, "v1");
}

Test(archive_name, another_is_part_of_the_revision)
{
	cr_assert(archive_name_split(&parts, "no/folder#v1:a", &arena));
	cr_assert(parts.is_here);
	cr_assert_str_eq(parts.revision, "no/folder#v1");
}

Test(archive_name, without_a_revision_it_is_none)
{
	static const char *const names[] = { "", "-", "a.txt", ":a", "/#:a",
		"#", "/#v1", "HEAD^{:a", "::" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		cr_assert(!archive_name_split(&parts, names[i], &arena),
			"%s", names[i]);
}

Test(archive_name, any_other_name_is_a_file_at_the_head)
{
	archive_name_of_file(&parts, "a.txt", &arena);
	cr_assert_str_eq(parts.revision, "HEAD");
	cr_assert_str_eq(parts.path, "./a.txt");
}

Test(archive_name, a_path_from_the_top_stays_as_it_is)
{
	struct error err;

	cr_assert(archive_name_split(&parts, "v1:a/../b", &arena));
	cr_assert_eq(archive_name_anchor(&parts, &arena, &err), 0);
	cr_assert_str_eq(parts.path, "a/../b");
}

Test(archive_name, a_relative_path_is_made_straight)
{
	struct error err;

	cr_assert(archive_name_split(&parts, "/#v1:./a/./b//../c/", &arena));
	cr_assert_eq(archive_name_anchor(&parts, &arena, &err), 0);
	cr_assert_str_eq(parts.path, "a/c");
}

Test(archive_name, a_path_that_leads_out_is_refused)
{
	struct error err;

	cr_assert(archive_name_split(&parts, "/#v1:./a/../../b", &arena));
	cr_assert_eq(archive_name_anchor(&parts, &arena, &err), -1);
}
