/*
 * lock.h - one run at a time on one output. The lock is on a file beside the output; it goes with the process, so a
 * killed run leaves the file but not the lock.
 */
#ifndef KOMEK_OUTPUT_LOCK_H
#define KOMEK_OUTPUT_LOCK_H

/*
 * Takes the lock on the file `name` (one name; made where missing) in the folder, without waiting. A descriptor for
 * lock_release, or -1 with errno: EWOULDBLOCK where another run has it.
 */
int lock_take(int folder, const char *name);

/* Removes the file and gives the lock back; -1 is welcome. */
void lock_release(int folder, const char *name, int lock);

#endif
