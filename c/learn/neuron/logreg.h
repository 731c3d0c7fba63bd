/* logreg.h -- logistic regression by full-batch gradient descent on J, from w = 0, b = 0:
 *
 *     z = w.x + b     a = sigma(z)     J = mean of L(a, y) over the m training examples
 *     dz = a - y      dw = sum dz x / m     db = sum dz / m
 *     w := w - alpha dw     b := b - alpha db
 *
 * x is the picture's bytes / 255. Three engines do the same arithmetic in different order:
 *
 *     ENGINE_LOOP        the course's two loops, float64, not vectorised       2 m n_x an iteration
 *     ENGINE_VECTORIZED  SIMD, four examples a pass, float32                   2 m n_x
 *     ENGINE_GRAM        on the Gram matrix instead of the pictures, float64   m^2
 *
 * Gram: from w = 0 descent never leaves the span of the pictures, w = sum_i alpha_hat_i x_i, so m +
 * 1 numbers are the whole state and z = K alpha_hat + b. Exact for full-batch descent from w = 0
 * only.
 *
 * State t is the one after t updates; costs[t] is J of state t, taken before update t + 1. All
 * calls are short: work is done in pieces of about `max_madds` multiply-adds, and the caller calls
 * again. (A running wasm function is never swapped for its optimised form, so short is also fast.)
 *
 * A logreg borrows its dataset: free it before the dataset changes. */
#ifndef LOGREG_H
#define LOGREG_H

#include "dataset.h"

enum { ENGINE_LOOP = 0, ENGINE_VECTORIZED = 1, ENGINE_GRAM = 2 };

enum { LOGREG_ERR_ARG = -1, LOGREG_ERR_MEMORY = -2, LOGREG_ERR_DIVERGED = -3, LOGREG_ERR_END = -4 };

#define LOGREG_MAX_ITERATIONS 1000000

typedef struct logreg logreg;

/* Bytes that logreg_create would take (rewinding and costs aside). */
CORE_API double logreg_bytes(const dataset *ds, int engine);

/* NULL when there is no training example, the engine is none of the three, K is not complete
 * (ENGINE_GRAM), or memory is short. Free with logreg_free. */
CORE_API logreg *logreg_create(dataset *ds, int engine);
CORE_API void logreg_free(logreg *lr);

/* Runs up to `iterations` iterations with learning rate alpha, stopping early after about max_madds
 * multiply-adds; returns how many were completed (0: call again, the work so far is kept).
 * LOGREG_ERR_DIVERGED: J of the current state is not finite, nothing was updated.
 * LOGREG_ERR_END: LOGREG_MAX_ITERATIONS reached. After logreg_seek the iterations that lay ahead
 * are forgotten by the first call. */
CORE_API int logreg_train(logreg *lr, double alpha, int iterations, double max_madds);

/* Completes z, a, losses and J of the current state: 1 when complete, 0 to be called again. The
 * work is not lost, training uses it. */
CORE_API int logreg_evaluate(logreg *lr, double max_madds);

/* Moves to state t, 0 <= t <= logreg_end. Same numbers as when training passed there. Not every
 * state is kept (history.h): up to stride - 1 iterations are done again, in this one call. */
CORE_API int logreg_seek(logreg *lr, int t);

/* Back to w = 0, b = 0; everything after state 0 is forgotten. */
CORE_API void logreg_reset(logreg *lr);

CORE_API int logreg_iteration(const logreg *lr); /* t of the current state */
CORE_API int logreg_end(const logreg *lr);       /* furthest state reached */

/* costs[0 .. end] and the same on the test set (NaN without one); NaN as well while the pass of
 * state `end` is not complete. Valid until the next call. */
CORE_API const double *logreg_costs(const logreg *lr);
CORE_API const double *logreg_test_costs(const logreg *lr);

/* After logreg_evaluate returned 1. Arrays of m + m_test: training examples first, each part in
 * order of slots; logreg_slots tells which. */
CORE_API int logreg_m(const logreg *lr);
CORE_API int logreg_m_test(const logreg *lr);
CORE_API const int *logreg_slots(const logreg *lr);
CORE_API const double *logreg_z(const logreg *lr);
CORE_API const double *logreg_a(const logreg *lr);
CORE_API const double *logreg_losses(logreg *lr);
/* Share of examples of a part with (a > 0.5) == y; NaN for an empty part. */
CORE_API double logreg_accuracy(const logreg *lr, int part);

/* w (n_x) of the current state, made when asked for, and b. */
CORE_API const double *logreg_w(logreg *lr);
CORE_API double logreg_b(const logreg *lr);

/* What the current state says of any picture x (n_x bytes) whose label is y:
 * out = {w.x, z, a, loss}. */
CORE_API void logreg_predict(logreg *lr, const uint8_t *x, double y, double out[4]);

/* The state itself, as doubles: ENGINE_GRAM alpha_hat (m) and b; ENGINE_LOOP w (n_x) and b;
 * NULL for ENGINE_VECTORIZED, whose state is float32. */
CORE_API const double *logreg_state(const logreg *lr);

/* Multiply-adds of one iteration, test set included. */
CORE_API double logreg_madds(const logreg *lr);

#endif
