/* What holds things: vec, map, arena, buf. */
#include "expect.h"

#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"

/* Calls fn in a child process; true where the child says one line on standard error and ends with status 2. */
static bool ends_for_want_of_memory(void (*fn)(void))
{
	char said[256] = "";
	int fds[2], status = 0;
	ssize_t n;
	pid_t child;

	assert_int_equal(pipe(fds), 0);
	fflush(NULL);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(fds[1], STDERR_FILENO);
		fn();
		_exit(0);
	}
	close(fds[1]);
	n = read(fds[0], said, sizeof said - 1);
	close(fds[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return n > 0 && strchr(said, '\n') == said + n - 1 && str_starts(str_of(said), STR("komek: out of memory")) &&
	       WIFEXITED(status) && WEXITSTATUS(status) == 2;
}

static void array_too_large(void)
{
	struct arena a = ARENA_INIT;

	arena_array(&a, uint64_t, SIZE_MAX / 8 + 2); /* the product wraps round to 8 */
}

static void piece_too_large(void)
{
	struct arena a = ARENA_INIT;

	arena_alloc(&a, SIZE_MAX);
}

static void buf_too_large(void)
{
	struct buf b = BUF_INIT;

	buf_add_byte(&b, 'x');
	buf_reserve(&b, SIZE_MAX - 1);
}

static void vec_too_large(void)
{
	size_t cap = SIZE_MAX / 32 + 1; /* twice as many items of 16 bytes wrap round to 0 */

	vec_grow(NULL, &cap, 16);
}

static void memory_is_there_or_the_process_ends(void **state)
{
	static const struct {
		const char *reason;
		void (*fn)(void);
	} rows[] = {
		{"an array whose size overflows", array_too_large},
		{"a piece whose size overflows when it is aligned", piece_too_large},
		{"a buf whose size overflows", buf_too_large},
		{"a vec whose size overflows", vec_too_large},
	};
	void *p;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (!ends_for_want_of_memory(rows[i].fn))
			fail_msg("%s", rows[i].reason);
	p = mem_alloc(0);
	assert_non_null(p);
	p = mem_resize(p, 0);
	assert_non_null(p);
	free(p);
	p = mem_zero(0, 8);
	assert_non_null(p);
	free(p);
}

static int by_value(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

static void vecs(void **state)
{
	VEC(int) v = {0};

	(void)state;
	vec_sort(&v, by_value);
	assert_int_equal(v.len, 0);
	for (int i = 0; i < 1000; i++)
		vec_push(&v, (i * 7) % 1000);
	assert_int_equal(v.len, 1000);
	assert_int_equal(v.at[999], 6993 % 1000);
	vec_sort(&v, by_value);
	for (int i = 0; i < 1000; i++)
		assert_int_equal(v.at[i], i);
	vec_clear(&v);
	assert_null(v.at);
	assert_int_equal(v.len, 0);
	vec_clear(&v);
	vec_push(&v, 5);
	assert_int_equal(v.at[0], 5);
	vec_clear(&v);
}

static void maps(void **state)
{
	struct map m = {0};
	int one = 1, two = 2, three = 3;

	(void)state;
	assert_null(map_get(&m, STR("a")));
	assert_null(map_put(&m, STR("a"), &one));
	assert_ptr_equal(map_get(&m, STR("a")), &one);
	assert_int_equal(m.len, 1);
	assert_ptr_equal(map_put(&m, STR("a"), &two), &one);
	assert_ptr_equal(map_get(&m, STR("a")), &two);
	assert_int_equal(m.len, 1);
	assert_null(map_get(&m, STR("")));
	assert_null(map_put(&m, STR_NONE, &three));
	assert_ptr_equal(map_get(&m, STR("")), &three);
	assert_null(map_get(&m, STR("ab")));
	assert_null(map_put(&m, STR("a\0b"), &one));
	assert_ptr_equal(map_get(&m, STR("a\0b")), &one);
	assert_null(map_get(&m, STR("a\0c")));
	assert_ptr_equal(map_get(&m, STR("a")), &two);
	map_clear(&m);
	assert_null(map_get(&m, STR("a")));
	assert_int_equal(m.len, 0);
	map_clear(&m);
}

static void maps_of_many_keys(void **state)
{
	enum { MANY = 20000 };
	static char keys[MANY][8];
	struct map m = {0};

	(void)state;
	for (unsigned i = 0; i < MANY; i++) {
		snprintf(keys[i], sizeof keys[i], "%u", i);
		assert_null(map_put(&m, str_of(keys[i]), keys[i]));
	}
	assert_int_equal(m.len, MANY);
	for (unsigned i = 0; i < MANY; i++) {
		char key[16];

		snprintf(key, sizeof key, "%u", i);
		assert_ptr_equal(map_get(&m, str_of(key)), keys[i]);
		snprintf(key, sizeof key, "-%u", i);
		assert_null(map_get(&m, str_of(key)));
	}
	map_clear(&m);
}

static bool is_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i])
			return false;
	return true;
}

