#include "text/collate.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include "base/mem.h"
#include "base/utf8.h"

struct collator {
	UCollator *icu;
};

struct collator *collator_new(const struct language *language, const char **error)
{
	struct collator *c = mem_zero(1, sizeof *c);
	UErrorCode status = U_ZERO_ERROR;

	c->icu = ucol_open(language->locale.at, &status);
	if (U_FAILURE(status)) {
		*error = u_errorName(status);
		collator_free(c);
		return NULL;
	}
	return c;
}

void collator_free(struct collator *c)
{
	if (!c)
		return;
	if (c->icu)
		ucol_close(c->icu);
	free(c);
}

/* Without what stands before the first letter or digit; the whole where there is neither. */
static struct str from_letter(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t point;
		size_t n = utf8_decode(text, at, &point);

		if (u_isalnum((UChar32)point))
			return str_from(text, at);
		at += n;
	}
	return text;
}

struct str collate_key(struct collator *c, struct str text, struct arena *a)
{
	UErrorCode status = U_ZERO_ERROR;
	struct str from = from_letter(text);
	UChar *wide = mem_alloc((from.len + 1) * sizeof *wide);
	int32_t n = 0, size;
	char *key;

	u_strFromUTF8WithSub(wide, (int32_t)from.len + 1, &n, from.at ? from.at : "", (int32_t)from.len, 0xFFFD, NULL,
			     &status);
	size = ucol_getSortKey(c->icu, wide, n, NULL, 0);
	key = arena_alloc(a, (size_t)size + 1);
	ucol_getSortKey(c->icu, wide, n, (uint8_t *)key, size);
	free(wide);
	return (struct str){key, (size_t)size};
}

struct str collate_letter(struct str text, struct arena *a)
{
	struct str from = from_letter(text);
	char letter[4];
	uint32_t point = 0;

	if (from.len)
		utf8_decode(from, 0, &point);
	if (!u_isalpha((UChar32)point))
		return STR("#");
	point = (uint32_t)u_toupper((UChar32)point);
	/* CLDR orders Ё among the words in Е; a heading of its own would cut theirs in two. */
	if (point == 0x401)
		point = 0x415;
	return arena_str(a, (struct str){letter, utf8_encode(point, letter)});
}
