/* Which reports there are. */
#include "config.h"

#include "report/report.h"

#include <string.h>

#include "report/formats.h"

const struct report_format report_formats[] = {
	{ "text", "for a person: the verdict, what is left out, what differs",
		120, report_text },
	{ "json", "for a program: everything, with its place in both files",
		0, report_json },
	{ "side-by-side", "the two texts in columns, differences marked",
		0, report_side_by_side },
	{ "html", "a page to send on: all of the above, in one file for any "
		"browser", 0, report_html },
	{ "corrections", "the draft of a note to who published the reprint: "
		"what was rejected", 80, report_corrections },
	{ "none", "nothing but the exit status", 0, NULL },
	{ 0 }
};

const struct report_format *
report_format_find(const char *name)
{
	const struct report_format *format;

	for (format = report_formats; format->name; format++)
		if (!strcmp(format->name, name))
			return format;
	return NULL;
}
