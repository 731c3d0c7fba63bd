/* trial_pass.c -- see trial.h: one pass over K for all lanes. */
#include "finite.h"
#include "gram.h"
#include "matmul.h"
#include "sigmoid.h"
#include "trial_impl.h"
#include <math.h>
#include <string.h>

int trials_width(const trials *t) {
    int lanes = 0;
    for (int l = 0; l < LANES; l++)
        if (t->lanes[l].running) lanes = l + 1;
    return (lanes + TILE - 1) / TILE * TILE;
}

int trials_trained(const trials *t) {
    int last = 0;
    for (int l = 0; l < LANES; l++)
        if (t->lanes[l].running && t->lanes[l].last > last) last = t->lanes[l].last;
    return last;
}

/* Whether a lane is to be measured in its current state. */
static int measured(const lane *of) {
    return of->running && (of->costs || of->t == of->iterations);
}

int trials_needed(const trials *t) {
    for (int l = 0; l < LANES; l++)
        if (measured(&t->lanes[l])) return t->n;
    return trials_trained(t);
}

static void copy_rows(trials *t, int to) {
    for (; t->copied < to; t->copied++) {
        double *k = t->k + (size_t)t->copied * (size_t)t->n;
        for (int j = 0; j < t->n; j++) k[j] = gram_at(t->ds, t->slots[t->copied], t->slots[j]);
    }
}

void trials_forward(trials *t, int from, int to) {
    int lanes = trials_width(t);
    double *z = t->z + (size_t)from * LANES;
    int count = (to - from) * LANES;
    copy_rows(t, to);
    memset(z, 0, (size_t)count * sizeof *z);
    matmul_f64(z, LANES, t->k + (size_t)from * (size_t)t->n, t->n, 1, t->alpha_hat, LANES,
               to - from, lanes, trials_trained(t));
    for (int i = 0; i < count; i += LANES)
        for (int l = 0; l < LANES; l++) z[i + l] = z[i + l] / (255.0 * 255.0) + t->b[l];
    sigmoid_f64(t->a + (size_t)from * LANES, z, count);
}

/* J and accuracy of a lane on the rows of a part. */
static void measure(trials *t, int l, int part, double out[2]) {
    const double *times = t->times[part] + l, *ones = t->ones[part] + l;
    int count = t->lanes[l].chosen[part];
    double sum = 0.0, right = 0.0;
    for (int i = 0; i < t->n; i++) {
        double c = times[i * LANES];
        t->lane_z[i] = t->z[i * LANES + l];
        t->lane_y[i] = c > 0.0 ? ones[i * LANES] / c : 0.0;
    }
    log_loss_f64(t->losses, t->lane_z, t->lane_y, t->n);
    for (int i = 0; i < t->n; i++) {
        double c = times[i * LANES], c1 = ones[i * LANES];
        if (c == 0.0) continue;
        sum += c * t->losses[i];
        right += t->a[i * LANES + l] > 0.5 ? c1 : c - c1;
    }
    out[0] = count > 0 ? sum / count : NAN;
    out[1] = count > 0 ? right / count : NAN;
}

static void end(trials *t, int l, const double found[TRIAL_B]) {
    lane *of = &t->lanes[l];
    double *z = t->ended_z + (size_t)l * (size_t)t->n;
    for (int i = 0; i < t->n; i++) {
        z[i] = t->z[i * LANES + l];
        t->losses[i] = t->alpha_hat[i * LANES + l];
    }
    int finite =
        isfinite(found[TRIAL_COST]) && isfinite(t->b[l]) && finite_f64(t->losses, (size_t)t->n);
    for (int k = 0; k < TRIAL_B; k++) of->result[k] = finite ? found[k] : NAN;
    of->result[TRIAL_B] = finite ? t->b[l] : NAN;
    of->running = 0;
    of->ended = 1;
}

/* The next state of every lane that runs. */
static void update(trials *t) {
    double rate[LANES], db[LANES] = {0};
    for (int l = 0; l < LANES; l++) {
        const lane *of = &t->lanes[l];
        rate[l] = of->running ? of->alpha / of->chosen[PART_TRAIN] : 0.0;
    }
    const double *c = t->times[PART_TRAIN], *c1 = t->ones[PART_TRAIN];
    double *alpha_hat = t->alpha_hat, *a = t->a;
    for (int i = 0; i < trials_trained(t) * LANES; i += LANES)
        for (int l = 0; l < LANES; l++) {
            double dz = c[i + l] * a[i + l] - c1[i + l];
            alpha_hat[i + l] -= rate[l] * dz;
            db[l] += dz;
        }
    for (int l = 0; l < LANES; l++) {
        t->b[l] -= rate[l] * db[l];
        t->lanes[l].t += t->lanes[l].running;
    }
}

int trials_finish(trials *t) {
    int over = 0;
    for (int l = 0; l < LANES; l++) {
        lane *of = &t->lanes[l];
        if (!measured(of)) continue;
        double found[TRIAL_B];
        measure(t, l, PART_TRAIN, &found[TRIAL_COST]);
        measure(t, l, PART_TEST, &found[TRIAL_TEST_COST]);
        if (of->costs) {
            of->costs[of->t] = found[TRIAL_COST];
            of->costs[of->iterations + 1 + of->t] = found[TRIAL_TEST_COST];
        }
        if (of->t < of->iterations) continue;
        end(t, l, found);
        over++;
    }
    update(t);
    t->row = 0;
    return over;
}
