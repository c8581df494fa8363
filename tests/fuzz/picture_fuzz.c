/*
 * picture_fuzz.c - any bytes as a picture's file: nothing is read outside of them; a right one has a kind and a size, another one
 * has none; what is unsafe is named by bytes of the file.
 */
#include <stdio.h>
#include <stdlib.h>

#include "picture/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void broken(const char *why, struct picture p)
{
	fprintf(stderr, "%s: kind %u, fault %u, %u by %u\n", why, p.kind, p.fault, p.width, p.height);
	abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str s = {(const char *)bytes, len};
	struct picture p = picture_read(s);
	bool sized = p.width && p.height;

	if ((p.fault == PICTURE_RIGHT) != sized || (!sized && (p.width || p.height)))
		broken("a size where there is none, or none", p);
	if ((p.fault == PICTURE_UNKNOWN) != (p.kind == PICTURE_NONE))
		broken("a kind that is unknown", p);
	if (p.fault == PICTURE_UNSAFE && p.kind != PICTURE_SVG)
		broken("only SVG can be unsafe", p);
	if (p.what.len && (p.what.at < s.at || p.what.at + p.what.len > s.at + len))
		broken("bytes that are not the file's", p);
	return 0;
}
