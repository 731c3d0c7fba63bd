/* loops.h -- two long vectors kept in the core, to time a dot product in several ways on the same
 * numbers: what a loop costs, and what SIMD saves.
 *
 * The numbers are multiples of 2^-24 in [0, 1), exact in float32 too: where the results differ, it
 * is the order and the rounding of the sum alone. */
#ifndef LOOPS_H
#define LOOPS_H

#include "core_api.h"
#include <stdint.h>

#define VECTORS_MAX (1 << 24) /* numbers in a vector */

typedef struct vectors vectors;

/* x and y (n each) in float64 and float32, the same for the same seed. NULL when n is not in 1 ..
 * VECTORS_MAX or memory is short. Free with vectors_free. */
CORE_API vectors *vectors_create(int n, uint32_t seed);
CORE_API void vectors_free(vectors *v);

CORE_API const double *vectors_x(const vectors *v);
CORE_API const double *vectors_y(const vectors *v);
CORE_API const float *vectors_x32(const vectors *v);
CORE_API const float *vectors_y32(const vectors *v);

/* sum x[j] y[j], one number after the other in a plain C loop, kept from being vectorised. Its
 * SIMD counterparts are dot_f64 and dot_f32 of kernels.h. */
CORE_API double dot_loop_f64(const double *x, const double *y, int n);

#endif
