/*
 * Decides findings from the shell.  All that is named is looked up before
 * anything is written, and then written at once: a mistake in the last name
 * does not leave the first ones decided.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "command.h"
#include "report/escape.h"
#include "report/phrase.h"
#include "report/places.h"
#include "reviewed.h"

enum { VERDICT_OPERAND = 2, FINDING_OPERAND };

#define ID_DIGITS 16
#define PREFIX_LEAST 4
#define PATTERN_PREFIX "pattern:"

struct course {
	const struct options *options;
	const struct review *review;
	enum verdict verdict;
	bool *chosen;			/* of the findings */
	const struct decision **orphans;
	size_t norphan;
	bool *orphan_chosen;
	struct arena arena;
	struct decision *decision;	/* to be added */
	size_t n, cap;
	size_t nbefore;			/* that were so before */
};

/* ---- which findings ---- */

static bool
is_kind_or_family(const char *name)
{
	size_t i;

	for (i = 0; families[i]; i++)
		if (!strcmp(families[i]->name, name))
			return true;
	return kind_find(name) != NULL;
}

static bool
is_of_kind(const struct finding *finding, const char *name)
{
	return !strcmp(finding->kind->name, name) ||
		!strcmp(kind_family(finding->kind)->name, name);
}

/* All of a kind or a family; of all kinds for NULL. */
static void
choose_kind(struct course *course, const char *name)
{
	const struct comparison *cmp = course->review->comparison;
	size_t i;

	for (i = 0; i < cmp->nfinding; i++)
		course->chosen[i] |= !name ||
			is_of_kind(&cmp->findings[i], name);
}

/* The pattern that the text is the number of; NO_PATTERN for none. */
static uint32_t
pattern_of(const struct comparison *cmp, const char *text)
{
	char *end;
	unsigned long number;

	if (!*text || strspn(text, "0123456789") != strlen(text))
		return NO_PATTERN;
	number = strtoul(text, &end, 10);
	return number < cmp->npattern ? (uint32_t)number : NO_PATTERN;
}

static void
choose_pattern(struct course *course, uint32_t pattern)
{
	const struct comparison *cmp = course->review->comparison;
	size_t i;

	for (i = 0; i < cmp->nfinding; i++)
		course->chosen[i] |= cmp->findings[i].pattern == pattern;
}

static bool
is_prefix(const char *text)
{
	size_t n = strlen(text);

	return n >= PREFIX_LEAST && n <= ID_DIGITS &&
		strspn(text, "0123456789abcdefABCDEF") == n;
}

static bool
begins_with(uint64_t id, const char *prefix)
{
	size_t n = strlen(prefix);

	return id >> 4 * (ID_DIGITS - n) == strtoull(prefix, NULL, 16);
}

/* How many ids begin with the prefix, of findings and of orphans; *finding and
 * *orphan are the last of them. */
static size_t
count_ids(const struct course *course, const char *prefix, size_t *finding,
	size_t *orphan)
{
	const struct comparison *cmp = course->review->comparison;
	size_t i, n = 0;

	*finding = *orphan = SIZE_MAX;
	for (i = 0; i < cmp->nfinding; i++)
		if (begins_with(cmp->findings[i].id, prefix)) {
			*finding = i;
			n++;
		}
	for (i = 0; i < course->norphan; i++)
		if (begins_with(course->orphans[i]->finding, prefix)) {
			*orphan = i;
			n++;
		}
	return n;
}

static int
choose_id(struct course *course, const char *prefix, struct error *err)
{
	uint32_t pattern = pattern_of(course->review->comparison, prefix);
	size_t finding, orphan, n = count_ids(course, prefix, &finding,
		&orphan);

	if (n > 1)
		return error_set(err, "%zu findings have an id that begins "
			"with %s; give more of it.", n, prefix);
	if (n && pattern != NO_PATTERN)
		return error_set(err, "%s is a pattern and the beginning of "
			"an id; give more of the id, or say %s%s.", prefix,
			PATTERN_PREFIX, prefix);
	if (pattern != NO_PATTERN)
		choose_pattern(course, pattern);
	else if (!n)
		return error_set(err, "There is no finding with the id %s; "
			"'verbatim report --verbose' has the ids.", prefix);
	else if (finding != SIZE_MAX)
		course->chosen[finding] = true;
	else if (course->verdict != OPEN)
		return error_set(err, "The finding %s has gone or changed; "
			"all that can be done to its verdict is to open it.",
			prefix);
	else
		course->orphan_chosen[orphan] = true;
	return 0;
}

static int
choose(struct course *course, const char *name, struct error *err)
{
	const struct comparison *cmp = course->review->comparison;
	size_t n = strlen(PATTERN_PREFIX);
	bool is_pattern = !strncmp(name, PATTERN_PREFIX, n);
	uint32_t pattern = pattern_of(cmp, is_pattern ? name + n : name);

	if (!strcmp(name, "all")) {
		choose_kind(course, NULL);
	} else if (is_kind_or_family(name)) {
		choose_kind(course, name);
	} else if (!is_pattern && is_prefix(name)) {
		return choose_id(course, name, err);
	} else if (pattern != NO_PATTERN) {
		choose_pattern(course, pattern);
	} else {
		return error_set(err, "%s is no id of a finding (%d digits or "
			"more of it), no pattern, no kind, no family and not "
			"'all'.", name, PREFIX_LEAST);
	}
	return 0;
}

