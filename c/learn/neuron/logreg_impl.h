/* logreg_impl.h -- what logreg.c and the three engines share, and nobody else sees.
 *
 * An iteration is a pass over all examples (training first, then test), in pieces of rows, and an
 * update. The pass leaves z, a and dz of the training examples, z of the test examples, and in
 * `loss_sum` the sum of the training losses. */
#ifndef LOGREG_IMPL_H
#define LOGREG_IMPL_H

#include "descent.h"
#include "logreg.h"
#include <stddef.h>

typedef struct {
    int (*prepare)(logreg *lr); /* allocates; 0 or LOGREG_ERR_MEMORY */
    void (*begin)(logreg *lr);  /* a new pass starts */
    void (*rows)(logreg *lr, int from, int to);
    void (*finish)(logreg *lr); /* all rows are done */
    void (*update)(logreg *lr, double alpha);
    void (*weights)(logreg *lr, double *w); /* w (n_x) of the current state */
    size_t (*state_bytes)(const logreg *lr);
    double (*row_madds)(const logreg *lr, int part); /* multiply-adds of one example in a pass */
    double (*bytes)(const dataset *ds, int m, int m_test);
} logreg_engine;

struct logreg {
    dataset *ds;
    const logreg_engine *engine;
    int m, m_test, n_x, stride;
    int *slots;                      /* (m + m_test) */
    double *y, *z, *a, *dz, *losses; /* (m + m_test) */
    double *w;                       /* (n_x), made when w_valid is 0 */
    void *state;                     /* the engine's numbers, b last */
    void *work;                      /* the engine's own, one block of memory */
    int float_rows;                  /* vectorized: the rows are in work, as float32 */
    descent time;
    int row;      /* rows of the current pass already done */
    int complete; /* the pass of state t is done */
    int w_valid;
    double loss_sum;
};

extern const logreg_engine engine_loop, engine_vectorized, engine_gram;

#endif
