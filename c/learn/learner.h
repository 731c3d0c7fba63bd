/* learner.h -- what learns by gradient descent on J, the mean of the losses of m training examples:
 * a neuron (logreg.h) or a network of them (network.h), behind one handle.
 *
 * State t is the one after t iterations; costs[t] is J of state t, taken before iteration t + 1.
 * Work is done in pieces of about `max_madds` multiply-adds, and the caller calls again. (A running
 * wasm function is never swapped for its optimised form, so short is also fast.) That goes for
 * learner_train and learner_evaluate, down to a piece of 8 examples, an update of all parameters,
 * and now and then a copy of the states that are kept (32 MB at most). The other calls are not cut
 * into pieces. Those that take time, and what they grow with:
 *
 *     creating a learner                 its memory, which is zeroed; W0 of a network: n_x n[1]
 *     learner_reset                      W0 of a network
 *     learner_losses, _accuracy          m + m_test
 *     learner_predict                    n_x n[1]; by ENGINE_GRAM m n_x for w of a neuron in a new
 *                                        state, or for a picture new to a network
 *     logreg_w, network_unit_w           n_x, by ENGINE_GRAM m n_x
 *     network_look_adds                  n[l] times the weights of the layers behind
 *     learner_state_get, _set            the bytes of the state
 *     learner_state_get, network_remove, network_set_layer
 *                                        a seek that is not finished: all iterations on the way
 *
 * A learner on pictures borrows its dataset: free it before the dataset changes. */
#ifndef LEARNER_H
#define LEARNER_H

#include "dataset.h"

/* How the sums over the pictures are made: see logreg.h and network.h. */
enum { ENGINE_LOOP = 0, ENGINE_VECTORIZED = 1, ENGINE_GRAM = 2 };

enum {
    LEARNER_ERR_ARG = -1,
    LEARNER_ERR_MEMORY = -2,
    LEARNER_ERR_DIVERGED = -3,
    LEARNER_ERR_END = -4,
    LEARNER_ERR_STATE = -5,
};

#define LEARNER_MAX_ITERATIONS 1000000

/* Made by logreg_create, network_create or network_create_table. */
typedef struct learner learner;

CORE_API void learner_free(learner *l);

/* Runs up to `iterations` iterations with learning rate alpha, stopping early after about max_madds
 * multiply-adds; returns how many were completed (0: call again, the work so far is kept).
 * LEARNER_ERR_DIVERGED: J of the current state, or a parameter of the next one, is not finite; the
 * state stays as it was. LEARNER_ERR_END: LEARNER_MAX_ITERATIONS reached. After
 * learner_seek the iterations that lay ahead are forgotten by the first that is completed. */
CORE_API int learner_train(learner *l, double alpha, int iterations, double max_madds);

/* Completes z, a, losses and J of the current state: 1 when complete, 0 to be called again. The
 * work is not lost, training uses it. */
CORE_API int learner_evaluate(learner *l, double max_madds);

/* To state t, 0 <= t <= learner_end. Same numbers as when training passed there. Returns at once:
 * not every state is kept (history.h), and iterations that have to be done again are done by
 * learner_evaluate and learner_train. Should one of them not be possible, which takes a state put
 * back by learner_state_set that never was one, its state is the last. */
CORE_API int learner_seek(learner *l, int t);

/* Back to state 0, as it was when the learner was made; what came after it is forgotten. */
CORE_API void learner_reset(learner *l);

/* t of the current state. Right after a seek it is the one asked for, while z, parameters and
 * predictions are those of a state on the way there until learner_evaluate has returned 1. */
CORE_API int learner_iteration(const learner *l);
CORE_API int learner_end(const learner *l); /* furthest state reached */

/* costs[0 .. end] and the same on the test set (NaN without one); NaN as well while the pass of
 * state `end` is not complete. Valid until the next call. */
CORE_API const double *learner_costs(const learner *l);
CORE_API const double *learner_test_costs(const learner *l);

/* alpha of iterations 0 .. end-1. Valid until the next call. */
CORE_API const double *learner_alphas(const learner *l);

/* After learner_evaluate returned 1. Arrays of m + m_test: training examples first, each part in
 * order of slots; learner_slots tells which. z and a are those of the output neuron. */
CORE_API int learner_m(const learner *l);
CORE_API int learner_m_test(const learner *l);
CORE_API const int *learner_slots(const learner *l);
CORE_API const double *learner_z(const learner *l);
CORE_API const double *learner_a(const learner *l);
CORE_API const double *learner_losses(learner *l);
/* Share of examples of a part with (a > 0.5) == y; NaN for an empty part and for what is none. */
CORE_API double learner_accuracy(const learner *l, int part);

/* What the current state says of any picture x (n_x bytes) whose label is y:
 * out = {z - b, z, a, loss} of the output neuron. 0, or LEARNER_ERR_ARG for a learner on a table.
 */
CORE_API int learner_predict(learner *l, const uint8_t *x, double y, double out[4]);

/* b of the output neuron. */
CORE_API double learner_b(const learner *l);

/* Multiply-adds of one iteration, test set included. */
CORE_API double learner_madds(const learner *l);

/* The state as bytes, to be put back later into a new learner of the same kind, sizes, engine, seed
 * and batch, on the same examples in the same order: training then goes on with the same numbers,
 * to the last bit. They hold the parameters, the iteration, J on both parts and alpha of every
 * iteration so far, and the neurons taken out and when. The examples are not in them: that they are
 * the same is the caller's to know.
 *
 * learner_seek works as before. Only the state itself is put back, not those that were kept on the
 * way there: the first seek to an earlier one does the iterations from state 0 again, with the
 * alphas they had, in learner_evaluate.
 *
 * learner_state_get finishes a seek first, so it is short only once learner_evaluate returned 1.
 * size is what learner_state_bytes said; numbers are little-endian, as in memory. */
CORE_API int learner_state_bytes(const learner *l);
CORE_API int learner_state_get(learner *l, uint8_t *bytes, int size);

/* LEARNER_ERR_STATE, and nothing has changed: the bytes are not a state of such a learner, a
 * parameter or alpha is not finite, or an iteration is out of range. LEARNER_ERR_MEMORY: likewise.
 */
CORE_API int learner_state_set(learner *l, const uint8_t *bytes, int size);

#endif
