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

static void add_hash(struct str text, struct buf *out)
{
	buf_add(out, STR(" 'sha256-"));
	digest_sha256_base64(text, out);
	buf_add(out, STR("'"));
}

static void add_hashes(const struct program *p, bool scripts, struct buf *out)
{
	size_t count;
	const struct inline_text *texts = program_inline(p, &count);

	for (size_t i = 0; i < count; i++)
		if (texts[i].is_script == scripts)
			add_hash(texts[i].text, out);
}

static struct str kept(struct buf *out, struct arena *a)
{
	struct str text = arena_str(a, buf_str(out));

	buf_clear(out);
	return text;
}

struct str policy_begin(const struct program *p, struct arena *a)
{
	struct buf out = BUF_INIT;

	buf_add(&out, STR("default-src 'none'; base-uri 'none'; img-src 'self' data:; style-src"));
	add_hashes(p, false, &out);
	buf_add(&out, STR("; script-src 'self'"));
	add_hashes(p, true, &out);
	return kept(&out, a);
}

struct str policy_end(struct str begun, struct str data, struct arena *a)
{
	struct buf out = BUF_INIT;

	if (!data.len)
		return begun;
	buf_add(&out, begun);
	add_hash(data, &out);
	return kept(&out, a);
}
