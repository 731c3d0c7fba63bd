/* sigmoid.c: sigma and the log-loss, two float64 lanes at a time; sigmoid_f32.c has four float32.
 *
 * The recipe is that of fdlibm (e_exp.c, s_log1p.c) and of XNNPACK's f32-vsigmoid, in lanes: no
 * branch on a value, a mask selects. The polynomials are plain Taylor series, so that each constant
 * says where it comes from. */
#include "sigmoid.h"
#include "sigmoid_impl.h"

#include <string.h>

/* ln 2 in two parts. The first ends in so many zero bits that n * LN2_HI is exact for |n| < 2^20
 * (fdlibm's choice). */
#define LN2_HI 6.93147180369123816490e-01
#define LN2_LO 1.90821492927058770002e-10

/* 1/k!, k = 13 down to 2. |r| <= ln(2)/2: the first term left out is below 2^-57. */
static const double EXP_SERIES[] = {
    1.0 / 6227020800, 1.0 / 479001600, 1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320,
    1.0 / 5040,       1.0 / 720,       1.0 / 120,      1.0 / 24,      1.0 / 6,      1.0 / 2,
};

/* 2/(2k + 1), k = 16 down to 1. s^2 <= 1/9: the first term left out is below 2^-58. */
static const double ATANH_SERIES[] = {
    2.0 / 33, 2.0 / 31, 2.0 / 29, 2.0 / 27, 2.0 / 25, 2.0 / 23, 2.0 / 21, 2.0 / 19,
    2.0 / 17, 2.0 / 15, 2.0 / 13, 2.0 / 11, 2.0 / 9,  2.0 / 7,  2.0 / 5,  2.0 / 3,
};

static inline v128_t f64(double x) { return wasm_f64x2_splat(x); }

/* series[0] x^(count-1) + ... + series[count-1], count even. Even and odd powers apart: two chains
 * half as long keep the processor twice as busy. */
static inline v128_t polynomial_f64(v128_t x, const double *series, int count) {
    v128_t x2 = wasm_f64x2_mul(x, x), odd = f64(series[0]), even = f64(series[1]);
    for (int k = 2; k < count; k += 2) {
        odd = wasm_f64x2_add(wasm_f64x2_mul(odd, x2), f64(series[k]));
        even = wasm_f64x2_add(wasm_f64x2_mul(even, x2), f64(series[k + 1]));
    }
    return wasm_f64x2_add(wasm_f64x2_mul(odd, x), even);
}

/* e^-t for t >= 0: -t = n ln2 + r, e^-t = 2^n e^r. */
static inline split exp_minus_f64(v128_t t) {
    /* From 746 on the result is 0. pmin(t, 746) is `746 < t ? 746 : t`: NaN stays NaN. */
    t = wasm_f64x2_pmin(t, f64(746));
    v128_t n = wasm_f64x2_nearest(wasm_f64x2_mul(t, f64(-LOG2_E)));
    v128_t near = wasm_f64x2_sub(wasm_f64x2_mul(n, f64(-LN2_HI)), t); /* exact */
    v128_t r = wasm_f64x2_sub(near, wasm_f64x2_mul(n, f64(LN2_LO)));

    v128_t series = polynomial_f64(r, EXP_SERIES, COUNT(EXP_SERIES));
    v128_t m = wasm_f64x2_add(r, wasm_f64x2_mul(wasm_f64x2_mul(r, r), series)); /* e^r - 1 */
    v128_t hi = wasm_f64x2_add(f64(1), m);
    v128_t lo = wasm_f64x2_add(wasm_f64x2_sub(f64(1), hi), m);

    /* n goes down to -1076, lower than an exponent can: multiply by 2^(n + 64), then by 2^-64, and
     * only the last step rounds. Adding 1.5 * 2^52 leaves the biased exponent n + 64 + 1023 in the
     * low bits of the sum, and the shift takes it to its place. */
    v128_t scale = wasm_i64x2_shl(wasm_f64x2_add(n, f64(0x1.8p52 + 64 + 1023)), 52);
    return (split){wasm_f64x2_mul(wasm_f64x2_mul(hi, scale), f64(0x1p-64)),
                   wasm_f64x2_mul(wasm_f64x2_mul(lo, scale), f64(0x1p-64))};
}

/* log(1 + e) for e in [0, 1]; rest is a small number to add to it. With s = e / (2 + e),
 *     log(1 + e) = 2 atanh(s) = e - (e^2/2 - s (e^2/2 + R)),   R = 2/3 s^2 + 2/5 s^4 + ...
 * The leading e is exact, so the tiniest e keep all their digits. */
