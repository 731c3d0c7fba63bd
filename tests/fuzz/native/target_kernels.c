/* target_kernels.c: the leaves on arrays of any length, at any address, with any numbers: bit for
 * bit the plain loop where the order is promised, within rounding where it is not. */
#include "fuzz.h"
#include "kernels.h"
#include "layer.h"
#include "matmul.h"
#include "rows.h"
#include "sigmoid.h"
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* n numbers, after `skip` bytes of a block that ends with them. */
typedef struct {
    uint8_t *block;
    void *at;
} array;

static array take_array(size_t bytes, int skip) {
    uint8_t *block = exactly(bytes + (size_t)skip);
    return (array){block, block + skip};
}

static array doubles(reader *r, int n) {
    array a = take_array((size_t)n * sizeof(double), 8 * take_int(r, 0, 1));
    int kind = take_int(r, 0, 3); /* small, or any */
    double before[4] = {1, 2, 3, 4};
    for (int k = 0; k < n; k++) {
        double v = !more(r) || k > 24 ? before[k % 4] : kind ? take_small(r) : take_double(r);
        ((double *)a.at)[k] = before[k % 4] = v;
    }
    return a;
}

static array floats(reader *r, int n) {
    array a = take_array((size_t)n * sizeof(float), 4 * take_int(r, 0, 3));
    array d = doubles(r, n);
    for (int k = 0; k < n; k++) ((float *)a.at)[k] = (float)((double *)d.at)[k];
    free(d.block);
    return a;
}

static void matrices(reader *r) {
    int m = take_int(r, 0, 9), n = take_int(r, 0, 19), k = take_int(r, 0, 9);
    int ldb = n + take_int(r, 0, 3), ldc = n + take_int(r, 0, 3), turned = take_int(r, 0, 1);
    int row = turned ? 1 : k, col = turned ? m : 1;
    array a = doubles(r, m * k), b = doubles(r, k * ldb), c = doubles(r, m * ldc);
    array a4 = floats(r, m * k), b4 = floats(r, k * ldb), c4 = floats(r, m * ldc);
    double *want = exactly((size_t)(m * ldc) * sizeof *want);
    float *want4 = exactly((size_t)(m * ldc) * sizeof *want4);
    memcpy(want, c.at, (size_t)(m * ldc) * sizeof *want);
    memcpy(want4, c4.at, (size_t)(m * ldc) * sizeof *want4);
    for (int i = 0; i < m; i++)
        for (int j = 0; j < n; j++)
            for (int p = 0; p < k; p++) {
                want[i * ldc + j] +=
                    ((double *)a.at)[i * row + p * col] * ((double *)b.at)[p * ldb + j];
                want4[i * ldc + j] +=
                    ((float *)a4.at)[i * row + p * col] * ((float *)b4.at)[p * ldb + j];
            }
    matmul_f64(c.at, ldc, a.at, row, col, b.at, ldb, m, n, k);
    matmul_f32(c4.at, ldc, a4.at, row, col, b4.at, ldb, m, n, k);
    for (int i = 0; i < m * ldc; i++) {
        MUST(same_double(((double *)c.at)[i], want[i]));
        MUST(same_double(((float *)c4.at)[i], want4[i]));
    }
    free(a.block), free(b.block), free(c.block), free(want);
    free(a4.block), free(b4.block), free(c4.block), free(want4);
}

static void bytes(reader *r) {
    int n = take_int(r, 0, 70), skip = take_int(r, 0, 15);
    array x = take_array((size_t)n, skip), y = take_array((size_t)n, take_int(r, 0, 15));
    take_bytes(r, x.at, n);
    take_bytes(r, y.at, n);
    array w = doubles(r, n);
    double alpha = take_double(r), sum = 0.0, size = 0.0;
    uint32_t product = 0;
    for (int k = 0; k < n; k++) {
        double term = ((double *)w.at)[k] * ((uint8_t *)x.at)[k];
        sum += term, size += fabs(term);
        product += (uint32_t)((uint8_t *)x.at)[k] * ((uint8_t *)y.at)[k];
    }
    MUST(dot_u8(x.at, y.at, n) == product);
    if (isfinite(size)) MUST(fabs(dot_u8_f64(w.at, x.at, n) - sum) <= n * DBL_EPSILON * size);
    array moved = take_array((size_t)n * sizeof(double), 0);
    memcpy(moved.at, w.at, (size_t)n * sizeof(double));
    axpy_u8_f64(moved.at, alpha, x.at, n);
    for (int k = 0; k < n; k++)
        MUST(same_double(((double *)moved.at)[k],
                         ((double *)w.at)[k] + alpha * ((uint8_t *)x.at)[k]));
    free(x.block), free(y.block), free(w.block), free(moved.block);
}

