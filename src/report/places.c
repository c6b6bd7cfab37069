/* Line numbers are those of the file as given, which an editor has open. */
#include "config.h"

#include "report/places.h"

#define RANGE_LEAST 3			/* lines that are worth a dash */
#define LONG_PARAGRAPH 1500		/* bytes, a screenful */

static enum side
side_of(const struct finding *finding)
{
	return finding->has[REPRINT] ? REPRINT : TRANSCRIPT;
}

uint32_t
places_line(const struct comparison *cmp, const struct finding *finding)
{
	enum side side = side_of(finding);

	return document_place(cmp->doc[side], finding->span[side]).line;
}

static const char *
whose(const struct finding *finding)
{
	return side_of(finding) == REPRINT ? "" : "transcript ";
}

static bool
wants_column(const struct document *doc, struct span span)
{
	size_t at = document_paragraph_at(doc, span.start);

	return at < doc->nparagraph && doc->paragraphs[at].span.start <=
		span.start && span_length(doc->paragraphs[at].span) >
		LONG_PARAGRAPH;
}

void
places_one(struct buffer *out, const struct comparison *cmp,
	const struct finding *finding)
{
	const struct document *doc = cmp->doc[side_of(finding)];
	struct span span = finding->span[side_of(finding)];
	struct place place = document_place(doc, span);

	buffer_printf(out, "%sline %u", whose(finding), (unsigned)place.line);
	if (wants_column(doc, span))
		buffer_printf(out, ":%u", (unsigned)place.column);
}

/* The last paragraph in the transcript's order that ends at or before the
 * place; nparagraph for none. */
static size_t
placed_before(const struct document *doc, const bool *placed, uint32_t place)
{
	size_t i = document_paragraph_at(doc, place);

	if (i < doc->nparagraph)
		i++;
	while (i-- > 0)
		if (placed[i] && doc->paragraphs[i].span.end <= place)
			return i;
	return doc->nparagraph;
}

static uint32_t
last_line(const struct document *doc, struct span span)
{
	span.start = span.end - 1;
	return document_place(doc, span).line;
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
	const struct entries *entries, const struct finding *finding)
{
	const struct document *doc = cmp->doc[REPRINT];
	uint32_t place = finding->span[REPRINT].start;
	size_t before;

	if (!finding->has[REPRINT] || is_within(doc, place) ||
	    span_length(finding->span[REPRINT])) {
		places_one(out, cmp, finding);
		return;
	}
	before = placed_before(doc, entries->placed, place);
	if (before < doc->nparagraph)
		buffer_printf(out, "after line %u", (unsigned)last_line(doc,
			doc->paragraphs[before].span));
	else
		buffer_printf(out, "before line %u",
			(unsigned)places_line(cmp, finding));
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

	range->first = range->last = places_line(cmp, member(cmp, entries, i));
	for (i++; i < end; i++) {
		uint32_t line = places_line(cmp, member(cmp, entries, i));

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
	bool many = places_line(cmp, member(cmp, entries, end - 1)) !=
		places_line(cmp, entry->finding);

	buffer_printf(out, "%sline%s ", whose(entry->finding),
		many ? "s" : "");
	for (n = 0; i < end && n < most; n++) {
		struct range range;

		i = next_range(cmp, entries, i, end, &range);
		buffer_puts(out, n ? ", " : "");
		put_range(out, &range);
	}
	if (i < end)
		buffer_printf(out, " and %zu more", end - i);
}
