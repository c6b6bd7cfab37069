#include "config.h"

#include "compare/finding.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

/* What is promised to other programs. */
static const struct {
	const char *name;
	enum severity severity;
} promised[] = {
	{ "encoding.mojibake", ERROR }, { "encoding.mangled", ERROR },
	{ "encoding.replacement", ERROR }, { "encoding.lost", ERROR },
	{ "encoding.control", ERROR }, { "encoding.entity", ERROR },
	{ "encoding.escape", ERROR }, { "encoding.invisible", WARNING },
	{ "encoding.accent", WARNING }, { "typography.quotes", NOTE },
	{ "typography.dash", NOTE }, { "typography.ellipsis", NOTE },
	{ "typography.space", NOTE }, { "typography.ligature", NOTE },
	{ "typography.normalization", NOTE }, { "typography.markup", NOTE },
	{ "typography.hyphenation", NOTE }, { "typography.numeral", NOTE },
	{ "structure.split", NOTE }, { "structure.merge", NOTE },
	{ "structure.moved", WARNING }, { "structure.duplicated", NOTE },
	{ "truncation.head", WARNING }, { "truncation.tail", WARNING },
	{ "truncation.elided", WARNING },
	{ "truncation.mid-sentence", ERROR }, { "omission.words", ERROR },
	{ "omission.sentence", ERROR }, { "omission.note", NOTE },
	{ "omission.paragraph", WARNING }, { "omission.turn", WARNING },
	{ "insertion.words", ERROR }, { "insertion.sentence", ERROR },
	{ "insertion.paragraph", ERROR }, { "insertion.note", NOTE },
	{ "insertion.apparatus", NOTE }, { "wording.substitution", ERROR },
	{ "wording.number", ERROR }, { "wording.negation", ERROR },
	{ "wording.name", ERROR }, { "wording.spelling", WARNING },
	{ "wording.case", NOTE }, { "wording.punctuation", NOTE },
	{ "wording.order", ERROR }, { "attribution.label", NOTE },
	{ "attribution.speaker", ERROR }, { "attribution.swallowed", ERROR },
	{ "transcript.damaged", NOTE }, { "transcript.correction", NOTE },
};

Test(finding, every_kind_that_was_promised_is_there)
{
	size_t i;

	for (i = 0; i < sizeof(promised) / sizeof(*promised); i++) {
		const struct kind *kind = kind_find(promised[i].name);

		cr_assert(kind, "%s", promised[i].name);
		cr_assert_str_eq(kind->name, promised[i].name);
		cr_assert_eq(kind->severity, promised[i].severity, "%s",
			kind->name);
	}
}

Test(finding, a_name_that_is_no_kind_is_not_found)
{
	static const char *const names[] = { "", "encoding", "encoding.",
		"mojibake", "encoding.mojibak", "encoding.mojibakes",
		"Encoding.mojibake", " encoding.mojibake" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		cr_assert_null(kind_find(names[i]), "%s", names[i]);
	cr_assert_null(kind_family(&(struct kind){ .name = "none" }));
}

Test(finding, every_kind_has_all_that_is_said_of_it)
{
	const struct family *const *family;
	const struct kind *kind;
	size_t n = 0;

	for (family = families; *family; family++) {
		cr_assert((*family)->heading && *(*family)->heading);
		for (kind = (*family)->kinds; kind->name; kind++, n++) {
			cr_assert(kind->title && isupper(
				(unsigned char)*kind->title), "%s",
				kind->name);
			cr_assert(kind->help && isupper(
				(unsigned char)*kind->help), "%s",
				kind->name);
			cr_assert_eq(kind->help[strlen(kind->help) - 1], '.',
				"%s", kind->name);
			cr_assert(kind->explains, "%s", kind->name);
			cr_assert_leq((unsigned)kind->severity, ERROR);
		}
	}
	cr_assert_geq(n, sizeof(promised) / sizeof(*promised));
}

Test(finding, a_kind_is_found_by_its_name_and_in_its_family)
{
	const struct family *const *family;
	const struct kind *kind;

	for (family = families; *family; family++) {
		size_t n = strlen((*family)->name);

		for (kind = (*family)->kinds; kind->name; kind++) {
			/* no other row has the name, then */
			cr_assert_eq(kind_find(kind->name), kind, "%s",
				kind->name);
			cr_assert_eq(kind_family(kind), *family);
			cr_assert(!strncmp(kind->name, (*family)->name, n) &&
				kind->name[n] == '.', "%s", kind->name);
		}
	}
}

Test(finding, severities_have_names)
{
	cr_assert_str_eq(severity_names[NOTE], "note");
	cr_assert_str_eq(severity_names[WARNING], "warning");
	cr_assert_str_eq(severity_names[ERROR], "error");
	cr_assert(NOTE < WARNING && WARNING < ERROR);
}
