#include "letters/lexicon.h"

enum { FINGERPRINT = 40, SEEN = 56, HEADWORD = 58 };

bool lexicon_valid(struct str bytes)
{
	struct lexicon head;

	if (bytes.len < sizeof head)
		return false;
	memcpy(&head, bytes.at, sizeof head);
	return memcmp(head.magic, LEXICON_MAGIC, sizeof head.magic) == 0 && head.version == LEXICON_VERSION &&
	       head.words < head.word_slots && head.groups < head.group_slots &&
	       bytes.len == sizeof head + 8 * ((size_t)head.word_slots + head.group_slots);
}

/* FNV-1a, then mixed, because the slot is taken from the upper bits. */
uint64_t lexicon_hash(const struct letters *word)
{
	uint64_t h = 0xCBF29CE484222325U;

	for (size_t i = 0; i < word->len; i++)
		h = (h ^ word->at[i]) * 0x100000001B3U;
	h = (h ^ h >> 33) * 0xFF51AFD7ED558CCDU;
	return h ^ h >> 29;
}

static const uint64_t *words(const struct lexicon *lex)
{
	return (const uint64_t *)(const void *)(lex + 1);
}

struct lexicon_fact lexicon_find(const struct lexicon *lex, const struct letters *word)
{
	const uint64_t *slots = words(lex), mask = ((uint64_t)1 << FINGERPRINT) - 1;
	uint64_t hash = lexicon_hash(word);

	for (uint32_t i = lexicon_word_slot(hash, lex->word_slots); slots[i]; i = i + 1 == lex->word_slots ? 0 : i + 1)
		if (((slots[i] ^ hash) & mask) == 0)
			return (struct lexicon_fact){.count = slots[i] >> FINGERPRINT & 0xFFFF,
						     .seen = slots[i] >> SEEN & 3,
						     .headword = slots[i] >> HEADWORD & 1};
	return (struct lexicon_fact){0};
}

unsigned lexicon_count(const struct lexicon *lex, struct str word)
{
	struct letters letters;

	return alphabet_word(word, &letters) ? lexicon_find(lex, &letters).count : 0;
}

static uint64_t group_find(const struct lexicon *lex, uint32_t group)
{
	const uint64_t *slots = words(lex) + lex->word_slots;
	uint32_t i = lexicon_group_slot(group, lex->group_slots);

	while (slots[i] && (uint32_t)slots[i] != group)
		i = i + 1 == lex->group_slots ? 0 : i + 1;
	return slots[i];
}

float lexicon_step(const struct lexicon *lex, uint32_t *group, uint8_t letter)
{
	uint32_t before = *group, known = 0;
	unsigned cost = 0;

	/* From the longest group to shorter ones: each begins one letter later. */
	for (uint32_t mask = 0xFFFFFF;; mask >>= 6) {
		uint32_t context = before & mask;

		if (mask != 0xFFFFFF && context == (before & (mask << 6 | 0x3F)))
			continue;
		known = (uint32_t)(group_find(lex, context << 6 | letter) >> 32);
		if (known || !context)
			break;
		cost += (unsigned)(group_find(lex, context) >> 48);
	}
	*group = (before << 6 | letter) & 0xFFFFFF;
	cost += known ? known & 0xFFFF : 8 * LEXICON_UNIT;
	return -(float)cost / LEXICON_UNIT;
}

float lexicon_cost(const struct lexicon *lex, const struct letters *word)
{
	uint32_t group = ALPHABET_BEGIN;
	float sum = 0;

	for (size_t i = 0; i < word->len; i++)
		sum += lexicon_step(lex, &group, word->at[i]);
	return sum + lexicon_step(lex, &group, ALPHABET_END);
}
