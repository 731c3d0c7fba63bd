/* drawn_fill.c -- exact area coverage by accumulating signed edges, after font-rs and FreeType's
 * smooth rasterizer, in integers. Pixels have 8 fraction bits here. */
#include "drawn_fill.h"

#include <string.h>

typedef struct {
    int x0, y0, x1, y1; /* pixels, inclusive */
} box;

static int clamp(int v, int lo, int hi) { return v < lo ? lo : v > hi ? hi : v; }

void canvas_init(canvas *c, uint8_t *rgb, int n_px) {
    c->rgb = rgb;
    c->n_px = n_px;
    c->mode = PAINT;
    memset(c->edges, 0, sizeof c->edges[0] * (size_t)n_px * (size_t)(n_px + 2));
    memset(c->marked, 0, sizeof c->marked[0] * (size_t)n_px * (size_t)n_px);
}

void canvas_mark(canvas *c) {
    memset(c->marked, 0, sizeof c->marked[0] * (size_t)c->n_px * (size_t)c->n_px);
    c->mode = PAINT_AND_MARK;
}

uint32_t mix(uint32_t a, uint32_t b, int t) {
    uint32_t out = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int from = (int)(a >> shift & 255), to = (int)(b >> shift & 255);
        out |= (uint32_t)(from + (to - from) * t / 256) << shift;
    }
    return out;
}

void canvas_sky(canvas *c, uint32_t top, uint32_t bottom) {
    uint8_t *p = c->rgb;
    for (int y = 0; y < c->n_px; y++) {
        uint32_t colour = mix(top, bottom, (2 * y + 1) * 128 / c->n_px);
        for (int x = 0; x < c->n_px; x++, p += 3) {
            p[0] = (uint8_t)(colour >> 16);
            p[1] = (uint8_t)(colour >> 8);
            p[2] = (uint8_t)colour;
        }
    }
}

void path_add(path *p, int32_t x, int32_t y) {
    if (p->n == PATH_POINTS) return;
    p->x[p->n] = x;
    p->y[p->n++] = y;
}

/* --- coverage ----------------------------------------------------------------------------------
 */

/* A piece of edge within one row, from xa to xb (1/256 px), dy high (signed, 1/256 px). Every pixel
 * right of it gains dy * 512; the pixel it crosses gains the share to its right. The prefix sum
 * does the "right of". */
static void add_span(int32_t *row, int xa, int xb, int dy) {
    if (xa > xb) {
        int swap = xa;
        xa = xb;
        xb = swap;
    }
    int width = xb - xa, from = xa, done = 0;
    for (int cell = xa >> 8; cell <= xb >> 8; cell++) {
        int left = cell * 256, to = xb < left + 256 ? xb : left + 256;
        int upto = width ? dy * (to - xa) / width : dy;
        int part = upto - done, sides = from + to - 2 * left;
        row[cell] += part * (512 - sides);
        row[cell + 1] += part * sides;
        done = upto;
        from = to;
    }
}

static void add_edge(canvas *c, int x0, int y0, int x1, int y1) {
    if (y0 == y1) return;
    int direction = y0 < y1 ? 1 : -1, side = c->n_px * 256;
    if (direction < 0) {
        int sx = x0, sy = y0;
        x0 = x1, y0 = y1;
        x1 = sx, y1 = sy;
    }
    int64_t slope = (int64_t)(x1 - x0) * 65536 / (y1 - y0);
    int bottom = y1 < side ? y1 : side;
    int y = y0 > 0 ? y0 : 0;
    int xa = clamp(x0 + (int)(slope * (y - y0) >> 16), 0, side);
    while (y < bottom) {
        int row = y >> 8, next = bottom < (row + 1) * 256 ? bottom : (row + 1) * 256;
        int xb = clamp(x0 + (int)(slope * (next - y0) >> 16), 0, side);
        add_span(c->edges + row * (c->n_px + 2), xa, xb, direction * (next - y));
        y = next;
        xa = xb;
    }
}

static box add_path(canvas *c, const path *p) {
    int n = c->n_px, lo_x = INT32_MAX, lo_y = INT32_MAX, hi_x = INT32_MIN, hi_y = INT32_MIN;
    int px = 0, py = 0;
    for (int i = 0; i <= p->n; i++) {
        int at = i < p->n ? i : 0;
        int x = (int)((int64_t)p->x[at] * n * 256 >> SCENE_BITS);
        int y = (int)((int64_t)p->y[at] * n * 256 >> SCENE_BITS);
        if (i > 0) add_edge(c, px, py, x, y);
        lo_x = x < lo_x ? x : lo_x, hi_x = x > hi_x ? x : hi_x;
        lo_y = y < lo_y ? y : lo_y, hi_y = y > hi_y ? y : hi_y;
        px = x, py = y;
    }
    box b = {clamp(lo_x >> 8, 0, n), clamp(lo_y >> 8, 0, n - 1), clamp(hi_x >> 8, 0, n),
             clamp(hi_y >> 8, 0, n - 1)};
    return b;
}

static void blend(uint8_t *p, const int colour[3], int share) {
    for (int k = 0; k < 3; k++) p[k] = (uint8_t)(p[k] + (((colour[k] - p[k]) * share + 128) >> 8));
}

void fill(canvas *c, const path *p, uint32_t rgb, int alpha) {
    const int colour[3] = {(int)(rgb >> 16 & 255), (int)(rgb >> 8 & 255), (int)(rgb & 255)};
    const int n = c->n_px;
    const box b = add_path(c, p);
    for (int y = b.y0; y <= b.y1; y++) {
        int32_t *row = c->edges + y * (n + 2);
        int32_t sum = 0;
        for (int x = b.x0; x <= b.x1 && x < n; x++) {
            sum += row[x];
            row[x] = 0;
            int cover = (sum < 0 ? -sum : sum) >> 9; /* a whole pixel is 256 * 512 */
            if (cover == 0) continue;
            if (cover > 256) cover = 256;
            uint16_t *mark = c->marked + y * n + x;
            if (c->mode == PAINT_MARKED) cover = cover * *mark >> 8;
            if (c->mode == PAINT_AND_MARK && cover > *mark) *mark = (uint16_t)cover;
            blend(c->rgb + (y * n + x) * 3, colour, cover * alpha >> 8);
        }
        row[b.x1] = row[b.x1 + 1] = 0;
    }
}
