#include "lexicon/dawg.h"

#include "base/arena.h"
#include "base/vec.h"

/*
 * The file: a count of parts (32 bits), their places (64 bits each, -1: not there), the parts. The list of characters
 * is text: a count, then lines that begin with the character and a space. The word list: 16 bits that say 42, the
 * number of characters, the number of edges (32 bits each), the edges. An edge, from its lowest bit: character,
 * flags (last edge of its node, leads backwards, ends a word), the edge at which the next node begins.
 */
enum { WORDS_PART = 19, CHARACTERS_PART = 21, MAGIC = 42, HEAD = 10, LONGEST = 64 };
enum { LAST = 1, BACKWARDS = 2, ENDS = 4, FLAGS = 3 };

struct dawg {
	const char *edges;
	size_t count;
	unsigned bits; /* of a character */
	VEC(struct str) characters;
	dawg_fn *fn;
	void *ctx;
	char word[4 * LONGEST];
};

static uint64_t number(struct str bytes, size_t at, size_t size)
{
	uint64_t n = 0;

	if (at > bytes.len || size > bytes.len - at)
		return UINT64_MAX;
	for (size_t i = size; i > 0; i--)
		n = n << 8 | (uint8_t)bytes.at[at + i - 1];
	return n;
}

/* A part ends where the next one begins. */
static struct str part(struct str bytes, unsigned which)
{
	uint64_t parts = number(bytes, 0, 4), from = number(bytes, 4 + 8 * (size_t)which, 8), to = bytes.len;

	if (parts > 64 || which >= parts || from > bytes.len)
		return STR_NONE;
	for (size_t i = 0; i < parts; i++) {
		uint64_t other = number(bytes, 4 + 8 * i, 8);

		if (other > from && other < to)
			to = other;
	}
	return str_slice(bytes, (size_t)from, (size_t)to);
}

static bool read_characters(struct dawg *d, struct str text)
{
	struct str line, character;
	uint64_t count;

	if (!str_split(&text, '\n', &line) || !str_number(line, 1000, &count))
		return false;
	while (d->characters.len < count && str_split(&text, '\n', &line) && str_split(&line, ' ', &character))
		vec_push(&d->characters, character);
	return d->characters.len == count;
}

/* The words that go on from a node; len: bytes of d->word so far. False for edges that lead out of the file. */
static bool walk(struct dawg *d, uint64_t node, size_t len, unsigned depth)
{
	struct str edges = {d->edges, 8 * d->count};

	for (;; node++) {
		uint64_t edge = number(edges, (size_t)node * 8, 8);
		uint64_t flags = edge >> d->bits & 7, next = edge >> (d->bits + FLAGS);
		size_t character = edge & (((uint64_t)1 << d->bits) - 1);

		if (node >= d->count || character >= d->characters.len || depth == LONGEST)
			return false;
		if (!(flags & BACKWARDS)) {
			struct str sign = d->characters.at[character];
			size_t end = len + sign.len;

			if (end > sizeof d->word)
				return false;
			memcpy(d->word + len, sign.at, sign.len);
			if (flags & ENDS)
				d->fn(d->ctx, (struct str){d->word, end});
			if (next && !walk(d, next, end, depth + 1))
				return false;
		}
		if (flags & LAST)
			return true;
	}
}

bool dawg_words(struct str bytes, dawg_fn *fn, void *ctx)
{
	struct str words = part(bytes, WORDS_PART), characters = part(bytes, CHARACTERS_PART);
	struct dawg d = {.fn = fn, .ctx = ctx};
	bool ok = words.len >= HEAD && number(words, 0, 2) == MAGIC && read_characters(&d, characters);

	if (ok) {
		uint64_t signs = number(words, 2, 4);

		/* As many bits as the number of signs needs, the number itself included. */
		while ((uint64_t)1 << d.bits < signs + 1)
			d.bits++;
		d.count = (size_t)number(words, 6, 4);
		d.edges = words.at + HEAD;
		ok = d.count <= (words.len - HEAD) / 8 && walk(&d, 0, 0, 0);
	}
	vec_clear(&d.characters);
	return ok;
}
