#include "config.h"

#include "compare/classify.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"
#include "prose.h"

/* Before and behind what is tested there is text enough to align. */
#define BEFORE "We have said before what we have to say on trade, and "
#define AFTER " will be what we say again in the spring to all who ask us."

/* A difference and the one finding it gives. */
struct row {
	const char *reprint, *transcript;
	const char *kind;
	const char *says[2];
};

static void
assert_row(const struct row *row)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct pair pair;

	buffer_printf(&text[0], BEFORE "%s" AFTER, row->reprint);
	buffer_printf(&text[1], BEFORE "%s" AFTER, row->transcript);
	pair_compare(&pair, text[0].data, text[1].data);
	cr_assert_str_eq(pair_kinds(&pair), row->kind,
		"\"%s\" for \"%s\" is %s, not %s", row->reprint,
		row->transcript, pair_kinds(&pair), row->kind);
	if (row->says[0])
		cr_assert(finding_says(&pair, &pair.cmp->findings[0], REPRINT,
			row->says[0]), "\"%s\" for \"%s\"", row->reprint,
			row->transcript);
	if (row->says[1])
		cr_assert(finding_says(&pair, &pair.cmp->findings[0],
			TRANSCRIPT, row->says[1]), "\"%s\" for \"%s\"",
			row->reprint, row->transcript);
	pair_release(&pair);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}

static void
assert_rows(const struct row *row, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		assert_row(&row[i]);
}

#define ASSERT_ROWS(rows) assert_rows(rows, sizeof(rows) / sizeof(*(rows)))

