/*
 * in_place.h - for places where two folders cannot be exchanged: the new site is brought into the old one file by file.
 *
 * Each file is whole at any moment, the site is not: a reader may meet pages of both. So that links lead somewhere
 * meanwhile, new files come first, then changed ones, and what no longer belongs goes last.
 */
#ifndef KOMEK_OUTPUT_IN_PLACE_H
#define KOMEK_OUTPUT_IN_PLACE_H

#include "base/str.h"
#include "diag/failure.h"

/* Holds a file's new bytes until it is renamed; a killed run may leave one, the next run in place removes it. */
#define IN_PLACE_NAME ".komek-new"

/*
 * Makes `output` hold the files of `stage`, dot-files apart: those of the output stay. All is on the disk when it
 * returns true. False: see why; then the output is a mixture of old and new, but carries the marker, so that the next
 * run may repair it.
 */
bool in_place_publish(int stage, int output, struct str shown, struct failure *why);

#endif
