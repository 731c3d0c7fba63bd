/* drawn_things.c -- house, car, boat, cup, ball, balloon: none of them a cat. */
#include "drawn_figures.h"

void house(canvas *c, dice *d, frame f) {
    uint32_t wall = any_paint(d), roof = mix(any_paint(d), 0x8a3a34, 110);
    uint32_t lit = chance(d, 70) ? 0xffdf8a : 0x4a5a78;
    int high = between(d, -180, -60), w = between(d, 190, 260);
    ground_shadow(c, &f, 320, w + 90);
    poly(c, &f, mix(roof, NIGHT, 60), OPAQUE,
         POINTS({90, high - 230}, {150, high - 230}, {150, high}, {90, high}));
    poly(c, &f, wall, OPAQUE, POINTS({-w, high}, {w, high}, {w, 320}, {-w, 320}));
    poly(c, &f, NIGHT, 40, POINTS({w - 90, high}, {w, high}, {w, 320}, {w - 90, 320}));
    poly(c, &f, roof, OPAQUE, POINTS({-w - 60, high + 20}, {0, high - 220}, {w + 60, high + 20}));
    poly(c, &f, WOOD, OPAQUE, FIXED({-50, 140}, {50, 140}, {50, 320}, {-50, 320}));
    oval(c, &f, 0xffe6a0, OPAQUE, 28, 235, 10, 10);
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        poly(c, &f, CREAM, OPAQUE,
             POINTS({-w + 35, high + 70}, {-w + 135, high + 70}, {-w + 135, high + 180},
                    {-w + 35, high + 180}));
        poly(c, &f, lit, OPAQUE,
             POINTS({-w + 47, high + 82}, {-w + 123, high + 82}, {-w + 123, high + 168},
                    {-w + 47, high + 168}));
    }
}

void car(canvas *c, dice *d, frame f) {
    uint32_t body = any_paint(d), glass = 0xbfe0e6;
    int long_roof = between(d, 0, 110);
    ground_shadow(c, &f, 190, 380);
    blob(c, &f, body, OPAQUE,
         POINTS({-220, 20}, {-150, -150}, {-130, -160}, {60 + long_roof, -160},
                {80 + long_roof, -150}, {210 + long_roof / 2, 20}));
    poly(c, &f, glass, OPAQUE, FIXED({-165, -10}, {-118, -118}, {-20, -118}, {-20, -10}));
    poly(c, &f, glass, OPAQUE,
         POINTS({10, -10}, {10, -118}, {50 + long_roof, -118}, {130 + long_roof / 2, -10}));
    canvas_mark(c);
    blob(c, &f, body, OPAQUE,
         FIXED({-380, -20}, {-360, -30}, {240, -30}, {370, 20}, {390, 130}, {370, 150}, {-370, 150},
               {-390, 130}));
    c->mode = PAINT_MARKED;
    shade(c, &f, NIGHT, 75, 0, 160, 420, 60);
    c->mode = PAINT;
    oval(c, &f, 0xffe9a0, OPAQUE, 345, 45, 26, 30);
    for (int x = -210; x <= 220; x += 430) {
        oval(c, &f, INK, OPAQUE, x, 130, 86, 86);
        oval(c, &f, 0xb9bcc4, OPAQUE, x, 130, 40, 40);
    }
}

void boat(canvas *c, dice *d, frame f) {
    uint32_t hull = mix(any_paint(d), 0x8a3a34, 60), sail = any_paint(d), water = 0x2f6a80;
    /* Level water from edge to edge, however the boat leans: its own frame, as high as the hull. */
    frame page = frame_at(0, f.y0 * 1000 / (1 << SCENE_BITS), 1000, 0, 0);
    poly(c, &page, water, OPAQUE, FIXED({0, 160}, {1000, 160}, {1000, 1300}, {0, 1300}));
    line(c, &f, WOOD, OPAQUE, 20, 24, FIXED({0, -400}, {0, 160}));
    blob(c, &f, sail, OPAQUE,
         FIXED({22, -380}, {22, -380}, {200, -200}, {270, 60}, {270, 60}, {22, 80}, {22, 80}));
    blob(c, &f, mix(sail, 0xd9785a, 120), OPAQUE,
         FIXED({-22, -300}, {-22, -300}, {-130, -100}, {-200, 60}, {-200, 60}, {-22, 60},
               {-22, 60}));
    blob(c, &f, hull, OPAQUE,
         FIXED({-330, 120}, {-330, 120}, {330, 120}, {330, 120}, {250, 290}, {-230, 290}));
    poly(c, &f, CREAM, OPAQUE, FIXED({-325, 120}, {325, 120}, {316, 148}, {-316, 148}));
    for (int y = 205; y < 700; y += 90)
        for (int x = between(d, -60, 60); x < 1000; x += 220)
            line(c, &page, 0x9fd0d6, 90, 14, 14,
                 POINTS({x, y}, {x + 50, y - 24}, {x + 100, y}, {x + 150, y}));
}

