/* network.c -- see network.h: creation and reading. */
#include "network.h"
#include "chance.h"
#include "gram.h"
#include "network_impl.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

double network_he(const network *nn, int layer, int k, int u) {
    uint64_t index = (uint64_t)k * NETWORK_MAX_UNITS + (uint64_t)u;
    double deviation = sqrt(2.0 / nn->n[layer - 1]);
    return (float)(deviation * chance_bell(nn->seed * NETWORK_MAX_LAYERS + (uint64_t)layer, index));
}

void network_start(const network *nn, void *state) {
    memset(state, 0, nn->first_bytes + nn->numbers * sizeof(double));
    nn->first->start(nn, state);
    double *numbers = network_numbers(nn, state);
    for (int l = 2; l <= nn->layers; l++)
        for (int k = 0; k < nn->n[l - 1]; k++)
            for (int u = 0; u < nn->n[l]; u++)
                numbers[nn->w_at[l] + (size_t)k * (size_t)nn->n[l] + (size_t)u] =
                    network_he(nn, l, k, u);
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
    nn->m = dataset_count(ds, PART_TRAIN, 0) + dataset_count(ds, PART_TRAIN, 1);
    nn->m_test = dataset_count(ds, PART_TEST, 0) + dataset_count(ds, PART_TEST, 1);
    return 0;
}

double network_bytes(const dataset *ds, const int *hidden, int n_hidden, int engine) {
    network nn = {0};
    if (describe(&nn, ds, hidden, n_hidden, engine) != 0) return NAN;
    double units = 0.0;
    for (int l = 1; l <= nn.layers; l++) units += 3.0 * NETWORK_ROWS * nn.n[l];
    double numbers = 3.0 * (double)nn.numbers + units + 5.0 * ((double)nn.m + nn.m_test);
    return 2.0 * (double)first_bytes(&nn) + (double)nn.first->work_bytes(&nn) +
           numbers * sizeof(double);
}

/* Arrays of a block and of the example looked at. 0 or LOGREG_ERR_MEMORY. */
static int take_blocks(network *nn) {
    uint64_t most = 1;
    for (int l = 1; l <= nn->layers; l++) {
        uint64_t n = (uint64_t)nn->n[l];
        if (n > most) most = n;
        nn->zs[l] = descent_take((3 * NETWORK_ROWS + 2) * n, sizeof(double));
        nn->gone[l] = descent_take(n, 1);
        nn->fires[l] = descent_take(n, sizeof(int));
        if (!nn->zs[l] || !nn->gone[l] || !nn->fires[l]) return LOGREG_ERR_MEMORY;
        nn->as[l] = nn->zs[l] + NETWORK_ROWS * n;
        nn->dzs[l] = nn->as[l] + NETWORK_ROWS * n;
        nn->look_z[l] = nn->dzs[l] + NETWORK_ROWS * n;
        nn->look_a[l] = nn->look_z[l] + n;
    }
    nn->wt = descent_take(most * most, sizeof(double));
    nn->look_adds = descent_take(most, sizeof(double));
    return nn->wt && nn->look_adds ? 0 : LOGREG_ERR_MEMORY;
}

static int take_examples(network *nn) {
    uint64_t count = (uint64_t)nn->m + (uint64_t)nn->m_test;
    nn->slots = descent_take(3 * count, sizeof(int));
    nn->y = descent_take(4 * count, sizeof(double));
    if (!nn->slots || !nn->y) return LOGREG_ERR_MEMORY;
    nn->places = nn->slots + count;
    nn->order = nn->places + count;
    nn->z = nn->y + count;
    nn->a = nn->z + count;
    nn->losses = nn->a + count;
    for (int i = 0; i < nn->m + nn->m_test; i++) nn->slots[i] = nn->places[i] = nn->order[i] = i;
    if (!nn->ds) return 0;
    int train = dataset_list(nn->ds, PART_TRAIN, nn->slots, nn->y);
    dataset_list(nn->ds, PART_TEST, nn->slots + train, nn->y + train);
    return 0;
}

static int allocate(network *nn) {
    uint64_t first = first_bytes(nn);
    uint64_t bytes = first + nn->numbers * sizeof(double);
    if (first > INT32_MAX) return LOGREG_ERR_MEMORY;
    nn->first_bytes = (size_t)first;
    nn->state = descent_take(1, bytes);
    nn->next = descent_take(1, bytes);
    nn->gradient = descent_take(nn->numbers, sizeof(double));
    if (!nn->state || !nn->next || !nn->gradient) return LOGREG_ERR_MEMORY;
    if (take_examples(nn) != 0 || take_blocks(nn) != 0) return LOGREG_ERR_MEMORY;
    if (descent_init(&nn->time, (size_t)bytes) != 0) return LOGREG_ERR_MEMORY;
    return nn->first->prepare(nn);
}

