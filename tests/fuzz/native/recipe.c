/* recipe.c: see recipe.h. */
#include "recipe.h"
#include "gram.h"
#include "layer.h"
#include "logreg.h"
#include <string.h>

learner *make(const recipe *how) {
    if (how->kind < 3) return logreg_create(how->ds, how->kind);
    if (how->kind < 5)
        return network_create(how->ds, how->hidden, how->n_hidden, how->kind - 2, how->batch,
                              how->seed);
    return network_create_table(how->x, how->y, how->m, how->n_x, how->hidden, how->n_hidden,
                                how->activation, how->batch, how->seed);
}

static void read_pictures(recipe *how, reader *r) {
    int n_px = take_int(r, 1, 4), count = take_int(r, 1, MOST_M);
    uint8_t x[MOST_N_X];
    how->ds = dataset_create(n_px);
    how->n_x = 3 * n_px * n_px;
    for (int i = 0; i < count; i++) {
        int kind = take_int(r, 0, 7);
        take_bytes(r, x, how->n_x);
        int part = i > 0 && kind / 2 == 3 ? PART_TEST : PART_TRAIN;
        dataset_add(how->ds, x, kind % 2, part, (uint32_t)i);
        if (kind == 2) dataset_remove(how->ds, take_int(r, 1, MOST_M)); /* slots with gaps */
    }
    while (gram_step(how->ds, 9) > 0) {
    }
}

static void read_table(recipe *how, reader *r) {
    how->m = take_int(r, 1, 8);
    how->n_x = take_int(r, 1, 5);
    how->activation = take_int(r, ACTIVATION_LINEAR, ACTIVATION_SIGMOID);
    for (int k = 0; k < how->m * how->n_x; k++) how->x[k] = take_small(r);
    for (int k = 0; k < how->m; k++) how->y[k] = take_int(r, 0, 4) / 4.0;
}

void read_recipe(recipe *how, reader *r) {
    memset(how, 0, sizeof *how);
    how->kind = take_int(r, 0, 5);
    how->n_hidden = take_int(r, 0, NETWORK_MAX_HIDDEN);
    for (int k = 0; k < how->n_hidden; k++) how->hidden[k] = take_int(r, 1, 6);
    how->batch = take_int(r, 0, 5);
    how->seed = take(r, 1);
    if (how->kind < 5)
        read_pictures(how, r);
    else
        read_table(how, r);
}
