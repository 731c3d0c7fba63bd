/* recipe.h: how a learner is made, so that another can be made the same. */
#ifndef RECIPE_H
#define RECIPE_H

#include "fuzz.h"
#include "network.h"

enum { MOST_M = 20, MOST_N_X = 48 };

typedef struct {
    dataset *ds;
    int kind; /* 0..2: logreg_create; 3, 4: a network on pictures; 5: on a table */
    int hidden[NETWORK_MAX_HIDDEN], n_hidden, batch, activation, m, n_x;
    uint32_t seed;
    double x[MOST_M * MOST_N_X], y[MOST_M];
} recipe;

/* Any learner, on pictures (gram complete) or on a table. */
void read_recipe(recipe *how, reader *r);
learner *make(const recipe *how);

#endif
