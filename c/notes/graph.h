/* graph.h -- a computation graph of single numbers: values forward, derivatives backward.
 *
 * A node is an input or an operation on nodes made before it, so there can be no cycle and the
 * order of creation is an order of computation. graph_backward goes through it in reverse and adds,
 * for each node, its derivative times the local slope to those of its operands (the chain rule;
 * a node used twice receives both shares). graph_nudge checks a derivative without any rule, by
 * moving the node's value and computing what follows again. */
#ifndef GRAPH_H
#define GRAPH_H

#include "core_api.h"

#define GRAPH_MAX_NODES 256

/* Operations on p, or on p and q. */
enum {
    OP_ADD = 0,             /* p + q */
    OP_SUB = 1,             /* p - q */
    OP_MUL = 2,             /* p q */
    OP_NEG = 3,             /* -p */
    OP_SQUARE = 4,          /* p^2 */
    OP_EXP = 5,             /* e^p */
    OP_LOG = 6,             /* ln p */
    OP_SIGMOID = 7,         /* sigma(p) */
    OP_RELU = 8,            /* max(p, 0), slope 0 at 0 */
    OP_CROSS_ENTROPY = 9,   /* -(q ln p + (1 - q) ln(1 - p)): p = a, q = y; 0 ln 0 is 0 */
    OP_CROSS_ENTROPY_Z = 10 /* the same with a = sigma(p), never log(0): p = z, q = y */
};

enum { GRAPH_ERR_ARG = -1, GRAPH_ERR_FULL = -3 };

typedef struct graph graph;

/* NULL when memory is short. Free with graph_free. */
CORE_API graph *graph_create(void);
CORE_API void graph_free(graph *g);

/* Each returns the id of the new node: 0, 1, 2, ... For an operation on one node q is -1. */
CORE_API int graph_input(graph *g, double value);
CORE_API int graph_op(graph *g, int op, int p, int q);
CORE_API int graph_nodes(const graph *g);

/* A new value for an input; what follows keeps its old value until graph_forward. */
CORE_API int graph_set(graph *g, int id, double value);

/* Computes all values, in order of creation. An operation's value is NaN before. */
CORE_API int graph_forward(graph *g);

/* Derivatives of node `target` with respect to every node, for the values as they stand. */
CORE_API int graph_backward(graph *g, int target);

CORE_API double graph_value(const graph *g, int id);
CORE_API double graph_grad(const graph *g, int id); /* NaN before graph_backward */

/* Derivative of the target with respect to a node by a central difference: its value +- eps, what
 * follows computed again. NaN for a bad id or eps <= 0. Changes nothing. */
CORE_API double graph_nudge(const graph *g, int target, int id, double eps);

#endif
