/*
 * Only the characters that differ are replaced, one by one: bold type within a
 * damaged word stays bold, and an entity beside it stays what it is.  Bytes
 * that are kept are copied and not written anew, so those that do not decode
 * stay as well.
 */
#include "config.h"

#include "compare/repair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/core.h"
#include "compare/rule.h"
#include "text/charset.h"
#include "text/encoder.h"
#include "text/input.h"

#define MARK "\xEF\xBB\xBF"		/* U+FEFF in UTF-8 */

/* ---- what is repaired ---- */

bool
repair_knows(const struct kind *kind)
{
	return kind_family(kind) == &family_encoding;
}

static bool
is_wanted(const struct finding *finding, const struct kind *const *only)
{
	const char *certainty = finding->explanation.certainty;

	if (!certainty || !repair_knows(finding->kind) ||
	    !finding->has[REPRINT] || !finding->has[TRANSCRIPT])
		return false;
	if (!only)
		return !strncmp(certainty, "proved", 6);
	while (*only && *only != finding->kind)
		only++;
	return *only;
}

/* In a format with markup, a line break may stand for any amount of it. */
static bool
has_break(const struct document *doc, struct span span)
{
	return memchr(doc->text + span.start, '\n', span_length(span));
}

static void
add_mend(struct repair *repair, const struct finding *finding,
	const bool *except)
{
	const struct document *const *doc = repair->comparison->doc;
	struct mend mend = { finding, { finding->span[REPRINT],
		finding->span[TRANSCRIPT] } };

	core_trim(doc, mend.text);
	if (except && except[mend.text[TRANSCRIPT].start])
		return;
	if (mend.text[REPRINT].start == mend.text[REPRINT].end &&
	    mend.text[TRANSCRIPT].start == mend.text[TRANSCRIPT].end)
		return;
	if (doc[REPRINT]->format->extract &&
	    (has_break(doc[REPRINT], mend.text[REPRINT]) ||
	     has_break(doc[TRANSCRIPT], mend.text[TRANSCRIPT])))
		return;
	if (repair->n && mend.text[REPRINT].start <
	    repair->mend[repair->n - 1].text[REPRINT].end)
		return;
	*ARRAY_ADD(repair->mend, repair->n, repair->cap) = mend;
}

void
repair_find(const struct comparison *cmp, const struct kind *const *only,
	const bool *except, struct repair *out)
{
	size_t i;

	memset(out, 0, sizeof(*out));
	out->comparison = cmp;
	for (i = 0; i < cmp->nfinding; i++)
		if (is_wanted(&cmp->findings[i], only))
			add_mend(out, &cmp->findings[i], except);
}

void
repair_release(struct repair *repair)
{
	free(repair->mend);
}

/* ---- writing ---- */

/* A stretch of decoded that goes; for the first of a mend, something comes in
 * its place. */
struct cut {
	struct span decoded;
	const struct mend *mend;
	bool first;
};

struct cut_list {
	struct cut *cut;
	size_t n, cap;
};

/* The characters of a mend; markup between two of them stays. */
static void
add_cuts(const struct document *doc, const struct mend *mend,
	struct cut_list *out)
{
	struct span text = mend->text[REPRINT];
	struct cut cut = { document_decoded(doc, text), mend, true };

	if (text.start < text.end)
		cut.decoded.end = cut.decoded.start;
	*ARRAY_ADD(out->cut, out->n, out->cap) = cut;
	while (text.start < text.end) {
		struct cut *last = &out->cut[out->n - 1];
		struct span unit;
		unsigned len;

		utf8_decode(doc->text + text.start, doc->text + text.end,
			&len);
		unit = document_decoded(doc, (struct span){ text.start,
			text.start + len });
		text.start += len;
		if (unit.start <= last->decoded.end) {
			if (unit.end > last->decoded.end)
				last->decoded.end = unit.end;
			continue;
		}
		*ARRAY_ADD(out->cut, out->n, out->cap) =
			(struct cut){ unit, mend, false };
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct cut *x = a, *y = b;

	if (x->decoded.start != y->decoded.start)
		return x->decoded.start < y->decoded.start ? -1 : 1;
	if (x->decoded.end != y->decoded.end)
		return x->decoded.end < y->decoded.end ? -1 : 1;
	return (x->mend > y->mend) - (x->mend < y->mend);
}

struct writer {
	const struct document *doc;	/* the reprint */
	const struct document *transcript;
	bool anew;			/* in another encoding than it has */
	struct encoder *encoder;
	struct buffer *out;
	struct buffer decoded;		/* what out is to say */
};

static void
keep(struct writer *writer, struct span decoded)
{
	const struct document *doc = writer->doc;
	const char *text = doc->decoded + decoded.start;
	struct span bytes = document_bytes(doc, decoded);

	buffer_add(&writer->decoded, text, span_length(decoded));
	if (writer->anew)
		encoder_add(writer->encoder, text, span_length(decoded),
			writer->out);
	else
		buffer_add(writer->out, doc->bytes + bytes.start,
			span_length(bytes));
}

/* A character of the transcript, as a reference where the format has those and
 * needs one. */
static int
put_character(struct writer *writer, const char *text, unsigned n,
	struct error *err)
{
	const char *specials = writer->doc->format->specials;
	char reference[16];
	unsigned len;

