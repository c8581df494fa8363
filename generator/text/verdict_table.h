/*
 * verdict_table.h - the file of verdicts.h: a hash table laid out in bytes, looked up where it lies, without parsing.
 *
 *	verdict_table_write(&list, key, most, &out)	sorts the list and lays it out
 *	verdict_table_read(&t, bytes, key)		once for a file: length, key, checksum
 *	verdict_table_get(&t, domain, word)		any number of threads
 *
 * The bytes are not trusted: every offset is checked where it is used and a search looks at a bounded number of slots,
 * so that broken or hostile bytes make nothing worse than a wrong verdict of their own.
 *
 *	8	"KOMEKVD1"
 *	8	checksum of all that follows
 *	4	0x01020304: the byte order of the machine that wrote it, which all numbers here have
 *	4	length of the whole file
 *	4	length of the key
 *	4	number of slots, a power of two
 *	...	the key, filled up with zeros to a multiple of 8
 *	8 each	slots: upper half of the word's hash, offset of the entry from the file's start (0: free)
 *	...	entries: domain, verdict, length of the word (2 bytes), word
 */
#ifndef KOMEK_TEXT_VERDICT_TABLE_H
#define KOMEK_TEXT_VERDICT_TABLE_H

#include "base/buf.h"
#include "base/vec.h"

enum { VERDICT_LONGEST = 1024 }; /* bytes of a word; longer ones are in no table */

struct verdict {
	struct str word;
	uint8_t domain, verdict;
};

typedef VEC(struct verdict) verdict_list;

/* Set to zero it knows nothing. */
struct verdict_table {
	struct str bytes; /* the whole file; the caller's, and must outlive the table */
	size_t slots;	  /* where they begin */
	uint32_t count;	  /* of slots; 0: knows nothing */
};

/* False, and *t knows nothing, where the bytes are no whole table written with this key. */
bool verdict_table_read(struct verdict_table *t, struct str bytes, struct str key);

/* 0: the table does not know. */
uint8_t verdict_table_get(const struct verdict_table *t, uint8_t domain, struct str word);

/* Adds all that the table knows; words are views of its bytes. */
void verdict_table_list(const struct verdict_table *t, verdict_list *list);

/*
 * Sorts the list, drops what stands in it twice, and adds the file to `out`, which must be empty. The same verdicts and
 * key give the same bytes, whatever their order was. False, and nothing added, where it would be longer than `most`.
 */
bool verdict_table_write(verdict_list *list, struct str key, size_t most, struct buf *out);

/* Sets length and checksum of a file that is otherwise whole; for tests, which so get behind the checksum. */
void verdict_table_seal(char *bytes, size_t len);

/* For sharing words out: a hash of the word and its domain, 64 well-mixed bits. */
uint64_t verdict_hash(uint8_t domain, struct str word);

#endif
