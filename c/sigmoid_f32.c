/* sigmoid_f32.c -- the float32 half of sigmoid.h, apart because the neuron of the first screen is
 * trained in float64 (neuron.wasm, build.sh). It repeats sigmoid.c with shorter series; the reasons
 * stand there. */
#include "sigmoid.h"
#include "sigmoid_impl.h"

#include <string.h>

/* 355/512, nine bits, and the rest of ln 2 (after Cephes). */
#define LN2_HI_F32 0.693359375f
#define LN2_LO_F32 (-2.12194440e-4f)

/* 1/k!, k = 9 down to 2, and 2/(2k + 1), k = 8 down to 1: what is left out is below 2^-29. */
static const float EXP_SERIES_F32[] = {
    1.0f / 362880, 1.0f / 40320, 1.0f / 5040, 1.0f / 720, 1.0f / 120, 1.0f / 24, 1.0f / 6, 1.0f / 2,
};
static const float ATANH_SERIES_F32[] = {
    2.0f / 17, 2.0f / 15, 2.0f / 13, 2.0f / 11, 2.0f / 9, 2.0f / 7, 2.0f / 5, 2.0f / 3,
};

static inline v128_t f32(float x) { return wasm_f32x4_splat(x); }

static inline v128_t polynomial_f32(v128_t x, const float *series, int count) {
    v128_t x2 = wasm_f32x4_mul(x, x), odd = f32(series[0]), even = f32(series[1]);
    for (int k = 2; k < count; k += 2) {
        odd = wasm_f32x4_add(wasm_f32x4_mul(odd, x2), f32(series[k]));
        even = wasm_f32x4_add(wasm_f32x4_mul(even, x2), f32(series[k + 1]));
    }
    return wasm_f32x4_add(wasm_f32x4_mul(odd, x), even);
}

/* From 104 on the result is 0; n goes down to -150, so the scale is 2^(n + 64) and 2^-64 again. */
static inline split exp_minus_f32(v128_t t) {
    t = wasm_f32x4_pmin(t, f32(104));
    v128_t n = wasm_f32x4_nearest(wasm_f32x4_mul(t, f32((float)-LOG2_E)));
    v128_t near = wasm_f32x4_sub(wasm_f32x4_mul(n, f32(-LN2_HI_F32)), t);
    v128_t r = wasm_f32x4_sub(near, wasm_f32x4_mul(n, f32(LN2_LO_F32)));

    v128_t series = polynomial_f32(r, EXP_SERIES_F32, COUNT(EXP_SERIES_F32));
    v128_t m = wasm_f32x4_add(r, wasm_f32x4_mul(wasm_f32x4_mul(r, r), series));
    v128_t hi = wasm_f32x4_add(f32(1), m);
    v128_t lo = wasm_f32x4_add(wasm_f32x4_sub(f32(1), hi), m);

    v128_t scale = wasm_i32x4_shl(wasm_f32x4_add(n, f32(0x1.8p23f + 64 + 127)), 23);
    return (split){wasm_f32x4_mul(wasm_f32x4_mul(hi, scale), f32(0x1p-64f)),
                   wasm_f32x4_mul(wasm_f32x4_mul(lo, scale), f32(0x1p-64f))};
}

static inline v128_t log1p_f32(v128_t e, v128_t rest) {
    v128_t s = wasm_f32x4_div(e, wasm_f32x4_add(f32(2), e));
    v128_t s2 = wasm_f32x4_mul(s, s);
    v128_t r = wasm_f32x4_mul(s2, polynomial_f32(s2, ATANH_SERIES_F32, COUNT(ATANH_SERIES_F32)));
    v128_t half_e2 = wasm_f32x4_mul(wasm_f32x4_mul(e, e), f32(0.5f));
    v128_t small = wasm_f32x4_add(wasm_f32x4_mul(s, wasm_f32x4_add(half_e2, r)), rest);
    return wasm_f32x4_sub(e, wasm_f32x4_sub(half_e2, small));
}

static inline neuron neuron_f32(v128_t z) {
    split e = exp_minus_f32(wasm_f32x4_abs(z));
    v128_t d = wasm_f32x4_add(f32(1), e.hi);
    v128_t d_lo = wasm_f32x4_add(wasm_f32x4_add(wasm_f32x4_sub(f32(1), d), e.hi), e.lo);
    v128_t q = wasm_f32x4_div(e.hi, d);
    v128_t p = wasm_f32x4_sub(f32(1), q);
    v128_t lo = wasm_f32x4_mul(p, wasm_f32x4_sub(e.lo, wasm_f32x4_mul(q, d_lo)));
    v128_t a = choose(wasm_f32x4_ge(z, f32(0)), wasm_f32x4_sub(p, lo), wasm_f32x4_add(q, lo));
    return (neuron){a, log1p_f32(e.hi, wasm_f32x4_mul(e.lo, p))};
}

static inline v128_t loss_f32(v128_t z, v128_t y, v128_t softplus) {
    v128_t wrong = choose(wasm_f32x4_ge(z, f32(0)), wasm_f32x4_sub(f32(1), y), y);
    v128_t linear = wasm_f32x4_mul(wasm_f32x4_abs(z), wrong);
    linear = wasm_v128_and(linear, wasm_f32x4_ne(wrong, f32(0)));
    return wasm_f32x4_add(linear, softplus);
}

static inline v128_t load_f32(const float *from, int left) {
    if (left >= 4) return wasm_v128_load(from);
    float lanes[4] = {0};
    memcpy(lanes, from, (size_t)left * sizeof(float));
    return wasm_v128_load(lanes);
}

static inline void store_f32(float *to, v128_t v, int left) {
    float lanes[4];
    if (left >= 4) {
        wasm_v128_store(to, v);
    } else {
        wasm_v128_store(lanes, v);
        memcpy(to, lanes, (size_t)left * sizeof(float));
    }
}

void sigmoid_f32(float *a, const float *z, int n) {
    for (int i = 0; i < n; i += 4) store_f32(a + i, neuron_f32(load_f32(z + i, n - i)).a, n - i);
}

void log_loss_f32(float *loss, const float *z, const float *y, int n) {
    for (int i = 0; i < n; i += 4) {
        v128_t vz = load_f32(z + i, n - i), vy = load_f32(y + i, n - i);
        store_f32(loss + i, loss_f32(vz, vy, neuron_f32(vz).softplus), n - i);
    }
}

double forward_loss_f32(float *a, float *dz, const float *z, const float *y, int n) {
    v128_t sum = wasm_f64x2_splat(0);
    for (int i = 0; i < n; i += 4) {
        v128_t vz = load_f32(z + i, n - i), vy = load_f32(y + i, n - i);
        neuron v = neuron_f32(vz);
        store_f32(a + i, v.a, n - i);
        store_f32(dz + i, wasm_f32x4_sub(v.a, vy), n - i);
        v128_t there = wasm_i32x4_lt(wasm_i32x4_make(0, 1, 2, 3), wasm_i32x4_splat(n - i));
        v128_t loss = wasm_v128_and(loss_f32(vz, vy, v.softplus), there);
        v128_t upper = wasm_i32x4_shuffle(loss, loss, 2, 3, 0, 1);
        sum = wasm_f64x2_add(sum, wasm_f64x2_promote_low_f32x4(loss));
        sum = wasm_f64x2_add(sum, wasm_f64x2_promote_low_f32x4(upper));
    }
    return f64x2_sum(sum);
}
