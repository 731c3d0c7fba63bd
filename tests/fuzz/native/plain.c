/* plain.c: see plain.h. A sum of n products in any order is within n eps of the sum of their
 * absolute values; relu and the removal of a neuron enlarge nothing. So the same pass over absolute
 * values bounds the error: of layer 1 with the precision of its engine, and, where W[1] is made
 * from A or alpha_hat, with the sums that make it. */
#include "plain.h"
#include "fuzz.h"
#include "learner_impl.h"
#include "logreg.h"
#include "network.h"
#include "network_impl.h"
#include <float.h>
#include <math.h>

static int is_network(const learner *l) { return network_layers(l) > 0; }

static int is_gram(const learner *l) {
    uint32_t shape[LEARNER_SHAPE] = {0};
    l->kind->shape(l, shape);
    return shape[1] == ENGINE_GRAM;
}

static int is_float(const learner *l) {
    uint32_t shape[LEARNER_SHAPE] = {0};
    l->kind->shape(l, shape);
    return shape[1] == ENGINE_VECTORIZED;
}

int plain_n_x(const learner *l) { return is_network(l) ? network_n(l, 0) : dataset_n_x(l->ds); }

static int neurons(const learner *l, int layer) { return is_network(l) ? network_n(l, layer) : 1; }
static int layers(const learner *l) { return is_network(l) ? network_layers(l) : 1; }

void plain_example(const learner *l, const double *table, int i, double *x) {
    int n_x = plain_n_x(l);
    const uint8_t *bytes = l->ds ? dataset_x(l->ds, learner_slots(l)[i]) : NULL;
    for (int k = 0; k < n_x; k++) x[k] = bytes ? bytes[k] / 255.0 : table[i * n_x + k];
}

/* w of a neuron of layer 1, and of gram the sums of absolute values that it is made of. */
static void first_weights(learner *l, int unit, double *w, double *size) {
    int n_x = plain_n_x(l), n = neurons(l, 1);
    const double *shown = is_network(l) ? NULL : logreg_w(l);
    if (!shown) MUST(network_unit_w(l, unit, w) == 0);
    double start[PLAIN_MOST] = {0};
    if (!shown) MUST(network_unit_start(l, unit, start) == 0);
    for (int k = 0; k < n_x; k++) {
        if (shown) w[k] = shown[k];
        size[k] = fabs(w[k]) + (is_gram(l) ? fabs(start[k]) : 0.0);
    }
    const double *parts = l->state; /* alpha_hat (m), or A (m, n[1]) */
    for (int i = 0; i < l->m && is_gram(l); i++) {
        const uint8_t *x = dataset_x(l->ds, learner_slots(l)[i]);
        for (int k = 0; k < n_x; k++) size[k] += fabs(parts[i * n + unit]) * x[k] / 255.0;
    }
}

typedef struct {
    double a[PLAIN_MOST], size[PLAIN_MOST];
} layer_values;

static void first_layer_of(learner *l, const double *x, layer_values *out) {
    double w[PLAIN_MOST] = {0}, size[PLAIN_MOST] = {0};
    for (int u = 0; u < neurons(l, 1); u++) {
        double b = is_network(l) ? network_b(l, 1)[u] : learner_b(l);
        first_weights(l, u, w, size);
        out->a[u] = b;
        out->size[u] = fabs(b);
        for (int k = 0; k < plain_n_x(l); k++) {
            out->a[u] += w[k] * x[k];
            out->size[u] += size[k] * fabs(x[k]);
        }
    }
}

static void next_layer(const learner *l, int layer, const layer_values *in, layer_values *out) {
    const double *w = network_w(l, layer), *b = network_b(l, layer);
    int n = neurons(l, layer);
    for (int u = 0; u < n; u++) {
        out->a[u] = b[u];
        out->size[u] = fabs(b[u]);
        for (int k = 0; k < neurons(l, layer - 1); k++) {
            out->a[u] += w[k * n + u] * in->a[k];
            out->size[u] += fabs(w[k * n + u]) * in->size[k];
        }
    }
}

static void hidden(const learner *l, int layer, int out_layer, int out, layer_values *v) {
    for (int u = 0; u < neurons(l, layer); u++) {
        int gone = network_removed(l, layer, u) == 1 || (layer == out_layer && u == out);
        if (gone) v->a[u] = v->size[u] = 0.0;
        if (v->a[u] <= 0.0) v->a[u] = 0.0;
    }
}

plain_answer plain_forward(learner *l, const double *x, int layer, int out) {
    layer_values v[2] = {{{0}, {0}}, {{0}, {0}}};
    double sums = 8.0 + layers(l);
    first_layer_of(l, x, &v[0]);
    for (int k = 1; k < layers(l); k++) {
        hidden(l, k, layer, out, &v[(k + 1) % 2]);
        next_layer(l, k + 1, &v[(k + 1) % 2], &v[k % 2]);
        sums += neurons(l, k);
    }
    const layer_values *last = &v[(layers(l) + 1) % 2];
    double first = plain_n_x(l) + l->m + 8.0, eps = is_float(l) ? FLT_EPSILON : DBL_EPSILON;
    double bound = (2.0 * first * eps + 2.0 * sums * DBL_EPSILON) * last->size[0];
    /* What float32 cannot hold: too small for it. Too large, with the 255^2 that sums over bytes
     * have before they are divided, for any: nothing to say. */
    if (is_float(l)) bound += first * (double)FLT_MIN * (1.0 + last->size[0]);
    if (!(last->size[0] < (is_float(l) ? 1e30 : 1e290))) bound = NAN;
    return (plain_answer){last->a[0], bound + first * DBL_MIN};
}

static int is_square(const learner *l) {
    return is_network(l) && network_of(l)->activation != ACTIVATION_SIGMOID;
}

/* Cross-entropy moves by no more than z does, or y times that; it is a difference of numbers as
 * large as z. */
plain_answer plain_loss(learner *l, plain_answer answer, double y) {
    double z = answer.z, eps = is_float(l) && !is_network(l) ? FLT_EPSILON : DBL_EPSILON;
    if (is_square(l)) {
        int relu = network_of(l)->activation == ACTIVATION_RELU;
        double d = (relu && z <= 0.0 ? 0.0 : z) - y;
        double bound = (fabs(d) + answer.bound) * answer.bound + 4.0 * eps * d * d;
        return (plain_answer){d * d / 2.0, bound};
    }
    double loss = fmax(z, 0.0) - y * z + log1p(exp(-fabs(z)));
    double bound = (1.0 + fabs(y)) * (answer.bound + 8.0 * eps * (1.0 + fabs(z)));
    return (plain_answer){loss, bound + (double)FLT_MIN};
}
