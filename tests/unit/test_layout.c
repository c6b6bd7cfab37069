#include "config.h"

#include "report/layout.h"

#include <criterion/criterion.h>
#include <string.h>

#include "fixture.h"

static const char reprint[] =
	"HARBOUR (Wire) - The minister spoke on Monday.\n"
	"\n"
	"MINISTER OAK: We met the fishermen today and we agreed on a plan "
	"for the harbor.\n"
	"\n"
	"It will begin in May.\n";

static const char transcript[] =
	"MODERATOR: Welcome, all of you, to this small room by the water. "
	"The minister has little time, so let us begin at once with her.\n"
	"\n"
	"MINISTER OAK: We met the fishermen today and we agreed on a plan "
	"for the harbour. It will begin in May.\n";

struct view {
	struct fixture fixture;
	struct layout *layout;
	struct rows rows;
};

static void
view_init(struct view *view, unsigned width)
{
	struct fixture *fixture = &view->fixture;
	struct layout_options options = { .width = width };

	fixture_init(fixture, reprint, transcript);
	fixture_piece(fixture, REPRINT_ONLY,
		"HARBOUR (Wire) - The minister spoke on Monday.", NULL);
	fixture_piece(fixture, TRANSCRIPT_ONLY, NULL,
		"MODERATOR: Welcome, all of you, to this small room by the "
		"water. The minister has little time, so let us begin at once "
		"with her.");
	fixture_piece(fixture, CHANGED,
		"MINISTER OAK: We met the fishermen today and we agreed on a "
		"plan for the harbor.",
		"MINISTER OAK: We met the fishermen today and we agreed on a "
		"plan for the harbour.");
	fixture_piece(fixture, EQUAL, "It will begin in May.",
		"It will begin in May.");
	fixture_words(fixture, "wording.spelling", "harbor", "harbour");
	fixture_finding(fixture, "structure.split",
		fixture_span(fixture, REPRINT, "\n\nIt will"),
		fixture_span(fixture, TRANSCRIPT, " It will"));
	fixture->comparison.findings[1].span[REPRINT].end -= 7;
	fixture->comparison.findings[1].span[TRANSCRIPT].end -= 7;
	fixture_end(fixture);
	view->layout = layout_new(&fixture->review, &options);
	rows_init(&view->rows);
}

static void
view_release(struct view *view)
{
	rows_release(&view->rows);
	layout_free(view->layout);
	fixture_release(&view->fixture);
}

/* The text of a row on one side; "" where it has none. */
static void
row_text(const struct rows *rows, size_t row, enum side side,
	struct buffer *out)
{
	uint32_t index = rows->row[row].line[side];
	const struct flow *flow = &rows->flow[side];
	size_t i;

	out->len = 0;
	buffer_puts(out, "");
	if (index == NO_LINE)
		return;
	for (i = 0; i < flow->line[index].nrun; i++) {
		const struct text_run *run =
			&flow->run[flow->line[index].run + i];

		buffer_add(out, flow->shown.data + run->start, run->n);
	}
}

static void
assert_row(const struct rows *rows, size_t row, const char *left,
	const char *right)
{
	struct buffer text = BUFFER_INIT;

	cr_assert_lt(row, rows->nrow);
	row_text(rows, row, REPRINT, &text);
	cr_assert_str_eq(text.data, left);
	row_text(rows, row, TRANSCRIPT, &text);
	cr_assert_str_eq(text.data, right);
	buffer_release(&text);
}

Test(layout, what_one_side_alone_has_is_one_row)
{
	struct view view;

	view_init(&view, 121);
	cr_assert_eq(view.layout->nblock, 5);
	layout_rows(view.layout, 1, &view.rows);
	cr_assert_eq(view.rows.nrow, 2);
	cr_assert_eq(view.rows.row[0].kind, ROW_GAP);
	cr_assert_eq(view.rows.row[1].kind, ROW_FOLD);
	assert_row(&view.rows, 1, "",
		"▸ 25 words, 1 paragraph left out: MODERATOR");
	view_release(&view);
}

Test(layout, a_fold_opens_to_the_text)
{
	struct view view;

	view_init(&view, 121);
	view.layout->blocks[1].open = true;
	layout_rows(view.layout, 1, &view.rows);
	assert_row(&view.rows, 1, "",
		"▾ 25 words, 1 paragraph left out: MODERATOR");
	layout_rows(view.layout, 2, &view.rows);
	assert_row(&view.rows, 0, "",
		"MODERATOR: Welcome, all of you, to this small room");
	view_release(&view);
}

