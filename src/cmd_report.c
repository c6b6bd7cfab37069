/* Opens the two, compares them, and reports what can be vouched for. */
#include "config.h"

#include <string.h>

#include "base/timer.h"
#include "command.h"
#include "compare/comparison.h"
#include "compare/ledger.h"
#include "report/certificate.h"
#include "reports.h"
#include "review/baseline.h"
#include "reviewed.h"

/* A report that does not account for each byte of the reprint is none. */
static int
check(const struct comparison *cmp, struct error *err)
{
	struct ledger *ledger = ledger_new(cmp);
	int rc = certificate_check(ledger, err);

	ledger_free(ledger);
	return rc;
}

static int
report(const struct options *options, const struct review *review,
	struct buffer *out, struct error *err)
{
	struct reports reports;

	timer_enter(PHASE_REPORT);
	if ((options->format->write || options->noutput) &&
	    check(review_whole(review), err))
		return 2;
	if (reports_begin(&reports, options, out, err))
		return 2;
	reports_add(&reports, review);
	if (reports_end(&reports, err))
		return 2;
	return reviewed_status(review, err);
}

/* No baseline must be lost to the report. */
static int
check_baselines(const struct options *options, struct error *err)
{
	const char *fresh = options->new_baseline;

	if (fresh && options->output && !strcmp(fresh, options->output))
		return error_set(err, "The report and the baseline cannot "
			"both be written to %s.", fresh);
	if (fresh && output_spares(options, fresh, err))
		return -1;
	return options->baseline ?
		output_spares(options, options->baseline, err) : 0;
}

/* A review file that is asked for by name has to be there, and none must be
 * lost to the report. */
static int
check_store(const struct options *options, const struct store *store,
	struct error *err)
{
	if (check_baselines(options, err))
		return -1;
	if (!store)
		return 0;
	if (options->review && !store_exists(store))
		return error_set(err, "There is no review file %s.",
			options->review);
	return output_spares(options, store_path(store), err);
}

/* The file is read again, so that what is reported is what is in it. */
static int
renew_baseline(const struct options *options, struct reviewed *reviewed,
	struct error *err)
{
	const char *path = options->new_baseline;
	struct buffer text = BUFFER_INIT;
	struct store *fresh = NULL;

	if (!path || reviewed->comparison->relation == UNREADABLE)
		return 0;
	baseline_write(&reviewed->review, &text);
	if (!baseline_may_be_written(path, err) &&
	    !output_write(path, &text, err))
		fresh = store_open(path, err);
	buffer_release(&text);
	if (!fresh)
		return -1;
	store_free(reviewed->baseline);
	reviewed->review.baseline = reviewed->baseline = fresh;
	return 0;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	struct reviewed reviewed;
	int status = 2;

	if (output_spares_operands(options, err))
		return 2;
	if (reviewed_open(&reviewed, options, err))
		return 2;
	if (!check_store(options, reviewed.store, err) &&
	    !renew_baseline(options, &reviewed, err))
		status = report(options, &reviewed.review, out, err);
	reviewed_release(&reviewed);
	return status;
}

const struct command command_report = {
	.bit = COMMAND_REPORT,
	.name = "report",
	.operands = "REPRINT TRANSCRIPT",
	.least = 2,
	.most = 2,
	.reports = true,
	.help = "Compares a reprint with its transcript and reports what "
		"differs.",
	.run = run
};
