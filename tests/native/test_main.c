/* test_main.c: without an argument lists the tests, one name a line; with a name runs that one. */
#include "check.h"
#include <stdio.h>
#include <string.h>

static struct test *tests;
static int failures;

void register_test(struct test *test) {
    test->next = tests;
    tests = test;
}

bool check(bool holds, const char *what, const char *file, int line) {
    if (!holds) {
        fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
        failures++;
    }
    return holds;
}

bool check_near(double a, double b, double tolerance, const char *what, const char *file,
                int line) {
    bool near = fabs(a - b) <= tolerance;
    if (!near) fprintf(stderr, "%s:%d: %.17g and %.17g\n", file, line, a, b);
    return check(near, what, file, line);
}

int main(int argc, char **argv) {
    for (struct test *test = tests; test; test = test->next) {
        if (argc == 1) puts(test->name);
        if (argc == 2 && strcmp(test->name, argv[1]) == 0) {
            test->run();
            return failures ? 1 : 0;
        }
    }
    return argc == 1 ? 0 : 2;
}
