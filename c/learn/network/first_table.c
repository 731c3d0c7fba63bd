/* first_table.c -- layer 1 on a table of float64 numbers: like any other layer, a_prev being x.
 * work: x (m, n_x), then dW (n_x, n[1]); dW is the mean once the gradient is complete. */
#include "finite.h"
#include "matmul.h"
#include "network_impl.h"
#include <string.h>

static uint64_t weights(const network *nn) { return (uint64_t)nn->n[0] * (uint64_t)nn->n[1]; }

static const double *row_of(const network *nn, int i) {
    return (const double *)nn->work + (ptrdiff_t)i * nn->n[0];
}

static double *dw_of(const network *nn) {
    return (double *)nn->work + (ptrdiff_t)nn->base.m * nn->n[0];
}

static uint64_t state_bytes(const network *nn) { return weights(nn) * sizeof(double); }

static uint64_t work_bytes(const network *nn) {
    return ((uint64_t)nn->base.m * (uint64_t)nn->n[0] + weights(nn)) * sizeof(double);
}

static int prepare(network *nn) {
    nn->work = descent_take(work_bytes(nn), 1);
    return nn->work ? 0 : LEARNER_ERR_MEMORY;
}

static void start(const network *nn, void *w) {
    double *values = w;
    for (int k = 0; k < nn->n[0] && nn->layers > 1; k++)
        for (int u = 0; u < nn->n[1]; u++)
            values[(ptrdiff_t)k * nn->n[1] + u] = network_he(nn, 1, k, u);
}

static void forward(network *nn, const void *w, const int *which, int count, double *z) {
    int n = nn->n[1];
    memset(z, 0, (size_t)count * (size_t)n * sizeof *z);
    for (int i = 0; i < count; i++)
        matmul_f64(z + (ptrdiff_t)i * n, n, row_of(nn, which[i]), nn->n[0], 1, w, n, 1, n,
                   nn->n[0]);
}

static void clear(network *nn) { memset(dw_of(nn), 0, (size_t)state_bytes(nn)); }

static void backward(network *nn, const int *which, int count, const double *dz) {
    int n = nn->n[1];
    for (int i = 0; i < count; i++)
        matmul_f64(dw_of(nn), n, row_of(nn, which[i]), 1, nn->n[0], dz + (ptrdiff_t)i * n, n,
                   nn->n[0], n, 1);
}

static void mean(network *nn, int count) {
    for (uint64_t k = 0; k < weights(nn); k++) dw_of(nn)[k] /= count;
}

static void update(network *nn, void *w, const int *which, int count, double alpha) {
    (void)which;
    (void)count;
    double *values = w;
    for (uint64_t k = 0; k < weights(nn); k++) values[k] -= alpha * dw_of(nn)[k];
}

static int finite(const network *nn, const void *w) { return finite_f64(w, (size_t)weights(nn)); }

static double row_madds(const network *nn, int is_backward) {
    (void)is_backward;
    return (double)weights(nn);
}

static void unit_w(network *nn, int unit, double *w) {
    const double *values = nn->base.state;
    for (int k = 0; k < nn->n[0]; k++) w[k] = values[(ptrdiff_t)k * nn->n[1] + unit];
}

static void look(network *nn, const void *x, double *z) {
    memset(z, 0, (size_t)nn->n[1] * sizeof *z);
    matmul_f64(z, nn->n[1], x, nn->n[0], 1, nn->base.state, nn->n[1], 1, nn->n[1], nn->n[0]);
}

const first_layer first_table = {
    .engine = ENGINE_LOOP, /* one row after the other */
    .state_bytes = state_bytes,
    .work_bytes = work_bytes,
    .prepare = prepare,
    .start = start,
    .forward = forward,
    .clear = clear,
    .backward = backward,
    .mean = mean,
    .update = update,
    .finite = finite,
    .row_madds = row_madds,
    .unit_w = unit_w,
    .look = look,
};
