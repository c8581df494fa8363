#include "template/compiler.h"

static struct str number(struct compiler *c, int n)
{
	return arena_printf(c->arena, "%d", n);
}

static void missing(struct compiler *c, const struct attr *a, const struct file *file, struct str ending)
{
	struct str near = files_nearest(c->files, str_slice(file->path, 0, file->path.len - ending.len), ending);

	compile_error(c, RULE_TEMPLATE, a->raw_value, near, MSG(TEMPLATE_INCLUDE_MISSING, file->path));
}

static bool is_there(struct compiler *c, const struct attr *a, const struct file *file, struct str ending)
{
	switch (file->state) {
	case FILE_THERE:
		return true;
	case FILE_MISSING:
		missing(c, a, file, ending);
		return false;
	case FILE_NOT_PLAIN:
		compile_error(c, RULE_FILE_KIND, a->raw_value, STR_NONE, MSG(TEMPLATE_NOT_PLAIN, file->path));
		return false;
	case FILE_TOO_BIG:
		compile_error(c, RULE_TEMPLATE, a->raw_value, STR_NONE,
			      MSG(TEMPLATE_TOO_BIG, file->path, number(c, FILE_MOST)));
		return false;
	default:
		return false;
	}
}

struct file *include_file(struct compiler *c, const struct attr *a, struct str ending)
{
	struct str name = str_trim(a->value);
	struct file *file;

	if (!files_path(name)) {
		compile_error(c, RULE_TEMPLATE, a->raw_value, STR_NONE, MSG(TEMPLATE_INCLUDE_FORM, name));
		return NULL;
	}
	file = files_get(c->files, arena_printf(c->arena, "%.*s%.*s", STR_ARG(name), STR_ARG(ending)));
	return is_there(c, a, file, ending) ? file : NULL;
}

bool include_allowed(struct compiler *c, const struct attr *a, const struct file *file)
{
	int depth = 0;

	for (const struct chain *l = c->chain; l; l = l->outer, depth++)
		if (l->file == file) {
			compile_error(c, RULE_TEMPLATE, a->raw_value, STR_NONE,
				      MSG(TEMPLATE_INCLUDE_CIRCLE, file->path));
			return false;
		}
	if (depth > INCLUDE_DEPTH_MOST) {
		compile_error(c, RULE_TEMPLATE, a->raw_value, STR_NONE,
			      MSG(TEMPLATE_INCLUDE_DEEP, number(c, INCLUDE_DEPTH_MOST)));
		return false;
	}
	if (++c->includes > INCLUDE_MOST || c->program->text.len > PROGRAM_MOST) {
		compile_error(c, RULE_TEMPLATE, a->raw_value, STR_NONE,
			      MSG(TEMPLATE_INCLUDE_MUCH, number(c, INCLUDE_MOST), number(c, PROGRAM_MOST)));
		return false;
	}
	return true;
}
