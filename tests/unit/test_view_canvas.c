#include "config.h"

#include "view/canvas.h"

#include <criterion/criterion.h>
#include <string.h>

static const struct brush plain = { STYLE_PLAIN, 0 };
static const struct brush strong = { STYLE_STRONG, CELL_CURRENT };

static void
assert_row(const struct canvas *canvas, unsigned row, const char *wanted)
{
	struct buffer text = BUFFER_INIT;

	canvas_row(canvas, row, &text);
	cr_assert_str_eq(text.data, wanted);
	buffer_release(&text);
}

/* What a row of so many cells has of a text put at its beginning. */
static void
assert_put(unsigned cells, const char *text, unsigned column,
	const char *wanted)
{
	struct canvas canvas;

	canvas_init(&canvas);
	canvas_clear(&canvas, 1, cells);
	cr_assert_eq(canvas_put(&canvas, 0, 0, cells, plain, text,
		strlen(text)), column, "%s", text);
	assert_row(&canvas, 0, wanted);
	canvas_release(&canvas);
}

Test(canvas, a_wide_character_takes_two_cells)
{
	assert_put(6, "日本", 4, "日本");
	assert_put(6, "a日b", 4, "a日b");
}

Test(canvas, a_wide_character_that_has_no_room_ends_the_text)
{
	assert_put(3, "日本", 2, "日");
	assert_put(1, "日", 0, "");
}

Test(canvas, a_mark_shares_the_cell_of_its_base)
{
	assert_put(3, "e\u0301te\u0301", 3, "e\u0301te\u0301");
	assert_put(2, "e\u0301te\u0301", 2, "e\u0301t");
}

Test(canvas, text_from_right_to_left_stays_in_the_order_of_reading)
{
	assert_put(9, "שלום", 4, "שלום");
}

Test(canvas, a_space_of_any_sort_takes_the_cells_of_the_layout)
{
	assert_put(9, "a\u00A0b  c", 6, "a\u00A0b  c");
}

Test(canvas, what_goes_beyond_the_edge_is_cut_off)
{
	struct canvas canvas;

	canvas_init(&canvas);
	canvas_clear(&canvas, 2, 5);
	canvas_puts(&canvas, 0, 3, plain, "harbour");
	canvas_puts(&canvas, 2, 0, plain, "below");
	canvas_puts(&canvas, 1, 5, plain, "beside");
	canvas_fill(&canvas, 1, 2, 99, strong);
	canvas_paint(&canvas, 7, 7, 7, strong);
	assert_row(&canvas, 0, "   ha");
	assert_row(&canvas, 1, "");
	cr_assert_eq(canvas.cell[9].flags, CELL_CURRENT);
	canvas_release(&canvas);
}

Test(canvas, half_of_a_wide_character_is_never_left)
{
	static const unsigned columns[] = { 0, 1, 2, 3 };
	static const char *const wanted[] = { "x 本", " x本", "日x", "日 x" };
	unsigned i;

	for (i = 0; i < 4; i++) {
		struct canvas canvas;

		canvas_init(&canvas);
		canvas_clear(&canvas, 1, 4);
		canvas_puts(&canvas, 0, 0, plain, "日本");
		canvas_puts(&canvas, 0, columns[i], plain, "x");
		assert_row(&canvas, 0, wanted[i]);
		canvas_release(&canvas);
	}
}

Test(canvas, blanks_leave_no_half_of_a_wide_character)
{
	struct canvas canvas;

	canvas_init(&canvas);
	canvas_clear(&canvas, 1, 6);
	canvas_puts(&canvas, 0, 0, plain, "日本語");
	canvas_fill(&canvas, 0, 1, 2, plain);
	canvas_puts(&canvas, 0, 5, plain, "x");
	assert_row(&canvas, 0, "     x");
	canvas_release(&canvas);
}

Test(canvas, paint_leaves_what_is_shown)
{
	struct canvas canvas;

	canvas_init(&canvas);
	canvas_clear(&canvas, 1, 4);
	canvas_puts(&canvas, 0, 0, plain, "日本");
	canvas_paint(&canvas, 0, 0, 4, strong);
	assert_row(&canvas, 0, "日本");
	cr_assert_eq(canvas.cell[2].style, STYLE_STRONG);
	cr_assert_eq(canvas.cell[2].cells, 2);
	canvas_release(&canvas);
}

Test(canvas, clearing_empties_it_at_any_size)
{
	struct canvas canvas;

	canvas_init(&canvas);
	canvas_clear(&canvas, 2, 3);
	canvas_puts(&canvas, 1, 0, plain, "abc");
	canvas.cursor_row = 1;
	canvas_clear(&canvas, 2, 3);
	assert_row(&canvas, 1, "");
	cr_assert_eq(canvas.cursor_row, -1);
	canvas_clear(&canvas, 0, 0);
	canvas_puts(&canvas, 0, 0, plain, "abc");
	canvas_clear(&canvas, 1, 1);
	canvas_puts(&canvas, 0, 0, plain, "abc");
	assert_row(&canvas, 0, "a");
	canvas_release(&canvas);
}
