/* What an orphan was about is known from its line alone. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "report/decided.h"
#include "report/text.h"

#define INDENT 2
#define NARROW 56

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
static const struct ink faint = { STYLE_FAINT, NO_FINDING, false };

static void
add_text(struct flow *flow, struct ink ink, const char *text)
{
	flow_text(flow, ink, text, strlen(text), NO_SOURCE);
}

/* "[16 ← 18]" */
static void
add_readings(struct flow *flow, const struct decision *decision)
{
	const char *reprint = decision->reading[REPRINT];
	const char *transcript = decision->reading[TRANSCRIPT];

	flow_mark(flow, faint, "[");
	if (reprint && *reprint)
		add_text(flow, plain, reprint);
	flow_mark(flow, faint, reprint && *reprint ? " ←" : "←");
	if (transcript && *transcript) {
		flow_mark(flow, faint, " ");
		add_text(flow, plain, transcript);
	}
	flow_mark(flow, faint, "] ");
}

static void
put_orphan(struct page *page, struct flow *flow,
	const struct decision *orphan, int digits)
{
	unsigned column = page->width < NARROW ? 2 * INDENT :
		text_column(page);
	struct buffer id = BUFFER_INIT;

	decided_id(&id, orphan->finding, digits);
	flow_reset(flow);
	flow->width = flow->first_width = page->width - column;
	add_readings(flow, orphan);
	flow_newline(flow);
	add_text(flow, plain, orphan->kind);
	flow_words(flow, plain, ", ");
	decided_add(flow, faint, orphan);
	flow_end(flow);
	page_to(page, INDENT);
	page_own(page, STYLE_PLACE, id.data);
	if (page->column >= column)
		page_newline(page);
	page_to(page, column);
	page_flow(page, flow, column);
	page_newline(page);
	buffer_release(&id);
}

static void
put_list(struct page *page, const char *heading,
	const struct decision *const *list, size_t n, int digits)
{
	struct flow flow;
	size_t i;

	if (!n)
		return;
	page_newline(page);
	page_own(page, STYLE_HEADING, heading);
	page_newline(page);
	flow_init(&flow, page->width, page->escape);
	for (i = 0; i < n; i++)
		put_orphan(page, &flow, list[i], digits);
	flow_release(&flow);
}

void
text_orphans(struct page *page, const struct review *review,
	const struct entries *entries)
{
	const struct decision **list;
	size_t n = review_orphans(review, &list);

	put_list(page, "ORPHANS", list, n, entries->id_digits);
	free(list);
	n = review_stale(review, &list);
	put_list(page, "STALE", list, n, entries->id_digits);
	free(list);
}
