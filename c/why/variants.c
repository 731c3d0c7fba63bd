/* variants.c -- see variants.h. */
#include "variants.h"
#include <stddef.h>
#include <string.h>

#define MAX_PX 128

typedef struct {
    const uint8_t *rgb, *paint;
    int n, by;
} picture;

static int clamped(int i, int n) { return i < 0 ? 0 : i >= n ? n - 1 : i; }

static const uint8_t *at(const uint8_t *rgb, int n, int row, int column) {
    return rgb + (ptrdiff_t)3 * (clamped(row, n) * n + clamped(column, n));
}

static int is_middle(int n, int row, int column) {
    int from = n / 4, to = n - n / 4;
    return row >= from && row < to && column >= from && column < to;
}

/* The pixel that comes to (row, column) where a variant only moves pixels. */
static const uint8_t *moved(const picture *p, int variant, int row, int column) {
    switch (variant) {
    case VARIANT_MIRRORED:
        return at(p->rgb, p->n, row, p->n - 1 - column);
    case VARIANT_UPSIDE_DOWN:
        return at(p->rgb, p->n, p->n - 1 - row, column);
    case VARIANT_LEFT:
        return at(p->rgb, p->n, row, column + p->by);
    case VARIANT_RIGHT:
        return at(p->rgb, p->n, row, column - p->by);
    case VARIANT_UP:
        return at(p->rgb, p->n, row + p->by, column);
    case VARIANT_DOWN:
        return at(p->rgb, p->n, row - p->by, column);
    case VARIANT_NO_MIDDLE:
        return at(is_middle(p->n, row, column) ? p->paint : p->rgb, p->n, row, column);
    case VARIANT_NO_EDGE:
        return at(is_middle(p->n, row, column) ? p->rgb : p->paint, p->n, row, column);
    default:
        return at(p->rgb, p->n, row, column);
    }
}

static void grey(uint8_t out[3], const uint8_t *rgb) {
    uint8_t level = (uint8_t)((299u * rgb[0] + 587u * rgb[1] + 114u * rgb[2] + 500u) / 1000u);
    memset(out, level, 3);
}

/* The square that is inside the picture, less where that ends. */
static void blurred(uint8_t out[3], const picture *p, int row, int column) {
    int top = clamped(row - p->by, p->n), bottom = clamped(row + p->by, p->n);
    int left = clamped(column - p->by, p->n), right = clamped(column + p->by, p->n);
    uint32_t sum[3] = {0}, count = (uint32_t)((bottom - top + 1) * (right - left + 1));
    for (int y = top; y <= bottom; y++)
        for (int x = left; x <= right; x++)
            for (int c = 0; c < 3; c++) sum[c] += at(p->rgb, p->n, y, x)[c];
    for (int c = 0; c < 3; c++) out[c] = (uint8_t)((sum[c] + count / 2) / count);
}

static void make_pixel(uint8_t out[3], const picture *p, int variant, int row, int column) {
    const uint8_t *rgb = moved(p, variant, row, column);
    switch (variant) {
    case VARIANT_GREY:
        grey(out, rgb);
        return;
    case VARIANT_SWAPPED:
        out[0] = rgb[2], out[1] = rgb[1], out[2] = rgb[0];
        return;
    case VARIANT_BLURRED:
        blurred(out, p, row, column);
        return;
    default:
        memcpy(out, rgb, 3);
    }
}

int variant_make(uint8_t *out, const uint8_t *rgb, const uint8_t *paint, int n_px, int variant,
                 int by) {
    if (!out || !rgb || !paint || n_px < 1 || n_px > MAX_PX) return VARIANT_ERR_ARG;
    if (variant < 0 || variant >= VARIANTS || by < 0 || by >= n_px) return VARIANT_ERR_ARG;
    const picture p = {rgb, paint, n_px, by};
    for (int row = 0; row < n_px; row++)
        for (int column = 0; column < n_px; column++, out += 3)
            make_pixel(out, &p, variant, row, column);
    return 0;
}
