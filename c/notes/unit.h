/* unit.h -- one neuron on a table of float64 numbers, small enough to look at number by number:
 *
 *     z = w.x + b     a = activation(z)     J = mean of L over the m examples
 *     dz = dL/dz      dw = sum x dz / m     db = sum dz / m
 *
 * x is (m, n_x) row by row, one example a row. The activation is the identity, ReLU or sigma; the
 * loss is L = (a - y)^2 / 2 or, with sigma only, cross-entropy, taken from z so that no log(0) can
 * occur. relu'(0) = 0. Sums run in the order of the examples, as in the course's pseudo-code. NaN
 * in, NaN out.
 *
 * A unit owns its arrays; whoever uses it fills x, y, w and b in and reads the rest. */
#ifndef UNIT_H
#define UNIT_H

#include "core_api.h"

enum { UNIT_LINEAR = 0, UNIT_RELU = 1, UNIT_SIGMOID = 2 };
enum { UNIT_SQUARED = 0, UNIT_CROSS_ENTROPY = 1 };
enum { UNIT_ERR_ARG = -1, UNIT_ERR_MEMORY = -2, UNIT_ERR_DIVERGED = -3 };

/* Most float64 numbers in all arrays of a unit together: 256 MB. */
#define UNIT_MAX_NUMBERS (1 << 25)

typedef struct unit unit;

/* All numbers 0. NULL when m < 1, n_x < 1, the arrays would be too large, cross-entropy comes
 * without sigma, or memory is short. Free with unit_free. */
CORE_API unit *unit_create(int m, int n_x, int activation, int loss);
CORE_API void unit_free(unit *u);

/* To be filled in: x (m, n_x), y (m), w (n_x), b. */
CORE_API double *unit_x(unit *u);
CORE_API double *unit_y(unit *u);
CORE_API double *unit_w(unit *u);
CORE_API void unit_set_b(unit *u, double b);
CORE_API double unit_b(const unit *u);

/* Makes z, a and losses (m each); returns J. */
CORE_API double unit_forward(unit *u);
/* The same, and dz (m), dw (n_x), db. */
CORE_API double unit_backward(unit *u);

CORE_API const double *unit_z(const unit *u);
CORE_API const double *unit_a(const unit *u);
CORE_API const double *unit_losses(const unit *u);
CORE_API const double *unit_dz(const unit *u);
CORE_API const double *unit_dw(const unit *u);
CORE_API double unit_db(const unit *u);
CORE_API double unit_cost(const unit *u); /* J of the last pass */

/* Gradient descent: costs[t] = J, w := w - alpha dw, and b := b - alpha db unless bias is 0.
 * Returns the number of iterations done. Fewer than asked for: the update of iteration `done` left
 * the range of float64 and was taken back, costs[done] is written too. UNIT_ERR_DIVERGED: J of the
 * very first state is not finite. Afterwards everything is as unit_backward of w, b leaves it. */
CORE_API int unit_train(unit *u, double alpha, int iterations, int bias, double *costs);

/* For n_x = 1: J, dJ/dw and d2J/dw2 at every w of ws (n), with b as it is. */
CORE_API int unit_cost_curve(unit *u, double *cost, double *slope, double *curvature,
                             const double *ws, int n);
/* For n_x = 1: cost (n_b, n_w) = J at every pair of bs and ws. */
CORE_API int unit_cost_grid(unit *u, double *cost, const double *ws, int n_w, const double *bs,
                            int n_b);

/* x (m, n_x) := (x - mu) / sigma column by column; mu (n_x) mean, sigma (n_x) root of the mean
 * square deviation (over m, not m - 1). A constant column gets sigma 1. UNIT_ERR_ARG when x holds a
 * number that is not finite, or the sigma of a column is too large for float64 or too small to keep
 * its digits there (below 2.2e-308); x is then partly changed. */
CORE_API int unit_standardise(double *x, double *mu, double *sigma, int m, int n_x);

#endif
