#include "config.h"

#include "compare/ledger.h"

#include <criterion/criterion.h>
#include <string.h>

#include "fixture.h"
#include "report/certificate.h"

/* "copy(…) rule(from>to) edit(…) own(…)", with line ends as / and raw bytes
 * as their number. */
static void
show(const struct ledger *ledger, struct buffer *out)
{
	const struct document *const *doc = ledger->comparison->doc;
	size_t i, k;

	for (i = 0; i < ledger->nop; i++) {
		const struct ledger_op *op = &ledger->op[i];

		buffer_printf(out, "%s%s(", i ? " " : "",
			ledger_names[op->type]);
		if (op->type == LEDGER_RULE) {
			const struct span *text = ledger->rule[op->rule].text;

			buffer_add(out, doc[1]->decoded + text[1].start,
				span_length(text[1]));
			buffer_putc(out, '>');
		}
		if (op->raw)
			buffer_printf(out, "%u bytes",
				span_length(op->bytes));
		else
			buffer_add(out, doc[0]->decoded + op->decoded.start,
				span_length(op->decoded));
		buffer_putc(out, ')');
	}
	for (k = 0; k < out->len; k++)
		if (out->data[k] == '\n' || out->data[k] == '\r')
			out->data[k] = out->data[k] == '\n' ? '/' : '\\';
}

static void
assert_comparison(const struct comparison *cmp, const char *wanted)
{
	struct ledger *ledger = ledger_new(cmp);
	struct buffer out = BUFFER_INIT;
	struct error err;
	uint32_t at = 0;
	size_t i;

	show(ledger, &out);
	cr_assert_str_eq(out.len ? out.data : "", wanted);
	for (i = 0; i < ledger->nop; i++) {
		cr_assert_eq(ledger->op[i].bytes.start, at);
		at = ledger->op[i].bytes.end;
	}
	cr_assert_eq(at, cmp->doc[REPRINT]->nbyte);
	cr_assert_eq(certificate_check(ledger, &err), 0, "%s", err.text);
	ledger_free(ledger);
	buffer_release(&out);
}

static void
assert_ledger(struct fixture *fixture, const char *wanted)
{
	fixture_end(fixture);
	assert_comparison(&fixture->comparison, wanted);
	fixture_release(fixture);
}

/* Bytes in any charset, compared in earnest. */
static void
assert_files(const char *reprint, size_t nreprint, const char *transcript,
	size_t ntranscript, const char *wanted)
{
	struct keys *keys = keys_new();
	struct error err;
	struct document *theirs = document_from_bytes("transcript.txt",
		transcript, ntranscript, NULL, keys, &err);
	struct document_options options = { .witness = theirs };
	struct document *ours = document_from_bytes("reprint.txt", reprint,
		nreprint, &options, keys, &err);
	struct comparison *cmp = comparison_new(ours, theirs, keys);

	assert_comparison(cmp, wanted);
	comparison_free(cmp);
	document_free(ours);
	document_free(theirs);
	keys_free(keys);
}

#define FILES(reprint, transcript, wanted) \
	assert_files(reprint, sizeof(reprint) - 1, transcript, \
		sizeof(transcript) - 1, wanted)

Test(ledger, equal_texts_are_one_copy)
{
	struct fixture fixture;

	fixture_init(&fixture, "One two.\n\nThree.\n", "One two.\n\nThree.\n");
	fixture_piece(&fixture, EQUAL, "One two.", "One two.");
	fixture_piece(&fixture, EQUAL, "Three.", "Three.");
	assert_ledger(&fixture, "copy(One two.//Three./)");
}

Test(ledger, an_edit_is_given_whole)
{
	struct fixture fixture;

	fixture_init(&fixture, "We met on Friday, we said.",
		"We met on Monday, we said.");
	fixture_piece(&fixture, CHANGED, "We met on Friday, we said.",
		"We met on Monday, we said.");
	fixture_words(&fixture, "wording.substitution", "Friday", "Monday");
	assert_ledger(&fixture,
		"copy(We met on ) edit(Friday) copy(, we said.)");
}

Test(ledger, an_omission_parts_two_copies)
{
	struct fixture fixture;

	/* "the " might be either of the transcript's */
	fixture_init(&fixture, "Now the boats sail.",
		"Now the ships rest and the boats sail.");
	fixture_piece(&fixture, CHANGED, "Now the boats sail.",
		"Now the ships rest and the boats sail.");
	fixture_finding(&fixture, "omission.words",
		fixture_before(&fixture, REPRINT, "the boats"),
		fixture_span(&fixture, TRANSCRIPT, "the ships rest and "));
	assert_ledger(&fixture, "copy(Now ) copy(the boats sail.)");
}

Test(ledger, furniture_is_the_reprints_own)
{
	struct fixture fixture;
	struct finding *finding;

	fixture_init(&fixture, "By X\n\nWe met.\n", "We met.\n");
	fixture_piece(&fixture, REPRINT_ONLY, "By X", NULL);
	fixture_piece(&fixture, EQUAL, "We met.", "We met.");
	finding = fixture_finding(&fixture, "insertion.apparatus",
		fixture_span(&fixture, REPRINT, "By X"),
		(struct span){ 0, 0 });
	finding->has[TRANSCRIPT] = false;
	assert_ledger(&fixture, "own(By X//) copy(We met./)");
}

