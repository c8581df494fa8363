#include "page/policy.h"

#include "output/digest.h"

/*
 * frame-ancestors works only as a header, so the policy in the pages cannot hold it. form-action stands nowhere: with
 * it Firefox blocks a GET form on file://.
 */
const struct security_header security_headers[] = {
	{"Content-Security-Policy", "frame-ancestors 'none'"},
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"},
	{"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
	{NULL, NULL},
};

static void add_hashes(const struct inline_text *texts, size_t count, bool scripts, struct buf *out)
{
	for (size_t i = 0; i < count; i++) {
		if (texts[i].is_script != scripts)
			continue;
		buf_add(out, STR(" 'sha256-"));
		digest_sha256_base64(texts[i].text, out);
		buf_add(out, STR("'"));
	}
}

struct str policy_text(const struct program *p, struct arena *a)
{
	size_t count;
	const struct inline_text *texts = program_inline(p, &count);
	struct buf out = BUF_INIT;
	struct str kept;

	buf_add(&out, STR("default-src 'none'; img-src 'self' data:; style-src"));
	add_hashes(texts, count, false, &out);
	/* The scripts last: policy_with_data adds to them. */
	buf_add(&out, STR("; base-uri 'none'; script-src 'self'"));
	add_hashes(texts, count, true, &out);
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}

struct str policy_with_data(struct str policy, struct str data, struct arena *a)
{
	const struct inline_text text = {.text = data, .is_script = true};
	struct buf out = BUF_INIT;
	struct str kept;

	buf_add(&out, policy);
	add_hashes(&text, 1, true, &out);
	kept = arena_str(a, buf_str(&out));
	buf_clear(&out);
	return kept;
}
