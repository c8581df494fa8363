/*
 * formats.h - the readers of the kinds, one a file; and numbers out of bytes. For the files of picture.h.
 *
 * A reader gets bytes that begin as its kind does. It leaves fault, sizes and what else it knows in *p.
 */
#ifndef KOMEK_PICTURE_FORMATS_H
#define KOMEK_PICTURE_FORMATS_H

#include "picture/picture.h"

void png_read(struct str s, struct picture *p);
void jpeg_read(struct str s, struct picture *p);
void gif_read(struct str s, struct picture *p);
void webp_read(struct str s, struct picture *p);
void avif_read(struct str s, struct picture *p);
void svg_read(struct str s, struct picture *p);

/* What a camera noted. */
struct exif {
	bool turned; /* by a quarter: what is stored as width is shown as height */
	bool has_location;
};

/* Reads a block of TIFF, as Exif has it; nothing is noted in what is none. */
struct exif exif_read(struct str tiff);

/* A whole picture of a size; one without a size is told as such. */
static inline void picture_sized(struct picture *p, uint32_t width, uint32_t height)
{
	p->fault = width && height ? PICTURE_RIGHT : PICTURE_NO_SIZE;
	p->width = width && height ? width : 0;
	p->height = width && height ? height : 0;
}

static inline bool has(struct str s, size_t at, size_t n)
{
	return at <= s.len && n <= s.len - at;
}

/* One byte; 0 behind the end, as in the numbers below. */
static inline uint32_t byte_at(struct str s, size_t at)
{
	return has(s, at, 1) ? (unsigned char)s.at[at] : 0;
}

/* Numbers with the highest byte first. */
static inline uint32_t big16(struct str s, size_t at)
{
	return byte_at(s, at) << 8 | byte_at(s, at + 1);
}

static inline uint32_t big32(struct str s, size_t at)
{
	return big16(s, at) << 16 | big16(s, at + 2);
}

/* And with the lowest first. */
static inline uint32_t little16(struct str s, size_t at)
{
	return byte_at(s, at) | byte_at(s, at + 1) << 8;
}

static inline uint32_t little32(struct str s, size_t at)
{
	return little16(s, at) | little16(s, at + 2) << 16;
}

#endif
