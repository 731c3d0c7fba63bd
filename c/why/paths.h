/* paths.h -- where the same hidden neurons fire, a network is an affine function of the picture:
 * z = w.x + b, w and b being summed over all paths from the picture to the answer through neurons
 * that fire. c[l] (n[l]) is how much the output's z changes with z of each neuron of layer l; c[L]
 * = 1, and b = sum over l of c[l].b[l]. The caller owns all arrays. */
#ifndef PATHS_H
#define PATHS_H

#include "core_api.h"

/* c[l-1] (n_in) = W[l] c[l] where a[l-1] (n_in) is above 0, else 0; w (n_in, n), c (n). */
CORE_API void paths_back(double *c_in, const double *w, const double *c, const double *a_in,
                         int n_in, int n);

/* out (rows) = w c, of any rows of layer 1: w (rows, n), c (n). */
CORE_API void paths_rows_f64(double *out, const double *w, const double *c, int rows, int n);
CORE_API void paths_rows_f32(double *out, const float *w, const double *c, int rows, int n);

#endif
