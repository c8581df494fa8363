#include "search/write.h"

#include "base/escape.h"
#include "base/utf8.h"
#include "output/digest.h"
#include "search/readings.h"
#include "site/routes.h"

/* Answers a part: few enough to be small, many enough that ten hits do not mean ten parts. */
enum { TITLES_EACH = 32, TEXTS_EACH = 8 };

/* Digits of the hash in a name: 40 bits tell apart every part that a site will ever have. */
enum { HASH_DIGITS = 10 };

struct writer {
	const struct site *site;
	const struct index *ix;
	struct arena *a;
	struct search_files *out;
	struct buf part;  /* the script being made */
	struct buf entry; /* the entry script, grows from part to part */
};

static void add_text(struct buf *out, struct str s)
{
	escape_json(out, s);
}

/* Ends the part that is being made: it becomes a file, whose hash goes into the entry as the next of a list. */
static void end_part(struct writer *w, const char *family, bool first)
{
	struct str bytes;
	struct buf hash = BUF_INIT;

	buf_add(&w->part, STR(");\n"));
	bytes = arena_str(w->a, buf_str(&w->part));
	digest_short_hex(bytes, HASH_DIGITS, &hash);
	vec_push(&w->out->list,
		 ((struct search_file){arena_printf(w->a, "assets/search/%s-%.*s.js", family, STR_ARG(buf_str(&hash))),
				       bytes}));
	buf_addf(&w->entry, "%s\"%.*s\"", first ? "" : ",", STR_ARG(buf_str(&hash)));
	buf_clear(&hash);
	buf_reset(&w->part);
}

/* ---- words ---- */

/*
 * Where a part of words ends: at a word whose own hash says so, once the part is large enough. A word more or less then
 * moves no border but the nearest one. Bytes of the part as it is written; packed they are about half.
 */
enum { WORDS_LEAST = 4096, WORDS_MOST = 12288, BORDER = 64 };

static bool is_border(struct str key)
{
	uint32_t h = 2166136261U; /* FNV-1a */

	for (size_t i = 0; i < key.len; i++)
		h = (h ^ (unsigned char)key.at[i]) * 16777619U;
	return (h ^ h >> 15) % BORDER == 0;
}

/* Digits of numbers below 64; a number is written in fives of bits, all but the last with 32 added. */
static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

static void add_number(struct buf *out, uint32_t n)
{
	int shift = 0;

	while (shift < 30 && n >> (shift + 5))
		shift += 5;
	for (; shift > 0; shift -= 5)
		buf_add_byte(out, digits[32 + (n >> shift & 31)]);
	buf_add_byte(out, digits[n & 31]);
}

/*
 * Adds a word as the number of UTF-16 units that it shares with the one before, one digit, then `between`, then what
 * follows.
 */
static void add_front_coded(struct buf *out, struct str last, struct str word, struct str between)
{
	size_t at = 0, units = 0;
	uint32_t x, y;

	while (at < last.len && at < word.len) {
		size_t n = utf8_decode(last, at, &x);

		utf8_decode(word, at, &y);
		if (x != y || units + 2 > 63)
			break;
		at += n;
		units += x > 0xFFFF ? 2 : 1;
	}
	buf_add_byte(out, digits[units]);
	buf_add(out, between);
	buf_add(out, str_from(word, at));
}

static void add_postings(struct buf *out, const struct index_word *word)
{
	uint32_t last = 0;

	add_number(out, (uint32_t)word->texts.len);
	for (size_t i = 0; i < word->texts.len; i++) {
		add_number(out, word->texts.at[i].text - last);
		buf_add_byte(out, digits[word->texts.at[i].weight]);
		last = word->texts.at[i].text;
	}
}

