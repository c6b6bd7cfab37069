/*
 * ICU matches, not regexec(): that of glibc needs memory without bounds for
 * (a{1,999}){1,999}, knows no limit of time, and what a letter is depends on
 * the locale.  ICU counts its steps, so the same pattern on the same text ends
 * at the same place on every machine.
 *
 * A glob becomes such an expression.  What is between two stars may be taken
 * where it comes first, so each such step is atomic, and nothing is tried
 * twice.
 */
#include "config.h"

#include "review/passage_rule.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uregex.h>
#include <unicode/utext.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"

/* ICU calls back every 10,000 steps or so, some ten a millisecond.  All
 * paragraphs of a document have these together. */
#define CALLS_MOST 2000
#define STACK_MOST (1 << 20)		/* bytes */

struct passage_rule {
	const char *pattern;
	URegularExpression *regex;
	bool whole;			/* it must fit the whole paragraph */
	unsigned ncall;
};

/* ---- making ---- */

static bool
is_expression(const char *pattern, size_t n)
{
	return n > 2 && *pattern == '/' && pattern[n - 1] == '/';
}

static void
put_literal(struct buffer *out, char c)
{
	if (strchr("\\^$.|?*+()[]{}#-", c))
		buffer_putc(out, '\\');
	buffer_putc(out, c);
}

/* The expression of a glob. */
static void
put_glob(struct buffer *out, const char *p)
{
	const char *last = strrchr(p, '*');
	bool open = false;

	for (; *p; p++) {
		if (*p == '*') {
			buffer_puts(out, open ? ")" : "");
			open = p < last;
			buffer_puts(out, open ? "(?>.*?" : ".*");
		} else if (*p == '?') {
			buffer_putc(out, '.');
		} else if (strchr(" \t", *p)) {
			p += strspn(p, " \t") - 1;
			buffer_puts(out, "\\s+");
		} else {
			p += *p == '\\' && p[1];
			put_literal(out, *p);
		}
	}
}

static UBool
call(const void *context, int32_t nstep)
{
	struct passage_rule *rule = (struct passage_rule *)context;

	(void)nstep;
	return ++rule->ncall < CALLS_MOST;
}

static URegularExpression *
compile(struct passage_rule *rule, const char *text, size_t n)
{
	uint32_t flags = rule->whole ? UREGEX_DOTALL : 0;
	UErrorCode status = U_ZERO_ERROR;
	UText source = UTEXT_INITIALIZER;
	URegularExpression *regex;

	utext_openUTF8(&source, text, (int64_t)n, &status);
	regex = uregex_openUText(&source, flags, NULL, &status);
	utext_close(&source);
	if (regex) {
		uregex_setMatchCallback(regex, call, rule, &status);
		uregex_setStackLimit(regex, STACK_MOST, &status);
	}
	if (!U_FAILURE(status))
		return regex;
	uregex_close(regex);
	return NULL;
}

struct passage_rule *
passage_rule_new(const char *pattern, struct error *err)
{
	size_t n = strlen(pattern);
	struct passage_rule *rule;
	struct buffer text = BUFFER_INIT;

	if (n > PASSAGE_RULE_BYTES || utf8_valid_prefix(pattern, n) != n) {
		error_set(err, "A pattern of paragraphs is UTF-8, of %d bytes "
			"at most.", PASSAGE_RULE_BYTES);
		return NULL;
	}
	rule = memory_alloc(1, sizeof(*rule));
	rule->pattern = pattern;
	rule->whole = !is_expression(pattern, n);
	if (rule->whole)
		put_glob(&text, pattern);
	else
		buffer_add(&text, pattern + 1, n - 2);
	rule->regex = compile(rule, text.len ? text.data : "", text.len);
	buffer_release(&text);
	if (rule->regex)
		return rule;
	error_set(err, "This is no pattern of paragraphs: '%s'.", pattern);
	passage_rule_free(rule);
	return NULL;
}

void
passage_rule_free(struct passage_rule *rule)
{
	if (!rule)
		return;
	uregex_close(rule->regex);
	free(rule);
}

/* ---- matching ---- */

static bool
fits(struct passage_rule *rule, const char *text, size_t n,
	UErrorCode *status)
{
	UText subject = UTEXT_INITIALIZER;
	bool is;

	utext_openUTF8(&subject, text, (int64_t)n, status);
	uregex_setUText(rule->regex, &subject, status);
	is = rule->whole ? uregex_matches(rule->regex, -1, status) :
		uregex_find(rule->regex, -1, status);
	utext_close(&subject);
	return !U_FAILURE(*status) && is;
}

int
passage_rule_mark(struct passage_rule *rule, const struct document *doc,
	bool *marks, struct error *err)
{
	size_t i;

	rule->ncall = 0;
	for (i = 0; i < doc->nparagraph; i++) {
		struct span span = doc->paragraphs[i].span;
		UErrorCode status = U_ZERO_ERROR;

		if (fits(rule, doc->text + span.start, span_length(span),
		    &status))
			marks[i] = true;
		if (U_FAILURE(status))
			return error_set(err, "The pattern '%s' costs too "
				"much on %s.", rule->pattern, doc->name);
	}
	return 0;
}
