/*
 * Letters changed, put in, left out (Levenshtein, 1966): one edit for three
 * letters still passes for a slip.
 */
#include "config.h"

#include "base/nearest.h"

#include <stdio.h>
#include <string.h>

#define LENGTH_MOST 64			/* bytes of a name */

static unsigned
least(unsigned a, unsigned b, unsigned c)
{
	unsigned ab = a < b ? a : b;

	return ab < c ? ab : c;
}

static unsigned
distance(const char *a, const char *b)
{
	unsigned row[LENGTH_MOST + 1], i, j, n = (unsigned)strlen(b);

	for (j = 0; j <= n; j++)
		row[j] = j;
	for (i = 0; a[i]; i++) {
		unsigned diagonal = row[0];

		row[0] = i + 1;
		for (j = 0; j < n; j++) {
			unsigned old = row[j + 1];

			row[j + 1] = least(old + 1, row[j] + 1,
				diagonal + (a[i] != b[j]));
			diagonal = old;
		}
	}
	return row[n];
}

void
nearest_init(struct nearest *nearest, const char *word)
{
	size_t n = strlen(word);

	nearest->word = n <= LENGTH_MOST ? word : "";
	nearest->name = NULL;
	nearest->distance = (unsigned)(n + 2) / 3 + 1;
}

void
nearest_try(struct nearest *nearest, const char *name)
{
	unsigned edits;

	if (strlen(name) > LENGTH_MOST || !*nearest->word)
		return;
	edits = distance(nearest->word, name);
	if (edits >= nearest->distance)
		return;
	nearest->distance = edits;
	nearest->name = name;
}

const char *
nearest_hint(struct nearest *nearest)
{
	if (!nearest->name)
		return "";
	snprintf(nearest->hint, sizeof(nearest->hint),
		"; the nearest is %s", nearest->name);
	return nearest->hint;
}
