/*
 * What files and the command line say about options, before it is done.
 *
 * The last to speak of an option wins, and all that was said of it before is as
 * if it had not been: the user's file, then the project's, then the command
 * line; within a file, [verbatim] and then the section of the command.  Within
 * one of these an option may be said several things, as on a command line.
 * Whatever a file says must be right, also where it is not needed today.
 */
#ifndef VERBATIM_ASSIGNMENT_H
#define VERBATIM_ASSIGNMENT_H

#include "options.h"

struct assignment {
	const struct option_row *row;
	const char *value;		/* borrowed; NULL: an option without
					   argument is given */
	bool is_false;			/* such an option is left out */
	const struct setting *setting;	/* borrowed; NULL: command line */
	unsigned commands;		/* bits of those that it is said to */
	unsigned rank;			/* the higher wins */
};

struct assignment_list {
	struct assignment *assignment;
	size_t n, cap;
};

/* Of the command line. */
void
assignment_add(struct assignment_list *list, const struct option_row *row,
	const char *value, bool is_false);

/* What the files say about options; keys and colours are left aside. */
int
assignment_add_settings(struct assignment_list *list,
	const struct settings *settings, struct error *err);

/* Does all of it, for the command that the options have. */
int
assignment_apply(const struct assignment_list *list, struct options *options,
	struct error *err);

#endif
