/*
 * png.c - PNG: a signature, then chunks of length, name, content and checksum. Source: the PNG specification, third edition.
 */
#include "picture/formats.h"

enum { SIGNATURE = 8, AROUND = 12 /* length, name, checksum */, HEADER = 13 };

struct crc {
	uint32_t table[256];
};

static void make_table(struct crc *crc)
{
	for (uint32_t n = 0; n < 256; n++) {
		uint32_t c = n;

		for (int bit = 0; bit < 8; bit++)
			c = c & 1 ? 0xEDB88320 ^ c >> 1 : c >> 1;
		crc->table[n] = c;
	}
}

static uint32_t sum(const struct crc *crc, struct str s)
{
	uint32_t c = 0xFFFFFFFF;

	for (size_t i = 0; i < s.len; i++)
		c = crc->table[(c ^ (unsigned char)s.at[i]) & 0xFF] ^ c >> 8;
	return ~c;
}

/* Browsers give up at a damaged chunk whose name begins with a capital, and pass over others. */
static bool is_needed(struct str name)
{
	return name.at[0] >= 'A' && name.at[0] <= 'Z';
}

void png_read(struct str s, struct picture *p)
{
	uint32_t width = 0, height = 0;
	bool pixels = false;
	struct crc crc;

	make_table(&crc);
	for (size_t at = SIGNATURE; has(s, at, AROUND);) {
		size_t length = big32(s, at);
		struct str name = str_slice(s, at + 4, at + 8);

		if (!has(s, at, AROUND + length))
			return;
		if (is_needed(name) && sum(&crc, str_slice(s, at + 4, at + 8 + length)) != big32(s, at + 8 + length))
			return;
		if (at == SIGNATURE && (length != HEADER || !str_eq(name, STR("IHDR"))))
			return;
		if (at == SIGNATURE) {
			width = big32(s, at + 8);
			height = big32(s, at + 12);
		}
		pixels |= str_eq(name, STR("IDAT"));
		if (pixels && str_eq(name, STR("IEND"))) {
			picture_sized(p, width, height);
			return;
		}
		at += AROUND + length;
	}
}
