/* variants.h -- the same picture, but: what of it does an answer hang on? Whole numbers all the
 * way, so that every machine makes the same bytes. */
#ifndef VARIANTS_H
#define VARIANTS_H

#include "core_api.h"
#include <stdint.h>

/* Grey is (299 R + 587 G + 114 B) / 1000, swapped red and blue. Blurred: each the mean of the
 * square around it, of side 2 `by` + 1, as far as that is inside. Left to down: shifted by `by`
 * pixels; the edge that is left behind is repeated. No middle, no edge: the square of half the side
 * in the middle, or all but that, is that of `paint`. */
enum {
    VARIANT_SAME = 0,
    VARIANT_MIRRORED = 1,
    VARIANT_UPSIDE_DOWN = 2,
    VARIANT_GREY = 3,
    VARIANT_SWAPPED = 4,
    VARIANT_BLURRED = 5,
    VARIANT_LEFT = 6,
    VARIANT_RIGHT = 7,
    VARIANT_UP = 8,
    VARIANT_DOWN = 9,
    VARIANT_NO_MIDDLE = 10,
    VARIANT_NO_EDGE = 11
};

#define VARIANTS 12

enum { VARIANT_ERR_ARG = -1 };

/* out (3 n_px^2) from rgb, which is another array; paint (3 n_px^2). VARIANT_ERR_ARG: no such
 * variant, n_px is not in 1..128, or by is not in 0..n_px - 1. */
CORE_API int variant_make(uint8_t *out, const uint8_t *rgb, const uint8_t *paint, int n_px,
                          int variant, int by);

#endif
