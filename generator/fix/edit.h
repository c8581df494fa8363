/*
 * edit.h - repairs of one text as data: which bytes give way to which. Pure: nothing here reads or writes files.
 *
 *	edits list = {0};
 *	edits_add(&list, (struct edit){from, to, text})...	in order of place
 *	edits_apply(bytes, &list, &out);
 *	vec_clear(&list);
 *
 * Edits of a list are sorted and never overlap. Positions are bytes of the text before any of them. Texts are views:
 * their bytes must outlive the list.
 */
#ifndef KOMEK_FIX_EDIT_H
#define KOMEK_FIX_EDIT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

/* The bytes from `from` up to but without `to` become `text`. from == to inserts, an empty text removes. */
struct edit {
	size_t from, to;
	struct str text;
};

typedef VEC(struct edit) edits;

/*
 * Adds an edit behind the others. False, and nothing is added: it begins before the last one ends, or both insert at the
 * same place, so that their order would be a guess.
 */
bool edits_add(edits *list, struct edit e);

/* Adds the bytes with all edits made. Every edit must lie within the bytes. */
void edits_apply(struct str bytes, const edits *list, struct buf *out);

/* Goes through the edits once, for positions in ascending order: struct edits_walk w = {.list = &list}; */
struct edits_walk {
	const edits *list;
	size_t i, before, behind; /* edits passed; where the last of them ends in both texts */
};

/*
 * Where position `at` comes to stand when the edits are made. In the middle of bytes that give way it is the beginning
 * of what was written there, with `end` the end.
 */
size_t edits_forward(struct edits_walk *w, size_t at, bool end);

/*
 * One list that does what `first` and then `second` do: `second` was made for what `first` makes of a text of `len`
 * bytes. `both` must be empty; edits that touch become one. The texts live in the arena.
 */
void edits_then(size_t len, const edits *first, const edits *second, struct arena *a, edits *both);

#endif
