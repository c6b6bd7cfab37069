/*
 * ICU knows the charsets; what is here is what it does not do: the map back to
 * the bytes, a fast path for UTF-8 (which is nearly always right already and
 * is then not even copied) and one for charsets of single bytes, by a table
 * that ICU fills once.
 */
#include "config.h"

#include "text/charset.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include "base/utf8.h"

#define CHUNK 4096			/* UTF-16 units a call of ICU */

/* Labels that mean more than they say (WHATWG Encoding, names and labels). */
static const struct {
	const char *name, *meaning;
} wider[] = {
	{ "ISO-8859-1", "windows-1252" },
	{ "US-ASCII", "windows-1252" },
	{ "ISO-8859-9", "windows-1254" },
	{ "GB2312", "GBK" },
};

static const struct {
	const char *charset, *mark;
	size_t length;
} marks[] = {
	{ "UTF-8", "\xEF\xBB\xBF", 3 },
	{ "UTF-32LE", "\xFF\xFE\0\0", 4 },
	{ "UTF-32BE", "\0\0\xFE\xFF", 4 },
	{ "UTF-16LE", "\xFF\xFE", 2 },
	{ "UTF-16BE", "\xFE\xFF", 2 },
};

const char *
charset_canonical(const char *label)
{
	UErrorCode status = U_ZERO_ERROR;
	const char *name = ucnv_getStandardName(label, "MIME", &status);
	size_t i;

	if (U_FAILURE(status) || !name) {
		status = U_ZERO_ERROR;
		name = ucnv_getStandardName(label, "IANA", &status);
	}
	if (U_FAILURE(status) || !name) {
		status = U_ZERO_ERROR;
		name = ucnv_getAlias(label, 0, &status);
	}
	if (U_FAILURE(status) || !name)
		return NULL;
	for (i = 0; i < sizeof(wider) / sizeof(wider[0]); i++)
		if (!strcmp(name, wider[i].name))
			return wider[i].meaning;
	return name;
}

size_t
charset_bom(const char *charset, const char *bytes, size_t n)
{
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (!strcmp(charset, marks[i].charset) &&
		    n >= marks[i].length &&
		    !memcmp(bytes, marks[i].mark, marks[i].length))
			return marks[i].length;
	return 0;
}

/* Decoding under way. */
struct decoder {
	struct buffer *out;
	struct source_map *map;
	size_t *nbad;
	uint32_t unit_new, unit_old;	/* starts of the unit being made */
};

/* Says where the next unit starts, which ends the one before. */
static void
start_unit(struct decoder *dec, uint32_t old_start)
{
	uint32_t step = (uint32_t)dec->out->len - dec->unit_new;

	if (old_start <= dec->unit_old)
		return;
	if (step)
		source_map_add(dec->map, (struct map_run){ dec->unit_new,
			dec->unit_old, step, old_start - dec->unit_old });
	dec->unit_new = (uint32_t)dec->out->len;
	dec->unit_old = old_start;
}

static void
add_stretch(struct decoder *dec, const char *bytes, size_t from, size_t to)
{
	if (from == to)
		return;
	source_map_add(dec->map, (struct map_run){ (uint32_t)dec->out->len,
		(uint32_t)from, 1, 1 });
	buffer_add(dec->out, bytes + from, to - from);
}

static int
decode_utf8(struct decoder *dec, const char *bytes, size_t n, size_t at)
{
	size_t valid = utf8_valid_prefix(bytes + at, n - at);

	if (valid == n - at) {
		if (at)
			source_map_add(dec->map,
				(struct map_run){ 0, (uint32_t)at, 1, 1 });
		return 1;
	}
	for (;;) {
		unsigned len;

		add_stretch(dec, bytes, at, at + valid);
		at += valid;
		if (at == n)
			return 0;
		utf8_decode(bytes + at, bytes + n, &len);
		source_map_add(dec->map, (struct map_run){
			(uint32_t)dec->out->len, (uint32_t)at, 3, len });
		buffer_put_code(dec->out, CODE_REPLACEMENT);
		*dec->nbad += len;
		at += len;
		valid = utf8_valid_prefix(bytes + at, n - at);
	}
}

