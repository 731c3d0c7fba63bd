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
    for (int i = 0; i < count; i++) y[i] = nn->y[which[i]];
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
    nn->first->clear(nn);
}

/* Sums over `count` examples become means. */
static void mean_gradient(network *nn, int count) {
    for (size_t k = 0; k < nn->numbers; k++) nn->gradient[k] /= count;
    nn->first->mean(nn, count);
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
    int count = nn->m + nn->m_test;
    double train = 0.0, test = NAN;
    if (nn->activation == ACTIVATION_SIGMOID) {
        double *dz = nn->losses; /* of no use here, and losses come after */
        train = forward_loss_f64(nn->a, dz, nn->z, nn->y, nn->m);
        int m = nn->m;
        if (nn->m_test > 0)
            test = forward_loss_f64(nn->a + m, dz + m, nn->z + m, nn->y + m, nn->m_test);
        log_loss_f64(nn->losses, nn->z, nn->y, count);
    } else {
        activate(nn->a, nn->z, count, nn->activation);
        for (int i = 0; i < count; i++)
            nn->losses[i] = (nn->a[i] - nn->y[i]) * (nn->a[i] - nn->y[i]) / 2.0;
        for (int i = 0; i < nn->m; i++) train += nn->losses[i];
    }
    nn->time.costs[nn->time.t] = train / nn->m;
    nn->time.test_costs[nn->time.t] = test / nn->m_test;
    if (nn->full) mean_gradient(nn, nn->m);
    nn->complete = 1;
}

/* Goes on with the pass of the current state: 1 when it is complete, 0 to be called again. */
static int pass(network *nn, double *budget) {
    while (!nn->complete) {
        if (!nn->first->ready(nn, budget)) return 0;
        if (nn->row == 0) begin_pass(nn);
        int training = nn->row < nn->m, learns = training && nn->full;
        int left = (training ? nn->m : nn->m + nn->m_test) - nn->row;
        const int *which = nn->places + nn->row;
        int count = block(budget, row_madds(nn, 0) + (learns ? row_madds(nn, 1) : 0.0), left);
        network_forward(nn, nn->state, which, count);
        memcpy(nn->z + nn->row, nn->zs[nn->layers], (size_t)count * sizeof(double));
        for (int l = 1; l < nn->layers && training; l++)
            layer_fires(nn->fires[l], nn->as[l], count, nn->n[l]);
        if (learns) backward(nn, nn->state, which, count);
        nn->row += count;
        if (nn->row == nn->m + nn->m_test)
            finish_pass(nn);
        else if (*budget <= 0.0)
            return 0;
    }
    return 1;
}

/* A block of a mini-batch, examples epoch_row .. of `order`; with its last one comes the update. */
static void some_of_batch(network *nn, double *budget) {
    int first = nn->epoch_row / nn->batch * nn->batch;
    int last = first + nn->batch < nn->m ? first + nn->batch : nn->m;
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

/* Makes the next state in `next`: 1 when it is made, 0 to be called again, LOGREG_ERR_DIVERGED. The
 * pass of the current state must be complete for a full batch. An epoch keeps the alpha it began
 * with. */
static int epoch(network *nn, double alpha, double *budget) {
    size_t bytes = nn->first_bytes + nn->numbers * sizeof(double);
    if (nn->epoch_row == 0) {
        memcpy(nn->next, nn->state, bytes);
        nn->epoch_alpha = alpha;
        if (!nn->full) chance_shuffle(nn->order, nn->m, chance_mix(nn->seed, (uint64_t)nn->time.t));
    }
    if (nn->full) {
        update(nn, nn->next, nn->places, nn->m, nn->epoch_alpha);
    } else {
        if (!nn->first->ready(nn, budget)) return 0;
        while (nn->epoch_row < nn->m) {
            some_of_batch(nn, budget);
            if (*budget <= 0.0 && nn->epoch_row < nn->m) return 0;
        }
        nn->epoch_row = 0;
    }
    int finite =
        nn->first->finite(nn, nn->next) && finite_f64(network_numbers(nn, nn->next), nn->numbers);
    return finite ? 1 : LOGREG_ERR_DIVERGED;
}

/* The next state is made: it becomes the current one. */
static void step_on(network *nn) {
    void *before = nn->state;
    nn->state = nn->next;
    nn->next = before;
    network_changed(nn);
}

int network_catch_up(network *nn, double *budget) {
    while (nn->time.t < nn->goal) {
        if (nn->full && !pass(nn, budget)) return 0;
        if (epoch(nn, nn->time.alphas[nn->time.t], budget) != 1) return 0;
        nn->time.t++;
        step_on(nn);
        if (*budget <= 0.0 && nn->time.t < nn->goal) return 0;
    }
    return 1;
}

int network_train(network *nn, double alpha, int iterations, double max_madds) {
    if (!nn || !(alpha > 0.0) || !isfinite(alpha) || iterations < 0) return LOGREG_ERR_ARG;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    int done = 0;
    if (!network_catch_up(nn, &budget)) return 0;
    while (done < iterations) {
        descent *time = &nn->time;
        if (time->t >= LOGREG_MAX_ITERATIONS) return done > 0 ? done : LOGREG_ERR_END;
        if (descent_reserve(time, time->t + 1) != 0) return done > 0 ? done : LOGREG_ERR_MEMORY;
        if (!pass(nn, &budget)) break;
        if (!isfinite(time->costs[time->t])) return done > 0 ? done : LOGREG_ERR_DIVERGED;
        int made = epoch(nn, alpha, &budget);
        if (made == 0) break;
        if (made < 0) return done > 0 ? done : made;
        network_forget_removals_ahead(nn);
        descent_advance(time, nn->epoch_alpha, nn->state);
        step_on(nn);
        nn->goal = time->t;
        done++;
        if (budget <= 0.0) break;
    }
    return done;
}

int network_evaluate(network *nn, double max_madds) {
    if (!nn) return LOGREG_ERR_ARG;
    double budget = max_madds > 0.0 ? max_madds : 0.0;
    return network_catch_up(nn, &budget) && pass(nn, &budget);
}

double network_madds(const network *nn) {
    double forward = row_madds(nn, 0), learning = row_madds(nn, 1);
    if (!nn->full) learning += forward; /* J of the state takes a pass of its own */
    return nn->m * (forward + learning) + nn->m_test * forward;
}
