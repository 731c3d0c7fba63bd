/* network_train.c -- passes and updates. A pass is over the current state: the training examples
 * forward and, for a full batch, backward, then the test examples forward. An epoch makes the next
 * state from it, in `next`, so that all that is read meanwhile belongs to one state. */
#include "chance.h"
#include "finite.h"
#include "network_impl.h"
#include "sigmoid.h"
#include <math.h>
#include <string.h>

/* A block of this many multiply-adds takes about two milliseconds. */
#define BLOCK_MADDS 3e7

void network_silence(const network *nn, int layer, double *values, int count) {
    if (nn->removal_count == 0) return;
    int n = nn->n[layer];
    for (int u = 0; u < n; u++)
        for (int i = 0; nn->gone[layer][u] && i < count; i++) values[(ptrdiff_t)i * n + u] = 0.0;
}

void network_forward(network *nn, const void *state, const int *which, int count) {
    const double *numbers = network_numbers(nn, state);
    for (int l = 1; l <= nn->layers; l++) {
        int n = nn->n[l], activation = l < nn->layers ? ACTIVATION_RELU : nn->activation;
        const double *b = numbers + nn->b_at[l];
        if (l == 1) {
            nn->first->forward(nn, state, which, count, nn->zs[1]);
            layer_bias(nn->zs[1], nn->as[1], b, count, n, activation);
        } else {
            layer_forward(nn->zs[l], nn->as[l], nn->as[l - 1], numbers + nn->w_at[l], b, count, n,
                          nn->n[l - 1], activation);
        }
        network_silence(nn, l, nn->as[l], count);
    }
}

/* dz of the output neuron: a - y with cross-entropy, (a - y) g'(z) with the squared error. */
static void output_dz(network *nn, const int *which, int count) {
    int L = nn->layers;
    double *z = nn->zs[L], *a = nn->as[L], *dz = nn->dzs[L], y[NETWORK_ROWS];
    for (int i = 0; i < count; i++) y[i] = nn->base.y[which[i]];
    if (nn->activation == ACTIVATION_SIGMOID) {
        forward_loss_f64(a, dz, z, y, count);
        return;
    }
    for (int i = 0; i < count; i++) dz[i] = a[i] - y[i];
    activation_backward(dz, dz, z, a, count, nn->activation);
    for (int i = 0; i < count; i++) dz[i] += 0.0; /* never -0, which a page would show */
}

/* Gradients grow by those of a block that has just been forward. */
static void backward(network *nn, const void *state, const int *which, int count) {
    const double *numbers = network_numbers(nn, state);
    output_dz(nn, which, count);
    for (int l = nn->layers; l >= 2; l--) {
        double *da = nn->dzs[l - 1];
        layer_backward(da, nn->gradient + nn->w_at[l], nn->gradient + nn->b_at[l], nn->dzs[l],
                       nn->as[l - 1], numbers + nn->w_at[l], nn->wt, count, nn->n[l], nn->n[l - 1]);
        activation_backward(da, da, nn->zs[l - 1], nn->as[l - 1], count * nn->n[l - 1],
                            ACTIVATION_RELU);
        network_silence(nn, l - 1, da, count);
    }
    double *db = nn->gradient + nn->b_at[1];
    for (int i = 0; i < count; i++)
        for (int u = 0; u < nn->n[1]; u++) db[u] += nn->dzs[1][(ptrdiff_t)i * nn->n[1] + u];
    nn->first->backward(nn, which, count, nn->dzs[1]);
}

static void clear_gradient(network *nn) {
    memset(nn->gradient, 0, nn->numbers * sizeof(double));
    if (nn->first->clear) nn->first->clear(nn);
}

/* Sums over `count` examples become means. */
static void mean_gradient(network *nn, int count) {
    for (size_t k = 0; k < nn->numbers; k++) nn->gradient[k] /= count;
    if (nn->first->mean) nn->first->mean(nn, count);
}

static void update(network *nn, void *state, const int *which, int count, double alpha) {
    double *numbers = network_numbers(nn, state);
    for (size_t k = 0; k < nn->numbers; k++) numbers[k] -= alpha * nn->gradient[k];
    nn->first->update(nn, state, which, count, alpha);
}

static double row_madds(const network *nn, int is_backward) {
    double madds = nn->first->row_madds(nn, is_backward);
    for (int l = 2; l <= nn->layers; l++)
        madds += (is_backward ? 2.0 : 1.0) * nn->n[l - 1] * (double)nn->n[l];
    return madds;
}

/* Examples of the next block: as many of `left` as are worth BLOCK_MADDS, but no fewer than 8. */
static int block(double *budget, double madds, int left) {
    double worth = BLOCK_MADDS / madds;
    int rows = worth > NETWORK_ROWS ? NETWORK_ROWS : worth < 8.0 ? 8 : (int)worth / 4 * 4;
    if (rows > left) rows = left;
    *budget -= rows * madds;
    return rows;
}

static void begin_pass(network *nn) {
    if (nn->full) clear_gradient(nn);
    for (int l = 1; l < nn->layers; l++) memset(nn->fires[l], 0, (size_t)nn->n[l] * sizeof(int));
}

