/* pixels.c -- see pixels.h. Everything is an integer. The square taken from the source has side s;
 * in units of 1/n_px of a source pixel, a source pixel is n_px wide and an output pixel s wide, so
 * overlaps are whole numbers and the weights of one output pixel add up to s^2. A flattened value
 * is at most 255^2, a horizontal sum 65535 * 255^2 < 2^32, a whole sum < 2^48. */
#include "pixels.h"
#include <stdlib.h>
#include <string.h>

struct pixels {
    int width, height, channels, n_px;
    int side;       /* of the square, in source pixels */
    int left, top;  /* of the square, may be negative (PIXELS_FIT) */
    int row;        /* rows fed so far */
    uint32_t *line; /* (n_px, 3): horizontal sums of one source row */
    uint64_t *sum;  /* (n_px, n_px, 3) */
};

static int floor_half(int n) { return n >= 0 ? n / 2 : -((1 - n) / 2); }

pixels *pixels_create(int width, int height, int channels, int n_px, int fit) {
    if (width < 1 || height < 1 || width > PIXELS_MAX_SIDE || height > PIXELS_MAX_SIDE) return NULL;
    if (n_px < 1 || n_px > PIXELS_MAX_PX || (channels != 3 && channels != 4)) return NULL;
    if (fit != PIXELS_CROP && fit != PIXELS_FIT) return NULL;
    pixels *p = calloc(1, sizeof *p);
    if (!p) return NULL;
    int small = width < height ? width : height, large = width < height ? height : width;
    *p = (pixels){.width = width, .height = height, .channels = channels, .n_px = n_px};
    p->side = fit == PIXELS_FIT ? large : small;
    p->left = floor_half(width - p->side);
    p->top = floor_half(height - p->side);
    p->line = calloc((size_t)n_px * 3, sizeof *p->line);
    p->sum = calloc((size_t)n_px * (size_t)n_px * 3, sizeof *p->sum);
    if (!p->line || !p->sum) {
        pixels_free(p);
        return NULL;
    }
    return p;
}

void pixels_free(pixels *p) {
    if (!p) return;
    free(p->line);
    free(p->sum);
    free(p);
}

/* Over white, in units of 1/255: a c + (255 - a) 255. */
static inline void flatten(uint32_t rgb[3], const uint8_t *source, int channels) {
    uint32_t a = channels == 4 ? source[3] : 255;
    uint32_t white = (255 - a) * 255;
    for (int c = 0; c < 3; c++) rgb[c] = a * source[c] + white;
}

static inline void add_scaled(uint32_t *line, const uint32_t rgb[3], uint32_t weight) {
    for (int c = 0; c < 3; c++) line[c] += weight * rgb[c];
}

/* line[x] = sum over the source pixels of this row of overlap * value; `source` NULL is white. */
static void sum_row(pixels *p, const uint8_t *source) {
    const uint32_t n = (uint32_t)p->n_px, s = (uint32_t)p->side;
    memset(p->line, 0, sizeof *p->line * 3 * n);
    uint32_t x = 0, room = s; /* of output pixel x, `room` units are not yet covered */
    for (uint32_t i = 0; i < s; i++) {
        uint32_t rgb[3] = {65025, 65025, 65025};
        int column = p->left + (int)i;
        if (source && column >= 0 && column < p->width)
            flatten(rgb, source + (size_t)column * (size_t)p->channels, p->channels);
        for (uint32_t left = n; left > 0;) {
            uint32_t overlap = left < room ? left : room;
            add_scaled(p->line + (size_t)3 * x, rgb, overlap);
            left -= overlap;
            room -= overlap;
            if (room == 0) {
                x++;
                room = s;
            }
        }
    }
}

/* Adds the line to every output row that source row i of the square overlaps. */
static void add_line(pixels *p, int i) {
    const uint64_t n = (uint64_t)p->n_px, s = (uint64_t)p->side;
    uint64_t from = (uint64_t)i * n, to = from + n;
    for (uint64_t y = from / s; y < n && y * s < to; y++) {
        uint64_t start = y * s > from ? y * s : from, end = (y + 1) * s < to ? (y + 1) * s : to;
        uint64_t *sum = p->sum + y * n * 3;
        for (uint64_t k = 0; k < 3 * n; k++) sum[k] += (end - start) * p->line[k];
    }
}

int pixels_feed(pixels *p, const uint8_t *source, int rows) {
    if (!p || !source || rows < 0 || rows > p->height - p->row) return PIXELS_ERR_ARG;
    for (int r = 0; r < rows; r++, p->row++) {
        int i = p->row - p->top;
        if (i < 0 || i >= p->side) continue;
        sum_row(p, source + (size_t)r * (size_t)p->width * (size_t)p->channels);
        add_line(p, i);
    }
    return 0;
}

/* The white rows above and below a picture wider than high. */
static uint64_t white_rows(const pixels *p, int y) {
    int64_t n = p->n_px, s = p->side;
    int64_t from = (int64_t)y * s, to = from + s, white = 0;
    int64_t first = -(int64_t)p->top * n, last = ((int64_t)p->height - p->top) * n;
    if (from < first) white += (to < first ? to : first) - from;
    if (to > last) white += to - (from > last ? from : last);
    return (uint64_t)white;
}

int pixels_read(const pixels *p, uint8_t *rgb) {
    if (!p || !rgb || p->row < p->height) return PIXELS_ERR_ARG;
    const uint64_t n = (uint64_t)p->n_px, s = (uint64_t)p->side;
    const uint64_t whole = s * s * 255;
    for (uint64_t y = 0; y < n; y++) {
        uint64_t white = p->top < 0 ? white_rows(p, (int)y) * s * 65025 : 0;
        for (uint64_t k = 0; k < 3 * n; k++)
            rgb[y * 3 * n + k] = (uint8_t)((p->sum[y * 3 * n + k] + white + whole / 2) / whole);
    }
    return 0;
}
