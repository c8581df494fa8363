#include "search/parts.h"

#include "output/digest.h"

void parts_begin(const char *family, struct buf *bytes)
{
	buf_reset(bytes);
	buf_addf(bytes, "komek.part(\"%s\",", family);
}

void parts_end(struct parts *p, const char *family, struct buf *bytes, struct buf *hash)
{
	struct search_file file;
	struct buf digits = BUF_INIT;
	const struct str *other;

	buf_add(bytes, STR(");\n"));
	/* A space at the end makes other bytes of those whose hash another file has already. */
	for (;; buf_add_byte(bytes, ' ')) {
		buf_reset(&digits);
		digest_short_hex(buf_str(bytes), HASH_DIGITS, &digits);
		file.path = arena_printf(p->a, "assets/search/%s-%.*s.js", family, STR_ARG(buf_str(&digits)));
		other = map_get(&p->made, file.path);
		if (!other || str_eq(*other, buf_str(bytes)))
			break;
	}
	if (!other) {
		struct str *kept = arena_new(p->a, struct str);

		*kept = file.bytes = arena_str(p->a, buf_str(bytes));
		map_put(&p->made, file.path, kept);
		vec_push(&p->out->list, file);
	}
	buf_add(hash, buf_str(&digits));
	buf_clear(&digits);
}

void parts_clear(struct parts *p)
{
	map_clear(&p->made);
}
