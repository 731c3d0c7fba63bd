/* unit.c -- see unit.h. Plain loops: the tables of a figure are small. */
#include "unit.h"
#include "sigmoid.h"
#include <float.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct unit {
    int m, n_x, activation, loss;
    double b, db, cost;
    double *x, *y, *z, *a, *losses, *dz; /* x (m, n_x), the others (m) */
    double *w, *dw, *w_before;           /* (n_x) */
    double numbers[];                    /* all of them */
};

unit *unit_create(int m, int n_x, int activation, int loss) {
    if (m < 1 || n_x < 1 || activation < UNIT_LINEAR || activation > UNIT_SIGMOID) return NULL;
    if (loss != UNIT_SQUARED && !(loss == UNIT_CROSS_ENTROPY && activation == UNIT_SIGMOID))
        return NULL;
    uint64_t count = (uint64_t)m * (uint64_t)n_x + 5 * (uint64_t)m + 3 * (uint64_t)n_x;
    if (count > UNIT_MAX_NUMBERS) return NULL;
    unit *u = calloc(1, sizeof *u + (size_t)count * sizeof(double));
    if (!u) return NULL;
    u->m = m;
    u->n_x = n_x;
    u->activation = activation;
    u->loss = loss;
    u->x = u->numbers;
    u->y = u->x + (size_t)m * (size_t)n_x;
    u->z = u->y + m;
    u->a = u->z + m;
    u->losses = u->a + m;
    u->dz = u->losses + m;
    u->w = u->dz + m;
    u->dw = u->w + n_x;
    u->w_before = u->dw + n_x;
    return u;
}

void unit_free(unit *u) { free(u); }

static void weighted_sums(unit *u) {
    const double *x = u->x;
    for (int i = 0; i < u->m; i++, x += u->n_x) {
        double sum = 0.0;
        for (int j = 0; j < u->n_x; j++) sum += u->w[j] * x[j];
        u->z[i] = sum + u->b;
    }
}

static void activate(unit *u) {
    if (u->activation == UNIT_SIGMOID) {
        sigmoid_f64(u->a, u->z, u->m);
        return;
    }
    int relu = u->activation == UNIT_RELU;
    for (int i = 0; i < u->m; i++) u->a[i] = relu && u->z[i] <= 0.0 ? 0.0 : u->z[i]; /* keeps NaN */
}

double unit_forward(unit *u) {
    weighted_sums(u);
    activate(u);
    if (u->loss == UNIT_CROSS_ENTROPY) {
        log_loss_f64(u->losses, u->z, u->y, u->m);
    } else {
        for (int i = 0; i < u->m; i++)
            u->losses[i] = (u->a[i] - u->y[i]) * (u->a[i] - u->y[i]) / 2.0;
    }
    double sum = 0.0;
    for (int i = 0; i < u->m; i++) sum += u->losses[i];
    u->cost = sum / u->m;
    return u->cost;
}

/* da/dz of example i. */
static double activation_slope(const unit *u, int i) {
    if (u->activation == UNIT_SIGMOID) return u->a[i] * (1.0 - u->a[i]);
    return u->activation == UNIT_LINEAR || u->z[i] > 0.0 ? 1.0 : 0.0;
}

/* d2L/dz2 of example i. With L = (a - y)^2 / 2 it is a'^2 + (a - y) a'', and sigma'' = a' (1 - 2a);
 * for cross-entropy dL/dz = a - y, so it is a' itself. */
static double loss_curvature(const unit *u, int i) {
    double slope = activation_slope(u, i);
    if (u->loss == UNIT_CROSS_ENTROPY) return slope;
    double bend = u->activation == UNIT_SIGMOID ? slope * (1.0 - 2.0 * u->a[i]) : 0.0;
    return slope * slope + (u->a[i] - u->y[i]) * bend;
}

double unit_backward(unit *u) {
    unit_forward(u);
    memset(u->dw, 0, (size_t)u->n_x * sizeof *u->dw);
    u->db = 0.0;
    const double *x = u->x;
    for (int i = 0; i < u->m; i++, x += u->n_x) {
        double da = u->a[i] - u->y[i];
        u->dz[i] = u->loss == UNIT_CROSS_ENTROPY ? da : da * activation_slope(u, i);
        u->dz[i] += 0.0; /* never -0, which a page would show */
        for (int j = 0; j < u->n_x; j++) u->dw[j] += x[j] * u->dz[i];
        u->db += u->dz[i];
    }
    for (int j = 0; j < u->n_x; j++) u->dw[j] /= u->m;
    u->db /= u->m;
    return u->cost;
}

/* ReLU can hide an infinite weight behind a finite J, so the parameters are looked at as well. */
static int in_range(const unit *u) {
    for (int j = 0; j < u->n_x; j++)
        if (!isfinite(u->w[j])) return 0;
    return isfinite(u->b) && isfinite(u->cost);
}

