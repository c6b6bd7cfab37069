/* Whatever is wrong with a value is said with the name of its option, which is
 * also that of the setting. */
#include "config.h"

#include "review/gate.h"

#include <string.h>

#include "review/passage_rule.h"

#define WHOLE 10000			/* hundredths of a percent */
#define DIGITS "0123456789"

/* ---- parts ---- */

static struct gate_part
trim(const char *text, size_t n)
{
	while (n && strchr(" \t", *text)) {
		text++;
		n--;
	}
	while (n && strchr(" \t", text[n - 1]))
		n--;
	return (struct gate_part){ text, n };
}

bool
gate_next(const char **rest, char separator, struct gate_part *part)
{
	const char *end;

	if (!*rest)
		return false;
	end = strchr(*rest, separator);
	*part = trim(*rest, end ? (size_t)(end - *rest) : strlen(*rest));
	*rest = end ? end + 1 : NULL;
	return true;
}

static int
add_value(struct gate_values *values, const char *value, const char *option,
	struct error *err)
{
	if (values->n == GATE_VALUES_MOST)
		return error_set(err, "--%s is given more than %d times.",
			option, GATE_VALUES_MOST);
	values->value[values->n++] = value;
	return 0;
}

static int
severity_find(struct gate_part name)
{
	int severity;

	for (severity = NOTE; severity <= ERROR; severity++)
		if (strlen(severity_names[severity]) == name.n &&
		    !memcmp(severity_names[severity], name.text, name.n))
			return severity;
	return -1;
}

static int
no_kind(const char *option, struct gate_part part, struct error *err)
{
	return error_set(err, "--%s knows no kind and no family '%.*s'; see "
		"'verbatim list kinds'.", option, (int)part.n, part.text);
}

/* ---- what fails ---- */

int
gate_fail_on(struct gate *gate, const char *value, struct error *err)
{
	const char *rest = value;
	struct gate_part part;
	int severity;

	gate->fail_on = NO_SEVERITY;
	memset(&gate->fails, 0, sizeof(gate->fails));
	gate->fail_on_as_given = value;
	gate->never_fail = !strcmp(value, "none");
	if (gate->never_fail)
		return 0;
	while (gate_next(&rest, ',', &part)) {
		severity = severity_find(part);
		if (severity >= 0 && severity < (int)gate->fail_on)
			gate->fail_on = (enum severity)severity;
		else if (severity < 0 && !kind_set_add(&gate->fails,
		    part.text, part.n))
			return error_set(err, "--fail-on takes note, warning, "
				"error, kinds and families, or none alone, "
				"not '%.*s'.",
				(int)part.n, part.text);
	}
	return 0;
}

int
gate_ignore(struct gate *gate, const char *value, struct error *err)
{
	const char *rest = value;
	struct gate_part part;

	if (!*value)
		memset(&gate->ignored, 0, sizeof(gate->ignored));
	while (*value && gate_next(&rest, ',', &part))
		if (!kind_set_add(&gate->ignored, part.text, part.n))
			return no_kind("ignore", part, err);
	return 0;
}

static void
weigh_all(struct gate *gate, const struct kind_set *set, int severity)
{
	const struct family *const *family;
	const struct kind *kind;

	for (family = families; *family; family++)
		for (kind = (*family)->kinds; kind->name; kind++)
			if (kind_set_has(set, kind))
				gate->severity[kind_index(kind)] =
					(unsigned char)(severity + 1);
}

int
gate_weigh(struct gate *gate, const char *value, struct error *err)
{
	const char *rest = value;
	struct kind_set set = { { 0 } };
	struct gate_part name, level;
	int severity = -1;

	if (!*value) {
		memset(gate->severity, 0, sizeof(gate->severity));
		return 0;
	}
	gate_next(&rest, '=', &name);
	if (rest) {
		level = trim(rest, strlen(rest));
		severity = severity_find(level);
	}
	if (severity < 0)
		return error_set(err, "--severity takes KIND=note, "
			"KIND=warning or KIND=error, not '%s'.", value);
	if (!kind_set_add(&set, name.text, name.n))
		return no_kind("severity", name, err);
	weigh_all(gate, &set, severity);
	return 0;
}

