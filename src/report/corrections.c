/*
 * A draft of the note that asks for a correction: plain text that can be sent
 * on.  What is to be put right is shown with the words around it, so that it
 * can be found in a copy that has other lines; each pattern stands once.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/formats.h"
#include "report/page.h"
#include "report/phrase.h"
#include "report/places.h"
#include "text/glyph.h"

#define INDENT 2
#define AROUND 3			/* words on either side */
#define AROUND_SHORT 4			/* words that want others around */
#define WHOLE_WORDS 60			/* that are quoted in full */
#define QUOTE_CELLS 120			/* of what is longer */

struct note {
	struct page page;
	const struct review *review;
	const struct comparison *comparison;	/* the review's */
	struct entries entries;
	struct flow flow;		/* of the item being put */
};

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

/* ---- quotes ---- */

static struct span
trim(const struct document *doc, struct span span)
{
	const char *text = doc->text;

	while (span.start < span.end &&
	       utf8_is_white((unsigned char)text[span.start]))
		span.start++;
	while (span.start < span.end &&
	       utf8_is_white((unsigned char)text[span.end - 1]))
		span.end--;
	return span;
}

/* Without the white space at its ends; empty where there is no place. */
static struct span
reading_of(const struct comparison *cmp, const struct finding *finding,
	enum side side)
{
	struct span span = finding->span[side];

	if (!finding->has[side])
		span.end = span.start;
	return trim(cmp->doc[side], span);
}

/* How many words its paragraph has before the span and behind it, up to
 * AROUND.  The end of a paragraph belongs to it. */
struct around {
	size_t before, behind;
};

static struct around
around(const struct document *doc, struct span span)
{
	struct around around = { 0, 0 };
	size_t first = document_word_at(doc, span.start);
	size_t end = document_word_at(doc, span.end);
	size_t at = document_paragraph_at(doc, span.start);
	const struct paragraph *it = &doc->paragraphs[at];

	if (at && (at == doc->nparagraph || it->span.start > span.start))
		it--;
	else if (at == doc->nparagraph)
		return around;
	while (around.before < AROUND && first - around.before > it->word)
		around.before++;
	while (around.behind < AROUND && end + around.behind <
	       it->word + it->nword)
		around.behind++;
	return around;
}

/* The span with so many words on either side. */
static struct span
widen(const struct document *doc, struct span span, struct around around)
{
	size_t first = document_word_at(doc, span.start);
	size_t end = document_word_at(doc, span.end);

	if (around.before)
		span.start = doc->words[first - around.before].start;
	if (around.behind)
		span.end = doc->words[end + around.behind - 1].end;
	return span;
}

static void
add_quote(struct note *note, enum side side, struct span span)
{
	const struct document *doc = note->comparison->doc[side];
	size_t nword = document_word_at(doc, span.end) -
		document_word_at(doc, span.start);
	struct buffer text = BUFFER_INIT;

	flow_mark(&note->flow, plain, "“");
	if (nword <= WHOLE_WORDS)
		flow_text(&note->flow, plain, doc->text + span.start,
			span_length(span), span.start);
	else
		excerpt_reading(&note->flow, plain, doc->text + span.start,
			span_length(span), QUOTE_CELLS);
	flow_mark(&note->flow, plain, "”");
	if (nword > WHOLE_WORDS) {
		buffer_puts(&text, " (");
		phrase_passage(&text, doc, span);
		buffer_printf(&text, "%s, line %u)", side == TRANSCRIPT ?
			", in the transcript" : "",
			(unsigned)document_place(doc, span).line);
		flow_words(&note->flow, plain, text.data);
	}
	buffer_release(&text);
}

static bool
has_letter(const char *text)
{
	const char *end = text + strlen(text);
	unsigned len;

	for (; text < end; text += len)
		if (glyph_class(utf8_decode(text, end, &len)) == GLYPH_WORD)
			return true;
	return false;
}

/* Marks stand without quotes, since some of them are quotes. */
static void
add_string(struct note *note, const char *text)
{
	bool quote = has_letter(text);

	flow_mark(&note->flow, plain, quote ? "“" : "");
	flow_text(&note->flow, plain, text, strlen(text), NO_SOURCE);
	flow_mark(&note->flow, plain, quote ? "”" : "");
}

/* ---- what is to be done ---- */

