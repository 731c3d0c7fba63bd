/* kernels_f32.c -- see kernels.h: the float32 half, apart because the neuron of the first screen is
 * trained in float64 (neuron.wasm, build.sh). */
#include "kernels.h"
#include "simd.h"

/* acc + x*y, rounded twice: relaxed multiply-add would differ between machines. */
static inline v128_t madd_f32(v128_t acc, v128_t x, v128_t y) {
    return wasm_f32x4_add(acc, wasm_f32x4_mul(x, y));
}

float dot_f32(const float *x, const float *y, int n) {
    v128_t acc[4] = {wasm_f32x4_splat(0), wasm_f32x4_splat(0), wasm_f32x4_splat(0),
                     wasm_f32x4_splat(0)};
    int j = 0;
    for (; j + 16 <= n; j += 16)
        for (int k = 0; k < 4; k++)
            acc[k] = madd_f32(acc[k], wasm_v128_load(x + j + 4 * k), wasm_v128_load(y + j + 4 * k));
    float sum =
        f32x4_sum(wasm_f32x4_add(wasm_f32x4_add(acc[0], acc[1]), wasm_f32x4_add(acc[2], acc[3])));
    for (; j < n; j++) sum += x[j] * y[j];
    return sum;
}

void axpy_f32(float *y, float alpha, const float *x, int n) {
    v128_t va = wasm_f32x4_splat(alpha);
    int j = 0;
    for (; j + 4 <= n; j += 4)
        wasm_v128_store(y + j, madd_f32(wasm_v128_load(y + j), va, wasm_v128_load(x + j)));
    for (; j < n; j++) y[j] += alpha * x[j];
}
