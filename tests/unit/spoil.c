#include "config.h"

#include "spoil.h"

#include <ctype.h>

#include "prose.h"

struct spoiler {
	uint64_t state;
	unsigned rate;			/* one word in so many */
};

/* A word and what stands behind it, spoilt in one way or another. */
static void
spoil_word(struct spoiler *spoiler, struct buffer *out, const char *word,
	size_t n, const char *behind, size_t nbehind)
{
	switch (prose_random(&spoiler->state, 14)) {
	case 0:			/* left out */
		return;
	case 1:			/* put in */
		prose_word(out, prose_random(&spoiler->state, 3000));
		buffer_putc(out, ' ');
		break;
	case 2:			/* another */
		prose_word(out, prose_random(&spoiler->state, 3000));
		buffer_add(out, behind, nbehind);
		return;
	case 3:			/* a slip of the key */
		buffer_add(out, word, n - 1);
		buffer_add(out, behind, nbehind);
		return;
	case 4:			/* the other case */
		buffer_putc(out, (char)(*word ^ 0x20));
		buffer_add(out, word + 1, n - 1);
		buffer_add(out, behind, nbehind);
		return;
	case 5:			/* a quotation */
		buffer_puts(out, "“");
		buffer_add(out, word, n);
		buffer_puts(out, "”");
		buffer_add(out, behind, nbehind);
		return;
	case 6:			/* a break */
		buffer_add(out, word, n);
		buffer_puts(out, "\n\n");
		return;
	case 7:			/* no break, no stop */
		buffer_add(out, word, n);
		buffer_putc(out, ' ');
		return;
	case 8:			/* a dash */
		buffer_add(out, word, n);
		buffer_puts(out, " – ");
		return;
	case 9:			/* a dash, damaged */
		buffer_add(out, word, n);
		buffer_puts(out, " \u00E2\u20AC\u201C ");
		return;
	case 10:		/* an elision */
		buffer_add(out, word, n);
		buffer_puts(out, "... ");
		return;
	case 11:		/* said twice */
		buffer_add(out, word, n);
		buffer_putc(out, ' ');
		break;
	case 12:		/* glued to the next */
		buffer_add(out, word, n);
		return;
	case 13:		/* a sentence put in */
		prose_sentence(out, 100000 +
			prose_random(&spoiler->state, 10000));
		buffer_putc(out, ' ');
		break;
	}
	buffer_add(out, word, n);
	buffer_add(out, behind, nbehind);
}

static void
spoil_paragraph(struct spoiler *spoiler, struct buffer *out, uint32_t index)
{
	struct buffer text = BUFFER_INIT;
	size_t i = 0;

	prose_paragraph(&text, index);
	while (i < text.len) {
		size_t start = i, end;

		while (i < text.len && isalpha((unsigned char)text.data[i]))
			i++;
		end = i;
		while (i < text.len && !isalpha((unsigned char)text.data[i]))
			i++;
		if (prose_random(&spoiler->state, spoiler->rate))
			buffer_add(out, text.data + start, i - start);
		else
			spoil_word(spoiler, out, text.data + start,
				end - start, text.data + end, i - end);
	}
	buffer_release(&text);
}

struct buffer
spoil_speech(uint64_t seed, uint32_t n, unsigned rate, bool moves)
{
	struct spoiler spoiler = { seed, rate };
	struct buffer out = BUFFER_INIT;
	uint32_t i;

	buffer_puts(&out, "");
	for (i = 0; i < n; i++) {
		uint32_t what = prose_random(&spoiler.state, 25), index = i;

		if (what == 0)
			continue;
		if (what == 1)
			index = 5000 + prose_random(&spoiler.state, 1000);
		else if (what == 2 && moves)
			index = prose_random(&spoiler.state, n);
		spoil_paragraph(&spoiler, &out, index);
		buffer_puts(&out, "\n\n");
	}
	return out;
}
