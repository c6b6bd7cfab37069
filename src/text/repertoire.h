/*
 * Which languages write a letter.
 *
 * From the exemplar characters of the Unicode Common Locale Data Repository,
 * as ICU carries them: the letters that the spelling of a language needs (UTS
 * #35, part 2, Character Elements).
 */
#ifndef VERBATIM_TEXT_REPERTOIRE_H
#define VERBATIM_TEXT_REPERTOIRE_H

#include <stdbool.h>
#include <stdint.h>

/* A set of languages. */
#define LANGUAGES_WORDS 4
struct languages {
	uint64_t bit[LANGUAGES_WORDS];
};

/*
 * Those that write the letter, in either case.  Empty for what is no letter of
 * any of them, and for scripts from U+2000 on, whose letters are only known or
 * not.
 */
struct languages
repertoire_languages(uint32_t code);

/* Does any living language write it? */
bool
repertoire_knows(uint32_t code);

unsigned
languages_count(const struct languages *languages);

/* Keeps those that are in both; false where there are none. */
bool
languages_meet(struct languages *languages, const struct languages *other);

#endif
