/* A speaker may be meant by any of the names that an alias has for them, each
 * as the transcript has it or by a part of it: "KERRY" is "SECRETARY KERRY".
 * Who that leaves open is not guessed. */
#include "config.h"

#include "review/goal.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "review/equivalent.h"
#include "text/speaker.h"

#define WHOLE 10000			/* hundredths of a percent */
#define NAMES_MOST 6			/* that an error lists */

/* ---- names ---- */

static struct gate_part
name_of(const struct speaker *speaker)
{
	return (struct gate_part){ speaker->name, strlen(speaker->name) };
}

static bool
is_alike(struct gate_part a, struct gate_part b)
{
	return names_equal(a, b) || speaker_same(a.text, a.n, b.text, b.n);
}

static bool
group_has(const char *group, struct gate_part name,
	bool (*is)(struct gate_part a, struct gate_part b))
{
	struct gate_part part;

	while (gate_next(&group, ALIAS_SEPARATOR, &part))
		if (is(part, name))
			return true;
	return false;
}

bool
alias_explains(const struct gate_values *aliases, struct gate_part a,
	struct gate_part b)
{
	unsigned i;

	for (i = 0; i < aliases->n; i++)
		if (group_has(aliases->value[i], a, is_alike) &&
		    group_has(aliases->value[i], b, is_alike))
			return true;
	return false;
}

/* ---- who is meant ---- */

/* Marks the speakers of just this name, or else all that it may be a part of,
 * and returns how many these are. */
static size_t
mark(const struct document *doc, struct gate_part name, bool *meant)
{
	bool (*const is[])(struct gate_part a, struct gate_part b) = {
		names_equal, is_alike };
	size_t i, n = 0;
	int pass;

	for (pass = 0; pass < 2 && !n; pass++)
		for (i = 0; i < doc->nspeaker; i++)
			if (is[pass](name_of(&doc->speakers[i]), name)) {
				meant[i] = true;
				n++;
			}
	return n;
}

static size_t
mark_aliases(const struct document *doc, const struct gate_values *aliases,
	struct gate_part name, bool *meant)
{
	struct gate_part part;
	const char *group;
	size_t n = 0;
	unsigned i;

	for (i = 0; i < aliases->n; i++) {
		group = aliases->value[i];
		if (!group_has(group, name, names_equal))
			continue;
		while (gate_next(&group, ALIAS_SEPARATOR, &part))
			n += mark(doc, part, meant);
	}
	return n;
}

static int
cannot_tell(const struct document *doc, struct gate_part name,
	const bool *meant, struct error *err)
{
	struct buffer names = BUFFER_INIT;
	size_t i, n = 0;
	int rc;

	for (i = 0; i < doc->nspeaker; i++) {
		if (meant && !meant[i])
			continue;
		if (n++ == NAMES_MOST) {
			buffer_puts(&names, " and others");
			break;
		}
		buffer_printf(&names, "%s%s", names.len ? ", " : "",
			doc->speakers[i].name);
	}
	rc = meant ? error_set(err, "--min-coverage: '%.*s' may be each of "
		"these in %s: %s.", (int)name.n, name.text, doc->name,
		names.data) :
		error_set(err, "--min-coverage: Nobody is called '%.*s' in "
		"%s; it has %s.", (int)name.n, name.text, doc->name,
		names.len ? names.data : "no speakers");
	buffer_release(&names);
	return rc;
}

static void
add_up(struct goal *goal, const struct comparison *cmp, const bool *meant)
{
	const struct document *doc = cmp->doc[TRANSCRIPT];
	size_t i;

	for (i = 0; i < doc->nspeaker; i++) {
		if (!meant[i])
			continue;
		goal->nword += doc->speakers[i].nword;
		goal->ncovered += cmp->coverage.speaker_covered[i];
	}
}

static int
find_speaker(struct goal *goal, const struct gate *gate,
	const struct comparison *cmp, struct error *err)
{
	const struct document *doc = cmp->doc[TRANSCRIPT];
	bool *meant = memory_alloc(doc->nspeaker, sizeof(*meant));
	size_t n = mark(doc, goal->speaker, meant);
	int rc = 0;

	if (n > 1)
		rc = cannot_tell(doc, goal->speaker, meant, err);
	else if (!(n + mark_aliases(doc, &gate->aliases, goal->speaker,
	    meant)))
		rc = cannot_tell(doc, goal->speaker, NULL, err);
	if (!rc)
		add_up(goal, cmp, meant);
	free(meant);
	return rc;
}

int
goal_find(struct goal *goal, const char *value, const struct gate *gate,
	const struct comparison *cmp, struct error *err)
{
	*goal = (struct goal){ .value = value };
	gate_read_share(value, &goal->speaker, &goal->share);
	if (goal->speaker.n)
		return find_speaker(goal, gate, cmp, err);
	goal->nword = cmp->coverage.nword;
	goal->ncovered = cmp->coverage.ncovered;
	return 0;
}

bool
goal_is_repeated(const char *value, const char *later)
{
	struct gate_part speaker[2];
	unsigned share;

	gate_read_share(value, &speaker[0], &share);
	gate_read_share(later, &speaker[1], &share);
	return names_equal(speaker[0], speaker[1]);
}

/* ---- how much ---- */

bool
goal_is_met(const struct goal *goal)
{
	return (uint64_t)goal->ncovered * WHOLE >=
		(uint64_t)goal->nword * goal->share;
}

/* Rounded down, so that 90% is never said of less. */
void
goal_put(struct buffer *out, const struct goal *goal)
{
	unsigned share = goal->nword ? (unsigned)((uint64_t)goal->ncovered *
		WHOLE / goal->nword) : WHOLE;

	if (goal->speaker.n)
		buffer_printf(out, "%.*s: ", (int)goal->speaker.n,
			goal->speaker.text);
	buffer_printf(out, "%u", share / 100);
	if (share % 100)
		buffer_printf(out, ".%02u", share % 100);
	buffer_printf(out, "%% of %zu words are covered", goal->nword);
}
