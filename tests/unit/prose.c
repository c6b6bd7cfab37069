#include "config.h"

#include "prose.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>

#define VOCABULARY 6000

static const char *const common[] = {
	"the", "of", "and", "to", "a", "in", "that", "is", "we", "it", "for",
	"with", "as", "on", "be", "are", "this", "by", "from", "have", "our",
	"at", "which", "will", "or", "has", "their", "they", "was", "all",
	"who", "more", "if", "there", "can", "so", "what", "about", "into",
	"some"
};

#define COMMON (sizeof(common) / sizeof(*common))

/* splitmix64 (Steele, Lea & Flood 2014) */
uint32_t
prose_random(uint64_t *state, uint32_t below)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (uint32_t)((z ^ (z >> 31)) >> 16) % below;
}

/* Two to four syllables, one word for each rank. */
void
prose_word(struct buffer *out, uint32_t rank)
{
	static const char *const onset[] = { "b", "br", "c", "d", "f", "g",
		"h", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr",
		"v" };
	static const char *const vowel[] = { "a", "e", "i", "o", "u" };
	static const char *const coda[] = { "n", "r", "l", "st", "d", "ct" };
	uint32_t left = rank * 7;

	if (rank < COMMON) {
		buffer_puts(out, common[rank]);
		return;
	}
	do {
		buffer_puts(out, onset[left % 18]);
		left /= 18;
		buffer_puts(out, vowel[left % 5]);
		left /= 5;
	} while (left);
	buffer_puts(out, coda[rank % 6]);
}

void
prose_sentence(struct buffer *out, uint32_t index)
{
	uint64_t state = ((uint64_t)index + 1) << 20;
	uint32_t i, n = 7 + prose_random(&state, 16);
	size_t start = out->len;

	for (i = 0; i < n; i++) {
		double share = prose_random(&state, 1 << 16) / 65536.0;

		if (i)
			buffer_puts(out, prose_random(&state, 12) ? " " :
				", ");
		prose_word(out, (uint32_t)pow(VOCABULARY, share) - 1);
	}
	out->data[start] = (char)toupper((unsigned char)out->data[start]);
	buffer_putc(out, '.');
}

void
prose_paragraph(struct buffer *out, uint32_t index)
{
	uint64_t state = index;
	uint32_t i, n = 3 + prose_random(&state, 4);

	for (i = 0; i < n; i++) {
		if (i)
			buffer_putc(out, ' ');
		prose_sentence(out, index * 8 + i);
	}
}

void
prose_add(struct buffer *out, uint32_t from, uint32_t to)
{
	for (; from < to; from++) {
		if (out->len)
			buffer_puts(out, "\n\n");
		prose_paragraph(out, from);
	}
}
