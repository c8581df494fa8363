/*
 * index_bench.c - what the index of a content costs, in seconds of processor time on one thread:
 *
 *	index_bench CONTENT TEMPLATES
 *
 * "load" reads the content, "words" counts them and joins the index, "files" writes its parts into memory. Linear: each grows
 * with the content as load does.
 */
#include <stdio.h>
#include <time.h>

#include "search/write.h"

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	struct diags dg = {0};
	struct failure why = FAILURE_NONE;
	struct arena a = ARENA_INIT;
	struct search_files files = {0};
	double start = now(), loaded, joined;
	struct site_request request = {.jobs = 1};
	struct site *site;
	struct index *ix;
	size_t bytes = 0;

	if (argc != 3)
		return 2;
	request.content = argv[1];
	request.templates = argv[2];
	site = site_load(&request, &dg, &why);
	if (!site)
		return 2;
	loaded = now();
	ix = index_build(site, 1);
	joined = now();
	search_write(site, ix, 0, &a, &files);
	for (size_t i = 0; i < files.list.len; i++)
		bytes += files.list.at[i].bytes.len;
	printf("%zu answers: load %.2f s, words %.2f s, files %.2f s; %zu words, %zu files of %.1f MB\n",
	       ix->answers.len, loaded - start, joined - loaded, now() - joined, ix->words.len, files.list.len,
	       (double)bytes / 1e6);
	search_files_clear(&files);
	index_free(ix);
	arena_clear(&a);
	site_free(site);
	diags_clear(&dg);
	return 0;
}
