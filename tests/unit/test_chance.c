#include "config.h"

#include "compare/chance.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "pair.h"
#include "prose.h"

/* The words of two documents as lists of keys, and what chance makes of
 * them. */
struct words {
	struct pair pair;
	uint32_t *key[2];
	uint32_t n[2];
	struct chance *chance;
	struct run_list runs;
};

static void
words_init(struct words *words, const char *reprint, const char *transcript)
{
	int side;
	uint32_t i;

	memset(words, 0, sizeof(*words));
	pair_read(&words->pair, reprint, transcript);
	for (side = 0; side < 2; side++) {
		const struct document *doc = words->pair.doc[side];

		words->n[side] = (uint32_t)doc->nword;
		words->key[side] = memory_alloc(doc->nword, sizeof(uint32_t));
		for (i = 0; i < doc->nword; i++)
			words->key[side][i] = doc->words[i].key;
	}
	words->chance = chance_new((const uint32_t *const[]){ words->key[0],
		words->key[1] }, words->n, keys_count(words->pair.keys));
}

static void
words_release(struct words *words)
{
	chance_free(words->chance);
	free(words->key[0]);
	free(words->key[1]);
	free(words->runs.run);
	pair_release(&words->pair);
}

static void
drop_islands(struct words *words)
{
	chance_drop_islands(words->chance, &words->runs,
		words->pair.doc[REPRINT], (struct range){ { 0, 0 },
		{ words->n[0], words->n[1] } });
}

/* The words from a on that are equal from b on, as one run. */
static struct run
run_from(const struct words *words, uint32_t a, uint32_t b)
{
	struct run run = { { a, b }, 0 };

	while (a + run.n < words->n[0] && b + run.n < words->n[1] &&
	       words->key[0][a + run.n] == words->key[1][b + run.n])
		run.n++;
	return run;
}

Test(chance, a_text_against_itself_is_not_chance)
{
	struct buffer text = BUFFER_INIT;
	struct words words;

	prose_add(&text, 0, 20);
	words_init(&words, text.data, text.data);
	run_list_add(&words.runs, run_from(&words, 0, 0));
	drop_islands(&words);
	cr_assert_eq(words.runs.n, 1);
	cr_assert_eq(words.runs.run[0].n, words.n[0]);
	words_release(&words);
	buffer_release(&text);
}

Test(chance, common_words_in_the_middle_of_nowhere_are_chance)
{
	struct buffer reprint = BUFFER_INIT, transcript = BUFFER_INIT;
	struct words words;
	struct run first, last, island = { { 0, 0 }, 2 };
	uint32_t a, b;

	/* three pages are left out, and a paragraph is put for them */
	prose_add(&transcript, 0, 60);
	prose_add(&reprint, 0, 6);
	prose_add(&reprint, 1000, 1002);
	prose_add(&reprint, 54, 60);
	words_init(&words, reprint.data, transcript.data);
	first = run_from(&words, 0, 0);
	last.n = 100;
	last.at[0] = words.n[0] - 100;
	last.at[1] = words.n[1] - 100;
	/* any two words that come again on the other side */
	for (a = first.n + 20; a < last.at[0] - 20 && !island.at[0]; a++)
		for (b = first.n + 100; b < last.at[1] - 100; b++)
			if (!memcmp(words.key[0] + a, words.key[1] + b, 8)) {
				island.at[0] = a;
				island.at[1] = b;
				break;
			}
	cr_assert(island.at[0]);
	run_list_add(&words.runs, first);
	run_list_add(&words.runs, island);
	run_list_add(&words.runs, last);
	drop_islands(&words);
	cr_assert_eq(words.runs.n, 2);
	cr_assert_eq(words.runs.run[0].n, first.n);
	cr_assert_eq(words.runs.run[1].at[0], last.at[0]);
	cr_assert_eq(words.runs.run[1].n, 100);
	words_release(&words);
	buffer_release(&reprint);
	buffer_release(&transcript);
}

Test(chance, common_words_between_their_neighbours_are_not)
{
	struct words words;
	struct run_list *runs = &words.runs;

	words_init(&words,
		"We met the minister of trade at the gate in the morning.",
		"We met the secretary of trade at the door in the morning.");
	run_list_add(runs, (struct run){ { 0, 0 }, 3 });
	run_list_add(runs, (struct run){ { 4, 4 }, 4 });
	run_list_add(runs, (struct run){ { 9, 9 }, 3 });
	drop_islands(&words);
	cr_assert_eq(runs->n, 3);
	words_release(&words);
}

