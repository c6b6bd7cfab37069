#include "config.h"

#include "base/nearest.h"

#include <criterion/criterion.h>
#include <string.h>

static void
assert_hint(const char *word, const char *wanted)
{
	struct nearest nearest;

	nearest_init(&nearest, word);
	nearest_try(&nearest, "format");
	nearest_try(&nearest, "fail-on");
	nearest_try(&nearest, "width");
	cr_assert_str_eq(nearest_hint(&nearest), wanted);
}

Test(nearest, a_slip_is_seen_through)
{
	assert_hint("fromat", "; the nearest is format");
	assert_hint("failon", "; the nearest is fail-on");
	assert_hint("widthh", "; the nearest is width");
	assert_hint("width", "; the nearest is width");
}

Test(nearest, another_word_is_no_slip)
{
	assert_hint("colour", "");
	assert_hint("x", "");
	assert_hint("", "");
}

Test(nearest, a_word_of_any_length_may_be_asked_for)
{
	char word[1000];

	memset(word, 'w', sizeof(word) - 1);
	word[sizeof(word) - 1] = '\0';
	assert_hint(word, "");
	word[64] = '\0';
	assert_hint(word, "");
}
