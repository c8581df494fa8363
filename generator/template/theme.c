#include "template/theme.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "template/compiler.h"
#include "template/theme_files.h"

struct theme {
	struct program *programs; /* one a page */
	size_t count;
	struct arena arena; /* inline texts and names */
};

static struct theme *theme_new(size_t count)
{
	struct theme *t = mem_zero(1, sizeof *t);

	t->programs = mem_zero(count, sizeof *t->programs);
	t->count = count;
	return t;
}

void theme_free(struct theme *t)
{
	if (!t)
		return;
	for (size_t i = 0; i < t->count; i++)
		program_clear(&t->programs[i]);
	free(t->programs);
	arena_clear(&t->arena);
	free(t);
}

const struct program *theme_program(const struct theme *t, size_t i)
{
	return &t->programs[i];
}

/* A page's own file has no include to point to, so what is wrong with it is told at its beginning. */
static bool is_there(struct files *f, const struct file *file)
{
	struct place begin = {file->source, 0, 0};
	char most[24];

	switch (file->state) {
	case FILE_THERE:
		return true;
	case FILE_MISSING:
		diag_add(f->dg, RULE_TEMPLATE, begin, STR_NONE, MSG(TEMPLATE_MISSING, file->path));
		break;
	case FILE_NOT_PLAIN:
		diag_add(f->dg, RULE_FILE_KIND, begin, STR_NONE, MSG(TEMPLATE_NOT_PLAIN, file->path));
		break;
	case FILE_TOO_BIG:
		snprintf(most, sizeof most, "%d", FILE_MOST);
		diag_add(f->dg, RULE_TEMPLATE, begin, STR_NONE, MSG(TEMPLATE_TOO_BIG, file->path, str_of(most)));
		break;
	case FILE_WRONG:
		break;
	}
	return false;
}

static void add_page(struct theme *t, size_t i, struct files *f, const struct theme_request *request)
{
	struct str path = str_of(request->pages[i].file);
	size_t dot = str_find_last_byte(path, '.');
	struct compiler c = {
		.request = request,
		.root = request->pages[i].root,
		.files = f,
		.dg = f->dg,
		.arena = &t->arena,
		.program = &t->programs[i],
		.ending = dot == SIZE_MAX ? STR_NONE : str_from(path, dot),
		.xml = str_ends(path, STR(".xml")),
	};
	struct file *file = files_get(f, path);

	t->programs[i].xml = c.xml;
	if (is_there(f, file))
		compile_page(&c, file);
}

struct theme *theme_compile_files(struct files *f, const struct theme_request *request)
{
	struct theme *t = theme_new(request->page_count);
	size_t errors = diags_count(f->dg, LEVEL_ERROR);

	for (size_t i = 0; i < request->page_count && !f->why->set; i++)
		add_page(t, i, f, request);
	if (!f->why->set && diags_count(f->dg, LEVEL_ERROR) == errors)
		return t;
	theme_free(t);
	return NULL;
}

struct theme *theme_compile(const struct theme_request *request, struct diags *dg, struct failure *why)
{
	struct files f = FILES_INIT(str_of(request->folder), request->arena, dg, why);
	struct theme *t = NULL;

	f.instead = request->instead;
	if (files_open(&f))
		t = theme_compile_files(&f, request);
	files_clear(&f);
	return t;
}
