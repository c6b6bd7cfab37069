/*
 * The order of the search is the order of what is met: UTF-8 read as
 * windows-1252, once, twice, thrice; as another 8-bit charset; one 8-bit
 * charset as another; multibyte charsets; two layers of different charsets.
 */
#include "config.h"

#include "compare/misread.h"

#include <string.h>

#include "base/utf8.h"

/* One layer over the code points of `in`; 0 where one cannot be written. */
static unsigned
apply_layer(const struct codec *written, const struct codec *read,
	const uint32_t *in, unsigned n, uint32_t out[MISREAD_MOST])
{
	unsigned i, k, count = 0;

	for (i = 0; i < n; i++) {
		char bytes[UTF8_MAX];
		unsigned nbyte = 1;

		if (written) {
			int byte = codec_byte(written, in[i]);

			if (byte < 0)
				return 0;
			bytes[0] = (char)byte;
		} else {
			nbyte = utf8_encode(in[i], bytes);
		}
		if (count + nbyte > MISREAD_MOST)
			return 0;
		for (k = 0; k < nbyte; k++)
			out[count++] = codec_char(read,
				(unsigned char)bytes[k]);
	}
	return count;
}

unsigned
misread_code(const struct misreading *misreading, uint32_t code,
	uint32_t out[MISREAD_MOST])
{
	uint32_t in[MISREAD_MOST] = { code };
	unsigned n = 1, i;

	if (misread_is_multibyte(misreading))
		return 0;
	for (i = 0; i < misreading->layers && n; i++) {
		n = apply_layer(misreading->written[i], misreading->read[i],
			in, n, out);
		memcpy(in, out, n * sizeof(*in));
	}
	return n == 1 && out[0] == code ? 0 : n;
}

bool
misread_is_multibyte(const struct misreading *misreading)
{
	unsigned i;

	for (i = 0; i < misreading->layers; i++)
		if (misreading->read[i]->multibyte ||
		    (misreading->written[i] &&
		     misreading->written[i]->multibyte))
			return true;
	return false;
}

bool
misread_text(const struct misreading *misreading, const char *text, size_t n,
	struct buffer *out)
{
	struct buffer in = BUFFER_INIT, next = BUFFER_INIT;
	bool known = true;
	unsigned i;

	buffer_add(&in, text, n);
	for (i = 0; i < misreading->layers && known; i++) {
		struct buffer swap = in;

		next.len = 0;
		known = codec_through(misreading->written[i],
			misreading->read[i], in.data, in.len, &next);
		in = next;
		next = swap;
	}
	if (known && in.len)
		buffer_add(out, in.data, in.len);
	buffer_release(&in);
	buffer_release(&next);
	return known;
}

struct search {
	bool (*try)(void *, const struct misreading *);
	void *data;
};

static bool
try_layers(const struct search *search, const struct codec *read,
	unsigned layers)
{
	struct misreading it = { .layers = layers };
	unsigned i;

	for (i = 0; i < layers; i++)
		it.read[i] = read;
	return search->try(search->data, &it);
}

/* UTF-8 read in each charset. */
static bool
search_utf8(const struct search *search, bool multibyte)
{
	const struct codec *const *read;
	unsigned layers;

	for (read = codecs; *read; read++) {
		if ((*read)->multibyte != multibyte)
			continue;
		for (layers = 1; layers <= MISREAD_LAYERS; layers++)
			if (try_layers(search, *read, layers))
				return true;
	}
	return false;
}

static bool
try_pair(const struct search *search, const struct codec *written,
	const struct codec *read)
{
	struct misreading it = { 1, { written }, { read } };

	return search->try(search->data, &it);
}

/* Each 8-bit charset read in each other, then multibyte ones in 8-bit ones. */
static bool
search_pairs(const struct search *search)
{
	const struct codec *const *written, *const *read;
	int multibyte;

	for (multibyte = 0; multibyte < 2; multibyte++)
		for (written = codecs; *written; written++) {
			if ((*written)->multibyte != multibyte)
				continue;
			for (read = codecs; *read && !(*read)->multibyte;
			     read++)
				if (*read != *written &&
				    try_pair(search, *written, *read))
					return true;
		}
	return false;
}

/* UTF-8 read in one charset, and that in another. */
static bool
search_mixed(const struct search *search)
{
	const struct codec *const *first, *const *second;

	for (first = codecs; !(*first)->multibyte; first++)
		for (second = codecs; !(*second)->multibyte; second++) {
			struct misreading it = { 2, { NULL },
				{ *first, *second } };

			if (first != second &&
			    search->try(search->data, &it))
				return true;
		}
	return false;
}

bool
misread_search(bool (*try)(void *, const struct misreading *), void *data)
{
	struct search search = { try, data };

	return search_utf8(&search, false) || search_pairs(&search) ||
		search_utf8(&search, true) || search_mixed(&search);
}
