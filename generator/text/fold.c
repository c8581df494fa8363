#include "text/fold.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/mem.h"
#include "base/utf8.h"

/* UTF-16 copy of s; the caller frees it. A UTF-8 byte never needs more than one unit. */
static UChar *to_wide(struct str s, int32_t *len)
{
	UChar *wide = mem_alloc((s.len + 1) * sizeof *wide);
	UErrorCode status = U_ZERO_ERROR;

	*len = 0;
	u_strFromUTF8WithSub(wide, (int32_t)s.len + 1, len, s.at ? s.at : "", (int32_t)s.len, 0xFFFD, NULL, &status);
	return wide;
}

/* NFC can make a text three times as long in UTF-16, case folding three times as well. */
static UChar *normalized(const UChar *in, int32_t n, int32_t *len)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	int32_t cap = n * 3 + 1;
	UChar *out = mem_alloc((size_t)cap * sizeof *out);

	*len = U_SUCCESS(status) ? unorm2_normalize(nfc, in, n, out, cap, &status) : 0;
	return out;
}

static UChar *folded(const UChar *in, int32_t n, int32_t *len)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t cap = n * 3 + 1;
	UChar *out = mem_alloc((size_t)cap * sizeof *out);

	*len = u_strFoldCase(out, cap, in, n, U_FOLD_CASE_DEFAULT, &status);
	for (int32_t i = 0; i < *len; i++)
		if (out[i] == 0x0451) /* ё */
			out[i] = 0x0435;
	return out;
}

struct str fold_text(struct str s, struct arena *a)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t n, len = 0;
	/* Folding takes some letters apart, so the normal form is made once more. */
	UChar *wide = to_wide(s, &n), *nfc = normalized(wide, n, &n), *fold = folded(nfc, n, &n),
	      *again = normalized(fold, n, &n);
	char *text = arena_alloc(a, (size_t)n * 3 + 1);

	u_strToUTF8(text, n * 3 + 1, &len, again, n, &status);
	free(wide);
	free(nfc);
	free(fold);
	free(again);
	return (struct str){text, (size_t)len};
}

struct str fold_nfc(struct str s, struct arena *a)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t n, len = 0;
	UChar *wide = to_wide(s, &n), *nfc = normalized(wide, n, &n);
	char *text = arena_alloc(a, (size_t)n * 3 + 1);

	u_strToUTF8(text, n * 3 + 1, &len, nfc, n, &status);
	free(wide);
	free(nfc);
	return (struct str){text, (size_t)len};
}

struct str fold_capital(struct str s, struct arena *a)
{
	char capital[4];
	uint32_t point;
	size_t first, n;

	if (s.len == 0)
		return s;
	first = utf8_decode(s, 0, &point);
	n = utf8_encode((uint32_t)u_toupper((UChar32)point), capital);
	return arena_printf(a, "%.*s%.*s", (int)n, capital, STR_ARG(str_from(s, first)));
}

bool fold_is_nfc(struct str s)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	int32_t n;
	UChar *wide = to_wide(s, &n);
	bool is = U_SUCCESS(status) && unorm2_isNormalized(nfc, wide, n, &status);

	free(wide);
	return is;
}