Test(layout, what_a_closed_fold_holds_has_no_rows)
{
	struct view view;

	view_init(&view, 121);
	layout_rows(view.layout, 2, &view.rows);
	cr_assert_eq(view.rows.nrow, 0);
	cr_assert_eq(layout_next(view.layout, 1), 3);
	cr_assert_eq(layout_previous(view.layout, 3), 1);
	view.layout->blocks[1].open = true;
	cr_assert_eq(layout_next(view.layout, 1), 2);
	cr_assert_eq(layout_previous(view.layout, 3), 2);
	view_release(&view);
}

Test(layout, one_column_shows_both_readings)
{
	struct view view;

	view_init(&view, 69);
	view.layout->options.mode = LAYOUT_INLINE;
	layout_rows(view.layout, 3, &view.rows);
	assert_row(&view.rows, 1,
		"MINISTER OAK: We met the fishermen today and we agreed on a",
		"");
	assert_row(&view.rows, 2,
		"plan for the ▐harbor←harbour▌.", "");
	view.layout->blocks[1].open = true;
	layout_rows(view.layout, 2, &view.rows);
	assert_row(&view.rows, 0,
		"− MODERATOR: Welcome, all of you, to this small room by the",
		"");
	view_release(&view);
}

Test(layout, one_side_alone_has_the_whole_width)
{
	struct view view;

	view_init(&view, 79);
	view.layout->options.mode = LAYOUT_ONE;
	view.layout->options.side = TRANSCRIPT;
	layout_rows(view.layout, 3, &view.rows);
	assert_row(&view.rows, 1, "",
		"MINISTER OAK: We met the fishermen today and we agreed on a "
		"plan for");
	assert_row(&view.rows, 2, "", "the ▐harbour▌.");
	layout_rows(view.layout, 0, &view.rows);
	assert_row(&view.rows, 0, "",
		"+ HARBOUR (Wire) - The minister spoke on Monday.");
	view_release(&view);
}

Test(layout, a_hidden_difference_is_not_marked)
{
	struct view view;
	bool hidden[2] = { true, true };

	view_init(&view, 121);
	view.layout->options.hidden = hidden;
	layout_rows(view.layout, 3, &view.rows);
	assert_row(&view.rows, 2, "agreed on a plan for the harbor.",
		"agreed on a plan for the harbour.");
	layout_rows(view.layout, 4, &view.rows);
	assert_row(&view.rows, 0, "It will begin in May.",
		"It will begin in May.");
	view_release(&view);
}

/* The runs of the flow that match, a bar between two. */
static void
matches(const struct flow *flow, struct buffer *out)
{
	size_t i;

	for (i = 0; i < flow->nrun; i++) {
		if (!flow->run[i].ink.match)
			continue;
		if (out->len)
			buffer_putc(out, '|');
		buffer_add(out, flow->shown.data + flow->run[i].start,
			flow->run[i].n);
	}
}

Test(layout, what_is_searched_for_is_lit_up)
{
	static const struct {
		const char *pattern, *reprint, *transcript;
	} table[] = {
		{ "for the har", "for the |har", "for the |har" },
		{ "we", "We|we", "We|we" },
		{ "and we agreed", "and we|agreed", "and we|agreed" },
		{ "harbour.", "", "harbour|." }
	};
	size_t i;

	for (i = 0; i < sizeof(table) / sizeof(*table); i++) {
		struct buffer out[2] = { BUFFER_INIT, BUFFER_INIT };
		struct search *search = search_new(table[i].pattern);
		struct view view;
		int side;

		view_init(&view, 121);
		view.layout->options.search = search;
		layout_rows(view.layout, 3, &view.rows);
		for (side = REPRINT; side <= TRANSCRIPT; side++) {
			buffer_puts(&out[side], "");
			matches(&view.rows.flow[side], &out[side]);
		}
		cr_assert_str_eq(out[REPRINT].data, table[i].reprint);
		cr_assert_str_eq(out[TRANSCRIPT].data, table[i].transcript);
		buffer_release(&out[REPRINT]);
		buffer_release(&out[TRANSCRIPT]);
		search_free(search);
		view_release(&view);
	}
}

Test(layout, a_short_line_of_one_side_is_not_folded)
{
	struct view view;

	view_init(&view, 121);
	cr_assert_not(view.layout->blocks[0].folds);
	layout_rows(view.layout, 0, &view.rows);
	assert_row(&view.rows, 0,
		"HARBOUR (Wire) - The minister spoke on Monday.", "");
	view_release(&view);
}

