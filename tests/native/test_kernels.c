/* test_kernels.c: memory of kernels.c and rows.c. Arrays are allocated to the byte. */
#include "check.h"
#include "kernels.h"
#include "rows.h"
#include <stdlib.h>
#include <string.h>

static const int SIZES[] = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33};
enum { SIZE_COUNT = sizeof SIZES / sizeof SIZES[0] };

/* An array of no elements has an address too; malloc need not give one. */
static void *exactly(size_t bytes) { return calloc(bytes > 0 ? bytes : 1, 1); }

/* Arrays that start one byte past what malloc gives are as unaligned as can be. */
static void *unaligned(const void *from, size_t bytes) {
    char *block = malloc(bytes + 1);
    memcpy(block + 1, from, bytes);
    return block + 1;
}

static void free_unaligned(void *array) { free((char *)array - 1); }

TEST(byte_kernels_stay_inside_arrays_of_any_size) {
    for (int k = 0; k < SIZE_COUNT; k++) {
        int n = SIZES[k];
        uint8_t *x = exactly((size_t)n), *y = exactly((size_t)n);
        double *w = exactly((size_t)n * sizeof *w);
        uint32_t sum = 0;
        for (int j = 0; j < n; j++) {
            x[j] = (uint8_t)(255 - j), y[j] = 254;
            w[j] = j;
            sum += (uint32_t)x[j] * y[j];
        }
        CHECK(dot_u8(x, y, n) == sum);
        uint8_t *moved = unaligned(x, (size_t)n);
        CHECK(dot_u8(moved, y, n) == sum);
        double mixed = 0;
        for (int j = 0; j < n; j++) mixed += w[j] * x[j];
        CHECK(dot_u8_f64(w, moved, n) == mixed); /* whole numbers: exact in any order */
        axpy_u8_f64(w, 2, moved, n);
        for (int j = 0; j < n; j++) CHECK(w[j] == j + 2 * x[j]);
        free_unaligned(moved);
        free(x), free(y), free(w);
    }
}

TEST(dot_u8_of_white_at_its_limit_is_exact) {
    uint8_t *x = exactly(DOT_U8_MAX);
    memset(x, 255, DOT_U8_MAX);
    CHECK(dot_u8(x, x, DOT_U8_MAX) == 65025u * DOT_U8_MAX);
    free(x);
}

TEST(float_kernels_stay_inside_arrays_of_any_size) {
    for (int k = 0; k < SIZE_COUNT; k++) {
        int n = SIZES[k];
        double *x = exactly((size_t)n * sizeof *x), *y = exactly((size_t)n * sizeof *y);
        float *x4 = exactly((size_t)n * sizeof *x4), *y4 = exactly((size_t)n * sizeof *y4);
        double sum = 0;
        for (int j = 0; j < n; j++) {
            x[j] = x4[j] = (float)(j - 5);
            y[j] = y4[j] = (float)(3 * j);
            sum += x[j] * y[j];
        }
        CHECK(dot_f64(x, y, n) == sum);
        CHECK(dot_f32(x4, y4, n) == (float)sum);
        axpy_f64(y, -2, x, n);
        axpy_f32(y4, -2, x4, n);
        for (int j = 0; j < n; j++) CHECK(y[j] == j + 10 && y4[j] == (float)(j + 10));
        free(x), free(y), free(x4), free(y4);
    }
}

static void check_matvec(int panels, int cols) {
    int rows = panels * MATVEC_PANEL;
    double *k = exactly((size_t)rows * (size_t)cols * sizeof *k);
    double *a = exactly((size_t)cols * sizeof *a), *z = exactly((size_t)rows * sizeof *z);
    for (int j = 0; j < cols; j++) a[j] = j + 1;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            k[(i / MATVEC_PANEL * cols + j) * MATVEC_PANEL + i % MATVEC_PANEL] = i - j;
    matvec_f64(z, k, a, panels, cols);
    for (int i = 0; i < rows; i++) {
        double sum = 0;
        for (int j = 0; j < cols; j++) sum += (double)(i - j) * (j + 1);
        CHECK(z[i] == sum);
    }
    free(k), free(a), free(z);
}

TEST(matvec_stays_inside_its_panels) {
    for (int panels = 0; panels < 4; panels++)
        for (int cols = 0; cols < 12; cols++) check_matvec(panels, cols);
}

static void check_rows(int n) {
    float *w = exactly((size_t)n * sizeof *w), *dw = exactly((size_t)n * sizeof *dw);
    uint8_t *bytes[4];
    float *floats[4];
    for (int r = 0; r < 4; r++) {
        bytes[r] = exactly((size_t)n);
        floats[r] = exactly((size_t)n * sizeof(float));
        for (int j = 0; j < n; j++) bytes[r][j] = (uint8_t)(j * 7 + r * 50);
        widen_u8_f32(floats[r], bytes[r], n);
        for (int j = 0; j < n; j++) CHECK(floats[r][j] == (float)bytes[r][j]);
    }
    const float *const x4[4] = {floats[0], floats[1], floats[2], floats[3]};
    const uint8_t *const x[4] = {bytes[0], bytes[1], bytes[2], bytes[3]};
    float z4[4], z[4];
    const float dz[4] = {1, -2, 3, -4};
    for (int j = 0; j < n; j++) w[j] = (float)(j % 5 - 2);
    dot4_f32(z4, w, x4, n);
    dot4_u8(z, w, x, n);
    for (int r = 0; r < 4; r++) {
        float sum = 0;
        for (int j = 0; j < n; j++) sum += w[j] * floats[r][j];
        CHECK(z4[r] == sum && z[r] == sum); /* small whole numbers: exact in any order */
    }
    memset(dw, 0, (size_t)n * sizeof *dw);
    axpy4_f32(dw, dz, x4, n);
    axpy4_u8(dw, dz, x, n);
    for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int r = 0; r < 4; r++) sum += dz[r] * floats[r][j];
        CHECK(dw[j] == 2 * sum);
    }
    for (int r = 0; r < 4; r++) free(bytes[r]), free(floats[r]);
    free(w), free(dw);
}

TEST(four_rows_at_once_stay_inside_them) {
    check_rows(0);
    check_rows(16);
    check_rows(48);
}
