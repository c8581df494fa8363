#define PCRE2_CODE_UNIT_WIDTH 8
#include "text/pattern.h"

#include <assert.h>
#include <pcre2.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"

struct pattern {
	pcre2_code *code;
	pcre2_match_context *limits;
};

struct pattern_space {
	pcre2_match_data *data;
	int groups; /* that the last match set, the whole one among them */
};

/* Enough for any address or paragraph a person writes; a pattern that wants more is running away. */
enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 10000, HEAP_LIMIT = 8 * 1024 /* KiB */, PAIRS = 10 };

static struct pattern *compile(struct str expression, int *error, PCRE2_SIZE *at)
{
	pcre2_compile_context *context = pcre2_compile_context_create(NULL);
	struct pattern *p = mem_zero(1, sizeof *p);

	p->limits = pcre2_match_context_create(NULL);
	if (!context || !p->limits)
		mem_exhausted();
	pcre2_set_max_pattern_length(context, PATTERN_LONGEST);
	p->code = pcre2_compile((PCRE2_SPTR)(expression.at ? expression.at : ""), expression.len,
				PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, error, at, context);
	pcre2_compile_context_free(context);
	pcre2_set_match_limit(p->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(p->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(p->limits, HEAP_LIMIT);
	if (p->code)
		pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE); /* where there is no JIT the interpreter does it */
	return p;
}

struct pattern *pattern_new(const char *expression)
{
	PCRE2_SIZE at;
	int error;
	struct pattern *p = compile(str_of(expression), &error, &at);

	assert(p->code);
	return p;
}

struct pattern *pattern_compile(struct str expression, struct pattern_fault *fault)
{
	PCRE2_SIZE at = 0;
	int error = 0;
	struct pattern *p = compile(expression, &error, &at);

	if (p->code)
		return p;
	pcre2_get_error_message(error, (PCRE2_UCHAR *)fault->words, sizeof fault->words);
	fault->at = at < expression.len ? at : expression.len;
	pattern_free(p);
	return NULL;
}

static int match(const struct pattern *p, pcre2_match_data *data, struct str s, size_t from)
{
	PCRE2_SPTR text = (PCRE2_SPTR)(s.at ? s.at : "");
	int found = pcre2_match(p->code, text, s.len, from, 0, data, p->limits);

	/* Compiled code has a small stack; the interpreter has the heap. */
	if (found == PCRE2_ERROR_JIT_STACKLIMIT)
		found = pcre2_match(p->code, text, s.len, from, PCRE2_NO_JIT, data, p->limits);
	return found;
}

bool pattern_matches(const struct pattern *p, struct str s)
{
	pcre2_match_data *data = pcre2_match_data_create(1, NULL);
	int found;

	if (!data)
		mem_exhausted();
	found = match(p, data, s, 0);
	pcre2_match_data_free(data);
	return found >= 0;
}

unsigned pattern_groups(const struct pattern *p)
{
	uint32_t count = 0;

	pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &count);
	return count;
}

struct pattern_space *pattern_space_new(void)
{
	struct pattern_space *space = mem_zero(1, sizeof *space);

	space->data = pcre2_match_data_create(PAIRS, NULL);
	if (!space->data)
		mem_exhausted();
	return space;
}

enum pattern_result pattern_find(const struct pattern *p, struct pattern_space *space, struct str s, size_t from,
				 struct pattern_match *found)
{
	const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(space->data);
	int groups = match(p, space->data, s, from);

	if (groups == PCRE2_ERROR_NOMATCH)
		return PATTERN_NONE;
	if (groups < 0)
		return PATTERN_STOPPED;
	/* 0: more groups than there is room for; those that there is room for are set. */
	space->groups = groups ? groups : PAIRS;
	*found = (struct pattern_match){pairs[0], pairs[1]};
	/* With \K in a look-ahead a match can end before it begins. */
	if (found->from > found->to)
		found->from = found->to;
	return PATTERN_FOUND;
}

/* The group that a replacement names at byte `at`: 0 to 9; -1 for none. */
static int group_at(struct str replacement, size_t at)
{
	if (replacement.at[at] != '$' || at + 1 >= replacement.len)
		return -1;
	return replacement.at[at + 1] >= '0' && replacement.at[at + 1] <= '9' ? replacement.at[at + 1] - '0' : -1;
}

struct str pattern_fill(const struct pattern_space *space, struct str s, struct str replacement, struct arena *a)
{
	const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(space->data);
	struct buf out = BUF_INIT;
	struct str kept;

	for (size_t i = 0; i < replacement.len; i++) {
		int group = group_at(replacement, i);
		const PCRE2_SIZE *pair = pairs + 2 * (size_t)(group < 0 ? 0 : group);

		if (group < 0) {
			buf_add_byte(&out, replacement.at[i]);
			i += str_starts(str_from(replacement, i), STR("$$"));
			continue;
		}
		/* A group that took no part is empty. */
		if (group < space->groups && pair[0] != PCRE2_UNSET && pair[0] <= pair[1])
			buf_add(&out, str_slice(s, pair[0], pair[1]));
		i++;
	}
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

size_t pattern_fill_fault(const struct pattern *p, struct str replacement)
{
	for (size_t i = 0; i < replacement.len; i++) {
		int group = group_at(replacement, i);

		if (group > 0 && (unsigned)group > pattern_groups(p))
			return i;
		i += group >= 0 || str_starts(str_from(replacement, i), STR("$$"));
	}
	return SIZE_MAX;
}

void pattern_space_free(struct pattern_space *space)
{
	if (!space)
		return;
	pcre2_match_data_free(space->data);
	free(space);
}

void pattern_free(struct pattern *p)
{
	if (!p)
		return;
	pcre2_code_free(p->code);
	pcre2_match_context_free(p->limits);
	free(p);
}
