/* matmul.c -- see matmul.h. A tile of c stays in registers while k runs: 4 x 8 in float32, 4 x 4 in
 * float64. That is 8 sums, with 2 vectors of b and one number of a spread over a vector they fit
 * into 16 registers. Lanes are columns of c, so no sum is ever reordered. Rows left over go one by
 * one, columns by a narrower tile and then one by one. Tiles are small functions of their own,
 * exported so that no optimiser inlines them: V8 has them compiled sooner, and the next call uses
 * that. */
#include "matmul.h"
#include "simd.h"
#include <stddef.h>

static inline v128_t madd_f32(v128_t acc, v128_t x, v128_t y) {
    return wasm_f32x4_add(acc, wasm_f32x4_mul(x, y));
}

static inline v128_t madd_f64(v128_t acc, v128_t x, v128_t y) {
    return wasm_f64x2_add(acc, wasm_f64x2_mul(x, y));
}

/* c (4, 8) += a (4, k) b (k, 8) */
CORE_API void matmul_tile_f32(float *c, int ldc, const float *a, int row, int col, const float *b,
                              int ldb, int k) {
    float *c1 = c + ldc, *c2 = c1 + ldc, *c3 = c2 + ldc;
    const float *a1 = a + row, *a2 = a1 + row, *a3 = a2 + row;
    v128_t s0 = wasm_v128_load(c), t0 = wasm_v128_load(c + 4);
    v128_t s1 = wasm_v128_load(c1), t1 = wasm_v128_load(c1 + 4);
    v128_t s2 = wasm_v128_load(c2), t2 = wasm_v128_load(c2 + 4);
    v128_t s3 = wasm_v128_load(c3), t3 = wasm_v128_load(c3 + 4);
    for (ptrdiff_t j = 0, at = 0; j < k; j++, at += col, b += ldb) {
        v128_t b0 = wasm_v128_load(b), b1 = wasm_v128_load(b + 4);
        v128_t x = wasm_v128_load32_splat(a + at);
        s0 = madd_f32(s0, x, b0);
        t0 = madd_f32(t0, x, b1);
        x = wasm_v128_load32_splat(a1 + at);
        s1 = madd_f32(s1, x, b0);
        t1 = madd_f32(t1, x, b1);
        x = wasm_v128_load32_splat(a2 + at);
        s2 = madd_f32(s2, x, b0);
        t2 = madd_f32(t2, x, b1);
        x = wasm_v128_load32_splat(a3 + at);
        s3 = madd_f32(s3, x, b0);
        t3 = madd_f32(t3, x, b1);
    }
    wasm_v128_store(c, s0);
    wasm_v128_store(c + 4, t0);
    wasm_v128_store(c1, s1);
    wasm_v128_store(c1 + 4, t1);
    wasm_v128_store(c2, s2);
    wasm_v128_store(c2 + 4, t2);
    wasm_v128_store(c3, s3);
    wasm_v128_store(c3 + 4, t3);
}

/* c (4, 4) += a (4, k) b (k, 4) */
static void narrow_f32(float *c, int ldc, const float *a, int row, int col, const float *b, int ldb,
                       int k) {
    float *c1 = c + ldc, *c2 = c1 + ldc, *c3 = c2 + ldc;
    const float *a1 = a + row, *a2 = a1 + row, *a3 = a2 + row;
    v128_t s0 = wasm_v128_load(c), s1 = wasm_v128_load(c1), s2 = wasm_v128_load(c2),
           s3 = wasm_v128_load(c3);
    for (ptrdiff_t j = 0, at = 0; j < k; j++, at += col, b += ldb) {
        v128_t bj = wasm_v128_load(b);
        s0 = madd_f32(s0, wasm_v128_load32_splat(a + at), bj);
        s1 = madd_f32(s1, wasm_v128_load32_splat(a1 + at), bj);
        s2 = madd_f32(s2, wasm_v128_load32_splat(a2 + at), bj);
        s3 = madd_f32(s3, wasm_v128_load32_splat(a3 + at), bj);
    }
    wasm_v128_store(c, s0);
    wasm_v128_store(c1, s1);
    wasm_v128_store(c2, s2);
    wasm_v128_store(c3, s3);
}

