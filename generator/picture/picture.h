/*
 * picture.h - what a picture's file says of itself: its kind, its size, whether it is whole, whether it is safe to publish.
 *
 *	struct picture p = picture_read(bytes);
 *	if (p.fault == PICTURE_RIGHT)
 *		... p.width and p.height are what a browser shows ...
 *
 * Nothing is decoded: only what stands around the pixels is read, up to the end of the file, so that one that was cut off is
 * found. Any bytes may be given.
 */
#ifndef KOMEK_PICTURE_PICTURE_H
#define KOMEK_PICTURE_PICTURE_H

#include <stdint.h>

#include "base/str.h"

enum picture_kind {
	PICTURE_NONE,
	PICTURE_PNG,
	PICTURE_JPEG,
	PICTURE_GIF,
	PICTURE_WEBP,
	PICTURE_AVIF,
	PICTURE_SVG,
	PICTURE_KINDS
};

enum picture_fault {
	PICTURE_RIGHT,
	PICTURE_UNKNOWN, /* none of the kinds; kind is PICTURE_NONE */
	PICTURE_BROKEN,	 /* cut off, or damaged */
	PICTURE_NO_SIZE,
	PICTURE_UNSAFE, /* an SVG that can run something or fetch something; `what` */
};

struct picture {
	enum picture_kind kind;
	enum picture_fault fault;
	uint32_t width,
		height; /* as shown, turned as the camera noted it; 0 where the fault is PICTURE_UNKNOWN to PICTURE_NO_SIZE */
	bool has_location; /* the camera noted where it was */
	struct str what;   /* of PICTURE_UNSAFE, and of a broken SVG: the bytes that are wrong, a view */
};

/* How kinds are called, by their files' endings. */
struct picture_kind_name {
	const char *name;	/* "JPEG" */
	const char *endings[3]; /* small, with the dot; the usual one first */
	bool is_young;		/* browsers that the site is made for do not show it */
};

extern const struct picture_kind_name picture_kinds[PICTURE_KINDS];

struct picture picture_read(struct str bytes);

/* The kind that a file's ending names, capitals too; PICTURE_NONE for endings of other files. */
enum picture_kind picture_kind_of(struct str path);

#endif
