/*
 * exif.c - what a camera noted beside a picture: a directory of numbered entries. Source: Exif 2.32 and TIFF 6.0.
 */
#include "picture/formats.h"

enum { ENTRY = 12, ORIENTATION = 0x0112, GPS = 0x8825 };

struct exif exif_read(struct str tiff)
{
	bool little = str_starts(tiff, STR("II*\0"));
	uint32_t (*number16)(struct str, size_t) = little ? little16 : big16;
	struct exif exif = {0};
	size_t at, count;

	if (!little && !str_starts(tiff, STR("MM\0*")))
		return exif;
	at = little ? little32(tiff, 4) : big32(tiff, 4);
	count = number16(tiff, at);
	for (at += 2; count && has(tiff, at, ENTRY); count--, at += ENTRY) {
		uint32_t tag = number16(tiff, at);

		/* 5 to 8 are turned by a quarter, whether mirrored or not. */
		if (tag == ORIENTATION)
			exif.turned = number16(tiff, at + 8) >= 5 && number16(tiff, at + 8) <= 8;
		exif.has_location |= tag == GPS;
	}
	return exif;
}
