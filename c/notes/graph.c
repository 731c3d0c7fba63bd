/* graph.c -- see graph.h. */
#include "graph.h"
#include "sigmoid.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OP_INPUT = -1 };

typedef struct {
    int op, p, q;
} node;

struct graph {
    int count;
    node nodes[GRAPH_MAX_NODES];
    double value[GRAPH_MAX_NODES], grad[GRAPH_MAX_NODES];
};

typedef struct {
    double p, q;
} pair;

graph *graph_create(void) { return calloc(1, sizeof(graph)); }
void graph_free(graph *g) { free(g); }
int graph_nodes(const graph *g) { return g->count; }

static int is_node(const graph *g, int id) { return g && id >= 0 && id < g->count; }

static int takes_two(int op) {
    return op <= OP_MUL || op == OP_CROSS_ENTROPY || op == OP_CROSS_ENTROPY_Z;
}

static int append(graph *g, node n, double value) {
    if (g->count >= GRAPH_MAX_NODES) return GRAPH_ERR_FULL;
    g->nodes[g->count] = n;
    g->value[g->count] = value;
    g->grad[g->count] = NAN;
    return g->count++;
}

int graph_input(graph *g, double value) {
    if (!g) return GRAPH_ERR_ARG;
    return append(g, (node){OP_INPUT, -1, -1}, value);
}

int graph_op(graph *g, int op, int p, int q) {
    if (op < OP_ADD || op > OP_CROSS_ENTROPY_Z || !is_node(g, p)) return GRAPH_ERR_ARG;
    if (takes_two(op) ? !is_node(g, q) : q != -1) return GRAPH_ERR_ARG;
    return append(g, (node){op, p, q}, NAN);
}

int graph_set(graph *g, int id, double value) {
    if (!is_node(g, id) || g->nodes[id].op != OP_INPUT) return GRAPH_ERR_ARG;
    g->value[id] = value;
    return 0;
}

static double sigma(double z) {
    double a;
    sigmoid_f64(&a, &z, 1);
    return a;
}

static double cross_entropy_z(double z, double y) {
    double loss;
    log_loss_f64(&loss, &z, &y, 1);
    return loss;
}

/* share f, where a share of nothing is nothing even if f is infinite: 0 ln 0 and 0 / 0 are 0. */
static double share_of(double share, double f) { return share == 0.0 ? 0.0 : share * f; }

static double apply(int op, double p, double q) {
    switch (op) {
    case OP_ADD:
        return p + q;
    case OP_SUB:
        return p - q;
    case OP_MUL:
        return p * q;
    case OP_NEG:
        return -p;
    case OP_SQUARE:
        return p * p;
    case OP_EXP:
        return exp(p);
    case OP_LOG:
        return log(p);
    case OP_SIGMOID:
        return sigma(p);
    case OP_RELU:
        return p <= 0.0 ? 0.0 : p; /* keeps NaN */
    case OP_CROSS_ENTROPY:
        return 0.0 - share_of(q, log(p)) - share_of(1.0 - q, log1p(-p));
    default:
        return cross_entropy_z(p, q);
    }
}

/* How the result v moves when p moves, and when q does. */
static pair slopes(int op, double p, double q, double v) {
    switch (op) {
    case OP_ADD:
        return (pair){1.0, 1.0};
    case OP_SUB:
        return (pair){1.0, -1.0};
    case OP_MUL:
        return (pair){q, p};
    case OP_NEG:
        return (pair){-1.0, 0.0};
    case OP_SQUARE:
        return (pair){2.0 * p, 0.0};
    case OP_EXP:
        return (pair){v, 0.0};
    case OP_LOG:
        return (pair){1.0 / p, 0.0};
    case OP_SIGMOID:
        return (pair){v * (1.0 - v), 0.0};
    case OP_RELU:
        return (pair){p > 0.0 ? 1.0 : 0.0, 0.0};
    case OP_CROSS_ENTROPY:
        return (pair){share_of(1.0 - q, 1.0 / (1.0 - p)) - share_of(q, 1.0 / p),
                      log1p(-p) - log(p)};
    default:
        return (pair){sigma(p) - q, -p};
    }
}

/* Computes the operations from node `from` up to node `to`, of the values given. */
static void compute(const graph *g, double *value, int from, int to) {
    for (int id = from; id <= to; id++) {
        node n = g->nodes[id];
        if (n.op != OP_INPUT) value[id] = apply(n.op, value[n.p], n.q < 0 ? 0.0 : value[n.q]);
    }
}

int graph_forward(graph *g) {
    if (!g) return GRAPH_ERR_ARG;
    compute(g, g->value, 0, g->count - 1);
    return 0;
}

int graph_backward(graph *g, int target) {
    if (!is_node(g, target)) return GRAPH_ERR_ARG;
    int reached[GRAPH_MAX_NODES] = {
        0}; /* has a path to the target: elsewhere 0 * NaN must not go */
    memset(g->grad, 0, sizeof g->grad);
    g->grad[target] = 1.0;
    reached[target] = 1;
    for (int id = target; id >= 0; id--) {
        node n = g->nodes[id];
        if (n.op == OP_INPUT || !reached[id]) continue;
        pair slope = slopes(n.op, g->value[n.p], n.q < 0 ? 0.0 : g->value[n.q], g->value[id]);
        g->grad[n.p] += g->grad[id] * slope.p;
        reached[n.p] = 1;
        if (n.q < 0) continue;
        g->grad[n.q] += g->grad[id] * slope.q;
        reached[n.q] = 1;
    }
    return 0;
}

double graph_value(const graph *g, int id) { return is_node(g, id) ? g->value[id] : NAN; }
double graph_grad(const graph *g, int id) { return is_node(g, id) ? g->grad[id] : NAN; }

/* The target when node id has this value. */
static double with_value(const graph *g, int target, int id, double moved) {
    double value[GRAPH_MAX_NODES];
    memcpy(value, g->value, sizeof value);
    value[id] = moved;
    compute(g, value, id + 1, target);
    return value[target];
}

double graph_nudge(const graph *g, int target, int id, double eps) {
    if (!is_node(g, target) || !is_node(g, id) || !(eps > 0.0)) return NAN;
    double low = g->value[id] - eps, high = g->value[id] + eps; /* rounded: hence high - low */
    return (with_value(g, target, id, high) - with_value(g, target, id, low)) / (high - low);
}
