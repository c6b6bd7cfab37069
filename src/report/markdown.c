/*
 * A comment on a pull request: the answer, and below it, folded, what it rests
 * on.
 *
 * Whatever stands in a document is set as code: there nothing has a meaning in
 * Markdown or HTML but backticks, and no forge mentions people, links words, or
 * refers to other tickets.  All else on a line is ours, so a document cannot
 * begin one.
 *
 * A comment has room for 65,536 characters, so entries are added, those that
 * weigh most first, until it is full.  What is left out is counted.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "report/brief.h"
#include "report/decided.h"
#include "report/entry.h"
#include "report/excerpt.h"
#include "report/formats.h"
#include "report/phrase.h"
#include "report/places.h"

#define CHARACTERS_MOST 65536
#define CHARACTERS_OF_END 2048		/* what follows the last entry */
#define SPEAKERS_MOST 20
#define AROUND 40			/* cells on either side */
#define READING 200			/* cells of a passage */
#define BACKTICKS_MOST 8
#define PLANE 0x10000u

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

struct writer {
	struct buffer *out;
	const struct review *review;
	const struct comparison *comparison;	/* the review's */
	struct entries entries;
	size_t used;			/* characters, up to `counted` */
	size_t counted;			/* bytes */
	size_t nleft, nplace;		/* entries without room, their places */
	bool verbose;
};

/* ---- what is safe ---- */

static size_t
longest_run(const char *text, size_t n)
{
	size_t i, run = 0, longest = 0;

	for (i = 0; i < n; i++) {
		run = text[i] == '`' ? run + 1 : 0;
		if (run > longest)
			longest = run;
	}
	return longest;
}

static void
put_fence(struct buffer *out, size_t n)
{
	while (n--)
		buffer_putc(out, '`');
}

/* Puts text that is safe to show, between more backticks than it has in a row;
 * parsers know only so many. */
static void
put_code(struct buffer *out, struct buffer *text)
{
	size_t i, n = longest_run(text->len ? text->data : "", text->len);
	bool spelt = n > BACKTICKS_MOST;

	put_fence(out, spelt ? 1 : n + 1);
	buffer_putc(out, ' ');
	for (i = 0; i < text->len; i++)
		if (spelt && text->data[i] == '`')
			buffer_puts(out, "<U+0060>");
		else
			buffer_putc(out, text->data[i]);
	buffer_puts(out, text->len ? " " : "  ");
	put_fence(out, spelt ? 1 : n + 1);
	text->len = 0;
}

/* As much of it as READING cells hold. */
static void
put_text(struct buffer *out, const char *text, size_t n)
{
	struct buffer shown = BUFFER_INIT;
	struct flow flow;

	flow_init(&flow, BRIEF_WIDTH, 0);
	if (n)
		excerpt_reading(&flow, plain, text, n, READING);
	brief_flow(&shown, &flow);
	put_code(out, &shown);
	flow_release(&flow);
	buffer_release(&shown);
}

/* As UTF-16 counts them, which is the most that anybody does. */
static size_t
count_characters(struct writer *writer)
{
	const char *p = writer->out->data + writer->counted;
	const char *end = writer->out->data + writer->out->len;

	while (p < end) {
		unsigned len;

		writer->used += utf8_decode(p, end, &len) < PLANE ? 1 : 2;
		p += len;
	}
	writer->counted = writer->out->len;
	return writer->used;
}

/* ---- the head ---- */

static void
put_head(struct writer *writer)
{
	const struct comparison *cmp = writer->comparison;
	struct buffer text = BUFFER_INIT;

	buffer_puts(writer->out, "### ");
	brief_verdict(writer->out, writer->review);
	buffer_puts(writer->out, "\n\n");
	brief_path(&text, cmp->doc[REPRINT]);
	put_code(writer->out, &text);
	if (cmp->relation != ALONE) {
		buffer_puts(writer->out, " against ");
		brief_path(&text, cmp->doc[TRANSCRIPT]);
		put_code(writer->out, &text);
	}
	buffer_puts(writer->out, "\n");
	buffer_release(&text);
}

