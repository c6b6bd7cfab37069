/*
 * JUnit's XML, in the form that Jenkins and GitLab agree on: a suite for the
 * pair, a case for the verdict on the whole and one for each finding.  What
 * fails is a failure, what was accepted is skipped, a finding that does not
 * fail passes and has its sentence as output.
 */
#include "config.h"

#include "report/brief.h"
#include "report/formats.h"
#include "report/xml.h"

struct tally {
	size_t ncase, nfailure, nerror, nskipped;
};

static struct tally
count(const struct review *review)
{
	const struct comparison *cmp = review->comparison;
	bool broken = cmp->relation == UNREADABLE;
	struct tally tally = { .ncase = cmp->nfinding + 1,
		.nerror = broken,
		.nfailure = !broken && brief_whole_fails(review) };
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		tally.nskipped += !!brief_passed(review, &cmp->findings[i]);
		tally.nfailure += review_fails(review, &cmp->findings[i]);
	}
	return tally;
}

static void
put_attribute(struct buffer *out, const char *name, struct buffer *text)
{
	xml_attribute(out, name, text);
	text->len = 0;
}

/* <TAG type="…" message="…"/> */
static void
put_outcome(struct buffer *out, const char *tag, const char *type,
	struct buffer *message)
{
	buffer_printf(out, "><%s", tag);
	if (type)
		buffer_printf(out, " type=\"%s\"", type);
	put_attribute(out, "message", message);
	buffer_puts(out, "/></testcase>\n");
}

static void
put_output(struct buffer *out, const struct buffer *text)
{
	buffer_puts(out, "><system-out>");
	xml_add(out, text->data, text->len);
	buffer_puts(out, "</system-out></testcase>\n");
}

/* The name says which finding it is, so that runs can be compared. */
static void
begin_case(struct buffer *out, const struct brief_place *place,
	const struct finding *finding)
{
	struct buffer text = BUFFER_INIT;

	buffer_printf(out, "<testcase classname=\"%s\"",
		finding->kind->name);
	buffer_printf(&text, "%016llx line %u, column %u: %s",
		(unsigned long long)finding->id, place->start.line,
		place->start.column, finding->kind->title);
	put_attribute(out, "name", &text);
	brief_path(&text, place->doc);
	put_attribute(out, "file", &text);
	buffer_printf(out, " line=\"%u\"", place->start.line);
	buffer_release(&text);
}

static void
put_finding(struct buffer *out, const struct review *review,
	const struct finding *finding)
{
	struct brief_place place = brief_place(review->comparison, finding);
	const struct decision *passed = brief_passed(review, finding);
	struct buffer text = BUFFER_INIT;

	begin_case(out, &place, finding);
	if (passed)
		brief_decision(&text, passed);
	else
		brief_finding(&text, finding);
	if (passed)
		put_outcome(out, "skipped", NULL, &text);
	else if (review_fails(review, finding))
		put_outcome(out, "failure", finding->kind->name, &text);
	else
		put_output(out, &text);
	buffer_release(&text);
}

static void
put_whole(struct buffer *out, const struct review *review)
{
	struct buffer text = BUFFER_INIT;

	buffer_puts(out, "<testcase classname=\"verbatim\" "
		"name=\"the whole\"");
	brief_verdict(&text, review);
	if (review->comparison->relation == UNREADABLE)
		put_outcome(out, "error", "unreadable", &text);
	else if (brief_whole_fails(review))
		put_outcome(out, "failure", "whole", &text);
	else
		put_output(out, &text);
	buffer_release(&text);
}

void
report_junit(const struct review *review, const struct report_options *options,
	struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	struct tally tally = count(review);
	struct buffer text = BUFFER_INIT;
	size_t i;

	(void)options;
	buffer_puts(out, "<testsuite");
	brief_path(&text, cmp->doc[REPRINT]);
	put_attribute(out, "name", &text);
	buffer_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" "
		"skipped=\"%zu\">\n", tally.ncase, tally.nfailure,
		tally.nerror, tally.nskipped);
	put_whole(out, review);
	for (i = 0; i < cmp->nfinding; i++)
		put_finding(out, review, &cmp->findings[i]);
	buffer_puts(out, "</testsuite>\n");
	buffer_release(&text);
}
