/* Opens the two, compares them, and reports what can be vouched for. */
#include "config.h"

#include "command.h"
#include "compare/comparison.h"
#include "compare/ledger.h"
#include "operands.h"
#include "report/certificate.h"
#include "review/review.h"

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
report(const struct options *options, const struct comparison *cmp,
	struct buffer *out, struct error *err)
{
	struct review review = { .comparison = cmp,
		.fail_on = options->fail_on,
		.never_fail = options->never_fail };
	int status;

	if (check(cmp, err))
		return 2;
	output_report(options, &review, out);
	status = review_status(&review);
	if (status == 2)
		error_set(err, "Cannot compare %s with %s: the %s is no text "
			"that can be read.", cmp->doc[REPRINT]->name,
			cmp->doc[TRANSCRIPT]->name,
			cmp->unreadable == REPRINT ? "reprint" :
			"transcript");
	return status;
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	struct comparison *cmp;
	struct operands operands;
	int status;

	if (operands_open(&operands, options, err))
		return 2;
	cmp = comparison_new(operands.doc[REPRINT], operands.doc[TRANSCRIPT],
		operands.keys);
	status = report(options, cmp, out, err);
	comparison_free(cmp);
	operands_release(&operands);
	return status;
}

const struct command command_report = {
	.bit = COMMAND_REPORT,
	.name = "report",
	.operands = "REPRINT TRANSCRIPT",
	.noperand = 2,
	.help = "Compares a reprint with its transcript and reports what "
		"differs.",
	.run = run
};
