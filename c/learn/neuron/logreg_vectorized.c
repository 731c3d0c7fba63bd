/* logreg_vectorized.c -- each example is read once an iteration: z by a dot product, then dw by an
 * axpy while the row is still in cache, four rows a pass so that w and dw are loaded once for four.
 * Rows are kept as float32 while that takes at most ROWS_BYTES and memory allows; else bytes are
 * widened in registers. Features stay bytes 0..255; the factor 1/255 is applied to sums. */
#include "finite.h"
#include "kernels.h"
#include "logreg_impl.h"
#include "rows.h"
#include "sigmoid.h"
#include <string.h>

#define ROWS_BYTES ((uint64_t)256 << 20)

/* work: dw (stride), a row of zeros (stride) to fill the last four, then the rows (or none). */
static float *dw_of(const logreg *lr) { return lr->work; }
static const float *zero_row(const logreg *lr) { return dw_of(lr) + lr->stride; }
static float *row_of(const logreg *lr, int i) {
    return dw_of(lr) + (size_t)(i + 2) * (size_t)lr->stride;
}

static uint64_t rows_bytes(const dataset *ds, int count) {
    return (uint64_t)count * (uint64_t)dataset_stride(ds) * sizeof(float);
}

static size_t state_bytes(const logreg *lr) { return ((size_t)lr->stride + 1) * sizeof(float); }

static double bytes(const dataset *ds, int m, int m_test) {
    uint64_t rows = rows_bytes(ds, m + m_test);
    return (double)(rows <= ROWS_BYTES ? rows : 0) + 4.0 * dataset_stride(ds) * sizeof(float);
}

static double row_madds(const logreg *lr, int part) {
    return part == PART_TRAIN ? 2.0 * lr->n_x : lr->n_x;
}

/* dw, the zeros and `count` rows. */
static float *take_rows(const logreg *lr, int count) {
    return descent_take((uint64_t)count + 2, (uint64_t)lr->stride * sizeof(float));
}

static int prepare(logreg *lr) {
    int count = lr->base.m + lr->base.m_test;
    if (rows_bytes(lr->base.ds, count) <= ROWS_BYTES) lr->work = take_rows(lr, count);
    lr->float_rows = lr->work != NULL;
    if (!lr->work) lr->work = take_rows(lr, 0);
    return lr->work ? 0 : LEARNER_ERR_MEMORY;
}

/* Makes the float rows up to `to`, those that are not there yet: with the first pass, so that no
 * call has to make all of them. */
static void widen_rows(logreg *lr, int to) {
    for (; lr->copied < to; lr->copied++)
        widen_u8_f32(row_of(lr, lr->copied), dataset_x(lr->base.ds, lr->base.slots[lr->copied]),
                     lr->stride);
}

static void begin(logreg *lr) {
    memset(dw_of(lr), 0, (size_t)lr->stride * sizeof(float));
    lr->loss_sum = 0.0;
}

/* z, a, dz and the loss of up to four examples from their sums w.x (of bytes). */
static void forward(logreg *lr, int i, int count, float z[4], float dz[4]) {
    float a[4], y[4] = {0};
    float b = ((const float *)lr->base.state)[lr->stride];
    for (int r = 0; r < 4; r++) z[r] = r < count ? z[r] / 255.0f + b : 0.0f;
    for (int r = 0; r < count; r++) y[r] = (float)lr->base.y[i + r];
    double loss_sum = forward_loss_f32(a, dz, z, y, count);
    for (int r = count; r < 4; r++) dz[r] = 0.0f;
    for (int r = 0; r < count; r++) {
        lr->base.z[i + r] = z[r];
        lr->base.a[i + r] = a[r];
        lr->dz[i + r] = dz[r];
    }
    if (i < lr->base.m) lr->loss_sum += loss_sum;
}

static void four_floats(logreg *lr, int i, int count) {
    const float *x[4];
    float z[4], dz[4];
    for (int r = 0; r < 4; r++) x[r] = r < count ? row_of(lr, i + r) : zero_row(lr);
    dot4_f32(z, lr->base.state, x, lr->stride);
    forward(lr, i, count, z, dz);
    if (i < lr->base.m) axpy4_f32(dw_of(lr), dz, x, lr->stride);
}

static void four_bytes(logreg *lr, int i, int count) {
    const uint8_t *x[4];
    float z[4], dz[4];
    /* The row of float zeros is a row of zero bytes as well. */
    const uint8_t *zeros = (const uint8_t *)zero_row(lr);
    for (int r = 0; r < 4; r++)
        x[r] = r < count ? dataset_x(lr->base.ds, lr->base.slots[i + r]) : zeros;
    dot4_u8(z, lr->base.state, x, lr->stride);
    forward(lr, i, count, z, dz);
    if (i < lr->base.m) axpy4_u8(dw_of(lr), dz, x, lr->stride);
}

static void rows(logreg *lr, int from, int to) {
    if (lr->float_rows) widen_rows(lr, to);
    for (int i = from; i < to; i += 4) {
        int count = to - i < 4 ? to - i : 4;
        if (lr->float_rows)
            four_floats(lr, i, count);
        else
            four_bytes(lr, i, count);
    }
}

static void update(const logreg *lr, void *state, double alpha) {
    float *w = state;
    double db = 0.0;
    for (int i = 0; i < lr->base.m; i++) db += lr->dz[i];
    axpy_f32(w, (float)(-alpha / lr->base.m / 255.0), dw_of(lr), lr->stride);
    w[lr->stride] -= (float)(alpha * db / lr->base.m);
}

static void weights(const logreg *lr, double *w) {
    const float *state = lr->base.state;
    for (int j = 0; j < lr->n_x; j++) w[j] = state[j];
}

static double b(const logreg *lr) { return ((const float *)lr->base.state)[lr->stride]; }

static int finite(const logreg *lr, const void *state) {
    return finite_f32(state, (size_t)lr->stride + 1);
}

const logreg_engine engine_vectorized = {
    .number = ENGINE_VECTORIZED,
    .prepare = prepare,
    .begin = begin,
    .rows = rows,
    .update = update,
    .weights = weights,
    .b = b,
    .finite = finite,
    .state_bytes = state_bytes,
    .row_madds = row_madds,
    .bytes = bytes,
};
