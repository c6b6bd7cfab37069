#include "config.h"

#include "compare/comparison.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"
#include "prose.h"
#include "spoil.h"

/* ---- what holds for the comparison of any two texts ---- */

static bool
splits_character(const struct document *doc, uint32_t at)
{
	return at < doc->ntext &&
		((unsigned char)doc->text[at] & 0xC0) == 0x80;
}

static void
assert_comparison(const struct comparison *cmp)
{
	size_t i;
	int side;

	for (i = 0; i < cmp->nfinding; i++) {
		const struct finding *it = &cmp->findings[i];

		for (side = 0; side < 2; side++) {
			const struct document *doc = cmp->doc[side];
			struct span span = it->span[side];

			cr_assert(span.start <= span.end &&
				span.end <= doc->ntext);
			cr_assert(!splits_character(doc, span.start) &&
				!splits_character(doc, span.end));
		}
		cr_assert(it->has[0] || it->has[1]);
		if (i)
			cr_assert(it[-1].span[0].start < it->span[0].start ||
				(it[-1].span[0].start == it->span[0].start &&
				 it[-1].span[1].start <= it->span[1].start));
	}
	cr_assert_leq(cmp->coverage.ncovered, cmp->coverage.nword);
}

static void
compare_bytes(const char *a, size_t na, const char *b, size_t nb)
{
	struct pair pair;

	pair_read_bytes(&pair, a, na, b, nb);
	pair_make_comparison(&pair);
	assert_comparison(pair.cmp);
	pair_release(&pair);
}

/* Compares and releases the texts; exactly these kinds are found. */
static void
assert_kinds(struct buffer *reprint, struct buffer *transcript,
	const char *kinds)
{
	struct pair pair;

	pair_compare(&pair, reprint->data, transcript->data);
	assert_comparison(pair.cmp);
	cr_assert_str_eq(pair_kinds(&pair), kinds);
	pair_release(&pair);
	buffer_release(reprint);
	buffer_release(transcript);
}

Test(comparison, a_text_against_itself_is_silent_and_verbatim)
{
	static const char *const odd[] = {
		"", " ", "a", "\n\n\n", "* * *", "漢字", "\u0301", "\uFFFD",
		"don\u00E2\u20AC\u2122t &rsquo; =E2=80=99 %E2%80%99 \\u2019",
		"Q: Why?\n\nA: Because.\n\nQ: Why?", "We go. We go. We go.",
	};
	struct buffer text = BUFFER_INIT;
	struct pair pair;
	uint32_t i;

	for (i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		pair_compare(&pair, odd[i], odd[i]);
		cr_assert_eq(pair.cmp->nfinding, 0, "%s", odd[i]);
		assert_comparison(pair.cmp);
		pair_release(&pair);
	}
	for (i = 0; i < 100; i++) {
		buffer_puts(&text, i % 3 ? "" : i % 2 ? "HOLM: " : "Q: ");
		prose_paragraph(&text, i % 90);
		buffer_puts(&text, "\n\n");
	}
	pair_compare(&pair, text.data, text.data);
	cr_assert_eq(pair.cmp->nfinding, 0);
	cr_assert_eq(pair.cmp->relation, VERBATIM);
	cr_assert_eq(pair.cmp->coverage.ncovered, pair.cmp->coverage.nword);
	pair_release(&pair);
	buffer_release(&text);
}

