/*
 * patch.h - edits of one file as a unified patch, for `patch -p0` in the folder that the path is relative to.
 *
 * Three lines of context, hunks that meet become one. Lines end with LF alone: a CR before it is part of the line, as
 * patch takes it. GNU patch refuses, for safety, paths that are absolute or contain "..".
 */
#ifndef KOMEK_FIX_PATCH_H
#define KOMEK_FIX_PATCH_H

#include "fix/edit.h"

/* Adds the patch that makes the list's edits in the file of that path and those bytes; nothing where none changes it. */
void patch_add(struct str path, struct str bytes, const edits *list, struct buf *out);

#endif
