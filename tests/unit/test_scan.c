#include "config.h"

#include "compare/scan.h"

#include <criterion/criterion.h>
#include <string.h>

#include "report/formats.h"

struct scanned {
	struct keys *keys;
	struct document *doc;
	struct comparison *cmp;
};

static struct scanned
scan(const char *bytes)
{
	static const struct document_options how = { .encoding = "UTF-8" };
	struct scanned it = { .keys = keys_new() };
	struct error err;

	it.doc = document_from_bytes("page.txt", bytes, strlen(bytes), &how,
		it.keys, &err);
	cr_assert_not_null(it.doc);
	it.cmp = scan_new(it.doc, it.keys);
	return it;
}

static void
release(struct scanned *it)
{
	scan_free(it->cmp);
	document_free(it->doc);
	keys_free(it->keys);
}

static void
expect_finding(const struct scanned *it, size_t i, const char *kind,
	const char *text, const char *restored)
{
	const struct finding *finding = &it->cmp->findings[i];
	struct span span;

	cr_assert_lt(i, it->cmp->nfinding);
	span = finding->span[REPRINT];
	cr_expect_str_eq(finding->kind->name, kind);
	cr_expect_eq(span_length(span), strlen(text));
	cr_expect(!strncmp(it->doc->text + span.start, text, strlen(text)),
		"%s at %u", text, (unsigned)span.start);
	cr_expect_str_eq(finding->explanation.certainty, "likely");
	if (!restored) {
		cr_expect_null(finding->explanation.restored);
		return;
	}
	cr_expect_str_eq(finding->explanation.restored, restored);
	span = finding->span[TRANSCRIPT];
	cr_expect_eq(span_length(span), strlen(restored));
	cr_expect(!strncmp(it->cmp->doc[TRANSCRIPT]->text + span.start,
		restored, strlen(restored)));
}

Test(scan, each_damaged_stretch_is_one_finding)
{
	struct scanned it = scan("Le dÃ©putÃ© â€œAÃ©Ã©râ€\xC2\x9D s&rsquo;y "
		"tient\xC2\x85 vu.\n\nEt voil\uFFFD.\n");

	expect_finding(&it, 0, "encoding.mojibake", "Ã©", "é");
	expect_finding(&it, 1, "encoding.mojibake", "Ã©", "é");
	expect_finding(&it, 2, "encoding.mojibake", "â€œ", "“");
	expect_finding(&it, 3, "encoding.mojibake", "Ã©Ã©", "éé");
	expect_finding(&it, 4, "encoding.mojibake", "â€\xC2\x9D", "”");
	expect_finding(&it, 5, "encoding.entity", "&rsquo;", "’");
	expect_finding(&it, 6, "encoding.control", "\xC2\x85", "…");
	expect_finding(&it, 7, "encoding.replacement", "\uFFFD", NULL);
	cr_expect_eq(it.cmp->nfinding, 8);
	cr_expect_eq(it.cmp->relation, ALONE);
	release(&it);
}

Test(scan, the_chain_names_all_that_happened)
{
	struct scanned it = scan("So it isnÃ¢â‚¬â„¢t â€ here.");

	cr_assert_eq(it.cmp->nfinding, 2);
	cr_expect_str_eq(it.cmp->findings[0].explanation.chain,
		"UTF-8 read as windows-1252, twice");
	cr_expect_eq(it.cmp->findings[0].explanation.layers, 2);
	cr_expect_str_eq(it.cmp->findings[1].explanation.chain,
		"UTF-8 read as windows-1252, then a part of it lost");
	release(&it);
}