Test(classify, damage_is_told_by_what_shows)
{
	static const struct row rows[] = {
		{ "they don\u00E2\u20AC\u2122t go", "they don’t go",
		  "encoding.mojibake", { NULL, NULL } },
		{ "they – \u00C3\u00A2\u00E2\u201A\u00AC\u00E2\u20AC\u0153 go",
		  "they – – go", "encoding.mojibake", { NULL, "–" } },
		{ "they go \"\" now", "they go — now", "encoding.mangled",
		  { "\"\"", "—" } },
		{ "they don\uFFFDt go", "they don’t go",
		  "encoding.replacement", { "don\uFFFDt", "don’t" } },
		{ "a communiqu? now", "a communiqué now",
		  "encoding.replacement", { NULL, "communiqué" } },
		{ "the communiqus now", "the communiqués now",
		  "encoding.lost", { "communiqus", "communiqués" } },
		{ "they don\xC2\x92t go", "they don’t go", "encoding.control",
		  { NULL, NULL } },
		{ "they don&rsquo;t go", "they don’t go", "encoding.entity",
		  { NULL, NULL } },
		{ "they go &ndash; now", "they go – now", "encoding.entity",
		  { "&ndash;", "–" } },
		{ "they go &amp; now", "they go & now", "encoding.entity",
		  { "&amp;", "&" } },
		{ "they don=E2=80=99t go", "they don’t go", "encoding.escape",
		  { NULL, NULL } },
		{ "they don\\u2019t go", "they don’t go", "encoding.escape",
		  { NULL, NULL } },
		{ "they no\u00ADwhere go", "they nowhere go",
		  "encoding.invisible", { NULL, "nowhere" } },
		{ "the communiques now", "the communiqués now",
		  "encoding.accent", { "communiques", "communiqués" } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, other_glyphs_are_typography)
{
	static const struct row rows[] = {
		{ "they don't go", "they don’t go", "typography.quotes",
		  { NULL, NULL } },
		{ "they go -- now", "they go — now", "typography.dash",
		  { "--", "—" } },
		{ "they go ... now", "they go … now", "typography.ellipsis",
		  { "...", "…" } },
		{ "they go\u00A0now", "they go now", "typography.space",
		  { "\u00A0", " " } },
		{ "they ﬁnd it", "they find it", "typography.ligature",
		  { NULL, "find" } },
		{ "a cafe\u0301 now", "a café now",
		  "typography.normalization", { NULL, "café" } },
		{ "they *really* go", "they really go",
		  "typography.markup typography.markup", { "*", "" } },
		{ "they co-\noperate now", "they cooperate now",
		  "typography.hyphenation", { NULL, NULL } },
		{ "all 3 of them", "all three of them", "typography.numeral",
		  { "3", "three" } },
		{ "some 50% of it", "some 50 percent of it",
		  "typography.numeral", { NULL, NULL } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, other_words_are_wording)
{
	static const struct row rows[] = {
		{ "they sing now", "they swim now", "wording.substitution",
		  { "sing", "swim" } },
		{ "all 31 of them", "all 32 of them", "wording.number",
		  { "31", "32" } },
		{ "all three of them", "all four of them", "wording.number",
		  { "three", "four" } },
		{ "in July of it", "in June of it", "wording.number",
		  { "July", "June" } },
		{ "they do go", "they do not go", "wording.negation",
		  { "", "not" } },
		{ "they do not go", "they do go", "wording.negation",
		  { "not", "" } },
		{ "they can go", "they can't go", "wording.negation",
		  { "can", "can't" } },
		{ "they never go", "they always go", "wording.negation",
		  { "never", "always" } },
		{ "they met Holm there", "they met Brandt there",
		  "wording.name", { "Holm", "Brandt" } },
		{ "they recieve it", "they receive it", "wording.spelling",
		  { "recieve", "receive" } },
		{ "they organise it", "they organize it", "wording.spelling",
		  { "organise", "organize" } },
		{ "what They go", "what they go", "wording.case",
		  { "They", "they" } },
		{ "they go; now", "they go, now", "wording.punctuation",
		  { ";", "," } },
		{ "they go now", "they go, now", "wording.punctuation",
		  { "", "," } },
		{ "they must also go", "they also must go", "wording.order",
		  { NULL, NULL } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, what_is_left_out_is_told_by_what_it_was)
{
	static const struct row rows[] = {
		{ "they now", "they go now", "omission.words", { "", "go" } },
		{ "it is. Then", "it is. They left us early. Then",
		  "omission.sentence", { "", "They left us early." } },
		{ "it is. Then", "it is. (Applause.) Then", "omission.note",
		  { "", "(Applause.)" } },
		{ "it is.\n\nThen", "it is.\n\nThey left us early, as they "
		  "had to.\n\nThen", "omission.paragraph", { "", NULL } },
		{ "it is ... then", "it is late in the long day, and then",
		  "truncation.elided", { "...", NULL } },
		{ "it is late\n\nThen", "it is late in the long day, and they "
		  "left.\n\nThen", "truncation.mid-sentence", { "", NULL } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, what_is_put_in_is_told_by_what_it_is)
{
	static const struct row rows[] = {
		{ "they go now", "they now", "insertion.words", { "go", "" } },
		{ "it is. They left us early. Then", "it is. Then",
		  "insertion.sentence", { "They left us early.", "" } },
		{ "it is. (Applause.) Then", "it is. Then", "insertion.note",
		  { "(Applause.)", "" } },
		{ "it is.\n\nThey left us early, as they had to.\n\nThen",
		  "it is.\n\nThen", "insertion.paragraph",
		  { "They left us early, as they had to.", NULL } },
		{ "it is.\n\nSee also: www.example.org\n\nThen",
		  "it is.\n\nThen", "insertion.apparatus", { NULL, NULL } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, breaks_are_structure)
{
	static const struct row rows[] = {
		{ "they go.\n\nNow they", "they go. Now they",
		  "structure.split", { "\n\n", " " } },
		{ "they go. Now they", "they go.\n\nNow they",
		  "structure.merge", { " ", "\n\n" } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, the_reprint_is_not_blamed_for_the_transcript)
{
	static const struct row rows[] = {
		{ "they don’t go", "they don\u00E2\u20AC\u2122t go",
		  "transcript.damaged", { NULL, NULL } },
		{ "they don’t go", "they don&rsquo;t go",
		  "transcript.damaged", { NULL, NULL } },
		{ "they don’t go", "they don\xC2\x92t go",
		  "transcript.damaged", { NULL, NULL } },
		{ "they – go", "they \uFFFD go", "transcript.damaged",
		  { "–", "\uFFFD" } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, the_same_damage_on_both_sides_is_no_difference)
{
	static const struct row rows[] = {
		{ "don\u00E2\u20AC\u2122t", "don\u00E2\u20AC\u2122t", "",
		  { NULL, NULL } },
		{ "&rsquo; =E2=80=99 \uFFFD \xC2\x92 ?",
		  "&rsquo; =E2=80=99 \uFFFD \xC2\x92 ?", "", { NULL, NULL } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, a_correction_in_the_transcript_is_no_ones_fault)
{
	static const struct row rows[] = {
		{ "they call now", "they <s>call</s> [meet] now",
		  "transcript.correction", { "call", "<s>call</s> [meet]" } },
		{ "they meet now", "they <s>call</s> [meet] now",
		  "transcript.correction", { "meet", NULL } },
		{ "they meet now", "they ~~call~~ [meet] now",
		  "transcript.correction", { NULL, NULL } },
	};

	ASSERT_ROWS(rows);
}

/* A wrong word beside a damaged mark is two findings. */
Test(classify, damage_does_not_hide_what_stands_beside_it)
{
	static const struct row rows[] = {
		{ "in 2015 \u00E2\u20AC\u201C they go",
		  "in 2014 – they go", "wording.number encoding.mojibake",
		  { "2015", "2014" } },
		{ "they sing \u00E2\u20AC\u201C now", "they swim – now",
		  "wording.substitution encoding.mojibake",
		  { "sing", "swim" } },
	};

	ASSERT_ROWS(rows);
}

Test(classify, every_finding_says_what_it_is_in_a_sentence)
{
	struct buffer text = BUFFER_INIT, spoilt = BUFFER_INIT;
	struct pair pair;
	size_t i;

	prose_add(&text, 0, 10);
	prose_add(&spoilt, 0, 4);
	buffer_puts(&spoilt, " And \u00E2\u20AC\u201C now\n\n");
	prose_add(&spoilt, 6, 10);
	buffer_puts(&spoilt, "\n\n(C) The agency, 2015");
	pair_compare(&pair, spoilt.data, text.data);
	cr_assert_geq(pair.cmp->nfinding, 2);
	for (i = 0; i < pair.cmp->nfinding; i++) {
		const struct finding *it = &pair.cmp->findings[i];

		cr_assert_eq(strncmp(it->message, it->kind->title,
			strlen(it->kind->title)), 0);
		cr_assert_eq(it->message[strlen(it->message) - 1], '.');
		cr_assert_lt(strlen(it->message), 1000);
		cr_assert(it->has[REPRINT] || it->has[TRANSCRIPT]);
		cr_assert(it->id);
	}
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&spoilt);
}

static bool
has_id(const struct comparison *cmp, uint64_t id)
{
	size_t i, n = 0;

	for (i = 0; i < cmp->nfinding; i++)
		n += cmp->findings[i].id == id;
	cr_assert_leq(n, 1, "two findings have one identity");
	return n == 1;
}

/* A speech with a few faults, and another in paragraph `more`, if any. */
static struct buffer
spoilt_speech(uint32_t more)
{
	static const char *const faults[] = { " Not so they say.", "\n\n",
		" \u00E2\u20AC\u201C ", " said said", "“",
		" Not so they say." };
	struct buffer out = BUFFER_INIT;
	uint32_t i;

	for (i = 0; i < 40; i++) {
		if (i)
			buffer_puts(&out, "\n\n");
		if (i == more)
			buffer_puts(&out, "And it is this: ");
		if (i != 17)
			prose_paragraph(&out, i);
		if (i % 7 == 3)
			buffer_puts(&out, faults[i / 7]);
	}
	return out;
}

Test(classify, an_identity_survives_an_edit_elsewhere)
{
	struct buffer text = BUFFER_INIT, spoilt = spoilt_speech(99);
	struct pair before, after;
	uint32_t more;
	size_t i;

	prose_add(&text, 0, 40);
	pair_compare(&before, spoilt.data, text.data);
	cr_assert_geq(before.cmp->nfinding, 6);
	for (i = 0; i < before.cmp->nfinding; i++)
		cr_assert(has_id(before.cmp, before.cmp->findings[i].id));
	for (more = 5; more < 40; more += 7) {
		struct buffer again = spoilt_speech(more);

		pair_compare(&after, again.data, text.data);
		cr_assert_gt(after.cmp->nfinding, before.cmp->nfinding);
		for (i = 0; i < before.cmp->nfinding; i++)
			cr_assert(has_id(after.cmp,
				before.cmp->findings[i].id), "%s is new",
				before.cmp->findings[i].kind->name);
		pair_release(&after);
		buffer_release(&again);
	}
	pair_release(&before);
	buffer_release(&text);
	buffer_release(&spoilt);
}

Test(classify, the_same_fault_at_many_places_has_many_identities)
{
	struct buffer text = BUFFER_INIT, spoilt = BUFFER_INIT;
	struct pair pair;
	size_t i;
	int k;

	for (k = 0; k < 50; k++) {
		buffer_puts(&text, "We don’t know what we don’t know. ");
		buffer_puts(&spoilt, "We don?t know what we don?t know. ");
	}
	pair_compare(&pair, spoilt.data, text.data);
	cr_assert_eq(pair.cmp->nfinding, 100);
	for (i = 0; i < pair.cmp->nfinding; i++)
		cr_assert(has_id(pair.cmp, pair.cmp->findings[i].id));
	pair_release(&pair);
	buffer_release(&text);
	buffer_release(&spoilt);
}

Test(classify, the_same_texts_give_the_same_findings)
{
	struct buffer text = BUFFER_INIT, spoilt = spoilt_speech(4);
	struct pair one, other;
	size_t i;

	prose_add(&text, 0, 40);
	pair_compare(&one, spoilt.data, text.data);
	pair_compare(&other, spoilt.data, text.data);
	cr_assert_eq(one.cmp->nfinding, other.cmp->nfinding);
	for (i = 0; i < one.cmp->nfinding; i++) {
		cr_assert_eq(one.cmp->findings[i].id,
			other.cmp->findings[i].id);
		cr_assert_str_eq(one.cmp->findings[i].message,
			other.cmp->findings[i].message);
	}
	pair_release(&one);
	pair_release(&other);
	buffer_release(&text);
	buffer_release(&spoilt);
}

/* The same words but for what is between brackets, which is left out. */
static void
assert_slip(const char *text, bool light)
{
	size_t open = strcspn(text, "<"), close = strcspn(text, ">");
	struct buffer reprint = BUFFER_INIT, transcript = BUFFER_INIT;
	struct pair pair;
	size_t i, n = 0;

	buffer_printf(&transcript, "%.*s%.*s%s", (int)open, text,
		(int)(close - open - 1), text + open + 1, text + close + 1);
	buffer_printf(&reprint, "%.*s%s", (int)open, text, text + close + 1);
	pair_compare(&pair, reprint.data, transcript.data);
	for (i = 0; i < pair.cmp->nfinding; i++)
		n += pair.cmp->findings[i].severity != NOTE;
	cr_assert(pair.cmp->nfinding && (light ? !n : n), "%s: %s", text,
		pair_kinds(&pair));
	pair_release(&pair);
	buffer_release(&reprint);
	buffer_release(&transcript);
}

Test(classify, slips_of_the_tongue_left_out_are_light)
{
	static const char *const rows[] = {
		"We are <infa- >invading the island, and they all know it.",
		"We are <infa– >invading the island, and they all know it.",
		"We are <infa — >invading the island, and they all know it.",
		"We are <inv... >invading the island, and they all know it.",
		"We saw the <the >harbor in the morning, and it was closed.",
		"Now <I – >I think that the harbor is open, as it was before.",
		"And <what we want, >what we want is a harbor, as before.",
		"And <no, no, >no, we will have a harbor here, as before.",
		"We did not <– not >want a harbor here, as you all know.",
		"We want<, uh,> a harbor here, and they all know that we do.",
		"We want<, er,> a harbor here, and they all know that we do.",
		"We went home. <Um. >We want a harbor, and they all know it.",
		"We want the <har- the >harbor, and they all know that we do.",
		"We want the <uh, the har- the >harbor, and they know it.",
		"Мы <вто- >вторгаемся на остров, и все это знают, и молчат.",
		"Мы <втор… >вторгаемся на остров, и все это знают, и молчат.",
		"Сегодня <я – >я думаю, что порт открыт, и все это знают.",
		"Мы хотим<, э-э,> порт, и все это знают, и все молчат.",
		"Nous <enva- >envahissons l’île, et tout le monde le sait.",
		"Nous voulons<, euh,> un port, et tout le monde le sait bien.",
		"Et <ce que nous voulons, >ce que nous voulons est un port.",
		"Estamos <inva- >invadiendo la isla, y todo el mundo lo sabe.",
		"Queremos<, eh,> un puerto, y todo el mundo lo sabe muy bien.",
		"Hoy <yo – >yo creo que iremos allí, y todo el mundo lo sabe.",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_slip(rows[i], true);
}

Test(classify, what_was_meant_and_left_out_is_not_light)
{
	static const char *const rows[] = {
		"We are <really >invading the island, and they all know it.",
		"We want a <well-kept >harbor here, and they all know it.",
		"We like <anti- and >pro-war speech, and they all know it.",
		"We want to <go – to >stay in the harbor, as they all know.",
		"We saw the <sea – the >seals, and they all know that we did.",
		"We did <not, uh, >want a harbor here, and they all know it.",
		"We want the ships <– large ships – >in the harbor tomorrow.",
		"Er kommt heute <um >drei Uhr, und das wissen alle hier.",
		"Das hat <er >gesagt, und alle anderen wissen das auch hier.",
		"Temos <um >porto aberto, e todo o mundo sabe que assim é.",
		"Мы <очень >хотим порт, и все это знают, и все молчат.",
		"Nous voulons <vraiment >un port, et tout le monde le sait.",
		"Queremos <mucho >un puerto, y todo el mundo lo sabe bien.",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_slip(rows[i], false);
}

Test(classify, a_number_in_another_writing_is_one_difference)
{
	static const struct row rows[] = {
		{ "the 25 ships", "the twenty-five ships",
		  "typography.numeral", { "25", "twenty-five" } },
		{ "the forty percent of it", "the 40% of it",
		  "typography.numeral", { "forty percent", "40%" } },
		{ "the three million dollars", "the $3 million",
		  "typography.numeral", { "three million dollars",
		  "$3 million" } },
		{ "the 40,000 ships", "the 40 thousand ships",
		  "typography.numeral", { "40,000", "40 thousand" } },
		{ "the 26 ships", "the twenty-five ships", "wording.number",
		  { "26", "twenty-five" } },
		{ "the 3-year-old ship", "the three-year-old ship",
		  "typography.numeral", { "3", "three" } },
	};

	ASSERT_ROWS(rows);
}
