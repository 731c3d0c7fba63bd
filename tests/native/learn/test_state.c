/* test_state.c: the state of a learner as bytes, taken out and put back, and bytes that are no
 * state or that of another one. Values are compared in tests/unit/core/state.test.js. */
#include "check.h"
#include "gram.h"
#include "layer.h"
#include "logreg.h"
#include "network.h"
#include <stdlib.h>
#include <string.h>

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

enum { KINDS = 8 };

/* Every kind of learner: the three engines, networks by both, with mini-batches, and on a table
 * that starts as its seed says, or otherwise. */
static learner *make(dataset *ds, int kind) {
    const int hidden[] = {5, 3};
    if (kind < 3) return logreg_create(ds, kind);
    if (kind < 5) return network_create(ds, hidden, 2, kind - 2, 0, 7);
    if (kind == 5) return network_create(ds, hidden, 1, ENGINE_GRAM, 3, 7);
    const double x[] = {0.1, 0.7, 0.3, 0.2, -0.9, 0.4}, y[] = {0, 1, 1}, b[] = {0.5, 0, 0, 0, 0};
    learner *l = network_create_table(x, y, 3, 2, hidden, 2, ACTIVATION_SIGMOID, 2, 7);
    if (kind == 7) network_set_layer(l, 2, (const double[15]){0.3, -0.2}, b);
    return l;
}

static void train_to(learner *l, int t) {
    while (learner_iteration(l) < t)
        REQUIRE(learner_train(l, 0.01, t - learner_iteration(l), 1e6) >= 0);
    while (learner_evaluate(l, 1e6) == 0) {
    }
}

/* In memory of exactly that size. */
static uint8_t *taken(learner *l, int *size) {
    *size = learner_state_bytes(l);
    uint8_t *bytes = malloc((size_t)*size);
    CHECK(learner_state_get(l, bytes, *size) == 0);
    return bytes;
}

static bool same_state(learner *a, learner *b) {
    int size_a, size_b;
    uint8_t *bytes_a = taken(a, &size_a), *bytes_b = taken(b, &size_b);
    bool same = size_a == size_b && memcmp(bytes_a, bytes_b, (size_t)size_a) == 0;
    free(bytes_a);
    free(bytes_b);
    return same;
}

TEST(states_go_out_and_in_whatever_the_learner) {
    const int sizes[][3] = {{1, 2, 0}, {3, 5, 2}, {5, 67, 4}};
    for (int kind = 0; kind < KINDS; kind++)
        for (int s = 0; s < 3; s++) {
            dataset *ds = pictures(sizes[s][0], sizes[s][1], sizes[s][2]);
            learner *first = make(ds, kind), *second = make(ds, kind);
            int size;
            train_to(first, 9);
            if (kind > 2) CHECK(network_remove(first, 1, 0, 1) == 0);
            train_to(first, 12);
            uint8_t *bytes = taken(first, &size);
            train_to(second, 3); /* what it had before goes */
            CHECK(learner_state_set(second, bytes, size) == 0);
            CHECK(learner_iteration(second) == 12 && learner_end(second) == 12);
            train_to(second, 12); /* the pass, which brings J of both parts again */
            CHECK(same_state(first, second));
            train_to(first, 20);
            train_to(second, 20);
            CHECK(same_state(first, second));
            for (int t = 15; t >= 0; t -= 5) { /* before what was put back as well */
                CHECK(learner_seek(first, t) == 0 && learner_seek(second, t) == 0);
                while (!learner_evaluate(first, 300) || !learner_evaluate(second, 300)) {
                }
                CHECK(same_state(first, second));
            }
            free(bytes);
            learner_free(first);
            learner_free(second);
            dataset_free(ds);
        }
}

/* Refused, and nothing has changed. */
static void check_refused(learner *l, learner *like, const uint8_t *bytes, int size) {
    uint8_t *own = malloc(size > 0 ? (size_t)size : 1); /* not one byte more */
    memcpy(own, bytes, (size_t)size);
    CHECK(learner_state_set(l, own, size) == LEARNER_ERR_STATE);
    free(own);
    CHECK(same_state(l, like));
}

static void write_double(uint8_t *bytes, int at, double value) {
    memcpy(bytes + at, &value, sizeof value);
}

