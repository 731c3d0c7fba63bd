/* trial.h -- many trainings of the neuron at once, each on a choice of the rows of K.
 *
 * From w = 0 the neuron is w = sum_i alpha_hat_i x_i (logreg.h), so a training on some of the
 * pictures needs nothing but their rows of K. K is copied once, as float64, for all trials; a trial
 * is a lane of TRIALS_LANES that run side by side, so that one pass over K serves all of them:
 *
 *     z = K alpha_hat + b          alpha_hat, b, z: (n, TRIALS_LANES)
 *     alpha_hat := alpha_hat - (alpha / m) (c a - c1)      of row i: c times chosen, c1 as y = 1
 *
 * A row chosen twice counts twice. The iterates are those of training anew on the chosen pictures,
 * up to the order of sums. Work is done in pieces, and the caller calls again; between two calls a
 * lane may be begun anew or left, and all of it freed. */
#ifndef TRIAL_H
#define TRIAL_H

#include "dataset.h"

#define TRIALS_MAX_LANES 8

enum { TRIAL_ERR_ARG = -1, TRIAL_ERR_MEMORY = -2 };

typedef struct trials trials;

/* On the pictures in these n slots, which rows are numbered by: 0 .. n - 1. Those that are trained
 * on should come first: rows behind the last of them cost nothing until a trial ends. NULL when n
 * is 0 or more than GRAM_MAX_SLOTS, a slot is free or its row of K not made, or memory is short.
 * Borrows the dataset: free it before the dataset changes. */
CORE_API trials *trials_create(const dataset *ds, const int *slots, int n);
CORE_API void trials_free(trials *t);

/* Bytes that trials_create would take for n rows. */
CORE_API double trials_bytes(int n);

/* Chooses the rows of a lane and gives each its y, 0 or 1: PART_TRAIN, those it trains on,
 * PART_TEST, those it is measured on. Replaces what was chosen and ends the lane's trial. 0, or
 * TRIAL_ERR_ARG, and nothing has changed: no such lane, part, row or y. */
CORE_API int trials_choose(trials *t, int lane, int part, const int *rows, const uint8_t *y,
                           int count);

/* The lane starts at w = 0, b = 0 and ends after so many iterations, at most
 * LEARNER_MAX_ITERATIONS. With `curve` J of every state is kept. 0, TRIAL_ERR_ARG (no row to train
 * on, alpha not above 0 or not finite), TRIAL_ERR_MEMORY (for the curve). */
CORE_API int trials_begin(trials *t, int lane, double alpha, int iterations, int curve);

/* Runs all lanes that have begun, for about max_madds multiply-adds or until one of them ends.
 * Returns how many are still running: 0 when none is. TRIAL_ERR_ARG for NULL. */
CORE_API int trials_run(trials *t, double max_madds);

/* Multiply-adds of one iteration of all lanes, as they are now. */
CORE_API double trials_madds(const trials *t);

enum {
    TRIAL_COST = 0,
    TRIAL_ACCURACY = 1,
    TRIAL_TEST_COST = 2,
    TRIAL_TEST_ACCURACY = 3,
    TRIAL_B = 4,
    TRIAL_RESULTS = 5,
};

/* Of a trial that has ended: TRIAL_RESULTS numbers, NULL before. J and accuracy as in learner.h,
 * NaN on no rows; all NaN where J or a parameter is not finite any more. Valid until the lane is
 * begun or chosen for again. */
CORE_API const double *trials_result(const trials *t, int lane);

/* z (n) of all rows, chosen or not, likewise. */
CORE_API const double *trials_z(const trials *t, int lane);

/* J on the lane's own rows of states 0 .. iterations, then likewise on its test rows; NULL unless a
 * trial with `curve` has ended. */
CORE_API const double *trials_costs(const trials *t, int lane);

#endif
