#define PCRE2_CODE_UNIT_WIDTH 8
#include "text/pattern.h"

#include <assert.h>
#include <pcre2.h>
#include <stdlib.h>

#include "base/mem.h"

struct pattern {
	pcre2_code *code;
	pcre2_match_context *limits;
};

/* Enough for any address a person writes; a pattern that wants more is running away. */
enum { MATCH_LIMIT = 100000 };

struct pattern *pattern_new(const char *expression)
{
	struct pattern *p = mem_zero(1, sizeof *p);
	PCRE2_SIZE offset;
	int error;

	p->code = pcre2_compile((PCRE2_SPTR)expression, PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_UCP, &error, &offset,
				NULL);
	p->limits = pcre2_match_context_create(NULL);
	if (!p->limits)
		mem_exhausted();
	assert(p->code);
	pcre2_set_match_limit(p->limits, MATCH_LIMIT);
	pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE); /* where there is no JIT the interpreter does it */
	return p;
}

bool pattern_matches(const struct pattern *p, struct str s)
{
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);
	int found;

	if (!data)
		mem_exhausted();
	found = pcre2_match(p->code, (PCRE2_SPTR)(s.at ? s.at : ""), s.len, 0, 0, data, p->limits);
	pcre2_match_data_free(data);
	return found >= 0;
}

void pattern_free(struct pattern *p)
{
	if (!p)
		return;
	pcre2_code_free(p->code);
	pcre2_match_context_free(p->limits);
	free(p);
}
