/* Line numbers are those of the file as given, which an editor has open. */
#include "config.h"

#include "report/places.h"

#define RANGE_LEAST 3			/* lines that are worth a dash */

static enum side
side_of(const struct finding *finding)
{
	return finding->has[REPRINT] ? REPRINT : TRANSCRIPT;
}

static uint32_t
line_of(const struct comparison *cmp, const struct finding *finding)
{
	enum side side = side_of(finding);

	return document_place(cmp->doc[side], finding->span[side]).line;
}

static const char *
whose(const struct finding *finding)
{
	return side_of(finding) == REPRINT ? "" : "transcript ";
}

void
places_one(struct buffer *out, const struct comparison *cmp,
	const struct finding *finding)
{
	buffer_printf(out, "%sline %u", whose(finding),
		(unsigned)line_of(cmp, finding));
}

/* The nearest paragraph of the transcript's text that ends at or before the
 * place, and the nearest that starts at or after it; nparagraph for none. */
static void
neighbours(const struct comparison *cmp, uint32_t place, size_t *before,
	size_t *after)
{
	const struct document *doc = cmp->doc[REPRINT];
	size_t at = document_paragraph_at(doc, place), i;

	*before = *after = doc->nparagraph;
	for (i = at < doc->nparagraph ? at + 1 : at; i-- > 0;)
		if (cmp->body[i] && doc->paragraphs[i].span.end <= place) {
			*before = i;
			break;
		}
	for (i = at; i < doc->nparagraph; i++)
		if (cmp->body[i] && doc->paragraphs[i].span.start >= place) {
			*after = i;
			break;
		}
}

static uint32_t
last_line(const struct document *doc, size_t paragraph)
{
	struct span last = doc->paragraphs[paragraph].span;

	last.start = last.end - 1;
	return document_place(doc, last).line;
}

static uint32_t
first_line(const struct document *doc, size_t paragraph)
{
	return document_place(doc, doc->paragraphs[paragraph].span).line;
}

/* Is the place in the middle of a paragraph? */
static bool
is_within(const struct document *doc, uint32_t place)
{
	size_t at = document_paragraph_at(doc, place);

	return at < doc->nparagraph && doc->paragraphs[at].span.start < place &&
		doc->paragraphs[at].span.end > place;
}

void
places_gap(struct buffer *out, const struct comparison *cmp,
	const struct finding *finding)
{
	const struct document *doc = cmp->doc[REPRINT];
	uint32_t place = finding->span[REPRINT].start;
	size_t before, after, none = doc->nparagraph;

	if (!finding->has[REPRINT] || is_within(doc, place) ||
	    span_length(finding->span[REPRINT])) {
		places_one(out, cmp, finding);
		return;
	}
	neighbours(cmp, place, &before, &after);
	if (before != none && after != none)
		buffer_printf(out, "between lines %u and %u",
			(unsigned)last_line(doc, before),
			(unsigned)first_line(doc, after));
	else if (after != none)
		buffer_printf(out, "before line %u",
			(unsigned)first_line(doc, after));
	else if (before != none)
		buffer_printf(out, "after line %u",
			(unsigned)last_line(doc, before));
	else
		places_one(out, cmp, finding);
}

/* Lines first to last, every one of them with a finding or more. */
struct range {
	uint32_t first, last;
	size_t nfinding;
};

static const struct finding *
member(const struct comparison *cmp, const struct entries *entries, size_t i)
{
	return &cmp->findings[entries->members[i]];
}

/* The range of lines that begins with member i; returns the member behind it.
 * A run of lines too short for a dash is given line by line. */
static size_t
next_range(const struct comparison *cmp, const struct entries *entries,
	size_t i, size_t end, struct range *range)
{
	size_t first_end = i, start = i;

	range->first = range->last = line_of(cmp, member(cmp, entries, i));
	for (i++; i < end; i++) {
		uint32_t line = line_of(cmp, member(cmp, entries, i));

		if (line != range->last && line != range->last + 1)
			break;
		if (line == range->first)
			first_end = i;
		range->last = line;
	}
	if (range->last - range->first + 1 < RANGE_LEAST) {
		range->last = range->first;
		i = first_end + 1;
	}
	range->nfinding = i - start;
	return i;
}

static void
put_range(struct buffer *out, const struct range *range)
{
	buffer_printf(out, "%u", (unsigned)range->first);
	if (range->last > range->first)
		buffer_printf(out, "–%u", (unsigned)range->last);
	else if (range->nfinding > 1)
		buffer_printf(out, " ×%zu", range->nfinding);
}

void
places_lines(struct buffer *out, const struct comparison *cmp,
	const struct entries *entries, const struct entry *entry, size_t most)
{
	size_t i = entry->member, end = i + entry->nmember, n;
	const struct finding *last = member(cmp, entries, end - 1);

	buffer_printf(out, "%sline%s ", whose(entry->finding),
		line_of(cmp, last) == line_of(cmp, entry->finding) ? "" : "s");
	for (n = 0; i < end && n < most; n++) {
		struct range range;

		i = next_range(cmp, entries, i, end, &range);
		buffer_puts(out, n ? ", " : "");
		put_range(out, &range);
	}
	if (i < end)
		buffer_printf(out, " and %zu more", end - i);
}
