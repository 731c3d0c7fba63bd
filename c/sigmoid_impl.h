/* sigmoid_impl.h -- what the float64 half (sigmoid.c) and the float32 half (sigmoid_f32.c) share.
 */
#ifndef SIGMOID_IMPL_H
#define SIGMOID_IMPL_H

#include "simd.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))
#define LOG2_E 1.44269504088896340736

/* A number as the sum of two: lo is what rounding took from hi. */
typedef struct {
    v128_t hi, lo;
} split;

/* sigma(z), and softplus = log1p(e^-|z|), the part of the loss that both classes share. */
typedef struct {
    v128_t a, softplus;
} neuron;

static inline v128_t choose(v128_t mask, v128_t yes, v128_t no) {
    return wasm_v128_bitselect(yes, no, mask);
}

#endif
