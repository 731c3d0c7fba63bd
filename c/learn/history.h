/* history.h -- states of past iterations, so that training can be rewound to any of them. The state
 * of every `stride`-th iteration is kept; when the budget is used up the stride doubles and every
 * other state is dropped. What lies between is recomputed: training is deterministic. */
#ifndef HISTORY_H
#define HISTORY_H

#include <stddef.h>

#define HISTORY_BYTES (64u << 20)

typedef struct {
    size_t state_bytes;
    int from, stride;
    int kept, room; /* states of iterations from, from + stride, from + 2 stride, ... */
    char **blocks;  /* of states, made as they are needed and kept until history_free */
    int made;
} history;

/* 0, or -1 when memory is short. */
int history_init(history *h, size_t state_bytes);
void history_free(history *h);

/* Offers the state of iteration t. The first one offered is where the history begins; after that
 * states must come in order and without gaps, and those known already are ignored. When memory is
 * short the state is not kept: only rewinding takes longer. */
void history_offer(history *h, int t, const void *state);

/* The iteration of the newest kept state at or before t; -1 when there is none. */
int history_nearest(const history *h, int t);

/* Copies that state, and returns its iteration. With -1 nothing is copied. */
int history_restore(const history *h, int t, void *state);

/* Forgets everything. */
void history_clear(history *h);

/* Forgets the states after iteration t. */
void history_truncate(history *h, int t);

#endif
