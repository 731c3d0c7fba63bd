/* test_graph.c: a full graph, and every way of asking for a node that is not there. */
#include "check.h"
#include "graph.h"
#include <limits.h>
#include <stdlib.h>

TEST(a_full_graph_computes_and_refuses_more) {
    graph *g = graph_create();
    REQUIRE(g);
    graph_input(g, 0.5);
    while (graph_nodes(g) < GRAPH_MAX_NODES) {
        int last = graph_nodes(g) - 1, op = last % (OP_CROSS_ENTROPY_Z + 1);
        int two = op <= OP_MUL || op >= OP_CROSS_ENTROPY;
        CHECK(graph_op(g, op, last, two ? 0 : -1) == last + 1);
    }
    CHECK(graph_input(g, 1) == GRAPH_ERR_FULL);
    CHECK(graph_op(g, OP_NEG, 0, -1) == GRAPH_ERR_FULL);
    CHECK(graph_forward(g) == 0);
    for (int id = 0; id < GRAPH_MAX_NODES; id++) {
        CHECK(graph_backward(g, id) == 0);
        CHECK(graph_grad(g, id) == 1);
        graph_nudge(g, GRAPH_MAX_NODES - 1, id, 1e-5);
    }
    graph_free(g);
}

TEST(nodes_that_do_not_exist_are_refused) {
    graph *g = graph_create();
    REQUIRE(g);
    const int ids[] = {-2, -1, 1, GRAPH_MAX_NODES, INT_MAX, INT_MIN};
    CHECK(graph_input(g, 2) == 0);
    for (int k = 0; k < 6; k++) {
        CHECK(graph_op(g, OP_NEG, ids[k], -1) == GRAPH_ERR_ARG);
        CHECK(graph_op(g, OP_ADD, 0, ids[k]) == GRAPH_ERR_ARG);
        CHECK(graph_set(g, ids[k], 1) == GRAPH_ERR_ARG);
        CHECK(graph_backward(g, ids[k]) == GRAPH_ERR_ARG);
        CHECK(isnan(graph_value(g, ids[k])) && isnan(graph_grad(g, ids[k])));
        CHECK(isnan(graph_nudge(g, ids[k], 0, 1)) && isnan(graph_nudge(g, 0, ids[k], 1)));
    }
    CHECK(graph_op(g, OP_NEG, 0, 0) == GRAPH_ERR_ARG);
    CHECK(graph_op(g, -1, 0, -1) == GRAPH_ERR_ARG);
    CHECK(graph_op(g, OP_CROSS_ENTROPY_Z + 1, 0, 0) == GRAPH_ERR_ARG);
    CHECK(isnan(graph_nudge(g, 0, 0, 0)) && isnan(graph_nudge(g, 0, 0, NAN)));
    CHECK(graph_input(NULL, 1) == GRAPH_ERR_ARG && graph_op(NULL, 0, 0, 0) == GRAPH_ERR_ARG);
    CHECK(graph_forward(NULL) == GRAPH_ERR_ARG && graph_backward(NULL, 0) == GRAPH_ERR_ARG);
    CHECK(graph_nodes(g) == 1);
    graph_free(g);
    graph_free(NULL);
}

TEST(the_graph_of_the_course_has_the_derivatives_of_the_course) {
    graph *g = graph_create();
    REQUIRE(g);
    int a = graph_input(g, 5), b = graph_input(g, 3), c = graph_input(g, 2);
    int v = graph_op(g, OP_ADD, a, graph_op(g, OP_MUL, b, c));
    int target = graph_op(g, OP_MUL, graph_input(g, 3), v);
    graph_forward(g);
    CHECK(graph_value(g, target) == 33 && graph_backward(g, target) == 0);
    CHECK(graph_grad(g, a) == 3 && graph_grad(g, b) == 6 && graph_grad(g, c) == 9);
    CHECK_NEAR(graph_nudge(g, target, c, 1e-3), 9, 1e-10);
    graph_free(g);
}