static void update(unit *u, double alpha, int bias) {
    for (int j = 0; j < u->n_x; j++) u->w[j] -= alpha * u->dw[j];
    if (bias) u->b -= alpha * u->db;
}

int unit_train(unit *u, double alpha, int iterations, int bias, double *costs) {
    if (!u || !costs || !(alpha >= 0.0) || !isfinite(alpha) || iterations < 0) return UNIT_ERR_ARG;
    size_t bytes = (size_t)u->n_x * sizeof *u->w;
    unit_backward(u);
    if (!in_range(u)) return UNIT_ERR_DIVERGED;
    for (int t = 0; t < iterations; t++) {
        double b_before = u->b;
        memcpy(u->w_before, u->w, bytes);
        costs[t] = u->cost;
        update(u, alpha, bias);
        unit_backward(u);
        if (!in_range(u)) {
            memcpy(u->w, u->w_before, bytes);
            u->b = b_before;
            unit_backward(u);
            return t;
        }
    }
    return iterations;
}

int unit_cost_curve(unit *u, double *cost, double *slope, double *curvature, const double *ws,
                    int n) {
    if (!u || u->n_x != 1 || n < 0) return UNIT_ERR_ARG;
    double w_before = u->w[0];
    for (int k = 0; k < n; k++) {
        u->w[0] = ws[k];
        cost[k] = unit_backward(u);
        slope[k] = u->dw[0];
        double sum = 0.0; /* z = w x + b, so d2L/dw2 = x^2 d2L/dz2 */
        for (int i = 0; i < u->m; i++) sum += u->x[i] * u->x[i] * loss_curvature(u, i);
        curvature[k] = sum / u->m;
    }
    u->w[0] = w_before;
    unit_backward(u);
    return 0;
}

int unit_cost_grid(unit *u, double *cost, const double *ws, int n_w, const double *bs, int n_b) {
    if (!u || u->n_x != 1 || n_w < 0 || n_b < 0) return UNIT_ERR_ARG;
    double w_before = u->w[0], b_before = u->b;
    for (int r = 0; r < n_b; r++) {
        for (int k = 0; k < n_w; k++) {
            u->w[0] = ws[k];
            u->b = bs[r];
            *cost++ = unit_forward(u);
        }
    }
    u->w[0] = w_before;
    u->b = b_before;
    unit_forward(u);
    return 0;
}

/* Column x[0], x[n_x], ...: its mean and root mean square deviation. A constant column is told by
 * its numbers, because its rounded mean need not be one of them. The largest deviation is divided
 * out before squaring, so that squares neither overflow nor vanish. */
static int describe(const double *x, int m, int n_x, double *mu, double *sigma) {
    double sum = 0.0, largest = 0.0, squares = 0.0;
    int constant = 1;
    for (int i = 0; i < m; i++) {
        sum += x[(size_t)i * (size_t)n_x];
        constant = constant && x[(size_t)i * (size_t)n_x] == x[0];
    }
    *mu = constant ? x[0] : sum / m;
    *sigma = 1.0;
    if (!isfinite(*mu)) return UNIT_ERR_ARG;
    if (constant) return 0;
    for (int i = 0; i < m; i++) largest = fmax(largest, fabs(x[(size_t)i * (size_t)n_x] - *mu));
    for (int i = 0; i < m; i++) {
        double d = (x[(size_t)i * (size_t)n_x] - *mu) / largest;
        squares += d * d;
    }
    *sigma = largest * sqrt(squares / m);
    return isfinite(*sigma) && *sigma >= DBL_MIN ? 0 : UNIT_ERR_ARG;
}

int unit_standardise(double *x, double *mu, double *sigma, int m, int n_x) {
    if (!x || !mu || !sigma || m < 1 || n_x < 1) return UNIT_ERR_ARG;
    for (int j = 0; j < n_x; j++) {
        int code = describe(x + j, m, n_x, &mu[j], &sigma[j]);
        if (code != 0) return code;
        for (int i = 0; i < m; i++) {
            double *value = &x[(size_t)i * (size_t)n_x + (size_t)j];
            *value = (*value - mu[j]) / sigma[j];
        }
    }
    return 0;
}

double *unit_x(unit *u) { return u->x; }
double *unit_y(unit *u) { return u->y; }
double *unit_w(unit *u) { return u->w; }
void unit_set_b(unit *u, double b) { u->b = b; }
double unit_b(const unit *u) { return u->b; }
const double *unit_z(const unit *u) { return u->z; }
const double *unit_a(const unit *u) { return u->a; }
const double *unit_losses(const unit *u) { return u->losses; }
const double *unit_dz(const unit *u) { return u->dz; }
const double *unit_dw(const unit *u) { return u->dw; }
double unit_db(const unit *u) { return u->db; }
double unit_cost(const unit *u) { return u->cost; }
