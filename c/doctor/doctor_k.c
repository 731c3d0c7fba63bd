/* doctor_k.c -- see doctor.h: K of each X, w0.x and w. Sums run over several pictures side by side,
 * so that none waits for its own last addition and each is still added up in the order of the
 * numbers. */
#include "doctor_impl.h"
#include "gram.h"
#include <stddef.h>

enum { SIDE = 4 };

static const uint8_t *bytes_of(const doctor *d, int i) { return dataset_x(d->ds, d->slots[i]); }

/* Pictures i .. i + SIDE - 1; behind the last one, the last again. */
static void side_by_side(const doctor *d, int i, const uint8_t *x[SIDE]) {
    for (int s = 0; s < SIDE; s++) x[s] = bytes_of(d, i + s < d->m ? i + s : d->m - 1);
}

/* Mean and 1 / variance of each pixel over the pictures, as NumPy has them: 1 / 0 too. */
static void weigh_each(doctor *d) {
    for (int j = 0; j < d->n_x; j++) d->mean[j] = d->per[j] = 0.0;
    for (int i = 0; i < d->m; i++) {
        const uint8_t *x = bytes_of(d, i);
        for (int j = 0; j < d->n_x; j++) d->mean[j] += x[j];
    }
    for (int j = 0; j < d->n_x; j++) d->mean[j] /= d->m;
    for (int i = 0; i < d->m; i++) {
        const uint8_t *x = bytes_of(d, i);
        for (int j = 0; j < d->n_x; j++) {
            double off = x[j] - d->mean[j];
            d->per[j] += off * off;
        }
    }
    for (int j = 0; j < d->n_x; j++) d->per[j] = d->m / d->per[j];
}

/* The same of all numbers of X, at [0]. The sums of bytes and of their squares are exact. */
static void weigh_all(doctor *d) {
    double count = (double)d->m * d->n_x, sum = 0.0, squares = 0.0;
    for (int i = 0; i < d->m; i++) {
        const uint8_t *x = bytes_of(d, i);
        uint32_t total = 0;
        for (int j = 0; j < d->n_x; j++) total += x[j];
        d->total[i] = total;
        sum += total;
        squares += gram_at(d->ds, d->slots[i], d->slots[i]);
    }
    d->mean[0] = sum / count;
    d->per[0] = count / (squares - sum / count * sum);
}

double doctor_weigh(doctor *d) {
    if (d->x == DOCTOR_X_EACH) weigh_each(d);
    if (d->x == DOCTOR_X_STANDARD) weigh_all(d);
    return d->x >= DOCTOR_X_STANDARD ? 2.0 * d->m * d->n_x : 0.0;
}

/* sum_j row_j (x_j - mean_j), of SIDE pictures. */
static void products(const doctor *d, int i, double sum[SIDE]) {
    const uint8_t *x[SIDE];
    side_by_side(d, i, x);
    for (int s = 0; s < SIDE; s++) sum[s] = 0.0;
    for (int j = 0; j < d->n_x; j++)
        for (int s = 0; s < SIDE; s++) sum[s] += d->row[j] * (x[s][j] - d->mean[j]);
}

static double entry(const doctor *d, int i, int j) {
    const double scales[] = {1.0 / (255.0 * 255.0), 1.0, 1.0 / (255.0 * 255.0 * 255.0 * 255.0)};
    double k = gram_at(d->ds, d->slots[i], d->slots[j]);
    if (d->x != DOCTOR_X_STANDARD) return k * scales[d->x];
    double mean = d->mean[0];
    return (k - mean * (d->total[i] + d->total[j] - d->n_x * mean)) * d->per[0];
}

double doctor_row(doctor *d) {
    int i = d->rows++, each = d->x == DOCTOR_X_EACH;
    const uint8_t *x = bytes_of(d, i);
    double sum[SIDE] = {0};
    for (int j = 0; each && j < d->n_x; j++) d->row[j] = (x[j] - d->mean[j]) * d->per[j];
    for (int j = 0; j <= i; j++) {
        if (each && j % SIDE == 0) products(d, j, sum);
        double k = each ? sum[j % SIDE] : entry(d, i, j);
        d->k[(size_t)i * (size_t)d->m + (size_t)j] = k;
        d->k[(size_t)j * (size_t)d->m + (size_t)i] = k;
    }
    return (i + 1.0) * (each ? d->n_x : 4.0);
}

/* A byte as a number of X. */
static void numbers_of(const doctor *d, double number[256]) {
    for (int v = 0; v < 256; v++) number[v] = d->x == DOCTOR_X_SCALED ? v / 255.0 : v;
}

void doctor_products(const doctor *d, const double *w0) {
    double number[256];
    numbers_of(d, number);
    for (int i = 0; i < d->m; i += SIDE) {
        const uint8_t *x[SIDE];
        double sum[SIDE] = {0};
        side_by_side(d, i, x);
        for (int j = 0; j < d->n_x; j++)
            for (int s = 0; s < SIDE; s++) sum[s] += w0[j] * number[x[s][j]];
        for (int s = 0; s < SIDE && i + s < d->m; s++) d->start[i + s] = sum[s];
    }
}

void doctor_sum(const doctor *d, double *w, int count) {
    double number[256];
    numbers_of(d, number);
    for (int j = 0; j < count; j++) {
        w[j] = 0.0;
        for (int i = 0; i < d->m; i++) w[j] += d->alpha_hat[i] * number[bytes_of(d, i)[j]];
    }
}
