/*
 * jpeg.c - JPEG: segments behind markers (FF and a byte). Source: ITU-T T.81, annex B.
 */
#include "picture/formats.h"

enum {
	TEM = 0x01,
	RST0 = 0xD0,
	EOI = 0xD9,
	SOS = 0xDA,
	APP1 = 0xE1,
	SOF0 = 0xC0,
	SOF15 = 0xCF,
	DHT = 0xC4,
	JPG = 0xC8,
	DAC = 0xCC
};

static bool is_frame(uint32_t marker)
{
	return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
}

/* Behind the pixels of a scan: the next FF that neither stands for itself (FF 00) nor restarts (FF D0 to D7). */
static size_t behind_scan(struct str s, size_t at)
{
	while (has(s, at, 2)) {
		const char *next = memchr(s.at + at, 0xFF, s.len - at - 1);

		if (!next)
			break;
		at = (size_t)(next - s.at);
		if (byte_at(s, at + 1) && (byte_at(s, at + 1) & 0xF8) != RST0)
			return at;
		at += 2;
	}
	return s.len;
}

/* What one segment tells; `body` is without marker and length. */
static void see_segment(struct picture *p, uint32_t marker, struct str body, bool *turned)
{
	struct exif exif;

	if (is_frame(marker) && !p->width) {
		p->height = big16(body, 1);
		p->width = big16(body, 3);
	} else if (marker == APP1 && str_starts(body, STR("Exif\0\0"))) {
		exif = exif_read(str_from(body, 6));
		*turned |= exif.turned;
		p->has_location |= exif.has_location;
	}
}

static void finish(struct picture *p, bool scanned, bool turned)
{
	uint32_t width = p->width, height = p->height;

	if (scanned)
		picture_sized(p, turned ? height : width, turned ? width : height);
}

void jpeg_read(struct str s, struct picture *p)
{
	bool turned = false, scanned = false;
	size_t at = 2;

	while (has(s, at, 2) && byte_at(s, at) == 0xFF) {
		uint32_t marker = byte_at(s, at + 1);
		size_t length = big16(s, at + 2);

		if (marker == EOI) {
			finish(p, scanned, turned);
			break;
		}
		if (marker == 0xFF || marker == TEM) { /* filling, or a marker without a segment */
			at += marker == 0xFF ? 1 : 2;
			continue;
		}
		if (length < 2 || !has(s, at + 2, length))
			break;
		see_segment(p, marker, str_slice(s, at + 4, at + 2 + length), &turned);
		at += 2 + length;
		if (marker == SOS) {
			scanned = true;
			at = behind_scan(s, at);
		}
	}
	if (p->fault != PICTURE_RIGHT)
		p->width = p->height = 0;
}
