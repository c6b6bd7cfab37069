/*
 * Putting operations into a ledger: each is held against the reprint's bytes
 * before it is believed.
 */
#ifndef VERBATIM_COMPARE_POSTING_H
#define VERBATIM_COMPARE_POSTING_H

#include "base/buffer.h"
#include "compare/ledger.h"
#include "text/encoder.h"

struct posting {
	struct ledger *ledger;
	const struct document *doc[2];
	struct encoder *encoder;	/* of the reprint's charset */
	struct buffer bytes;		/* what was encoded last */
	uint32_t *rules;		/* for each pattern its first rule, or
					   NO_RULE */
};

/* Begins, with what stands before the reprint's text: a byte order mark. */
void
posting_init(struct posting *posting, struct ledger *ledger);

void
posting_release(struct posting *posting);

/*
 * Calls come in the order of the reprint, without a hole; spans are in bytes of
 * decoded.  What does not give the reprint's bytes becomes `own`, character by
 * character.
 */
void
posting_copy(struct posting *posting, struct span reprint,
	struct span transcript);

void
posting_literal(struct posting *posting, enum ledger_type type,
	struct span reprint);

/* text[] of both sides.  False, and nothing is put in, where no rule gives the
 * reprint's bytes. */
bool
posting_rule(struct posting *posting, uint32_t pattern,
	const struct span *text);

#endif
