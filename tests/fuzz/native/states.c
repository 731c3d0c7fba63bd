/* states.c: states as bytes -- taken out, put back, put into another learner, and damaged. */
#include "learner_impl.h"
#include "run.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

seen current(const learner *l) {
    int t = learner_iteration(l);
    size_t n = (size_t)(l->m + l->m_test) * sizeof(double);
    uint64_t bits = bits_of((uint64_t)t, l->state, l->state_bytes);
    bits = bits_of(bits_of(bits, l->z, n), l->a, n);
    return (seen){bits, learner_costs(l)[t], learner_test_costs(l)[t], 1};
}

void must_be(seen now, seen before) {
    MUST(now.bits == before.bits);
    MUST(same_double(now.cost, before.cost) && same_double(now.test_cost, before.test_cost));
}

double take_budget(reader *r) {
    const double budgets[] = {0.0, 1.0, 60.0, 500.0, 1e4, 1e9, -1.0, NAN};
    return budgets[take(r, 1) % 8];
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
void twin(run *f, reader *r) {
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
void hostile(run *f, reader *r) {
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

void keep(run *f) {
    free(f->kept);
    f->kept = state_of(f->l, &f->kept_size);
    f->kept_t = learner_iteration(f->l);
    f->kept_end = learner_end(f->l);
    memcpy(f->kept_past, f->past, sizeof f->past);
}

void put_back(run *f, reader *r) {
    if (!f->kept) return;
    take_failures(r);
    int code = learner_state_set(f->l, f->kept, f->kept_size), failed = end_failures();
    MUST(code == 0 || code == LEARNER_ERR_STATE || (failed && code == LEARNER_ERR_MEMORY));
    if (code != 0) return;
    memcpy(f->past, f->kept_past, sizeof f->past);
    MUST(learner_iteration(f->l) == f->kept_t && learner_end(f->l) == f->kept_end);
}
