/* dataset_impl.h -- what dataset.c and gram.c share, and nobody else sees. */
#ifndef DATASET_IMPL_H
#define DATASET_IMPL_H

#include "dataset.h"
#include <stddef.h>

#define DATASET_BLOCKS ((DATASET_CAPACITY + DATASET_BLOCK - 1) / DATASET_BLOCK)

typedef struct {
    uint32_t key;
    uint8_t y;
    uint8_t part;       /* PART_NONE: the slot is free */
    uint8_t gram_known; /* its row of the Gram matrix is made */
} example;

typedef struct {
    int16_t *rows, *partners; /* bytes widened to int16, a block of columns at a time */
    uint32_t *block[DATASET_BLOCKS];
    int group[32], group_size; /* slots whose rows are being made */
    int next_partner;          /* first slot not yet multiplied with the group */
} gram_state;

struct dataset {
    int n_px, n_x, stride;
    int slots; /* highest slot ever used + 1 */
    example *examples;
    uint8_t *block[DATASET_BLOCKS];
    gram_state gram;
};

static inline int dataset_holds(const dataset *ds, int slot) {
    return slot >= 0 && slot < ds->slots && ds->examples[slot].part != PART_NONE;
}

/* Forgets what was computed for this slot: it is free or holds another picture now. */
void gram_forget(dataset *ds, int slot);
void gram_free(dataset *ds);

/* The inner loop of the Gram matrix: out[q] and, a row of a tile further, out[32 + q] += rows .
 * partners over n columns, for 2 rows and q < 4 partners. Exported although nobody calls it, so
 * that no optimiser inlines it: V8 compiles a small function in a millisecond, and the next call
 * has it. */
CORE_API void gram_tile(uint32_t *out, const int16_t *rows, const int16_t *partners, int n);

#endif
