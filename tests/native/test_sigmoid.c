/* test_sigmoid.c: memory and edges of sigmoid.c. Arrays are allocated to the byte, so that one lane
 * read or written too many is seen. */
#include "check.h"
#include "sigmoid.h"
#include <stdlib.h>

static const int SIZES[] = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17};
enum { SIZE_COUNT = sizeof SIZES / sizeof SIZES[0] };

static double *filled_f64(int n, double first, double step) {
    double *v = malloc((size_t)n * sizeof *v);
    for (int i = 0; i < n; i++) v[i] = first + i * step;
    return v;
}

static float *filled_f32(int n, float first, float step) {
    float *v = malloc((size_t)n * sizeof *v);
    for (int i = 0; i < n; i++) v[i] = first + (float)i * step;
    return v;
}

TEST(sigmoid_f64_stays_inside_arrays_of_any_size) {
    for (int k = 0; k < SIZE_COUNT; k++) {
        int n = SIZES[k];
        double *z = filled_f64(n, -8, 1), *y = filled_f64(n, 1, 0);
        double *a = filled_f64(n, 9, 0), *dz = filled_f64(n, 9, 0);
        sigmoid_f64(a, z, n);
        for (int i = 0; i < n; i++) CHECK_NEAR(a[i], 1 / (1 + exp(-z[i])), 1e-15);
        log_loss_f64(dz, z, y, n);
        double sum = 0;
        for (int i = 0; i < n; i++) CHECK_NEAR(dz[i], log1p(exp(-z[i])), 1e-14);
        for (int i = 0; i < n; i++) sum += dz[i];
        CHECK_NEAR(forward_loss_f64(a, dz, z, y, n), sum, 1e-12);
        for (int i = 0; i < n; i++) CHECK(dz[i] == a[i] - 1);
        free(z), free(y), free(a), free(dz);
    }
}

TEST(sigmoid_f32_stays_inside_arrays_of_any_size) {
    for (int k = 0; k < SIZE_COUNT; k++) {
        int n = SIZES[k];
        float *z = filled_f32(n, -8, 1), *y = filled_f32(n, 1, 0);
        float *a = filled_f32(n, 9, 0), *dz = filled_f32(n, 9, 0);
        sigmoid_f32(a, z, n);
        for (int i = 0; i < n; i++) CHECK_NEAR(a[i], 1 / (1 + exp(-z[i])), 1e-6);
        log_loss_f32(dz, z, y, n);
        double sum = 0;
        for (int i = 0; i < n; i++) CHECK_NEAR(dz[i], log1p(exp(-z[i])), 2e-6);
        for (int i = 0; i < n; i++) sum += dz[i];
        CHECK_NEAR(forward_loss_f32(a, dz, z, y, n), sum, 1e-12);
        for (int i = 0; i < n; i++) CHECK(dz[i] == a[i] - 1);
        free(z), free(y), free(a), free(dz);
    }
}

TEST(sigmoid_writes_over_its_own_inputs) {
    enum { N = 17 };
    double *z = filled_f64(N, -8, 1), *y = filled_f64(N, 0, 0);
    double *a = filled_f64(N, 0, 0), *dz = filled_f64(N, 0, 0);
    float *z4 = filled_f32(N, -8, 1), *y4 = filled_f32(N, 0, 0);
    float *a4 = filled_f32(N, 0, 0), *dz4 = filled_f32(N, 0, 0);
    double sum = forward_loss_f64(a, dz, z, y, N), sum4 = forward_loss_f32(a4, dz4, z4, y4, N);
    CHECK(forward_loss_f64(z, y, z, y, N) == sum);
    CHECK(forward_loss_f32(z4, y4, z4, y4, N) == sum4);
    for (int i = 0; i < N; i++) CHECK(z[i] == a[i] && y[i] == dz[i]);
    for (int i = 0; i < N; i++) CHECK(z4[i] == a4[i] && y4[i] == dz4[i]);
    free(z), free(y), free(a), free(dz);
    free(z4), free(y4), free(a4), free(dz4);
}

/* One of each in every lane: no undefined conversion or shift on the way. */
TEST(sigmoid_takes_every_kind_of_number) {
    const double ends[] = {INFINITY, -INFINITY, NAN,  -NAN,     1e308,   -1e308,
                           5e-324,   -5e-324,   -0.0, -745.132, -745.14, 1e30};
    const double sigma[] = {1, 0, NAN, NAN, 1, 0, 0.5, 0.5, 0.5, 5e-324, 0, 1};
    enum { N = sizeof ends / sizeof ends[0] };
    for (int offset = 0; offset < N; offset++) {
        double a[N], dz[N], y[N] = {0};
        float z4[N], a4[N], dz4[N], y4[N] = {0};
        int n = N - offset;
        for (int i = 0; i < n; i++)
            z4[i] = fabs(ends[offset + i]) > 1e38 ? INFINITY : (float)ends[offset + i];
        CHECK(isnan(forward_loss_f64(a, dz, ends + offset, y, n)) == (offset <= 3));
        CHECK(isnan(forward_loss_f32(a4, dz4, z4, y4, n)) == (offset <= 3));
        for (int i = 0; i < n; i++) {
            double expected = sigma[offset + i];
            CHECK(isnan(expected) ? isnan(a[i]) : a[i] == expected);
            CHECK(isnan(expected) ? isnan(a4[i]) : isfinite(a4[i]));
        }
    }
}

TEST(a_certain_right_answer_costs_nothing) {
    const double z[] = {INFINITY, -INFINITY, INFINITY}, y[] = {1, 0, 1};
    const float z4[] = {INFINITY, -INFINITY, INFINITY}, y4[] = {1, 0, 1};
    double a[3], dz[3];
    float a4[3], dz4[3];
    CHECK(forward_loss_f64(a, dz, z, y, 3) == 0);
    CHECK(forward_loss_f32(a4, dz4, z4, y4, 3) == 0);
}
