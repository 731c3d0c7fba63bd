/* test_replay.c: every kind of learner with room for few past states only, so that nearly every one
 * that is gone back to is computed again. Whatever is done in between, a state has the numbers that
 * it had when training came there. */
#include "check.h"
#include "kinds.h"
#include "learner_impl.h"
#include "network.h"
#include <stdlib.h>
#include <string.h>

#define MOST 40    /* states */
#define NUMBERS 32 /* of a state: J, J of the test set, z of all examples */

typedef struct {
    learner *l;
    int hidden, known; /* states 0 .. known - 1 have been seen */
    double seen[MOST + 1][NUMBERS];
    uint32_t seed;
} walk;

static int chance(walk *w, int n) {
    w->seed = w->seed * 1664525u + 1013904223u;
    return (int)((uint64_t)w->seed * (uint32_t)n >> 32);
}

/* Little, enough for some of an iteration, or plenty. */
static double budget(walk *w) {
    const double budgets[] = {1.0, 60.0, 300.0, 1e9};
    return budgets[chance(w, 4)];
}

static double alpha(walk *w) { return 0.01 + 0.04 * chance(w, 5); }

/* The same numbers; J of an empty test set is NaN. */
static int same(const double *p, const double *q) {
    for (int k = 0; k < NUMBERS; k++)
        if (p[k] != q[k] && !(isnan(p[k]) && isnan(q[k]))) return 0;
    return 1;
}

/* The current state, in full, against what it was before, if it was. */
static int compare(walk *w) {
    learner *l = w->l;
    int calls = 0;
    while (!learner_evaluate(l, budget(w)))
        if (!CHECK(calls++ < 10000)) return 0;
    int t = learner_iteration(l), n = learner_m(l) + learner_m_test(l);
    double now[NUMBERS] = {learner_costs(l)[t], learner_test_costs(l)[t]};
    memcpy(now + 2, learner_z(l), (size_t)n * sizeof *now);
    if (t < w->known) return CHECK(same(now, w->seen[t]));
    memcpy(w->seen[t], now, sizeof now);
    w->known = t + 1;
    return CHECK(learner_end(l) >= t);
}

/* One iteration more, perhaps begun with one alpha and ended with another budget. */
static int train(walk *w) {
    if (learner_iteration(w->l) >= MOST) return 1;
    int calls = 0, done = 0;
    while ((done = learner_train(w->l, alpha(w), 1, budget(w))) == 0)
        if (!CHECK(calls++ < 10000)) return 0;
    w->known = learner_iteration(w->l);
    return CHECK(done == 1) && compare(w);
}

static int seek(walk *w) {
    int to = chance(w, learner_end(w->l) + 1);
    if (!CHECK(learner_seek(w->l, to) == 0)) return 0;
    if (chance(w, 3) == 0) return 1; /* on to the next without having been there */
    return compare(w);
}

/* Some of the next iteration, or of the way to a state: left, or gone on with. */
static int begin(walk *w) {
    int before = learner_iteration(w->l);
    if (before >= MOST) return 1;
    int done = learner_train(w->l, alpha(w), 1, 1.0);
    if (done == 1) w->known = before + 1;
    return CHECK(done >= 0) && (done == 0 || compare(w));
}

static int remove_neuron(walk *w) {
    if (w->hidden == 0 || !compare(w)) return w->hidden == 0;
    int layer = 1 + chance(w, w->hidden), unit = chance(w, network_n(w->l, layer));
    w->known = learner_iteration(w->l);
    return CHECK(network_remove(w->l, layer, unit, chance(w, 2)) == 0) && compare(w);
}

TEST(a_state_that_is_computed_again_has_the_numbers_it_had) {
    for (int kind = 0; kind < KINDS; kind++)
        for (int room = 2; room <= 5; room++) {
            dataset *ds = kinds_dataset(2, 9, 4);
            walk w = {
                .l = kinds_make(ds, kind), .hidden = kinds_hidden(kind), .seed = (uint32_t)room};
            REQUIRE(w.l);
            w.l->time.past.room = room;
            int holds = compare(&w);
            for (int k = 0; k < 300 && holds; k++) {
                int what = chance(&w, 20);
                holds = what < 9    ? train(&w)
                        : what < 15 ? seek(&w)
                        : what < 19 ? begin(&w)
                                    : remove_neuron(&w);
                if (chance(&w, 60) == 0) {
                    learner_reset(w.l);
                    w.known = 0;
                    holds = holds && compare(&w);
                }
            }
            if (!holds) check(false, "kind and room", __FILE__, 100 * kind + room);
            learner_free(w.l);
            dataset_free(ds);
        }
}
