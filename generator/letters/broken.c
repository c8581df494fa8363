#include "letters/broken.h"

/* How often the same mistake is followed: twice is seen in the wild. */
enum { ROUNDS = 3 };

/* Between two broken words of one stretch: a space, a comma and the like. */
enum { BETWEEN_MOST = 3 };

/* The longest stretch, in code points: what follows is another. */
enum { STRETCH_MOST = 4096 };

/* The same inside of what was read in vain before. */
enum { PIECE_MOST = 64 };

static const enum encoding readers[] = {ENCODING_CP1251, ENCODING_CP1252};

enum { READERS = sizeof readers / sizeof *readers };

/* What was read out of one stretch. */
struct reading {
	uint32_t *point; /* what comes out */
	size_t count;
	size_t used; /* code points of the text that it came from */
	size_t letters;
	bool odd, lossy;
};

/* The byte of a code point, 0x80 to 0xFF; 0 for ASCII and for what the encoding cannot show. */
static unsigned byte_of(const struct encodings *e, enum encoding reader, uint32_t point)
{
	int byte = point < 0x80 ? -1 : encoding_byte(e, reader, point);

	/* What Windows-1252 shows otherwise, other programs (Latin-1) leave as a control character. */
	if (byte < 0 && reader == ENCODING_CP1252 && point < 0xA0 && point >= 0x80)
		byte = (int)point;
	return byte < 0 ? 0 : (unsigned)byte;
}

static unsigned length_of(unsigned lead)
{
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return 0;
}

/* One character of UTF-8 whose bytes stand as code points at `point`; how many it takes, 0: none. */
static size_t decode(const struct encodings *e, enum encoding reader, const uint32_t *point, size_t left, uint32_t *out)
{
	unsigned lead = byte_of(e, reader, point[0]), length = length_of(lead);
	uint32_t value = length == 2 ? lead & 0x1F : lead & 0x0F;

	if (!length || length > left)
		return 0;
	for (unsigned i = 1; i < length; i++) {
		unsigned byte = byte_of(e, reader, point[i]);

		if (point[i] == 0xFFFD && length == 2) {
			*out = 0xFFFD;
			return 2;
		}
		if (byte < 0x80 || byte > 0xBF)
			return 0;
		value = value << 6 | (byte & 0x3F);
	}
	*out = value;
	return length < 3 || value >= 0x800 ? length : 0;
}

/* Signs that stand in ordinary text beside Cyrillic letters; anything else in a stretch shows that it is broken. */
static bool is_ordinary(uint32_t point)
{
	static const uint32_t signs[] = {0x00A0, 0x00AB, 0x00BB, 0x2013, 0x2014, 0x2018,
					 0x2019, 0x201C, 0x201D, 0x201E, 0x2026, 0x2116};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (signs[i] == point)
			return true;
	return points_class(point) & POINT_PLAIN_CYRILLIC;
}

/* What may come out: letters of our alphabets, ordinary signs; of Windows-1252 also accented Latin letters. */
static bool may_come_out(uint32_t point, enum encoding reader)
{
	return is_ordinary(point) || point == 0xFFFD ||
	       (reader == ENCODING_CP1252 && (points_class(point) & POINT_ACCENTED));
}

static bool is_letter(uint32_t point)
{
	return points_class(point) & (POINT_PLAIN_CYRILLIC | POINT_ACCENTED);
}

static bool is_between(uint32_t point)
{
	return point < 0x80 && point != '\n' && !(points_class(point) & POINT_LATIN);
}

/* How many characters stand between here and the next broken one, if it is near; SIZE_MAX: it is not. */
static size_t gap(const struct encodings *e, enum encoding reader, const uint32_t *point, size_t left)
{
	uint32_t unused;

	for (size_t n = 0; n < left && n <= BETWEEN_MOST; n++) {
		if (n && decode(e, reader, point + n, left - n, &unused))
			return n;
		if (!is_between(point[n]))
			break;
	}
	return SIZE_MAX;
}

