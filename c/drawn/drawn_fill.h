/* drawn_fill.h -- the paint of drawn.c: fills the inside of a closed path with one colour, smooth
 * at its edges. The only part of the drawing that knows n_px. */
#ifndef DRAWN_FILL_H
#define DRAWN_FILL_H

#include <stdint.h>

#include "drawn.h"

/* Scene units: 16384 to the side of a picture. */
enum { SCENE_BITS = 14, PATH_POINTS = 160, OPAQUE = 256 };

/* What a fill does: paint; paint and remember where; paint only where it is remembered. */
typedef enum { PAINT, PAINT_AND_MARK, PAINT_MARKED } paint_mode;

typedef struct {
    uint8_t *rgb; /* (n_px, n_px, 3), the caller's */
    int n_px;
    paint_mode mode;
    int32_t edges[DRAWN_MAX_PX * (DRAWN_MAX_PX + 2)]; /* (n_px, n_px + 2); zero between fills */
    uint16_t marked[DRAWN_MAX_PX * DRAWN_MAX_PX];     /* (n_px, n_px), coverage 0..256 */
} canvas;

typedef struct {
    int n;
    int32_t x[PATH_POINTS], y[PATH_POINTS]; /* scene units, may lie outside of the picture */
} path;

/* Empties the scratch arrays; the pixels are left for canvas_sky. */
void canvas_init(canvas *c, uint8_t *rgb, int n_px);
/* Forgets what was marked, and marks what is painted from now on. */
void canvas_mark(canvas *c);
/* One colour at the top, another at the bottom. */
void canvas_sky(canvas *c, uint32_t top, uint32_t bottom);

/* One corner more; those that have no room are dropped. */
void path_add(path *p, int32_t x, int32_t y);
/* Paints the inside of p as c->mode says; alpha 0..OPAQUE. Colours are 0xRRGGBB. */
void fill(canvas *c, const path *p, uint32_t rgb, int alpha);

/* a + (b - a) * t / 256, channel by channel. */
uint32_t mix(uint32_t a, uint32_t b, int t);

#endif
