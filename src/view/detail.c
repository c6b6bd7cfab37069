/*
 * What is known of the current finding, in the words of the report.  The pane
 * has its first lines, the pager all of it.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "report/phrase.h"
#include "view/draw.h"

#define CODES_SHORT 6			/* code points told in the pane */
#define CODES_LONG 200

static const struct ink plain = { STYLE_PLAIN, NO_FINDING, false };
static const struct ink faint = { STYLE_FAINT, NO_FINDING, false };
static const struct ink strong = { STYLE_STRONG, NO_FINDING, false };

static void
add_escaped(const struct view *view, struct flow *flow, struct ink ink,
	const char *text)
{
	flow_text(flow, ink, text, strlen(text), NO_SOURCE);
	(void)view;
}

/* "U+2013 U+0020": of a short reading all, of a longer one nothing. */
static void
add_codes(struct flow *flow, const char *text, size_t n, size_t most)
{
	const char *p = text, *end = text + n;
	unsigned len;
	char code[16];

	if (!n || utf8_count(text, n) > most)
		return;
	for (; p < end; p += len) {
		snprintf(code, sizeof(code), " U+%04X",
			(unsigned)utf8_decode(p, end, &len));
		flow_words(flow, faint, code);
	}
}

static void
add_reading(const struct view *view, struct flow *flow,
	const struct finding *finding, enum side side, size_t most)
{
	const struct ink ink = { side == REPRINT ? STYLE_REPRINT :
		STYLE_TRANSCRIPT, NO_FINDING, false };
	struct span span = finding->span[side];
	const char *text = view->cmp->doc[side]->text + span.start;
	char reading[READING_SIZE];

	if (!finding->has[side] || !span_length(span)) {
		flow_words(flow, faint, "nothing");
		return;
	}
	if (span_length(span) < READING_SIZE && most == CODES_LONG) {
		flow_exact(flow, ink, text, span_length(span), NO_SOURCE);
	} else {
		review_reading(view->cmp, finding, side, reading);
		if (escape_is_blank(text, span_length(span)))
			flow_exact(flow, ink, text, span_length(span),
				NO_SOURCE);
		else
			add_escaped(view, flow, ink, reading);
	}
	add_codes(flow, text, span_length(span), most);
}

static void
add_places(const struct view *view, struct flow *flow,
	const struct finding *finding)
{
	struct buffer text = BUFFER_INIT;
	int side;

	for (side = REPRINT; side <= TRANSCRIPT; side++) {
		struct place place;

		if (!finding->has[side])
			continue;
		place = document_place(view->cmp->doc[side],
			finding->span[side]);
		buffer_printf(&text, "%s %u:%u", text.len ? ", transcript" :
			side == REPRINT ? "line" : "transcript", place.line,
			place.column);
	}
	if (finding->pattern != NO_PATTERN && view->cmp->patterns[
	    finding->pattern].nfinding > 1) {
		buffer_puts(&text, ", one of ");
		phrase_count(&text, view->cmp->patterns[finding->pattern].
			nfinding, "place");
	}
	if (text.len)
		flow_words(flow, plain, text.data);
	buffer_release(&text);
}

static void
add_explanation(const struct view *view, struct flow *flow,
	const struct explanation *why)
{
	if (!why->chain && !why->codec && !why->restored)
		return;
	if (why->certainty) {
		flow_words(flow, strong, why->certainty);
		flow_words(flow, strong, ": ");
	}
	if (why->chain)
		add_escaped(view, flow, plain, why->chain);
	else if (why->codec)
		add_escaped(view, flow, plain, why->codec);
	flow_newline(flow);
}

static void
add_time(struct flow *flow, int64_t time)
{
	time_t seconds = (time_t)(time / 1000);
	struct tm parts;
	char text[32];

	if (!gmtime_r(&seconds, &parts))
		return;
	strftime(text, sizeof(text), " %Y-%m-%d %H:%M UTC", &parts);
	flow_words(flow, faint, text);
}

