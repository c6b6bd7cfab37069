/* How far a review has come, for scripts: a count a line, and the exit status
 * says whether there is anything left to do. */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "report/escape.h"
#include "reviewed.h"

static size_t
put_counts(struct buffer *out, const struct review *review)
{
	size_t pending = 0;
	int verdict;

	for (verdict = 0; verdict < VERDICT_COUNT; verdict++) {
		size_t n = review_count_verdict(review, (enum verdict)verdict);

		buffer_printf(out, "%s\t%zu\n", verdicts[verdict].name, n);
		pending += verdicts[verdict].pending ? n : 0;
	}
	return pending;
}

/* Not silent about what the configuration leaves out. */
static void
put_ignored(struct buffer *out, const struct review *review)
{
	const struct finding *first;
	size_t n = review_ignored(review, &first);

	if (n)
		buffer_printf(out, "ignored\t%zu\n", n);
}

/* A field that is fit for a terminal, and has no tab. */
static void
put_field(struct buffer *out, const char *text)
{
	buffer_putc(out, '\t');
	escape_add(out, text ? text : "-", strlen(text ? text : "-"),
		ESCAPE_EXACT | (output_ascii() ? ESCAPE_ASCII : 0));
}

static void
put_orphan(struct buffer *out, const struct decision *orphan)
{
	char time[TIME_SIZE];

	time_write(orphan->time, time);
	buffer_printf(out, "orphan\t%016" PRIx64 "\t%s\t%s", orphan->finding,
		time, verdicts[orphan->verdict].name);
	put_field(out, orphan->reviewer);
	put_field(out, orphan->kind);
	put_field(out, orphan->reading[TRANSCRIPT]);
	put_field(out, orphan->reading[REPRINT]);
	put_field(out, orphan->note);
	buffer_putc(out, '\n');
}

static void
put_orphans(struct buffer *out, const struct review *review, bool verbose)
{
	const struct decision **orphans;
	size_t i, n = review_orphans(review, &orphans);

	buffer_printf(out, "orphans\t%zu\n", n);
	for (i = 0; verbose && i < n; i++)
		put_orphan(out, orphans[i]);
	free(orphans);
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	struct reviewed reviewed;
	const struct comparison *cmp;
	int status;

	if (reviewed_open(&reviewed, options, err))
		return 2;
	cmp = reviewed.comparison;
	if (cmp->relation == UNREADABLE) {
		error_set(err, "Cannot compare %s with %s: one of them is no "
			"text that can be read.", cmp->doc[REPRINT]->name,
			cmp->doc[TRANSCRIPT]->name);
		status = 2;
	} else {
		status = put_counts(out, &reviewed.review) ||
			cmp->relation == UNRELATED;
		put_ignored(out, &reviewed.review);
		put_orphans(out, &reviewed.review, options->verbose);
	}
	reviewed_release(&reviewed);
	return status;
}

const struct command command_status = {
	.bit = COMMAND_STATUS,
	.name = "status",
	.operands = "REPRINT TRANSCRIPT",
	.least = 2,
	.most = 2,
	.help = "Prints how many findings have which verdict; the exit status "
		"is 0 when none is left open or rejected.",
	.run = run
};
