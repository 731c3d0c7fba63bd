/* drawn_cat.c -- cats: a face, a sitting cat, a loaf; furs, patterns, eyes and tails thrown with
 * the dice. */
#include "drawn_figures.h"

typedef enum { SOLID, TABBY, PATCHES, POINTED, TUXEDO } pattern;

typedef struct {
    uint32_t fur, dark, light, iris;
    pattern pattern;
    int eyes; /* 0 round, 1 almond, 2 closed, 3 dots */
} coat;

static int is_dark(uint32_t fur) {
    return (fur >> 16 & 255) + 2 * (fur >> 8 & 255) + (fur & 255) < 480;
}

static coat random_coat(dice *d) {
    static const uint32_t iris[] = {0xb9d46a, 0xf2c94c, 0x8fd0d8, 0xe9b44c};
    coat k = {.fur = any_paint(d), .iris = iris[between(d, 0, 3)], .eyes = between(d, 0, 3)};
    if (is_dark(k.fur)) k.eyes &= 1; /* ink would not show on a dark face */
    k.dark = mix(k.fur, 0x3a2230, 110);
    k.light = mix(k.fur, 0xfffaf0, 170);
    k.pattern = (pattern)between(d, SOLID, TUXEDO);
    return k;
}

static void ears(canvas *c, frame f, const coat *k) {
    uint32_t ear = k->pattern == POINTED ? k->dark : k->fur;
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        blob(c, &f, ear, OPAQUE,
             FIXED({-205, 0}, {-212, -100}, {-206, -268}, {-184, -276}, {-60, -170}, {-20, -60}));
        blob(c, &f, mix(ear, 0xe58f8f, 150), OPAQUE,
             FIXED({-176, -90}, {-184, -215}, {-176, -222}, {-88, -150}, {-80, -90}));
    }
}

static void eyes(canvas *c, frame f, const coat *k) {
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        if (k->eyes == 2) {
            line(c, &f, INK, OPAQUE, 15, 15, FIXED({-132, -8}, {-95, 34}, {-58, -8}));
            continue;
        }
        if (k->eyes == 0) {
            oval(c, &f, CREAM, OPAQUE, -95, 0, 46, 48);
            oval(c, &f, k->iris, OPAQUE, -93, 2, 38, 40);
            oval(c, &f, INK, OPAQUE, -90, 4, 24, 30);
        } else if (k->eyes == 1) {
            blob(c, &f, k->iris, OPAQUE,
                 FIXED({-150, -12}, {-105, -50}, {-52, -2}, {-50, 20}, {-95, 46}, {-140, 22}));
            oval(c, &f, INK, OPAQUE, -97, 0, 15, 36);
        } else {
            oval(c, &f, INK, OPAQUE, -92, 4, 30, 36);
        }
        oval(c, &f, 0xffffff, 235, k->eyes == 1 ? -88 : -100, -12, 10, 11);
    }
}

static void muzzle(canvas *c, frame f, const coat *k) {
    if (k->pattern == TUXEDO || k->pattern == TABBY)
        blob(c, &f, k->light, OPAQUE,
             FIXED({0, 20}, {80, 60}, {110, 120}, {0, 175}, {-110, 120}, {-80, 60}));
    blob(c, &f, 0xd9707a, OPAQUE, FIXED({-30, 52}, {30, 52}, {6, 88}, {-6, 88}));
    uint32_t ink = is_dark(k->fur) ? mix(k->fur, CREAM, 120) : mix(k->fur, INK, 200);
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        line(c, &f, ink, 230, 9, 9, FIXED({0, 80}, {-8, 122}, {-44, 124}, {-58, 100}));
        oval(c, &f, 0xf08a80, 70, -150, 82, 42, 28); /* a blush */
        for (int i = 0; i < 3; i++)
            line(c, &f, CREAM, 200, 8, 5,
                 POINTS({-120, 80 + i * 18}, {-200, 60 + i * 34}, {-285, 50 + i * 46}));
    }
}

