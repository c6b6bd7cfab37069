#include "config.h"

#include "compare/repair.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/charset.h"

/* A reprint in which one finding lies. */
struct wounded {
	struct keys *keys;
	struct document *doc[2];
	struct comparison cmp;
	struct finding finding;
};

/* What the file is called tells its format. */
static void
wounded_init(struct wounded *it, const char *name, const char *encoding,
	const char *reprint, const char *transcript)
{
	const struct document_options how = { .encoding = encoding };
	struct error err;

	memset(it, 0, sizeof(*it));
	it->keys = keys_new();
	it->doc[REPRINT] = document_from_bytes(name, reprint, strlen(reprint),
		&how, it->keys, &err);
	it->doc[TRANSCRIPT] = document_from_bytes("transcript.txt",
		transcript, strlen(transcript), NULL, it->keys, &err);
	it->cmp.doc[REPRINT] = it->doc[REPRINT];
	it->cmp.doc[TRANSCRIPT] = it->doc[TRANSCRIPT];
	it->finding.kind = kind_find("encoding.mojibake");
	it->finding.explanation.certainty = "proved";
	it->finding.has[REPRINT] = it->finding.has[TRANSCRIPT] = true;
	it->cmp.findings = &it->finding;
	it->cmp.nfinding = 1;
}

static void
wounded_release(struct wounded *it)
{
	document_free(it->doc[REPRINT]);
	document_free(it->doc[TRANSCRIPT]);
	keys_free(it->keys);
}

static struct span
find(const struct document *doc, const char *words)
{
	const char *at = memmem(doc->text, doc->ntext, words, strlen(words));
	struct span span;

	cr_assert(at, "“%s” is not in “%s”", words, doc->text);
	span.start = (uint32_t)(at - doc->text);
	span.end = span.start + (uint32_t)strlen(words);
	return span;
}

static void
place(struct wounded *it, const char *reprint, const char *transcript)
{
	it->finding.span[REPRINT] = find(it->doc[REPRINT], reprint);
	it->finding.span[TRANSCRIPT] = find(it->doc[TRANSCRIPT], transcript);
}

static void
assert_written(struct wounded *it, bool to_utf8, const char *bytes, size_t n)
{
	struct buffer out = BUFFER_INIT;
	struct repair repair;
	struct error err;

	repair_find(&it->cmp, NULL, NULL, &repair);
	cr_assert_eq(repair_write(&repair, to_utf8, &out, &err), 0, "%s",
		err.text);
	cr_assert(out.len == n && !memcmp(out.data, bytes, n),
		"it is “%s”", out.data);
	repair_release(&repair);
	buffer_release(&out);
	wounded_release(it);
}

static void
assert_refused(struct wounded *it, const char *why)
{
	struct buffer out = BUFFER_INIT;
	struct repair repair;
	struct error err;

	repair_find(&it->cmp, NULL, NULL, &repair);
	cr_assert_eq(repair_write(&repair, false, &out, &err), -1);
	cr_assert(strstr(err.text, why), "%s", err.text);
	cr_assert_eq(out.len, 0);
	repair_release(&repair);
	buffer_release(&out);
	wounded_release(it);
}

#define assert_repaired(it, bytes) \
	assert_written(it, false, bytes, sizeof(bytes) - 1)
#define assert_repaired_to_utf8(it, bytes) \
	assert_written(it, true, bytes, sizeof(bytes) - 1)

Test(repair, the_transcripts_characters_take_the_place_of_the_damage)
{
	struct wounded it;

	wounded_init(&it, "r.txt", NULL, "We donâ€™t.\r\nNo.\n",
		"We don’t. No.");
	place(&it, "donâ€™t", "don’t");
	assert_repaired(&it, "We don’t.\r\nNo.\n");
}

Test(repair, what_was_lost_is_put_in)
{
	struct wounded it;

	wounded_init(&it, "r.txt", NULL, "We met they left.",
		"We met — they left.");
	place(&it, "met", " —");
	it.finding.span[REPRINT].start = it.finding.span[REPRINT].end;
	assert_repaired(&it, "We met — they left.");
}

Test(repair, what_was_put_in_goes)
{
	struct wounded it;

	wounded_init(&it, "r.txt", NULL, "We dis\xC2\xAD" "cussed it.",
		"We discussed it.");
	place(&it, "dis\xC2\xAD" "cussed", "discussed");
	assert_repaired(&it, "We discussed it.");
}

Test(repair, markup_within_a_word_stays)
{
	struct wounded it;

	wounded_init(&it, "r.html", NULL,
		"<p>We do<b>nâ€</b>™t &amp; caf&eacute;</p>",
		"We don’t & café");
	place(&it, "donâ€™t", "don’t");
	assert_repaired(&it, "<p>We do<b>n’</b>t &amp; caf&eacute;</p>");
}

Test(repair, what_would_be_markup_becomes_a_reference)
{
	struct wounded it;

	wounded_init(&it, "r.html", NULL,
		"<p>If a &amp;lt; b, we go.</p>", "If a < b, we go.");
	place(&it, "&lt;", "<");
	assert_repaired(&it, "<p>If a &#60; b, we go.</p>");
	wounded_init(&it, "r.md", NULL, "If *a* ? b, we go.",
		"If a * b, we go.");
	place(&it, "?", "*");
	assert_repaired(&it, "If *a* &#42; b, we go.");
}

