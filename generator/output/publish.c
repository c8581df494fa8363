#include "output/publish.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "output/carry.h"
#include "output/exchange.h"
#include "output/file.h"
#include "output/in_place.h"
#include "output/lock.h"
#include "output/marker.h"
#include "output/output_path.h"
#include "output/stage.h"
#include "output/tree.h"

struct publish {
	struct publish_request request;
	struct output_path at;
	int lock; /* -1: not taken */
	int old;  /* the output as it stood at the beginning, open; -1: there was none */
	struct stage stage;
	bool committed;
};

/* Opens the output (-1 where there is none) after making sure that nothing in it would be lost. */
static bool open_output(const struct output_path *at, int *old, struct failure *why)
{
	struct arena a = ARENA_INIT;
	struct str stranger = STR_NONE;
	int error;

	*old = -1;
	if (!at->there)
		return true;
	*old = fs_open_folder(at->parent, at->name);
	error = *old < 0 ? errno : marker_judge(*old, &a, &stranger);
	if (error)
		failure_errno(why, MSG_OUTPUT_CANNOT_OPEN, at->shown, error);
	else if (stranger.len)
		failure_set(why, MSG(OUTPUT_STRANGER, at->shown, stranger));
	arena_clear(&a);
	return !error && !stranger.len;
}

bool publish_allowed(const struct publish_request *request, struct failure *why)
{
	struct output_path at;
	int old = -1;
	bool ok = output_path_open(request, &at, why) && open_output(&at, &old, why);

	if (old >= 0)
		close(old);
	output_path_close(&at);
	return ok;
}

static bool take_lock(struct publish *p, struct failure *why)
{
	struct buf shown = BUF_INIT;

	p->lock = lock_take(p->at.parent, p->at.lock);
	if (p->lock >= 0)
		return true;
	buf_add(&shown, p->at.beside);
	buf_add(&shown, str_of(p->at.lock));
	if (errno == EWOULDBLOCK)
		failure_set(why, MSG(OUTPUT_BUSY, p->at.shown));
	else
		failure_errno(why, MSG_OUTPUT_CANNOT_LOCK, buf_str(&shown), errno);
	buf_clear(&shown);
	return false;
}

struct publish *publish_begin(const struct publish_request *request, struct failure *why)
{
	struct publish *p = mem_zero(1, sizeof *p);

	p->request = *request;
	p->lock = p->old = p->stage.folder = -1;
	/* The lock comes before all else: the stage that is swept could be that of a run at work. */
	if (output_path_open(request, &p->at, why) && take_lock(p, why) && open_output(&p->at, &p->old, why) &&
	    stage_open(&p->stage, &p->at, p->old, why))
		return p;
	publish_end(p);
	return NULL;
}

struct sink *publish_sink(struct publish *p)
{
	return &p->stage.sink;
}

static int count_gone(void *removed, int from, int to, const struct fs_entry *entry)
{
	(void)from;
	if (!tree_dotted(entry) && entry->kind != FS_FOLDER && file_there(to, entry->name.at) != FILE_OTHER)
		++*(size_t *)removed;
	return 0;
}

static bool compare(struct publish *p, struct publish_result *r, struct failure *why)
{
	struct tree_walk w = {
		.visit = count_gone, .ctx = &r->removed, .shown = p->at.shown, .refused = MSG_OUTPUT_CANNOT_OPEN};

	r->files = atomic_load(&p->stage.files);
	r->written = atomic_load(&p->stage.written);
	if (p->old >= 0 && !tree_walk(&w, p->old, p->stage.folder, why))
		return false;
	r->touched = p->old < 0 || r->written || r->removed || !marker_current(p->old);
	return true;
}

/* What stands in the output's place is about to be removed, so it must be what was looked at in the beginning. */
static bool unchanged(const struct publish *p, struct failure *why)
{
	struct stat st;
	bool there = fstatat(p->at.parent, p->at.name, &st, AT_SYMLINK_NOFOLLOW) == 0;

	if (there == p->at.there && (!there || (st.st_dev == p->at.st.st_dev && st.st_ino == p->at.st.st_ino)))
		return true;
	return failure_set(why, MSG(OUTPUT_CHANGED, p->at.shown));
}

static bool replace_in_place(struct publish *p, struct publish_result *r, struct failure *why)
{
	r->in_place = true;
	return in_place_publish(p->stage.folder, p->old, p->at.shown, why);
}

static bool no_exchange(struct publish *p, int error, struct publish_result *r, struct failure *why)
{
	enum message_id reason;

	if (error == EEXIST || error == ENOTEMPTY)
		return failure_set(why, MSG(OUTPUT_CHANGED, p->at.shown));
	if (!exchange_impossible(error, &reason))
		return failure_errno(why, MSG_OUTPUT_CANNOT_EXCHANGE, p->at.shown, error);
	if (p->request.in_place && p->old >= 0)
		return replace_in_place(p, r, why);
	return failure_set(why, (struct message){.id = reason, .arg = {p->at.shown}});
}

static bool replace_whole(struct publish *p, struct publish_result *r, struct failure *why)
{
	enum carry carried = p->old < 0 ? CARRY_DONE : carry_dotted(p->old, p->stage.folder, p->at.shown, why);
	int error;

	if (carried == CARRY_FAILED)
		return false;
	if (carried == CARRY_MOUNT)
		return no_exchange(p, EBUSY, r, why);
	/*
	 * A name on the disk before its data would be an empty page after a power cut, so all data goes first. One
	 * syncfs instead of an fsync a file: a site has thousands of small files, and each fsync waits for the disk.
	 */
	if (syncfs(p->stage.folder))
		return failure_errno(why, MSG_OUTPUT_CANNOT_WRITE, p->at.shown, errno);
	if (!unchanged(p, why))
		return false;
	error = exchange_folders(p->at.parent, p->at.stage, p->at.name, p->old < 0 ? EXCHANGE_FIRST : EXCHANGE_BOTH);
	return !error || no_exchange(p, error, r, why);
}

bool publish_commit(struct publish *p, struct publish_result *result, struct failure *why)
{
	struct publish_result r = {0};
	bool ok;

	assert(!p->committed); /* after the exchange the stage's name is the old tree's */
	p->committed = true;
	if (atomic_load(&p->stage.failed))
		return failure_set(why, MSG(OUTPUT_INCOMPLETE, p->at.shown));
	ok = compare(p, &r, why);
	/* A mount point cannot be exchanged, so nothing is carried over for that in vain. */
	if (ok && r.touched)
		ok = p->at.mount ? replace_in_place(p, &r, why) : replace_whole(p, &r, why);
	if (ok)
		*result = r;
	return ok;
}

void publish_end(struct publish *p)
{
	if (!p)
		return;
	/*
	 * By now the stage's name is an unused stage, the old tree or nothing. What cannot be removed, the next run
	 * tells.
	 */
	if (p->lock >= 0)
		tree_remove(p->at.parent, p->at.stage);
	stage_close(&p->stage);
	if (p->old >= 0)
		close(p->old);
	lock_release(p->at.parent, p->at.lock, p->lock);
	output_path_close(&p->at);
	free(p);
}