/* c (4, 1) += a (4, k) b (k, 1) */
static void column_f32(float *c, int ldc, const float *a, int row, int col, const float *b, int ldb,
                       int k) {
    float *c1 = c + ldc, *c2 = c1 + ldc, *c3 = c2 + ldc;
    const float *a1 = a + row, *a2 = a1 + row, *a3 = a2 + row;
    float s0 = *c, s1 = *c1, s2 = *c2, s3 = *c3;
    for (ptrdiff_t j = 0, at = 0; j < k; j++, at += col, b += ldb) {
        s0 += a[at] * *b;
        s1 += a1[at] * *b;
        s2 += a2[at] * *b;
        s3 += a3[at] * *b;
    }
    *c = s0;
    *c1 = s1;
    *c2 = s2;
    *c3 = s3;
}

/* One row of c. */
static void row_f32(float *c, const float *a, int col, const float *b, int ldb, int n, int k) {
    int u = 0;
    for (; u + 4 <= n; u += 4) {
        v128_t s = wasm_v128_load(c + u);
        for (ptrdiff_t j = 0; j < k; j++)
            s = madd_f32(s, wasm_v128_load32_splat(a + j * col), wasm_v128_load(b + j * ldb + u));
        wasm_v128_store(c + u, s);
    }
    for (; u < n; u++)
        for (ptrdiff_t j = 0; j < k; j++) c[u] += a[j * col] * b[j * ldb + u];
}

void matmul_f32(float *c, int ldc, const float *a, int row, int col, const float *b, int ldb, int m,
                int n, int k) {
    int i = 0;
    for (; i + 4 <= m; i += 4) {
        float *ci = c + (ptrdiff_t)i * ldc;
        const float *ai = a + (ptrdiff_t)i * row;
        int u = 0;
        for (; u + 8 <= n; u += 8) matmul_tile_f32(ci + u, ldc, ai, row, col, b + u, ldb, k);
        for (; u + 4 <= n; u += 4) narrow_f32(ci + u, ldc, ai, row, col, b + u, ldb, k);
        for (; u < n; u++) column_f32(ci + u, ldc, ai, row, col, b + u, ldb, k);
    }
    for (; i < m; i++) row_f32(c + (ptrdiff_t)i * ldc, a + (ptrdiff_t)i * row, col, b, ldb, n, k);
}

/* c (4, 4) += a (4, k) b (k, 4) */
CORE_API void matmul_tile_f64(double *c, int ldc, const double *a, int row, int col,
                              const double *b, int ldb, int k) {
    double *c1 = c + ldc, *c2 = c1 + ldc, *c3 = c2 + ldc;
    const double *a1 = a + row, *a2 = a1 + row, *a3 = a2 + row;
    v128_t s0 = wasm_v128_load(c), t0 = wasm_v128_load(c + 2);
    v128_t s1 = wasm_v128_load(c1), t1 = wasm_v128_load(c1 + 2);
    v128_t s2 = wasm_v128_load(c2), t2 = wasm_v128_load(c2 + 2);
    v128_t s3 = wasm_v128_load(c3), t3 = wasm_v128_load(c3 + 2);
    for (ptrdiff_t j = 0, at = 0; j < k; j++, at += col, b += ldb) {
        v128_t b0 = wasm_v128_load(b), b1 = wasm_v128_load(b + 2);
        v128_t x = wasm_v128_load64_splat(a + at);
        s0 = madd_f64(s0, x, b0);
        t0 = madd_f64(t0, x, b1);
        x = wasm_v128_load64_splat(a1 + at);
        s1 = madd_f64(s1, x, b0);
        t1 = madd_f64(t1, x, b1);
        x = wasm_v128_load64_splat(a2 + at);
        s2 = madd_f64(s2, x, b0);
        t2 = madd_f64(t2, x, b1);
        x = wasm_v128_load64_splat(a3 + at);
        s3 = madd_f64(s3, x, b0);
        t3 = madd_f64(t3, x, b1);
    }
    wasm_v128_store(c, s0);
    wasm_v128_store(c + 2, t0);
    wasm_v128_store(c1, s1);
    wasm_v128_store(c1 + 2, t1);
    wasm_v128_store(c2, s2);
    wasm_v128_store(c2 + 2, t2);
    wasm_v128_store(c3, s3);
    wasm_v128_store(c3 + 2, t3);
}

