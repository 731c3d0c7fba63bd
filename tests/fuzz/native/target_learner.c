/* target_learner.c: every kind of learner through any sequence of calls. What holds: a state that
 * is reached again has the same bits; a state put back goes on as the one it was taken from; costs
 * and answers are those of plain loops; bytes that are no state, and allocations that fail, change
 * nothing. */
#include "fuzz.h"
#include "gram.h"
#include "layer.h"
#include "learner_impl.h"
#include "logreg.h"
#include "network.h"
#include "plain.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_M = 20, MOST_N_X = 48, MOST_T = 60 };

/* How a learner is made, so that another can be made the same. */
typedef struct {
    dataset *ds;
    int kind; /* 0..2: logreg_create; 3, 4: a network on pictures; 5: on a table */
    int hidden[NETWORK_MAX_HIDDEN], n_hidden, batch, activation, m, n_x;
    uint32_t seed;
    double x[MOST_M * MOST_N_X], y[MOST_M];
} recipe;

typedef struct {
    uint64_t bits;
    double cost, test_cost;
    int known;
} seen;

typedef struct {
    recipe how;
    learner *l;
    int frugal; /* made when memory was short: the rows of ENGINE_VECTORIZED are bytes, then */
    seen past[MOST_T + 2], first; /* by iteration; state 0 as it was when made */
    uint8_t *kept;                /* a state as bytes, and what was seen until then */
    int kept_size, kept_t, kept_end;
    seen kept_past[MOST_T + 2];
} run;

static learner *make(const recipe *how) {
    if (how->kind < 3) return logreg_create(how->ds, how->kind);
    if (how->kind < 5)
        return network_create(how->ds, how->hidden, how->n_hidden, how->kind - 2, how->batch,
                              how->seed);
    return network_create_table(how->x, how->y, how->m, how->n_x, how->hidden, how->n_hidden,
                                how->activation, how->batch, how->seed);
}

static void read_pictures(recipe *how, reader *r) {
    int n_px = take_int(r, 1, 4), count = take_int(r, 1, MOST_M);
    uint8_t x[MOST_N_X];
    how->ds = dataset_create(n_px);
    how->n_x = 3 * n_px * n_px;
    for (int i = 0; i < count; i++) {
        int kind = take_int(r, 0, 7);
        take_bytes(r, x, how->n_x);
        int part = i > 0 && kind / 2 == 3 ? PART_TEST : PART_TRAIN;
        dataset_add(how->ds, x, kind % 2, part, (uint32_t)i);
        if (kind == 2) dataset_remove(how->ds, take_int(r, 1, MOST_M)); /* slots with gaps */
    }
    while (gram_step(how->ds, 9) > 0) {
    }
}

static void read_table(recipe *how, reader *r) {
    how->m = take_int(r, 1, 8);
    how->n_x = take_int(r, 1, 5);
    how->activation = take_int(r, ACTIVATION_LINEAR, ACTIVATION_SIGMOID);
    for (int k = 0; k < how->m * how->n_x; k++) how->x[k] = take_small(r);
    for (int k = 0; k < how->m; k++) how->y[k] = take_int(r, 0, 4) / 4.0;
}

static void read_recipe(recipe *how, reader *r) {
    memset(how, 0, sizeof *how);
    how->kind = take_int(r, 0, 5);
    how->n_hidden = take_int(r, 0, NETWORK_MAX_HIDDEN);
    for (int k = 0; k < how->n_hidden; k++) how->hidden[k] = take_int(r, 1, 6);
    how->batch = take_int(r, 0, 5);
    how->seed = take(r, 1);
    if (how->kind < 5)
        read_pictures(how, r);
    else
        read_table(how, r);
}

static seen current(const learner *l) {
    int t = learner_iteration(l);
    size_t n = (size_t)(l->m + l->m_test) * sizeof(double);
    uint64_t bits = bits_of((uint64_t)t, l->state, l->state_bytes);
    bits = bits_of(bits_of(bits, l->z, n), l->a, n);
    return (seen){bits, learner_costs(l)[t], learner_test_costs(l)[t], 1};
}

static void must_be(seen now, seen before) {
    MUST(now.bits == before.bits);
    MUST(same_double(now.cost, before.cost) && same_double(now.test_cost, before.test_cost));
}

