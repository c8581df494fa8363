/*
 * person.h - numbers that identify a person.
 */
#ifndef KOMEK_LETTERS_PERSON_H
#define KOMEK_LETTERS_PERSON_H

#include "base/str.h"

/*
 * True where the twelve digits are a possible individual identification number of Kazakhstan (ИИН, ЖСН): a real date of
 * birth, a century that exists, and the check digit. Source: rules for forming identification numbers, approved by the
 * Government of Kazakhstan (YYMMDD, century and sex, four digits, check digit by weights 1 to 11, on 10 by 3 to 11, 1, 2).
 */
bool person_number(struct str digits);

#endif
