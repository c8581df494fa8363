/*
 * glossary.h - content/glossary.yaml: what things are called on this site, one spelling a language, and the words that
 * are to be avoided for them.
 *
 *	terms:
 *	  - kk: ЖСН
 *	    ru: ИИН
 *	    en: IIN
 *	    avoid:
 *	      kk: [ИИН, ЖИН]
 *
 * A term may lack languages. After loading nothing changes.
 */
#ifndef KOMEK_SITE_GLOSSARY_H
#define KOMEK_SITE_GLOSSARY_H

#include "base/vec.h"
#include "site/settings.h"

/* A word of a phrase or of a text. */
struct term_word {
	struct str written;
	struct str folded;
	char gap; /* what stands between it and the word before: ' ', '-', or 0 for anything else */
	size_t from, to;
};

typedef VEC(struct term_word) term_words;

/* A term, or a phrase that is avoided for it. */
struct term_phrase {
	struct str written;
	struct str term; /* what to write: for a term itself the same */
	bool avoided;
	bool has_capital; /* behind its first letter, which a sentence may need: how it is capitalised matters */
	const struct term_word *words;
	size_t count; /* never 0 */
};

struct glossary {
	VEC(struct term_phrase) phrases[LANGUAGE_MOST]; /* by language number; sorted by their first words */
};

/* Reads the file; problems go to dg as RULE_GLOSSARY. Texts live in the arena. */
void glossary_read(const struct source *source, size_t from, const struct settings *settings, struct arena *a,
		   struct diags *dg, struct glossary *g);

/*
 * Takes a text apart into words, folded; in the arena. Names with points (egov.kz) and addresses are one word that no
 * phrase equals.
 */
void glossary_words(struct str text, struct arena *a, term_words *out);

/* The first of the sorted phrases of a language whose first word begins with the same code point as `folded`, and how many. */
const struct term_phrase *glossary_near(const struct glossary *g, size_t language, struct str folded, size_t *count);

void glossary_clear(struct glossary *g);

#endif
