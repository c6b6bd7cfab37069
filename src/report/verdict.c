/*
 * The answer first: what the reprint is, what is wrong with it, and whether
 * any of that touches what it says.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/phrase.h"
#include "report/text.h"

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

struct relation_row {
	const char *head;
	const char *what;		/* goes on after the head */
	enum style style;		/* of the head, if nothing is wrong */
	bool part;			/* say how much of the transcript */
	bool counts;			/* say how much is wrong */
};

static const struct relation_row relations[] = {
	[VERBATIM] = { "VERBATIM", ": word for word what the transcript has",
		STYLE_GOOD, false, true },
	[WHOLE_REPRINT] = { "REPRINT", " of the whole transcript",
		STYLE_GOOD, true, true },
	[EXCERPT] = { "EXCERPT", " of the transcript", STYLE_GOOD, true, true },
	[OTHER_VERSION] = { "OTHER VERSION", " of the text, with differences "
		"throughout, as between a prepared and a delivered one",
		STYLE_WARNING, false, true },
	[SHARED_TEXT] = { "SHARED TEXT", ": not a reprint of this transcript, "
		"though the two have passages in common", STYLE_ERROR, false,
		false },
	[UNRELATED] = { "UNRELATED", ": the two have nothing to do with each "
		"other", STYLE_ERROR, false, false },
	[UNREADABLE] = { "UNREADABLE", ": one of the two is no text that can "
		"be read, so nothing was compared", STYLE_ERROR, false, false },
	[ALONE] = { "SCANNED", " without a transcript", STYLE_GOOD, false,
		true }
};

/* Places of weight under one heading. */
struct tally {
	const char *heading;
	size_t nplace;
	bool apart;			/* the heading is a verdict's */
};

/* Passages that an excerpt leaves out make it one; they are no fault of it. */
static bool
is_tallied(const struct comparison *cmp, const struct entry *entry)
{
	return entry->severity > NOTE &&
		!(entry->only[TRANSCRIPT] && cmp->relation == EXCERPT);
}

static int
compare_tallies(const void *a, const void *b)
{
	const struct tally *x = a, *y = b;

	if (x->apart != y->apart)
		return x->apart ? 1 : -1;
	if (x->nplace != y->nplace)
		return x->nplace > y->nplace ? -1 : 1;
	return strcmp(x->heading, y->heading);
}

static struct tally
tally_for(const struct entry *entry)
{
	const char *apart = verdicts[entry->verdict].heading;
	struct tally tally = { .apart = apart, .heading = apart ? apart :
		kind_family(entry->finding->kind)->heading };

	return tally;
}

static size_t
make_tally(const struct comparison *cmp, const struct entries *entries,
	struct tally *tally)
{
	size_t i, j, n = 0;

	for (i = 0; i < entries->n; i++) {
		const struct entry *entry = &entries->entry[i];
		struct tally fresh = tally_for(entry);

		if (!is_tallied(cmp, entry))
			continue;
		for (j = 0; j < n; j++)
			if (!strcmp(tally[j].heading, fresh.heading))
				break;
		if (j == n)
			tally[n++] = fresh;
		tally[j].nplace += entry->nmember;
	}
	if (n)
		qsort(tally, n, sizeof(*tally), compare_tallies);
	return n;
}

/* "10 places damaged, 2 changed" */
static void
add_tally(struct flow *flow, const struct tally *tally, size_t n)
{
	struct buffer text = BUFFER_INIT;
	size_t i;
	const char *p;

	for (i = 0; i < n; i++) {
		if (i) {
			buffer_puts(&text, ", ");
			phrase_number(&text, tally[i].nplace);
		} else {
			phrase_count(&text, tally[i].nplace, "place");
		}
		buffer_putc(&text, ' ');
		for (p = tally[i].heading; *p; p++)
			buffer_putc(&text, (char)(*p >= 'A' && *p <= 'Z' ?
				*p + 'a' - 'A' : *p));
	}
	flow_words(flow, plain, text.data);
	buffer_release(&text);
}

