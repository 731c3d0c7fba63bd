/* trial.c -- see trial.h. */
#include "descent.h"
#include "gram.h"
#include "learner.h"
#include "trial_impl.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

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

double trials_madds(const trials *t) {
    if (!t) return NAN;
    return (double)trials_width(t) * trials_trained(t) * trials_needed(t);
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
        int rows = trials_needed(t), lanes = trials_width(t);
        int to = rows - t->row > ROWS ? t->row + ROWS : rows;
        budget -= (double)(to - t->row) *
                  (lanes * (double)trials_trained(t) + (t->copied < to ? (double)t->n : 0.0));
        trials_forward(t, t->row, to);
        t->row = to;
        if (to == rows && trials_finish(t) > 0) break;
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
