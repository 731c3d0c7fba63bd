/* target_notes.c: what else the figures compute with -- one neuron on a table, columns made
 * comparable, derivatives, spectra -- each against its definition. */
#include "derivative.h"
#include "fuzz.h"
#include "loops.h"
#include "spectrum.h"
#include "unit.h"
#include <float.h>
#include <math.h>
#include <stdlib.h>

/* --- one neuron on a table --------------------------------------------------------------- */

static void units(reader *r) {
    int m = take_int(r, 0, 6), n_x = take_int(r, 0, 4);
    int activation = take_int(r, -1, 3), loss = take_int(r, -1, 2);
    int right =
        m > 0 && n_x > 0 && activation >= 0 && activation <= UNIT_SIGMOID &&
        (loss == UNIT_SQUARED || (loss == UNIT_CROSS_ENTROPY && activation == UNIT_SIGMOID));
    take_failures(r);
    unit *u = unit_create(m, n_x, activation, loss);
    int failed = end_failures();
    MUST((u != NULL) == right || (failed && !u));
    if (!u) return;
    for (int k = 0; k < m * n_x; k++) unit_x(u)[k] = take_double(r);
    for (int k = 0; k < m; k++) unit_y(u)[k] = take_int(r, 0, 2) / 2.0;
    for (int k = 0; k < n_x; k++) unit_w(u)[k] = take_small(r);
    double J = unit_backward(u), costs[9], b = unit_b(u), alpha = fabs(take_double(r));
    MUST(same_double(J, unit_cost(u)));
    int done = unit_train(u, alpha, take_int(r, 0, 8), 1, costs);
    MUST(done >= 0 || done == UNIT_ERR_DIVERGED || done == UNIT_ERR_ARG);
    for (int t = 0; t < done; t++) MUST(isfinite(costs[t]));
    if (done == 0) MUST(same_double(b, unit_b(u)));
    if (done >= 0) MUST(isfinite(unit_cost(u)) && isfinite(unit_b(u)));
    double w = unit_w(u)[0], grid[4], slope[2], bend[2], at[2] = {take_double(r), take_double(r)};
    int code = unit_cost_grid(u, grid, at, 2, at, 2);
    MUST(code == (n_x == 1 ? 0 : UNIT_ERR_ARG));
    MUST(unit_cost_curve(u, grid, slope, bend, at, 2) == code);
    MUST(same_double(w, unit_w(u)[0]));
    unit_free(u);
}

/* A column that was taken has mean 0 and deviation 1, as far as its numbers allow. */
static void standards(reader *r) {
    int m = take_int(r, 1, 9), n_x = take_int(r, 1, 3);
    double x[27], mu[3], sigma[3], largest = 0.0, least = 1.0;
    int finite = 1;
    for (int k = 0; k < m * n_x; k++) {
        x[k] = take_double(r);
        finite = finite && isfinite(x[k]);
        if (x[k] != 0.0) largest = fmax(largest, fabs(x[k])), least = fmin(least, fabs(x[k]));
    }
    int usual = finite && largest < 1e150 && least > 1e-150 && largest / least < 1e12;
    int code = unit_standardise(x, mu, sigma, m, n_x);
    MUST(code == 0 || !usual);
    if (code != 0) return;
    for (int j = 0; j < n_x; j++) {
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < m; i++) sum += x[i * n_x + j];
        for (int i = 0; i < m; i++) squares += x[i * n_x + j] * x[i * n_x + j];
        if (least > 1e-290) MUST(sigma[j] > 0.0 && isfinite(mu[j] + sigma[j] + squares));
        double rounding = 64 * DBL_EPSILON * (1.0 + fabs(mu[j]) / sigma[j]);
        if (!usual || rounding > 1e-3) continue;
        MUST(fabs(sum / m) <= rounding);
        MUST(squares == 0.0 || fabs(squares / m - 1.0) <= 4.0 * rounding);
    }
}

/* --- sounds ------------------------------------------------------------------------------ */

