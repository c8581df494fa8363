#include "text/verdicts.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/map.h"
#include "base/mem.h"
#include "text/verdict_table.h"

#define FILE_NAME  "verdicts"
#define STAGE_NAME ".verdicts.komek-stage"

/* More than threads, so that two seldom want the same. */
enum { SHARDS = 64 };

/* What a word takes at most in the file beside its own bytes: head of the entry, and four slots. */
enum { WORD_COST = 4 + 4 * 8 };

struct shard {
	pthread_mutex_t mutex;
	struct map places; /* domain and word -> position in list + 1 */
	verdict_list list; /* words are in the arena */
	struct arena arena;
	size_t cost;
};

struct verdicts {
	const char *folder; /* or NULL */
	struct str key;
	struct arena file; /* the bytes of `old`, and the key */
	struct verdict_table old;
	struct shard shards[SHARDS];
	pthread_mutex_t saving;
	size_t saved; /* new words that the file has already; with `saving` held */
};

static_assert((int)VERDICTS_WORD_LONGEST == (int)VERDICT_LONGEST, "what is remembered must fit into a table");

static int open_folder(const char *folder)
{
	return open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Whatever is wrong with the file, there is nothing to tell: it is as if there were none. */
static void read_file(struct verdicts *v)
{
	struct str bytes;
	int fd = open_folder(v->folder);

	if (fd < 0)
		return;
	if (fs_read(fd, FILE_NAME, VERDICTS_MOST, &v->file, &bytes) == 0)
		verdict_table_read(&v->old, bytes, v->key);
	close(fd);
}

struct verdicts *verdicts_open(const char *folder, struct str key)
{
	struct verdicts *v = mem_zero(1, sizeof *v);

	v->folder = folder;
	pthread_mutex_init(&v->saving, NULL);
	v->key = arena_str(&v->file, key);
	for (size_t i = 0; i < SHARDS; i++)
		pthread_mutex_init(&v->shards[i].mutex, NULL);
	if (folder)
		read_file(v);
	return v;
}

/* The key of the shards' maps: the domain, then the word. */
struct name {
	char bytes[1 + VERDICT_LONGEST];
};

static struct str name_of(struct name *n, uint8_t domain, struct str word)
{
	n->bytes[0] = (char)domain;
	if (word.len)
		memcpy(n->bytes + 1, word.at, word.len);
	return (struct str){n->bytes, 1 + word.len};
}

static struct shard *shard_of(struct verdicts *v, uint8_t domain, struct str word)
{
	return &v->shards[verdict_hash(domain, word) % SHARDS];
}

uint8_t verdicts_get(struct verdicts *v, uint8_t domain, struct str word)
{
	uint8_t verdict;
	struct shard *shard;
	struct name name;
	uintptr_t place;

	if (word.len > VERDICT_LONGEST)
		return 0;
	verdict = verdict_table_get(&v->old, domain, word);
	if (verdict)
		return verdict;
	shard = shard_of(v, domain, word);
	pthread_mutex_lock(&shard->mutex);
	place = (uintptr_t)map_get(&shard->places, name_of(&name, domain, word));
	if (place)
		verdict = shard->list.at[place - 1].verdict;
	pthread_mutex_unlock(&shard->mutex);
	return verdict;
}

/* With the shard's mutex held. */
static void add(struct shard *shard, struct str name, uint8_t verdict)
{
	if (map_get(&shard->places, name) || shard->cost + name.len + WORD_COST > VERDICTS_MOST / SHARDS)
		return;
	name = arena_str(&shard->arena, name);
	shard->cost += name.len + WORD_COST;
	vec_push(&shard->list, ((struct verdict){str_from(name, 1), (uint8_t)name.at[0], verdict}));
	map_put(&shard->places, name, (void *)(uintptr_t)shard->list.len); /* NOLINT: a number, never followed */
}

void verdicts_put(struct verdicts *v, uint8_t domain, struct str word, uint8_t verdict)
{
	struct shard *shard;
	struct name name;

	assert(verdict);
	if (word.len > VERDICT_LONGEST || verdict_table_get(&v->old, domain, word))
		return;
	shard = shard_of(v, domain, word);
	pthread_mutex_lock(&shard->mutex);
	add(shard, name_of(&name, domain, word), verdict);
	pthread_mutex_unlock(&shard->mutex);
}

static void list_new(struct verdicts *v, verdict_list *list)
{
	for (size_t i = 0; i < SHARDS; i++) {
		struct shard *shard = &v->shards[i];

		pthread_mutex_lock(&shard->mutex);
		for (size_t k = 0; k < shard->list.len; k++)
			vec_push(list, shard->list.at[k]);
		pthread_mutex_unlock(&shard->mutex);
	}
}

/* The old ones may be too many for the file; the new ones alone never are (see add). */
static int lay_out(const struct verdicts *v, verdict_list *list, struct buf *out)
{
	size_t fresh = list->len;
	verdict_list all = {0};
	bool fits;

	for (size_t i = 0; i < fresh; i++)
		vec_push(&all, list->at[i]);
	verdict_table_list(&v->old, &all);
	fits = verdict_table_write(&all, v->key, VERDICTS_MOST, out) ||
	       verdict_table_write(list, v->key, VERDICTS_MOST, out);
	vec_clear(&all);
	return fits ? 0 : EFBIG;
}

static bool same_file(int fd, int folder, const char *name)
{
	struct stat mine, there;

	return fstat(fd, &mine) == 0 && S_ISREG(mine.st_mode) &&
	       fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && mine.st_dev == there.st_dev &&
	       mine.st_ino == there.st_ino;
}

/*
 * One name for what is being written, so that a killed run leaves one file and the next takes it over; whoever writes
 * it holds its lock. A descriptor; -1 with errno set, EWOULDBLOCK where another process is writing.
 */
static int open_stage(int folder)
{
	/* Whoever held the lock before has given the file its final name meanwhile: then it is not the stage any more. */
	for (int tries = 0; tries < 16; tries++) {
		int fd = openat(folder, STAGE_NAME, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);

		if (fd < 0)
			return -1;
		if (flock(fd, LOCK_EX | LOCK_NB)) {
			int error = errno;

			close(fd);
			errno = error;
			return -1;
		}
		if (same_file(fd, folder, STAGE_NAME))
			return fd;
		close(fd);
	}
	errno = EWOULDBLOCK;
	return -1;
}

/* Nothing is flushed to the disk: what a power cut leaves half-written, the checksum tells. */
static int replace(int folder, struct str bytes)
{
	int fd = open_stage(folder), error;

	if (fd < 0)
		return errno;
	error = ftruncate(fd, 0) ? errno : fs_write_all(fd, bytes);
	if (error == 0 && renameat(folder, STAGE_NAME, folder, FILE_NAME))
		error = errno;
	if (error)
		unlinkat(folder, STAGE_NAME, 0);
	close(fd);
	return error;
}

static int write_file(const struct verdicts *v, struct str bytes)
{
	int fd, error;

	if (mkdir(v->folder, 0777) && errno != EEXIST)
		return errno;
	fd = open_folder(v->folder);
	if (fd < 0)
		return errno;
	error = replace(fd, bytes);
	close(fd);
	return error;
}

int verdicts_save(struct verdicts *v)
{
	verdict_list list = {0};
	struct buf bytes = BUF_INIT;
	size_t fresh;
	int error = 0;

	if (!v->folder)
		return 0;
	pthread_mutex_lock(&v->saving);
	list_new(v, &list);
	fresh = list.len;
	if (fresh > v->saved) {
		error = lay_out(v, &list, &bytes);
		if (!error)
			error = write_file(v, buf_str(&bytes));
		if (!error)
			v->saved = fresh;
	}
	pthread_mutex_unlock(&v->saving);
	buf_clear(&bytes);
	vec_clear(&list);
	return error == EWOULDBLOCK ? 0 : error; /* another process is keeping its own, which serves as well */
}

void verdicts_free(struct verdicts *v)
{
	if (!v)
		return;
	for (size_t i = 0; i < SHARDS; i++) {
		map_clear(&v->shards[i].places);
		vec_clear(&v->shards[i].list);
		arena_clear(&v->shards[i].arena);
		pthread_mutex_destroy(&v->shards[i].mutex);
	}
	pthread_mutex_destroy(&v->saving);
	arena_clear(&v->file);
	free(v);
}