/* "after “come a long way”" */
static void
add_where(struct note *note, struct span reading)
{
	const struct document *doc = note->comparison->doc[REPRINT];
	struct span wide = widen(doc, reading, around(doc, reading));
	struct span before = trim(doc, (struct span){ wide.start,
		reading.start });
	struct span behind = trim(doc, (struct span){ reading.end,
		wide.end });
	bool is_before = span_length(before) > 0;

	if (!is_before && !span_length(behind))
		return;
	flow_words(&note->flow, plain, is_before ? " after " : " before ");
	add_quote(note, REPRINT, is_before ? before : behind);
}

/* "in “come a long way today”": the words around a short reading. */
static void
add_context(struct note *note, struct span reading)
{
	const struct document *doc = note->comparison->doc[REPRINT];

	flow_words(&note->flow, plain, " in ");
	add_quote(note, REPRINT, widen(doc, reading, around(doc, reading)));
}

static bool
is_short(const struct document *doc, struct span span)
{
	return document_word_at(doc, span.end) -
		document_word_at(doc, span.start) <= AROUND_SHORT;
}

/* The same at many places. */
static void
add_pattern(struct note *note, const struct pattern *pattern,
	struct span reading)
{
	struct flow *flow = &note->flow;

	if (*pattern->to && *pattern->from) {
		flow_words(flow, plain, "for ");
		add_string(note, pattern->to);
		flow_words(flow, plain, " read ");
		add_string(note, pattern->from);
	} else {
		flow_words(flow, plain, *pattern->to ? "delete " : "insert ");
		add_string(note, *pattern->to ? pattern->to : pattern->from);
	}
	flow_words(flow, plain, ", first");
	if (span_length(reading))
		add_context(note, reading);
	else
		add_where(note, reading);
}

/* Something stands there that the transcript has otherwise. */
static void
add_change(struct note *note, const struct span reading[2])
{
	const struct document *const *doc = note->comparison->doc;
	struct around both = { 0, 0 }, other;

	if (is_short(doc[REPRINT], reading[REPRINT])) {
		both = around(doc[REPRINT], reading[REPRINT]);
		other = around(doc[TRANSCRIPT], reading[TRANSCRIPT]);
		if (other.before < both.before)
			both.before = other.before;
		if (other.behind < both.behind)
			both.behind = other.behind;
	}
	flow_words(&note->flow, plain, "for ");
	add_quote(note, REPRINT, widen(doc[REPRINT], reading[REPRINT], both));
	flow_words(&note->flow, plain, " read ");
	add_quote(note, TRANSCRIPT, widen(doc[TRANSCRIPT],
		reading[TRANSCRIPT], both));
}

/* Nothing stands there. */
static void
add_gap(struct note *note, const struct span reading[2])
{
	flow_words(&note->flow, plain, "insert ");
	add_quote(note, TRANSCRIPT, reading[TRANSCRIPT]);
	add_where(note, reading[REPRINT]);
}

/* Nothing should stand there. */
static void
add_surplus(struct note *note, struct span reading)
{
	flow_words(&note->flow, plain, "delete ");
	add_quote(note, REPRINT, reading);
	if (is_short(note->comparison->doc[REPRINT], reading))
		add_context(note, reading);
}

/* Nothing in the words is wrong, but where they stand, or are broken. */
static void
add_title(struct note *note, const struct finding *finding,
	const struct span reading[2])
{
	flow_words(&note->flow, plain, finding->kind->title);
	if (!span_length(reading[REPRINT]))
		return;
	flow_words(&note->flow, plain, ": ");
	add_quote(note, REPRINT, reading[REPRINT]);
}

static void
add_correction(struct note *note, const struct entry *entry)
{
	const struct comparison *cmp = note->comparison;
	const struct finding *finding = entry->finding;
	struct span reading[] = { reading_of(cmp, finding, REPRINT),
		reading_of(cmp, finding, TRANSCRIPT) };
	bool printed = span_length(reading[REPRINT]);
	bool wanted = span_length(reading[TRANSCRIPT]);

	if ((!printed && !wanted) || finding_is_displaced(cmp, finding)) {
		add_title(note, finding, reading);
	} else if (entry->nmember > 1) {
		add_pattern(note, entry->pattern, reading[REPRINT]);
	} else if (printed && wanted) {
		add_change(note, reading);
	} else if (wanted) {
		add_gap(note, reading);
	} else {
		add_surplus(note, reading[REPRINT]);
	}
	flow_mark(&note->flow, plain, ".");
}