static void
add_decision(const struct view *view, struct flow *flow,
	const struct decision *decision)
{
	if (!decision || (decision->verdict == OPEN && !*decision->note)) {
		flow_words(flow, faint, verdicts[OPEN].name);
	} else {
		flow_words(flow, strong, verdicts[decision->verdict].name);
		if (*decision->reviewer) {
			flow_words(flow, plain, " by ");
			add_escaped(view, flow, plain, decision->reviewer);
		}
		add_time(flow, decision->time);
		if (*decision->note) {
			flow_words(flow, plain, ": ");
			add_escaped(view, flow, plain, decision->note);
		}
	}
	flow_newline(flow);
}

static void
add_summary(const struct view *view, struct flow *flow,
	const struct finding *finding, size_t most)
{
	const struct ink family = { style_of_kind(finding->kind), NO_FINDING,
		false };
	const struct ink severity = { style_of_severity(finding->severity),
		NO_FINDING, false };

	flow_words(flow, family, finding->kind->name);
	flow_words(flow, plain, " ");
	flow_words(flow, severity, severity_names[finding->severity]);
	flow_words(flow, plain, "  ");
	add_reading(view, flow, finding, REPRINT, most);
	flow_words(flow, plain, " ← ");
	add_reading(view, flow, finding, TRANSCRIPT, most);
	flow_newline(flow);
}

static void
add_history(const struct view *view, struct flow *flow,
	const struct finding *finding)
{
	const struct decision *list;
	size_t i, n;

	if (!view->review->store)
		return;
	list = store_decisions(view->review->store, &n);
	for (i = 0; i < n; i++)
		if (list[i].finding == finding->id)
			add_decision(view, flow, &list[i]);
}

void
detail_fill(const struct view *view, struct flow *flow)
{
	const struct finding *finding = &view->cmp->findings[view->current];

	add_summary(view, flow, finding, CODES_LONG);
	add_escaped(view, flow, plain, finding->message);
	flow_newline(flow);
	add_places(view, flow, finding);
	flow_newline(flow);
	add_explanation(view, flow, &finding->explanation);
	flow_words(flow, faint, finding->kind->title);
	flow_words(flow, faint, ": ");
	flow_words(flow, faint, finding->kind->help);
	flow_newline(flow);
	add_history(view, flow, finding);
}

/* Wide enough that a line of the pane never breaks: it is cut off. */
#define ENDLESS 4000

/* The pane's lines, one each. */
static void
fill_pane(const struct view *view, struct flow *flow)
{
	const struct finding *finding = &view->cmp->findings[view->current];

	add_summary(view, flow, finding, CODES_SHORT);
	if (finding->explanation.chain)
		add_explanation(view, flow, &finding->explanation);
	else
		add_escaped(view, flow, plain, finding->message);
	flow_newline(flow);
	add_places(view, flow, finding);
	flow_newline(flow);
	add_decision(view, flow, review_decision(view->review, finding));
}

/* The line, cut off where it is too long. */
static void
draw_cut(const struct view *view, struct canvas *canvas, unsigned row,
	const struct flow *flow, size_t line)
{
	static const struct brush faint_brush = { STYLE_FAINT, 0 };
	unsigned last = canvas->ncolumn - 1;

	draw_line(canvas, row, 1, last, flow, line);
	if (flow->line[line].cells + 1 > last)
		canvas_puts(canvas, row, last - (view->ascii ? 3 : 1),
			faint_brush, view->ascii ? "..." : "…");
}

void
detail_draw(struct view *view, struct canvas *canvas)
{
	static const struct brush rule = { STYLE_RULE, 0 };
	struct flow flow;
	unsigned i;

	if (view->frame.detail_rows > 1 && !view->frame.list_rows)
		for (i = 0; i < canvas->ncolumn; i++)
			canvas_puts(canvas, view->frame.detail_row - 1, i,
				rule, view->ascii ? "-" : "─");
	if (view->current == NO_FINDING || view->hidden[view->current])
		return;
	flow_init(&flow, ENDLESS, view->ascii ? ESCAPE_ASCII : 0);
	fill_pane(view, &flow);
	flow_end(&flow);
	for (i = 0; i < flow.nline && i < view->frame.detail_rows; i++)
		draw_cut(view, canvas, view->frame.detail_row + i, &flow,
			i);
	flow_release(&flow);
}
