#include "letters/points.h"

#include "base/range.h"
#include "base/utf8.h"
#include "letters/alphabet.h"

/* In rising order, without overlaps. Source: Unicode Character Database 15.0 (blocks, general categories). */
static const struct range ranges[] = {
	{'0', '9', POINT_DIGIT},	   {'A', 'Z', POINT_LATIN},	      {'a', 'z', POINT_LATIN},
	{0x0080, 0x009F, POINT_CONTROL},   {0x00A4, 0x00A4, POINT_SIGN}, /* ¤ */
	{0x00A6, 0x00A6, POINT_SIGN},					 /* ¦ */
	{0x00AD, 0x00AD, POINT_INVISIBLE}, {0x00B1, 0x00B1, POINT_SIGN}, /* ± */
	{0x00B5, 0x00B5, POINT_SIGN},					 /* µ */
	{0x00C0, 0x00D6, POINT_ACCENTED},  {0x00D8, 0x00F6, POINT_ACCENTED},  {0x00F8, 0x02AF, POINT_ACCENTED},
	{0x0300, 0x034E, POINT_MARK},	   {0x034F, 0x034F, POINT_INVISIBLE}, /* combining grapheme joiner */
	{0x0350, 0x036F, POINT_MARK},	   {0x0370, 0x03FF, POINT_GREEK},     {0x0400, 0x0400, POINT_CYRILLIC},
	{0x0401, 0x0401, POINT_RUSSIAN},				   /* Ё */
	{0x0402, 0x0405, POINT_CYRILLIC},  {0x0406, 0x0406, POINT_KAZAKH}, /* І */
	{0x0407, 0x040F, POINT_CYRILLIC},  {0x0410, 0x044F, POINT_RUSSIAN},   {0x0450, 0x0450, POINT_CYRILLIC},
	{0x0451, 0x0451, POINT_RUSSIAN},				   /* ё */
	{0x0452, 0x0455, POINT_CYRILLIC},  {0x0456, 0x0456, POINT_KAZAKH}, /* і */
	{0x0457, 0x0482, POINT_CYRILLIC},  {0x0483, 0x0489, POINT_MARK},      {0x048A, 0x0491, POINT_CYRILLIC},
	{0x0492, 0x0493, POINT_KAZAKH},					   /* ғ */
	{0x0494, 0x0499, POINT_CYRILLIC},  {0x049A, 0x049B, POINT_KAZAKH}, /* қ */
	{0x049C, 0x04A1, POINT_CYRILLIC},  {0x04A2, 0x04A3, POINT_KAZAKH}, /* ң */
	{0x04A4, 0x04AD, POINT_CYRILLIC},  {0x04AE, 0x04B1, POINT_KAZAKH}, /* ү ұ */
	{0x04B2, 0x04B9, POINT_CYRILLIC},  {0x04BA, 0x04BB, POINT_KAZAKH}, /* һ */
	{0x04BC, 0x04D7, POINT_CYRILLIC},  {0x04D8, 0x04D9, POINT_KAZAKH}, /* ә */
	{0x04DA, 0x04E7, POINT_CYRILLIC},  {0x04E8, 0x04E9, POINT_KAZAKH}, /* ө */
	{0x04EA, 0x052F, POINT_CYRILLIC},  {0x0530, 0x0605, POINT_FOREIGN},   {0x0606, 0x060F, POINT_OTHER},
	{0x0610, 0x061B, POINT_ARABIC},	   {0x061C, 0x061C, POINT_INVISIBLE}, /* Arabic letter mark */
	{0x0620, 0x06FF, POINT_ARABIC},	   {0x0700, 0x074F, POINT_FOREIGN},   {0x0750, 0x077F, POINT_ARABIC},
	{0x0780, 0x167F, POINT_FOREIGN},   {0x1681, 0x180D, POINT_FOREIGN},   {0x180F, 0x1AAF, POINT_FOREIGN},
	{0x1AB0, 0x1AFF, POINT_MARK},	   {0x1B00, 0x1C7F, POINT_FOREIGN},   {0x1C80, 0x1C8F, POINT_CYRILLIC},
	{0x1C90, 0x1DBF, POINT_FOREIGN},   {0x1DC0, 0x1DFF, POINT_MARK},      {0x1E00, 0x1EFF, POINT_ACCENTED},
	{0x1F00, 0x1FFF, POINT_GREEK},	   {0x200B, 0x200F, POINT_INVISIBLE}, {0x2021, 0x2021, POINT_SIGN}, /* ‡ */
	{0x202A, 0x202E, POINT_INVISIBLE}, {0x2030, 0x2030, POINT_SIGN},				    /* ‰ */
	{0x2060, 0x2064, POINT_INVISIBLE}, {0x2066, 0x206F, POINT_INVISIBLE}, {0x20D0, 0x20FF, POINT_MARK},
	{0x2C00, 0x2DDF, POINT_FOREIGN},   {0x2DE0, 0x2DFF, POINT_MARK},      {0x3041, 0xA63F, POINT_FOREIGN},
	{0xA640, 0xA69F, POINT_CYRILLIC},  {0xA6A0, 0xA71F, POINT_FOREIGN},   {0xA722, 0xA7FF, POINT_ACCENTED},
	{0xA800, 0xD7FF, POINT_FOREIGN},   {0xF900, 0xFB4F, POINT_FOREIGN},   {0xFB50, 0xFDFF, POINT_ARABIC},
	{0xFE20, 0xFE2F, POINT_MARK},	   {0xFE70, 0xFEFC, POINT_ARABIC},    {0xFEFF, 0xFEFF, POINT_INVISIBLE},
	{0xFFFD, 0xFFFD, POINT_LOST},	   {0x10000, 0x1CFFF, POINT_FOREIGN}, {0x20000, 0x3FFFF, POINT_FOREIGN},
};

