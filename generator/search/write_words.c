#include "search/write_words.h"

#include "base/escape.h"
#include "base/utf8.h"
#include "search/pack.h"
#include "search/shelves.h"
#include "search/write_answers.h"

/*
 * Where a part ends: at a word whose own hash says so, once the part is large enough. A word more or less then moves no border
 * but the nearest one. Bytes of the part as it is written; packed they are about half.
 */
struct size {
	size_t least, most;
	uint32_t border; /* one word in so many ends a part that is large enough */
};

/* More words make more parts, and the entry names them all: a large site has larger ones. */
static struct size words_size(const struct index *ix)
{
	if (ix->answers.len <= 256)
		return (struct size){704, 3072, 16};
	return ix->answers.len <= 4096 ? (struct size){4096, 6656, 64} : (struct size){8192, 12288, 64};
}

static const struct size keys_size = {8192, 24576, 64};

static bool is_border(struct str key, uint32_t border)
{
	uint32_t h = 2166136261U; /* FNV-1a */

	for (size_t i = 0; i < key.len; i++)
		h = (h ^ (unsigned char)key.at[i]) * 16777619U;
	return (h ^ h >> 15) % border == 0;
}

static bool is_full(struct size size, size_t bytes, struct str next)
{
	return bytes >= size.most || (bytes >= size.least && is_border(next, size.border));
}

/* ---- the list of parts ---- */

/* The first keys and the hashes of a family, as the entry has them. */
struct listed {
	struct buf from, files;
	struct str last; /* the beginning that was listed last */
};

/* Lists a part by as much of its first key as tells it from the key before. */
static void list_part(struct listed *l, struct str before, struct str key)
{
	struct str from = str_slice(key, 0, pack_distinct(before, key));

	if (l->from.len)
		buf_add_byte(&l->from, ' ');
	pack_word(&l->from, l->last, from, STR_NONE);
	l->last = from;
}

static void add_listed(struct listed *l, struct buf *out)
{
	buf_add(out, STR("{\"from\":"));
	escape_json(out, buf_str(&l->from));
	buf_addf(out, ",\"files\":\"%.*s\"}", STR_ARG(buf_str(&l->files)));
	buf_clear(&l->from);
	buf_clear(&l->files);
}

static struct str key_at(const struct index *ix, size_t i)
{
	return ix->words.at[i]->key;
}

static struct str key_before(const struct index *ix, size_t i)
{
	return i ? key_at(ix, i - 1) : STR_NONE;
}

/* The first word of the next key. */
static size_t next_key(const struct index *ix, size_t i)
{
	struct str key = key_at(ix, i);

	while (i < ix->words.len && str_eq(key_at(ix, i), key))
		i++;
	return i;
}

/*
 * The first word of the next family: keys that have their first five letters in common. A query for one of them finds the
 * others, too (the tier "first" of search-find.js), so they share a part and a shelf.
 */
enum { FAMILY = 5 };

static size_t next_family(const struct index *ix, size_t i)
{
	struct str key = key_at(ix, i), first = str_slice(key, 0, utf8_offset(key, FAMILY));
	bool alone = utf8_count(key) < FAMILY;

	do
		i = next_key(ix, i);
	while (!alone && i < ix->words.len && str_starts(key_at(ix, i), first));
	return i;
}

/* ---- words ---- */

/* A word's texts, a language at a time: bits of the languages, then for each how many and the differences with weights. */
static void add_postings(struct buf *out, const struct index_word *word, uint32_t n)
{
	uint32_t counts[LANGUAGE_MOST] = {0}, bits = 0;

	for (size_t i = 0; i < word->texts.len; i++)
		counts[word->texts.at[i].text % n]++;
	for (uint32_t l = 0; l < n; l++)
		bits |= (uint32_t)(counts[l] > 0) << l;
	pack_digit(out, bits);
	for (uint32_t l = 0; l < n; l++) {
		uint32_t last = 0;

		if (!counts[l])
			continue;
		pack_number(out, counts[l]);
		for (size_t i = 0; i < word->texts.len; i++) {
			uint32_t answer = word->texts.at[i].text / n;

			if (word->texts.at[i].text % n != l)
				continue;
			pack_number(out, answer - last);
			pack_digit(out, word->texts.at[i].weight);
			last = answer;
		}
	}
}

