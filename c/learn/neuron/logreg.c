/* logreg.c -- see logreg.h: passes, updates, costs and rewinding. What an engine does with the rows
 * is in logreg_loop.c, logreg_vectorized.c and logreg_gram.c. */
#include "logreg.h"
#include "gram.h"
#include "kernels.h"
#include "logreg_impl.h"
#include "sigmoid.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const logreg_engine *const ENGINES[] = {&engine_loop, &engine_vectorized, &engine_gram};

static int part_count(const dataset *ds, int part) {
    return dataset_count(ds, part, 0) + dataset_count(ds, part, 1);
}

double logreg_bytes(const dataset *ds, int engine) {
    if (!ds || engine < ENGINE_LOOP || engine > ENGINE_GRAM) return NAN;
    int m = part_count(ds, PART_TRAIN), m_test = part_count(ds, PART_TEST);
    double arrays = (m + m_test) * 5.0 * sizeof(double) + dataset_n_x(ds) * sizeof(double);
    return arrays + ENGINES[engine]->bytes(ds, m, m_test);
}

static int allocate(logreg *lr) {
    uint64_t n = (uint64_t)lr->m + (uint64_t)lr->m_test;
    lr->slots = descent_take(n, sizeof(int));
    lr->y = descent_take(5 * n, sizeof(double)); /* y, z, a, dz, losses in one block */
    lr->w = descent_take((uint64_t)lr->n_x, sizeof(double));
    lr->state = descent_take(1, lr->engine->state_bytes(lr));
    if (!lr->slots || !lr->y || !lr->w || !lr->state) return LOGREG_ERR_MEMORY;
    lr->z = lr->y + n;
    lr->a = lr->z + n;
    lr->dz = lr->a + n;
    lr->losses = lr->dz + n;
    int train = dataset_list(lr->ds, PART_TRAIN, lr->slots, lr->y);
    dataset_list(lr->ds, PART_TEST, lr->slots + train, lr->y + train);
    if (descent_init(&lr->time, lr->engine->state_bytes(lr)) != 0) return LOGREG_ERR_MEMORY;
    return lr->engine->prepare(lr);
}

logreg *logreg_create(dataset *ds, int engine) {
    if (!ds || engine < ENGINE_LOOP || engine > ENGINE_GRAM) return NULL;
    if (part_count(ds, PART_TRAIN) == 0) return NULL;
    if (engine == ENGINE_GRAM && (dataset_slots(ds) > GRAM_MAX_SLOTS || gram_missing(ds) > 0))
        return NULL;
    logreg *lr = calloc(1, sizeof *lr);
    if (!lr) return NULL;
    lr->ds = ds;
    lr->engine = ENGINES[engine];
    lr->m = part_count(ds, PART_TRAIN);
    lr->m_test = part_count(ds, PART_TEST);
    lr->n_x = dataset_n_x(ds);
    lr->stride = dataset_stride(ds);
    if (allocate(lr) != 0) {
        logreg_free(lr);
        return NULL;
    }
    return lr;
}

void logreg_free(logreg *lr) {
    if (!lr) return;
    free(lr->slots);
    free(lr->y);
    free(lr->w);
    free(lr->state);
    free(lr->work);
    descent_free(&lr->time);
    free(lr);
}

static void state_changed(logreg *lr) {
    lr->row = 0;
    lr->complete = 0;
    lr->w_valid = 0;
}

/* All rows are done: the costs of state t. */
static void finish_pass(logreg *lr) {
    lr->engine->finish(lr);
    lr->time.costs[lr->time.t] = lr->loss_sum / lr->m;
    lr->time.test_costs[lr->time.t] = NAN;
    if (lr->m_test > 0) {
        int m = lr->m;
        double sum = forward_loss_f64(lr->a + m, lr->dz + m, lr->z + m, lr->y + m, lr->m_test);
        lr->time.test_costs[lr->time.t] = sum / lr->m_test;
    }
    lr->complete = 1;
}

/* Goes on with the pass of state t until it is complete (1) or the budget is used up (0). */
static int pass(logreg *lr, double *budget) {
    while (!lr->complete) {
        if (lr->row == 0) lr->engine->begin(lr);
        int part = lr->row < lr->m ? PART_TRAIN : PART_TEST;
        int end = part == PART_TRAIN ? lr->m : lr->m + lr->m_test;
        double row_madds = lr->engine->row_madds(lr, part);
        double rows = *budget / row_madds;
        int to = rows < end - lr->row ? lr->row + ((int)rows + 8) / 8 * 8 : end;
        if (to > end) to = end;
        lr->engine->rows(lr, lr->row, to);
        *budget -= (to - lr->row) * row_madds;
        lr->row = to;
        if (lr->row == lr->m + lr->m_test)
            finish_pass(lr);
        else if (*budget <= 0)
            return 0;
    }
    return 1;
}

