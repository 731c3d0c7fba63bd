/* drawn_shapes.c -- frames, and shapes made of quadratic B-splines. Curves become polygons with a
 * fixed number of corners, so that a shape is the same at every resolution. */
#include "drawn_shapes.h"

/* A thousandth of the side is 16384/1000 scene units, in 12 fraction bits 67109. */
enum { UNIT_Q12 = 67109, CURVE_STEPS = 4, LINE_POINTS = 16, ROUND_FROM = 24 };

/* --- frames ------------------------------------------------------------------------------------
 */

/* (cos, sin) of the angle whose half has the tangent t/1000, with 12 fraction bits: no libm needed.
 */
static void turn(int t, int32_t *cosine, int32_t *sine) {
    int32_t square = t * t / 1000;
    *cosine = 4096 * (1000 - square) / (1000 + square);
    *sine = 4096 * 2 * t / (1000 + square);
}

static int32_t shifted(int64_t v) { return (int32_t)(v >> 12); }

static void to_scene(const frame *f, int x, int y, int32_t *sx, int32_t *sy) {
    *sx = f->x0 + shifted((int64_t)f->xx * x + (int64_t)f->xy * y);
    *sy = f->y0 + shifted((int64_t)f->yx * x + (int64_t)f->yy * y);
}

frame frame_in(frame f, int x, int y, int scale, int half_turn) {
    int32_t cosine, sine;
    turn(half_turn, &cosine, &sine);
    int64_t kc = (int64_t)cosine * scale / 1000, ks = (int64_t)sine * scale / 1000;
    frame g;
    to_scene(&f, x, y, &g.x0, &g.y0);
    g.xx = shifted(f.xx * kc + f.xy * ks);
    g.xy = shifted(f.xy * kc - f.xx * ks);
    g.yx = shifted(f.yx * kc + f.yy * ks);
    g.yy = shifted(f.yy * kc - f.yx * ks);
    return g;
}

frame frame_mirrored(frame f) {
    f.xx = -f.xx;
    f.yx = -f.yx;
    return f;
}

frame frame_at(int x, int y, int scale, int half_turn, int flip) {
    frame page = {UNIT_Q12, 0, 0, UNIT_Q12, 0, 0};
    frame f = frame_in(page, x, y, scale, half_turn);
    return flip ? frame_mirrored(f) : f;
}

/* --- shapes ------------------------------------------------------------------------------------
 */

/* Point at t = i / CURVE_STEPS of the parabola from the middle of (a, b) to the middle of (b, c).
 */
static int32_t spline(int32_t a, int32_t b, int32_t c, int i) {
    int t = i, u = CURVE_STEPS - i, half = CURVE_STEPS * CURVE_STEPS * 2;
    int64_t twice = (int64_t)(a + b) * u * u + (int64_t)b * 4 * u * t + (int64_t)(b + c) * t * t;
    return (int32_t)(twice / half);
}

void blob(canvas *c, const frame *f, uint32_t rgb, int alpha, const point *p, int n) {
    path control, outline;
    control.n = outline.n = 0;
    for (int i = 0; i < n; i++) {
        int32_t x, y;
        to_scene(f, p[i][0], p[i][1], &x, &y);
        path_add(&control, x, y);
    }
    for (int i = 0; i < control.n; i++) {
        int before = (i + control.n - 1) % control.n, after = (i + 1) % control.n;
        for (int k = 0; k < CURVE_STEPS; k++) {
            path_add(&outline, spline(control.x[before], control.x[i], control.x[after], k),
                     spline(control.y[before], control.y[i], control.y[after], k));
        }
    }
    fill(c, &outline, rgb, alpha);
}

void poly(canvas *c, const frame *f, uint32_t rgb, int alpha, const point *p, int n) {
    path outline;
    outline.n = 0;
    for (int i = 0; i < n; i++) {
        int32_t x, y;
        to_scene(f, p[i][0], p[i][1], &x, &y);
        path_add(&outline, x, y);
    }
    fill(c, &outline, rgb, alpha);
}

/* The B-spline of a regular octagon of radius R runs between 0.924 R and 0.927 R: a circle to the
 * eye. */
