#include "config.h"

#include "review/gate.h"

#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

#include "review/passage_rule.h"

typedef int setter(struct gate *gate, const char *value, struct error *err);

static void
take(setter *set, struct gate *gate, const char *value)
{
	struct error err;

	cr_assert_eq(set(gate, value, &err), 0, "%s", err.text);
}

static void
refuse(setter *set, const char *value, const char *why)
{
	struct gate gate = { .fail_on = WARNING };
	struct error err = { "" };

	cr_assert_eq(set(&gate, value, &err), -1, "%s is taken", value);
	cr_assert(strstr(err.text, why), "%s: “%s”", value, err.text);
	cr_assert_eq(err.text[strlen(err.text) - 1], '.');
}

static bool
has(const struct kind_set *set, const char *kind)
{
	return kind_set_has(set, kind_find(kind));
}

Test(kind_set, every_kind_has_a_number_of_its_own)
{
	const struct family *const *family;
	const struct kind *kind;
	unsigned n = 0;

	for (family = families; *family; family++)
		for (kind = (*family)->kinds; kind->name; kind++)
			cr_assert_eq(kind_index(kind), n++);
	cr_assert_lt(n, KINDS_ROOM);
}

Test(kind_set, a_family_is_all_its_kinds_and_no_others)
{
	struct kind_set set = { { 0 } };

	cr_assert(kind_set_add(&set, "typography", strlen("typography")));
	cr_assert(has(&set, "typography.quotes"));
	cr_assert(has(&set, "typography.numeral"));
	cr_assert_not(has(&set, "wording.case"));
	cr_assert(kind_set_add(&set, "wording.case,more", 12));
	cr_assert(has(&set, "wording.case"));
	cr_assert_not(kind_set_add(&set, "typo", 4));
	cr_assert_not(kind_set_add(&set, "", 0));
}

Test(gate, it_fails_from_the_least_severity_named)
{
	struct gate gate = { 0 };

	take(gate_fail_on, &gate, "error,warning");
	cr_assert_eq(gate.fail_on, WARNING);
	take(gate_fail_on, &gate, "warning, error");
	cr_assert_eq(gate.fail_on, WARNING);
	cr_assert_not(gate.never_fail);
}

Test(gate, kinds_alone_set_no_severity)
{
	struct gate gate = { 0 };

	take(gate_fail_on, &gate, "encoding,wording.number");
	cr_assert_eq(gate.fail_on, NO_SEVERITY);
	cr_assert(has(&gate.fails, "encoding.lost"));
	cr_assert(has(&gate.fails, "wording.number"));
	cr_assert_not(has(&gate.fails, "wording.name"));
}

Test(gate, what_fails_is_said_anew_each_time)
{
	struct gate gate = { 0 };

	take(gate_fail_on, &gate, "note,encoding");
	take(gate_fail_on, &gate, "error");
	cr_assert_eq(gate.fail_on, ERROR);
	cr_assert_not(has(&gate.fails, "encoding.lost"));
	take(gate_fail_on, &gate, "none");
	cr_assert(gate.never_fail);
	take(gate_fail_on, &gate, "error");
	cr_assert_not(gate.never_fail);
}

Test(gate, what_cannot_fail_is_refused)
{
	refuse(gate_fail_on, "", "''");
	refuse(gate_fail_on, "warnings", "'warnings'");
	refuse(gate_fail_on, "error,none", "none alone");
	refuse(gate_fail_on, "error,", "''");
}

Test(gate, what_is_ignored_adds_up_until_it_is_taken_back)
{
	struct gate gate = { 0 };

	take(gate_ignore, &gate, "typography");
	take(gate_ignore, &gate, "wording.case , structure.split");
	cr_assert(has(&gate.ignored, "typography.dash"));
	cr_assert(has(&gate.ignored, "wording.case"));
	cr_assert(has(&gate.ignored, "structure.split"));
	take(gate_ignore, &gate, "");
	cr_assert_not(has(&gate.ignored, "typography.dash"));
	refuse(gate_ignore, "typography,,", "''");
	refuse(gate_ignore, "error", "'error'");
}

static int
weight(const struct gate *gate, const char *kind)
{
	return gate->severity[kind_index(kind_find(kind))] - 1;
}

