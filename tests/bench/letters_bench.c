/*
 * letters_bench.c - what the letter checks cost, against cmark's parsing of the same texts in the same run, one thread:
 *
 *	letters_bench CONTENT TEMPLATES CACHE
 *
 * "cold" asks the dictionaries for every word, "warm" has their verdicts from the folder CACHE. Each is the least of several
 * runs; cold is one.
 */
#include <cmark.h>
#include <stdio.h>
#include <time.h>

#include "check/rules.h"

enum { RUNS = 5 };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static size_t size_of(const struct site *site)
{
	size_t bytes = 0;

	for (size_t i = 0; i < site->articles.len; i++)
		bytes += site->articles.at[i]->source->bytes.len;
	return bytes;
}

static double parse(const struct site *site)
{
	double taken = 0;

	for (size_t i = 0; i < site->articles.len; i++) {
		struct str s = site->articles.at[i]->source->bytes;
		double start = now();
		cmark_node *tree = cmark_parse_document(s.at, s.len, CMARK_OPT_DEFAULT);

		taken += now() - start;
		cmark_node_free(tree);
	}
	return taken;
}

static double check(const struct site *site, const char *cache, size_t *found)
{
	struct diags dg = {0};
	struct failure why = FAILURE_NONE;
	struct speller *speller = speller_new(cache);
	struct check_context c = {.site = site, .speller = speller, .jobs = 1, .dg = &dg, .why = &why};
	double start = now(), taken;

	check_letters.whole_site(&c);
	taken = now() - start;
	*found = dg.list.len;
	speller_save(speller);
	speller_free(speller);
	diags_clear(&dg);
	failure_clear(&why);
	return taken;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

int main(int count, char **args)
{
	struct site_request request = {.content = args[1], .templates = args[2], .jobs = 1};
	struct diags dg = {0};
	struct failure why = FAILURE_NONE;
	struct site *site = count == 4 ? site_load(&request, &dg, &why) : NULL;
	double cmark = 1e9, warm = 1e9, cold;
	size_t found;

	if (!site)
		return 2;
	cold = check(site, args[3], &found);
	for (int i = 0; i < RUNS; i++) {
		cmark = least(cmark, parse(site));
		warm = least(warm, check(site, args[3], &found));
	}
	printf("letters: %.1f MB, cmark parses it in %.0f ms; checked in %.0f ms (%.2f times), without remembered "
	       "verdicts %.0f ms; %zu findings\n",
	       (double)size_of(site) / 1e6, cmark * 1e3, warm * 1e3, warm / cmark, cold * 1e3, found);
	site_free(site);
	diags_clear(&dg);
	return 0;
}
