/* rows.c -- four examples at a time: the inner loops of the `vectorized` engine (see rows.h).
 * Both forms of a row are here: float32, and bytes widened in registers. Bytes take a quarter of
 * the memory and about twice the instructions. V8 puts all loads of a pass through a loop before
 * its arithmetic, so a pass has ten of them at most: with the sums they just fit into 16 registers.
 */
#include "rows.h"
#include "simd.h"

static inline v128_t madd(v128_t acc, v128_t x, v128_t y) {
    return wasm_f32x4_add(acc, wasm_f32x4_mul(x, y));
}

/* 16 bytes as four float32x4. A byte under the upper half of 2^23 is the float32 number 2^23 +
 * byte; that is three times as fast in V8 as widening to 32 bits and converting. */
static inline void widen16(v128_t out[4], const uint8_t *x) {
    v128_t upper = wasm_i16x8_splat(0x4b00), offset = wasm_f32x4_splat(0x1p23f);
    v128_t bytes = wasm_v128_load(x);
    v128_t low = wasm_u16x8_extend_low_u8x16(bytes), high = wasm_u16x8_extend_high_u8x16(bytes);
    out[0] = wasm_f32x4_sub(wasm_i16x8_shuffle(low, upper, 0, 8, 1, 9, 2, 10, 3, 11), offset);
    out[1] = wasm_f32x4_sub(wasm_i16x8_shuffle(low, upper, 4, 12, 5, 13, 6, 14, 7, 15), offset);
    out[2] = wasm_f32x4_sub(wasm_i16x8_shuffle(high, upper, 0, 8, 1, 9, 2, 10, 3, 11), offset);
    out[3] = wasm_f32x4_sub(wasm_i16x8_shuffle(high, upper, 4, 12, 5, 13, 6, 14, 7, 15), offset);
}

void widen_u8_f32(float *y, const uint8_t *x, int n) {
    for (int j = 0; j < n; j += 16) {
        v128_t v[4];
        widen16(v, x + j);
        for (int k = 0; k < 4; k++) wasm_v128_store(y + j + 4 * k, v[k]);
    }
}

/* u0*x0 + u1*x1 */
static inline v128_t two(v128_t u0, v128_t x0, v128_t u1, v128_t x1) {
    return wasm_f32x4_add(wasm_f32x4_mul(u0, x0), wasm_f32x4_mul(u1, x1));
}

void dot4_f32(float z[4], const float *w, const float *const x[4], int n) {
    const float *x0 = x[0], *x1 = x[1], *x2 = x[2], *x3 = x[3];
    v128_t s0 = wasm_f32x4_splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (int j = 0; j < n; j += 8) {
        v128_t w0 = wasm_v128_load(w + j), w1 = wasm_v128_load(w + j + 4);
        s0 = wasm_f32x4_add(s0, two(w0, wasm_v128_load(x0 + j), w1, wasm_v128_load(x0 + j + 4)));
        s1 = wasm_f32x4_add(s1, two(w0, wasm_v128_load(x1 + j), w1, wasm_v128_load(x1 + j + 4)));
        s2 = wasm_f32x4_add(s2, two(w0, wasm_v128_load(x2 + j), w1, wasm_v128_load(x2 + j + 4)));
        s3 = wasm_f32x4_add(s3, two(w0, wasm_v128_load(x3 + j), w1, wasm_v128_load(x3 + j + 4)));
    }
    z[0] = f32x4_sum(s0);
    z[1] = f32x4_sum(s1);
    z[2] = f32x4_sum(s2);
    z[3] = f32x4_sum(s3);
}

void axpy4_f32(float *dw, const float dz[4], const float *const x[4], int n) {
    const float *x0 = x[0], *x1 = x[1], *x2 = x[2], *x3 = x[3];
    v128_t d0 = wasm_f32x4_splat(dz[0]), d1 = wasm_f32x4_splat(dz[1]);
    v128_t d2 = wasm_f32x4_splat(dz[2]), d3 = wasm_f32x4_splat(dz[3]);
    for (int j = 0; j < n; j += 8) {
        v128_t u = two(d0, wasm_v128_load(x0 + j), d1, wasm_v128_load(x1 + j));
        v128_t v = two(d2, wasm_v128_load(x2 + j), d3, wasm_v128_load(x3 + j));
        v128_t p = two(d0, wasm_v128_load(x0 + j + 4), d1, wasm_v128_load(x1 + j + 4));
        v128_t q = two(d2, wasm_v128_load(x2 + j + 4), d3, wasm_v128_load(x3 + j + 4));
        wasm_v128_store(dw + j, wasm_f32x4_add(wasm_v128_load(dw + j), wasm_f32x4_add(u, v)));
        wasm_v128_store(dw + j + 4,
                        wasm_f32x4_add(wasm_v128_load(dw + j + 4), wasm_f32x4_add(p, q)));
    }
}

void dot4_u8(float z[4], const float *w, const uint8_t *const x[4], int n) {
    v128_t s[4] = {wasm_f32x4_splat(0), wasm_f32x4_splat(0), wasm_f32x4_splat(0),
                   wasm_f32x4_splat(0)};
    for (int j = 0; j < n; j += 16) {
        v128_t w0 = wasm_v128_load(w + j), w1 = wasm_v128_load(w + j + 4);
        v128_t w2 = wasm_v128_load(w + j + 8), w3 = wasm_v128_load(w + j + 12);
        for (int r = 0; r < 4; r++) {
            v128_t v[4];
            widen16(v, x[r] + j);
            v128_t u = madd(wasm_f32x4_mul(v[0], w0), v[1], w1);
            s[r] =
                wasm_f32x4_add(s[r], wasm_f32x4_add(u, madd(wasm_f32x4_mul(v[2], w2), v[3], w3)));
        }
    }
    for (int r = 0; r < 4; r++) z[r] = f32x4_sum(s[r]);
}

void axpy4_u8(float *dw, const float dz[4], const uint8_t *const x[4], int n) {
    v128_t d[4];
    for (int r = 0; r < 4; r++) d[r] = wasm_f32x4_splat(dz[r]);
    for (int j = 0; j < n; j += 16) {
        v128_t acc[4];
        for (int k = 0; k < 4; k++) acc[k] = wasm_v128_load(dw + j + 4 * k);
        for (int r = 0; r < 4; r++) {
            v128_t v[4];
            widen16(v, x[r] + j);
            for (int k = 0; k < 4; k++) acc[k] = madd(acc[k], d[r], v[k]);
        }
        for (int k = 0; k < 4; k++) wasm_v128_store(dw + j + 4 * k, acc[k]);
    }
}