static void arena_pieces(void **state)
{
	static const size_t sizes[] = {0, 1, 3, 16, 17, 100, 5000, 16384, 16385, 100000, 1};
	struct arena a = ARENA_INIT;
	char *pieces[COUNT(sizes)];

	(void)state;
	arena_reset(&a);
	/* The second round takes memory that the first has written on. */
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < COUNT(sizes); i++) {
			pieces[i] = arena_alloc(&a, sizes[i]);
			assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
			if (!is_zero(pieces[i], sizes[i]))
				fail_msg("a piece of %zu bytes is not zero", sizes[i]);
			memset(pieces[i], (int)i + 1, sizes[i]);
		}
		for (size_t i = 0; i < COUNT(sizes); i++)
			for (size_t j = 0; j < sizes[i]; j++)
				if (pieces[i][j] != (char)(i + 1))
					fail_msg("pieces %zu overlap", sizes[i]);
		arena_reset(&a);
	}
	arena_clear(&a);
	arena_clear(&a);
	assert_null(a.last);
}

static void arena_reset_keeps_memory(void **state)
{
	struct arena a = ARENA_INIT;
	void *first = arena_alloc(&a, 100);

	(void)state;
	arena_reset(&a);
	assert_ptr_equal(arena_alloc(&a, 100), first);
	arena_clear(&a);
}

static void arena_texts(void **state)
{
	struct arena a = ARENA_INIT;
	char bytes[] = {'a', 'b'};
	struct str s = arena_str(&a, (struct str){bytes, 2}), long_text;
	int *numbers;

	(void)state;
	bytes[0] = 'x';
	assert_string_equal(s.at, "ab");
	assert_int_equal(s.len, 2);
	s = arena_str(&a, STR_NONE);
	assert_non_null(s.at);
	assert_string_equal(s.at, "");
	assert_int_equal(s.len, 0);
	s = arena_printf(&a, "%s-%d", "қ", 7);
	assert_string_equal(s.at, "қ-7");
	assert_int_equal(s.len, 4);
	s = arena_printf(&a, "%s", "");
	assert_string_equal(s.at, "");
	assert_int_equal(s.len, 0);
	long_text = arena_printf(&a, "%050000d", 1);
	assert_int_equal(long_text.len, 50000);
	assert_int_equal(strlen(long_text.at), 50000);
	numbers = arena_array(&a, int, 3);
	assert_int_equal(numbers[0] | numbers[1] | numbers[2], 0);
	assert_non_null(arena_array(&a, int, 0));
	arena_clear(&a);
}

static void bufs(void **state)
{
	struct buf b = BUF_INIT;
	const char *memory;

	(void)state;
	expect_text("an empty one", buf_str(&b), "");
	buf_reset(&b);
	buf_add(&b, STR_NONE);
	assert_string_equal(b.at, "");
	buf_add(&b, STR("a\0b"));
	buf_add_byte(&b, '\0');
	buf_add_byte(&b, 'c');
	expect_bytes("bytes of any kind", buf_str(&b), STR("a\0b\0c"));
	assert_int_equal(b.at[b.len], '\0');
	memory = b.at;
	buf_reset(&b);
	expect_text("after a reset", buf_str(&b), "");
	assert_string_equal(b.at, "");
	buf_addf(&b, "%d%s", 1, "ә");
	assert_string_equal(b.at, "1ә");
	assert_ptr_equal(b.at, memory);
	buf_addf(&b, "%s", "");
	assert_int_equal(b.len, 3);
	buf_clear(&b);
	assert_null(b.at);
	assert_int_equal(b.cap, 0);
	buf_clear(&b);
}

static void bufs_grow(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	for (unsigned i = 0; i < 5000; i++) {
		buf_add_byte(&b, (char)('a' + i % 26));
		buf_addf(&b, "%04u", i);
		buf_add(&b, STR("."));
		assert_int_equal(b.at[b.len], '\0');
		assert_true(b.cap > b.len);
	}
	assert_int_equal(b.len, 5000 * 6);
	for (unsigned i = 0; i < 5000; i++) {
		char want[8];

		snprintf(want, sizeof want, "%c%04u.", (char)('a' + i % 26), i);
		expect_text("a piece", str_slice(buf_str(&b), i * 6, i * 6 + 6), want);
	}
	buf_reserve(&b, 100000);
	assert_true(b.cap > b.len + 100000);
	buf_clear(&b);
	buf_addf(&b, "%0300d", 1);
	assert_int_equal(strlen(b.at), 300);
	buf_clear(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_there_or_the_process_ends),
		cmocka_unit_test(vecs),
		cmocka_unit_test(maps),
		cmocka_unit_test(maps_of_many_keys),
		cmocka_unit_test(arena_pieces),
		cmocka_unit_test(arena_reset_keeps_memory),
		cmocka_unit_test(arena_texts),
		cmocka_unit_test(bufs),
		cmocka_unit_test(bufs_grow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