static int
by_id(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

Test(comparison, no_two_findings_have_one_identity)
{
	uint32_t round;

	for (round = 0; round < 20; round++) {
		struct buffer text = BUFFER_INIT;
		struct buffer spoilt = spoil_speech(round, 30, 10, true);
		struct pair pair;
		uint64_t *id;
		size_t i, n;

		prose_add(&text, 0, 30);
		pair_compare(&pair, spoilt.data, text.data);
		assert_comparison(pair.cmp);
		n = pair.cmp->nfinding;
		cr_assert_gt(n, 20);
		id = memory_alloc(n, sizeof(*id));
		for (i = 0; i < n; i++)
			id[i] = pair.cmp->findings[i].id;
		qsort(id, n, sizeof(*id), by_id);
		for (i = 1; i < n; i++)
			cr_assert_neq(id[i - 1], id[i]);
		free(id);
		pair_release(&pair);
		buffer_release(&text);
		buffer_release(&spoilt);
	}
}

Test(comparison, an_omission_of_any_length_is_one_finding)
{
	static const uint32_t rows[] = { 1, 2, 5, 40, 200 };
	struct buffer all, less;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		all = less = (struct buffer)BUFFER_INIT;
		prose_add(&all, 0, 30 + rows[i]);
		prose_add(&less, 0, 15);
		prose_add(&less, 15 + rows[i], 30 + rows[i]);
		assert_kinds(&less, &all, "omission.paragraph");
	}
	/* a sentence, then a word */
	for (i = 0; i < 2; i++) {
		all = less = (struct buffer)BUFFER_INIT;
		prose_add(&all, 0, 4);
		prose_add(&less, 0, 4);
		buffer_puts(&all, i ? " And they went" :
			" The long day was over by then.");
		if (i)
			buffer_puts(&less, " And they");
		buffer_puts(&all, " And so say all of us.");
		buffer_puts(&less, " And so say all of us.");
		prose_add(&all, 4, 8);
		prose_add(&less, 4, 8);
		assert_kinds(&less, &all, i ? "omission.words" :
			"omission.sentence");
	}
}

Test(comparison, whole_turns_left_out_are_one_finding)
{
	static const uint32_t rows[] = { 1, 2, 9 };
	size_t r;

	for (r = 0; r < sizeof(rows) / sizeof(*rows); r++) {
		struct buffer all = BUFFER_INIT, less = BUFFER_INIT;
		uint32_t i;

		for (i = 0; i < 20; i++) {
			buffer_puts(&all, i % 2 ? "HOLM: " : "BRANDT: ");
			prose_paragraph(&all, i);
			buffer_puts(&all, "\n\n");
			if (i >= 6 && i < 6 + rows[r])
				continue;
			buffer_puts(&less, i % 2 ? "HOLM: " : "BRANDT: ");
			prose_paragraph(&less, i);
			buffer_puts(&less, "\n\n");
		}
		assert_kinds(&less, &all, "omission.turn");
	}
}

/* Chance islands: the words that any two pages share do not split what is left
 * out, nor what is put for it. */
Test(comparison, a_page_that_is_left_out_is_not_split_by_common_words)
{
	uint32_t i;

	for (i = 0; i < 20; i++) {
		struct buffer all = BUFFER_INIT, less = BUFFER_INIT;

		prose_add(&all, i, i + 50);
		prose_add(&less, i, i + 10);
		/* the words that are there instead are words of the page */
		buffer_puts(&less, "\n\nAnd of the all that is in it for us.");
		prose_add(&less, i + 40, i + 50);
		assert_kinds(&less, &all,
			"omission.paragraph insertion.paragraph");
	}
}

Test(comparison, the_ends_that_are_missing_are_head_and_tail)
{
	struct buffer all = BUFFER_INIT, less = BUFFER_INIT;

	prose_add(&all, 0, 40);
	prose_add(&less, 10, 30);
	assert_kinds(&less, &all, "truncation.head truncation.tail");
}

Test(comparison, a_paragraph_that_moved_is_one_finding)
{
	struct buffer all = BUFFER_INIT, moved = BUFFER_INIT;

	prose_add(&all, 0, 30);
	prose_add(&moved, 0, 5);
	prose_add(&moved, 6, 20);
	prose_add(&moved, 5, 6);
	prose_add(&moved, 20, 30);
	assert_kinds(&moved, &all, "structure.moved");
}

Test(comparison, a_teaser_is_one_finding)
{
	struct buffer all = BUFFER_INIT, teased = BUFFER_INIT;

	prose_add(&all, 0, 30);
	prose_add(&teased, 7, 8);
	prose_add(&teased, 0, 30);
	assert_kinds(&teased, &all, "structure.duplicated");
}

