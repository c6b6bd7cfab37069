#include "config.h"

#include "report/theme.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "report/page.h"

static struct theme
theme_named(const char *name)
{
	struct theme theme;
	struct error err = { "" };

	cr_assert_eq(theme_init(&theme, name, &err), 0, "%s", err.text);
	return theme;
}

static void
assert_look(const char *value, int32_t fg, int32_t bg, unsigned attributes)
{
	struct theme theme = theme_named(NULL);
	const struct look *look = &theme.look[STYLE_WORDING];
	struct error err = { "" };

	cr_assert_eq(theme_set(&theme, "wording", value, &err), 0, "%s: %s",
		value, err.text);
	cr_assert_eq(look->fg, fg, "%s: %d", value, look->fg);
	cr_assert_eq(look->bg, bg, "%s: %d", value, look->bg);
	cr_assert_eq(look->attributes, attributes, "%s", value);
}

static void
assert_refused(const char *name, const char *value, const char *why)
{
	struct theme theme = theme_named(NULL), before = theme;
	struct error err = { "" };

	cr_assert_eq(theme_set(&theme, name, value, &err), -1, "%s", value);
	cr_assert(strstr(err.text, why), "%s: %s", value, err.text);
	cr_assert_eq(err.text[strlen(err.text) - 1], '.');
	cr_assert_eq(memcmp(&theme, &before, sizeof(theme)), 0);
}

static void
assert_switch(const struct theme *theme, enum style from, enum style to,
	const char *wanted)
{
	struct buffer out = BUFFER_INIT;

	buffer_puts(&out, "");
	theme_switch(theme, &out, from, to);
	cr_assert_str_eq(out.data, wanted);
	buffer_release(&out);
}

Test(theme, colours_are_written_as_in_git)
{
	assert_look("red", 1, -1, 0);
	assert_look("bold red", 1, -1, ATTRIBUTE_BOLD);
	assert_look("red bold", 1, -1, ATTRIBUTE_BOLD);
	assert_look("brightblue", 12, -1, 0);
	assert_look("black cyan", 0, 6, 0);
	assert_look("default white", -1, 7, 0);
	assert_look("normal", -1, -1, 0);
	assert_look("reverse", -1, -1, ATTRIBUTE_REVERSE);
	assert_look("0 255", 0, 255, 0);
	assert_look("#ff8800", 0x1ff8800, -1, 0);
	assert_look("#f80 #000000", 0x1ff8800, 0x1000000, 0);
	assert_look(" UL\tItalic  Green ", 2, -1,
		ATTRIBUTE_UNDERLINE | ATTRIBUTE_ITALIC);
	assert_look("bold underline nobold no-blink", -1, -1,
		ATTRIBUTE_UNDERLINE);
	assert_look("dim blink strike", -1, -1, ATTRIBUTE_DIM |
		ATTRIBUTE_BLINK | ATTRIBUTE_STRIKE);
}

Test(theme, what_is_no_colour_is_refused)
{
	assert_refused("wording", "pink", "'pink' is no colour");
	assert_refused("wording", "256", "'256'");
	assert_refused("wording", "-1", "'-1'");
	assert_refused("wording", "1x", "'1x'");
	assert_refused("wording", "99999999999999999999", "99999999");
	assert_refused("wording", "#ff880", "#ff880");
	assert_refused("wording", "#", "'#'");
	assert_refused("wording", "#gggggg", "#gggggg");
	assert_refused("wording", "bright", "'bright'");
	assert_refused("wording", "no", "'no'");
	assert_refused("wording", "brightdefault", "brightdefault");
	assert_refused("wording", "red green blue", "third colour");
	assert_refused("wording", "", "quotation marks");
	assert_refused("wording", "0123456789012345678901234567890123456789",
		"no colour");
	assert_refused("color", "red", "no style 'color'");
	assert_refused("plain", "red", "plain");
}

