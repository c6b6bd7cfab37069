/* Which reports there are. */
#include "config.h"

#include "report/report.h"

#include <string.h>

#include "report/formats.h"

#define SARIF_OPENING "{\"$schema\":" \
	"\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/" \
	"schemas/sarif-schema-2.1.0.json\",\n" \
	"\"version\":\"2.1.0\",\n\"runs\":[\n"
#define JUNIT_OPENING "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
	"<testsuites name=\"verbatim\">\n"

#define FRAME(...) .one = { __VA_ARGS__ }, .many = { __VA_ARGS__ }

const struct report_format report_formats[] = {
	{ .name = "text", .write = report_text, .widest = 120,
		.help = "for a person: the verdict, what is left out, what "
			"differs",
		.many = { .between = "\n" } },
	{ .name = "json", .write = report_json,
		.help = "for a program: everything, with its place in both "
			"files",
		.many = { "[", ",\n", "]\n" } },
	{ .name = "side-by-side", .write = report_side_by_side,
		.help = "the two texts in columns, differences marked",
		.many = { .between = "\n" } },
	{ .name = "html", .write = report_html, .alone = true,
		.help = "a page to send on: all of the above, in one file for "
			"any browser" },
	{ .name = "corrections", .write = report_corrections, .widest = 80,
		.help = "the draft of a note to who published the reprint: "
			"what was rejected",
		.many = { .between = "\n" } },
	{ .name = "jsonl", .write = report_jsonl,
		.help = "for a program that reads lines: a finding on each, "
			"then a summary" },
	{ .name = "markdown", .write = report_markdown, .alone = true,
		.help = "a comment on a pull request, in folded sections" },
	{ .name = "sarif", .write = report_sarif,
		.help = "SARIF 2.1.0, for code scanning",
		FRAME(SARIF_OPENING, ",\n", "\n]}\n") },
	{ .name = "github", .write = report_github,
		.help = "workflow commands, for annotations on GitHub" },
	{ .name = "gitlab", .write = report_gitlab,
		.help = "code quality, for GitLab",
		FRAME("[", NULL, "\n]\n") },
	{ .name = "junit", .write = report_junit,
		.help = "JUnit's XML, for what shows the results of tests",
		FRAME(JUNIT_OPENING, NULL, "</testsuites>\n") },
	{ .name = "rdjsonl", .write = report_rdjsonl,
		.help = "diagnostics for reviewdog, one a line" },
	{ .name = "tap", .write = report_tap, .alone = true,
		.help = "the Test Anything Protocol, version 14" },
	{ .name = "none", .help = "nothing but the exit status" },
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
