#include "output/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include "base/fs.h"
#include "output/file.h"
#include "output/marker.h"
#include "output/tree.h"

/* A file on its way: the folders that hold it in both trees (old: -1 where there is none) and its name in them. */
struct spot {
	int folder, old;
	char name[NAME_MAX + 1];
};

static void leave(int *folder, int keep)
{
	if (*folder >= 0 && *folder != keep)
		close(*folder);
	*folder = -1;
}

static int copy_name(char to[NAME_MAX + 1], struct str name)
{
	if (name.len > NAME_MAX)
		return ENAMETOOLONG;
	memcpy(to, name.at, name.len);
	to[name.len] = '\0';
	return 0;
}

/* One folder deeper in both trees; in the stage the folder is made. Other threads may make it at the same time. */
static int step(const struct stage *s, struct spot *at)
{
	int inner = fs_open_folder(at->folder, at->name), old;

	if (inner < 0 && errno == ENOENT) {
		if (mkdirat(at->folder, at->name, 0777) && errno != EEXIST)
			return errno;
		inner = fs_open_folder(at->folder, at->name);
	}
	if (inner < 0)
		return errno;
	leave(&at->folder, s->folder);
	at->folder = inner;
	old = at->old < 0 ? -1 : fs_open_folder(at->old, at->name);
	leave(&at->old, s->old);
	at->old = old;
	return 0;
}

static int find_spot(const struct stage *s, struct str path, struct spot *at)
{
	struct str name = STR_NONE;
	int error = 0;

	*at = (struct spot){.folder = s->folder, .old = s->old};
	str_split(&path, '/', &name);
	error = copy_name(at->name, name);
	while (!error && str_split(&path, '/', &name)) {
		error = step(s, at);
		if (!error)
			error = copy_name(at->name, name);
	}
	return error;
}

/*
 * A refused link is no failure: some file systems have no links (EPERM, EXDEV, EOPNOTSUPP) or no more for this file
 * (EMLINK), and protected links forbid those to other people's files. Then the same bytes are written; what is really
 * wrong shows there.
 */
static int put_file(struct stage *s, const struct spot *at, struct str bytes)
{
	bool same = at->old >= 0 && file_same(at->old, at->name, bytes);
	int error = EPERM;

	if (same)
		error = linkat(at->old, at->name, at->folder, at->name, 0) ? errno : 0;
	if (error)
		error = file_write(at->folder, at->name, bytes, FILE_LATER);
	if (!error) {
		atomic_fetch_add(&s->files, 1);
		atomic_fetch_add(&s->written, same ? 0 : 1);
	}
	return error;
}

static bool refuse_put(const struct stage *s, struct str path, int error, struct failure *why)
{
	/* The stage was empty, so only another file of this run can stand in the way. */
	if (error == EEXIST || error == ENOTDIR || error == ELOOP)
		return failure_set(why, MSG(OUTPUT_PUT_TWICE, path));
	return file_refused(why, MSG_OUTPUT_CANNOT_WRITE, s->shown, path, error);
}

static bool put(struct sink *sink, struct str path, struct str bytes, struct failure *why)
{
	struct stage *s = (struct stage *)sink;
	struct spot at;
	bool ok = sink_path_allowed(path, why);
	int error;

	if (ok) {
		error = find_spot(s, path, &at);
		if (!error)
			error = put_file(s, &at, bytes);
		leave(&at.folder, s->folder);
		leave(&at.old, s->old);
		ok = !error || refuse_put(s, path, error, why);
	}
	if (!ok)
		atomic_store(&s->failed, true);
	return ok;
}

/* The web server must be able to read the new folder as it read the old one. */
static int take_over(int folder, int old)
{
	struct stat st;

	if (old < 0)
		return 0;
	if (fstat(old, &st))
		return errno;
	/* Only root may give a folder away; others may choose among their own groups; without either it stays ours. */
	if (fchown(folder, st.st_uid, st.st_gid) && errno == EPERM && fchown(folder, (uid_t)-1, st.st_gid))
		errno = 0;
	/* After the owner, because that clears bits; our own rights are kept, or the next run could not remove it. */
	return fchmod(folder, (st.st_mode & 07777) | S_IRWXU) ? errno : 0;
}

static int make(struct stage *s, const struct output_path *at)
{
	int error;

	if (mkdirat(at->parent, at->stage, 0777))
		return errno;
	s->folder = fs_open_folder(at->parent, at->stage);
	if (s->folder < 0)
		return errno;
	error = take_over(s->folder, s->old);
	return error ? error : file_write(s->folder, MARKER_NAME, MARKER_TEXT, FILE_LATER);
}

bool stage_open(struct stage *s, const struct output_path *at, int old, struct failure *why)
{
	struct buf shown = BUF_INIT;
	int error;

	*s = (struct stage){.sink = {.put = put}, .folder = -1, .old = old, .shown = at->shown};
	buf_add(&shown, at->beside);
	buf_add(&shown, str_of(at->stage));
	error = tree_remove(at->parent, at->stage);
	if (error) {
		failure_errno(why, MSG_OUTPUT_CANNOT_SWEEP, buf_str(&shown), error);
	} else {
		error = make(s, at);
		if (error)
			failure_errno(why, MSG_OUTPUT_CANNOT_WRITE, buf_str(&shown), error);
	}
	buf_clear(&shown);
	return !error;
}

void stage_close(struct stage *s)
{
	if (s->folder >= 0)
		close(s->folder);
	s->folder = -1;
}
