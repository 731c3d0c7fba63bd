/* gram.c -- see gram.h. i32x4.dot_i16x8 does eight multiply-adds of 16-bit numbers an instruction,
 * so bytes are first widened to int16, COLUMNS at a time so that both sides stay in cache, and each
 * register tile makes 2 x 4 products. A lane grows by at most 2 * 255^2 an instruction: COLUMNS / 8
 * of them stay below 2^31, and the sums of blocks are added modulo 2^32, where K fits. */
#include "gram.h"
#include "dataset_impl.h"
#include "simd.h"
#include <stdlib.h>
#include <string.h>

#define GROUP 32     /* rows made together, and partners a tile */
#define COLUMNS 2048 /* columns a block: 32 rows of int16 are 128 KB */

/* K is a lower triangle in blocks of DATASET_BLOCK rows, each row as long as its block needs. */
static uint32_t *k_entry(const dataset *ds, int i, int j) {
    if (i < j) {
        int swap = i;
        i = j;
        j = swap;
    }
    int b = i / DATASET_BLOCK;
    size_t row_length = (size_t)(b + 1) * DATASET_BLOCK;
    return ds->gram.block[b] + (size_t)(i % DATASET_BLOCK) * row_length + j;
}

static int reserve(dataset *ds) {
    gram_state *g = &ds->gram;
    if (!g->rows) g->rows = calloc(GROUP * COLUMNS, sizeof(int16_t));
    if (!g->partners) g->partners = calloc(4 * COLUMNS, sizeof(int16_t));
    if (!g->rows || !g->partners) return DATASET_ERR_MEMORY;
    for (int b = 0; b * DATASET_BLOCK < ds->slots; b++) {
        size_t row_length = (size_t)(b + 1) * DATASET_BLOCK;
        if (!g->block[b]) g->block[b] = malloc(sizeof(uint32_t) * DATASET_BLOCK * row_length);
        if (!g->block[b]) return DATASET_ERR_MEMORY;
    }
    return 0;
}

void gram_free(dataset *ds) {
    free(ds->gram.rows);
    free(ds->gram.partners);
    for (int b = 0; b < DATASET_BLOCKS; b++) free(ds->gram.block[b]);
    memset(&ds->gram, 0, sizeof ds->gram);
}

void gram_forget(dataset *ds, int slot) {
    ds->examples[slot].gram_known = 0;
    ds->gram.group_size = 0; /* the group may have met a slot that changed */
}

static void widen(int16_t *out, const uint8_t *x, int n) {
    for (int j = 0; j < n; j += 16) {
        v128_t bytes = wasm_v128_load(x + j);
        wasm_v128_store(out + j, wasm_u16x8_extend_low_u8x16(bytes));
        wasm_v128_store(out + j + 8, wasm_u16x8_extend_high_u8x16(bytes));
    }
}

static inline v128_t dot_add(v128_t acc, v128_t x, v128_t y) {
    return wasm_i32x4_add(acc, wasm_i32x4_dot_i16x8(x, y));
}

static int is_missing(const dataset *ds, int slot) {
    return dataset_holds(ds, slot) && !ds->examples[slot].gram_known;
}

static inline uint32_t sum_u32x4(v128_t v) {
    return (uint32_t)wasm_i32x4_extract_lane(v, 0) + (uint32_t)wasm_i32x4_extract_lane(v, 1) +
           (uint32_t)wasm_i32x4_extract_lane(v, 2) + (uint32_t)wasm_i32x4_extract_lane(v, 3);
}

__attribute__((noinline)) void gram_tile(uint32_t *out, const int16_t *rows,
                                         const int16_t *partners, int n) {
    v128_t a0 = wasm_i32x4_splat(0), a1 = a0, a2 = a0, a3 = a0;
    v128_t b0 = a0, b1 = a0, b2 = a0, b3 = a0;
    const int16_t *x = rows, *p = partners;
    for (; x < rows + n; x += 8, p += 8) {
        v128_t x0 = wasm_v128_load(x), x1 = wasm_v128_load(x + COLUMNS);
        v128_t y = wasm_v128_load(p);
        a0 = dot_add(a0, x0, y);
        b0 = dot_add(b0, x1, y);
        y = wasm_v128_load(p + COLUMNS);
        a1 = dot_add(a1, x0, y);
        b1 = dot_add(b1, x1, y);
        y = wasm_v128_load(p + 2 * COLUMNS);
        a2 = dot_add(a2, x0, y);
        b2 = dot_add(b2, x1, y);
        y = wasm_v128_load(p + 3 * COLUMNS);
        a3 = dot_add(a3, x0, y);
        b3 = dot_add(b3, x1, y);
    }
    out[0] += sum_u32x4(a0);
    out[1] += sum_u32x4(a1);
    out[2] += sum_u32x4(a2);
    out[3] += sum_u32x4(a3);
    out[GROUP] += sum_u32x4(b0);
    out[GROUP + 1] += sum_u32x4(b1);
    out[GROUP + 2] += sum_u32x4(b2);
    out[GROUP + 3] += sum_u32x4(b3);
}

