/* network_impl.h -- what the files of a network share, and nobody else sees: network.c (creation,
 * reading), network_train.c (passes, updates), network_time.c (rewinding, neurons taken out),
 * network_look.c (one example), and layer 1 in its three ways: first_direct.c, first_gram.c,
 * first_table.c.
 *
 * Parameters lie in one block of memory, a state: what layer 1 has for W[1] (its own affair), then
 * the float64 numbers b[1], W[2], b[2], ... Examples are worked on in blocks of up to NETWORK_ROWS,
 * named by their places in `slots`. */
#ifndef NETWORK_IMPL_H
#define NETWORK_IMPL_H

#include "descent.h"
#include "layer.h"
#include "network.h"
#include <stddef.h>

#define NETWORK_ROWS 64
#define NETWORK_MAX_LAYERS (NETWORK_MAX_HIDDEN + 1)

/* Layer 1 without its b. `w` points to its part of a state. */
typedef struct {
    uint64_t (*state_bytes)(const network *nn);
    uint64_t (*work_bytes)(const network *nn); /* of the rest that prepare takes */
    int (*prepare)(network *nn);               /* 0 or LOGREG_ERR_MEMORY */
    int (*ready)(network *nn, double *budget); /* does what is needed once: 1 when it is done */
    void (*start)(const network *nn, void *w); /* He initialisation; 0 with no hidden layer */
    void (*forward)(network *nn, const void *w, const int *which, int count, double *z);
    void (*clear)(network *nn); /* the gradient is 0 */
    void (*backward)(network *nn, const int *which, int count, const double *dz); /* it grows */
    void (*mean)(network *nn, int count); /* and is complete, of so many examples */
    void (*update)(network *nn, void *w, const int *which, int count, double alpha);
    int (*finite)(const network *nn, const void *w);
    double (*row_madds)(const network *nn, int backward); /* multiply-adds an example */
    void (*unit_w)(network *nn, int unit, double *w);
    void (*look)(network *nn, const void *x, double *z); /* z (n[1]) of any example x */
} first_layer;

typedef struct {
    int t, layer, unit, removed;
} removal;

struct network {
    dataset *ds; /* NULL: a table */
    const first_layer *first;
    int layers, n[NETWORK_MAX_LAYERS + 1], activation;
    int m, m_test, batch, full; /* full: batch is m */
    uint64_t seed;

    int *slots, *places, *order; /* (m + m_test) slots, 0 1 2 ..., and the order of an epoch (m) */
    double *y, *z, *a, *losses;  /* (m + m_test) */
    void *state, *next;          /* next: the state that an epoch is making */
    double *gradient;            /* of the numbers after layer 1's own */
    size_t first_bytes, numbers; /* of layer 1 in a state; how many float64 numbers follow */
    size_t w_at[NETWORK_MAX_LAYERS + 1],
        b_at[NETWORK_MAX_LAYERS + 1];                                /* where among those numbers */
    void *work;                                                      /* layer 1's own */
    double *zs[NETWORK_MAX_LAYERS + 1], *as[NETWORK_MAX_LAYERS + 1]; /* of a block: (rows, n[l]) */
    double *dzs[NETWORK_MAX_LAYERS + 1], *wt;
    double *look_z[NETWORK_MAX_LAYERS + 1], *look_a[NETWORK_MAX_LAYERS + 1], *look_adds;

    descent time;
    int goal;      /* the state asked for: time.t is on its way there */
    int prepared;  /* rows that layer 1 has made ready */
    int next_look; /* where layer 1 keeps what it makes of the next picture looked at */
    int row;       /* rows of the current pass already done */
    int *fires[NETWORK_MAX_LAYERS + 1]; /* (n[l]) training examples of the pass with a > 0 */
    int complete;                       /* the pass of state time.t is done */
    int epoch_row;                      /* examples of the current epoch already used */
    double epoch_alpha;
    uint8_t *gone[NETWORK_MAX_LAYERS + 1]; /* (n[l]) neurons taken out of the current state */
    removal *removals;
    int removal_count, removal_room;
};

extern const first_layer first_direct, first_gram, first_table;

/* The float64 numbers of a state. */
static inline double *network_numbers(const network *nn, const void *state) {
    return (double *)((char *)(uintptr_t)state + nn->first_bytes);
}

/* W0(k, u) of layer l: He et al. 2015, variance 2 / n[l-1]. A float32 number, so that layer 1
 * starts with the same W in every engine. */
double network_he(const network *nn, int layer, int k, int u);

/* The state that the seed gives. */
void network_start(const network *nn, void *state);

/* z and a of a block: state, the examples at places `which` (count). Neurons that are gone have a =
 * 0. */
void network_forward(network *nn, const void *state, const int *which, int count);

/* Neurons of layer l that are gone have value 0 in these rows. */
void network_silence(const network *nn, int layer, double *values, int count);

/* Does again the iterations on the way to the state asked for: 1 when it is reached. */
int network_catch_up(network *nn, double *budget);

/* The current state is another one, or has other neurons. */
void network_changed(network *nn);

/* Of what was taken out and put back, what came after the current state. */
void network_forget_removals_ahead(network *nn);

#endif
