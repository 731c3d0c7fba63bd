/* drawn_animals.c -- fish, owl, bear, rabbit: animals, none of them a cat. */
#include "drawn_figures.h"

void fish_bowl(canvas *c, dice *d, frame f) {
    uint32_t fish = any_paint(d);
    ground_shadow(c, &f, 310, 260);
    canvas_mark(c);
    oval(c, &f, 0xbfe3e8, 120, 0, 20, 310, 290);
    c->mode = PAINT_MARKED;
    poly(c, &f, 0x6fb6c8, 200, FIXED({-400, -80}, {400, -80}, {400, 400}, {-400, 400}));
    oval(c, &f, 0xd9b98a, OPAQUE, 0, 330, 260, 90);
    line(c, &f, LEAF, OPAQUE, 26, 14, FIXED({-170, 260}, {-210, 150}, {-140, 90}, {-170, 0}));
    c->mode = PAINT;
    int x = between(d, -50, 60), y = between(d, 30, 90), scale = between(d, 850, 1150);
    frame g = frame_in(f, x, y, scale, between(d, -150, 150));
    blob(c, &g, mix(fish, 0xe8664a, 60), OPAQUE, FIXED({90, 0}, {210, -90}, {190, 0}, {210, 90}));
    oval(c, &g, fish, OPAQUE, 0, 0, 130, 78);
    blob(c, &g, mix(fish, NIGHT, 50), OPAQUE, FIXED({-10, -10}, {60, -40}, {70, 40}));
    oval(c, &g, 0xffffff, OPAQUE, -70, -14, 24, 24);
    oval(c, &g, INK, OPAQUE, -74, -14, 14, 14);
    oval(c, &f, 0xe8f6f8, 150, 0, -235, 190, 26);
    line(c, &f, 0xffffff, 130, 26, 16, FIXED({-240, -60}, {-265, 40}, {-230, 130}));
}

void owl(canvas *c, dice *d, frame f) {
    uint32_t feather = any_paint(d), dark = mix(feather, 0x3a2230, 110);
    ground_shadow(c, &f, 350, 220);
    for (int side = 0; side < 2; side++, f = frame_mirrored(f))
        blob(c, &f, dark, OPAQUE, FIXED({-90, -280}, {-215, -400}, {-215, -400}, {-210, -200}));
    blob(c, &f, feather, OPAQUE,
         FIXED({0, -330}, {190, -330}, {250, -100}, {250, 180}, {130, 370}, {-130, 370},
               {-250, 180}, {-250, -100}, {-190, -330}));
    canvas_mark(c);
    oval(c, &f, mix(feather, CREAM, 150), OPAQUE, 0, 150, 150, 190);
    c->mode = PAINT_MARKED;
    for (int y = 20; y < 340; y += 70)
        line(c, &f, dark, 150, 16, 16,
             POINTS({-150, y}, {-100, y + 50}, {-50, y}, {0, y + 50}, {50, y}, {100, y + 50},
                    {150, y}));
    c->mode = PAINT;
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        blob(c, &f, dark, OPAQUE, FIXED({-190, -120}, {-290, 60}, {-250, 280}, {-150, 220}));
        oval(c, &f, CREAM, OPAQUE, -95, -170, 105, 105);
        oval(c, &f, 0xf2b544, OPAQUE, -88, -166, 66, 66);
        oval(c, &f, INK, OPAQUE, -84, -164, 40, 40);
        oval(c, &f, 0xffffff, OPAQUE, -98, -180, 14, 14);
        oval(c, &f, 0xe59a3a, OPAQUE, -60, 356, 50, 22);
    }
    poly(c, &f, 0xe59a3a, OPAQUE, FIXED({-34, -130}, {34, -130}, {0, -60}));
}

/* A bear's or a rabbit's head, as large as a cat's and looked at as closely: what a neuron must
 * tell apart. */
