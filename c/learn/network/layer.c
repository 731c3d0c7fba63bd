/* layer.c -- see layer.h. */
#include "layer.h"
#include "matmul.h"
#include "sigmoid.h"
#include <stddef.h>
#include <string.h>

void activate(double *a, const double *z, int n, int activation) {
    if (activation == ACTIVATION_SIGMOID) {
        sigmoid_f64(a, z, n);
        return;
    }
    int relu = activation == ACTIVATION_RELU;
    for (int i = 0; i < n; i++) a[i] = relu && z[i] <= 0.0 ? 0.0 : z[i]; /* keeps NaN */
}

void activation_backward(double *dz, const double *da, const double *z, const double *a, int n,
                         int activation) {
    for (int i = 0; i < n; i++) {
        double slope = activation == ACTIVATION_SIGMOID ? a[i] * (1.0 - a[i])
                       : activation == ACTIVATION_RELU  ? !(z[i] <= 0.0)
                                                        : 1.0;
        dz[i] = da[i] * slope;
    }
}

void layer_bias(double *z, double *a, const double *b, int m, int n, int activation) {
    for (int i = 0; i < m; i++)
        for (int u = 0; u < n; u++) z[(ptrdiff_t)i * n + u] += b[u];
    activate(a, z, m * n, activation);
}

void layer_forward(double *z, double *a, const double *a_prev, const double *w, const double *b,
                   int m, int n, int n_in, int activation) {
    memset(z, 0, (size_t)m * (size_t)n * sizeof *z);
    matmul_f64(z, n, a_prev, n_in, 1, w, n, m, n, n_in);
    layer_bias(z, a, b, m, n, activation);
}

void layer_fires(int *fires, const double *a, int m, int n) {
    for (int i = 0; i < m; i++)
        for (int u = 0; u < n; u++) fires[u] += a[(ptrdiff_t)i * n + u] > 0.0;
}

static void transpose(double *wt, const double *w, int rows, int columns) {
    for (int k = 0; k < rows; k++)
        for (int u = 0; u < columns; u++)
            wt[(ptrdiff_t)u * rows + k] = w[(ptrdiff_t)k * columns + u];
}

void layer_backward(double *da_prev, double *dw, double *db, const double *dz, const double *a_prev,
                    const double *w, double *wt, int m, int n, int n_in) {
    /* Z = A_prev W + b, so dW = A_prev' dZ, */
    matmul_f64(dw, n, a_prev, 1, n_in, dz, n, n_in, n, m);
    for (int i = 0; i < m; i++)
        for (int u = 0; u < n; u++) db[u] += dz[(ptrdiff_t)i * n + u];
    if (!da_prev) return;
    /* and dA_prev = dZ W'. */
    transpose(wt, w, n_in, n);
    memset(da_prev, 0, (size_t)m * (size_t)n_in * sizeof *da_prev);
    matmul_f64(da_prev, n_in, dz, n, 1, wt, n_in, m, n_in, n);
}
