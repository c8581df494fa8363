#include "plan/statics.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/fs.h"
#include "plan/scripts.h"

enum { LARGEST = 4 * 1024 * 1024 };

static bool is_published(const struct fs_entry *e)
{
	static const char *const endings[] = {".js", ".svg", ".png", ".ico", ".woff2"};

	for (size_t i = 0; e->kind == FS_FILE && i < sizeof endings / sizeof *endings; i++)
		if (str_ends(e->name, str_of(endings[i])) && !str_starts(e->name, STR(".")))
			return true;
	return false;
}

static bool load_file(struct statics *s, int folder, struct str parent, struct str name, struct arena *a,
		      struct failure *why)
{
	struct static_file f = {.path = arena_printf(a, "assets/%.*s", STR_ARG(name))};
	int error = fs_read(folder, name.at, LARGEST, a, &f.bytes);

	if (error)
		return failure_errno(why, MSG_CANNOT_READ, arena_printf(a, "%.*s/%.*s", STR_ARG(parent), STR_ARG(name)),
				     error);
	vec_push(&s->files, f);
	return true;
}

bool statics_load(struct statics *s, const char *templates, struct arena *a, struct failure *why)
{
	struct str path = arena_printf(a, "%s/assets", templates);
	int folder = open(path.at, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	fs_entries entries = {0};
	bool done = true;
	int error;

	if (folder < 0)
		return errno == ENOENT ? true : failure_errno(why, MSG_CANNOT_READ, path, errno);
	error = fs_list(folder, a, &entries);
	if (error)
		done = failure_errno(why, MSG_CANNOT_READ, path, error);
	for (size_t i = 0; done && i < entries.len; i++)
		if (is_published(&entries.at[i]))
			done = load_file(s, folder, path, entries.at[i].name, a, why);
	if (done)
		done = scripts_join(s, a, why);
	vec_clear(&entries);
	close(folder);
	return done;
}

void statics_clear(struct statics *s)
{
	vec_clear(&s->files);
}
