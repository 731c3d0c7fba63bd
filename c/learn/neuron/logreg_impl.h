/* logreg_impl.h -- what logreg.c and the three engines share, and nobody else sees.
 *
 * An iteration is a pass over all examples (training first, then test), in pieces of rows, and an
 * update. The pass leaves z, a and dz of the training examples, z of the test examples, and in
 * `loss_sum` the sum of the training losses. A state is the engine's numbers, b last. */
#ifndef LOGREG_IMPL_H
#define LOGREG_IMPL_H

#include "learner_impl.h"
#include "logreg.h"
#include <stddef.h>

typedef struct logreg logreg;

typedef struct {
    uint32_t number;            /* ENGINE_LOOP, ... */
    int (*prepare)(logreg *lr); /* allocates; 0 or LEARNER_ERR_MEMORY */
    void (*begin)(logreg *lr);  /* a new pass starts */
    void (*rows)(logreg *lr, int from, int to);
    void (*finish)(logreg *lr); /* all rows are done; NULL when that is all */
    void (*update)(const logreg *lr, void *state, double alpha); /* of the pass that is complete */
    void (*weights)(const logreg *lr, double *w);                /* w (n_x) of the current state */
    double (*b)(const logreg *lr);
    int (*finite)(const logreg *lr, const void *state);
    size_t (*state_bytes)(const logreg *lr);
    double (*row_madds)(const logreg *lr, int part); /* multiply-adds of one example in a pass */
    double (*bytes)(const dataset *ds, int m, int m_test);
} logreg_engine;

struct logreg {
    learner base;
    const logreg_engine *engine;
    int n_x, stride;
    void *next;     /* the state after the current one */
    double *dz;     /* (m + m_test) */
    double *w;      /* (n_x), made when w_valid is 0 */
    void *work;     /* the engine's own, one block of memory */
    int float_rows; /* vectorized: the rows are in work, as float32 */
    int copied;     /* rows of K or of floats that are in work */
    int row;        /* rows of the current pass already done */
    int w_valid;
    double loss_sum;
};

extern const logreg_engine engine_gram;
/* Weak: neuron.wasm is linked without them (build.sh). */
extern const logreg_engine engine_loop __attribute__((weak));
extern const logreg_engine engine_vectorized __attribute__((weak));

#endif
