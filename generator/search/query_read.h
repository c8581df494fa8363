/*
 * query_read.h - what the words of a query may mean: as typed, typed with another keyboard layout on, Latin letters for
 * Cyrillic ones. The browser does the same (templates/assets/search-read.js).
 *
 *	struct reader *rd = reader_new(analysis, stems);	both must outlive it
 *	reader_read(rd, query, &arena, &pieces);		any number of times, from any thread
 *	reader_free(rd);
 */
#ifndef KOMEK_SEARCH_QUERY_READ_H
#define KOMEK_SEARCH_QUERY_READ_H

#include "search/analysis.h"
#include "search/stem.h"

/* How a piece was read. */
enum reading { READING_TYPED, READING_LAYOUT, READING_LATIN, READINGS };

struct find;

struct asked_word {
	struct str word;
	struct find *finds; /* where it stands, see finds.h; filled in later */
	size_t find_count;
	bool is_small;	  /* it says little: how, where */
	bool is_skeleton; /* it was made of Latin letters, which do not say which Kazakh letters are meant */
};

struct query_reading {
	enum reading reading;
	struct str text; /* of the piece, as read */
	double worth;	 /* 1 for what was typed; less for other readings */
	struct asked_word *words;
	size_t count;
};

/* What stands between spaces: all that it may be read as. One reading at least has words. */
struct query_piece {
	VEC(struct query_reading) readings;
};

typedef VEC(struct query_piece) query_pieces;

struct reader;

struct reader *reader_new(const struct analysis *an, const struct stems *st);
void reader_free(struct reader *rd);

/* Adds the pieces of a query in their order. Words live in the arena, the lists until query_pieces_clear. */
void reader_read(const struct reader *rd, struct str query, struct arena *a, query_pieces *out);

void query_pieces_clear(query_pieces *pieces);

#endif
