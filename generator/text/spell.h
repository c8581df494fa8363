/*
 * spell.h - is this a word? Asked of the dictionaries of Kazakh, Russian and English, and remembered from run to run.
 *
 *	struct speller *s = speller_new(folder);		before the first thread
 *	speller_knows(s, DICTIONARY_KK, word)			any number of threads
 *	error = speller_save(s);				when the threads are done
 *	speller_problem(s, &why);				was a dictionary needed that is lacking?
 *	speller_free(s);
 *
 * A dictionary is loaded (tens to hundreds of milliseconds) when a word is asked that was never asked before; where all
 * are remembered none is. Dictionaries take words with capitals as well, but know what belongs at the edges of none:
 * the caller takes punctuation off.
 */
#ifndef KOMEK_TEXT_SPELL_H
#define KOMEK_TEXT_SPELL_H

#include "text/dictionary.h"

struct speller;

/*
 * cache_folder: where verdicts are kept (see verdicts.h; it must live as long as the speller), or NULL: for this run
 * only. They are forgotten when a dictionary, the Hunspell library or the program itself has changed; where that cannot
 * be told (there is no /proc), nothing is kept. Never NULL.
 */
struct speller *speller_new(const char *cache_folder);

/*
 * True for a word of the language, and for every word where its dictionary is lacking, so that nothing follows from it.
 * What cannot be a word (nothing, over 100 bytes, no UTF-8, control characters, points over U+FFFF) is not known.
 */
bool speller_knows(struct speller *s, enum dictionary which, struct str word);

/* Domains of verdicts below this are the speller's own. */
enum { SPELLER_DOMAIN_FIRST = 16 };

/*
 * The caller's own verdicts of 1 to 255 in the same store, for domains from SPELLER_DOMAIN_FIRST to 255; recalling gives
 * 0 where there is none. A verdict must follow from the word, the program and the dictionaries alone. Once a dictionary was
 * found lacking nothing is remembered, so that the next run needs it again and says so again.
 */
uint8_t speller_recall(struct speller *s, uint8_t domain, struct str word);
void speller_remember(struct speller *s, uint8_t domain, struct str word, uint8_t verdict);

/* Keeps what was learnt, where a folder was given. 0, or an errno: worth a warning, the run itself lacks nothing. */
int speller_save(struct speller *s);

/* Sets why where a dictionary was needed and is lacking or cannot be used; the caller looks at why->set. */
void speller_problem(struct speller *s, struct failure *why);

void speller_free(struct speller *s);

#endif
