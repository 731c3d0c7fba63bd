/* gram.h -- the Gram matrix K of a dataset: K[i][j] = sum over bytes of x_i x_j, for every two
 * examples. Pixels are bytes, so K is exact: at most 3 * 128^2 * 255^2 < 2^32. It is kept up to
 * date row by row as pictures come and go; one picture more is one row more. */
#ifndef GRAM_H
#define GRAM_H

#include "dataset.h"

#define GRAM_MAX_SLOTS 4096 /* 33 MB of K; a dataset with higher slots has no Gram matrix */

/* Computes at most `tiles` tiles of 32 x 32 products (a millisecond each, or so) of what is
 * missing, training and test examples alike. Returns how many rows are still missing: 0 when K is
 * complete. DATASET_ERR_FULL: too many slots; DATASET_ERR_MEMORY. Call it again and again. */
CORE_API int gram_step(dataset *ds, int tiles);

/* Rows still missing, without doing anything. */
CORE_API int gram_missing(const dataset *ds);

/* K[i][j] of two slots whose rows are made (0 otherwise). */
CORE_API uint32_t gram_at(const dataset *ds, int i, int j);

/* Row `slot` up to its diagonal, slot + 1 numbers, to be put into a dataset with the same examples
 * in the same slots, another module's perhaps. NULL while it is not made. */
CORE_API const uint32_t *gram_row(const dataset *ds, int slot);

/* Puts such a row. 0, DATASET_ERR_ARG, DATASET_ERR_FULL or DATASET_ERR_MEMORY. */
CORE_API int gram_put(dataset *ds, int slot, const uint32_t *row);

#endif