static void finish_pass(network *nn) {
    int count = nn->base.m + nn->base.m_test;
    double train = 0.0, test = NAN;
    if (nn->activation == ACTIVATION_SIGMOID) {
        double *dz = nn->base.losses; /* of no use here, and losses come after */
        train = forward_loss_f64(nn->base.a, dz, nn->base.z, nn->base.y, nn->base.m);
        int m = nn->base.m;
        if (nn->base.m_test > 0)
            test = forward_loss_f64(nn->base.a + m, dz + m, nn->base.z + m, nn->base.y + m,
                                    nn->base.m_test);
        log_loss_f64(nn->base.losses, nn->base.z, nn->base.y, count);
    } else {
        activate(nn->base.a, nn->base.z, count, nn->activation);
        for (int i = 0; i < count; i++)
            nn->base.losses[i] =
                (nn->base.a[i] - nn->base.y[i]) * (nn->base.a[i] - nn->base.y[i]) / 2.0;
        for (int i = 0; i < nn->base.m; i++) train += nn->base.losses[i];
    }
    if (nn->full) mean_gradient(nn, nn->base.m);
    learner_passed(&nn->base, train, test);
}

static int is_ready(network *nn, double *budget) {
    return !nn->first->ready || nn->first->ready(nn, budget);
}

int network_pass(learner *base, double *budget) {
    network *nn = network_of(base);
    while (!nn->base.complete) {
        if (!is_ready(nn, budget)) return 0;
        if (nn->row == 0) begin_pass(nn);
        int training = nn->row < nn->base.m, learns = training && nn->full;
        int left = (training ? nn->base.m : nn->base.m + nn->base.m_test) - nn->row;
        const int *which = nn->places + nn->row;
        int count = block(budget, row_madds(nn, 0) + (learns ? row_madds(nn, 1) : 0.0), left);
        network_forward(nn, nn->base.state, which, count);
        memcpy(nn->base.z + nn->row, nn->zs[nn->layers], (size_t)count * sizeof(double));
        for (int l = 1; l < nn->layers && training; l++)
            layer_fires(nn->fires[l], nn->as[l], count, nn->n[l]);
        if (learns) backward(nn, nn->base.state, which, count);
        nn->row += count;
        if (nn->row == nn->base.m + nn->base.m_test)
            finish_pass(nn);
        else if (*budget <= 0.0)
            return 0;
    }
    return 1;
}

/* A block of a mini-batch, examples epoch_row .. of `order`; with its last one comes the update. */
static void some_of_batch(network *nn, double *budget) {
    int first = nn->epoch_row / nn->batch * nn->batch;
    int last = first + nn->batch < nn->base.m ? first + nn->batch : nn->base.m;
    if (nn->epoch_row == first) clear_gradient(nn);
    const int *which = nn->order + nn->epoch_row;
    int count = block(budget, row_madds(nn, 0) + row_madds(nn, 1), last - nn->epoch_row);
    network_forward(nn, nn->next, which, count);
    backward(nn, nn->next, which, count);
    nn->epoch_row += count;
    if (nn->epoch_row < last) return;
    mean_gradient(nn, last - first);
    update(nn, nn->next, nn->order + first, last - first, nn->epoch_alpha);
}

/* Begins an epoch: in `next`, with this alpha, which it keeps. */
static void begin_epoch(network *nn, double alpha) {
    memcpy(nn->next, nn->base.state, nn->base.state_bytes);
    nn->epoch_alpha = alpha;
    if (nn->full) return;
    chance_shuffle(nn->order, nn->base.m, chance_mix(nn->seed, (uint64_t)nn->base.time.t));
}

/* The pass of the current state must be complete for a full batch: its gradient comes with it. */
int network_next(learner *base, double *alpha, double *budget) {
    network *nn = network_of(base);
    if (nn->full && !network_pass(base, budget)) return 0;
    if (nn->epoch_row == 0) begin_epoch(nn, *alpha);
    *alpha = nn->epoch_alpha;
    if (nn->full) {
        update(nn, nn->next, nn->places, base->m, nn->epoch_alpha);
    } else {
        if (!is_ready(nn, budget)) return 0;
        while (nn->epoch_row < base->m) {
            some_of_batch(nn, budget);
            if (*budget <= 0.0 && nn->epoch_row < base->m) return 0;
        }
        nn->epoch_row = 0;
    }
    return base->kind->finite(base, nn->next) ? 1 : LEARNER_ERR_DIVERGED;
}

void network_step(learner *base, double alpha) {
    network *nn = network_of(base);
    (void)alpha; /* `next` was made with it */
    void *before = base->state;
    base->state = nn->next;
    nn->next = before;
}

double network_madds(const learner *base) {
    const network *nn = network_of(base);
    double forward = row_madds(nn, 0), learning = row_madds(nn, 1);
    if (!nn->full) learning += forward; /* J of the state takes a pass of its own */
    return nn->base.m * (forward + learning) + nn->base.m_test * forward;
}