/* c (4, 2) += a (4, k) b (k, 2) */
static void narrow_f64(double *c, int ldc, const double *a, int row, int col, const double *b,
                       int ldb, int k) {
    double *c1 = c + ldc, *c2 = c1 + ldc, *c3 = c2 + ldc;
    const double *a1 = a + row, *a2 = a1 + row, *a3 = a2 + row;
    v128_t s0 = wasm_v128_load(c), s1 = wasm_v128_load(c1), s2 = wasm_v128_load(c2),
           s3 = wasm_v128_load(c3);
    for (ptrdiff_t j = 0, at = 0; j < k; j++, at += col, b += ldb) {
        v128_t bj = wasm_v128_load(b);
        s0 = madd_f64(s0, wasm_v128_load64_splat(a + at), bj);
        s1 = madd_f64(s1, wasm_v128_load64_splat(a1 + at), bj);
        s2 = madd_f64(s2, wasm_v128_load64_splat(a2 + at), bj);
        s3 = madd_f64(s3, wasm_v128_load64_splat(a3 + at), bj);
    }
    wasm_v128_store(c, s0);
    wasm_v128_store(c1, s1);
    wasm_v128_store(c2, s2);
    wasm_v128_store(c3, s3);
}

/* c (4, 1) += a (4, k) b (k, 1) */
static void column_f64(double *c, int ldc, const double *a, int row, int col, const double *b,
                       int ldb, int k) {
    double *c1 = c + ldc, *c2 = c1 + ldc, *c3 = c2 + ldc;
    const double *a1 = a + row, *a2 = a1 + row, *a3 = a2 + row;
    double s0 = *c, s1 = *c1, s2 = *c2, s3 = *c3;
    for (ptrdiff_t j = 0, at = 0; j < k; j++, at += col, b += ldb) {
        s0 += a[at] * *b;
        s1 += a1[at] * *b;
        s2 += a2[at] * *b;
        s3 += a3[at] * *b;
    }
    *c = s0;
    *c1 = s1;
    *c2 = s2;
    *c3 = s3;
}

/* One row of c. */
static void row_f64(double *c, const double *a, int col, const double *b, int ldb, int n, int k) {
    int u = 0;
    for (; u + 2 <= n; u += 2) {
        v128_t s = wasm_v128_load(c + u);
        for (ptrdiff_t j = 0; j < k; j++)
            s = madd_f64(s, wasm_v128_load64_splat(a + j * col), wasm_v128_load(b + j * ldb + u));
        wasm_v128_store(c + u, s);
    }
    for (; u < n; u++)
        for (ptrdiff_t j = 0; j < k; j++) c[u] += a[j * col] * b[j * ldb + u];
}

void matmul_f64(double *c, int ldc, const double *a, int row, int col, const double *b, int ldb,
                int m, int n, int k) {
    int i = 0;
    for (; i + 4 <= m; i += 4) {
        double *ci = c + (ptrdiff_t)i * ldc;
        const double *ai = a + (ptrdiff_t)i * row;
        int u = 0;
        for (; u + 4 <= n; u += 4) matmul_tile_f64(ci + u, ldc, ai, row, col, b + u, ldb, k);
        for (; u + 2 <= n; u += 2) narrow_f64(ci + u, ldc, ai, row, col, b + u, ldb, k);
        for (; u < n; u++) column_f64(ci + u, ldc, ai, row, col, b + u, ldb, k);
    }
    for (; i < m; i++) row_f64(c + (ptrdiff_t)i * ldc, a + (ptrdiff_t)i * row, col, b, ldb, n, k);
}
