/* For who mistyped a name: the nearest one that there is. */
#ifndef VERBATIM_BASE_NEAREST_H
#define VERBATIM_BASE_NEAREST_H

struct nearest {
	const char *word;		/* as it was written */
	const char *name;		/* the nearest so far, or NULL */
	unsigned distance;		/* edits that lead to it */
	char hint[96];
};

void
nearest_init(struct nearest *nearest, const char *word);

/* One of the names that there are; it is borrowed. */
void
nearest_try(struct nearest *nearest, const char *name);

/* What can be put behind a clause: "; the nearest is NAME", or "" where none is
 * near. */
const char *
nearest_hint(struct nearest *nearest);

#endif
