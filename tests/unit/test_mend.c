#include "config.h"

#include "text/mend.h"

#include <criterion/criterion.h>
#include <string.h>

#include "text/codec.h"

static const char *const sound[] = {
	"Les députés ont voté l’amendement à l’unanimité ; où étaient-ils ?",
	"Die Straße führt über die Brücke, sagte sie: „Es genügt.“",
	"El niño pidió más café, y ¿quién se lo negó?",
	"Às três horas, a sessão não tinha começado: «Amanhã», disse.",
	"Perché è così? La verità è più semplice di ciò che dice.",
	"Příliš žluťoučký kůň přeběhl řeku a zmizel v mlze.",
	"Zażółć gęślą jaźń – to zdanie ma wszystkie litery.",
	"Министр ответил, что «переговоры» ещё не закончены — и ушёл.",
	"Ο υπουργός απάντησε ότι η συζήτηση δεν τελείωσε ακόμη.",
	"השר ענה שהשיחות עדיין לא הסתיימו.",
	"قال الوزير إن المحادثات لم تنته بعد.",
	"मंत्री ने कहा कि वार्ता अभी समाप्त नहीं हुई है।",
	"รัฐมนตรีตอบว่าการเจรจายังไม่เสร็จสิ้น",
	"部长回答说,谈判还没有结束。",
	"大臣は、交渉はまだ終わっていないと答えた。",
	"장관은 협상이 아직 끝나지 않았다고 답했다.",
	"Bộ trưởng trả lời rằng cuộc đàm phán vẫn chưa kết thúc.",
	"Bakan, görüşmelerin henüz bitmediğini söyledi; kapıyı çarptı.",
	"Țara noastră așteaptă răspunsul ministrului: „Mâine.”",
	"Міністр відповів: «Її слова — не кінець», і пішов до Рівного.",
	NULL
};

/* The damage that is found in the text, undone. */
static void
mend(const char *text, size_t n, struct mends *mends, struct buffer *mended)
{
	size_t at = 0, i;

	memset(mends, 0, sizeof(*mends));
	mended->len = 0;
	mend_text(text, n, mends);
	for (i = 0; i < mends->n; i++) {
		const struct mended *it = &mends->mend[i];

		cr_assert(it->span.start >= at && it->span.end <= n);
		buffer_add(mended, text + at, it->span.start - at);
		if (span_length(it->sound))
			buffer_add(mended, mends->sound.data + it->sound.start,
				span_length(it->sound));
		at = it->span.end;
	}
	buffer_add(mended, text + at, n - at);
}

static void
expect_mended(const char *damaged, const char *wanted)
{
	struct mends mends;
	struct buffer mended = BUFFER_INIT;

	mend(damaged, strlen(damaged), &mends, &mended);
	cr_expect_str_eq(mended.data, wanted, "%s gave %s, not %s", damaged,
		mended.data, wanted);
	mends_release(&mends);
	buffer_release(&mended);
}

static unsigned
steps_of(const char *damaged)
{
	struct mends mends = { 0 };
	unsigned steps = 0;
	size_t i;

	mend_text(damaged, strlen(damaged), &mends);
	for (i = 0; i < mends.n; i++)
		steps |= mends.mend[i].steps;
	mends_release(&mends);
	return steps;
}

static void
expect_silent(const char *text)
{
	cr_expect_eq(steps_of(text), 0, "%s is taken for damaged", text);
}

Test(mend, sound_text_of_any_language_is_left_alone)
{
	size_t i;

	for (i = 0; sound[i]; i++)
		expect_silent(sound[i]);
}

Test(mend, text_of_all_languages_together_is_left_alone)
{
	struct buffer text = BUFFER_INIT;
	struct mends mends = { 0 };
	size_t i;

	for (i = 0; sound[i]; i++) {
		buffer_puts(&text, sound[i]);
		buffer_putc(&text, i % 3 ? '\n' : ' ');
	}
	mend_text(text.data, text.len, &mends);
	cr_expect_eq(mends.n, 0);
	mends_release(&mends);
	buffer_release(&text);
}

static void
expect_undone(const char *charset, unsigned layers)
{
	const struct codec *codec = codec_find(charset);
	struct buffer in = BUFFER_INIT, out = BUFFER_INIT;
	size_t i;
	unsigned k;

	for (i = 0; sound[i]; i++) {
		in.len = 0;
		buffer_puts(&in, sound[i]);
		for (k = 0; k < layers; k++) {
			struct buffer swap = in;

			out.len = 0;
			codec_through(NULL, codec, in.data, in.len, &out);
			in = out;
			out = swap;
		}
		expect_mended(in.data, sound[i]);
	}
	buffer_release(&in);
	buffer_release(&out);
}

Test(mend, utf8_read_as_a_single_byte_charset_is_undone)
{
	expect_undone("windows-1252", 1);
	expect_undone("ISO-8859-1", 1);
	expect_undone("windows-1251", 1);
	expect_undone("KOI8-R", 1);
	expect_undone("windows-1254", 1);
}

Test(mend, two_layers_are_undone)
{
	expect_undone("windows-1252", 2);
}

