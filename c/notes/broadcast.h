/* broadcast.h -- arithmetic on small arrays by the general rule of broadcasting: shapes are aligned
 * at their last axis, and an axis that is missing or has size 1 stretches to the size of the other.
 *
 * Arrays are stored row by row. A shape is up to BROADCAST_MAX_AXES sizes of at least 1; no axes at
 * all is a single number. */
#ifndef BROADCAST_H
#define BROADCAST_H

#include "core_api.h"

#define BROADCAST_MAX_AXES 4
#define BROADCAST_MAX_NUMBERS 4096 /* in an array or a result */

enum {
    BROADCAST_ERR_ARG = -1,
    BROADCAST_ERR_FULL = -3, /* too many numbers */
    BROADCAST_ERR_SHAPE = -4 /* the shapes do not fit */
};

/* What happens along an axis: both have its size; a stretches; b stretches; both are 1 or missing.
 */
enum { STRETCH_NONE = 0, STRETCH_A = 1, STRETCH_B = 2, STRETCH_BOTH_ONE = 3 };

/* shape and stretched (BROADCAST_MAX_AXES ints each, those in use are filled) of the result of a
 * and b; returns its number of axes. BROADCAST_ERR_SHAPE: shape holds {which axis, counted from the
 * right with 1 the last; its size in a; in b} of the first one that does not fit. */
CORE_API int broadcast_shapes(int *shape, int *stretched, const int *a_shape, int a_axes,
                              const int *b_shape, int b_axes);

/* out = a op b, op one of '+', '-', '*', '/'; out has room for the numbers of the result. Returns
 * how many they are. */
CORE_API int broadcast_op(double *out, int op, const double *a, const int *a_shape, int a_axes,
                          const double *b, const int *b_shape, int b_axes);

/* out = a summed along one axis, 0 the first; returns how many sums there are. */
CORE_API int broadcast_sum(double *out, const double *a, const int *a_shape, int a_axes, int axis);

#endif
