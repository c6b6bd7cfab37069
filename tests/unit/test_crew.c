#include "config.h"

#include <criterion/criterion.h>
#include <unistd.h>

#include "base/crew.h"

#define ITEMS 7

struct counting {
	unsigned asked, upto;
	unsigned delivered, stop;
	bool in_order;
};

struct number {
	unsigned n, square;
};

static bool
ask(void *data, void *item)
{
	struct counting *counting = data;

	if (counting->asked == counting->upto)
		return false;
	((struct number *)item)->n = counting->asked++;
	return true;
}

/* The first takes longest, so that all others wait for it. */
static void
square(void *data, void *item)
{
	struct number *number = item;

	(void)data;
	if (number->n % ITEMS == 0)
		usleep(2000);
	number->square = number->n * number->n;
}

static bool
take(void *data, void *item)
{
	struct counting *counting = data;
	const struct number *number = item;

	if (number->n != counting->delivered ||
	    number->square != number->n * number->n)
		counting->in_order = false;
	return ++counting->delivered != counting->stop;
}

static struct counting
count(unsigned upto, unsigned nthread, unsigned stop)
{
	struct counting counting = { 0, upto, 0, stop, true };
	struct number numbers[ITEMS];
	struct crew_work work = { &counting, ask, square, take, NULL };
	struct crew_room room = { numbers, sizeof(*numbers), ITEMS, nthread };
	struct error err;

	cr_assert_eq(crew_run(&work, &room, &err), 0);
	return counting;
}

Test(crew, delivers_all_in_order_whatever_the_number_of_threads)
{
	unsigned nthread;

	for (nthread = 1; nthread < 12; nthread++) {
		struct counting counting = count(100, nthread, 0);

		cr_assert_eq(counting.delivered, 100);
		cr_assert(counting.in_order);
	}
}

Test(crew, ends_where_there_is_nothing_to_do)
{
	cr_assert_eq(count(0, 3, 0).delivered, 0);
}

Test(crew, does_not_run_ahead_of_the_room_that_there_is)
{
	struct counting counting = count(100, 3, 5);

	cr_assert_eq(counting.delivered, 5);
	cr_assert(counting.in_order);
	cr_assert_leq(counting.asked, 5 + ITEMS);
}
