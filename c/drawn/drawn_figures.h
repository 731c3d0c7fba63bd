/* drawn_figures.h -- who is drawn: the dice, the paints both classes share, and the figures of
 * drawn.c. */
#ifndef DRAWN_FIGURES_H
#define DRAWN_FIGURES_H

#include "drawn_shapes.h"

/* One throw per statement: C leaves open in which order the arguments of a call are evaluated. */
typedef struct {
    uint32_t state;
} dice;

/* A whole number from lo to hi, both included, all about equally often. */
int between(dice *d, int lo, int hi);
/* 1 in about `percent` of 100 throws, else 0. */
int chance(dice *d, int percent);
/* One of the paints that furs, walls, petals and sails are made of; jittered a little. */
uint32_t any_paint(dice *d);
/* colour, each channel moved by up to +-8, all three alike. */
uint32_t jitter(dice *d, uint32_t colour);

enum { NIGHT = 0x1d1830, CREAM = 0xf6ead2, INK = 0x2a2430, LEAF = 0x5f9a63, WOOD = 0x7c5238 };

/* The dark oval a figure stands on, `half` wide to each side. */
void ground_shadow(canvas *c, const frame *f, int y, int half);
/* An oval of light or shade without an edge: four on top of each other. */
void shade(canvas *c, const frame *f, uint32_t rgb, int alpha, int x, int y, int rx, int ry);

/* A cat of random pose, place and coat: class 1. */
void draw_cat(canvas *c, dice *d);

/* Class 0: each draws one thing where the frame is, about 700 units high. */
typedef void draw_thing(canvas *c, dice *d, frame f);
draw_thing house, car, boat, cup, ball, balloon; /* drawn_things.c */
draw_thing tree, flower, mushroom, apple;        /* drawn_plants.c */
draw_thing fish_bowl, owl, bear, rabbit;         /* drawn_animals.c */

#endif
