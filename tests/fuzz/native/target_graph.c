/* target_graph.c: computation graphs and broadcasting, each against its definition. */
#include "broadcast.h"
#include "fuzz.h"
#include "graph.h"
#include <float.h>
#include <math.h>
#include <stdlib.h>

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
    int a_shape[4] = {0}, b_shape[4] = {0}, shape[4] = {0}, how[4], a_count, b_count;
    int a_axes = take_shape(r, a_shape), b_axes = take_shape(r, b_shape);
    int op = (unsigned char)"+-*/x"[take_int(r, 0, 4)];
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

/* Whether a product of two numbers that are not zero came out as zero. */
static int underflows(double a, double b) { return a != 0.0 && b != 0.0 && a * b == 0.0; }

/* Forward differentiation: the same products as backward, added up the other way. A size that is
 * lost in underflow is told as NaN, not as "no way leads here". */
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
    if (s->size == 0.0 && (underflows(by_p, p->size) || (s->q >= 0 && underflows(by_q, q->size))))
        s->size = NAN;
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

/* Backward multiplies from the target down: what it has at a node is the size at the target over
 * the size at the node. With all sizes between 1e-120 and 1e120 that is at most 1e240, and what
 * underflows on the way (5e-324 each time) stays far below the tolerance. */
enum { MOST_EXPONENT = 120 };

static void check_backward(graph *g, step *s, int count, int target, int input) {
    for (int id = 0; id <= target; id++) {
        s[id].value = graph_value(g, id);
        s[id].moves = s[id].size = id == input;
        if (s[id].op >= 0 && id != input) differentiate(&s[id], s);
        if (!isfinite(s[id].size) || !isfinite(s[id].value)) return;
        if (s[id].size != 0.0 && fabs(log10(s[id].size)) > MOST_EXPONENT) return;
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

void target(reader *r) {
    if (take(r, 1) % 3 == 0)
        broadcasting(r);
    else
        graphs(r);
}