/* The answers of the current state, and J, against plain loops. */
static void check_answers(run *f) {
    learner *l = f->l;
    double x[MOST_N_X], out[4], sum[2] = {0}, bound[2] = {0}, size[2] = {0};
    for (int i = 0; i < l->m + l->m_test; i++) {
        plain_example(l, f->how.x, i, x);
        plain_answer z = plain_forward(l, x, 0, 0), loss = plain_loss(l, z, l->y[i]);
        if (!isfinite(z.bound + loss.bound + z.z + loss.z)) return;
        MUST(fabs(learner_z(l)[i] - z.z) <= z.bound);
        MUST(fabs(learner_losses(l)[i] - loss.z) <= loss.bound);
        int part = i < l->m ? 0 : 1;
        sum[part] += loss.z;
        bound[part] += loss.bound;
        size[part] += fabs(loss.z);
        if (l->ds)
            learner_predict(l, dataset_x(l->ds, learner_slots(l)[i]), l->y[i], out);
        else
            network_predict_row(l, x, l->y[i], out);
        MUST(fabs(out[1] - z.z) <= z.bound && fabs(out[3] - loss.z) <= loss.bound);
    }
    const double *const costs[] = {learner_costs(l), learner_test_costs(l)};
    for (int part = 0; part < (l->m_test > 0 ? 2 : 1); part++) {
        double J = costs[part][learner_iteration(l)];
        int m = part == 0 ? l->m : l->m_test;
        if (part == 1 && isnan(J)) MUST(f->how.kind == 5);
        MUST(fabs(J - sum[part] / m) <= bound[part] / m + 1e-14 * size[part]);
    }
}

/* What each hidden neuron adds is what is missing without it. */
static void check_adds(run *f) {
    learner *l = f->l;
    double x[MOST_N_X], out[4];
    plain_example(l, f->how.x, 0, x);
    for (int layer = 1; layer < network_layers(l); layer++) {
        if (l->ds)
            learner_predict(l, dataset_x(l->ds, learner_slots(l)[0]), 1.0, out);
        else
            network_predict_row(l, x, 1.0, out);
        const double *adds = network_look_adds(l, layer);
        plain_answer with = plain_forward(l, x, 0, 0);
        for (int u = 0; u < network_n(l, layer); u++) {
            plain_answer without = plain_forward(l, x, layer, u);
            double bound = 4.0 * (with.bound + without.bound);
            if (!isfinite(bound + with.z + without.z)) continue;
            MUST(fabs(adds[u] - (with.z - without.z)) <= bound);
        }
    }
}

/* Looks at the current state as far as the budget reaches: as it was seen before, if it was. */
static void look(run *f, double max_madds) {
    if (learner_evaluate(f->l, max_madds) != 1) return;
    int t = learner_iteration(f->l);
    seen now = current(f->l);
    if (f->past[t].known) return must_be(now, f->past[t]);
    f->past[t] = now;
    check_answers(f);
}

static void forget_from(run *f, int t) {
    for (; t < MOST_T + 2; t++) f->past[t].known = 0;
}

static double take_budget(reader *r) {
    const double budgets[] = {0.0, 1.0, 60.0, 500.0, 1e4, 1e9, -1.0, NAN};
    return budgets[take(r, 1) % 8];
}

static double take_alpha(reader *r) {
    const double alphas[] = {0.01, 0.1, 0.005, 1.0, 0.5, 3.0, 30.0, 1e-5};
    uint32_t which = take(r, 1);
    return which < 200 ? alphas[which % 8] : take_double(r);
}

static void train(run *f, reader *r) {
    double alpha = take_alpha(r), budget = take_budget(r);
    int iterations = take_int(r, -1, 12), t = learner_iteration(f->l), end = learner_end(f->l);
    if (t + iterations > MOST_T) return;
    take_failures(r);
    int done = learner_train(f->l, alpha, iterations, budget), failed = end_failures();
    if (!(alpha > 0.0) || isinf(alpha) || iterations < 0) MUST(done == LEARNER_ERR_ARG);
    MUST(done >= 0 || done == LEARNER_ERR_ARG || done == LEARNER_ERR_DIVERGED ||
         (failed && done == LEARNER_ERR_MEMORY));
    MUST(done <= (iterations > 0 ? iterations : 0));
    if (done > 0) forget_from(f, t + 1);
    int reached = t + (done > 0 ? done : 0);
    MUST(learner_iteration(f->l) == reached);
    MUST(learner_end(f->l) == (done > 0 ? reached : end));
    for (int k = 0; k < learner_end(f->l); k++) MUST(isfinite(learner_costs(f->l)[k]));
}

