/* doctor.c -- see doctor.h. Plain loops; K is symmetric, so its rows are added as columns, four at
 * a time. What is done in float32 is rounded after each operation. */
#include "doctor.h"
#include "descent.h"
#include "gram.h"
#include "learner.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct doctor {
    const dataset *ds;
    int m, n_x, x, rows;     /* rows of K of this x already made */
    int begun, t, end, room; /* costs of states 0 .. t - 1 are known */
    double how[DOCTOR_NUMBERS];
    int *slots;
    double *k;                           /* (m, m) */
    double *start, *alpha_hat, *z, *sum; /* (m) */
    double *a, *y;                       /* (m) */
    double *mean, *per, *row;         /* (n_x): of each pixel, 1 / variance, and of one picture */
    double b, right, sum_b, sum_cost; /* right: examples of the state last measured */
    double *costs;                    /* (room) */
};

enum { WIDE_M = 6, WIDE_X = 3 };

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

static const uint8_t *bytes_of(const doctor *d, int i) { return dataset_x(d->ds, d->slots[i]); }

/* Mean and 1 / variance of each pixel over the pictures, as NumPy has them: 1 / 0 too. */
static void weigh_each(doctor *d) {
    for (int j = 0; j < d->n_x; j++) d->mean[j] = d->per[j] = 0.0;
    for (int i = 0; i < d->m; i++)
        for (int j = 0; j < d->n_x; j++) d->mean[j] += bytes_of(d, i)[j] / (double)d->m;
    for (int i = 0; i < d->m; i++)
        for (int j = 0; j < d->n_x; j++) {
            double off = bytes_of(d, i)[j] - d->mean[j];
            d->per[j] += off * off / d->m;
        }
    for (int j = 0; j < d->n_x; j++) d->per[j] = 1.0 / d->per[j];
}

/* The same over all numbers of X, for every pixel. */
static void weigh_all(doctor *d) {
    double count = (double)d->m * d->n_x, sum = 0.0, squares = 0.0;
    for (int i = 0; i < d->m; i++)
        for (int j = 0; j < d->n_x; j++) sum += bytes_of(d, i)[j];
    for (int i = 0; i < d->m; i++)
        for (int j = 0; j < d->n_x; j++) {
            double off = bytes_of(d, i)[j] - sum / count;
            squares += off * off;
        }
    for (int j = 0; j < d->n_x; j++) {
        d->mean[j] = sum / count;
        d->per[j] = count / squares;
    }
}

static double product(const doctor *d, int i) {
    double sum = 0.0;
    const uint8_t *x = bytes_of(d, i);
    for (int j = 0; j < d->n_x; j++) sum += d->row[j] * (x[j] - d->mean[j]);
    return sum;
}

/* Row `i` of K, and with it what is on the other side of the diagonal. */
static void make_row(doctor *d, int i) {
    const double scales[] = {1.0 / (255.0 * 255.0), 1.0, 1.0 / (255.0 * 255.0 * 255.0 * 255.0)};
    int weighed = d->x >= DOCTOR_X_STANDARD;
    const uint8_t *x = bytes_of(d, i);
    for (int j = 0; weighed && j < d->n_x; j++) d->row[j] = (x[j] - d->mean[j]) * d->per[j];
    for (int j = 0; j <= i; j++) {
        double k =
            weighed ? product(d, j) : gram_at(d->ds, d->slots[i], d->slots[j]) * scales[d->x];
        d->k[(size_t)i * (size_t)d->m + (size_t)j] = k;
        d->k[(size_t)j * (size_t)d->m + (size_t)i] = k;
    }
}

int doctor_prepare(doctor *d, int x, double max_madds) {
    if (!d || x < DOCTOR_X_SCALED || x > DOCTOR_X_EACH) return DOCTOR_ERR_ARG;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    d->begun = 0;
    if (d->x != x) {
        d->x = x;
        d->rows = 0;
        if (x == DOCTOR_X_EACH) weigh_each(d);
        if (x == DOCTOR_X_STANDARD) weigh_all(d);
        budget -= x >= DOCTOR_X_STANDARD ? 2.0 * d->m * d->n_x : 0.0;
    }
    memset(d->start, 0, (size_t)d->m * sizeof(double));
    while (d->rows < d->m) {
        make_row(d, d->rows);
        budget -= (d->rows + 1.0) * (x >= DOCTOR_X_STANDARD ? d->n_x : 4.0);
        d->rows++;
        if (budget <= 0.0) break;
    }
    return d->m - d->rows;
}

