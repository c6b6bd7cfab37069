#include "config.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/timer.h"

/* Keeps the processor busy for some milliseconds. */
static unsigned
work(void)
{
	volatile unsigned sum = 0;
	unsigned i;

	for (i = 0; i < 3000000; i++)
		sum += i;
	return sum;
}

Test(timer, nothing_is_entered_where_nobody_asked)
{
	cr_assert_null(timer_of_thread);
	cr_assert_eq(timer_enter(PHASE_GAPS), PHASE_GAPS);
}

Test(timer, a_phase_has_the_time_spent_in_it)
{
	struct timer timer;

	timer_begin(&timer);
	cr_assert_eq(timer_enter(PHASE_GAPS), PHASE_OTHER);
	work();
	cr_assert_eq(timer_enter(PHASE_CHAIN), PHASE_GAPS);
	timer_end(&timer);
	cr_assert_gt(timer.spent[PHASE_GAPS], 100000);
	cr_assert_lt(timer.spent[PHASE_CHAIN], timer.spent[PHASE_GAPS]);
	cr_assert_eq(timer.spent[PHASE_WORDS], 0);
	cr_assert_null(timer_of_thread);
}

Test(timer, every_phase_has_a_line_and_words_for_who_waits)
{
	struct buffer text = BUFFER_INIT;
	struct timer timer;
	size_t i, lines = 0;

	timer_begin(&timer);
	timer_end(&timer);
	timer_put(&timer, &text);
	for (i = 0; i < text.len; i++)
		lines += text.data[i] == '\n';
	cr_assert_eq(lines, PHASES + 1);
	for (i = 0; i < PHASES; i++)
		cr_assert_gt(strlen(timer_doing((enum phase)i)), 4);
	buffer_release(&text);
}
