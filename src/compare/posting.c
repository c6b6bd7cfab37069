/*
 * Two texts that are equal as characters need not be so as bytes: bytes that
 * do not decode all become U+FFFD, and some charsets spell a character in two
 * ways.  A stretch that fails is halved until the character is found.
 */
#include "config.h"

#include "compare/posting.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* Rules of one pattern that are looked through; beyond, the same may be put
 * in twice. */
#define RULES_SEEN 16

/* Are the bytes of the document just this text in the reprint's charset? */
static bool
is_encoded(struct posting *posting, const struct document *doc,
	struct span bytes, struct span decoded)
{
	const char *text = doc->decoded + decoded.start;
	uint32_t n = span_length(decoded);

	if (!strcmp(posting->doc[REPRINT]->encoding, "UTF-8"))
		return n == span_length(bytes) &&
			!memcmp(doc->bytes + bytes.start, text, n);
	posting->bytes.len = 0;
	return encoder_add(posting->encoder, text, n, &posting->bytes) &&
		posting->bytes.len == span_length(bytes) &&
		(!posting->bytes.len || !memcmp(posting->bytes.data,
			doc->bytes + bytes.start, posting->bytes.len));
}

/* ---- operations ---- */

/* Is it one operation with the last one? */
static bool
continues(const struct posting *posting, const struct ledger_op *last,
	const struct ledger_op *op)
{
	bool encoded = op->type == LEDGER_COPY ?
		!posting->ledger->by_bytes : !op->raw;

	return last->type == op->type && op->type != LEDGER_RULE &&
		last->raw == op->raw && last->source.end == op->source.start &&
		!(encoded && encoder_has_state(posting->encoder));
}

static void
add_op(struct posting *posting, struct ledger_op op)
{
	struct ledger *ledger = posting->ledger;
	struct ledger_op *last = ledger->nop ? &ledger->op[ledger->nop - 1] :
		NULL;

	if (op.bytes.start == op.bytes.end)
		return;
	ledger->nbyte[op.type] += span_length(op.bytes);
	if (!last || !continues(posting, last, &op)) {
		*ARRAY_ADD(ledger->op, ledger->nop, ledger->op_cap) = op;
		return;
	}
	last->bytes.end = op.bytes.end;
	last->decoded.end = op.decoded.end;
	last->source.end = op.source.end;
}

/* The start of the character in the middle of more than one. */
static uint32_t
middle_of(const struct document *doc, struct span decoded)
{
	const char *start = doc->decoded + decoded.start;
	const char *p = start + span_length(decoded) / 2 + 1;
	unsigned len;

	p = utf8_back(start, p);
	if (p == start) {
		utf8_decode(p, start + span_length(decoded), &len);
		p += len;
	}
	return (uint32_t)(p - doc->decoded);
}

static bool
is_character(const struct document *doc, struct span decoded)
{
	unsigned len;

	utf8_decode(doc->decoded + decoded.start, doc->decoded + decoded.end,
		&len);
	return len == span_length(decoded);
}

void
posting_literal(struct posting *posting, enum ledger_type type,
	struct span reprint)
{
	const struct document *doc = posting->doc[REPRINT];
	struct ledger_op op = { .type = type, .decoded = reprint,
		.bytes = document_bytes(doc, reprint) };
	uint32_t middle;

	if (reprint.start == reprint.end)
		return;
	op.raw = !is_encoded(posting, doc, op.bytes, reprint);
	if (!op.raw || is_character(doc, reprint)) {
		add_op(posting, op);
		return;
	}
	middle = middle_of(doc, reprint);
	posting_literal(posting, type, (struct span){ reprint.start, middle });
	posting_literal(posting, type, (struct span){ middle, reprint.end });
}

static bool
is_copied(struct posting *posting, const struct ledger_op *op)
{
	const struct document *const *doc = posting->doc;

	if (!posting->ledger->by_bytes)
		return is_encoded(posting, doc[REPRINT], op->bytes,
			op->decoded);
	return span_length(op->source) == span_length(op->bytes) &&
		!memcmp(doc[TRANSCRIPT]->bytes + op->source.start,
			doc[REPRINT]->bytes + op->bytes.start,
			span_length(op->bytes));
}

static struct span
source_of(const struct posting *posting, struct span transcript)
{
	if (!posting->ledger->by_bytes)
		return transcript;
	return document_bytes(posting->doc[TRANSCRIPT], transcript);
}

