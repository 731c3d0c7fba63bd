/* logreg_loop.c -- the course's pseudo-code: for each example, for each feature, one number after
 * the other in float64. Deliberately not vectorised: it is what the other two engines are compared
 * with. */
#include "finite.h"
#include "logreg_impl.h"
#include "sigmoid.h"
#include <string.h>

static size_t state_bytes(const logreg *lr) { return ((size_t)lr->n_x + 1) * sizeof(double); }

static double bytes(const dataset *ds, int m, int m_test) {
    (void)m, (void)m_test;
    return 3.0 * dataset_n_x(ds) * sizeof(double);
}

static double row_madds(const logreg *lr, int part) {
    return part == PART_TRAIN ? 2.0 * lr->n_x : lr->n_x;
}

static int prepare(logreg *lr) {
    lr->work = descent_take((uint64_t)lr->n_x, sizeof(double)); /* dw */
    return lr->work ? 0 : LEARNER_ERR_MEMORY;
}

static void begin(logreg *lr) {
    memset(lr->work, 0, (size_t)lr->n_x * sizeof(double));
    lr->loss_sum = 0.0;
}

static void rows(logreg *lr, int from, int to) {
    const double *w = lr->base.state, b = w[lr->n_x];
    double *dw = lr->work;
    for (int i = from; i < to; i++) {
        const uint8_t *x = dataset_x(lr->base.ds, lr->base.slots[i]);
        double z = 0.0;
#pragma clang loop vectorize(disable) interleave(disable)
        for (int j = 0; j < lr->n_x; j++) z += w[j] * x[j];
        lr->base.z[i] = z / 255.0 + b;
        if (i >= lr->base.m) continue;
        lr->loss_sum +=
            forward_loss_f64(&lr->base.a[i], &lr->dz[i], &lr->base.z[i], &lr->base.y[i], 1);
        double dz = lr->dz[i];
#pragma clang loop vectorize(disable) interleave(disable)
        for (int j = 0; j < lr->n_x; j++) dw[j] += x[j] * dz;
    }
}

static void update(const logreg *lr, void *state, double alpha) {
    double *w = state, db = 0.0;
    const double *dw = lr->work;
    for (int i = 0; i < lr->base.m; i++) db += lr->dz[i];
    for (int j = 0; j < lr->n_x; j++) w[j] -= alpha * (dw[j] / 255.0 / lr->base.m);
    w[lr->n_x] -= alpha * (db / lr->base.m);
}

static void weights(const logreg *lr, double *w) {
    memcpy(w, lr->base.state, (size_t)lr->n_x * sizeof *w);
}

static double b(const logreg *lr) { return ((const double *)lr->base.state)[lr->n_x]; }

static int finite(const logreg *lr, const void *state) {
    return finite_f64(state, (size_t)lr->n_x + 1);
}

const logreg_engine engine_loop = {
    .number = ENGINE_LOOP,
    .prepare = prepare,
    .begin = begin,
    .rows = rows,
    .update = update,
    .weights = weights,
    .b = b,
    .finite = finite,
    .state_bytes = state_bytes,
    .row_madds = row_madds,
    .bytes = bytes,
};
