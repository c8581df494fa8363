/*
 * verdicts_fuzz.c - any bytes as a file of verdicts, as they are and with length and checksum set right: no search
 * leaves the file or goes on for ever, and what the table tells can be written and read again. And any bytes as words
 * to remember: each has its verdict, in memory and in the table that is written.
 */
#include <stdio.h>
#include <stdlib.h>

#include "text/verdict_table.h"
#include "text/verdicts.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MOST = 1 << 20 };

static void broken(const char *why, struct str word)
{
	fprintf(stderr, "%s: %zu bytes\n%.*s\n", why, word.len, STR_ARG(word));
	abort();
}

static void check_list(const struct verdict_table *t, const verdict_list *list)
{
	for (size_t i = 0; i < list->len; i++) {
		struct str word = list->at[i].word;

		if (word.len > VERDICT_LONGEST || list->at[i].verdict == 0)
			broken("listed, but no verdict", word);
		if (word.at < t->bytes.at || word.at + word.len > t->bytes.at + t->bytes.len)
			broken("a word outside of the file", STR_NONE);
		verdict_table_get(t, list->at[i].domain, word);
	}
}

/* Every verdict of a list, in the table that is written of it. */
static void write_and_read(verdict_list *list)
{
	struct buf out = BUF_INIT;
	struct verdict_table t;

	if (verdict_table_write(list, STR("key"), MOST, &out)) {
		if (!verdict_table_read(&t, buf_str(&out), STR("key")))
			broken("written, but not read", STR_NONE);
		for (size_t i = 0; i < list->len; i++)
			if (verdict_table_get(&t, list->at[i].domain, list->at[i].word) != list->at[i].verdict)
				broken("written, but not found", list->at[i].word);
	}
	buf_clear(&out);
}

static void try_file(struct str bytes, struct str key)
{
	verdict_list list = {0};
	struct verdict_table t;

	if (!verdict_table_read(&t, bytes, key) && t.count)
		broken("refused, but not empty", STR_NONE);
	for (size_t i = 0; i + 3 <= bytes.len; i++)
		verdict_table_get(&t, (uint8_t)bytes.at[i],
				  str_slice(bytes, i + 1, i + 1 + (unsigned char)bytes.at[i] % 32));
	verdict_table_list(&t, &list);
	check_list(&t, &list);
	write_and_read(&list);
	vec_clear(&list);
}

/* What the table says of a word must stand in it, of this word. */
static void check_word(const struct verdict_table *t, uint8_t domain, struct str word)
{
	uint8_t verdict = verdict_table_get(t, domain, word);
	verdict_list list = {0};
	bool found = verdict == 0;

	verdict_table_list(t, &list);
	for (size_t i = 0; i < list.len; i++)
		found |= list.at[i].domain == domain && list.at[i].verdict == verdict && str_eq(list.at[i].word, word);
	if (!found)
		broken("a verdict on another word", word);
	vec_clear(&list);
}

/*
 * The input as slots and entries of a table without a key: how many slots, then the rest of the file. All slots get the
 * hash of one word, for no fuzzer finds it.
 */
static void try_table(struct str input)
{
	static const char head[] = "KOMEKVD1\0\0\0\0\0\0\0\0\x04\x03\x02\x01\0\0\0\0\0\0\0\0";
	uint32_t slots = input.len ? 1U << (input.at[0] & 7) : 1, tag = (uint32_t)(verdict_hash(1, STR("abc")) >> 32);
	struct verdict_table t;
	struct buf b = BUF_INIT;

	buf_add(&b, (struct str){head, 28});
	buf_add(&b, (struct str){(const char *)&slots, sizeof slots});
	buf_add(&b, str_from(input, 1));
	for (size_t i = 0; i < slots && 32 + i * 8 + 8 <= b.len; i++)
		memcpy(b.at + 32 + i * 8, &tag, sizeof tag);
	verdict_table_seal(b.at, b.len);
	try_file(buf_str(&b), STR_NONE);
	if (verdict_table_read(&t, buf_str(&b), STR_NONE))
		check_word(&t, 1, STR("abc"));
	buf_clear(&b);
}

/* Each line: domain, verdict, word. */
static void try_words(struct str input)
{
	struct verdicts *v = verdicts_open(NULL, STR("key"));
	struct str rest = input, line;
	verdict_list list = {0};

	while (str_split(&rest, '\n', &line)) {
		struct str word = str_from(line, 2);
		uint8_t domain, before;

		if (line.len < 2 || line.at[1] == 0 || word.len > VERDICTS_WORD_LONGEST)
			continue;
		domain = (uint8_t)line.at[0];
		before = verdicts_get(v, domain, word);
		verdicts_put(v, domain, word, (uint8_t)line.at[1]);
		if (verdicts_get(v, domain, word) != (before ? before : (uint8_t)line.at[1]))
			broken("put, but not kept", word);
		if (!before)
			vec_push(&list, ((struct verdict){word, domain, (uint8_t)line.at[1]}));
	}
	write_and_read(&list);
	vec_clear(&list);
	verdicts_free(v);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str input = {(const char *)bytes, len};

	try_file(input, STR("key"));
	try_table(input);
	try_words(input);
	return 0;
}
