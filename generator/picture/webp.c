/*
 * webp.c - WebP: chunks of name, length and content in one of the name RIFF. Source: RFC 9649.
 */
#include "picture/formats.h"

enum { HEADER = 12, AROUND = 8 };

static uint32_t little24(struct str s, size_t at)
{
	return little16(s, at) | byte_at(s, at + 2) << 16;
}

struct size {
	uint32_t width, height;
};

/* The size that a chunk names; none where it names none. */
static struct size size_of(struct str name, struct str body)
{
	uint32_t bits = little32(body, 1);

	if (str_eq(name, STR("VP8X")) && body.len >= 10)
		return (struct size){little24(body, 4) + 1, little24(body, 7) + 1};
	if (str_eq(name, STR("VP8 ")) && str_starts(str_from(body, 3), STR("\x9D\x01\x2A")))
		return (struct size){little16(body, 6) & 0x3FFF, little16(body, 8) & 0x3FFF};
	if (str_eq(name, STR("VP8L")) && body.len >= 5 && byte_at(body, 0) == 0x2F)
		return (struct size){(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
	return (struct size){0, 0};
}

static bool holds_pixels(struct str name)
{
	return str_eq(name, STR("VP8 ")) || str_eq(name, STR("VP8L")) || str_eq(name, STR("ANMF"));
}

void webp_read(struct str s, struct picture *p)
{
	size_t end = AROUND + (size_t)little32(s, 4), at = HEADER;
	struct size size = {0, 0};
	bool pixels = false;

	if (!str_starts(s, STR("RIFF")) || end > s.len)
		return;
	s = str_slice(s, 0, end);
	while (has(s, at, AROUND)) {
		size_t length = little32(s, at + 4);
		struct str name = str_slice(s, at, at + 4), body = str_slice(s, at + AROUND, at + AROUND + length);

		if (body.len < length)
			return;
		/* The first size is that of the whole; parts come later. */
		if (!size.width)
			size = size_of(name, body);
		if (str_eq(name, STR("EXIF")))
			p->has_location |= exif_read(body).has_location;
		pixels |= holds_pixels(name);
		at += AROUND + length + length % 2;
	}
	if (pixels)
		picture_sized(p, size.width, size.height);
}