/* ---- coverage ---- */

/* "99", "99.5" or "99.25", and a percent sign that may be missing. */
static bool
read_percent(struct gate_part text, unsigned *share)
{
	size_t i, whole = 0, fraction;

	if (text.n && text.text[text.n - 1] == '%')
		text.n--;
	while (whole < text.n && strchr(DIGITS, text.text[whole]))
		whole++;
	fraction = whole < text.n ? text.n - whole - 1 : 0;
	if (!whole || whole > 3 || fraction > 2 ||
	    (whole < text.n && (text.text[whole] != '.' || !fraction)))
		return false;
	*share = 0;
	for (i = 0; i < whole + 1 + 2; i++) {
		char digit = i < text.n ? text.text[i] : '0';

		if (i == whole)
			continue;
		if (!strchr(DIGITS, digit))
			return false;
		*share = *share * 10 + (unsigned)(digit - '0');
	}
	return *share <= WHOLE;
}

bool
gate_read_share(const char *value, struct gate_part *speaker, unsigned *share)
{
	const char *equals = strrchr(value, '=');
	const char *percent = equals ? equals + 1 : value;

	*speaker = trim(value, equals ? (size_t)(equals - value) : 0);
	return (!equals || speaker->n) &&
		read_percent(trim(percent, strlen(percent)), share);
}

int
gate_cover(struct gate *gate, const char *value, struct error *err)
{
	struct gate_part speaker;
	unsigned share;

	if (!*value) {
		gate->coverage.n = 0;
		return 0;
	}
	if (!gate_read_share(value, &speaker, &share))
		return error_set(err, "--min-coverage takes a percentage, as "
			"90%%, or that of a speaker, as NAME=100%%, not '%s'.",
			value);
	return add_value(&gate->coverage, value, "min-coverage", err);
}

/* ---- what is alike ---- */

/* Two parts or more, none of them empty, and not too many? */
static bool
is_group(const char *value, char separator)
{
	const char *rest = value;
	struct gate_part part;
	unsigned n = 0;

	while (gate_next(&rest, separator, &part)) {
		if (!part.n)
			return false;
		n++;
	}
	return n > 1 && n <= GATE_PARTS_MOST &&
		strlen(value) <= GATE_BYTES_MOST;
}

int
gate_alias(struct gate *gate, const char *value, struct error *err)
{
	if (!*value) {
		gate->aliases.n = 0;
		return 0;
	}
	if (!is_group(value, ALIAS_SEPARATOR))
		return error_set(err, "--alias takes 2 to %d names of one "
			"speaker, as NAME = OTHER NAME, not '%.*s'.",
			GATE_PARTS_MOST, GATE_BYTES_MOST, value);
	return add_value(&gate->aliases, value, "alias", err);
}

int
gate_equate(struct gate *gate, const char *value, struct error *err)
{
	if (!*value) {
		gate->equivalents.n = 0;
		return 0;
	}
	if (!is_group(value, EQUIVALENT_SEPARATOR))
		return error_set(err, "--equivalent takes 2 to %d words that "
			"say the same, as WORD/WORD, not '%.*s'.",
			GATE_PARTS_MOST, GATE_BYTES_MOST, value);
	return add_value(&gate->equivalents, value, "equivalent", err);
}

/* ---- passages ---- */

static int
add_pattern(struct gate_values *values, const char *value,
	const char *option, struct error *err)
{
	struct passage_rule *rule;

	if (!*value) {
		values->n = 0;
		return 0;
	}
	rule = passage_rule_new(value, err);
	if (!rule)
		return -1;
	passage_rule_free(rule);
	return add_value(values, value, option, err);
}

int
gate_furniture(struct gate *gate, const char *value, struct error *err)
{
	return add_pattern(&gate->furniture, value, "furniture", err);
}

int
gate_ignore_passage(struct gate *gate, const char *value, struct error *err)
{
	return add_pattern(&gate->ignored_passages, value, "ignore-passage",
		err);
}
