#include "template/files.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/near.h"
#include "base/utf8.h"

/* Folders inside one another that are searched for a near name; the templates folder has two. */
enum { SEARCH_DEPTH = 4 };

static const char mark[] = "\xEF\xBB\xBF";

bool files_open(struct files *f)
{
	struct str path = arena_str(&f->scratch, f->folder);

	f->fd = open(path.at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (f->fd >= 0)
		return true;
	return failure_errno(f->why, errno == ENOENT || errno == ENOTDIR ? MSG_NO_FOLDER : MSG_CANNOT_READ, path,
			     errno);
}

static struct str full_path(struct files *f, struct str path)
{
	const char *slash = str_ends(f->folder, STR("/")) ? "" : "/";

	return arena_printf(f->arena, "%.*s%s%.*s", STR_ARG(f->folder), slash, STR_ARG(path));
}

static struct file *add(struct files *f, struct str path, struct str bytes, enum file_state state)
{
	struct file *file = arena_new(&f->scratch, struct file);

	file->path = arena_str(&f->scratch, path);
	file->source = source_new(f->arena, full_path(f, path), bytes);
	file->state = state;
	map_put(&f->by_path, file->path, file);
	return file;
}

static void refuse_byte(struct files *f, struct file *file, size_t at, struct message m)
{
	diag_add(f->dg, RULE_ENCODING, (struct place){file->source, at, at + 1}, STR_NONE, m);
	file->state = FILE_WRONG;
}

/* libxml2 would stop at a zero byte and misread what is not UTF-8, so both are found before. */
static struct file *checked(struct files *f, struct file *file)
{
	struct str bytes = file->source->bytes;
	size_t bad = utf8_valid_until(bytes), zero = str_find_byte(bytes, '\0');

	if (file->checked || file->state != FILE_THERE)
		return file;
	file->checked = true;
	if (bad < bytes.len)
		refuse_byte(f, file, bad, MSG(TEMPLATE_NOT_UTF8));
	if (zero != SIZE_MAX)
		refuse_byte(f, file, zero, MSG(TEMPLATE_NUL));
	if (str_starts(bytes, str_of(mark)))
		diag_add_sure(f->dg, RULE_BYTE_ORDER_MARK, (struct place){file->source, 0, 3}, STR_NONE,
			      MSG(TEMPLATE_BYTE_ORDER_MARK));
	return file;
}

void files_put(struct files *f, struct str path, struct str bytes)
{
	struct file *file = add(f, path, bytes, bytes.len > FILE_MOST ? FILE_TOO_BIG : FILE_THERE);

	vec_push(&f->put, file->path);
}

/*
 * Opens the folder that holds the path's last name, step by step, and cuts the path down to that name. -1: see errno.
 */
static int open_parent(struct files *f, struct str *path)
{
	int fd = fs_open_folder(f->fd, ".");
	size_t slash;

	while (fd >= 0 && (slash = str_find_byte(*path, '/')) != SIZE_MAX) {
		int next = fs_open_folder(fd, arena_str(&f->scratch, str_slice(*path, 0, slash)).at);
		int error = errno;

		close(fd);
		errno = error;
		fd = next;
		*path = str_from(*path, slash + 1);
	}
	return fd;
}

static int read_below(struct files *f, struct str path, struct str *bytes)
{
	int fd = open_parent(f, &path), error;

	if (fd < 0)
		return errno;
	error = fs_read(fd, arena_str(&f->scratch, path).at, FILE_MOST, f->arena, bytes);
	close(fd);
	return error;
}

static enum file_state state_of(int error)
{
	switch (error) {
	case 0:
		return FILE_THERE;
	case ENOENT:
	case ENAMETOOLONG:
		return FILE_MISSING;
	case ELOOP:
	case ENOTDIR: /* a step of the path is a link or a file */
	case EINVAL:
	case ENXIO: /* a socket */
		return FILE_NOT_PLAIN;
	case EFBIG:
		return FILE_TOO_BIG;
	default:
		return FILE_WRONG;
	}
}

struct file *files_get(struct files *f, struct str path)
{
	struct file *file = map_get(&f->by_path, path);
	const struct str *given;
	struct str bytes = STR_NONE;
	int error;

	if (file)
		return checked(f, file);
	given = f->instead ? map_get(f->instead, full_path(f, path)) : NULL;
	if (given)
		return checked(f, add(f, path, *given, FILE_THERE));
	if (f->fd < 0)
		return add(f, path, STR_NONE, FILE_MISSING);
	error = read_below(f, path, &bytes);
	file = add(f, path, error ? STR_NONE : bytes, state_of(error));
	if (file->state == FILE_WRONG)
		failure_errno(f->why, MSG_CANNOT_READ, file->source->path, error);
	return checked(f, file);
}

const struct tree *files_tree(struct files *f, struct file *file)
{
	if (!file->parsed)
		file->tree = parse_template(&f->scratch, file->source, f->dg);
	file->parsed = true;
	return file->tree;
}

struct str files_text(const struct file *file)
{
	struct str bytes = file->source->bytes;

	return str_starts(bytes, str_of(mark)) ? str_from(bytes, strlen(mark)) : bytes;
}

bool files_path(struct str path)
{
	struct str rest = path, name;

	if (path.len == 0)
		return false;
	while (str_split(&rest, '/', &name))
		if (name.len == 0 || str_eq(name, STR(".")) || str_eq(name, STR("..")))
			return false;
	return true;
}

static void offer(struct near *near, struct str path, struct str ending)
{
	if (str_ends(path, ending))
		near_offer(near, str_slice(path, 0, path.len - ending.len));
}

/* Offers what lies in the folder; `before` is the folder's path with its slash. Trouble here only costs the advice. */
static void offer_folder(struct files *f, int fd, struct str before, struct str ending, struct near *near, int depth)
{
	fs_entries entries = {0};

	fs_list(fd, &f->scratch, &entries);
	for (size_t i = 0; i < entries.len; i++) {
		const struct fs_entry *e = &entries.at[i];
		struct str path = arena_printf(&f->scratch, "%.*s%.*s", STR_ARG(before), STR_ARG(e->name));

		if (e->kind == FS_FILE)
			offer(near, path, ending);
		if (e->kind == FS_FOLDER && depth < SEARCH_DEPTH) {
			int below = fs_open_folder(fd, e->name.at);

			if (below < 0)
				continue;
			offer_folder(f, below, arena_printf(&f->scratch, "%.*s/", STR_ARG(path)), ending, near,
				     depth + 1);
			close(below);
		}
	}
	vec_clear(&entries);
}

struct str files_nearest(struct files *f, struct str path, struct str ending)
{
	struct near near = near_begin(path);

	for (size_t i = 0; i < f->put.len; i++)
		offer(&near, f->put.at[i], ending);
	if (f->fd >= 0)
		offer_folder(f, f->fd, STR_NONE, ending, &near, 1);
	return near.best;
}

void files_clear(struct files *f)
{
	if (f->fd >= 0)
		close(f->fd);
	f->fd = -1;
	map_clear(&f->by_path);
	vec_clear(&f->put);
	arena_clear(&f->scratch);
}
