/* first_gram.c -- layer 1 on the Gram matrix instead of the pictures. Every gradient of W[1] is a
 * combination of the pictures, dW = X dz'/m, so from W0 on, for any batches,
 *
 *     W[1] = W0 + sum_i A(i, .) x_i      z = W0 x + sum_i A(i, .) <x_i, x> + b      dA = dz
 *
 * with A (m, n[1]) in the place of W[1]. K is copied from the dataset's exact integers to float64,
 * a row for each example, a column for each training example; the features' 1/255 is applied to
 * sums, as 1/255^2 to those over K. W0 is made from the seed wherever it is needed, never stored.
 * work: K (m + m_test, m), W0 X (m + m_test, n[1]), dz (m, n[1]), rows of K of a block, and what is
 * needed to look at any picture: its products with all training pictures, kept for LOOKS of them.
 */
#include "finite.h"
#include "gram.h"
#include "kernels.h"
#include "matmul.h"
#include "network_impl.h"
#include <string.h>

#define FEATURES 256
#define LOOKS 2

static uint64_t examples(const network *nn) {
    return (uint64_t)nn->base.m + (uint64_t)nn->base.m_test;
}

static double *k_row(const network *nn, int i) {
    return (double *)nn->work + (ptrdiff_t)i * nn->base.m;
}
static double *w0x_row(const network *nn, int i) {
    return (double *)nn->work + examples(nn) * (uint64_t)nn->base.m + (ptrdiff_t)i * nn->n[1];
}
static double *dz_row(const network *nn, int i) {
    return w0x_row(nn, nn->base.m + nn->base.m_test) + (ptrdiff_t)i * nn->n[1];
}
static double *block_of(const network *nn) { return dz_row(nn, nn->base.m); }

/* Of a picture looked at: <x_i, x> (m), W0 x (n[1]), its bytes, and whether there is one. */
static uint64_t look_numbers(const network *nn) {
    return (uint64_t)nn->base.m + (uint64_t)nn->n[1] + ((uint64_t)nn->n[0] + 15) / 8;
}
static double *look_of(const network *nn, int which) {
    return block_of(nn) + NETWORK_ROWS * (uint64_t)nn->base.m + (uint64_t)which * look_numbers(nn);
}
/* A block's tile of W0 and of pictures. */
static double *tiles_of(const network *nn) { return look_of(nn, LOOKS); }

static uint64_t state_bytes(const network *nn) {
    return (uint64_t)nn->base.m * (uint64_t)nn->n[1] * sizeof(double);
}

static uint64_t work_bytes(const network *nn) {
    uint64_t m = (uint64_t)nn->base.m, n = (uint64_t)nn->n[1];
    uint64_t numbers = examples(nn) * (m + n) + m * n + NETWORK_ROWS * m;
    numbers += LOOKS * look_numbers(nn) + FEATURES * (n + NETWORK_ROWS);
    return numbers * sizeof(double);
}

static int prepare(network *nn) {
    nn->work = descent_take(work_bytes(nn), 1);
    return nn->work ? 0 : LEARNER_ERR_MEMORY;
}

static void copy_k(network *nn, int i) {
    for (int j = 0; j < nn->base.m; j++)
        k_row(nn, i)[j] = gram_at(nn->base.ds, nn->base.slots[i], nn->base.slots[j]);
}

/* z (count, n[1]) = W0 x of these pictures. */
static void w0_times(network *nn, double *z, const uint8_t *const *x, int count) {
    int n = nn->n[1];
    double *w0 = tiles_of(nn), *tile = w0 + (ptrdiff_t)FEATURES * n;
    memset(z, 0, (size_t)count * (size_t)n * sizeof *z);
    for (int from = 0; from < nn->n[0] && nn->layers > 1; from += FEATURES) {
        int features = nn->n[0] - from < FEATURES ? nn->n[0] - from : FEATURES;
        for (int k = 0; k < features; k++)
            for (int u = 0; u < n; u++) w0[(ptrdiff_t)k * n + u] = network_he(nn, 1, from + k, u);
        for (int i = 0; i < count; i++)
            for (int k = 0; k < features; k++) tile[(ptrdiff_t)i * FEATURES + k] = x[i][from + k];
        matmul_f64(z, n, tile, FEATURES, 1, w0, n, count, n, features);
    }
    for (int i = 0; i < count * n; i++) z[i] /= 255.0;
}

