/*
 * Reviewdog's diagnostics, one a line.  Its columns are bytes of UTF-8, and it
 * knows nothing of what was accepted.  What can be repaired is suggested.
 */
#include "config.h"

#include <stdlib.h>

#include "base/jansson.h"
#include "base/memory.h"
#include "compare/repair.h"
#include "report/brief.h"
#include "report/formats.h"
#include "report/value.h"

static const char *const severities[] = {
	[NOTE] = "INFO", [WARNING] = "WARNING", [ERROR] = "ERROR"
};

static json_t *
position_value(const struct document *doc, struct place place, uint32_t at)
{
	return json_pack("{s:I,s:I}", "line", (json_int_t)place.line,
		"column", (json_int_t)(at - doc->lines[place.line - 1] + 1));
}

static json_t *
range_value(const struct document *doc, struct span span)
{
	struct span decoded = document_decoded(doc, span);

	return json_pack("{s:o,s:o}",
		"start", position_value(doc, document_place(doc, span),
			decoded.start),
		"end", position_value(doc, document_place_behind(doc, span),
			decoded.end));
}

/* Does the mend lie on one line, and read in the file as it does here? */
static bool
is_plain(const struct comparison *cmp, const struct mend *mend)
{
	const struct document *doc = cmp->doc[REPRINT];

	return doc->text == doc->decoded && document_place(doc,
		mend->text[REPRINT]).line == document_place_behind(doc,
		mend->text[REPRINT]).line;
}

static void
add_suggestion(json_t *value, const struct comparison *cmp,
	const struct mend *mend)
{
	const struct document *doc = cmp->doc[TRANSCRIPT];
	struct span span = mend->text[TRANSCRIPT];

	if (is_plain(cmp, mend))
		json_object_set_new(value, "suggestions", json_pack(
			"[{s:o,s:o}]", "range", range_value(cmp->doc[REPRINT],
				mend->text[REPRINT]),
			"text", value_text(doc->text + span.start,
				span_length(span))));
}

static json_t *
diagnostic_value(const struct comparison *cmp, const struct finding *finding)
{
	struct brief_place place = brief_place(cmp, finding);
	struct buffer text = BUFFER_INIT, path = BUFFER_INIT;
	json_t *value;

	brief_finding(&text, finding);
	brief_path(&path, place.doc);
	value = json_pack("{s:o,s:{s:o,s:o},s:s,s:{s:s},s:{s:s}}",
		"message", value_text(text.data, text.len),
		"location",
		"path", value_text(path.data, path.len),
		"range", range_value(place.doc, place.span),
		"severity", severities[finding->severity],
		"source",
		"name", PACKAGE_NAME,
		"code",
		"value", finding->kind->name);
	buffer_release(&text);
	buffer_release(&path);
	return value;
}

/* Texts that have nothing to do with each other need not have a finding. */
static void
put_whole(struct buffer *out, const struct review *review)
{
	struct buffer text = BUFFER_INIT, path = BUFFER_INIT;

	brief_verdict(&text, review);
	brief_path(&path, review->comparison->doc[REPRINT]);
	value_dump(out, json_pack("{s:o,s:{s:o},s:s,s:{s:s}}",
		"message", value_text(text.data, text.len),
		"location",
		"path", value_text(path.data, path.len),
		"severity", severities[ERROR],
		"source",
		"name", PACKAGE_NAME));
	buffer_putc(out, '\n');
	buffer_release(&text);
	buffer_release(&path);
}

/* Of each finding, the mend that is all there is to mend; else NULL.  The
 * caller frees it. */
static const struct mend **
mends_of(const struct comparison *cmp, const struct repair *repair)
{
	const struct mend **mends = memory_alloc(cmp->nfinding,
		sizeof(*mends));
	size_t i;

	for (i = 0; i < repair->n; i++) {
		const struct mend *mend = &repair->mend[i];
		bool only = (!i || mend[-1].finding != mend->finding) &&
			(i + 1 == repair->n ||
			mend[1].finding != mend->finding);

		if (only)
			mends[mend->finding - cmp->findings] = mend;
	}
	return mends;
}

static void
put_findings(struct buffer *out, const struct review *review,
	const struct mend *const *mends)
{
	const struct comparison *cmp = review->comparison;
	size_t i;

	for (i = 0; i < cmp->nfinding; i++) {
		json_t *value;

		if (brief_passed(review, &cmp->findings[i]))
			continue;
		value = diagnostic_value(cmp, &cmp->findings[i]);
		if (mends[i])
			add_suggestion(value, cmp, mends[i]);
		value_dump(out, value);
		buffer_putc(out, '\n');
	}
}

void
report_rdjsonl(const struct review *review,
	const struct report_options *options, struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	struct repair repair = { .n = 0 };
	const struct mend **mends;

	(void)options;
	jansson_start();
	if (cmp->relation != ALONE)
		repair_find(cmp, NULL, NULL, &repair);
	mends = mends_of(cmp, &repair);
	if (brief_whole_fails(review))
		put_whole(out, review);
	put_findings(out, review, mends);
	free(mends);
	repair_release(&repair);
}