Test(comparison, the_furniture_of_the_reprint_is_its_own)
{
	struct buffer all = BUFFER_INIT, framed = BUFFER_INIT;

	prose_add(&all, 0, 20);
	buffer_puts(&framed, "Holm speaks in the harbour\n\nBy Per Lind\n\n");
	prose_add(&framed, 0, 20);
	buffer_puts(&framed, "\n\nAll rights reserved");
	assert_kinds(&framed, &all, "insertion.apparatus "
		"insertion.apparatus insertion.apparatus");
}

/* Before and behind what is tested there is text enough to align. */
#define BEFORE "We have said before what we have to say on trade, and "
#define AFTER " will be what we say again in the spring to all who ask us."

/* Swapping the sides swaps what is left out and what is put in, and nothing
 * else. */
Test(comparison, swapping_the_sides_mirrors_what_is_missing)
{
	/* one text, the other, and what each lacks or has, by the other */
	static const char *const rows[][4] = {
		{ "they now", "they go now", "omission.words",
		  "insertion.words" },
		{ "it is. Then", "it is. They left us early. Then",
		  "omission.sentence", "insertion.sentence" },
		{ "it is. Then", "it is. (Applause.) Then", "omission.note",
		  "insertion.note" },
		{ "it is.\n\nThen", "it is.\n\nThey left us early, as they "
		  "had to.\n\nThen", "omission.paragraph",
		  "insertion.paragraph" },
		{ "it is.\n\nThen", "it is. Then", "structure.split",
		  "structure.merge" },
		{ "they sing now", "they swim now", "wording.substitution",
		  "wording.substitution" },
		{ "they do go", "they do not go", "wording.negation",
		  "wording.negation" },
		{ "all 31 now", "all 32 now", "wording.number",
		  "wording.number" },
	};
	size_t i;
	int way;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
		struct pair pair[2];
		const struct finding *it[2];

		for (way = 0; way < 2; way++)
			buffer_printf(&text[way], BEFORE "%s" AFTER,
				rows[i][way]);
		for (way = 0; way < 2; way++) {
			pair_compare(&pair[way], text[way].data,
				text[!way].data);
			cr_assert_str_eq(pair_kinds(&pair[way]),
				rows[i][2 + way]);
			it[way] = &pair[way].cmp->findings[0];
		}
		cr_assert(!memcmp(&it[0]->span[0], &it[1]->span[1],
			sizeof(struct span)), "%s", rows[i][1]);
		cr_assert(!memcmp(&it[0]->span[1], &it[1]->span[0],
			sizeof(struct span)), "%s", rows[i][1]);
		for (way = 0; way < 2; way++) {
			pair_release(&pair[way]);
			buffer_release(&text[way]);
		}
	}
}

Test(comparison, a_label_in_the_middle_of_merged_paragraphs_is_kept)
{
	int way;
	uint32_t i;

	for (way = 0; way < 2; way++) {
		struct buffer text = BUFFER_INIT, merged = BUFFER_INIT;

		for (i = 0; i < 12; i++) {
			buffer_puts(&text, i ? "\n\n" : "");
			buffer_puts(&merged, !i ? "" : i == 5 ? " " : "\n\n");
			buffer_puts(&text, i % 2 ? "HOLM: " : "MR. LIND: ");
			buffer_puts(&merged, i % 2 ? "HOLM: " : "MR. LIND: ");
			prose_paragraph(&text, i);
			prose_paragraph(&merged, i);
		}
		if (way)
			assert_kinds(&text, &merged, "structure.split");
		else
			assert_kinds(&merged, &text, "structure.merge");
	}
}

