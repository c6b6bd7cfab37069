/* What text reports say over several lines is said with a line that has room
 * for it all, so that it is not said twice. */
#include "config.h"

#include "report/brief.h"

#include <string.h>

#include "report/decided.h"
#include "report/text.h"

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };

struct brief_place
brief_place(const struct comparison *cmp, const struct finding *finding)
{
	enum side side = finding->has[REPRINT] ? REPRINT : TRANSCRIPT;
	const struct document *doc = cmp->doc[side];
	struct span span = finding->span[side];

	return (struct brief_place){ .doc = doc, .span = span,
		.start = document_place(doc, span),
		.end = document_place_behind(doc, span) };
}

void
brief_path(struct buffer *out, const struct document *doc)
{
	const char *path = doc->name;

	while (!strncmp(path, "./", 2))
		for (path += 2; *path == '/';)
			path++;
	escape_add(out, path, strlen(path), ESCAPE_EXACT);
}

void
brief_flow(struct buffer *out, struct flow *flow)
{
	flow_end(flow);
	buffer_add(out, flow->shown.data, flow->shown.len);
}

/* Names of options alone: a value may be anybody's. */
static void
add_gates(struct buffer *out, const struct review *review)
{
	const char *before = " Not passed: --";
	const struct failure *failure;
	struct arena arena;
	size_t i, n;

	arena_init(&arena);
	n = review_failures(review, &arena, &failure);
	for (i = 0; i < n; i++) {
		if (failure[i].by_findings || (i &&
		    !strcmp(failure[i].option, failure[i - 1].option)))
			continue;
		buffer_printf(out, "%s%s", before, failure[i].option);
		before = ", --";
	}
	buffer_puts(out, *before == ',' ? "." : "");
	arena_release(&arena);
}

void
brief_verdict(struct buffer *out, const struct review *review)
{
	const struct report_options options = { .width = BRIEF_WIDTH };
	struct buffer text = BUFFER_INIT;
	struct page page = page_begin(&options, &text);
	struct entries entries;

	entries_make(review, &entries);
	text_verdict(&page, review, &entries);
	entries_release(&entries);
	buffer_add(out, text.data, strcspn(text.data, "\n"));
	add_gates(out, review);
	buffer_release(&text);
}

void
brief_finding(struct buffer *out, const struct finding *finding)
{
	const char *chain = finding->explanation.chain;

	escape_add(out, finding->message, strlen(finding->message), 0);
	if (!chain)
		return;
	buffer_puts(out, " (");
	escape_add(out, chain, strlen(chain), 0);
	buffer_putc(out, ')');
}

void
brief_decision(struct buffer *out, const struct decision *decision)
{
	struct flow flow;

	flow_init(&flow, BRIEF_WIDTH, 0);
	decided_add(&flow, plain, decision);
	brief_flow(out, &flow);
	flow_release(&flow);
}

bool
brief_whole_fails(const struct review *review)
{
	const struct failure *failure;
	struct arena arena;
	size_t i, n;
	bool fails = review->comparison->relation == UNREADABLE;

	arena_init(&arena);
	n = review_failures(review, &arena, &failure);
	for (i = 0; i < n; i++)
		fails = fails || !failure[i].by_findings;
	arena_release(&arena);
	return fails;
}

const struct decision *
brief_passed(const struct review *review, const struct finding *finding)
{
	return review_passed(review, finding);
}