Test(mend, the_charsets_are_named_in_the_order_of_their_reading)
{
	struct mends mends = { 0 };
	static const char text[] = "a fee of Г‚ВЈ9 a head";

	mend_text(text, strlen(text), &mends);
	cr_assert_eq(mends.n, 1);
	cr_expect_eq(mends.mend[0].layers, 2);
	cr_expect_str_eq(mends.mend[0].codec[0]->name, "windows-1252");
	cr_expect_str_eq(mends.mend[0].codec[1]->name, "windows-1251");
	mends_release(&mends);
}

Test(mend, damage_amid_sound_letters_is_found)
{
	expect_mended("Ils ont élu le dÃ©putÃ© de l’Hérault.",
		"Ils ont élu le député de l’Hérault.");
	expect_mended("He said â€œnoâ€ twice — “no”.",
		"He said “no” twice — “no”.");
}

Test(mend, no_break_spaces_made_blanks_are_undone)
{
	expect_mended("Elle est Ã\u00A0 Lyon.", "Elle est à Lyon.");
	expect_mended("La mÃ¨re est lÃ , Ã cÃ´tÃ©.", "La mère est là, à côté.");
}

Test(mend, what_is_left_of_a_lost_third_byte_is_a_quotation_mark)
{
	expect_mended("It was â€œgoodâ€ and â€œbadâ€\uFFFD.",
		"It was “good” and “bad”.");
	expect_mended("the year â€\" and the day", "the year — and the day");
}

Test(mend, the_case_of_damage_does_not_hide_it)
{
	expect_mended("le comitã© rã©uni", "le comité réuni");
}

Test(mend, surrogates_encoded_one_by_one_make_one_character)
{
	expect_mended("well done í\u00A0½í¸\xC2\x80!", "well done 😀!");
}

Test(mend, capitals_and_signs_that_may_be_meant_are_left_alone)
{
	expect_silent("The letter Ã’s name, as in IRMÃ.");
	expect_silent("CAFÉ® and MARQUÉ…, 3×£20, “×”");
	expect_silent("ÅØ, ÄÖ and ÀÉ are letters.");
	expect_silent("├─┤ and ┌┬┐ are drawn");
	expect_silent("√π is less than ∞");
}

Test(mend, controls_are_characters_of_windows_1252)
{
	expect_mended("a \xC2\x93quote\xC2\x94 \xC2\x96 and it\xC2\x92s over",
		"a “quote” – and it’s over");
	cr_expect_eq(steps_of("a \xC2\x93quote\xC2\x94"), MEND_CONTROL);
}

Test(mend, a_next_line_is_an_end_of_line_where_there_is_no_other)
{
	expect_silent("First line\xC2\x85 Second line");
	expect_mended("Well\xC2\x85 yes\nof course", "Well… yes\nof course");
}

Test(mend, character_references_are_undone)
{
	expect_mended("We&rsquo;re &amp;#8220;here&amp;#8221;",
		"We’re “here”");
	expect_silent("<p>We&rsquo;re <b>here</b></p>");
	expect_silent("R&D; and a&b");
}

Test(mend, references_may_hide_a_wrong_charset)
{
	expect_mended("don&acirc;&euro;&trade;t", "don’t");
}

Test(mend, escapes_are_undone_where_they_can_be_nothing_else)
{
	expect_mended("we=E2=80=99re caf=C3=A9 a=3Db", "we’re café a=b");
	expect_mended("caf%C3%A9 au lait", "café au lait");
	expect_mended("it\\u2019s \\ud83d\\ude00", "it’s 😀");
	expect_silent("see https://example.org/caf%C3%A9?a=C3=A9");
	expect_silent("set --file=DATA and x=92, 100%20");
}

Test(mend, placeholders_are_found)
{
	expect_mended("don\uFFFDt", "don’t");
	expect_mended("I don?t know", "I don’t know");
	cr_expect_eq(steps_of("caf\uFFFD"), MEND_PLACEHOLDER);
	expect_silent("Really?no. See http://a.org/b?it=1");
}

Test(mend, what_does_not_show_is_found_where_no_script_needs_it)
{
	expect_mended("to\u200Bday so\u00ADon", "today soon");
	expect_silent("می‌خواهم \u200F(1)\u200F");
	expect_silent("\U0001F468\u200D\U0001F469\u200D\U0001F467");
	expect_silent("क्\u200Dष");
}

Test(mend, quotes_that_quote_nothing_are_a_dash)
{
	expect_mended("the vote “” it was close",
		"the vote – it was close");
	expect_silent("set it to \"\" or \"\".");
}

Test(mend, any_bytes_are_taken)
{
	struct mends mends = { 0 };
	char text[4 * 256];
	size_t i;

	for (i = 0; i < sizeof(text); i++)
		text[i] = (char)(i * 167 + i / 256);
	mend_text(text, sizeof(text), &mends);
	mend_text(text, 0, &mends);
	mends_release(&mends);
}

Test(mend, a_line_without_an_end_is_cut_between_characters)
{
	struct buffer text = BUFFER_INIT;
	struct mends mends = { 0 };
	size_t i;

	for (i = 0; i < 5000; i++)
		buffer_puts(&text, "部长回答说谈判还没有结束");
	mend_text(text.data, text.len, &mends);
	cr_expect_eq(mends.n, 0);
	mends_release(&mends);
	buffer_release(&text);
}
