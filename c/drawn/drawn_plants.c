/* drawn_plants.c -- tree, flower, mushroom, apple: none of them a cat. */
#include "drawn_figures.h"

void tree(canvas *c, dice *d, frame f) {
    uint32_t crown = mix(any_paint(d), LEAF, 130);
    ground_shadow(c, &f, 350, 230);
    if (chance(d, 40)) { /* a fir */
        poly(c, &f, WOOD, OPAQUE, FIXED({-30, 200}, {30, 200}, {36, 350}, {-36, 350}));
        for (int i = 2; i >= 0; i--) {
            int y = -360 + i * 170, w = 130 + i * 60;
            blob(c, &f, mix(crown, NIGHT, i * 25), OPAQUE,
                 POINTS({0, y}, {0, y}, {w, y + 230}, {w, y + 250}, {-w, y + 250}, {-w, y + 230}));
        }
        return;
    }
    line(c, &f, WOOD, OPAQUE, 56, 84, FIXED({0, -40}, {6, 160}, {0, 345}));
    line(c, &f, WOOD, OPAQUE, 26, 30, FIXED({130, -60}, {60, 60}, {0, 130}));
    canvas_mark(c);
    oval(c, &f, crown, OPAQUE, -130, -60, 150, 135);
    oval(c, &f, crown, OPAQUE, 140, -70, 150, 140);
    oval(c, &f, crown, OPAQUE, 0, -190, 190, 165);
    c->mode = PAINT_MARKED;
    shade(c, &f, NIGHT, 67, 60, 60, 330, 100);
    shade(c, &f, 0xffffff, 54, -60, -250, 120, 80);
    c->mode = PAINT;
    uint32_t fruit = mix(any_paint(d), 0xd9443a, 120);
    for (int i = between(d, 0, 6); i > 0; i--) {
        int x = between(d, -200, 200), y = between(d, -240, 0);
        oval(c, &f, fruit, OPAQUE, x, y, 26, 26);
    }
}

void flower(canvas *c, dice *d, frame f) {
    static const int16_t around[8][2] = {{100, 0},  {71, 71},   {0, 100},  {-71, 71},
                                         {-100, 0}, {-71, -71}, {0, -100}, {71, -71}};
    uint32_t petal = any_paint(d), pot = mix(any_paint(d), 0xb8603a, 130);
    int r = between(d, 80, 105);
    ground_shadow(c, &f, 365, 180);
    line(c, &f, LEAF, OPAQUE, 34, 34, FIXED({0, -100}, {20, 60}, {0, 200}));
    blob(c, &f, LEAF, OPAQUE, FIXED({0, 160}, {0, 160}, {-60, 30}, {-190, 20}, {-120, 130}));
    blob(c, &f, mix(LEAF, NIGHT, 40), OPAQUE,
         FIXED({5, 150}, {5, 150}, {60, 40}, {180, 0}, {120, 120}));
    blob(c, &f, pot, OPAQUE,
         FIXED({-140, 190}, {-140, 190}, {140, 190}, {140, 190}, {105, 370}, {90, 372}, {-90, 372},
               {-105, 370}));
    poly(c, &f, mix(pot, 0xffffff, 40), OPAQUE,
         FIXED({-155, 170}, {155, 170}, {148, 225}, {-148, 225}));
    for (int i = 0; i < 8; i++)
        oval(c, &f, i & 1 ? petal : mix(petal, NIGHT, 24), OPAQUE, around[i][0] * 135 / 100,
             -170 + around[i][1] * 135 / 100, r, r);
    oval(c, &f, 0xf2c14e, OPAQUE, 0, -170, 86, 86);
    oval(c, &f, 0xc98a2e, 90, 14, -156, 60, 60);
}

void mushroom(canvas *c, dice *d, frame f) {
    uint32_t cap = mix(any_paint(d), 0xc9483a, 110), stem = mix(any_paint(d), CREAM, 150);
    ground_shadow(c, &f, 330, 220);
    blob(c, &f, stem, OPAQUE,
         FIXED({-80, -40}, {80, -40}, {80, 160}, {140, 340}, {-140, 340}, {-80, 160}));
    oval(c, &f, NIGHT, 60, 0, 0, 110, 50);
    canvas_mark(c);
    blob(c, &f, cap, OPAQUE,
         FIXED({-330, 10}, {-300, 30}, {300, 30}, {330, 10}, {270, -250}, {0, -360}, {-270, -250}));
    c->mode = PAINT_MARKED;
    for (int i = 0; i < 6; i++) {
        int r = between(d, 26, 50);
        int x = -230 + i * 92 + between(d, -20, 20);
        int y = i & 1 ? between(d, -240, -180) : between(d, -100, -40);
        oval(c, &f, CREAM, OPAQUE, x, y, r, r * 9 / 10);
    }
    shade(c, &f, NIGHT, 60, 60, 30, 330, 60);
    c->mode = PAINT;
}

void apple(canvas *c, dice *d, frame f) {
    uint32_t paint = any_paint(d), skin = mix(paint, chance(d, 60) ? 0xd0453a : 0x9cb84a, 120);
    ground_shadow(c, &f, 270, 250);
    canvas_mark(c);
    blob(c, &f, skin, OPAQUE,
         FIXED({0, -150}, {130, -230}, {310, -140}, {290, 130}, {130, 300}, {0, 260}, {-130, 300},
               {-290, 130}, {-310, -140}, {-130, -230}));
    c->mode = PAINT_MARKED;
    shade(c, &f, NIGHT, 48, 120, 190, 260, 190);
    shade(c, &f, 0xffffff, 105, -150, -90, 50, 80);
    c->mode = PAINT;
    line(c, &f, WOOD, OPAQUE, 24, 32, FIXED({0, -150}, {10, -230}, {50, -310}));
    blob(c, &f, LEAF, OPAQUE,
         FIXED({30, -230}, {30, -230}, {90, -340}, {220, -320}, {220, -320}, {150, -230}));
}