/* ---- what is decided ---- */

/* Is it decided just so, and nothing is to be added? */
static bool
is_so_before(const struct course *course, const struct finding *finding)
{
	return !course->options->note &&
		review_verdict(course->review, finding) == course->verdict;
}

static void
decide(struct course *course, const char *reviewer)
{
	const struct comparison *cmp = course->review->comparison;
	const char *note = course->options->note;
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];

		if (!course->chosen[i])
			continue;
		if (is_so_before(course, finding))
			course->nbefore++;
		else
			*ARRAY_ADD(course->decision, course->n, course->cap) =
				review_decide(course->review, finding,
					course->verdict, reviewer,
					note ? note : "", &course->arena);
	}
	for (i = 0; i < course->norphan; i++) {
		struct decision decision = *course->orphans[i];

		if (!course->orphan_chosen[i])
			continue;
		decision.verdict = course->verdict;
		decision.reviewer = reviewer;
		decision.note = note ? note : "";
		*ARRAY_ADD(course->decision, course->n, course->cap) =
			decision;
	}
}

/* "accepted 3fa9c1d2… line 22: A number was changed: “16” …" */
static void
put_decided(const struct course *course, struct buffer *out)
{
	const struct comparison *cmp = course->review->comparison;
	unsigned ascii = output_ascii() ? ESCAPE_ASCII : 0;
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];

		if (!course->chosen[i])
			continue;
		buffer_printf(out, "%s\t%016" PRIx64 "\t",
			verdicts[course->verdict].name, finding->id);
		places_one(out, cmp, finding);
		buffer_putc(out, '\t');
		escape_add(out, finding->message, strlen(finding->message),
			ascii);
		buffer_putc(out, '\n');
	}
}

static void
put_result(const struct course *course, struct buffer *out)
{
	const char *path = store_path(course->review->store);

	phrase_count(out, course->n, "finding");
	buffer_printf(out, " %s", verdicts[course->verdict].name);
	if (course->nbefore) {
		buffer_puts(out, ", ");
		phrase_number(out, course->nbefore);
		buffer_puts(out, course->nbefore == 1 ? " was" : " were");
		buffer_puts(out, " so before");
	}
	buffer_puts(out, ": ");
	escape_add(out, path, strlen(path), ESCAPE_EXACT |
		(output_ascii() ? ESCAPE_ASCII : 0));
	buffer_putc(out, '\n');
}

static int
run_course(struct course *course, struct buffer *out, struct error *err)
{
	const struct options *options = course->options;
	struct buffer reviewer = BUFFER_INIT;
	int i, rc;

	for (i = FINDING_OPERAND; i < options->noperand; i++)
		if (choose(course, options->operands[i], err))
			return 2;
	reviewer_name(options, &reviewer);
	decide(course, reviewer.len ? reviewer.data : "");
	put_decided(course, out);
	rc = store_add(course->review->store, course->decision, course->n,
		err);
	if (rc)
		out->len = 0;
	else
		put_result(course, out);
	buffer_release(&reviewer);
	return rc ? 2 : 0;
}

static int
verdict(const struct options *options, const struct review *review,
	enum verdict wanted, struct buffer *out, struct error *err)
{
	struct course course = { .options = options, .review = review,
		.verdict = wanted };
	int status;

	arena_init(&course.arena);
	course.norphan = review_orphans(review, &course.orphans);
	course.chosen = arena_alloc(&course.arena,
		review->comparison->nfinding, sizeof(bool));
	course.orphan_chosen = arena_alloc(&course.arena, course.norphan,
		sizeof(bool));
	status = run_course(&course, out, err);
	free(course.decision);
	free(course.orphans);
	arena_release(&course.arena);
	return status;
}

static int
refuse_verdict(const char *name, struct error *err)
{
	struct buffer acts = BUFFER_INIT;
	int i;

	for (i = 0; i < VERDICT_COUNT; i++)
		buffer_printf(&acts, "%s%s", i + 1 == VERDICT_COUNT ? " or " :
			i ? ", " : "", verdicts[i].act);
	error_set(err, "There is no verdict '%s', only %s.", name, acts.data);
	buffer_release(&acts);
	return 2;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	int wanted = verdict_find(options->operands[VERDICT_OPERAND]);
	struct reviewed reviewed;
	int status = 2;

	if (wanted < 0)
		return refuse_verdict(options->operands[VERDICT_OPERAND], err);
	if (output_spares_operands(options, err) ||
	    reviewed_open(&reviewed, options, err))
		return 2;
	if (reviewed.store)
		status = verdict(options, &reviewed.review,
			(enum verdict)wanted, out, err);
	else
		error_set(err, "A reprint from %s has no review file; name one "
			"with --review.",
			strcmp(options->operands[REPRINT], "-") ?
			"a git repository" : "standard input");
	reviewed_release(&reviewed);
	return status;
}

const struct command command_verdict = {
	.bit = COMMAND_VERDICT,
	.name = "verdict",
	.operands = "REPRINT TRANSCRIPT VERDICT FINDING...",
	.least = 4,
	.most = ANY_NUMBER,
	.help = "Keeps what was decided of findings: accept, reject, fixed, "
		"skip or open. A FINDING is an id or the beginning of one, "
		"the number of a pattern, a kind, a family, or all.",
	.run = run
};
