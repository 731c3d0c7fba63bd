/* logreg.c -- see logreg.h: passes and updates. What an engine does with the rows is in
 * logreg_loop.c, logreg_vectorized.c and logreg_gram.c. */
#include "logreg.h"
#include "kernels.h"
#include "logreg_impl.h"
#include "sigmoid.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const logreg_engine *const ENGINES[] = {
    [ENGINE_LOOP] = &engine_loop,
    [ENGINE_VECTORIZED] = &engine_vectorized,
    [ENGINE_GRAM] = &engine_gram,
};

enum { KNOWN = sizeof ENGINES / sizeof ENGINES[0] };

static int is_engine(int engine) { return engine >= 0 && engine < KNOWN && ENGINES[engine]; }

double logreg_bytes(const dataset *ds, int engine) {
    if (!ds || !is_engine(engine)) return NAN;
    int m = learner_part(ds, PART_TRAIN), m_test = learner_part(ds, PART_TEST);
    double arrays = (m + m_test) * 5.0 * sizeof(double) + dataset_n_x(ds) * sizeof(double);
    return arrays + ENGINES[engine]->bytes(ds, m, m_test);
}

/* From w = 0, b = 0; alpha_hat = 0 likewise. */
static void start(const learner *l, void *state) { memset(state, 0, l->state_bytes); }

static void changed(learner *l) {
    logreg *lr = (logreg *)l;
    lr->row = 0;
    lr->w_valid = 0;
}

/* All rows are done: the costs of the current state. */
static void finish_pass(logreg *lr) {
    learner *l = &lr->base;
    int m = l->m;
    double test = NAN;
    if (lr->engine->finish) lr->engine->finish(lr);
    if (l->m_test > 0) test = forward_loss_f64(l->a + m, lr->dz + m, l->z + m, l->y + m, l->m_test);
    learner_passed(l, lr->loss_sum, test);
}

static int pass(learner *l, double *budget) {
    logreg *lr = (logreg *)l;
    while (!l->complete) {
        if (lr->row == 0) lr->engine->begin(lr);
        int part = lr->row < l->m ? PART_TRAIN : PART_TEST;
        int end = part == PART_TRAIN ? l->m : l->m + l->m_test;
        double row_madds = lr->engine->row_madds(lr, part);
        double rows = *budget / row_madds;
        int to = rows < end - lr->row ? lr->row + ((int)rows + 8) / 8 * 8 : end;
        if (to > end) to = end;
        lr->engine->rows(lr, lr->row, to);
        *budget -= (to - lr->row) * row_madds;
        lr->row = to;
        if (lr->row == l->m + l->m_test)
            finish_pass(lr);
        else if (*budget <= 0)
            return 0;
    }
    return 1;
}

/* The gradient comes with the pass. */
static int next(learner *l, double *alpha, double *budget) {
    const logreg *lr = (const logreg *)l;
    if (!pass(l, budget)) return 0;
    memcpy(lr->next, l->state, l->state_bytes);
    lr->engine->update(lr, lr->next, *alpha);
    return lr->engine->finite(lr, lr->next) ? 1 : LEARNER_ERR_DIVERGED;
}

static void step(learner *l, double alpha) {
    logreg *lr = (logreg *)l;
    (void)alpha; /* `next` was made with it */
    void *before = l->state;
    l->state = lr->next;
    lr->next = before;
}

static const double *losses(learner *l) {
    log_loss_f64(l->losses, l->z, l->y, l->m + l->m_test);
    return l->losses;
}

static const double *weights(logreg *lr) {
    if (!lr->w_valid) lr->engine->weights(lr, lr->w);
    lr->w_valid = 1;
    return lr->w;
}

static double b(const learner *l) {
    const logreg *lr = (const logreg *)l;
    return lr->engine->b(lr);
}

static void predict(learner *l, const void *x, double y, double out[4]) {
    logreg *lr = (logreg *)l;
    out[0] = dot_u8_f64(weights(lr), x, lr->n_x) / 255.0;
    out[1] = out[0] + b(l);
    sigmoid_f64(&out[2], &out[1], 1);
    log_loss_f64(&out[3], &out[1], &y, 1);
}

static double madds(const learner *l) {
    const logreg *lr = (const logreg *)l;
    return l->m * lr->engine->row_madds(lr, PART_TRAIN) +
           l->m_test * lr->engine->row_madds(lr, PART_TEST);
}

static void shape(const learner *l, uint32_t numbers[LEARNER_SHAPE]) {
    const logreg *lr = (const logreg *)l;
    const uint32_t of[] = {0, lr->engine->number, (uint32_t)l->m, (uint32_t)l->m_test,
                           (uint32_t)lr->n_x};
    memcpy(numbers, of, sizeof of);
}

static int finite(const learner *l, const void *state) {
    const logreg *lr = (const logreg *)l;
    return lr->engine->finite(lr, state);
}

static void free_own(learner *l) {
    logreg *lr = (logreg *)l;
    free(lr->next);
    free(lr->dz);
    free(lr->w);
    free(lr->work);
}

static const learner_kind logreg_kind = {
    .start = start,
    .pass = pass,
    .next = next,
    .step = step,
    .changed = changed,
    .free = free_own,
    .losses = losses,
    .predict = predict,
    .b = b,
    .madds = madds,
    .shape = shape,
    .finite = finite,
};

static int allocate(logreg *lr) {
    uint64_t n = (uint64_t)lr->base.m + (uint64_t)lr->base.m_test;
    lr->dz = descent_take(n, sizeof(double));
    lr->w = descent_take((uint64_t)lr->n_x, sizeof(double));
    lr->next = descent_take(1, lr->engine->state_bytes(lr));
    if (!lr->dz || !lr->w || !lr->next) return LEARNER_ERR_MEMORY;
    if (learner_take(&lr->base, lr->engine->state_bytes(lr)) != 0) return LEARNER_ERR_MEMORY;
    return lr->engine->prepare(lr);
}

learner *logreg_create(dataset *ds, int engine) {
    if (!ds || !is_engine(engine) || !learner_possible(ds, engine)) return NULL;
    logreg *lr = calloc(1, sizeof *lr);
    if (!lr) return NULL;
    lr->base.kind = &logreg_kind;
    lr->base.ds = ds;
    lr->base.m = learner_part(ds, PART_TRAIN);
    lr->base.m_test = learner_part(ds, PART_TEST);
    lr->engine = ENGINES[engine];
    lr->n_x = dataset_n_x(ds);
    lr->stride = dataset_stride(ds);
    if (allocate(lr) != 0) {
        learner_free(&lr->base);
        return NULL;
    }
    return &lr->base;
}

const double *logreg_w(learner *l) {
    return l && l->kind == &logreg_kind ? weights((logreg *)l) : NULL;
}

const double *logreg_state(const learner *l) {
    if (!l || l->kind != &logreg_kind) return NULL;
    return ((const logreg *)l)->engine == &engine_vectorized ? NULL : l->state;
}
