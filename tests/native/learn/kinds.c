/* kinds.c: see kinds.h. */
#include "kinds.h"
#include "gram.h"
#include "layer.h"
#include "logreg.h"
#include "network.h"
#include <stdlib.h>

dataset *kinds_dataset(int n_px, int m, int m_test) {
    dataset *ds = dataset_create(n_px);
    int n_x = dataset_n_x(ds);
    uint8_t *rgb = malloc((size_t)n_x);
    uint32_t seed = 7;
    for (int i = 0; i < m + m_test; i++) {
        for (int j = 0; j < n_x; j++) {
            seed = seed * 1664525u + 1013904223u;
            rgb[j] = (uint8_t)((seed >> 24) * 3 / 4 + (i % 2 ? 60 : 0));
        }
        dataset_add(ds, rgb, i % 2, i < m ? PART_TRAIN : PART_TEST, (uint32_t)i);
    }
    free(rgb);
    while (gram_step(ds, 100) > 0) {
    }
    return ds;
}

static const int HIDDEN[] = {4, 3, 2};

/* 3 engines; by 2 engines 0 .. 3 hidden layers, full batches and small ones; a table. */
int kinds_hidden(int kind) { return kind < 3 ? 0 : kind < 19 ? (kind - 3) / 2 % 4 : 2; }

static learner *on_table(void) {
    double x[9 * 2], y[9];
    for (int i = 0; i < 9; i++) {
        x[2 * i] = (i * 5 % 9 - 4) / 4.0;
        x[2 * i + 1] = (i * 7 % 9 - 4) / 4.0;
        y[i] = i % 2;
    }
    return network_create_table(x, y, 9, 2, HIDDEN, 2, ACTIVATION_SIGMOID, 4, 5);
}

learner *kinds_make(dataset *ds, int kind) {
    if (kind < 3) return logreg_create(ds, kind);
    if (kind == KINDS - 1) return on_table();
    int engine = kind < 11 ? ENGINE_VECTORIZED : ENGINE_GRAM;
    return network_create(ds, HIDDEN, kinds_hidden(kind), engine, kind % 2 ? 4 : 0, 5);
}
