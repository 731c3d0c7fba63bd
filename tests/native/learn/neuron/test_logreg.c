/* test_logreg.c: memory of the three engines: sizes that fill no vector, calls cut short, the past,
 * and freeing at any moment. */
#include "check.h"
#include "gram.h"
#include "logreg.h"
#include <stdlib.h>

static dataset *random_dataset(int n_px, int m, int m_test) {
    dataset *ds = dataset_create(n_px);
    size_t n_x = (size_t)dataset_n_x(ds);
    uint8_t *rgb = malloc(n_x);
    uint32_t seed = 1;
    for (int i = 0; i < m + m_test; i++) {
        for (size_t j = 0; j < n_x; j++) {
            seed = seed * 1664525u + 1013904223u;
            rgb[j] = (uint8_t)(seed >> 24);
        }
        dataset_add(ds, rgb, i % 2, i < m ? PART_TRAIN : PART_TEST, (uint32_t)i);
    }
    free(rgb);
    while (gram_step(ds, 9) > 0) {
    }
    return ds;
}

static void use(learner *lr, const dataset *ds, double max_madds) {
    for (int calls = 0; learner_iteration(lr) < 30 && calls < 5000; calls++)
        CHECK(learner_train(lr, 0.05, 7, max_madds) >= 0);
    while (learner_evaluate(lr, max_madds) == 0) {
    }
    double out[4];
    CHECK(isfinite(learner_costs(lr)[learner_end(lr)]));
    CHECK(isfinite(learner_losses(lr)[learner_m(lr) + learner_m_test(lr) - 1]));
    learner_predict(lr, dataset_x(ds, 0), 1, out);
    CHECK_NEAR(out[1], learner_z(lr)[0], 1e-4);
    CHECK(logreg_w(lr)[dataset_n_x(ds) - 1] == logreg_w(lr)[dataset_n_x(ds) - 1]);
    CHECK(learner_seek(lr, 3) == 0);
    CHECK(learner_train(lr, 0.1, 1, 1) >= 0); /* a pass begun and left */
    CHECK(learner_seek(lr, 0) == 0);
    learner_reset(lr);
}

TEST(engines_stay_inside_their_rows) {
    const int sizes[][3] = {{1, 1, 0}, {1, 2, 1}, {2, 3, 5}, {5, 4, 1}, {5, 5, 4}, {3, 9, 7}};
    for (int engine = ENGINE_LOOP; engine <= ENGINE_GRAM; engine++) {
        for (int k = 0; k < 6; k++) {
            dataset *ds = random_dataset(sizes[k][0], sizes[k][1], sizes[k][2]);
            learner *lr = logreg_create(ds, engine);
            REQUIRE(lr);
            CHECK(logreg_bytes(ds, engine) > 0);
            use(lr, ds, 1e9);
            use(lr, ds, 1);
            use(lr, ds, learner_madds(lr) * 0.6);
            learner_free(lr);
            dataset_free(ds);
        }
    }
}

TEST(engines_survive_nonsense) {
    dataset *ds = random_dataset(2, 6, 2);
    CHECK(!logreg_create(NULL, ENGINE_LOOP));
    CHECK(!logreg_create(ds, -1));
    CHECK(!logreg_create(ds, 3));
    CHECK(isnan(logreg_bytes(ds, 3)));
    CHECK(learner_train(NULL, 1, 1, 1) == LEARNER_ERR_ARG);
    CHECK(learner_evaluate(NULL, 1) == LEARNER_ERR_ARG);
    CHECK(learner_seek(NULL, 0) == LEARNER_ERR_ARG);
    learner_reset(NULL);
    learner_free(NULL);
    for (int engine = ENGINE_LOOP; engine <= ENGINE_GRAM; engine++) {
        learner *lr = logreg_create(ds, engine);
        CHECK(learner_train(lr, NAN, 1, 1) == LEARNER_ERR_ARG);
        CHECK(learner_train(lr, 1, -1, 1) == LEARNER_ERR_ARG);
        CHECK(learner_seek(lr, 1) == LEARNER_ERR_ARG);
        const double budgets[] = {-1e300, -1, -INFINITY, NAN, INFINITY};
        for (int k = 0; k < 5; k++) CHECK(learner_train(lr, 0.1, 2, budgets[k]) >= 0);
        for (int k = 0; k < 5; k++) CHECK(learner_evaluate(lr, budgets[k]) >= 0);
        CHECK(isnan(learner_accuracy(lr, PART_NONE)) && isnan(learner_accuracy(lr, -1)));
        double out[4];
        CHECK(learner_predict(lr, NULL, 0, out) == LEARNER_ERR_ARG);
        CHECK(learner_predict(NULL, dataset_x(ds, 0), 0, out) == LEARNER_ERR_ARG);
        learner_free(lr);
    }
    dataset_free(ds);
}

TEST(engines_leave_float_range_without_undefined_behaviour) {
    dataset *ds = random_dataset(3, 7, 3);
    for (int engine = ENGINE_LOOP; engine <= ENGINE_GRAM; engine++) {
        learner *lr = logreg_create(ds, engine);
        int code = 0;
        for (int k = 0; k < 100 && code >= 0; k++) code = learner_train(lr, 1e308, 10, 1e9);
        CHECK(code == LEARNER_ERR_DIVERGED);
        learner_losses(lr);
        logreg_w(lr);
        CHECK(learner_seek(lr, 0) == 0);
        CHECK(learner_train(lr, 0.1, 5, 1e9) == 5);
        learner_free(lr);
    }
    dataset_free(ds);
}

TEST(a_training_of_thousands_of_iterations_frees_all_of_its_past) {
    dataset *ds = random_dataset(1, 3, 1);
    learner *lr = logreg_create(ds, ENGINE_GRAM);
    CHECK(learner_train(lr, 0.1, 70000, 1e12) == 70000); /* more than the history holds */
    CHECK(learner_seek(lr, 65537) == 0);
    CHECK(learner_train(lr, 0.2, 10, 1e9) == 10);
    CHECK(learner_end(lr) == 65547);
    learner_free(lr);
    dataset_free(ds);
}
