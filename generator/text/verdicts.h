/*
 * verdicts.h - what was found out about words, remembered from run to run: (domain, word) -> a number of 1 to 255.
 *
 *	struct verdicts *v = verdicts_open(folder, key);	before the first thread
 *	if (!verdicts_get(v, domain, word))			any number of threads
 *		verdicts_put(v, domain, word, work_it_out(word));
 *	error = verdicts_save(v);				when the threads are done
 *	verdicts_free(v);
 *
 * A verdict follows from the word and the key alone; so whatever is lost or forgotten costs time and changes nothing.
 * What was read from the file does not change any more and is asked without a lock; what is new stands in maps behind
 * mutexes. Words are compared byte for byte. They may hold any bytes; those over VERDICTS_WORD_LONGEST are not kept.
 *
 * The file is FOLDER/verdicts. One that is not there, is broken or was written with another key is taken for empty and
 * replaced. No symbolic link is followed for it. Two processes do not disturb each other: each puts a whole file in the
 * place, and the last one stays.
 */
#ifndef KOMEK_TEXT_VERDICTS_H
#define KOMEK_TEXT_VERDICTS_H

#include "base/str.h"

/* Bytes: the longest word that is kept; the most that a file has, and that new words may take in memory. */
enum { VERDICTS_WORD_LONGEST = 1024, VERDICTS_MOST = 64 * 1024 * 1024 };

struct verdicts;

/*
 * key: bytes that describe all that the verdicts depend on; copied. folder: where the file is kept; NULL: nowhere, then
 * nothing is read or saved. The string must live as long as the verdicts. Never NULL.
 */
struct verdicts *verdicts_open(const char *folder, struct str key);

/* The verdict, or 0: not known. */
uint8_t verdicts_get(struct verdicts *v, uint8_t domain, struct str word);

/*
 * Remembers a verdict of 1 to 255. Where one stands already it stays. Where the new words have filled their room they
 * are not remembered any more.
 */
void verdicts_put(struct verdicts *v, uint8_t domain, struct str word, uint8_t verdict);

/*
 * Writes the file where something new was learnt since it was read or saved; makes the folder (the last step of its path)
 * where it is missing. Where old and new together are too long for a file the old ones are forgotten. Where another
 * process is writing just now, nothing is written. 0, or an errno: nothing was kept, and the old file stands. Other threads
 * may go on asking.
 */
int verdicts_save(struct verdicts *v);

void verdicts_free(struct verdicts *v);

#endif
