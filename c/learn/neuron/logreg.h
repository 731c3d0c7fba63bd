/* logreg.h -- logistic regression by full-batch gradient descent on J, from w = 0, b = 0, a learner
 * (learner.h):
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
 * only. */
#ifndef LOGREG_H
#define LOGREG_H

#include "learner.h"

/* Bytes that logreg_create would take (rewinding and costs aside); NaN for another engine. */
CORE_API double logreg_bytes(const dataset *ds, int engine);

/* NULL when there is no training example, the engine is none of the three, K is not complete
 * (ENGINE_GRAM), or memory is short. Free with learner_free. */
CORE_API learner *logreg_create(dataset *ds, int engine);

/* w (n_x) of the current state, made when asked for. Here and below NULL for a learner that is none
 * of logreg_create. */
CORE_API const double *logreg_w(learner *l);

/* The state itself, as doubles: ENGINE_GRAM alpha_hat (m) and b; ENGINE_LOOP w (n_x) and b;
 * NULL for ENGINE_VECTORIZED, whose state is float32. */
CORE_API const double *logreg_state(const learner *l);

#endif
