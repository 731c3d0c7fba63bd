/* network.h -- a fully connected network, trained by gradient descent on J, a learner (learner.h):
 *
 *     a[0] = x     z[l] = W[l] a[l-1] + b[l]     a[l] = g[l](z[l])     J = mean of L(a[L], y)
 *     dz[L] = dL/dz     da[l-1] = W[l]' dz[l]
 *     dW[l] = dz[l] a[l-1]' / m     db[l] = sum of dz[l] / m
 *
 * with 0 to 3 hidden layers of 1 to 256 ReLU neurons and one output neuron: sigma with
 * cross-entropy on pictures (a dataset), or any activation on a table of numbers. Layers count from
 * 1; W[l] is the course's (n[l], n[l-1]), kept by columns: the weights from one neuron to all of
 * the next layer are contiguous.
 *
 * Layer 1 of pictures is where the work is. Two engines do it, by the names of learner.h:
 *
 *     ENGINE_VECTORIZED  W[1] and the pictures, in float32              2 m n[1] n_x an iteration
 *     ENGINE_GRAM        W[1] = W0 + A X'/255 with A (n[1], m)            m^2 n[1]
 *
 * Gram: every gradient of W[1] is a combination of the pictures, so A and b are the whole state,
 * z[1] = W0 X + A K + b, and dA = dz[1]; W0 X is computed once. All that is not layer 1 of
 * ENGINE_VECTORIZED is float64. With no hidden layer w starts at 0, and ENGINE_GRAM is that of
 * logreg.h, a table the neuron of notes/unit.h, to the last bit.
 *
 * An iteration is one pass over all m examples: one update, or with mini-batches one for each
 * `batch` examples, in an order that depends on seed and t alone. J is over all m, taken before any
 * update of the iteration.
 *
 * Functions that take a learner and find that it is no network give NULL, or LEARNER_ERR_ARG. */
#ifndef NETWORK_H
#define NETWORK_H

#include "learner.h"

#define NETWORK_MAX_HIDDEN 3
#define NETWORK_MAX_UNITS 256
#define NETWORK_MAX_TABLE (1 << 22) /* most numbers in the x of a table */

/* Bytes that network_create would take (rewinding and costs aside); NaN when a size or the engine
 * is out of range. */
CORE_API double network_bytes(const dataset *ds, const int *hidden, int n_hidden, int engine);

/* On the pictures of ds. hidden (n_hidden) neurons of each hidden layer; batch examples an update,
 * 0: all m. He initialisation from `seed`. NULL when a size is out of range, the engine is neither
 * ENGINE_VECTORIZED nor ENGINE_GRAM, there is no training example, K is not complete (ENGINE_GRAM),
 * or memory is short. */
CORE_API learner *network_create(dataset *ds, const int *hidden, int n_hidden, int engine,
                                 int batch, uint32_t seed);

/* On a table x (m, n_x), an example a row, y (m), both copied. `activation` of the output neuron as
 * in layer.h; L is cross-entropy with sigma, else (a - y)^2 / 2. NULL as above. */
CORE_API learner *network_create_table(const double *x, const double *y, int m, int n_x,
                                       const int *hidden, int n_hidden, int activation, int batch,
                                       uint32_t seed);

/* After learner_evaluate returned 1: for how many of the training examples each neuron of a hidden
 * layer has a > 0 (n[l]). With none, its gradients are 0. NULL for other layers. */
CORE_API const int *network_fires(const learner *base, int layer);

/* Takes a hidden neuron out (removed 1) or puts it back (0): its a is 0 from the current state on,
 * its weights rest. The states that lay ahead are forgotten, costs[t] is that without it. A seek is
 * finished first, however long that takes: call it once learner_evaluate has returned 1. */
CORE_API int network_remove(learner *base, int layer, int unit, int removed);
CORE_API int network_removed(const learner *base, int layer, int unit);
/* Every such change so far, four numbers each: the state from which it holds, layer, unit, removed.
 * Valid until the next call. */
CORE_API int network_removal_count(const learner *base);
CORE_API const int *network_removals(const learner *base);

CORE_API int network_layers(const learner *base);       /* L: hidden layers + 1 */
CORE_API int network_n(const learner *base, int layer); /* n[l]; n[0] = n_x */

/* Parameters of the current state. W (n[l-1], n[l]) row by row in memory, b (n[l]); network_w is
 * NULL for layer 1 of pictures, whose neurons are made one by one. */
CORE_API const double *network_w(const learner *base, int layer);
CORE_API const double *network_b(const learner *base, int layer);
/* Layer 1's own part of the state of a network on pictures: ENGINE_VECTORIZED W[1] (n_x, n[1]) as
 * float32, ENGINE_GRAM A (m, n[1]) as doubles; row by row. */
CORE_API const void *network_state(const learner *base);
/* w (n_x) of neuron `unit` of layer 1, whatever the engine. */
CORE_API int network_unit_w(learner *base, int unit, double *w);
/* The same of the state that the seed gives. */
CORE_API int network_unit_start(const learner *base, int unit, double *w);
/* Other numbers for a layer of a table's network: state 0, from which everything begins anew. A
 * seek is finished first, as by network_remove. */
CORE_API int network_set_layer(learner *base, int layer, const double *w, const double *b);
/* Gradients of the state that learner_evaluate completed, full batch only. dW of layer 1 of
 * pictures: NULL. */
CORE_API const double *network_dw(const learner *base, int layer);
CORE_API const double *network_db(const learner *base, int layer);

/* As learner_predict, of any row x (n_x doubles), for a network on a table. */
CORE_API int network_predict_row(learner *base, const double *x, double y, double out[4]);

/* After a prediction, of the same example: z and a of the neurons of a layer, and for a hidden one
 * what each adds to the output's z: z minus what z would be if its a were 0. (n[l] each) */
CORE_API const double *network_look_z(const learner *base, int layer);
CORE_API const double *network_look_a(const learner *base, int layer);
CORE_API const double *network_look_adds(learner *base, int layer);

#endif
