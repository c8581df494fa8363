#include "template/tag.h"

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t skip_spaces(struct str s, size_t at)
{
	while (at < s.len && is_space(s.at[at]))
		at++;
	return at;
}

size_t tag_start(struct str bytes, size_t at)
{
	size_t start = str_find_last_byte(str_slice(bytes, 0, at), '<');

	return start == SIZE_MAX ? 0 : start;
}

struct str tag_name(struct str *rest)
{
	struct str name;
	size_t end = 0;

	while (end < rest->len && !is_space(rest->at[end]) && rest->at[end] != '/' && rest->at[end] != '>')
		end++;
	name = str_slice(*rest, 0, end);
	*rest = str_from(*rest, end);
	return name;
}

bool tag_attr(struct str *rest, struct str *name, struct str *value)
{
	size_t from = skip_spaces(*rest, 0), end = from, close;

	while (end < rest->len && !is_space(rest->at[end]) && !strchr("=/>", rest->at[end]))
		end++;
	*name = str_slice(*rest, from, end);
	end = skip_spaces(*rest, end);
	if (name->len == 0 || end == rest->len || rest->at[end] != '=')
		return false;
	end = skip_spaces(*rest, end + 1);
	if (end == rest->len || (rest->at[end] != '"' && rest->at[end] != '\''))
		return false;
	close = str_find_byte(str_from(*rest, end + 1), rest->at[end]);
	if (close == SIZE_MAX)
		return false;
	*value = str_slice(*rest, end + 1, end + 1 + close);
	*rest = str_from(*rest, end + 1 + close + 1);
	return true;
}