static void seek(run *f, reader *r) {
    int t = take_int(r, -1, MOST_T + 1), right = t >= 0 && t <= learner_end(f->l);
    int before = learner_iteration(f->l);
    MUST(learner_seek(f->l, t) == (right ? 0 : LEARNER_ERR_ARG));
    MUST(learner_iteration(f->l) == (right ? t : before));
}

static void reset(run *f) {
    learner_reset(f->l);
    forget_from(f, 0);
    f->past[0] = f->first;
    MUST(learner_iteration(f->l) == 0 && learner_end(f->l) == 0);
}

static void take_out(run *f, reader *r) {
    int layer = take_int(r, 0, 4), unit = take_int(r, -1, 6), removed = take_int(r, 0, 1);
    int t = learner_iteration(f->l);
    int right =
        layer >= 1 && layer < network_layers(f->l) && unit >= 0 && unit < network_n(f->l, layer);
    take_failures(r);
    int code = network_remove(f->l, layer, unit, removed), failed = end_failures();
    MUST(code == (right ? 0 : LEARNER_ERR_ARG) || (failed && code == LEARNER_ERR_MEMORY));
    if (code != 0) return;
    forget_from(f, t);
    MUST(network_removed(f->l, layer, unit) == removed);
    MUST(learner_end(f->l) == t && learner_iteration(f->l) == t);
}

static void set_layer(run *f, reader *r) {
    double w[MOST_N_X], b[6];
    int layer = take_int(r, 0, 4);
    for (int k = 0; k < MOST_N_X; k++) w[k] = k < 8 ? take_small(r) : w[k - 8];
    for (int k = 0; k < 6; k++) b[k] = k < 2 ? take_small(r) : 0.25;
    int right = f->how.kind == 5 && layer >= 1 && layer <= network_layers(f->l);
    take_failures(r);
    int code = network_set_layer(f->l, layer, w, b), failed = end_failures();
    MUST(code == (right ? 0 : LEARNER_ERR_ARG) || (failed && code == LEARNER_ERR_MEMORY));
    if (code == 0) forget_from(f, 0);
}

/* The state in memory of exactly its size. */
static uint8_t *state_of(learner *l, int *size) {
    *size = learner_state_bytes(l);
    MUST(*size > 0);
    uint8_t *bytes = exactly((size_t)*size);
    MUST(learner_state_get(l, bytes, *size) == 0);
    return bytes;
}

static void must_be_same(learner *a, learner *b) {
    int size_a, size_b;
    uint8_t *bytes_a = state_of(a, &size_a), *bytes_b = state_of(b, &size_b);
    MUST(size_a == size_b && memcmp(bytes_a, bytes_b, (size_t)size_a) == 0);
    free(bytes_a);
    free(bytes_b);
}

static int is_finite(const learner *l) {
    for (int t = 0; t < learner_end(l); t++)
        if (!isfinite(learner_costs(l)[t])) return 0;
    return l->kind->finite(l, l->state);
}

/* Of another learner, made the same, that gets this state: it goes on as the first would. */
static void twin(run *f, reader *r) {
    int size;
    uint8_t *bytes = state_of(f->l, &size);
    learner *a = make(&f->how), *b = make(&f->how);
    double alpha = take_small(r) + 4.01, budget = take_budget(r);
    int code = learner_state_set(a, bytes, size);
    MUST(code == (is_finite(f->l) ? 0 : LEARNER_ERR_STATE));
    if (code == 0) {
        MUST(learner_state_set(b, bytes, size) == 0);
        while (learner_evaluate(a, 1e9) != 1 || learner_evaluate(b, 1e9) != 1) {
        }
        must_be_same(a, b);
        learner_train(a, alpha, 3, 1e9);
        for (int k = 0; k < 200 && learner_iteration(b) < learner_iteration(a); k++)
            learner_train(b, alpha, learner_iteration(a) - learner_iteration(b),
                          budget > 0.0 ? budget : 9.0);
        learner_evaluate(a, 1e9);
        if (learner_iteration(a) == learner_iteration(b)) {
            learner_evaluate(b, 1e9);
            must_be_same(a, b);
        }
        learner_seek(a, learner_end(a) / 2);
        learner_evaluate(a, 1e9);
        seen *then = &f->past[learner_end(a) / 2];
        if (then->known && !f->frugal && learner_end(a) / 2 <= learner_iteration(f->l))
            must_be(current(a), *then);
    }
    learner_free(a);
    learner_free(b);
    free(bytes);
}

