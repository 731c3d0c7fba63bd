/* network.h -- a fully connected network, trained by gradient descent on J:
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
 * Layer 1 of pictures is where the work is. Two engines do it, by the names of logreg.h:
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
 * `batch` examples, in an order that depends on seed and t alone. State t is the one after t
 * iterations; costs[t] is J of state t over all m, taken before any update of iteration t + 1.
 * What follows is as in logreg.h: short calls, costs, rewinding. A network borrows its dataset:
 * free it before the dataset changes. */
#ifndef NETWORK_H
#define NETWORK_H

#include "logreg.h"

#define NETWORK_MAX_HIDDEN 3
#define NETWORK_MAX_UNITS 256
#define NETWORK_MAX_TABLE (1 << 22) /* most numbers in the x of a table */

typedef struct network network;

/* Bytes that network_create would take (rewinding and costs aside); NaN when a size or the engine
 * is out of range. */
CORE_API double network_bytes(const dataset *ds, const int *hidden, int n_hidden, int engine);

/* On the pictures of ds. hidden (n_hidden) neurons of each hidden layer; batch examples an update,
 * 0: all m. He initialisation from `seed`. NULL when a size is out of range, the engine is neither
 * ENGINE_VECTORIZED nor ENGINE_GRAM, there is no training example, K is not complete (ENGINE_GRAM),
 * or memory is short. */
CORE_API network *network_create(dataset *ds, const int *hidden, int n_hidden, int engine,
                                 int batch, uint32_t seed);

/* On a table x (m, n_x), an example a row, y (m), both copied. `activation` of the output neuron as
 * in layer.h; L is cross-entropy with sigma, else (a - y)^2 / 2. NULL as above. */
CORE_API network *network_create_table(const double *x, const double *y, int m, int n_x,
                                       const int *hidden, int n_hidden, int activation, int batch,
                                       uint32_t seed);
CORE_API void network_free(network *nn);

/* As logreg_train. LOGREG_ERR_DIVERGED: J of the current state, or a parameter after the update
 * that was due, is not finite; the state stays as it was. */
CORE_API int network_train(network *nn, double alpha, int iterations, double max_madds);

/* Completes z, a, losses and J of the current state: 1 when complete, 0 to be called again. */
CORE_API int network_evaluate(network *nn, double max_madds);

/* To state t, 0 <= t <= network_end. Returns at once: iterations that have to be done again are
 * done by network_evaluate and network_train. */
CORE_API int network_seek(network *nn, int t);
/* Back to state 0, the one the seed gives, all neurons in; what came after it is forgotten. */
CORE_API void network_reset(network *nn);

/* t of the current state. Right after a seek it is the one asked for, while z, parameters and
 * predictions are those of a state on the way there until network_evaluate has returned 1. */
CORE_API int network_iteration(const network *nn);
CORE_API int network_end(const network *nn);
CORE_API const double *network_costs(const network *nn);
CORE_API const double *network_test_costs(const network *nn);

/* After network_evaluate returned 1: as in logreg.h, z and a of the output neuron. */
CORE_API int network_m(const network *nn);
CORE_API int network_m_test(const network *nn);
CORE_API const int *network_slots(const network *nn);
CORE_API const double *network_z(const network *nn);
CORE_API const double *network_a(const network *nn);
CORE_API const double *network_losses(network *nn);
CORE_API double network_accuracy(const network *nn, int part);
/* Likewise: for how many of the training examples each neuron of a hidden layer has a > 0 (n[l]).
 * With none, its gradients are 0. NULL for other layers. */
CORE_API const int *network_fires(const network *nn, int layer);

/* Takes a hidden neuron out (removed 1) or puts it back (0): its a is 0 from the current state on,
 * its weights rest. The states that lay ahead are forgotten, costs[t] is that without it. Short
 * only once network_evaluate has returned 1: a seek is finished first. */
CORE_API int network_remove(network *nn, int layer, int unit, int removed);
CORE_API int network_removed(const network *nn, int layer, int unit);

CORE_API int network_layers(const network *nn);       /* L: hidden layers + 1 */
CORE_API int network_n(const network *nn, int layer); /* n[l]; n[0] = n_x */

/* Parameters of the current state. W (n[l-1], n[l]) row by row in memory, b (n[l]); network_w is
 * NULL for layer 1 of pictures, whose neurons are made one by one. */
CORE_API const double *network_w(const network *nn, int layer);
CORE_API const double *network_b(const network *nn, int layer);
/* w (n_x) of neuron `unit` of layer 1, whatever the engine. */
CORE_API int network_unit_w(network *nn, int unit, double *w);
/* The same of the state that the seed gives. */
CORE_API int network_unit_start(const network *nn, int unit, double *w);
/* Other numbers for a layer of a table's network: state 0, from which everything begins anew. */
CORE_API int network_set_layer(network *nn, int layer, const double *w, const double *b);
/* Gradients of the state that network_evaluate completed, full batch only. dW of layer 1 of
 * pictures: NULL. */
CORE_API const double *network_dw(const network *nn, int layer);
CORE_API const double *network_db(const network *nn, int layer);

/* What the current state says of any picture x (n_x bytes), or of any row x (n_x doubles) with
 * network_predict_row, whose label is y: out = {z - b, z, a, loss} of the output neuron. */
CORE_API void network_predict(network *nn, const uint8_t *x, double y, double out[4]);
CORE_API void network_predict_row(network *nn, const double *x, double y, double out[4]);

/* After a prediction, of the same example: z and a of the neurons of a layer, and for a hidden one
 * what each adds to the output's z: z minus what z would be if its a were 0. (n[l] each) */
CORE_API const double *network_look_z(const network *nn, int layer);
CORE_API const double *network_look_a(const network *nn, int layer);
CORE_API const double *network_look_adds(network *nn, int layer);

/* Multiply-adds of one iteration, test set included. */
CORE_API double network_madds(const network *nn);

#endif