/* One part of words, from word `from` on; gives the number of the first word behind it. */
static size_t write_words(struct writer *w, size_t from)
{
	struct buf words = BUF_INIT, texts = BUF_INIT, name = BUF_INIT;
	struct str last = STR_NONE;
	size_t i = from;

	for (; i < w->ix->words.len; i++) {
		const struct index_word *word = w->ix->words.at[i];
		size_t size = words.len + texts.len;

		if (i > from && !str_eq(word->key, w->ix->words.at[i - 1]->key) &&
		    (size >= WORDS_MOST || (size >= WORDS_LEAST && is_border(word->key))))
			break;
		if (i > from)
			buf_add_byte(&words, ' ');
		/* how many letters of the word its key lacks */
		add_front_coded(&words, last, word->word, (struct str){&digits[word->cut], 1});
		add_postings(&texts, word);
		last = word->word;
	}
	buf_addf(&name, "words %.*s", STR_ARG(w->ix->words.at[from]->key));
	buf_add(&w->part, STR("komek.part("));
	add_text(&w->part, buf_str(&name));
	buf_add_byte(&w->part, ',');
	add_text(&w->part, buf_str(&words));
	buf_add_byte(&w->part, ',');
	add_text(&w->part, buf_str(&texts));
	buf_clear(&words);
	buf_clear(&texts);
	buf_clear(&name);
	return i;
}

/* ---- keys ---- */

/* Where a part of keys ends, like a part of words. */
enum { KEYS_LEAST = 8192, KEYS_MOST = 24576 };

/* One part of keys, from word `from` on; gives the number of the first word behind it. */
static size_t write_keys(struct writer *w, size_t from)
{
	struct buf keys = BUF_INIT, name = BUF_INIT;
	struct str last = STR_NONE;
	size_t i = from;

	for (; i < w->ix->words.len; i++) {
		struct str key = w->ix->words.at[i]->key;

		if (i > from && str_eq(key, last))
			continue;
		if (keys.len >= KEYS_MOST || (keys.len >= KEYS_LEAST && is_border(key)))
			break;
		if (i > from)
			buf_add_byte(&keys, ' ');
		add_front_coded(&keys, last, key, STR_NONE);
		last = key;
	}
	buf_addf(&name, "keys %.*s", STR_ARG(w->ix->words.at[from]->key));
	buf_add(&w->part, STR("komek.part("));
	add_text(&w->part, buf_str(&name));
	buf_add_byte(&w->part, ',');
	add_text(&w->part, buf_str(&keys));
	buf_clear(&keys);
	buf_clear(&name);
	return i;
}

/* ---- families of words ---- */

/* All parts of a family; the entry says the first key of each, so that the browser knows where a word would be. */
static void write_family(struct writer *w, const char *family, size_t (*write)(struct writer *, size_t))
{
	struct buf from = BUF_INIT;

	buf_addf(&w->entry, ",\n\"%s\":{\"files\":[", family);
	for (size_t at = 0, next; at < w->ix->words.len; at = next) {
		next = write(w, at);
		if (at)
			buf_add_byte(&from, ',');
		add_text(&from, w->ix->words.at[at]->key);
		end_part(w, family, at == 0);
	}
	buf_add(&w->entry, STR("],\"from\":["));
	buf_add(&w->entry, buf_str(&from));
	buf_add(&w->entry, STR("]}"));
	buf_clear(&from);
}

/* ---- answers ---- */

