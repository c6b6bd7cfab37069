/*
 * What can be done in the viewer: a table, one row an action.
 *
 * Keys, the `:` line with its completion, the help screen and the manual are
 * made from the rows or compared with them.
 */
#ifndef VERBATIM_VIEW_ACTION_H
#define VERBATIM_VIEW_ACTION_H

#include "base/error.h"
#include "view/view.h"

enum action_group {
	GROUP_MOVE, GROUP_FINDINGS, GROUP_VERDICTS, GROUP_SEARCH, GROUP_FILTER,
	GROUP_SCREEN, GROUP_OTHER, GROUP_COUNT
};

extern const char *const action_groups[GROUP_COUNT];	/* headings */

struct action {
	const char *name;		/* "next-finding" */
	const char *keys;		/* by default, blanks between them */
	const char *argument;		/* "LINE", "[TEXT]"; NULL: takes none */
	enum action_group group;
	const char *help;
	/* argument: what stands behind the name on the `:` line, "" for
	 * nothing, and always for a key. */
	void (*run)(struct view *view, const char *argument);
	/* Appends what may stand for the argument, one a line; or NULL. */
	void (*complete)(const struct view *view, struct buffer *out);
};

/* Ends with a row without a name. */
extern const struct action actions[];

/* By name, or by the beginning of one that no other shares; NULL: none, and
 * *many says whether there are several. */
const struct action *
action_find(const char *name, size_t n, bool *many);

/* ---- which key does what ---- */

struct bindings *
bindings_new(void);

void
bindings_free(struct bindings *bindings);

/*
 * Gives the action the keys, by name and with blanks between them, besides
 * those it has; whatever they did before they do no more.  "" takes all keys
 * from the action.  -1 with err set where there is no such action or key.
 */
int
bindings_set(struct bindings *bindings, const char *action, const char *keys,
	struct error *err);

const struct action *
bindings_find(const struct bindings *bindings, uint32_t key);

/* Appends the names of the action's keys, a blank between two. */
void
bindings_keys(const struct bindings *bindings, const struct action *action,
	struct buffer *out);

#endif
