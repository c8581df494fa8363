/*
 * vec.h - arrays that grow, typed by a macro. The items belong to the vec and are freed by vec_clear.
 *
 *	VEC(struct link) links = {0};
 *	vec_push(&links, link);
 *	links.at[0], links.len
 */
#ifndef KOMEK_BASE_VEC_H
#define KOMEK_BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#define VEC(T)                   \
	struct {                 \
		T *at;           \
		size_t len, cap; \
	}

#define vec_push(v, item)                                                                                  \
	((v)->len == (v)->cap ? (void)((v)->at = vec_grow((v)->at, &(v)->cap, sizeof *(v)->at)) : (void)0, \
	 (v)->at[(v)->len++] = (item))

#define vec_clear(v) (free((v)->at), (v)->at = NULL, (v)->len = (v)->cap = 0)

/* qsort without the undefined call on an empty vec. */
#define vec_sort(v, compare) ((v)->len ? qsort((v)->at, (v)->len, sizeof *(v)->at, (compare)) : (void)0)

/* Room for about twice as many items; used by vec_push only. */
void *vec_grow(void *at, size_t *cap, size_t item);

#endif
