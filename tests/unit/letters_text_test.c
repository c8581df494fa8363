/* Whole texts: everything that is wrong with their letters, each at its place, and nothing else. */
#include "letters_rows.h"

static void alphabets(void **state)
{
	(void)state;
	letters_try(GROUP_ALPHABETS);
}

static void encodings(void **state)
{
	(void)state;
	letters_try(GROUP_ENCODINGS);
}

static void lost(void **state)
{
	(void)state;
	letters_try(GROUP_LOST);
}

static void marks(void **state)
{
	(void)state;
	letters_try(GROUP_MARKS);
}

static void other_letters(void **state)
{
	(void)state;
	letters_try(GROUP_WORDS);
}

static void rest(void **state)
{
	(void)state;
	letters_try(GROUP_REST);
}

/* One word of 64 characters is judged, a longer one is no word. */
static void long_words(void **state)
{
	for (size_t n = WORD_MOST; n <= WORD_MOST + 1; n++) {
		struct letters_fixture f;
		struct buf text = BUF_INIT, got = BUF_INIT;

		(void)state;
		for (size_t i = 1; i < n; i++)
			buf_add(&text, STR("қ"));
		buf_add_byte(&text, (char)97);
		letters_begin(&f, LETTERS_KK);
		letters_told(&f, buf_str(&text), &got);
		assert_int_equal(got.len > 0, n == WORD_MOST);
		buf_clear(&text);
		buf_clear(&got);
		letters_end(&f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(alphabets),  cmocka_unit_test(encodings),     cmocka_unit_test(lost),
		cmocka_unit_test(marks),      cmocka_unit_test(other_letters), cmocka_unit_test(rest),
		cmocka_unit_test(long_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