Test(comparison, who_spoke_is_told_by_the_labels)
{
	/* reprint's labels of five turns, the transcript's, and the kinds */
	static const char *const rows[][3] = {
		{ "HBHBH", "HBHBH", "" },
		{ "HBHBB", "HBHBH", "attribution.speaker" },
		{ "HB-BH", "HBHBH", "attribution.swallowed" },
		{ "hBhBh", "HBHBH", "attribution.label attribution.label "
		  "attribution.label" },
		{ "MBMBM", "HBHBH", "attribution.label attribution.label "
		  "attribution.label" },
	};
	size_t r;

	for (r = 0; r < sizeof(rows) / sizeof(*rows); r++) {
		struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
		uint32_t i;
		int side;

		for (i = 0; i < 5; i++)
			for (side = 0; side < 2; side++) {
				char label = rows[r][side][i];

				buffer_puts(&text[side], label == 'H' ?
					"SECRETARY HOLM: " : label == 'h' ?
					"Secretary Holm: " : label == 'M' ?
					"MODERATOR: " : label == 'B' ?
					"MINISTER BRANDT: " : "");
				prose_paragraph(&text[side], i);
				buffer_puts(&text[side], "\n\n");
			}
		assert_kinds(&text[0], &text[1], rows[r][2]);
	}
}

/* Every quotation mark and dash, each damaged the same way. */
Test(comparison, every_mark_damaged_is_damage_and_nothing_else)
{
	static const struct {
		const char *open, *close, *dash, *kind;
	} rows[] = {
		{ "\u00E2\u20AC\u0153", "\u00E2\u20AC\xC2\x9D",
		  "\u00E2\u20AC\u201C", "encoding.mojibake" },
		{ "\xC2\x93", "\xC2\x94", "\xC2\x96", "encoding.control" },
		{ "&ldquo;", "&rdquo;", "&ndash;", "encoding.entity" },
		{ "&amp;#8220;", "&amp;#8221;", "&amp;#8211;",
		  "encoding.entity" },
		{ "=E2=80=9C", "=E2=80=9D", "=E2=80=93", "encoding.escape" },
		{ "\uFFFD", "\uFFFD", "\uFFFD", "encoding.replacement" },
		{ "?", "?", "?", "encoding.replacement" },
		{ "\"", "\"", "-", "typography" },
		{ "", "", "", "encoding.lost" },
	};
	size_t r;
	uint32_t i;

	for (r = 0; r < sizeof(rows) / sizeof(*rows); r++) {
		struct buffer text = BUFFER_INIT, damaged = BUFFER_INIT;
		struct pair pair;

		for (i = 0; i < 30; i++) {
			struct buffer said = BUFFER_INIT, more = BUFFER_INIT;
			const char *gap = i % 4 == 3 ? "\n\n" : " ";

			prose_sentence(&said, 2 * i);
			prose_sentence(&more, 2 * i + 1);
			buffer_printf(&text, "“%s” and – %s%s", said.data,
				more.data, gap);
			buffer_printf(&damaged, "%s%s%s and %s %s%s",
				rows[r].open, said.data, rows[r].close,
				rows[r].dash, more.data, gap);
			buffer_release(&said);
			buffer_release(&more);
		}
		pair_compare(&pair, damaged.data, text.data);
		assert_comparison(pair.cmp);
		cr_assert_eq(pair.cmp->nfinding, 90, "%s: %zu, first %s",
			rows[r].kind, pair.cmp->nfinding,
			pair.cmp->findings[0].kind->name);
		cr_assert_eq(pair_count(&pair, rows[r].kind), 90, "%s: %zu",
			rows[r].kind, pair_count(&pair, rows[r].kind));
		pair_release(&pair);
		buffer_release(&text);
		buffer_release(&damaged);
	}
}

Test(comparison, words_changed_at_random_are_told_one_by_one)
{
	struct buffer text = BUFFER_INIT, changed = BUFFER_INIT;
	uint64_t state = 43;
	struct pair pair;
	uint32_t i, n = 0, at = 0;

	prose_add(&text, 0, 100);
	pair_read(&pair, text.data, "");
	for (i = 0; i < pair.doc[0]->nword; i++) {
		const struct word *word = &pair.doc[0]->words[i];

		buffer_add(&changed, text.data + at, word->start - at);
		at = word->end;
		if (prose_random(&state, 20)) {
			buffer_add(&changed, text.data + word->start,
				word->end - word->start);
		} else {
			buffer_printf(&changed, "xyz%c%c",
				'a' + prose_random(&state, 26),
				'a' + prose_random(&state, 26));
			n++;
		}
	}
	buffer_puts(&changed, text.data + at);
	pair_release(&pair);
	pair_compare(&pair, changed.data, text.data);
	assert_comparison(pair.cmp);
	cr_assert_eq(pair.cmp->relation, OTHER_VERSION);
	/* neighbours are one finding; none is an omission or insertion */
	cr_assert_leq(pair.cmp->nfinding, n);
	cr_assert_geq(pair.cmp->nfinding, n * 9 / 10);
	cr_assert_eq(pair_count(&pair, "omission"), 0);
	cr_assert_eq(pair_count(&pair, "insertion"), 0);
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&changed);
}

