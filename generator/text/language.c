#include "text/language.h"

#define S(literal)                           \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

const struct language languages[LANGUAGE_MOST] = {
	{.code = S("kk"), .name = S("Қазақша"), .locale = S("kk_KZ"), .og_locale = S("kk_KZ")},
	{.code = S("ru"), .name = S("Русский"), .locale = S("ru_KZ"), .og_locale = S("ru_KZ")},
	/* British order of day and month, as the other two have it. */
	{.code = S("en"), .name = S("English"), .locale = S("en_GB"), .og_locale = S("en_GB")},
};

const struct language *language_by_code(struct str code)
{
	for (size_t i = 0; i < LANGUAGE_MOST; i++)
		if (str_eq(languages[i].code, code))
			return &languages[i];
	return NULL;
}
