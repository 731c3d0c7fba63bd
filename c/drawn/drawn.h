/* drawn.h -- the built-in pictures: cats (class 1) and other things (class 0) in an evening
 * picture-book. Any number of them, the same bytes in every browser: integer arithmetic only,
 * nothing but (seed, index) decides what is drawn, and n_px decides only how finely. */
#ifndef DRAWN_H
#define DRAWN_H

#include <stdint.h>

#include "core_api.h"

enum { DRAWN_MIN_PX = 8, DRAWN_MAX_PX = 128, DRAWN_ERR_ARG = -1 };

/* Draws picture `index` of the set `seed` into rgb (n_px, n_px, 3), owned by the caller. Returns
 * its class, y = 1 for a cat and 0 for anything else, or DRAWN_ERR_ARG if rgb is NULL or n_px is
 * out of range. */
CORE_API int drawn_picture(uint8_t *rgb, int n_px, uint32_t seed, uint32_t index);

/* The class of that picture, without drawing it. */
CORE_API int drawn_class(uint32_t seed, uint32_t index);

#endif
