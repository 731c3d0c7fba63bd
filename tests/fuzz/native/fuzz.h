/* fuzz.h: what the targets of this folder share. A target is one file with target(): it reads a
 * sequence of calls from the bytes that libFuzzer made up, does them, and says with MUST what holds
 * whatever the sequence. A new target_<name>.c is found by itself (native.js).
 *
 * The sources of c/ are compiled with their allocations in the hands of fuzz.c, so that the bytes
 * can also say which of them fail. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

#define MUST(condition)                                                                            \
    do {                                                                                           \
        if (!(condition)) must_fail(#condition, __FILE__, __LINE__);                               \
    } while (0)

typedef struct {
    const uint8_t *at, *end;
} reader;

void target(reader *r);

/* Whether bytes are left; without any, all that is taken is 0. */
int more(const reader *r);
uint32_t take(reader *r, int bytes);
int take_int(reader *r, int least, int most);
/* Any float64: one that is easily met, one with special bits, or eight bytes. */
double take_double(reader *r);
/* A number between -4 and 4. */
double take_small(reader *r);
/* n bytes: all the same, or as random as a seed makes them. */
void take_bytes(reader *r, uint8_t *bytes, int n);

/* From now on the allocation that comes after `passing` more of them fails, or all from there on.
 */
void fail_allocations(int passing, int all);
/* What the bytes say of it. */
void take_failures(reader *r);
/* None fails any more; whether one has. */
int end_failures(void);

/* Memory of exactly so many bytes, that no failure is meant for. */
void *exactly(size_t bytes);

uint64_t bits_of(uint64_t seed, const void *bytes, size_t size);
int same_double(double a, double b); /* to the last bit; any NaN is any other */

_Noreturn void must_fail(const char *what, const char *file, int line);

#endif
