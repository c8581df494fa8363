#include "base/plural.h"

static enum plural russian(uint64_t n)
{
	uint64_t ten = n % 10, hundred = n % 100;

	if (ten == 1 && hundred != 11)
		return PLURAL_ONE;
	if (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14))
		return PLURAL_FEW;
	return PLURAL_MANY;
}

enum plural plural_of(struct str lang, uint64_t n)
{
	if (str_eq(lang, STR("ru")))
		return russian(n);
	if (str_eq(lang, STR("en")) && n == 1)
		return PLURAL_ONE;
	return PLURAL_MANY;
}
