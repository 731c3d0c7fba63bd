/* history.c -- see history.h. */
#include "history.h"
#include <stdlib.h>
#include <string.h>

/* Memory is taken for so many bytes of states at a time: growing wasm memory is dear (past 64 MB
 * each time costs V8 a garbage collection). */
#ifndef BLOCK_BYTES /* tests have it small */
#define BLOCK_BYTES (4u << 20)
#endif

static int per_block(const history *h) {
    return h->state_bytes < BLOCK_BYTES ? (int)(BLOCK_BYTES / h->state_bytes) : 1;
}

int history_init(history *h, size_t state_bytes) {
    *h = (history){.state_bytes = state_bytes, .stride = 1};
    size_t room = HISTORY_BYTES / state_bytes;
    h->room = room > 65536 ? 65536 : room < 2 ? 2 : (int)room;
    h->blocks = calloc((size_t)h->room / (size_t)per_block(h) + 1, sizeof *h->blocks);
    return h->blocks ? 0 : -1;
}

void history_free(history *h) {
    for (int k = 0; k < h->made; k++) free(h->blocks[k]);
    free(h->blocks);
    *h = (history){0};
}

static void *place(const history *h, int k) {
    return h->blocks[k / per_block(h)] + (size_t)(k % per_block(h)) * h->state_bytes;
}

static void thin_out(history *h) {
    h->kept = (h->kept + 1) / 2;
    h->stride *= 2;
    for (int k = 1; k < h->kept; k++) memcpy(place(h, k), place(h, 2 * k), h->state_bytes);
}

/* Whether t is the next iteration whose state is kept. */
static int is_next(const history *h, int t) { return t == h->from + h->kept * h->stride; }

void history_offer(history *h, int t, const void *state) {
    if (h->kept == 0) h->from = t;
    if (!is_next(h, t)) return; /* between two kept ones, or kept already */
    if (h->kept == h->room) thin_out(h);
    if (!is_next(h, t)) return;
    if (h->kept == h->made * per_block(h)) {
        h->blocks[h->made] = malloc((size_t)per_block(h) * h->state_bytes);
        if (!h->blocks[h->made]) return;
        h->made++;
    }
    memcpy(place(h, h->kept++), state, h->state_bytes);
}

int history_nearest(const history *h, int t) {
    if (h->kept == 0 || t < h->from) return -1;
    int k = (t - h->from) / h->stride;
    return h->from + (k < h->kept - 1 ? k : h->kept - 1) * h->stride;
}

int history_restore(const history *h, int t, void *state) {
    int nearest = history_nearest(h, t);
    if (nearest >= 0) memcpy(state, place(h, (nearest - h->from) / h->stride), h->state_bytes);
    return nearest;
}

void history_truncate(history *h, int t) {
    while (h->kept > 0 && h->from + (h->kept - 1) * h->stride > t) h->kept--;
    if (h->kept == 0 || (h->kept == 1 && h->from == t)) h->stride = 1; /* as when it began */
}

void history_clear(history *h) { history_truncate(h, -1); }