/* The words of one key, each with the letters of its skeleton that the key lacks. */
static void add_words(const struct index *ix, size_t from, size_t to, uint32_t n, struct buf *words, struct buf *texts)
{
	for (size_t i = from; i < to; i++) {
		struct buf cut = BUF_INIT;

		pack_digit(&cut, ix->words.at[i]->cut);
		if (words->len)
			buf_add_byte(words, ' ');
		pack_word(words, words->len ? ix->words.at[i - 1]->word : STR_NONE, ix->words.at[i]->word,
			  buf_str(&cut));
		add_postings(texts, ix->words.at[i], n);
		buf_clear(&cut);
	}
}

/* One part from word `at` on; gives the first word behind it. shelves: NULL where all titles are in one part. */
static size_t write_part(struct parts *p, const struct site *site, const struct index *ix, size_t at,
			 struct shelves *shelves, struct listed *listed)
{
	struct buf words = BUF_INIT, texts = BUF_INIT, list = BUF_INIT, bytes = BUF_INIT;
	struct size size = words_size(ix);

	list_part(listed, key_before(ix, at), key_at(ix, at));
	for (size_t next; at < ix->words.len; at = next) {
		if (words.len && is_full(size, words.len + texts.len, key_at(ix, at)))
			break;
		next = next_family(ix, at);
		add_words(ix, at, next, (uint32_t)site->settings.language_count, &words, &texts);
		if (shelves)
			shelves_add(shelves, at, next);
	}
	if (shelves)
		shelves_end(shelves, &list);
	parts_begin("words", &bytes);
	escape_json(&bytes, buf_str(&words));
	buf_add_byte(&bytes, ',');
	escape_json(&bytes, buf_str(&texts));
	if (list.len)
		buf_addf(&bytes, ",\"%.*s\"", STR_ARG(buf_str(&list)));
	parts_end(p, "words", &bytes, &listed->files);
	buf_clear(&words);
	buf_clear(&texts);
	buf_clear(&list);
	buf_clear(&bytes);
	return at;
}

void write_words(struct parts *p, const struct site *site, const struct index *ix, unsigned jobs, struct buf *out)
{
	bool scattered = ix->answers.len > TITLES_ALONE;
	struct shelves shelves = {0};
	struct listed listed = {0};

	if (scattered)
		shelves_init(&shelves, p, site, ix, jobs);
	for (size_t at = 0; at < ix->words.len;)
		at = write_part(p, site, ix, at, scattered ? &shelves : NULL, &listed);
	shelves_clear(&shelves);
	add_listed(&listed, out);
}

/* ---- keys ---- */

void write_keys(struct parts *p, const struct index *ix, struct buf *out)
{
	struct listed listed = {0};
	struct buf keys = BUF_INIT, bytes = BUF_INIT;

	for (size_t at = 0; at < ix->words.len;) {
		list_part(&listed, key_before(ix, at), key_at(ix, at));
		buf_reset(&keys);
		for (size_t next; at < ix->words.len; at = next) {
			if (keys.len && is_full(keys_size, keys.len, key_at(ix, at)))
				break;
			next = next_key(ix, at);
			if (keys.len)
				buf_add_byte(&keys, ' ');
			pack_word(&keys, keys.len ? key_before(ix, at) : STR_NONE, key_at(ix, at), STR_NONE);
		}
		parts_begin("keys", &bytes);
		escape_json(&bytes, buf_str(&keys));
		parts_end(p, "keys", &bytes, &listed.files);
	}
	buf_clear(&keys);
	buf_clear(&bytes);
	add_listed(&listed, out);
}
