/*
 * Writes the reprint with its damage undone.  It is the one command whose
 * output may take the place of an original, so it never writes over one.
 *
 * Where much is damaged, some of it is only understood when the rest is sound.
 * So what was repaired is compared again, until there is nothing more to do;
 * then repairing it once more changes nothing.
 */
#include "config.h"

#include <string.h>

#include "command.h"
#include "compare/repair.h"
#include "operands.h"
#include "report/escape.h"

#define ROUNDS_MOST 8

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

/* One time over: the repaired file in text, and what was done in listing.
 * Returns whether anything was, or -1 with err set. */
static int
repair_once(const struct options *options, const struct operands *operands,
	struct buffer *text, struct buffer *listing, struct error *err)
{
	struct document *const *doc = operands->doc;
	struct comparison *cmp = comparison_new(doc[REPRINT],
		doc[TRANSCRIPT], operands->keys);
	struct repair repair;
	int rc;

	repair_find(cmp, options->nonly ? options->only : NULL, &repair);
	list(&repair, listing);
	text->len = 0;
	if (cmp->relation == UNREADABLE)
		rc = error_set(err, "Cannot repair %s after %s: one of them "
			"is no text that can be read.", doc[REPRINT]->name,
			doc[TRANSCRIPT]->name);
	else
		rc = repair_write(&repair, options->to_utf8, text, err);
	if (!rc)
		rc = repair.n > 0;
	repair_release(&repair);
	comparison_free(cmp);
	return rc;
}

/* Puts what was repaired in the place of the reprint. */
static int
reopen(const struct options *options, struct operands *operands,
	const struct buffer *text, struct error *err)
{
	struct document *old = operands->doc[REPRINT];
	struct document_options how = { .format = old->format,
		.encoding = options->to_utf8 ? "UTF-8" : old->encoding };

	operands->doc[REPRINT] = document_from_bytes(old->name, text->data,
		text->len, &how, operands->keys, err);
	document_free(old);
	return operands->doc[REPRINT] ? 0 : -1;
}

static int
repair_reprint(const struct options *options, struct operands *operands,
	struct buffer *out, struct error *err)
{
	struct buffer other = BUFFER_INIT;
	struct buffer *text = options->dry_run ? &other : out;
	struct buffer *listing = options->dry_run ? out : &other;
	int round, rc = 1;

	for (round = 0; round < ROUNDS_MOST && rc > 0; round++) {
		rc = repair_once(options, operands, text, listing, err);
		if (rc > 0 && reopen(options, operands, text, err))
			rc = -1;
	}
	if (options->dry_run && rc >= 0 && !out->len)
		buffer_puts(out, "Nothing to repair.\n");
	if (!options->dry_run && rc < 0)
		out->len = 0;
	buffer_release(&other);
	return rc < 0 ? 2 : 0;
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
	.noperand = 2,
	.help = "Writes the reprint with its damaged characters made sound, "
		"and nothing else touched.",
	.run = run
};
