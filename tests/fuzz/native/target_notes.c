/* target_notes.c: what the figures compute with -- graphs, broadcasting, one neuron on a table,
 * columns made comparable, derivatives, spectra -- each against its definition. */
#include "broadcast.h"
#include "derivative.h"
#include "fuzz.h"
#include "graph.h"
#include "loops.h"
#include "spectrum.h"
#include "unit.h"
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- broadcasting ------------------------------------------------------------------------ */

static int take_shape(reader *r, int *shape) {
    int axes = take_int(r, 0, BROADCAST_MAX_AXES);
    for (int k = 0; k < axes; k++) shape[k] = take(r, 1) % 3 ? take_int(r, 1, 4) : 1;
    return axes;
}

static double *numbers(reader *r, const int *shape, int axes, int *count) {
    *count = 1;
    for (int k = 0; k < axes; k++) *count *= shape[k];
    double *a = exactly((size_t)*count * sizeof *a);
    for (int k = 0; k < *count; k++) a[k] = more(r) ? take_double(r) : k;
    return a;
}

/* The number of a that stands at place k of a result of this shape. */
static double stretched_at(const double *a, const int *a_shape, int a_axes, const int *shape,
                           int axes, int k) {
    int at = 0, step = 1;
    for (int axis = axes - 1, own = a_axes - 1; axis >= 0 && own >= 0; axis--, own--) {
        int index = k % shape[axis];
        k /= shape[axis];
        if (a_shape[own] > 1) at += index * step;
        step *= a_shape[own];
    }
    return a[at];
}

static double by_sign(int op, double a, double b) {
    return op == '+' ? a + b : op == '-' ? a - b : op == '*' ? a * b : a / b;
}

static void broadcasting(reader *r) {
    int a_shape[4], b_shape[4], shape[4], how[4], a_count, b_count;
    int a_axes = take_shape(r, a_shape), b_axes = take_shape(r, b_shape);
    int op = "+-*/x"[take_int(r, 0, 4)];
    double *a = numbers(r, a_shape, a_axes, &a_count), *b = numbers(r, b_shape, b_axes, &b_count);
    int axes = broadcast_shapes(shape, how, a_shape, a_axes, b_shape, b_axes), n = 1;
    for (int k = 0; k < axes; k++) n *= shape[k];
    double *out = exactly(BROADCAST_MAX_NUMBERS * sizeof *out);
    int made = broadcast_op(out, op, a, a_shape, a_axes, b, b_shape, b_axes);
    MUST(made == (op == 'x' ? BROADCAST_ERR_ARG : axes < 0 ? axes : n));
    for (int k = 0; k < made; k++)
        MUST(same_double(out[k], by_sign(op, stretched_at(a, a_shape, a_axes, shape, axes, k),
                                         stretched_at(b, b_shape, b_axes, shape, axes, k))));
    int axis = take_int(r, -1, 4), sums = broadcast_sum(out, a, a_shape, a_axes, axis);
    MUST(axis >= 0 && axis < a_axes ? sums == a_count / a_shape[axis] : sums < 0);
    double whole = 0.0, all = 0.0, size = 0.0;
    for (int k = 0; k < sums; k++) whole += out[k];
    for (int k = 0; k < a_count; k++) all += a[k], size += fabs(a[k]);
    if (sums >= 0 && isfinite(size)) MUST(fabs(whole - all) <= 2 * a_count * DBL_EPSILON * size);
    free(a), free(b), free(out);
}

/* --- graphs ------------------------------------------------------------------------------ */

enum { MOST_NODES = 40 };

typedef struct {
    int op, p, q;
    double value, moves, size; /* d value / d input, and the sum of absolute values over paths */
} step;

