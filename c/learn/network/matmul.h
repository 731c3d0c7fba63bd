/* matmul.h -- the two matrix products that carry a network: in float32 for the pictures, in float64
 * for everything else. Stateless, no allocation, no failure. */
#ifndef MATMUL_H
#define MATMUL_H

#include "core_api.h"

/* c (m, n) += a b, with b (k, n) and c row by row (ldb and ldc numbers from one row to the next),
 * and a(i, j) at a[i * row + j * col]: col = 1 for a matrix as it is, row = 1 for a transposed one.
 *
 * Every sum starts at what c holds and runs in the order of k, whatever the tiles: a product cut
 * into pieces along k, m or n has the same bits as the whole, and as the plain loop. */
CORE_API void matmul_f32(float *c, int ldc, const float *a, int row, int col, const float *b,
                         int ldb, int m, int n, int k);
CORE_API void matmul_f64(double *c, int ldc, const double *a, int row, int col, const double *b,
                         int ldb, int m, int n, int k);

#endif
