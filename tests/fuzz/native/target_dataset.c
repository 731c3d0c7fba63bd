/* target_dataset.c: pictures come and go, are split and multiplied, and allocations fail; a plain
 * list of what should be there is kept beside. */
#include "dataset.h"
#include "fuzz.h"
#include "gram.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 100, MAX_X = 3 * 27 * 27 }; /* two blocks; more than one block of columns */

typedef struct {
    int held, y, part;
    uint32_t key;
    uint8_t x[MAX_X];
} picture;

typedef struct {
    dataset *ds;
    int n_x, slots;
    picture pictures[SLOTS];
} model;

static int holds(const model *m, int slot) {
    return slot >= 0 && slot < SLOTS && m->pictures[slot].held;
}

static void add(model *m, reader *r) {
    int slot = 0;
    while (slot < SLOTS && m->pictures[slot].held) slot++;
    if (slot == SLOTS) return;
    picture p = {.held = 1, .y = take_int(r, 0, 1), .part = take_int(r, 0, 1)};
    int way = take(r, 1) % 16; /* equal ones too, and some that stand apart */
    p.key = way > 2 ? (uint32_t)slot : way > 0 ? take(r, 4) : (uint32_t)DATASET_KEY_APART;
    take_bytes(r, p.x, m->n_x);
    uint8_t *x = exactly((size_t)m->n_x);
    memcpy(x, p.x, (size_t)m->n_x);
    take_failures(r);
    int code = dataset_add(m->ds, x, p.y, p.part, p.key);
    int failed = end_failures();
    free(x);
    MUST(code == slot || (failed && code == DATASET_ERR_MEMORY));
    if (code < 0) return;
    m->pictures[slot] = p;
    if (slot >= m->slots) m->slots = slot + 1;
}

static void drop(model *m, int slot) {
    MUST(dataset_remove(m->ds, slot) == (holds(m, slot) ? 0 : DATASET_ERR_ARG));
    if (holds(m, slot)) m->pictures[slot].held = 0;
    while (m->slots > 0 && !m->pictures[m->slots - 1].held) m->slots--;
}

static void change(model *m, int slot, int value, int is_part) {
    int code = is_part ? dataset_set_part(m->ds, slot, value) : dataset_set_y(m->ds, slot, value);
    int right = holds(m, slot) && (value == 0 || value == 1);
    MUST(code == (right ? 0 : DATASET_ERR_ARG));
    if (right && is_part) m->pictures[slot].part = value;
    if (right && !is_part) m->pictures[slot].y = value;
}

/* Takes over what a split has done; how many of class y moved. */
static int moved(model *m, int y) {
    int count = 0;
    for (int slot = 0; slot < m->slots; slot++) {
        picture *p = &m->pictures[slot];
        if (!p->held) continue;
        count += p->y == y && p->part != dataset_part(m->ds, slot);
        if (p->y == y) p->part = dataset_part(m->ds, slot);
    }
    return count;
}

/* Those that stand apart are not counted, and for training. */
static void check_shares(const model *m, double share) {
    for (int y = 0; y < 2; y++) {
        int count = 0;
        for (int slot = 0; slot < m->slots; slot++) {
            const picture *p = &m->pictures[slot];
            if (!p->held || p->y != y) continue;
            if (p->key == DATASET_KEY_APART)
                MUST(dataset_part(m->ds, slot) == PART_TRAIN);
            else
                count++;
        }
        int wanted = (int)floor(share * count + 0.5);
        if (wanted > count - 1) wanted = count - 1;
        MUST(dataset_count(m->ds, PART_TEST, y) == (wanted > 0 ? wanted : 0));
    }
}

/* Twice the same is the same, and one picture more moves at most one other. */
static void split(model *m, reader *r) {
    double share = take_int(r, 0, 20) / 20.0;
    uint32_t seed = take(r, 2);
    take_failures(r);
    int code = dataset_split(m->ds, share, seed);
    int failed = end_failures();
    if (share >= 1.0) MUST(code == DATASET_ERR_ARG);
    MUST(code == 0 || share >= 1.0 || (failed && code == DATASET_ERR_MEMORY));
    if (code != 0) return;
    check_shares(m, share);
    moved(m, 0), moved(m, 1);
    MUST(dataset_split(m->ds, share, seed) == 0);
    MUST(moved(m, 0) + moved(m, 1) == 0);
    if (take(r, 1) % 2) return;
    picture before[SLOTS];
    memcpy(before, m->pictures, sizeof before);
    add(m, r);
    for (int slot = 0; slot < SLOTS; slot++) /* where the new one goes is free */
        if (m->pictures[slot].held && !before[slot].held) m->pictures[slot].part = PART_NONE;
    MUST(dataset_split(m->ds, share, seed) == 0);
    for (int slot = 0; slot < SLOTS; slot++)
        if (m->pictures[slot].part == PART_NONE) m->pictures[slot].part = dataset_part(m->ds, slot);
    MUST(moved(m, 0) <= 1 && moved(m, 1) <= 1);
}

