/* Names of keys, the table of what they do, and giving them to something
 * else. */
#include "config.h"

#include "view/key.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "view/action.h"

static uint32_t
key_named(const char *name)
{
	uint32_t key;

	cr_assert(key_parse(name, &key), "no key: %s", name);
	return key;
}

static void
assert_round_trip(uint32_t key)
{
	struct buffer name = BUFFER_INIT;

	key_name(key, &name);
	cr_assert_eq(key_named(name.data), key, "%s", name.data);
	buffer_release(&name);
}

Test(view_key, every_name_is_that_of_its_key)
{
	uint32_t key;

	for (key = 0; key <= 0x7f; key++)
		assert_round_trip(key);
	for (key = KEY_FIRST; key < KEY_FUNCTION + KEY_FUNCTIONS; key++)
		assert_round_trip(key);
	assert_round_trip(0xe9);
	assert_round_trip(0x4e2d);
	assert_round_trip(0x1f600);
}

Test(view_key, case_counts_for_letters_only)
{
	cr_assert_neq(key_named("a"), key_named("A"));
	cr_assert_eq(key_named("pagedown"), KEY_PAGE_DOWN);
	cr_assert_eq(key_named("c-X"), key_named("C-x"));
	cr_assert_eq(key_named("f12"), KEY_FUNCTION + 12);
}

Test(view_key, what_is_no_name_is_refused)
{
	static const char *const names[] = { "", "ab", "F13", "F-1",
		"C-", "C-ä", "C-xx", "Page", " ", "\x01", "F1x", "\x7f" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		uint32_t key;

		cr_assert_not(key_parse(names[i], &key), "“%s”", names[i]);
	}
}

/* ---- the table ---- */

Test(view_action, names_are_unique_and_all_say_what_they_do)
{
	const struct action *a, *b;

	for (a = actions; a->name; a++) {
		for (b = a + 1; b->name; b++)
			cr_assert_str_neq(a->name, b->name);
		cr_assert_eq(strspn(a->name, "abcdefghijklmnopqrstuvwxyz-"),
			strlen(a->name), "%s", a->name);
		cr_assert(a->help && *a->help, "%s", a->name);
		cr_assert(a->run, "%s", a->name);
		cr_assert_lt((int)a->group, (int)GROUP_COUNT);
		cr_assert(!a->complete || a->argument, "%s", a->name);
	}
}

Test(view_action, no_key_does_two_things)
{
	struct bindings *bindings = bindings_new();
	const struct action *action;

	for (action = actions; action->name; action++) {
		struct buffer keys = BUFFER_INIT;

		buffer_puts(&keys, "");
		bindings_keys(bindings, action, &keys);
		/* one that is taken later, or is none, would be missing */
		cr_assert_str_eq(keys.data, action->keys, "%s", action->name);
		buffer_release(&keys);
	}
	bindings_free(bindings);
}

Test(view_action, a_name_is_found_by_its_beginning)
{
	bool many;

	cr_assert_str_eq(action_find("quit", 4, &many)->name, "quit");
	cr_assert_str_eq(action_find("qu", 2, &many)->name, "quit");
	cr_assert_str_eq(action_find("accept", 6, &many)->name, "accept");
	cr_assert_null(action_find("acc", 3, &many));
	cr_assert(many);
	cr_assert_null(action_find("xyzzy", 5, &many));
	cr_assert_not(many);
}

/* ---- giving keys ---- */

static const char *
does(const struct bindings *bindings, const char *key)
{
	const struct action *action = bindings_find(bindings, key_named(key));

	return action ? action->name : "nothing";
}

static void
set(struct bindings *bindings, const char *action, const char *keys)
{
	struct error err = { "" };

	cr_assert_eq(bindings_set(bindings, action, keys, &err), 0, "%s",
		err.text);
}

Test(view_bindings, a_key_is_given_besides_those_it_has)
{
	struct bindings *bindings = bindings_new();

	set(bindings, "next-finding", "F2  C-n\té");
	cr_assert_str_eq(does(bindings, "F2"), "next-finding");
	cr_assert_str_eq(does(bindings, "C-n"), "next-finding");
	cr_assert_str_eq(does(bindings, "é"), "next-finding");
	cr_assert_str_eq(does(bindings, "n"), "next-finding");
	bindings_free(bindings);
}

Test(view_bindings, a_key_that_did_something_else_does_it_no_more)
{
	struct bindings *bindings = bindings_new();
	struct buffer keys = BUFFER_INIT;

	set(bindings, "next-match", "n");
	cr_assert_str_eq(does(bindings, "n"), "next-match");
	bindings_keys(bindings, action_find("next-finding", 12, NULL), &keys);
	cr_assert_str_eq(keys.data, "Right");
	buffer_release(&keys);
	bindings_free(bindings);
}

Test(view_bindings, nothing_takes_all_keys_away)
{
	struct bindings *bindings = bindings_new();

	set(bindings, "quit", "");
	cr_assert_str_eq(does(bindings, "q"), "nothing");
	cr_assert_str_eq(does(bindings, "C-c"), "nothing");
	set(bindings, "quit", "Q");
	cr_assert_str_eq(does(bindings, "Q"), "quit");
	bindings_free(bindings);
}

Test(view_bindings, what_does_not_exist_is_told)
{
	struct bindings *bindings = bindings_new();
	struct error err = { "" };

	cr_assert_eq(bindings_set(bindings, "xyzzy", "a", &err), -1);
	cr_assert(strstr(err.text, "'xyzzy'"));
	cr_assert_eq(bindings_set(bindings, "acc", "a", &err), -1);
	cr_assert_eq(bindings_set(bindings, "accept", "a Hyper", &err), -1);
	cr_assert(strstr(err.text, "'Hyper'"));
	cr_assert_eq(bindings_set(bindings, "accept",
		"averyveryverylongname", &err), -1);
	bindings_free(bindings);
}
