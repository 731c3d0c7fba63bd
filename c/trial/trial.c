/* trial.c -- see trial.h. Lanes lie side by side, so that matmul_f64 loads a number of K once for
 * four of them. */
#include "trial.h"
#include "descent.h"
#include "finite.h"
#include "gram.h"
#include "learner.h"
#include "matmul.h"
#include "sigmoid.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LANES = TRIALS_MAX_LANES, TILE = 4, ROWS = 32, PARTS = 2 };

typedef struct {
    int chosen[PARTS]; /* rows, counted as often as they were chosen */
    int last;          /* the last row to train on, + 1 */
    int running, ended, t, iterations;
    double alpha;
    double *costs; /* (2, iterations + 1), or NULL */
    double result[TRIAL_RESULTS];
} lane;

struct trials {
    const dataset *ds;
    int n;
    int *slots;                         /* (n) */
    double *k;                          /* (n, n) */
    int copied;                         /* rows of K that are in k */
    int row;                            /* rows of the current pass already done */
    double *ones[PARTS], *times[PARTS]; /* (n, LANES): c1 and c of either part */
    double *alpha_hat, *z, *a;          /* (n, LANES) */
    double *ended_z;                    /* (LANES, n) */
    double *lane_z, *lane_y, *losses;   /* (n) of the lane that is measured */
    double b[LANES];
    lane lanes[LANES];
};

static const uint64_t WIDE = 8 * LANES + 3; /* numbers a row beside its row of K */

double trials_bytes(int n) {
    double rows = n > 0 ? n : 0;
    return rows * rows * sizeof(double) + rows * ((double)WIDE * sizeof(double) + sizeof(int));
}

/* All arrays but K in one block. */
static int take(trials *t, const int *slots) {
    uint64_t n = (uint64_t)t->n, wide = n * LANES;
    t->k = descent_take(n, n * sizeof(double));
    t->slots = descent_take(n, sizeof(int));
    double *at = descent_take(n, WIDE * sizeof(double));
    t->times[PART_TRAIN] = at;
    if (!t->k || !t->slots || !at) return TRIAL_ERR_MEMORY;
    t->times[PART_TEST] = at += wide;
    t->ones[PART_TRAIN] = at += wide;
    t->ones[PART_TEST] = at += wide;
    t->alpha_hat = at += wide;
    t->z = at += wide;
    t->a = at += wide;
    t->ended_z = at += wide;
    t->lane_z = at += wide;
    t->lane_y = at += n;
    t->losses = at + n;
    memcpy(t->slots, slots, n * sizeof(int));
    return 0;
}

static int all_known(const dataset *ds, const int *slots, int n) {
    if (gram_missing(ds) != 0) return 0;
    for (int i = 0; i < n; i++)
        if (dataset_part(ds, slots[i]) == PART_NONE) return 0;
    return 1;
}

trials *trials_create(const dataset *ds, const int *slots, int n) {
    if (!ds || !slots || n < 1 || n > GRAM_MAX_SLOTS || !all_known(ds, slots, n)) return NULL;
    if (dataset_slots(ds) > GRAM_MAX_SLOTS) return NULL;
    trials *t = calloc(1, sizeof *t);
    if (!t) return NULL;
    t->ds = ds;
    t->n = n;
    if (take(t, slots) == 0) return t;
    trials_free(t);
    return NULL;
}

void trials_free(trials *t) {
    if (!t) return;
    for (int l = 0; l < LANES; l++) free(t->lanes[l].costs);
    free(t->k);
    free(t->slots);
    free(t->times[PART_TRAIN]);
    free(t);
}

static lane *lane_of(const trials *t, int l) {
    return t && l >= 0 && l < LANES ? (lane *)&t->lanes[l] : NULL;
}

/* Its trial is over, whatever became of it: what it says is of no use any more. */
static void leave(trials *t, int l) {
    lane *of = &t->lanes[l];
    of->running = of->ended = 0;
    free(of->costs);
    of->costs = NULL;
    t->b[l] = 0.0;
    for (int i = 0; i < t->n; i++) t->alpha_hat[i * LANES + l] = 0.0;
    t->row = 0;
}

