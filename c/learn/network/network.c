/* network.c -- see network.h: creation and reading. */
#include "network.h"
#include "chance.h"
#include "finite.h"
#include "network_impl.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

double network_he(const network *nn, int layer, int k, int u) {
    uint64_t index = (uint64_t)k * NETWORK_MAX_UNITS + (uint64_t)u;
    double deviation = sqrt(2.0 / nn->n[layer - 1]);
    return (float)(deviation * chance_bell(nn->seed * NETWORK_MAX_LAYERS + (uint64_t)layer, index));
}

network *network_of(const learner *base) {
    return base && base->kind == &network_kind ? (network *)(uintptr_t)base : NULL;
}

/* Sizes and places, from n_x and the hidden layers. */
static int shape(network *nn, int n_x, const int *hidden, int n_hidden) {
    if (n_x < 1 || n_hidden < 0 || n_hidden > NETWORK_MAX_HIDDEN || (n_hidden > 0 && !hidden))
        return -1;
    nn->layers = n_hidden + 1;
    nn->n[0] = n_x;
    for (int l = 1; l <= n_hidden; l++) {
        if (hidden[l - 1] < 1 || hidden[l - 1] > NETWORK_MAX_UNITS) return -1;
        nn->n[l] = hidden[l - 1];
    }
    nn->n[nn->layers] = 1;
    for (int l = 1; l <= nn->layers; l++) {
        nn->w_at[l] = nn->numbers;
        if (l > 1) nn->numbers += (size_t)nn->n[l - 1] * (size_t)nn->n[l];
        nn->b_at[l] = nn->numbers;
        nn->numbers += (size_t)nn->n[l];
    }
    return 0;
}

/* Layer 1's part of a state, so that the numbers behind it stay aligned. */
static uint64_t first_bytes(const network *nn) {
    return (nn->first->state_bytes(nn) + 15) / 16 * 16;
}

static int describe(network *nn, const dataset *ds, const int *hidden, int n_hidden, int engine) {
    if (!ds || (engine != ENGINE_VECTORIZED && engine != ENGINE_GRAM)) return -1;
    if (shape(nn, dataset_n_x(ds), hidden, n_hidden) != 0) return -1;
    nn->first = engine == ENGINE_GRAM ? &first_gram : &first_direct;
    nn->base.m = learner_part(ds, PART_TRAIN);
    nn->base.m_test = learner_part(ds, PART_TEST);
    return 0;
}

double network_bytes(const dataset *ds, const int *hidden, int n_hidden, int engine) {
    network nn = {0};
    if (describe(&nn, ds, hidden, n_hidden, engine) != 0) return NAN;
    double units = 0.0;
    for (int l = 1; l <= nn.layers; l++) units += 3.0 * NETWORK_ROWS * nn.n[l];
    double numbers = 3.0 * (double)nn.numbers + units + 5.0 * ((double)nn.base.m + nn.base.m_test);
    return 2.0 * (double)first_bytes(&nn) + (double)nn.first->work_bytes(&nn) +
           numbers * sizeof(double);
}

/* Arrays of a block and of the example looked at. 0 or LEARNER_ERR_MEMORY. */
static int take_blocks(network *nn) {
    uint64_t most = 1;
    for (int l = 1; l <= nn->layers; l++) {
        uint64_t n = (uint64_t)nn->n[l];
        if (n > most) most = n;
        nn->zs[l] = descent_take((3 * NETWORK_ROWS + 2) * n, sizeof(double));
        nn->gone[l] = descent_take(n, 1);
        nn->fires[l] = descent_take(n, sizeof(int));
        if (!nn->zs[l] || !nn->gone[l] || !nn->fires[l]) return LEARNER_ERR_MEMORY;
        nn->as[l] = nn->zs[l] + NETWORK_ROWS * n;
        nn->dzs[l] = nn->as[l] + NETWORK_ROWS * n;
        nn->look_z[l] = nn->dzs[l] + NETWORK_ROWS * n;
        nn->look_a[l] = nn->look_z[l] + n;
    }
    nn->wt = descent_take(most * most, sizeof(double));
    nn->look_adds = descent_take(most, sizeof(double));
    return nn->wt && nn->look_adds ? 0 : LEARNER_ERR_MEMORY;
}

