/* kernels.c -- see kernels.h. Several independent accumulators hide the latency of an addition;
 * every main loop is followed by a plain one for the tail, so nothing is read past the end. */
#include "kernels.h"
#include "simd.h"

/* acc + x*y, rounded twice: relaxed multiply-add would differ between machines. */
static inline v128_t madd_f64(v128_t acc, v128_t x, v128_t y) {
    return wasm_f64x2_add(acc, wasm_f64x2_mul(x, y));
}

uint32_t dot_u8(const uint8_t *x, const uint8_t *y, int n) {
    v128_t acc = wasm_i32x4_splat(0);
    int j = 0;
    for (; j + 16 <= n; j += 16) {
        v128_t vx = wasm_v128_load(x + j), vy = wasm_v128_load(y + j);
        v128_t low =
            wasm_i32x4_dot_i16x8(wasm_u16x8_extend_low_u8x16(vx), wasm_u16x8_extend_low_u8x16(vy));
        v128_t high = wasm_i32x4_dot_i16x8(wasm_u16x8_extend_high_u8x16(vx),
                                           wasm_u16x8_extend_high_u8x16(vy));
        acc = wasm_i32x4_add(acc, wasm_i32x4_add(low, high));
    }
    /* Lanes wrap modulo 2^32 at worst, and so does their sum: exact while the result fits. */
    uint32_t sum =
        (uint32_t)wasm_i32x4_extract_lane(acc, 0) + (uint32_t)wasm_i32x4_extract_lane(acc, 1) +
        (uint32_t)wasm_i32x4_extract_lane(acc, 2) + (uint32_t)wasm_i32x4_extract_lane(acc, 3);
    for (; j < n; j++) sum += (uint32_t)x[j] * y[j];
    return sum;
}

double dot_f64(const double *x, const double *y, int n) {
    v128_t acc[4] = {wasm_f64x2_splat(0), wasm_f64x2_splat(0), wasm_f64x2_splat(0),
                     wasm_f64x2_splat(0)};
    int j = 0;
    for (; j + 8 <= n; j += 8)
        for (int k = 0; k < 4; k++)
            acc[k] = madd_f64(acc[k], wasm_v128_load(x + j + 2 * k), wasm_v128_load(y + j + 2 * k));
    double sum =
        f64x2_sum(wasm_f64x2_add(wasm_f64x2_add(acc[0], acc[1]), wasm_f64x2_add(acc[2], acc[3])));
    for (; j < n; j++) sum += x[j] * y[j];
    return sum;
}

void axpy_f64(double *y, double alpha, const double *x, int n) {
    v128_t va = wasm_f64x2_splat(alpha);
    int j = 0;
    for (; j + 2 <= n; j += 2)
        wasm_v128_store(y + j, madd_f64(wasm_v128_load(y + j), va, wasm_v128_load(x + j)));
    for (; j < n; j++) y[j] += alpha * x[j];
}

/* The two lowest of four 32-bit numbers as float64x2. */
static inline v128_t low_u32x2_f64(v128_t u32) { return wasm_f64x2_convert_low_u32x4(u32); }

static inline v128_t load4_u8_u32(const uint8_t *x) {
    v128_t bytes = wasm_v128_load32_zero(x);
    return wasm_u32x4_extend_low_u16x8(wasm_u16x8_extend_low_u8x16(bytes));
}

void axpy_u8_f64(double *y, double alpha, const uint8_t *x, int n) {
    v128_t va = wasm_f64x2_splat(alpha);
    int j = 0;
    for (; j + 4 <= n; j += 4) {
        v128_t u = load4_u8_u32(x + j);
        v128_t upper = wasm_i32x4_shuffle(u, u, 2, 3, 2, 3);
        wasm_v128_store(y + j, madd_f64(wasm_v128_load(y + j), va, low_u32x2_f64(u)));
        wasm_v128_store(y + j + 2, madd_f64(wasm_v128_load(y + j + 2), va, low_u32x2_f64(upper)));
    }
    for (; j < n; j++) y[j] += alpha * x[j];
}

double dot_u8_f64(const double *w, const uint8_t *x, int n) {
    v128_t acc0 = wasm_f64x2_splat(0), acc1 = wasm_f64x2_splat(0);
    int j = 0;
    for (; j + 4 <= n; j += 4) {
        v128_t u = load4_u8_u32(x + j);
        v128_t upper = wasm_i32x4_shuffle(u, u, 2, 3, 2, 3);
        acc0 = madd_f64(acc0, wasm_v128_load(w + j), low_u32x2_f64(u));
        acc1 = madd_f64(acc1, wasm_v128_load(w + j + 2), low_u32x2_f64(upper));
    }
    double sum = f64x2_sum(wasm_f64x2_add(acc0, acc1));
    for (; j < n; j++) sum += w[j] * x[j];
    return sum;
}

void matvec_f64(double *z, const double *k, const double *a, int panels, int cols) {
    for (int i = 0; i < panels; i++) {
        v128_t s0 = wasm_f64x2_splat(0), s1 = s0, s2 = s0, s3 = s0;
        for (int j = 0; j < cols; j++, k += MATVEC_PANEL) {
            v128_t aj = wasm_v128_load64_splat(a + j);
            s0 = madd_f64(s0, wasm_v128_load(k), aj);
            s1 = madd_f64(s1, wasm_v128_load(k + 2), aj);
            s2 = madd_f64(s2, wasm_v128_load(k + 4), aj);
            s3 = madd_f64(s3, wasm_v128_load(k + 6), aj);
        }
        double *zi = z + (int64_t)i * MATVEC_PANEL;
        wasm_v128_store(zi, s0);
        wasm_v128_store(zi + 2, s1);
        wasm_v128_store(zi + 4, s2);
        wasm_v128_store(zi + 6, s3);
    }
}
