/* test_unit.c: memory of unit.c. The arrays a unit owns end where its block ends. */
#include "check.h"
#include "unit.h"
#include <stdlib.h>

static const int PAIRS[][2] = {{UNIT_LINEAR, UNIT_SQUARED},
                               {UNIT_RELU, UNIT_SQUARED},
                               {UNIT_SIGMOID, UNIT_SQUARED},
                               {UNIT_SIGMOID, UNIT_CROSS_ENTROPY}};

static unit *filled(int m, int n_x, int pair) {
    unit *u = unit_create(m, n_x, PAIRS[pair][0], PAIRS[pair][1]);
    for (int k = 0; u && k < m * n_x; k++) unit_x(u)[k] = (k * 7 % 11 - 5) / 4.0;
    for (int i = 0; u && i < m; i++) unit_y(u)[i] = i % 2;
    for (int j = 0; u && j < n_x; j++) unit_w(u)[j] = j % 3 - 1;
    return u;
}

TEST(a_unit_of_any_size_stays_inside_its_arrays) {
    for (int pair = 0; pair < 4; pair++) {
        for (int m = 1; m <= 9; m++) {
            for (int n_x = 1; n_x <= 5; n_x++) {
                unit *u = filled(m, n_x, pair);
                REQUIRE(u);
                double *costs = malloc(3 * sizeof *costs);
                double first = unit_forward(u);
                CHECK(unit_train(u, 0.1, 3, 1, costs) == 3);
                CHECK(costs[0] == first);
                CHECK(unit_cost(u) < first || unit_db(u) == 0.0);
                free(costs);
                unit_free(u);
            }
        }
    }
}

TEST(curves_and_grids_of_a_unit_fill_exactly_their_arrays) {
    enum { N = 5 };
    for (int pair = 0; pair < 4; pair++) {
        unit *u = filled(3, 1, pair);
        REQUIRE(u);
        double *out = malloc(3 * N * sizeof *out);
        double *ws = malloc(N * sizeof *ws);
        for (int k = 0; k < N; k++) ws[k] = k - 2;
        unit_set_b(u, 0.5);
        CHECK(unit_cost_curve(u, out, out + N, out + 2 * N, ws, N) == 0);
        CHECK(unit_cost_grid(u, out, ws, N, ws, 3) == 0);
        CHECK(unit_w(u)[0] == -1 && unit_b(u) == 0.5);
        free(out), free(ws);
        unit_free(u);
    }
}

TEST(a_unit_that_diverges_is_put_back) {
    unit *u = filled(4, 2, 0);
    REQUIRE(u);
    double *costs = malloc(2000 * sizeof *costs);
    int done = unit_train(u, 1e6, 2000, 1, costs);
    CHECK(done > 0 && done < 2000);
    CHECK(isfinite(unit_w(u)[0]) && isfinite(unit_w(u)[1]) && isfinite(unit_b(u)));
    CHECK(costs[done] == unit_cost(u));
    unit_w(u)[0] = NAN;
    CHECK(unit_train(u, 1, 1, 1, costs) == UNIT_ERR_DIVERGED);
    free(costs);
    unit_free(u);
}

TEST(a_unit_is_refused_when_its_size_or_kind_is_wrong) {
    CHECK(!unit_create(0, 1, UNIT_LINEAR, UNIT_SQUARED));
    CHECK(!unit_create(1, 0, UNIT_LINEAR, UNIT_SQUARED));
    CHECK(!unit_create(-1, -1, UNIT_LINEAR, UNIT_SQUARED));
    CHECK(!unit_create(1 << 30, 1 << 30, UNIT_LINEAR, UNIT_SQUARED));
    CHECK(!unit_create(1 << 16, 1 << 16, UNIT_LINEAR, UNIT_SQUARED));
    CHECK(!unit_create(1, 1, UNIT_RELU, UNIT_CROSS_ENTROPY));
    CHECK(!unit_create(1, 1, 3, UNIT_SQUARED));
    CHECK(!unit_create(1, 1, UNIT_SIGMOID, 2));
    unit_free(NULL);
    unit *u = filled(2, 2, 0);
    double one = 0;
    CHECK(unit_train(NULL, 1, 1, 1, &one) == UNIT_ERR_ARG);
    CHECK(unit_train(u, NAN, 1, 1, &one) == UNIT_ERR_ARG);
    CHECK(unit_train(u, 1, -1, 1, &one) == UNIT_ERR_ARG);
    CHECK(unit_cost_curve(u, &one, &one, &one, &one, 1) == UNIT_ERR_ARG);
    CHECK(unit_cost_grid(u, &one, &one, 1, &one, 1) == UNIT_ERR_ARG);
    unit_free(u);
}

TEST(columns_are_standardised_in_place) {
    double *x = malloc(6 * sizeof *x), *mu = malloc(2 * sizeof *mu),
           *sigma = malloc(2 * sizeof *mu);
    for (int k = 0; k < 6; k++) x[k] = k % 2 ? 0.1 : k;
    CHECK(unit_standardise(x, mu, sigma, 3, 2) == 0);
    CHECK(mu[0] == 2 && mu[1] == 0.1 && sigma[1] == 1);
    CHECK_NEAR(x[0], -sqrt(1.5), 1e-15);
    CHECK(x[1] == 0 && x[3] == 0 && x[5] == 0);
    x[3] = INFINITY;
    CHECK(unit_standardise(x, mu, sigma, 3, 2) == UNIT_ERR_ARG);
    CHECK(unit_standardise(x, mu, sigma, 0, 2) == UNIT_ERR_ARG);
    free(x), free(mu), free(sigma);
}
