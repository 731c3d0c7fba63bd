/* sigmoid.h: the neuron's activation and its loss, on arrays, in float64 and in float32.
 *
 *   a    = sigma(z) = 1 / (1 + e^-z)
 *   loss = -(y log a + (1 - y) log(1 - a)) = max(z, 0) - y z + log1p(e^-|z|)     y in [0, 1]
 *
 * Everything is made from e = e^-|z|, a number in [0, 1]: nothing overflows, there is no log(0),
 * and a loss is right for any z, +-inf included. NaN in, NaN out. No allocation and no failure; n
 * <= 0 does nothing. An output may be the same array as an input (not overlap it shifted).
 *
 * Every result is within 2 ulp of the exact one, over the whole range and in both formats,
 * subnormal results included; tests/unit/core/sigmoid.test.js holds them to it. The largest errors
 * met among 20 million inputs: sigma 1.51, log1p(e^-|z|) 1.43, the whole loss 1.78.
 *
 * Sigma is within 1.85: half an ulp each from the division q = e / (1 + e) and from the last
 * addition, and at most 0.85 from e = 2^n e^r. In units of the ulp of 1/2 .. 1, e^r is off by 0.25
 * from rounding r, 0.21 from r^2 times the series, 0.25 from adding the two, and by what ln 2 and
 * the series leave out; where the ulp of a is half that of e, only (1 - a)^2 < 1/2 of it reaches a.
 * What 1 + e and e round is repaired; without that it is nearly 2, and more in float32.
 */
#ifndef SIGMOID_H
#define SIGMOID_H

#include "core_api.h"

/* a (n) = sigma(z), z (n). */
CORE_API void sigmoid_f64(double *a, const double *z, int n);
CORE_API void sigmoid_f32(float *a, const float *z, int n);

/* loss (n) of each example from its z (n) and y (n). */
CORE_API void log_loss_f64(double *loss, const double *z, const double *y, int n);
CORE_API void log_loss_f32(float *loss, const float *z, const float *y, int n);

/* What one training step needs, with one e^-|z| for all of it: a (n) = sigma(z), dz (n) = a - y,
 * and the sum of the losses, added up in float64. */
CORE_API double forward_loss_f64(double *a, double *dz, const double *z, const double *y, int n);
CORE_API double forward_loss_f32(float *a, float *dz, const float *z, const float *y, int n);

#endif