/* "- `MS. VALE` 82%, 422 of 513 words" */
static void
put_share(struct buffer *out, size_t ncovered, size_t nword)
{
	buffer_printf(out, " %u%%, ", phrase_percent(ncovered, nword));
	phrase_number(out, ncovered);
	buffer_puts(out, " of ");
	phrase_count(out, nword, "word");
	buffer_putc(out, '\n');
}

static void
put_coverage(struct writer *writer)
{
	const struct comparison *cmp = writer->comparison;
	const struct document *doc = cmp->doc[TRANSCRIPT];
	const struct coverage *coverage = &cmp->coverage;
	struct buffer *out = writer->out;
	size_t i;

	if (cmp->relation == ALONE || cmp->relation == UNREADABLE)
		return;
	buffer_puts(out, "\n<details><summary>Coverage</summary>\n\n"
		"- the transcript:");
	put_share(out, coverage->ncovered, coverage->nword);
	for (i = 0; i < doc->nspeaker && i < SPEAKERS_MOST; i++) {
		buffer_puts(out, "- ");
		put_text(out, doc->speakers[i].name,
			strlen(doc->speakers[i].name));
		put_share(out, coverage->speaker_covered[i],
			doc->speakers[i].nword);
	}
	if (i < doc->nspeaker) {
		buffer_puts(out, "- and ");
		phrase_count(out, doc->nspeaker - i, "more speaker");
		buffer_putc(out, '\n');
	}
	buffer_puts(out, "\n</details>\n");
}

/* ---- entries ---- */

/* The text around it. */
static void
put_excerpt(struct writer *writer, const struct entry *entry)
{
	struct buffer text = BUFFER_INIT;
	struct flow flow;

	flow_init(&flow, BRIEF_WIDTH, 0);
	excerpt_add(&flow, writer->comparison, entry->finding, AROUND);
	brief_flow(&text, &flow);
	put_code(writer->out, &text);
	flow_release(&flow);
	buffer_release(&text);
}

/* What it is: a passage that one of the two has, or text around it. */
static void
put_reading(struct writer *writer, const struct entry *entry)
{
	enum side side = entry->only[TRANSCRIPT] ? TRANSCRIPT : REPRINT;
	const struct document *doc = writer->comparison->doc[side];
	struct span span = entry->finding->span[side];

	if (entry->only[side])
		put_text(writer->out, doc->text + span.start,
			span_length(span));
	else
		put_excerpt(writer, entry);
}

static void
put_entry(struct writer *writer, const struct entry *entry)
{
	const struct finding *finding = entry->finding;
	const struct decision *decision = entry->nmember == 1 ?
		review_decision(writer->review, finding) : NULL;
	const char *chain = finding->explanation.chain;
	struct buffer text = BUFFER_INIT, *out = writer->out;
	size_t start = out->len;

	buffer_printf(out, "- **%s** · `%s` · ",
		severity_names[entry->severity], finding->kind->name);
	places_lines(out, writer->comparison, &writer->entries, entry,
		PLACES_MOST);
	buffer_puts(out, ": ");
	put_reading(writer, entry);
	if (chain) {
		buffer_puts(out, " – ");
		put_text(out, chain, strlen(chain));
	}
	if (decision) {
		brief_decision(&text, decision);
		buffer_puts(out, " – ");
		put_code(out, &text);
	}
	escape_line(out, start);
	buffer_putc(out, '\n');
	buffer_release(&text);
}

/* Puts it, or counts it where there is no room any more. */
static void
try_entry(struct writer *writer, const struct entry *entry)
{
	size_t len = writer->out->len, used = count_characters(writer);

	if (!writer->nleft) {
		put_entry(writer, entry);
		if (count_characters(writer) <=
		    CHARACTERS_MOST - CHARACTERS_OF_END)
			return;
		writer->out->len = writer->counted = len;
		writer->used = used;
	}
	writer->nleft++;
	writer->nplace += entry->nmember;
}

/* ---- sections ---- */