static void face_pattern(canvas *c, frame f, const coat *k) {
    if (k->pattern == TABBY) {
        for (int x = -56; x <= 56; x += 56)
            line(c, &f, k->dark, 220, 30, 12, POINTS({x, -200}, {x * 7 / 8, x ? -105 : -85}));
        for (int side = 0; side < 2; side++, f = frame_mirrored(f))
            for (int y = 0; y <= 56; y += 56)
                line(c, &f, k->dark, 220, 26, 10, POINTS({-235, y}, {-160, y + 14}));
    } else if (k->pattern == PATCHES) {
        blob(c, &f, k->dark, OPAQUE,
             FIXED({-260, -260}, {20, -260}, {-20, -20}, {-120, 60}, {-260, 40}));
        blob(c, &f, k->light, OPAQUE, FIXED({260, -60}, {120, 40}, {60, 220}, {300, 220}));
    } else if (k->pattern == POINTED) {
        oval(c, &f, k->dark, 120, 0, 70, 165, 140);
        oval(c, &f, k->dark, 140, 0, 80, 110, 100);
    } else if (k->pattern == TUXEDO) {
        blob(c, &f, k->light, OPAQUE,
             FIXED({-20, -150}, {20, -150}, {60, 20}, {140, 220}, {-140, 220}, {-60, 20}));
    }
}

/* The head, about 430 wide and 390 high, centred on (0, 0); ears above it. */
static void head(canvas *c, frame f, const coat *k) {
    ears(c, f, k);
    canvas_mark(c);
    blob(c, &f, k->fur, OPAQUE,
         FIXED({0, -188}, {150, -185}, {232, -50}, {250, 90}, {120, 196}, {0, 190}, {-120, 196},
               {-250, 90}, {-232, -50}, {-150, -185}));
    c->mode = PAINT_MARKED;
    face_pattern(c, f, k);
    shade(c, &f, NIGHT, 51, 0, 210, 260, 70); /* shade under the chin */
    shade(c, &f, 0xffffff, 39, -40, -130, 150, 60);
    c->mode = PAINT;
    eyes(c, f, k);
    muzzle(c, f, k);
}

static void flank_pattern(canvas *c, frame f, const coat *k) {
    if (k->pattern == TABBY) {
        for (int side = 0; side < 2; side++, f = frame_mirrored(f))
            for (int y = 40; y <= 280; y += 75)
                line(c, &f, k->dark, 220, 34, 10, POINTS({-260, y}, {-170, y + 20}, {-90, y - 5}));
    } else if (k->pattern == PATCHES) {
        oval(c, &f, k->dark, OPAQUE, 130, 130, 110, 120);
        oval(c, &f, k->light, OPAQUE, -120, 280, 130, 110);
    } else if (k->pattern == TUXEDO) {
        oval(c, &f, k->light, OPAQUE, 0, 130, 95, 170);
    }
}

