/* layer.h -- one layer of neurons, forward and backward, in float64. The caller owns all arrays;
 * rows are examples, so A (m, n) is the transpose of the course's, and W (n_in, n) of its W:
 *
 *     Z = A_prev W + b      A = g(Z)
 *     dZ = dA * g'(Z)       dW = A_prev' dZ      db = column sums of dZ      dA_prev = dZ W'
 *
 * Gradients are sums over the m examples given, added to what dW and db hold, in the order of the
 * examples: a batch may come in pieces. relu'(0) = 0. NaN in, NaN out. */
#ifndef LAYER_H
#define LAYER_H

#include "core_api.h"

enum { ACTIVATION_LINEAR = 0, ACTIVATION_RELU = 1, ACTIVATION_SIGMOID = 2 };

/* z, a (m, n) from a_prev (m, n_in), w (n_in, n), b (n). */
CORE_API void layer_forward(double *z, double *a, const double *a_prev, const double *w,
                            const double *b, int m, int n, int n_in, int activation);

/* The second half of it: z (m, n) += b (n), a = g(z). */
CORE_API void layer_bias(double *z, double *a, const double *b, int m, int n, int activation);

/* From dz (m, n): dw (n_in, n) and db (n) grow by their sums over the m examples, and da_prev (m,
 * n_in) is made unless it is NULL, with wt (n, n_in) as scratch for W'. */
CORE_API void layer_backward(double *da_prev, double *dw, double *db, const double *dz,
                             const double *a_prev, const double *w, double *wt, int m, int n,
                             int n_in);

/* fires[u] grows by how many of the examples have a (m, n) above 0 for neuron u. */
CORE_API void layer_fires(int *fires, const double *a, int m, int n);

/* a (n) = g(z), z (n). */
CORE_API void activate(double *a, const double *z, int n, int activation);

/* dz (n) = da g'(z); da and dz may be the same array. */
CORE_API void activation_backward(double *dz, const double *da, const double *z, const double *a,
                                  int n, int activation);

#endif
