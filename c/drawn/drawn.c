/* drawn.c -- one built-in picture: dice from (seed, index), an evening backdrop that both classes
 * share, a cat or something else in front of it, and the grain of the paper over all. Backdrops are
 * deep and figures light for a reason: with bytes/255 and alpha = 0.005 the mean picture must be
 * dark for descent to be calm. */
#include "drawn.h"

#include "drawn_figures.h"

/* --- dice --------------------------------------------------------------------------------------
 */

/* Finalizer of MurmurHash3: every bit of the result depends on every bit of v. */
static uint32_t scramble(uint32_t v) {
    v = (v ^ v >> 16) * 0x85ebca6bu;
    v = (v ^ v >> 13) * 0xc2b2ae35u;
    return v ^ v >> 16;
}

int between(dice *d, int lo, int hi) {
    d->state += 0x9e3779b9u; /* 2^32 / golden ratio: a full period (Weyl) */
    return lo + (int)((uint64_t)scramble(d->state) * (uint32_t)(hi - lo + 1) >> 32);
}

int chance(dice *d, int percent) { return between(d, 1, 100) <= percent; }

uint32_t jitter(dice *d, uint32_t colour) {
    int t = between(d, -20, 20);
    return t < 0 ? mix(colour, NIGHT, -t) : mix(colour, 0xffffff, t);
}

uint32_t any_paint(dice *d) {
    static const uint32_t paint[] = {0xf3e3c3, 0xe8964a, 0xa9afb8, 0xf1eee6, 0xc99d6b, 0xf2b880,
                                     0x8b97ad, 0xd9785a, 0xe9c46a, 0x8a6450, 0xd8a7a0, 0x595570};
    return jitter(d, paint[between(d, 0, 11)]);
}

void ground_shadow(canvas *c, const frame *f, int y, int half) {
    oval(c, f, NIGHT, 80, 20, y, half, half / 8);
}

void shade(canvas *c, const frame *f, uint32_t rgb, int alpha, int x, int y, int rx, int ry) {
    for (int k = 10; k >= 4; k -= 2) oval(c, f, rgb, alpha / 4, x, y, rx * k / 10, ry * k / 10);
}

/* --- backdrop ----------------------------------------------------------------------------------
 */

typedef struct {
    uint32_t top, bottom, far, near, glow;
} weather;

static const weather evening[] = {
    {0x1b2a4a, 0x3d5a80, 0x27415f, 0x1d3347, 0xfff1c9}, /* blue hour */
    {0x103a44, 0x2f7a78, 0x1d5a57, 0x174a3c, 0xffe9b8}, /* lagoon */
    {0x33204f, 0x8a4a6e, 0x4b2c5c, 0x332350, 0xffd9c2}, /* plum */
    {0x5a2440, 0xb8604a, 0x5c2f3e, 0x40273a, 0xffdf9e}, /* embers */
    {0x1c3a33, 0x4f7a4a, 0x2f5a3a, 0x24472e, 0xf4f0c0}, /* forest */
    {0x2c3a4c, 0x5a7486, 0x3c5260, 0x2e424a, 0xeef3f5}, /* rain */
    {0x26265c, 0x5b58a0, 0x34357a, 0x292a5a, 0xffe4f0}, /* violet */
    {0x4a3028, 0x8a6248, 0x5c4032, 0x44302a, 0xffe6b0}, /* cocoa */
};

static void stars(canvas *c, dice *d, uint32_t colour) {
    frame page = frame_at(0, 0, 1000, 0, 0);
    for (int i = between(d, 5, 14); i > 0; i--) {
        int x = between(d, 20, 980), y = between(d, 15, 480), r = between(d, 4, 9);
        oval(c, &page, colour, between(d, 90, 200), x, y, r, r);
    }
}

static void moon(canvas *c, dice *d, const weather *w) {
    int x = between(d, 100, 900), y = between(d, 90, 230), scale = between(d, 800, 1200);
    frame f = frame_at(x, y, scale, 0, 0);
    for (int r = 125; r >= 75; r -= 25) oval(c, &f, w->glow, 16, 0, 0, r, r);
    oval(c, &f, w->glow, 220, 0, 0, 55, 55);
    if (chance(d, 60)) oval(c, &f, mix(w->top, w->bottom, 50), OPAQUE, 24, -14, 48, 48);
}

static void hills(canvas *c, dice *d, const weather *w) {
    frame page = frame_at(0, 0, 1000, 0, 0);
    int far = between(d, 520, 680), near = between(d, 740, 820);
    int a = between(d, -90, 90), b = between(d, -90, 90), e = between(d, -40, 40);
    blob(c, &page, w->far, OPAQUE,
         POINTS({-200, 1300}, {-200, far}, {150, far + a}, {500, far + b}, {850, far - a},
                {1200, far}, {1200, 1300}));
    if (chance(d, 50)) { /* a far wood */
        for (int i = between(d, 3, 8), x = between(d, 0, 900); i > 0;
             i--, x += between(d, 25, 60)) {
            int h = between(d, 40, 80);
            poly(c, &page, mix(w->far, w->near, 150), OPAQUE,
                 POINTS({x - 24, far + 70}, {x, far + 60 - h * 2}, {x + 24, far + 70}));
        }
    }
    blob(c, &page, w->near, OPAQUE,
         POINTS({-200, 1300}, {-200, near}, {250, near + e}, {700, near - e}, {1200, near},
                {1200, 1300}));
}