/* Reads as far as it goes, into `out` unless that is NULL. */
static struct reading walk(const struct encodings *e, enum encoding reader, const uint32_t *point, size_t left,
			   uint32_t *out)
{
	struct reading r = {.point = out};

	while (r.used < left) {
		uint32_t value;
		size_t n = decode(e, reader, point + r.used, left - r.used, &value);
		size_t between = n || !r.used ? SIZE_MAX : gap(e, reader, point + r.used, left - r.used);

		if (!n && between == SIZE_MAX)
			break;
		for (size_t i = 0; !n && i < between; i++, r.count++)
			if (out)
				out[r.count] = point[r.used + i];
		r.used += n ? n : between;
		if (!n)
			continue;
		for (size_t i = r.used - n; i < r.used; i++)
			r.odd |= !is_ordinary(point[i]) && point[i] != 0xFFFD;
		r.lossy |= value == 0xFFFD;
		r.letters += is_letter(value);
		if (out)
			out[r.count] = value;
		r.count++;
	}
	return r;
}

/* Measured first: text that is not broken costs no memory. */
static struct reading read(const struct encodings *e, enum encoding reader, const uint32_t *point, size_t left,
			   struct arena *a)
{
	struct reading r = walk(e, reader, point, left, NULL);

	return r.count ? walk(e, reader, point, left, arena_array(a, uint32_t, r.count)) : r;
}

static bool all_may_come_out(const struct reading *r, enum encoding reader)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->point[i] >= 0x80 && !may_come_out(r->point[i], reader))
			return false;
	return true;
}

/* The whole of what came out is read once more, as long as that goes. */
static struct reading read_deep(const struct encodings *e, enum encoding reader, const uint32_t *point, size_t left,
				struct arena *a, unsigned rounds)
{
	struct reading r = read(e, reader, point, left, a);

	for (size_t i = 0; rounds > 1 && r.count > 1 && i < READERS; i++) {
		struct reading deeper = read_deep(e, readers[i], r.point, r.count, a, rounds - 1);

		if (deeper.used == r.count && deeper.letters && all_may_come_out(&deeper, readers[i])) {
			deeper.used = r.used;
			deeper.odd = true;
			return deeper;
		}
	}
	return r;
}

static bool is_broken(const struct reading *r, enum encoding reader)
{
	bool is_sign = r->count == 1 && r->used == 3 && r->letters == 0;

	return r->count && all_may_come_out(r, reader) && (r->letters >= 2 || is_sign) && (r->odd || !r->lossy);
}

/* The longest stretch at the first of `left` code points; *far: how far any reading went. */
static struct reading longest(const struct encodings *e, const uint32_t *point, size_t left, struct arena *a,
			      size_t *far)
{
	struct reading best = {0};

	*far = 0;
	for (size_t k = 0; k < READERS; k++) {
		struct reading r;

		if (!length_of(byte_of(e, readers[k], point[0])))
			continue;
		r = read_deep(e, readers[k], point, left, a, ROUNDS);
		if (r.used > *far)
			*far = r.used;
		if (r.used > best.used && is_broken(&r, readers[k]))
			best = r;
	}
	return best;
}

bool broken_next(const struct encodings *e, const struct point_text *t, size_t from, struct arena *a,
		 struct broken *out)
{
	size_t tried = out->tried;

	for (size_t i = from; i < t->count; i++) {
		size_t most = i < tried ? PIECE_MOST : STRETCH_MOST, left = t->count - i, far;
		struct reading best = longest(e, t->point + i, left < most ? left : most, a, &far);

		if (best.used) {
			*out = (struct broken){i, i + best.used, points_text(best.point, best.count, a), best.lossy,
					       tried};
			return true;
		}
		if (i + far > tried)
			tried = i + far;
	}
	return false;
}
