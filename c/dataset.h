/* dataset.h -- the examples, kept as bytes: RGB pictures of n_px x n_px pixels, n_x = 3 n_px^2.
 * An example lives in a slot (a number >= 0) that stays its own until it is removed; a removed
 * slot is used again by the next example added. x is the course's X of shape (n_x, m) stored by
 * columns, so each example is contiguous; features are bytes here, byte / 255 in the mathematics.
 * Its Gram matrix (gram.h) is kept beside the bytes. */
#ifndef DATASET_H
#define DATASET_H

#include "core_api.h"
#include <stdint.h>

#define DATASET_CAPACITY 10000 /* examples in one dataset */
#define DATASET_MAX_PX 128     /* largest side of a picture */
#define DATASET_BLOCK 64       /* examples in one block of memory: growing never copies */

enum { PART_TRAIN = 0, PART_TEST = 1, PART_NONE = 2 };

enum { DATASET_ERR_ARG = -1, DATASET_ERR_MEMORY = -2, DATASET_ERR_FULL = -3 };

/* The key of an example that no split decides about. */
#define DATASET_KEY_APART 4294967295

typedef struct dataset dataset;

/* NULL if n_px is not in 1..DATASET_MAX_PX or memory is short. Free with dataset_free. */
CORE_API dataset *dataset_create(int n_px);
CORE_API void dataset_free(dataset *ds);

/* Copies rgb (n_x bytes) into a free slot and returns the slot; y is 0 or 1, part PART_TRAIN or
 * PART_TEST, key any number that stays the picture's own (it decides the split). Below 0: error,
 * and the dataset is as it was. */
CORE_API int dataset_add(dataset *ds, const uint8_t *rgb, int y, int part, uint32_t key);

/* 0, or DATASET_ERR_ARG when the slot holds no example. */
CORE_API int dataset_remove(dataset *ds, int slot);
CORE_API int dataset_set_y(dataset *ds, int slot, int y);
CORE_API int dataset_set_part(dataset *ds, int slot, int part);

/* Puts round(share * count) examples of each class into the test part and the others into the
 * training part (at least one a class). Which ones depends on seed and key alone, so the same
 * pictures give the same split, and adding one picture moves at most one other. Of equal keys the
 * lower slots go first into the test part. Those with DATASET_KEY_APART do not count: they are put
 * into the training part, for the caller to put where they belong. */
CORE_API int dataset_split(dataset *ds, double share, uint32_t seed);

CORE_API int dataset_part(const dataset *ds, int slot); /* PART_NONE when the slot is free */
CORE_API int dataset_y(const dataset *ds, int slot);
CORE_API const uint8_t *dataset_x(const dataset *ds, int slot); /* stride bytes, zero-padded */

CORE_API int dataset_n_x(const dataset *ds);
CORE_API int dataset_slots(const dataset *ds);                  /* slots are 0 .. this - 1 */
CORE_API int dataset_count(const dataset *ds, int part, int y); /* examples of that kind */

/* The slots of a part in order, and the y of each: arrays of at least dataset_count. Returns how
 * many. */
int dataset_list(const dataset *ds, int part, int *slots, double *y);

/* 1 when there are two or more examples and all have the same bytes. */
CORE_API int dataset_all_same(const dataset *ds);

/* Bytes from one example to the next: n_x rounded up to a multiple of 16, the rest zero. */
int dataset_stride(const dataset *ds);

#endif
