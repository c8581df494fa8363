#include "search/write_answers.h"

#include "base/escape.h"
#include "output/digest.h"

/* Where the titles of some answers are scattered, each is a part of its own: then small ones are best. */
enum { TITLES_EACH = 4, TEXTS_EACH = 2 };

/* Parts a group: alone while the list of their hashes stays short. */
enum { GROUP_MOST = 16 };

static size_t group_size(const struct index *ix)
{
	if (ix->answers.len <= 512)
		return 1;
	return ix->answers.len <= 4096 ? 4 : GROUP_MOST;
}

/*
 * What a result shows of an answer to readers of a language: "id","title","summary", and the text's language where it is
 * another. The address follows from the id, the section from the number.
 */
static void add_title(const struct index *ix, size_t answer, size_t language, struct buf *out)
{
	const struct entry *e = ix->answers.at[answer];
	const struct article *text = e->shown[language];

	escape_json(out, e->id);
	buf_add_byte(out, ',');
	escape_json(out, text->front.title);
	buf_add_byte(out, ',');
	escape_json(out, text->front.summary);
	if (text->language != language)
		buf_addf(out, ",%zu", text->language);
}

static void add_row(const struct index *ix, size_t answer, size_t language, struct buf *out)
{
	buf_add_byte(out, '[');
	add_title(ix, answer, language, out);
	buf_add_byte(out, ']');
}

void write_heads(const struct index *ix, size_t language, const uint32_t *answers, size_t count, struct buf *out)
{
	buf_add_byte(out, '[');
	for (size_t i = 0; i < count; i++) {
		buf_addf(out, "%s\n[%u,", i ? "," : "", answers[i]);
		add_title(ix, answers[i], language, out);
		buf_add_byte(out, ']');
	}
	buf_add_byte(out, ']');
}

static void add_block(void *ctx, bool is_heading, struct str text)
{
	struct buf *out = ctx;

	(void)is_heading;
	if (out->len)
		buf_add_byte(out, '\n');
	buf_add(out, text);
}

/* What can be read below title and summary, to show where a word stands; empty where the language has no text. */
static void add_reading(const struct index *ix, size_t answer, size_t language, struct buf *out)
{
	const struct article *article = ix->answers.at[answer]->texts[language];
	struct buf text = BUF_INIT;

	if (article && article->markup)
		markup_plain(article->markup, add_block, &text);
	escape_json(out, buf_str(&text));
	buf_clear(&text);
}

typedef void add_fn(const struct index *ix, size_t answer, size_t language, struct buf *out);

struct family {
	const char *name;
	size_t each; /* answers a part */
	add_fn *add;
};

/* The bytes of one part. */
static void make_part(const struct index *ix, const struct family *f, size_t part, size_t language, struct buf *out)
{
	size_t from = part * f->each, to = from + f->each < ix->answers.len ? from + f->each : ix->answers.len;

	parts_begin(f->name, out);
	buf_add_byte(out, '[');
	for (size_t i = from; i < to; i++) {
		buf_add(out, i > from ? STR(",\n") : STR("\n"));
		f->add(ix, i, language, out);
	}
	buf_add(out, STR("]);\n"));
}

/* The parts of a group, and the hash that their names have in common. */
static void write_group(struct parts *p, const struct index *ix, const struct family *f, size_t group, size_t language,
			struct str code, struct buf *hashes)
{
	struct str made[GROUP_MOST];
	size_t size = group_size(ix);
	struct buf bytes = BUF_INIT, all = BUF_INIT, hash = BUF_INIT;
	size_t count = 0;

	for (size_t part = group * size; count < size && part * f->each < ix->answers.len; part++) {
		make_part(ix, f, part, language, &bytes);
		buf_add(&all, buf_str(&bytes));
		made[count++] = arena_str(p->a, buf_str(&bytes));
	}
	digest_short_hex(buf_str(&all), HASH_DIGITS, &hash);
	for (size_t i = 0; i < count; i++)
		vec_push(&p->out->list,
			 ((struct search_file){arena_printf(p->a, "assets/search/%s-%.*s-%.*s-%zu.js", f->name,
							    STR_ARG(code), STR_ARG(buf_str(&hash)), group * size + i),
					       made[i]}));
	buf_add(hashes, buf_str(&hash));
	buf_clear(&bytes);
	buf_clear(&all);
	buf_clear(&hash);
}

static void write_family(struct parts *p, const struct index *ix, const struct family *f, size_t language,
			 struct str code, struct buf *out)
{
	size_t size = f->each * group_size(ix), groups = (ix->answers.len + size - 1) / size;

	buf_addf(out, "\"%s\":{\"each\":%zu,\"group\":%zu,\"files\":\"", f->name, f->each, group_size(ix));
	for (size_t g = 0; g < groups; g++)
		write_group(p, ix, f, g, language, code, out);
	buf_add(out, STR("\"}"));
}

void write_answers(struct parts *p, const struct site *site, const struct index *ix, size_t language, struct buf *out)
{
	bool is_small = ix->answers.len <= TITLES_ALONE;
	const struct family titles = {"titles", is_small ? TITLES_ALONE : TITLES_EACH, add_row},
			    texts = {"texts", is_small ? 2 * TEXTS_EACH : TEXTS_EACH, add_reading};
	struct str code = site_language(site, language)->code;

	buf_add_byte(out, '{');
	write_family(p, ix, &titles, language, code, out);
	buf_add_byte(out, ',');
	write_family(p, ix, &texts, language, code, out);
	buf_add_byte(out, '}');
}
