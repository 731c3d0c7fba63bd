/* test_trial.c: memory of trial.c: exact sizes, rows that are none, lanes begun, left and begun
 * anew between calls, and memory that is short. */
#include "check.h"
#include "gram.h"
#include "learner.h"
#include "logreg.h"
#include "scarce.h"
#include "trial.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static uint32_t seed = 3;
static int next(int n) {
    seed = seed * 1664525u + 1013904223u;
    return (int)((seed >> 8) % (uint32_t)n);
}

static dataset *pictures(int n) {
    dataset *ds = dataset_create(2);
    for (int i = 0; i < n; i++) {
        uint8_t rgb[12];
        for (int j = 0; j < 12; j++) rgb[j] = (uint8_t)next(256);
        dataset_add(ds, rgb, i % 2, PART_TRAIN, (uint32_t)i);
    }
    while (gram_step(ds, 1) > 0) {
    }
    return ds;
}

/* Exactly so many of them, 0 .. n - 1. */
static int *numbers(int n) {
    int *list = malloc((size_t)n * sizeof *list);
    for (int i = 0; i < n; i++) list[i] = i;
    return list;
}

static uint8_t *labels(int n) {
    uint8_t *list = malloc((size_t)n);
    for (int i = 0; i < n; i++) list[i] = (uint8_t)(i % 2);
    return list;
}

TEST(trials_of_any_size_give_what_the_gram_engine_gives) {
    const int sizes[] = {1, 2, 3, 4, 5, 31, 32, 33, 64, 65};
    for (int k = 0; k < 10; k++) {
        int n = sizes[k];
        dataset *ds = pictures(n);
        int *rows = numbers(n);
        uint8_t *y = labels(n);
        learner *l = logreg_create(ds, ENGINE_GRAM);
        CHECK(learner_train(l, 0.3, 20, 1e9) == 20);
        CHECK(learner_evaluate(l, 1e9) == 1);
        trials *t = trials_create(ds, rows, n);
        REQUIRE(t);
        for (int lane = 0; lane < TRIALS_MAX_LANES; lane++) {
            CHECK(trials_choose(t, lane, PART_TRAIN, rows, y, n) == 0);
            CHECK(trials_begin(t, lane, 0.3, 20, lane % 2) == 0);
        }
        while (trials_run(t, 1.0) > 0) {
        }
        for (int lane = 0; lane < TRIALS_MAX_LANES; lane++) {
            const double *result = trials_result(t, lane);
            REQUIRE(result);
            CHECK_NEAR(result[TRIAL_COST], learner_costs(l)[20], 1e-13);
            CHECK(result[TRIAL_ACCURACY] == learner_accuracy(l, PART_TRAIN));
            CHECK(isnan(result[TRIAL_TEST_COST]) && isnan(result[TRIAL_TEST_ACCURACY]));
            for (int i = 0; i < n; i++) CHECK_NEAR(trials_z(t, lane)[i], learner_z(l)[i], 1e-12);
            const double *costs = trials_costs(t, lane);
            CHECK((costs != NULL) == (lane % 2 == 1));
            for (int s = 0; costs && s <= 20; s++) CHECK_NEAR(costs[s], learner_costs(l)[s], 1e-13);
        }
        trials_free(t);
        learner_free(l);
        dataset_free(ds);
        free(rows);
        free(y);
    }
}

