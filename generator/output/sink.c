#include "output/sink.h"

static bool plain_name(struct str name)
{
	return name.len && name.at[0] != '.' && str_find_byte(name, '\0') == SIZE_MAX &&
	       str_find_byte(name, '\\') == SIZE_MAX;
}

bool sink_path_allowed(struct str path, struct failure *why)
{
	struct str rest = path, name = STR_NONE;
	bool ok = path.len > 0;

	while (ok && str_split(&rest, '/', &name))
		ok = plain_name(name);
	return ok || failure_set(why, MSG(OUTPUT_PATH_NOT_PLAIN, path));
}
