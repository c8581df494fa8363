/*
 * gif.c - GIF: the screen's size, then pictures and extensions in blocks, then a trailer. Source: the GIF89a specification.
 */
#include "picture/formats.h"

enum { SCREEN = 13 /* bytes up to the colours */, IMAGE = 10, EXTENSION = 0x21, DESCRIPTOR = 0x2C, TRAILER = 0x3B };

/* Bytes of the table of colours that a byte of flags announces. */
static size_t colours(uint32_t flags)
{
	return flags & 0x80 ? (size_t)3 << ((flags & 7) + 1) : 0;
}

/* Behind a row of blocks, each with its length before it and an empty one at the end; past the end where it is cut off. */
static size_t behind_blocks(struct str s, size_t at)
{
	while (has(s, at, 1) && byte_at(s, at))
		at += 1 + byte_at(s, at);
	return at + 1;
}

void gif_read(struct str s, struct picture *p)
{
	size_t at = SCREEN + colours(byte_at(s, 10));
	bool pixels = false;

	while (has(s, at, 1)) {
		switch (byte_at(s, at)) {
		case EXTENSION:
			at = behind_blocks(s, at + 2);
			break;
		case DESCRIPTOR:
			pixels = true;
			/* Behind the colours one byte says how the pixels are packed. */
			at = behind_blocks(s, at + IMAGE + colours(byte_at(s, at + 9)) + 1);
			break;
		case TRAILER:
			if (pixels)
				picture_sized(p, little16(s, 6), little16(s, 8));
			return;
		default:
			return;
		}
	}
	/* Some programs leave the trailer out, and browsers do not mind. */
	if (pixels && at == s.len)
		picture_sized(p, little16(s, 6), little16(s, 8));
}
