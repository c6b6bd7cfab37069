/*
 * How things look: a table, one row a style.
 *
 * Rows of a page name what a run of text is; this table says how that is
 * shown, unless a theme does (theme.h).  Nothing is told by colour alone.
 */
#ifndef VERBATIM_REPORT_STYLE_H
#define VERBATIM_REPORT_STYLE_H

#include "compare/finding.h"

enum style {
	STYLE_PLAIN,
	STYLE_STRONG,
	STYLE_FAINT,
	STYLE_HEADING,
	STYLE_PLACE,			/* line numbers */
	STYLE_MARGIN,			/* speakers */
	STYLE_RULE,			/* between columns */
	STYLE_FOLD,			/* a line that stands for a passage */
	STYLE_COVERED,
	STYLE_UNCOVERED,
	STYLE_REPRINT,			/* a reading of the reprint's */
	STYLE_TRANSCRIPT,		/* a reading of the transcript's */
	STYLE_GOOD,
	STYLE_NOTE,
	STYLE_WARNING,
	STYLE_ERROR,
	STYLE_STATUS,			/* bars of the viewer */
	STYLE_SELECTED,			/* the line of a list one is at */
	STYLE_MATCH,			/* of a search */
	STYLE_MESSAGE,			/* that something went wrong */
	STYLE_KEY,			/* a key to press */
	STYLE_DIFFERENCE,		/* of a family without a row */
	STYLE_ENCODING,			/* from here on: a row a family */
	STYLE_TYPOGRAPHY,
	STYLE_STRUCTURE,
	STYLE_TRUNCATION,
	STYLE_OMISSION,
	STYLE_INSERTION,
	STYLE_WORDING,
	STYLE_ATTRIBUTION,
	STYLE_TRANSCRIPT_DAMAGE,
	STYLE_COUNT
};

struct style_row {
	const char *name;		/* as a theme names it; that of a
					   family is the family's */
	const char *sgr;		/* ECMA-48 SGR parameters; "": none */
};

extern const struct style_row styles[STYLE_COUNT];

enum style
style_of_kind(const struct kind *kind);

enum style
style_of_severity(enum severity severity);

#endif