TEST(states_that_do_not_fit_are_refused_and_change_nothing) {
    dataset *ds = pictures(3, 5, 2);
    for (int kind = 0; kind < KINDS; kind++) {
        learner *l = make(ds, kind), *like = make(ds, kind);
        train_to(l, 4);
        train_to(like, 4);
        int size;
        uint8_t *bytes = taken(l, &size);
        for (int cut = 0; cut < size; cut += cut < 200 ? 1 : 7) check_refused(l, like, bytes, cut);
        uint8_t *longer = calloc(1, (size_t)size + 64);
        memcpy(longer, bytes, (size_t)size);
        check_refused(l, like, longer, size + 1);
        check_refused(l, like, longer, size + 64);
        for (int other = 0; other < KINDS; other++) {
            learner *l2 = make(ds, other);
            if (other != kind && (other < 6 || kind < 6)) check_refused(l2, l2, bytes, size);
            learner_free(l2);
        }
        /* After the header (96 bytes) come 4 alphas, then 5 of J, 5 of the test set's, the state.
         */
        const int alphas = 96, costs = alphas + 4 * 8;
        const double bad[] = {NAN, INFINITY, -INFINITY, 0.0, -1.0};
        for (int k = 0; k < 5; k++) {
            memcpy(longer, bytes, (size_t)size);
            write_double(longer, alphas + 8 * (k % 4), bad[k]);
            check_refused(l, like, longer, size);
        }
        for (int k = 0; k < 3; k++) {
            memcpy(longer, bytes, (size_t)size);
            write_double(longer, costs + 8 * k, bad[k]);
            check_refused(l, like, longer, size);
        }
        memcpy(longer, bytes, (size_t)size);
        memset(longer + costs + 2 * 5 * 8, 0xff, 8); /* NaN, as a float64 and as two float32 */
        check_refused(l, like, longer, size);
        CHECK(learner_state_set(l, bytes, size) == 0);
        free(bytes);
        free(longer);
        learner_free(l);
        learner_free(like);
    }
    dataset_free(ds);
}

/* Any bytes: where they are not refused, the learner goes on without reading or writing elsewhere.
 */
TEST(states_with_hostile_bytes_harm_nothing) {
    dataset *ds = pictures(2, 5, 1);
    uint32_t seed = 1;
    for (int kind = 0; kind < KINDS; kind++) {
        learner *l = make(ds, kind);
        train_to(l, 5);
        if (kind > 2) CHECK(network_remove(l, 1, 1, 1) == 0);
        train_to(l, 6);
        int size;
        uint8_t *bytes = taken(l, &size), *hostile = malloc((size_t)size);
        for (int round = 0; round < 3 * size; round++) {
            memcpy(hostile, bytes, (size_t)size);
            /* Each byte in turn, then words of the header and of the end, where removals are. */
            seed = seed * 1664525u + 1013904223u;
            const uint32_t words[] = {0, 1, 0x7fffffff, 0x80000000u, 0xffffffffu, seed};
            uint32_t word = words[(seed >> 8) % 6];
            if (round < size)
                hostile[round] ^= (uint8_t)(1u << (seed >> 29));
            else if (round % 2)
                memcpy(hostile + (seed >> 10) % 24 * 4, &word, 4);
            else
                memcpy(hostile + size - 4 * (int)(1 + (seed >> 10) % 5), &word, 4);
            int code = learner_state_set(l, hostile, size);
            CHECK(code == 0 || code == LEARNER_ERR_STATE);
            int end = learner_end(l);
            CHECK(learner_iteration(l) >= 0 && learner_iteration(l) <= end);
            if (code == 0) {
                learner_evaluate(l, 1e6);
                learner_seek(l, end / 2);
                learner_train(l, 0.01, 2, 1e6);
                CHECK(learner_state_set(l, bytes, size) == 0);
            }
        }
        free(bytes);
        free(hostile);
        learner_free(l);
    }
    dataset_free(ds);
}

TEST(states_of_nothing_are_refused) {
    dataset *ds = pictures(1, 2, 0);
    learner *l = logreg_create(ds, ENGINE_GRAM);
    uint8_t bytes[1024] = {0};
    int size = learner_state_bytes(l);
    CHECK(learner_state_bytes(NULL) == LEARNER_ERR_ARG);
    CHECK(learner_state_get(NULL, bytes, size) == LEARNER_ERR_ARG);
    CHECK(learner_state_get(l, NULL, size) == LEARNER_ERR_ARG);
    CHECK(learner_state_get(l, bytes, size - 1) == LEARNER_ERR_ARG);
    CHECK(learner_state_get(l, bytes, size + 1) == LEARNER_ERR_ARG);
    CHECK(learner_state_set(NULL, bytes, size) == LEARNER_ERR_ARG);
    CHECK(learner_state_set(l, NULL, size) == LEARNER_ERR_ARG);
    CHECK(learner_state_set(l, bytes, -1) == LEARNER_ERR_STATE);
    CHECK(learner_state_set(l, bytes, 0) == LEARNER_ERR_STATE);
    CHECK(network_layers(l) == LEARNER_ERR_ARG);
    CHECK(network_w(l, 1) == NULL && network_b(l, 1) == NULL);
    CHECK(network_remove(l, 1, 0, 1) == LEARNER_ERR_ARG);
    learner_free(l);
    dataset_free(ds);
}