/* Forward differentiation: the same products as backward, added up the other way. */
static void differentiate(step *s, const step *all) {
    const step *p = &all[s->p], *q = &all[s->q < 0 ? s->p : s->q];
    double by_p = 0.0, by_q = 0.0;
    switch (s->op) {
    case OP_ADD:
        by_p = 1.0, by_q = 1.0;
        break;
    case OP_SUB:
        by_p = 1.0, by_q = -1.0;
        break;
    case OP_MUL:
        by_p = q->value, by_q = p->value;
        break;
    case OP_NEG:
        by_p = -1.0;
        break;
    case OP_SQUARE:
        by_p = 2.0 * p->value;
        break;
    case OP_EXP:
        by_p = s->value;
        break;
    case OP_RELU:
        by_p = p->value > 0.0;
        break;
    case OP_SIGMOID:
        by_p = s->value * (1.0 - s->value);
        break;
    default:
        by_p = NAN;
    }
    s->moves = by_p * p->moves + (s->q < 0 ? 0.0 : by_q * q->moves);
    s->size = fabs(by_p) * p->size + (s->q < 0 ? 0.0 : fabs(by_q) * q->size);
}

static int takes_two(int op) { return op <= OP_MUL || op >= OP_CROSS_ENTROPY; }

static int build(graph *g, step *s, reader *r) {
    int count = 0;
    while (more(r) && count < MOST_NODES) {
        int op = take_int(r, -2, OP_CROSS_ENTROPY_Z);
        if (op < 0) {
            s[count] = (step){.op = -1, .value = take_double(r)};
            MUST(graph_input(g, s[count].value) == count);
            count++;
            continue;
        }
        int p = take_int(r, -1, 39), q = takes_two(op) ? take_int(r, -1, 39) : -1;
        if (count > 0 && p >= 0) p %= count;
        if (count > 0 && q >= 0) q %= count;
        int right = p >= 0 && p < count && (!takes_two(op) || (q >= 0 && q < count));
        int id = graph_op(g, op, p, q);
        MUST(id == (right ? count : GRAPH_ERR_ARG));
        if (right) s[count++] = (step){.op = op, .p = p, .q = q};
    }
    MUST(graph_nodes(g) == count);
    return count;
}

static void check_backward(graph *g, step *s, int count, int target, int input) {
    for (int id = 0; id <= target; id++) {
        s[id].value = graph_value(g, id);
        s[id].moves = s[id].size = id == input;
        if (s[id].op >= 0 && id != input) differentiate(&s[id], s);
        if (!isfinite(s[id].size) || !isfinite(s[id].value)) return;
        if (s[id].size > 1e250 || (s[id].size != 0.0 && s[id].size < 1e-250)) return;
    }
    double grad = graph_grad(g, input);
    MUST(fabs(grad - s[target].moves) <= 8 * count * DBL_EPSILON * s[target].size);
}

static void graphs(reader *r) {
    step s[MOST_NODES];
    take_failures(r);
    graph *g = graph_create();
    MUST(g || end_failures());
    end_failures();
    if (!g) return;
    int target = take_int(r, 0, MOST_NODES - 1), id = take_int(r, 0, MOST_NODES - 1);
    double eps = take_double(r);
    int count = build(g, s, r);
    for (int k = 0; k < count; k++)
        if (s[k].op >= 0) MUST(isnan(graph_value(g, k)) && isnan(graph_grad(g, k)));
    MUST(graph_forward(g) == 0);
    if (count > 0) target %= count, id %= count;
    MUST(graph_backward(g, target) == (count > 0 ? 0 : GRAPH_ERR_ARG));
    double before[MOST_NODES];
    for (int k = 0; k < count; k++) before[k] = graph_value(g, k);
    double slope = graph_nudge(g, target, id, eps);
    if (!(eps > 0.0) || count == 0) MUST(isnan(slope));
    for (int k = 0; k < count; k++) MUST(same_double(before[k], graph_value(g, k)));
    for (int k = 0; k <= target && count > 0; k++) check_backward(g, s, count, target, k);
    for (int k = target + 1; k < count; k++) MUST(graph_grad(g, k) == 0.0);
    graph_free(g);
}

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
    static void (*const parts[])(reader *) = {broadcasting, graphs, graphs, units,   units,
                                              standards,    sounds, slopes, vectors_};
    parts[take(r, 1) % (sizeof parts / sizeof *parts)](r);
}