static const char *
heading_of(const struct entry *entry)
{
	const char *apart = verdicts[entry->verdict].heading;

	return apart ? apart : entry->only[TRANSCRIPT] ? "LEFT OUT" :
		kind_family(entry->finding->kind)->heading;
}

static bool
is_listed(const struct writer *writer, const struct entry *entry)
{
	return writer->verbose || entry->severity > NOTE ||
		verdicts[entry->verdict].heading;
}

/* "LEFT OUT" as "Left out". */
static void
put_heading(struct writer *writer, const char *heading, size_t nplace)
{
	const char *p;

	buffer_puts(writer->out, "\n<details><summary>");
	for (p = heading; *p; p++)
		buffer_putc(writer->out, (char)(p > heading && *p >= 'A' &&
			*p <= 'Z' ? *p + 'a' - 'A' : *p));
	buffer_puts(writer->out, ": ");
	phrase_count(writer->out, nplace, "place");
	buffer_puts(writer->out, "</summary>\n\n");
}

static void
put_section(struct writer *writer, size_t first)
{
	const struct entry *entry = writer->entries.entry;
	const char *heading = heading_of(&entry[first]);
	size_t i, n = writer->entries.n, nplace = 0;
	bool *listed = memory_alloc(n, sizeof(*listed));

	for (i = first; i < n; i++) {
		listed[i] = is_listed(writer, &entry[i]) &&
			!strcmp(heading_of(&entry[i]), heading);
		nplace += listed[i] ? entry[i].nmember : 0;
	}
	if (!writer->nleft)
		put_heading(writer, heading, nplace);
	for (i = first; i < n; i++)
		if (listed[i])
			try_entry(writer, &entry[i]);
	free(listed);
}

/* Is the entry the first to be listed under its heading? */
static bool
is_first(const struct writer *writer, size_t index)
{
	const struct entry *entry = writer->entries.entry;
	const char *heading = heading_of(&entry[index]);
	size_t i;

	if (!is_listed(writer, &entry[index]))
		return false;
	for (i = 0; i < index; i++)
		if (is_listed(writer, &entry[i]) &&
		    !strcmp(heading_of(&entry[i]), heading))
			return false;
	return true;
}

static void
put_sections(struct writer *writer)
{
	size_t i;

	for (i = 0; i < writer->entries.n; i++) {
		bool open = !writer->nleft;

		if (!is_first(writer, i))
			continue;
		put_section(writer, i);
		if (open)
			buffer_puts(writer->out, "\n</details>\n");
	}
}

/* ---- the end ---- */

static void
put_left(struct writer *writer)
{
	if (!writer->nleft)
		return;
	buffer_puts(writer->out, "\n**");
	phrase_number(writer->out, writer->nleft);
	buffer_puts(writer->out, writer->nleft == 1 ? " entry, at " :
		" entries, at ");
	phrase_count(writer->out, writer->nplace, "place");
	buffer_puts(writer->out, ", left out: a comment has room for 65,536 "
		"characters.** All are in the text report, "
		"`verbatim report --verbose`.\n");
}

static void
put_end(struct writer *writer)
{
	const struct review *review = writer->review;
	struct buffer *out = writer->out;
	int severity;

	buffer_putc(out, '\n');
	for (severity = ERROR; severity >= NOTE; severity--) {
		phrase_count(out, review_count(review,
			(enum severity)severity), severity_names[severity]);
		buffer_puts(out, severity > NOTE ? ", " : ". ");
	}
	decided_left_out(out, review);
	buffer_puts(out, "In code, `" EXCERPT_LEGEND "`. Exit status ");
	buffer_printf(out, "%d.\n", review_status(review));
}

void
report_markdown(const struct review *review,
	const struct report_options *options, struct buffer *out)
{
	struct writer writer = { .out = out, .review = review,
		.comparison = review->comparison,
		.counted = out->len, .verbose = options->verbose };

	entries_make(review, &writer.entries);
	put_head(&writer);
	put_coverage(&writer);
	if (writer.comparison->relation != UNREADABLE)
		put_sections(&writer);
	put_left(&writer);
	put_end(&writer);
	entries_release(&writer.entries);
}