static int is_whole(const doctor *d) { return d && d->x >= 0 && d->rows == d->m; }

int doctor_start(doctor *d, const double *w0) {
    if (!is_whole(d) || d->x > DOCTOR_X_BYTES) return DOCTOR_ERR_ARG;
    double scale = d->x == DOCTOR_X_SCALED ? 255.0 : 1.0;
    d->begun = 0;
    for (int i = 0; i < d->m; i++) {
        double sum = 0.0;
        for (int j = 0; w0 && j < d->n_x; j++) sum += w0[j] * (bytes_of(d, i)[j] / scale);
        d->start[i] = sum;
    }
    return 0;
}

static int is_kind(double v, int last) { return v >= 0.0 && v <= last && v == floor(v); }

static int is_training(const double *how) {
    for (int k = 0; k < DOCTOR_NUMBERS; k++)
        if (!isfinite(how[k])) return 0;
    return is_kind(how[DOCTOR_SIGMOID], DOCTOR_SIGMOID_MIRRORED) &&
           is_kind(how[DOCTOR_DZ], DOCTOR_DZ_SQUARED) &&
           is_kind(how[DOCTOR_LOSS], DOCTOR_LOSS_SQUARED) &&
           is_kind(how[DOCTOR_ORDER], DOCTOR_ORDER_EACH) && is_kind(how[DOCTOR_SINGLE], 1);
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
        d->alpha_hat[i] = d->sum[i] = 0.0;
    }
    d->b = d->sum_b = d->sum_cost = 0.0;
    d->t = 0;
    d->end = iterations;
    d->begun = 1;
    return 0;
}

/* As the numbers of this training are kept. */
static double kept(const doctor *d, double v) { return d->how[DOCTOR_SINGLE] > 0.0 ? (float)v : v; }

/* z = start + K alpha_hat + b, of all. */
static void forward(doctor *d) {
    int m = d->m, i = 0;
    double *z = d->z;
    memcpy(z, d->start, (size_t)m * sizeof *z);
    for (; i + 4 <= m; i += 4) {
        const double *k0 = d->k + (size_t)i * (size_t)m, *k1 = k0 + m, *k2 = k1 + m, *k3 = k2 + m;
        const double *v = d->alpha_hat + i;
        for (int j = 0; j < m; j++)
            z[j] += (k0[j] * v[0] + k1[j] * v[1]) + (k2[j] * v[2] + k3[j] * v[3]);
    }
    for (; i < m; i++)
        for (int j = 0; j < m; j++)
            z[j] += d->k[(size_t)i * (size_t)m + (size_t)j] * d->alpha_hat[i];
    for (int j = 0; j < m; j++) z[j] += d->b;
}

static void forward_single(doctor *d) {
    for (int i = 0; i < d->m; i++) {
        float z = (float)d->start[i];
        const double *k = d->k + (size_t)i * (size_t)d->m;
        for (int j = 0; j < d->m; j++) z += (float)k[j] * (float)d->alpha_hat[j];
        d->z[i] = z + (float)d->b;
    }
}

static double forward_one(const doctor *d, int i) {
    double z = d->start[i] + d->b;
    const double *k = d->k + (size_t)i * (size_t)d->m;
    for (int j = 0; j < d->m; j++) z += k[j] * d->alpha_hat[j];
    return z;
}

static double sigmoid_of(const doctor *d, double z) {
    int kind = (int)d->how[DOCTOR_SIGMOID];
    if (kind == DOCTOR_SIGMOID_MIRRORED) z = -z;
    double e = kept(d, exp(-z));
    return kept(d, 1.0 / ((kind == DOCTOR_SIGMOID_MISPRINT ? z : 1.0) + e));
}

/* Both terms are there for every example, as in the vectorized line: 0 log 0 is NaN. */
static double loss_of(const doctor *d, double a, double y) {
    int kind = (int)d->how[DOCTOR_LOSS];
    if (kind == DOCTOR_LOSS_SQUARED) return (a - y) * (a - y);
    double ones = y * kept(d, log(a)), zeros = (1.0 - y) * kept(d, log(kept(d, 1.0 - a)));
    if (kind == DOCTOR_LOSS_ONES) return -ones;
    return kind == DOCTOR_LOSS_ZEROS ? -zeros : -(ones + zeros);
}

