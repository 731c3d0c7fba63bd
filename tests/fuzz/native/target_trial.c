/* target_trial.c: trials through any sequence of calls, with allocations that fail. What holds: a
 * trial that has ended says what plain loops over its rows of K say, within a bound that is
 * computed beside them; what is refused changes nothing; nobody's neighbours matter. */
#include "fuzz.h"
#include "gram.h"
#include "learner.h"
#include "trial.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_N = 40, MOST_CHOSEN = 60, MOST_ITERATIONS = 12, PARTS = 2 };

typedef struct {
    int rows[PARTS][MOST_CHOSEN], count[PARTS], iterations, begun, curve;
    uint8_t y[PARTS][MOST_CHOSEN];
    double alpha;
} plan;

typedef struct {
    dataset *ds;
    trials *t;
    int n, slots[MOST_N];
    plan lanes[TRIALS_MAX_LANES];
} model;

static double k_of(const model *m, int i, int j) {
    return gram_at(m->ds, m->slots[i], m->slots[j]) / (255.0 * 255.0);
}

/* z of every row after the lane's iterations, in plain loops over the chosen rows, and in `size`
 * how large the terms of its sum are. 0 when anything is too large to be compared. */
static int plain(const model *m, const plan *p, double *z, double *b) {
    double alpha_hat[MOST_CHOSEN] = {0};
    int count = p->count[PART_TRAIN];
    *b = 0.0;
    for (int s = 0;; s++) {
        for (int i = 0; i < m->n; i++) {
            z[i] = *b;
            for (int k = 0; k < count; k++)
                z[i] += k_of(m, i, p->rows[PART_TRAIN][k]) * alpha_hat[k];
            if (!(fabs(z[i]) < 1e3)) return 0;
        }
        if (s == p->iterations) return 1;
        double db = 0.0;
        for (int k = 0; k < count; k++) {
            double dz = 1.0 / (1.0 + exp(-z[p->rows[PART_TRAIN][k]])) - p->y[PART_TRAIN][k];
            alpha_hat[k] -= p->alpha / count * dz;
            db += dz;
        }
        *b -= p->alpha / count * db;
    }
}

/* A step stretches what is off by at most 1 + alpha (|K| + 1) / 4 (sigma' <= 1/4, |K| the largest
 * row sum of means), and adds the rounding of sums of so many terms, each below 1e3. */
static double bound_of(const model *m, const plan *p) {
    double largest = 0.0;
    for (int i = 0; i < m->n; i++)
        for (int j = 0; j < m->n; j++) largest = fmax(largest, k_of(m, i, j));
    double bound = 0.0, step = p->alpha * (largest + 1.0);
    for (int s = 0; s <= p->iterations; s++)
        bound = bound * (1.0 + step / 4.0) + 1e-16 * (MOST_CHOSEN + 8.0) * (1e3 + step);
    return bound;
}

static void check(const model *m, int lane) {
    const plan *p = &m->lanes[lane];
    const double *result = trials_result(m->t, lane), *z = trials_z(m->t, lane);
    const double *costs = trials_costs(m->t, lane);
    double expected[MOST_N], b;
    MUST(p->begun && z && (costs != NULL) == p->curve);
    if (costs)
        MUST(!(isfinite(result[TRIAL_COST])) ||
             same_double(costs[p->iterations], result[TRIAL_COST]));
    double bound = bound_of(m, p);
    if (!(bound < 1e-3) || !plain(m, p, expected, &b)) return;
    MUST(fabs(result[TRIAL_B] - b) <= bound);
    for (int i = 0; i < m->n; i++) MUST(fabs(z[i] - expected[i]) <= bound);
    for (int part = 0; part < PARTS; part++) {
        double J = 0.0, right = 0.0;
        int count = p->count[part], decided = 1;
        for (int k = 0; k < count; k++) {
            double v = expected[p->rows[part][k]], y = p->y[part][k];
            J += (fmax(v, 0.0) - y * v + log1p(exp(-fabs(v)))) / count;
            right += (v > 0.0) == (y > 0.5);
            decided &= fabs(v) > bound || v == 0.0;
        }
        const double *found = result + (part == PART_TRAIN ? TRIAL_COST : TRIAL_TEST_COST);
        if (count == 0) MUST(isnan(found[0]) && isnan(found[1]));
        if (count == 0) continue;
        MUST(fabs(found[0] - J) <= bound + 1e-13 * (1.0 + J));
        if (decided) MUST(fabs(found[1] - right / count) <= 1e-12);
    }
}

