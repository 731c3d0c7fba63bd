/* logreg_gram.c -- descent on m + 1 numbers instead of n_x + 1. From w = 0 every update adds a
 * combination of the pictures, so w = sum_i alpha_hat_i x_i for all time, and with K = X'X
 *
 *     z = K alpha_hat + b      alpha_hat := alpha_hat - (alpha / m) dz      b := b - alpha db
 *
 * are the same iterates. (The kernel form of logistic regression with the linear kernel.) K is
 * copied from the dataset's exact integers to float64, training examples as columns, all examples
 * as rows in panels for matvec_f64; the features' 1/255 is applied to the sums as 1/255^2. */
#include "finite.h"
#include "gram.h"
#include "kernels.h"
#include "logreg_impl.h"
#include "sigmoid.h"
#include <string.h>

static size_t state_bytes(const logreg *lr) { return ((size_t)lr->base.m + 1) * sizeof(double); }

static double bytes(const dataset *ds, int m, int m_test) {
    (void)ds;
    return ((double)m + m_test + MATVEC_PANEL) * m * sizeof(double);
}

static double row_madds(const logreg *lr, int part) {
    (void)part;
    return lr->base.m;
}

/* The panel that row i is in. */
static double *panel_of(const logreg *lr, int i) {
    return (double *)lr->work + (size_t)(i / MATVEC_PANEL * MATVEC_PANEL) * (size_t)lr->base.m;
}

static int prepare(logreg *lr) {
    int count = lr->base.m + lr->base.m_test;
    lr->work = descent_take((uint64_t)count + MATVEC_PANEL, (uint64_t)lr->base.m * sizeof(double));
    return lr->work ? 0 : LEARNER_ERR_MEMORY;
}

/* Copies the rows of K up to row `to`, those that are not there yet: with the first pass, so that
 * no call has to copy all of K. */
static void copy_rows(logreg *lr, int to) {
    const int *slots = lr->base.slots;
    for (; lr->copied < to; lr->copied++) {
        double *k = panel_of(lr, lr->copied) + lr->copied % MATVEC_PANEL;
        for (int j = 0; j < lr->base.m; j++)
            k[(size_t)j * MATVEC_PANEL] = gram_at(lr->base.ds, slots[lr->copied], slots[j]);
    }
}

static void begin(logreg *lr) { (void)lr; }

/* A panel may hold rows of both parts, or of two pieces: it is computed for each, as far as it is
 * copied. */
static void rows(logreg *lr, int from, int to) {
    const double *alpha_hat = lr->base.state;
    double b = alpha_hat[lr->base.m];
    copy_rows(lr, to);
    for (int i = from; i < to;) {
        double z[MATVEC_PANEL];
        matvec_f64(z, panel_of(lr, i), alpha_hat, 1, lr->base.m);
        do lr->base.z[i] = z[i % MATVEC_PANEL] / (255.0 * 255.0) + b;
        while (++i < to && i % MATVEC_PANEL != 0);
    }
}

static void finish(logreg *lr) {
    lr->loss_sum = forward_loss_f64(lr->base.a, lr->dz, lr->base.z, lr->base.y, lr->base.m);
}

static void update(const logreg *lr, void *state, double alpha) {
    double *alpha_hat = state, db = 0.0;
    for (int i = 0; i < lr->base.m; i++) db += lr->dz[i];
    axpy_f64(alpha_hat, -alpha / lr->base.m, lr->dz, lr->base.m);
    alpha_hat[lr->base.m] -= alpha * (db / lr->base.m);
}

static void weights(const logreg *lr, double *w) {
    const double *alpha_hat = lr->base.state;
    memset(w, 0, (size_t)lr->n_x * sizeof *w);
    for (int i = 0; i < lr->base.m; i++)
        axpy_u8_f64(w, alpha_hat[i] / 255.0, dataset_x(lr->base.ds, lr->base.slots[i]), lr->n_x);
}

static double b(const logreg *lr) { return ((const double *)lr->base.state)[lr->base.m]; }

static int finite(const logreg *lr, const void *state) {
    return finite_f64(state, (size_t)lr->base.m + 1);
}

const logreg_engine engine_gram = {
    .number = ENGINE_GRAM,
    .prepare = prepare,
    .begin = begin,
    .rows = rows,
    .finish = finish,
    .update = update,
    .weights = weights,
    .b = b,
    .finite = finite,
    .state_bytes = state_bytes,
    .row_madds = row_madds,
    .bytes = bytes,
};
