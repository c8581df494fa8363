#include "letters/encoding.h"

#include <iconv.h>
#include <stddef.h>
#include <string.h>

#include "letters/points.h"

static const char *const names[ENCODING_COUNT] = {[ENCODING_CP1251] = "CP1251",
						  [ENCODING_CP1252] = "CP1252",
						  [ENCODING_KZ1048] = "RK1048",
						  [ENCODING_PT154] = "PT154"};

static uint32_t convert(iconv_t to_points, unsigned char byte)
{
	char in[1] = {(char)byte}, out[4];
	char *from = in, *to = out;
	size_t from_left = sizeof in, to_left = sizeof out;

	iconv(to_points, NULL, NULL, NULL, NULL);
	if (iconv(to_points, &from, &from_left, &to, &to_left) == (size_t)-1 || to_left)
		return byte;
	return (uint32_t)(unsigned char)out[0] << 24 | (uint32_t)(unsigned char)out[1] << 16 |
	       (uint32_t)(unsigned char)out[2] << 8 | (unsigned char)out[3];
}

bool encodings_make(struct encodings *e, const char **name)
{
	for (size_t i = 0; i < ENCODING_COUNT; i++) {
		iconv_t to_points = iconv_open("UTF-32BE", names[i]);

		*name = names[i];
		if (to_points == (iconv_t)-1)
			return false;
		for (unsigned byte = 0; byte < 256; byte++)
			e->point[i][byte] = convert(to_points, (unsigned char)byte);
		iconv_close(to_points);
		memset(e->byte[i], 0, sizeof e->byte[i]);
		for (unsigned byte = 255; byte >= 0x80; byte--)
			if (e->point[i][byte] < ENCODING_POINTS)
				e->byte[i][e->point[i][byte]] = (unsigned char)byte;
	}
	return true;
}

int encoding_byte(const struct encodings *e, enum encoding encoding, uint32_t point)
{
	if (point < 0x80)
		return (int)point;
	return point < ENCODING_POINTS && e->byte[encoding][point] ? e->byte[encoding][point] : -1;
}

uint32_t encoding_letter(const struct encodings *e, enum encoding encoding, uint32_t shown)
{
	int byte = encoding_byte(e, ENCODING_CP1251, shown);
	uint32_t letter = byte < 0 ? 0 : e->point[encoding][byte];

	return letter != shown && points_class(letter) == POINT_KAZAKH ? letter : 0;
}
