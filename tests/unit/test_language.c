#include "config.h"

#include "compare/language.h"

#include <criterion/criterion.h>

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
