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

#include "layer.h"
#include "learner_impl.h"
#include "network.h"
#include <stddef.h>

#define NETWORK_ROWS 64
#define NETWORK_MAX_LAYERS (NETWORK_MAX_HIDDEN + 1)

typedef struct network network;

/* Layer 1 without its b. `w` points to its part of a state. What one way of doing it has no need of
 * is NULL: ready, start, clear, mean. */
typedef struct {
    int engine; /* of the shape of a state's bytes */
    uint64_t (*state_bytes)(const network *nn);
    uint64_t (*work_bytes)(const network *nn); /* of the rest that prepare takes */
    int (*prepare)(network *nn);               /* 0 or LEARNER_ERR_MEMORY */
    int (*ready)(network *nn, double *budget); /* does what is needed once: 1 when it is done */
    void (*start)(const network *nn, void *w); /* He initialisation of what is not 0 */
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
    learner base;
    const first_layer *first;
    int layers, n[NETWORK_MAX_LAYERS + 1], activation;
    int batch, full; /* full: batch is m */
    uint64_t seed;

    int *places, *order;         /* 0 1 2 ... (m + m_test), and the order of an epoch (m) */
    void *next;                  /* the state that an epoch is making */
    void *given;                 /* a table's state 0, when it is not the seed's */
    double *gradient;            /* of the numbers after layer 1's own */
    size_t first_bytes, numbers; /* of layer 1 in a state; how many float64 numbers follow */
    size_t w_at[NETWORK_MAX_LAYERS + 1],
        b_at[NETWORK_MAX_LAYERS + 1];                                /* where among those numbers */
    void *work;                                                      /* layer 1's own */
    double *zs[NETWORK_MAX_LAYERS + 1], *as[NETWORK_MAX_LAYERS + 1]; /* of a block: (rows, n[l]) */
    double *dzs[NETWORK_MAX_LAYERS + 1], *wt;
    double *look_z[NETWORK_MAX_LAYERS + 1], *look_a[NETWORK_MAX_LAYERS + 1], *look_adds;

    int prepared;  /* rows that layer 1 has made ready */
    int next_look; /* where layer 1 keeps what it makes of the next picture looked at */
    int row;       /* rows of the current pass already done */
    int *fires[NETWORK_MAX_LAYERS + 1]; /* (n[l]) training examples of the pass with a > 0 */
    int epoch_row;                      /* examples of the current epoch already used */
    double epoch_alpha;
    uint8_t *gone[NETWORK_MAX_LAYERS + 1]; /* (n[l]) neurons taken out of the current state */
    removal *removals;
    int removal_count, removal_room;
};

extern const learner_kind network_kind;
extern const first_layer first_direct, first_gram, first_table;

/* The float64 numbers of a state. */
static inline double *network_numbers(const network *nn, const void *state) {
    return (double *)((char *)(uintptr_t)state + nn->first_bytes);
}

/* W0(k, u) of layer l: He et al. 2015, variance 2 / n[l-1]. A float32 number, so that layer 1
 * starts with the same W in every engine. */
double network_he(const network *nn, int layer, int k, int u);

/* The network that a learner is; NULL for another one. */
network *network_of(const learner *base);

/* z and a of a block: state, the examples at places `which` (count). Neurons that are gone have a =
 * 0. */
void network_forward(network *nn, const void *state, const int *which, int count);

/* Neurons of layer l that are gone have value 0 in these rows. */
void network_silence(const network *nn, int layer, double *values, int count);

/* What the table of its kind is filled with, from network_train.c, network_look.c and
 * network_time.c. */
int network_pass(learner *base, double *budget);
int network_next(learner *base, double *alpha, double *budget);
void network_step(learner *base, double alpha);
double network_madds(const learner *base);
void network_predict(learner *base, const void *x, double y, double out[4]);
void network_start(const learner *base, void *state);
void network_changed(learner *base);
void network_forget_removals_ahead(learner *base);
void network_reset(learner *base);
size_t network_more_bytes(const learner *base);
void network_more_get(const learner *base, uint8_t *bytes);
int network_more_fits(const learner *base, const uint8_t *bytes, size_t size, int end);
int network_more_put(learner *base, const uint8_t *bytes, size_t size);

#endif