Test(repair, what_the_encoding_lacks_becomes_a_reference_in_html)
{
	struct wounded it;

	wounded_init(&it, "r.html", "windows-1252",
		"<p>Caf\xE9: \?\?.</p>", "Café: Да.");
	place(&it, "??", "Да");
	assert_repaired(&it, "<p>Caf\xE9: &#1044;&#1072;.</p>");
}

Test(repair, what_the_encoding_lacks_is_refused_in_plain_text)
{
	struct wounded it;

	wounded_init(&it, "r.txt", "windows-1252", "Caf\xE9: ??.",
		"Café: Да.");
	place(&it, "??", "Да");
	assert_refused(&it, "--to=UTF-8");
	wounded_init(&it, "r.txt", "windows-1252", "Caf\xE9: ??.",
		"Café: Да.");
	place(&it, "??", "Да");
	assert_repaired_to_utf8(&it, "Café: Да.");
}

Test(repair, the_encoding_stays)
{
	struct wounded it;

	wounded_init(&it, "r.txt", "windows-1252", "Caf\xE9 don\x3Ft",
		"Café don’t");
	place(&it, "don?t", "don’t");
	assert_repaired(&it, "Caf\xE9 don\x92t");
}

Test(repair, a_page_that_calls_itself_something_else_gets_a_mark)
{
	struct wounded it;

	wounded_init(&it, "r.html", NULL, "<html><head><meta charset="
		"windows-1252></head><body><p>Caf\xE9 \?\?</p></body></html>",
		"Café Да");
	cr_assert_str_eq(it.doc[REPRINT]->encoding, "windows-1252");
	place(&it, "??", "Да");
	assert_repaired_to_utf8(&it, "\xEF\xBB\xBF<html><head><meta charset="
		"windows-1252></head><body><p>Café Да</p></body></html>");
}

Test(repair, bytes_that_do_not_decode_stay)
{
	struct wounded it;

	wounded_init(&it, "r.txt", "UTF-8", "Caf\xE9 donâ€™t \xFF",
		"Café don’t");
	place(&it, "donâ€™t", "don’t");
	assert_repaired(&it, "Caf\xE9 don’t \xFF");
}

Test(repair, a_byte_order_mark_stays)
{
	struct wounded it;

	wounded_init(&it, "r.txt", NULL, "\xEF\xBB\xBF" "donâ€™t", "don’t");
	place(&it, "donâ€™t", "don’t");
	assert_repaired(&it, "\xEF\xBB\xBF" "don’t");
}

Test(repair, the_end_of_a_paragraph_of_markup_is_left_alone)
{
	struct wounded it;

	wounded_init(&it, "r.html", NULL, "<p>One.</p><p>Two.</p>",
		"One.é Two.");
	place(&it, "\n\n", "é ");
	assert_repaired(&it, "<p>One.</p><p>Two.</p>");
}

Test(repair, what_is_likely_is_repaired_where_its_kind_is_named)
{
	const struct kind *const only[] = { kind_find("encoding.mangled"),
		NULL };
	const struct kind *const other[] = { kind_find("encoding.lost"),
		NULL };
	struct wounded it;
	struct repair repair;

	wounded_init(&it, "r.txt", NULL, "Here\"\"there.", "Here–there.");
	place(&it, "\"\"", "–");
	it.finding.kind = only[0];
	it.finding.explanation.certainty = "likely";
	repair_find(&it.cmp, NULL, NULL, &repair);
	cr_assert_eq(repair.n, 0);
	repair_release(&repair);
	repair_find(&it.cmp, other, NULL, &repair);
	cr_assert_eq(repair.n, 0);
	repair_release(&repair);
	repair_find(&it.cmp, only, NULL, &repair);
	cr_assert_eq(repair.n, 1);
	repair_release(&repair);
	wounded_release(&it);
}

Test(repair, what_is_not_to_be_put_in_is_not)
{
	struct wounded it;
	struct repair repair;
	bool except[16] = { false };

	wounded_init(&it, "r.txt", NULL, "Iâ€™m in.", "I’m in.");
	place(&it, "Iâ€™m", "I’m");
	except[1] = true;
	repair_find(&it.cmp, NULL, except, &repair);
	cr_assert_eq(repair.n, 0);
	repair_release(&repair);
	except[1] = false;
	except[0] = true;
	repair_find(&it.cmp, NULL, except, &repair);
	cr_assert_eq(repair.n, 1);
	repair_release(&repair);
	wounded_release(&it);
}

Test(repair, only_damage_is_repaired)
{
	struct wounded it;

	cr_assert(repair_knows(kind_find("encoding.lost")));
	cr_assert_not(repair_knows(kind_find("wording.number")));
	cr_assert_not(repair_knows(kind_find("transcript.damaged")));
	wounded_init(&it, "r.txt", NULL, "Sound â€™", "Damaged ’");
	place(&it, "â€™", "’");
	it.finding.kind = kind_find("wording.punctuation");
	assert_repaired(&it, "Sound â€™");
}