static int take_places(network *nn) {
    int count = nn->base.m + nn->base.m_test;
    nn->places = descent_take(2 * (uint64_t)count, sizeof(int));
    if (!nn->places) return LEARNER_ERR_MEMORY;
    nn->order = nn->places + count;
    for (int i = 0; i < count; i++) nn->places[i] = nn->order[i] = i;
    return 0;
}

static int allocate(network *nn) {
    uint64_t first = first_bytes(nn);
    if (first > INT32_MAX) return LEARNER_ERR_MEMORY;
    nn->first_bytes = (size_t)first;
    if (learner_take(&nn->base, first + nn->numbers * sizeof(double)) != 0)
        return LEARNER_ERR_MEMORY;
    nn->next = descent_take(1, nn->base.state_bytes);
    nn->gradient = descent_take(nn->numbers, sizeof(double));
    if (!nn->next || !nn->gradient) return LEARNER_ERR_MEMORY;
    if (take_places(nn) != 0 || take_blocks(nn) != 0) return LEARNER_ERR_MEMORY;
    return nn->first->prepare(nn);
}

/* The parts that both kinds have in common. NULL when memory is short. */
static network *made(const network *shaped, int batch, uint32_t seed) {
    network *nn = calloc(1, sizeof *nn);
    if (!nn) return NULL;
    *nn = *shaped;
    nn->base.kind = &network_kind;
    nn->batch = batch <= 0 || batch > nn->base.m ? nn->base.m : batch;
    nn->full = nn->batch == nn->base.m;
    nn->seed = seed;
    if (allocate(nn) != 0) {
        learner_free(&nn->base);
        return NULL;
    }
    network_start(&nn->base, nn->base.state);
    return nn;
}

learner *network_create(dataset *ds, const int *hidden, int n_hidden, int engine, int batch,
                        uint32_t seed) {
    network shaped = {.activation = ACTIVATION_SIGMOID, .base.ds = ds};
    if (describe(&shaped, ds, hidden, n_hidden, engine) != 0 || !learner_possible(ds, engine))
        return NULL;
    network *nn = made(&shaped, batch, seed);
    return nn ? &nn->base : NULL;
}

learner *network_create_table(const double *x, const double *y, int m, int n_x, const int *hidden,
                              int n_hidden, int activation, int batch, uint32_t seed) {
    network shaped = {.first = &first_table, .base.m = m, .activation = activation};
    if (!x || !y || m < 1 || activation < ACTIVATION_LINEAR || activation > ACTIVATION_SIGMOID)
        return NULL;
    if (shape(&shaped, n_x, hidden, n_hidden) != 0) return NULL;
    if ((uint64_t)m * (uint64_t)n_x > NETWORK_MAX_TABLE) return NULL;
    network *nn = made(&shaped, batch, seed);
    if (!nn) return NULL;
    memcpy(nn->work, x, (size_t)m * (size_t)n_x * sizeof(double));
    memcpy(nn->base.y, y, (size_t)m * sizeof(double));
    return &nn->base;
}

const int *network_fires(const learner *base, int layer) {
    const network *nn = network_of(base);
    return nn && layer >= 1 && layer < nn->layers ? nn->fires[layer] : NULL;
}

int network_layers(const learner *base) {
    const network *nn = network_of(base);
    return nn ? nn->layers : LEARNER_ERR_ARG;
}

int network_n(const learner *base, int layer) {
    const network *nn = network_of(base);
    return nn && layer >= 0 && layer <= nn->layers ? nn->n[layer] : LEARNER_ERR_ARG;
}

/* The network, when it has this layer; else NULL. */
static const network *with_layer(const learner *base, int layer) {
    const network *nn = network_of(base);
    return nn && layer >= 1 && layer <= nn->layers ? nn : NULL;
}

