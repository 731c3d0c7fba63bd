/* test_doctor.c: memory of doctor.c, what it refuses, pieces of any size, and memory that is short;
 * the course's training is that of the Gram engine. */
#include "check.h"
#include "doctor.h"
#include "gram.h"
#include "learner.h"
#include "logreg.h"
#include "scarce.h"
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static uint32_t seed = 5;

static dataset *pictures(int n) {
    dataset *ds = dataset_create(2);
    for (int i = 0; i < n; i++) {
        uint8_t rgb[12];
        for (int j = 0; j < 12; j++) {
            seed = seed * 1664525u + 1013904223u;
            rgb[j] = (uint8_t)(seed >> 24);
        }
        dataset_add(ds, rgb, i % 2, PART_TRAIN, (uint32_t)i);
    }
    while (gram_step(ds, 1) > 0) {
    }
    return ds;
}

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

static void course(double *how, double alpha, int m) {
    memset(how, 0, DOCTOR_NUMBERS * sizeof *how);
    how[DOCTOR_RATE_W] = how[DOCTOR_RATE_B] = alpha / m;
    how[DOCTOR_COST] = 1.0 / m;
    how[DOCTOR_TERM] = 1.0;
}

TEST(the_courses_training_in_pieces_of_any_size) {
    const int sizes[] = {1, 2, 3, 4, 5, 33};
    for (int k = 0; k < 6; k++) {
        int m = sizes[k];
        dataset *ds = pictures(m);
        int *slots = numbers(m);
        uint8_t *y = labels(m);
        double how[DOCTOR_NUMBERS], w[12];
        course(how, 0.3, m);
        learner *l = logreg_create(ds, ENGINE_GRAM);
        CHECK(learner_train(l, 0.3, 20, 1e9) == 20 && learner_evaluate(l, 1e9) == 1);
        doctor *d = doctor_create(ds, slots, m);
        REQUIRE(d);
        while (doctor_prepare(d, DOCTOR_X_SCALED, k % 2 ? 1.0 : 1e9) > 0) {
        }
        CHECK(doctor_begin(d, how, y, 20) == 0);
        CHECK(doctor_run(d, 7, 1e9) == 8 && isnan(doctor_b(d)) && isnan(doctor_accuracy(d)));
        CHECK(doctor_w(d, w, 12) == DOCTOR_ERR_ARG);
        while (doctor_run(d, 20, 1.0) < 21) {
        }
        for (int t = 0; t <= 20; t++) CHECK_NEAR(doctor_costs(d)[t], learner_costs(l)[t], 1e-13);
        CHECK_NEAR(doctor_b(d), learner_b(l), 1e-13);
        CHECK(doctor_accuracy(d) == learner_accuracy(l, PART_TRAIN));
        CHECK(doctor_w(d, w, 12) == 0);
        doctor_free(d);
        learner_free(l);
        dataset_free(ds);
        free(slots);
        free(y);
    }
}

TEST(every_kind_of_training_stays_within_its_memory) {
    dataset *ds = pictures(9);
    int *slots = numbers(9);
    uint8_t *y = labels(9);
    double how[DOCTOR_NUMBERS], w0[12] = {1.0};
    doctor *d = doctor_create(ds, slots, 9);
    REQUIRE(d);
    for (int x = DOCTOR_X_SCALED; x <= DOCTOR_X_EACH; x++)
        for (int kind = 0; kind < 7 * 2 * 9 * 4 * 2; kind++) {
            course(how, 0.1, 9);
            how[DOCTOR_SIGMOID] = kind % 7;
            how[DOCTOR_DZ] = kind / 7 % 2;
            how[DOCTOR_LOSS] = kind / 14 % 9;
            how[DOCTOR_ORDER] = kind / 126 % 4;
            how[DOCTOR_SINGLE] = kind < 504 ? 0.0 : 1.0;
            how[DOCTOR_CARRY] = kind % 3 * 0.5;
            how[DOCTOR_EPSILON] = kind % 5 ? 0.0 : 1e-8;
            how[DOCTOR_CLIP] = kind % 4 ? 0.0 : 1e-7;
            how[DOCTOR_OWN] = kind % 2;
            while (doctor_prepare(d, x, 50.0) > 0) {
            }
            CHECK(doctor_start(d, w0) == (x <= DOCTOR_X_BYTES ? 0 : DOCTOR_ERR_ARG));
            CHECK(doctor_begin(d, how, y, 6) == 0);
            while (doctor_run(d, 6, 1.0) < 7) {
            }
        }
    doctor_free(d);
    dataset_free(ds);
    free(slots);
    free(y);
}

