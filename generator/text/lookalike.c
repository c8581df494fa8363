#include "text/lookalike.h"

#include "base/buf.h"
#include "base/utf8.h"

/* Source: Unicode Technical Standard 39, confusables.txt (Cyrillic with a one-letter Latin prototype or the letter it
 * is read as). */
static const struct {
	uint32_t cyrillic;
	char latin;
} pairs[] = {
	{0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'},
	{0x0456, 'i'}, {0x0458, 'j'}, {0x0455, 's'}, {0x04BB, 'h'}, {0x0501, 'd'}, {0x051B, 'q'}, {0x051D, 'w'},
	{0x04AF, 'y'}, {0x0475, 'v'}, {0x0433, 'r'}, {0x043A, 'k'}, {0x043C, 'm'}, {0x0442, 't'}, {0x0432, 'b'},
	{0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'},
	{0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'}, {0x0425, 'X'}, {0x0406, 'I'}, {0x0408, 'J'},
	{0x0405, 'S'}, {0x04BA, 'H'}, {0x04AE, 'Y'},
};

uint32_t lookalike_latin(uint32_t cyrillic)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].cyrillic == cyrillic)
			return (uint32_t)pairs[i].latin;
	return 0;
}

struct str lookalike_to_latin(struct str s, struct arena *a, bool *all)
{
	struct buf out = BUF_INIT;
	struct str kept;

	*all = true;
	for (size_t at = 0; at < s.len;) {
		uint32_t point, latin;
		size_t n = utf8_decode(s, at, &point);

		latin = point > 0x7F ? lookalike_latin(point) : 0;
		if (latin)
			buf_add_byte(&out, (char)latin);
		else
			buf_add(&out, str_slice(s, at, at + n));
		*all &= point < 0x80 || latin;
		at += n;
	}
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}
