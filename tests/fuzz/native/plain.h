/* plain.h: what a learner in its current state should say of an example, by the definition in
 * float64 loops, from the parameters that it shows; and how far rounding may lead it from that. */
#ifndef PLAIN_H
#define PLAIN_H

#include "learner.h"

enum { PLAIN_MOST = 64 }; /* inputs, and neurons of a layer */

typedef struct {
    double z, bound; /* of the output neuron; bound NaN or infinite: nothing can be said */
} plain_answer;

/* x (n_x): features as the learner sees them, 0..1 for pictures. Neuron `out` of layer `layer` is
 * taken out beside those that are; layer 0: none. */
plain_answer plain_forward(learner *l, const double *x, int layer, int out);

/* L of an answer, and its bound. `square`: (a - y)^2 / 2 of a = z, relu(z); else cross-entropy. */
plain_answer plain_loss(learner *l, plain_answer answer, double y);

/* Example i of a learner on pictures, or of the table x. */
void plain_example(const learner *l, const double *table, int i, double *x);

/* What the learner is made of. */
int plain_n_x(const learner *l);

#endif