	if (!(specials && n == 1 && strchr(specials, *text)) &&
	    encoder_add(writer->encoder, text, n, writer->out)) {
		buffer_add(&writer->decoded, text, n);
		return 0;
	}
	if (!specials)
		return error_set(err, "The encoding of %s, %s, has no “%.*s”; "
			"with --to=UTF-8 it can be repaired.",
			writer->doc->name, writer->doc->encoding, (int)n,
			text);
	n = (unsigned)snprintf(reference, sizeof(reference), "&#%u;",
		(unsigned)utf8_decode(text, text + n, &len));
	encoder_add(writer->encoder, reference, n, writer->out);
	buffer_add(&writer->decoded, reference, n);
	return 0;
}

static int
put_mend(struct writer *writer, const struct mend *mend, struct error *err)
{
	const char *p = writer->transcript->text +
		mend->text[TRANSCRIPT].start;
	const char *end = writer->transcript->text +
		mend->text[TRANSCRIPT].end;
	unsigned len;

	for (; p < end; p += len) {
		utf8_decode(p, end, &len);
		if (put_character(writer, p, len, err))
			return -1;
	}
	return 0;
}

static int
put_all(struct writer *writer, const struct cut_list *cuts, struct error *err)
{
	const struct mend *left = NULL;
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < cuts->n; i++) {
		const struct cut *cut = &cuts->cut[i];

		/* two characters of one entity may be two mends */
		if (cut->decoded.start < at)
			left = cut->mend;
		if (cut->mend == left)
			continue;
		keep(writer, (struct span){ at, cut->decoded.start });
		if (cut->first && put_mend(writer, cut->mend, err))
			return -1;
		at = cut->decoded.end;
	}
	keep(writer, (struct span){ at, (uint32_t)writer->doc->ndecoded });
	return 0;
}

/* Will it be read as it was meant?  In an encoding with a state, what was kept
 * may now say something else. */
static int
read_back(const struct writer *writer, size_t start, struct error *err)
{
	const struct document *doc = writer->doc;
	struct buffer text = BUFFER_INIT;
	struct source_map map = { 0 };
	const char *bytes = writer->out->data + start;
	size_t n = writer->out->len - start, nbad = 0;
	size_t skip = charset_bom(doc->encoding, bytes, n);
	int rc = charset_decode(doc->encoding, bytes, n, skip, &text, &map,
		&nbad, err);

	if (rc > 0)
		buffer_add(&text, bytes + skip, n - skip);
	if (rc >= 0)
		rc = text.len != writer->decoded.len || (text.len &&
			memcmp(text.data, writer->decoded.data, text.len)) ?
			error_set(err, "%s cannot be repaired in %s; with "
				"--to=UTF-8 it can.", doc->name,
				doc->encoding) : 0;
	buffer_release(&text);
	source_map_release(&map);
	return rc;
}

/* The file may say of itself that it is in another encoding; a byte order mark
 * is believed before that. */
static void
mark(struct writer *writer, size_t start)
{
	struct buffer *out = writer->out;
	size_t n;

	if (!strcmp(charset_detect(out->data + start, out->len - start, NULL,
	    &n), "UTF-8"))
		return;
	buffer_reserve(out, strlen(MARK));
	memmove(out->data + start + strlen(MARK), out->data + start,
		out->len - start);
	memcpy(out->data + start, MARK, strlen(MARK));
	out->len += strlen(MARK);
}

static int
write_cuts(struct writer *writer, const struct cut_list *cuts,
	struct error *err)
{
	const struct document *doc = writer->doc;
	size_t start = writer->out->len;
	struct span text = { 0, 0 };

	if (!writer->anew)
		buffer_add(writer->out, doc->bytes,
			document_bytes(doc, text).start);
	if (put_all(writer, cuts, err))
		return -1;
	if (writer->out->len == start)
		return 0;
	if (!writer->anew)
		return read_back(writer, start, err);
	mark(writer, start);
	return 0;
}

int
repair_write(const struct repair *repair, bool to_utf8, struct buffer *out,
	struct error *err)
{
	const struct document *const *doc = repair->comparison->doc;
	bool anew = to_utf8 && strcmp(doc[REPRINT]->encoding, "UTF-8");
	struct writer writer = { .doc = doc[REPRINT],
		.transcript = doc[TRANSCRIPT], .anew = anew, .out = out,
		.encoder = encoder_new(anew ? "UTF-8" :
			doc[REPRINT]->encoding) };
	struct cut_list cuts = { 0 };
	size_t i, start = out->len;
	int rc;

	for (i = 0; i < repair->n; i++)
		add_cuts(doc[REPRINT], &repair->mend[i], &cuts);
	if (cuts.n)
		qsort(cuts.cut, cuts.n, sizeof(*cuts.cut), by_place);
	rc = write_cuts(&writer, &cuts, err);
	if (rc)
		out->len = start;
	encoder_free(writer.encoder);
	buffer_release(&writer.decoded);
	free(cuts.cut);
	return rc;
}
