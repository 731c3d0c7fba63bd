/* fuzz.c: see fuzz.h. */
#include "fuzz.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
void *fuzz_malloc(size_t size);
void *fuzz_calloc(size_t count, size_t size);
void *fuzz_realloc(void *block, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    reader r = {bytes, bytes + size};
    end_failures();
    target(&r);
    return 0;
}

int more(const reader *r) { return r->at < r->end; }

uint32_t take(reader *r, int bytes) {
    uint32_t value = 0;
    for (int k = 0; k < bytes && more(r); k++) value |= (uint32_t)*r->at++ << (8 * k);
    return value;
}

int take_int(reader *r, int least, int most) {
    uint32_t count = (uint32_t)(most - least) + 1;
    return least + (int)(take(r, count > 256 ? 2 : 1) % count);
}

double take_small(reader *r) { return ((int)take(r, 1) - 128) / 32.0; }

double take_double(reader *r) {
    const double special[] = {0.0,  -0.0,  1.0,   -1.0,   0.5,      1e-300,    5e-324, 1e300,
                              1e10, 1e-10, 1e154, -1e300, INFINITY, -INFINITY, NAN,    255.0};
    uint32_t kind = take(r, 1);
    if (kind < 128) return take_small(r) * (1 + (int)(kind % 4));
    if (kind < 240) return special[kind % 16];
    uint64_t bits = take(r, 4) | (uint64_t)take(r, 4) << 32;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

void take_bytes(reader *r, uint8_t *bytes, int n) {
    uint32_t seed = take(r, 1);
    int plain = seed < 32;
    for (int k = 0; k < n; k++) {
        seed = seed * 1664525u + 1013904223u;
        bytes[k] = plain ? (uint8_t)(seed % 2 ? 255 : 0) : (uint8_t)(seed >> 24);
    }
    if (plain && n > 0) memset(bytes, bytes[0], (size_t)n);
}

static int failing, passing_left, all_after, has_failed;

void fail_allocations(int passing, int all) {
    failing = 1;
    passing_left = passing;
    all_after = all;
    has_failed = 0;
}

void take_failures(reader *r) {
    uint32_t how = take(r, 1);
    if (how % 4 == 0) fail_allocations((int)(how / 8), how / 4 % 2);
}

int end_failures(void) {
    int had = has_failed;
    failing = has_failed = 0;
    return had;
}

static int fails_now(void) {
    if (!failing || passing_left-- > 0) return 0;
    if (!all_after) failing = 0;
    passing_left = 0;
    has_failed = 1;
    return 1;
}

void *fuzz_malloc(size_t size) { return fails_now() ? NULL : malloc(size); }
void *fuzz_calloc(size_t count, size_t size) { return fails_now() ? NULL : calloc(count, size); }
void *fuzz_realloc(void *block, size_t size) { return fails_now() ? NULL : realloc(block, size); }

void *exactly(size_t bytes) {
    void *block = calloc(bytes > 0 ? bytes : 1, 1);
    if (!block) abort();
    return block;
}

uint64_t bits_of(uint64_t seed, const void *bytes, size_t size) {
    const uint8_t *b = bytes;
    uint64_t h = seed ^ 0xcbf29ce484222325u, word = 0;
    for (size_t k = 0; k < size; k += 8) {
        memcpy(&word, b + k, size - k < 8 ? size - k : 8);
        h = (h ^ word) * 0x9e3779b97f4a7c15u;
        h ^= h >> 29;
    }
    return h;
}

int same_double(double a, double b) {
    uint64_t p, q;
    memcpy(&p, &a, sizeof p);
    memcpy(&q, &b, sizeof q);
    return (isnan(a) && isnan(b)) || p == q;
}

void must_fail(const char *what, const char *file, int line) {
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}
