#include "config.h"

#include "base/buffer.h"

#include <criterion/criterion.h>
#include <string.h>

Test(buffer, nothing_is_allocated_before_something_is_added)
{
	struct buffer buf = BUFFER_INIT;

	cr_assert_null(buf.data);
	cr_assert_eq(buf.len, 0);
	buffer_release(&buf);
}

Test(buffer, adding_nothing_gives_an_empty_string)
{
	struct buffer buf = BUFFER_INIT;

	buffer_add(&buf, NULL, 0);
	cr_assert_str_eq(buf.data, "");
	cr_assert_eq(buf.len, 0);
	buffer_release(&buf);
}

Test(buffer, everything_added_stands_in_order)
{
	struct buffer buf = BUFFER_INIT;

	buffer_puts(&buf, "In July ");
	buffer_put_code(&buf, 0x2013);
	buffer_putc(&buf, ' ');
	buffer_add(&buf, "a\0b", 3);
	buffer_printf(&buf, "%s %u", ", line", 31u);
	cr_assert_eq(buf.len, 24);
	cr_assert_eq(memcmp(buf.data, "In July \u2013 a\0b, line 31", 25), 0);
	buffer_release(&buf);
}

Test(buffer, a_byte_at_a_time_makes_a_long_string)
{
	struct buffer buf = BUFFER_INIT;
	size_t i, wrong = 0;

	for (i = 0; i < 100000; i++) {
		buffer_putc(&buf, (char)('a' + i % 26));
		wrong += buf.data[buf.len] != '\0' || buf.len >= buf.cap;
	}
	for (i = 0; i < 100000; i++)
		wrong += buf.data[i] != (char)('a' + i % 26);
	cr_assert_eq(wrong, 0);
	buffer_release(&buf);
}

Test(buffer, reserved_room_can_be_written_and_ended)
{
	struct buffer buf = BUFFER_INIT;
	char *at;

	buffer_puts(&buf, "x");
	at = buffer_reserve(&buf, 1000);
	cr_assert_eq(at, buf.data + 1);
	cr_assert_eq(buf.len, 1);
	memset(at, 'y', 1000);
	at[1000] = '\0';
	buf.len += 1000;
	cr_assert_eq(strlen(buf.data), 1001);
	buffer_release(&buf);
}

Test(buffer, what_is_printed_may_be_longer_than_the_buffer)
{
	struct buffer buf = BUFFER_INIT;

	buffer_puts(&buf, "<");
	buffer_printf(&buf, "%05000d", 1);
	buffer_printf(&buf, "%s", "");
	cr_assert_eq(buf.len, 5001);
	cr_assert_eq(strlen(buf.data), 5001);
	buffer_release(&buf);
}

Test(buffer, a_surrogate_is_put_as_a_replacement_character)
{
	struct buffer buf = BUFFER_INIT;

	buffer_put_code(&buf, 0xD800);
	buffer_put_code(&buf, 0x110000);
	cr_assert_str_eq(buf.data, "\uFFFD\uFFFD");
	buffer_release(&buf);
}

Test(buffer, a_released_buffer_is_as_new)
{
	struct buffer buf = BUFFER_INIT;

	buffer_puts(&buf, "old");
	buffer_release(&buf);
	cr_assert_null(buf.data);
	buffer_puts(&buf, "new");
	cr_assert_str_eq(buf.data, "new");
	buffer_release(&buf);
}