static bool
same_words(const struct comparison *cmp, const struct finding *finding)
{
	size_t word[2], end[2];
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		const struct document *doc = cmp->doc[side];

		word[side] = end[side] = 0;
		if (!finding->has[side])
			continue;
		word[side] = document_word_at(doc, finding->span[side].start);
		end[side] = document_word_at(doc, finding->span[side].end);
	}
	if (end[0] - word[0] != end[1] - word[1])
		return false;
	for (; word[0] < end[0]; word[0]++, word[1]++)
		if (cmp->doc[0]->words[word[0]].key !=
		    cmp->doc[1]->words[word[1]].key)
			return false;
	return true;
}

/* Does it change what the reprint says, rather than how that looks?  Damage
 * that can be undone does not, nor does what is left out of an excerpt.  How
 * heavy somebody wants it to be changes nothing of that. */
static bool
is_substance(const struct review *review, const struct entry *entry)
{
	const struct finding *finding = entry->finding;

	return finding->kind->severity == ERROR &&
		!finding->explanation.light && !entry->only[TRANSCRIPT] &&
		!finding->explanation.restored &&
		!review_known(review, finding) &&
		!same_words(review->comparison, finding);
}

/* Of what is ignored nothing is said, so it may be that. */
static bool
any_substance(const struct review *review, const struct entries *entries)
{
	const struct finding *ignored;
	size_t i;

	if (review_ignored(review, &ignored))
		return true;
	for (i = 0; i < entries->n; i++)
		if (is_substance(review, &entries->entry[i]))
			return true;
	return false;
}

/* What there is to say of texts without words; NULL for others. */
static const char *
empty_words(const struct comparison *cmp)
{
	bool empty[] = { !cmp->doc[REPRINT]->nword,
		!cmp->doc[TRANSCRIPT]->nword };

	if (cmp->relation == UNREADABLE || cmp->relation == ALONE)
		return NULL;
	if (empty[REPRINT] && empty[TRANSCRIPT])
		return ": neither of the two has any words";
	if (empty[REPRINT])
		return ": the reprint has no words";
	return empty[TRANSCRIPT] ? ": the transcript has no words" : NULL;
}

/* "EXCERPT, 34% of the transcript" */
static void
add_relation(struct flow *flow, const struct comparison *cmp, bool wrong)
{
	const struct relation_row *row = &relations[cmp->relation];
	unsigned percent = phrase_percent(cmp->coverage.ncovered,
		cmp->coverage.nword);
	struct ink head = { row->style, NO_FINDING, false };
	const char *empty = empty_words(cmp);
	struct buffer text = BUFFER_INIT;

	if (wrong && row->style == STYLE_GOOD)
		head.style = STYLE_WARNING;
	flow_words(flow, head, row->head);
	if (empty)
		buffer_puts(&text, empty);
	else if (row->part && percent < 100)
		buffer_printf(&text, ", %u%% of the transcript", percent);
	else
		buffer_puts(&text, row->what);
	flow_words(flow, plain, text.data);
	buffer_release(&text);
}

/* What is wrong with what is printed. */
static void
add_faults(struct flow *flow, const struct review *review,
	const struct entries *entries, const struct tally *tally, size_t n)
{
	const struct comparison *cmp = review->comparison;

	if (n) {
		flow_words(flow, plain, ": ");
		add_tally(flow, tally, n);
	} else if (cmp->relation == ALONE) {
		flow_words(flow, plain, ": no damage shows");
	}
	if (relations[cmp->relation].part && !any_substance(review, entries)) {
		flow_words(flow, plain, n ? ". Nothing of substance is changed "
			: ". Nothing is changed ");
		flow_words(flow, plain, "in what is printed");
	}
}

void
verdict_add(struct flow *flow, const struct review *review,
	const struct entries *entries)
{
	const struct comparison *cmp = review->comparison;
	struct tally *tally = memory_alloc(entries->n, sizeof(*tally));
	size_t n = make_tally(cmp, entries, tally);

	add_relation(flow, cmp, n && !tally[0].apart);
	if (relations[cmp->relation].counts)
		add_faults(flow, review, entries, tally, n);
	flow_words(flow, plain, ".");
	free(tally);
}

void
text_verdict(struct page *page, const struct review *review,
	const struct entries *entries)
{
	struct flow flow;

	flow_init(&flow, page->width, page->escape);
	verdict_add(&flow, review, entries);
	flow_end(&flow);
	page_flow(page, &flow, 0);
	page_newline(page);
	flow_release(&flow);
}
