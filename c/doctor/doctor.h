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
 * standard deviation; the same of each picture by itself; / 255 less the mean of them all;
 * / 127.5 - 1; / 255 - 0.5; / 256; by the length of the picture; less 128 and / 128. Then what
 * differs by pixel: / 255 less its mean; less its mean and by its standard deviation. */
enum {
    DOCTOR_X_SCALED = 0,
    DOCTOR_X_BYTES = 1,
    DOCTOR_X_TWICE = 2,
    DOCTOR_X_STANDARD = 3,
    DOCTOR_X_PICTURE = 4,
    DOCTOR_X_LESS_MEAN = 5,
    DOCTOR_X_SYMMETRIC = 6,
    DOCTOR_X_HALF = 7,
    DOCTOR_X_BY_256 = 8,
    DOCTOR_X_UNIT = 9,
    DOCTOR_X_LESS_128 = 10,
    DOCTOR_X_CENTRED = 11,
    DOCTOR_X_EACH = 12,
};

/* a of z: 1 / (1 + e^-z); the misprint 1 / (z + e^-z); 1 / (1 + e^z); max(0, z); tanh z; z itself;
 * sigma of z without b, plus b. */
enum {
    DOCTOR_SIGMOID_RIGHT = 0,
    DOCTOR_SIGMOID_MISPRINT = 1,
    DOCTOR_SIGMOID_MIRRORED = 2,
    DOCTOR_SIGMOID_RELU = 3,
    DOCTOR_SIGMOID_TANH = 4,
    DOCTOR_SIGMOID_NONE = 5,
    DOCTOR_SIGMOID_B_OUTSIDE = 6,
};

/* dz: a - y, or that times a (1 - a). */
enum { DOCTOR_DZ_RIGHT = 0, DOCTOR_DZ_SQUARED = 1 };

/* What is summed for J: -(y log a + (1 - y) log(1 - a)), one of its terms, (a - y)^2,
 * -((1 - y) log a + y log(1 - a)), the first from z, where 0 and 1 lie beyond the last bit of a,
 * the first without y, without 1 - y, or with log a in both terms. */
enum {
    DOCTOR_LOSS_RIGHT = 0,
    DOCTOR_LOSS_ONES = 1,
    DOCTOR_LOSS_ZEROS = 2,
    DOCTOR_LOSS_SQUARED = 3,
    DOCTOR_LOSS_CROSSED = 4,
    DOCTOR_LOSS_FROM_Z = 5,
    DOCTOR_LOSS_NO_Y = 6,
    DOCTOR_LOSS_NO_1_Y = 7,
    DOCTOR_LOSS_LOG_A = 8,
};

/* When: all at once; b after w, from an A made again; w and b after each example; all at once, but
 * with Y as a column: A - Y is then (m, m), w (n_x, m), and its column i learns that all labels are
 * y_i. Those of one label are the same, so two are kept. */
enum {
    DOCTOR_ORDER_RIGHT = 0,
    DOCTOR_ORDER_LATE_B = 1,
    DOCTOR_ORDER_EACH = 2,
    DOCTOR_ORDER_COLUMN = 3,
};

/* A training in numbers. The course's: RATE_W and RATE_B alpha / m, COST 1 / m, TERM 1, all else
 * 0. */
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
    DOCTOR_TERM = 10,      /* the term for y = 0 of DOCTOR_LOSS_RIGHT is this times as large */
    DOCTOR_B = 11,         /* b before the first iteration */
    DOCTOR_EPSILON = 12,   /* is added to what the logarithm is of */
    DOCTOR_CLIP = 13,      /* a stays between this and 1 less this */
    DOCTOR_OWN = 14, /* a b of each example's own, changed by this times what alpha_hat_i is */
    DOCTOR_NUMBERS = 15,
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

/* From alpha_hat = 0; how (DOCTOR_NUMBERS), y (m) 0 or 1. 0; DOCTOR_ERR_ARG: K is not whole,
 * a kind is none or a number not finite, iterations < 0 or > LEARNER_MAX_ITERATIONS;
 * DOCTOR_ERR_MEMORY. */
CORE_API int doctor_begin(doctor *d, const double *how, const uint8_t *y, int iterations);

/* Goes on for about max_madds multiply-adds, to J of the state after `until` iterations at most.
 * Returns how many costs there are. DOCTOR_ERR_ARG: nothing was begun. */
CORE_API int doctor_run(doctor *d, int until, double max_madds);

/* J of each state so far; NULL when nothing was begun. */
CORE_API const double *doctor_costs(const doctor *d);

/* Of a training that has ended, all its costs being there: b, and the share of its pictures with
 * (a > 0.5) == y. NaN before, and the share where A is (m, m). */
CORE_API double doctor_b(const doctor *d);
CORE_API double doctor_accuracy(const doctor *d);

/* Likewise numbers 0 .. count - 1 of w - w0. DOCTOR_ERR_ARG: before that, with another X than
 * bytes / 255 or bytes, where w is (n_x, m), or count not in 0 .. n_x. */
CORE_API int doctor_w(const doctor *d, double *w, int count);

#endif
