/* logreg_gram.c -- descent on m + 1 numbers instead of n_x + 1. From w = 0 every update adds a
 * combination of the pictures, so w = sum_i alpha_hat_i x_i for all time, and with K = X'X
 *
 *     z = K alpha_hat + b      alpha_hat := alpha_hat - (alpha / m) dz      b := b - alpha db
 *
 * are the same iterates. (The kernel form of logistic regression with the linear kernel.) K is
 * copied from the dataset's exact integers to float64, training examples as columns, all examples
 * as rows in panels for matvec_f64; the features' 1/255 is applied to the sums as 1/255^2. */
#include "gram.h"
#include "kernels.h"
#include "logreg_impl.h"
#include "sigmoid.h"
#include <string.h>

static size_t state_bytes(const logreg *lr) { return ((size_t)lr->m + 1) * sizeof(double); }

static double bytes(const dataset *ds, int m, int m_test) {
    (void)ds;
    return ((double)m + m_test + MATVEC_PANEL) * m * sizeof(double);
}

static double row_madds(const logreg *lr, int part) {
    (void)part;
    return lr->m;
}

/* The panel that row i is in. */
static double *panel_of(const logreg *lr, int i) {
    return (double *)lr->work + (size_t)(i / MATVEC_PANEL * MATVEC_PANEL) * (size_t)lr->m;
}

static int prepare(logreg *lr) {
    int m = lr->m, count = m + lr->m_test;
    lr->work = descent_take((uint64_t)count + MATVEC_PANEL, (uint64_t)m * sizeof(double));
    if (!lr->work) return LOGREG_ERR_MEMORY;
    for (int i = 0; i < count; i++) {
        double *k = panel_of(lr, i) + i % MATVEC_PANEL;
        for (int j = 0; j < m; j++)
            k[(size_t)j * MATVEC_PANEL] = gram_at(lr->ds, lr->slots[i], lr->slots[j]);
    }
    return 0;
}

static void begin(logreg *lr) { (void)lr; }

/* A panel may hold rows of both parts, or of two pieces: it is computed for each. */
static void rows(logreg *lr, int from, int to) {
    const double *alpha_hat = lr->state;
    double b = alpha_hat[lr->m];
    for (int i = from; i < to;) {
        double z[MATVEC_PANEL];
        matvec_f64(z, panel_of(lr, i), alpha_hat, 1, lr->m);
        do lr->z[i] = z[i % MATVEC_PANEL] / (255.0 * 255.0) + b;
        while (++i < to && i % MATVEC_PANEL != 0);
    }
}

static void finish(logreg *lr) {
    lr->loss_sum = forward_loss_f64(lr->a, lr->dz, lr->z, lr->y, lr->m);
}

static void update(logreg *lr, double alpha) {
    double *alpha_hat = lr->state, db = 0.0;
    for (int i = 0; i < lr->m; i++) db += lr->dz[i];
    axpy_f64(alpha_hat, -alpha / lr->m, lr->dz, lr->m);
    alpha_hat[lr->m] -= alpha * (db / lr->m);
}

static void weights(logreg *lr, double *w) {
    const double *alpha_hat = lr->state;
    memset(w, 0, (size_t)lr->n_x * sizeof *w);
    for (int i = 0; i < lr->m; i++)
        axpy_u8_f64(w, alpha_hat[i] / 255.0, dataset_x(lr->ds, lr->slots[i]), lr->n_x);
}

const logreg_engine engine_gram = {prepare, begin,       rows,      finish, update,
                                   weights, state_bytes, row_madds, bytes};
