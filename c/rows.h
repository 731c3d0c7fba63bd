/* rows.h -- four examples at a time: the inner loops of the `vectorized` engine, for rows of
 * float32 and for rows of bytes. Exported only so that no optimiser inlines them: V8 has small
 * functions compiled sooner, and swaps them in at the next call. See logreg_vectorized.c. */
#ifndef ROWS_H
#define ROWS_H

#include "core_api.h"
#include <stdint.h>

/* Four rows at once, so that w (or dw) is loaded once for four examples:
 * z[r] = sum_j w[j] x[r][j]   and   dw[j] += sum_r dz[r] x[r][j],   r = 0..3.
 * n must be a multiple of 16 (the rows of a dataset are padded with zeros). */
CORE_API void dot4_f32(float z[4], const float *w, const float *const x[4], int n);
CORE_API void axpy4_f32(float *dw, const float dz[4], const float *const x[4], int n);
CORE_API void dot4_u8(float z[4], const float *w, const uint8_t *const x[4], int n);
CORE_API void axpy4_u8(float *dw, const float dz[4], const uint8_t *const x[4], int n);

/* y[j] = x[j] as float. n must be a multiple of 16. */
void widen_u8_f32(float *y, const uint8_t *x, int n);

#endif
