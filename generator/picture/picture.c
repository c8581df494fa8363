#include "picture/picture.h"

#include <strings.h>

#include "picture/formats.h"

const struct picture_kind_name picture_kinds[PICTURE_KINDS] = {
	[PICTURE_PNG] = {"PNG", {".png"}, false},   [PICTURE_JPEG] = {"JPEG", {".jpg", ".jpeg"}, false},
	[PICTURE_GIF] = {"GIF", {".gif"}, false},   [PICTURE_WEBP] = {"WebP", {".webp"}, true},
	[PICTURE_AVIF] = {"AVIF", {".avif"}, true}, [PICTURE_SVG] = {"SVG", {".svg"}, false},
};

/* Files of the kind begin with these bytes from `at` on. */
struct signature {
	size_t at;
	struct str bytes;
	enum picture_kind kind;
	void (*read)(struct str s, struct picture *p);
};

#define BYTES(literal)                         \
	{                                      \
		(literal), sizeof(literal) - 1 \
	}

static const struct signature signatures[] = {
	{0, BYTES("\x89PNG\r\n\x1A\n"), PICTURE_PNG, png_read},
	{0, BYTES("\xFF\xD8\xFF"), PICTURE_JPEG, jpeg_read},
	{0, BYTES("GIF87a"), PICTURE_GIF, gif_read},
	{0, BYTES("GIF89a"), PICTURE_GIF, gif_read},
	{8, BYTES("WEBP"), PICTURE_WEBP, webp_read},
	{4, BYTES("ftypavif"), PICTURE_AVIF, avif_read},
	{4, BYTES("ftypavis"), PICTURE_AVIF, avif_read},
	{4, BYTES("ftypmif1"), PICTURE_AVIF, avif_read},
};

/* XML of whatever vocabulary: the reader says whether it is SVG. */
static bool is_markup(struct str s)
{
	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_from(s, 3);
	return str_starts(str_trim(s), STR("<"));
}

struct picture picture_read(struct str bytes)
{
	struct picture p = {.fault = PICTURE_UNKNOWN};

	for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
		const struct signature *known = &signatures[i];

		if (!str_starts(str_from(bytes, known->at), known->bytes))
			continue;
		p.kind = known->kind;
		p.fault = PICTURE_BROKEN;
		known->read(bytes, &p);
		return p;
	}
	if (is_markup(bytes)) {
		p.kind = PICTURE_SVG;
		p.fault = PICTURE_BROKEN;
		svg_read(bytes, &p);
	}
	return p;
}

enum picture_kind picture_kind_of(struct str path)
{
	size_t dot = str_find_last_byte(path, '.');
	struct str ending = dot == SIZE_MAX ? STR_NONE : str_from(path, dot);

	for (unsigned k = 1; k < PICTURE_KINDS; k++)
		for (const char *const *e = picture_kinds[k].endings; *e; e++)
			if (ending.len == strlen(*e) && strncasecmp(ending.at, *e, ending.len) == 0)
				return (enum picture_kind)k;
	return PICTURE_NONE;
}
