#include "site/text_file.h"

#include <errno.h>

#include "base/utf8.h"

/* A longer text is refused unread: the longest answers are some ten thousand bytes. */
enum { LONGEST_MB = 8 };

struct message text_file_refusal(enum fs_kind kind)
{
	static const enum message_id ids[] = {
		[FS_FILE] = MSG_FILE_IS_DEVICE, [FS_FOLDER] = MSG_FOLDER_NESTED,  [FS_LINK] = MSG_FILE_IS_LINK,
		[FS_FIFO] = MSG_FILE_IS_FIFO,	[FS_DEVICE] = MSG_FILE_IS_DEVICE, [FS_SOCKET] = MSG_FILE_IS_SOCKET,
	};

	return (struct message){.id = ids[kind]};
}

static void check_bytes(struct text_file *f, struct diags *dg)
{
	const struct source *s = f->source;
	size_t valid = utf8_valid_until(s->bytes), nul = str_find_byte(s->bytes, '\0');

	f->readable = true;
	if (str_starts(s->bytes, STR("\xEF\xBB\xBF"))) {
		f->from = 3;
		diag_add_sure(dg, RULE_BYTE_ORDER_MARK, (struct place){s, 0, 3}, STR_NONE, MSG(BYTE_ORDER_MARK));
	}
	if (nul != SIZE_MAX && nul < valid) {
		f->readable = false;
		diag_add(dg, RULE_ENCODING, (struct place){s, nul, nul + 1}, STR_NONE, MSG(NUL_BYTE));
	} else if (valid < s->bytes.len) {
		f->readable = false;
		diag_add(dg, RULE_ENCODING, (struct place){s, valid, valid + 1}, STR_NONE, MSG(NOT_UTF8));
	}
}

bool text_file_read(int folder, const char *name, struct str path, const struct map *instead, struct arena *a,
		    struct diags *dg, struct text_file *out, struct failure *why)
{
	const struct str *given = instead ? map_get(instead, path) : NULL;
	struct str bytes = given ? *given : STR("");
	int error = given ? 0 : fs_read(folder, name, (size_t)LONGEST_MB * 1024 * 1024, a, &bytes);
	struct source *source = source_new(a, path, bytes);
	struct place top = {source, 0, 0};

	*out = (struct text_file){.source = source};
	switch (error) {
	case 0:
		check_bytes(out, dg);
		return true;
	case ELOOP:
		diag_add(dg, RULE_FILE_KIND, top, STR_NONE, text_file_refusal(FS_LINK));
		return true;
	case EINVAL:
	case ENXIO:
		diag_add(dg, RULE_FILE_KIND, top, STR_NONE, text_file_refusal(FS_DEVICE));
		return true;
	case EFBIG:
		diag_add(dg, RULE_ENCODING, top, STR_NONE, MSG(FILE_TOO_LARGE, STR("8")));
		return true;
	default:
		return failure_errno(why, MSG_CANNOT_READ, path, error);
	}
}
