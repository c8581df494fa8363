#include "text/verdict_table.h"

struct header {
	char magic[8];
	uint64_t checksum;
	uint32_t order, len, key_len, slots;
};

struct slot {
	uint32_t tag, at;
};

enum {
	CHECKED_FROM = 16, /* the checksum covers the file from here */
	ENTRY_HEAD = 4,
	SLOTS_LEAST = 8,
	/* With half of the slots free no search comes near it; a word that lies farther off is not found, which costs time only. */
	PROBES_MOST = 64,
};

#define MAGIC "KOMEKVD1"
#define ORDER 0x01020304U

/* One to one in both arguments, so that a change of any one word of the input changes the sum for certain. */
static uint64_t mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15U;
	return h ^ (h >> 32);
}

static uint64_t sum(uint64_t h, struct str s)
{
	uint64_t word;

	for (; s.len >= sizeof word; s = str_from(s, sizeof word)) {
		memcpy(&word, s.at, sizeof word);
		h = mix(h, word);
	}
	word = 0;
	if (s.len)
		memcpy(&word, s.at, s.len);
	return mix(h, word);
}

uint64_t verdict_hash(uint8_t domain, struct str word)
{
	/* The length tells a word from the same word with zeros behind it. */
	return sum(mix(domain, word.len), word);
}

static size_t padded(size_t n)
{
	return (n + 7) & ~(size_t)7;
}

static struct slot slot_at(const struct verdict_table *t, size_t i)
{
	struct slot s;

	memcpy(&s, t->bytes.at + t->slots + i * sizeof s, sizeof s);
	return s;
}

static bool key_fits(struct str bytes, const struct header *h, struct str key)
{
	return h->key_len == key.len && bytes.len - sizeof *h >= key.len &&
	       str_eq(str_slice(bytes, sizeof *h, sizeof *h + key.len), key);
}

bool verdict_table_read(struct verdict_table *t, struct str bytes, struct str key)
{
	struct header h;
	size_t slots;

	*t = (struct verdict_table){0};
	if (bytes.len < sizeof h)
		return false;
	memcpy(&h, bytes.at, sizeof h);
	slots = sizeof h + padded(key.len);
	if (memcmp(h.magic, MAGIC, sizeof h.magic) != 0 || h.order != ORDER || h.len != bytes.len ||
	    !key_fits(bytes, &h, key))
		return false;
	if (h.slots == 0 || (h.slots & (h.slots - 1)) || slots > bytes.len ||
	    h.slots > (bytes.len - slots) / sizeof(struct slot))
		return false;
	if (sum(0, str_from(bytes, CHECKED_FROM)) != h.checksum)
		return false;
	*t = (struct verdict_table){bytes, slots, h.slots};
	return true;
}

/* False where no entry lies at the offset. */
static bool entry_at(const struct verdict_table *t, size_t at, struct verdict *v)
{
	unsigned char head[ENTRY_HEAD];
	size_t len;

	if (at >= t->bytes.len || t->bytes.len - at < sizeof head)
		return false;
	memcpy(head, t->bytes.at + at, sizeof head);
	len = head[2] + 256U * head[3];
	at += sizeof head;
	if (len > t->bytes.len - at)
		return false;
	*v = (struct verdict){str_slice(t->bytes, at, at + len), head[0], head[1]};
	return true;
}

uint8_t verdict_table_get(const struct verdict_table *t, uint8_t domain, struct str word)
{
	uint64_t hash = verdict_hash(domain, word);
	struct verdict v;

	for (unsigned i = 0; i < PROBES_MOST && i < t->count; i++) {
		struct slot s = slot_at(t, (hash + i) & (t->count - 1));

		if (s.at == 0)
			return 0;
		if (s.tag == hash >> 32 && entry_at(t, s.at, &v) && v.domain == domain && str_eq(v.word, word))
			return v.verdict;
	}
	return 0;
}

void verdict_table_list(const struct verdict_table *t, verdict_list *list)
{
	struct verdict v;

	for (size_t i = 0; i < t->count; i++) {
		struct slot s = slot_at(t, i);

		if (s.at && entry_at(t, s.at, &v) && v.verdict && v.word.len <= VERDICT_LONGEST)
			vec_push(list, v);
	}
}

/* The verdict counts too, so that even a list that contradicts itself has one order. */
static int by_word(const void *a, const void *b)
{
	const struct verdict *x = a, *y = b;
	int order = x->domain - y->domain;

	if (order == 0)
		order = str_cmp(x->word, y->word);
	return order ? order : x->verdict - y->verdict;
}

static void drop_doubles(verdict_list *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->len; i++)
		if (n == 0 || list->at[i].domain != list->at[n - 1].domain ||
		    !str_eq(list->at[i].word, list->at[n - 1].word))
			list->at[n++] = list->at[i];
	list->len = n;
}

/* Takes the first free slot; a word that finds none near enough is left out. */
static void put_slot(char *slots, size_t count, uint64_t hash, uint32_t at)
{
	for (unsigned i = 0; i < PROBES_MOST && i < count; i++) {
		char *place = slots + ((hash + i) & (count - 1)) * sizeof(struct slot);
		struct slot s;

		memcpy(&s, place, sizeof s);
		if (s.at == 0) {
			s = (struct slot){(uint32_t)(hash >> 32), at};
			memcpy(place, &s, sizeof s);
			return;
		}
	}
}

static void put_entries(char *bytes, size_t slots, size_t count, const verdict_list *list)
{
	size_t at = slots + count * sizeof(struct slot);

	for (size_t i = 0; i < list->len; i++) {
		const struct verdict *v = &list->at[i];
		unsigned char head[ENTRY_HEAD] = {v->domain, v->verdict, v->word.len & 0xFF,
						  (unsigned char)(v->word.len >> 8)};

		put_slot(bytes + slots, count, verdict_hash(v->domain, v->word), (uint32_t)at);
		memcpy(bytes + at, head, sizeof head);
		if (v->word.len)
			memcpy(bytes + at + sizeof head, v->word.at, v->word.len);
		at += sizeof head + v->word.len;
	}
}

void verdict_table_seal(char *bytes, size_t len)
{
	struct header h;

	if (len < sizeof h)
		return;
	memcpy(&h, bytes, sizeof h);
	h.len = (uint32_t)len;
	memcpy(bytes, &h, sizeof h);
	h.checksum = sum(0, (struct str){bytes + CHECKED_FROM, len - CHECKED_FROM});
	memcpy(bytes, &h, sizeof h);
}

bool verdict_table_write(verdict_list *list, struct str key, size_t most, struct buf *out)
{
	struct header h = {.magic = MAGIC, .order = ORDER, .key_len = (uint32_t)key.len, .slots = SLOTS_LEAST};
	size_t slots = sizeof h + padded(key.len), len;

	vec_sort(list, by_word);
	drop_doubles(list);
	if (list->len > most / ENTRY_HEAD)
		return false;
	while (h.slots < list->len * 2)
		h.slots *= 2;
	len = slots + h.slots * sizeof(struct slot);
	for (size_t i = 0; i < list->len; i++)
		len += ENTRY_HEAD + list->at[i].word.len;
	if (len > most)
		return false;
	buf_reserve(out, len);
	memset(out->at, 0, len + 1);
	memcpy(out->at, &h, sizeof h);
	if (key.len)
		memcpy(out->at + sizeof h, key.at, key.len);
	put_entries(out->at, slots, h.slots, list);
	out->len = len;
	verdict_table_seal(out->at, len);
	return true;
}
