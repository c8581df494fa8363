#include "output/memory.h"

#include <pthread.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"

struct memory {
	struct sink sink; /* the first member: put finds its memory by it */
	pthread_mutex_t mutex;
	struct arena arena;
	struct map names; /* path of a file: its struct memory_file; path of a folder: &folder */
	struct memory_file folder;
	VEC(struct memory_file) files; /* as asked for by memory_files */
	VEC(struct memory_file *) all;
};

static bool folders_free(const struct memory *m, struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		const struct memory_file *there = path.at[i] == '/' ? map_get(&m->names, str_slice(path, 0, i)) : NULL;

		if (there && there != &m->folder)
			return false;
	}
	return true;
}

/* path lives as long as the map. */
static void keep_folders(struct memory *m, struct str path)
{
	for (size_t i = 0; i < path.len; i++)
		if (path.at[i] == '/')
			map_put(&m->names, str_slice(path, 0, i), &m->folder);
}

static bool put_locked(struct memory *m, struct str path, struct str bytes, struct failure *why)
{
	struct memory_file *file;

	if (map_get(&m->names, path) || !folders_free(m, path))
		return failure_set(why, MSG(OUTPUT_PUT_TWICE, path));
	file = arena_new(&m->arena, struct memory_file);
	*file = (struct memory_file){arena_str(&m->arena, path), arena_str(&m->arena, bytes)};
	keep_folders(m, file->path);
	map_put(&m->names, file->path, file);
	vec_push(&m->all, file);
	return true;
}

static bool put(struct sink *sink, struct str path, struct str bytes, struct failure *why)
{
	struct memory *m = (struct memory *)sink;
	bool ok;

	if (!sink_path_allowed(path, why))
		return false;
	pthread_mutex_lock(&m->mutex);
	ok = put_locked(m, path, bytes, why);
	pthread_mutex_unlock(&m->mutex);
	return ok;
}

struct memory *memory_new(void)
{
	struct memory *m = mem_zero(1, sizeof *m);

	m->sink.put = put;
	pthread_mutex_init(&m->mutex, NULL); /* cannot fail for a plain mutex on Linux */
	return m;
}

struct sink *memory_sink(struct memory *m)
{
	return &m->sink;
}

static int by_path(const void *a, const void *b)
{
	return str_cmp(((const struct memory_file *)a)->path, ((const struct memory_file *)b)->path);
}

const struct memory_file *memory_files(struct memory *m, size_t *count)
{
	pthread_mutex_lock(&m->mutex);
	m->files.len = 0;
	for (size_t i = 0; i < m->all.len; i++)
		vec_push(&m->files, *m->all.at[i]);
	vec_sort(&m->files, by_path);
	*count = m->files.len;
	pthread_mutex_unlock(&m->mutex);
	return m->files.at;
}

const struct memory_file *memory_find(struct memory *m, struct str path)
{
	const struct memory_file *file;

	pthread_mutex_lock(&m->mutex);
	file = map_get(&m->names, path);
	pthread_mutex_unlock(&m->mutex);
	return file == &m->folder ? NULL : file;
}

void memory_free(struct memory *m)
{
	if (!m)
		return;
	pthread_mutex_destroy(&m->mutex);
	vec_clear(&m->files);
	vec_clear(&m->all);
	map_clear(&m->names);
	arena_clear(&m->arena);
	free(m);
}
