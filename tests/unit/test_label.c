#include "config.h"

#include "compare/label.h"

#include <criterion/criterion.h>
#include <string.h>

#include "pair.h"
#include "prose.h"

/* A talk of turns, a paragraph each: labels[i] opens turn i, NULL and "" none;
 * a turn of NULL goes on the paragraph before. */
static struct buffer
talk(const char *const *labels, uint32_t n)
{
	struct buffer out = BUFFER_INIT;
	uint32_t i;

	for (i = 0; i < n; i++) {
		if (i)
			buffer_puts(&out, labels[i] ? "\n\n" : " ");
		if (labels[i])
			buffer_puts(&out, labels[i]);
		prose_paragraph(&out, i);
	}
	return out;
}

struct talks {
	struct buffer text[2];
	struct pair pair;
};

static void
compare_talks(struct talks *talks, const char *const *reprint,
	const char *const *transcript, uint32_t n)
{
	talks->text[0] = talk(reprint, n);
	talks->text[1] = talk(transcript, n);
	pair_change(&talks->pair, talks->text[0].data, talks->text[1].data);
}

static void
talks_release(struct talks *talks)
{
	pair_release(&talks->pair);
	buffer_release(&talks->text[0]);
	buffer_release(&talks->text[1]);
}

static const char *const given[] = {
	"SECRETARY HOLM: ", "MINISTER BRANDT: ", "SECRETARY HOLM: ",
	"MINISTER BRANDT: ", "Q: ", "SECRETARY HOLM: ", "Q: ",
	"MINISTER BRANDT: ", "SECRETARY HOLM: ", "MINISTER BRANDT: "
};

#define TURNS (sizeof(given) / sizeof(*given))

/* The given labels, each `from` replaced by `to`, from turn `first` on, at
 * most `most` times. */
static void
relabel(const char **labels, const char *from, const char *to, size_t first,
	size_t most)
{
	size_t i;

	memcpy(labels, given, sizeof(given));
	for (i = first; i < TURNS && most; i++)
		if (!strcmp(labels[i], from)) {
			labels[i] = to;
			most--;
		}
}

Test(label, the_same_labels_are_no_edits)
{
	struct talks talks;

	compare_talks(&talks, given, given, TURNS);
	cr_assert_eq(talks.pair.edits.n, 0);
	talks_release(&talks);
}

/* All edits are labels of the same person, this many. */
static void
assert_labels(const struct talks *talks, size_t n)
{
	size_t i;

	cr_assert_eq(pair_shapes(&talks->pair, EDIT_LABEL), n);
	cr_assert_eq(talks->pair.edits.n, n);
	for (i = 0; i < n; i++)
		cr_assert(talks->pair.edits.edit[i].same_person);
}

Test(label, a_title_more_or_less_is_the_same_person)
{
	static const char *const names[] = { "HOLM: ", "Ms. Holm: ",
		"SECRETARY OF STATE ANNA HOLM: ", "Secretary Holm: " };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *labels[TURNS];
		struct talks talks;

		relabel(labels, "SECRETARY HOLM: ", names[i], 0, TURNS);
		compare_talks(&talks, labels, given, TURNS);
		assert_labels(&talks, 4);
		talks_release(&talks);
		compare_talks(&talks, given, labels, TURNS);
		assert_labels(&talks, 4);
		talks_release(&talks);
	}
}

Test(label, one_renamed_throughout_is_the_same_person)
{
	const char *labels[TURNS];
	struct talks talks;

	relabel(labels, "SECRETARY HOLM: ", "MODERATOR: ", 0, TURNS);
	compare_talks(&talks, labels, given, TURNS);
	assert_labels(&talks, 4);
	talks_release(&talks);
}

Test(label, one_swapped_once_is_another_speaker)
{
	const char *labels[TURNS];
	const struct edit *edit;
	struct talks talks;

	relabel(labels, "SECRETARY HOLM: ", "MINISTER BRANDT: ", 2, 1);
	compare_talks(&talks, labels, given, TURNS);
	cr_assert_eq(talks.pair.edits.n, 1);
	edit = &talks.pair.edits.edit[0];
	cr_assert_eq(edit->shape, EDIT_LABEL);
	cr_assert_not(edit->same_person);
	cr_assert(edit_says(&talks.pair, edit, REPRINT, "MINISTER BRANDT"));
	cr_assert(edit_says(&talks.pair, edit, TRANSCRIPT, "SECRETARY HOLM"));
	talks_release(&talks);
}

Test(label, one_swapped_at_times_is_another_speaker)
{
	const char *labels[TURNS];
	struct talks talks;
	size_t i;

	relabel(labels, "SECRETARY HOLM: ", "MINISTER BRANDT: ", 2, 3);
	compare_talks(&talks, labels, given, TURNS);
	cr_assert_eq(talks.pair.edits.n, 3);
	for (i = 0; i < 3; i++)
		cr_assert_not(talks.pair.edits.edit[i].same_person);
	talks_release(&talks);
}

