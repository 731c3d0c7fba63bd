/* broadcast.c -- see broadcast.h. A stretched axis is one along which the index does not move: its
 * step through the numbers is 0, nothing is ever copied. */
#include "broadcast.h"
#include <stddef.h>
#include <stdint.h>

/* Numbers in an array of this shape, or an error. */
static int count(const int *shape, int axes) {
    int64_t n = 1; /* at most 4096 * 2^31 before it is looked at */
    if (axes < 0 || axes > BROADCAST_MAX_AXES || (axes > 0 && !shape)) return BROADCAST_ERR_ARG;
    for (int k = 0; k < axes; k++) {
        if (shape[k] < 1) return BROADCAST_ERR_ARG;
        n *= shape[k];
        if (n > BROADCAST_MAX_NUMBERS) return BROADCAST_ERR_FULL;
    }
    return (int)n;
}

/* Size of the axis counted from the right, 1 the last; a missing one is as good as 1. */
static int size_from_right(const int *shape, int axes, int axis) {
    return axis <= axes ? shape[axes - axis] : 1;
}

static int stretch_of(int a, int b) {
    if (a == b) return a == 1 ? STRETCH_BOTH_ONE : STRETCH_NONE;
    return a == 1 ? STRETCH_A : STRETCH_B;
}

int broadcast_shapes(int *shape, int *stretched, const int *a_shape, int a_axes, const int *b_shape,
                     int b_axes) {
    if (!shape || !stretched) return BROADCAST_ERR_ARG;
    int a_count = count(a_shape, a_axes), b_count = count(b_shape, b_axes);
    if (a_count < 0) return a_count;
    if (b_count < 0) return b_count;
    int axes = a_axes > b_axes ? a_axes : b_axes;
    for (int axis = 1; axis <= axes; axis++) {
        int a = size_from_right(a_shape, a_axes, axis), b = size_from_right(b_shape, b_axes, axis);
        if (a != b && a != 1 && b != 1) {
            shape[0] = axis;
            shape[1] = a;
            shape[2] = b;
            return BROADCAST_ERR_SHAPE;
        }
        shape[axes - axis] = a > b ? a : b;
        stretched[axes - axis] = stretch_of(a, b);
    }
    int n = count(shape, axes);
    return n < 0 ? n : axes;
}

/* How far apart in the array two neighbours along each axis of the result lie: 0 where it
 * stretches. */
static void steps_of(int *steps, const int *shape, int axes, int result_axes) {
    int step = 1;
    for (int axis = 1; axis <= result_axes; axis++) {
        int size = size_from_right(shape, axes, axis);
        steps[result_axes - axis] = size == 1 ? 0 : step;
        step *= size;
    }
}

static double apply(int op, double a, double b) {
    switch (op) {
    case '+':
        return a + b;
    case '-':
        return a - b;
    case '*':
        return a * b;
    default:
        return a / b;
    }
}

int broadcast_op(double *out, int op, const double *a, const int *a_shape, int a_axes,
                 const double *b, const int *b_shape, int b_axes) {
    if (!out || !a || !b || (op != '+' && op != '-' && op != '*' && op != '/'))
        return BROADCAST_ERR_ARG;
    int shape[BROADCAST_MAX_AXES], ignored[BROADCAST_MAX_AXES];
    int a_steps[BROADCAST_MAX_AXES], b_steps[BROADCAST_MAX_AXES];
    int axes = broadcast_shapes(shape, ignored, a_shape, a_axes, b_shape, b_axes);
    if (axes < 0) return axes;
    steps_of(a_steps, a_shape, a_axes, axes);
    steps_of(b_steps, b_shape, b_axes, axes);
    int n = count(shape, axes);
    for (int k = 0; k < n; k++) {
        int p = 0, q = 0, rest = k;
        for (int axis = axes - 1; axis >= 0; axis--) {
            p += rest % shape[axis] * a_steps[axis];
            q += rest % shape[axis] * b_steps[axis];
            rest /= shape[axis];
        }
        out[k] = apply(op, a[p], b[q]);
    }
    return n;
}

int broadcast_sum(double *out, const double *a, const int *a_shape, int a_axes, int axis) {
    int n = count(a_shape, a_axes);
    if (n < 0) return n;
    if (!out || !a || axis < 0 || axis >= a_axes) return BROADCAST_ERR_ARG;
    int size = a_shape[axis], inner = 1; /* numbers between two neighbours along the axis */
    for (int k = axis + 1; k < a_axes; k++) inner *= a_shape[k];
    for (int k = 0; k < n / size; k++) {
        const double *from = a + (size_t)(k / inner) * (size_t)(size * inner) + k % inner;
        out[k] = 0.0;
        for (int i = 0; i < size; i++) out[k] += from[i * inner];
    }
    return n / size;
}
