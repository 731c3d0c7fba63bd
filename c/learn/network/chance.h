/* chance.h -- random numbers that any engine and compiler makes alike: a function of a seed and an
 * index, in integers until the last step. */
#ifndef CHANCE_H
#define CHANCE_H

#include <stdint.h>

/* A well-mixed number from two (the finalizer of SplitMix64, Steele et al. 2014). */
static inline uint64_t chance_mix(uint64_t seed, uint64_t index) {
    uint64_t x = (seed + 1) * 0x9e3779b97f4a7c15u + index * 0xd1342543de82ef95u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

/* Mean 0, variance 1, bell-shaped: the sum of four 16-bit numbers, each uniform on 0..65535 with
 * variance (65536^2 - 1) / 12. At most 3.47 away from 0. */
static inline double chance_bell(uint64_t seed, uint64_t index) {
    uint64_t x = chance_mix(seed, index);
    int sum = (int)(x & 65535) + (int)(x >> 16 & 65535) + (int)(x >> 32 & 65535) + (int)(x >> 48);
    return (sum - 131070) * 2.6428997921303018e-5; /* sqrt(3 / (65536^2 - 1)) */
}

/* order (n) = 0 .. n-1, shuffled (Fisher and Yates). */
static inline void chance_shuffle(int *order, int n, uint64_t seed) {
    for (int i = 0; i < n; i++) order[i] = i;
    for (int i = n - 1; i > 0; i--) {
        int j = (int)(chance_mix(seed, (uint64_t)i) % (uint64_t)(i + 1)), swap = order[i];
        order[i] = order[j];
        order[j] = swap;
    }
}

#endif