Test(scan, bytes_that_are_not_utf8_tell_what_they_were)
{
	struct scanned it = scan("déjà vu, d\xE9j\xE0 vu \x93so\x94.\n"
		"\xED\xA0\xBD\xED\xB8\x80 cut \xE2\x80 off");

	expect_finding(&it, 0, "encoding.replacement", "\uFFFD", "é");
	expect_finding(&it, 1, "encoding.replacement", "\uFFFD", "à");
	expect_finding(&it, 2, "encoding.replacement", "\uFFFD", "“");
	expect_finding(&it, 3, "encoding.replacement", "\uFFFD", "”");
	expect_finding(&it, 4, "encoding.replacement",
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", "😀");
	expect_finding(&it, 5, "encoding.replacement", "\uFFFD", NULL);
	release(&it);
}

Test(scan, the_same_damage_is_one_pattern)
{
	struct scanned it = scan("dÃ©jÃ\u00A0 dÃ©fait, dÃ©fini");

	cr_assert_eq(it.cmp->npattern, 2);
	cr_expect_str_eq(it.cmp->patterns[0].from, "é");
	cr_expect_str_eq(it.cmp->patterns[0].to, "Ã©");
	cr_expect_eq(it.cmp->patterns[0].nfinding, 3);
	release(&it);
}

Test(scan, the_mended_text_has_the_paragraphs_of_the_text)
{
	struct scanned it = scan("One Ã©.\n\nTwo\u200B.\n\n\xC2\x81\n\n"
		"Four.\n");
	size_t i;

	cr_assert_eq(it.cmp->doc[TRANSCRIPT]->nparagraph, it.doc->nparagraph);
	cr_assert_eq(it.cmp->npiece, it.doc->nparagraph);
	for (i = 0; i < it.cmp->npiece; i++)
		cr_expect_eq(it.cmp->pieces[i].relation, i == 3 ? EQUAL :
			CHANGED, "piece %zu", i);
	release(&it);
}

Test(scan, sound_text_has_no_findings)
{
	struct scanned it = scan("Nothing — “nothing” — is wrong, François.");

	cr_expect_eq(it.cmp->nfinding, 0);
	cr_expect_eq(it.cmp->npattern, 0);
	release(&it);
	it = scan("");
	cr_expect_eq(it.cmp->nfinding, 0);
	release(&it);
}

static void
write_report(const struct scanned *it, const char *format, struct buffer *out)
{
	struct review review = { .comparison = it->cmp,
		.gate = { .fail_on = WARNING } };
	struct report_options options = { .width = 80 };

	report_format_find(format)->write(&review, &options, out);
}

Test(scan, the_json_report_has_no_transcript)
{
	struct scanned it = scan("dÃ©jÃ\u00A0 vu");
	struct buffer out = BUFFER_INIT;

	write_report(&it, "json", &out);
	cr_expect_not_null(strstr(out.data, "\n\"transcript\":null,\n"));
	cr_expect_not_null(strstr(out.data, "\"alignment\":[]"));
	cr_expect_not_null(strstr(out.data, "\"text\":\"Ã©\"},"
		"\"transcript\":null,"));
	cr_expect_not_null(strstr(out.data, "\"restored\":\"é\""));
	cr_expect_not_null(strstr(out.data, "\"relation\":null"));
	buffer_release(&out);
	release(&it);
}

Test(scan, the_text_report_says_what_it_is_and_should_be)
{
	struct scanned it = scan("dÃ©jÃ\u00A0 vu");
	struct buffer out = BUFFER_INIT;

	write_report(&it, "text", &out);
	cr_expect_not_null(strstr(out.data, "SCANNED without a transcript: "
		"2 places damaged."));
	cr_expect_not_null(strstr(out.data, "d[Ã© ← é]j"));
	cr_expect_null(strstr(out.data, " against "));
	out.len = 0;
	release(&it);
	it = scan("sound");
	write_report(&it, "text", &out);
	cr_expect_not_null(strstr(out.data, ": no damage shows."));
	buffer_release(&out);
	release(&it);
}

Test(scan, the_two_stand_side_by_side)
{
	struct scanned it = scan("dÃ©jÃ\u00A0 vu");
	struct buffer out = BUFFER_INIT;

	write_report(&it, "side-by-side", &out);
	cr_expect_not_null(strstr(out.data, "é"));
	cr_expect_not_null(strstr(out.data, "page.txt, mended"));
	buffer_release(&out);
	release(&it);
}
