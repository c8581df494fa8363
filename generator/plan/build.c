#include "plan/build.h"

#include "check/check.h"
#include "check/followers.h"
#include "check/silence.h"

static bool wanted(struct str rules, enum rule_id rule)
{
	struct str name;

	while (str_split(&rules, ',', &name))
		if (rule_named(rule, str_trim(name)))
			return true;
	return false;
}

/*
 * Keeps the diagnostics of the rules that were asked for. What is to be published must be free of errors of every rule.
 */
static void keep_rules(struct build *b)
{
	const char *rules = b->request.rules;
	struct diags *dg = &b->dg;
	size_t kept = 0;

	for (size_t i = 0; rules && i < dg->list.len; i++) {
		enum rule_id rule = dg->list.at[i].rule;
		bool forbids = !b->request.check_only && rule_of(rule)->level == LEVEL_ERROR;

		if (forbids || wanted(str_of(rules), rule))
			dg->list.at[kept++] = dg->list.at[i];
	}
	if (rules)
		dg->list.len = kept;
}

bool build_blocked(const struct build *b)
{
	return diags_count(&b->dg, LEVEL_ERROR) > 0 || (b->request.strict && diags_count(&b->dg, LEVEL_WARNING) > 0);
}

static struct theme *compile(struct build *b)
{
	struct theme_request request = {
		.folder = b->request.templates,
		.pages = page_theme(),
		.page_count = PAGE_KINDS,
		.words = b->site->words.names.at,
		.word_count = b->site->words.names.len,
		.words_lack = b->site->words.lack,
		.arena = &b->arena,
		.instead = b->request.instead,
	};

	return theme_compile(&request, &b->dg, &b->why);
}

/* Content without a single question makes a site that helps nobody: most likely the folder is the wrong one. */
static void require_questions(struct build *b)
{
	if (b->site->questions.len == 0 && diags_count(&b->dg, LEVEL_ERROR) == 0) {
		struct source *s = source_new(&b->arena, b->site->content, STR(""));

		diag_add(&b->dg, RULE_FILE_NAME, (struct place){.source = s}, STR_NONE,
			 MSG(NO_ENTRIES, b->site->content));
	}
}

bool build_load(struct build *b)
{
	struct site_request request = {b->request.content, b->request.templates, b->request.base_url, b->request.jobs,
				       b->request.instead};

	b->site = site_load(&request, &b->dg, &b->why);
	if (!b->site)
		return false;
	b->result.languages = b->site->settings.language_count;
	b->result.questions = b->site->questions.len;
	return true;
}

bool build_check(struct build *b)
{
	struct speller *speller = speller_new(b->request.cache);

	b->index = index_build(b->site, b->request.jobs);
	if (check_site(b->site, b->index, speller, b->request.jobs, &b->dg, &b->why))
		b->result.cache_error = speller_save(speller);
	speller_free(speller);
	b->theme = compile(b);
	silence_apply(b->site, &b->dg);
	require_questions(b);
	keep_rules(b);
	followers_drop(&b->dg);
	return b->theme && !b->why.set && !build_blocked(b);
}

bool build_make(struct build *b, struct sink *sink)
{
	struct statics statics = {0};
	struct search_files search = {0};
	struct page_context context;
	struct plan plan = {0};
	bool done = statics_load(&statics, b->request.templates, &b->arena, &b->why) &&
		    page_context_init(&context, b->site, b->theme, &b->arena, &b->why);

	if (done) {
		search_write(b->site, b->index, b->request.jobs, &b->arena, &search);
		plan_make(&plan, b->site, &statics, &search, &b->arena);
		b->result.pages = plan.pages.len;
		done = plan_run(&plan, &context, b->request.jobs, sink, &b->why);
	}
	plan_clear(&plan);
	search_files_clear(&search);
	statics_clear(&statics);
	return done;
}

void build_clear(struct build *b)
{
	theme_free(b->theme);
	index_free(b->index);
	diags_clear(&b->dg);
	failure_clear(&b->why);
	site_free(b->site);
	arena_clear(&b->arena);
}
