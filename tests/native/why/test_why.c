/* test_why.c: memory of c/why, with arrays allocated to the byte. Values are compared in
 * tests/unit/core/why.test.js. */
#include "check.h"
#include "gram.h"
#include "ledger.h"
#include "paths.h"
#include "variants.h"
#include <stdlib.h>
#include <string.h>

static double *doubles(int n, double first) {
    double *list = malloc((size_t)n * sizeof *list);
    for (int i = 0; i < n; i++) list[i] = first - (i * 37 % 11) / 4.0;
    return list;
}

static uint8_t *bytes(int n) {
    uint8_t *list = malloc((size_t)n);
    for (int i = 0; i < n; i++) list[i] = (uint8_t)(i * 53);
    return list;
}

TEST(ledgers_of_pictures_of_any_size_close) {
    const int sides[] = {1, 2, 3, 8, 13, 64, 128};
    for (int k = 0; k < 7; k++)
        for (int with_base = 0; with_base < 2; with_base++) {
            int n_px = sides[k], n_x = 3 * n_px * n_px, grid = n_px < 8 ? n_px : 8;
            double *w = doubles(n_x, 1.0), *base = with_base ? doubles(n_x, 130.0) : NULL;
            double *adds = malloc((size_t)(n_px * n_px) * sizeof *adds);
            double *blocks = malloc((size_t)(grid * grid) * sizeof *blocks);
            uint8_t *x = bytes(n_x);
            double sums[3], z = 0.0, by_block = 0.0;
            ledger_pixels(adds, sums, w, x, base, n_px);
            ledger_blocks(blocks, adds, n_px, grid);
            for (int j = 0; j < n_x; j++) z += w[j] * x[j] / 255.0;
            for (int i = 0; i < grid * grid; i++) by_block += blocks[i];
            CHECK(sums[0] >= 0.0 && sums[1] <= 0.0 && (with_base || sums[2] == 0.0));
            CHECK_NEAR(sums[0] + sums[1] + sums[2], z, 1e-9);
            CHECK_NEAR(by_block, sums[0] + sums[1], 1e-9);
            free(w), free(base), free(adds), free(blocks), free(x);
        }
}

TEST(a_ledger_does_not_lose_small_parts_beside_large_ones) {
    const double adds[4] = {1e16, 1.0, -1e16, 1.0};
    double block;
    ledger_blocks(&block, adds, 2, 1);
    CHECK(block == 2.0);
}

TEST(paths_through_layers_of_any_size) {
    for (int n_in = 1; n_in < 6; n_in++)
        for (int n = 1; n < 6; n++) {
            double *w = doubles(n_in * n, 1.5), *c = doubles(n, 0.5), *a = doubles(n_in, 1.0);
            double *c_in = malloc((size_t)n_in * sizeof *c_in);
            double *rows = malloc((size_t)n_in * sizeof *rows);
            double *rows_f32 = malloc((size_t)n_in * sizeof *rows_f32);
            float *w_f32 = malloc((size_t)(n_in * n) * sizeof *w_f32);
            for (int k = 0; k < n_in * n; k++) w_f32[k] = (float)w[k];
            paths_back(c_in, w, c, a, n_in, n);
            paths_rows_f64(rows, w, c, n_in, n);
            paths_rows_f32(rows_f32, w_f32, c, n_in, n);
            for (int k = 0; k < n_in; k++) {
                CHECK(c_in[k] == (a[k] > 0.0 ? rows[k] : 0.0));
                CHECK(rows[k] == rows_f32[k]); /* quarters are float32 numbers */
            }
            free(w), free(c), free(a), free(c_in), free(rows), free(rows_f32), free(w_f32);
        }
}

TEST(variants_stay_inside_pictures_of_any_size) {
    const int sides[] = {1, 2, 3, 5, 16, 128};
    for (int k = 0; k < 6; k++)
        for (int variant = 0; variant < VARIANTS; variant++)
            for (int by = 0; by < sides[k] && by < 9; by += 4) {
                int n_x = 3 * sides[k] * sides[k];
                uint8_t *rgb = bytes(n_x), *paint = bytes(n_x), *out = malloc((size_t)n_x);
                memset(rgb, 200, (size_t)n_x), memset(paint, 200, (size_t)n_x);
                CHECK(variant_make(out, rgb, paint, sides[k], variant, by) == 0);
                for (int j = 0; j < n_x; j++) CHECK(out[j] == 200);
                free(rgb), free(paint), free(out);
            }
}

TEST(variants_refuse_what_is_out_of_range) {
    uint8_t rgb[3] = {1, 2, 3}, out[3];
    CHECK(variant_make(out, rgb, rgb, 1, VARIANTS, 0) == VARIANT_ERR_ARG);
    CHECK(variant_make(out, rgb, rgb, 1, -1, 0) == VARIANT_ERR_ARG);
    CHECK(variant_make(out, rgb, rgb, 1, VARIANT_LEFT, 1) == VARIANT_ERR_ARG);
    CHECK(variant_make(out, rgb, rgb, 1, VARIANT_LEFT, -1) == VARIANT_ERR_ARG);
    CHECK(variant_make(out, rgb, rgb, 0, VARIANT_SAME, 0) == VARIANT_ERR_ARG);
    CHECK(variant_make(out, rgb, rgb, 129, VARIANT_SAME, 0) == VARIANT_ERR_ARG);
    CHECK(variant_make(out, NULL, rgb, 1, VARIANT_SAME, 0) == VARIANT_ERR_ARG);
    CHECK(variant_make(NULL, rgb, rgb, 1, VARIANT_SAME, 0) == VARIANT_ERR_ARG);
    CHECK(variant_make(out, rgb, NULL, 1, VARIANT_SAME, 0) == VARIANT_ERR_ARG);
}

/* x of the copy at pixel p: mirrored, or shifted by `by` to the left, in plain words. */
static uint8_t plain(const uint8_t *rgb, int n, int variant, int by, int j) {
    int row = j / 3 / n, column = j / 3 % n;
    int from = variant == VARIANT_MIRRORED ? n - 1 - column : column + by;
    return rgb[3 * (row * n + (from < n ? from : n - 1)) + j % 3];
}

TEST(rows_of_K_of_mirrored_and_shifted_copies_are_exact) {
    const int sides[] = {1, 2, 7, 16, 27};
    for (int k = 0; k < 5; k++) {
        int n = sides[k], n_x = 3 * n * n, by = n > 3 ? 3 : 0;
        const int variants[] = {VARIANT_SAME, VARIANT_MIRRORED, VARIANT_LEFT};
        dataset *ds = dataset_create(n);
        uint8_t *rgb = bytes(n_x), *out = malloc((size_t)n_x);
        for (int v = 0; v < 3; v++) {
            CHECK(variant_make(out, rgb, rgb, n, variants[v], by) == 0);
            CHECK(dataset_add(ds, out, 1, PART_TRAIN, 0) == v);
        }
        while (gram_step(ds, 1) > 0) {
        }
        for (int i = 0; i < 3; i++)
            for (int l = 0; l < 3; l++) {
                uint64_t sum = 0;
                for (int j = 0; j < n_x; j++) {
                    uint8_t x = i ? plain(rgb, n, variants[i], by, j) : rgb[j];
                    sum += (uint64_t)x * (l ? plain(rgb, n, variants[l], by, j) : rgb[j]);
                }
                CHECK(gram_at(ds, i, l) == sum);
            }
        dataset_free(ds);
        free(rgb), free(out);
    }
}