static struct buffer
repeated(const char *text, size_t times)
{
	struct buffer out = BUFFER_INIT;

	while (times--)
		buffer_puts(&out, text);
	return out;
}

Test(comparison, texts_that_are_hostile_end_in_time)
{
	static const char *const units[] = {
		"very ", "very. ", "very\n\n", "Q: very\n\n", "a b ", "\u0301",
		"a", "? ", "“", "&amp;", "&", "=E2", "- ", "漢", "\uFFFD",
		"\u00C3", "(", "... ", "\t", "1,"
	};
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(*units); i++) {
		struct buffer a = repeated(units[i], 6000);
		struct buffer b = repeated(units[i], 5990);

		compare_bytes(a.data, a.len, b.data, b.len);
		compare_bytes(a.data, a.len, a.data, a.len);
		compare_bytes(a.data, a.len, "We go.", 6);
		compare_bytes("We go.", 6, b.data, b.len);
		buffer_release(&a);
		buffer_release(&b);
	}
}

Test(comparison, one_word_a_hundred_thousand_times_is_compared_in_time)
{
	struct buffer a = repeated("very ", 100000);
	struct buffer b = repeated("very ", 99000);

	compare_bytes(a.data, a.len, b.data, b.len);
	compare_bytes(a.data, a.len, a.data, a.len);
	buffer_release(&a);
	buffer_release(&b);
}

/* Any bytes at all: what is compared is what they decode to. */
Test(comparison, bytes_of_no_text_are_compared_too)
{
	static const char signs[] = " \nab?&=%\\u0";
	uint64_t state = 47;
	int round, side;
	uint32_t i;

	for (round = 0; round < 60; round++) {
		struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };

		for (side = 0; side < 2; side++)
			for (i = prose_random(&state, 400); i-- > 0; )
				buffer_putc(&text[side], round % 3 ?
					(char)prose_random(&state, 256) :
					signs[prose_random(&state, 11)]);
		buffer_puts(&text[0], "");
		buffer_puts(&text[1], "");
		compare_bytes(text[0].data, text[0].len, text[1].data,
			text[1].len);
		compare_bytes(text[0].data, text[0].len, text[0].data,
			text[0].len / 2);
		buffer_release(&text[0]);
		buffer_release(&text[1]);
	}
}

Test(comparison, a_text_cut_at_any_byte_is_compared)
{
	static const char text[] = "HOLM: “Don’t go,” they said – été &rsquo; "
		"=E2=80=99 \u00E2\u20AC\u2122 \\u2019 漢字 \U0001F600 … (Yes.)";
	size_t n;

	for (n = 0; n <= sizeof(text) - 1; n++) {
		char *copy = malloc(n + !n);

		memcpy(copy, text, n);
		compare_bytes(copy, n, text, sizeof(text) - 1);
		compare_bytes(text, sizeof(text) - 1, copy, n);
		free(copy);
	}
}

Test(comparison, relations_have_their_names)
{
	cr_assert_str_eq(relation_names[EQUAL], "equal");
	cr_assert_str_eq(relation_names[REPRINT_ONLY], "reprint-only");
	cr_assert_str_eq(relation_names[TRANSCRIPT_ONLY], "transcript-only");
	cr_assert_str_eq(document_relation_names[VERBATIM], "verbatim");
	cr_assert_str_eq(document_relation_names[WHOLE_REPRINT], "reprint");
	cr_assert_str_eq(document_relation_names[UNREADABLE], "unreadable");
	comparison_free(NULL);
}
