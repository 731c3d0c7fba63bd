/* descent.c -- see descent.h. */
#include "descent.h"
#include <math.h>
#include <stdlib.h>

static int grow(double **array, int room) {
    double *larger = realloc(*array, (size_t)room * sizeof(double));
    if (!larger) return -1;
    *array = larger;
    return 0;
}

int descent_reserve(descent *d, int t) {
    if (t < d->room) return 0;
    int room = d->room == 0 ? 1024 : 2 * d->room;
    while (room <= t) room *= 2;
    if (grow(&d->costs, room) != 0 || grow(&d->test_costs, room) != 0 ||
        grow(&d->alphas, room) != 0)
        return -1;
    d->room = room;
    return 0;
}

int descent_init(descent *d, size_t state_bytes) {
    *d = (descent){0};
    if (descent_reserve(d, 0) != 0) return -1;
    descent_cost_unknown(d);
    return history_init(&d->past, state_bytes);
}

void descent_free(descent *d) {
    free(d->costs);
    free(d->test_costs);
    free(d->alphas);
    history_free(&d->past);
    *d = (descent){0};
}

void descent_cost_unknown(descent *d) { d->costs[d->t] = d->test_costs[d->t] = NAN; }

void descent_forget_ahead(descent *d) {
    d->end = d->t;
    history_truncate(&d->past, d->t);
}

void descent_advance(descent *d, double alpha, const void *state) {
    descent_forget_ahead(d);
    history_offer(&d->past, d->t, state);
    d->alphas[d->t] = alpha;
    d->end = ++d->t;
    descent_cost_unknown(d);
}

void descent_restart(descent *d) {
    d->t = d->end = 0;
    history_clear(&d->past);
    descent_cost_unknown(d);
}

void *descent_take(uint64_t count, uint64_t size) {
    if (size == 0 || count > (uint64_t)INT32_MAX / size) return NULL;
    return calloc((size_t)count, (size_t)size);
}

double share_right(const double *a, const double *y, int n) {
    int right = 0;
    for (int i = 0; i < n; i++) right += (a[i] > 0.5) == (y[i] > 0.5);
    return n > 0 ? (double)right / n : NAN;
}
