/* kinds.h: a learner of every kind, on few examples, for tests of what they have in common. */
#ifndef KINDS_H
#define KINDS_H

#include "learner.h"

#define KINDS 20

/* Of m training and m_test test examples, pictures of n_px; K is made. */
dataset *kinds_dataset(int n_px, int m, int m_test);

/* Kind 0 .. KINDS - 1: the engines of a neuron, networks on ds and on a table. NULL as by
 * logreg_create and network_create. */
learner *kinds_make(dataset *ds, int kind);

/* How many hidden layers it has. */
int kinds_hidden(int kind);

#endif