void
posting_copy(struct posting *posting, struct span reprint,
	struct span transcript)
{
	const struct document *doc = posting->doc[REPRINT];
	struct ledger_op op = { .type = LEDGER_COPY, .decoded = reprint,
		.bytes = document_bytes(doc, reprint),
		.source = source_of(posting, transcript) };
	uint32_t middle, behind;

	if (reprint.start == reprint.end)
		return;
	if (is_copied(posting, &op)) {
		add_op(posting, op);
		return;
	}
	if (is_character(doc, reprint)) {
		posting_literal(posting, LEDGER_OWN, reprint);
		return;
	}
	middle = middle_of(doc, reprint);
	behind = transcript.start + (middle - reprint.start);
	posting_copy(posting, (struct span){ reprint.start, middle },
		(struct span){ transcript.start, behind });
	posting_copy(posting, (struct span){ middle, reprint.end },
		(struct span){ behind, transcript.end });
}

/* ---- rules ---- */

static bool
same_text(const struct posting *posting, const struct span *a,
	const struct span *b)
{
	int side;

	for (side = 0; side < 2; side++) {
		const char *text = posting->doc[side]->decoded;

		if (span_length(a[side]) != span_length(b[side]) ||
		    memcmp(text + a[side].start, text + b[side].start,
			span_length(a[side])))
			return false;
	}
	return true;
}

static uint32_t
rule_for(struct posting *posting, uint32_t pattern, const struct span *text)
{
	struct ledger *ledger = posting->ledger;
	uint32_t at = posting->rules[pattern];
	struct ledger_rule rule = { pattern, { text[0], text[1] }, at };
	unsigned seen;

	for (seen = 0; at != NO_RULE && seen < RULES_SEEN; seen++) {
		if (same_text(posting, ledger->rule[at].text, text))
			return at;
		at = ledger->rule[at].next;
	}
	posting->rules[pattern] = (uint32_t)ledger->nrule;
	*ARRAY_ADD(ledger->rule, ledger->nrule, ledger->rule_cap) = rule;
	return posting->rules[pattern];
}

bool
posting_rule(struct posting *posting, uint32_t pattern,
	const struct span *text)
{
	const struct document *const *doc = posting->doc;
	struct ledger_op op = { .type = LEDGER_RULE, .decoded = text[REPRINT],
		.bytes = document_bytes(doc[REPRINT], text[REPRINT]),
		.source = source_of(posting, text[TRANSCRIPT]) };

	if (!is_encoded(posting, doc[REPRINT], op.bytes, text[REPRINT]) ||
	    (posting->ledger->by_bytes && !is_encoded(posting,
		doc[TRANSCRIPT], op.source, text[TRANSCRIPT])))
		return false;
	if (op.bytes.start == op.bytes.end)
		return true;
	op.rule = rule_for(posting, pattern, text);
	add_op(posting, op);
	return true;
}

/* ---- the beginning and the end ---- */

static void
post_mark(struct posting *posting)
{
	const struct document *const *doc = posting->doc;
	const struct span start = { 0, 0 };
	struct ledger_op op = { .type = LEDGER_OWN, .raw = true,
		.bytes = { 0, document_bytes(doc[REPRINT], start).end } };
	struct span mark = { 0, document_bytes(doc[TRANSCRIPT], start).end };

	if (posting->ledger->by_bytes && mark.end == op.bytes.end &&
	    !memcmp(doc[0]->bytes, doc[1]->bytes, mark.end)) {
		op.type = LEDGER_COPY;
		op.raw = false;
		op.source = mark;
	}
	add_op(posting, op);
}

void
posting_init(struct posting *posting, struct ledger *ledger)
{
	const struct comparison *cmp = ledger->comparison;
	size_t i;

	*posting = (struct posting){ .ledger = ledger,
		.doc = { cmp->doc[0], cmp->doc[1] },
		.encoder = encoder_new(cmp->doc[REPRINT]->encoding),
		.rules = memory_alloc(cmp->npattern, sizeof(uint32_t)) };
	for (i = 0; i < cmp->npattern; i++)
		posting->rules[i] = NO_RULE;
	ledger->by_bytes = !strcmp(cmp->doc[0]->encoding,
		cmp->doc[1]->encoding);
	post_mark(posting);
}

void
posting_release(struct posting *posting)
{
	encoder_free(posting->encoder);
	buffer_release(&posting->bytes);
	free(posting->rules);
}