Test(chance, a_common_word_among_other_words_is_chance)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	struct words words;
	struct run *run, first;
	uint32_t i, at;
	int side;

	/* ten others, "the", ten others, in the midst of what is alike */
	for (side = 0; side < 2; side++) {
		prose_add(&text[side], 0, 5);
		for (i = 0; i < 21; i++) {
			buffer_putc(&text[side], ' ');
			prose_word(&text[side], i == 10 ? 0 :
				3000 + 50 * (uint32_t)side + i);
		}
		buffer_puts(&text[side], ". ");
		prose_paragraph(&text[side], 5);
	}
	words_init(&words, text[0].data, text[1].data);
	first = run_from(&words, 0, 0);
	at = first.n + 10;
	run_list_add(&words.runs, first);
	run_list_add(&words.runs, run_from(&words, at, at));
	run_list_add(&words.runs, run_from(&words, at + 11, at + 11));
	run = words.runs.run;
	cr_assert_eq(run[1].n, 1);
	cr_assert_eq(run[2].at[0] + run[2].n, words.n[0]);
	drop_islands(&words);
	cr_assert_eq(words.runs.n, 2);
	cr_assert_eq(words.runs.run[1].at[0], at + 11);
	words_release(&words);
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}

Test(chance, what_is_dropped_leaves_the_rest_as_it_was)
{
	struct buffer text[2] = { BUFFER_INIT, BUFFER_INIT };
	uint64_t state = 23;
	uint32_t round;

	prose_add(&text[0], 0, 30);
	prose_add(&text[1], 15, 45);
	for (round = 0; round < 50; round++) {
		uint32_t a = 0, b = 0;
		struct run_list before = { 0 };
		struct words words;
		size_t i, k = 0;

		words_init(&words, text[0].data, text[1].data);
		/* matches that rise, wherever they are */
		while (a + 1 < words.n[0] && b + 1 < words.n[1]) {
			uint32_t at = b + prose_random(&state, 40);

			if (at < words.n[1] &&
			    words.key[0][a] == words.key[1][at]) {
				struct run run = run_from(&words, a, at);

				run_list_add(&words.runs, run);
				a += run.n;
				b = at + run.n;
			}
			a++;
		}
		for (i = 0; i < words.runs.n; i++)
			*ARRAY_ADD(before.run, before.n, before.cap) =
				words.runs.run[i];
		drop_islands(&words);
		for (i = 0; i < words.runs.n; i++, k++) {
			while (k < before.n && memcmp(&before.run[k],
			       &words.runs.run[i], sizeof(*before.run)))
				k++;
			cr_assert_lt(k, before.n);
		}
		free(before.run);
		words_release(&words);
	}
	buffer_release(&text[0]);
	buffer_release(&text[1]);
}

Test(chance, no_runs_are_none_afterwards)
{
	struct words words;

	words_init(&words, "One two three.", "Four five six.");
	drop_islands(&words);
	cr_assert_eq(words.runs.n, 0);
	cr_assert_not(chance_exceeded(words.chance, &words.runs,
		(uint32_t[]){ 10, 10 }));
	words_release(&words);
	words_init(&words, "", "");
	drop_islands(&words);
	cr_assert_eq(words.runs.n, 0);
	words_release(&words);
}

/* The more words there are to choose from, the more must be alike. */
Test(chance, a_run_is_believed_by_its_length_and_its_surroundings)
{
	struct buffer text = BUFFER_INIT;
	struct words words;
	uint32_t n, room, needed = 0;

	prose_add(&text, 0, 40);
	words_init(&words, text.data, text.data);
	for (room = 10; room < 10000000; room *= 100) {
		bool believed = false;

		for (n = 1; n <= 60; n++) {
			struct run run = { { 500, 500 }, n };
			struct run_list list = { &run, 1, 1 };
			uint32_t wide[2] = { room, room };
			uint32_t wider[2] = { room, room * 10 };
			bool now = chance_exceeded(words.chance, &list, wide);

			/* longer is better, wider is worse */
			cr_assert(!believed || now);
			cr_assert(now || !chance_exceeded(words.chance, &list,
				wider));
			if (now && !believed) {
				cr_assert_gt(n, needed);
				needed = n;
			}
			believed = now;
		}
		cr_assert(believed);
	}
	words_release(&words);
	buffer_release(&text);
}

Test(chance, rare_words_say_more_than_common_ones)
{
	struct buffer text = BUFFER_INIT;
	struct words words;
	struct run common = { { 0, 0 }, 4 }, rare = { { 200, 200 }, 4 };
	uint32_t room[2] = { 30, 30 }, i;

	for (i = 0; i < 200; i++)
		buffer_puts(&text, "the ");
	buffer_puts(&text, "gates of Holm harbour");
	words_init(&words, text.data, text.data);
	cr_assert(!chance_exceeded(words.chance, &(struct run_list){ &common,
		1, 1 }, room));
	cr_assert(chance_exceeded(words.chance, &(struct run_list){ &rare, 1,
		1 }, room));
	words_release(&words);
	buffer_release(&text);
}
