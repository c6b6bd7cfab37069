/*
 * The ledger: what a comparison says, as operations that rebuild the reprint's
 * file byte for byte from the transcript's.
 *
 *	copy	bytes of the reprint that are the transcript's
 *	rule	a stretch of the transcript set otherwise, as a pattern says
 *	edit	other bytes where a finding lies
 *	own	the reprint's own matter: apparatus, markup, ends of lines
 *
 * The operations leave no hole.  They are worked out from the pieces and
 * findings alone, not from the alignment that these were made of, so that a
 * report that does not say all has words in `own` that are no apparatus.
 */
#ifndef VERBATIM_COMPARE_LEDGER_H
#define VERBATIM_COMPARE_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/comparison.h"

enum ledger_type { LEDGER_COPY, LEDGER_RULE, LEDGER_EDIT, LEDGER_OWN };

#define LEDGER_TYPES 4

extern const char *const ledger_names[LEDGER_TYPES];	/* "copy", … */

/*
 * One way to set a stretch of the transcript otherwise.  A pattern has a rule
 * for each spelling in the files (' and &#39;).
 */
struct ledger_rule {
	uint32_t pattern;		/* of comparison->patterns */
	struct span text[2];		/* bytes of decoded, at the first
					   place */
	uint32_t next;			/* of the same pattern, or NO_RULE */
};

#define NO_RULE UINT32_MAX

struct ledger_op {
	enum ledger_type type;
	bool raw;			/* edit, own: bytes that no text
					   gives in the reprint's charset */
	uint32_t rule;
	struct span bytes;		/* of the reprint's file */
	struct span decoded;		/* the same in its decoded */
	struct span source;		/* copy, rule: of the transcript */
};

struct ledger {
	const struct comparison *comparison;	/* borrowed */
	/* Are sources bytes of the transcript's file, both files being of one
	 * charset?  If not they are bytes of its decoded, to be encoded in
	 * the reprint's. */
	bool by_bytes;
	struct ledger_op *op;
	size_t nop, op_cap;
	struct ledger_rule *rule;
	size_t nrule, rule_cap;
	uint64_t nbyte[LEDGER_TYPES];	/* of the reprint's file */
};

/* Linear in the documents and findings.  The comparison outlives it. */
struct ledger *
ledger_new(const struct comparison *cmp);

void
ledger_free(struct ledger *ledger);

#endif
