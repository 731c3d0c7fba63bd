/* logreg_loop.c -- the course's pseudo-code: for each example, for each feature, one number after
 * the other in float64. Deliberately not vectorised: it is what the other two engines are compared
 * with. */
#include "logreg_impl.h"
#include "sigmoid.h"
#include <string.h>

static size_t state_bytes(const logreg *lr) { return ((size_t)lr->n_x + 1) * sizeof(double); }

static double bytes(const dataset *ds, int m, int m_test) {
    (void)m, (void)m_test;
    return 2.0 * dataset_n_x(ds) * sizeof(double);
}

static double row_madds(const logreg *lr, int part) {
    return part == PART_TRAIN ? 2.0 * lr->n_x : lr->n_x;
}

static int prepare(logreg *lr) {
    lr->work = descent_take((uint64_t)lr->n_x, sizeof(double)); /* dw */
    return lr->work ? 0 : LOGREG_ERR_MEMORY;
}

static void begin(logreg *lr) {
    memset(lr->work, 0, (size_t)lr->n_x * sizeof(double));
    lr->loss_sum = 0.0;
}

static void rows(logreg *lr, int from, int to) {
    const double *w = lr->state, b = w[lr->n_x];
    double *dw = lr->work;
    for (int i = from; i < to; i++) {
        const uint8_t *x = dataset_x(lr->ds, lr->slots[i]);
        double z = 0.0;
#pragma clang loop vectorize(disable) interleave(disable)
        for (int j = 0; j < lr->n_x; j++) z += w[j] * x[j];
        lr->z[i] = z / 255.0 + b;
        if (i >= lr->m) continue;
        lr->loss_sum += forward_loss_f64(&lr->a[i], &lr->dz[i], &lr->z[i], &lr->y[i], 1);
        double dz = lr->dz[i];
#pragma clang loop vectorize(disable) interleave(disable)
        for (int j = 0; j < lr->n_x; j++) dw[j] += x[j] * dz;
    }
}

static void finish(logreg *lr) { (void)lr; }

static void update(logreg *lr, double alpha) {
    double *w = lr->state, db = 0.0;
    const double *dw = lr->work;
    for (int i = 0; i < lr->m; i++) db += lr->dz[i];
    for (int j = 0; j < lr->n_x; j++) w[j] -= alpha * (dw[j] / 255.0 / lr->m);
    w[lr->n_x] -= alpha * (db / lr->m);
}

static void weights(logreg *lr, double *w) { memcpy(w, lr->state, (size_t)lr->n_x * sizeof *w); }

const logreg_engine engine_loop = {prepare, begin,       rows,      finish, update,
                                   weights, state_bytes, row_madds, bytes};
