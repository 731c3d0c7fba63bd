/* first_direct.c -- layer 1 on pictures as they are: W[1] (n_x, n[1]) and the products in float32.
 * Bytes are widened a tile of FEATURES at a time and stay bytes in memory; the factor 1/255 is
 * applied to sums. Sums of a tile are float32, those of the tiles are added up in float64. work: dW
 * (n_x, n[1]), a tile of pictures, a tile of sums, dz as float32. */
#include "finite.h"
#include "kernels.h"
#include "matmul.h"
#include "network_impl.h"
#include "rows.h"
#include <string.h>

#define FEATURES 512
/* From one row of a tile to the next: not a power of two, which would put a column of a tile into
 * few of the sets of a cache. */
#define STRIDE (FEATURES + 16)

static uint64_t weights(const network *nn) { return (uint64_t)nn->n[0] * (uint64_t)nn->n[1]; }

static float *dw_of(const network *nn) { return nn->work; }
static float *tile_of(const network *nn) { return dw_of(nn) + weights(nn); }
static float *sums_of(const network *nn) { return tile_of(nn) + NETWORK_ROWS * STRIDE; }
static float *dz_of(const network *nn) { return sums_of(nn) + NETWORK_ROWS * nn->n[1]; }

static uint64_t state_bytes(const network *nn) { return weights(nn) * sizeof(float); }

static uint64_t work_bytes(const network *nn) {
    uint64_t units = 2 * NETWORK_ROWS * (uint64_t)nn->n[1];
    return (weights(nn) + NETWORK_ROWS * STRIDE + units) * sizeof(float);
}

static int prepare(network *nn) {
    nn->work = descent_take(work_bytes(nn), 1);
    return nn->work ? 0 : LEARNER_ERR_MEMORY;
}

static void start(const network *nn, void *w) {
    float *values = w;
    for (int k = 0; k < nn->n[0] && nn->layers > 1; k++)
        for (int u = 0; u < nn->n[1]; u++)
            values[(ptrdiff_t)k * nn->n[1] + u] = (float)network_he(nn, 1, k, u);
}

/* Features from .. of these pictures as float32; returns how many. A picture's bytes end in zeros
 * up to a multiple of 16. */
static int widen(network *nn, const int *which, int count, int from) {
    int features = nn->n[0] - from < FEATURES ? nn->n[0] - from : FEATURES;
    for (int i = 0; i < count; i++)
        widen_u8_f32(tile_of(nn) + (ptrdiff_t)i * STRIDE,
                     dataset_x(nn->base.ds, nn->base.slots[which[i]]) + from,
                     (features + 15) / 16 * 16);
    return features;
}

static void forward(network *nn, const void *w, const int *which, int count, double *z) {
    int n = nn->n[1];
    float *sums = sums_of(nn);
    memset(z, 0, (size_t)count * (size_t)n * sizeof *z);
    for (int from = 0; from < nn->n[0]; from += FEATURES) {
        int features = widen(nn, which, count, from);
        memset(sums, 0, (size_t)count * (size_t)n * sizeof *sums);
        matmul_f32(sums, n, tile_of(nn), STRIDE, 1, (const float *)w + (ptrdiff_t)from * n, n,
                   count, n, features);
        for (int i = 0; i < count * n; i++) z[i] += sums[i];
    }
    for (int i = 0; i < count * n; i++) z[i] /= 255.0;
}

static void clear(network *nn) { memset(dw_of(nn), 0, (size_t)state_bytes(nn)); }

static void backward(network *nn, const int *which, int count, const double *dz) {
    int n = nn->n[1];
    float *dz32 = dz_of(nn);
    for (int i = 0; i < count * n; i++) dz32[i] = (float)dz[i];
    for (int from = 0; from < nn->n[0]; from += FEATURES) {
        int features = widen(nn, which, count, from);
        matmul_f32(dw_of(nn) + (ptrdiff_t)from * n, n, tile_of(nn), 1, STRIDE, dz32, n, features, n,
                   count);
    }
}

static void update(network *nn, void *w, const int *which, int count, double alpha) {
    (void)which;
    axpy_f32(w, (float)(-alpha / count / 255.0), dw_of(nn), (int)weights(nn));
}

static int finite(const network *nn, const void *w) { return finite_f32(w, (size_t)weights(nn)); }

static double row_madds(const network *nn, int is_backward) {
    (void)is_backward;
    return (double)weights(nn);
}

static void unit_w(network *nn, int unit, double *w) {
    const float *values = nn->base.state;
    for (int k = 0; k < nn->n[0]; k++) w[k] = values[(ptrdiff_t)k * nn->n[1] + unit];
}

static void look(network *nn, const void *x, double *z) {
    const float *w = nn->base.state;
    const uint8_t *bytes = x;
    int n = nn->n[1];
    memset(z, 0, (size_t)n * sizeof *z);
    for (int k = 0; k < nn->n[0]; k++, w += n)
        for (int u = 0; u < n; u++) z[u] += (double)w[u] * bytes[k];
    for (int u = 0; u < n; u++) z[u] /= 255.0;
}

const first_layer first_direct = {
    .engine = ENGINE_VECTORIZED,
    .state_bytes = state_bytes,
    .work_bytes = work_bytes,
    .prepare = prepare,
    .start = start,
    .forward = forward,
    .clear = clear,
    .backward = backward,
    .update = update,
    .finite = finite,
    .row_madds = row_madds,
    .unit_w = unit_w,
    .look = look,
};