/* Bytes that are nearly a state. */
static void hostile(run *f, reader *r) {
    int size, after;
    uint8_t *bytes = state_of(f->l, &size);
    learner *a = make(&f->how);
    learner_state_set(a, bytes, size);
    uint8_t *before = state_of(a, &after);
    for (int k = take_int(r, 1, 4); k > 0; k--) {
        int at = take(r, 1) % 2 ? take_int(r, 0, 120) : (int)(take(r, 2) % (uint32_t)size);
        if (at < size) bytes[at] ^= (uint8_t)take(r, 1);
    }
    int cut = take(r, 1) % 4 ? 0 : take_int(r, 0, 40);
    take_failures(r);
    int code = learner_state_set(a, bytes, cut < size ? size - cut : 0), failed = end_failures();
    MUST(code == 0 || code == LEARNER_ERR_STATE || (failed && code == LEARNER_ERR_MEMORY));
    if (code != 0) {
        int now;
        uint8_t *left = state_of(a, &now);
        MUST(now == after && memcmp(left, before, (size_t)now) == 0);
        free(left);
        learner_seek(a, learner_end(a) / 3);
    }
    for (int k = 0; k < 50 && learner_evaluate(a, 1e5) != 1; k++) {
    }
    learner_train(a, 0.1, 2, 1e4);
    learner_seek(a, 0);
    learner_evaluate(a, 1e4);
    learner_free(a);
    free(before);
    free(bytes);
}

static void keep(run *f) {
    free(f->kept);
    f->kept = state_of(f->l, &f->kept_size);
    f->kept_t = learner_iteration(f->l);
    f->kept_end = learner_end(f->l);
    memcpy(f->kept_past, f->past, sizeof f->past);
}

static void put_back(run *f, reader *r) {
    if (!f->kept) return;
    take_failures(r);
    int code = learner_state_set(f->l, f->kept, f->kept_size), failed = end_failures();
    MUST(code == 0 || code == LEARNER_ERR_STATE || (failed && code == LEARNER_ERR_MEMORY));
    if (code != 0) return;
    memcpy(f->past, f->kept_past, sizeof f->past);
    MUST(learner_iteration(f->l) == f->kept_t && learner_end(f->l) == f->kept_end);
}

static void one_call(run *f, reader *r) {
    switch (take(r, 1) % 14) {
    case 0:
        return reset(f);
    case 1:
        return twin(f, r);
    case 2:
        return hostile(f, r);
    case 3:
        return keep(f);
    case 4:
        return put_back(f, r);
    case 5:
        return set_layer(f, r);
    case 6:
        for (int k = take(r, 1) % 8 ? 1 : take_int(r, 1, 20); k > 0; k--) take_out(f, r);
        return;
    case 7:
    case 8:
        return seek(f, r);
    case 9:
        return look(f, take_budget(r));
    case 10:
        look(f, 1e9);
        if (learner_evaluate(f->l, 1e9) == 1) check_adds(f);
        return;
    default:
        train(f, r);
        if (take(r, 1) % 2) look(f, 1e9);
    }
}

void target(reader *r) {
    static run f;
    memset(&f, 0, sizeof f);
    read_recipe(&f.how, r);
    take_failures(r);
    f.l = make(&f.how);
    f.frugal = end_failures();
    MUST(f.l || f.frugal);
    if (f.l) {
        f.l->time.past.room = take_int(r, 2, 9); /* so that states are done again */
        look(&f, 1e9);
        f.first = f.past[0];
        for (int calls = 0; more(r) && calls < 60; calls++) one_call(&f, r);
        learner_seek(f.l, 0);
        look(&f, 1e9);
        learner_seek(f.l, learner_end(f.l));
        look(&f, 1e9);
    }
    learner_free(f.l);
    dataset_free(f.how.ds);
    free(f.kept);
}