TEST(a_doctor_refuses_what_is_none) {
    dataset *ds = pictures(4);
    int *slots = numbers(4), none[] = {0, 4};
    uint8_t *y = labels(4), two[] = {0, 1, 2, 0};
    double how[DOCTOR_NUMBERS], w[12];
    course(how, 0.1, 4);
    CHECK(!doctor_create(NULL, slots, 4) && !doctor_create(ds, NULL, 4));
    CHECK(!doctor_create(ds, slots, 0) && !doctor_create(ds, slots, INT32_MAX));
    CHECK(!doctor_create(ds, none, 2));
    doctor *d = doctor_create(ds, slots, 4);
    REQUIRE(d);
    CHECK(doctor_begin(d, how, y, 3) == DOCTOR_ERR_ARG); /* no K */
    CHECK(doctor_start(d, NULL) == DOCTOR_ERR_ARG && !doctor_costs(d));
    CHECK(doctor_run(d, 3, 1e9) == DOCTOR_ERR_ARG);
    CHECK(doctor_prepare(d, -1, 1e9) == DOCTOR_ERR_ARG);
    CHECK(doctor_prepare(d, DOCTOR_X_EACH + 1, 1e9) == DOCTOR_ERR_ARG);
    CHECK(doctor_prepare(NULL, 0, 1e9) == DOCTOR_ERR_ARG);
    CHECK(doctor_prepare(d, DOCTOR_X_SCALED, 1e9) == 0);
    CHECK(doctor_begin(d, how, two, 3) == DOCTOR_ERR_ARG);
    CHECK(doctor_begin(d, NULL, y, 3) == DOCTOR_ERR_ARG);
    CHECK(doctor_begin(d, how, y, -1) == DOCTOR_ERR_ARG);
    CHECK(doctor_begin(d, how, y, LEARNER_MAX_ITERATIONS + 1) == DOCTOR_ERR_ARG);
    for (int k = 0; k < DOCTOR_NUMBERS; k++) {
        double kept = how[k];
        how[k] = NAN;
        CHECK(doctor_begin(d, how, y, 3) == DOCTOR_ERR_ARG);
        how[k] = kept;
    }
    const double kinds[] = {DOCTOR_SIGMOID_B_OUTSIDE, DOCTOR_DZ_SQUARED, DOCTOR_LOSS_LOG_A,
                            DOCTOR_ORDER_COLUMN};
    for (int k = DOCTOR_SIGMOID; k <= DOCTOR_ORDER; k++) {
        const double bad[] = {-1.0, 0.5, kinds[k - DOCTOR_SIGMOID] + 1.0};
        for (int i = 0; i < 3; i++) {
            how[k] = bad[i];
            CHECK(doctor_begin(d, how, y, 3) == DOCTOR_ERR_ARG);
        }
        how[k] = 0.0;
    }
    how[DOCTOR_EPSILON] = -1e-8;
    CHECK(doctor_begin(d, how, y, 3) == DOCTOR_ERR_ARG);
    how[DOCTOR_EPSILON] = 0.0;
    how[DOCTOR_CLIP] = 0.5;
    CHECK(doctor_begin(d, how, y, 3) == DOCTOR_ERR_ARG);
    how[DOCTOR_CLIP] = 0.0;
    CHECK(doctor_begin(d, how, y, 3) == 0 && doctor_run(d, 3, 1e9) == 4);
    CHECK(doctor_w(d, w, 13) == DOCTOR_ERR_ARG && doctor_w(d, NULL, 1) == DOCTOR_ERR_ARG);
    CHECK(doctor_w(d, w, -1) == DOCTOR_ERR_ARG && doctor_w(d, w, 0) == 0);
    CHECK(!doctor_costs(NULL) && isnan(doctor_b(NULL)) && isnan(doctor_accuracy(NULL)));
    CHECK(doctor_bytes(4, 12) > 4 * 4 * 8 && doctor_bytes(-1, -1) == 0.0);
    doctor_free(d);
    doctor_free(NULL);
    dataset_free(ds);
    free(slots);
    free(y);
}

TEST(a_doctor_for_which_memory_is_short) {
    dataset *ds = pictures(5);
    int *slots = numbers(5);
    uint8_t *y = labels(5);
    double how[DOCTOR_NUMBERS];
    course(how, 0.1, 5);
    doctor *d = NULL;
    int count = 0;
    for (; !d && count < 50; count++) {
        scarce_after(count);
        d = doctor_create(ds, slots, 5);
    }
    CHECK(d && count > 3);
    scarce_after(-1);
    CHECK(doctor_prepare(d, DOCTOR_X_SCALED, 1e9) == 0);
    scarce_after(0);
    CHECK(doctor_begin(d, how, y, 30) == DOCTOR_ERR_MEMORY && !doctor_costs(d));
    scarce_after(-1);
    CHECK(doctor_begin(d, how, y, 30) == 0 && doctor_run(d, 30, 1e9) == 31);
    doctor_free(d);
    dataset_free(ds);
    free(slots);
    free(y);
}
