/* test_derivative.c: every function at every kind of number. */
#include "check.h"
#include "derivative.h"
#include <stdlib.h>

TEST(derivatives_of_any_number_are_numbers_or_nan) {
    const double at[] = {0.0, -0.0, 1, -1, 5e-324, 1e308, -1e308, INFINITY, -INFINITY, NAN};
    const double nudges[] = {1, 1e-8, 1e-16, 0, -1, INFINITY, NAN};
    double *out = malloc(5 * sizeof *out);
    for (int f = 0; f < F_COUNT; f++)
        for (int i = 0; i < 10; i++)
            for (int k = 0; k < 7; k++) CHECK(derivative(f, at[i], nudges[k], out) == 0);
    CHECK(derivative(F_CUBE, 2, 0.5, out) == 0);
    CHECK(out[0] == 8 && out[1] == 15.625 && out[2] == 15.25 && out[3] == 12 && out[4] == 3.25);
    free(out);
}

TEST(there_are_only_five_functions) {
    double out[5] = {7};
    CHECK(derivative(-1, 1, 1, out) == DERIVATIVE_ERR_ARG);
    CHECK(derivative(F_COUNT, 1, 1, out) == DERIVATIVE_ERR_ARG);
    CHECK(derivative(F_3A, 1, 1, NULL) == DERIVATIVE_ERR_ARG);
    CHECK(out[0] == 7);
}