static inline v128_t log1p_f64(v128_t e, v128_t rest) {
    v128_t s = wasm_f64x2_div(e, wasm_f64x2_add(f64(2), e));
    v128_t s2 = wasm_f64x2_mul(s, s);
    v128_t r = wasm_f64x2_mul(s2, polynomial_f64(s2, ATANH_SERIES, COUNT(ATANH_SERIES)));
    v128_t half_e2 = wasm_f64x2_mul(wasm_f64x2_mul(e, e), f64(0.5));
    v128_t small = wasm_f64x2_add(wasm_f64x2_mul(s, wasm_f64x2_add(half_e2, r)), rest);
    return wasm_f64x2_sub(e, wasm_f64x2_sub(half_e2, small));
}

/* q = e / (1 + e) is sigma of -|z|, p = 1 - q that of |z|; lo repairs what 1 + e and e rounded. */
static inline neuron neuron_f64(v128_t z) {
    split e = exp_minus_f64(wasm_f64x2_abs(z));
    v128_t d = wasm_f64x2_add(f64(1), e.hi);
    v128_t d_lo = wasm_f64x2_add(wasm_f64x2_add(wasm_f64x2_sub(f64(1), d), e.hi), e.lo);
    v128_t q = wasm_f64x2_div(e.hi, d);
    v128_t p = wasm_f64x2_sub(f64(1), q);
    v128_t lo = wasm_f64x2_mul(p, wasm_f64x2_sub(e.lo, wasm_f64x2_mul(q, d_lo)));
    v128_t a = choose(wasm_f64x2_ge(z, f64(0)), wasm_f64x2_sub(p, lo), wasm_f64x2_add(q, lo));
    return (neuron){a, log1p_f64(e.hi, wasm_f64x2_mul(e.lo, p))};
}

/* max(z, 0) - y z + softplus, written |z| (z >= 0 ? 1 - y : y) + softplus: nothing cancels, and
 * where the factor is 0 the product is 0, at z = +-inf too. */
static inline v128_t loss_f64(v128_t z, v128_t y, v128_t softplus) {
    v128_t wrong = choose(wasm_f64x2_ge(z, f64(0)), wasm_f64x2_sub(f64(1), y), y);
    v128_t linear = wasm_f64x2_mul(wasm_f64x2_abs(z), wrong);
    linear = wasm_v128_and(linear, wasm_f64x2_ne(wrong, f64(0)));
    return wasm_f64x2_add(linear, softplus);
}

/* The last vector of an array may be short: `left` elements remain, lanes beyond them read as 0. */
static inline v128_t load_f64(const double *from, int left) {
    return left >= 2 ? wasm_v128_load(from) : wasm_v128_load64_zero(from);
}

static inline void store_f64(double *to, v128_t v, int left) {
    if (left >= 2)
        wasm_v128_store(to, v);
    else
        wasm_v128_store64_lane(to, v, 0);
}

void sigmoid_f64(double *a, const double *z, int n) {
    for (int i = 0; i < n; i += 2) store_f64(a + i, neuron_f64(load_f64(z + i, n - i)).a, n - i);
}

void log_loss_f64(double *loss, const double *z, const double *y, int n) {
    for (int i = 0; i < n; i += 2) {
        v128_t vz = load_f64(z + i, n - i), vy = load_f64(y + i, n - i);
        store_f64(loss + i, loss_f64(vz, vy, neuron_f64(vz).softplus), n - i);
    }
}

double forward_loss_f64(double *a, double *dz, const double *z, const double *y, int n) {
    v128_t sum0 = f64(0), sum1 = f64(0);
    int i = 0;
    /* Two vectors side by side, and no store before the last load: the two long chains overlap. */
    for (; i + 4 <= n; i += 4) {
        v128_t z0 = wasm_v128_load(z + i), z1 = wasm_v128_load(z + i + 2);
        v128_t y0 = wasm_v128_load(y + i), y1 = wasm_v128_load(y + i + 2);
        neuron v0 = neuron_f64(z0), v1 = neuron_f64(z1);
        wasm_v128_store(a + i, v0.a);
        wasm_v128_store(dz + i, wasm_f64x2_sub(v0.a, y0));
        wasm_v128_store(a + i + 2, v1.a);
        wasm_v128_store(dz + i + 2, wasm_f64x2_sub(v1.a, y1));
        sum0 = wasm_f64x2_add(sum0, loss_f64(z0, y0, v0.softplus));
        sum1 = wasm_f64x2_add(sum1, loss_f64(z1, y1, v1.softplus));
    }
    sum0 = wasm_f64x2_add(sum0, sum1);
    for (; i < n; i += 2) {
        v128_t vz = load_f64(z + i, n - i), vy = load_f64(y + i, n - i);
        neuron v = neuron_f64(vz);
        store_f64(a + i, v.a, n - i);
        store_f64(dz + i, wasm_f64x2_sub(v.a, vy), n - i);
        v128_t loss = loss_f64(vz, vy, v.softplus);
        sum0 = wasm_f64x2_add(sum0, n - i >= 2 ? loss : wasm_f64x2_replace_lane(loss, 1, 0));
    }
    return f64x2_sum(sum0);
}
