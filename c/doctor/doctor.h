/* doctor.h -- the course's training in which something may be wrong: another sigmoid, a factor, a
 * sign, an order. Written as learners write it, so that it prints what theirs print: J with log(0),
 * 0 * inf and all, in float64 or float32.
 *
 * Whatever is wrong in that way, w stays w0 + sum_i alpha_hat_i x_i, and K does for all of X:
 *
 *     z = start + K alpha_hat + b          start = w0.x, 0 unless it is set
 *
 * Only what X is changes K: one of DOCTOR_X, or the bytes of the dataset themselves. Work is done
 * in pieces, and the caller calls again; between two calls anything may be begun anew. */
#ifndef DOCTOR_H
#define DOCTOR_H

#include "dataset.h"

enum { DOCTOR_ERR_ARG = -1, DOCTOR_ERR_MEMORY = -2 };

/* X from the bytes: / 255; as they are; / 255 twice; less the mean of them all and by their
 * standard deviation; the same pixel by pixel. */
enum {
    DOCTOR_X_SCALED = 0,
    DOCTOR_X_BYTES = 1,
    DOCTOR_X_TWICE = 2,
    DOCTOR_X_STANDARD = 3,
    DOCTOR_X_EACH = 4,
};

/* sigma(z): 1 / (1 + e^-z); the misprint 1 / (z + e^-z); 1 / (1 + e^z). */
enum { DOCTOR_SIGMOID_RIGHT = 0, DOCTOR_SIGMOID_MISPRINT = 1, DOCTOR_SIGMOID_MIRRORED = 2 };

/* dz: a - y, or that times a (1 - a). */
enum { DOCTOR_DZ_RIGHT = 0, DOCTOR_DZ_SQUARED = 1 };

/* What is summed for J: -(y log a + (1 - y) log(1 - a)), one of its terms, or (a - y)^2. */
enum {
    DOCTOR_LOSS_RIGHT = 0,
    DOCTOR_LOSS_ONES = 1,
    DOCTOR_LOSS_ZEROS = 2,
    DOCTOR_LOSS_SQUARED = 3,
};

/* When: all at once; b after w, from an A made again; w and b after each example. */
enum { DOCTOR_ORDER_RIGHT = 0, DOCTOR_ORDER_LATE_B = 1, DOCTOR_ORDER_EACH = 2 };

/* A training in numbers. The course's: RATE_W and RATE_B alpha / m, COST 1 / m, all else 0. */
enum {
    DOCTOR_RATE_W = 0,  /* alpha_hat_i loses this times the sum for dw */
    DOCTOR_RATE_B = 1,  /* and b this times the sum for db */
    DOCTOR_COST = 2,    /* J is this times the sum of the losses */
    DOCTOR_SIGMOID = 3, /* one of the above, and so on */
    DOCTOR_DZ = 4,
    DOCTOR_LOSS = 5,
    DOCTOR_ORDER = 6,
    DOCTOR_CARRY = 7,      /* the sums for dw, db begin with this times what they were before */
    DOCTOR_CARRY_COST = 8, /* so does that for J */
    DOCTOR_SINGLE = 9,     /* 1: in float32 */
    DOCTOR_NUMBERS = 10,
};

typedef struct doctor doctor;

/* On the m pictures in these slots. NULL when m is 0 or more than GRAM_MAX_SLOTS, a slot is free or
 * its row of K not made, or memory is short. Borrows the dataset: free it before the dataset
 * changes. */
CORE_API doctor *doctor_create(const dataset *ds, const int *slots, int m);
CORE_API void doctor_free(doctor *d);

/* Bytes that doctor_create would take for m pictures of n_x numbers. */
CORE_API double doctor_bytes(int m, int n_x);

/* Makes K of this X, for about max_madds multiply-adds. Returns how many rows are missing: 0 when
 * it is whole. What was begun is over, and `start` 0 again. DOCTOR_ERR_ARG for what is none. */
CORE_API int doctor_prepare(doctor *d, int x, double max_madds);

/* start = w0.x with X / 255 or as it is; NULL: 0. What was begun is over. DOCTOR_ERR_ARG: no K, or
 * another X. */
CORE_API int doctor_start(doctor *d, const double *w0);

/* From alpha_hat = 0, b = 0; how (DOCTOR_NUMBERS), y (m) 0 or 1. 0; DOCTOR_ERR_ARG: K is not whole,
 * a kind is none or a number not finite, iterations < 0 or > LEARNER_MAX_ITERATIONS;
 * DOCTOR_ERR_MEMORY. */
CORE_API int doctor_begin(doctor *d, const double *how, const uint8_t *y, int iterations);

/* Goes on for about max_madds multiply-adds, to J of the state after `until` iterations at most.
 * Returns how many costs there are. DOCTOR_ERR_ARG: nothing was begun. */
CORE_API int doctor_run(doctor *d, int until, double max_madds);

/* J of each state so far; NULL when nothing was begun. */
CORE_API const double *doctor_costs(const doctor *d);

/* Of a training that has ended, all its costs being there: b, and the share of its pictures with
 * (a > 0.5) == y. NaN before. */
CORE_API double doctor_b(const doctor *d);
CORE_API double doctor_accuracy(const doctor *d);

/* Likewise numbers 0 .. count - 1 of w - w0. DOCTOR_ERR_ARG: before that, with another X than
 * bytes / 255 or bytes, or count not in 0 .. n_x. */
CORE_API int doctor_w(const doctor *d, double *w, int count);

#endif
