/* history.h -- states of past iterations, so that training can be rewound to any of them. The state
 * of every `stride`-th iteration is kept; when the budget is used up the stride doubles and every
 * other state is dropped. What lies between is recomputed: training is deterministic. */
#ifndef HISTORY_H
#define HISTORY_H

#include <stddef.h>

#define HISTORY_BYTES (64u << 20)

typedef struct {
    size_t state_bytes;
    int stride;
    int kept, room; /* states 0 .. kept-1 are those of iterations 0, stride, 2 stride, ... */
    char **blocks;  /* of states, made as they are needed and kept until history_free */
    int made;
} history;

/* 0, or -1 when memory is short. */
int history_init(history *h, size_t state_bytes);
void history_free(history *h);

/* Offers the state of iteration t; states must be offered in order, gaps are not allowed. When
 * memory is short the state is not kept: only rewinding takes longer. */
void history_offer(history *h, int t, const void *state);

/* Copies the newest kept state at or before iteration t; returns its iteration. When nothing was
 * kept: all zeros and 0, which is where a neuron starts. */
int history_restore(const history *h, int t, void *state);

/* The iteration that history_restore would give; -1 when nothing is kept. */
int history_nearest(const history *h, int t);

/* Forgets everything. */
void history_clear(history *h);

/* Forgets the states after iteration t. */
void history_truncate(history *h, int t);

#endif