/* Makes the rows of K and W0 x of all examples. */
static int ready(network *nn, double *budget) {
    int total = nn->base.m + nn->base.m_test;
    while (nn->prepared < total) {
        const uint8_t *x[NETWORK_ROWS];
        int count = total - nn->prepared < NETWORK_ROWS ? total - nn->prepared : NETWORK_ROWS;
        for (int i = 0; i < count; i++)
            x[i] = dataset_x(nn->base.ds, nn->base.slots[nn->prepared + i]);
        for (int i = 0; i < count; i++) copy_k(nn, nn->prepared + i);
        w0_times(nn, w0x_row(nn, nn->prepared), x, count);
        nn->prepared += count;
        *budget -= count * ((double)nn->n[0] * nn->n[1] + nn->base.m);
        if (*budget <= 0.0 && nn->prepared < total) return 0;
    }
    return 1;
}

/* Rows of K of these examples, one after the other: where they lie, or a copy. */
static const double *k_block(network *nn, const int *which, int count) {
    if (which[count - 1] - which[0] == count - 1 && which == nn->places + which[0])
        return k_row(nn, which[0]);
    double *block = block_of(nn);
    for (int i = 0; i < count; i++)
        memcpy(block + (ptrdiff_t)i * nn->base.m, k_row(nn, which[i]),
               (size_t)nn->base.m * sizeof *block);
    return block;
}

static void forward(network *nn, const void *w, const int *which, int count, double *z) {
    int n = nn->n[1];
    memset(z, 0, (size_t)count * (size_t)n * sizeof *z);
    matmul_f64(z, n, k_block(nn, which, count), nn->base.m, 1, w, n, count, n, nn->base.m);
    for (int i = 0; i < count; i++, z += n) {
        const double *w0x = w0x_row(nn, which[i]);
        for (int u = 0; u < n; u++) z[u] = z[u] / (255.0 * 255.0) + w0x[u];
    }
}

static void backward(network *nn, const int *which, int count, const double *dz) {
    for (int i = 0; i < count; i++)
        memcpy(dz_row(nn, which[i]), dz + (ptrdiff_t)i * nn->n[1], (size_t)nn->n[1] * sizeof *dz);
}

static void update(network *nn, void *w, const int *which, int count, double alpha) {
    double *values = w;
    for (int i = 0; i < count; i++)
        axpy_f64(values + (ptrdiff_t)which[i] * nn->n[1], -alpha / count, dz_row(nn, which[i]),
                 nn->n[1]);
}

static int finite(const network *nn, const void *w) {
    return finite_f64(w, (size_t)nn->base.m * (size_t)nn->n[1]);
}

static double row_madds(const network *nn, int is_backward) {
    return is_backward ? nn->n[1] : (double)nn->base.m * nn->n[1];
}

static void unit_w(network *nn, int unit, double *w) {
    const double *values = nn->base.state;
    int n = nn->n[1];
    for (int k = 0; k < nn->n[0]; k++) w[k] = nn->layers > 1 ? network_he(nn, 1, k, unit) : 0.0;
    for (int i = 0; i < nn->base.m; i++)
        axpy_u8_f64(w, values[(ptrdiff_t)i * n + unit] / 255.0,
                    dataset_x(nn->base.ds, nn->base.slots[i]), nn->n[0]);
}

/* The products of picture x with all others, from the place where they are kept, or made now. */
static const double *products(network *nn, const uint8_t *x) {
    for (int which = 0; which < LOOKS; which++) {
        double *kept = look_of(nn, which);
        uint8_t *bytes = (uint8_t *)(kept + nn->base.m + nn->n[1]);
        if (bytes[nn->n[0]] && memcmp(bytes, x, (size_t)nn->n[0]) == 0) return kept;
    }
    double *kept = look_of(nn, nn->next_look);
    uint8_t *bytes = (uint8_t *)(kept + nn->base.m + nn->n[1]);
    nn->next_look = (nn->next_look + 1) % LOOKS;
    for (int i = 0; i < nn->base.m; i++)
        kept[i] = dot_u8(dataset_x(nn->base.ds, nn->base.slots[i]), x, nn->n[0]);
    w0_times(nn, kept + nn->base.m, &x, 1);
    memcpy(bytes, x, (size_t)nn->n[0]);
    bytes[nn->n[0]] = 1;
    return kept;
}

static void look(network *nn, const void *x, double *z) {
    const double *kept = products(nn, x);
    int n = nn->n[1];
    memset(z, 0, (size_t)n * sizeof *z);
    matmul_f64(z, n, kept, nn->base.m, 1, nn->base.state, n, 1, n, nn->base.m);
    for (int u = 0; u < n; u++) z[u] = z[u] / (255.0 * 255.0) + kept[nn->base.m + u];
}

const first_layer first_gram = {
    .engine = ENGINE_GRAM,
    .state_bytes = state_bytes,
    .work_bytes = work_bytes,
    .prepare = prepare,
    .ready = ready,
    .forward = forward,
    .backward = backward,
    .update = update,
    .finite = finite,
    .row_madds = row_madds,
    .unit_w = unit_w,
    .look = look,
};
