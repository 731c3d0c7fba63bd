/* descent.h -- what gradient descent leaves behind by iteration: costs, learning rates and states
 * to go back to (history.h). */
#ifndef DESCENT_H
#define DESCENT_H

#include "history.h"
#include <stdint.h>

typedef struct {
    double *costs, *test_costs, *alphas; /* by iteration, `room` of each */
    int room;
    int t, end; /* the current state, and the furthest one reached */
    history past;
} descent;

/* At state 0, whose cost is not known yet. 0, or -1 when memory is short; then descent_free it. */
int descent_init(descent *d, size_t state_bytes);
void descent_free(descent *d);

/* Room for state t in the arrays by iteration: 0, or -1 when memory is short. */
int descent_reserve(descent *d, int t);

/* The costs of the current state are not known (any more). */
void descent_cost_unknown(descent *d);

/* The current state is left by an update with alpha: keeps it, and forgets what lay ahead. Room for
 * t + 1 must be reserved. */
void descent_advance(descent *d, double alpha, const void *state);

/* What lay ahead of the current state is forgotten. */
void descent_forget_ahead(descent *d);

/* At state 0 again: nothing is kept. */
void descent_restart(descent *d);

/* calloc with its size counted in 64 bits: NULL instead of a small block when it does not fit. */
void *descent_take(uint64_t count, uint64_t size);

/* Share of the n examples with (a > 0.5) == y; NaN for none. */
double share_right(const double *a, const double *y, int n);

#endif
