#include "text/spell.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/mem.h"
#include "text/verdicts.h"

struct speller {
	struct dictionaries *dictionaries;
	struct verdicts *verdicts;
	atomic_bool lacking; /* a dictionary was needed and is not there */
};

struct speller *speller_new(const char *cache_folder)
{
	struct speller *s = mem_zero(1, sizeof *s);
	struct buf key = BUF_INIT;

	s->dictionaries = dictionaries_new();
	if (!dictionaries_describe(s->dictionaries, &key))
		cache_folder = NULL;
	s->verdicts = verdicts_open(cache_folder, buf_str(&key));
	buf_clear(&key);
	return s;
}

bool speller_knows(struct speller *s, enum dictionary which, struct str word)
{
	uint8_t domain = (uint8_t)which, knowledge = verdicts_get(s->verdicts, domain, word);

	if (knowledge == KNOWLEDGE_NONE) {
		if (!dictionary_takes(word))
			return false;
		knowledge = (uint8_t)dictionary_knows(s->dictionaries, which, word);
		if (knowledge == KNOWLEDGE_NONE)
			atomic_store(&s->lacking, true);
		else
			verdicts_put(s->verdicts, domain, word, knowledge);
	}
	return knowledge != KNOWLEDGE_UNKNOWN;
}

uint8_t speller_recall(struct speller *s, uint8_t domain, struct str word)
{
	assert(domain >= SPELLER_DOMAIN_FIRST);
	return verdicts_get(s->verdicts, domain, word);
}

void speller_remember(struct speller *s, uint8_t domain, struct str word, uint8_t verdict)
{
	assert(domain >= SPELLER_DOMAIN_FIRST);
	if (!atomic_load(&s->lacking))
		verdicts_put(s->verdicts, domain, word, verdict);
}

int speller_save(struct speller *s)
{
	return verdicts_save(s->verdicts);
}

void speller_problem(struct speller *s, struct failure *why)
{
	dictionaries_problem(s->dictionaries, why);
}

void speller_free(struct speller *s)
{
	if (!s)
		return;
	verdicts_free(s->verdicts);
	dictionaries_free(s->dictionaries);
	free(s);
}