/* K is symmetric: a product of two rows of the group is left to the tile below the diagonal.
 * Members of the group are the only partners whose rows are still missing. */
static int above_diagonal(const dataset *ds, int row, int partner) {
    return partner > row && is_missing(ds, partner);
}

/* out += group times partners, over n columns from column c. */
static void multiply_block(dataset *ds, uint32_t out[GROUP][GROUP], const int *partner,
                           int partners, int c, int n) {
    gram_state *g = &ds->gram;
    for (int r = 0; r < g->group_size; r++)
        widen(g->rows + r * COLUMNS, dataset_x(ds, g->group[r]) + c, n);
    for (int p = 0; p < partners; p += 4) {
        int last = partners - p < 4 ? partners - p : 4;
        for (int q = 0; q < last; q++)
            widen(g->partners + q * COLUMNS, dataset_x(ds, partner[p + q]) + c, n);
        for (int r = 0; r < g->group_size; r += 2) {
            int low_row = g->group[r + 1 < g->group_size ? r + 1 : r];
            int needed = 0;
            for (int q = 0; q < last; q++) needed |= !above_diagonal(ds, low_row, partner[p + q]);
            if (needed) gram_tile(&out[r][p], g->rows + r * COLUMNS, g->partners, n);
        }
    }
}

/* Multiplies the group with up to 32 partners. Rows and partners that are missing to fill a tile
 * are whatever the buffers hold; their products are never stored. */
static void make_tile(dataset *ds, const int *partner, int partners) {
    gram_state *g = &ds->gram;
    uint32_t out[GROUP][GROUP];
    memset(out, 0, sizeof out);
    for (int c = 0; c < ds->stride; c += COLUMNS) {
        int n = ds->stride - c < COLUMNS ? ds->stride - c : COLUMNS;
        multiply_block(ds, out, partner, partners, c, n);
    }
    for (int r = 0; r < g->group_size; r++)
        for (int p = 0; p < partners; p++)
            if (!above_diagonal(ds, g->group[r], partner[p]))
                *k_entry(ds, g->group[r], partner[p]) = out[r][p];
}

int gram_missing(const dataset *ds) {
    int missing = 0;
    for (int slot = 0; slot < ds->slots; slot++) missing += is_missing(ds, slot);
    return missing;
}

static void next_group(dataset *ds) {
    gram_state *g = &ds->gram;
    g->group_size = 0;
    g->next_partner = 0;
    for (int slot = 0; slot < ds->slots && g->group_size < GROUP; slot++)
        if (is_missing(ds, slot)) g->group[g->group_size++] = slot;
}

static int in_group(const gram_state *g, int slot) {
    for (int r = 0; r < g->group_size; r++)
        if (g->group[r] == slot) return 1;
    return 0;
}

/* The next partners of the group: rows already made, and the group itself. */
static int next_partners(dataset *ds, int partner[GROUP]) {
    gram_state *g = &ds->gram;
    int partners = 0;
    for (; g->next_partner < ds->slots && partners < GROUP; g->next_partner++) {
        int slot = g->next_partner;
        if (!dataset_holds(ds, slot)) continue;
        if (ds->examples[slot].gram_known || in_group(g, slot)) partner[partners++] = slot;
    }
    return partners;
}

int gram_step(dataset *ds, int tiles) {
    if (!ds) return DATASET_ERR_ARG;
    if (ds->slots > GRAM_MAX_SLOTS) return DATASET_ERR_FULL;
    if (reserve(ds) != 0) return DATASET_ERR_MEMORY;
    gram_state *g = &ds->gram;
    for (; tiles > 0; tiles--) {
        if (g->group_size == 0) next_group(ds);
        if (g->group_size == 0) return 0;
        int partner[GROUP];
        int partners = next_partners(ds, partner);
        if (partners > 0) make_tile(ds, partner, partners);
        if (partners == GROUP) continue;
        for (int r = 0; r < g->group_size; r++) ds->examples[g->group[r]].gram_known = 1;
        g->group_size = 0;
    }
    return gram_missing(ds);
}

uint32_t gram_at(const dataset *ds, int i, int j) {
    if (!dataset_holds(ds, i) || !dataset_holds(ds, j)) return 0;
    if (!ds->examples[i].gram_known || !ds->examples[j].gram_known) return 0;
    return *k_entry(ds, i, j);
}

const uint32_t *gram_row(const dataset *ds, int slot) {
    if (!dataset_holds(ds, slot) || !ds->examples[slot].gram_known) return NULL;
    return k_entry(ds, slot, 0);
}

int gram_put(dataset *ds, int slot, const uint32_t *row) {
    if (!ds || !row || !dataset_holds(ds, slot)) return DATASET_ERR_ARG;
    if (ds->slots > GRAM_MAX_SLOTS) return DATASET_ERR_FULL;
    if (reserve(ds) != 0) return DATASET_ERR_MEMORY;
    memcpy(k_entry(ds, slot, 0), row, ((size_t)slot + 1) * sizeof *row);
    ds->examples[slot].gram_known = 1;
    ds->gram.group_size = 0; /* the group may have been this row's */
    return 0;
}