static void check_bins(const spectrum *s, int size, const double *x, reader *r) {
    double *re = exactly((size_t)size * sizeof *re), *im = exactly((size_t)size * sizeof *im);
    double amount = 0.0;
    for (int j = 0; j < size; j++) re[j] = x[j], amount += fabs(x[j]);
    spectrum_fft(s, re, im);
    for (int times = 0; times < 3; times++) {
        int k = take_int(r, 0, size - 1);
        double sum_re = 0.0, sum_im = 0.0;
        for (int j = 0; j < size; j++) {
            double turn = 6.283185307179586 * (double)((int64_t)j * k % size) / size;
            sum_re += x[j] * cos(turn);
            sum_im -= x[j] * sin(turn);
        }
        double bound = 200 * DBL_EPSILON * amount;
        MUST(fabs(re[k] - sum_re) <= bound && fabs(im[k] - sum_im) <= bound);
    }
    free(re), free(im);
}

static void sounds(reader *r) {
    int size = take(r, 1) % 8 ? 256 : take_int(r, 0, 1100), n = take_int(r, 0, 900);
    int hop = take_int(r, 0, 300), from = take_int(r, -1, 4), to = take_int(r, -1, 5);
    int right = size >= SPECTRUM_MIN_SIZE && (size & (size - 1)) == 0;
    take_failures(r);
    spectrum *s = spectrum_create(size);
    int failed = end_failures();
    MUST((s != NULL) == right || (failed && !s));
    if (!s) return;
    double *x = exactly((size_t)size * sizeof *x);
    float *samples = exactly((size_t)n * sizeof *samples);
    for (int j = 0; j < size; j++) x[j] = more(r) ? take_small(r) : j % 5;
    for (int j = 0; j < n; j++) samples[j] = (float)x[j * 7 % size];
    check_bins(s, size, x, r);
    int frames = spectrum_count(s, n, hop), count = to > from ? to - from : 0;
    float *db = exactly((size_t)(count * (size / 2 + 1)) * sizeof *db);
    int code = spectrum_frames(s, db, samples, n, hop, from, to);
    MUST(hop < 1 ? frames == SPECTRUM_ERR_ARG : frames >= 0);
    MUST((code == 0) == (frames >= 0 && from >= 0 && to <= frames && from <= to));
    for (int k = 0; code == 0 && k < count * (size / 2 + 1); k++)
        MUST(db[k] >= (float)SPECTRUM_FLOOR_DB && db[k] < 30.0f);
    free(x), free(samples), free(db);
    spectrum_free(s);
}

/* --- the small ones ---------------------------------------------------------------------- */

static void slopes(reader *r) {
    int f = take_int(r, -1, F_COUNT);
    double a = take_double(r), e = take_double(r), out[5];
    int code = derivative(f, a, e, out);
    MUST(code == (f >= 0 && f < F_COUNT ? 0 : DERIVATIVE_ERR_ARG));
    if (code != 0) return;
    if (isfinite(a) && (f != F_LN || a > 0.0)) MUST(!isnan(out[0]) && !isnan(out[3]));
    MUST(same_double(out[2], (out[1] - out[0]) / e) && same_double(out[4], out[2] - out[3]));
}

static void vectors_(reader *r) {
    int n = take_int(r, -1, 500);
    take_failures(r);
    vectors *v = vectors_create(n, take(r, 4));
    int failed = end_failures();
    MUST((v != NULL) == (n > 0) || (failed && !v));
    for (int j = 0; v && j < n; j++) {
        MUST(vectors_x(v)[j] >= 0.0 && vectors_x(v)[j] < 1.0);
        MUST(vectors_x32(v)[j] == vectors_x(v)[j] && vectors_y32(v)[j] == vectors_y(v)[j]);
    }
    vectors_free(v);
}

void target(reader *r) {
    static void (*const parts[])(reader *) = {units, units, standards, sounds, slopes, vectors_};
    parts[take(r, 1) % (sizeof parts / sizeof *parts)](r);
}