/* What ICU does with bytes that do not decode. */
static void
replace_bad(const void *context, UConverterToUnicodeArgs *args,
	const char *bytes, int32_t length, UConverterCallbackReason reason,
	UErrorCode *status)
{
	static const UChar replacement = CODE_REPLACEMENT;
	size_t *nbad = (size_t *)(uintptr_t)context;

	(void)bytes;
	if (reason > UCNV_IRREGULAR)
		return;
	*nbad += (size_t)length;
	*status = U_ZERO_ERROR;
	ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

/* The UTF-8 of each byte of a charset of single bytes. */
struct byte_table {
	char text[256][4];
	unsigned char length[256];
	bool bad[256];
};

static void
fill_table(struct byte_table *table, UConverter *cnv, size_t *nbad)
{
	int i;

	for (i = 0; i < 256; i++) {
		char byte = (char)i;
		UChar units[8];
		UErrorCode status = U_ZERO_ERROR;
		size_t before = *nbad;
		int32_t n;
		UChar32 code = CODE_REPLACEMENT;

		ucnv_reset(cnv);
		n = ucnv_toUChars(cnv, units, 8, &byte, 1, &status);
		if (U_SUCCESS(status) && n > 0)
			U16_GET(units, 0, 0, n, code);
		table->length[i] = (unsigned char)utf8_encode((uint32_t)code,
			table->text[i]);
		table->bad[i] = *nbad != before;
	}
}

static size_t
ascii_stretch(const char *bytes, size_t n)
{
	size_t i = 0;

	while (n - i >= 8) {
		uint64_t eight;

		memcpy(&eight, bytes + i, 8);
		if (eight & 0x8080808080808080u)
			break;
		i += 8;
	}
	while (i < n && !(bytes[i] & 0x80))
		i++;
	return i;
}

static void
decode_bytes(struct decoder *dec, const struct byte_table *table,
	const char *bytes, size_t n, size_t at)
{
	/* EBCDIC and the like have no ASCII to copy */
	bool ascii = table->text['A'][0] == 'A' && table->length['A'] == 1;

	while (at < n) {
		size_t stretch = ascii ? ascii_stretch(bytes + at, n - at) : 0;
		unsigned char byte;

		add_stretch(dec, bytes, at, at + stretch);
		at += stretch;
		if (at == n)
			break;
		byte = (unsigned char)bytes[at];
		source_map_add(dec->map, (struct map_run){
			(uint32_t)dec->out->len, (uint32_t)at,
			table->length[byte], 1 });
		buffer_add(dec->out, table->text[byte], table->length[byte]);
		*dec->nbad += table->bad[byte];
		at++;
	}
}

/* The UTF-16 that ICU made of bytes from base on. */
static void
add_units(struct decoder *dec, const UChar *units, const int32_t *offsets,
	size_t n, size_t base, UChar *lead)
{
	size_t i;

	for (i = 0; i < n; i++) {
		UChar unit = units[i];

		if (!U16_IS_TRAIL(unit) && offsets[i] >= 0)
			start_unit(dec, (uint32_t)base + (uint32_t)offsets[i]);
		if (U16_IS_LEAD(unit)) {
			*lead = unit;
			continue;
		}
		buffer_put_code(dec->out, U16_IS_TRAIL(unit) ?
			(uint32_t)U16_GET_SUPPLEMENTARY(*lead, unit) : unit);
	}
}

static void
decode_icu(struct decoder *dec, UConverter *cnv, const char *bytes, size_t n,
	size_t at)
{
	const char *source = bytes + at, *end = bytes + n;
	UChar units[CHUNK], lead = 0;
	int32_t offsets[CHUNK];
	UErrorCode status;

	dec->unit_old = (uint32_t)at;
	do {
		UChar *target = units;
		size_t base = (size_t)(source - bytes);

		status = U_ZERO_ERROR;
		ucnv_toUnicode(cnv, &target, units + CHUNK, &source, end,
			offsets, true, &status);
		add_units(dec, units, offsets, (size_t)(target - units), base,
			&lead);
	} while (status == U_BUFFER_OVERFLOW_ERROR);
	start_unit(dec, (uint32_t)n);
}

int
charset_decode(const char *charset, const char *bytes, size_t n, size_t skip,
	struct buffer *out, struct source_map *map, size_t *nbad,
	struct error *err)
{
	struct decoder dec = { out, map, nbad, 0, 0 };
	size_t ignored = 0;
	UErrorCode status = U_ZERO_ERROR;
	UConverter *cnv;

	if (!strcmp(charset, "UTF-8"))
		return decode_utf8(&dec, bytes, n, skip);
	cnv = ucnv_open(charset, &status);
	if (U_FAILURE(status))
		return error_set(err, "There is no encoding %s.", charset);
	if (ucnv_getMaxCharSize(cnv) == 1) {
		struct byte_table table;

		ucnv_setToUCallBack(cnv, replace_bad, &ignored, NULL, NULL,
			&status);
		fill_table(&table, cnv, &ignored);
		decode_bytes(&dec, &table, bytes, n, skip);
	} else {
		ucnv_setToUCallBack(cnv, replace_bad, nbad, NULL, NULL,
			&status);
		decode_icu(&dec, cnv, bytes, n, skip);
	}
	ucnv_close(cnv);
	if (!map->nrun && skip)
		source_map_add(map, (struct map_run){ 0, (uint32_t)skip, 1,
			1 });
	return 0;
}