int trials_choose(trials *t, int l, int part, const int *rows, const uint8_t *y, int count) {
    lane *of = lane_of(t, l);
    if (!of || (part != PART_TRAIN && part != PART_TEST) || count < 0) return TRIAL_ERR_ARG;
    if (count > 0 && (!rows || !y)) return TRIAL_ERR_ARG;
    for (int i = 0; i < count; i++)
        if (rows[i] < 0 || rows[i] >= t->n || y[i] > 1) return TRIAL_ERR_ARG;
    leave(t, l);
    double *times = t->times[part] + l, *ones = t->ones[part] + l;
    for (int i = 0; i < t->n; i++) times[i * LANES] = ones[i * LANES] = 0.0;
    of->chosen[part] = count;
    if (part == PART_TRAIN) of->last = 0;
    for (int i = 0; i < count; i++) {
        times[rows[i] * LANES] += 1.0;
        ones[rows[i] * LANES] += y[i];
        if (part == PART_TRAIN && rows[i] >= of->last) of->last = rows[i] + 1;
    }
    return 0;
}

int trials_begin(trials *t, int l, double alpha, int iterations, int curve) {
    lane *of = lane_of(t, l);
    if (!of || of->chosen[PART_TRAIN] == 0) return TRIAL_ERR_ARG;
    if (!(alpha > 0.0) || !isfinite(alpha)) return TRIAL_ERR_ARG;
    if (iterations < 0 || iterations > LEARNER_MAX_ITERATIONS) return TRIAL_ERR_ARG;
    double *costs = NULL;
    if (curve) costs = descent_take((uint64_t)iterations + 1, PARTS * sizeof(double));
    if (curve && !costs) return TRIAL_ERR_MEMORY;
    leave(t, l);
    of->costs = costs;
    of->alpha = alpha;
    of->iterations = iterations;
    of->t = 0;
    of->running = 1;
    return 0;
}

/* Lanes that are multiplied: up to the last that runs, a whole number of tiles. */
static int width(const trials *t) {
    int lanes = 0;
    for (int l = 0; l < LANES; l++)
        if (t->lanes[l].running) lanes = l + 1;
    return (lanes + TILE - 1) / TILE * TILE;
}

/* Rows that any lane trains on lie before this one. */
static int trained(const trials *t) {
    int last = 0;
    for (int l = 0; l < LANES; l++)
        if (t->lanes[l].running && t->lanes[l].last > last) last = t->lanes[l].last;
    return last;
}

/* Whether a lane is to be measured in its current state. */
static int measured(const lane *of) {
    return of->running && (of->costs || of->t == of->iterations);
}

/* Rows of which z is needed now. */
static int needed(const trials *t) {
    for (int l = 0; l < LANES; l++)
        if (measured(&t->lanes[l])) return t->n;
    return trained(t);
}

double trials_madds(const trials *t) {
    if (!t) return NAN;
    return (double)width(t) * trained(t) * needed(t);
}

static void copy_rows(trials *t, int to) {
    for (; t->copied < to; t->copied++) {
        double *k = t->k + (size_t)t->copied * (size_t)t->n;
        for (int j = 0; j < t->n; j++) k[j] = gram_at(t->ds, t->slots[t->copied], t->slots[j]);
    }
}

/* z and a of rows from .. to-1. */
static void forward(trials *t, int from, int to, int lanes) {
    double *z = t->z + (size_t)from * LANES;
    int count = (to - from) * LANES;
    copy_rows(t, to);
    memset(z, 0, (size_t)count * sizeof *z);
    matmul_f64(z, LANES, t->k + (size_t)from * (size_t)t->n, t->n, 1, t->alpha_hat, LANES,
               to - from, lanes, trained(t));
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
    for (int i = 0; i < trained(t) * LANES; i += LANES)
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

/* The pass is complete. Returns how many lanes have ended with it. */
static int finish(trials *t) {
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

static int running(const trials *t) {
    int count = 0;
    for (int l = 0; l < LANES; l++) count += t->lanes[l].running;
    return count;
}

int trials_run(trials *t, double max_madds) {
    if (!t) return TRIAL_ERR_ARG;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    while (running(t) > 0) {
        int rows = needed(t), lanes = width(t);
        int to = rows - t->row > ROWS ? t->row + ROWS : rows;
        budget -= (double)(to - t->row) *
                  (lanes * (double)trained(t) + (t->copied < to ? (double)t->n : 0.0));
        forward(t, t->row, to, lanes);
        t->row = to;
        if (to == rows && finish(t) > 0) break;
        if (budget <= 0.0) break;
    }
    return running(t);
}

static const lane *ended(const trials *t, int l) {
    const lane *of = lane_of(t, l);
    return of && of->ended ? of : NULL;
}

const double *trials_result(const trials *t, int l) {
    const lane *of = ended(t, l);
    return of ? of->result : NULL;
}

const double *trials_z(const trials *t, int l) {
    return ended(t, l) ? t->ended_z + (size_t)l * (size_t)t->n : NULL;
}

const double *trials_costs(const trials *t, int l) {
    const lane *of = ended(t, l);
    return of ? of->costs : NULL;
}
