/* Lines in another language, script or keyboard layout. */
#include "letters_rows.h"
static void lines(void **state)
{
	(void)state;
	letters_try(GROUP_LINES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
