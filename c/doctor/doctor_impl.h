/* doctor_impl.h -- what the three files of the doctor share: doctor.c is what is called, doctor_k.c
 * what X is, doctor_step.c one iteration as a learner wrote it. */
#ifndef DOCTOR_IMPL_H
#define DOCTOR_IMPL_H

#include "doctor.h"

struct doctor {
    const dataset *ds;
    int m, n_x, x, rows;     /* rows of K of this x already made */
    int begun, t, end, room; /* costs of states 0 .. t - 1 are known */
    double how[DOCTOR_NUMBERS];
    int *slots;
    double *k;                           /* (m, m) */
    double *start, *alpha_hat, *z, *sum; /* (m) */
    double *other;                       /* (m): alpha_hat of label 1, where there are two */
    double *a, *y, *total;               /* (m); total: of the bytes of each picture */
    double *off, *scale; /* (m): X is (bytes - off) scale; of a pixel less its mean, off is of K */
    double *mean, *per, *row;         /* (n_x): of each pixel, 1 / variance, and of one picture */
    double b, right, sum_b, sum_cost; /* right: examples of the state last measured */
    double *costs;                    /* (room) */
};

/* What weighs the pixels of d->x, once before its rows of K. Returns about how many multiply-adds.
 */
double doctor_weigh(doctor *d);

/* The next row of K, and with it what is on the other side of the diagonal; as above. */
double doctor_row(doctor *d);

/* start = w0.x of every picture. */
void doctor_products(const doctor *d, const double *w0);

/* The first numbers of w - w0. */
void doctor_sum(const doctor *d, double *w, int count);

/* One iteration: J of this state into the costs, then, before the last, the next state. */
void doctor_step(doctor *d);

#endif
