/* test_scarce.c: learners for which memory is short: made or not made, never half; a past that is
 * not kept; pictures that stay bytes. */
#include "check.h"
#include "kinds.h"
#include "logreg.h"
#include "network.h"
#include "scarce.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

TEST(a_learner_for_which_memory_is_short_is_not_made) {
    for (int kind = 0; kind < KINDS; kind++) {
        dataset *ds = kinds_dataset(2, 9, 4);
        learner *l = NULL;
        int count = 0;
        for (; !l && count < 200; count++) {
            scarce_after(count);
            l = kinds_make(ds, kind);
        }
        scarce_after(-1);
        REQUIRE(l && count > 5);
        while (learner_train(l, 0.01, 1, 1e9) == 0) {
        }
        CHECK(learner_iteration(l) == 1);
        learner_free(l);
        dataset_free(ds);
    }
}

TEST(a_past_for_which_memory_is_short_is_computed_again) {
    for (int kind = 0; kind < KINDS; kind++) {
        dataset *ds = kinds_dataset(2, 9, 4);
        learner *l = kinds_make(ds, kind);
        double costs[21];
        scarce_above(1u << 20); /* what is kept is taken by the 4 MB */
        for (int t = 0; t < 20; t++) {
            if (t == 12) scarce_above(SIZE_MAX); /* and from here on it is there */
            CHECK(learner_train(l, 0.01 * (1 + t % 3), 1, 1e9) == 1);
        }
        CHECK(learner_evaluate(l, 1e9) == 1);
        memcpy(costs, learner_costs(l), sizeof costs);
        const int goals[] = {19, 12, 13, 3, 11, 0, 20};
        for (int k = 0; k < 7; k++) {
            CHECK(learner_seek(l, goals[k]) == 0);
            while (!learner_evaluate(l, 1e9)) {
            }
            CHECK(learner_iteration(l) == goals[k]);
            CHECK(learner_costs(l)[goals[k]] == costs[goals[k]]);
        }
        learner_free(l);
        dataset_free(ds);
    }
}

/* Of 16 px, and a copy of w after 12 iterations. */
static double *learned(int m, int m_test, size_t most) {
    dataset *ds = kinds_dataset(16, m, m_test);
    scarce_above(most);
    learner *l = logreg_create(ds, ENGINE_VECTORIZED);
    scarce_above(SIZE_MAX);
    double *w = calloc(16 * 16 * 3 + 1, sizeof *w);
    if (CHECK(l != NULL)) {
        CHECK(learner_train(l, 0.01, 12, 1e9) == 12);
        CHECK(learner_evaluate(l, 1e9) == 1);
        CHECK(isfinite(learner_costs(l)[12]));
        memcpy(w, logreg_w(l), (size_t)(16 * 16 * 3) * sizeof *w);
        w[16 * 16 * 3] = learner_b(l);
    }
    learner_free(l);
    dataset_free(ds);
    return w;
}

TEST(pictures_that_stay_bytes_teach_the_same_and_those_of_the_test_set_nothing) {
    const size_t row = 16 * 16 * 3 * sizeof(float);
    for (int m = 1; m <= 9; m++)
        for (int m_test = 0; m_test <= 5; m_test++) {
            /* The rows as floats, with two more, come in one block, the largest. */
            size_t block = (size_t)(m + m_test + 2) * row;
            double *floats = learned(m, 0, SIZE_MAX), *bytes = learned(m, m_test, block - 1);
            for (int j = 0; j <= 16 * 16 * 3; j++) CHECK_NEAR(bytes[j], floats[j], 1e-6);
            free(floats);
            free(bytes);
        }
}

TEST(a_table_has_its_most) {
    const int one[] = {1};
    const double y = 1.0;
    double *x = calloc((size_t)NETWORK_MAX_TABLE + 1, sizeof *x);
    learner *nn = network_create_table(x, &y, 1, NETWORK_MAX_TABLE, one, 1, 0, 0, 1);
    CHECK(nn != NULL);
    learner_free(nn);
    CHECK(network_create_table(x, &y, 1, NETWORK_MAX_TABLE + 1, one, 1, 0, 0, 1) == NULL);
    free(x);
}
