/*
 * number_scan.h - a text while its numbers are read; for the files of numbers.h.
 */
#ifndef KOMEK_TEXT_NUMBER_SCAN_H
#define KOMEK_TEXT_NUMBER_SCAN_H

#include "text/numbers.h"

struct number_scan {
	struct str text;
	struct str language;
	bool english;
	struct arena *arena;
	number_list *out;
	size_t word_from; /* of the word that is being read */
};

/* The digit at a byte; how many digits stand there in a row. */
bool scan_digit_at(struct str s, size_t at);
size_t scan_digits_at(struct str s, size_t at);

/* A letter of the alphabets that our languages are written in. */
bool scan_is_letter(uint32_t point);

/* The code point at a byte and its bytes; 0 and 0 at the end. */
uint32_t scan_point_at(struct str s, size_t at, size_t *len);

/* The space or hyphen that may stand inside a number, as ' ' or '-'; 0 for anything else. */
char scan_joint(uint32_t point);

/* Adds a number in the form that languages share (numbers.h); bytes from `from` up to `to`. */
void scan_add(struct number_scan *s, struct str key, size_t from, size_t to, bool loose);
void scan_add_number(struct number_scan *s, unsigned value, size_t from, size_t to, bool loose);
void scan_add_month(struct number_scan *s, unsigned month, size_t from, size_t to, bool loose);

/* Adds the date or the telephone number that begins at a byte (a digit, + or an opening parenthesis) and gives its end; 0: neither. */
size_t scan_groups(struct number_scan *s, size_t at);

#endif
