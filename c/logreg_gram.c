/* logreg_gram.c -- descent on m + 1 numbers instead of n_x + 1. From w = 0 every update adds a
 * combination of the pictures, so w = sum_i alpha_hat_i x_i for all time, and with K = X'X
 *
 *     z = K alpha_hat + b      alpha_hat := alpha_hat - (alpha / m) dz      b := b - alpha db
 *
 * are the same iterates. (The kernel form of logistic regression with the linear kernel.) K is
 * copied from the dataset's exact integers to float64, training examples as columns, all examples
 * as rows; the features' 1/255 is applied to the sums as 1/255^2. */
#include "gram.h"
#include "kernels.h"
#include "logreg_impl.h"
#include "sigmoid.h"
#include <string.h>

static size_t state_bytes(const logreg *lr) { return ((size_t)lr->m + 1) * sizeof(double); }

static double bytes(const dataset *ds, int m, int m_test) {
    (void)ds;
    return ((double)m + m_test) * m * sizeof(double);
}

static double row_madds(const logreg *lr, int part) {
    (void)part;
    return lr->m;
}

static int prepare(logreg *lr) {
    int m = lr->m, count = m + lr->m_test;
    double *k = logreg_take((uint64_t)count * (uint64_t)m, sizeof(double));
    if (!k) return LOGREG_ERR_MEMORY;
    lr->work = k;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < m; j++)
            k[(size_t)i * (size_t)m + j] = gram_at(lr->ds, lr->slots[i], lr->slots[j]);
    return 0;
}

static void begin(logreg *lr) { (void)lr; }

static void rows(logreg *lr, int from, int to) {
    const double *alpha_hat = lr->state, *k = lr->work;
    double b = alpha_hat[lr->m];
    size_t start = (size_t)from * (size_t)lr->m;
    matvec_f64(lr->z + from, k + start, alpha_hat, to - from, lr->m, lr->m);
    for (int i = from; i < to; i++) lr->z[i] = lr->z[i] / (255.0 * 255.0) + b;
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
