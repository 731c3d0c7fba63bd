/* test_broadcast.c: arrays allocated to the number, shapes to the axis. */
#include "broadcast.h"
#include "check.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static int *shape_of(const int *sizes, int axes) {
    int *shape = malloc((size_t)axes * sizeof *shape);
    if (axes > 0) memcpy(shape, sizes, (size_t)axes * sizeof *shape);
    return shape;
}

static double *numbers(const int *sizes, int axes) {
    int n = 1;
    for (int k = 0; k < axes; k++) n *= sizes[k];
    double *array = malloc((size_t)n * sizeof *array);
    for (int k = 0; k < n; k++) array[k] = k;
    return array;
}

static void check_op(const int *a_sizes, int a_axes, const int *b_sizes, int b_axes, int n) {
    int *a_shape = shape_of(a_sizes, a_axes), *b_shape = shape_of(b_sizes, b_axes);
    double *a = numbers(a_sizes, a_axes), *b = numbers(b_sizes, b_axes);
    double *out = malloc((size_t)n * sizeof *out);
    CHECK(broadcast_op(out, '+', a, a_shape, a_axes, b, b_shape, b_axes) == n);
    for (int axis = 0; axis < a_axes; axis++) {
        int sums = n;
        CHECK((sums = broadcast_sum(out, a, a_shape, a_axes, axis)) <= n);
        CHECK(sums > 0);
    }
    free(a_shape), free(b_shape), free(a), free(b), free(out);
}

TEST(broadcasting_stays_inside_its_arrays) {
    check_op((int[]){3, 4}, 2, (int[]){4}, 1, 12);
    check_op((int[]){3, 4}, 2, (int[]){1, 4}, 2, 12);
    check_op((int[]){3, 1}, 2, (int[]){4}, 1, 12);
    check_op((int[]){2, 1, 3, 1}, 4, (int[]){5, 1, 7}, 3, 210);
    check_op((int[]){1}, 1, NULL, 0, 1);
    check_op((int[]){4096}, 1, (int[]){1, 1, 1, 1}, 4, 4096);
}

TEST(shapes_that_do_not_fit_say_where) {
    int shape[BROADCAST_MAX_AXES], stretched[BROADCAST_MAX_AXES];
    int a[] = {3, 4, 2}, b[] = {3, 1};
    CHECK(broadcast_shapes(shape, stretched, a, 3, b, 2) == BROADCAST_ERR_SHAPE);
    CHECK(shape[0] == 2 && shape[1] == 4 && shape[2] == 3);
}

TEST(bad_shapes_and_operations_are_refused) {
    int shape[BROADCAST_MAX_AXES], stretched[BROADCAST_MAX_AXES];
    int huge[] = {INT_MAX, INT_MAX, INT_MAX, INT_MAX}, zero[] = {0}, one[] = {1};
    double x = 1;
    CHECK(broadcast_shapes(shape, stretched, huge, 4, one, 1) == BROADCAST_ERR_FULL);
    CHECK(broadcast_shapes(shape, stretched, one, 1, zero, 1) == BROADCAST_ERR_ARG);
    CHECK(broadcast_shapes(shape, stretched, huge, 5, one, 1) == BROADCAST_ERR_ARG);
    CHECK(broadcast_shapes(shape, stretched, NULL, 1, one, 1) == BROADCAST_ERR_ARG);
    CHECK(broadcast_shapes(NULL, stretched, one, 1, one, 1) == BROADCAST_ERR_ARG);
    CHECK(broadcast_op(&x, '%', &x, one, 1, &x, one, 1) == BROADCAST_ERR_ARG);
    CHECK(broadcast_sum(&x, &x, one, 1, 1) == BROADCAST_ERR_ARG);
    CHECK(broadcast_sum(&x, &x, one, 1, -1) == BROADCAST_ERR_ARG);
    CHECK(broadcast_sum(&x, &x, one, 0, 0) == BROADCAST_ERR_ARG);
}
