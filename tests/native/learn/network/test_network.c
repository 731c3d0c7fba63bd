/* test_network.c: memory of networks, on pictures and on tables, through everything that they do.
 */
#include "check.h"
#include "gram.h"
#include "layer.h"
#include "network.h"
#include <stdlib.h>

static dataset *pictures(int n_px, int m, int m_test) {
    dataset *ds = dataset_create(n_px);
    int n_x = 3 * n_px * n_px;
    uint8_t *x = malloc((size_t)n_x);
    for (int i = 0; i < m + m_test; i++) {
        for (int j = 0; j < n_x; j++) x[j] = (uint8_t)(i * 37 + j * (i % 2 ? 11 : 5));
        dataset_add(ds, x, i % 2, i < m ? PART_TRAIN : PART_TEST, (uint32_t)i);
    }
    free(x);
    while (gram_step(ds, 100) > 0) {
    }
    return ds;
}

static void live(learner *nn, int t) {
    for (int k = 0; k < t; k++) learner_train(nn, 0.05, 1, k % 2 ? 500.0 : 1e9);
    while (learner_iteration(nn) < t) learner_train(nn, 0.05, t - learner_iteration(nn), 1e4);
    while (!learner_evaluate(nn, 300.0)) {
    }
    CHECK(isfinite(learner_costs(nn)[learner_iteration(nn)]));
    if (network_layers(nn) > 1) {
        network_remove(nn, 1, 0, 1);
        network_remove(nn, network_layers(nn) - 1, network_n(nn, network_layers(nn) - 1) - 1, 1);
    }
    while (!learner_evaluate(nn, 1e4)) {
    }
    learner_seek(nn, t / 2);
    learner_train(nn, 0.02, 2, 1e9);
    double *w = malloc((size_t)network_n(nn, 0) * sizeof *w);
    for (int u = 0; u < network_n(nn, 1); u++) CHECK(network_unit_w(nn, u, w) == 0);
    CHECK(network_unit_w(nn, network_n(nn, 1), w) == LEARNER_ERR_ARG);
    free(w);
    for (int l = 1; l <= network_layers(nn); l++) network_look_adds(nn, l);
    learner_reset(nn);
    CHECK(learner_end(nn) == 0);
}

TEST(networks_on_pictures_live_and_leave_nothing) {
    const int shapes[][4] = {{0}, {1, 1}, {1, 5}, {2, 3, 9}, {3, 17, 4, 2}};
    for (int engine = ENGINE_VECTORIZED; engine <= ENGINE_GRAM; engine++)
        for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++)
            for (int batch = 0; batch <= 7; batch += 7)
                for (int n_px = 1; n_px <= 14; n_px += 13) { /* 588 features: more than one tile */
                    dataset *ds = pictures(n_px, 67, 5);
                    learner *nn = network_create(ds, shapes[s] + 1, shapes[s][0], engine, batch, 3);
                    if (CHECK(nn != NULL)) {
                        double out[4];
                        uint8_t *x = calloc((size_t)n_px * (size_t)n_px, 3);
                        live(nn, 6);
                        for (int k = 0; k < 3; k++) {
                            x[0] = (uint8_t)k;
                            learner_predict(nn, x, 1.0, out);
                            CHECK(isfinite(out[3]));
                        }
                        free(x);
                    }
                    learner_free(nn);
                    dataset_free(ds);
                }
}

