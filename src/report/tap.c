/*
 * The Test Anything Protocol, version 14: a test for the verdict on the whole,
 * and one for each finding.  What was accepted is skipped, in the protocol's
 * way.  What there is to know of a finding stands below it as a block of YAML,
 * whose strings may be those of JSON.
 */
#include "config.h"

#include "base/jansson.h"
#include "report/brief.h"
#include "report/formats.h"
#include "report/value.h"

/* "#" would begin a directive. */
static void
put_description(struct buffer *out, const struct buffer *text)
{
	size_t i;

	for (i = 0; i < text->len; i++) {
		if (text->data[i] == '#' || text->data[i] == '\\')
			buffer_putc(out, '\\');
		buffer_putc(out, text->data[i]);
	}
}

static void
put_member(struct buffer *out, const char *name, const struct buffer *text)
{
	buffer_printf(out, "  %s: ", name);
	value_dump(out, value_text(text->data, text->len));
	buffer_putc(out, '\n');
}

static void
put_block(struct buffer *out, const struct brief_place *place,
	const struct finding *finding)
{
	struct buffer text = BUFFER_INIT;

	buffer_puts(out, "  ---\n");
	brief_finding(&text, finding);
	put_member(out, "message", &text);
	buffer_printf(out, "  severity: %s\n  kind: %s\n  id: \"%016llx\"\n",
		severity_names[finding->severity], finding->kind->name,
		(unsigned long long)finding->id);
	text.len = 0;
	brief_path(&text, place->doc);
	put_member(out, "file", &text);
	buffer_printf(out, "  line: %u\n  column: %u\n  ...\n",
		place->start.line, place->start.column);
	buffer_release(&text);
}

static void
put_finding(struct buffer *out, const struct review *review, size_t index)
{
	const struct finding *finding = &review->comparison->findings[index];
	struct brief_place place = brief_place(review->comparison, finding);
	const struct decision *passed = brief_passed(review, finding);
	struct buffer text = BUFFER_INIT;

	buffer_printf(out, "%s %zu - %s ", review_fails(review, finding) ?
		"not ok" : "ok", index + 2, finding->kind->name);
	brief_path(&text, place.doc);
	buffer_printf(&text, ":%u:%u", place.start.line, place.start.column);
	put_description(out, &text);
	if (passed) {
		text.len = 0;
		brief_decision(&text, passed);
		buffer_puts(out, " # SKIP ");
		put_description(out, &text);
	}
	buffer_putc(out, '\n');
	put_block(out, &place, finding);
	buffer_release(&text);
}

void
report_tap(const struct review *review, const struct report_options *options,
	struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	struct buffer text = BUFFER_INIT;
	size_t i;

	(void)options;
	jansson_start();
	buffer_printf(out, "TAP version 14\n1..%zu\n", cmp->nfinding + 1);
	brief_verdict(&text, review);
	buffer_puts(out, brief_whole_fails(review) ? "not ok 1 - " :
		"ok 1 - ");
	put_description(out, &text);
	buffer_putc(out, '\n');
	if (cmp->relation == UNREADABLE)
		buffer_puts(out, "Bail out! Nothing was compared.\n");
	for (i = 0; i < cmp->nfinding; i++)
		put_finding(out, review, i);
	buffer_release(&text);
}
