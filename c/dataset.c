/* dataset.c -- see dataset.h. */
#include "dataset.h"
#include "dataset_impl.h"
#include <stdlib.h>
#include <string.h>

dataset *dataset_create(int n_px) {
    if (n_px < 1 || n_px > DATASET_MAX_PX) return NULL;
    dataset *ds = calloc(1, sizeof *ds);
    if (!ds) return NULL;
    ds->n_px = n_px;
    ds->n_x = 3 * n_px * n_px;
    ds->stride = (ds->n_x + 15) / 16 * 16;
    ds->examples = calloc(DATASET_CAPACITY, sizeof *ds->examples);
    if (!ds->examples) {
        free(ds);
        return NULL;
    }
    return ds;
}

void dataset_free(dataset *ds) {
    if (!ds) return;
    for (int b = 0; b < DATASET_BLOCKS; b++) free(ds->block[b]);
    gram_free(ds);
    free(ds->examples);
    free(ds);
}

static uint8_t *slot_bytes(const dataset *ds, int slot) {
    return ds->block[slot / DATASET_BLOCK] + (size_t)(slot % DATASET_BLOCK) * (size_t)ds->stride;
}

static int free_slot(const dataset *ds) {
    for (int slot = 0; slot < ds->slots; slot++)
        if (ds->examples[slot].part == PART_NONE) return slot;
    return ds->slots;
}

int dataset_add(dataset *ds, const uint8_t *rgb, int y, int part, uint32_t key) {
    if (!ds || !rgb || (y != 0 && y != 1) || (part != PART_TRAIN && part != PART_TEST))
        return DATASET_ERR_ARG;
    int slot = free_slot(ds);
    if (slot >= DATASET_CAPACITY) return DATASET_ERR_FULL;
    uint8_t **block = &ds->block[slot / DATASET_BLOCK];
    if (!*block) *block = calloc(DATASET_BLOCK, (size_t)ds->stride); /* padding stays zero */
    if (!*block) return DATASET_ERR_MEMORY;
    memcpy(slot_bytes(ds, slot), rgb, (size_t)ds->n_x);
    ds->examples[slot] = (example){.key = key, .y = (uint8_t)y, .part = (uint8_t)part};
    if (slot == ds->slots) ds->slots++;
    gram_forget(ds, slot);
    return slot;
}

int dataset_remove(dataset *ds, int slot) {
    if (!ds || !dataset_holds(ds, slot)) return DATASET_ERR_ARG;
    ds->examples[slot].part = PART_NONE;
    gram_forget(ds, slot);
    while (ds->slots > 0 && ds->examples[ds->slots - 1].part == PART_NONE) ds->slots--;
    return 0;
}

int dataset_set_y(dataset *ds, int slot, int y) {
    if (!ds || !dataset_holds(ds, slot) || (y != 0 && y != 1)) return DATASET_ERR_ARG;
    ds->examples[slot].y = (uint8_t)y;
    return 0;
}

int dataset_set_part(dataset *ds, int slot, int part) {
    if (!ds || !dataset_holds(ds, slot) || (part != PART_TRAIN && part != PART_TEST))
        return DATASET_ERR_ARG;
    ds->examples[slot].part = (uint8_t)part;
    return 0;
}

/* A well-mixed number from two (the finalizer of MurmurHash3 over their combination). */
static uint32_t mix(uint32_t seed, uint32_t key) {
    uint32_t h = seed * 0x9e3779b9u ^ key;
    h = (h ^ (h >> 16)) * 0x85ebca6bu;
    h = (h ^ (h >> 13)) * 0xc2b2ae35u;
    return h ^ (h >> 16);
}

typedef struct {
    uint32_t rank;
    int slot;
} ranked;

static int by_rank(const void *p, const void *q) {
    const ranked *a = p, *b = q;
    if (a->rank != b->rank) return a->rank < b->rank ? -1 : 1;
    return a->slot - b->slot;
}

static void split_class(dataset *ds, ranked *order, int y, double share, uint32_t seed) {
    int count = 0;
    for (int slot = 0; slot < ds->slots; slot++) {
        example *e = &ds->examples[slot];
        if (!dataset_holds(ds, slot) || e->y != y) continue;
        if (e->key == DATASET_KEY_APART)
            e->part = PART_TRAIN;
        else
            order[count++] = (ranked){mix(seed, e->key), slot};
    }
    qsort(order, (size_t)count, sizeof *order, by_rank);
    int test = (int)(share * count + 0.5);
    if (test > count - 1) test = count - 1;
    for (int i = 0; i < count; i++)
        ds->examples[order[i].slot].part = i < test ? PART_TEST : PART_TRAIN;
}

int dataset_split(dataset *ds, double share, uint32_t seed) {
    if (!ds || !(share >= 0.0 && share < 1.0)) return DATASET_ERR_ARG;
    if (ds->slots == 0) return 0;
    ranked *order = malloc((size_t)ds->slots * sizeof *order);
    if (!order) return DATASET_ERR_MEMORY;
    split_class(ds, order, 0, share, seed);
    split_class(ds, order, 1, share, seed);
    free(order);
    return 0;
}

int dataset_part(const dataset *ds, int slot) {
    return dataset_holds(ds, slot) ? ds->examples[slot].part : PART_NONE;
}

int dataset_y(const dataset *ds, int slot) {
    return dataset_holds(ds, slot) ? ds->examples[slot].y : DATASET_ERR_ARG;
}

const uint8_t *dataset_x(const dataset *ds, int slot) {
    return dataset_holds(ds, slot) ? slot_bytes(ds, slot) : NULL;
}

int dataset_n_x(const dataset *ds) { return ds->n_x; }
int dataset_stride(const dataset *ds) { return ds->stride; }
int dataset_slots(const dataset *ds) { return ds->slots; }

int dataset_count(const dataset *ds, int part, int y) {
    int count = 0;
    for (int slot = 0; slot < ds->slots; slot++)
        count += ds->examples[slot].part == part && ds->examples[slot].y == y;
    return count;
}

int dataset_list(const dataset *ds, int part, int *slots, double *y) {
    int n = 0;
    for (int slot = 0; slot < ds->slots; slot++) {
        if (ds->examples[slot].part != part) continue;
        slots[n] = slot;
        y[n++] = ds->examples[slot].y;
    }
    return n;
}

int dataset_all_same(const dataset *ds) {
    const uint8_t *first = NULL;
    int count = 0;
    for (int slot = 0; slot < ds->slots; slot++) {
        if (!dataset_holds(ds, slot)) continue;
        const uint8_t *x = slot_bytes(ds, slot);
        if (first && memcmp(first, x, (size_t)ds->n_x) != 0) return 0;
        if (!first) first = x;
        count++;
    }
    return count >= 2;
}
