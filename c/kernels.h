/* kernels.h -- the leaves that carry the arithmetic: dot products, axpy, matrix times vector.
 * Stateless, on the caller's arrays, sizes last, no allocation, no failure. Written in wasm SIMD
 * intrinsics because -O3 -msimd128 vectorises a plain axpy but may not reorder the sum of a dot. */
#ifndef KERNELS_H
#define KERNELS_H

#include "core_api.h"
#include <stdint.h>

/* The largest n for which dot_u8 is exact: n * 255 * 255 must stay below 2^32. */
#define DOT_U8_MAX 66051

/* sum x[j] y[j], exact for n <= DOT_U8_MAX. */
CORE_API uint32_t dot_u8(const uint8_t *x, const uint8_t *y, int n);

/* sum x[j] y[j], in float32 (16 partial sums) or float64 (8 partial sums). */
CORE_API float dot_f32(const float *x, const float *y, int n);
CORE_API double dot_f64(const double *x, const double *y, int n);

/* y += alpha x */
CORE_API void axpy_f32(float *y, float alpha, const float *x, int n);
CORE_API void axpy_f64(double *y, double alpha, const double *x, int n);

/* y += alpha x, x of bytes. */
CORE_API void axpy_u8_f64(double *y, double alpha, const uint8_t *x, int n);

/* sum w[j] x[j], x of bytes. */
CORE_API double dot_u8_f64(const double *w, const uint8_t *x, int n);

/* z[i] = sum_j k(i,j) a[j] for j < cols, in panels of MATVEC_PANEL rows: z has MATVEC_PANEL numbers
 * a panel, and k a panel's columns one after the other, k(i,j) of row i = MATVEC_PANEL p + r at
 * (p cols + j) MATVEC_PANEL + r. So a row's sum stays in a lane, and four loads go with one column:
 * with more of them V8 runs out of registers. */
#define MATVEC_PANEL 8
CORE_API void matvec_f64(double *z, const double *k, const double *a, int panels, int cols);

#endif