void cup(canvas *c, dice *d, frame f) {
    uint32_t glaze = any_paint(d);
    ground_shadow(c, &f, 265, 300);
    line(c, &f, mix(glaze, NIGHT, 40), OPAQUE, 52, 46,
         FIXED({180, -60}, {340, -90}, {350, 110}, {160, 130}));
    canvas_mark(c);
    blob(c, &f, glaze, OPAQUE,
         FIXED({-230, -140}, {-230, -140}, {230, -140}, {230, -140}, {220, 200}, {120, 260},
               {-120, 260}, {-220, 200}));
    c->mode = PAINT_MARKED;
    if (chance(d, 60)) {
        uint32_t band = any_paint(d);
        poly(c, &f, band, OPAQUE, FIXED({-300, 20}, {300, 20}, {300, 90}, {-300, 90}));
    }
    shade(c, &f, NIGHT, 67, 230, 120, 110, 260);
    c->mode = PAINT;
    oval(c, &f, mix(glaze, 0xffffff, 90), OPAQUE, 0, -140, 230, 52);
    oval(c, &f, 0x5a3524, OPAQUE, 0, -136, 196, 38);
    for (int x = -80; x <= 80; x += 80)
        line(c, &f, CREAM, 90, 22, 12,
             POINTS({x, -210}, {x + 40, -270}, {x - 20, -330}, {x + 20, -400}));
}

void ball(canvas *c, dice *d, frame f) {
    uint32_t a = any_paint(d), b = any_paint(d);
    int r = between(d, 220, 300);
    f = frame_in(f, 0, 320 - r, 1000, 0);
    ground_shadow(c, &f, r, r);
    canvas_mark(c);
    oval(c, &f, a, OPAQUE, 0, 0, r, r);
    c->mode = PAINT_MARKED;
    frame g = frame_in(f, 0, 0, 1000, between(d, -400, 400));
    if (chance(d, 50)) {
        oval(c, &g, b, OPAQUE, 0, 0, r / 2, r + 20);
        oval(c, &g, a, OPAQUE, 0, 0, r / 5, r + 20);
        oval(c, &g, CREAM, OPAQUE, 0, -r, r / 4, r / 6);
    } else {
        poly(c, &g, b, OPAQUE, FIXED({-400, -70}, {400, -70}, {400, 70}, {-400, 70}));
        poly(c, &g, CREAM, OPAQUE, FIXED({-400, -18}, {400, -18}, {400, 18}, {-400, 18}));
    }
    shade(c, &f, NIGHT, 82, r / 3, r / 2, r, r * 2 / 3);
    shade(c, &f, 0xffffff, 120, -r / 3, -r / 2, r / 4, r / 5);
    c->mode = PAINT;
}

void balloon(canvas *c, dice *d, frame f) {
    uint32_t a = any_paint(d), b = any_paint(d);
    line(c, &f, CREAM, 200, 9, 9, FIXED({-120, 60}, {-50, 260}));
    line(c, &f, CREAM, 200, 9, 9, FIXED({120, 60}, {50, 260}));
    canvas_mark(c);
    blob(c, &f, a, OPAQUE,
         FIXED({0, -400}, {230, -390}, {310, -160}, {160, 80}, {60, 150}, {-60, 150}, {-160, 80},
               {-310, -160}, {-230, -390}));
    c->mode = PAINT_MARKED;
    oval(c, &f, b, OPAQUE, 0, -120, 170, 310);
    oval(c, &f, a, OPAQUE, 0, -120, 65, 310);
    shade(c, &f, NIGHT, 67, 230, -60, 150, 320);
    shade(c, &f, 0xffffff, 75, -170, -250, 50, 90);
    c->mode = PAINT;
    blob(c, &f, WOOD, OPAQUE,
         FIXED({-70, 250}, {-70, 250}, {70, 250}, {70, 250}, {56, 350}, {-56, 350}));
}
