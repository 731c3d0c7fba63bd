/* learner.c -- see learner.h: iterations, costs and rewinding, the same for every kind. */
#include "learner.h"
#include "gram.h"
#include "learner_impl.h"
#include <math.h>
#include <stdlib.h>

int learner_part(const dataset *ds, int part) {
    return dataset_count(ds, part, 0) + dataset_count(ds, part, 1);
}

int learner_possible(const dataset *ds, int engine) {
    if (learner_part(ds, PART_TRAIN) == 0) return 0;
    return engine != ENGINE_GRAM || (dataset_slots(ds) <= GRAM_MAX_SLOTS && gram_missing(ds) == 0);
}

int learner_take(learner *l, uint64_t state_bytes) {
    uint64_t n = (uint64_t)l->m + (uint64_t)l->m_test;
    if (state_bytes > INT32_MAX) return LEARNER_ERR_MEMORY;
    l->state_bytes = (size_t)state_bytes;
    l->state = descent_take(1, state_bytes);
    l->slots = descent_take(n, sizeof(int));
    l->y = descent_take(4 * n, sizeof(double)); /* y, z, a, losses in one block */
    if (!l->state || !l->slots || !l->y) return LEARNER_ERR_MEMORY;
    l->z = l->y + n;
    l->a = l->z + n;
    l->losses = l->a + n;
    for (int i = 0; i < l->m + l->m_test; i++) l->slots[i] = i;
    if (l->ds) {
        int train = dataset_list(l->ds, PART_TRAIN, l->slots, l->y);
        dataset_list(l->ds, PART_TEST, l->slots + train, l->y + train);
    }
    return descent_init(&l->time, l->state_bytes) == 0 ? 0 : LEARNER_ERR_MEMORY;
}

void learner_free(learner *l) {
    if (!l) return;
    l->kind->free(l);
    free(l->state);
    free(l->slots);
    free(l->y);
    descent_free(&l->time);
    free(l);
}

void learner_passed(learner *l, double train, double test) {
    l->time.costs[l->time.t] = train / l->m;
    l->time.test_costs[l->time.t] = l->m_test > 0 ? test / l->m_test : NAN;
    l->complete = 1;
}

void learner_changed(learner *l) {
    l->complete = 0;
    l->kind->changed(l);
}

/* What lay ahead of the current state is forgotten. */
static void forget_ahead(learner *l) {
    if (l->kind->forget_ahead) l->kind->forget_ahead(l);
    descent_forget_ahead(&l->time);
    l->goal = l->time.t;
}

int learner_catch_up(learner *l, double *budget) {
    while (l->time.t < l->goal) {
        double alpha = l->time.alphas[l->time.t];
        int made = l->kind->next(l, &alpha, budget);
        if (made < 0) forget_ahead(l); /* or it would be tried for ever */
        if (made != 1) return made < 0;
        history_offer(&l->time.past, l->time.t, l->state);
        l->time.t++;
        l->kind->step(l, alpha);
        learner_changed(l);
        if (*budget <= 0.0 && l->time.t < l->goal) return 0;
    }
    return 1;
}

static int pass(learner *l, double *budget) { return l->complete || l->kind->pass(l, budget); }

static double at_least_none(double max_madds) { return max_madds > 0.0 ? max_madds : 0.0; }

int learner_train(learner *l, double alpha, int iterations, double max_madds) {
    if (!l || !(alpha > 0.0) || !isfinite(alpha) || iterations < 0) return LEARNER_ERR_ARG;
    double budget = at_least_none(max_madds);
    descent *time = &l->time;
    int done = 0;
    if (!learner_catch_up(l, &budget)) return 0;
    while (done < iterations) {
        if (time->t >= LEARNER_MAX_ITERATIONS) return done > 0 ? done : LEARNER_ERR_END;
        if (descent_reserve(time, time->t + 1) != 0) return done > 0 ? done : LEARNER_ERR_MEMORY;
        if (!pass(l, &budget)) break;
        if (!isfinite(time->costs[time->t])) return done > 0 ? done : LEARNER_ERR_DIVERGED;
        double used = alpha;
        int made = l->kind->next(l, &used, &budget);
        if (made == 0) break;
        if (made < 0) return done > 0 ? done : made;
        if (l->kind->forget_ahead) l->kind->forget_ahead(l);
        descent_advance(time, used, l->state);
        l->kind->step(l, used);
        learner_changed(l);
        l->goal = time->t;
        done++;
        if (budget <= 0.0) break;
    }
    return done;
}

int learner_evaluate(learner *l, double max_madds) {
    if (!l) return LEARNER_ERR_ARG;
    double budget = at_least_none(max_madds);
    return learner_catch_up(l, &budget) && pass(l, &budget);
}

int learner_seek(learner *l, int t) {
    if (!l || t < 0 || t > l->time.end) return LEARNER_ERR_ARG;
    if (t == l->goal) return 0;
    l->goal = t;
    history *past = &l->time.past;
    int nearest = history_nearest(past, t);
    if (l->time.t > t || l->time.t < nearest) {
        if (nearest < 0) {
            history_clear(past); /* it begins after t, if at all: now it begins anew */
            l->kind->start(l, l->state);
        } else {
            history_restore(past, t, l->state);
        }
        l->time.t = nearest < 0 ? 0 : nearest;
    }
    learner_changed(l); /* also on from here: what was begun may have had another alpha */
    return 0;
}

void learner_restart(learner *l) {
    l->goal = 0;
    descent_restart(&l->time);
    learner_changed(l);
}

void learner_reset(learner *l) {
    if (!l) return;
    if (l->kind->reset) l->kind->reset(l);
    l->kind->start(l, l->state);
    learner_restart(l);
}

int learner_iteration(const learner *l) { return l->goal; }
int learner_end(const learner *l) { return l->time.end; }
const double *learner_costs(const learner *l) { return l->time.costs; }
const double *learner_test_costs(const learner *l) { return l->time.test_costs; }
const double *learner_alphas(const learner *l) { return l->time.alphas; }
int learner_m(const learner *l) { return l->m; }
int learner_m_test(const learner *l) { return l->m_test; }
const int *learner_slots(const learner *l) { return l->slots; }
const double *learner_z(const learner *l) { return l->z; }
const double *learner_a(const learner *l) { return l->a; }
const double *learner_losses(learner *l) { return l->kind->losses(l); }

double learner_accuracy(const learner *l, int part) {
    if (part != PART_TRAIN && part != PART_TEST) return NAN;
    int from = part == PART_TRAIN ? 0 : l->m;
    int to = part == PART_TRAIN ? l->m : l->m + l->m_test;
    return share_right(l->a + from, l->y + from, to - from);
}

int learner_predict(learner *l, const uint8_t *x, double y, double out[4]) {
    if (!l || !l->ds || !x || !out) return LEARNER_ERR_ARG;
    l->kind->predict(l, x, y, out);
    return 0;
}

double learner_b(const learner *l) { return l->kind->b(l); }
double learner_madds(const learner *l) { return l->kind->madds(l); }
