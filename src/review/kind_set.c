/* A bit for each kind, so that to ask costs the same however many are named. */
#include "config.h"

#include "review/kind_set.h"

#include <string.h>

static bool
is_name(const char *it, const char *name, size_t n)
{
	return strlen(it) == n && !memcmp(it, name, n);
}

static void
add(struct kind_set *set, const struct kind *kind)
{
	unsigned index = kind_index(kind);

	set->bits[index / 64] |= UINT64_C(1) << index % 64;
}

bool
kind_set_add(struct kind_set *set, const char *name, size_t n)
{
	const struct family *const *family;
	const struct kind *kind;
	bool found = false;

	for (family = families; *family; family++)
		for (kind = (*family)->kinds; kind->name; kind++)
			if (is_name(kind->name, name, n) ||
			    is_name((*family)->name, name, n)) {
				add(set, kind);
				found = true;
			}
	return found;
}

bool
kind_set_has(const struct kind_set *set, const struct kind *kind)
{
	unsigned index = kind_index(kind);

	return set->bits[index / 64] >> index % 64 & 1;
}
