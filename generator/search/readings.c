#include "search/readings.h"

#include "base/escape.h"
#include "letters/layout.h"

static const struct {
	enum layout layout;
	const char *from, *to;
} keys[] = {
#define KEYS(layout, from, to) {layout, from, to},
#include "letters/layout.def"
#undef KEYS
};

#define LATIN(typed, meant) {typed, meant},
#define SMALL(words)
static const char *const latin[][2] = {
#include "search/readings.def"
};
#undef LATIN
#undef SMALL

#define LATIN(typed, meant)
#define SMALL(words) words,
static const char *const small[] = {
#include "search/readings.def"
};

#define WEIGHT(name, value) {#name, #value},
static const char *const weights[][2] = {
#include "search/weights.def"
};

static void add_pair(struct buf *out, const char *a, const char *b)
{
	escape_json(out, str_of(a));
	buf_add_byte(out, ',');
	escape_json(out, str_of(b));
	buf_add_byte(out, ']');
}

void readings_write(struct buf *out)
{
	buf_add(out, STR("\"layouts\":["));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		buf_addf(out, "%s[%d,", i ? "," : "", (int)keys[i].layout);
		add_pair(out, keys[i].from, keys[i].to);
	}
	buf_add(out, STR("],\"latin\":["));
	for (size_t i = 0; i < sizeof latin / sizeof *latin; i++) {
		buf_add(out, i ? STR(",[") : STR("["));
		add_pair(out, latin[i][0], latin[i][1]);
	}
	buf_add(out, STR("],\"small\":["));
	for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
		if (i)
			buf_add_byte(out, ',');
		escape_json(out, str_of(small[i]));
	}
	buf_add(out, STR("],\"weights\":{"));
	for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
		buf_addf(out, "%s\"%s\":%s", i ? "," : "", weights[i][0], weights[i][1]);
	buf_add_byte(out, '}');
}