/* The parts that both kinds have in common; frees nn when memory is short. */
static network *finish(network *nn, int batch, uint32_t seed) {
    nn->batch = batch <= 0 || batch > nn->m ? nn->m : batch;
    nn->full = nn->batch == nn->m;
    nn->seed = seed;
    if (allocate(nn) != 0) {
        network_free(nn);
        return NULL;
    }
    network_start(nn, nn->state);
    return nn;
}

network *network_create(dataset *ds, const int *hidden, int n_hidden, int engine, int batch,
                        uint32_t seed) {
    network shaped = {0};
    if (describe(&shaped, ds, hidden, n_hidden, engine) != 0 || shaped.m == 0) return NULL;
    if (engine == ENGINE_GRAM && (dataset_slots(ds) > GRAM_MAX_SLOTS || gram_missing(ds) > 0))
        return NULL;
    network *nn = calloc(1, sizeof *nn);
    if (!nn) return NULL;
    *nn = shaped;
    nn->ds = ds;
    nn->activation = ACTIVATION_SIGMOID;
    return finish(nn, batch, seed);
}

network *network_create_table(const double *x, const double *y, int m, int n_x, const int *hidden,
                              int n_hidden, int activation, int batch, uint32_t seed) {
    network shaped = {.first = &first_table, .m = m, .activation = activation};
    if (!x || !y || m < 1 || activation < ACTIVATION_LINEAR || activation > ACTIVATION_SIGMOID)
        return NULL;
    if (shape(&shaped, n_x, hidden, n_hidden) != 0) return NULL;
    if ((uint64_t)m * (uint64_t)n_x > NETWORK_MAX_TABLE) return NULL;
    network *nn = calloc(1, sizeof *nn);
    if (!nn) return NULL;
    *nn = shaped;
    nn = finish(nn, batch, seed);
    if (!nn) return NULL;
    memcpy(nn->work, x, (size_t)m * (size_t)n_x * sizeof(double));
    memcpy(nn->y, y, (size_t)m * sizeof(double));
    return nn;
}

void network_free(network *nn) {
    if (!nn) return;
    free(nn->slots);
    free(nn->y);
    free(nn->state);
    free(nn->next);
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
    descent_free(&nn->time);
    free(nn);
}

int network_iteration(const network *nn) { return nn->goal; }
int network_end(const network *nn) { return nn->time.end; }
const double *network_costs(const network *nn) { return nn->time.costs; }
const double *network_test_costs(const network *nn) { return nn->time.test_costs; }
int network_m(const network *nn) { return nn->m; }
int network_m_test(const network *nn) { return nn->m_test; }
const int *network_slots(const network *nn) { return nn->slots; }
const double *network_z(const network *nn) { return nn->z; }
const double *network_a(const network *nn) { return nn->a; }
const double *network_losses(network *nn) { return nn->losses; }

double network_accuracy(const network *nn, int part) {
    int from = part == PART_TRAIN ? 0 : nn->m;
    int to = part == PART_TRAIN ? nn->m : nn->m + nn->m_test;
    return share_right(nn->a + from, nn->y + from, to - from);
}

const int *network_fires(const network *nn, int layer) {
    return layer >= 1 && layer < nn->layers ? nn->fires[layer] : NULL;
}

int network_layers(const network *nn) { return nn->layers; }
int network_n(const network *nn, int layer) {
    return layer >= 0 && layer <= nn->layers ? nn->n[layer] : LOGREG_ERR_ARG;
}

static int is_layer(const network *nn, int layer) { return layer >= 1 && layer <= nn->layers; }

const double *network_w(const network *nn, int layer) {
    if (!is_layer(nn, layer) || (layer == 1 && nn->ds)) return NULL;
    return layer == 1 ? nn->state : network_numbers(nn, nn->state) + nn->w_at[layer];
}

const double *network_b(const network *nn, int layer) {
    return is_layer(nn, layer) ? network_numbers(nn, nn->state) + nn->b_at[layer] : NULL;
}

const double *network_dw(const network *nn, int layer) {
    if (!is_layer(nn, layer) || !nn->full || !nn->complete || (layer == 1 && nn->ds)) return NULL;
    return layer == 1 ? (const double *)nn->work + (size_t)nn->m * (size_t)nn->n[0]
                      : nn->gradient + nn->w_at[layer];
}

const double *network_db(const network *nn, int layer) {
    return is_layer(nn, layer) && nn->full && nn->complete ? nn->gradient + nn->b_at[layer] : NULL;
}

int network_unit_w(network *nn, int unit, double *w) {
    if (!nn || !w || unit < 0 || unit >= nn->n[1]) return LOGREG_ERR_ARG;
    nn->first->unit_w(nn, unit, w);
    return 0;
}

int network_unit_start(const network *nn, int unit, double *w) {
    if (!nn || !w || unit < 0 || unit >= nn->n[1]) return LOGREG_ERR_ARG;
    for (int k = 0; k < nn->n[0]; k++) w[k] = nn->layers > 1 ? network_he(nn, 1, k, unit) : 0.0;
    return 0;
}
