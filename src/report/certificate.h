/*
 * The ledger of a report, so that a third person can rebuild the reprint from
 * the transcript and the report alone.
 *
 * In the JSON report it is
 *
 *	"reprint":    {…, "sha256": "…"}, "transcript": {…, "sha256": "…"},
 *	"ledger_spans": "bytes" or "text",
 *	"rules":  [{"pattern": p, "from": "’", "to": "'"}, …],
 *	"ledger": [["copy", start, end],
 *	           ["rule", start, end, r],
 *	           ["edit", literal],
 *	           ["own", literal], …]
 *
 * One after the other the operations give the bytes of the reprint's file.
 * copy is [start, end) of the transcript: "bytes" of its file, where both files
 * have one encoding, else bytes of its "text", that is of the file decoded as
 * its "encoding" says into UTF-8 without a byte order mark, to be written in
 * the reprint's encoding.  rule is the stretch [start, end), which rules[r]
 * says reads `from`, set as `to`; p is an id in "patterns".  edit is what
 * stands where a finding lies, own is the reprint's own matter.  A literal is
 * {"base64": "…"} where no text gives the bytes, else the text; text is written
 * in the reprint's encoding.
 */
#ifndef VERBATIM_REPORT_CERTIFICATE_H
#define VERBATIM_REPORT_CERTIFICATE_H

#include "base/buffer.h"
#include "base/error.h"
#include "compare/ledger.h"
#include "text/document.h"

/* Appends the members "ledger_spans", "rules" and "ledger", with a comma
 * before each. */
void
certificate_write(const struct ledger *ledger, struct buffer *out);

/* Rebuilds the reprint from what certificate_write() writes; -1 with err set
 * where that is not the reprint. */
int
certificate_check(const struct ledger *ledger, struct error *err);

/* A report that was read again. */
struct certificate;

/* Reads the report at a path ("-": standard input), which must outlive it;
 * NULL with err set where it is none, or has no ledger. */
struct certificate *
certificate_open(const char *path, struct error *err);

void
certificate_free(struct certificate *certificate);

/* The encoding that the transcript was read in. */
const char *
certificate_encoding(const struct certificate *certificate);

/* Appends the reprint; -1 with err set where this is not the transcript, or
 * anything of the ledger does not hold. */
int
certificate_replay(const struct certificate *certificate,
	const struct document *transcript, struct buffer *out,
	struct error *err);

#endif
