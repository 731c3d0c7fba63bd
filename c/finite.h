/* finite.h -- whether all numbers of an array are finite: v - v is 0 for those, NaN for the others.
 */
#ifndef FINITE_H
#define FINITE_H

#include "simd.h"
#include <stddef.h>

static inline int finite_f64(const double *v, size_t n) {
    v128_t sum = wasm_f64x2_splat(0);
    size_t k = 0;
    for (; k + 2 <= n; k += 2) {
        v128_t x = wasm_v128_load(v + k);
        sum = wasm_f64x2_add(sum, wasm_f64x2_sub(x, x));
    }
    double rest = f64x2_sum(sum);
    for (; k < n; k++) rest += v[k] - v[k];
    return rest == 0.0;
}

static inline int finite_f32(const float *v, size_t n) {
    v128_t sum = wasm_f32x4_splat(0);
    size_t k = 0;
    for (; k + 4 <= n; k += 4) {
        v128_t x = wasm_v128_load(v + k);
        sum = wasm_f32x4_add(sum, wasm_f32x4_sub(x, x));
    }
    float rest = f32x4_sum(sum);
    for (; k < n; k++) rest += v[k] - v[k];
    return rest == 0.0f;
}

#endif
