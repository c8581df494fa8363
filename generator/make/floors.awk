# floors.awk - keeps the order of the modules: awk -f floors.awk generator/FLOORS FILES...
# Lines "= a b c" of FLOORS put neighbours on one floor.
FNR == 1 { reading = FILENAME ~ /FLOORS$/ }

reading && /^#/ { next }
reading && /^=/ { for (i = 3; i <= NF; i++) floor[$i] = floor[$2]; next }
reading {
	name = $1
	sub(/:$/, "", name)
	floor[name] = ++floors
	for (i = 2; i <= NF; i++)
		owner[$i] = owner[$i] " " name
	next
}

# Own headers are included as "module/file.h".
/^#include "/ && FILENAME ~ /^generator\// {
	split(FILENAME, path, "/")
	split($2, parts, /["\/]/)
	from = path[2]; to = parts[2]
	if (from != to && (!(to in floor) || floor[to] >= floor[from])) {
		print FILENAME ":" FNR ": " from " may not include " to
		bad = 1
	}
}

/^#include </ && FILENAME ~ /^generator\// {
	split(FILENAME, path, "/")
	header = $2
	gsub(/[<>]/, "", header)
	for (h in owner)
		if (index(header, h) == 1 && index(owner[h] " ", " " path[2] " ") == 0) {
			print FILENAME ":" FNR ": <" header "> belongs to" owner[h]
			bad = 1
		}
}

END { exit bad }
