/* network_time.c -- from one state to another without learning: rewinding, starting anew, neurons
 * taken out and put back, other numbers for a layer. */
#include "network_impl.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

static void replace_removals(network *nn) {
    for (int l = 1; l <= nn->layers; l++) memset(nn->gone[l], 0, (size_t)nn->n[l]);
    for (int k = 0; k < nn->removal_count && nn->removals[k].t <= nn->time.t; k++)
        nn->gone[nn->removals[k].layer][nn->removals[k].unit] = (uint8_t)nn->removals[k].removed;
}

void network_changed(network *nn) {
    nn->row = 0;
    nn->complete = 0;
    nn->epoch_row = 0;
    replace_removals(nn);
}

void network_forget_removals_ahead(network *nn) {
    while (nn->removal_count > 0 && nn->removals[nn->removal_count - 1].t > nn->time.t)
        nn->removal_count--;
}

int network_seek(network *nn, int t) {
    if (!nn || t < 0 || t > nn->time.end) return LOGREG_ERR_ARG;
    if (t == nn->goal) return 0;
    nn->goal = t;
    int nearest = history_nearest(&nn->time.past, t);
    nn->epoch_row = 0; /* what was begun of the next state may have had another alpha */
    if (nn->time.t <= t && nn->time.t >= nearest) return 0;
    if (nearest < 0)
        network_start(nn, nn->state);
    else
        history_restore(&nn->time.past, t, nn->state);
    nn->time.t = nearest < 0 ? 0 : nearest;
    network_changed(nn);
    return 0;
}

void network_reset(network *nn) {
    if (!nn) return;
    network_start(nn, nn->state);
    nn->removal_count = 0;
    nn->goal = 0;
    descent_restart(&nn->time);
    network_changed(nn);
}

int network_remove(network *nn, int layer, int unit, int removed) {
    if (!nn || layer < 1 || layer >= nn->layers || unit < 0 || unit >= nn->n[layer])
        return LOGREG_ERR_ARG;
    double unlimited = INFINITY;
    network_catch_up(nn, &unlimited);
    network_forget_removals_ahead(nn);
    if (nn->removal_count == nn->removal_room) {
        int room = nn->removal_room == 0 ? 16 : 2 * nn->removal_room;
        removal *larger = realloc(nn->removals, (size_t)room * sizeof *larger);
        if (!larger) return LOGREG_ERR_MEMORY;
        nn->removals = larger;
        nn->removal_room = room;
    }
    nn->removals[nn->removal_count++] = (removal){nn->time.t, layer, unit, removed != 0};
    descent_forget_ahead(&nn->time);
    descent_cost_unknown(&nn->time);
    network_changed(nn);
    return 0;
}

int network_removed(const network *nn, int layer, int unit) {
    if (!nn || layer < 1 || layer > nn->layers || unit < 0 || unit >= nn->n[layer])
        return LOGREG_ERR_ARG;
    return nn->gone[layer][unit];
}

int network_set_layer(network *nn, int layer, const double *w, const double *b) {
    if (!nn || nn->ds || layer < 1 || layer > nn->layers || !w || !b) return LOGREG_ERR_ARG;
    double unlimited = INFINITY;
    network_catch_up(nn, &unlimited);
    double *numbers = network_numbers(nn, nn->state);
    size_t n = (size_t)nn->n[layer], count = (size_t)nn->n[layer - 1] * n;
    memcpy(layer == 1 ? nn->state : numbers + nn->w_at[layer], w, count * sizeof(double));
    memcpy(numbers + nn->b_at[layer], b, n * sizeof(double));
    nn->goal = 0;
    descent_restart(&nn->time);
    nn->removal_count = 0;
    network_changed(nn);
    return 0;
}
