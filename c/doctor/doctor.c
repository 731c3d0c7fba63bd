/* doctor.c -- see doctor.h: what is called, and what it refuses. */
#include "descent.h"
#include "doctor_impl.h"
#include "gram.h"
#include "learner.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WIDE_M = 10, WIDE_X = 3 };

double doctor_bytes(int m, int n_x) {
    double rows = m > 0 ? m : 0, wide = n_x > 0 ? n_x : 0;
    return sizeof(double) * (rows * rows + WIDE_M * rows + WIDE_X * wide) + sizeof(int) * rows;
}

static int take_all(doctor *d, const int *slots) {
    uint64_t m = (uint64_t)d->m, n_x = (uint64_t)d->n_x;
    d->k = descent_take(m, m * sizeof(double));
    d->slots = descent_take(m, sizeof(int));
    double *at = descent_take(WIDE_M * m + WIDE_X * n_x, sizeof(double));
    d->start = at;
    if (!d->k || !d->slots || !at) return DOCTOR_ERR_MEMORY;
    d->alpha_hat = at += m;
    d->z = at += m;
    d->sum = at += m;
    d->a = at += m;
    d->y = at += m;
    d->total = at += m;
    d->other = at += m;
    d->off = at += m;
    d->scale = at += m;
    d->mean = at += m;
    d->per = at += n_x;
    d->row = at + n_x;
    memcpy(d->slots, slots, m * sizeof(int));
    return 0;
}

doctor *doctor_create(const dataset *ds, const int *slots, int m) {
    if (!ds || !slots || m < 1 || m > GRAM_MAX_SLOTS) return NULL;
    if (dataset_slots(ds) > GRAM_MAX_SLOTS || gram_missing(ds) != 0) return NULL;
    for (int i = 0; i < m; i++)
        if (dataset_part(ds, slots[i]) == PART_NONE) return NULL;
    doctor *d = calloc(1, sizeof *d);
    if (!d) return NULL;
    d->ds = ds;
    d->m = m;
    d->n_x = dataset_n_x(ds);
    d->x = -1;
    if (take_all(d, slots) == 0) return d;
    doctor_free(d);
    return NULL;
}

void doctor_free(doctor *d) {
    if (!d) return;
    free(d->k);
    free(d->slots);
    free(d->start);
    free(d->costs);
    free(d);
}

int doctor_prepare(doctor *d, int x, double max_madds) {
    if (!d || x < DOCTOR_X_SCALED || x > DOCTOR_X_EACH) return DOCTOR_ERR_ARG;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    d->begun = 0;
    if (d->x != x) {
        d->x = x;
        d->rows = 0;
        budget -= doctor_weigh(d);
    }
    memset(d->start, 0, (size_t)d->m * sizeof(double));
    while (d->rows < d->m) {
        budget -= doctor_row(d);
        if (budget <= 0.0) break;
    }
    return d->m - d->rows;
}

static int is_whole(const doctor *d) { return d && d->x >= 0 && d->rows == d->m; }

int doctor_start(doctor *d, const double *w0) {
    if (!is_whole(d) || d->x > DOCTOR_X_BYTES) return DOCTOR_ERR_ARG;
    d->begun = 0;
    if (w0)
        doctor_products(d, w0);
    else
        memset(d->start, 0, (size_t)d->m * sizeof(double));
    return 0;
}

static int is_kind(double v, int last) { return v >= 0.0 && v <= last && v == floor(v); }

static int is_training(const double *how) {
    for (int k = 0; k < DOCTOR_NUMBERS; k++)
        if (!isfinite(how[k])) return 0;
    return is_kind(how[DOCTOR_SIGMOID], DOCTOR_SIGMOID_B_OUTSIDE) &&
           is_kind(how[DOCTOR_DZ], DOCTOR_DZ_SQUARED) &&
           is_kind(how[DOCTOR_LOSS], DOCTOR_LOSS_LOG_A) &&
           is_kind(how[DOCTOR_ORDER], DOCTOR_ORDER_COLUMN) && is_kind(how[DOCTOR_SINGLE], 1) &&
           how[DOCTOR_EPSILON] >= 0.0 && how[DOCTOR_CLIP] >= 0.0 && how[DOCTOR_CLIP] < 0.5;
}

/* Room for so many costs. */
static int reserve(doctor *d, int count) {
    if (d->room >= count) return 0;
    double *costs = descent_take((uint64_t)count, sizeof *costs);
    if (!costs) return DOCTOR_ERR_MEMORY;
    free(d->costs);
    d->costs = costs;
    d->room = count;
    return 0;
}

int doctor_begin(doctor *d, const double *how, const uint8_t *y, int iterations) {
    if (!is_whole(d) || !how || !y || !is_training(how)) return DOCTOR_ERR_ARG;
    if (iterations < 0 || iterations > LEARNER_MAX_ITERATIONS) return DOCTOR_ERR_ARG;
    for (int i = 0; i < d->m; i++)
        if (y[i] > 1) return DOCTOR_ERR_ARG;
    d->begun = 0;
    if (reserve(d, iterations + 1) != 0) return DOCTOR_ERR_MEMORY;
    memcpy(d->how, how, sizeof d->how);
    for (int i = 0; i < d->m; i++) {
        d->y[i] = y[i];
        d->alpha_hat[i] = d->other[i] = d->sum[i] = 0.0;
    }
    d->b = how[DOCTOR_B];
    d->sum_b = d->sum_cost = 0.0;
    d->t = 0;
    d->end = iterations;
    d->begun = 1;
    return 0;
}

int doctor_run(doctor *d, int until, double max_madds) {
    if (!d || !d->begun) return DOCTOR_ERR_ARG;
    int last = until < d->end ? until : d->end;
    double order = d->how[DOCTOR_ORDER];
    double passes = order == DOCTOR_ORDER_LATE_B || order == DOCTOR_ORDER_COLUMN ? 2.0 : 1.0;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    while (d->t <= last) {
        doctor_step(d);
        budget -= passes * d->m * (d->m + 20.0); /* a logarithm is some of them */
        if (budget <= 0.0) break;
    }
    return d->t;
}

static int has_ended(const doctor *d) { return d && d->begun && d->t > d->end; }

const double *doctor_costs(const doctor *d) { return d && d->begun ? d->costs : NULL; }

double doctor_b(const doctor *d) { return has_ended(d) ? d->b : NAN; }

double doctor_accuracy(const doctor *d) { return has_ended(d) ? d->right / d->m : NAN; }

int doctor_w(const doctor *d, double *w, int count) {
    if (!has_ended(d) || !w || count < 0 || count > d->n_x) return DOCTOR_ERR_ARG;
    if (d->x > DOCTOR_X_BYTES || d->how[DOCTOR_ORDER] == DOCTOR_ORDER_COLUMN) return DOCTOR_ERR_ARG;
    doctor_sum(d, w, count);
    return 0;
}
