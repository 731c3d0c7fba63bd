/* test_matmul.c: the products read and write their matrices and nothing beside them, whatever the
 * sizes. */
#include "check.h"
#include "matmul.h"
#include <stdlib.h>

static void *take(size_t count, size_t size) { return calloc(count > 0 ? count : 1, size); }

/* Exactly as large as it has to be: `rows` rows of n numbers, ld apart. */
static size_t numbers(int rows, int ld, int n) {
    return rows > 0 && n > 0 ? (size_t)(rows - 1) * (size_t)ld + (size_t)n : 0;
}

static void f64(int m, int n, int k, int gap) {
    int lda = k + gap, ldb = n + gap;
    double *a = take(numbers(m, lda, k), sizeof *a), *b = take(numbers(k, ldb, n), sizeof *b);
    double *c = take(numbers(m, ldb, n), sizeof *c);
    for (size_t i = 0; i < numbers(m, lda, k); i++) a[i] = 1.0;
    for (size_t i = 0; i < numbers(k, ldb, n); i++) b[i] = 2.0;
    for (size_t i = 0; i < numbers(m, ldb, n); i++) c[i] = 0.5;
    matmul_f64(c, ldb, a, lda, 1, b, ldb, m, n, k);
    if (m > 0 && n > 0) CHECK_NEAR(c[(m - 1) * ldb + n - 1], 0.5 + 2.0 * k, 0.0);
    free(a);
    free(b);
    free(c);
}

static void f32_transposed(int m, int n, int k, int gap) {
    int lda = m + gap, ldb = n + gap;
    float *a = take(numbers(k, lda, m), sizeof *a), *b = take(numbers(k, ldb, n), sizeof *b);
    float *c = take(numbers(m, ldb, n), sizeof *c);
    for (size_t i = 0; i < numbers(k, lda, m); i++) a[i] = 1.0f;
    for (size_t i = 0; i < numbers(k, ldb, n); i++) b[i] = 3.0f;
    matmul_f32(c, ldb, a, 1, lda, b, ldb, m, n, k);
    if (m > 0 && n > 0) CHECK_NEAR(c[(m - 1) * ldb + n - 1], 3.0 * k, 0.0);
    free(a);
    free(b);
    free(c);
}

TEST(matrix_products_stay_inside_their_matrices) {
    for (int m = 0; m <= 9; m++)
        for (int n = 0; n <= 17; n++)
            for (int k = 0; k <= 5; k += 2)
                for (int gap = 0; gap <= 3; gap += 3) {
                    f64(m, n, k, gap);
                    f32_transposed(m, n, k, gap);
                }
}
