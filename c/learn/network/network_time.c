/* network_time.c -- from one state to another without learning: the start, neurons taken out and
 * put back, other numbers for a layer, and what of this belongs to a state's bytes. */
#include "finite.h"
#include "network_impl.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The state that the seed gives. */
static void seeded(const network *nn, void *state) {
    memset(state, 0, nn->base.state_bytes);
    if (nn->first->start) nn->first->start(nn, state);
    double *numbers = network_numbers(nn, state);
    for (int l = 2; l <= nn->layers; l++)
        for (int k = 0; k < nn->n[l - 1]; k++)
            for (int u = 0; u < nn->n[l]; u++)
                numbers[nn->w_at[l] + (size_t)k * (size_t)nn->n[l] + (size_t)u] =
                    network_he(nn, l, k, u);
}

void network_start(const learner *base, void *state) {
    const network *nn = network_of(base);
    if (nn->given)
        memcpy(state, nn->given, base->state_bytes);
    else
        seeded(nn, state);
}

static void replace_removals(network *nn) {
    for (int l = 1; l <= nn->layers; l++) memset(nn->gone[l], 0, (size_t)nn->n[l]);
    for (int k = 0; k < nn->removal_count && nn->removals[k].t <= nn->base.time.t; k++)
        nn->gone[nn->removals[k].layer][nn->removals[k].unit] = (uint8_t)nn->removals[k].removed;
}

void network_changed(learner *base) {
    network *nn = network_of(base);
    nn->row = 0;
    nn->epoch_row = 0;
    replace_removals(nn);
}

void network_forget_removals_ahead(learner *base) {
    network *nn = network_of(base);
    while (nn->removal_count > 0 && nn->removals[nn->removal_count - 1].t > base->time.t)
        nn->removal_count--;
}

void network_reset(learner *base) {
    network *nn = network_of(base);
    free(nn->given);
    nn->given = NULL;
    nn->removal_count = 0;
}

/* Room for so many removals: 0 or LEARNER_ERR_MEMORY. */
static int reserve_removals(network *nn, int count) {
    if (count <= nn->removal_room) return 0;
    int room = count < 16 ? 16 : 2 * count;
    removal *larger = realloc(nn->removals, (size_t)room * sizeof *larger);
    if (!larger) return LEARNER_ERR_MEMORY;
    nn->removals = larger;
    nn->removal_room = room;
    return 0;
}

static int is_hidden_unit(const network *nn, int layer, int unit) {
    return layer >= 1 && layer < nn->layers && unit >= 0 && unit < nn->n[layer];
}

int network_remove(learner *base, int layer, int unit, int removed) {
    network *nn = network_of(base);
    if (!nn || !is_hidden_unit(nn, layer, unit)) return LEARNER_ERR_ARG;
    double unlimited = INFINITY;
    learner_catch_up(base, &unlimited);
    network_forget_removals_ahead(base);
    if (reserve_removals(nn, nn->removal_count + 1) != 0) return LEARNER_ERR_MEMORY;
    nn->removals[nn->removal_count++] = (removal){base->time.t, layer, unit, removed != 0};
    descent_forget_ahead(&base->time);
    descent_cost_unknown(&base->time);
    learner_changed(base);
    return 0;
}

int network_removed(const learner *base, int layer, int unit) {
    const network *nn = network_of(base);
    if (!nn || layer < 1 || layer > nn->layers || unit < 0 || unit >= nn->n[layer])
        return LEARNER_ERR_ARG;
    return nn->gone[layer][unit];
}

int network_removal_count(const learner *base) {
    const network *nn = network_of(base);
    return nn ? nn->removal_count : LEARNER_ERR_ARG;
}

const int *network_removals(const learner *base) {
    const network *nn = network_of(base);
    return nn && nn->removals ? &nn->removals->t : NULL;
}

int network_set_layer(learner *base, int layer, const double *w, const double *b) {
    network *nn = network_of(base);
    if (!nn || base->ds || layer < 1 || layer > nn->layers || !w || !b) return LEARNER_ERR_ARG;
    double unlimited = INFINITY;
    learner_catch_up(base, &unlimited);
    if (!nn->given) nn->given = descent_take(1, base->state_bytes);
    if (!nn->given) return LEARNER_ERR_MEMORY;
    double *numbers = network_numbers(nn, base->state);
    size_t n = (size_t)nn->n[layer], count = (size_t)nn->n[layer - 1] * n;
    memcpy(layer == 1 ? base->state : numbers + nn->w_at[layer], w, count * sizeof(double));
    memcpy(numbers + nn->b_at[layer], b, n * sizeof(double));
    memcpy(nn->given, base->state, base->state_bytes);
    nn->removal_count = 0;
    learner_restart(base);
    return 0;
}

/* Beside the state: state 0 where it is not the seed's, then the removals, each four 32-bit
 * numbers. */
size_t network_more_bytes(const learner *base) {
    const network *nn = network_of(base);
    return sizeof(int) + (nn->given ? base->state_bytes : 0) +
           (size_t)nn->removal_count * sizeof(removal);
}

void network_more_get(const learner *base, uint8_t *bytes) {
    const network *nn = network_of(base);
    int is_given = nn->given != NULL;
    memcpy(bytes, &is_given, sizeof is_given);
    bytes += sizeof is_given;
    if (is_given) {
        memcpy(bytes, nn->given, base->state_bytes);
        bytes += base->state_bytes;
    }
    if (nn->removal_count > 0)
        memcpy(bytes, nn->removals, (size_t)nn->removal_count * sizeof(removal));
}

/* Where the removals begin, or 0 when these bytes cannot be. */
static size_t removals_at(const learner *base, const uint8_t *bytes, size_t size) {
    int is_given;
    if (size < sizeof is_given) return 0;
    memcpy(&is_given, bytes, sizeof is_given);
    if (is_given != 0 && (is_given != 1 || base->ds)) return 0;
    size_t at = sizeof is_given + (is_given ? base->state_bytes : 0);
    return at <= size && (size - at) % sizeof(removal) == 0 ? at : 0;
}

int network_more_fits(const learner *base, const uint8_t *bytes, size_t size, int end) {
    const network *nn = network_of(base);
    size_t at = removals_at(base, bytes, size);
    if (at == 0) return 0;
    int t = 0;
    for (; at < size; at += sizeof(removal)) {
        removal r;
        memcpy(&r, bytes + at, sizeof r);
        if (r.t < t || r.t > end || !is_hidden_unit(nn, r.layer, r.unit)) return 0;
        if (r.removed != 0 && r.removed != 1) return 0;
        t = r.t;
    }
    return 1;
}

int network_more_put(learner *base, const uint8_t *bytes, size_t size) {
    network *nn = network_of(base);
    size_t at = removals_at(base, bytes, size);
    int count = (int)((size - at) / sizeof(removal));
    void *given = NULL;
    if (at > sizeof(int)) {
        given = descent_take(1, base->state_bytes);
        if (!given) return LEARNER_ERR_MEMORY;
        memcpy(given, bytes + sizeof(int), base->state_bytes);
    }
    int code = given && !base->kind->finite(base, given) ? LEARNER_ERR_STATE : 0;
    if (code == 0) code = reserve_removals(nn, count);
    if (code != 0) {
        free(given);
        return code;
    }
    free(nn->given);
    nn->given = given;
    nn->removal_count = count;
    if (count > 0) memcpy(nn->removals, bytes + at, (size_t)count * sizeof(removal));
    return 0;
}
