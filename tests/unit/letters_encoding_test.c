/* Old Kazakh encodings as Windows-1251 shows them. */
#include "expect.h"

#include "letters/encoding.h"

/* Shown, meant; the published tables of both encodings, small and capital letters. */
static const struct {
	uint32_t shown, meant;
} kz1048[] =
	{
		{0x0458, 0x04D9} /* ј ә */, {0x0454, 0x0493} /* є ғ */, {0x045C, 0x049B} /* ќ қ */,
		{0x0455, 0x04A3} /* ѕ ң */, {0x0491, 0x04E9} /* ґ ө */, {0x045E, 0x04B1} /* ў ұ */,
		{0x0457, 0x04AF} /* ї ү */, {0x045B, 0x04BB} /* ћ һ */, {0x0408, 0x04D8} /* Ј Ә */,
		{0x0404, 0x0492} /* Є Ғ */, {0x040C, 0x049A} /* Ќ Қ */, {0x0405, 0x04A2} /* Ѕ Ң */,
		{0x0490, 0x04E8} /* Ґ Ө */, {0x040E, 0x04B0} /* Ў Ұ */, {0x0407, 0x04AE} /* Ї Ү */,
		{0x040B, 0x04BA} /* Ћ Һ */,
},
  pt154[] = {
	  {0x0454, 0x04D9} /* є ә */, {0x0453, 0x0493} /* ѓ ғ */, {0x045C, 0x049B} /* ќ қ */,
	  {0x045A, 0x04A3} /* њ ң */, {0x00B5, 0x04E9} /* µ ө */, {0x00B1, 0x04B1} /* ± ұ */,
	  {0x2030, 0x04AF} /* ‰ ү */, {0x045B, 0x04BB} /* ћ һ */, {0x00A4, 0x04E8} /* ¤ Ө */,
	  {0x00A6, 0x04B0} /* ¦ Ұ */, {0x2021, 0x04AE} /* ‡ Ү */, {0x040C, 0x049A} /* Ќ Қ */,
};

static void tables(void **state)
{
	struct encodings e;
	const char *name;

	(void)state;
	assert_true(encodings_make(&e, &name));
	for (size_t i = 0; i < COUNT(kz1048); i++)
		expect_number("KZ-1048", encoding_letter(&e, ENCODING_KZ1048, kz1048[i].shown), kz1048[i].meant);
	for (size_t i = 0; i < COUNT(pt154); i++)
		expect_number("PT154", encoding_letter(&e, ENCODING_PT154, pt154[i].shown), pt154[i].meant);
	expect_number("і is the same everywhere", encoding_letter(&e, ENCODING_KZ1048, 0x0456), 0);
	expect_number("Russian letters too", encoding_letter(&e, ENCODING_PT154, 0x0430), 0);
	expect_number("ASCII", encoding_letter(&e, ENCODING_PT154, 'a'), 0);
	expect_number("what Windows-1251 cannot show", encoding_letter(&e, ENCODING_KZ1048, 0x049B), 0);
	expect_number("beyond all tables", encoding_letter(&e, ENCODING_KZ1048, 0x10FFFF), 0);
}

static void there_and_back(void **state)
{
	struct encodings e;
	const char *name;

	(void)state;
	assert_true(encodings_make(&e, &name));
	for (enum encoding k = 0; k < ENCODING_COUNT; k++)
		for (int byte = 0; byte < 256; byte++)
			assert_int_equal(e.point[k][encoding_byte(&e, k, e.point[k][byte])], e.point[k][byte]);
	assert_int_equal(e.point[ENCODING_CP1251][0xEA], 0x043A);
	assert_int_equal(e.point[ENCODING_CP1251][0x98], 0x98);
	assert_int_equal(encoding_byte(&e, ENCODING_CP1251, 0x98), 0x98);
	assert_int_equal(encoding_byte(&e, ENCODING_CP1252, 0x20AC), 0x80);
	assert_int_equal(encoding_byte(&e, ENCODING_CP1251, 0x049B), -1);
	assert_int_equal(encoding_byte(&e, ENCODING_CP1251, 0x21FF), -1);
	assert_int_equal(encoding_byte(&e, ENCODING_CP1251, 0x2200), -1);
	assert_int_equal(encoding_byte(&e, ENCODING_CP1251, 'a'), 'a');
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(tables), cmocka_unit_test(there_and_back)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