Test(gate, the_last_weight_of_a_kind_holds)
{
	struct gate gate = { 0 };

	cr_assert_eq(weight(&gate, "wording.case"), -1);
	take(gate_weigh, &gate, "wording=note");
	take(gate_weigh, &gate, " wording.number = error ");
	cr_assert_eq(weight(&gate, "wording.name"), NOTE);
	cr_assert_eq(weight(&gate, "wording.number"), ERROR);
	take(gate_weigh, &gate, "wording=warning");
	cr_assert_eq(weight(&gate, "wording.number"), WARNING);
	take(gate_weigh, &gate, "");
	cr_assert_eq(weight(&gate, "wording.number"), -1);
	refuse(gate_weigh, "wording", "KIND=note");
	refuse(gate_weigh, "wording=", "KIND=note");
	refuse(gate_weigh, "wording=none", "KIND=note");
	refuse(gate_weigh, "=note", "''");
	refuse(gate_weigh, "a=b=note", "KIND=note");
}

Test(gate, a_share_is_a_percentage)
{
	static const struct {
		const char *text, *speaker;
		unsigned share;
	} sound[] = {
		{ "90%", "", 9000 }, { "90", "", 9000 }, { "0%", "", 0 },
		{ "99.5%", "", 9950 }, { "99.25", "", 9925 },
		{ "100.00%", "", 10000 }, { "ANN=100%", "ANN", 10000 },
		{ " THE CHAIR = 7 ", "THE CHAIR", 700 },
		{ "A=B=5%", "A=B", 500 }
	};
	struct gate_part speaker;
	unsigned share;
	size_t i;

	for (i = 0; i < sizeof(sound) / sizeof(sound[0]); i++) {
		cr_assert(gate_read_share(sound[i].text, &speaker, &share),
			"%s", sound[i].text);
		cr_assert_eq(share, sound[i].share, "%s", sound[i].text);
		cr_assert_eq(speaker.n, strlen(sound[i].speaker));
		cr_assert_eq(memcmp(speaker.text, sound[i].speaker,
			speaker.n), 0);
	}
}

Test(gate, what_is_no_share_is_refused)
{
	static const char *const bad[] = {
		"%", "101%", "100.01%", "1000%", "-1%", "1e2", "9,5%", "90%%",
		"90.%", ".5%", "90.125%", "=90%", "ANN=", "ANN", "ANN=90 %%",
		"\xFF=x", "0x10", "99999999999999999999%"
	};
	size_t i;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		refuse(gate_cover, bad[i], "--min-coverage takes");
}

Test(gate, a_group_has_two_parts_or_more)
{
	struct gate gate = { 0 };

	take(gate_alias, &gate, "ANN = THE CHAIR = A");
	take(gate_equate, &gate, "per cent/percent");
	cr_assert_eq(gate.aliases.n, 1);
	take(gate_alias, &gate, "");
	cr_assert_eq(gate.aliases.n, 0);
	refuse(gate_alias, "ANN", "NAME = OTHER NAME");
	refuse(gate_alias, "ANN =", "NAME = OTHER NAME");
	refuse(gate_equate, "/", "WORD/WORD");
	refuse(gate_equate, "a//b", "WORD/WORD");
	refuse(gate_equate, "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17",
		"2 to 16 words");
}

Test(gate, values_are_counted)
{
	struct gate gate = { 0 };
	struct error err;
	int i;

	for (i = 0; i < GATE_VALUES_MOST; i++)
		take(gate_equate, &gate, "a/b");
	cr_assert_eq(gate_equate(&gate, "a/b", &err), -1);
	cr_assert(strstr(err.text, "more than 64"));
	take(gate_equate, &gate, "");
	take(gate_equate, &gate, "a/b");
}

Test(gate, patterns_are_tried_before_they_are_taken)
{
	char longest[PASSAGE_RULE_BYTES + 2];

	refuse(gate_furniture, "/(/", "no pattern");
	refuse(gate_ignore_passage, "/[z-a]/", "no pattern");
	refuse(gate_furniture, "\xFF", "UTF-8");
	memset(longest, 'a', sizeof(longest));
	longest[sizeof(longest) - 1] = '\0';
	refuse(gate_furniture, longest, "500 bytes");
	longest[sizeof(longest) - 2] = '\0';
	take(gate_furniture, &(struct gate){ 0 }, longest);
}