TEST(networks_on_tables_live_and_leave_nothing) {
    for (int activation = ACTIVATION_LINEAR; activation <= ACTIVATION_SIGMOID; activation++)
        for (int n_hidden = 0; n_hidden <= 3; n_hidden++) {
            const int hidden[] = {4, 3, 1};
            int m = 70, n_x = 5;
            double *x = malloc((size_t)m * (size_t)n_x * sizeof *x),
                   *y = malloc((size_t)m * sizeof *y);
            for (int i = 0; i < m * n_x; i++) x[i] = (i * 29 % 17 - 8) / 8.0;
            for (int i = 0; i < m; i++) y[i] = i % 2;
            learner *nn =
                network_create_table(x, y, m, n_x, hidden, n_hidden, activation, n_hidden, 9);
            if (CHECK(nn != NULL)) {
                double out[4];
                live(nn, 5);
                network_predict_row(nn, x, 1.0, out);
                double *w = calloc((size_t)n_x * (size_t)network_n(nn, 1), sizeof *w);
                CHECK(network_set_layer(nn, 1, w, w) == 0);
                CHECK(network_set_layer(nn, network_layers(nn) + 1, w, w) == LEARNER_ERR_ARG);
                free(w);
            }
            learner_free(nn);
            free(x);
            free(y);
        }
}

TEST(networks_that_cannot_be_are_refused) {
    const int good[] = {4}, none[] = {0}, wide[] = {257}, deep[] = {1, 1, 1, 1};
    const double one = 1.0;
    dataset *ds = pictures(2, 4, 0);
    dataset *empty = dataset_create(2);
    CHECK(network_create(NULL, good, 1, ENGINE_GRAM, 0, 1) == NULL);
    CHECK(network_create(empty, good, 1, ENGINE_VECTORIZED, 0, 1) == NULL);
    CHECK(network_create(ds, none, 1, ENGINE_GRAM, 0, 1) == NULL);
    CHECK(network_create(ds, wide, 1, ENGINE_GRAM, 0, 1) == NULL);
    CHECK(network_create(ds, deep, 4, ENGINE_GRAM, 0, 1) == NULL);
    CHECK(network_create(ds, NULL, 1, ENGINE_GRAM, 0, 1) == NULL);
    CHECK(network_create(ds, good, -1, ENGINE_GRAM, 0, 1) == NULL);
    CHECK(network_create(ds, good, 1, ENGINE_LOOP, 0, 1) == NULL);
    CHECK(network_create_table(&one, &one, 1 << 30, 1 << 30, good, 1, 0, 0, 1) == NULL);
    CHECK(network_create_table(&one, &one, 1, 0, good, 1, 0, 0, 1) == NULL);
    CHECK(network_create_table(&one, &one, 1, 1, good, 1, 3, 0, 1) == NULL);
    CHECK(isnan(network_bytes(ds, wide, 1, ENGINE_GRAM)));
    CHECK(isnan(network_bytes(NULL, good, 1, ENGINE_GRAM)));
    CHECK(learner_train(NULL, 0.1, 1, 1.0) == LEARNER_ERR_ARG);
    learner_free(NULL);
    dataset_free(ds);
    dataset_free(empty);
}

TEST(the_state_of_layer_1_of_pictures_is_w_or_the_coefficients) {
    const int hidden[] = {3, 2};
    dataset *ds = pictures(2, 5, 1);
    learner *direct = network_create(ds, hidden, 2, ENGINE_VECTORIZED, 0, 7);
    learner *gram = network_create(ds, hidden, 2, ENGINE_GRAM, 0, 7);
    learner_train(direct, 0.05, 3, 1e9);
    const float *w = network_state(direct);
    const double *a = network_state(gram);
    double unit[12];
    for (int u = 0; u < 3; u++) {
        CHECK(network_unit_w(direct, u, unit) == 0);
        for (int k = 0; k < 12; k++) CHECK(unit[k] == w[3 * k + u]);
    }
    for (int k = 0; k < 5 * 3; k++) CHECK(a[k] == 0.0); /* nothing was learned yet */
    const double x[] = {0.5, 1.0}, y[] = {0.0, 1.0};
    learner *table = network_create_table(x, y, 2, 1, hidden, 1, ACTIVATION_SIGMOID, 0, 1);
    CHECK(network_state(table) == NULL && network_state(NULL) == NULL);
    learner_free(direct), learner_free(gram), learner_free(table);
    dataset_free(ds);
}
