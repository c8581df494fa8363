#include "output/digest.h"

#include <assert.h>
#include <sodium.h>
#include <stdlib.h>

enum { BASE64 = sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL) };

static void hash(struct str bytes, unsigned char digest[crypto_hash_sha256_BYTES])
{
	/*
	 * Works once, from whichever thread comes first, and afterwards only looks (sodium does that under a lock of
	 * its own).
	 */
	if (sodium_init() < 0)
		abort(); /* a name without a true digest would be a lie, and nothing that a user could do would help */
	crypto_hash_sha256(digest, (const unsigned char *)(bytes.at ? bytes.at : ""), bytes.len);
}

void digest_sha256_base64(struct str bytes, struct buf *out)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char text[BASE64];

	hash(bytes, digest);
	sodium_bin2base64(text, sizeof text, digest, sizeof digest, sodium_base64_VARIANT_ORIGINAL);
	buf_add(out, str_of(text));
}

void digest_short_hex(struct str bytes, size_t digits, struct buf *out)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char text[DIGEST_HEX + 1];

	assert(digits >= 1 && digits <= DIGEST_HEX);
	hash(bytes, digest);
	sodium_bin2hex(text, sizeof text, digest, sizeof digest);
	buf_add(out, str_slice(str_of(text), 0, digits));
}
