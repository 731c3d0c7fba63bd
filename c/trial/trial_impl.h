/* trial_impl.h -- what trial.c and trial_pass.c share. Lanes lie side by side, so that matmul_f64
 * loads a number of K once for four of them. */
#ifndef TRIAL_IMPL_H
#define TRIAL_IMPL_H

#include "trial.h"

enum { LANES = TRIALS_MAX_LANES, TILE = 4, ROWS = 32, PARTS = 2 };

typedef struct {
    int chosen[PARTS]; /* rows, counted as often as they were chosen */
    int last;          /* the last row to train on, + 1 */
    int running, ended, t, iterations;
    double alpha;
    double *costs; /* (2, iterations + 1), or NULL */
    double result[TRIAL_RESULTS];
} lane;

struct trials {
    const dataset *ds;
    int n;
    int *slots;                         /* (n) */
    double *k;                          /* (n, n) */
    int copied;                         /* rows of K that are in k */
    int row;                            /* rows of the current pass already done */
    double *ones[PARTS], *times[PARTS]; /* (n, LANES): c1 and c of either part */
    double *alpha_hat, *z, *a;          /* (n, LANES) */
    double *ended_z;                    /* (LANES, n) */
    double *lane_z, *lane_y, *losses;   /* (n) of the lane that is measured */
    double b[LANES];
    lane lanes[LANES];
};

/* Lanes that are multiplied: up to the last that runs, a whole number of tiles. */
int trials_width(const trials *t);

/* Rows that any lane trains on lie before this one. */
int trials_trained(const trials *t);

/* Rows of which z is needed now. */
int trials_needed(const trials *t);

/* z and a of rows from .. to-1. */
void trials_forward(trials *t, int from, int to);

/* The pass is complete: what is to be measured is, and every lane that runs gets its next state.
 * Returns how many lanes have ended with it. */
int trials_finish(trials *t);

#endif