Test(ledger, words_put_in_are_an_edit)
{
	struct fixture fixture;

	fixture_init(&fixture, "We really met.", "We met.");
	fixture_piece(&fixture, CHANGED, "We really met.", "We met.");
	fixture_finding(&fixture, "insertion.words",
		fixture_span(&fixture, REPRINT, "really "),
		fixture_before(&fixture, TRANSCRIPT, "met"));
	assert_ledger(&fixture, "copy(We ) edit(really ) copy(met.)");
}

Test(ledger, what_recurs_is_a_rule_and_only_what_changed_is_in_it)
{
	struct fixture fixture;

	fixture_init(&fixture, "I'm in, I'm out.", "I’m in, I’m out.");
	fixture_piece(&fixture, CHANGED, "I'm in, I'm out.",
		"I’m in, I’m out.");
	fixture_words(&fixture, "typography.quotes", "I'm", "I’m");
	fixture_finding(&fixture, "typography.quotes",
		(struct span){ 8, 11 }, (struct span){ 10, 15 });
	assert_ledger(&fixture, "copy(I) rule(’>') copy(m in, I) rule(’>') "
		"copy(m out.)");
}

Test(ledger, words_are_not_changed_by_a_rule)
{
	struct fixture fixture;

	fixture_init(&fixture, "A man, a man.", "A cow, a cow.");
	fixture_piece(&fixture, CHANGED, "A man, a man.", "A cow, a cow.");
	fixture_words(&fixture, "wording.substitution", "man", "cow");
	fixture_finding(&fixture, "wording.substitution",
		(struct span){ 9, 12 }, (struct span){ 9, 12 });
	assert_ledger(&fixture,
		"copy(A ) edit(man) copy(, a ) edit(man) copy(.)");
}

Test(ledger, proved_damage_is_a_rule_at_one_place)
{
	struct fixture fixture;
	struct finding *finding;

	fixture_init(&fixture, "Iâ€™m in.", "I’m in.");
	fixture_piece(&fixture, CHANGED, "Iâ€™m in.", "I’m in.");
	finding = fixture_words(&fixture, "encoding.mojibake", "Iâ€™m", "I’m");
	finding->explanation.certainty = "proved";
	assert_ledger(&fixture, "copy(I) rule(’>â€™) copy(m in.)");
}

Test(ledger, a_moved_passage_is_copied_from_where_it_stood)
{
	struct fixture fixture;

	fixture_init(&fixture, "Two three.\n\nOne.\n", "One.\n\nTwo three.\n");
	fixture_piece(&fixture, MOVED, "Two three.", "Two three.");
	fixture_piece(&fixture, EQUAL, "One.", "One.");
	fixture_words(&fixture, "structure.moved", "Two three.", "Two three.");
	assert_ledger(&fixture, "copy(Two three./) own(/) copy(One./)");
}

Test(ledger, what_a_passage_printed_again_has_changed_is_an_edit)
{
	struct fixture fixture;

	fixture_init(&fixture, "We said two of three.\n\nWe said two.\n",
		"We said two.\n");
	fixture_piece(&fixture, DUPLICATED, "We said two of three.",
		"We said two.");
	fixture_piece(&fixture, EQUAL, "We said two.", "We said two.");
	fixture.comparison.pieces[1].span[REPRINT] =
		(struct span){ 23, 35 };
	fixture_words(&fixture, "structure.duplicated",
		"We said two of three.", "We said two.");
	assert_ledger(&fixture, "copy(We said two) edit( of three.) own(//) "
		"copy(We said two./)");
}

Test(ledger, words_are_found_again_where_nothing_was_reported)
{
	struct fixture fixture;

	fixture_init(&fixture, "One five three four.", "One two three four.");
	fixture_piece(&fixture, CHANGED, "One five three four.",
		"One two three four.");
	assert_ledger(&fixture, "copy(One ) own(five) copy( three four.)");
}

Test(ledger, ends_of_lines_are_the_reprints_own)
{
	FILES("One two three\r\nfour five six.\r\n",
		"One two three\nfour five six.\n",
		"copy(One two three) own(\\) copy(/four five six.) own(\\) "
		"copy(/)");
}

Test(ledger, a_byte_order_mark_of_both_is_copied)
{
	FILES("\xEF\xBB\xBFOne two.", "\xEF\xBB\xBFOne two.",
		"copy(One two.)");
	FILES("\xEF\xBB\xBFOne two.", "One two.",
		"own(3 bytes) copy(One two.)");
}

Test(ledger, text_is_copied_between_charsets)
{
	FILES("\xFF\xFEO\0n\0e\0 \0t\0w\0o\0.\0", "One two.",
		"own(2 bytes) copy(One two.)");
}

Test(ledger, bytes_that_are_no_text_are_kept)
{
	FILES("Où est le café, \xFF près du théâtre d’été ?",
		"Où est le café, près du théâtre d’été ?",
		"copy(Où est le café, ) edit(1 bytes) "
		"copy( près du théâtre d’été ?)");
}

Test(ledger, an_empty_reprint_has_no_operations)
{
	FILES("", "One two.", "");
}
