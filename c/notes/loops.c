/* loops.c -- see loops.h. */
#include "loops.h"
#include <stddef.h>
#include <stdlib.h>

struct vectors {
    double *y;        /* x is what follows this struct */
    float *x32, *y32; /* all in one block */
    double x[];
};

/* The next of a sequence of well-mixed words (Weyl steps, finalizer of MurmurHash3), of which 24
 * bits are kept. */
static double next_number(uint32_t *state) {
    uint32_t h = *state += 0x9e3779b9u;
    h = (h ^ (h >> 16)) * 0x85ebca6bu;
    h = (h ^ (h >> 13)) * 0xc2b2ae35u;
    return ((h ^ (h >> 16)) >> 8) * 0x1p-24;
}

vectors *vectors_create(int n, uint32_t seed) {
    if (n < 1 || n > VECTORS_MAX) return NULL;
    uint64_t bytes = sizeof(vectors) + (uint64_t)n * 2 * (sizeof(double) + sizeof(float));
    vectors *v = malloc((size_t)bytes);
    if (!v) return NULL;
    v->y = v->x + n;
    v->x32 = (float *)(v->y + n);
    v->y32 = v->x32 + n;
    for (int j = 0; j < n; j++) {
        v->x[j] = next_number(&seed);
        v->y[j] = next_number(&seed);
        v->x32[j] = (float)v->x[j];
        v->y32[j] = (float)v->y[j];
    }
    return v;
}

void vectors_free(vectors *v) { free(v); }

const double *vectors_x(const vectors *v) { return v->x; }
const double *vectors_y(const vectors *v) { return v->y; }
const float *vectors_x32(const vectors *v) { return v->x32; }
const float *vectors_y32(const vectors *v) { return v->y32; }

double dot_loop_f64(const double *x, const double *y, int n) {
    double sum = 0.0;
#pragma clang loop vectorize(disable) interleave(disable)
    for (int j = 0; j < n; j++) sum += x[j] * y[j];
    return sum;
}
