/* Digits in the place of letters, and digits that are none. */
#include "letters_rows.h"
static void digits(void **state)
{
	(void)state;
	letters_try(GROUP_DIGITS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
