#include "config.h"

#include "report/certificate.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fixture.h"
#include "report/report.h"

static const char transcript[] = "I’m in the boat.\nWe met on Monday.\n";

/* A report as it is written. */
static void
make_report(const char *reprint, struct buffer *out)
{
	struct keys *keys = keys_new();
	struct error err;
	struct document *theirs = document_from_bytes("t.txt", transcript,
		strlen(transcript), NULL, keys, &err);
	struct document *ours = document_from_bytes("r.txt", reprint,
		strlen(reprint), NULL, keys, &err);
	struct comparison *cmp = comparison_new(ours, theirs, keys);
	struct review review = { .comparison = cmp,
		.gate = { .fail_on = WARNING } };
	const struct report_options options = { .width = 80 };

	report_format_find("json")->write(&review, &options, out);
	comparison_free(cmp);
	document_free(ours);
	document_free(theirs);
	keys_free(keys);
}

/* Puts one text for another in the report. */
static void
alter(struct buffer *report, const char *from, const char *to)
{
	struct buffer out = BUFFER_INIT;
	const char *at = strstr(report->data, from);

	cr_assert(at, "%s is not in %s", from, report->data);
	buffer_add(&out, report->data, (size_t)(at - report->data));
	buffer_puts(&out, to);
	buffer_puts(&out, at + strlen(from));
	buffer_release(report);
	*report = out;
}

static struct certificate *
open_text(const struct buffer *report, struct error *err)
{
	/* An error may name the file. */
	static char path[sizeof("/tmp/verbatim-unit.XXXXXX")];
	struct certificate *certificate;
	int fd;

	strcpy(path, "/tmp/verbatim-unit.XXXXXX");
	fd = mkstemp(path);
	cr_assert(fd >= 0);
	cr_assert_eq(write(fd, report->data, report->len),
		(ssize_t)report->len);
	close(fd);
	certificate = certificate_open(path, err);
	unlink(path);
	return certificate;
}

/* Replays the report, on another transcript if need be; NULL where it goes
 * well, and the reprint in out. */
static const char *
replay(const struct buffer *report, const char *text, struct buffer *out)
{
	static struct error err;
	struct certificate *certificate = open_text(report, &err);
	struct keys *keys = keys_new();
	struct document *doc = document_from_bytes("t.txt", text,
		strlen(text), NULL, keys, &err);
	int rc = -1;

	if (certificate)
		rc = certificate_replay(certificate, doc, out, &err);
	certificate_free(certificate);
	document_free(doc);
	keys_free(keys);
	return rc ? err.text : NULL;
}

static void
assert_refused(const char *from, const char *to, const char *why)
{
	struct buffer report = BUFFER_INIT, out = BUFFER_INIT;
	const char *said;

	make_report("Iâ€™m in the boat.\nWe met on Friday.\n", &report);
	alter(&report, from, to);
	said = replay(&report, transcript, &out);
	cr_assert(said, "%s for %s was not noticed", to, from);
	cr_assert(strstr(said, why), "%s", said);
	cr_assert_eq(out.len, 0);
	buffer_release(&report);
	buffer_release(&out);
}

Test(certificate, a_report_gives_back_the_reprint)
{
	const char *reprint = "Iâ€™m in the boat.\nWe met on Friday.\n";
	struct buffer report = BUFFER_INIT, out = BUFFER_INIT;
	const char *said;

	make_report(reprint, &report);
	said = replay(&report, transcript, &out);
	cr_assert_null(said, "%s", said);
	cr_assert_str_eq(out.data, reprint);
	buffer_release(&report);
	buffer_release(&out);
}

Test(certificate, another_transcript_is_refused)
{
	struct buffer report = BUFFER_INIT, out = BUFFER_INIT;
	const char *said;

	make_report("We met on Friday.\n", &report);
	said = replay(&report, "I’m in the boat.\nWe met on Sunday.\n", &out);
	cr_assert(said && strstr(said, "is not the transcript"), "%s", said);
	buffer_release(&report);
	buffer_release(&out);
}

Test(certificate, an_altered_ledger_is_refused)
{
	assert_refused("[\"edit\",\"Friday\"]", "[\"edit\",\"Sunday\"]",
		"SHA-256");
	assert_refused("[\"edit\",\"Friday\"]", "[\"edit\",7]",
		"cannot write");
	assert_refused("[\"edit\",\"Friday\"]", "[\"edit\"]",
		"too few or too many");
	assert_refused("[\"edit\",\"Friday\"]", "[\"exit\",\"Friday\"]",
		"is none");
	assert_refused("[\"edit\",\"Friday\"]", "{}", "is none");
	assert_refused("[\"edit\",\"Friday\"]",
		"[\"edit\",{\"base64\":\"Zh==\"}]", "cannot write");
	assert_refused("[\"edit\",\"Friday\"]", "[\"copy\",0,999]",
		"does not have");
	assert_refused("[\"edit\",\"Friday\"]", "[\"copy\",-1,3]",
		"does not have");
	assert_refused("[\"edit\",\"Friday\"]", "[\"copy\",3,1]",
		"does not have");
	assert_refused("[\"edit\",\"Friday\"]", "[\"copy\",0,0.5]",
		"does not have");
	assert_refused("[\"edit\",\"Friday\"]", "[\"rule\",0,1,99]",
		"a rule that there is not");
	assert_refused("[\"edit\",\"Friday\"]", "[\"rule\",0,1,-1]",
		"a rule that there is not");
	assert_refused("[\"edit\",\"Friday\"]", "[\"rule\",0,2,0]",
		"for other words");
	assert_refused("[\"edit\",\"Friday\"]",
		"[\"copy\",0,30],[\"copy\",0,30]", "longer than");
	assert_refused("\"from\":\"’\",\"to\":\"â€™\"}",
		"\"from\":\"x\",\"to\":\"â€™\"}", "other words");
}

Test(certificate, what_is_no_report_is_refused)
{
	assert_refused("\"verbatim-report\"", "\"another\"", "no report");
	assert_refused("\"version\":1,", "\"version\":2,", "another version");
	assert_refused("\"ledger\":[", "\"ledgers\":[", "no ledger");
	assert_refused("\"ledger_spans\":\"bytes\"",
		"\"ledger_spans\":\"words\"", "no ledger");
	assert_refused("\"sha256\":\"", "\"sha255\":\"", "no ledger");
	assert_refused("{\"format\"", "[\"format\"", "line 1");
	assert_refused("\"encoding\":\"UTF-8\"", "\"encoding\":\"x-none\"",
		"There is no encoding");
}

Test(certificate, a_file_that_is_not_there_is_told)
{
	struct error err;

	cr_assert_null(certificate_open("/nonexistent/report.json", &err));
	cr_assert(strstr(err.text, "No such file"), "%s", err.text);
}
