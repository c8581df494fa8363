/*
 * carry.h - what the people who host the site put into the output themselves: dot-files and dot-folders, carried over
 * into the new tree.
 */
#ifndef KOMEK_OUTPUT_CARRY_H
#define KOMEK_OUTPUT_CARRY_H

#include "base/str.h"
#include "diag/failure.h"

enum carry { CARRY_DONE, CARRY_FAILED, CARRY_MOUNT };

/*
 * Takes the dot-entries of the tree `old`, at its top and in those folders that the tree `stage` has too, into `stage`:
 * files as hard links (copies where no link can be made), folders with all they hold, symbolic links as they are. What
 * the stage already has stays.
 *
 * CARRY_FAILED: see why. CARRY_MOUNT: a folder of the old tree is a mount point, so this tree must not be moved; why
 * stays as it was.
 */
enum carry carry_dotted(int old, int stage, struct str shown, struct failure *why);

#endif
