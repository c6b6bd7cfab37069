/*
 * Workflow commands, which GitHub's runner shows as annotations of the files:
 *
 *	::error file=F,line=L,col=C,title=T::MESSAGE
 *
 * It shows but ten a step of each level, so notes wait for --verbose, as in the
 * text report.  What is accepted is no annotation; the last line counts it.
 */
#include "config.h"

#include <string.h>

#include "report/brief.h"
#include "report/formats.h"
#include "report/phrase.h"

static const char *const commands[] = {
	[NOTE] = "notice", [WARNING] = "warning", [ERROR] = "error"
};

/* As the runner undoes it; a property must not end early either. */
static void
put_escaped(struct buffer *out, const struct buffer *text, const char *special)
{
	size_t i;

	for (i = 0; i < text->len; i++) {
		unsigned char c = (unsigned char)text->data[i];

		if (strchr(special, c) || c < ' ')
			buffer_printf(out, "%%%02X", c);
		else
			buffer_putc(out, (char)c);
	}
}

static void
put_property(struct buffer *out, const char *name, struct buffer *text)
{
	buffer_printf(out, "%s=", name);
	put_escaped(out, text, "%:,");
	text->len = 0;
}

static void
put_path(struct buffer *out, const struct document *doc)
{
	struct buffer text = BUFFER_INIT;

	brief_path(&text, doc);
	put_property(out, "file", &text);
	buffer_release(&text);
}

/* Columns go with a place on one line only. */
static void
put_place(struct buffer *out, const struct brief_place *place)
{
	put_path(out, place->doc);
	buffer_printf(out, ",line=%u,endLine=%u", place->start.line,
		place->end.line);
	if (place->start.line == place->end.line)
		buffer_printf(out, ",col=%u,endColumn=%u",
			place->start.column, place->end.column);
}

static void
put_finding(struct buffer *out, const struct comparison *cmp,
	const struct finding *finding)
{
	struct brief_place place = brief_place(cmp, finding);
	struct buffer text = BUFFER_INIT;

	buffer_printf(out, "::%s ", commands[finding->severity]);
	put_place(out, &place);
	buffer_printf(out, ",title=%s::", finding->kind->name);
	brief_finding(&text, finding);
	put_escaped(out, &text, "%");
	buffer_putc(out, '\n');
	buffer_release(&text);
}

/* "EXCERPT, 60% of the transcript: … 2 accepted. 3 notes: --verbose." */
static void
put_summary(struct buffer *out, const struct review *review, size_t npassed,
	size_t nnote)
{
	struct buffer text = BUFFER_INIT;

	buffer_printf(out, "::%s ", commands[brief_whole_fails(review) ?
		ERROR : NOTE]);
	put_path(out, review->comparison->doc[REPRINT]);
	buffer_puts(out, ",title=verbatim::");
	brief_verdict(&text, review);
	if (npassed) {
		buffer_putc(&text, ' ');
		phrase_number(&text, npassed);
		buffer_puts(&text, " accepted.");
	}
	if (nnote) {
		buffer_putc(&text, ' ');
		phrase_count(&text, nnote, "note");
		buffer_puts(&text, ": --verbose lists them.");
	}
	put_escaped(out, &text, "%");
	buffer_putc(out, '\n');
	buffer_release(&text);
}

void
report_github(const struct review *review,
	const struct report_options *options, struct buffer *out)
{
	const struct comparison *cmp = review->comparison;
	size_t i, npassed = 0, nnote = 0;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *finding = &cmp->findings[i];

		if (brief_passed(review, finding))
			npassed++;
		else if (finding->severity == NOTE && !options->verbose)
			nnote++;
		else
			put_finding(out, cmp, finding);
	}
	put_summary(out, review, npassed, nnote);
}