static void sums(reader *r) {
    int n = take_int(r, 0, 70);
    array x = doubles(r, n), y = doubles(r, n), x4 = floats(r, n), y4 = floats(r, n);
    double alpha = take_double(r), sum = 0.0, size = 0.0, sum4 = 0.0, size4 = 0.0;
    double *want = exactly((size_t)n * sizeof *want);
    float *want4 = exactly((size_t)n * sizeof *want4);
    for (int k = 0; k < n; k++) {
        double term = ((double *)x.at)[k] * ((double *)y.at)[k];
        double term4 = (double)((float *)x4.at)[k] * ((float *)y4.at)[k];
        sum += term, size += fabs(term), sum4 += term4, size4 += fabs(term4);
        want[k] = ((double *)y.at)[k] + alpha * ((double *)x.at)[k];
        want4[k] = ((float *)y4.at)[k] + (float)alpha * ((float *)x4.at)[k];
    }
    if (isfinite(size))
        MUST(fabs(dot_f64(x.at, y.at, n) - sum) <= n * (DBL_EPSILON * size + DBL_MIN));
    if (size4 < 1e37)
        MUST(fabs(dot_f32(x4.at, y4.at, n) - sum4) <= n * (FLT_EPSILON * size4 + FLT_MIN));
    axpy_f64(y.at, alpha, x.at, n);
    axpy_f32(y4.at, (float)alpha, x4.at, n);
    for (int k = 0; k < n; k++) {
        MUST(same_double(((double *)y.at)[k], want[k]));
        MUST(same_double(((float *)y4.at)[k], want4[k]));
    }
    free(x.block), free(y.block), free(x4.block), free(y4.block), free(want), free(want4);
}

/* sigma and the loss of any z: in their ranges, NaN for NaN alone, near the definition in long
 * double. */
static void answers(reader *r) {
    int n = take_int(r, 0, 20);
    array z = doubles(r, n), a = doubles(r, n), loss = doubles(r, n), z4 = floats(r, n);
    float a4[20], loss4[20], y4[20];
    double y[20], dz[20];
    for (int k = 0; k < n; k++) y4[k] = (float)(y[k] = take_int(r, 0, 1));
    double sum = forward_loss_f64(a.at, dz, z.at, y, n), added = 0.0;
    log_loss_f64(loss.at, z.at, y, n);
    sigmoid_f32(a4, z4.at, n);
    log_loss_f32(loss4, z4.at, y4, n);
    for (int k = 0; k < n; k++) {
        double zk = ((double *)z.at)[k], ak = ((double *)a.at)[k], L = ((double *)loss.at)[k];
        added += L;
        MUST(isnan(zk) ? isnan(ak) && isnan(L) : ak >= 0.0 && ak <= 1.0 && L >= 0.0);
        MUST(isnan(((float *)z4.at)[k]) ? isnan(a4[k]) : a4[k] >= 0.0f && a4[k] <= 1.0f);
        MUST(isnan(((float *)z4.at)[k]) ? isnan(loss4[k]) : loss4[k] >= 0.0f);
        if (isnan(zk)) continue;
        long double e = expl(-fabsl((long double)zk)), right = (zk < 0 ? e : 1.0L) / (1.0L + e);
        MUST(fabsl(right - ak) <= 2.0L * DBL_EPSILON * right + 1e-323L);
        MUST(same_double(dz[k], ak - y[k]));
    }
    MUST(same_double(sum, added) || fabs(sum - added) <= 40 * DBL_EPSILON * added);
    free(z.block), free(a.block), free(loss.block), free(z4.block);
}

/* Four rows at once are as good as one by one. */
static void fours(reader *r) {
    int n = 16 * take_int(r, 0, 4);
    array w = floats(r, n), x[4], dw = floats(r, n);
    const uint8_t *rows[4];
    const float *wide[4];
    float z[4], z8[4], dz[4], *floats4 = exactly((size_t)(4 * n) * sizeof *floats4);
    for (int k = 0; k < 4; k++) {
        x[k] = take_array((size_t)n, take_int(r, 0, 15));
        take_bytes(r, x[k].at, n);
        rows[k] = x[k].at;
        widen_u8_f32(floats4 + (ptrdiff_t)k * n, rows[k], n);
        wide[k] = floats4 + (ptrdiff_t)k * n;
        dz[k] = (float)take_small(r);
    }
    dot4_f32(z, w.at, wide, n);
    dot4_u8(z8, w.at, rows, n);
    float *other = exactly((size_t)n * sizeof *other);
    memcpy(other, dw.at, (size_t)n * sizeof *other);
    axpy4_f32(dw.at, dz, wide, n);
    axpy4_u8(other, dz, rows, n);
    for (int k = 0; k < 4; k++) {
        double sum = 0.0, size = 0.0;
        for (int j = 0; j < n; j++) {
            double term = (double)((float *)w.at)[j] * rows[k][j];
            MUST(wide[k][j] == rows[k][j]);
            sum += term, size += fabs(term);
        }
        if (!(size < 1e37)) continue;
        MUST(fabs(z[k] - sum) <= n * (FLT_EPSILON * size + FLT_MIN));
        MUST(fabs(z8[k] - sum) <= n * (FLT_EPSILON * size + FLT_MIN));
    }
    for (int j = 0; j < n; j++) {
        double size = fabs(((float *)dw.at)[j]);
        for (int k = 0; k < 4; k++) size += fabs(dz[k]) * rows[k][j];
        if (size < 1e37) MUST(fabs(((float *)dw.at)[j] - other[j]) <= 8 * FLT_EPSILON * size);
    }
    for (int k = 0; k < 4; k++) free(x[k].block);
    free(w.block), free(dw.block), free(floats4), free(other);
}

void target(reader *r) {
    static void (*const parts[])(reader *) = {matrices, bytes, sums, answers, fours};
    parts[take(r, 1) % (sizeof parts / sizeof *parts)](r);
}