static uint32_t product(const model *m, int i, int j) {
    uint32_t sum = 0;
    for (int k = 0; k < m->n_x; k++) sum += (uint32_t)m->pictures[i].x[k] * m->pictures[j].x[k];
    return sum;
}

static void multiply(model *m, reader *r) {
    int tiles = take_int(r, 0, 3);
    take_failures(r);
    int missing = gram_missing(m->ds), left = gram_step(m->ds, tiles);
    int failed = end_failures();
    MUST(left == gram_missing(m->ds) || (failed && left == DATASET_ERR_MEMORY));
    MUST(gram_missing(m->ds) <= missing);
    if (left < 0) MUST(gram_missing(m->ds) == missing);
}

static void check_products(const model *m) {
    int complete = gram_missing(m->ds) == 0;
    for (int i = 0; i < m->slots; i++)
        for (int j = 0; j <= i; j++) {
            uint32_t k = gram_at(m->ds, i, j);
            MUST(k == gram_at(m->ds, j, i));
            if (!holds(m, i) || !holds(m, j)) MUST(k == 0);
            if (k != 0 || (complete && holds(m, i) && holds(m, j))) MUST(k == product(m, i, j));
        }
}

static void check(const model *m) {
    int count[2][2] = {{0}}, held = 0, same = 1;
    const uint8_t *first = NULL;
    MUST(dataset_slots(m->ds) == m->slots);
    for (int slot = -1; slot <= SLOTS; slot++) {
        const uint8_t *x = dataset_x(m->ds, slot);
        MUST((x != NULL) == holds(m, slot));
        if (!x) {
            MUST(dataset_part(m->ds, slot) == PART_NONE && dataset_y(m->ds, slot) < 0);
            continue;
        }
        const picture *p = &m->pictures[slot];
        MUST(memcmp(x, p->x, (size_t)m->n_x) == 0);
        for (int k = m->n_x; k < dataset_stride(m->ds); k++) MUST(x[k] == 0);
        MUST(dataset_part(m->ds, slot) == p->part && dataset_y(m->ds, slot) == p->y);
        count[p->part][p->y]++;
        if (!first) first = x;
        same = same && memcmp(first, x, (size_t)m->n_x) == 0;
        held++;
    }
    for (int part = 0; part < 2; part++)
        for (int y = 0; y < 2; y++) MUST(dataset_count(m->ds, part, y) == count[part][y]);
    MUST(dataset_all_same(m->ds) == (same && held >= 2));
}

static void one_call(model *m, reader *r) {
    switch (take(r, 1) % 10) {
    case 0:
    case 1:
        return add(m, r);
    case 2:
        for (int k = take_int(r, 0, 40); k > 0; k--) add(m, r);
        return;
    case 3:
        return drop(m, take_int(r, -1, SLOTS));
    case 4:
        return change(m, take_int(r, -1, SLOTS), take_int(r, -1, 2), 0);
    case 5:
        return change(m, take_int(r, -1, SLOTS), take_int(r, -1, 2), 1);
    case 6:
        return split(m, r);
    case 7:
        return check_products(m);
    case 8:
        for (int k = 0; k < 30 && gram_step(m->ds, 4) > 0; k++) {
        }
        return check_products(m);
    default:
        return multiply(m, r);
    }
}

void target(reader *r) {
    static model m;
    int n_px = take(r, 1) % 16 ? take_int(r, 1, 3) : take_int(r, 0, 27);
    m = (model){.n_x = 3 * n_px * n_px};
    take_failures(r);
    m.ds = dataset_create(n_px);
    int failed = end_failures();
    MUST(m.ds != NULL || n_px == 0 || failed);
    for (int calls = 0; m.ds && more(r) && calls < 120; calls++) {
        one_call(&m, r);
        check(&m);
    }
    dataset_free(m.ds);
}
