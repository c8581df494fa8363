#include "diag/failure.h"

bool failure_set(struct failure *why, struct message m)
{
	if (!why->set) {
		why->set = true;
		why->message = message_keep(&why->arena, m);
	}
	return false;
}

bool failure_errno(struct failure *why, enum message_id id, struct str path, int error)
{
	return failure_set(why, (struct message){.id = id, .arg = {path}, .error = error});
}

void failure_join(struct failure *to, struct failure *from)
{
	if (from->set)
		failure_set(to, from->message);
	failure_clear(from);
}

void failure_clear(struct failure *why)
{
	arena_clear(&why->arena);
	*why = FAILURE_NONE;
}
