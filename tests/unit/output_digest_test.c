/*
 * SHA-256 as base64 and as short hexadecimal; the expected values are those of FIPS 180-4 and of coreutils' sha256sum.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/pool.h"
#include "output/digest.h"

static const struct {
	const char *reason;
	struct str bytes;
	const char *base64, *hex;
} rows[] = {
	{"no bytes at all, and no pointer",
	 {NULL, 0},
	 "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
	 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
	{"the standard's example",
	 {"abc", 3},
	 "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
	 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
	{"a NUL is a byte like others",
	 {"\0", 1},
	 "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
	 "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
};

static void known_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out = BUF_INIT;

		print_message("%s\n", rows[i].reason);
		digest_sha256_base64(rows[i].bytes, &out);
		assert_string_equal(out.at, rows[i].base64);
		buf_reset(&out);
		digest_short_hex(rows[i].bytes, DIGEST_HEX, &out);
		assert_string_equal(out.at, rows[i].hex);
		buf_clear(&out);
	}
}

static void adds_so_many_digits(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;
	buf_add(&out, STR("style."));
	digest_short_hex(STR("abc"), 10, &out);
	assert_string_equal(out.at, "style.ba7816bf8f");
	digest_short_hex(STR("abc"), 1, &out);
	assert_string_equal(out.at, "style.ba7816bf8fb");
	buf_clear(&out);
}

enum { MANY = 64 };

static void digest_one(void *ctx, size_t item, unsigned worker)
{
	struct buf *outs = ctx;

	(void)worker;
	digest_short_hex(STR("abc"), 16, &outs[item]);
}

static void from_many_threads(void **state)
{
	struct buf outs[MANY] = {{0}};

	(void)state;
	pool_run(8, MANY, digest_one, outs);
	for (size_t i = 0; i < MANY; i++) {
		assert_string_equal(outs[i].at, "ba7816bf8f01cfea");
		buf_clear(&outs[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		/* first, so that sodium is not initialised yet when the threads come */
		cmocka_unit_test(from_many_threads),
		cmocka_unit_test(known_values),
		cmocka_unit_test(adds_so_many_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
