#include "output/marker.h"

#include "output/file.h"
#include "output/tree.h"

/* More than any version's marker will need. */
enum { MARKER_MOST = 4096 };

bool marker_current(int folder)
{
	return file_same(folder, MARKER_NAME, MARKER_TEXT);
}

static bool marked(int folder, struct arena *a)
{
	struct str bytes = STR_NONE;

	return fs_read(folder, MARKER_NAME, MARKER_MOST, a, &bytes) == 0 && str_starts(bytes, STR("komek "));
}

int marker_judge(int folder, struct arena *a, struct str *stranger)
{
	fs_entries entries = {0};
	int error = fs_list(folder, a, &entries);

	*stranger = STR_NONE;
	for (size_t i = 0; !error && i < entries.len && !stranger->len; i++)
		if (!tree_dotted(&entries.at[i]))
			*stranger = entries.at[i].name;
	vec_clear(&entries);
	if (stranger->len && marked(folder, a))
		*stranger = STR_NONE;
	return error;
}