static void friend_head(canvas *c, frame f, uint32_t fur, int rabbit) {
    uint32_t inner = mix(fur, 0xe58f8f, 130), light = mix(fur, 0xfffaf0, 150);
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        if (rabbit) {
            line(c, &f, fur, OPAQUE, 96, 84, FIXED({-85, -120}, {-120, -260}, {-100, -390}));
            line(c, &f, inner, OPAQUE, 46, 40, FIXED({-90, -130}, {-118, -260}, {-102, -380}));
        } else {
            oval(c, &f, fur, OPAQUE, -160, -150, 78, 78);
            oval(c, &f, inner, OPAQUE, -158, -146, 44, 44);
        }
    }
    canvas_mark(c);
    blob(c, &f, fur, OPAQUE,
         FIXED({0, -190}, {160, -180}, {228, -40}, {225, 100}, {110, 196}, {-110, 196}, {-225, 100},
               {-228, -40}, {-160, -180}));
    c->mode = PAINT_MARKED;
    shade(c, &f, NIGHT, 60, 0, 220, 260, 90);
    shade(c, &f, 0xffffff, 50, -40, -130, 170, 80);
    c->mode = PAINT;
    oval(c, &f, light, OPAQUE, 0, 92, rabbit ? 70 : 96, rabbit ? 54 : 76);
    if (rabbit) {
        oval(c, &f, 0xd9707a, OPAQUE, 0, 64, 24, 18);
        poly(c, &f, 0xffffff, OPAQUE, FIXED({-20, 120}, {20, 120}, {18, 158}, {-18, 158}));
    } else {
        oval(c, &f, INK, OPAQUE, 0, 58, 38, 28);
    }
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        oval(c, &f, INK, OPAQUE, -95, -8, 26, 32);
        oval(c, &f, 0xffffff, 235, -102, -22, 9, 10);
        oval(c, &f, 0xf08a80, 80, -150, 74, 42, 28);
        line(c, &f, mix(fur, INK, 200), 230, 9, 9, FIXED({0, 84}, {-6, 122}, {-46, 118}));
    }
}

static void friend_of_cats(canvas *c, dice *d, frame f, int rabbit) {
    uint32_t fur = any_paint(d);
    if (chance(d, 40)) { /* close by */
        frame near = frame_in(f, 0, 20, rabbit ? 1450 : 1600, 0);
        line(c, &near, fur, OPAQUE, 330, 380, FIXED({0, 120}, {0, 460}));
        friend_head(c, near, fur, rabbit);
        return;
    }
    ground_shadow(c, &f, 372, 280);
    canvas_mark(c);
    blob(c, &f, fur, OPAQUE,
         FIXED({0, -120}, {150, -100}, {215, 80}, {255, 260}, {200, 385}, {0, 380}, {-200, 385},
               {-255, 260}, {-215, 80}, {-150, -100}));
    c->mode = PAINT_MARKED;
    oval(c, &f, mix(fur, 0xfffaf0, 150), 200, 0, 210, 120, 150);
    shade(c, &f, NIGHT, 70, 0, -10, 200, 80);
    c->mode = PAINT;
    for (int side = 0; side < 2; side++, f = frame_mirrored(f)) {
        oval(c, &f, mix(fur, NIGHT, 20), OPAQUE, -165, 90, 52, 96);
        oval(c, &f, mix(fur, 0xffffff, 30), OPAQUE, -130, 350, 90, 46);
        oval(c, &f, mix(fur, 0xe58f8f, 110), OPAQUE, -134, 352, 48, 26);
    }
    int aside = between(d, -20, 20), tilt = between(d, -90, 90);
    friend_head(c, frame_in(f, aside, -190, rabbit ? 880 : 960, tilt), fur, rabbit);
}

void bear(canvas *c, dice *d, frame f) { friend_of_cats(c, d, f, 0); }

void rabbit(canvas *c, dice *d, frame f) { friend_of_cats(c, d, f, 1); }
