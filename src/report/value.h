/*
 * Parts of JSON reports, as values of jansson's.
 *
 * Call jansson_start() first.  Who is given a value has to give it back, or to
 * put it into another.
 */
#ifndef VERBATIM_REPORT_VALUE_H
#define VERBATIM_REPORT_VALUE_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "compare/ledger.h"
#include "review/review.h"

extern const char *const value_sides[];	/* "reprint", "transcript" */

/* Appends the value on one line, which no terminal and no runner of jobs
 * obeys, and gives it back. */
void
value_dump(struct buffer *out, json_t *value);

/* Documents are UTF-8; the name of a file may be anything, and bytes that are
 * none become U+FFFD. */
json_t *
value_text(const char *text, size_t n);

/* null for NULL. */
json_t *
value_string(const char *text);

/* {"start", "end"}, in bytes of the file. */
json_t *
value_span(const struct document *doc, struct span span);

/* The same with line, column and text. */
json_t *
value_place(const struct document *doc, struct span span);

/* Sixteen digits. */
json_t *
value_id(uint64_t id);

json_t *
value_decision(const struct decision *decision);

/* A finding, as the JSON report has it. */
json_t *
value_finding(const struct review *review, const struct finding *finding);

/* "summary" of the JSON report; ledger is NULL where there is no
 * transcript. */
json_t *
value_summary(const struct review *review, const struct ledger *ledger);

#endif
