/* check.h: the smallest thing that can be called a C test library.
 *
 * To add a subject, write tests/native/test_<subject>.c; nothing else has to know of it:
 *
 *     #include "check.h"
 *     #include "sigmoid.h"
 *
 *     TEST(sigmoid_of_zero_is_a_half) {
 *         CHECK_NEAR(sigmoid(0), 0.5, 1e-15);
 *     }
 *
 * Every file of c/ and of tests/native/ is compiled into one program by native.test.js, with SIMDe
 * in the place of wasm's intrinsics, under AddressSanitizer, LeakSanitizer and
 * UndefinedBehaviorSanitizer. Each test runs in a process of its own, so a leak or a crash is
 * reported for the test that did it. What is worth testing here is memory: odd sizes, allocated
 * exactly (malloc, not an array with room to spare), every path that frees. Values are compared
 * with a reference in tests/unit/. */
#ifndef CHECK_H
#define CHECK_H

#include <math.h>
#include <stdbool.h>

/* A test, known to test_main.c before main runs. */
#define TEST(name)                                                                                 \
    static void name(void);                                                                        \
    __attribute__((constructor)) static void register_##name(void) {                               \
        static struct test test = {#name, name, 0};                                                \
        register_test(&test);                                                                      \
    }                                                                                              \
    static void name(void)

/* Says where and what when it does not hold; the test goes on, and fails at its end. */
#define CHECK(condition) check((condition), #condition, __FILE__, __LINE__)

/* Two numbers no further apart than tolerance; NaN is near nothing. */
#define CHECK_NEAR(a, b, tolerance)                                                                \
    check_near((a), (b), (tolerance), #a " near " #b, __FILE__, __LINE__)

/* Like CHECK, but leaves the test: for what the rest of it stands on. */
#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!CHECK(condition)) return;                                                             \
    } while (0)

struct test {
    const char *name;
    void (*run)(void);
    struct test *next;
};

void register_test(struct test *test);
bool check(bool holds, const char *what, const char *file, int line);
bool check_near(double a, double b, double tolerance, const char *what, const char *file, int line);

#endif
