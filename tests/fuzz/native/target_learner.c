/* target_learner.c: every kind of learner through any sequence of calls. What holds: a state that
 * is reached again has the same bits; a state put back goes on as the one it was taken from; costs
 * and answers are those of plain loops; bytes that are no state, and allocations that fail, change
 * nothing. */
#include "fuzz.h"
#include "learner_impl.h"
#include "network.h"
#include "plain.h"
#include "run.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

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