Test(theme, the_default_writes_what_the_table_has)
{
	struct theme theme = theme_named(NULL), dark = theme_named("dark");
	struct buffer wanted = BUFFER_INIT;
	int style;

	cr_assert_eq(memcmp(&theme, &dark, sizeof(theme)), 0);
	for (style = STYLE_PLAIN + 1; style < STYLE_COUNT; style++) {
		wanted.len = 0;
		buffer_printf(&wanted, "\033[%sm", styles[style].sgr);
		assert_switch(&theme, STYLE_PLAIN, (enum style)style,
			wanted.data);
		assert_switch(&theme, (enum style)style, STYLE_PLAIN,
			"\033[m");
	}
	buffer_release(&wanted);
}

Test(theme, looks_are_switched_only_where_they_differ)
{
	struct theme theme = theme_named(NULL);

	assert_switch(&theme, STYLE_STRONG, STYLE_HEADING, "");
	assert_switch(&theme, STYLE_PLAIN, STYLE_PLAIN, "");
	assert_switch(&theme, STYLE_STRONG, STYLE_RULE, "\033[m\033[2m");
}

Test(theme, every_colour_has_its_sequence)
{
	static const struct {
		const char *value, *wanted;
	} rows[] = {
		{ "brightblue", "\033[94m" },
		{ "red brightgreen", "\033[31;102m" },
		{ "default black", "\033[40m" },
		{ "214 16", "\033[38;5;214;48;5;16m" },
		{ "bold reverse #ff8800 #010203",
			"\033[1;7;38;2;255;136;0;48;2;1;2;3m" },
		{ "normal", "" }
	};
	struct theme theme = theme_named("dark");
	struct error err;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cr_assert_eq(theme_set(&theme, "wording", rows[i].value, &err),
			0);
		assert_switch(&theme, STYLE_PLAIN, STYLE_WORDING,
			rows[i].wanted);
	}
}

Test(theme, there_is_one_without_colours)
{
	struct theme mono = theme_named("mono");
	int style;

	for (style = 0; style < STYLE_COUNT; style++) {
		cr_assert_eq(mono.look[style].fg, COLOUR_OWN, "%d", style);
		cr_assert_eq(mono.look[style].bg, COLOUR_OWN, "%d", style);
	}
	/* where a family's colour told it from the text, something else does */
	for (style = STYLE_DIFFERENCE; style < STYLE_COUNT; style++)
		cr_assert(mono.look[style].attributes, "%s",
			styles[style].name);
}

/* WCAG 2.1, relative luminance, of the colours 16 to 231 of xterm's palette */
static double
luminance(int colour)
{
	static const double weight[] = { 0.0722, 0.7152, 0.2126 };
	double sum = 0;
	int i, n = colour - 16;

	for (i = 0; i < 3; i++, n /= 6) {
		double c = (n % 6 ? 55 + 40 * (n % 6) : 0) / 255.0;

		sum += weight[i] * (c <= 0.03928 ? c / 12.92 :
			pow((c + 0.055) / 1.055, 2.4));
	}
	return sum;
}

Test(theme, the_light_one_can_be_read_on_white)
{
	struct theme theme = theme_named("light");
	int style;

	for (style = 0; style < STYLE_COUNT; style++) {
		int32_t fg = theme.look[style].fg;

		if (fg == COLOUR_OWN)
			continue;
		cr_assert(fg >= 16 && fg < 232, "%s", styles[style].name);
		cr_assert_geq(1.05 / (luminance(fg) + 0.05), 4.5, "%s",
			styles[style].name);
	}
}

Test(theme, one_that_is_not_there_is_told_with_those_that_are)
{
	struct theme theme;
	struct error err;

	cr_assert_eq(theme_init(&theme, "solar", &err), -1);
	cr_assert_str_eq(err.text,
		"There is no theme 'solar', only dark, light or mono.");
}

Test(theme, a_page_is_printed_in_it)
{
	struct theme theme = theme_named("light");
	struct report_options options = { .width = 80, .colour = true,
		.theme = &theme };
	struct buffer out = BUFFER_INIT;
	struct page page = page_begin(&options, &out);

	page_own(&page, STYLE_PLACE, "a");
	page_newline(&page);
	cr_assert_str_eq(out.data, "\033[38;5;24ma\033[m\n");
	buffer_release(&out);
}
