#include "text/collate.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
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

/* The length of the part of a text's key that tells letters apart, not their marks or case; at most `max` bytes of it in key. */
static size_t letter_key(struct collator *c, uint32_t letter, uint8_t *key, size_t max)
{
	UChar wide[2];
	int32_t n = 0;
	const uint8_t *end;

	U16_APPEND_UNSAFE(wide, n, letter);
	ucol_getSortKey(c->icu, wide, n, key, (int32_t)max);
	end = memchr(key, 1, max); /* parts the levels of a key */
	return end ? (size_t)(end - key) : max;
}

/* The letter without its marks, where the language orders the two as one: Е for Ё in Russian, and not in Kazakh. */
static uint32_t plain_letter(struct collator *c, uint32_t letter)
{
	UErrorCode status = U_ZERO_ERROR;
	uint8_t own[64] = {0}, plain[64] = {0};
	UChar parts[32];
	int32_t n = unorm2_getDecomposition(unorm2_getNFDInstance(&status), (UChar32)letter, parts, 32, &status);
	size_t length;

	if (U_FAILURE(status) || n <= 0 || U16_IS_SURROGATE(parts[0]))
		return letter;
	length = letter_key(c, letter, own, sizeof own);
	if (letter_key(c, parts[0], plain, sizeof plain) != length || memcmp(own, plain, length) != 0)
		return letter;
	return parts[0];
}

struct str collate_letter(struct collator *c, struct str text, struct arena *a)
{
	struct str from = from_letter(text);
	char letter[4];
	uint32_t point = 0;

	if (from.len)
		utf8_decode(from, 0, &point);
	if (!u_isalpha((UChar32)point))
		return STR("#");
	point = plain_letter(c, (uint32_t)u_toupper((UChar32)point));
	return arena_str(a, (struct str){letter, utf8_encode(point, letter)});
}