const double *network_w(const learner *base, int layer) {
    const network *nn = with_layer(base, layer);
    if (!nn || (layer == 1 && base->ds)) return NULL;
    return layer == 1 ? base->state : network_numbers(nn, base->state) + nn->w_at[layer];
}

const double *network_b(const learner *base, int layer) {
    const network *nn = with_layer(base, layer);
    return nn ? network_numbers(nn, base->state) + nn->b_at[layer] : NULL;
}

const void *network_state(const learner *base) {
    return network_of(base) && base->ds ? base->state : NULL;
}

/* Gradients are those of a state only when its pass makes them all. */
static int has_gradient(const network *nn) { return nn && nn->full && nn->base.complete; }

const double *network_dw(const learner *base, int layer) {
    const network *nn = with_layer(base, layer);
    if (!has_gradient(nn) || (layer == 1 && base->ds)) return NULL;
    return layer == 1 ? (const double *)nn->work + (size_t)base->m * (size_t)nn->n[0]
                      : nn->gradient + nn->w_at[layer];
}

const double *network_db(const learner *base, int layer) {
    const network *nn = with_layer(base, layer);
    return has_gradient(nn) ? nn->gradient + nn->b_at[layer] : NULL;
}

int network_unit_w(learner *base, int unit, double *w) {
    network *nn = network_of(base);
    if (!nn || !w || unit < 0 || unit >= nn->n[1]) return LEARNER_ERR_ARG;
    nn->first->unit_w(nn, unit, w);
    return 0;
}

int network_unit_start(const learner *base, int unit, double *w) {
    const network *nn = network_of(base);
    if (!nn || !w || unit < 0 || unit >= nn->n[1]) return LEARNER_ERR_ARG;
    for (int k = 0; k < nn->n[0]; k++) w[k] = nn->layers > 1 ? network_he(nn, 1, k, unit) : 0.0;
    return 0;
}

static double output_b(const learner *base) { return *network_b(base, network_of(base)->layers); }

static const double *losses(learner *base) { return base->losses; }

static int finite(const learner *base, const void *state) {
    const network *nn = network_of(base);
    return nn->first->finite(nn, state) && finite_f64(network_numbers(nn, state), nn->numbers);
}

static void numbers_of_shape(const learner *base, uint32_t numbers[LEARNER_SHAPE]) {
    const network *nn = network_of(base);
    const uint32_t of[LEARNER_SHAPE] = {
        1,
        (uint32_t)nn->first->engine,
        (uint32_t)base->m,
        (uint32_t)base->m_test,
        (uint32_t)nn->n[0],
        (uint32_t)nn->layers,
        (uint32_t)nn->n[1],
        (uint32_t)nn->n[2],
        (uint32_t)nn->n[3],
        (uint32_t)nn->n[4],
        (uint32_t)nn->activation,
        (uint32_t)nn->batch,
        (uint32_t)nn->seed,
    };
    memcpy(numbers, of, sizeof of);
}

static void free_own(learner *base) {
    network *nn = network_of(base);
    free(nn->places);
    free(nn->next);
    free(nn->given);
    free(nn->gradient);
    free(nn->work);
    for (int l = 1; l <= nn->layers; l++) {
        free(nn->zs[l]);
        free(nn->gone[l]);
        free(nn->fires[l]);
    }
    free(nn->wt);
    free(nn->look_adds);
    free(nn->removals);
}

const learner_kind network_kind = {
    .start = network_start,
    .pass = network_pass,
    .next = network_next,
    .step = network_step,
    .changed = network_changed,
    .forget_ahead = network_forget_removals_ahead,
    .reset = network_reset,
    .free = free_own,
    .losses = losses,
    .predict = network_predict,
    .b = output_b,
    .madds = network_madds,
    .shape = numbers_of_shape,
    .finite = finite,
    .more_bytes = network_more_bytes,
    .more_get = network_more_get,
    .more_fits = network_more_fits,
    .more_put = network_more_put,
};
