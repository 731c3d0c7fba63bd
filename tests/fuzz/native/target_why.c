/* target_why.c: ledgers of any w, picture and base, in arrays of exactly their size: blocks and
 * sums are those of plain loops within rounding, and close; paths; variants of any picture: what
 * only moves pixels is undone by moving them back. */
#include "fuzz.h"
#include "ledger.h"
#include "paths.h"
#include "variants.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 20 };

static double *doubles(reader *r, int n, int any) {
    double *list = exactly((size_t)n * sizeof *list);
    for (int k = 0; k < n; k++)
        list[k] = k >= 40 ? list[k % 40] : any ? take_double(r) : take_small(r);
    return list;
}

static void ledger(reader *r) {
    int n_px = take_int(r, 1, MOST), n_x = 3 * n_px * n_px, grid = take_int(r, 1, n_px);
    int any = take(r, 1) % 4 == 0;
    uint8_t *x = exactly((size_t)n_x);
    take_bytes(r, x, n_x);
    double *base = take(r, 1) % 2 ? doubles(r, n_x, any) : NULL, *w = doubles(r, n_x, any);
    double *adds = exactly((size_t)(n_px * n_px) * sizeof *adds), sums[3];
    double *blocks = exactly((size_t)(grid * grid) * sizeof *blocks);
    ledger_pixels(adds, sums, w, x, base, n_px);
    ledger_blocks(blocks, adds, n_px, grid);
    double z = 0.0, size = 0.0, of_base = 0.0, all = 0.0;
    for (int j = 0; j < n_x; j++) {
        double other = base ? base[j] : 0.0;
        z += w[j] * x[j] / 255.0;
        of_base += w[j] * other / 255.0;
        size += fabs(w[j]) * (x[j] + 2.0 * fabs(other)) / 255.0;
    }
    for (int k = 0; k < grid * grid; k++) all += blocks[k];
    double bound = 1e-12 * size;
    if (isfinite(size) && size < 1e290 && size > 1e-290) {
        MUST(sums[0] >= 0.0 && sums[1] <= 0.0);
        MUST(fabs(sums[2] - of_base) <= bound);
        MUST(fabs(sums[0] + sums[1] + sums[2] - z) <= bound);
        MUST(fabs(all - sums[0] - sums[1]) <= bound);
    }
    free(x), free(base), free(w), free(adds), free(blocks);
}

static void paths(reader *r) {
    int n_in = take_int(r, 1, MOST), n = take_int(r, 1, MOST);
    double *w = doubles(r, n_in * n, 1), *c = doubles(r, n, 1), *a = doubles(r, n_in, 1);
    double *c_in = exactly((size_t)n_in * sizeof *c_in),
           *rows = exactly((size_t)n_in * sizeof *rows);
    paths_back(c_in, w, c, a, n_in, n);
    paths_rows_f64(rows, w, c, n_in, n);
    for (int k = 0; k < n_in; k++) {
        double sum = 0.0;
        for (int u = 0; u < n; u++) sum += w[k * n + u] * c[u];
        MUST(same_double(rows[k], sum));
        MUST(same_double(c_in[k], a[k] > 0.0 ? sum : 0.0));
    }
    free(w), free(c), free(a), free(c_in), free(rows);
}

static void variants(reader *r) {
    int n_px = take_int(r, 0, MOST), variant = take_int(r, -1, VARIANTS);
    int by = take_int(r, -1, MOST), right = n_px >= 1 && variant >= 0 && variant < VARIANTS;
    size_t n_x = 3 * (size_t)n_px * (size_t)n_px;
    uint8_t *rgb = exactly(n_x), *paint = exactly(n_x), *out = exactly(n_x), *back = exactly(n_x);
    take_bytes(r, rgb, (int)n_x);
    take_bytes(r, paint, (int)n_x);
    right = right && by >= 0 && by < n_px;
    MUST(variant_make(out, rgb, paint, n_px, variant, by) == (right ? 0 : VARIANT_ERR_ARG));
    int twice = variant <= VARIANT_SWAPPED && variant != VARIANT_GREY;
    if (right && twice) {
        MUST(variant_make(back, out, paint, n_px, variant, by) == 0);
        MUST(memcmp(back, rgb, n_x) == 0);
    }
    for (size_t k = 0; right && variant == VARIANT_GREY && k < n_x; k += 3)
        MUST(out[k] == out[k + 1] && out[k] == out[k + 2]);
    free(rgb), free(paint), free(out), free(back);
}

void target(reader *r) {
    switch (take(r, 1) % 3) {
    case 0:
        return ledger(r);
    case 1:
        return paths(r);
    default:
        return variants(r);
    }
}
