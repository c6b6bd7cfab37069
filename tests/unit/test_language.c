#include "config.h"

#include "compare/language.h"

#include <criterion/criterion.h>
#include <string.h>

#include "pair.h"

static bool
is_english(const char *text)
{
	struct pair pair;
	bool english;

	pair_read(&pair, text, "");
	english = language_is_english(pair.doc[0], pair.keys, 3);
	pair_release(&pair);
	return english;
}

Test(language, english_prose_is_english)
{
	cr_assert(is_english("We have kept the harbor open through the worst "
		"winter in forty years, and Minister Ordway thanks Captain "
		"Vale for it."));
	cr_assert(is_english("Yes, I was there once, and so was he."));
}

Test(language, other_prose_is_not)
{
	static const char *const rows[] = {
		"Nous avons gardé le port ouvert pendant le pire hiver depuis "
		"quarante ans, et on ne sait pas comment dire à tous merci.",
		"Hemos tenido el puerto abierto en el peor invierno, y no sé "
		"si me he de quedar con los que son de aquí.",
		"Wir waren in der Stadt, und die war so voll, was an dem Tag "
		"an der Sache lag, in die man geriet.",
		"Мы держали порт открытым всю эту зиму, худшую за сорок лет.",
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		cr_assert_not(is_english(rows[i]), "%s", rows[i]);
}

Test(language, the_commonest_words_tell_which)
{
	static const char *const rows[][2] = {
		{ "Nous avons gardé le port ouvert, et les îles et des gens "
		  "de la ville nous ont aidés dans une nuit.", "fr" },
		{ "Hemos tenido el puerto abierto, y los que son de las islas "
		  "y del norte lo saben por una vez.", "es" },
		{ "Wir waren in der Stadt, und die war nicht so voll, und das "
		  "ist ein Glück für den Hafen.", "de" },
		{ "Держали порт открытым всю эту зиму.", "" },
		{ "Lorem ipsum dolor sit amet.", "" },
	};
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct pair pair;
		const char *guess;

		pair_read(&pair, rows[i][0], "");
		guess = language_guess(pair.doc[0], pair.keys, 3);
		cr_assert_str_eq(guess ? guess : "", rows[i][1], "%s",
			rows[i][0]);
		pair_release(&pair);
	}
}