/* It takes more than once to see that it is a name for the same one. */
Test(label, another_name_for_one_turn_is_another_speaker)
{
	static const char *const turns[2][3] = {
		{ "SECRETARY HOLM: ", "MODERATOR: ", "SECRETARY HOLM: " },
		{ "SECRETARY HOLM: ", "PER LIND: ", "SECRETARY HOLM: " }
	};
	struct talks talks;

	compare_talks(&talks, turns[0], turns[1], 3);
	cr_assert_eq(talks.pair.edits.n, 1);
	cr_assert_eq(talks.pair.edits.edit[0].shape, EDIT_LABEL);
	cr_assert_not(talks.pair.edits.edit[0].same_person);
	talks_release(&talks);
}

Test(label, two_who_changed_places_are_not_renamed)
{
	const char *labels[TURNS];
	struct talks talks;
	size_t i;

	memcpy(labels, given, sizeof(given));
	for (i = 0; i < TURNS; i += 3)
		labels[i] = strcmp(given[i], "SECRETARY HOLM: ") ?
			"SECRETARY HOLM: " : "MINISTER BRANDT: ";
	compare_talks(&talks, labels, given, TURNS);
	cr_assert_eq(pair_shapes(&talks.pair, EDIT_LABEL), 4);
	for (i = 0; i < talks.pair.edits.n; i++)
		cr_assert_not(talks.pair.edits.edit[i].same_person);
	talks_release(&talks);
}

Test(label, a_change_of_speaker_without_a_label_is_swallowed)
{
	const char *labels[TURNS];
	const char *const without[] = { "", NULL };
	size_t i;

	for (i = 0; i < 2; i++) {
		const struct edit *edit = NULL;
		struct talks talks;
		size_t k;

		relabel(labels, "MINISTER BRANDT: ", without[i], 3, 1);
		compare_talks(&talks, labels, given, TURNS);
		cr_assert_eq(pair_shapes(&talks.pair, EDIT_SWALLOWED), 1);
		for (k = 0; k < talks.pair.edits.n; k++)
			if (talks.pair.edits.edit[k].shape == EDIT_SWALLOWED)
				edit = &talks.pair.edits.edit[k];
		cr_assert(edit_says(&talks.pair, edit, REPRINT, ""));
		cr_assert(edit_says(&talks.pair, edit, TRANSCRIPT,
			"MINISTER BRANDT"));
		/* it stands before the words that seem another's */
		k = document_paragraph_at(talks.pair.doc[TRANSCRIPT],
			edit->span[TRANSCRIPT].start);
		cr_assert_eq(k, 3);
		cr_assert(!strncmp(talks.text[0].data +
			edit->span[REPRINT].start, talks.text[1].data +
			edit->span[TRANSCRIPT].end + 2, 20));
		talks_release(&talks);
	}
}

Test(label, a_label_for_words_of_the_turn_before_is_another_speaker)
{
	const char *labels[TURNS];
	struct talks talks;

	/* the transcript has no label at turn 3, so turn 2 goes on */
	relabel(labels, "MINISTER BRANDT: ", "", 3, 1);
	compare_talks(&talks, given, labels, TURNS);
	cr_assert_eq(talks.pair.edits.n, 1);
	cr_assert_eq(talks.pair.edits.edit[0].shape, EDIT_LABEL);
	cr_assert_not(talks.pair.edits.edit[0].same_person);
	cr_assert(edit_says(&talks.pair, &talks.pair.edits.edit[0], REPRINT,
		"MINISTER BRANDT"));
	talks_release(&talks);
}

Test(label, a_speech_that_lost_all_labels_swallows_none)
{
	const char *labels[TURNS];
	struct talks talks;
	size_t i;

	/* nobody's words are nobody else's */
	for (i = 0; i < TURNS; i++)
		labels[i] = "";
	compare_talks(&talks, labels, given, TURNS);
	cr_assert_eq(pair_shapes(&talks.pair, EDIT_SWALLOWED), 0);
	cr_assert_eq(pair_shapes(&talks.pair, EDIT_LABEL), 0);
	talks_release(&talks);
}

Test(label, a_label_kept_in_a_merged_paragraph_is_there)
{
	struct talks talks;
	char *at;

	compare_talks(&talks, given, given, TURNS);
	pair_release(&talks.pair);
	at = strstr(talks.text[0].data, "\n\nMINISTER BRANDT: ");
	memcpy(at, "  ", 2);
	pair_change(&talks.pair, talks.text[0].data, talks.text[1].data);
	cr_assert_eq(pair_shapes(&talks.pair, EDIT_SWALLOWED), 0);
	cr_assert_eq(pair_shapes(&talks.pair, EDIT_LABEL), 0);
	cr_assert_eq(pair_shapes(&talks.pair, EDIT_MERGE), 1);
	talks_release(&talks);
}