/* What a result shows of an answer to readers of a language: [id, address, title, summary, section, language of the text]. */
static void add_answer(struct writer *w, const struct entry *e, size_t language)
{
	const struct article *text = e->shown[language];
	struct str section = STR_NONE;
	struct buf *out = &w->part;
	size_t in;

	if (e->kind == ENTRY_QUESTION)
		section = entry_title(w->site, e->section->entry, language, &in);
	buf_add(out, STR("\n["));
	add_text(out, e->id);
	buf_add_byte(out, ',');
	add_text(out, route_entry(w->site, e, language, w->a));
	buf_add_byte(out, ',');
	add_text(out, text->front.title);
	buf_add_byte(out, ',');
	add_text(out, text->front.summary);
	buf_add_byte(out, ',');
	add_text(out, section);
	buf_addf(out, ",%zu]", text->language);
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
static void add_reading(struct writer *w, const struct entry *e, size_t language)
{
	struct buf text = BUF_INIT;

	if (e->texts[language] && e->texts[language]->markup)
		markup_plain(e->texts[language]->markup, add_block, &text);
	buf_add_byte(&w->part, '\n');
	add_text(&w->part, buf_str(&text));
	buf_clear(&text);
}

typedef void add_fn(struct writer *w, const struct entry *e, size_t language);

/* The parts of a family for one language, `each` answers a part. */
static void write_answers(struct writer *w, const char *family, size_t language, size_t each, add_fn *add)
{
	struct str code = site_language(w->site, language)->code;
	size_t n = w->ix->answers.len;

	buf_add(&w->entry, language ? STR(",[") : STR("["));
	for (size_t from = 0; from < n; from += each) {
		size_t to = from + each < n ? from + each : n;

		buf_addf(&w->part, "komek.part(\"%s %.*s %zu\",[", family, STR_ARG(code), from / each);
		for (size_t i = from; i < to; i++) {
			if (i > from)
				buf_add_byte(&w->part, ',');
			add(w, w->ix->answers.at[i], language);
		}
		buf_add_byte(&w->part, ']');
		end_part(w, family, from == 0);
	}
	buf_add_byte(&w->entry, ']');
}

static void write_all_answers(struct writer *w, const char *family, size_t each, add_fn *add)
{
	buf_addf(&w->entry, ",\n\"%s\":{\"each\":%zu,\"files\":[", family, each);
	for (size_t l = 0; l < w->site->settings.language_count; l++)
		write_answers(w, family, l, each, add);
	buf_add(&w->entry, STR("]}"));
}

/* ---- the entry ---- */

/*
 * The sections: the number of the first answer of each and its name in every language. Answers stand in the site's order, so
 * that a section ends where the next one begins; pages have no section: they stand in one whose names are empty.
 */
static void add_sections(struct writer *w)
{
	const struct section *last = NULL;

	buf_add(&w->entry, STR("\"sections\":["));
	for (size_t i = 0; i < w->ix->answers.len; i++) {
		const struct entry *e = w->ix->answers.at[i];
		const struct section *section = e->kind == ENTRY_QUESTION ? e->section : NULL;
		size_t in;

		if (section == last && i)
			continue;
		buf_addf(&w->entry, "%s\n[%zu", i ? "," : "", i);
		for (size_t l = 0; l < w->site->settings.language_count; l++) {
			buf_add_byte(&w->entry, ',');
			add_text(&w->entry, section ? entry_title(w->site, section->entry, l, &in) : STR_NONE);
		}
		buf_add_byte(&w->entry, ']');
		last = section;
	}
	buf_add(&w->entry, STR("],\n"));
}

static void begin_entry(struct writer *w)
{
	const struct settings *s = &w->site->settings;

	buf_add(&w->entry, STR("komek.part(\"entry\",{\"languages\":["));
	for (size_t l = 0; l < s->language_count; l++)
		buf_addf(&w->entry, "%s\"%.*s\"", l ? "," : "", STR_ARG(s->languages[l]->code));
	buf_add(&w->entry, STR("],\"names\":["));
	for (size_t l = 0; l < s->language_count; l++) {
		if (l)
			buf_add_byte(&w->entry, ',');
		add_text(&w->entry, s->languages[l]->name);
	}
	buf_addf(&w->entry, "],\n\"answers\":%zu,\n", w->ix->answers.len);
	add_sections(w);
	analysis_write(&w->entry);
	buf_add(&w->entry, STR(",\n"));
	stems_write(&w->entry);
	buf_add(&w->entry, STR(",\n"));
	readings_write(&w->entry);
}

void search_write(const struct site *site, const struct index *ix, struct arena *a, struct search_files *out)
{
	struct writer w = {.site = site, .ix = ix, .a = a, .out = out};

	begin_entry(&w);
	write_family(&w, "words", write_words);
	write_family(&w, "keys", write_keys);
	write_all_answers(&w, "titles", TITLES_EACH, add_answer);
	write_all_answers(&w, "texts", TEXTS_EACH, add_reading);
	buf_add(&w.entry, STR("});\n"));
	vec_push(&out->list, ((struct search_file){STR("assets/search/entry.js"), arena_str(a, buf_str(&w.entry))}));
	buf_clear(&w.part);
	buf_clear(&w.entry);
}

void search_files_clear(struct search_files *files)
{
	vec_clear(&files->list);
}
