/* drawn_shapes.h -- the brush of drawn.c: smooth shapes, ovals and lines with exact area coverage,
 * in integers.
 *
 * Figures are drawn in local units: the side of the picture is 1000 of them at scale 1000, y points
 * down. A frame places them. Only the last step knows n_px, so a picture is the same at every
 * resolution. */
#ifndef DRAWN_SHAPES_H
#define DRAWN_SHAPES_H

#include "drawn_fill.h"

typedef struct {
    int32_t xx, xy, yx, yy; /* local to scene units, 12 fraction bits */
    int32_t x0, y0;
} frame;

typedef int16_t point[2];

/* Local (0, 0) goes to (x, y) in thousandths of the side; half_turn is tan(angle / 2) in
 * thousandths. */
frame frame_at(int x, int y, int scale, int half_turn, int flip);
/* The same frame looked at in a mirror: for left and right ears. */
frame frame_mirrored(frame f);
/* The frame whose origin is (x, y) of f, scaled by scale / 1000 and turned by half_turn. */
frame frame_in(frame f, int x, int y, int scale, int half_turn);

/* Inside of the closed quadratic B-spline with control points p (n). A point given twice is a
 * corner. */
void blob(canvas *c, const frame *f, uint32_t rgb, int alpha, const point *p, int n);
/* Inside of the polygon p (n). */
void poly(canvas *c, const frame *f, uint32_t rgb, int alpha, const point *p, int n);
/* Ellipse with its axes along those of f. */
void oval(canvas *c, const frame *f, uint32_t rgb, int alpha, int x, int y, int rx, int ry);
/* Curve with control points p (n), from width w0 at its begin to w1 at its end; round ends. */
void line(canvas *c, const frame *f, uint32_t rgb, int alpha, int w0, int w1, const point *p,
          int n);

/* A list of points, and how many. FIXED: all of it known, which takes half the bytes. */
#define POINTS(...)                                                                                \
    (const point[]){__VA_ARGS__}, (int)(sizeof((const point[]){__VA_ARGS__}) / sizeof(point))
#define FIXED(...)                                                                                 \
    ({                                                                                             \
        static const point fixed[] = {__VA_ARGS__};                                                \
        fixed;                                                                                     \
    }),                                                                                            \
        (int)(sizeof((const point[]){__VA_ARGS__}) / sizeof(point))

#endif