void oval(canvas *c, const frame *f, uint32_t rgb, int alpha, int x, int y, int rx, int ry) {
    static const int16_t corner[8][2] = {{1081, 0},  {764, 764},   {0, 1081},  {-764, 764},
                                         {-1081, 0}, {-764, -764}, {0, -1081}, {764, -764}};
    point p[8];
    for (int i = 0; i < 8; i++) {
        p[i][0] = (int16_t)(x * 16 + corner[i][0] * rx * 16 / 1000);
        p[i][1] = (int16_t)(y * 16 + corner[i][1] * ry * 16 / 1000);
    }
    const frame fine = {f->xx / 16, f->xy / 16, f->yx / 16, f->yy / 16, f->x0, f->y0};
    blob(c, &fine, rgb, alpha, (const point *)p, 8);
}

/* Whole square root, bit by bit. */
static int32_t root(int64_t v) {
    int64_t r = 0;
    for (int64_t bit = (int64_t)1 << 40; bit; bit >>= 2) {
        int64_t trial = r + bit;
        r >>= 1;
        if (v >= trial) {
            v -= trial;
            r += bit;
        }
    }
    return (int32_t)r;
}

/* The middle of a line: the open B-spline of x, y (n), from its first point to its last. */
static void open_curve(path *out, const int32_t *x, const int32_t *y, int n) {
    path_add(out, x[0], y[0]);
    for (int i = 1; i + 1 < n;
         i++) { /* beyond its ends the curve is mirrored, so that it reaches them */
        int32_t ax = i == 1 ? 2 * x[0] - x[1] : x[i - 1];
        int32_t ay = i == 1 ? 2 * y[0] - y[1] : y[i - 1];
        int32_t bx = i + 2 == n ? 2 * x[n - 1] - x[i] : x[i + 1];
        int32_t by = i + 2 == n ? 2 * y[n - 1] - y[i] : y[i + 1];
        for (int k = 1; k <= CURVE_STEPS; k++)
            path_add(out, spline(ax, x[i], bx, k), spline(ay, y[i], by, k));
    }
    if (n == 2) path_add(out, x[1], y[1]);
}

/* The point beside point i of the middle, at a distance of half (signed, scene units in 12 bits).
 */
static void add_beside(path *out, const path *middle, int i, int64_t half) {
    int a = i > 0 ? i - 1 : 0, b = i + 1 < middle->n ? i + 1 : i;
    int64_t dx = middle->x[b] - middle->x[a], dy = middle->y[b] - middle->y[a];
    int64_t length = root(dx * dx + dy * dy);
    if (length == 0) length = 1;
    path_add(out, middle->x[i] + shifted(-dy * half / length),
             middle->y[i] + shifted(dx * half / length));
}

void line(canvas *c, const frame *f, uint32_t rgb, int alpha, int w0, int w1, const point *p,
          int n) {
    if (n < 2 || n > LINE_POINTS) return;
    int32_t x[LINE_POINTS] = {0}, y[LINE_POINTS] = {0};
    for (int i = 0; i < n; i++) to_scene(f, p[i][0], p[i][1], &x[i], &y[i]);
    path middle, outline;
    middle.n = outline.n = 0;
    open_curve(&middle, x, y, n);
    int64_t scale = root((int64_t)f->xx * f->xx + (int64_t)f->yx * f->yx);
    int last = middle.n > 1 ? middle.n - 1 : 1;
    for (int i = 0; i <= last; i++) /* there along one side, back along the other */
        add_beside(&outline, &middle, i,
                   ((int64_t)w0 * (last - i) + (int64_t)w1 * i) * scale / (2 * last));
    for (int i = last; i >= 0; i--)
        add_beside(&outline, &middle, i,
                   -((int64_t)w0 * (last - i) + (int64_t)w1 * i) * scale / (2 * last));
    fill(c, &outline, rgb, alpha);
    if (w0 > ROUND_FROM) oval(c, f, rgb, alpha, p[0][0], p[0][1], w0 / 2, w0 / 2);
    if (w1 > ROUND_FROM) oval(c, f, rgb, alpha, p[n - 1][0], p[n - 1][1], w1 / 2, w1 / 2);
}
