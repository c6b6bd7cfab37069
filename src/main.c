/*
 * The only place that prints errors, and the only one that ends the program
 * (but for want of memory).
 *
 * LC_CTYPE alone is taken from the environment: numbers, sorting and case are
 * nobody's habit.  Where the environment says nothing, as in a container, the
 * reader is taken to know more than ASCII (as Python does since PEP 538).
 */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "compare/calendar.h"
#include "compare/engine.h"
#include "compare/spellout.h"
#include "options.h"
#include "progress.h"
#include "report/escape.h"

#define TROUBLE 2

static bool
is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value;
}

static void
choose_locale(void)
{
	setlocale(LC_CTYPE, "");
	if (!is_set("LC_ALL") && !is_set("LC_CTYPE") && !is_set("LANG"))
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* The sentence may have a path in it, and a path anything. */
static void
complain(const struct error *err)
{
	struct buffer text = BUFFER_INIT;

	if (!*err->text)
		return;
	buffer_puts(&text, "verbatim: ");
	escape_add(&text, err->text, strlen(err->text), ESCAPE_EXACT |
		(output_ascii() ? ESCAPE_ASCII : 0));
	buffer_putc(&text, '\n');
	fputs(text.data, stderr);
	buffer_release(&text);
}

static int
run(const struct options *options, struct buffer *out, struct error *err)
{
	if (options->version) {
		buffer_puts(out, "verbatim " PACKAGE_VERSION "\n");
		return 0;
	}
	if (options->help) {
		options_help(options->command, output_width(options),
			output_ascii(), out);
		return 0;
	}
	return options->command->run(options, out, err);
}

/* Runs it, times it if that is asked for, and tells who waits. */
static int
run_timed(const struct options *options, struct buffer *out,
	struct error *err)
{
	bool is_seen = progress_is_seen(options);
	struct buffer text = BUFFER_INIT;
	struct timer timer;
	int status;

	if (!is_seen && !options->timings)
		return run(options, out, err);
	timer_begin(&timer);
	if (is_seen)
		progress_begin(&timer);
	status = run(options, out, err);
	progress_end();
	timer_end(&timer);
	if (options->timings) {
		timer_put(&timer, &text);
		fputs(text.data, stderr);
	}
	buffer_release(&text);
	return status;
}

int
main(int argc, char **argv)
{
	struct buffer out = BUFFER_INIT;
	struct error err = { "" };
	struct options options;
	int status = TROUBLE;

	choose_locale();
	if (!options_parse(&options, argc, argv, &err))
		status = run_timed(&options, &out, &err);
	if (status == TROUBLE)
		complain(&err);
	if ((out.len || (status != TROUBLE && options.output)) &&
	    output_write(options.output, &out, &err)) {
		complain(&err);
		status = TROUBLE;
	}
	buffer_release(&out);
	options_release(&options);
	engine_release();
	spellout_release();
	calendar_release();
	return status;
}
