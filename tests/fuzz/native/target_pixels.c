/* target_pixels.c: pictures of any size, fed in bands of any height, against the definition: each
 * source pixel weighted by how much of it an output pixel covers; and the drawn pictures. */
#include "drawn.h"
#include "fuzz.h"
#include "pixels.h"
#include <stdlib.h>
#include <string.h>

enum { MOST = 48 };

typedef struct {
    int width, height, channels, n_px, fit;
} sizes;

/* How much of source pixel i the output pixel k covers, of a side cut into n_px, in 1/n_px. */
static int64_t overlap(int64_t i, int64_t k, int64_t side, int64_t n_px) {
    int64_t from = i * n_px, to = from + n_px, first = k * side, last = first + side;
    if (first > from) from = first;
    if (last < to) to = last;
    return to > from ? to - from : 0;
}

/* Half of a number, downwards. */
static int half(int n) { return (n - (n % 2 != 0 && n < 0)) / 2; }

/* Of channel c over white, times 255. */
static int64_t level(const sizes *s, const uint8_t *source, int row, int column, int c) {
    if (row < 0 || row >= s->height || column < 0 || column >= s->width) return 65025;
    const uint8_t *pixel = source + (ptrdiff_t)(row * s->width + column) * s->channels;
    int64_t a = s->channels == 4 ? pixel[3] : 255;
    return a * pixel[c] + (255 - a) * 255;
}

static uint8_t defined(const sizes *s, const uint8_t *source, int y, int x, int c) {
    int small = s->width < s->height ? s->width : s->height;
    int large = s->width < s->height ? s->height : s->width, side = s->fit ? large : small;
    int left = half(s->width - side), top = half(s->height - side);
    int64_t sum = 0, whole = (int64_t)side * side * 255;
    for (int i = 0; i < side; i++) {
        int64_t down = overlap(i, y, side, s->n_px);
        for (int j = 0; j < side && down > 0; j++)
            sum += down * overlap(j, x, side, s->n_px) * level(s, source, top + i, left + j, c);
    }
    return (uint8_t)((sum + whole / 2) / whole);
}

static void feed(pixels *p, const sizes *s, const uint8_t *source, reader *r) {
    size_t row_bytes = (size_t)s->width * (size_t)s->channels;
    uint8_t early[3 * MOST * MOST];
    for (int row = 0; row < s->height;) {
        int rows = take_int(r, 0, 7), left = s->height - row;
        if (!more(r)) rows = left;
        uint8_t *band = exactly(row_bytes * (size_t)(rows > left ? left : rows));
        memcpy(band, source + row_bytes * (size_t)row,
               row_bytes * (size_t)(rows > left ? left : rows));
        MUST(pixels_read(p, early) == PIXELS_ERR_ARG);
        MUST(pixels_feed(p, band, rows) == (rows > left ? PIXELS_ERR_ARG : 0));
        if (rows <= left) row += rows;
        free(band);
    }
    MUST(pixels_feed(p, source, 1) == PIXELS_ERR_ARG);
}

static void scale(reader *r) {
    sizes s = {take_int(r, 1, MOST), take_int(r, 1, MOST), take_int(r, 3, 4), take_int(r, 1, 24),
               take_int(r, 0, 1)};
    take_failures(r);
    pixels *p = pixels_create(s.width, s.height, s.channels, s.n_px, s.fit);
    int failed = end_failures();
    MUST(p != NULL || failed);
    if (!p) return;
    int count = s.width * s.height * s.channels;
    uint8_t *source = exactly((size_t)count);
    take_bytes(r, source, count);
    for (int k = 0; k < count && more(r) && k < 24; k++)
        source[take(r, 2) % (uint32_t)count] ^= (uint8_t)take(r, 1);
    feed(p, &s, source, r);
    uint8_t *rgb = exactly(3 * (size_t)s.n_px * (size_t)s.n_px);
    MUST(pixels_read(p, rgb) == 0);
    for (int y = 0; y < s.n_px; y++)
        for (int x = 0; x < s.n_px; x++)
            for (int c = 0; c < 3; c++)
                MUST(rgb[3 * (y * s.n_px + x) + c] == defined(&s, source, y, x, c));
    free(rgb);
    free(source);
    pixels_free(p);
}

static void refuse(reader *r) {
    int width = (int)take(r, 4), height = (int)take(r, 4), n_px = (int)take(r, 4);
    int channels = take_int(r, 0, 6), fit = take_int(r, -1, 3);
    int right = width >= 1 && height >= 1 && width <= PIXELS_MAX_SIDE &&
                height <= PIXELS_MAX_SIDE && n_px >= 1 && n_px <= PIXELS_MAX_PX &&
                (channels == 3 || channels == 4) && (fit == PIXELS_CROP || fit == PIXELS_FIT);
    pixels *p = pixels_create(width, height, channels, n_px, fit);
    MUST((p != NULL) == right);
    pixels_free(p);
}

static void draw(reader *r) {
    int n_px = take_int(r, 0, 40);
    uint32_t seed = take(r, 4), index = take(r, 2);
    uint8_t *rgb = exactly(3 * (size_t)n_px * (size_t)n_px),
            *again = exactly(3 * (size_t)n_px * (size_t)n_px);
    int y = drawn_picture(rgb, n_px, seed, index);
    MUST(n_px < DRAWN_MIN_PX ? y == DRAWN_ERR_ARG : y == drawn_class(seed, index));
    MUST(drawn_picture(again, n_px, seed, index) == y);
    MUST(memcmp(rgb, again, 3 * (size_t)n_px * (size_t)n_px) == 0);
    free(rgb);
    free(again);
}

void target(reader *r) {
    switch (take(r, 1) % 8) {
    case 0:
        return refuse(r);
    case 1:
        return draw(r);
    default:
        return scale(r);
    }
}
