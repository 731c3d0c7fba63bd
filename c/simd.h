/* simd.h: the one vocabulary of vectors, wasm's own 128-bit intrinsics (wasm_f64x2_add, ...).
 *
 * In the browser they are single instructions. Natively SIMDe gives the same names on SSE, NEON or
 * plain C, so the very same source runs under the sanitizers. */
#ifndef SIMD_H
#define SIMD_H

#ifdef __wasm__
#include <wasm_simd128.h>
#else
#define SIMDE_ENABLE_NATIVE_ALIASES
#include <simde/wasm/simd128.h>
#endif

/* The four lanes added in pairs: (0 + 2) + (1 + 3). */
static inline float f32x4_sum(v128_t v) {
    v = wasm_f32x4_add(v, wasm_i32x4_shuffle(v, v, 2, 3, 0, 1));
    return wasm_f32x4_extract_lane(v, 0) + wasm_f32x4_extract_lane(v, 1);
}

static inline double f64x2_sum(v128_t v) {
    return wasm_f64x2_extract_lane(v, 0) + wasm_f64x2_extract_lane(v, 1);
}

#endif
