/* history.c -- see history.h. */
#include "history.h"
#include <stdlib.h>
#include <string.h>

int history_init(history *h, size_t state_bytes) {
    *h = (history){.state_bytes = state_bytes, .stride = 1};
    size_t room = HISTORY_BYTES / state_bytes;
    h->room = room > 65536 ? 65536 : room < 8 ? 8 : (int)room;
    h->states = calloc((size_t)h->room, sizeof *h->states);
    return h->states ? 0 : -1;
}

void history_free(history *h) {
    for (int k = 0; k < h->kept; k++) free(h->states[k]);
    free(h->states);
    *h = (history){0};
}

static void thin_out(history *h) {
    int kept = 0;
    for (int k = 0; k < h->kept; k++) {
        if (k % 2 == 0)
            h->states[kept++] = h->states[k];
        else
            free(h->states[k]);
    }
    h->kept = kept;
    h->stride *= 2;
}

void history_offer(history *h, int t, const void *state) {
    if (h->kept == h->room) thin_out(h);
    if (t != h->kept * h->stride) return; /* between two kept ones, or kept already */
    void *copy = malloc(h->state_bytes);
    if (!copy) return;
    memcpy(copy, state, h->state_bytes);
    h->states[h->kept++] = copy;
}

int history_restore(const history *h, int t, void *state) {
    if (h->kept == 0) { /* not even state 0 could be kept: it is all zeros */
        memset(state, 0, h->state_bytes);
        return 0;
    }
    int k = t / h->stride;
    if (k > h->kept - 1) k = h->kept - 1;
    memcpy(state, h->states[k], h->state_bytes);
    return k * h->stride;
}

void history_truncate(history *h, int t) {
    while (h->kept > 0 && (h->kept - 1) * h->stride > t) free(h->states[--h->kept]);
}