/* A sum begins with this; with 0 even after NaN. */
static double carried(const doctor *d, int which, double sum) {
    return d->how[which] == 0.0 ? 0.0 : d->how[which] * sum;
}

static double dz_of(const doctor *d, double a, double y) {
    double dz = kept(d, a - y);
    return d->how[DOCTOR_DZ] > 0.0 ? dz * a * (1.0 - a) : dz;
}

static void measure(doctor *d, double losses, double right) {
    d->sum_cost = carried(d, DOCTOR_CARRY_COST, d->sum_cost) + losses;
    d->costs[d->t++] = kept(d, d->how[DOCTOR_COST] * d->sum_cost);
    d->right = right;
}

static void update_b(doctor *d, double sum) {
    d->sum_b = carried(d, DOCTOR_CARRY, d->sum_b) + sum;
    d->b = kept(d, d->b - kept(d, d->how[DOCTOR_RATE_B] * d->sum_b));
}

static void update_w(doctor *d, int i, double dz) {
    d->sum[i] = carried(d, DOCTOR_CARRY, d->sum[i]) + dz;
    d->alpha_hat[i] = kept(d, d->alpha_hat[i] - kept(d, d->how[DOCTOR_RATE_W] * d->sum[i]));
}

static void forward_all(doctor *d) {
    if (d->how[DOCTOR_SINGLE] > 0.0)
        forward_single(d);
    else
        forward(d);
    for (int i = 0; i < d->m; i++) d->a[i] = sigmoid_of(d, d->z[i]);
}

static double sum_of_dz(const doctor *d) {
    double sum = 0.0;
    for (int i = 0; i < d->m; i++) sum += dz_of(d, d->a[i], d->y[i]);
    return sum;
}

/* An iteration with all examples at once: J of this state, then the next one. */
static void step(doctor *d) {
    double losses = 0.0, right = 0.0;
    forward_all(d);
    for (int i = 0; i < d->m; i++) {
        losses += loss_of(d, d->a[i], d->y[i]);
        right += (d->a[i] > 0.5) == (d->y[i] > 0.5);
    }
    measure(d, losses, right);
    if (d->t > d->end) return;
    double db = sum_of_dz(d);
    for (int i = 0; i < d->m; i++) update_w(d, i, dz_of(d, d->a[i], d->y[i]));
    if (d->how[DOCTOR_ORDER] == DOCTOR_ORDER_LATE_B) {
        forward_all(d);
        db = sum_of_dz(d);
    }
    update_b(d, db);
}

/* An iteration that changes w and b at each example. */
static void step_each(doctor *d) {
    double losses = 0.0, right = 0.0;
    for (int i = 0; i < d->m; i++) {
        double a = kept(d, sigmoid_of(d, kept(d, forward_one(d, i)))), y = d->y[i];
        losses += loss_of(d, a, y);
        right += (a > 0.5) == (y > 0.5);
        if (d->t == d->end) continue;
        update_w(d, i, dz_of(d, a, y));
        update_b(d, dz_of(d, a, y));
    }
    measure(d, losses, right);
}

int doctor_run(doctor *d, int until, double max_madds) {
    if (!d || !d->begun) return DOCTOR_ERR_ARG;
    int last = until < d->end ? until : d->end;
    double passes = d->how[DOCTOR_ORDER] == DOCTOR_ORDER_LATE_B ? 2.0 : 1.0;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    while (d->t <= last) {
        if (d->how[DOCTOR_ORDER] == DOCTOR_ORDER_EACH)
            step_each(d);
        else
            step(d);
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
    if (d->x > DOCTOR_X_BYTES) return DOCTOR_ERR_ARG;
    double scale = d->x == DOCTOR_X_SCALED ? 255.0 : 1.0;
    for (int j = 0; j < count; j++) {
        w[j] = 0.0;
        for (int i = 0; i < d->m; i++) w[j] += d->alpha_hat[i] * (bytes_of(d, i)[j] / scale);
    }
    return 0;
}
