/*
 * The sixteen colours of the terminal, so that its own theme decides what is
 * legible; neither black nor white, which one of the two grounds would swallow.
 */
#include "config.h"

#include "report/style.h"

#include <string.h>

const struct style_row styles[STYLE_COUNT] = {
	[STYLE_PLAIN] = { "plain", "" },
	[STYLE_STRONG] = { "strong", "1" },
	[STYLE_FAINT] = { "faint", "2" },
	[STYLE_HEADING] = { "heading", "1" },
	[STYLE_PLACE] = { "place", "36" },
	[STYLE_MARGIN] = { "margin", "36" },
	[STYLE_RULE] = { "rule", "2" },
	[STYLE_FOLD] = { "fold", "2" },
	[STYLE_COVERED] = { "covered", "32" },
	[STYLE_UNCOVERED] = { "uncovered", "2" },
	[STYLE_REPRINT] = { "reprint", "1;31" },
	[STYLE_TRANSCRIPT] = { "transcript-reading", "1;32" },
	[STYLE_GOOD] = { "good", "1;32" },
	[STYLE_NOTE] = { "note", "1" },
	[STYLE_WARNING] = { "warning", "1;33" },
	[STYLE_ERROR] = { "error", "1;31" },
	[STYLE_STATUS] = { "status", "7" },
	[STYLE_SELECTED] = { "selected", "7" },
	[STYLE_MATCH] = { "match", "4;33" },
	[STYLE_MESSAGE] = { "message", "1;31" },
	[STYLE_KEY] = { "key", "1;36" },
	[STYLE_DIFFERENCE] = { "difference", "1" },
	[STYLE_ENCODING] = { "encoding", "1;35" },
	[STYLE_TYPOGRAPHY] = { "typography", "36" },
	[STYLE_STRUCTURE] = { "structure", "34" },
	[STYLE_TRUNCATION] = { "truncation", "33" },
	[STYLE_OMISSION] = { "omission", "33" },
	[STYLE_INSERTION] = { "insertion", "32" },
	[STYLE_WORDING] = { "wording", "1;31" },
	[STYLE_ATTRIBUTION] = { "attribution", "1;34" },
	[STYLE_TRANSCRIPT_DAMAGE] = { "transcript", "2" }
};

enum style
style_of_kind(const struct kind *kind)
{
	const char *family = kind_family(kind)->name;
	enum style style;

	for (style = STYLE_ENCODING; style < STYLE_COUNT; style++)
		if (!strcmp(styles[style].name, family))
			return style;
	return STYLE_DIFFERENCE;
}

enum style
style_of_severity(enum severity severity)
{
	static const enum style of[] = {
		[NOTE] = STYLE_NOTE,
		[WARNING] = STYLE_WARNING,
		[ERROR] = STYLE_ERROR
	};

	return of[severity];
}