TEST(trials_refuse_what_is_none_and_change_nothing) {
    dataset *ds = pictures(6);
    int *rows = numbers(6);
    uint8_t *y = labels(6);
    CHECK(!trials_create(NULL, rows, 6) && !trials_create(ds, NULL, 6));
    CHECK(!trials_create(ds, rows, 0) && !trials_create(ds, rows, -1));
    CHECK(!trials_create(ds, rows, INT32_MAX));
    int wrong[] = {0, 6};
    CHECK(!trials_create(ds, wrong, 2));
    trials *t = trials_create(ds, rows, 6);
    REQUIRE(t);
    CHECK(trials_choose(t, 0, PART_TRAIN, rows, y, 6) == 0);
    CHECK(trials_begin(t, 0, 0.1, 3, 0) == 0);
    CHECK(trials_choose(t, -1, PART_TRAIN, rows, y, 6) == TRIAL_ERR_ARG);
    CHECK(trials_choose(t, TRIALS_MAX_LANES, PART_TRAIN, rows, y, 6) == TRIAL_ERR_ARG);
    CHECK(trials_choose(t, 0, PART_NONE, rows, y, 6) == TRIAL_ERR_ARG);
    CHECK(trials_choose(t, 0, PART_TRAIN, rows, y, -1) == TRIAL_ERR_ARG);
    CHECK(trials_choose(t, 0, PART_TRAIN, NULL, y, 1) == TRIAL_ERR_ARG);
    CHECK(trials_choose(t, 0, PART_TRAIN, rows, NULL, 1) == TRIAL_ERR_ARG);
    CHECK(trials_choose(t, 0, PART_TRAIN, wrong, y, 2) == TRIAL_ERR_ARG);
    wrong[1] = -1;
    CHECK(trials_choose(t, 0, PART_TRAIN, wrong, y, 2) == TRIAL_ERR_ARG);
    const uint8_t two = 2;
    CHECK(trials_choose(t, 0, PART_TRAIN, rows, &two, 1) == TRIAL_ERR_ARG);
    CHECK(trials_choose(NULL, 0, PART_TRAIN, rows, y, 6) == TRIAL_ERR_ARG);
    const double alphas[] = {0.0, -1.0, NAN, INFINITY};
    for (int k = 0; k < 4; k++) CHECK(trials_begin(t, 0, alphas[k], 3, 0) == TRIAL_ERR_ARG);
    CHECK(trials_begin(t, 0, 0.1, -1, 0) == TRIAL_ERR_ARG);
    CHECK(trials_begin(t, 0, 0.1, LEARNER_MAX_ITERATIONS + 1, 0) == TRIAL_ERR_ARG);
    CHECK(trials_begin(t, 1, 0.1, 3, 0) == TRIAL_ERR_ARG); /* nothing to train on */
    CHECK(!trials_result(t, 0) && !trials_z(t, 0) && !trials_costs(t, 0));
    CHECK(trials_run(t, 1e9) == 0); /* as it was begun */
    CHECK(trials_result(t, 0) && trials_z(t, 0) && !trials_costs(t, 0));
    CHECK(!trials_result(t, 1) && !trials_result(t, -1) && !trials_result(t, 99));
    CHECK(trials_run(t, 1e9) == 0 && trials_run(NULL, 1e9) == TRIAL_ERR_ARG);
    CHECK(!trials_result(NULL, 0) && isnan(trials_madds(NULL)));
    trials_free(t);
    trials_free(NULL);
    dataset_free(ds);
    free(rows);
    free(y);
}

TEST(trials_need_all_of_K) {
    dataset *ds = pictures(5);
    int *rows = numbers(6);
    CHECK(dataset_add(ds, dataset_x(ds, 0), 1, PART_TEST, 9) == 5);
    CHECK(!trials_create(ds, rows, 5));
    while (gram_step(ds, 1) > 0) {
    }
    trials *t = trials_create(ds, rows, 6);
    CHECK(t != NULL);
    trials_free(t);
    CHECK(dataset_remove(ds, 2) == 0);
    CHECK(!trials_create(ds, rows, 6));
    dataset_free(ds);
    free(rows);
}

TEST(lanes_begun_and_left_at_any_time_end_as_if_alone) {
    dataset *ds = pictures(37);
    int *rows = numbers(37);
    uint8_t *y = labels(37);
    double alone[TRIAL_RESULTS];
    trials *t = trials_create(ds, rows, 37);
    for (int round = 0; round < 2; round++) {
        CHECK(trials_choose(t, 5, PART_TRAIN, rows, y, 30) == 0);
        CHECK(trials_choose(t, 5, PART_TEST, rows + 30, y + 30, 7) == 0);
        CHECK(trials_begin(t, 5, 0.2, 25, 1) == 0);
        for (int calls = 0; !trials_result(t, 5); calls++) {
            CHECK(trials_run(t, 1.0) >= 0 && calls < 1000);
            if (round == 0 || calls % 3 > 0) continue; /* a lane begun begins the pass anew */
            int lane = next(5);
            trials_choose(t, lane, next(2), rows, y, next(38));
            trials_begin(t, lane, 1e300, next(9), next(2)); /* others may well diverge */
        }
        if (round == 0) memcpy(alone, trials_result(t, 5), sizeof alone);
        for (int k = 0; k < TRIAL_RESULTS; k++) CHECK(trials_result(t, 5)[k] == alone[k]);
    }
    trials_free(t);
    dataset_free(ds);
    free(rows);
    free(y);
}

TEST(trials_for_which_memory_is_short_are_not_made) {
    dataset *ds = pictures(9);
    int *rows = numbers(9);
    uint8_t *y = labels(9);
    trials *t = NULL;
    int count = 0;
    for (; !t && count < 50; count++) {
        scarce_after(count);
        t = trials_create(ds, rows, 9);
    }
    CHECK(t && count > 3);
    scarce_after(-1);
    CHECK(trials_choose(t, 0, PART_TRAIN, rows, y, 9) == 0);
    scarce_after(0);
    CHECK(trials_begin(t, 0, 0.1, 5, 1) == TRIAL_ERR_MEMORY);
    CHECK(trials_run(t, 1e9) == 0 && !trials_result(t, 0));
    CHECK(trials_begin(t, 0, 0.1, 5, 0) == 0);
    CHECK(trials_run(t, 1e9) == 0 && trials_result(t, 0));
    CHECK(trials_bytes(9) >= 9 * 9 * 8 && trials_bytes(-1) == 0.0);
    trials_free(t);
    dataset_free(ds);
    free(rows);
    free(y);
}
