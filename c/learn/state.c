/* state.c -- the state of a learner as bytes, and back (see learner.h):
 *
 *     header   alphas (end)   costs (end + 1)   test costs (end + 1)   state   more, of its kind
 *
 * Bytes that come in may be anything: every size is counted in 64 bits and compared with what this
 * learner has before any of them is believed, and nothing changes before all of them are. */
#include "learner_impl.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAGIC 0x4e524e31u /* "1NRN" */
#define VERSION 1u

typedef struct {
    uint32_t magic, version;
    uint64_t bytes; /* of all */
    uint64_t state_bytes, more_bytes;
    uint32_t shape[LEARNER_SHAPE];
    int32_t t, end;
    uint32_t zero; /* so that the header has no gap at its end */
} header;

_Static_assert(sizeof(header) == 32 + 4 * LEARNER_SHAPE + 12, "the header has no gaps");

/* Where the parts begin. */
typedef struct {
    uint64_t alphas, costs, test_costs, state, more, end;
} parts;

static parts parts_of(const header *h) {
    parts p = {.alphas = sizeof *h};
    p.costs = p.alphas + (uint64_t)h->end * sizeof(double);
    p.test_costs = p.costs + ((uint64_t)h->end + 1) * sizeof(double);
    p.state = p.test_costs + ((uint64_t)h->end + 1) * sizeof(double);
    p.more = p.state + h->state_bytes;
    p.end = p.more + h->more_bytes;
    return p;
}

static header header_of(const learner *l) {
    header h = {.magic = MAGIC, .version = VERSION, .t = l->goal, .end = l->time.end};
    h.state_bytes = l->state_bytes;
    h.more_bytes = l->kind->more_bytes ? l->kind->more_bytes(l) : 0;
    l->kind->shape(l, h.shape);
    h.bytes = parts_of(&h).end;
    return h;
}

int learner_state_bytes(const learner *l) {
    if (!l) return LEARNER_ERR_ARG;
    header h = header_of(l);
    return h.bytes <= INT32_MAX ? (int)h.bytes : LEARNER_ERR_MEMORY;
}

int learner_state_get(learner *l, uint8_t *bytes, int size) {
    if (!l || !bytes || size != learner_state_bytes(l)) return LEARNER_ERR_ARG;
    double unlimited = INFINITY;
    learner_catch_up(l, &unlimited);
    header h = header_of(l);
    parts p = parts_of(&h);
    const descent *time = &l->time;
    memcpy(bytes, &h, sizeof h);
    memcpy(bytes + p.alphas, time->alphas, p.costs - p.alphas);
    memcpy(bytes + p.costs, time->costs, p.test_costs - p.costs);
    memcpy(bytes + p.test_costs, time->test_costs, p.state - p.test_costs);
    memcpy(bytes + p.state, l->state, l->state_bytes);
    if (l->kind->more_get) l->kind->more_get(l, bytes + p.more);
    return 0;
}

/* Whether this is the header of a state of l with so many bytes. */
static int fits(const learner *l, const header *h, uint64_t size) {
    uint32_t shape[LEARNER_SHAPE] = {0};
    l->kind->shape(l, shape);
    return h->magic == MAGIC && h->version == VERSION && h->bytes == size && h->zero == 0 &&
           memcmp(h->shape, shape, sizeof shape) == 0 && h->state_bytes == l->state_bytes &&
           h->more_bytes <= size && h->end >= 0 && h->end <= LEARNER_MAX_ITERATIONS && h->t >= 0 &&
           h->t <= h->end && parts_of(h).end == size;
}

static double number_at(const uint8_t *bytes, uint64_t at, int k) {
    double value;
    memcpy(&value, bytes + at + (uint64_t)k * sizeof value, sizeof value);
    return value;
}

/* Alphas that learner_train takes; J of all states that were left by an iteration. */
static int past_fits(const uint8_t *bytes, const header *h, const parts *p) {
    for (int t = 0; t < h->end; t++) {
        double alpha = number_at(bytes, p->alphas, t);
        if (!(alpha > 0.0) || !isfinite(alpha) || !isfinite(number_at(bytes, p->costs, t)))
            return 0;
    }
    return 1;
}

static void put(learner *l, const uint8_t *bytes, const header *h, const parts *p, void *state) {
    descent *time = &l->time;
    descent_restart(time);
    memcpy(time->alphas, bytes + p->alphas, p->costs - p->alphas);
    memcpy(time->costs, bytes + p->costs, p->test_costs - p->costs);
    memcpy(time->test_costs, bytes + p->test_costs, p->state - p->test_costs);
    memcpy(l->state, state, l->state_bytes);
    time->end = h->end;
    time->t = l->goal = h->t;
    learner_changed(l);
}

int learner_state_set(learner *l, const uint8_t *bytes, int size) {
    if (!l || !bytes) return LEARNER_ERR_ARG;
    header h;
    if (size < (int)sizeof h) return LEARNER_ERR_STATE;
    memcpy(&h, bytes, sizeof h);
    if (!fits(l, &h, (uint64_t)size)) return LEARNER_ERR_STATE;
    parts p = parts_of(&h);
    if (!past_fits(bytes, &h, &p)) return LEARNER_ERR_STATE;
    const uint8_t *more = bytes + p.more;
    size_t more_bytes = (size_t)h.more_bytes;
    if (l->kind->more_fits ? !l->kind->more_fits(l, more, more_bytes, h.end) : more_bytes != 0)
        return LEARNER_ERR_STATE;
    void *state = descent_take(1, l->state_bytes); /* aligned, as the parameters are not in bytes */
    if (!state) return LEARNER_ERR_MEMORY;
    memcpy(state, bytes + p.state, l->state_bytes);
    int code = l->kind->finite(l, state) ? 0 : LEARNER_ERR_STATE;
    if (code == 0 && descent_reserve(&l->time, h.end) != 0) code = LEARNER_ERR_MEMORY;
    if (code == 0 && l->kind->more_put) code = l->kind->more_put(l, more, more_bytes);
    if (code == 0) put(l, bytes, &h, &p, state);
    free(state);
    return code;
}
