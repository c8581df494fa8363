/*
 * digest.h - SHA-256 of bytes, written as text. Any thread may call these.
 */
#ifndef KOMEK_OUTPUT_DIGEST_H
#define KOMEK_OUTPUT_DIGEST_H

#include "base/buf.h"

/* The most digits that digest_short_hex gives: all of SHA-256. */
enum { DIGEST_HEX = 64 };

/*
 * Adds the digest as 44 characters of base64 with padding: as a content security policy and subresource integrity want
 * it.
 */
void digest_sha256_base64(struct str bytes, struct buf *out);

/*
 * Adds the first `digits` (1 to DIGEST_HEX) of the digest as lower-case hexadecimal: for file names that follow
 * content.
 */
void digest_short_hex(struct str bytes, size_t digits, struct buf *out);

#endif
