/* Notes weigh little and are many: a line or two count them by kind. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/phrase.h"
#include "report/saying.h"
#include "report/text.h"

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
static const struct ink faint = { STYLE_FAINT, NO_FINDING, false };

struct count {
	const struct kind *kind;
	size_t nfinding;
};

static int
compare_counts(const void *a, const void *b)
{
	const struct count *x = a, *y = b;

	if (x->nfinding != y->nfinding)
		return x->nfinding > y->nfinding ? -1 : 1;
	return strcmp(x->kind->name, y->kind->name);
}

static size_t
count_kinds(const struct entries *entries, struct count *counts)
{
	size_t i, j, n = 0;

	for (i = 0; i < entries->n; i++) {
		const struct entry *entry = &entries->entry[i];

		if (entry->severity > NOTE || verdicts[entry->verdict].heading)
			continue;
		for (j = 0; j < n; j++)
			if (counts[j].kind == entry->finding->kind)
				break;
		if (j == n) {
			counts[n].kind = entry->finding->kind;
			counts[n++].nfinding = 0;
		}
		counts[j].nfinding += entry->nmember;
	}
	return n;
}

/* "9 × quotation marks set otherwise" */
static void
add_count(struct flow *flow, const struct count *count)
{
	const char *title = count->kind->title;
	struct buffer text = BUFFER_INIT;

	if (count->nfinding > 1) {
		phrase_number(&text, count->nfinding);
		buffer_puts(&text, " × ");
		flow_mark(flow, plain, text.data);
		text.len = 0;
	}
	buffer_putc(&text, (char)(title[0] >= 'A' && title[0] <= 'Z' &&
		title[1] >= 'a' ? title[0] + 'a' - 'A' : title[0]));
	buffer_puts(&text, title + 1);
	flow_words(flow, plain, text.data);
	buffer_release(&text);
}

static void
put_counts(struct page *page, const struct count *counts, size_t n)
{
	struct flow flow;
	size_t i;

	flow_init(&flow, page->width - 2, page->escape);
	for (i = 0; i < n; i++) {
		if (i)
			flow_words(&flow, faint, " · ");
		add_count(&flow, &counts[i]);
	}
	flow_end(&flow);
	page_to(page, 2);
	page_flow(page, &flow, 2);
	page_newline(page);
	flow_release(&flow);
}

static void
put_zones(struct page *page, const struct comparison *cmp)
{
	struct flow flow;

	flow_init(&flow, page->width - 2, page->escape);
	saying_zones(&flow, cmp);
	flow_end(&flow);
	page_to(page, 2);
	page_flow(page, &flow, 2);
	page_newline(page);
	flow_release(&flow);
}

void
text_notes(struct page *page, const struct comparison *cmp,
	const struct entries *entries)
{
	static const char hint[] = "--verbose lists them";
	struct count *counts = memory_alloc(entries->n, sizeof(*counts));
	size_t n = count_kinds(entries, counts);

	if (n) {
		qsort(counts, n, sizeof(*counts), compare_counts);
		page_newline(page);
		page_own(page, STYLE_HEADING, "NOTES");
		page_to(page, page->width - (unsigned)strlen(hint));
		page_own(page, STYLE_FAINT, hint);
		page_newline(page);
		put_counts(page, counts, n);
		if (cmp->nzone)
			put_zones(page, cmp);
	}
	free(counts);
}