unsigned points_class(uint32_t point)
{
	const struct range *r = range_find(ranges, sizeof ranges / sizeof *ranges, point);

	return r ? r->value : POINT_OTHER;
}

void points_make(struct points *p)
{
	for (uint32_t point = 0; point < POINTS_KEPT; point++)
		p->class[point] = (uint16_t)points_class(point);
	for (uint32_t point = 0; point < POINTS_KEPT; point++)
		if ((p->class[point] & POINT_PLAIN_CYRILLIC) && points_is_upper(point))
			p->class[point] |= POINT_CAPITAL;
}

struct point_text points_take(struct str text, struct arena *a)
{
	struct point_text t = {.point = arena_array(a, uint32_t, text.len + 1),
			       .at = arena_array(a, size_t, text.len + 1)};

	for (size_t at = 0; at < text.len; t.count++) {
		t.at[t.count] = at;
		at += utf8_decode(text, at, &t.point[t.count]);
	}
	t.at[t.count] = text.len;
	return t;
}

struct str points_text(const uint32_t *point, size_t n, struct arena *a)
{
	char *bytes = arena_alloc(a, arena_product(4, n) + 1);
	size_t len = 0;

	for (size_t i = 0; i < n; i++)
		len += utf8_encode(point[i], bytes + len);
	return (struct str){bytes, len};
}

/* Where small and capital letters are a fixed distance apart, or take turns. */
static const struct {
	uint32_t first, last; /* the capitals, or both kinds where distance is 0 */
	uint32_t distance;    /* from a capital to its small letter; 0: capitals are the even (odd) ones */
	bool odd;
} cases[] = {
	{'A', 'Z', 32, false},	     {0x00C0, 0x00D6, 32, false}, {0x00D8, 0x00DE, 32, false},
	{0x0391, 0x03A9, 32, false}, {0x0400, 0x040F, 80, false}, {0x0410, 0x042F, 32, false},
	{0x0100, 0x012F, 0, false},  {0x0132, 0x0137, 0, false},  {0x0139, 0x0148, 0, true},
	{0x014A, 0x0177, 0, false},  {0x0179, 0x017E, 0, true},	  {0x0460, 0x0481, 0, false},
	{0x048A, 0x04BF, 0, false},  {0x04C1, 0x04CE, 0, true},	  {0x04D0, 0x052F, 0, false},
};

/* Pairs that follow no rule: capital, small. */
static const uint32_t pairs[][2] = {
	{0x0130, 0x0069}, {0x018F, 0x0259}, {0x018E, 0x01DD}, {0x019F, 0x0275}, {0x04C0, 0x04CF}};

uint32_t points_lower(uint32_t point)
{
	/* Most letters by far, before anything is looked up. */
	if (point >= 0x0430 && point <= 0x045F)
		return point;
	if (point >= 0x0410 && point <= 0x042F)
		return point + 32;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (point >= cases[i].first && point <= cases[i].last)
			return cases[i].distance		  ? point + cases[i].distance
			       : cases[i].odd == (point % 2 == 1) ? point + 1
								  : point;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i][0] == point)
			return pairs[i][1];
	return point;
}

uint32_t points_upper(uint32_t point)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		uint32_t back = point - cases[i].distance;

		if (cases[i].distance && point >= cases[i].distance && back >= cases[i].first && back <= cases[i].last)
			return back;
		if (!cases[i].distance && point >= cases[i].first && point <= cases[i].last)
			return cases[i].odd == (point % 2 == 1) ? point : point - 1;
	}
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i][1] == point)
			return pairs[i][0];
	return point;
}

bool points_is_upper(uint32_t point)
{
	return points_lower(point) != point;
}

uint32_t points_russian(uint32_t point)
{
	bool capital;
	uint8_t number = alphabet_number(point, &capital);

	return number ? alphabet_letter(alphabet_russian(number), capital) : point;
}

bool points_ends_url(uint32_t point)
{
	return point <= ' ' || point == 0x00A0 || point == '<' || point == '>' || point == '"' || point == 0x00AB ||
	       point == 0x00BB;
}
