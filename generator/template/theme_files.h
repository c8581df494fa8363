/*
 * theme_files.h - compiling a theme from files that need not be on disk: for fuzzing and tests.
 */
#ifndef KOMEK_TEMPLATE_THEME_FILES_H
#define KOMEK_TEMPLATE_THEME_FILES_H

#include "template/files.h"
#include "template/theme.h"

/* As theme_compile, with the files of f; the folder and the arena of the request are not used. */
struct theme *theme_compile_files(struct files *f, const struct theme_request *request);

#endif