static void choose(model *m, reader *r) {
    int lane = take_int(r, -1, TRIALS_MAX_LANES), part = take_int(r, 0, 2);
    int count = take_int(r, -1, MOST_CHOSEN), right = 1;
    size_t size = count > 0 ? (size_t)count : 0;
    int *rows = exactly(size * sizeof *rows);
    uint8_t *y = exactly(size);
    for (int k = 0; k < count; k++) {
        uint32_t what = take(r, 1);
        rows[k] = what == 255 ? -1 : (int)(what >> 1) % (m->n + (what == 254));
        y[k] = (uint8_t)(what & 1);
        if (what == 253) y[k] = 2;
        right &= rows[k] >= 0 && rows[k] < m->n && y[k] < 2;
    }
    right &= lane >= 0 && lane < TRIALS_MAX_LANES && part < PARTS && count >= 0;
    MUST(trials_choose(m->t, lane, part, rows, y, count) == (right ? 0 : TRIAL_ERR_ARG));
    if (right) {
        plan *p = &m->lanes[lane];
        p->count[part] = count;
        memcpy(p->rows[part], rows, size * sizeof *rows);
        memcpy(p->y[part], y, size);
        p->begun = 0;
        MUST(!trials_result(m->t, lane));
    }
    free(rows);
    free(y);
}

static void begin(model *m, reader *r) {
    const double alphas[] = {0.1, 0.01, 0.5, 2.0};
    uint32_t which = take(r, 1);
    double alpha = which < 220 ? alphas[which % 4] : take_double(r);
    int lane = take_int(r, -1, TRIALS_MAX_LANES), iterations = take_int(r, -1, MOST_ITERATIONS);
    int curve = take_int(r, 0, 1);
    int right = lane >= 0 && lane < TRIALS_MAX_LANES && m->lanes[lane].count[PART_TRAIN] > 0 &&
                alpha > 0.0 && isfinite(alpha) && iterations >= 0;
    take_failures(r);
    int code = trials_begin(m->t, lane, alpha, iterations, curve), failed = end_failures();
    MUST(code == (right ? 0 : TRIAL_ERR_ARG) || (right && failed && code == TRIAL_ERR_MEMORY));
    if (code != 0) return;
    plan *p = &m->lanes[lane];
    p->alpha = alpha;
    p->iterations = iterations;
    p->curve = curve;
    p->begun = 1;
    MUST(!trials_result(m->t, lane));
}

static void run(model *m, double max_madds) {
    int left = trials_run(m->t, max_madds), running = 0;
    for (int lane = 0; lane < TRIALS_MAX_LANES; lane++)
        running += m->lanes[lane].begun && !trials_result(m->t, lane);
    MUST(left == running && trials_madds(m->t) >= 0.0);
}

static void make(model *m, reader *r) {
    int n_px = take_int(r, 1, 3), pictures = take_int(r, 1, MOST_N);
    m->ds = dataset_create(n_px);
    for (int i = 0; i < pictures; i++) {
        uint8_t rgb[27];
        take_bytes(r, rgb, 3 * n_px * n_px);
        MUST(dataset_add(m->ds, rgb, i & 1, i & 1, (uint32_t)i) == i);
    }
    while (gram_step(m->ds, 1) > 0) {
    }
    m->n = take_int(r, 1, MOST_N);
    for (int i = 0; i < m->n; i++) m->slots[i] = (int)(take(r, 1) % (uint32_t)pictures);
    take_failures(r);
    m->t = trials_create(m->ds, m->slots, m->n);
    int failed = end_failures();
    MUST(m->t || failed);
}

void target(reader *r) {
    static model m;
    memset(&m, 0, sizeof m);
    make(&m, r);
    for (int calls = 0; m.t && more(r) && calls < 60; calls++) {
        uint32_t what = take(r, 1) % 8;
        if (what < 3)
            choose(&m, r);
        else if (what < 6)
            begin(&m, r);
        else
            run(&m, what == 6 ? 1.0 : 1e4);
    }
    while (m.t && trials_run(m.t, 1e9) > 0) {
    }
    for (int lane = 0; m.t && lane < TRIALS_MAX_LANES; lane++)
        if (trials_result(m.t, lane)) check(&m, lane);
    trials_free(m.t);
    dataset_free(m.ds);
}
