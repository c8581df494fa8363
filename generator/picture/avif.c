/*
 * avif.c - AVIF: boxes in boxes; which picture is meant, and what is known of it, stands in the one called meta.
 * Source: ISO/IEC 14496-12 (boxes), 23008-12 (items and their properties).
 */
#include "picture/formats.h"

/* A box: its name and what is in it. */
struct box {
	struct str name, body;
};

/* Cuts the next box off; false at the end, and where it is cut off. */
static bool next_box(struct str *rest, struct box *b)
{
	size_t length = big32(*rest, 0), header = 8;

	if (rest->len < header)
		return false;
	if (length == 1) {
		if (big32(*rest, 8)) /* more than four thousand million bytes */
			return false;
		length = big32(*rest, 12);
		header = 16;
	} else if (length == 0) {
		length = rest->len;
	}
	if (length < header || length > rest->len)
		return false;
	*b = (struct box){str_slice(*rest, 4, 8), str_slice(*rest, header, length)};
	*rest = str_from(*rest, length);
	return true;
}

/* What is in the first box of a name; empty where there is none. */
static struct str find(struct str boxes, struct str name)
{
	struct box b;

	while (next_box(&boxes, &b))
		if (str_eq(b.name, name))
			return b.body;
	return STR_NONE;
}

/* Property `wanted` of the box ipco, from 1. */
static struct box property(struct str boxes, uint32_t wanted)
{
	struct box b;

	for (uint32_t n = 1; next_box(&boxes, &b); n++)
		if (n == wanted)
			return b;
	return (struct box){STR_NONE, STR_NONE};
}

struct found {
	uint32_t width, height;
	bool turned;
};

static void see_property(struct box b, struct found *f)
{
	if (str_eq(b.name, STR("ispe")) && b.body.len >= 12) {
		f->width = big32(b.body, 4);
		f->height = big32(b.body, 8);
	} else if (str_eq(b.name, STR("irot"))) {
		f->turned ^= byte_at(b.body, 0) & 1;
	}
}

/* The box ipma: to each item the numbers of its properties. */
static struct found properties_of(struct str ipma, struct str ipco, uint32_t item)
{
	bool long_ids = byte_at(ipma, 0) > 0, long_numbers = byte_at(ipma, 3) & 1;
	uint32_t count = big32(ipma, 4);
	struct found f = {0};
	size_t at = 8;

	for (; count && has(ipma, at, 3); count--) {
		uint32_t id = long_ids ? big32(ipma, at) : big16(ipma, at), n;

		at += long_ids ? 4 : 2;
		for (n = byte_at(ipma, at++); n && has(ipma, at, 1); n--) {
			uint32_t number = long_numbers ? big16(ipma, at) & 0x7FFF : byte_at(ipma, at) & 0x7F;

			if (id == item)
				see_property(property(ipco, number), &f);
			at += long_numbers ? 2 : 1;
		}
		if (id == item)
			break;
	}
	return f;
}

static bool is_avif(struct str ftyp)
{
	for (size_t at = 0; has(ftyp, at, 4); at += at ? 4 : 8) {
		struct str brand = str_slice(ftyp, at, at + 4);

		if (str_eq(brand, STR("avif")) || str_eq(brand, STR("avis")))
			return true;
	}
	return false;
}

void avif_read(struct str s, struct picture *p)
{
	struct str rest = s, meta = STR_NONE, ftyp = STR_NONE, iprp, pitm;
	bool pixels = false;
	struct found f;
	struct box b;

	while (next_box(&rest, &b)) {
		if (str_eq(b.name, STR("ftyp")))
			ftyp = b.body;
		else if (str_eq(b.name, STR("meta")))
			meta = str_from(b.body, 4);
		pixels |= str_eq(b.name, STR("mdat"));
	}
	if (!is_avif(ftyp)) {
		*p = (struct picture){.fault = PICTURE_UNKNOWN}; /* a relative: HEIC */
		return;
	}
	if (rest.len || (!pixels && !find(meta, STR("idat")).len))
		return;
	iprp = find(meta, STR("iprp"));
	pitm = find(meta, STR("pitm"));
	f = properties_of(find(iprp, STR("ipma")), find(iprp, STR("ipco")),
			  byte_at(pitm, 0) ? big32(pitm, 4) : big16(pitm, 4));
	picture_sized(p, f.turned ? f.height : f.width, f.turned ? f.width : f.height);
}
