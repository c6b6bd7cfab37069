/*
 * Writes the reprint with its damage undone.  It is the one command whose
 * output may take the place of an original, so it never writes over one.
 *
 * Where much is damaged, some of it is only understood when the rest is sound.
 * So what was repaired is compared again, until there is nothing more to do;
 * then repairing it once more changes nothing.  What is missed still when it
 * has been put in does not belong there: it all begins again without it.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "command.h"
#include "compare/repair.h"
#include "operands.h"
#include "report/escape.h"
#include "text/charset.h"

#define ROUNDS_MOST 16

static void
put_reading(struct buffer *out, const struct document *doc, struct span span)
{
	unsigned ascii = output_ascii() ? ESCAPE_ASCII : 0;

	if (span.start == span.end)
		buffer_puts(out, "nothing");
	else
		escape_add(out, doc->text + span.start, span_length(span),
			ESCAPE_EXACT | ascii);
}

/* One line for each: where, from what, to what, and why. */
static void
list(const struct repair *repair, struct buffer *out)
{
	const struct document *const *doc = repair->comparison->doc;
	unsigned ascii = output_ascii() ? ESCAPE_ASCII : 0;
	size_t i;

	for (i = 0; i < repair->n; i++) {
		const struct finding *finding = repair->mend[i].finding;
		const struct span *span = finding->span;

		buffer_printf(out, "line %u: ", (unsigned)document_place(
			doc[REPRINT], span[REPRINT]).line);
		put_reading(out, doc[REPRINT], span[REPRINT]);
		escape_own(out, " → ", ascii);
		put_reading(out, doc[TRANSCRIPT], span[TRANSCRIPT]);
		buffer_printf(out, "  %s\n", finding->kind->name);
	}
}

struct course {
	const struct options *options;
	const struct operands *operands;
	struct document *now;		/* as far as it is repaired; NULL:
					   not at all */
	/* for each byte of the transcript's text, whether something was put
	 * in from there, and whether it must not be */
	bool *done, *except;
	struct buffer text, listing;
};

enum outcome { FAILED = -1, SOUND, REPAIRED, WRONG };

/* Is any of it to be put in once more? */
static bool
is_vain(struct course *course, const struct repair *repair)
{
	bool vain = false;
	size_t i;

	for (i = 0; i < repair->n; i++) {
		const struct span *text = repair->mend[i].text;

		if (text[REPRINT].start == text[REPRINT].end &&
		    course->done[text[TRANSCRIPT].start])
			course->except[text[TRANSCRIPT].start] = vain = true;
	}
	for (i = 0; i < repair->n; i++)
		if (span_length(repair->mend[i].text[TRANSCRIPT]))
			course->done[repair->mend[i].text[
				TRANSCRIPT].start] = true;
	return vain;
}

static enum outcome
repair_found(struct course *course, const struct repair *repair,
	struct error *err)
{
	const struct comparison *cmp = repair->comparison;

	if (cmp->relation == UNREADABLE) {
		error_set(err, "Cannot repair %s after %s: one of them is no "
			"text that can be read.", cmp->doc[REPRINT]->name,
			cmp->doc[TRANSCRIPT]->name);
		return FAILED;
	}
	if (is_vain(course, repair))
		return WRONG;
	list(repair, &course->listing);
	course->text.len = 0;
	if (repair_write(repair, course->options->to_utf8, &course->text, err))
		return FAILED;
	return repair->n ? REPAIRED : SOUND;
}

static enum outcome
repair_once(struct course *course, struct error *err)
{
	const struct options *options = course->options;
	struct document *const *doc = course->operands->doc;
	struct comparison *cmp = comparison_new(course->now ? course->now :
		doc[REPRINT], doc[TRANSCRIPT], course->operands->keys);
	struct repair repair;
	enum outcome outcome;

	repair_find(cmp, options->nonly ? options->only : NULL,
		course->except, &repair);
	outcome = repair_found(course, &repair, err);
	repair_release(&repair);
	comparison_free(cmp);
	return outcome;
}

/* Opens what was repaired. */
static int
go_on(struct course *course, struct error *err)
{
	const struct document *reprint = course->operands->doc[REPRINT];
	struct document_options how = { .format = reprint->format,
		.encoding = course->options->to_utf8 ? "UTF-8" :
			reprint->encoding };

	document_free(course->now);
	course->now = document_from_bytes(reprint->name, course->text.data,
		course->text.len, &how, course->operands->keys, err);
	return course->now ? 0 : -1;
}

static void
begin_again(struct course *course)
{
	document_free(course->now);
	course->now = NULL;
	course->listing.len = 0;
	memset(course->done, 0,
		course->operands->doc[TRANSCRIPT]->ntext + 1);
}

/* A charset that was found by what is natural in it may not be so any more. */
static int
check_encoding(const struct course *course, struct error *err)
{
	struct document *const *doc = course->operands->doc;
	const char *seen;
	size_t mark;

	if (course->options->encoding[REPRINT] || course->options->to_utf8 ||
	    !course->now)
		return SOUND;
	seen = charset_detect(course->text.data, course->text.len,
		doc[TRANSCRIPT], &mark);
	if (!strcmp(seen, doc[REPRINT]->encoding))
		return SOUND;
	error_set(err, "%s is in %s, but would be taken for %s when it is "
		"repaired; with --to=UTF-8 it can be repaired.",
		doc[REPRINT]->name, doc[REPRINT]->encoding, seen);
	return FAILED;
}

static int
run_course(struct course *course, struct error *err)
{
	int round;

	for (round = 0; round < ROUNDS_MOST; round++) {
		enum outcome outcome = repair_once(course, err);

		if (outcome == SOUND)
			return check_encoding(course, err);
		if (outcome == FAILED)
			return FAILED;
		if (outcome == WRONG)
			begin_again(course);
		else if (go_on(course, err))
			return FAILED;
	}
	return check_encoding(course, err);
}

static int
repair_reprint(const struct options *options, const struct operands *operands,
	struct buffer *out, struct error *err)
{
	size_t n = operands->doc[TRANSCRIPT]->ntext + 1;
	struct course course = { .options = options, .operands = operands,
		.done = memory_alloc(n, sizeof(bool)),
		.except = memory_alloc(n, sizeof(bool)) };
	const struct buffer *wanted = options->dry_run ? &course.listing :
		&course.text;
	int rc = run_course(&course, err);

	if (rc == SOUND || options->dry_run)
		buffer_add(out, wanted->data, wanted->len);
	if (rc == SOUND && options->dry_run && !out->len)
		buffer_puts(out, "Nothing to repair.\n");
	document_free(course.now);
	buffer_release(&course.text);
	buffer_release(&course.listing);
	free(course.done);
	free(course.except);
	return rc == SOUND ? 0 : 2;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	struct operands operands;
	int status;

	if (output_spares_operands(options, err) ||
	    operands_open(&operands, options, err))
		return 2;
	status = repair_reprint(options, &operands, out, err);
	operands_release(&operands);
	return status;
}

const struct command command_repair = {
	.bit = COMMAND_REPAIR,
	.name = "repair",
	.operands = "REPRINT TRANSCRIPT",
	.least = 2,
	.most = 2,
	.help = "Writes the reprint with its damaged characters made sound, "
		"and nothing else touched.",
	.run = run
};
