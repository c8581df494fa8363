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

/* Countries and three-letter codes (ISO 3166-1, ISO 639-2) that people write for languages. */
static const struct {
	const char *written, *code;
} meant[] = {
	{"kz", "kk"}, {"kaz", "kk"}, {"qaz", "kk"}, {"rus", "ru"}, {"eng", "en"}, {"gb", "en"}, {"us", "en"},
};

struct str language_meant(struct str code)
{
	for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
		if (str_eq(code, str_of(meant[i].written)))
			return str_of(meant[i].code);
	return STR_NONE;
}