Test(layout, a_difference_is_marked_on_both_sides)
{
	struct view view;
	const struct flow *flow;
	size_t i, n = 0;

	view_init(&view, 121);
	layout_rows(view.layout, 3, &view.rows);
	cr_assert_eq(view.rows.nrow, 3);
	assert_row(&view.rows, 1,
		"MINISTER OAK: We met the fishermen today and we",
		"MINISTER OAK: We met the fishermen today and we");
	assert_row(&view.rows, 2, "agreed on a plan for the ▐harbor▌.",
		"agreed on a plan for the ▐harbour▌.");
	flow = &view.rows.flow[REPRINT];
	for (i = 0; i < flow->nrun; i++)
		if (flow->run[i].ink.style == STYLE_WORDING) {
			cr_assert_eq(flow->run[i].ink.finding, 0);
			n++;
		}
	cr_assert_gt(n, 0);
	view_release(&view);
}

Test(layout, a_split_shows_where_the_paragraph_was_broken)
{
	struct view view;

	view_init(&view, 121);
	layout_rows(view.layout, 4, &view.rows);
	/* no gap: the transcript's paragraph goes on */
	cr_assert_eq(view.rows.nrow, 1);
	assert_row(&view.rows, 0, "▐¶▌ It will begin in May.",
		"It will begin in May.");
	view_release(&view);
}

Test(layout, the_margin_names_who_begins_to_speak)
{
	struct view view;

	view_init(&view, 121);
	cr_assert_gt(layout_geometry(view.layout).margin, 0);
	layout_rows(view.layout, 3, &view.rows);
	cr_assert_neq(view.rows.row[1].margin, NO_LINE);
	cr_assert_eq(view.rows.row[2].margin, NO_LINE);
	cr_assert(!strncmp(view.rows.margin.shown.data, "MINISTER OAK", 12));
	layout_rows(view.layout, 4, &view.rows);
	cr_assert_eq(view.rows.row[0].margin, NO_LINE);
	view_release(&view);
}

Test(layout, line_numbers_are_those_of_the_file)
{
	struct view view;

	view_init(&view, 121);
	view.layout->options.line_numbers = true;
	layout_rows(view.layout, 4, &view.rows);
	cr_assert_eq(view.rows.row[0].number[REPRINT], 5);
	cr_assert_eq(view.rows.row[0].number[TRANSCRIPT], 3);
	view_release(&view);
}

Test(layout, no_row_is_wider_than_its_column)
{
	unsigned width;

	for (width = 40; width < 200; width += 7) {
		struct view view;
		unsigned column;
		size_t i, j;

		view_init(&view, width);
		view.layout->blocks[1].open = true;
		column = layout_geometry(view.layout).column;
		for (i = 0; i < view.layout->nblock; i++) {
			layout_rows(view.layout, i, &view.rows);
			for (j = 0; j < view.rows.flow[REPRINT].nline; j++)
				cr_assert_leq(view.rows.flow[REPRINT].line[j]
					.cells, column);
			for (j = 0; j < view.rows.flow[TRANSCRIPT].nline; j++)
				cr_assert_leq(view.rows.flow[TRANSCRIPT]
					.line[j].cells, column);
		}
		view_release(&view);
	}
}

Test(layout, every_piece_is_in_the_block_that_says_so)
{
	struct view view;
	uint32_t i;

	view_init(&view, 100);
	for (i = 0; i < view.fixture.comparison.npiece; i++) {
		const struct layout_block *block = &view.layout->blocks[
			layout_block_of(view.layout, i)];

		cr_assert(i >= block->piece &&
			i < block->piece + block->npiece);
	}
	view_release(&view);
}

Test(layout, what_is_missing_within_a_passage_has_its_place)
{
	struct fixture fixture;
	struct layout_options options = { .width = 100 };
	struct layout *layout;
	struct rows rows;

	fixture_init(&fixture, "We met today.\n", "We all met today.\n");
	fixture_piece(&fixture, CHANGED, "We met today.",
		"We all met today.");
	fixture_finding(&fixture, "omission.words",
		fixture_before(&fixture, REPRINT, "met"),
		fixture_span(&fixture, TRANSCRIPT, "all"));
	fixture_end(&fixture);
	layout = layout_new(&fixture.review, &options);
	rows_init(&rows);
	layout_rows(layout, 0, &rows);
	assert_row(&rows, 0, "We ▐▌met today.", "We ▐all▌ met today.");
	rows_release(&rows);
	layout_free(layout);
	fixture_release(&fixture);
}