/* ---- the note ---- */

/* "Lines 16, 22 ×2: " */
static void
add_place(struct note *note, const struct entry *entry)
{
	struct buffer text = BUFFER_INIT;

	if (entry->nmember > 1)
		places_lines(&text, note->comparison, &note->entries, entry,
			SIZE_MAX);
	else if (entry->only[TRANSCRIPT])
		places_gap(&text, note->comparison, &note->entries,
			entry->finding);
	else
		places_one(&text, note->comparison, entry->finding);
	if (*text.data >= 'a' && *text.data <= 'z')
		*text.data = (char)(*text.data + 'A' - 'a');
	buffer_puts(&text, ": ");
	flow_words(&note->flow, plain, text.data);
	buffer_release(&text);
}

/* What the reviewers noted, each note once. */
static void
add_notes(struct note *note, const struct entry *entry)
{
	const uint32_t *member = note->entries.members + entry->member;
	const char *last = "";
	size_t i;

	for (i = 0; i < entry->nmember; i++) {
		const struct decision *decision = review_decision(
			note->review, &note->comparison->findings[member[i]]);

		if (!decision || !strcmp(decision->note, last) ||
		    !*decision->note)
			continue;
		last = decision->note;
		flow_newline(&note->flow);
		flow_words(&note->flow, plain, "Note: ");
		flow_text(&note->flow, plain, last, strlen(last), NO_SOURCE);
	}
}

static void
put_flow(struct note *note, unsigned indent)
{
	flow_end(&note->flow);
	page_flow(&note->page, &note->flow, indent);
	page_newline(&note->page);
	flow_reset(&note->flow);
	note->flow.width = note->page.width - INDENT;
	note->flow.first_width = note->page.width;
}

static void
add_name(struct note *note, enum side side)
{
	const char *name = note->comparison->doc[side]->name;

	if (!strcmp(name, "-"))
		name = "standard input";
	note->flow.escape |= ESCAPE_EXACT;
	flow_text(&note->flow, plain, name, strlen(name), NO_SOURCE);
	note->flow.escape &= ~(unsigned)ESCAPE_EXACT;
}

static void
put_head(struct note *note)
{
	flow_words(&note->flow, plain, "The text of ");
	add_name(note, REPRINT);
	flow_words(&note->flow, plain, " as published differs from the "
		"official transcript, ");
	add_name(note, TRANSCRIPT);
	flow_words(&note->flow, plain, ", and should be corrected:");
	put_flow(note, 0);
}

static void
put_nothing(struct note *note)
{
	flow_words(&note->flow, plain, "Nothing in ");
	add_name(note, REPRINT);
	flow_words(&note->flow, plain, " was found to need correction: no "
		"finding is rejected.");
	put_flow(note, 0);
}

static int
by_place(const void *a, const void *b)
{
	const struct entry *const *x = a, *const *y = b;

	return (*x)->finding < (*y)->finding ? -1 : 1;
}

/* The entries that go into the note, by their first place. */
static const struct entry **
choose(const struct note *note, size_t *n)
{
	const struct entries *entries = &note->entries;
	const struct entry **chosen = memory_alloc(entries->n,
		sizeof(*chosen));
	size_t i;

	*n = 0;
	for (i = 0; i < entries->n; i++)
		if (verdicts[entries->entry[i].verdict].corrects)
			chosen[(*n)++] = &entries->entry[i];
	if (*n)
		qsort(chosen, *n, sizeof(*chosen), by_place);
	return chosen;
}

void
report_corrections(const struct review *review,
	const struct report_options *options, struct buffer *out)
{
	struct note note = { .page = page_begin(options, out),
		.review = review, .comparison = review->comparison };
	const struct entry **chosen;
	size_t i, n;

	entries_make(review, &note.entries);
	chosen = choose(&note, &n);
	flow_init(&note.flow, note.page.width, note.page.escape);
	if (n)
		put_head(&note);
	else
		put_nothing(&note);
	for (i = 0; i < n; i++) {
		page_newline(&note.page);
		add_place(&note, chosen[i]);
		add_correction(&note, chosen[i]);
		add_notes(&note, chosen[i]);
		put_flow(&note, INDENT);
	}
	flow_release(&note.flow);
	free(chosen);
	entries_release(&note.entries);
}