static void update(logreg *lr, double alpha) {
    descent_advance(&lr->time, alpha, lr->state);
    lr->engine->update(lr, alpha);
    state_changed(lr);
}

int logreg_train(logreg *lr, double alpha, int iterations, double max_madds) {
    if (!lr || !(alpha > 0.0) || !isfinite(alpha) || iterations < 0) return LOGREG_ERR_ARG;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    int done = 0;
    while (done < iterations) {
        if (lr->time.t >= LOGREG_MAX_ITERATIONS) return done > 0 ? done : LOGREG_ERR_END;
        if (descent_reserve(&lr->time, lr->time.t + 1) != 0)
            return done > 0 ? done : LOGREG_ERR_MEMORY;
        if (!pass(lr, &budget)) break;
        if (!isfinite(lr->time.costs[lr->time.t])) return done > 0 ? done : LOGREG_ERR_DIVERGED;
        update(lr, alpha);
        done++;
        if (budget <= 0) break;
    }
    return done;
}

int logreg_evaluate(logreg *lr, double max_madds) {
    if (!lr) return LOGREG_ERR_ARG;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    return pass(lr, &budget);
}

int logreg_seek(logreg *lr, int t) {
    if (!lr || t < 0 || t > lr->time.end) return LOGREG_ERR_ARG;
    if (t == lr->time.t) return 0;
    lr->time.t = history_restore(&lr->time.past, t, lr->state);
    state_changed(lr);
    while (lr->time.t < t) {
        double unlimited = INFINITY;
        pass(lr, &unlimited);
        lr->engine->update(lr, lr->time.alphas[lr->time.t]);
        lr->time.t++;
        state_changed(lr);
    }
    return 0;
}

void logreg_reset(logreg *lr) {
    if (!lr) return;
    logreg_seek(lr, 0);
    descent_forget_ahead(&lr->time);
}

int logreg_iteration(const logreg *lr) { return lr->time.t; }
int logreg_end(const logreg *lr) { return lr->time.end; }
const double *logreg_costs(const logreg *lr) { return lr->time.costs; }
const double *logreg_test_costs(const logreg *lr) { return lr->time.test_costs; }
int logreg_m(const logreg *lr) { return lr->m; }
int logreg_m_test(const logreg *lr) { return lr->m_test; }
const int *logreg_slots(const logreg *lr) { return lr->slots; }
const double *logreg_z(const logreg *lr) { return lr->z; }
const double *logreg_a(const logreg *lr) { return lr->a; }

const double *logreg_losses(logreg *lr) {
    log_loss_f64(lr->losses, lr->z, lr->y, lr->m + lr->m_test);
    return lr->losses;
}

double logreg_accuracy(const logreg *lr, int part) {
    int from = part == PART_TRAIN ? 0 : lr->m;
    int to = part == PART_TRAIN ? lr->m : lr->m + lr->m_test;
    return share_right(lr->a + from, lr->y + from, to - from);
}

const double *logreg_w(logreg *lr) {
    if (!lr->w_valid) lr->engine->weights(lr, lr->w);
    lr->w_valid = 1;
    return lr->w;
}

void logreg_predict(logreg *lr, const uint8_t *x, double y, double out[4]) {
    out[0] = dot_u8_f64(logreg_w(lr), x, lr->n_x) / 255.0;
    out[1] = out[0] + logreg_b(lr);
    sigmoid_f64(&out[2], &out[1], 1);
    log_loss_f64(&out[3], &out[1], &y, 1);
}

double logreg_b(const logreg *lr) {
    if (lr->engine == &engine_vectorized) return ((const float *)lr->state)[lr->stride];
    return ((const double *)lr->state)[lr->engine == &engine_gram ? lr->m : lr->n_x];
}

const double *logreg_state(const logreg *lr) {
    return lr->engine == &engine_vectorized ? NULL : lr->state;
}

double logreg_madds(const logreg *lr) {
    return lr->m * lr->engine->row_madds(lr, PART_TRAIN) +
           lr->m_test * lr->engine->row_madds(lr, PART_TEST);
}
