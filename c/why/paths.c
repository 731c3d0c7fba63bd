/* paths.c -- see paths.h. */
#include "paths.h"

static double dot(const double *w, const double *c, int n) {
    double sum = 0.0;
    for (int u = 0; u < n; u++) sum += w[u] * c[u];
    return sum;
}

void paths_back(double *c_in, const double *w, const double *c, const double *a_in, int n_in,
                int n) {
    for (int k = 0; k < n_in; k++, w += n) c_in[k] = a_in[k] > 0.0 ? dot(w, c, n) : 0.0;
}

void paths_rows_f64(double *out, const double *w, const double *c, int rows, int n) {
    for (int r = 0; r < rows; r++, w += n) out[r] = dot(w, c, n);
}

void paths_rows_f32(double *out, const float *w, const double *c, int rows, int n) {
    for (int r = 0; r < rows; r++, w += n) {
        out[r] = 0.0;
        for (int u = 0; u < n; u++) out[r] += w[u] * c[u];
    }
}
