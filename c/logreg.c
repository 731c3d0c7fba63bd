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

void *logreg_take(uint64_t count, uint64_t size) {
    if (size == 0 || count > (uint64_t)INT32_MAX / size) return NULL;
    return calloc((size_t)count, (size_t)size);
}

static int part_count(const dataset *ds, int part) {
    return dataset_count(ds, part, 0) + dataset_count(ds, part, 1);
}

double logreg_bytes(const dataset *ds, int engine) {
    if (!ds || engine < ENGINE_LOOP || engine > ENGINE_GRAM) return NAN;
    int m = part_count(ds, PART_TRAIN), m_test = part_count(ds, PART_TEST);
    double arrays = (m + m_test) * 5.0 * sizeof(double) + dataset_n_x(ds) * sizeof(double);
    return arrays + ENGINES[engine]->bytes(ds, m, m_test);
}

static int fill_slots(logreg *lr) {
    int n = 0;
    for (int part = PART_TRAIN; part <= PART_TEST; part++) {
        for (int slot = 0; slot < dataset_slots(lr->ds); slot++) {
            if (dataset_part(lr->ds, slot) != part) continue;
            lr->slots[n] = slot;
            lr->y[n++] = dataset_y(lr->ds, slot);
        }
    }
    return n;
}

static int grow(double **array, int room) {
    double *larger = realloc(*array, (size_t)room * sizeof(double));
    if (!larger) return LOGREG_ERR_MEMORY;
    *array = larger;
    return 0;
}

/* Room for state t in the arrays by iteration. */
static int reserve(logreg *lr, int t) {
    if (t < lr->room) return 0;
    int room = lr->room == 0 ? 1024 : 2 * lr->room;
    if (grow(&lr->costs, room) || grow(&lr->test_costs, room) || grow(&lr->alphas, room))
        return LOGREG_ERR_MEMORY;
    lr->room = room;
    return 0;
}

static void cost_unknown(logreg *lr) { lr->costs[lr->t] = lr->test_costs[lr->t] = NAN; }

static int allocate(logreg *lr) {
    uint64_t n = (uint64_t)lr->m + (uint64_t)lr->m_test;
    lr->slots = logreg_take(n, sizeof(int));
    lr->y = logreg_take(5 * n, sizeof(double)); /* y, z, a, dz, losses in one block */
    lr->w = logreg_take((uint64_t)lr->n_x, sizeof(double));
    lr->state = logreg_take(1, lr->engine->state_bytes(lr));
    if (!lr->slots || !lr->y || !lr->w || !lr->state) return LOGREG_ERR_MEMORY;
    lr->z = lr->y + n;
    lr->a = lr->z + n;
    lr->dz = lr->a + n;
    lr->losses = lr->dz + n;
    fill_slots(lr);
    if (reserve(lr, 0) != 0) return LOGREG_ERR_MEMORY;
    cost_unknown(lr);
    if (history_init(&lr->past, lr->engine->state_bytes(lr)) != 0) return LOGREG_ERR_MEMORY;
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
    free(lr->costs);
    free(lr->test_costs);
    free(lr->alphas);
    history_free(&lr->past);
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
    lr->costs[lr->t] = lr->loss_sum / lr->m;
    lr->test_costs[lr->t] = NAN;
    if (lr->m_test > 0) {
        int m = lr->m;
        double sum = forward_loss_f64(lr->a + m, lr->dz + m, lr->z + m, lr->y + m, lr->m_test);
        lr->test_costs[lr->t] = sum / lr->m_test;
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
    history_offer(&lr->past, lr->t, lr->state);
    lr->alphas[lr->t] = alpha;
    lr->engine->update(lr, alpha);
    lr->t++;
    cost_unknown(lr);
    state_changed(lr);
}

int logreg_train(logreg *lr, double alpha, int iterations, double max_madds) {
    if (!lr || !(alpha > 0.0) || !isfinite(alpha) || iterations < 0) return LOGREG_ERR_ARG;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    int done = 0;
    while (done < iterations) {
        if (lr->t >= LOGREG_MAX_ITERATIONS) return done > 0 ? done : LOGREG_ERR_END;
        if (reserve(lr, lr->t + 1) != 0) return done > 0 ? done : LOGREG_ERR_MEMORY;
        if (!pass(lr, &budget)) break;
        if (!isfinite(lr->costs[lr->t])) return done > 0 ? done : LOGREG_ERR_DIVERGED;
        history_truncate(&lr->past, lr->t);
        update(lr, alpha);
        lr->end = lr->t;
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
    if (!lr || t < 0 || t > lr->end) return LOGREG_ERR_ARG;
    if (t == lr->t) return 0;
    lr->t = history_restore(&lr->past, t, lr->state);
    state_changed(lr);
    while (lr->t < t) {
        double unlimited = INFINITY;
        pass(lr, &unlimited);
        lr->engine->update(lr, lr->alphas[lr->t]);
        lr->t++;
        state_changed(lr);
    }
    return 0;
}

void logreg_reset(logreg *lr) {
    if (!lr) return;
    logreg_seek(lr, 0);
    lr->end = 0;
    history_truncate(&lr->past, 0);
}

int logreg_iteration(const logreg *lr) { return lr->t; }
int logreg_end(const logreg *lr) { return lr->end; }
const double *logreg_costs(const logreg *lr) { return lr->costs; }
const double *logreg_test_costs(const logreg *lr) { return lr->test_costs; }
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
    int right = 0;
    for (int i = from; i < to; i++) right += (lr->a[i] > 0.5) == (lr->y[i] > 0.5);
    return to > from ? (double)right / (to - from) : NAN;
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
