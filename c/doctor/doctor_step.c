/* doctor_step.c -- see doctor.h: one iteration, in plain loops. K is symmetric, so its rows are
 * added as columns, four at a time. What is done in float32 is rounded after each operation. */
#include "doctor_impl.h"
#include <math.h>
#include <string.h>

/* As the numbers of this training are kept. */
static double kept(const doctor *d, double v) { return d->how[DOCTOR_SINGLE] > 0.0 ? (float)v : v; }

/* b of example i. */
static double b_of(const doctor *d, int i) { return d->b + d->how[DOCTOR_OWN] * d->alpha_hat[i]; }

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
    for (int j = 0; j < m; j++) z[j] += b_of(d, j);
}

static void forward_single(doctor *d) {
    for (int i = 0; i < d->m; i++) {
        float z = (float)d->start[i];
        const double *k = d->k + (size_t)i * (size_t)d->m;
        for (int j = 0; j < d->m; j++) z += (float)k[j] * (float)d->alpha_hat[j];
        d->z[i] = z + (float)b_of(d, i);
    }
}

static double forward_one(const doctor *d, int i) {
    double z = d->start[i] + b_of(d, i);
    const double *k = d->k + (size_t)i * (size_t)d->m;
    for (int j = 0; j < d->m; j++) z += k[j] * d->alpha_hat[j];
    return z;
}

static double activation_of(const doctor *d, double z) {
    switch ((int)d->how[DOCTOR_SIGMOID]) {
    case DOCTOR_SIGMOID_MISPRINT:
        return 1.0 / (z + kept(d, exp(-z)));
    case DOCTOR_SIGMOID_MIRRORED:
        return 1.0 / (1.0 + kept(d, exp(z)));
    case DOCTOR_SIGMOID_RELU:
        return z < 0.0 ? 0.0 : z;
    case DOCTOR_SIGMOID_TANH:
        return tanh(z);
    case DOCTOR_SIGMOID_NONE:
        return z;
    case DOCTOR_SIGMOID_B_OUTSIDE:
        return 1.0 / (1.0 + kept(d, exp(d->b - z))) + d->b;
    default:
        return 1.0 / (1.0 + kept(d, exp(-z)));
    }
}

static double sigmoid_of(const doctor *d, double z) {
    double a = kept(d, activation_of(d, z)), clip = d->how[DOCTOR_CLIP];
    if (clip > 0.0 && a < clip) return clip;
    return clip > 0.0 && a > 1.0 - clip ? 1.0 - clip : a;
}

/* y log p of y = 0 or 1: without the logarithm where it is 0 times a number, but 0 log 0 is NaN. */
static double times_log(const doctor *d, double y, double p) {
    p += d->how[DOCTOR_EPSILON];
    if (y > 0.0) return kept(d, log(p));
    return p > 0.0 && p < INFINITY ? 0.0 : NAN;
}

/* Both terms are there for every example, as in the vectorized line. */
static double loss_of(const doctor *d, double z, double a, double y) {
    switch ((int)d->how[DOCTOR_LOSS]) {
    case DOCTOR_LOSS_SQUARED:
        return (a - y) * (a - y);
    case DOCTOR_LOSS_ONES:
        return -times_log(d, y, a);
    case DOCTOR_LOSS_ZEROS:
        return -times_log(d, 1.0 - y, kept(d, 1.0 - a));
    case DOCTOR_LOSS_FROM_Z:
        return kept(d, (z > 0.0 ? z : 0.0) - y * z) + kept(d, log1p(exp(-fabs(z))));
    case DOCTOR_LOSS_CROSSED:
        return -(times_log(d, 1.0 - y, a) + times_log(d, y, kept(d, 1.0 - a)));
    case DOCTOR_LOSS_NO_Y:
        return -(times_log(d, 1.0, a) + times_log(d, 1.0 - y, kept(d, 1.0 - a)));
    case DOCTOR_LOSS_NO_1_Y:
        return -(times_log(d, y, a) + times_log(d, 1.0, kept(d, 1.0 - a)));
    case DOCTOR_LOSS_LOG_A:
        return -(times_log(d, y, a) + times_log(d, 1.0 - y, a));
    default:
        return -(times_log(d, y, a) +
                 d->how[DOCTOR_TERM] * times_log(d, 1.0 - y, kept(d, 1.0 - a)));
    }
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
static void step_all(doctor *d) {
    double losses = 0.0, right = 0.0;
    forward_all(d);
    for (int i = 0; i < d->m; i++) {
        losses += loss_of(d, d->z[i], d->a[i], d->y[i]);
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
        double z = kept(d, forward_one(d, i)), a = kept(d, sigmoid_of(d, z)), y = d->y[i];
        losses += loss_of(d, z, a, y);
        right += (a > 0.5) == (y > 0.5);
        if (d->t == d->end) continue;
        update_w(d, i, dz_of(d, a, y));
        update_b(d, dz_of(d, a, y));
    }
    measure(d, losses, right);
}

/* An iteration with a w and an A for each label. */
static void step_column(doctor *d) {
    double losses = 0.0, db = 0.0, *rows[2] = {d->alpha_hat, d->other};
    for (int label = 0; label < 2; label++) {
        double times = 0.0;
        for (int i = 0; i < d->m; i++) times += (d->y[i] > 0.5) == label;
        d->alpha_hat = rows[label];
        if (times > 0.0) forward_all(d);
        for (int i = 0; times > 0.0 && i < d->m; i++) {
            double dz = dz_of(d, d->a[i], label);
            losses += times * loss_of(d, d->z[i], d->a[i], label);
            db += times * dz;
            if (d->t < d->end) update_w(d, i, dz);
        }
    }
    d->alpha_hat = rows[0];
    measure(d, losses, NAN);
    if (d->t <= d->end) update_b(d, db);
}

void doctor_step(doctor *d) {
    switch ((int)d->how[DOCTOR_ORDER]) {
    case DOCTOR_ORDER_EACH:
        return step_each(d);
    case DOCTOR_ORDER_COLUMN:
        return step_column(d);
    default:
        step_all(d);
    }
}