static void sitting(canvas *c, dice *d, frame f, const coat *k) {
    uint32_t tip = k->pattern == POINTED || k->pattern == TABBY ? k->dark : k->fur;
    int curl = between(d, 0, 90), high = between(d, 0, 1);
    shade(c, &f, NIGHT, 120, 30, 372, 300, 40);
    if (high) {
        line(
            c, &f, k->fur, OPAQUE, 66, 50,
            POINTS({120, 330}, {330, 350}, {330 + curl, 140}, {250 + curl, 20}, {330 + curl, -70}));
        line(c, &f, tip, OPAQUE, 50, 46, POINTS({292 + curl, -20}, {330 + curl, -70}));
    } else {
        line(c, &f, k->fur, OPAQUE, 66, 60,
             POINTS({80, 320}, {300, 390}, {360 + curl, 300}, {330 + curl, 240}));
        line(c, &f, tip, OPAQUE, 58, 52, POINTS({344 + curl, 280}, {330 + curl, 240}));
    }
    canvas_mark(c);
    blob(c, &f, k->fur, OPAQUE,
         FIXED({0, -120}, {130, -100}, {175, 80}, {255, 260}, {215, 385}, {0, 375}, {-215, 385},
               {-255, 260}, {-175, 80}, {-130, -100}));
    c->mode = PAINT_MARKED;
    flank_pattern(c, f, k);
    shade(c, &f, NIGHT, 60, 0, 400, 300, 90);
    shade(c, &f, NIGHT, 75, 0, -20, 190, 70); /* the shadow of the head */
    c->mode = PAINT;
    uint32_t paw = k->pattern == TUXEDO    ? k->light
                   : k->pattern == POINTED ? k->dark
                                           : mix(k->fur, 0xffffff, 30);
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        line(c, &f, mix(k->fur, NIGHT, 70), 130, 12, 8, FIXED({-10, 330}, {-12, 250}, {-20, 200}));
        oval(c, &f, paw, OPAQUE, -68, 355, 66, 36);
        line(c, &f, mix(paw, NIGHT, 90), 200, 8, 8, FIXED({-80, 384}, {-80, 360}));
        line(c, &f, mix(paw, NIGHT, 90), 200, 8, 8, FIXED({-52, 384}, {-52, 360}));
    }
    int aside = between(d, -20, 20), scale = between(d, 920, 1060), tilt = between(d, -90, 90);
    head(c, frame_in(f, aside, -215, scale, tilt), k);
}

static void loaf(canvas *c, dice *d, frame f, const coat *k) {
    shade(c, &f, NIGHT, 120, 60, 226, 400, 42);
    uint32_t tip = k->pattern == SOLID || k->pattern == TUXEDO ? k->fur : k->dark;
    int up = between(d, 0, 200);
    line(c, &f, k->fur, OPAQUE, 64, 56,
         POINTS({330, 160}, {450, 150}, {460, 20 - up}, {400, -60 - up}));
    line(c, &f, tip, OPAQUE, 56, 50, POINTS({425, -20 - up}, {400, -60 - up}));
    canvas_mark(c);
    blob(c, &f, k->fur, OPAQUE,
         FIXED({-200, -60}, {60, -150}, {330, -130}, {430, 60}, {400, 235}, {60, 225}, {-240, 235},
               {-290, 90}));
    c->mode = PAINT_MARKED;
    if (k->pattern == TABBY)
        for (int x = 30; x < 400; x += 90)
            line(c, &f, k->dark, 220, 40, 12, POINTS({x, -160}, {x + 24, -60}, {x + 10, 20}));
    if (k->pattern == PATCHES) oval(c, &f, k->dark, OPAQUE, 260, -70, 150, 110);
    shade(c, &f, NIGHT, 60, 60, 250, 420, 80);
    c->mode = PAINT;
    uint32_t paw = k->pattern == TUXEDO    ? k->light
                   : k->pattern == POINTED ? k->dark
                                           : mix(k->fur, 0xffffff, 30);
    oval(c, &f, paw, OPAQUE, -110, 205, 80, 36);
    oval(c, &f, paw, OPAQUE, 60, 208, 80, 34);
    int scale = between(d, 900, 1020), tilt = between(d, -110, 110);
    head(c, frame_in(f, -165, -70, scale, tilt), k);
}

void draw_cat(canvas *c, dice *d) {
    coat k = random_coat(d);
    int pose = between(d, 0, 9), flip = between(d, 0, 1);
    int scale = between(d, 850, 1080), tilt = between(d, -40, 40);
    if (pose < 4) { /* close by */
        int x = between(d, 450, 550), y = between(d, 530, 610);
        frame f = frame_at(x, y, scale * 17 / 10, tilt * 2, flip);
        line(c, &f, k.fur, OPAQUE, 330, 380, FIXED({0, 120}, {0, 460}));
        head(c, f, &k);
    } else if (pose < 8) {
        int x = between(d, 420, 580), y = between(d, 500, 580);
        sitting(c, d, frame_at(x, y, scale, tilt, flip), &k);
    } else {
        int x = between(d, 430, 570), y = between(d, 590, 690);
        loaf(c, d, frame_at(x, y, scale, tilt, flip), &k);
    }
}