static void room(canvas *c, dice *d, const weather *w) {
    frame page = frame_at(0, 0, 1000, 0, 0);
    int floor = between(d, 700, 800), step = between(d, 90, 150), dots = chance(d, 50);
    for (int x = step / 2; x < 1000; x += step) { /* wallpaper */
        if (!dots) oval(c, &page, w->glow, 14, x, floor / 2 - 60, 16, floor);
        for (int y = step / 2, odd = 0; dots && y < floor - 30; y += step, odd ^= 1)
            oval(c, &page, w->glow, 40, x + odd * step / 2, y, 13, 13);
    }
    poly(c, &page, w->near, OPAQUE, POINTS({0, floor}, {1000, floor}, {1000, 1000}, {0, 1000}));
    poly(c, &page, mix(w->near, w->glow, 40), OPAQUE,
         POINTS({0, floor - 22}, {1000, floor - 22}, {1000, floor}, {0, floor}));
    int x = between(d, 250, 750);
    oval(c, &page, mix(w->bottom, w->glow, 60), 150, x, 900, 420, 80); /* rug */
    oval(c, &page, mix(w->bottom, w->near, 90), 220, x, 898, 370, 64);
}

static void backdrop(canvas *c, dice *d) {
    weather w = evening[between(d, 0, 7)];
    w.top = jitter(d, w.top);
    w.bottom = jitter(d, w.bottom);
    canvas_sky(c, w.top, w.bottom);
    if (chance(d, 35)) {
        room(c, d, &w);
        return;
    }
    if (chance(d, 70)) stars(c, d, w.glow);
    if (chance(d, 45)) moon(c, d, &w);
    hills(c, d, &w);
}

/* --- paper -------------------------------------------------------------------------------------
 */

enum { CELLS = 8 }; /* of the coarse lattice, along a side */

/* Uneven paint (a coarse lattice, interpolated), fine grain, corners darker than the middle. */
static void paper_row(uint8_t *row, int n, int sy, const int16_t lattice[][CELLS + 1],
                      uint32_t salt) {
    int column[CELLS + 1], cy = sy >> 8, ty = sy & 255; /* 256 to a cell */
    for (int j = 0; j <= CELLS; j++)
        column[j] = lattice[cy][j] * (256 - ty) + lattice[cy + 1][j] * ty;
    uint32_t row_salt = scramble(salt + (uint32_t)(sy >> 5));
    int dy = sy - 1024;
    for (int x = 0; x < n; x++, row += 3) {
        int sx = (2 * x + 1) * 1024 / n, cx = sx >> 8, tx = sx & 255;
        int uneven = (column[cx] * (256 - tx) + column[cx + 1] * tx) * 3 >> 16;
        uint32_t grain = (row_salt ^ (uint32_t)(sx >> 5) * 0x9e3779b9u) * 0x85ebca6bu >> 29;
        int dx = sx - 1024;
        int light = 247 + uneven + (int)grain - (dx * dx + dy * dy) / 50000;
        for (int k = 0; k < 3; k++) {
            int v = row[k] * light >> 8;
            row[k] = (uint8_t)(v > 255 ? 255 : v);
        }
    }
}

static void paper(canvas *c, dice *d) {
    int16_t lattice[CELLS + 1][CELLS + 1];
    for (int i = 0; i <= CELLS; i++)
        for (int j = 0; j <= CELLS; j++) lattice[i][j] = (int16_t)between(d, -7, 7);
    uint32_t salt = (uint32_t)between(d, 0, 0x7ffffffe);
    for (int y = 0; y < c->n_px; y++)
        paper_row(c->rgb + y * c->n_px * 3, c->n_px, (2 * y + 1) * 1024 / c->n_px,
                  (const int16_t(*)[CELLS + 1]) lattice, salt);
}

static void draw_any_thing(canvas *c, dice *d) {
    static draw_thing *const things[] = {house,   car,       boat, cup,    ball,
                                         balloon, tree,      owl,  flower, mushroom,
                                         apple,   fish_bowl, bear, rabbit};
    draw_thing *draw = things[between(d, 0, 13)];
    int x = between(d, 380, 620), y = between(d, 480, 620), scale = between(d, 780, 1180);
    int tilt = between(d, -40, 40), flip = between(d, 0, 1);
    draw(c, d, frame_at(x, y, scale, tilt, flip));
}

static dice dice_of(uint32_t seed, uint32_t index) {
    dice d = {scramble(scramble(seed) + index)};
    d.state = scramble(d.state ^ seed);
    return d;
}

/* The first throw decides the class. */
static int throw_class(dice *d) { return chance(d, 50); }

int drawn_class(uint32_t seed, uint32_t index) {
    dice d = dice_of(seed, index);
    return throw_class(&d);
}

int drawn_picture(uint8_t *rgb, int n_px, uint32_t seed, uint32_t index) {
    if (!rgb || n_px < DRAWN_MIN_PX || n_px > DRAWN_MAX_PX) return DRAWN_ERR_ARG;
    dice d = dice_of(seed, index);
    canvas c;
    canvas_init(&c, rgb, n_px);
    int y = throw_class(&d);
    backdrop(&c, &d);
    if (y) {
        draw_cat(&c, &d);
    } else {
        draw_any_thing(&c, &d);
    }
    c.mode = PAINT;
    paper(&c, &d);
    return y;
}
