/* doctor_k.c -- see doctor.h: K of each X, w0.x and w. Sums run over several pictures side by side,
 * so that none waits for its own last addition and each is still added up in the order of the
 * numbers. */
#include "doctor_impl.h"
#include "gram.h"
#include <math.h>
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

/* off and scale of X = (bytes - off) scale, the same for all. */
static void weigh(doctor *d, double off, double scale) {
    for (int i = 0; i < d->m; i++) {
        d->off[i] = off;
        d->scale[i] = scale;
    }
}

/* By the mean of all bytes, and their standard deviation unless `scale` is given. The sums of bytes
 * and of their squares are exact. */
static void weigh_all(doctor *d, double scale) {
    double count = (double)d->m * d->n_x, sum = 0.0, squares = 0.0;
    for (int i = 0; i < d->m; i++) {
        sum += d->total[i];
        squares += gram_at(d->ds, d->slots[i], d->slots[i]);
    }
    double variance = (squares - sum / count * sum) / count;
    weigh(d, sum / count, scale > 0.0 ? scale : 1.0 / sqrt(variance));
}

/* Of each picture by itself: by mean and standard deviation, or by its length. */
static void weigh_pictures(doctor *d) {
    for (int i = 0; i < d->m; i++) {
        double square = gram_at(d->ds, d->slots[i], d->slots[i]), mean = d->total[i] / d->n_x;
        d->off[i] = d->x == DOCTOR_X_PICTURE ? mean : 0.0;
        d->scale[i] = 1.0 / sqrt(d->x == DOCTOR_X_PICTURE ? square / d->n_x - mean * mean : square);
    }
}

/* off is the mean of row i of K; that of them all is at mean[0]. The sums are exact. */
static void weigh_centred(doctor *d) {
    d->mean[0] = 0.0;
    for (int i = 0; i < d->m; i++) {
        double sum = 0.0;
        for (int j = 0; j < d->m; j++) sum += gram_at(d->ds, d->slots[i], d->slots[j]);
        d->off[i] = sum / d->m;
        d->mean[0] += d->off[i] / d->m;
    }
}

static void sum_bytes(doctor *d) {
    for (int i = 0; i < d->m; i++) {
        const uint8_t *x = bytes_of(d, i);
        uint32_t total = 0;
        for (int j = 0; j < d->n_x; j++) total += x[j];
        d->total[i] = total;
    }
}

double doctor_weigh(doctor *d) {
    const double offs[] = {
        [DOCTOR_X_SYMMETRIC] = 127.5, [DOCTOR_X_HALF] = 127.5, [DOCTOR_X_LESS_128] = 128.0};
    const double scales[] = {[DOCTOR_X_SCALED] = 1.0 / 255.0,  [DOCTOR_X_BYTES] = 1.0,
                             [DOCTOR_X_TWICE] = 1.0 / 65025.0, [DOCTOR_X_SYMMETRIC] = 1.0 / 127.5,
                             [DOCTOR_X_HALF] = 1.0 / 255.0,    [DOCTOR_X_BY_256] = 1.0 / 256.0,
                             [DOCTOR_X_LESS_128] = 1.0 / 128.0};
    sum_bytes(d);
    switch (d->x) {
    case DOCTOR_X_STANDARD:
        weigh_all(d, 0.0);
        break;
    case DOCTOR_X_LESS_MEAN:
        weigh_all(d, 1.0 / 255.0);
        break;
    case DOCTOR_X_PICTURE:
    case DOCTOR_X_UNIT:
        weigh_pictures(d);
        break;
    case DOCTOR_X_CENTRED:
        weigh_centred(d);
        break;
    case DOCTOR_X_EACH:
        weigh_each(d);
        break;
    default:
        weigh(d, offs[d->x], scales[d->x]);
    }
    return (d->x == DOCTOR_X_EACH ? 2.0 : 0.1) * d->m * d->n_x;
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
    double k = gram_at(d->ds, d->slots[i], d->slots[j]), p = d->off[i], q = d->off[j];
    if (d->x == DOCTOR_X_CENTRED) return (k - p - q + d->mean[0]) / (255.0 * 255.0);
    return (k - q * d->total[i] - p * d->total[j] + d->n_x * p * q) * (d->scale[i] * d->scale[j]);
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
